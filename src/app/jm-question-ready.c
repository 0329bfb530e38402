/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that are asked more than once: to read something, and to give something a name. */
#include "config.h"

#include "jm-question.h"

#include <glib/gi18n.h>

/**
 * jm_question_tell:
 * @parent: a widget of the window that tells
 * @heading: what happened, in title case
 * @body: what is safe and what to do
 *
 * Tells something that must not be missed.
 */
void
jm_question_tell (GtkWidget  *parent,
                  const char *heading,
                  const char *body)
{
  JmQuestion *self = jm_question_new (heading, body);

  jm_question_add (self, "close", _("_Close"), ADW_RESPONSE_DEFAULT);
  jm_question_present (self, parent);
}

static void
name_changed_cb (GtkEditable *entry,
                 JmQuestion  *self)
{
  g_autofree char *name = jm_question_get_name (self);

  jm_question_enable (self, g_object_get_data (G_OBJECT (self), "jm-name-answer"), *name != '\0');
}

/**
 * jm_question_ask_name:
 * @self: a question without answers as yet
 * @parent: a widget of the window that asks
 * @example: stands in the field as long as it is empty
 * @id: what the signal calls the answer that there is a name; a string that stays
 * @label: what its button says, with a mnemonic
 *
 * Asks for a name, which cannot be empty.
 */
void
jm_question_ask_name (JmQuestion *self,
                      GtkWidget  *parent,
                      const char *example,
                      const char *id,
                      const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  jm_question_set_child (self, entry);

  jm_question_add (self, "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT);
  jm_question_add (self, id, label, ADW_RESPONSE_SUGGESTED);
  jm_question_set_default (self, id);
  jm_question_set_close (self, "cancel");
  jm_question_enable (self, id, FALSE);
  g_object_set_data (G_OBJECT (self), "jm-name-answer", (gpointer) id);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), self, 0);

  jm_question_present (self, parent);
  gtk_widget_grab_focus (entry);
}

/**
 * jm_question_get_name:
 * @self: a question of jm_question_ask_name()
 *
 * Returns: (transfer full): the name, without blanks around it; "" for none
 */
char *
jm_question_get_name (JmQuestion *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (jm_question_get_child (self)))));
}
