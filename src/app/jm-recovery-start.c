/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-recovery-start.h"

#include "jm-keeper.h"
#include "jm-question.h"
#include "jm-reopen.h"
#include "jm-window.h"

#include "format/jm-recovery.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

/* Bringing back */

/* What the thread finds. */
typedef struct
{
  GPtrArray *recovered;  /* of JmRecovered */
  GPtrArray *refused;    /* of JmRefused */
} Found;

static void
found_free (Found *found)
{
  g_clear_pointer (&found->recovered, g_ptr_array_unref);
  g_clear_pointer (&found->refused, g_ptr_array_unref);
  g_free (found);
}

static void
adopt_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Found *found = g_new0 (Found, 1);

  found->recovered = jm_recovery_adopt_all (&found->refused);
  g_task_return_pointer (task, found, (GDestroyNotify) found_free);
}

static JmWindow *
get_window (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      if (JM_IS_WINDOW (l->data) && jm_window_is_empty (l->data))
        return l->data;
    }

  return jm_window_new (JM_APPLICATION (application));
}

/* Telling of what cannot be brought back, one after the other */

static void tell_next (GtkWindow *window,
                       GPtrArray *refused);

static void
refused_response_cb (JmQuestion *dialog,
                     const char *response,
                     gpointer    user_data)
{
  GPtrArray *refused = user_data;
  const JmRefused *told = g_ptr_array_index (refused, 0);
  GtkWindow *window = g_object_get_data (G_OBJECT (dialog), "jm-window");

  if (g_strcmp0 (response, "show") == 0)
    {
      g_autofree char *uri = g_filename_to_uri (told->folder, NULL, NULL);

      if (uri != NULL)
        gtk_show_uri (window, uri, GDK_CURRENT_TIME);
    }
  else if (g_strcmp0 (response, "give-up") == 0)
    {
      jm_recovery_give_up (told->folder);
    }

  g_ptr_array_remove_index (refused, 0);
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    tell_next (window, refused);
  g_ptr_array_unref (refused);
}

static void
tell_next (GtkWindow *window,
           GPtrArray *refused)
{
  const JmRefused *told;
  JmQuestion *dialog;
  g_autofree char *body = NULL;

  if (refused->len == 0)
    return;

  told = g_ptr_array_index (refused, 0);
  if (*told->title != '\0')
    body = g_strdup_printf (/* Translators: the title of a map, and a sentence that says what is wrong */
                            _("The program stopped before “%s” was saved, and what was kept of it cannot be read. %s\n\n"
                              "It stays where it is. A newer version of the program may be able to read it, or somebody "
                              "with a text editor."), told->title, told->reason);
  else
    body = g_strdup_printf (/* Translators: a sentence that says what is wrong */
                            _("The program stopped before a map was saved, and what was kept of it cannot be read. %s\n\n"
                              "It stays where it is. A newer version of the program may be able to read it, or somebody "
                              "with a text editor."), told->reason);

  dialog = jm_question_new (_("Unsaved Work Cannot Be Brought Back"), body);
  jm_question_add (dialog, "give-up", _("_Do Not Tell Again"), ADW_RESPONSE_DEFAULT);
  jm_question_add (dialog, "show", _("Show _Folder"), ADW_RESPONSE_DEFAULT);
  jm_question_add (dialog, "close", _("_Close"), ADW_RESPONSE_DEFAULT);
  jm_question_set_default (dialog, "close");
  jm_question_set_close (dialog, "close");
  g_object_set_data_full (G_OBJECT (dialog), "jm-window", g_object_ref (window), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (refused_response_cb), g_ptr_array_ref (refused));
  jm_question_present (dialog, GTK_WIDGET (window));
}

static void
adopted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GtkApplication *application = GTK_APPLICATION (source);
  Found *found = g_task_propagate_pointer (G_TASK (result), NULL);
  JmWindow *window = NULL;

  while (found->recovered->len > 0)
    {
      g_autoptr(JmDocument) document = NULL;

      document = jm_document_new_recovered (g_ptr_array_steal_index (found->recovered, 0), JM_SOURCE_STOPPED);
      window = get_window (application);
      jm_window_set_document (window, document);
      gtk_window_present (GTK_WINDOW (window));
    }

  if (found->refused->len > 0)
    {
      GtkWindow *parent = window != NULL ? GTK_WINDOW (window) : gtk_application_get_active_window (application);

      if (parent == NULL)
        {
          window = get_window (application);
          jm_window_start (window);
          parent = GTK_WINDOW (window);
        }
      tell_next (parent, found->refused);
    }

  found_free (found);
  /* What had nothing unsaved comes after what had. */
  jm_reopen_windows (JM_APPLICATION (application));
  g_application_release (G_APPLICATION (application));
}

/* Low, so that the first frame is there before the disk is asked. */
static gboolean
adopt_cb (gpointer user_data)
{
  GTask *task = g_task_new (user_data, NULL, adopted_cb, NULL);

  g_task_set_source_tag (task, adopt_cb);
  g_task_run_in_thread (task, adopt_thread);
  g_object_unref (task);

  return G_SOURCE_REMOVE;
}

/* Being ended */

static void
flush (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      JmDocument *document = JM_IS_WINDOW (l->data) ? jm_window_get_document (l->data) : NULL;

      if (document != NULL)
        jm_document_flush (document);
    }
}

static void
query_end_cb (GtkApplication *application)
{
  flush (application);
}

/* Nobody can be asked any more; what is not saved comes back at the next start. */
static gboolean
signal_cb (gpointer user_data)
{
  flush (user_data);
  g_application_quit (user_data);

  return G_SOURCE_CONTINUE;
}

/**
 * jm_recovery_start:
 * @application: the program, at its startup
 *
 * Looks for unsaved work of programs that are no more, and opens each in a window. From now on, when the system asks the
 * program to end, unsaved work is kept.
 */
void
jm_recovery_start (JmApplication *application)
{
  static const int signals[] = { SIGTERM, SIGINT, SIGHUP };

  for (guint n = 0; n < G_N_ELEMENTS (signals); n++)
    g_unix_signal_add (signals[n], signal_cb, application);
  g_signal_connect (application, "query-end", G_CALLBACK (query_end_cb), NULL);

  g_application_hold (G_APPLICATION (application));
  g_idle_add_full (G_PRIORITY_LOW, adopt_cb, application, NULL);
}

/**
 * jm_recovery_end:
 * @application: the program, at its shutdown
 *
 * Keeps what is not saved, and waits for what is still to be done on the disk.
 */
void
jm_recovery_end (JmApplication *application)
{
  flush (GTK_APPLICATION (application));
  jm_keeper_end_all ();
}
