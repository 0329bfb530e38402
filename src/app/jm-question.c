/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-question.h"

#include "jm-compat.h"
#include "jm-describe.h"

#include <glib/gi18n.h>

/* Both have the same functions under two names. */
#if ADW_CHECK_VERSION (1, 5, 0)
#define QUESTION(function) adw_alert_dialog_ ## function
#else
#define QUESTION(function) adw_message_dialog_ ## function
#endif

/**
 * jm_question_new:
 * @heading: what it is about, in title case
 * @body: (nullable): what happens, and what is safe
 *
 * Returns: (transfer none): a question without answers as yet; it goes away once it is answered
 */
JmQuestion *
jm_question_new (const char *heading,
                 const char *body)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  return ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));
#else
  return ADW_MESSAGE_DIALOG (adw_message_dialog_new (NULL, heading, body));
#endif
}

/**
 * jm_question_add:
 * @self: a question
 * @id: what the signal calls the answer
 * @label: what the button says, with a mnemonic
 * @appearance: whether it is the one to choose, or one that loses something
 *
 * Adds an answer after the others.
 */
void
jm_question_add (JmQuestion            *self,
                 const char            *id,
                 const char            *label,
                 AdwResponseAppearance  appearance)
{
  QUESTION (add_response) (self, id, label);
  QUESTION (set_response_appearance) (self, id, appearance);
}

/**
 * jm_question_set_default:
 * @self: a question
 * @id: the answer that Enter gives
 */
void
jm_question_set_default (JmQuestion *self,
                         const char *id)
{
  QUESTION (set_default_response) (self, id);
}

/**
 * jm_question_set_close:
 * @self: a question
 * @id: the answer that Escape gives; "close" when none is set
 */
void
jm_question_set_close (JmQuestion *self,
                       const char *id)
{
  QUESTION (set_close_response) (self, id);
}

/**
 * jm_question_set_child:
 * @self: a question
 * @child: what is shown below the body
 */
void
jm_question_set_child (JmQuestion *self,
                       GtkWidget  *child)
{
  QUESTION (set_extra_child) (self, child);
}

/**
 * jm_question_get_child:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): what is shown below the body
 */
GtkWidget *
jm_question_get_child (JmQuestion *self)
{
  return QUESTION (get_extra_child) (self);
}

/**
 * jm_question_enable:
 * @self: a question
 * @id: an answer
 * @enabled: whether it can be given now
 */
void
jm_question_enable (JmQuestion *self,
                    const char *id,
                    gboolean    enabled)
{
  QUESTION (set_response_enabled) (self, id, enabled);
}

static void
describe_buttons (GtkWidget  *widget,
                  const char *text)
{
  if (GTK_IS_BUTTON (widget))
    jm_describe (widget, text);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      describe_buttons (child, text);
}

/**
 * jm_question_present:
 * @self: a question
 * @parent: in the window of which it is asked
 *
 * Asks it.
 */
void
jm_question_present (JmQuestion *self,
                     GtkWidget  *parent)
{
  /* Translators: said of the buttons below a question, which is %s */
  g_autofree char *answers = g_strdup_printf (_("Answers “%s”"), QUESTION (get_heading) (self));

  describe_buttons (GTK_WIDGET (self), answers);
#if ADW_CHECK_VERSION (1, 5, 0)
  adw_dialog_present (ADW_DIALOG (self), parent);
#else
  GtkWidget *window = gtk_widget_get_ancestor (parent, GTK_TYPE_WINDOW);

  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (window));
  jm_compat_name_buttons (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
#endif
}
