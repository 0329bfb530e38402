/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-sheet.h"

#include "jm-compat.h"

#define IS_DIALOG ADW_CHECK_VERSION (1, 5, 0)

/**
 * jm_sheet_new:
 * @title: what it is about
 * @content: (transfer floating): what is in it, with a header bar
 * @width: in pixels, where there is room
 * @height: in pixels, where there is room; -1 for what @content asks
 *
 * Returns: (transfer floating): a sheet, not shown yet
 */
GtkWidget *
jm_sheet_new (const char *title,
              GtkWidget  *content,
              int         width,
              int         height)
{
#if IS_DIALOG
  GtkWidget *sheet = g_object_new (ADW_TYPE_DIALOG,
                                   "title", title,
                                   "content-width", width,
                                   "child", content,
                                   NULL);

  if (height < 0)
    jm_sheet_fit (sheet);
  else
    adw_dialog_set_content_height (ADW_DIALOG (sheet), height);

  return sheet;
#else
  GtkWidget *sheet = g_object_new (ADW_TYPE_WINDOW,
                                   "title", title,
                                   "modal", TRUE,
                                   "default-width", width,
                                   "default-height", height,
                                   "resizable", height >= 0,
                                   "content", content,
                                   NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (sheet, keys);

  return sheet;
#endif
}

/**
 * jm_sheet_set_content:
 * @sheet: a sheet
 * @content: (transfer floating): what is in it from now on
 */
void
jm_sheet_set_content (GtkWidget *sheet,
                      GtkWidget *content)
{
#if IS_DIALOG
  adw_dialog_set_child (ADW_DIALOG (sheet), content);
#else
  adw_window_set_content (ADW_WINDOW (sheet), content);
#endif
}

/**
 * jm_sheet_set_default:
 * @sheet: a sheet
 * @button: what Enter does, and what has the focus at first
 */
void
jm_sheet_set_default (GtkWidget *sheet,
                      GtkWidget *button)
{
#if IS_DIALOG
  adw_dialog_set_default_widget (ADW_DIALOG (sheet), button);
  adw_dialog_set_focus (ADW_DIALOG (sheet), button);
#else
  gtk_window_set_default_widget (GTK_WINDOW (sheet), button);
  gtk_window_set_focus (GTK_WINDOW (sheet), button);
#endif
}

/**
 * jm_sheet_fit:
 * @sheet: a sheet that is as high as its content asks
 *
 * To be called when the content asks for another height.
 */
void
jm_sheet_fit (GtkWidget *sheet)
{
#if IS_DIALOG
  int height;

  gtk_widget_measure (adw_dialog_get_child (ADW_DIALOG (sheet)), GTK_ORIENTATION_VERTICAL,
                      adw_dialog_get_content_width (ADW_DIALOG (sheet)), NULL, &height, NULL, NULL);
  adw_dialog_set_content_height (ADW_DIALOG (sheet), height);
#endif
}

/**
 * jm_sheet_present:
 * @sheet: (transfer full): a sheet
 * @window: the window that it is about
 *
 * Shows it. While there is one, no other is shown.
 */
void
jm_sheet_present (GtkWidget *sheet,
                  GtkWindow *window)
{
#if IS_DIALOG
  /* A key reaches the window below, too. */
  if (jm_sheet_get_shown (window) != NULL)
    {
      g_object_ref_sink (sheet);
      g_object_unref (sheet);
      return;
    }

  adw_dialog_present (ADW_DIALOG (sheet), GTK_WIDGET (window));
#else
  gtk_window_set_transient_for (GTK_WINDOW (sheet), window);
  jm_compat_name_buttons (sheet);
  gtk_window_present (GTK_WINDOW (sheet));
#endif
}

/**
 * jm_sheet_find:
 * @inside: a widget
 *
 * Returns: (transfer none) (nullable): the sheet that @inside is in
 */
GtkWidget *
jm_sheet_find (GtkWidget *inside)
{
#if IS_DIALOG
  return gtk_widget_get_ancestor (inside, ADW_TYPE_DIALOG);
#else
  return gtk_widget_get_ancestor (inside, ADW_TYPE_WINDOW);
#endif
}

/**
 * jm_sheet_get_window:
 * @sheet: a sheet that is shown
 *
 * Returns: (transfer none): the window that it is about
 */
GtkWindow *
jm_sheet_get_window (GtkWidget *sheet)
{
#if IS_DIALOG
  return GTK_WINDOW (gtk_widget_get_root (sheet));
#else
  return gtk_window_get_transient_for (GTK_WINDOW (sheet));
#endif
}

/**
 * jm_sheet_get_shown:
 * @window: a window
 *
 * Returns: (transfer none) (nullable): what lies over it now: always %NULL where that is a window of its own
 */
GtkWidget *
jm_sheet_get_shown (GtkWindow *window)
{
#if IS_DIALOG
  if (ADW_IS_APPLICATION_WINDOW (window))
    return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  if (ADW_IS_WINDOW (window))
    return GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (window)));
#endif

  return NULL;
}
