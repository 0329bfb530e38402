/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The emotion curve: through every point, and never above the highest or below the lowest of two neighbours. */
#include "scene/jm-curve.h"

#include <math.h>

#define N 200

typedef struct
{
  const JmPoint *points;
  guint          at;
  JmPoint        last;
} Walk;

static double
bezier (double a,
        double b,
        double c,
        double d,
        double t)
{
  double s = 1 - t;

  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

static void
check_piece (JmPathVerb     verb,
             const JmPoint *points,
             gpointer       user_data)
{
  Walk *walk = user_data;
  double low, high, before;

  if (verb == JM_PATH_MOVE)
    {
      g_assert_cmpfloat_with_epsilon (points[0].y, walk->points[0].y, 1e-9);
      walk->last = points[0];
      return;
    }

  g_assert_cmpint (verb, ==, JM_PATH_CURVE);
  walk->at++;
  g_assert_cmpfloat_with_epsilon (points[2].x, walk->points[walk->at].x, 1e-9);
  g_assert_cmpfloat_with_epsilon (points[2].y, walk->points[walk->at].y, 1e-9);

  low = MIN (walk->last.y, points[2].y) - 1e-9;
  high = MAX (walk->last.y, points[2].y) + 1e-9;
  before = walk->last.y;
  for (int i = 1; i <= 20; i++)
    {
      double y = bezier (walk->last.y, points[0].y, points[1].y, points[2].y, i / 20.0);

      g_assert_cmpfloat (y, >=, low);
      g_assert_cmpfloat (y, <=, high);
      /* Between two points it only rises or only falls. */
      if (points[2].y >= walk->last.y)
        g_assert_cmpfloat (y, >=, before - 1e-9);
      else
        g_assert_cmpfloat (y, <=, before + 1e-9);
      before = y;
    }
  walk->last = points[2];
}

static void
test_no_overshoot (gconstpointer data)
{
  double direction = GPOINTER_TO_INT (data);
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 100; round++)
    {
      JmPoint points[N];
      g_autofree double *slopes = NULL;
      g_autoptr(JmPath) line = NULL;
      Walk walk = { points, 0, { 0, 0 } };
      double x = 0;

      for (guint i = 0; i < N; i++)
        {
          x += g_rand_double_range (random, 0.5, 300) * direction;
          points[i] = jm_point (x, g_rand_int_range (random, -4, 5) * 23.25);
        }
      slopes = jm_curve_get_slopes (points, N);
      line = jm_curve_get_line (points, slopes, 0, N - 1);
      jm_path_foreach (line, check_piece, &walk);
      g_assert_cmpuint (walk.at, ==, N - 1);
    }
}

static void
test_straight (void)
{
  JmPoint points[2] = { { 0, 0 }, { 30, 60 } };
  g_autofree double *slopes = jm_curve_get_slopes (points, 2);

  g_assert_cmpfloat_with_epsilon (slopes[0], 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (slopes[1], 2, 1e-12);
}

static void
test_flat_at_a_peak (void)
{
  JmPoint points[3] = { { 0, 0 }, { 10, -20 }, { 40, 5 } };
  g_autofree double *slopes = jm_curve_get_slopes (points, 3);

  g_assert_cmpfloat (slopes[1], ==, 0);
}

static void
test_few (void)
{
  JmPoint one = { 3, 4 };
  g_autofree double *slopes = jm_curve_get_slopes (&one, 1);
  g_autofree double *none = jm_curve_get_slopes (NULL, 0);

  g_assert_cmpfloat (slopes[0], ==, 0);
  g_assert_nonnull (none);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/curve/no-overshoot/left-to-right", GINT_TO_POINTER (1), test_no_overshoot);
  g_test_add_data_func ("/curve/no-overshoot/right-to-left", GINT_TO_POINTER (-1), test_no_overshoot);
  g_test_add_func ("/curve/two-points-are-joined-straight", test_straight);
  g_test_add_func ("/curve/flat-at-a-peak", test_flat_at_a_peak);
  g_test_add_func ("/curve/one-point-and-none", test_few);

  return g_test_run ();
}
