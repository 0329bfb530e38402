/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The system tells of changes on its own disks, and not of those that others make on a shared drive or that a sync client
 * makes by renaming. So the file is looked at every now and then as well, on another thread: a drive that does not answer
 * must not hold up the window. It is read only when it looks different.
 */

#include "config.h"

#include "jm-file-watch.h"

#include <errno.h>
#include <string.h>

/* Between two looks, in milliseconds. */
#define INTERVAL 1200

/* After the system told of a change, in milliseconds: who writes in place writes in several steps. */
#define SETTLING 150

struct _JmFileWatch
{
  GObject       parent_instance;

  GFile        *file;       /* NULL: nothing is watched */
  JmStamp       stamp;      /* what it was when we had it last */
  JmStamp       seen;       /* what it looked like when it was read last; not there to begin with */
  JmFileState   state;
  GFileMonitor *monitor;
  guint         interval;
  guint         settling;
  guint         turn;       /* counts up when another file, or another stamp, is to be watched */
  gboolean      is_looking;
};

enum
{
  SIGNAL_STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmFileWatch, jm_file_watch, G_TYPE_OBJECT)

/* Looking */

typedef struct
{
  char        *path;
  JmStamp      stamp;
  JmStamp      seen;
  guint        turn;
  JmFileState  state;    /* what it was found to be */
  gboolean     is_known; /* FALSE when it could not be looked at this time */
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
  struct stat info;
  JmStamp found;

  look->is_known = TRUE;
  if (stat (look->path, &info) != 0)
    {
      look->state = JM_FILE_GONE;
      look->is_known = errno == ENOENT || errno == ENOTDIR || errno == ENODEV || errno == EIO || errno == ESTALE;
    }
  else if (jm_stamp_looks_same (&look->stamp, &info))
    {
      look->state = JM_FILE_SAME;
    }
  else if (jm_stamp_looks_same (&look->seen, &info))
    {
      look->state = jm_stamp_same_content (&look->seen, &look->stamp) ? JM_FILE_SAME : JM_FILE_CHANGED;
    }
  else if (jm_stamp_take (&found, look->path, NULL) == 0)
    {
      look->seen = found;
      look->state = !found.exists ? JM_FILE_GONE
                                  : jm_stamp_same_content (&found, &look->stamp) ? JM_FILE_SAME : JM_FILE_CHANGED;
    }
  else
    {
      look->is_known = FALSE;
    }

  g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  JmFileWatch *self = JM_FILE_WATCH (source);
  Look *look = g_task_get_task_data (G_TASK (result));

  self->is_looking = FALSE;
  if (look->turn != self->turn)
    return;

  self->seen = look->seen;
  if (look->is_known && look->state != self->state)
    {
      self->state = look->state;
      g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
    }
}

static void
look (JmFileWatch *self)
{
  g_autoptr(GTask) task = NULL;
  Look *looking;

  if (self->is_looking || self->file == NULL)
    return;

  self->is_looking = TRUE;
  looking = g_new0 (Look, 1);
  looking->path = g_file_get_path (self->file);
  looking->stamp = self->stamp;
  looking->seen = self->seen;
  looking->turn = self->turn;

  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, looking, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_thread);
}

static gboolean
interval_cb (gpointer user_data)
{
  look (user_data);

  return G_SOURCE_CONTINUE;
}

static gboolean
settled_cb (gpointer user_data)
{
  JmFileWatch *self = user_data;

  self->settling = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

static void
monitor_cb (JmFileWatch *self)
{
  if (self->settling == 0)
    self->settling = g_timeout_add (SETTLING, settled_cb, self);
}

/* The watch */

static void
stop (JmFileWatch *self)
{
  self->turn++;
  g_clear_handle_id (&self->interval, g_source_remove);
  g_clear_handle_id (&self->settling, g_source_remove);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
      g_clear_object (&self->monitor);
    }
  g_clear_object (&self->file);
}

static void
jm_file_watch_dispose (GObject *object)
{
  stop (JM_FILE_WATCH (object));

  G_OBJECT_CLASS (jm_file_watch_parent_class)->dispose (object);
}

static void
jm_file_watch_class_init (JmFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jm_file_watch_dispose;

  signals[SIGNAL_STATE_CHANGED] =
    g_signal_new ("state-changed", JM_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jm_file_watch_init (JmFileWatch *self)
{
}

/**
 * jm_file_watch_new:
 *
 * Returns: (transfer full): a watch over nothing
 */
JmFileWatch *
jm_file_watch_new (void)
{
  return g_object_new (JM_TYPE_FILE_WATCH, NULL);
}

/**
 * jm_file_watch_set_file:
 * @self: a watch
 * @file: (nullable): the file to watch, %NULL for none
 * @stamp: (nullable): what it is, as far as we know
 *
 * Watches a file from now on; it counts as unchanged until it is found not to be.
 */
void
jm_file_watch_set_file (JmFileWatch   *self,
                        GFile         *file,
                        const JmStamp *stamp)
{
  JmFileState before;

  g_return_if_fail (JM_IS_FILE_WATCH (self));
  g_return_if_fail (file == NULL || stamp != NULL);

  if (file != NULL && self->file != NULL && g_file_equal (file, self->file))
    {
      self->turn++;
    }
  else
    {
      stop (self);
      if (file != NULL && g_file_is_native (file))
        {
          self->file = g_object_ref (file);
          self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
          if (self->monitor != NULL)
            g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (monitor_cb), self);
          self->interval = g_timeout_add (INTERVAL, interval_cb, self);
        }
    }

  before = self->state;
  if (stamp != NULL)
    self->stamp = *stamp;
  memset (&self->seen, 0, sizeof self->seen);
  self->state = JM_FILE_SAME;
  if (before != self->state)
    g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

/**
 * jm_file_watch_get_state:
 * @self: a watch
 *
 * Returns: what the file was found to be
 */
JmFileState
jm_file_watch_get_state (JmFileWatch *self)
{
  g_return_val_if_fail (JM_IS_FILE_WATCH (self), JM_FILE_SAME);

  return self->state;
}
