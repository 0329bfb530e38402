/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The maps that were opened or saved last: a list of our own, in the person's data folder. */
#pragma once

#include "model/jm-map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define JM_RECENT_MAX 12

#define JM_TYPE_RECENT (jm_recent_get_type ())

/* One map that was worked on. */
typedef struct
{
  GFile  *file;
  char   *place;          /* where it really is, as jm_portal_identify() says it */
  char   *title;
  char   *colors;         /* of its phases, as in the file, separated by blanks */
  guint   n_touchpoints;
  gint64  when;           /* seconds since 1970 */
} JmRecent;

GType      jm_recent_get_type   (void);
JmRecent  *jm_recent_ref        (JmRecent *self);
void       jm_recent_unref      (JmRecent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmRecent, jm_recent_unref)

GPtrArray *jm_recent_list       (void);
void       jm_recent_add        (GFile    *file,
                                 JmMap    *map);

G_END_DECLS
