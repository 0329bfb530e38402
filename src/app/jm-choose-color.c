/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-choose-color.h"

/* We say that we use nothing newer than GTK 4.8, and are warned when we do. Here it is meant. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/* color is NULL when none was chosen. */
static void
choose (GTask         *task,
        const GdkRGBA *color)
{
  g_task_return_pointer (task, color != NULL ? gdk_rgba_copy (color) : NULL, (GDestroyNotify) gdk_rgba_free);
  g_object_unref (task);
}

#if GTK_CHECK_VERSION (4, 10, 0)

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GdkRGBA *color = gtk_color_dialog_choose_rgba_finish (GTK_COLOR_DIALOG (source), result, NULL);

  choose (user_data, color);
  g_clear_pointer (&color, gdk_rgba_free);
}

#else

static void
response_cb (GtkDialog *dialog,
             int        response,
             gpointer   user_data)
{
  GdkRGBA color;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (dialog), &color);
  choose (user_data, response == GTK_RESPONSE_OK ? &color : NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#endif

/**
 * jm_choose_color:
 * @parent: the window that asks
 * @title: what is asked
 * @present: the colour that it is now
 * @callback: called when a colour was chosen or none, with @parent
 * @user_data: for @callback
 */
void
jm_choose_color (GtkWindow           *parent,
                 const char          *title,
                 const GdkRGBA       *present,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr(GtkColorDialog) dialog = gtk_color_dialog_new ();

  gtk_color_dialog_set_title (dialog, title);
  gtk_color_dialog_set_with_alpha (dialog, FALSE);
  gtk_color_dialog_choose_rgba (dialog, parent, present, NULL, chosen_cb, task);
#else
  GtkWidget *dialog = gtk_color_chooser_dialog_new (title, parent);

  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_color_chooser_set_use_alpha (GTK_COLOR_CHOOSER (dialog), FALSE);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (dialog), present);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

/**
 * jm_choose_color_finish:
 * @result: what the callback was given
 * @color: (out): the colour that was chosen
 *
 * Returns: whether one was chosen, and the window that asked is still there
 */
gboolean
jm_choose_color_finish (GAsyncResult *result,
                        GdkRGBA      *color)
{
  GdkRGBA *chosen = g_task_propagate_pointer (G_TASK (result), NULL);

  if (chosen == NULL)
    return FALSE;

  *color = *chosen;
  gdk_rgba_free (chosen);

  /* A window that was closed is kept until now by the question, but there is nobody in it. */
  return gtk_widget_get_realized (g_task_get_source_object (G_TASK (result)));
}

G_GNUC_END_IGNORE_DEPRECATIONS
