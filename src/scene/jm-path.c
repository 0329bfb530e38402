/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outline itself, its builder and its bounds. */

#include "jm-path.h"

#include <math.h>
#include <string.h>

/* A circle of one cubic a quarter is off by 0.03 % of its radius at most: less than a hundredth of a
 * pixel for everything on a map.
 */
#define LONGEST_ARC (G_PI / 2)

/* What is lost to rounding in an angle, and not a sliver of arc to be drawn. */
#define ANGLE_EPSILON 1e-9

struct _JmPath
{
  guint8  *verbs;
  JmPoint *points;
  guint    n_verbs;
  guint    n_points;
  JmRect   bounds;
};

struct _JmPathBuilder
{
  GByteArray *verbs;
  GArray     *points;
  JmPoint     start;    /* of the contour */
  JmPoint     current;
  gboolean    open;     /* a move was made that no close has ended */
};

static const guint8 points_of_verb[] = {
  [JM_PATH_MOVE] = 1,
  [JM_PATH_LINE] = 1,
  [JM_PATH_CURVE] = 3,
  [JM_PATH_CLOSE] = 0,
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

      points += points_of_verb[verbs[i]];
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

static JmPath *
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
      points += points_of_verb[path->verbs[i]];
    }
}

/* Builder */

/**
 * jm_path_builder_new:
 *
 * Returns: (transfer full): a builder, to be ended with jm_path_builder_end()
 */
JmPathBuilder *
jm_path_builder_new (void)
{
  JmPathBuilder *builder = g_new0 (JmPathBuilder, 1);

  builder->verbs = g_byte_array_new ();
  builder->points = g_array_new (FALSE, FALSE, sizeof (JmPoint));

  return builder;
}

/**
 * jm_path_builder_free:
 * @builder: (transfer full): a builder whose path is not wanted
 */
void
jm_path_builder_free (JmPathBuilder *builder)
{
  g_return_if_fail (builder != NULL);

  g_byte_array_unref (builder->verbs);
  g_array_unref (builder->points);
  g_free (builder);
}

/**
 * jm_path_builder_end:
 * @builder: (transfer full): a builder
 *
 * Returns: (transfer full): the path that was built
 */
JmPath *
jm_path_builder_end (JmPathBuilder *builder)
{
  guint n_verbs, n_points;
  guint8 *verbs;
  JmPoint *points;

  g_return_val_if_fail (builder != NULL, NULL);

  n_verbs = builder->verbs->len;
  n_points = builder->points->len;
  verbs = g_byte_array_free (g_steal_pointer (&builder->verbs), FALSE);
  points = (JmPoint *) (gpointer) g_array_free (g_steal_pointer (&builder->points), FALSE);
  g_free (builder);

  return jm_path_new_take (verbs, n_verbs, points, n_points);
}

static void
append (JmPathBuilder *builder,
        JmPathVerb     verb,
        const JmPoint *points)
{
  guint8 byte = verb;

  g_byte_array_append (builder->verbs, &byte, 1);
  if (points != NULL)
    g_array_append_vals (builder->points, points, points_of_verb[verb]);
}

/* After a close, drawing goes on from the start of the contour that was closed. */
static void
ensure_open (JmPathBuilder *builder)
{
  if (!builder->open)
    jm_path_builder_move_to (builder, builder->current.x, builder->current.y);
}

/**
 * jm_path_builder_move_to:
 * @builder: a builder
 * @x: in map units
 * @y: in map units
 *
 * Starts a contour.
 */
void
jm_path_builder_move_to (JmPathBuilder *builder,
                         double         x,
                         double         y)
{
  JmPoint point = { x, y };

  g_return_if_fail (builder != NULL);

  append (builder, JM_PATH_MOVE, &point);
  builder->start = builder->current = point;
  builder->open = TRUE;
}

/**
 * jm_path_builder_line_to:
 * @builder: a builder in which a contour was started
 * @x: in map units
 * @y: in map units
 */
void
jm_path_builder_line_to (JmPathBuilder *builder,
                         double         x,
                         double         y)
{
  JmPoint point = { x, y };

  g_return_if_fail (builder != NULL);
  g_return_if_fail (builder->verbs->len > 0);

  ensure_open (builder);
  append (builder, JM_PATH_LINE, &point);
  builder->current = point;
}

/**
 * jm_path_builder_curve_to:
 * @builder: a builder in which a contour was started
 * @x1: of the first control point
 * @y1: of the first control point
 * @x2: of the second control point
 * @y2: of the second control point
 * @x: of the end
 * @y: of the end
 *
 * A cubic Bézier curve, in map units.
 */
void
jm_path_builder_curve_to (JmPathBuilder *builder,
                          double         x1,
                          double         y1,
                          double         x2,
                          double         y2,
                          double         x,
                          double         y)
{
  JmPoint points[3] = { { x1, y1 }, { x2, y2 }, { x, y } };

  g_return_if_fail (builder != NULL);
  g_return_if_fail (builder->verbs->len > 0);

  ensure_open (builder);
  append (builder, JM_PATH_CURVE, points);
  builder->current = points[2];
}

/**
 * jm_path_builder_close:
 * @builder: a builder in which a contour was started
 *
 * Joins the end of the contour to its start. Closing twice is closing once.
 */
void
jm_path_builder_close (JmPathBuilder *builder)
{
  g_return_if_fail (builder != NULL);
  g_return_if_fail (builder->verbs->len > 0);

  if (!builder->open)
    return;

  append (builder, JM_PATH_CLOSE, NULL);
  builder->current = builder->start;
  builder->open = FALSE;
}

/**
 * jm_path_builder_arc:
 * @builder: a builder
 * @cx: of the centre, in map units
 * @cy: of the centre, in map units
 * @radius: in map units
 * @from: the angle it begins at, in radians from the x axis, clockwise as y goes down
 * @to: the angle it ends at; less than @from goes anticlockwise
 *
 * Part of a circle. A line joins it to the contour at hand; without one it starts a contour.
 */
void
jm_path_builder_arc (JmPathBuilder *builder,
                     double         cx,
                     double         cy,
                     double         radius,
                     double         from,
                     double         to)
{
  double x = cx + radius * cos (from);
  double y = cy + radius * sin (from);
  double step, k;
  guint n_curves;

  g_return_if_fail (builder != NULL);

  if (!builder->open)
    jm_path_builder_move_to (builder, x, y);
  else if (fabs (builder->current.x - x) > ANGLE_EPSILON * radius ||
           fabs (builder->current.y - y) > ANGLE_EPSILON * radius)
    jm_path_builder_line_to (builder, x, y);

  n_curves = ceil (fabs (to - from) / LONGEST_ARC - ANGLE_EPSILON);
  if (n_curves == 0)
    return;

  step = (to - from) / n_curves;
  k = 4.0 / 3.0 * tan (step / 4) * radius;

  for (guint i = 0; i < n_curves; i++)
    {
      double a = from + i * step;
      double b = from + (i + 1) * step;

      jm_path_builder_curve_to (builder,
                                cx + radius * cos (a) - k * sin (a), cy + radius * sin (a) + k * cos (a),
                                cx + radius * cos (b) + k * sin (b), cy + radius * sin (b) - k * cos (b),
                                cx + radius * cos (b), cy + radius * sin (b));
    }
}

/**
 * jm_path_builder_circle:
 * @builder: a builder
 * @cx: of the centre, in map units
 * @cy: of the centre, in map units
 * @radius: in map units
 *
 * A contour of its own.
 */
void
jm_path_builder_circle (JmPathBuilder *builder,
                        double         cx,
                        double         cy,
                        double         radius)
{
  g_return_if_fail (builder != NULL);

  jm_path_builder_move_to (builder, cx + radius, cy);
  jm_path_builder_arc (builder, cx, cy, radius, 0, 2 * G_PI);
  jm_path_builder_close (builder);
}

/**
 * jm_path_builder_rounded_rect:
 * @builder: a builder
 * @rect: in map units
 * @radius: of all corners; at most half of the shorter side is used
 *
 * A contour of its own.
 */
void
jm_path_builder_rounded_rect (JmPathBuilder *builder,
                              JmRect         rect,
                              double         radius)
{
  const JmPoint corners[] = {
    { rect.x, rect.y },
    { rect.x + rect.width, rect.y },
    { rect.x + rect.width, rect.y + rect.height },
    { rect.x, rect.y + rect.height },
  };
  const double radii[] = { radius, radius, radius, radius };

  jm_path_builder_rounded_polygon (builder, corners, radii, G_N_ELEMENTS (corners));
}

/**
 * jm_path_builder_rounded_polygon:
 * @builder: a builder
 * @corners: (array length=n_corners): in map units, in order, either way round
 * @radii: (array length=n_corners) (nullable): of each corner, 0 for a sharp one; %NULL for none
 * @n_corners: at least 3
 *
 * A contour of its own, of straight sides with corners rounded by circles. Where a radius asks for
 * more than half of a side at the corner, the largest circle that fits in those halves is used.
 */
void
jm_path_builder_rounded_polygon (JmPathBuilder *builder,
                                 const JmPoint *corners,
                                 const double  *radii,
                                 gsize          n_corners)
{
  g_return_if_fail (builder != NULL);
  g_return_if_fail (corners != NULL);
  g_return_if_fail (n_corners >= 3);

  for (gsize i = 0; i < n_corners; i++)
    {
      JmPoint corner = corners[i];
      JmPoint before = corners[(i + n_corners - 1) % n_corners];
      JmPoint after = corners[(i + 1) % n_corners];
      double in_x = before.x - corner.x, in_y = before.y - corner.y;
      double out_x = after.x - corner.x, out_y = after.y - corner.y;
      double in_length = hypot (in_x, in_y), out_length = hypot (out_x, out_y);
      double radius = radii != NULL ? radii[i] : 0;
      double turn = G_PI - fabs (atan2 (in_x * out_y - in_y * out_x, in_x * out_x + in_y * out_y));
      double cut = 0, k = 0;

      if (radius > 0 && in_length > 0 && out_length > 0 && turn > ANGLE_EPSILON)
        {
          double slope = tan (turn / 2);

          cut = MIN (radius * slope, MIN (in_length, out_length) / 2);
          k = cut - 4.0 / 3.0 * tan (turn / 4) * (cut / slope);
        }

      if (cut > 0)
        {
          JmPoint begin = { corner.x + in_x / in_length * cut, corner.y + in_y / in_length * cut };

          if (i == 0)
            jm_path_builder_move_to (builder, begin.x, begin.y);
          else if (hypot (begin.x - builder->current.x, begin.y - builder->current.y) > ANGLE_EPSILON * cut)
            jm_path_builder_line_to (builder, begin.x, begin.y);

          jm_path_builder_curve_to (builder,
                                    corner.x + in_x / in_length * k, corner.y + in_y / in_length * k,
                                    corner.x + out_x / out_length * k, corner.y + out_y / out_length * k,
                                    corner.x + out_x / out_length * cut, corner.y + out_y / out_length * cut);
        }
      else if (i == 0)
        {
          jm_path_builder_move_to (builder, corner.x, corner.y);
        }
      else
        {
          jm_path_builder_line_to (builder, corner.x, corner.y);
        }
    }

  jm_path_builder_close (builder);
}
