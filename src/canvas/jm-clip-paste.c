/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of what is pasted: where it goes, and the step that it is. */
#include "jm-clip-adopt.h"
#include "jm-clip-private.h"
#include "jm-commands-private.h"
#include "jm-paste.h"

#include "format/jm-read.h"
#include "format/jm-suit.h"

#include "config.h"

#include <glib/gi18n.h>

/* Where what is pasted goes, and what has gone there so far. */
typedef struct
{
  JmSession  *session;
  JmMap      *map;
  JmAdoption *adoption;       /* NULL for what is from nowhere */
  GPtrArray  *ids;
  char       *phase;          /* of the focus, NULL for none */
  char       *touchpoint;
  int         next_phase;     /* -1: the end */
  int         next_touchpoint;
} Paste;

static void
paste_init (Paste     *self,
            JmSession *session,
            JmMap     *map)
{
  JmPlace place;

  *self = (Paste) { session, jm_map_ref (map), NULL, g_ptr_array_new_with_free_func (g_free) };
  self->phase = g_strdup (jm_command_get_phase (session));
  self->touchpoint = g_strdup (jm_command_get_touchpoint (session));
  self->next_phase = -1;
  self->next_touchpoint = -1;

  if (self->phase == NULL)
    {
      JmItem *root = jm_map_get_root (self->map);
      guint n_phases = jm_item_count (root, JM_KIND_PHASE);

      if (n_phases > 0)
        self->phase = g_strdup (jm_item_get_id (jm_item_get_nth (root, JM_KIND_PHASE, n_phases - 1)));
    }
  else if (jm_map_locate (self->map, self->phase, &place))
    {
      self->next_phase = (int) place.position + 1;
    }
  if (self->touchpoint != NULL && jm_map_locate (self->map, self->touchpoint, &place))
    self->next_touchpoint = (int) place.position + 1;
}

static void
paste_clear (Paste *self)
{
  jm_map_unref (self->map);
  g_ptr_array_unref (self->ids);
  g_free (self->phase);
  g_free (self->touchpoint);
}

static void
take_map (Paste *self,
          JmMap *next)
{
  jm_map_unref (self->map);
  self->map = next;
}

static gboolean
put_in (Paste      *self,
        const char *parent,
        int         position,
        JmItem     *item,
        GError    **error)
{
  g_autoptr(JmItem) own = self->adoption != NULL ? jm_adoption_take_in (self->adoption, item) : jm_item_ref (item);
  char *id = NULL;
  JmMap *next = jm_map_insert (self->map, parent, position, own, &id, error);

  if (next == NULL)
    return FALSE;

  take_map (self, next);
  g_ptr_array_add (self->ids, id);
  return TRUE;
}

/* A touchpoint must stand in a phase, if it is one without a name. */
static gboolean
make_phase (Paste   *self,
            GError **error)
{
  JmMap *next = jm_map_add (self->map, JM_KIND_PHASE, NULL, -1, NULL, &self->phase, error);
  JmMap *colored;

  if (next == NULL)
    return FALSE;

  colored = jm_map_set (next, self->phase, JM_ATTR_COLOR, "blue", error);
  jm_map_unref (next);
  if (colored == NULL)
    return FALSE;

  take_map (self, colored);
  return TRUE;
}

static gboolean
paste_item (Paste   *self,
            JmItem  *item,
            GError **error)
{
  switch ((int) jm_item_get_kind (item))
    {
    case JM_KIND_PHASE:
      return put_in (self, NULL, self->next_phase >= 0 ? self->next_phase++ : -1, item, error);

    case JM_KIND_TOUCHPOINT:
      if (self->phase == NULL && !make_phase (self, error))
        return FALSE;
      return put_in (self, self->phase, self->next_touchpoint >= 0 ? self->next_touchpoint++ : -1, item, error);

    case JM_KIND_MEASURE:
      if (self->phase == NULL && !make_phase (self, error))
        return FALSE;
      return put_in (self, self->phase, -1, item, error);

    default:
      if (self->touchpoint == NULL)
        {
          g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                               _("Select the touchpoint that this belongs to first."));
          return FALSE;
        }
      return put_in (self, self->touchpoint, -1, item, error);
    }
}

/* Makes it a step, and selects what came. */
static guint
paste_end (Paste *self)
{
  guint n_pasted = self->ids->len;

  if (n_pasted > 0 && jm_command_step (self->session, self->map, _("Paste")))
    {
      g_ptr_array_add (self->ids, NULL);
      jm_session_select_many (self->session, (const char * const *) self->ids->pdata);
    }

  return n_pasted;
}

/* What stands in a phase that is here already. */
static gboolean
paste_into_phase (Paste       *self,
                  JmItem      *phase,
                  const char  *into,
                  gboolean     at_focus,
                  GError     **error)
{
  /* The map that it may come from gives way to the next with each item. */
  g_autofree char *id = g_strdup (into);

  for (guint i = 0; i < jm_item_get_n_children (phase); i++)
    {
      JmItem *item = jm_item_get_child (phase, i);
      JmKind kind = jm_item_get_kind (item);
      gboolean goes;

      if (kind == JM_KIND_TOUCHPOINT)
        goes = put_in (self, id, at_focus && self->next_touchpoint >= 0 ? self->next_touchpoint++ : -1, item, error);
      else if (kind == JM_KIND_NOTE || kind == JM_KIND_MEASURE)
        goes = put_in (self, id, -1, item, error);
      else
        continue;
      if (!goes)
        return FALSE;
    }

  return TRUE;
}

/* The phase here that is called the same. */
static JmItem *
find_phase (JmMap      *map,
            const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);
  JmItem *phase;
  guint cursor = 0;

  while ((phase = jm_item_next (jm_map_get_root (map), JM_KIND_PHASE, &cursor)) != NULL)
    {
      const char *own = jm_item_get_part (phase, JM_KIND_TITLE);
      g_autofree char *other = own != NULL ? g_utf8_casefold (own, -1) : NULL;

      if (g_strcmp0 (folded, other) == 0)
        return phase;
    }

  return NULL;
}

/* A row of a table goes into the phase that it names, or when it names none, where the focus is. */
static gboolean
paste_rows (Paste   *self,
            JmItem  *phase,
            GError **error)
{
  const char *title = jm_item_get_part (phase, JM_KIND_TITLE);
  gboolean is_nameless = title == NULL || *title == '\0';
  JmItem *here = is_nameless ? NULL : find_phase (self->map, title);

  if (here != NULL)
    return paste_into_phase (self, phase, jm_item_get_id (here), FALSE, error);
  if (is_nameless && self->phase != NULL)
    return paste_into_phase (self, phase, self->phase, TRUE, error);

  return paste_item (self, phase, error);
}

static gboolean
paste_phases (Paste    *self,
              JmMap    *clip,
              gboolean  is_table,
              GError  **error)
{
  JmItem *root = jm_map_get_root (clip);
  JmItem *phase;
  guint cursor = 0;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      if (is_table || !jm_clip_is_carrier (phase, JM_CLIP_CARRIER_PHASE))
        {
          if (!(is_table ? paste_rows (self, phase, error) : paste_item (self, phase, error)))
            return FALSE;
          continue;
        }

      for (guint i = 0; i < jm_item_get_n_children (phase); i++)
        {
          JmItem *item = jm_item_get_child (phase, i);

          if (!jm_clip_is_carrier (item, JM_CLIP_CARRIER_TOUCHPOINT))
            {
              if (!paste_item (self, item, error))
                return FALSE;
              continue;
            }

          for (guint j = 0; j < jm_item_get_n_children (item); j++)
            {
              if (!paste_item (self, jm_item_get_child (item, j), error))
                return FALSE;
            }
        }
    }

  return TRUE;
}

/**
 * jm_clip_paste_map:
 * @session: a session
 * @clip: a map
 * @is_table: whether it was made from a table or a list: then its phases are those that are called the same here, and
 *   its ids mean nothing
 * @error: return location for a #GError; its message says what to do first
 *
 * Puts the phases of @clip where the focus is, as one step, and selects them. Who and what they are about is found by
 * its name, or comes along.
 *
 * Returns: how many items came
 */
guint
jm_clip_paste_map (JmSession  *session,
                   JmMap      *clip,
                   gboolean    is_table,
                   GError    **error)
{
  g_autoptr(JmAdoption) adoption = NULL;
  g_autoptr(JmMap) suited = NULL;
  guint n_pasted = 0;
  Paste paste;

  g_return_val_if_fail (JM_IS_SESSION (session), 0);
  g_return_val_if_fail (clip != NULL, 0);

  suited = jm_map_suit (clip, jm_session_get_map (session), error);
  if (suited == NULL)
    return 0;
  adoption = jm_adoption_new (jm_session_get_map (session), suited, !is_table, error);
  if (adoption == NULL)
    return 0;

  paste_init (&paste, session, jm_adoption_get_map (adoption));
  paste.adoption = adoption;
  if (paste_phases (&paste, suited, is_table, error))
    n_pasted = paste_end (&paste);
  paste_clear (&paste);

  return n_pasted;
}

/**
 * jm_clip_paste:
 * @session: a session
 * @bytes: what jm_clip_copy() gave, here or in another window, or any map
 * @error: return location for a #GError; its message says what to do first
 *
 * Puts items where the focus is, as one step, and selects them: phases and touchpoints after it, what belongs to a
 * touchpoint into it.
 *
 * Returns: how many items came
 */
guint
jm_clip_paste (JmSession  *session,
               GBytes     *bytes,
               GError    **error)
{
  g_autoptr(JmMap) clip = NULL;

  g_return_val_if_fail (JM_IS_SESSION (session), 0);

  /* Translators: what the map on the clipboard is called in a message about it */
  clip = jm_read_bytes (bytes, _("Clipboard"), NULL, error);

  return clip != NULL ? jm_clip_paste_map (session, clip, FALSE, error) : 0;
}

/* An item that says text. */
static JmItem *
make_item (JmSession  *session,
           JmKind      kind,
           const char *text)
{
  JmItem *item = jm_item_new (kind, NULL);
  JmKind part = jm_kind_get_main_part (kind);

  if (part != JM_KIND_NONE)
    jm_item_set_part (item, part, text);
  else
    jm_item_set_text (item, text);
  if (kind == JM_KIND_NOTE)
    {
      JmItem *focus = jm_map_find (jm_session_get_map (session), jm_session_get_focus (session));

      jm_item_set (item, JM_ATTR_LANE, jm_item_get (focus, JM_ATTR_LANE));
    }

  return item;
}

/**
 * jm_clip_paste_lines:
 * @session: a session
 * @kind: what is to be made of each line
 * @lines: lines of text, without what jm_text_clean() removes
 * @error: return location for a #GError; its message says what to do first
 *
 * Makes an item of each line, as one step, where the focus is, and selects them.
 *
 * Returns: how many items came
 */
guint
jm_clip_paste_lines (JmSession           *session,
                     JmKind               kind,
                     const char * const  *lines,
                     GError             **error)
{
  gboolean fits = TRUE;
  guint n_pasted = 0;
  Paste paste;

  g_return_val_if_fail (JM_IS_SESSION (session), 0);
  g_return_val_if_fail (lines != NULL, 0);

  paste_init (&paste, session, jm_session_get_map (session));
  for (guint i = 0; lines[i] != NULL && fits; i++)
    {
      g_autoptr(JmItem) item = make_item (session, kind, lines[i]);

      fits = paste_item (&paste, item, error);
    }
  if (fits)
    n_pasted = paste_end (&paste);
  paste_clear (&paste);

  return n_pasted;
}

/**
 * jm_clip_paste_text:
 * @session: a session
 * @text: text, a list, or cells of a table
 * @error: return location for a #GError
 *
 * Pastes what JmPaste makes of a text, without asking.
 *
 * Returns: how many items came
 */
guint
jm_clip_paste_text (JmSession   *session,
                    const char  *text,
                    GError     **error)
{
  g_autoptr(JmPaste) paste = NULL;

  g_return_val_if_fail (JM_IS_SESSION (session), 0);
  g_return_val_if_fail (text != NULL, 0);

  paste = jm_paste_new (session, text, JM_KIND_NONE, error);

  return paste != NULL ? jm_paste_apply (paste, session, error) : 0;
}

/**
 * jm_clip_add_pictures:
 * @session: a session
 * @touchpoint_id: (nullable): the touchpoint that they belong to; %NULL for new ones
 * @phase_id: (nullable): without a touchpoint, the phase in which there is to be one for each picture; %NULL for the last
 * @pictures: (element-type JmItem): pictures
 * @titles: (nullable) (element-type utf8): what new touchpoints are called
 * @error: return location for a #GError
 *
 * Adds pictures as one step, with a lane that shows them. Selects where they are.
 *
 * Returns: whether they were added
 */
gboolean
jm_clip_add_pictures (JmSession   *session,
                      const char  *touchpoint_id,
                      const char  *phase_id,
                      GPtrArray   *pictures,
                      GPtrArray   *titles,
                      GError     **error)
{
  g_autofree char *in_touchpoint = g_strdup (touchpoint_id);
  g_autoptr(JmMap) map = NULL;
  gboolean fits = TRUE;
  Paste paste;
  JmItem *lane;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);
  g_return_val_if_fail (pictures != NULL && pictures->len > 0, FALSE);

  map = jm_map_with_lanes_for (jm_session_get_map (session), g_ptr_array_index (pictures, 0), error);
  if (map == NULL)
    return FALSE;
  lane = jm_map_get_lane (map, "pictures");
  if (lane != NULL && jm_item_get_boolean (lane, JM_ATTR_HIDDEN))
    {
      JmMap *shown = jm_map_set (map, jm_item_get_id (lane), JM_ATTR_HIDDEN, NULL, error);

      if (shown == NULL)
        return FALSE;
      jm_map_unref (map);
      map = shown;
    }

  paste_init (&paste, session, map);
  if (phase_id != NULL)
    {
      g_free (paste.phase);
      paste.phase = g_strdup (phase_id);
      paste.next_touchpoint = -1;
    }
  for (guint i = 0; i < pictures->len && fits; i++)
    {
      JmItem *picture = g_ptr_array_index (pictures, i);

      if (in_touchpoint != NULL)
        {
          fits = put_in (&paste, in_touchpoint, -1, picture, error);
        }
      else
        {
          g_autoptr(JmItem) touchpoint = jm_item_new (JM_KIND_TOUCHPOINT, NULL);

          if (titles != NULL && g_ptr_array_index (titles, i) != NULL)
            jm_item_set_part (touchpoint, JM_KIND_TITLE, g_ptr_array_index (titles, i));
          jm_item_append (touchpoint, jm_item_ref (picture));
          fits = paste_item (&paste, touchpoint, error);
        }
    }
  if (fits)
    fits = jm_command_step (session, paste.map, _("Add picture"));
  if (fits && in_touchpoint != NULL)
    {
      jm_session_select (session, in_touchpoint);
    }
  else if (fits)
    {
      g_ptr_array_add (paste.ids, NULL);
      jm_session_select_many (session, (const char * const *) paste.ids->pdata);
    }
  paste_clear (&paste);

  return fits;
}
