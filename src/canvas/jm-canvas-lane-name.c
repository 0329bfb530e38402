/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name of a lane that is higher than the view stays in it while the lane scrolls by: it slides down along its row. */
#include "jm-canvas-private.h"
#include "jm-convert.h"

#include <math.h>

/* Pixels below the edge of the view. */
#define GAP 8

typedef struct
{
  double   top;      /* the edge of the view, in map units */
  JmGroup *lane;     /* the one that the edge goes through */
  JmPoint  origin;
} Crossing;

static gboolean
visit (JmGroup  *group,
       double    x,
       double    y,
       gpointer  user_data)
{
  Crossing *crossing = user_data;

  if (group->role != JM_ROLE_LANE)
    return TRUE;

  if (y + group->box.y < crossing->top && y + group->box.y + group->box.height > crossing->top)
    {
      crossing->lane = group;
      crossing->origin = jm_point (x, y);
    }
  return FALSE;
}

/* Which name slides, so that it is left out where it stands. FALSE when none does. */
gboolean
jm_canvas_lane_name_get_hidden (JmCanvas     *self,
                                JmHiddenText *hidden)
{
  JmGroup *lanes = jm_scene_get_layer (self->scene, JM_LAYER_LANES);
  double zoom = jm_viewport_get_zoom (JM_VIEWPORT (self));
  JmPoint corner = jm_viewport_to_scene (JM_VIEWPORT (self),
                                         jm_point (0, self->pins.headings ? self->pins.headings_end : 0));
  Crossing crossing = { corner.y };
  const JmTextSlot *slot;
  double room, dy;

  self->sliding.lane = NULL;
  if (lanes == NULL)
    return FALSE;

  jm_group_visit (lanes, 0, 0, jm_rect (lanes->bounds.x, corner.y, lanes->bounds.width, 1), visit, &crossing);
  if (crossing.lane == NULL || crossing.lane->n_slots == 0)
    return FALSE;

  slot = &crossing.lane->slots[0];
  /* As far as the lower end of the row allows, where it stands as far from the edge as it did from the upper one. */
  room = crossing.lane->box.height - slot->box.height - 2 * (slot->box.y - crossing.lane->box.y);
  dy = MIN (corner.y + GAP / zoom - (crossing.origin.y + slot->box.y), room);
  if (dy <= 0)
    return FALSE;

  self->sliding = (JmSliding) { crossing.lane, jm_rect_offset (slot->box, crossing.origin.x, crossing.origin.y),
                                jm_viewport_snap (JM_VIEWPORT (self), dy * zoom) };
  *hidden = (JmHiddenText) { crossing.lane->id, JM_ROLE_LANE, slot->part };

  return TRUE;
}

/* Paints the name where it has slid to; dx is how far the lane names themselves are kept in view. */
void
jm_canvas_lane_name_snapshot (JmCanvas    *self,
                              GtkSnapshot *snapshot,
                              double       dx)
{
  JmPainterView view;
  graphene_rect_t bounds;
  GdkRGBA page;
  JmRect place;

  if (self->sliding.lane == NULL)
    return;

  place = jm_viewport_place (JM_VIEWPORT (self), self->sliding.name);
  place = jm_rect_expand (jm_rect_offset (place, dx, self->sliding.dy), 2);
  bounds = jm_rect_to_graphene (place);
  page = jm_color_to_rgba (jm_scene_get_theme (self->scene)->page);
  page.alpha = 1;

  view = jm_viewport_get_view (JM_VIEWPORT (self), dx, self->sliding.dy, NULL);
  gtk_snapshot_push_clip (snapshot, &bounds);
  gtk_snapshot_append_color (snapshot, &page, &bounds);
  jm_painter_snapshot_layer (self->painter, snapshot, self->scene, JM_LAYER_LANES, &view);
  gtk_snapshot_pop (snapshot);
}
