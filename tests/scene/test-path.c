/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paths: what path data means, what a builder makes, and how large it is. */

#include "scene/jm-path.h"

#include <math.h>

#define assert_rect(rect, x_, y_, width_, height_) G_STMT_START \
  { \
    JmRect r_ = (rect); \
    g_assert_cmpfloat_with_epsilon (r_.x, (x_), 1e-6); \
    g_assert_cmpfloat_with_epsilon (r_.y, (y_), 1e-6); \
    g_assert_cmpfloat_with_epsilon (r_.width, (width_), 1e-6); \
    g_assert_cmpfloat_with_epsilon (r_.height, (height_), 1e-6); \
  } G_STMT_END

static void
describe_segment (JmPathVerb     verb,
                  const JmPoint *points,
                  gpointer       user_data)
{
  static const guint n_points[] = { 1, 1, 3, 0 };
  GString *text = user_data;

  g_string_append_c (text, "MLCZ"[verb]);
  for (guint i = 0; i < n_points[verb]; i++)
    {
      /* Adding zero keeps "-0" out of the text. */
      double x = round (points[i].x * 1000) / 1000 + 0.0;
      double y = round (points[i].y * 1000) / 1000 + 0.0;

      g_string_append_printf (text, "%s%g,%g", i > 0 ? " " : "", x, y);
    }
}

static char *
describe (JmPath *path)
{
  GString *text = g_string_new (NULL);

  jm_path_foreach (path, describe_segment, text);

  return g_string_free (text, FALSE);
}

static void
assert_reads (const char *d,
              const char *expected)
{
  g_autoptr(JmPath) path = jm_path_new_from_svg (d);
  g_autofree char *text = NULL;

  if (path == NULL)
    g_error ("refused: %s", d);

  text = describe (path);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_lines (void)
{
  assert_reads ("M1 2 L3 4 H5 V6 Z", "M1,2L3,4L5,4L5,6Z");
  assert_reads ("m1 2 l3 4 h5 v6 z", "M1,2L4,6L9,6L9,12Z");
  assert_reads ("M1 2 3 4 5 6", "M1,2L3,4L5,6");
  assert_reads ("m1 2 3 4 5 6", "M1,2L4,6L9,12");
  assert_reads ("M0 0 H1 2 3", "M0,0L1,0L2,0L3,0");
}

static void
test_contours (void)
{
  /* A relative move after a close counts from the start of the closed contour. */
  assert_reads ("M5 5 h2 v2 z m1 1 h1", "M5,5L7,5L7,7ZM6,6L7,6");
  /* And drawing without a move starts there. */
  assert_reads ("M5 5 h2 v2 z l1 1", "M5,5L7,5L7,7ZM5,5L6,6");
  assert_reads ("M5 5 h2 z z", "M5,5L7,5Z");
}

static void
test_curves (void)
{
  assert_reads ("M0 0 C1 2 3 4 5 6", "M0,0C1,2 3,4 5,6");
  assert_reads ("M1 1 c1 2 3 4 5 6", "M1,1C2,3 4,5 6,7");
  assert_reads ("M0 0 C1 2 3 4 5 6 S8 9 10 11", "M0,0C1,2 3,4 5,6C7,8 8,9 10,11");
  assert_reads ("M0 0 c1 2 3 4 5 6 s3 3 5 5", "M0,0C1,2 3,4 5,6C7,8 8,9 10,11");
  assert_reads ("M1 1 L2 2 S8 9 10 11", "M1,1L2,2C2,2 8,9 10,11");
  assert_reads ("M0 0 Q3 3 6 0", "M0,0C2,2 4,2 6,0");
  assert_reads ("M0 0 q3 3 6 0 t6 0", "M0,0C2,2 4,2 6,0C8,-2 10,-2 12,0");
  assert_reads ("M0 0 Q3 3 6 0 T12 0 T18 0", "M0,0C2,2 4,2 6,0C8,-2 10,-2 12,0C14,2 16,2 18,0");
  assert_reads ("M1 1 T4 1", "M1,1C1,1 2,1 4,1");
  /* A C is no model for T, nor Q for S. */
  assert_reads ("M0 0 C1 2 3 4 6 6 T9 9", "M0,0C1,2 3,4 6,6C6,6 7,7 9,9");
  assert_reads ("M0 0 Q3 3 6 0 S9 9 9 9", "M0,0C2,2 4,2 6,0C6,0 9,9 9,9");
}

static void
test_arcs (void)
{
  /* A quarter of a circle, clockwise as seen on a screen: 5.523 is 10 times the well-known 0.5523. */
  assert_reads ("M0 0 A10 10 0 0 1 10 10", "M0,0C5.523,0 10,4.477 10,10");
  assert_reads ("M0 0 A10 10 0 0 0 10 10", "M0,0C0,5.523 4.477,10 10,10");
  /* The large one of the two has three quarters, hence three curves. */
  assert_reads ("M0 0 A10 10 0 1 1 10 10",
                "M0,0C0,-5.523 4.477,-10 10,-10C15.523,-10 20,-5.523 20,0C20,5.523 15.523,10 10,10");
  /* Relative; flags without separators. */
  assert_reads ("M5 5 a10 10 0 0110 10", "M5,5C10.523,5 15,9.477 15,15");
  /* Too small to reach: it grows to a half circle of radius 10. */
  assert_reads ("M0 0 A1 1 0 0 1 20 0", "M0,0C0,-5.523 4.477,-10 10,-10C15.523,-10 20,-5.523 20,0");
  /* A radius of zero is a line; to where it already is, nothing. */
  assert_reads ("M0 0 A0 5 0 0 1 20 0", "M0,0L20,0");
  assert_reads ("M3 3 A5 5 0 0 1 3 3", "M3,3");
  /* A negative radius is taken without its sign, and an ellipse can be turned. */
  assert_reads ("M0 0 A-10 -10 0 0 1 10 10", "M0,0C5.523,0 10,4.477 10,10");
  assert_reads ("M0 0 A10 5 90 0 1 10 0", "M0,0C0,-5.523 2.239,-10 5,-10C7.761,-10 10,-5.523 10,0");
}

static void
test_spelling (void)
{
  assert_reads ("", "");
  assert_reads ("  \n\t", "");
  assert_reads ("M1.5.5-1-2", "M1.5,0.5L-1,-2");
  assert_reads ("M 1e1 , 2E-1 L+3,-.4", "M10,0.2L3,-0.4");
  assert_reads ("M0,0,1,1", "M0,0L1,1");
  assert_reads ("M1 2l3 4zm1 1", "M1,2L4,6ZM2,3");
}

static void
test_refusals (void)
{
  const char *mistakes[] = {
    "L1 2", "1 2", "M", "M1", "M1 2 3", "M1 2 L", "M1 2 L3", "M1 2 X3 4", "M1,,2", "M1 2,", "M1 2 L3 4,",
    "M1 2,L3 4", ",M1 2", "M1 2 L3 4 #", "M0x10 1", "M nan 1", "M inf 1", "M1e 2", "M1e999 2", "M1e308 0 l1e308 0",
    "M1e308 0 l1e308 0 1e308 0", "M- 2", "M. 2", "M0 0 A1 1 0 2 0 5 5", "M0 0 A1 1 0 0 5 5", "M0 0 C1 2 3 4 5",
    "M0 0 Q1 2 3", "M0 0 S1 2 3", "M0 0 T1", "M0 0 Z1", "M0 0 Z 1 2", "M\xc3\xa9 1", "MM1 1", "M1 1 e5",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr(JmPath) path = jm_path_new_from_svg (mistakes[i]);

      if (path != NULL)
        g_error ("accepted: %s", mistakes[i]);
    }
}

/* Whatever follows an arc, no coordinate may be a NaN: one would make all bounds above it a NaN. */
static void
note_finite (JmPathVerb     verb,
             const JmPoint *points,
             gpointer       user_data)
{
  static const guint n_points[] = { 1, 1, 3, 0 };

  for (guint i = 0; i < n_points[verb]; i++)
    if (!isfinite (points[i].x) || !isfinite (points[i].y))
      *(gboolean *) user_data = FALSE;
}

static void
test_extreme_arcs (void)
{
  const char *extremes[] = {
    "M0 0A1e300 1e300 0 0 1 1 1", "M0 0A1e-300 1e-300 0 0 1 1 1", "M0 0A1e308 1 45 1 1 1e-300 1e-300",
    "M1e308 1e308A1 1 7e20 0 1 -1e308 -1e308", "M0 0A1e-320 1e300 1 1 0 5 5", "M0 0A1 1 0 0 1 5e-324 0",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (extremes); i++)
    {
      g_autoptr(JmPath) path = jm_path_new_from_svg (extremes[i]);
      gboolean finite = TRUE;

      if (path == NULL)
        continue;
      jm_path_foreach (path, note_finite, &finite);
      g_assert_true (finite);
    }
}

static JmRect
bounds_of (const char *d)
{
  g_autoptr(JmPath) path = jm_path_new_from_svg (d);

  g_assert_nonnull (path);

  return jm_path_get_bounds (path);
}

static void
test_bounds (void)
{
  assert_rect (bounds_of ("M10 20 L30 5"), 10, 5, 20, 15);
  /* The curve reaches three quarters of the way to its control points, not all of it. */
  assert_rect (bounds_of ("M0 0 C0 -40 100 -40 100 0"), 0, -30, 100, 30);
  /* A quadratic one reaches half of the way. */
  assert_rect (bounds_of ("M0 0 Q50 40 100 0"), 0, 0, 100, 20);
  /* A curve that bulges past both its ends. */
  assert_rect (bounds_of ("M0 0 C-40 0 -40 10 0 10"), -30, 0, 30, 10);
  /* A loop that turns twice in x. */
  assert_rect (bounds_of ("M0 0 C40 0 -30 0 10 0"), 5 - 30 * sqrt (3.0 / 44), 0, 60 * sqrt (3.0 / 44), 0);
  /* A stroke with round caps shows a dot of no size, so it has bounds; a bare move has none. */
  assert_rect (bounds_of ("M7 8 v0"), 7, 8, 0, 0);
  assert_rect (bounds_of ("M1 1 M10 20 h5 M100 100"), 10, 20, 5, 0);
  g_assert_true (jm_rect_is_nothing (bounds_of ("M1 1")));
  g_assert_true (jm_rect_is_nothing (bounds_of ("")));
  assert_rect (bounds_of ("M0 5 a5 5 0 1 0 10 0 a5 5 0 1 0 -10 0 z"), 0, 0, 10, 10);
}

static void
test_bounds_of_random_curves (void)
{
  for (guint n = 0; n < 500; n++)
    {
      g_autoptr(JmPathBuilder) builder = jm_path_builder_new ();
      g_autoptr(JmPath) path = NULL;
      double c[8];
      double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;
      JmRect bounds;

      for (guint i = 0; i < 8; i++)
        c[i] = g_test_rand_double_range (-100, 100);

      jm_path_builder_move_to (builder, c[0], c[1]);
      jm_path_builder_curve_to (builder, c[2], c[3], c[4], c[5], c[6], c[7]);
      path = jm_path_builder_end (g_steal_pointer (&builder));
      bounds = jm_path_get_bounds (path);

      for (guint i = 0; i <= 1000; i++)
        {
          double t = i / 1000.0, s = 1 - t;
          double x = s * s * s * c[0] + 3 * s * s * t * c[2] + 3 * s * t * t * c[4] + t * t * t * c[6];

          left = MIN (left, x);
          right = MAX (right, x);
        }

      /* Never smaller than what was walked along, and larger only by what the walk missed. */
      g_assert_cmpfloat (bounds.x, <=, left + 1e-9);
      g_assert_cmpfloat (bounds.x + bounds.width, >=, right - 1e-9);
      g_assert_cmpfloat (bounds.x, >, left - 0.01);
      g_assert_cmpfloat (bounds.x + bounds.width, <, right + 0.01);
    }
}

static void
test_builder (void)
{
  g_autoptr(JmPathBuilder) builder = jm_path_builder_new ();
  g_autoptr(JmPath) built = NULL;
  g_autoptr(JmPath) read = jm_path_new_from_svg ("M1 2 L3 4 C5 6 7 8 9 10 Z M1 2 L0 0");

  jm_path_builder_move_to (builder, 1, 2);
  jm_path_builder_line_to (builder, 3, 4);
  jm_path_builder_curve_to (builder, 5, 6, 7, 8, 9, 10);
  jm_path_builder_close (builder);
  jm_path_builder_line_to (builder, 0, 0);
  built = jm_path_builder_end (g_steal_pointer (&builder));

  g_assert_true (jm_path_equal (built, read));
  g_assert_false (jm_path_is_empty (built));
}

static void
test_builder_rounded (void)
{
  const JmPoint corners[] = { { 0, 0 }, { 40, 0 }, { 50, 10 }, { 40, 20 }, { 0, 20 } };
  const double radii[] = { 5, 0, 0, 0, 100 };
  g_autoptr(JmPathBuilder) builder = jm_path_builder_new ();
  g_autoptr(JmPath) path = NULL;
  g_autofree char *text = NULL;

  /* A phase's heading. The last corner asks too much and gets half of the shorter side: 10. */
  jm_path_builder_rounded_polygon (builder, corners, radii, G_N_ELEMENTS (corners));
  path = jm_path_builder_end (g_steal_pointer (&builder));
  text = describe (path);

  g_assert_cmpstr (text, ==,
                   "M0,5C0,2.239 2.239,0 5,0L40,0L50,10L40,20L10,20C4.477,20 0,15.523 0,10Z");
}

static void
test_builder_rounded_rect (void)
{
  g_autoptr(JmPathBuilder) builder = jm_path_builder_new ();
  g_autoptr(JmPath) path = NULL;
  g_autofree char *text = NULL;

  jm_path_builder_rounded_rect (builder, jm_rect (0, 0, 40, 20), 10);
  jm_path_builder_rounded_rect (builder, jm_rect (0, 0, 4, 2), 0);
  path = jm_path_builder_end (g_steal_pointer (&builder));
  text = describe (path);

  g_assert_cmpstr (text, ==,
                   "M0,10C0,4.477 4.477,0 10,0L30,0C35.523,0 40,4.477 40,10"
                   "C40,15.523 35.523,20 30,20L10,20C4.477,20 0,15.523 0,10Z"
                   "M0,0L4,0L4,2L0,2Z");
}

static void
test_placed (void)
{
  g_autoptr(JmPath) path = jm_path_new_from_svg ("M1 2 C3 4 5 6 7 8 Z");
  g_autoptr(JmPath) placed = jm_path_new_placed (path, 2, 100, 200);
  g_autoptr(JmPath) same = jm_path_new_placed (path, 1, 0, 0);
  g_autofree char *text = describe (placed);

  g_assert_cmpstr (text, ==, "M102,204C106,208 110,212 114,216Z");
  g_assert_true (jm_path_equal (path, same));
  g_assert_false (jm_path_equal (path, placed));
}

static void
test_rects (void)
{
  JmRect rect = jm_rect (10, 20, 30, 40);

  assert_rect (jm_rect_union (rect, jm_rect (0, 30, 5, 100)), 0, 20, 40, 110);
  assert_rect (jm_rect_union (jm_rect_nothing (), rect), 10, 20, 30, 40);
  assert_rect (jm_rect_union (rect, jm_rect_nothing ()), 10, 20, 30, 40);
  assert_rect (jm_rect_expand (rect, 5), 5, 15, 40, 50);
  g_assert_true (jm_rect_is_nothing (jm_rect_expand (jm_rect_nothing (), 5)));
  assert_rect (jm_rect_offset (rect, -10, 1), 0, 21, 30, 40);

  g_assert_true (jm_rect_intersects (rect, jm_rect (40, 20, 5, 5)));
  g_assert_true (jm_rect_intersects (rect, jm_rect (20, 30, 0, 0)));
  g_assert_false (jm_rect_intersects (rect, jm_rect (41, 20, 5, 5)));
  g_assert_false (jm_rect_intersects (rect, jm_rect (10, 61, 5, 5)));
  g_assert_false (jm_rect_intersects (rect, jm_rect_nothing ()));

  g_assert_true (jm_rect_contains (rect, 10, 20));
  g_assert_false (jm_rect_contains (rect, 40, 20));
  g_assert_false (jm_rect_contains (rect, 10, 60));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/path/svg/lines", test_lines);
  g_test_add_func ("/path/svg/contours", test_contours);
  g_test_add_func ("/path/svg/curves", test_curves);
  g_test_add_func ("/path/svg/arcs", test_arcs);
  g_test_add_func ("/path/svg/spelling", test_spelling);
  g_test_add_func ("/path/svg/refusals", test_refusals);
  g_test_add_func ("/path/svg/extreme-arcs", test_extreme_arcs);
  g_test_add_func ("/path/bounds", test_bounds);
  g_test_add_func ("/path/bounds/random-curves", test_bounds_of_random_curves);
  g_test_add_func ("/path/builder", test_builder);
  g_test_add_func ("/path/builder/rounded-polygon", test_builder_rounded);
  g_test_add_func ("/path/builder/rounded-rect", test_builder_rounded_rect);
  g_test_add_func ("/path/placed", test_placed);
  g_test_add_func ("/geometry/rects", test_rects);

  return g_test_run ();
}
