/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline itself and its bounds. */

#include "jm-path-private.h"

#include <math.h>
#include <string.h>

struct _JmPath
{
  guint8  *verbs;
  JmPoint *points;
  guint    n_verbs;
  guint    n_points;
  JmRect   bounds;
};

/* Bounds */

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} Extents;

static inline void
extend (Extents *extents,
        double   x,
        double   y)
{
  extents->left = MIN (extents->left, x);
  extents->top = MIN (extents->top, y);
  extents->right = MAX (extents->right, x);
  extents->bottom = MAX (extents->bottom, y);
}

static inline gboolean
holds (const Extents *extents,
       JmPoint        point)
{
  return point.x >= extents->left && point.x <= extents->right &&
         point.y >= extents->top && point.y <= extents->bottom;
}

static inline double
cubic_at (double a,
          double b,
          double c,
          double d,
          double t)
{
  double s = 1 - t;

  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/* The places strictly within (0, 1) where one coordinate of a cubic turns: the roots of its derivative
 * 3 (p t² + q t + r), found without the cancellation of the school formula.
 */
static guint
cubic_turns (double  a,
             double  b,
             double  c,
             double  d,
             double *turns)
{
  double p = d - 3 * c + 3 * b - a;
  double q = 2 * (a - 2 * b + c);
  double r = b - a;
  double discriminant = q * q - 4 * p * r;
  double roots[2];
  guint n_roots = 0;
  guint n_turns = 0;

  if (discriminant < 0)
    return 0;

  {
    double half = -0.5 * (q + copysign (sqrt (discriminant), q));

    if (p != 0)
      roots[n_roots++] = half / p;
    if (half != 0)
      roots[n_roots++] = r / half;
  }

  for (guint i = 0; i < n_roots; i++)
    if (roots[i] > 0 && roots[i] < 1)
      turns[n_turns++] = roots[i];

  return n_turns;
}

static void
extend_by_curve (Extents       *extents,
                 JmPoint        from,
                 const JmPoint *points)
{
  double turns[4];
  guint n_turns;

  extend (extents, points[2].x, points[2].y);

  /* The curve stays within the hull of its four points, so most curves need no more than this. */
  if (holds (extents, points[0]) && holds (extents, points[1]))
    return;

  n_turns = cubic_turns (from.x, points[0].x, points[1].x, points[2].x, turns);
  n_turns += cubic_turns (from.y, points[0].y, points[1].y, points[2].y, turns + n_turns);

  for (guint i = 0; i < n_turns; i++)
    extend (extents,
            cubic_at (from.x, points[0].x, points[1].x, points[2].x, turns[i]),
            cubic_at (from.y, points[0].y, points[1].y, points[2].y, turns[i]));
}

static JmRect
measure (const guint8  *verbs,
         guint          n_verbs,
         const JmPoint *points)
{
  Extents extents = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  JmPoint current = { 0, 0 };

  for (guint i = 0; i < n_verbs; i++)
    {
      /* A move that nothing follows draws nothing, so it counts only as the start of what follows. */
      if (verbs[i] != JM_PATH_MOVE)
        extend (&extents, current.x, current.y);

      switch ((JmPathVerb) verbs[i])
        {
        case JM_PATH_MOVE:
          current = points[0];
          break;

        case JM_PATH_LINE:
          extend (&extents, points[0].x, points[0].y);
          current = points[0];
          break;

        case JM_PATH_CURVE:
          extend_by_curve (&extents, current, points);
          current = points[2];
          break;

        case JM_PATH_CLOSE:
          break;

        default:
          g_assert_not_reached ();
        }

      points += jm_path_verb_n_points (verbs[i]);
    }

  if (extents.left > extents.right)
    return jm_rect_nothing ();

  return jm_rect (extents.left, extents.top, extents.right - extents.left, extents.bottom - extents.top);
}

/* Path */

static void
jm_path_clear (gpointer data)
{
  JmPath *path = data;

  g_free (path->verbs);
  g_free (path->points);
}

/**
 * jm_path_new_take:
 * @verbs: (transfer full): of #JmPathVerb
 * @n_verbs: how many
 * @points: (transfer full): as many as the verbs need
 * @n_points: how many
 *
 * Returns: (transfer full): a path of them
 */
JmPath *
jm_path_new_take (guint8  *verbs,
                  guint    n_verbs,
                  JmPoint *points,
                  guint    n_points)
{
  JmPath *path = g_atomic_rc_box_new (JmPath);

  path->verbs = verbs;
  path->points = points;
  path->n_verbs = n_verbs;
  path->n_points = n_points;
  path->bounds = measure (verbs, n_verbs, points);

  return path;
}

/**
 * jm_path_ref:
 * @path: a path
 *
 * Safe from any thread, as a path never changes.
 *
 * Returns: (transfer full): @path
 */
JmPath *
jm_path_ref (JmPath *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_atomic_rc_box_acquire (path);
}

/**
 * jm_path_unref:
 * @path: (transfer full): a path
 */
void
jm_path_unref (JmPath *path)
{
  g_return_if_fail (path != NULL);

  g_atomic_rc_box_release_full (path, jm_path_clear);
}

/**
 * jm_path_new_placed:
 * @path: a path
 * @scale: the size of the result in that of @path
 * @dx: how far to the right, in map units, after scaling
 * @dy: how far down, in map units, after scaling
 *
 * The same outline in another place and size; for instance a pictogram of 24 by 24 units in a card.
 *
 * Returns: (transfer full): the new path
 */
JmPath *
jm_path_new_placed (JmPath *path,
                    double  scale,
                    double  dx,
                    double  dy)
{
  JmPoint *points;

  g_return_val_if_fail (path != NULL, NULL);

  points = g_new (JmPoint, path->n_points);
  for (guint i = 0; i < path->n_points; i++)
    points[i] = jm_point (path->points[i].x * scale + dx, path->points[i].y * scale + dy);

  return jm_path_new_take (g_memdup2 (path->verbs, path->n_verbs), path->n_verbs, points, path->n_points);
}

/**
 * jm_path_is_empty:
 * @path: a path
 *
 * Returns: whether nothing can be seen of it, whatever the stroke
 */
gboolean
jm_path_is_empty (JmPath *path)
{
  g_return_val_if_fail (path != NULL, TRUE);

  return jm_rect_is_nothing (path->bounds);
}

/**
 * jm_path_equal:
 * @a: a path
 * @b: a path
 *
 * Returns: whether both have the same verbs with the same points, bit by bit
 */
gboolean
jm_path_equal (JmPath *a,
               JmPath *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->n_verbs != b->n_verbs || a->n_points != b->n_points)
    return FALSE;
  if (a->n_verbs == 0)
    return TRUE;

  return memcmp (a->verbs, b->verbs, a->n_verbs) == 0 &&
         memcmp (a->points, b->points, a->n_points * sizeof (JmPoint)) == 0;
}

/**
 * jm_path_get_bounds:
 * @path: a path
 *
 * The smallest rectangle that holds the outline itself: not the control points of its curves, and
 * not the width of a stroke along it. It was measured when the path was made, so this is O(1).
 *
 * Returns: the bounds in map units, or jm_rect_nothing() for an empty path
 */
JmRect
jm_path_get_bounds (JmPath *path)
{
  g_return_val_if_fail (path != NULL, jm_rect_nothing ());

  return path->bounds;
}

/**
 * jm_path_foreach:
 * @path: a path
 * @func: (scope call): called for each segment in order, with the points that #JmPathVerb tells
 * @user_data: for @func
 *
 * Every contour begins with a move, also the one after a close.
 */
void
jm_path_foreach (JmPath     *path,
                 JmPathFunc  func,
                 gpointer    user_data)
{
  const JmPoint *points;

  g_return_if_fail (path != NULL);
  g_return_if_fail (func != NULL);

  points = path->points;
  for (guint i = 0; i < path->n_verbs; i++)
    {
      func (path->verbs[i], points, user_data);
      points += jm_path_verb_n_points (path->verbs[i]);
    }
}
