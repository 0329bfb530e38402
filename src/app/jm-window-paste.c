/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a paste would do is told before it is done, when it is more than a short list. */
#include "jm-question.h"
#include "jm-window-private.h"

#include "config.h"

#include <glib/gi18n.h>

static void
response_cb (JmWindow   *self,
             const char *response,
             JmQuestion *dialog)
{
  jm_canvas_answer_paste (JM_CANVAS (self->canvas), g_str_equal (response, "paste"));
  gtk_widget_grab_focus (self->canvas);
}

/* Enter pastes, Escape does not. */
static void
offered_cb (JmWindow   *self,
            const char *heading,
            const char *body)
{
  JmQuestion *dialog = jm_question_new (heading, body);

  jm_question_add (dialog, "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT);
  jm_question_add (dialog, "paste", _("_Paste"), ADW_RESPONSE_SUGGESTED);
  jm_question_set_default (dialog, "paste");
  jm_question_set_close (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  jm_question_present (dialog, GTK_WIDGET (self));
}

void
jm_window_paste_init (JmWindow *self)
{
  g_signal_connect_swapped (self->canvas, "paste-offered", G_CALLBACK (offered_cb), self);
}
