/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-recovery-start.h"

#include "jm-keeper.h"
#include "jm-reopen.h"
#include "jm-window.h"

#include "format/jm-recovery.h"

#include <glib-unix.h>
#include <signal.h>

/* Bringing back */

static void
adopt_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  g_task_return_pointer (task, jm_recovery_adopt_all (NULL), (GDestroyNotify) g_ptr_array_unref);
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

static void
adopted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GtkApplication *application = GTK_APPLICATION (source);
  g_autoptr(GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);

  while (found->len > 0)
    {
      g_autoptr(JmDocument) document = jm_document_new_recovered (g_ptr_array_steal_index (found, 0), JM_SOURCE_STOPPED);
      JmWindow *window = get_window (application);

      jm_window_set_document (window, document);
      gtk_window_present (GTK_WINDOW (window));
    }

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
