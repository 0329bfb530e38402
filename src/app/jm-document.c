/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-document-private.h"

#include "jm-spoken.h"

#include <glib/gi18n.h>
#include <string.h>

enum
{
  SIGNAL_STATE_CHANGED,
  SIGNAL_SAFETY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmDocument, jm_document, G_TYPE_OBJECT)

/**
 * jm_document_emit_state:
 * @self: a document
 *
 * Tells that the title, the file or whether it is saved is another one.
 */
void
jm_document_emit_state (JmDocument *self)
{
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

/**
 * jm_document_emit_safety:
 * @self: a document
 *
 * Tells that the map is in danger, or no longer so.
 */
void
jm_document_emit_safety (JmDocument *self)
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

  jm_document_emit_safety (self);
}

static void
changed_cb (JmDocument *self,
            JmMap      *old_map,
            JmMap      *new_map)
{
  const char *old_title = jm_item_get_part (jm_map_get_root (old_map), JM_KIND_TITLE);
  const char *new_title = jm_item_get_part (jm_map_get_root (new_map), JM_KIND_TITLE);

  if (g_strcmp0 (old_title, new_title) != 0)
    jm_document_emit_state (self);
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
  if (self->company != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->company, self);
      jm_company_set_file (self->company, NULL);
      g_clear_object (&self->company);
    }
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_clear_object (&self->session);
    }
  g_clear_object (&self->file);
  g_clear_object (&self->origin);
  jm_location_clear (&self->location);
  g_clear_pointer (&self->held, jm_map_unref);
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

/**
 * jm_document_set_keeper:
 * @self: a document
 * @recovery: (nullable) (transfer full): where its unsaved work is kept already
 *
 * Keeps what the session holds from now on.
 */
void
jm_document_set_keeper (JmDocument *self,
                        JmRecovery *recovery)
{
  if (self->keeper != NULL)
    g_signal_handlers_disconnect_by_data (self->keeper, self);
  g_clear_object (&self->keeper);

  self->keeper = jm_keeper_new (self->session, recovery);
  g_signal_connect_swapped (self->keeper, "state-changed", G_CALLBACK (jm_document_emit_safety), self);
}

/**
 * jm_document_settle:
 * @self: a document
 * @file: the file its map is in
 * @map: what that holds
 * @stamp: what that is
 * @location: (transfer full): where it is
 *
 * Says that the map lives in a file.
 */
void
jm_document_settle (JmDocument    *self,
                    GFile         *file,
                    JmMap         *map,
                    const JmStamp *stamp,
                    JmLocation    *location)
{
  g_autofree char *path = g_file_get_path (file);

  g_set_object (&self->file, file);
  jm_map_ref (map);
  g_clear_pointer (&self->held, jm_map_unref);
  self->held = map;
  self->stamp = *stamp;
  jm_location_clear (&self->location);
  self->location = *location;
  memset (location, 0, sizeof *location);
  self->source = JM_SOURCE_NEW;
  g_clear_object (&self->origin);
  jm_keeper_set_file (self->keeper, path, stamp);
  jm_file_watch_set_file (self->watch, file, stamp);
  jm_company_set_file (self->company, file);
}

static JmDocument *
new_document (JmMap      *map,
              JmRecovery *recovery)
{
  JmDocument *self = g_object_new (JM_TYPE_DOCUMENT, NULL);

  self->session = jm_session_new (map);
  self->watch = jm_file_watch_new ();
  self->company = jm_company_new ();
  jm_document_set_keeper (self, recovery);
  g_signal_connect_swapped (self->watch, "state-changed", G_CALLBACK (watch_cb), self);
  g_signal_connect_swapped (self->company, "changed", G_CALLBACK (jm_document_emit_safety), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::saved", G_CALLBACK (jm_document_emit_state), self);

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

/* Ask */

/**
 * jm_document_get_session:
 * @self: a document
 *
 * Returns: (transfer none): the session in which the map is worked on
 */
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
 * jm_document_is_same_file:
 * @self: a document
 * @other: another one
 *
 * Asks whether two maps live in one file, whatever way leads to it: a link, a folder with another name.
 *
 * Returns: whether they do, as far as was known when they were read or saved
 */
gboolean
jm_document_is_same_file (JmDocument *self,
                          JmDocument *other)
{
  g_return_val_if_fail (JM_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (JM_IS_DOCUMENT (other), FALSE);

  return self->location.path != NULL && g_strcmp0 (self->location.path, other->location.path) == 0;
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

/**
 * jm_document_is_saving:
 * @self: a document
 *
 * Returns: whether a save is under way on another thread
 */
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
 * jm_document_get_company:
 * @self: a document
 *
 * Returns: since when another program of the same person has its file open, in seconds since 1970; 0 when none has
 */
gint64
jm_document_get_company (JmDocument *self)
{
  g_return_val_if_fail (JM_IS_DOCUMENT (self), 0);

  return jm_company_get_since (self->company);
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
  jm_keeper_flush (self->keeper, NULL);
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
