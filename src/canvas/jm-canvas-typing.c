/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing that keeps up with talking: making something and typing it at once, and going on from one text to the next. */
#include "jm-canvas-private.h"

static gboolean
goes_on (JmKind kind,
         JmKind part)
{
  switch ((int) kind)
    {
    case JM_KIND_PHASE:
    case JM_KIND_TOUCHPOINT:
    case JM_KIND_PAIN_POINT:
    case JM_KIND_OPPORTUNITY:
    case JM_KIND_THOUGHT:
    case JM_KIND_NOTE:
    case JM_KIND_MEASURE:
      return part == jm_kind_get_main_part (kind);
    default:
      return FALSE;
    }
}

/* Where the journey begins: its first phase as long as that has no name or nothing in it, else the first touchpoint. */
static JmItem *
find_beginning (JmMap *map)
{
  JmItem *phase = jm_item_get_first (jm_map_get_root (map), JM_KIND_PHASE);
  JmItem *touchpoint = phase != NULL ? jm_item_get_first (phase, JM_KIND_TOUCHPOINT) : NULL;

  if (touchpoint == NULL || *jm_item_get_part (phase, JM_KIND_TITLE) == '\0')
    return phase;

  return touchpoint;
}

/* The touchpoint or phase after this one, if it still waits for a name, as those of a template do: it is written before a new
 * one is made. */
static JmItem *
find_blank_after (const JmPlace *place)
{
  JmKind kind = jm_item_get_kind (place->item);
  JmItem *next;

  if (kind != JM_KIND_TOUCHPOINT && kind != JM_KIND_PHASE)
    return NULL;

  next = jm_item_get_nth (place->parent, kind, place->position + 1);
  return next != NULL && *jm_item_get_part (next, JM_KIND_TITLE) == '\0' ? next : NULL;
}

/* Enter: keeps, and begins the next of the same kind; on an empty one it stops. A map has one title: after it the journey's
 * beginning is selected, so that whoever types on does so there. */
void
jm_canvas_editor_go_on (JmCanvas *self)
{
  g_autofree char *id = NULL;
  JmKind kind, part;
  gboolean next = jm_canvas_editor_get_field (self, &id, &kind, &part) && goes_on (kind, part);
  JmItem *beginning, *following;
  JmPlace place;

  jm_canvas_editor_end (self, TRUE);
  if (id == NULL && (beginning = find_beginning (jm_session_get_map (self->session))) != NULL)
    {
      g_autofree char *beginning_id = g_strdup (jm_item_get_id (beginning));

      jm_session_select (self->session, beginning_id);
      jm_canvas_reveal (self, beginning_id);
    }
  if (!next || id == NULL || !jm_map_locate (jm_session_get_map (self->session), id, &place))
    return;

  following = find_blank_after (&place);
  if (following != NULL)
    jm_canvas_start_editing (self, jm_item_get_id (following), part);
  else
    jm_canvas_make_and_edit (self, kind, jm_item_get_id (place.parent), (int) place.position + 1,
                             kind == JM_KIND_NOTE ? jm_item_get (place.item, JM_ATTR_LANE) : NULL);
}

/* Whether a touchpoint's item is the one to edit in a lane. */
static JmItem *
find_in_lane (JmMap  *map,
              JmItem *touchpoint,
              JmItem *lane,
              JmKind  kind)
{
  JmItem *item;
  guint cursor = 0;

  if (kind == JM_KIND_TOUCHPOINT)
    return touchpoint;
  if (kind == JM_KIND_EMOTION)
    return jm_map_get_emotion (map, touchpoint, NULL);

  while ((item = jm_item_next (touchpoint, kind, &cursor)) != NULL)
    {
      if (kind != JM_KIND_NOTE || jm_item_refers_to (item, JM_ATTR_LANE, jm_item_get_id (lane)))
        return item;
    }

  return NULL;
}

static gboolean
edit_in_lane (JmCanvas   *self,
              const char *touchpoint_id,
              const char *lane_id)
{
  JmMap *map = jm_session_get_map (self->session);
  JmItem *touchpoint = jm_map_find (map, touchpoint_id);
  JmItem *lane = jm_map_find (map, lane_id);
  JmKind kind = jm_places_get_kind_of_lane (lane);
  JmItem *item;

  if (touchpoint == NULL || kind == JM_KIND_NONE || kind == JM_KIND_MEASURE)
    return FALSE;

  item = find_in_lane (map, touchpoint, lane, kind);
  if (item != NULL)
    {
      g_autofree char *id = NULL;

      if (kind == JM_KIND_EMOTION)
        id = jm_emotion_handle (touchpoint_id, jm_map_get_emotion_persona (map, item));
      else
        id = g_strdup (jm_item_get_id (item));
      jm_session_select (self->session, id);
      return jm_canvas_edit (self, id, jm_role_of_kind (kind), jm_kind_get_main_part (kind));
    }

  /* A feeling is said with a number first. */
  return kind != JM_KIND_EMOTION && jm_canvas_make_and_edit (self, kind, touchpoint_id, -1, lane_id);
}

/* The number of the lane, among those of the map, in which an item is; -1 for a phase, which is above them all. */
static int
find_lane_number (JmMap  *map,
                  JmItem *item)
{
  JmItem *lane;
  guint cursor = 0;
  int number = 0;

  while ((lane = jm_item_next (jm_map_get_root (map), JM_KIND_LANE, &cursor)) != NULL)
    {
      if (jm_places_get_kind_of_lane (lane) == jm_item_get_kind (item) &&
          (jm_item_get_kind (item) != JM_KIND_NOTE ||
           jm_item_refers_to (item, JM_ATTR_LANE, jm_item_get_id (lane))))
        return number;
      number++;
    }

  return -1;
}

/* From the title of the map to where the journey begins; what is not there yet is made. */
static void
go_to_beginning (JmCanvas *self)
{
  JmItem *beginning = find_beginning (jm_session_get_map (self->session));

  if (beginning == NULL)
    jm_canvas_new_item (self, JM_KIND_PHASE);
  else if (jm_item_get_kind (beginning) == JM_KIND_PHASE && *jm_item_get_part (beginning, JM_KIND_TITLE) != '\0')
    jm_canvas_make_and_edit (self, JM_KIND_TOUCHPOINT, jm_item_get_id (beginning), -1, NULL);
  else
    jm_canvas_start_editing (self, jm_item_get_id (beginning), JM_KIND_TITLE);
}

/* Tab: keeps, and goes on to the text in the next lane that this touchpoint has or may have. */
void
jm_canvas_editor_go_to_lane (JmCanvas *self,
                             int       step)
{
  JmMap *map = jm_session_get_map (self->session);
  g_autofree char *id = NULL;
  g_autofree char *touchpoint_id = NULL;
  g_autofree char *phase_id = NULL;
  gboolean from_phase;
  JmKind kind, part;
  JmPlace place;
  int number, n_lanes;

  jm_canvas_editor_get_field (self, &id, &kind, &part);
  if (id == NULL || !jm_map_locate (map, id, &place))
    {
      jm_canvas_editor_end (self, TRUE);
      if (id == NULL && step > 0)
        go_to_beginning (self);
      return;
    }

  if (place.touchpoint != NULL)
    touchpoint_id = g_strdup (jm_item_get_id (place.touchpoint));
  else if (jm_item_get_kind (place.item) == JM_KIND_TOUCHPOINT)
    touchpoint_id = g_strdup (jm_item_get_id (place.item));
  else if (jm_item_get_kind (place.item) == JM_KIND_PHASE && jm_item_count (place.item, JM_KIND_TOUCHPOINT) > 0)
    touchpoint_id = g_strdup (jm_item_get_id (jm_item_get_first (place.item, JM_KIND_TOUCHPOINT)));
  from_phase = jm_item_get_kind (place.item) == JM_KIND_PHASE;
  if (from_phase)
    phase_id = g_strdup (jm_item_get_id (place.item));
  else if (place.phase != NULL)
    phase_id = g_strdup (jm_item_get_id (place.phase));
  number = find_lane_number (map, place.item);

  jm_canvas_editor_end (self, TRUE);
  if (touchpoint_id == NULL)
    {
      if (from_phase && step > 0 && jm_map_find (jm_session_get_map (self->session), phase_id) != NULL)
        jm_canvas_make_and_edit (self, JM_KIND_TOUCHPOINT, phase_id, -1, NULL);
      return;
    }
  if (jm_map_find (jm_session_get_map (self->session), touchpoint_id) == NULL)
    return;

  n_lanes = (int) jm_item_count (jm_map_get_root (jm_session_get_map (self->session)), JM_KIND_LANE);
  for (number += step; number >= 0 && number < n_lanes; number += step)
    {
      JmItem *lane = jm_item_get_nth (jm_map_get_root (jm_session_get_map (self->session)), JM_KIND_LANE, number);
      g_autofree char *lane_id = g_strdup (jm_item_get_id (lane));

      if (!jm_item_get_boolean (lane, JM_ATTR_HIDDEN) && edit_in_lane (self, touchpoint_id, lane_id))
        return;
    }

  /* The headings are the row above all lanes. */
  if (step < 0 && !from_phase && phase_id != NULL)
    jm_canvas_start_editing (self, phase_id, JM_KIND_TITLE);
}

/* F2: keeps, and goes on to the next text of the same item, such as from a touchpoint's title to its description, and from
 * the last one back to the first. */
void
jm_canvas_editor_go_to_part (JmCanvas *self)
{
  g_autofree char *id = NULL;
  JmKind kind, part, next;
  JmGroup *group;
  JmRole role;
  guint at = 0;

  jm_canvas_editor_get_field (self, &id, &kind, &part);
  role = id != NULL ? jm_role_of_kind (kind) : JM_ROLE_TITLE;
  group = jm_scene_find (jm_canvas_ensure_scene (self), id, role, NULL);
  if (group == NULL || group->n_slots < 2)
    return;

  while (at < group->n_slots && group->slots[at].part != part)
    at++;
  next = group->slots[(at + 1) % group->n_slots].part;

  jm_canvas_editor_end (self, TRUE);
  /* What was new and stayed empty is gone. */
  if (id == NULL || jm_map_find (jm_session_get_map (self->session), id) != NULL)
    jm_canvas_edit (self, id, role, next);
}

/* What is selected when something new stays empty and goes: what it belongs to, or what was selected before. */
static char *
find_return (JmCanvas   *self,
             JmKind      kind,
             const char *parent_id)
{
  const char *focus = jm_session_get_focus (self->session);

  if (kind != JM_KIND_TOUCHPOINT && parent_id != NULL)
    return g_strdup (parent_id);

  return g_strdup (focus != NULL ? focus : parent_id);
}

static gboolean
edit_made (JmCanvas   *self,
           const char *id,
           JmKind      kind,
           JmMap      *before,
           const char *return_to)
{
  if (jm_canvas_editor_begin (self, id, jm_role_of_kind (kind), jm_kind_get_main_part (kind), before, return_to))
    return TRUE;

  /* Made in a lane that is not shown: it is there all the same, and the inspector shows it. */
  jm_session_end_typing (self->session);
  jm_canvas_emit_inspector (self);
  return TRUE;
}

/* Makes an item at a place and edits its text at once. */
gboolean
jm_canvas_make_and_edit (JmCanvas   *self,
                         JmKind      kind,
                         const char *parent_id,
                         int         position,
                         const char *lane_id)
{
  g_autofree char *own_parent = g_strdup (parent_id);
  g_autofree char *own_lane = g_strdup (lane_id);
  g_autofree char *return_to = NULL;
  g_autofree char *id = NULL;
  g_autoptr(JmMap) before = NULL;
  GError *error = NULL;

  if (self->session == NULL || self->read_only || jm_session_in_draft (self->session))
    return FALSE;

  jm_canvas_editor_end (self, TRUE);
  before = jm_map_ref (jm_session_get_map (self->session));
  return_to = find_return (self, kind, own_parent);
  if (!jm_command_new_at (self->session, kind, own_parent, position, own_lane, &id, &error))
    {
      jm_canvas_emit_error (self, error);
      return FALSE;
    }

  return edit_made (self, id, kind, before, return_to);
}

/**
 * jm_canvas_new_item:
 * @self: a canvas
 * @kind: what to make
 *
 * Makes an item beside or inside what has the focus, and edits its text at once.
 *
 * Returns: whether it was made; if not, a message said why
 */
gboolean
jm_canvas_new_item (JmCanvas *self,
                    JmKind    kind)
{
  g_autofree char *return_to = NULL;
  g_autofree char *id = NULL;
  g_autoptr(JmMap) before = NULL;
  GError *error = NULL;
  JmPlace place;

  g_return_val_if_fail (JM_IS_CANVAS (self), FALSE);

  if (self->session == NULL || self->read_only || jm_session_in_draft (self->session))
    return FALSE;

  jm_canvas_editor_end (self, TRUE);
  before = jm_map_ref (jm_session_get_map (self->session));
  return_to = g_strdup (jm_session_get_focus (self->session));
  if (!jm_command_new (self->session, kind, &id, &error))
    {
      jm_canvas_emit_error (self, error);
      return FALSE;
    }

  if (kind != JM_KIND_TOUCHPOINT && jm_map_locate (jm_session_get_map (self->session), id, &place) &&
      jm_item_get_id (place.parent) != NULL)
    {
      g_free (return_to);
      return_to = g_strdup (jm_item_get_id (place.parent));
    }

  return edit_made (self, id, kind, before, return_to);
}
