/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dragging a phase heading along the row of phases, or a lane name up and down: the others make room. */
#include "jm-canvas-private.h"

#include "jm-convert.h"

#include "config.h"

#include <glib/gi18n.h>

typedef struct
{
  JmGesture  parent;
  JmMap     *base;
  JmKind     kind;
  JmRole     role;
  char      *id;
  JmGroup   *card;
  JmPoint    grip;
  JmPoint    at;
  int        position;
} Order;

/* The place among the others: after those that the pointer has passed the middle of. Lanes that are not shown stay
 * with the one before them. */
static int
find_position (Order *self)
{
  JmCanvas *canvas = self->parent.canvas;
  JmScene *scene = jm_canvas_ensure_scene (canvas);
  JmPoint at = jm_viewport_to_scene (JM_VIEWPORT (canvas), self->at);
  JmItem *root = jm_map_get_root (canvas->scene_map);
  JmItem *item;
  guint cursor = 0;
  int position = 0, n_seen = 0;

  while ((item = jm_item_next (root, self->kind, &cursor)) != NULL)
    {
      const char *id = jm_item_get_id (item);
      gboolean passed;
      JmRect rect;

      if (g_strcmp0 (id, self->id) == 0)
        continue;
      n_seen++;

      rect = self->kind == JM_KIND_PHASE ? jm_scene_get_phase_rect (scene, id) : jm_scene_get_lane_rect (scene, id);
      if (jm_rect_is_nothing (rect))
        continue;
      if (self->kind == JM_KIND_LANE)
        passed = at.y > rect.y + rect.height / 2;
      else if (jm_scene_is_rtl (scene))
        passed = at.x < rect.x + rect.width / 2;
      else
        passed = at.x > rect.x + rect.width / 2;
      if (passed)
        position = n_seen;
    }

  return position;
}

static void
order_update (JmGesture *gesture,
              JmPoint    at,
              gboolean   alt,
              gboolean   shift)
{
  Order *self = (Order *) gesture;
  g_autoptr(JmMap) map = NULL;
  int position;

  self->at = at;
  position = find_position (self);
  if (position == self->position)
    return;

  self->position = position;
  map = jm_map_move (self->base, self->id, NULL, position, NULL);
  if (map != NULL)
    jm_session_preview (gesture->canvas->session, map);
}

/* What floated under the pointer goes from there to its place. */
static void
settle (Order *self)
{
  JmCanvas *canvas = self->parent.canvas;
  JmPoint at = jm_viewport_to_scene (JM_VIEWPORT (canvas), self->at);

  jm_canvas_motion_settle (canvas, self->id, self->role, jm_point (at.x - self->grip.x, at.y - self->grip.y));
}

static void
order_commit (JmGesture *gesture)
{
  Order *self = (Order *) gesture;
  JmSession *session = gesture->canvas->session;

  if (jm_session_get_map (session) == self->base)
    jm_session_cancel_draft (session);
  else if (jm_session_commit_draft (session, self->kind == JM_KIND_PHASE ? _("Move phase") : _("Move lane")))
    jm_session_select (session, self->id);
  settle (self);
}

static void
order_cancel (JmGesture *gesture)
{
  jm_session_cancel_draft (gesture->canvas->session);
  settle ((Order *) gesture);
}

static void
order_snapshot (JmGesture   *gesture,
                GtkSnapshot *snapshot)
{
  Order *self = (Order *) gesture;
  JmCanvas *canvas = gesture->canvas;
  JmScene *scene = canvas->scene;
  GdkRGBA accent = jm_overlay_get_accent (GTK_WIDGET (canvas));
  JmRect rect = self->kind == JM_KIND_PHASE ? jm_scene_get_phase_rect (scene, self->id)
                                            : jm_scene_get_lane_rect (scene, self->id);

  if (!jm_rect_is_nothing (rect))
    {
      graphene_rect_t bounds;
      GdkRGBA tint = accent;
      JmGroup *name;
      JmRect box;

      /* With its name, when that is on its way. */
      if (canvas->motion != NULL && jm_canvas_items_find (canvas, self->id, self->role, &name, &box))
        jm_motion_look_up (canvas->motion, name, &rect.x, &rect.y);
      rect = jm_canvas_place (canvas, JM_ROLE_NONE, rect);
      bounds = jm_rect_to_graphene (rect);
      tint.alpha = 0.07f;
      gtk_snapshot_append_color (snapshot, &tint, &bounds);
      jm_overlay_append_frame (snapshot, rect, 9, 1.5, accent);
    }

  gtk_snapshot_push_opacity (snapshot, 0.88);
  jm_overlay_append_dragged (canvas, snapshot, self->card, self->at, self->grip);
  gtk_snapshot_pop (snapshot);
}

static void
order_free (JmGesture *gesture)
{
  Order *self = (Order *) gesture;

  jm_map_unref (self->base);
  jm_group_unref (self->card);
  g_free (self->id);
  g_free (self);
}

static const JmGestureClass order_class = {
  order_update, order_commit, order_cancel, order_snapshot, order_free, TRUE, FALSE, TRUE
};

JmGesture *
jm_gesture_order_new (JmCanvas    *canvas,
                      const JmHit *hit)
{
  Order *self = g_new0 (Order, 1);

  self->parent.klass = &order_class;
  self->parent.canvas = canvas;
  self->base = jm_map_ref (jm_session_get_map (canvas->session));
  self->role = hit->group->role;
  self->kind = self->role == JM_ROLE_PHASE ? JM_KIND_PHASE : JM_KIND_LANE;
  self->id = g_strdup (hit->group->id);
  self->card = jm_group_ref (hit->group);
  self->grip = jm_point (hit->at.x - hit->origin.x, hit->at.y - hit->origin.y);
  self->at = canvas->press;
  self->position = -1;
  jm_session_begin_draft (canvas->session);

  return &self->parent;
}
