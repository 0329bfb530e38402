/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps that nobody would draw but somebody will open: the picture stays one that can be read. */
#include "fits.h"

#include "format/jm-read.h"
#include "scene/jm-composer.h"

#include <math.h>
#include <string.h>

static JmMap *
read_extreme (const char *name)
{
  g_autofree char *file = g_strdup_printf ("extreme-%s.cjm", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "pictures", "maps", file, NULL);
  g_autoptr(GError) error = NULL;
  JmMap *map = jm_read_file (path, NULL, &error);

  g_assert_no_error (error);
  return map;
}

/* Drawn in each style; what is returned is the light one. */
static JmScene *
draw (JmMap *map)
{
  JmScene *light = NULL;

  for (JmStyle style = 0; style < JM_N_STYLES; style++)
    for (int editing = 0; editing < 2; editing++)
      {
        JmComposeOptions options = { .style = style, .for_editing = editing };
        JmScene *scene = jm_scene_new (map, &options);

        fits_assert (scene);
        if (light == NULL)
          light = scene;
        else
          jm_scene_unref (scene);
      }

  return light;
}

static gboolean
shows (JmScene    *scene,
       const char *id,
       JmRole      role)
{
  return jm_scene_find (scene, id, role, NULL) != NULL;
}

/* A hundred years beside a minute: both can be read, and the page has an end. */
static void
test_times (void)
{
  g_autoptr(JmMap) map = read_extreme ("times");
  g_autoptr(JmScene) scene = draw (map);
  JmRect minute = jm_scene_get_phase_rect (scene, "blink");
  JmRect age = jm_scene_get_phase_rect (scene, "age");

  g_assert_cmpfloat (minute.width, >=, 300);
  g_assert_cmpfloat (age.width, >, 2 * minute.width);
  g_assert_cmpfloat (jm_scene_get_width (scene), <, 20000);
}

/* Thirty of them leave more of the page to the journey than they take. */
static void
test_personas (void)
{
  g_autoptr(JmMap) map = read_extreme ("personas");
  g_autoptr(JmScene) scene = draw (map);
  JmRect grid = jm_scene_get_grid (scene);

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *handle = jm_emotion_handle ("a", id);

      g_assert_true (shows (scene, id, JM_ROLE_PERSONA));
      g_assert_true (shows (scene, handle, JM_ROLE_EMOTION));
    }
  g_assert_cmpfloat (grid.y, <, 800);
}

/* What leads somewhere is drawn, in a circle too; what leads nowhere or to itself is not. */
static void
test_links (void)
{
  static const char * const drawn[] = { "x1", "x2", "x3", "x7", "x8", "x10" };
  static const char * const left_out[] = { "x4", "x5", "x6", "x9" };
  g_autoptr(JmMap) map = read_extreme ("links");
  g_autoptr(JmScene) scene = draw (map);

  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
    g_assert_true (shows (scene, drawn[i], JM_ROLE_TRANSITION));
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    g_assert_false (shows (scene, left_out[i], JM_ROLE_TRANSITION));
  g_assert_false (shows (scene, "n2", JM_ROLE_NOTE));
  g_assert_true (shows (scene, "o", JM_ROLE_OPPORTUNITY));
}

static void
check_numbers (JmGroup *group)
{
  for (guint i = 0; i < group->n_ops; i++)
    {
      const JmOp *op = &group->ops[i];

      if (op->type == JM_OP_TEXT)
        g_assert_true (strstr (op->text.text, "nan") == NULL && strstr (op->text.text, "inf") == NULL);
      else if (op->type == JM_OP_PATH)
        {
          JmRect bounds = jm_path_get_bounds (op->path.path);

          g_assert_true (isfinite (bounds.x) && isfinite (bounds.y) && isfinite (bounds.width) && isfinite (bounds.height));
        }
    }
  for (guint i = 0; i < group->n_children; i++)
    check_numbers (jm_placed_get_group (&group->children[i]));
}

/* Nothing and less than nothing have no share; what is very small is not shown as nothing. */
static void
test_measures (void)
{
  g_autoptr(JmMap) map = read_extreme ("measures");
  g_autoptr(JmScene) scene = draw (map);

  for (guint i = 0; i < JM_N_LAYERS; i++)
    check_numbers (jm_scene_get_layer (scene, i));
  g_assert_true (shows (scene, "m1", JM_ROLE_MEASURE));
  g_assert_true (shows (scene, "m3", JM_ROLE_MEASURE));
}

/* Two hundred characters for a lane, words without a gap: everything grows, nothing is cut. */
static void
test_titles (void)
{
  g_autoptr(JmMap) map = read_extreme ("titles");
  g_autoptr(JmScene) scene = draw (map);

  g_assert_true (shows (scene, "x", JM_ROLE_TRANSITION));
  g_assert_cmpfloat (jm_scene_get_lane_rect (scene, "notes").height, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/extremes/times", test_times);
  g_test_add_func ("/extremes/personas", test_personas);
  g_test_add_func ("/extremes/links", test_links);
  g_test_add_func ("/extremes/measures", test_measures);
  g_test_add_func ("/extremes/titles", test_titles);

  return g_test_run ();
}
