/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmLocation: where a file is, whatever way leads to it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char    *path;    /* in the encoding of file names, with no link on the way */
  guint64  drive;   /* of the folder, as the system numbers them; 0 where that is not known */
} JmLocation;

char *jm_location_resolve (const char *path);
void  jm_location_find    (JmLocation *self,
                           const char *path);
void  jm_location_clear   (JmLocation *self);

G_END_DECLS
