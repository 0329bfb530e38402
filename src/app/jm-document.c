/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-document.h"

#include "jm-keeper.h"
#include "jm-spoken.h"

#include "format/jm-read.h"
#include "format/jm-save.h"

#include <glib/gi18n.h>
#include <string.h>

struct _JmDocument
{
  GObject    parent_instance;

  JmSession *session;
  GFile     *file;         /* NULL: never saved */
  JmStamp    stamp;        /* what that file was when we had it last */
  GFile     *origin;       /* without a file: the one it was in, or is an earlier version of; NULL for none */
  JmSource   source;       /* without a file */
  GDateTime *saved_at;     /* NULL: never, or not known */
  guint      n_saving;

  JmKeeper    *keeper;
  JmFileWatch *watch;
  JmMap       *lost;       /* what was saved in a file that is no longer there; NULL otherwise */
};

enum
{
  SIGNAL_STATE_CHANGED,
  SIGNAL_SAFETY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmDocument, jm_document, G_TYPE_OBJECT)

static void
emit_state_changed (JmDocument *self)
{
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

static void
emit_safety_changed (JmDocument *self)
{
  g_signal_emit (self, signals[SIGNAL_SAFETY_CHANGED], 0);
}

/* A file that is gone holds nothing: then the map is not saved, until the file is back. */
static void
watch_cb (JmDocument *self)
{
  JmFileState state = jm_file_watch_get_state (self->watch);

  if (state == JM_FILE_GONE && jm_session_get_saved (self->session))
    {
      self->lost = jm_map_ref (jm_session_get_committed_map (self->session));
      jm_session_mark_saved (self->session, NULL);
      jm_keeper_lost_file (self->keeper);
    }
  else if (state == JM_FILE_SAME && self->lost != NULL)
    {
      jm_session_mark_saved (self->session, self->lost);
    }
  if (state != JM_FILE_GONE)
    g_clear_pointer (&self->lost, jm_map_unref);

  emit_safety_changed (self);
}

static void
changed_cb (JmDocument *self,
            JmMap      *old_map,
            JmMap      *new_map)
{
  const char *old_title = jm_item_get_part (jm_map_get_root (old_map), JM_KIND_TITLE);
  const char *new_title = jm_item_get_part (jm_map_get_root (new_map), JM_KIND_TITLE);

  if (g_strcmp0 (old_title, new_title) != 0)
    emit_state_changed (self);
}

static void
jm_document_dispose (GObject *object)
{
  JmDocument *self = JM_DOCUMENT (object);

  /* Before the session goes, for what it holds now is what is kept. */
  if (self->keeper != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->keeper, self);
      jm_keeper_end (self->keeper, FALSE);
      g_clear_object (&self->keeper);
    }
  if (self->watch != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->watch, self);
      jm_file_watch_set_file (self->watch, NULL, NULL);
      g_clear_object (&self->watch);
    }
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_clear_object (&self->session);
    }
  g_clear_object (&self->file);
  g_clear_object (&self->origin);
  g_clear_pointer (&self->lost, jm_map_unref);
  g_clear_pointer (&self->saved_at, g_date_time_unref);

  G_OBJECT_CLASS (jm_document_parent_class)->dispose (object);
}

static void
jm_document_class_init (JmDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jm_document_dispose;

  signals[SIGNAL_STATE_CHANGED] =
    g_signal_new ("state-changed", JM_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAFETY_CHANGED] =
    g_signal_new ("safety-changed", JM_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jm_document_init (JmDocument *self)
{
}

/* Takes recovery, which may be NULL. */
static void
set_keeper (JmDocument *self,
            JmRecovery *recovery)
{
  if (self->keeper != NULL)
    g_signal_handlers_disconnect_by_data (self->keeper, self);
  g_clear_object (&self->keeper);

  self->keeper = jm_keeper_new (self->session, recovery);
  g_signal_connect_swapped (self->keeper, "state-changed", G_CALLBACK (emit_safety_changed), self);
}

/* Says that the map lives in a file which is as stamp says. */
static void
settle (JmDocument    *self,
        GFile         *file,
        const JmStamp *stamp)
{
  g_autofree char *path = g_file_get_path (file);

  g_set_object (&self->file, file);
  self->stamp = *stamp;
  self->source = JM_SOURCE_NEW;
  g_clear_object (&self->origin);
  jm_keeper_set_file (self->keeper, path, stamp);
  jm_file_watch_set_file (self->watch, file, stamp);
}

static JmDocument *
new_document (JmMap      *map,
              JmRecovery *recovery)
{
  JmDocument *self = g_object_new (JM_TYPE_DOCUMENT, NULL);

  self->session = jm_session_new (map);
  self->watch = jm_file_watch_new ();
  set_keeper (self, recovery);
  g_signal_connect_swapped (self->watch, "state-changed", G_CALLBACK (watch_cb), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::saved", G_CALLBACK (emit_state_changed), self);

  return self;
}

/**
 * jm_document_new:
 * @map: a map
 *
 * Returns: (transfer full): a document for a map that was never saved
 */
JmDocument *
jm_document_new (JmMap *map)
{
  return new_document (map, NULL);
}

/**
 * jm_document_new_unsaved:
 * @map: a map
 * @origin: (nullable): the file it is an earlier version of
 *
 * Returns: (transfer full): a document for a map that would be lost without saving it
 */
JmDocument *
jm_document_new_unsaved (JmMap *map,
                         GFile *origin)
{
  JmDocument *self = new_document (map, NULL);

  jm_session_mark_saved (self->session, NULL);
  if (origin != NULL)
    {
      self->source = JM_SOURCE_VERSION;
      self->origin = g_object_ref (origin);
    }

  return self;
}

/**
 * jm_document_new_recovered:
 * @recovered: (transfer full): unsaved work that was found
 * @source: how it came to be there
 *
 * Returns: (transfer full): a document for it, which has no file: the one that it was in is not touched
 */
JmDocument *
jm_document_new_recovered (JmRecovered *recovered,
                           JmSource     source)
{
  const char *path = jm_recovery_get_path (recovered->recovery);
  g_autoptr(GFile) origin = path != NULL ? g_file_new_for_path (path) : NULL;
  JmDocument *self = new_document (recovered->map, g_steal_pointer (&recovered->recovery));

  jm_session_mark_saved (self->session, NULL);
  self->source = source;
  self->origin = g_steal_pointer (&origin);
  jm_recovered_free (recovered);

  return self;
}

/* Loading */

typedef struct
{
  JmMap     *map;
  JmStamp    stamp;
  GPtrArray *notices;
  GDateTime *saved_at;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->map, jm_map_unref);
  g_clear_pointer (&loaded->notices, g_ptr_array_unref);
  g_clear_pointer (&loaded->saved_at, g_date_time_unref);
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
  settle (self, g_task_get_task_data (task), &loaded->stamp);
  self->saved_at = g_steal_pointer (&loaded->saved_at);
  if (notices != NULL)
    *notices = g_steal_pointer (&loaded->notices);
  loaded_free (loaded);

  return self;
}

/* Ask */

JmSession *
jm_document_get_session (JmDocument *self)
{
  g_return_val_if_fail (JM_IS_DOCUMENT (self), NULL);

  return self->session;
}

/**
 * jm_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the file it lives in, %NULL when it was never saved
 */
GFile *
jm_document_get_file (JmDocument *self)
{
  g_return_val_if_fail (JM_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * jm_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none): the title of the map, or words that stand for it
 */
const char *
jm_document_get_title (JmDocument *self)
{
  const char *title;

  g_return_val_if_fail (JM_IS_DOCUMENT (self), "");

  title = jm_item_get_part (jm_map_get_root (jm_session_get_map (self->session)), JM_KIND_TITLE);

  return *title != '\0' ? title : _("Untitled Map");
}

/**
 * jm_document_get_file_name:
 * @self: a document
 *
 * Returns: (transfer full) (nullable): the name of its file without the folder
 */
char *
jm_document_get_file_name (JmDocument *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (JM_IS_DOCUMENT (self), NULL);

  if (self->file == NULL)
    return NULL;

  name = g_file_get_basename (self->file);

  return g_filename_display_name (name);
}

/**
 * jm_document_get_suggested_name:
 * @self: a document
 * @extension: without the dot
 *
 * Returns: (transfer full): a file name made of the file's name, or else of the title
 */
char *
jm_document_get_suggested_name (JmDocument *self,
                                const char *extension)
{
  g_autofree char *name = NULL;
  g_autoptr(GString) clean = g_string_new (NULL);

  g_return_val_if_fail (JM_IS_DOCUMENT (self), NULL);

  name = jm_document_get_file_name (self);
  if (name == NULL && self->origin != NULL)
    {
      g_autofree char *origin_name = g_file_get_basename (self->origin);

      name = g_filename_display_name (origin_name);
    }
  if (name != NULL && g_str_has_suffix (name, ".cjm"))
    name[strlen (name) - strlen (".cjm")] = '\0';
  else if (name == NULL)
    name = g_strdup (jm_document_get_title (self));

  /* What some file system would not take, or what would make another folder of it. */
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c))
        g_string_append_c (clean, ' ');
      else if (c < 128 && strchr ("/\\:*?\"<>|", (int) c) != NULL)
        g_string_append_c (clean, '-');
      else if (clean->len < 120)
        g_string_append_unichar (clean, c);
    }
  g_strstrip (clean->str);

  return g_strdup_printf ("%s.%s", *clean->str != '\0' && *clean->str != '.' ? clean->str : _("Map"), extension);
}

/**
 * jm_document_describe_state:
 * @self: a document
 *
 * Returns: (transfer full): the file's name and whether it is saved: "ikea.cjm — saved, 14:02"
 */
char *
jm_document_describe_state (JmDocument *self)
{
  g_autofree char *name = NULL;
  g_autofree char *state = NULL;

  g_return_val_if_fail (JM_IS_DOCUMENT (self), NULL);

  name = jm_document_get_file_name (self);
  if (name == NULL && self->source == JM_SOURCE_STOPPED && self->n_saving == 0)
    {
      state = g_strdup (_("recovered, not saved"));
    }
  else if (self->n_saving > 0)
    {
      state = g_strdup (_("saving…"));
    }
  else if (name == NULL || !jm_session_get_saved (self->session))
    {
      state = g_strdup (_("not saved"));
    }
  else if (self->saved_at != NULL)
    {
      g_autofree char *when = jm_spoken_time_or_day (g_date_time_to_unix (self->saved_at));

      /* Translators: %s is a time of the day, such as 14:02, or "yesterday", or a date */
      state = g_strdup_printf (_("saved, %s"), when);
    }

  if (name == NULL)
    return g_steal_pointer (&state);
  if (state == NULL)
    return g_steal_pointer (&name);

  /* Translators: the name of the file and its state: "ikea.cjm — saved, 14:02" */
  return g_strdup_printf (_("%s — %s"), name, state);
}

/**
 * jm_document_is_modified:
 * @self: a document
 *
 * Returns: whether closing it would lose something
 */
gboolean
jm_document_is_modified (JmDocument *self)
{
  g_return_val_if_fail (JM_IS_DOCUMENT (self), FALSE);

  return !jm_session_get_saved (self->session);
}

gboolean
jm_document_is_saving (JmDocument *self)
{
  g_return_val_if_fail (JM_IS_DOCUMENT (self), FALSE);

  return self->n_saving > 0;
}

/**
 * jm_document_get_source:
 * @self: a document
 *
 * Returns: of one without a file, what it comes from
 */
JmSource
jm_document_get_source (JmDocument *self)
{
  g_return_val_if_fail (JM_IS_DOCUMENT (self), JM_SOURCE_NEW);

  return self->source;
}

/**
 * jm_document_get_origin:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): of one without a file, the file it was in before it was recovered, or that it is an
 *   earlier version of
 */
GFile *
jm_document_get_origin (JmDocument *self)
{
  g_return_val_if_fail (JM_IS_DOCUMENT (self), NULL);

  return self->origin;
}

/**
 * jm_document_get_file_state:
 * @self: a document
 *
 * Returns: whether somebody else changed or removed its file
 */
JmFileState
jm_document_get_file_state (JmDocument *self)
{
  g_return_val_if_fail (JM_IS_DOCUMENT (self), JM_FILE_SAME);

  return jm_file_watch_get_state (self->watch);
}

/**
 * jm_document_get_recovery_error:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why the unsaved work would be lost if the program stopped now, in words for people
 */
const char *
jm_document_get_recovery_error (JmDocument *self)
{
  g_return_val_if_fail (JM_IS_DOCUMENT (self), NULL);

  return jm_keeper_get_error (self->keeper);
}

/* Saving */

typedef struct
{
  JmMap       *map;
  GFile       *file;
  JmSaveTerms  terms;
  JmStamp      expected;
  JmStamp      stamp;      /* what it is afterwards */
  char        *remark;
} Saving;

static void
saving_free (Saving *saving)
{
  jm_map_unref (saving->map);
  g_object_unref (saving->file);
  g_free (saving->remark);
  g_free (saving);
}

/* Two saves of one map must reach the disk in the order in which they were asked for. */
static GMutex saving_mutex;

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

  g_mutex_lock (&saving_mutex);
  saved = jm_save_document (saving->map, path, &saving->terms, &saving->stamp, &saving->remark, &error);
  g_mutex_unlock (&saving_mutex);

  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
save_async (JmDocument          *self,
            GFile               *file,
            gboolean             replace,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  gboolean is_own = file == NULL || (self->file != NULL && g_file_equal (file, self->file));
  Saving *saving;

  jm_session_end_typing (self->session);

  saving = g_new0 (Saving, 1);
  saving->map = jm_map_ref (jm_session_get_committed_map (self->session));
  saving->file = g_object_ref (file != NULL ? file : self->file);
  saving->terms.keep_version = TRUE;
  saving->terms.must_keep = replace;

  /* That another file is replaced, the person was asked. */
  if (is_own && !replace)
    {
      saving->expected = self->stamp;
      saving->terms.expected = &saving->expected;
    }

  g_task_set_source_tag (task, save_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);

  self->n_saving++;
  emit_state_changed (self);
  g_task_run_in_thread (task, save_thread);
}

/**
 * jm_document_save_async:
 * @self: a document
 * @file: (nullable): where to, %NULL for the file it lives in
 * @callback: called in the main thread when it was saved
 * @user_data: for @callback
 *
 * Saves the map as it is now on another thread; people work on meanwhile. Text that is still being typed is in it.
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

  *remark = g_steal_pointer (&saving->remark);

  /* It is there, even if the disk may not have it yet: to save once more must not look like a change by somebody else. */
  if (g_error_matches (reason, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_CERTAIN) && is_own)
    settle (self, saving->file, &saving->stamp);

  self->n_saving--;
  if (saved)
    {
      settle (self, saving->file, &saving->stamp);
      g_clear_pointer (&self->saved_at, g_date_time_unref);
      self->saved_at = g_date_time_new_now_local ();
      jm_session_mark_saved (self->session, saving->map);
      jm_keeper_saved (self->keeper, saving->map);
    }
  else
    {
      g_propagate_error (error, g_steal_pointer (&reason));
    }
  emit_state_changed (self);

  return saved;
}

/**
 * jm_document_reload_async:
 * @self: a document with a file
 * @callback: called in the main thread when it was read
 * @user_data: for @callback
 *
 * Reads the file again, because somebody else changed it.
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
 * Shows what is in the file. Work that was not saved is put aside as if it had been thrown away: it can be had back.
 *
 * Returns: whether it was read; otherwise the map is as it was
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
  jm_keeper_end (self->keeper, !jm_session_get_saved (self->session));
  jm_session_replace (self->session, loaded->map);
  set_keeper (self, NULL);
  settle (self, g_task_get_task_data (task), &loaded->stamp);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  self->saved_at = g_steal_pointer (&loaded->saved_at);

  *notices = g_steal_pointer (&loaded->notices);
  loaded_free (loaded);
  emit_state_changed (self);
  emit_safety_changed (self);

  return TRUE;
}

/* The unsaved work */

/**
 * jm_document_flush:
 * @self: a document
 *
 * Keeps the unsaved work as it is now, and waits until that is done: the program is about to be ended.
 */
void
jm_document_flush (JmDocument *self)
{
  g_return_if_fail (JM_IS_DOCUMENT (self));

  jm_session_end_typing (self->session);
  jm_keeper_flush (self->keeper);
}

/**
 * jm_document_discard:
 * @self: a document that is about to be closed
 *
 * Throws the unsaved work away, because a person wants so. For a month it can be had back.
 */
void
jm_document_discard (JmDocument *self)
{
  g_return_if_fail (JM_IS_DOCUMENT (self));

  jm_keeper_end (self->keeper, TRUE);
}
