/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says in passing: one message at a time, the newest, at the bottom of what it covers. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JM_TYPE_TOAST (jm_toast_get_type ())
G_DECLARE_FINAL_TYPE (JmToast, jm_toast, JM, TOAST, GtkWidget)

GtkWidget *jm_toast_new     (void);
guint      jm_toast_say     (JmToast    *self,
                             const char *text,
                             const char *button,
                             const char *action,
                             GVariant   *target);
void       jm_toast_dismiss (JmToast    *self,
                             guint       message);
gboolean   jm_toast_clear   (JmToast    *self);

G_END_DECLS
