/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the commands share: how a step is called, and how one is applied. */
#pragma once

#include "jm-commands.h"

G_BEGIN_DECLS

const char *jm_command_label_new     (JmKind      kind);
const char *jm_command_label_move    (JmKind      kind);
const char *jm_command_label_set     (JmAttr      attr);
const char *jm_command_label_text    (JmKind      part);
char       *jm_command_label_delete  (JmKind      kind,
                                      guint       n_items);
char       *jm_command_say_deleted   (JmKind      kind,
                                      guint       n_items,
                                      const char *name);

gboolean    jm_command_step          (JmSession  *session,
                                      JmMap      *next,
                                      const char *label);
gboolean    jm_command_apply         (JmSession  *session,
                                      JmMap      *next,
                                      const char *label);
gboolean    jm_command_locate_focus  (JmSession  *session,
                                      JmPlace    *place);
char       *jm_command_field         (const char *id,
                                      JmKind      part);
char       *jm_handle_get_touchpoint (const char *handle);
char       *jm_handle_get_persona    (const char *handle);
char       *jm_command_get_persona   (JmSession  *session);

G_END_DECLS
