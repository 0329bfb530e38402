/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmStamp: what a file was at one moment, to notice that somebody else has changed it since. */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

#define JM_STAMP_HASH_LENGTH 32

/* A file that was not there has exists FALSE and nothing else. modified is in nanoseconds since 1970. */
typedef struct
{
  gboolean exists;
  guint64  device;
  guint64  inode;
  guint64  size;
  gint64   modified;
  guint8   hash[JM_STAMP_HASH_LENGTH];   /* SHA-256 of the content */
} JmStamp;

int       jm_stamp_take         (JmStamp           *stamp,
                                 const char        *path,
                                 GBytes           **content);
void      jm_stamp_set          (JmStamp           *stamp,
                                 const struct stat *info,
                                 GBytes            *content);
gboolean  jm_stamp_looks_same   (const JmStamp     *stamp,
                                 const struct stat *info);
gboolean  jm_stamp_same_content (const JmStamp     *a,
                                 const JmStamp     *b);
char     *jm_stamp_to_string    (const JmStamp     *stamp);
gboolean  jm_stamp_from_string  (JmStamp           *stamp,
                                 const char        *string);

G_END_DECLS
