/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who opens a map makes a folder for it (jm-presence.c), of which the system tells all who watch. Who stops without closing
 * it tells nobody: so while there is company, it is asked every now and then whether that still lives. On another thread,
 * as everything that asks the disk.
 */

#include "config.h"

#include "jm-company.h"

#include "format/jm-presence.h"

#include <glib/gstdio.h>

/* Between two looks at company that is there, in milliseconds. */
#define INTERVAL 1200

struct _JmCompany
{
  GObject       parent_instance;

  GFile        *file;        /* NULL: nothing is watched */
  gint64        since;       /* since when it has company, in seconds since 1970; 0 for none */
  GFileMonitor *monitor;     /* of the folder in which all tell what they have open */
  guint         interval;
  guint         turn;        /* counts up when another file is to be watched */
  gboolean      is_looking;
  gboolean      look_again;  /* something happened while it was looked */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmCompany, jm_company, G_TYPE_OBJECT)

/* Looking */

typedef struct
{
  char   *path;
  guint   turn;
  gint64  since;
} Look;

static void
look_free (Look *look)
{
  g_free (look->path);
  g_free (look);
}

static void
look_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Look *look = task_data;

  look->since = jm_presence_find (look->path);
  g_task_return_boolean (task, TRUE);
}

static void look (JmCompany *self);

static gboolean
interval_cb (gpointer user_data)
{
  look (user_data);

  return G_SOURCE_CONTINUE;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  JmCompany *self = JM_COMPANY (source);
  Look *looked = g_task_get_task_data (G_TASK (result));
  gint64 before = self->since;

  self->is_looking = FALSE;
  if (looked->turn == self->turn)
    {
      self->since = looked->since;
      if (self->since == 0)
        g_clear_handle_id (&self->interval, g_source_remove);
      else if (self->interval == 0)
        self->interval = g_timeout_add (INTERVAL, interval_cb, self);
      if (before != self->since)
        g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }

  if (self->look_again)
    look (self);
}

static void
look (JmCompany *self)
{
  g_autoptr(GTask) task = NULL;
  Look *looking;

  if (self->file == NULL)
    return;
  if (self->is_looking)
    {
      self->look_again = TRUE;
      return;
    }

  self->is_looking = TRUE;
  self->look_again = FALSE;
  looking = g_new0 (Look, 1);
  looking->path = g_file_get_path (self->file);
  looking->turn = self->turn;

  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, looking, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_thread);
}

static void
stop (JmCompany *self)
{
  self->turn++;
  self->since = 0;
  g_clear_handle_id (&self->interval, g_source_remove);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
      g_clear_object (&self->monitor);
    }
  g_clear_object (&self->file);
}

static void
start (JmCompany *self,
       GFile     *file)
{
  g_autofree char *root = jm_presence_get_root ();
  g_autoptr(GFile) folder = g_file_new_for_path (root);

  self->file = g_object_ref (file);
  /* What is not there is watched only now and then. */
  g_mkdir_with_parents (root, 0700);
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (look), self);
  look (self);
}

static void
jm_company_dispose (GObject *object)
{
  stop (JM_COMPANY (object));

  G_OBJECT_CLASS (jm_company_parent_class)->dispose (object);
}

static void
jm_company_class_init (JmCompanyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jm_company_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", JM_TYPE_COMPANY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jm_company_init (JmCompany *self)
{
}

/**
 * jm_company_new:
 *
 * Returns: (transfer full): what notices company, of no file yet
 */
JmCompany *
jm_company_new (void)
{
  return g_object_new (JM_TYPE_COMPANY, NULL);
}

/**
 * jm_company_set_file:
 * @self: a company
 * @file: (nullable): the file a map is in, %NULL for none
 *
 * Looks at once who else has it open, and goes on to.
 */
void
jm_company_set_file (JmCompany *self,
                     GFile     *file)
{
  gint64 before;

  g_return_if_fail (JM_IS_COMPANY (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  if (file != NULL && self->file != NULL && g_file_equal (file, self->file))
    return;

  before = self->since;
  stop (self);
  if (before != 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (file != NULL && g_file_is_native (file))
    start (self, file);
}

/**
 * jm_company_get_since:
 * @self: a company
 *
 * Returns: since when another program has the file open, in seconds since 1970; 0 when none has, as far as is known
 */
gint64
jm_company_get_since (JmCompany *self)
{
  g_return_val_if_fail (JM_IS_COMPANY (self), 0);

  return self->since;
}
