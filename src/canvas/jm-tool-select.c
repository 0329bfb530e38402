/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tool that is in hand most of the time: clicking selects, dragging moves, double clicking edits. */
#include "jm-canvas-private.h"

/* Which text of a group is at a place of the scene: the first where there is none. */
static gboolean
find_part (const JmHit *hit,
           JmKind      *part)
{
  double x = hit->at.x - hit->origin.x;
  double y = hit->at.y - hit->origin.y;

  if (hit->group->n_slots == 0)
    return FALSE;

  *part = hit->group->slots[0].part;
  for (guint i = 0; i < hit->group->n_slots; i++)
    {
      if (jm_rect_contains (jm_rect_expand (hit->group->slots[i].box, 2), x, y))
        *part = hit->group->slots[i].part;
    }

  return TRUE;
}

/* Whether what stands in a lane is of the phase as a whole: something there is already, or a template suggests it. */
static gboolean
is_of_whole_phase (JmItem     *phase,
                   const char *lane_id)
{
  static const JmKind kinds[] = { JM_KIND_NOTE, JM_KIND_HINT };

  for (guint i = 0; phase != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      guint cursor = 0;
      JmItem *item;

      while ((item = jm_item_next (phase, kinds[i], &cursor)) != NULL)
        if (jm_item_refers_to (item, JM_ATTR_LANE, lane_id))
          return TRUE;
    }

  return FALSE;
}

/* Makes what belongs into the lane at an empty place. */
void
jm_canvas_make_in_lane (JmCanvas    *canvas,
                        const JmHit *hit)
{
  static const char * const none[] = { NULL };
  g_autofree char *lane_id = g_strdup (jm_places_find_lane (canvas, hit->at.y, NULL));
  g_autofree char *phase = g_strdup (jm_places_find_phase (canvas, hit->at.x, FALSE));
  g_autofree char *touchpoint = g_strdup (jm_places_find_touchpoint (canvas, hit->at.x));
  JmItem *lane = lane_id != NULL ? jm_map_find (canvas->scene_map, lane_id) : NULL;
  JmKind kind = lane != NULL ? jm_places_get_kind_of_lane (lane) : JM_KIND_NONE;

  if (phase == NULL)
    return;

  switch ((int) kind)
    {
    case JM_KIND_TOUCHPOINT:
      jm_canvas_make_and_edit (canvas, kind, phase, jm_places_count_before (canvas, phase, hit->at.x, none), NULL);
      break;
    case JM_KIND_EMOTION:
      jm_tool_emotion_click (canvas, jm_tool_get_class (JM_TOOL_EMOTION), hit, 0, 1);
      break;
    case JM_KIND_MEASURE:
      jm_canvas_make_and_edit (canvas, kind, phase, -1, NULL);
      break;
    case JM_KIND_NOTE:
      if (is_of_whole_phase (jm_map_find (canvas->scene_map, phase), lane_id))
        g_clear_pointer (&touchpoint, g_free);
      jm_canvas_make_and_edit (canvas, kind, touchpoint != NULL ? touchpoint : phase, -1, lane_id);
      break;
    case JM_KIND_NONE:
      break;
    default:
      if (touchpoint != NULL)
        jm_canvas_make_and_edit (canvas, kind, touchpoint, -1, NULL);
    }
}

void
jm_tool_select_click (JmCanvas          *canvas,
                      const JmToolClass *tool,
                      const JmHit       *hit,
                      GdkModifierType    state,
                      int                n_press)
{
  gboolean adds = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  g_autofree char *id = hit->group != NULL ? g_strdup (hit->group->id) : NULL;
  JmRole role = hit->group != NULL ? hit->group->role : JM_ROLE_NONE;
  JmKind part;

  if ((role == JM_ROLE_TOUCHPOINT || role == JM_ROLE_PHASE || role == JM_ROLE_NOTE) && jm_canvas_link_to (canvas, id))
    return;
  jm_canvas_link_cancel (canvas);

  if (n_press == 2 && !adds)
    {
      if (hit->group != NULL && find_part (hit, &part))
        {
          if (id != NULL)
            jm_session_select (canvas->session, id);
          jm_canvas_edit (canvas, id, role, part);
          return;
        }
      if (role == JM_ROLE_NONE || role == JM_ROLE_CELL)
        {
          jm_canvas_make_in_lane (canvas, hit);
          return;
        }
      jm_canvas_emit_inspector (canvas);
      return;
    }

  if (id == NULL || role == JM_ROLE_CELL)
    {
      if (!adds)
        jm_session_unselect (canvas->session);
    }
  else if (adds)
    {
      jm_session_toggle (canvas->session, id);
    }
  else
    {
      /* Clicked once more, what lies below it is meant. */
      g_autofree char *below = canvas->pressed_selected && n_press == 1
        ? jm_canvas_pick_below (canvas, canvas->press, id) : NULL;

      jm_session_select (canvas->session, below != NULL ? below : id);
    }
}

JmGesture *
jm_tool_select_drag (JmCanvas    *canvas,
                     const JmHit *hit)
{
  switch ((int) (hit->group != NULL ? hit->group->role : JM_ROLE_NONE))
    {
    case JM_ROLE_TOUCHPOINT:
    case JM_ROLE_PAIN_POINT:
    case JM_ROLE_OPPORTUNITY:
    case JM_ROLE_THOUGHT:
    case JM_ROLE_NOTE:
    case JM_ROLE_MEASURE:
    case JM_ROLE_PICTURE:
      return jm_gesture_arrange_new (canvas, hit);
    case JM_ROLE_PHASE:
      if (jm_gesture_width_is_edge (canvas, hit))
        return jm_gesture_width_new (canvas, hit);
      return jm_gesture_order_new (canvas, hit);
    case JM_ROLE_LANE:
      return jm_gesture_order_new (canvas, hit);
    case JM_ROLE_EMOTION:
      return jm_gesture_emotion_new (canvas, hit);
    default:
      return jm_gesture_band_new (canvas, hit);
    }
}
