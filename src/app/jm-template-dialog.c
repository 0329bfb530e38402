/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-template-dialog.h"

#include "jm-describe.h"
#include "jm-question.h"
#include "jm-window-private.h"

#include "format/jm-own-template.h"

#include <glib/gi18n.h>

/* The rows of the dialog, which owns them. */
typedef struct
{
  GtkWidget *title;
  GtkWidget *line;
  GtkWidget *findings;
} Rows;

static void
response_cb (JmQuestion *dialog,
             const char *response,
             JmWindow   *window)
{
  const Rows *rows = g_object_get_data (G_OBJECT (dialog), "jm-rows");
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (rows->title))));
  g_autofree char *line = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (rows->line))));
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  JmMap *map;

  if (g_strcmp0 (response, "save") != 0 || *title == '\0' || window->document == NULL)
    return;

  map = jm_session_get_committed_map (jm_document_get_session (window->document));
  id = jm_own_template_save (map, title, line, gtk_switch_get_active (GTK_SWITCH (rows->findings)), &error);
  if (id == NULL)
    {
      jm_window_tell (window, _("The Template Is Not Saved"), error->message);
      return;
    }

  /* Translators: %s is the name of a template */
  text = g_strdup_printf (_("“%s” is among the templates for new maps"), title);
  jm_window_toast (window, text, FALSE);
}

static void
title_changed_cb (JmQuestion  *dialog,
                  GtkEditable *title)
{
  jm_question_enable (dialog, "save", *gtk_editable_get_text (title) != '\0');
}

/**
 * jm_template_dialog_present:
 * @window: a window with a map
 *
 * Asks what the template is called and what it keeps, and saves it.
 */
void
jm_template_dialog_present (JmWindow *window)
{
  JmMap *map;
  JmQuestion *dialog;
  GtkWidget *group, *row, *scrolled;
  Rows *rows = g_new0 (Rows, 1);

  g_return_if_fail (JM_IS_WINDOW (window));
  g_return_if_fail (window->document != NULL);

  map = jm_session_get_committed_map (jm_document_get_session (window->document));
  dialog = jm_question_new (_("Save as Template"),
                            _("New maps can begin with its phases, lanes, channels and touchpoints."));
  group = adw_preferences_group_new ();

  rows->title = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows->title), _("Name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (rows->title), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (rows->title), jm_item_get_label (jm_map_get_root (map)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows->title);

  rows->line = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows->line), _("What it is for"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (rows->line), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows->line);

  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("With what was found"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Feelings, pain points, ideas and the like"));
  rows->findings = gtk_switch_new ();
  gtk_widget_set_valign (rows->findings, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), rows->findings);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), rows->findings);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  g_object_set_data_full (G_OBJECT (dialog), "jm-rows", rows, g_free);
  /* On a telephone the rows do not all fit. */
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), group);
  jm_question_set_child (dialog, scrolled);
  jm_question_add (dialog, "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT);
  jm_question_add (dialog, "save", _("_Save"), ADW_RESPONSE_SUGGESTED);
  jm_question_set_default (dialog, "save");
  jm_question_set_close (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), window, 0);
  g_signal_connect_object (rows->title, "changed", G_CALLBACK (title_changed_cb), dialog, G_CONNECT_SWAPPED);
  title_changed_cb (dialog, GTK_EDITABLE (rows->title));

  jm_describe_rows (group);
  jm_describe (rows->title, _("Under which it stands among the templates"));
  jm_describe (rows->line, _("One line below the name"));
  jm_question_present (dialog, GTK_WIDGET (window));
  gtk_widget_grab_focus (rows->title);
}
