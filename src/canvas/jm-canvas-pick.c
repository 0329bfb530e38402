/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is under the pointer: where the parts kept in view are, with a hand's room around what is small, and below what lies
 * on top. */
#include "jm-canvas-private.h"

#include <math.h>

/* Pixels. What is smaller than a fingertip counts as if it were that large, and anything reaches a little beyond its edge. */
#define SMALLEST 24
#define SLACK    4

/* One group at or near a place. */
typedef struct
{
  JmGroup *group;
  JmPoint  origin;
  double   distance;   /* from its box, in map units; 0 for in it */
} Candidate;

typedef struct
{
  JmPoint  at;
  double   zoom;
  double   smallest;
  gboolean of_strips;   /* only headings and lane names */
  GArray  *found;       /* of Candidate, what is painted last at the end */
} Search;

static gboolean
counts (const Search  *search,
        const JmGroup *group)
{
  if (search->of_strips)
    return group->role == JM_ROLE_PHASE || group->role == JM_ROLE_LANE;

  return jm_role_is_item (group->role) || group->role == JM_ROLE_CHANNEL || group->role == JM_ROLE_DEVICE ||
         group->role == JM_ROLE_CELL;
}

/* How far beyond its edge something of this length is meant, in map units. */
static double
get_reach (const Search *search,
           double        length)
{
  return MAX (SLACK, (search->smallest - length * search->zoom) / 2) / search->zoom;
}

static double
get_beyond (double at,
            double start,
            double length)
{
  return MAX (MAX (start - at, at - start - length), 0);
}

static gboolean
visit (JmGroup  *group,
       double    x,
       double    y,
       gpointer  user_data)
{
  Search *search = user_data;
  JmRect box = jm_rect_offset (group->box, x, y);
  double dx = get_beyond (search->at.x, box.x, box.width);
  double dy = get_beyond (search->at.y, box.y, box.height);
  gboolean is_cell = group->role == JM_ROLE_CELL;

  if (counts (search, group) &&
      dx <= (is_cell ? 0 : get_reach (search, box.width)) &&
      dy <= (is_cell ? 0 : get_reach (search, box.height)))
    {
      Candidate candidate = { group, jm_point (x, y), hypot (dx, dy) };

      g_array_append_val (search->found, candidate);
    }

  return TRUE;
}

/* The uppermost that the place is in, else the nearest; a cell only where there is nothing else. */
static void
choose (const Search *search,
        JmHit        *hit)
{
  const Candidate *best = NULL;

  for (guint i = search->found->len; i-- > 0;)
    {
      const Candidate *candidate = &g_array_index (search->found, Candidate, i);
      gboolean is_cell = candidate->group->role == JM_ROLE_CELL;

      if (best == NULL || (best->group->role == JM_ROLE_CELL && !is_cell) ||
          (!is_cell && candidate->distance < best->distance))
        best = candidate;
    }

  if (best != NULL)
    {
      hit->group = best->group;
      hit->origin = best->origin;
    }
}

/* Looks where a place of the widget is in the scene, and what is there. */
static JmPoint
search_at (JmCanvas *self,
           JmPoint   at,
           GArray   *found,
           Search   *search)
{
  double zoom = jm_viewport_get_zoom (JM_VIEWPORT (self));
  JmPoint place = jm_viewport_to_scene (JM_VIEWPORT (self), at);
  JmRect grid = jm_scene_get_grid (self->scene);
  double smallest = jm_canvas_pointer_get_reach (self, SMALLEST);
  double slack = smallest / 2 / zoom;
  gboolean beside = self->pins.lanes && place.y >= grid.y && place.y < grid.y + grid.height &&
                    (jm_scene_is_rtl (self->scene) ? at.x >= self->pins.lanes_end : at.x < self->pins.lanes_end);
  JmLayer layer = JM_N_LAYERS;

  if (self->pins.headings && at.y < self->pins.headings_end)
    {
      place.y -= self->pins.headings_dy / zoom;
      layer = JM_LAYER_HEADINGS;
    }
  else if (beside)
    {
      place.x -= self->pins.lanes_dx / zoom;
      layer = JM_LAYER_LANES;
    }

  *search = (Search) { place, zoom, smallest, layer != JM_N_LAYERS, found };
  if (layer != JM_N_LAYERS)
    jm_group_visit (jm_scene_get_layer (self->scene, layer), 0, 0,
                    jm_rect (place.x - slack, place.y - slack, 2 * slack, 2 * slack), visit, search);
  else
    jm_scene_visit (self->scene, jm_rect (place.x - slack, place.y - slack, 2 * slack, 2 * slack), visit, search);

  return place;
}

/* What is at a place of the widget. */
JmHit
jm_canvas_pick (JmCanvas *self,
                JmPoint   at)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  JmHit hit = { NULL };
  Search search;

  if (jm_canvas_ensure_scene (self) == NULL)
    return hit;

  hit.at = search_at (self, at, found, &search);
  choose (&search, &hit);

  return hit;
}

/* What lies below an item at a place of the widget, and below the lowest the uppermost; nothing where it lies alone. A full
 * copy of the id or handle. */
char *
jm_canvas_pick_below (JmCanvas   *self,
                      JmPoint     at,
                      const char *id)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  const char *uppermost = NULL;
  gboolean passed = FALSE;
  Search search;

  if (jm_canvas_ensure_scene (self) == NULL)
    return NULL;

  search_at (self, at, found, &search);
  for (guint i = found->len; i-- > 0;)
    {
      const Candidate *candidate = &g_array_index (found, Candidate, i);
      const JmGroup *group = candidate->group;

      /* The whole card lies in its column, which is not what is meant. */
      if (candidate->distance > 0 || group->role == JM_ROLE_CELL || group->id == NULL)
        continue;
      if (g_str_equal (group->id, id))
        {
          passed = TRUE;
          continue;
        }
      if (passed)
        return g_strdup (group->id);
      if (uppermost == NULL)
        uppermost = group->id;
    }

  return passed ? g_strdup (uppermost) : NULL;
}
