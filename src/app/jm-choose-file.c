/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-choose-file.h"

/* We say that we use nothing newer than GTK 4.8, and are warned when we do. Here it is meant. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/* Takes file, which is NULL when none was chosen. */
static void
choose (GTask *task,
        GFile *file)
{
  g_task_return_pointer (task, file, g_object_unref);
  g_object_unref (task);
}

#if GTK_CHECK_VERSION (4, 10, 0)

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  choose (user_data, gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  choose (user_data, gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL));
}

#else

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             gpointer         user_data)
{
  choose (user_data,
          response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL);
  g_object_unref (chooser);
}

#endif

/**
 * jm_choose_file:
 * @parent: the window that asks
 * @what_for: whether a file that is there is asked for, or the name of one to write
 * @title: what is asked
 * @accept: (nullable): what the button says, with a mnemonic; %NULL for what the desktop says
 * @filters: (element-type GtkFileFilter): which files are shown, the first one of them to begin with
 * @folder: (nullable): where to begin; %NULL for where the desktop thinks
 * @name: (nullable): the name to begin with, when a file is to be written
 * @callback: called when a file was chosen or none, with @parent
 * @user_data: for @callback
 *
 * The file is to be taken as it is: in a sandbox any other name is one that we may not write.
 */
void
jm_choose_file (GtkWindow           *parent,
                JmChoose             what_for,
                const char          *title,
                const char          *accept,
                GListModel          *filters,
                GFile               *folder,
                const char          *name,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_folder (dialog, folder);
  if (what_for == JM_CHOOSE_TO_OPEN)
    {
      gtk_file_dialog_open (dialog, parent, NULL, opened_cb, task);
    }
  else
    {
      gtk_file_dialog_set_initial_name (dialog, name);
      gtk_file_dialog_save (dialog, parent, NULL, saved_cb, task);
    }
#else
  GtkFileChooserNative *chooser;

  chooser = gtk_file_chooser_native_new (title, parent,
                                         what_for == JM_CHOOSE_TO_OPEN ? GTK_FILE_CHOOSER_ACTION_OPEN
                                                                       : GTK_FILE_CHOOSER_ACTION_SAVE,
                                         accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr(GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
    }
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  if (what_for == JM_CHOOSE_TO_SAVE && name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);

  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
#endif
}

/**
 * jm_choose_file_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable): the file that was chosen; %NULL when none was, or when the window that asked is gone
 */
GFile *
jm_choose_file_finish (GAsyncResult *result)
{
  g_autoptr(GFile) file = g_task_propagate_pointer (G_TASK (result), NULL);

  /* A window that was closed is kept until now by the question, but there is nobody in it. */
  if (!gtk_widget_get_realized (g_task_get_source_object (G_TASK (result))))
    return NULL;

  return g_steal_pointer (&file);
}

G_GNUC_END_IGNORE_DEPRECATIONS
