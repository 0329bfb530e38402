/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dragging touchpoints along and between phases, and what belongs to a touchpoint to another one. The map shown is the
 * one that letting go would make: the others make room, and what is dragged floats under the pointer. */
#include "jm-canvas-private.h"

#include "jm-convert.h"

#include "config.h"

#include <glib/gi18n.h>

typedef struct
{
  JmGesture   parent;
  JmMap      *base;        /* as it was when the gesture began */
  JmKind      kind;
  JmRole      role;
  gboolean    of_phase;    /* it belongs to a phase, not to a touchpoint */
  GStrv       ids;         /* what is dragged, in the order of the map */
  GStrv       shown_ids;   /* as they are called in the map shown: copies have ids of their own */
  JmGroup    *card;
  JmPoint     grip;        /* from the origin of the card to the pointer, in map units */
  JmPoint     at;          /* pixels */

  /* where letting go would put it */
  gboolean    has_target;
  char       *parent_id;
  char       *lane_id;
  int         position;
  gboolean    copy;
} Arrange;

/* Those of a kind that are selected, below an item, in the order of the map. */
static void
gather_below (JmCanvas      *canvas,
              JmItem        *item,
              JmKind         kind,
              GStrvBuilder  *ids)
{
  JmItem *child;
  guint cursor = 0;

  while ((child = jm_item_next (item, JM_KIND_NONE, &cursor)) != NULL)
    {
      const char *id = jm_item_get_id (child);

      if (jm_item_get_kind (child) == kind && id != NULL && jm_session_is_selected (canvas->session, id))
        g_strv_builder_add (ids, id);
      gather_below (canvas, child, kind, ids);
    }
}

/* What was taken, and with it the others of its kind that are selected, in the order of the map. */
static GStrv
gather (JmCanvas   *canvas,
        JmKind      kind,
        const char *id)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  if (jm_session_is_selected (canvas->session, id))
    gather_below (canvas, jm_map_get_root (jm_session_get_map (canvas->session)), kind, ids);
  else
    g_strv_builder_add (ids, id);

  return g_strv_builder_end (ids);
}

/* The middle of what floats under the pointer, in map units. */
static JmPoint
get_middle (Arrange *self)
{
  JmPoint at = jm_viewport_to_scene (JM_VIEWPORT (self->parent.canvas), self->at);

  return jm_point (at.x - self->grip.x + self->card->box.x + self->card->box.width / 2,
                   at.y - self->grip.y + self->card->box.y + self->card->box.height / 2);
}

/* The place among what the parent holds of this kind: below those whose middle is higher. */
static int
find_position (Arrange    *self,
               const char *parent_id,
               double      y)
{
  JmCanvas *canvas = self->parent.canvas;
  JmItem *parent = jm_map_find (canvas->scene_map, parent_id);
  JmItem *sibling;
  guint cursor = 0;
  int position = 0, n_seen = 0;

  while (parent != NULL && (sibling = jm_item_next (parent, self->kind, &cursor)) != NULL)
    {
      JmRect rect;

      if (g_strv_contains ((const char * const *) self->shown_ids, jm_item_get_id (sibling)))
        continue;
      n_seen++;
      if (jm_canvas_items_find (canvas, jm_item_get_id (sibling), self->role, NULL, &rect) &&
          rect.y + rect.height / 2 < y)
        position = n_seen;
    }

  return position;
}

static gboolean
find_target (Arrange *self,
             char   **parent_id,
             char   **lane_id,
             int     *position)
{
  JmCanvas *canvas = self->parent.canvas;
  JmPoint middle = get_middle (self);
  const char *phase = jm_places_find_phase (canvas, middle.x, TRUE);
  const char *touchpoint;

  *lane_id = NULL;
  if (phase == NULL)
    return FALSE;

  if (self->kind == JM_KIND_TOUCHPOINT)
    {
      *position = jm_places_count_before (canvas, phase, middle.x, (const char * const *) self->shown_ids);
      *parent_id = g_strdup (phase);
      return TRUE;
    }

  /* What belongs to a phase as a whole goes to another phase. */
  touchpoint = self->of_phase ? NULL : jm_places_find_touchpoint (canvas, middle.x);
  if (touchpoint != NULL && jm_kind_may_contain (JM_KIND_TOUCHPOINT, self->kind))
    *parent_id = g_strdup (touchpoint);
  else if (jm_kind_may_contain (JM_KIND_PHASE, self->kind))
    *parent_id = g_strdup (phase);
  else
    return FALSE;

  *position = find_position (self, *parent_id, middle.y);
  if (self->kind == JM_KIND_NOTE)
    *lane_id = g_strdup (jm_places_find_lane (canvas, middle.y, "notes"));

  return TRUE;
}

/* Replaces map by next, which may be NULL for an edit that did not work. */
static void
take (JmMap **map,
      JmMap  *next)
{
  if (next != NULL)
    {
      jm_map_unref (*map);
      *map = next;
    }
}

static JmMap *
make_moved (Arrange *self)
{
  JmMap *map = jm_map_ref (self->base);

  /* First all to the end, so that the place of each counts those before it only. */
  for (guint i = 0; self->ids[i] != NULL && self->ids[1] != NULL; i++)
    take (&map, jm_map_move (map, self->ids[i], self->parent_id, -1, NULL));
  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      take (&map, jm_map_move (map, self->ids[i], self->parent_id, self->position + (int) i, NULL));
      if (self->lane_id != NULL)
        take (&map, jm_map_set (map, self->ids[i], JM_ATTR_LANE, self->lane_id, NULL));
    }

  return map;
}

static JmMap *
make_copied (Arrange *self,
             GStrv   *new_ids)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  JmMap *map = jm_map_ref (self->base);

  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      g_autofree char *id = NULL;

      take (&map, jm_map_duplicate (map, self->ids[i], self->parent_id, self->position + (int) i, &id, NULL));
      if (id == NULL)
        continue;
      if (self->lane_id != NULL)
        take (&map, jm_map_set (map, id, JM_ATTR_LANE, self->lane_id, NULL));
      g_strv_builder_add (ids, id);
    }

  *new_ids = g_strv_builder_end (ids);
  return map;
}

static void
arrange_update (JmGesture *gesture,
                JmPoint    at,
                gboolean   alt,
                gboolean   shift)
{
  Arrange *self = (Arrange *) gesture;
  g_autoptr(JmMap) map = NULL;
  g_autofree char *parent_id = NULL;
  g_autofree char *lane_id = NULL;
  GStrv shown_ids = NULL;
  int position;

  self->at = at;
  if (!find_target (self, &parent_id, &lane_id, &position))
    return;
  if (self->has_target && self->copy == alt && self->position == position &&
      g_strcmp0 (self->parent_id, parent_id) == 0 && g_strcmp0 (self->lane_id, lane_id) == 0)
    return;

  self->has_target = TRUE;
  self->copy = alt;
  self->position = position;
  g_free (self->parent_id);
  g_free (self->lane_id);
  self->parent_id = g_steal_pointer (&parent_id);
  self->lane_id = g_steal_pointer (&lane_id);

  if (alt)
    map = make_copied (self, &shown_ids);
  else
    map = make_moved (self);

  g_strfreev (self->shown_ids);
  self->shown_ids = shown_ids != NULL ? shown_ids : g_strdupv (self->ids);
  jm_session_preview (gesture->canvas->session, map);
}

/* What floated under the pointer goes from there to its place. */
static void
settle (Arrange *self,
        GStrv    ids)
{
  JmCanvas *canvas = self->parent.canvas;
  JmPoint at = jm_viewport_to_scene (JM_VIEWPORT (canvas), self->at);

  for (guint i = 0; ids[i] != NULL; i++)
    jm_canvas_motion_settle (canvas, ids[i], self->role, jm_point (at.x - self->grip.x, at.y - self->grip.y));
}

static const char *
get_label (Arrange *self)
{
  if (self->copy)
    return _("Copy");

  switch ((int) self->kind)
    {
    case JM_KIND_TOUCHPOINT:
      return g_strv_length (self->ids) > 1 ? _("Move touchpoints") : _("Move touchpoint");
    case JM_KIND_PAIN_POINT:
      return _("Move pain point");
    case JM_KIND_OPPORTUNITY:
      return _("Move opportunity");
    case JM_KIND_THOUGHT:
      return _("Move thought");
    case JM_KIND_NOTE:
      return _("Move note");
    default:
      return _("Move item");
    }
}

static void
arrange_cancel (JmGesture *gesture)
{
  Arrange *self = (Arrange *) gesture;

  jm_session_cancel_draft (gesture->canvas->session);
  settle (self, self->ids);
}

static void
arrange_commit (JmGesture *gesture)
{
  Arrange *self = (Arrange *) gesture;
  JmSession *session = gesture->canvas->session;

  if (!self->has_target || jm_session_get_map (session) == self->base)
    {
      arrange_cancel (gesture);
      return;
    }

  if (jm_session_commit_draft (session, get_label (self)))
    {
      jm_session_select_many (session, (const char * const *) self->shown_ids);
      settle (self, self->shown_ids);
    }
}

static void
arrange_snapshot (JmGesture   *gesture,
                  GtkSnapshot *snapshot)
{
  static const GdkRGBA shadow = { 0, 0, 0, 0.22f };
  Arrange *self = (Arrange *) gesture;
  JmCanvas *canvas = gesture->canvas;
  const JmTheme *theme = jm_scene_get_theme (canvas->scene);
  GdkRGBA accent = jm_overlay_get_accent (GTK_WIDGET (canvas));
  GdkRGBA veil = jm_color_to_rgba (theme->page);
  double zoom = jm_viewport_get_zoom (JM_VIEWPORT (canvas));
  GskRoundedRect outline;
  graphene_rect_t bounds;
  JmRect card;

  veil.alpha = 0.72f;

  /* Where it would go: its own place in the map shown, made pale. */
  for (guint i = 0; self->shown_ids[i] != NULL; i++)
    {
      JmGroup *group;
      JmRect rect;

      if (!jm_canvas_items_find (canvas, self->shown_ids[i], self->role, &group, &rect))
        continue;
      rect = jm_canvas_motion_place (canvas, group, rect);
      bounds = jm_rect_to_graphene (jm_rect_expand (rect, 1));
      gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) (8 * zoom));
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &veil, &bounds);
      gtk_snapshot_pop (snapshot);
      jm_overlay_append_frame (snapshot, rect, 8 * zoom, 1.5, accent);
    }

  card = jm_rect (self->at.x + (self->card->box.x - self->grip.x) * zoom,
                  self->at.y + (self->card->box.y - self->grip.y) * zoom,
                  self->card->box.width * zoom, self->card->box.height * zoom);
  bounds = jm_rect_to_graphene (card);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) (10 * zoom));
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 4, 1, 10);
  /* More than one: the edge of another one looks out from behind. */
  if (self->ids[1] != NULL)
    {
      GdkRGBA paper = jm_color_to_rgba (theme->card);
      JmRect behind = jm_rect_offset (card, 5, 5);

      bounds = jm_rect_to_graphene (behind);
      gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) (10 * zoom));
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &paper, &bounds);
      gtk_snapshot_pop (snapshot);
      jm_overlay_append_frame (snapshot, behind, 10 * zoom, 1, accent);
    }
  jm_overlay_append_dragged (canvas, snapshot, self->card, self->at, self->grip);
  jm_overlay_append_frame (snapshot, jm_rect_expand (card, 1), 10 * zoom, 1.5, accent);
}

static void
arrange_free (JmGesture *gesture)
{
  Arrange *self = (Arrange *) gesture;

  jm_map_unref (self->base);
  jm_group_unref (self->card);
  g_strfreev (self->ids);
  g_strfreev (self->shown_ids);
  g_free (self->parent_id);
  g_free (self->lane_id);
  g_free (self);
}

static const JmGestureClass arrange_class = {
  arrange_update, arrange_commit, arrange_cancel, arrange_snapshot, arrange_free, TRUE, FALSE, TRUE
};

JmGesture *
jm_gesture_arrange_new (JmCanvas    *canvas,
                        const JmHit *hit)
{
  Arrange *self = g_new0 (Arrange, 1);
  JmPlace place;

  self->parent.klass = &arrange_class;
  self->parent.canvas = canvas;
  self->base = jm_map_ref (jm_session_get_map (canvas->session));
  self->kind = jm_command_get_kind (canvas->session, hit->group->id);
  self->role = hit->group->role;
  self->of_phase = jm_map_locate (self->base, hit->group->id, &place) &&
                   jm_item_get_kind (place.parent) == JM_KIND_PHASE;
  self->card = jm_group_ref (hit->group);
  self->grip = jm_point (hit->at.x - hit->origin.x, hit->at.y - hit->origin.y);
  self->at = jm_viewport_from_scene (JM_VIEWPORT (canvas), hit->at);
  self->ids = gather (canvas, self->kind, hit->group->id);
  self->shown_ids = g_strdupv (self->ids);
  jm_session_begin_draft (canvas->session);

  return &self->parent;
}
