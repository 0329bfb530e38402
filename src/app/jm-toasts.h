/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says in passing: one message at a time, the newest. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_TOASTS (jm_toasts_get_type ())
G_DECLARE_FINAL_TYPE (JmToasts, jm_toasts, JM, TOASTS, GObject)

JmToasts *jm_toasts_new     (AdwToastOverlay *overlay);
void      jm_toasts_show    (JmToasts        *self,
                             AdwToast        *toast);
void      jm_toasts_dismiss (JmToasts        *self,
                             AdwToast        *toast);

G_END_DECLS
