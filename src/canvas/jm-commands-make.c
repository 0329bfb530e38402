/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands that make an item: where it goes, and what it comes with. */
#include "jm-commands-private.h"

#include "config.h"

#include <glib/gi18n.h>

/* Where a new item of kind goes: beside what has the focus when that is one of its kind, else at the end of what holds it. */
static gboolean
find_room (JmSession   *session,
           JmKind       kind,
           const char **parent_id,
           int         *position,
           GError     **error)
{
  JmItem *root = jm_map_get_root (jm_session_get_map (session));
  JmPlace place = { NULL };
  gboolean focused = jm_command_locate_focus (session, &place);
  JmItem *phase = NULL, *touchpoint = NULL;
  guint n_phases = jm_item_count (root, JM_KIND_PHASE);

  if (focused)
    {
      phase = jm_item_get_kind (place.item) == JM_KIND_PHASE ? place.item : place.phase;
      touchpoint = jm_item_get_kind (place.item) == JM_KIND_TOUCHPOINT ? place.item : place.touchpoint;
    }

  *position = -1;
  *parent_id = NULL;

  switch ((int) kind)
    {
    case JM_KIND_PHASE:
      if (phase != NULL)
        {
          JmPlace of_phase;

          if (jm_map_locate (jm_session_get_map (session), jm_item_get_id (phase), &of_phase))
            *position = (int) of_phase.position + 1;
        }
      return TRUE;

    case JM_KIND_TOUCHPOINT:
      if (phase == NULL && n_phases > 0)
        phase = jm_item_get_nth (root, JM_KIND_PHASE, n_phases - 1);
      if (phase == NULL)
        {
          g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                               _("A touchpoint belongs to a phase. Make a phase first."));
          return FALSE;
        }
      if (touchpoint != NULL)
        {
          JmPlace of_touchpoint;

          if (jm_map_locate (jm_session_get_map (session), jm_item_get_id (touchpoint), &of_touchpoint))
            *position = (int) of_touchpoint.position + 1;
        }
      *parent_id = jm_item_get_id (phase);
      return TRUE;

    default:
      if (jm_kind_may_contain (JM_KIND_MAP, kind))
        return TRUE;

      /* A phase may hold notes of its own; with anything else its last touchpoint is meant. */
      if (touchpoint == NULL && phase != NULL && !jm_kind_may_contain (JM_KIND_PHASE, kind) &&
          jm_item_count (phase, JM_KIND_TOUCHPOINT) > 0)
        touchpoint = jm_item_get_nth (phase, JM_KIND_TOUCHPOINT, jm_item_count (phase, JM_KIND_TOUCHPOINT) - 1);

      if (touchpoint != NULL && jm_kind_may_contain (JM_KIND_TOUCHPOINT, kind))
        *parent_id = jm_item_get_id (touchpoint);
      else if (phase != NULL && jm_kind_may_contain (JM_KIND_PHASE, kind))
        *parent_id = jm_item_get_id (phase);
      else
        {
          g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                               _("Select the touchpoint that this belongs to first."));
          return FALSE;
        }

      if (focused && jm_item_get_kind (place.item) == kind &&
          g_strcmp0 (jm_item_get_id (place.parent), *parent_id) == 0)
        *position = (int) place.position + 1;
      return TRUE;
    }
}

/* A new map in which the attribute is set; takes map and gives it back as it was when it cannot be. */
static JmMap *
with_attribute (JmMap      *map,
                const char *id,
                JmAttr      attr,
                const char *value)
{
  g_autoptr(GError) error = NULL;
  JmMap *next = jm_map_set (map, id, attr, value, &error);

  if (next == NULL)
    return map;

  jm_map_unref (map);
  return next;
}

static const char *
get_color (JmItem *root,
           JmKind  kind,
           int     position)
{
  JmItem *item = position >= 0 && position < (int) jm_item_count (root, kind)
    ? jm_item_get_nth (root, kind, position) : NULL;

  return item != NULL ? jm_item_get (item, JM_ATTR_COLOR) : NULL;
}

/* The colour for a new phase or persona: the one that follows its neighbour's in the palette, and not that of the next. */
static const char *
find_color (JmMap      *map,
            JmKind      kind,
            const char *id)
{
  JmItem *root = jm_map_get_root (map);
  guint n_colors = g_strv_length ((char **) jm_palette_names);
  guint at = 0;
  JmPlace place;
  const char *before, *after;

  if (!jm_map_locate (map, id, &place))
    return NULL;
  before = get_color (root, kind, (int) place.position - 1);
  after = get_color (root, kind, (int) place.position + 1);

  for (guint i = 0; before != NULL && i < n_colors; i++)
    if (g_str_equal (jm_palette_names[i], before))
      at = i + 1;
  if (g_strcmp0 (jm_palette_names[at % n_colors], after) == 0)
    at++;

  return jm_palette_names[at % n_colors];
}

/* The lane for a note made here: that of the note in focus, else the first one shown. */
static const char *
find_notes_lane (JmSession *session)
{
  JmMap *map = jm_session_get_map (session);
  JmItem *root = jm_map_get_root (map);
  JmItem *lane, *hidden = NULL;
  guint cursor = 0;
  JmPlace place;

  if (jm_command_locate_focus (session, &place) && jm_item_get_kind (place.item) == JM_KIND_NOTE)
    {
      const char *lane_id = jm_item_get (place.item, JM_ATTR_LANE);

      if (lane_id != NULL && jm_map_find (map, lane_id) != NULL)
        return lane_id;
    }

  while ((lane = jm_item_next (root, JM_KIND_LANE, &cursor)) != NULL)
    {
      if (g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), "notes") != 0)
        continue;
      if (!jm_item_get_boolean (lane, JM_ATTR_HIDDEN))
        return jm_item_get_id (lane);
      hidden = lane;
    }

  return hidden != NULL ? jm_item_get_id (hidden) : NULL;
}

/* A map that has a lane for notes and shows it; a full reference. */
static JmMap *
with_notes_lane (JmMap   *map,
                 char   **lane_id,
                 GError **error)
{
  g_autoptr(JmMap) next = NULL;

  if (*lane_id != NULL)
    {
      JmItem *lane = jm_map_find (map, *lane_id);

      if (lane == NULL || !jm_item_get_boolean (lane, JM_ATTR_HIDDEN))
        return jm_map_ref (map);

      return jm_map_set (map, *lane_id, JM_ATTR_HIDDEN, NULL, error);
    }

  /* Without a title it is called so in the language of the map. */
  next = jm_map_add (map, JM_KIND_LANE, NULL, -1, NULL, lane_id, error);
  if (next == NULL)
    return NULL;

  return jm_map_set (next, *lane_id, JM_ATTR_KIND, "notes", error);
}

/* A map that shows its measures: who makes one wants to see it. A full reference. */
static JmMap *
with_measures_lane (JmMap   *map,
                    GError **error)
{
  JmItem *lane = jm_map_get_lane (map, "measures");
  g_autofree char *lane_id = NULL;
  g_autoptr(JmMap) next = NULL;

  if (lane != NULL)
    return jm_item_get_boolean (lane, JM_ATTR_HIDDEN)
      ? jm_map_set (map, jm_item_get_id (lane), JM_ATTR_HIDDEN, NULL, error) : jm_map_ref (map);

  next = jm_map_add (map, JM_KIND_LANE, NULL, -1, NULL, &lane_id, error);
  if (next == NULL)
    return NULL;

  return jm_map_set (next, lane_id, JM_ATTR_KIND, "measures", error);
}

/**
 * jm_command_new_at:
 * @session: a session
 * @kind: what to make
 * @parent_id: (nullable): what it goes into, %NULL for the map
 * @position: its place among the items of that kind there, negative for the end
 * @lane_id: (nullable): for a note, its lane; %NULL for the one at hand, which is made when there is none
 * @new_id: (out) (optional) (transfer full): the id of what was made
 * @error: return location for a #GError
 *
 * Makes an item without a text and selects it. Text typed into it with jm_command_type_text() is part of the
 * same undo step.
 *
 * Returns: whether it was made
 */
gboolean
jm_command_new_at (JmSession   *session,
                   JmKind       kind,
                   const char  *parent_id,
                   int          position,
                   const char  *lane_id,
                   char       **new_id,
                   GError     **error)
{
  g_autoptr(JmMap) base = NULL;
  g_autoptr(JmMap) next = NULL;
  g_autofree char *id = NULL;
  g_autofree char *lane = NULL;
  g_autofree char *field = NULL;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  if (jm_session_in_draft (session))
    return FALSE;

  if (kind == JM_KIND_NOTE)
    {
      lane = g_strdup (lane_id != NULL ? lane_id : find_notes_lane (session));
      base = with_notes_lane (jm_session_get_map (session), &lane, error);
      if (base == NULL)
        return FALSE;
    }
  else if (kind == JM_KIND_MEASURE)
    {
      base = with_measures_lane (jm_session_get_map (session), error);
      if (base == NULL)
        return FALSE;
    }
  else
    {
      base = jm_map_ref (jm_session_get_map (session));
    }

  next = jm_map_add (base, kind, parent_id, position, NULL, &id, error);
  if (next == NULL)
    return FALSE;
  if (kind == JM_KIND_PHASE || kind == JM_KIND_PERSONA)
    {
      const char *color = find_color (next, kind, id);
      next = with_attribute (g_steal_pointer (&next), id, JM_ATTR_COLOR, color);
    }
  if (kind == JM_KIND_NOTE)
    next = with_attribute (g_steal_pointer (&next), id, JM_ATTR_LANE, lane);

  /* An opportunity thought of at a pain point is an answer to it. */
  if (kind == JM_KIND_OPPORTUNITY)
    {
      const char *focus = jm_session_get_focus (session);
      JmPlace place;

      if (focus != NULL && jm_map_locate (base, focus, &place) &&
          jm_item_get_kind (place.item) == JM_KIND_PAIN_POINT &&
          g_strcmp0 (jm_item_get_id (place.parent), parent_id) == 0)
        next = with_attribute (g_steal_pointer (&next), id, JM_ATTR_RESOLVES, focus);
    }

  field = jm_command_field (id, jm_kind_get_main_part (kind));
  jm_session_end_typing (session);
  jm_session_apply_typing (session, next, jm_command_label_new (kind), field);
  jm_session_select (session, id);
  if (new_id != NULL)
    *new_id = g_steal_pointer (&id);

  return TRUE;
}

/**
 * jm_command_new:
 * @session: a session
 * @kind: what to make
 * @new_id: (out) (optional) (transfer full): the id of what was made
 * @error: return location for a #GError; its message says what to do first
 *
 * Makes an item here: a phase or touchpoint after the one in which the focus is, anything else in the touchpoint
 * in which the focus is. What is made becomes the selection.
 *
 * Returns: whether it was made
 */
gboolean
jm_command_new (JmSession  *session,
                JmKind      kind,
                char      **new_id,
                GError    **error)
{
  const char *parent_id;
  int position;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  if (!find_room (session, kind, &parent_id, &position, error))
    return FALSE;

  return jm_command_new_at (session, kind, parent_id, position, NULL, new_id, error);
}

/**
 * jm_command_add_picture:
 * @session: a session
 * @parent_id: the touchpoint or persona that it belongs to
 * @picture: a picture
 * @error: return location for a #GError
 *
 * Adds a picture. Who adds one to a touchpoint wants to see it on the map: the lane for pictures comes along, or is
 * shown.
 *
 * Returns: whether it was added
 */
gboolean
jm_command_add_picture (JmSession   *session,
                        const char  *parent_id,
                        JmItem      *picture,
                        GError     **error)
{
  g_autoptr(JmMap) inserted = NULL;
  g_autoptr(JmMap) with_lane = NULL;
  g_autofree char *lane_id = NULL;
  JmItem *lane;
  JmMap *map;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);
  g_return_val_if_fail (parent_id != NULL && picture != NULL, FALSE);

  map = jm_session_get_map (session);
  inserted = jm_map_insert (map, parent_id, -1, picture, NULL, error);
  if (inserted == NULL)
    return FALSE;

  lane = jm_map_get_lane (map, "pictures");
  if (jm_command_get_kind (session, parent_id) != JM_KIND_TOUCHPOINT)
    return jm_command_step (session, inserted, _("Add picture"));
  if (lane != NULL)
    return jm_command_apply (session, jm_map_set (inserted, jm_item_get_id (lane), JM_ATTR_HIDDEN, NULL, error),
                             _("Add picture"));

  with_lane = jm_map_add (inserted, JM_KIND_LANE, NULL, -1, NULL, &lane_id, error);
  if (with_lane == NULL)
    return FALSE;

  return jm_command_apply (session, jm_map_set (with_lane, lane_id, JM_ATTR_KIND, "pictures", error), _("Add picture"));
}
