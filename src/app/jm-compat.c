/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-compat.h"

#include "jm-sheet.h"

/* We say that we use nothing newer than GTK 4.8, and are warned when we do. Here it is meant. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/**
 * jm_compat_announce:
 * @widget: where something happened
 * @text: what happened
 *
 * Has a screen reader say something that is not the name of what has the focus. GTK can do so from 4.14 on; before,
 * nothing is said.
 */
void
jm_compat_announce (GtkWidget  *widget,
                    const char *text)
{
#if GTK_CHECK_VERSION (4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

/**
 * jm_compat_name_buttons:
 * @widget: what the buttons are in
 *
 * GTK before 4.10 calls a button with a mnemonic by what it was given and by what it shows, "_Cancel Cancel". What it shows
 * is enough.
 */
void
jm_compat_name_buttons (GtkWidget *widget)
{
#if !GTK_CHECK_VERSION (4, 10, 0)
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    jm_compat_name_buttons (child);
#endif
}

/**
 * jm_compat_new_page:
 * @header: (transfer floating): a header bar
 * @content: (transfer floating): what is below it, which scrolls
 *
 * Returns: (transfer floating): both; from libadwaita 1.4 on as one surface, until the content goes below the header
 */
GtkWidget *
jm_compat_new_page (GtkWidget *header,
                    GtkWidget *content)
{
#if ADW_CHECK_VERSION (1, 4, 0)
  GtkWidget *page = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (page), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (page), content);
#else
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (page), header);
  gtk_box_append (GTK_BOX (page), content);
  gtk_widget_set_vexpand (content, TRUE);
#endif

  return page;
}

/**
 * jm_compat_show_about:
 * @parent: (nullable): the window that asks
 * @comments: what the program does
 * @translators: who translated it, one a line
 *
 * Says what program this is: in its window from libadwaita 1.5 on, in a window of its own before.
 */
void
jm_compat_show_about (GtkWindow  *parent,
                      const char *comments,
                      const char *translators)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  adw_show_about_dialog (GTK_WIDGET (parent),
#else
  adw_show_about_window (parent,
#endif
                         "application-name", "JourneyMap",
                         "application-icon", APP_ID,
                         "version", VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", comments,
                         "translator-credits", translators,
                         NULL);
}

/**
 * jm_compat_show_preferences:
 * @parent: the window that asks
 * @title: what they are called
 * @page: (transfer floating): what there is to choose
 *
 * Shows preferences: in a sheet of the window from libadwaita 1.5 on, in a window of their own before.
 */
void
jm_compat_show_preferences (GtkWindow          *parent,
                            const char         *title,
                            AdwPreferencesPage *page)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  AdwDialog *dialog;

  dialog = adw_preferences_dialog_new ();
  adw_dialog_set_title (dialog, title);
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
  jm_sheet_present (GTK_WIDGET (dialog), parent);
#else
  GtkWidget *window = adw_preferences_window_new ();

  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 640);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
#endif
}

G_GNUC_END_IGNORE_DEPRECATIONS
