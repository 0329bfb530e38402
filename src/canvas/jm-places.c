/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is where in a scene: the phase and touchpoint at a place, and the item beside another one. */
#include "jm-canvas-private.h"

#include <math.h>

/* Higher and lower than any map. */
#define FAR 1e7

typedef struct
{
  double      x;
  const char *found;
  double      distance;
} Nearest;

static double
get_distance (double x,
              double left,
              double width)
{
  if (x < left)
    return left - x;
  if (x > left + width)
    return x - left - width;

  return 0;
}

static gboolean
visit_phase (JmGroup  *group,
             double    x,
             double    y,
             gpointer  user_data)
{
  Nearest *nearest = user_data;
  double distance;

  if (group->role != JM_ROLE_PHASE)
    return TRUE;

  distance = get_distance (nearest->x, x + group->box.x, group->box.width);
  if (distance < nearest->distance)
    {
      nearest->distance = distance;
      nearest->found = group->id;
    }

  return FALSE;
}

/* The phase in whose column x, in map units, is; or, when asked for, the one nearest to it. Borrowed from the scene. */
const char *
jm_places_find_phase (JmCanvas *canvas,
                      double    x,
                      gboolean  nearest)
{
  JmScene *scene = jm_canvas_ensure_scene (canvas);
  JmGroup *headings = jm_scene_get_layer (scene, JM_LAYER_HEADINGS);
  Nearest search = { x, NULL, 0.5 };

  if (headings == NULL)
    return NULL;

  jm_group_visit (headings, 0, 0, jm_rect (x - 1, -FAR, 2, 2 * FAR), visit_phase, &search);
  if (search.found == NULL && nearest)
    {
      search.distance = FAR;
      jm_group_visit (headings, 0, 0, jm_rect (-FAR, -FAR, 2 * FAR, 2 * FAR), visit_phase, &search);
    }

  return search.found;
}

static gboolean
visit_touchpoint (JmGroup  *group,
                  double    x,
                  double    y,
                  gpointer  user_data)
{
  Nearest *nearest = user_data;
  double distance;

  if (group->role == JM_ROLE_CELL || group->role == JM_ROLE_NONE)
    return TRUE;
  if (group->role != JM_ROLE_TOUCHPOINT)
    return FALSE;

  distance = fabs (x + group->box.x + group->box.width / 2 - nearest->x);
  if (distance < nearest->distance)
    {
      nearest->distance = distance;
      nearest->found = group->id;
    }

  return FALSE;
}

/* The touchpoint in whose column x, in map units, is. Borrowed from the scene. */
const char *
jm_places_find_touchpoint (JmCanvas *canvas,
                           double    x)
{
  JmScene *scene = jm_canvas_ensure_scene (canvas);
  const char *phase = jm_places_find_phase (canvas, x, FALSE);
  Nearest search = { x, NULL, FAR };
  JmRect rect;

  if (phase == NULL)
    return NULL;

  /* A little narrower than the column, so that its neighbours do not count. */
  rect = jm_scene_get_phase_rect (scene, phase);
  jm_group_visit (jm_scene_get_layer (scene, JM_LAYER_BODY), 0, 0,
                  jm_rect (rect.x + 1, -FAR, rect.width - 2, 2 * FAR), visit_touchpoint, &search);

  return search.found;
}

typedef struct
{
  double              x;
  gboolean            rtl;
  const char * const *except;
  int                 n_before;
} Count;

static gboolean
visit_count (JmGroup  *group,
             double    x,
             double    y,
             gpointer  user_data)
{
  Count *count = user_data;
  double middle;

  if (group->role == JM_ROLE_CELL || group->role == JM_ROLE_NONE)
    return TRUE;
  if (group->role != JM_ROLE_TOUCHPOINT || g_strv_contains (count->except, group->id))
    return FALSE;

  middle = x + group->box.x + group->box.width / 2;
  if (count->rtl ? middle > count->x : middle < count->x)
    count->n_before++;

  return FALSE;
}

/* How many touchpoints of a phase come before x, in map units; those in except do not count. */
int
jm_places_count_before (JmCanvas           *canvas,
                        const char         *phase_id,
                        double              x,
                        const char * const *except)
{
  JmScene *scene = jm_canvas_ensure_scene (canvas);
  Count count = { x, jm_scene_is_rtl (scene), except, 0 };
  JmRect rect = jm_scene_get_phase_rect (scene, phase_id);

  jm_group_visit (jm_scene_get_layer (scene, JM_LAYER_BODY), 0, 0,
                  jm_rect (rect.x + 1, -FAR, rect.width - 2, 2 * FAR), visit_count, &count);

  return count.n_before;
}

/* The lane of a kind, or of any when that is NULL, in whose row y is. Borrowed from the map. */
const char *
jm_places_find_lane (JmCanvas   *canvas,
                     double      y,
                     const char *kind)
{
  JmScene *scene = jm_canvas_ensure_scene (canvas);
  JmItem *root = jm_map_get_root (canvas->scene_map);
  JmItem *lane;
  guint cursor = 0;

  while ((lane = jm_item_next (root, JM_KIND_LANE, &cursor)) != NULL)
    {
      JmRect rect = jm_scene_get_lane_rect (scene, jm_item_get_id (lane));

      if (!jm_rect_is_nothing (rect) && y >= rect.y && y < rect.y + rect.height &&
          (kind == NULL || g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), kind) == 0))
        return jm_item_get_id (lane);
    }

  return NULL;
}

/* What stands in the cells of a lane, for those in which people make and type it. */
JmKind
jm_places_get_kind_of_lane (JmItem *lane)
{
  static const struct
  {
    const char *lane;
    JmKind      kind;
  } kinds[] = {
    { "touchpoints", JM_KIND_TOUCHPOINT },
    { "emotion", JM_KIND_EMOTION },
    { "pain-points", JM_KIND_PAIN_POINT },
    { "opportunities", JM_KIND_OPPORTUNITY },
    { "thoughts", JM_KIND_THOUGHT },
    { "notes", JM_KIND_NOTE },
    { "measures", JM_KIND_MEASURE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), kinds[i].lane) == 0)
        return kinds[i].kind;
    }

  return JM_KIND_NONE;
}

/* One item that can have the focus, for the way from one to the next. */
typedef struct
{
  JmGroup *group;
  JmRect   rect;
} Stop;

static gboolean
visit_stop (JmGroup  *group,
            double    x,
            double    y,
            gpointer  user_data)
{
  GArray *stops = user_data;

  if (group->id != NULL && jm_role_is_item (group->role))
    {
      Stop stop = { group, jm_rect_offset (group->box, x, y) };

      g_array_append_val (stops, stop);
    }

  return TRUE;
}

static double
get_overlap (double a,
             double a_length,
             double b,
             double b_length)
{
  return MIN (a + a_length, b + b_length) - MAX (a, b);
}

static gboolean
is_same_row (const Stop *a,
             const Stop *b)
{
  return a->group->role == b->group->role && g_strcmp0 (a->group->lane_id, b->group->lane_id) == 0;
}

/* How far it is from one item to another in a direction; negative when it is no way to go. */
static double
get_way (const Stop       *from,
         const Stop       *to,
         GtkDirectionType  direction)
{
  double dx = to->rect.x + to->rect.width / 2 - (from->rect.x + from->rect.width / 2);
  double dy = to->rect.y + to->rect.height / 2 - (from->rect.y + from->rect.height / 2);
  double across;

  if (from->group == to->group)
    return -1;

  switch ((int) direction)
    {
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      /* Along the lane. */
      if (!is_same_row (from, to))
        return -1;
      if (direction == GTK_DIR_LEFT)
        dx = -dx;
      if (dx < 1)
        return -1;
      return dx + fabs (dy) / 8;

    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
      if (direction == GTK_DIR_UP)
        dy = -dy;
      /* A feeling stands higher or lower in its lane than the eye is: lanes have a height of their own. */
      if (dy < 1)
        return -1;
      across = get_overlap (from->rect.x, from->rect.width, to->rect.x, to->rect.width);
      if (across < MIN (4, MIN (from->rect.width, to->rect.width) / 2))
        return -1;
      return dy + fabs (dx) / 8;

    default:
      return -1;
    }
}

/* The item that the eye finds in a direction from another one: along the lane, or in the lanes above and below.
 * Without one to come from, it is the first touchpoint. A walk over the whole scene, a millisecond for 10,000
 * touchpoints. */
char *
jm_places_navigate (JmScene          *scene,
                    const char       *from_id,
                    GtkDirectionType  direction)
{
  g_autoptr(GArray) stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  const Stop *from = NULL;
  const Stop *best = NULL;
  double shortest = G_MAXDOUBLE;

  jm_scene_visit (scene, jm_rect (-FAR, -FAR, 2 * FAR, 2 * FAR), visit_stop, stops);

  for (guint i = 0; from_id != NULL && i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);

      if (g_str_equal (stop->group->id, from_id))
        from = stop;
    }

  if (from == NULL)
    {
      for (guint i = 0; i < stops->len; i++)
        {
          const Stop *stop = &g_array_index (stops, Stop, i);

          if (stop->group->role == JM_ROLE_TOUCHPOINT)
            return g_strdup (stop->group->id);
          if (best == NULL && stop->group->role == JM_ROLE_PHASE)
            best = stop;
        }
      return best != NULL ? g_strdup (best->group->id) : NULL;
    }

  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);
      double way = get_way (from, stop, direction);

      if (way >= 0 && way < shortest)
        {
          shortest = way;
          best = stop;
        }
    }

  return best != NULL ? g_strdup (best->group->id) : NULL;
}
