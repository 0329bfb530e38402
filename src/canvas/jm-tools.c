/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of tools, and what a click means with those that make things. */
#include "jm-canvas-private.h"

#include "config.h"

#include <glib/gi18n.h>

/* How many phases come before a place. */
static int
count_phases_before (JmCanvas *canvas,
                     double    x)
{
  JmScene *scene = jm_canvas_ensure_scene (canvas);
  JmItem *root = jm_map_get_root (canvas->scene_map);
  JmItem *phase;
  guint cursor = 0;
  int n_before = 0;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      JmRect rect = jm_scene_get_phase_rect (scene, jm_item_get_id (phase));
      double middle = rect.x + rect.width / 2;

      if (!jm_rect_is_nothing (rect) && (jm_scene_is_rtl (scene) ? middle > x : middle < x))
        n_before++;
    }

  return n_before;
}

/* Makes an item where a person points, and edits it at once. */
gboolean
jm_canvas_make_at (JmCanvas *canvas,
                   JmKind    kind,
                   JmPoint   at)
{
  static const char * const none[] = { NULL };
  g_autofree char *parent_id = NULL;

  if (kind == JM_KIND_PHASE)
    return jm_canvas_make_and_edit (canvas, JM_KIND_PHASE, NULL, count_phases_before (canvas, at.x), NULL);

  if (kind == JM_KIND_TOUCHPOINT)
    {
      parent_id = g_strdup (jm_places_find_phase (canvas, at.x, TRUE));
      if (parent_id != NULL)
        return jm_canvas_make_and_edit (canvas, JM_KIND_TOUCHPOINT, parent_id,
                                        jm_places_count_before (canvas, parent_id, at.x, none), NULL);

      jm_canvas_emit_message (canvas, _("A touchpoint belongs to a phase. Make a phase first."), FALSE);
      return FALSE;
    }

  parent_id = g_strdup (jm_places_find_touchpoint (canvas, at.x));
  if (parent_id != NULL)
    return jm_canvas_make_and_edit (canvas, kind, parent_id, -1, NULL);

  jm_canvas_emit_message (canvas, _("Click below the touchpoint that this belongs to."), FALSE);
  return FALSE;
}

static void
make_click (JmCanvas          *canvas,
            const JmToolClass *tool,
            const JmHit       *hit,
            GdkModifierType    state,
            int                n_press)
{
  if (jm_canvas_make_at (canvas, tool->makes, hit->at))
    jm_canvas_tool_used (canvas);
}

/* Votes are many, so this tool stays in hand. */
static void
vote_click (JmCanvas          *canvas,
            const JmToolClass *tool,
            const JmHit       *hit,
            GdkModifierType    state,
            int                n_press)
{
  int step = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0 ? -1 : 1;

  if (hit->group == NULL || (hit->group->role != JM_ROLE_OPPORTUNITY && hit->group->role != JM_ROLE_PAIN_POINT))
    {
      jm_canvas_emit_message (canvas, _("Click an opportunity to vote for it, or a pain point to make it weigh more."),
                              FALSE);
      return;
    }

  jm_command_step_weight (canvas->session, hit->group->id, step, NULL);
}

static const JmToolClass tools[JM_N_TOOLS] = {
  [JM_TOOL_SELECT] = { JM_TOOL_SELECT, NULL, JM_KIND_NONE, jm_tool_select_click, jm_tool_select_drag },
  [JM_TOOL_PHASE] = { JM_TOOL_PHASE, "crosshair", JM_KIND_PHASE, make_click, NULL },
  [JM_TOOL_TOUCHPOINT] = { JM_TOOL_TOUCHPOINT, "crosshair", JM_KIND_TOUCHPOINT, make_click, NULL },
  [JM_TOOL_EMOTION] = { JM_TOOL_EMOTION, "crosshair", JM_KIND_NONE, jm_tool_emotion_click, jm_gesture_stroke_new },
  [JM_TOOL_PAIN_POINT] = { JM_TOOL_PAIN_POINT, "crosshair", JM_KIND_PAIN_POINT, make_click, NULL },
  [JM_TOOL_OPPORTUNITY] = { JM_TOOL_OPPORTUNITY, "crosshair", JM_KIND_OPPORTUNITY, make_click, NULL },
  [JM_TOOL_THOUGHT] = { JM_TOOL_THOUGHT, "crosshair", JM_KIND_THOUGHT, make_click, NULL },
  [JM_TOOL_VOTE] = { JM_TOOL_VOTE, "pointer", JM_KIND_NONE, vote_click, NULL },
};

const JmToolClass *
jm_tool_get_class (JmTool tool)
{
  return &tools[tool];
}
