/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scene that was laid out again after an edit is, to the byte of its SVG, the one that is laid out from nothing: whatever
 * was edited, undone, or shown for a moment while something was being dragged. */
#include "export/jm-svg.h"
#include "format/jm-read.h"
#include "generate/jm-generate.h"
#include "generate/jm-random-edit.h"
#include "model/jm-edit.h"
#include "scene/jm-composer.h"

/* With -m thorough twenty times as many. */
#define N_EDITS 80
#define N_DRAFTS 4

typedef struct
{
  JmComposeOptions  options;
  JmComposer       *composer;
  JmScene          *shown;      /* as long as the next one is not there, as on a canvas */
} Picture;

static GBytes *
write_svg (JmScene *scene)
{
  g_autoptr(GError) error = NULL;
  GBytes *svg = jm_svg_write (scene, NULL, &error);

  g_assert_no_error (error);
  return svg;
}

static void
leave_behind (const char *name,
              GBytes     *svg)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, name, NULL);

  if (g_file_set_contents (path, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), NULL))
    g_test_message ("see %s", path);
}

static void
show (Picture    *picture,
      JmMap      *map,
      const char *after)
{
  JmScene *again = jm_composer_compose (picture->composer, map);
  g_autoptr(JmScene) anew = jm_scene_new (map, &picture->options);
  g_autoptr(GBytes) wanted = write_svg (anew);
  g_autoptr(GBytes) found = write_svg (again);

  if (!g_bytes_equal (wanted, found))
    {
      leave_behind ("incremental-wanted.svg", wanted);
      leave_behind ("incremental-found.svg", found);
      g_error ("laid out again after \"%s\" it is another picture than laid out from nothing", after);
    }
  g_assert_cmpfloat (jm_scene_get_width (again), ==, jm_scene_get_width (anew));
  g_assert_cmpfloat (jm_scene_get_height (again), ==, jm_scene_get_height (anew));

  g_clear_pointer (&picture->shown, jm_scene_unref);
  picture->shown = again;
}

/* Moves a touchpoint from place to place, as a drag does, each time from where it was at first. */
static void
drag_about (Picture *picture,
            JmMap   *map,
            GRand   *rand)
{
  JmItem *root = jm_map_get_root (map);
  guint n_phases = jm_item_count (root, JM_KIND_PHASE);
  JmItem *phase, *touchpoint;

  if (n_phases == 0)
    return;
  phase = jm_item_get_nth (root, JM_KIND_PHASE, (guint) g_rand_int_range (rand, 0, (gint32) n_phases));
  touchpoint = jm_item_get_first (phase, JM_KIND_TOUCHPOINT);
  if (touchpoint == NULL)
    return;

  for (guint i = 0; i < N_DRAFTS; i++)
    {
      JmItem *target = jm_item_get_nth (root, JM_KIND_PHASE, (guint) g_rand_int_range (rand, 0, (gint32) n_phases));
      g_autoptr(JmMap) draft = jm_map_move (map, jm_item_get_id (touchpoint), jm_item_get_id (target),
                                            g_rand_int_range (rand, 0, 4), NULL);

      if (draft != NULL)
        show (picture, draft, "a step of a drag");
    }
  show (picture, map, "giving a drag up");
}

static void
work_on (JmMap            *first,
         JmComposeOptions  options,
         guint             n_edits,
         guint32           seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(GPtrArray) past = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_map_unref);
  Picture picture = { options, jm_composer_new (&options), NULL };

  g_ptr_array_add (past, jm_map_ref (first));
  show (&picture, first, "opening");
  for (guint i = 0; i < n_edits; i++)
    {
      JmMap *present = g_ptr_array_index (past, past->len - 1);
      const char *label = NULL;
      JmMap *next;

      if (g_rand_double (rand) < 0.1)
        drag_about (&picture, present, rand);
      if (past->len > 1 && g_rand_double (rand) < 0.15)
        {
          g_ptr_array_set_size (past, g_rand_int_range (rand, 1, (gint32) past->len));
          show (&picture, g_ptr_array_index (past, past->len - 1), "undoing");
          continue;
        }

      next = jm_random_edit (present, rand, &label);
      show (&picture, next, label != NULL ? label : "nothing");
      g_ptr_array_add (past, next);
    }

  jm_composer_free (picture.composer);
  g_clear_pointer (&picture.shown, jm_scene_unref);
}

static guint
count_edits (void)
{
  return g_test_thorough () ? 20 * N_EDITS : N_EDITS;
}

static void
test_light (void)
{
  g_autoptr(JmMap) map = jm_generate_map (45, 1);

  work_on (map, (JmComposeOptions) { 0 }, count_edits (), 11);
}

static void
test_for_editing (void)
{
  g_autoptr(JmMap) map = jm_generate_map (25, 2);

  work_on (map, (JmComposeOptions) { .style = JM_STYLE_DARK, .for_editing = TRUE }, count_edits (), 12);
}

static void
test_right_to_left (void)
{
  g_autoptr(JmMap) generated = jm_generate_map (45, 3);
  g_autoptr(JmMap) map = jm_map_set (generated, NULL, JM_ATTR_LANG, "he", NULL);

  g_assert_nonnull (map);
  work_on (map, (JmComposeOptions) { .for_editing = TRUE }, count_edits (), 13);
}

static void
test_compared (void)
{
  g_autoptr(JmMap) map = jm_generate_map (45, 4);

  work_on (map, (JmComposeOptions) { .baseline = map }, count_edits () / 2, 14);
  work_on (map, (JmComposeOptions) { .baseline = map, .looks_ahead = TRUE }, count_edits () / 2, 19);
}

static void
test_only_some_lanes (void)
{
  static const char * const lanes[] = { "touchpoints", "emotion", "measures", NULL };
  g_autoptr(JmMap) map = jm_generate_map (45, 5);

  work_on (map, (JmComposeOptions) { .style = JM_STYLE_PRINT, .lanes = lanes }, count_edits () / 2, 15);
}

/* Longer than the pieces in which curves and lines are drawn. */
static void
test_long (void)
{
  g_autoptr(JmMap) map = jm_generate_map (420, 6);

  work_on (map, (JmComposeOptions) { .for_editing = TRUE }, count_edits () / 10, 16);
}

/* One person only: the curve has faces and its extremes are named. */
static void
test_alone (void)
{
  static const char * const others[] = { "persona1", NULL };
  g_autoptr(JmMap) generated = jm_generate_map (110, 7);
  g_autoptr(JmMap) map = jm_map_remove (generated, others, NULL);

  g_assert_nonnull (map);
  work_on (map, (JmComposeOptions) { 0 }, count_edits () / 4, 17);
}

static void
test_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("JM_DATADIR"), "examples", "ikea.nl.cjm", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JmMap) map = jm_read_file (path, NULL, &error);

  g_assert_no_error (error);
  work_on (map, (JmComposeOptions) { .for_editing = TRUE }, count_edits (), 18);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jm_ids_seed (1);

  g_test_add_func ("/incremental/light", test_light);
  g_test_add_func ("/incremental/for-editing", test_for_editing);
  g_test_add_func ("/incremental/right-to-left", test_right_to_left);
  g_test_add_func ("/incremental/compared", test_compared);
  g_test_add_func ("/incremental/only-some-lanes", test_only_some_lanes);
  g_test_add_func ("/incremental/long", test_long);
  g_test_add_func ("/incremental/alone", test_alone);
  g_test_add_func ("/incremental/example", test_example);

  return g_test_run ();
}
