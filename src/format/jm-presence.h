/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmPresence: tells the other programs of the same person in which file a map is that is open here. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _JmPresence JmPresence;

JmPresence *jm_presence_new      (void);
void        jm_presence_free     (JmPresence *self);
gboolean    jm_presence_tell     (JmPresence *self,
                                  const char *path);
gint64      jm_presence_find     (const char *path);
char       *jm_presence_get_root (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmPresence, jm_presence_free)

G_END_DECLS
