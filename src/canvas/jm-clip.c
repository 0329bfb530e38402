/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-clip.h"

#include "jm-commands-private.h"

#include "format/jm-read.h"
#include "format/jm-write.h"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

/* Touchpoints travel in a phase, and what belongs to a touchpoint in a touchpoint, that are not part of what was copied. */
#define CARRIER_PHASE      "copied-touchpoints"
#define CARRIER_TOUCHPOINT "copied-items"

/* Text of more lines than this was hardly meant for a map. */
#define MAX_LINES 500

static gboolean
is_carrier (JmItem     *item,
            const char *id)
{
  return g_strcmp0 (jm_item_get_id (item), id) == 0;
}

/* Whether what holds an item is copied too. */
static gboolean
goes_along (JmSession     *session,
            const JmPlace *place)
{
  return (place->touchpoint != NULL && place->touchpoint != place->item &&
          jm_session_is_selected (session, jm_item_get_id (place->touchpoint))) ||
         (place->phase != NULL && place->phase != place->item &&
          jm_session_is_selected (session, jm_item_get_id (place->phase)));
}

/**
 * jm_clip_copy:
 * @session: a session
 * @text: (out) (transfer full): the same as lines of text
 *
 * Copies what is selected: phases, touchpoints, and what belongs to a touchpoint.
 *
 * Returns: (transfer full) (nullable): a map in the format of files, %NULL when nothing of that is selected
 */
GBytes *
jm_clip_copy (JmSession  *session,
              char      **text)
{
  JmItem *root, *phase, *touchpoint;
  g_autoptr(GString) lines = g_string_new (NULL);
  g_autoptr(JmMap) clip = NULL;
  JmMap *map;
  guint n_copied = 0;

  g_return_val_if_fail (JM_IS_SESSION (session), NULL);

  map = jm_session_get_map (session);
  root = jm_item_new (JM_KIND_MAP, NULL);
  phase = jm_item_new (JM_KIND_PHASE, CARRIER_PHASE);
  touchpoint = jm_item_new (JM_KIND_TOUCHPOINT, CARRIER_TOUCHPOINT);
  jm_item_set (root, JM_ATTR_VERSION, "1.0");
  jm_item_set (root, JM_ATTR_KIND, "current-state");

  for (const char * const *id = jm_session_get_selection (session); *id != NULL; id++)
    {
      JmItem *into = NULL;
      JmPlace place;

      if (!jm_map_locate (map, *id, &place) || goes_along (session, &place))
        continue;

      switch ((int) jm_item_get_kind (place.item))
        {
        case JM_KIND_PHASE:
          into = root;
          break;
        case JM_KIND_TOUCHPOINT:
          into = phase;
          break;
        case JM_KIND_PAIN_POINT:
        case JM_KIND_OPPORTUNITY:
        case JM_KIND_THOUGHT:
        case JM_KIND_NOTE:
        case JM_KIND_PICTURE:
          into = touchpoint;
          break;
        default:
          break;
        }
      if (into == NULL)
        continue;

      jm_item_append (into, jm_item_ref (place.item));
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", jm_item_get_label (place.item));
      n_copied++;
    }

  if (jm_item_get_n_children (touchpoint) > 0)
    jm_item_append (phase, touchpoint);
  else
    jm_item_unref (touchpoint);
  if (jm_item_get_n_children (phase) > 0)
    jm_item_append (root, phase);
  else
    jm_item_unref (phase);

  clip = jm_map_new (root);
  if (n_copied == 0)
    return NULL;

  *text = g_string_free (g_steal_pointer (&lines), FALSE);
  return jm_write_bytes (clip, NULL);
}

/* Where what is pasted goes, and what has gone there so far. */
typedef struct
{
  JmSession *session;
  JmMap     *map;
  GPtrArray *ids;
  char      *phase;          /* of the focus, NULL for none */
  char      *touchpoint;
  int        next_phase;     /* -1: the end */
  int        next_touchpoint;
} Paste;

static void
paste_init (Paste     *self,
            JmSession *session)
{
  JmPlace place;

  *self = (Paste) { session, jm_map_ref (jm_session_get_map (session)), g_ptr_array_new_with_free_func (g_free) };
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

static gboolean
paste_item (Paste   *self,
            JmItem  *item,
            GError **error)
{
  const char *parent = NULL;
  int position = -1;
  char *id = NULL;
  JmMap *next;

  switch ((int) jm_item_get_kind (item))
    {
    case JM_KIND_PHASE:
      position = self->next_phase >= 0 ? self->next_phase++ : -1;
      break;
    case JM_KIND_TOUCHPOINT:
      parent = self->phase;
      position = self->next_touchpoint >= 0 ? self->next_touchpoint++ : -1;
      break;
    default:
      parent = self->touchpoint;
      if (parent == NULL)
        {
          g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                               _("Select the touchpoint that this belongs to first."));
          return FALSE;
        }
    }

  if (parent == NULL && jm_item_get_kind (item) != JM_KIND_PHASE)
    {
      g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                           _("A touchpoint belongs to a phase. Make a phase first."));
      return FALSE;
    }

  next = jm_map_insert (self->map, parent, position, item, &id, error);
  if (next == NULL)
    return FALSE;

  jm_map_unref (self->map);
  self->map = next;
  g_ptr_array_add (self->ids, id);
  return TRUE;
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

static gboolean
paste_map (Paste   *self,
           JmMap   *clip,
           GError **error)
{
  JmItem *root = jm_map_get_root (clip);
  JmItem *phase, *touchpoint;
  guint cursor = 0;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      guint inner = 0;

      if (!is_carrier (phase, CARRIER_PHASE))
        {
          if (!paste_item (self, phase, error))
            return FALSE;
          continue;
        }

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &inner)) != NULL)
        {
          if (!is_carrier (touchpoint, CARRIER_TOUCHPOINT))
            {
              if (!paste_item (self, touchpoint, error))
                return FALSE;
              continue;
            }

          for (guint i = 0; i < jm_item_get_n_children (touchpoint); i++)
            {
              if (!paste_item (self, jm_item_get_child (touchpoint, i), error))
                return FALSE;
            }
        }
    }

  return TRUE;
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
  guint n_pasted = 0;
  Paste paste;

  g_return_val_if_fail (JM_IS_SESSION (session), 0);

  /* Translators: what the map on the clipboard is called in a message about it */
  clip = jm_read_bytes (bytes, _("Clipboard"), NULL, error);
  if (clip == NULL)
    return 0;

  paste_init (&paste, session);
  if (paste_map (&paste, clip, error))
    n_pasted = paste_end (&paste);
  paste_clear (&paste);

  return n_pasted;
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
 * jm_clip_paste_text:
 * @session: a session
 * @text: text, or cells of a table with tabs between them
 * @error: return location for a #GError
 *
 * Makes an item of each line or cell, as one step: of the kind of what has the focus when that is a phase or belongs to
 * a touchpoint, else touchpoints.
 *
 * Returns: how many items came
 */
guint
jm_clip_paste_text (JmSession   *session,
                    const char  *text,
                    GError     **error)
{
  g_autofree char *clean = NULL;
  g_auto(GStrv) lines = NULL;
  JmKind kind;
  guint n_pasted = 0;
  Paste paste;
  gboolean fits = TRUE;

  g_return_val_if_fail (JM_IS_SESSION (session), 0);
  g_return_val_if_fail (text != NULL, 0);

  kind = jm_command_get_kind (session, NULL);
  if (kind != JM_KIND_PAIN_POINT && kind != JM_KIND_OPPORTUNITY && kind != JM_KIND_THOUGHT && kind != JM_KIND_NOTE &&
      kind != JM_KIND_PHASE)
    kind = JM_KIND_TOUCHPOINT;

  clean = jm_text_clean (text, -1);
  lines = g_strsplit_set (clean, "\n\t", MAX_LINES);
  paste_init (&paste, session);
  for (guint i = 0; lines[i] != NULL && fits; i++)
    {
      g_autoptr(JmItem) item = NULL;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      item = make_item (session, kind, lines[i]);
      fits = paste_item (&paste, item, error);
    }
  if (fits)
    n_pasted = paste_end (&paste);
  paste_clear (&paste);

  return n_pasted;
}
