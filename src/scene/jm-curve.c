/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Monotone cubic interpolation after M. Steffen, "A simple method for monotonic interpolation in one dimension",
 * Astronomy and Astrophysics 239, 1990: between two points the curve stays between their heights, a peak is at a point
 * and nowhere else, and each piece depends on its two neighbours only. */
#include "jm-curve.h"

#include <math.h>

static double
sign (double number)
{
  return number < 0 ? -1 : 1;
}

/**
 * jm_curve_get_slopes:
 * @points: in the order of x, which grows or falls throughout
 * @n_points: how many
 *
 * Finds the slope of the curve at every point, by Steffen's rule.
 *
 * Returns: (transfer full): @n_points slopes
 */
double *
jm_curve_get_slopes (const JmPoint *points,
                     guint          n_points)
{
  double *slopes = g_new0 (double, MAX (n_points, 1));

  for (guint i = 1; i + 1 < n_points; i++)
    {
      double before = points[i].x - points[i - 1].x;
      double after = points[i + 1].x - points[i].x;
      double s0 = (points[i].y - points[i - 1].y) / before;
      double s1 = (points[i + 1].y - points[i].y) / after;
      double p = (s0 * after + s1 * before) / (before + after);

      if (s0 * s1 > 0)
        slopes[i] = sign (s0) * MIN (MIN (fabs (s0), fabs (s1)), 0.5 * fabs (p)) * 2;
    }

  /* At the ends the curve leaves as straight as it can: the parabola's slope, kept within what is monotone. */
  if (n_points == 2)
    slopes[0] = slopes[1] = (points[1].y - points[0].y) / (points[1].x - points[0].x);
  else if (n_points > 2)
    {
      double first = (points[1].y - points[0].y) / (points[1].x - points[0].x);
      double last = (points[n_points - 1].y - points[n_points - 2].y) /
                    (points[n_points - 1].x - points[n_points - 2].x);

      slopes[0] = (3 * first - slopes[1]) / 2;
      if (slopes[0] * first <= 0)
        slopes[0] = 0;
      else if (fabs (slopes[0]) > 2 * fabs (first))
        slopes[0] = 2 * first;
      slopes[n_points - 1] = (3 * last - slopes[n_points - 2]) / 2;
      if (slopes[n_points - 1] * last <= 0)
        slopes[n_points - 1] = 0;
      else if (fabs (slopes[n_points - 1]) > 2 * fabs (last))
        slopes[n_points - 1] = 2 * last;
    }

  return slopes;
}

static void
trace (JmPathBuilder *builder,
       const JmPoint *points,
       const double  *slopes,
       guint          first,
       guint          last)
{
  for (guint i = first; i < last; i++)
    {
      double third = (points[i + 1].x - points[i].x) / 3;

      jm_path_builder_curve_to (builder,
                                points[i].x + third, points[i].y + slopes[i] * third,
                                points[i + 1].x - third, points[i + 1].y - slopes[i + 1] * third,
                                points[i + 1].x, points[i + 1].y);
    }
}

/**
 * jm_curve_get_line:
 * @points: the points
 * @slopes: from jm_curve_get_slopes()
 * @first: index of the point to begin at
 * @last: index of the point to end at
 *
 * Returns: (transfer full): that piece of the curve
 */
JmPath *
jm_curve_get_line (const JmPoint *points,
                   const double  *slopes,
                   guint          first,
                   guint          last)
{
  JmPathBuilder *builder = jm_path_builder_new ();

  jm_path_builder_move_to (builder, points[first].x, points[first].y);
  trace (builder, points, slopes, first, last);

  return jm_path_builder_end (builder);
}

/**
 * jm_curve_get_area:
 * @points: the points
 * @slopes: from jm_curve_get_slopes()
 * @first: index of the point to begin at
 * @last: index of the point to end at
 * @base: a height
 *
 * Returns: (transfer full): what lies between that piece of the curve and @base
 */
JmPath *
jm_curve_get_area (const JmPoint *points,
                   const double  *slopes,
                   guint          first,
                   guint          last,
                   double         base)
{
  JmPathBuilder *builder = jm_path_builder_new ();

  jm_path_builder_move_to (builder, points[first].x, base);
  jm_path_builder_line_to (builder, points[first].x, points[first].y);
  trace (builder, points, slopes, first, last);
  jm_path_builder_line_to (builder, points[last].x, base);
  jm_path_builder_close (builder);

  return jm_path_builder_end (builder);
}
