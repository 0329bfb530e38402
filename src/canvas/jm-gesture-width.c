/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dragging the edge of a phase heading: makes the phase wider than what is in it needs, or lets it be as wide as that again. */
#include "jm-canvas-private.h"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

/* Pixels beside the edge that count as the edge. */
#define REACH     7
/* Wider than this is no width for a phase. */
#define MAX_WIDTH 8000

typedef struct
{
  JmGesture  parent;
  JmMap     *base;
  char      *id;
  double     grip;    /* from the edge to the pointer, in map units */
  double     width;   /* what was asked for last */
} Widen;

/* Whether a place of the scene is at the far edge of a phase heading. */
gboolean
jm_gesture_width_is_edge (JmCanvas    *canvas,
                          const JmHit *hit)
{
  double edge;

  if (hit->group == NULL || hit->group->role != JM_ROLE_PHASE)
    return FALSE;

  edge = hit->origin.x + hit->group->box.x + (jm_scene_is_rtl (canvas->scene) ? 0 : hit->group->box.width);
  return fabs (hit->at.x - edge) * jm_viewport_get_zoom (JM_VIEWPORT (canvas)) <=
         jm_canvas_pointer_get_reach (canvas, REACH);
}

static double
get_width (Widen   *self,
           JmPoint  at)
{
  JmCanvas *canvas = self->parent.canvas;
  JmScene *scene = jm_canvas_ensure_scene (canvas);
  JmRect rect = jm_scene_get_phase_rect (scene, self->id);
  double x = jm_viewport_to_scene (JM_VIEWPORT (canvas), at).x - self->grip;

  return CLAMP (round (jm_scene_is_rtl (scene) ? rect.x + rect.width - x : x - rect.x), 0, MAX_WIDTH);
}

static JmMap *
make_map (Widen      *self,
          const char *width)
{
  return jm_map_set (self->base, self->id, JM_ATTR_WIDTH, width, NULL);
}

static void
width_update (JmGesture *gesture,
              JmPoint    at,
              gboolean   alt,
              gboolean   shift)
{
  Widen *self = (Widen *) gesture;
  double width = get_width (self, at);
  g_autofree char *text = jm_number_format (width);
  g_autoptr(JmMap) map = NULL;

  if (width == self->width)
    return;

  self->width = width;
  map = make_map (self, text);
  if (map != NULL)
    jm_session_preview (gesture->canvas->session, map);
}

static void
width_commit (JmGesture *gesture)
{
  Widen *self = (Widen *) gesture;
  JmCanvas *canvas = gesture->canvas;
  JmRect rect = jm_scene_get_phase_rect (jm_canvas_ensure_scene (canvas), self->id);

  /* Narrower than what is in it: then it is as wide as that, also when that changes. */
  if (self->width >= 0 && rect.width > self->width + 0.5)
    {
      g_autoptr(JmMap) map = make_map (self, NULL);

      if (map != NULL)
        jm_session_preview (canvas->session, map);
    }
  jm_session_commit_draft (canvas->session, _("Change width"));
}

static void
width_cancel (JmGesture *gesture)
{
  jm_session_cancel_draft (gesture->canvas->session);
}

static void
width_free (JmGesture *gesture)
{
  Widen *self = (Widen *) gesture;

  jm_map_unref (self->base);
  g_free (self->id);
  g_free (self);
}

static const JmGestureClass width_class = {
  width_update, width_commit, width_cancel, NULL, width_free, FALSE, FALSE
};

JmGesture *
jm_gesture_width_new (JmCanvas    *canvas,
                      const JmHit *hit)
{
  Widen *self = g_new0 (Widen, 1);
  double edge = hit->origin.x + hit->group->box.x + (jm_scene_is_rtl (canvas->scene) ? 0 : hit->group->box.width);

  self->parent.klass = &width_class;
  self->parent.canvas = canvas;
  self->base = jm_map_ref (jm_session_get_map (canvas->session));
  self->id = g_strdup (hit->group->id);
  self->grip = hit->at.x - edge;
  self->width = -1;
  jm_session_begin_draft (canvas->session);

  return &self->parent;
}
