/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feelings with the pointer: a point of the curve dragged up and down, and the whole curve drawn in one stroke. */
#include "jm-canvas-item.h"
#include "jm-canvas-private.h"
#include "jm-commands-private.h"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

/* Half steps are what a face can show; with Shift held a tenth. */
static double
snap (double   value,
      gboolean fine)
{
  return fine ? round (value * 10) / 10 : round (value * 2) / 2;
}

/* The emotion lane that is shown. */
static const char *
find_emotion_lane (JmCanvas *canvas)
{
  JmScene *scene = jm_canvas_ensure_scene (canvas);
  JmItem *root = jm_map_get_root (canvas->scene_map);
  JmItem *lane;
  guint cursor = 0;

  while ((lane = jm_item_next (root, JM_KIND_LANE, &cursor)) != NULL)
    {
      if (g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), "emotion") == 0 &&
          !jm_rect_is_nothing (jm_scene_get_lane_rect (scene, jm_item_get_id (lane))))
        return jm_item_get_id (lane);
    }

  return NULL;
}

/* One point */

typedef struct
{
  JmGesture  parent;
  JmMap     *base;
  char      *handle;
  char      *touchpoint;
  char      *persona;
  char      *lane;
  double     grip;     /* from the point's height to the pointer, in map units */
  double     value;
} Lift;

static void
lift_update (JmGesture *gesture,
             JmPoint    at,
             gboolean   alt,
             gboolean   shift)
{
  Lift *self = (Lift *) gesture;
  JmCanvas *canvas = gesture->canvas;
  JmPoint place = jm_viewport_to_scene (JM_VIEWPORT (canvas), at);
  g_autoptr(JmMap) map = NULL;
  double value;

  value = snap (jm_scene_get_emotion_value (jm_canvas_ensure_scene (canvas), self->lane, place.y - self->grip), shift);
  if (value == self->value)
    return;

  self->value = value;
  map = jm_map_set_emotion (self->base, self->touchpoint, self->persona, value, NULL);
  if (map != NULL)
    jm_session_preview (canvas->session, map);
}

static void
lift_commit (JmGesture *gesture)
{
  Lift *self = (Lift *) gesture;
  JmSession *session = gesture->canvas->session;

  if (jm_session_get_map (session) == self->base)
    jm_session_cancel_draft (session);
  else if (jm_session_commit_draft (session, _("Set feeling")))
    jm_session_select (session, self->handle);
}

static void
lift_cancel (JmGesture *gesture)
{
  jm_session_cancel_draft (gesture->canvas->session);
}

static void
lift_free (JmGesture *gesture)
{
  Lift *self = (Lift *) gesture;

  jm_map_unref (self->base);
  g_free (self->handle);
  g_free (self->touchpoint);
  g_free (self->persona);
  g_free (self->lane);
  g_free (self);
}

static const JmGestureClass lift_class = {
  lift_update, lift_commit, lift_cancel, NULL, lift_free, FALSE, FALSE
};

JmGesture *
jm_gesture_emotion_new (JmCanvas    *canvas,
                        const JmHit *hit)
{
  JmScene *scene = jm_canvas_ensure_scene (canvas);
  JmItem *emotion = jm_map_find (canvas->scene_map, hit->group->id);
  const char *lane = hit->group->lane_id != NULL ? hit->group->lane_id : find_emotion_lane (canvas);
  double value = 0;
  Lift *self;

  if (emotion == NULL || lane == NULL)
    return NULL;

  jm_item_get_number (emotion, JM_ATTR_VALUE, &value);
  self = g_new0 (Lift, 1);
  self->parent.klass = &lift_class;
  self->parent.canvas = canvas;
  self->base = jm_map_ref (canvas->scene_map);
  self->handle = g_strdup (hit->group->id);
  self->touchpoint = jm_handle_get_touchpoint (hit->group->id);
  self->persona = jm_handle_get_persona (hit->group->id);
  self->lane = g_strdup (lane);
  self->value = value;
  self->grip = hit->at.y - jm_scene_get_emotion_y (scene, lane, value);
  jm_session_begin_draft (canvas->session);

  return &self->parent;
}

/* The curve in one stroke, as on paper: read at every touchpoint that it passes */

typedef struct
{
  JmGesture   parent;
  JmMap      *base;
  char       *persona;
  char       *lane;
  GHashTable *values;   /* of doubles, by touchpoint */
  GArray     *line;     /* of JmPoint, in the scene */
  gboolean    fine;
} Stroke;

typedef struct
{
  Stroke  *stroke;
  JmPoint  from;
  JmPoint  to;
} Stretch;

static void
read_at_touchpoint (JmGroup  *group,
                    JmRect    rect,
                    gpointer  user_data)
{
  Stretch *stretch = user_data;
  Stroke *self = stretch->stroke;
  JmPoint from = stretch->from, to = stretch->to;
  double x = rect.x + rect.width / 2;
  double y, *value;

  if (group->role != JM_ROLE_TOUCHPOINT || x < MIN (from.x, to.x) || x > MAX (from.x, to.x))
    return;

  y = from.x == to.x ? to.y : from.y + (to.y - from.y) * (x - from.x) / (to.x - from.x);
  value = g_new (double, 1);
  *value = snap (jm_scene_get_emotion_value (self->parent.canvas->scene, self->lane, y), self->fine);
  g_hash_table_insert (self->values, g_strdup (group->id), value);
}

static void
stroke_update (JmGesture *gesture,
               JmPoint    at,
               gboolean   alt,
               gboolean   shift)
{
  Stroke *self = (Stroke *) gesture;
  JmCanvas *canvas = gesture->canvas;
  JmPoint to = jm_viewport_to_scene (JM_VIEWPORT (canvas), at);
  JmPoint from = g_array_index (self->line, JmPoint, self->line->len - 1);
  Stretch stretch = { self, from, to };
  guint n_before = g_hash_table_size (self->values);
  gboolean turned = FALSE;
  GHashTableIter iter;
  gpointer id, value;
  JmMap *map;

  self->fine = shift;
  g_array_append_val (self->line, to);
  jm_canvas_items_foreach (canvas, read_at_touchpoint, &stretch);

  /* Drawing back over a touchpoint changes its value without adding one. */
  turned = self->line->len > 2 && n_before == g_hash_table_size (self->values);
  if (n_before == 0 && g_hash_table_size (self->values) == 0)
    return;
  if (turned && fabs (to.x - from.x) < 0.01)
    return;

  map = jm_map_ref (self->base);
  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      JmMap *next = jm_map_set_emotion (map, id, self->persona, *(double *) value, NULL);

      if (next != NULL)
        {
          jm_map_unref (map);
          map = next;
        }
    }
  jm_session_preview (canvas->session, map);
  jm_map_unref (map);
}

static void
stroke_commit (JmGesture *gesture)
{
  Stroke *self = (Stroke *) gesture;
  JmSession *session = gesture->canvas->session;

  if (jm_session_get_map (session) == self->base)
    jm_session_cancel_draft (session);
  else
    jm_session_commit_draft (session, _("Draw emotion curve"));
}

static void
stroke_snapshot (JmGesture   *gesture,
                 GtkSnapshot *snapshot)
{
  Stroke *self = (Stroke *) gesture;
  JmCanvas *canvas = gesture->canvas;
  GdkRGBA accent = jm_overlay_get_accent (GTK_WIDGET (canvas));
  cairo_t *cr;

  if (self->line->len < 2)
    return;

  accent.alpha = 0.5f;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (canvas)),
                                                       (float) gtk_widget_get_height (GTK_WIDGET (canvas))));
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 3);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->line->len; i++)
    {
      JmPoint at = g_array_index (self->line, JmPoint, i);

      at = jm_viewport_from_scene (JM_VIEWPORT (canvas), at);
      cairo_line_to (cr, at.x, at.y);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
stroke_free (JmGesture *gesture)
{
  Stroke *self = (Stroke *) gesture;

  jm_map_unref (self->base);
  g_hash_table_unref (self->values);
  g_array_unref (self->line);
  g_free (self->persona);
  g_free (self->lane);
  g_free (self);
}

static const JmGestureClass stroke_class = {
  stroke_update, stroke_commit, lift_cancel, stroke_snapshot, stroke_free, FALSE, FALSE
};

JmGesture *
jm_gesture_stroke_new (JmCanvas    *canvas,
                       const JmHit *hit)
{
  const char *lane = find_emotion_lane (canvas);
  Stroke *self;

  if (lane == NULL)
    return NULL;

  self = g_new0 (Stroke, 1);
  self->parent.klass = &stroke_class;
  self->parent.canvas = canvas;
  self->base = jm_map_ref (canvas->scene_map);
  self->persona = jm_command_get_persona (canvas->session);
  self->lane = g_strdup (lane);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->line = g_array_new (FALSE, FALSE, sizeof (JmPoint));
  g_array_append_val (self->line, hit->at);
  jm_session_begin_draft (canvas->session);

  return &self->parent;
}

/* A click with the emotion tool: the feeling at this touchpoint is as high as the pointer. */
void
jm_tool_emotion_click (JmCanvas          *canvas,
                       const JmToolClass *tool,
                       const JmHit       *hit,
                       GdkModifierType    state,
                       int                n_press)
{
  const char *lane = find_emotion_lane (canvas);
  g_autofree char *touchpoint = g_strdup (jm_places_find_touchpoint (canvas, hit->at.x));
  g_autofree char *persona = jm_command_get_persona (canvas->session);
  JmRect rect;
  double value;

  if (lane == NULL)
    {
      jm_canvas_emit_message (canvas, _("The emotion lane is not shown."), FALSE);
      return;
    }

  rect = jm_scene_get_lane_rect (canvas->scene, lane);
  if (touchpoint == NULL || hit->at.y < rect.y || hit->at.y > rect.y + rect.height)
    {
      jm_canvas_emit_message (canvas, _("Click in the emotion lane below a touchpoint, or draw the curve there."), FALSE);
      return;
    }

  value = snap (jm_scene_get_emotion_value (canvas->scene, lane, hit->at.y), (state & GDK_SHIFT_MASK) != 0);
  jm_command_set_feeling (canvas->session, touchpoint, persona, value, NULL);
}
