/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first edit since the last snapshot starts a clock, and what the map is when it rings is kept: so nothing waits for a
 * pause, and under continuous typing there are some three snapshots a second. The disk is another thread's: one for all
 * maps, so that what is asked for first is done first.
 */

#include "config.h"

#include "jm-keeper.h"

#include "format/jm-presence.h"

#include <string.h>

/* From an edit to its snapshot, in milliseconds. */
#define DELAY 300

/* After a failure, in milliseconds: the disk may have room again. */
#define RETRY_DELAY 5000

struct _JmKeeper
{
  GObject     parent_instance;

  JmSession  *session;
  JmRecovery *recovery;   /* used by the thread; freed there at the end */
  JmPresence *presence;   /* likewise */
  JmMap      *kept;       /* what the last snapshot holds, or the file */
  char       *error;      /* in words for people; NULL while all is well */
  guint       timeout;
  guint       turn;       /* a snapshot of an earlier one is no longer there */
  gboolean    is_keeping; /* a snapshot is under way */
  gboolean    has_ended;
};

enum
{
  SIGNAL_STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmKeeper, jm_keeper, G_TYPE_OBJECT)

/* The thread */

typedef enum
{
  TASK_SNAPSHOT,
  TASK_SET_FILE,
  TASK_CLEAR,
  TASK_DISCARD,
  TASK_FREE
} TaskKind;

/* What somebody waits for. */
typedef struct
{
  GMutex    mutex;
  GCond     cond;
  gboolean  done;
  GError   *error;
} Rendezvous;

typedef struct
{
  TaskKind    kind;
  JmKeeper   *keeper;     /* NULL where nobody is told */
  JmRecovery *recovery;
  JmPresence *presence;
  JmMap      *map;
  guint       turn;
  char       *path;
  gboolean    has_stamp;
  JmStamp     stamp;
  GError     *error;
  Rendezvous *rendezvous;
} Task;

static GThreadPool *pool;

static void
task_free (Task *task)
{
  g_clear_object (&task->keeper);
  g_clear_pointer (&task->map, jm_map_unref);
  g_free (task->path);
  g_clear_error (&task->error);
  g_free (task);
}

static gboolean kept_cb (gpointer user_data);

static void
run_task (gpointer data,
          gpointer user_data)
{
  Task *task = data;

  switch (task->kind)
    {
    case TASK_SNAPSHOT:
      jm_recovery_snapshot (task->recovery, task->map, &task->error);
      break;

    case TASK_SET_FILE:
      jm_recovery_set_file (task->recovery, task->path, task->has_stamp ? &task->stamp : NULL);
      if (task->path != NULL)
        jm_presence_tell (task->presence, task->path);
      break;

    case TASK_CLEAR:
      jm_recovery_clear (task->recovery);
      break;

    case TASK_DISCARD:
      jm_recovery_discard (task->recovery);
      break;

    case TASK_FREE:
      jm_recovery_free (task->recovery);
      jm_presence_free (task->presence);
      break;

    default:
      g_assert_not_reached ();
    }

  if (task->rendezvous != NULL)
    {
      Rendezvous *rendezvous = task->rendezvous;

      g_mutex_lock (&rendezvous->mutex);
      rendezvous->done = TRUE;
      rendezvous->error = g_steal_pointer (&task->error);
      g_cond_signal (&rendezvous->cond);
      g_mutex_unlock (&rendezvous->mutex);
    }

  if (task->keeper != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, kept_cb, task, (GDestroyNotify) task_free);
  else
    task_free (task);
}

static Task *
new_task (JmKeeper *self,
          TaskKind  kind)
{
  Task *task = g_new0 (Task, 1);

  task->kind = kind;
  task->recovery = self->recovery;
  task->presence = self->presence;

  return task;
}

static void
push (Task *task)
{
  if (pool == NULL)
    pool = g_thread_pool_new (run_task, NULL, 1, FALSE, NULL);
  g_thread_pool_push (pool, task, NULL);
}

/* Snapshots */

static void schedule (JmKeeper *self,
                      guint     delay);

static gboolean
timeout_cb (gpointer user_data)
{
  JmKeeper *self = user_data;
  Task *task;

  self->timeout = 0;
  self->is_keeping = TRUE;

  task = new_task (self, TASK_SNAPSHOT);
  task->keeper = g_object_ref (self);
  task->map = jm_map_ref (jm_session_get_committed_map (self->session));
  task->turn = self->turn;
  push (task);

  return G_SOURCE_REMOVE;
}

static void
schedule (JmKeeper *self,
          guint     delay)
{
  if (self->timeout == 0 && !self->is_keeping && !self->has_ended)
    self->timeout = g_timeout_add (delay, timeout_cb, self);
}

/* Where the map is what lies on the disk, there is nothing to keep. */
static void
look (JmKeeper *self)
{
  if (jm_session_get_committed_map (self->session) != self->kept)
    schedule (self, self->error != NULL ? RETRY_DELAY : DELAY);
}

static void
set_kept (JmKeeper *self,
          JmMap    *map)
{
  jm_map_ref (map);
  g_clear_pointer (&self->kept, jm_map_unref);
  self->kept = map;
}

static void
set_error (JmKeeper     *self,
           const GError *error)
{
  const char *message = error != NULL ? error->message : NULL;

  if (g_strcmp0 (message, self->error) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (message);
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

static gboolean
kept_cb (gpointer user_data)
{
  Task *task = user_data;
  JmKeeper *self = task->keeper;

  self->is_keeping = FALSE;
  if (self->has_ended)
    return G_SOURCE_REMOVE;

  /* Whatever it held, it was cleared since, because the map was saved. */
  if (task->turn == self->turn)
    {
      if (task->error == NULL)
        set_kept (self, task->map);
      set_error (self, task->error);
    }
  look (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (JmKeeper *self)
{
  look (self);
}

static void
jm_keeper_dispose (GObject *object)
{
  JmKeeper *self = JM_KEEPER (object);

  jm_keeper_end (self, FALSE);

  G_OBJECT_CLASS (jm_keeper_parent_class)->dispose (object);
}

static void
jm_keeper_class_init (JmKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jm_keeper_dispose;

  signals[SIGNAL_STATE_CHANGED] =
    g_signal_new ("state-changed", JM_TYPE_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jm_keeper_init (JmKeeper *self)
{
}

/**
 * jm_keeper_new:
 * @session: what to keep
 * @recovery: (nullable) (transfer full): where it is kept already, when it was recovered
 *
 * Returns: (transfer full): a keeper that begins with the next edit
 */
JmKeeper *
jm_keeper_new (JmSession  *session,
               JmRecovery *recovery)
{
  JmKeeper *self = g_object_new (JM_TYPE_KEEPER, NULL);

  self->session = g_object_ref (session);
  self->recovery = recovery != NULL ? recovery : jm_recovery_new ();
  self->presence = jm_presence_new ();
  self->kept = jm_map_ref (jm_session_get_committed_map (session));
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * jm_keeper_get_error:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): why the unsaved work is not kept, in words for people
 */
const char *
jm_keeper_get_error (JmKeeper *self)
{
  g_return_val_if_fail (JM_IS_KEEPER (self), NULL);

  return self->error;
}

/**
 * jm_keeper_set_file:
 * @self: a keeper
 * @path: (nullable): the path of the map's file, in the encoding of file names
 * @stamp: (nullable): what that file is
 *
 * Says which file the map is in, to who recovers it and to other programs that have it open.
 */
void
jm_keeper_set_file (JmKeeper      *self,
                    const char    *path,
                    const JmStamp *stamp)
{
  Task *task;

  g_return_if_fail (JM_IS_KEEPER (self));

  if (self->has_ended)
    return;

  task = new_task (self, TASK_SET_FILE);
  task->path = g_strdup (path);
  task->has_stamp = stamp != NULL;
  if (stamp != NULL)
    task->stamp = *stamp;
  push (task);
}

/**
 * jm_keeper_saved:
 * @self: a keeper
 * @map: what is in the file now, as a save that succeeded says
 *
 * Lets the snapshots go, unless the map has changed since.
 */
void
jm_keeper_saved (JmKeeper *self,
                 JmMap    *map)
{
  g_return_if_fail (JM_IS_KEEPER (self));

  if (self->has_ended)
    return;

  /* A snapshot that is under way comes before, in the queue of the thread. */
  if (jm_session_get_committed_map (self->session) == map)
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      push (new_task (self, TASK_CLEAR));
      self->turn++;
      set_kept (self, map);
      set_error (self, NULL);
    }
  else
    {
      look (self);
    }
}

/**
 * jm_keeper_lost_file:
 * @self: a keeper
 *
 * Says that the file is no longer there: the map is nowhere but here, and is kept.
 */
void
jm_keeper_lost_file (JmKeeper *self)
{
  g_return_if_fail (JM_IS_KEEPER (self));

  g_clear_pointer (&self->kept, jm_map_unref);
  if (!self->has_ended)
    look (self);
}

/**
 * jm_keeper_flush:
 * @self: a keeper
 * @error: return location for an error, in words for people
 *
 * Keeps the map as it is now, and waits until that is done: the program is about to be ended, or the map to be replaced.
 *
 * Returns: whether it is kept, or saved anyway
 */
gboolean
jm_keeper_flush (JmKeeper  *self,
                 GError   **error)
{
  Rendezvous rendezvous = { 0 };
  Task *task;

  g_return_val_if_fail (JM_IS_KEEPER (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->has_ended || jm_session_get_saved (self->session))
    return TRUE;

  g_mutex_init (&rendezvous.mutex);
  g_cond_init (&rendezvous.cond);

  task = new_task (self, TASK_SNAPSHOT);
  task->map = jm_map_ref (jm_session_get_committed_map (self->session));
  task->rendezvous = &rendezvous;
  push (task);

  g_mutex_lock (&rendezvous.mutex);
  while (!rendezvous.done)
    g_cond_wait (&rendezvous.cond, &rendezvous.mutex);
  g_mutex_unlock (&rendezvous.mutex);

  g_mutex_clear (&rendezvous.mutex);
  g_cond_clear (&rendezvous.cond);
  if (rendezvous.error == NULL)
    return TRUE;

  g_propagate_error (error, rendezvous.error);

  return FALSE;
}

/**
 * jm_keeper_end:
 * @self: a keeper
 * @discard: whether a person throws the unsaved work away
 *
 * Ends the keeping. What is saved needs no snapshot any more; what was thrown away can be had back for a while; anything
 * else stays, and is recovered by the next start.
 */
void
jm_keeper_end (JmKeeper *self,
               gboolean  discard)
{
  g_return_if_fail (JM_IS_KEEPER (self));

  if (self->has_ended)
    return;

  self->has_ended = TRUE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->session, self);

  if (jm_session_get_saved (self->session) && !discard)
    {
      push (new_task (self, TASK_CLEAR));
    }
  else
    {
      Task *task = new_task (self, TASK_SNAPSHOT);

      task->map = jm_map_ref (jm_session_get_committed_map (self->session));
      push (task);
      if (discard)
        push (new_task (self, TASK_DISCARD));
    }
  push (new_task (self, TASK_FREE));
  self->recovery = NULL;
  self->presence = NULL;

  g_clear_object (&self->session);
  g_clear_pointer (&self->kept, jm_map_unref);
  g_clear_pointer (&self->error, g_free);
}

/**
 * jm_keeper_end_all:
 *
 * Waits for what is still to be done for maps that were closed. Before the program ends.
 */
void
jm_keeper_end_all (void)
{
  GThreadPool *ending = g_steal_pointer (&pool);

  if (ending != NULL)
    g_thread_pool_free (ending, FALSE, TRUE);
}
