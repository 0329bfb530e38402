/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in view of a map besides what a viewport settles: the headings and lane names kept in view, and the item that is
 * brought there. */
#include "jm-canvas-private.h"

/* Pixels around the headings and lane names that are kept in view. */
#define PIN_GAP 8
/* Pixels around what is brought into view as large as it fits. */
#define FIT_GAP 24
/* What is brought into view is shown no larger. */
#define FIT_MAX 1.5
/* Higher and lower than any map. */
#define FAR 1e7

/* What is kept in view, and by how much it is away from its place in the scene. */
static void
update_pins (JmCanvas *self,
             int       width,
             int       height)
{
  JmGroup *headings = jm_scene_get_layer (self->scene, JM_LAYER_HEADINGS);
  JmGroup *lanes = jm_scene_get_layer (self->scene, JM_LAYER_LANES);
  JmRect grid = jm_scene_get_grid (self->scene);
  JmViewport *viewport = JM_VIEWPORT (self);
  JmPoint origin = jm_viewport_get_origin (viewport);
  double zoom = jm_viewport_get_zoom (viewport);
  JmPins pins = { FALSE };

  if (headings != NULL && !jm_rect_is_nothing (headings->bounds) && headings->bounds.height > 0)
    {
      double top = origin.y + headings->bounds.y * zoom;
      double depth = headings->bounds.height * zoom;
      double end = origin.y + (grid.y + grid.height) * zoom;

      /* Not when it would take a third of the view, nor once the map has left it. */
      if (top < PIN_GAP && depth < height / 3.0 && end > PIN_GAP + depth)
        {
          pins.headings = TRUE;
          pins.headings_dy = jm_viewport_snap (viewport, PIN_GAP - top);
          pins.headings_end = jm_viewport_snap (viewport, PIN_GAP + depth + PIN_GAP / 2.0);
        }
    }

  if (lanes != NULL && !jm_rect_is_nothing (lanes->bounds) && lanes->bounds.width > 0)
    {
      double left = origin.x + lanes->bounds.x * zoom;
      double span = lanes->bounds.width * zoom;
      double grid_left = origin.x + grid.x * zoom;
      double grid_right = grid_left + grid.width * zoom;

      if (jm_scene_is_rtl (self->scene))
        {
          if (left + span > width - PIN_GAP && span < width / 3.0 && grid_left < width - span)
            {
              pins.lanes = TRUE;
              pins.lanes_dx = jm_viewport_snap (viewport, width - PIN_GAP - span - left);
              pins.lanes_end = jm_viewport_snap (viewport, width - span - 2 * PIN_GAP);
            }
        }
      else if (left < PIN_GAP && span < width / 3.0 && grid_right > span)
        {
          pins.lanes = TRUE;
          pins.lanes_dx = jm_viewport_snap (viewport, PIN_GAP - left);
          pins.lanes_end = jm_viewport_snap (viewport, span + 2 * PIN_GAP);
        }
    }

  self->pins = pins;
}

static void
reveal_now (JmCanvas *self,
            int       width,
            int       height)
{
  g_autofree char *id = g_steal_pointer (&self->reveal_id);
  double left = PIN_GAP, top = PIN_GAP, right = width - PIN_GAP;
  double bottom = height - PIN_GAP - jm_viewport_get_bottom_inset (JM_VIEWPORT (self));
  JmPoint origin, way;
  JmGroup *group;
  JmRect rect;

  group = jm_scene_find (self->scene, id, JM_ROLE_NONE, &origin);
  if (group == NULL)
    return;

  rect = jm_viewport_place (JM_VIEWPORT (self), jm_rect_offset (group->box, origin.x, origin.y));
  if (self->pins.headings && group->role != JM_ROLE_PHASE)
    top = self->pins.headings_end;
  if (self->pins.lanes && !jm_scene_is_rtl (self->scene))
    left = self->pins.lanes_end;
  if (self->pins.lanes && jm_scene_is_rtl (self->scene))
    right = self->pins.lanes_end;

  way = jm_viewport_find_way (rect, jm_rect (left, top, right - left, bottom - top));
  /* What is kept in view is there already. */
  if (group->role == JM_ROLE_PHASE && self->pins.headings)
    way.y = 0;
  if (group->role == JM_ROLE_LANE && self->pins.lanes)
    way.x = 0;

  jm_viewport_scroll_by (JM_VIEWPORT (self), way.x, way.y);
}

/* At each allocation: what a viewport settles, and then what depends on it. */
void
jm_canvas_settle (JmViewport *viewport,
                  int         width,
                  int         height)
{
  JmCanvas *self = JM_CANVAS (viewport);
  JmViewportClass *parent_class = JM_VIEWPORT_CLASS (g_type_class_peek (JM_TYPE_VIEWPORT));

  parent_class->settle (viewport, width, height);
  if (self->scene == NULL)
    return;

  update_pins (self, width, height);
  if (self->reveal_id != NULL)
    {
      reveal_now (self, width, height);
      parent_class->settle (viewport, width, height);
      update_pins (self, width, height);
    }
}

/* Where a rectangle of the scene is in the widget; headings and lane names count where they are kept in view. */
JmRect
jm_canvas_place (JmCanvas *self,
                 JmRole    role,
                 JmRect    rect)
{
  JmRect placed = jm_viewport_place (JM_VIEWPORT (self), rect);

  if (role == JM_ROLE_PHASE && self->pins.headings)
    placed.y += self->pins.headings_dy;
  if (role == JM_ROLE_LANE && self->pins.lanes)
    placed.x += self->pins.lanes_dx;

  return placed;
}

/**
 * jm_canvas_get_item_rect:
 * @self: a canvas that was allocated a size
 * @id: an id or an emotion's handle
 * @role: which of the places where the item is shown, %JM_ROLE_NONE for the main one
 * @rect: (out): where it is in the widget, in pixels
 *
 * Returns: whether it is in the scene, in view or not
 */
gboolean
jm_canvas_get_item_rect (JmCanvas   *self,
                         const char *id,
                         JmRole      role,
                         JmRect     *rect)
{
  JmPoint origin;
  JmGroup *group;

  g_return_val_if_fail (JM_IS_CANVAS (self), FALSE);
  g_return_val_if_fail (rect != NULL, FALSE);

  if (jm_canvas_ensure_scene (self) == NULL)
    return FALSE;

  group = jm_scene_find (self->scene, id, role, &origin);
  if (group == NULL)
    return FALSE;

  *rect = jm_canvas_place (self, group->role, jm_rect_offset (group->box, origin.x, origin.y));
  return TRUE;
}

/**
 * jm_canvas_reveal:
 * @self: a canvas
 * @id: an id or an emotion's handle
 *
 * Scrolls no further than is needed to bring an item into view, at the next frame.
 */
void
jm_canvas_reveal (JmCanvas   *self,
                  const char *id)
{
  g_return_if_fail (JM_IS_CANVAS (self));
  g_return_if_fail (id != NULL);

  g_free (self->reveal_id);
  self->reveal_id = g_strdup (id);
  jm_viewport_queue_layout (JM_VIEWPORT (self));
}

typedef struct
{
  GHashTable *ids;
  JmRect      rect;
  gboolean    found;
} Extents;

static gboolean
visit_selected (JmGroup  *group,
                double    x,
                double    y,
                gpointer  user_data)
{
  Extents *extents = user_data;

  if (group->id != NULL && jm_role_is_item (group->role) && g_hash_table_contains (extents->ids, group->id))
    {
      JmRect rect = jm_rect_offset (group->box, x, y);

      extents->rect = extents->found ? jm_rect_union (extents->rect, rect) : rect;
      extents->found = TRUE;
    }

  return TRUE;
}

/* Brings a part of the map into view, as large as it fits beside the headings and the lane names. */
static void
fit_rect (JmCanvas *self,
          JmRect    rect)
{
  JmViewport *viewport = JM_VIEWPORT (self);
  JmGroup *headings = jm_scene_get_layer (self->scene, JM_LAYER_HEADINGS);
  JmGroup *lanes = jm_scene_get_layer (self->scene, JM_LAYER_LANES);
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * FIT_GAP;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * FIT_GAP - jm_viewport_get_bottom_inset (viewport);
  double zoom = CLAMP (MIN (width / MAX (rect.width + lanes->bounds.width, 1),
                            height / MAX (rect.height + headings->bounds.height, 1)), JM_ZOOM_MIN, FIT_MAX);
  double strip = lanes->bounds.width * zoom;

  jm_viewport_zoom_to_rect (viewport, zoom, rect,
                            jm_rect (FIT_GAP + (jm_scene_is_rtl (self->scene) ? 0 : strip),
                                     FIT_GAP + headings->bounds.height * zoom,
                                     width - strip, height - headings->bounds.height * zoom));
}

/**
 * jm_canvas_zoom_to_selection:
 * @self: a canvas
 *
 * Brings all that is selected into view, as large as it fits beside the headings and the lane names, but no more than
 * half as large again as on paper. The whole map when nothing is selected.
 */
void
jm_canvas_zoom_to_selection (JmCanvas *self)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Extents extents = { ids };

  g_return_if_fail (JM_IS_CANVAS (self));

  if (jm_canvas_ensure_scene (self) == NULL)
    return;

  for (const char * const *id = jm_session_get_selection (self->session); id != NULL && *id != NULL; id++)
    g_hash_table_add (ids, (gpointer) *id);
  jm_scene_visit (self->scene, jm_rect (-FAR, -FAR, 2 * FAR, 2 * FAR), visit_selected, &extents);
  if (!extents.found)
    {
      jm_viewport_zoom_to_fit (JM_VIEWPORT (self));
      return;
    }

  fit_rect (self, extents.rect);
}

/**
 * jm_canvas_zoom_to_phase:
 * @self: a canvas
 * @phase_id: a phase
 *
 * Brings a phase into view, as large as all of it fits beside the lane names.
 *
 * Returns: whether it is on the map
 */
gboolean
jm_canvas_zoom_to_phase (JmCanvas   *self,
                         const char *phase_id)
{
  JmRect grid, rect;

  g_return_val_if_fail (JM_IS_CANVAS (self), FALSE);
  g_return_val_if_fail (phase_id != NULL, FALSE);

  if (jm_canvas_ensure_scene (self) == NULL)
    return FALSE;

  rect = jm_scene_get_phase_rect (self->scene, phase_id);
  if (jm_rect_is_nothing (rect))
    return FALSE;

  /* Its heading stays above what is below it. */
  grid = jm_scene_get_grid (self->scene);
  rect.height -= grid.y - rect.y;
  rect.y = grid.y;
  fit_rect (self, rect);

  return TRUE;
}

/**
 * jm_canvas_set_lit_phase:
 * @self: a canvas
 * @number: of a phase, from 1; 0 for none
 *
 * Fades the other phases.
 */
void
jm_canvas_set_lit_phase (JmCanvas *self,
                         guint     number)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  if (self->lit_phase == number)
    return;

  self->lit_phase = number;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
