/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a document comes from its file and gets back into it, on another thread. */

#include "config.h"

#include "jm-document-private.h"

#include "format/jm-merge.h"
#include "format/jm-read.h"
#include "format/jm-save.h"

#include <glib/gi18n.h>

/* Loading */

typedef struct
{
  JmMap     *map;
  JmStamp    stamp;
  JmLocation location;
  GPtrArray *notices;
  GDateTime *saved_at;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->map, jm_map_unref);
  g_clear_pointer (&loaded->notices, g_ptr_array_unref);
  g_clear_pointer (&loaded->saved_at, g_date_time_unref);
  jm_location_clear (&loaded->location);
  g_free (loaded);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (task_data);
  g_autoptr(GFileInfo) info = NULL;
  Loaded *loaded;
  GError *error = NULL;

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (task_data);

      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("“%s” is not on this computer. Copy the file here first, and open the copy."), name);
      return;
    }

  loaded = g_new0 (Loaded, 1);
  loaded->map = jm_read_document (path, &loaded->stamp, &loaded->notices, &error);
  if (loaded->map == NULL)
    {
      loaded_free (loaded);
      g_task_return_error (task, error);
      return;
    }

  jm_location_find (&loaded->location, path);
  info = g_file_query_info (task_data, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info != NULL)
    loaded->saved_at = g_file_info_get_modification_date_time (info);

  g_task_return_pointer (task, loaded, (GDestroyNotify) loaded_free);
}

/**
 * jm_document_load_async:
 * @file: a .cjm file
 * @cancellable: (nullable): to give it up
 * @callback: called in the main thread when it was read
 * @user_data: for @callback
 *
 * Reads a map on another thread.
 */
void
jm_document_load_async (GFile               *file,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, jm_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

/**
 * jm_document_load_finish:
 * @result: what the callback was given
 * @notices: (out) (nullable) (element-type JmNotice): what there is to tell about the file
 * @error: why it cannot be opened, in words for people
 *
 * Returns: (transfer full) (nullable): the document
 */
JmDocument *
jm_document_load_finish (GAsyncResult  *result,
                         GPtrArray    **notices,
                         GError       **error)
{
  GTask *task = G_TASK (result);
  Loaded *loaded = g_task_propagate_pointer (task, error);
  JmDocument *self;

  if (loaded == NULL)
    return NULL;

  self = jm_document_new (loaded->map);
  jm_document_settle (self, g_task_get_task_data (task), loaded->map, &loaded->stamp, &loaded->location);
  self->saved_at = g_steal_pointer (&loaded->saved_at);
  if (notices != NULL)
    *notices = g_steal_pointer (&loaded->notices);
  loaded_free (loaded);

  return self;
}

/* Saving */

typedef struct
{
  JmMap       *map;
  GFile       *file;       /* NULL until it is on its way: the file the document lives in then */
  JmSaveTerms  terms;
  JmStamp      expected;
  JmStamp      stamp;      /* what it is afterwards */
  JmLocation   location;   /* and where */
  char        *remark;
} Saving;

static void
saving_free (Saving *saving)
{
  jm_map_unref (saving->map);
  g_clear_object (&saving->file);
  jm_location_clear (&saving->location);
  g_free (saving->remark);
  g_free (saving);
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Saving *saving = task_data;
  g_autofree char *path = g_file_get_path (saving->file);
  GError *error = NULL;
  gboolean saved;

  if (path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                               _("Maps can only be saved on this computer. Choose a folder of this computer."));
      return;
    }

  saved = jm_save_document (saving->map, path, &saving->terms, &saving->stamp, &saving->remark, &error);
  jm_location_find (&saving->location, path);

  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start_save (JmDocument *self,
            GTask      *task)
{
  Saving *saving = g_task_get_task_data (task);
  gboolean is_own = saving->file == NULL || (self->file != NULL && g_file_equal (saving->file, self->file));

  /* That another file is replaced, the person was asked. */
  if (is_own && !saving->terms.must_keep)
    {
      saving->expected = self->stamp;
      saving->terms.expected = &saving->expected;
    }

  /* A person who chooses the folder once more means the one that is there now. */
  if (saving->file == NULL)
    {
      saving->terms.drive = self->location.drive;
      saving->file = g_object_ref (self->file);
    }

  g_task_run_in_thread (task, save_thread);
}

static void
save_async (JmDocument          *self,
            GFile               *file,
            gboolean             replace,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  Saving *saving;

  jm_session_end_typing (self->session);

  saving = g_new0 (Saving, 1);
  saving->map = jm_map_ref (jm_session_get_committed_map (self->session));
  g_set_object (&saving->file, file);
  saving->terms.keep_version = TRUE;
  saving->terms.must_keep = replace;
  g_task_set_source_tag (task, save_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);

  /* One after the other: only when the first has ended is it known what the file is that the second finds there. */
  if (self->n_saving++ == 0)
    start_save (self, task);
  else
    g_queue_push_tail (&self->saves, g_object_ref (task));
  jm_document_emit_state (self);
}

/**
 * jm_document_save_async:
 * @self: a document
 * @file: (nullable): where to, %NULL for the file it lives in
 * @callback: called in the main thread when it was saved
 * @user_data: for @callback
 *
 * Saves the map as it is now on another thread; people work on meanwhile. Text that is still being typed is in it. What is
 * being saved already comes first, and the document may live in another file after that.
 */
void
jm_document_save_async (JmDocument          *self,
                        GFile               *file,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (JM_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  save_async (self, file, FALSE, callback, user_data);
}

/**
 * jm_document_replace_async:
 * @self: a document with a file
 * @callback: called in the main thread when it was saved
 * @user_data: for @callback
 *
 * Saves as jm_document_save_async() does, also when somebody else has changed the file: what that one wrote is kept as an
 * earlier version, or nothing is replaced.
 */
void
jm_document_replace_async (JmDocument          *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (JM_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  save_async (self, NULL, TRUE, callback, user_data);
}

/**
 * jm_document_save_finish:
 * @self: a document
 * @result: what the callback was given
 * @remark: (out) (nullable) (transfer full): what went wrong without harm to the map, in words for people
 * @error: why it was not saved, in words for people
 *
 * Returns: whether the map is in the file. The document lives in that file from then on.
 */
gboolean
jm_document_save_finish (JmDocument    *self,
                         GAsyncResult  *result,
                         char         **remark,
                         GError       **error)
{
  GTask *task = G_TASK (result);
  Saving *saving = g_task_get_task_data (task);
  g_autoptr(GError) reason = NULL;
  gboolean saved = g_task_propagate_boolean (task, &reason);
  gboolean is_own = self->file != NULL && g_file_equal (saving->file, self->file);
  g_autoptr(GTask) next = NULL;

  *remark = g_steal_pointer (&saving->remark);

  /* It is there, even if the disk may not have it yet: to save once more must not look like a change by somebody else. */
  if (g_error_matches (reason, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_CERTAIN) && is_own)
    {
      g_clear_pointer (&self->lost, jm_map_unref);
      jm_document_settle (self, saving->file, saving->map, &saving->stamp, &saving->location);
    }

  self->n_saving--;
  if (saved)
    {
      jm_document_settle (self, saving->file, saving->map, &saving->stamp, &saving->location);
      g_clear_pointer (&self->saved_at, g_date_time_unref);
      self->saved_at = g_date_time_new_now_local ();
      jm_session_mark_saved (self->session, saving->map);
      jm_keeper_saved (self->keeper, saving->map);
    }
  else
    {
      g_propagate_error (error, g_steal_pointer (&reason));
    }

  next = g_queue_pop_head (&self->saves);
  if (next != NULL)
    start_save (self, next);
  jm_document_emit_state (self);

  return saved;
}

/**
 * jm_document_reload_async:
 * @self: a document with a file
 * @callback: called in the main thread when it was read
 * @user_data: for @callback
 *
 * Reads the file again, because somebody else changed it: for jm_document_reload_finish() or jm_document_merge_finish().
 */
void
jm_document_reload_async (JmDocument          *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (JM_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  g_task_set_source_tag (task, jm_document_reload_async);
  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

/**
 * jm_document_reload_finish:
 * @self: a document
 * @result: what the callback was given
 * @notices: (out) (nullable) (element-type JmNotice): what there is to tell about the file
 * @error: why it cannot be opened, in words for people
 *
 * Shows what is in the file. Work that was not saved is put aside as if it had been thrown away: it can be had back. Where
 * it cannot be put aside, it stays in the window.
 *
 * Returns: whether the file is shown now; otherwise the map is as it was
 */
gboolean
jm_document_reload_finish (JmDocument    *self,
                           GAsyncResult  *result,
                           GPtrArray    **notices,
                           GError       **error)
{
  GTask *task = G_TASK (result);
  Loaded *loaded = g_task_propagate_pointer (task, error);

  if (loaded == NULL)
    return FALSE;

  jm_session_end_typing (self->session);
  if (!jm_keeper_flush (self->keeper, error))
    {
      loaded_free (loaded);
      return FALSE;
    }

  jm_keeper_end (self->keeper, !jm_session_get_saved (self->session));
  jm_session_replace (self->session, loaded->map);
  jm_document_set_keeper (self, NULL);
  jm_document_settle (self, g_task_get_task_data (task), loaded->map, &loaded->stamp, &loaded->location);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  self->saved_at = g_steal_pointer (&loaded->saved_at);

  *notices = g_steal_pointer (&loaded->notices);
  loaded_free (loaded);
  jm_document_emit_state (self);
  jm_document_emit_safety (self);

  return TRUE;
}

/**
 * jm_document_merge_finish:
 * @self: a document
 * @result: what the callback of jm_document_reload_async() was given
 * @n_choices: (out): in how many places a person must choose
 * @notices: (out) (nullable) (element-type JmNotice): what there is to tell about the file
 * @error: why it cannot be opened, or the two be merged, in words for people
 *
 * Brings what somebody else made of the file together with the map, as one edit, which is not saved yet.
 *
 * Returns: whether both are shown now; otherwise the map is as it was
 */
gboolean
jm_document_merge_finish (JmDocument    *self,
                          GAsyncResult  *result,
                          guint         *n_choices,
                          GPtrArray    **notices,
                          GError       **error)
{
  GTask *task = G_TASK (result);
  Loaded *loaded = g_task_propagate_pointer (task, error);
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(JmMap) merged = NULL;

  if (loaded == NULL)
    return FALSE;

  if (jm_session_in_draft (self->session))
    jm_session_cancel_draft (self->session);
  jm_session_end_typing (self->session);
  merged = jm_merge (self->held, jm_session_get_map (self->session), loaded->map, &conflicts, error);
  if (merged == NULL)
    {
      loaded_free (loaded);
      return FALSE;
    }

  jm_session_apply (self->session, merged, _("Merge"));
  jm_document_settle (self, g_task_get_task_data (task), loaded->map, &loaded->stamp, &loaded->location);
  jm_session_mark_saved (self->session, loaded->map);

  *n_choices = conflicts->len;
  *notices = g_steal_pointer (&loaded->notices);
  loaded_free (loaded);
  jm_document_emit_state (self);
  jm_document_emit_safety (self);

  return TRUE;
}
