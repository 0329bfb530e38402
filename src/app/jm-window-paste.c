/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a paste would do is told before it is done, when it is more than a short list. */
#include "jm-window-private.h"

#include "config.h"

#include <glib/gi18n.h>

static void
response_cb (JmWindow         *self,
             const char       *response,
             AdwMessageDialog *dialog)
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
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);

  /* The text is somebody else's: no markup in it. */
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (dialog), heading);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "paste", _("_Paste"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "paste", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "paste");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
jm_window_paste_init (JmWindow *self)
{
  g_signal_connect_swapped (self->canvas, "paste-offered", G_CALLBACK (offered_cb), self);
}
