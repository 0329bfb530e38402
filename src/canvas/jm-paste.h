/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmPaste: what a text from elsewhere is going to be in a map, in words before it is done. */
#pragma once

#include "model/jm-session.h"

G_BEGIN_DECLS

/* More than this was hardly meant for a map, or for one card. */
#define JM_PASTE_MAX_BYTES      (1024 * 1024)
#define JM_PASTE_MAX_ITEMS      2000
#define JM_PASTE_MAX_CHARACTERS 10000

typedef struct _JmPaste JmPaste;

JmPaste    *jm_paste_new         (JmSession   *session,
                                  const char  *text,
                                  JmKind       kind,
                                  GError     **error);
void        jm_paste_free        (JmPaste     *self);

gboolean    jm_paste_is_obvious  (JmPaste     *self);
char       *jm_paste_get_heading (JmPaste     *self);
char       *jm_paste_get_body    (JmPaste     *self);

guint       jm_paste_apply       (JmPaste     *self,
                                  JmSession   *session,
                                  GError     **error);

void        jm_paste_refuse_size (gsize        n_bytes,
                                  GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmPaste, jm_paste_free)

G_END_DECLS
