/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The earlier versions of a map's file: kept in the data folder of the program before a save replaces them. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* As many as are kept of one file. */
#define JM_VERSIONS_KEPT 20

#define JM_TYPE_VERSION (jm_version_get_type ())

/* One earlier version. saved_at is when it was saved, as the system told of the file then. */
typedef struct
{
  char      *path;      /* where it is kept, in the encoding of file names */
  GDateTime *saved_at;  /* in local time */
  guint64    size;      /* in bytes */
} JmVersion;

GType      jm_version_get_type (void);
JmVersion *jm_version_ref      (JmVersion   *version);
void       jm_version_unref    (JmVersion   *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmVersion, jm_version_unref)

char      *jm_versions_get_folder (const char  *path);
gboolean   jm_versions_keep       (const char  *path,
                                   GBytes      *content,
                                   gint64       modified,
                                   GError     **error);
GPtrArray *jm_versions_list       (const char  *path);

G_END_DECLS
