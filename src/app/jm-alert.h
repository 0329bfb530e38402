/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmAlert: a bar that stays until what it tells of is over: what happened, what is safe, and what can be done. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* label is translated; action is the name of an action. */
typedef struct
{
  const char *label;
  const char *action;
} JmAlertAnswer;

#define JM_TYPE_ALERT (jm_alert_get_type ())
G_DECLARE_FINAL_TYPE (JmAlert, jm_alert, JM, ALERT, GtkWidget)

GtkWidget *jm_alert_new  (void);
void       jm_alert_show (JmAlert             *self,
                          gboolean             is_danger,
                          const char          *text,
                          const JmAlertAnswer *answers,
                          guint                n_answers);
void       jm_alert_hide (JmAlert             *self);

G_END_DECLS
