/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making outlines: lines, curves, and shapes with round corners. */

#include "jm-path-private.h"

#include <math.h>

/* What is lost to rounding in an angle, and not a sliver of arc to be drawn. */
#define ANGLE_EPSILON 1e-9

struct _JmPathBuilder
{
  GByteArray *verbs;
  GArray     *points;
  JmPoint     start;    /* of the contour */
  JmPoint     current;
  gboolean    open;     /* a move was made that no close has ended */
};

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
    g_array_append_vals (builder->points, points, jm_path_verb_n_points (verb));
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
