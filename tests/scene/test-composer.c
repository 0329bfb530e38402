/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout: every example and template, whole and after edits. */
#include "fits.h"

#include "format/jm-read.h"
#include "model/jm-edit.h"
#include "scene/jm-composer.h"
#include "scene/jm-words.h"

#include <math.h>
#include <string.h>

static GPtrArray *
list_maps (void)
{
  static const char * const folders[] = { "examples", "templates" };
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("JM_DATADIR"), folders[i], NULL);
      g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".cjm"))
          g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_assert_cmpuint (paths->len, >, 0);

  return paths;
}

static JmMap *
read_map (const char *path)
{
  g_autoptr(GError) error = NULL;
  JmMap *map = jm_read_file (path, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static JmMap *
read_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("JM_DATADIR"), "examples", "ikea.nl.cjm", NULL);

  return read_map (path);
}

static void
append_group (GString *text,
              JmGroup *group,
              double   x,
              double   y)
{
  g_string_append_printf (text, "%d %s %s %.3f,%.3f [%.3f %.3f %.3f %.3f]\n", group->role, group->id, group->label, x, y,
                          group->bounds.x, group->bounds.y, group->bounds.width, group->bounds.height);
  for (guint i = 0; i < group->n_ops; i++)
    {
      const JmOp *op = &group->ops[i];

      if (op->type == JM_OP_TEXT)
        g_string_append_printf (text, " text %.3f %.3f %s\n", op->text.x, op->text.baseline, op->text.text);
      else if (op->type == JM_OP_RECT)
        g_string_append_printf (text, " rect %.3f %.3f %.3f %.3f %d\n", op->rect.box.x, op->rect.box.y,
                                op->rect.box.width, op->rect.box.height, op->rect.fill.color.green);
      else if (op->type == JM_OP_PATH)
        {
          JmRect bounds = jm_path_get_bounds (op->path.path);
          g_string_append_printf (text, " path %.3f %.3f %.3f %.3f\n", bounds.x, bounds.y, bounds.width, bounds.height);
        }
    }
  for (guint i = 0; i < group->n_children; i++)
    append_group (text, jm_placed_get_group (&group->children[i]), x + group->children[i].x, y + group->children[i].y);
}

static char *
describe (JmScene *scene)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%.3f x %.3f\n", jm_scene_get_width (scene), jm_scene_get_height (scene));
  for (guint i = 0; i < JM_N_LAYERS; i++)
    append_group (text, jm_scene_get_layer (scene, i), 0, 0);

  return g_string_free (text, FALSE);
}

static void
test_text_fits (void)
{
  g_autoptr(GPtrArray) paths = list_maps ();

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr(JmMap) map = read_map (g_ptr_array_index (paths, i));

      for (int editing = 0; editing < 2; editing++)
        {
          JmComposeOptions options = { .for_editing = editing };
          g_autoptr(JmScene) scene = jm_scene_new (map, &options);

          g_test_message ("%s", (char *) g_ptr_array_index (paths, i));
          fits_assert (scene);
        }
    }
}

static JmMap *
edit (JmMap *map,
      GRand *random)
{
  static const char * const texts[] = {
    "", "Kort", "Een hele lange titel die over een aantal regels heen loopt en de kaart laat groeien",
    "Arbeidsongeschiktheidsverzekeringsmaatschappij", "שלום עולם", "東京で新しい椅子を買いました", "a\nb\nc\nd\ne\nf",
  };
  static const JmKind kinds[] = { JM_KIND_TOUCHPOINT, JM_KIND_PAIN_POINT, JM_KIND_OPPORTUNITY, JM_KIND_THOUGHT };
  JmItem *root = jm_map_get_root (map);
  guint n_phases = jm_item_count (root, JM_KIND_PHASE);
  JmItem *phase = jm_item_get_nth (root, JM_KIND_PHASE, g_rand_int_range (random, 0, n_phases));
  guint n = jm_item_count (phase, JM_KIND_TOUCHPOINT);
  JmItem *touchpoint = n > 0 ? jm_item_get_nth (phase, JM_KIND_TOUCHPOINT, g_rand_int_range (random, 0, n)) : NULL;
  const char *text = texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))];
  const char *ids[] = { touchpoint != NULL ? jm_item_get_id (touchpoint) : jm_item_get_id (phase), NULL };
  g_autoptr(GError) error = NULL;
  JmMap *next = NULL;

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      next = jm_map_set_text (map, ids[0], JM_KIND_TITLE, text, &error);
      break;
    case 1:
      next = jm_map_set (map, jm_item_get_id (phase), JM_ATTR_COLOR, g_rand_boolean (random) ? "teal" : "#a0b0c0", &error);
      break;
    case 2:
      next = jm_map_set_emotion (map, ids[0], NULL, g_rand_int_range (random, -4, 5) / 2.0, &error);
      break;
    case 3:
      next = jm_map_add (map, kinds[g_rand_int_range (random, 0, 4)],
                         touchpoint != NULL ? ids[0] : jm_item_get_id (phase), -1, text, NULL, &error);
      break;
    case 4:
      next = jm_map_add (map, JM_KIND_PHASE, NULL, g_rand_int_range (random, 0, n_phases + 1), text, NULL, &error);
      break;
    case 5:
      next = n_phases > 1 || touchpoint != NULL ? jm_map_remove (map, ids, &error) : jm_map_ref (map);
      break;
    case 6:
      next = jm_map_set_text (map, jm_item_get_id (phase), JM_KIND_GOAL, text, &error);
      break;
    default:
      next = jm_map_set_text (map, NULL, JM_KIND_TITLE, text, &error);
      break;
    }

  /* Not everything can be put everywhere; then nothing is. */
  if (next == NULL)
    return jm_map_ref (map);
  return next;
}

static void
test_same_as_from_nothing (void)
{
  g_autoptr(GPtrArray) paths = list_maps ();
  g_autoptr(GRand) random = g_rand_new_with_seed (2026);

  jm_ids_seed (1);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr(JmMap) map = read_map (g_ptr_array_index (paths, i));
      JmComposeOptions options = { .for_editing = i % 2 };
      g_autoptr(JmComposer) composer = jm_composer_new (&options);

      for (guint step = 0; step < 40; step++)
        {
          JmMap *next = edit (map, random);
          g_autoptr(JmScene) again = NULL;
          g_autoptr(JmScene) anew = NULL;
          g_autofree char *a = NULL;
          g_autofree char *b = NULL;

          jm_map_unref (map);
          map = next;
          again = jm_composer_compose (composer, map);
          anew = jm_scene_new (map, &options);
          a = describe (again);
          b = describe (anew);
          g_assert_cmpstr (a, ==, b);
          fits_assert (again);
        }
    }
}

static void
test_rest_is_reused (void)
{
  g_autoptr(JmMap) map = read_example ();
  g_autoptr(JmComposer) composer = jm_composer_new (NULL);
  g_autoptr(JmScene) before = jm_composer_compose (composer, map);
  g_autoptr(GError) error = NULL;
  JmItem *phase = jm_item_get_nth (jm_map_get_root (map), JM_KIND_PHASE, 1);
  JmItem *touchpoint = jm_item_get_first (phase, JM_KIND_TOUCHPOINT);
  g_autoptr(JmMap) next = jm_map_set_text (map, jm_item_get_id (touchpoint), JM_KIND_TITLE, "Anders", &error);
  g_autoptr(JmScene) after = jm_composer_compose (composer, next);
  JmGroup *old_body = jm_scene_get_layer (before, JM_LAYER_BODY);
  JmGroup *new_body = jm_scene_get_layer (after, JM_LAYER_BODY);

  g_assert_cmpuint (old_body->n_children, ==, new_body->n_children);
  for (guint i = 0; i < new_body->n_children; i++)
    if (i == 1)
      g_assert_true (jm_placed_get_group (&old_body->children[i]) != jm_placed_get_group (&new_body->children[i]));
    else
      g_assert_true (jm_placed_get_group (&old_body->children[i]) == jm_placed_get_group (&new_body->children[i]));
}

static void
find_all (JmScene *scene,
          JmItem  *item,
          JmItem  *hidden_in)
{
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    {
      JmItem *child = jm_item_get_child (item, i);
      JmKind kind = jm_item_get_kind (child);

      if (kind == JM_KIND_PHASE || kind == JM_KIND_TOUCHPOINT || kind == JM_KIND_PAIN_POINT ||
          kind == JM_KIND_OPPORTUNITY || kind == JM_KIND_THOUGHT || kind == JM_KIND_PERSONA)
        {
          JmGroup *group = jm_scene_find (scene, jm_item_get_id (child), JM_ROLE_NONE, NULL);

          g_test_message ("%s", jm_item_get_id (child));
          g_assert_nonnull (group);
          g_assert_cmpstr (group->label, ==, jm_item_get_label (child));
        }
      find_all (scene, child, hidden_in);
    }
}

static void
test_everything_is_there (void)
{
  g_autoptr(JmMap) map = read_example ();
  g_autoptr(JmScene) scene = jm_scene_new (map, NULL);

  find_all (scene, jm_map_get_root (map), NULL);
}

static void
test_feelings (void)
{
  g_autoptr(JmMap) map = read_example ();
  g_autoptr(JmScene) scene = jm_scene_new (map, NULL);
  JmItem *lane = jm_map_get_lane (map, "emotion");
  const char *id = jm_item_get_id (lane);
  JmItem *phase = jm_item_get_first (jm_map_get_root (map), JM_KIND_PHASE);
  JmItem *touchpoint = jm_item_get_first (phase, JM_KIND_TOUCHPOINT);
  JmItem *emotion = jm_map_get_emotion (map, touchpoint, NULL);
  g_autofree char *handle = jm_emotion_handle (jm_item_get_id (touchpoint), jm_item_get (emotion, JM_ATTR_PERSONA));
  JmPoint point;
  double value;

  for (double v = -2; v <= 2; v += 0.25)
    g_assert_cmpfloat_with_epsilon (jm_scene_get_emotion_value (scene, id, jm_scene_get_emotion_y (scene, id, v)), v,
                                    1e-9);

  g_assert_true (jm_item_get_number (emotion, JM_ATTR_VALUE, &value));
  g_assert_nonnull (jm_scene_find (scene, handle, JM_ROLE_EMOTION, &point));
  g_assert_cmpfloat_with_epsilon (point.y, jm_scene_get_emotion_y (scene, id, value), 1e-9);
}

static void
test_lanes_option (void)
{
  const char * const only[] = { "emotion", NULL };
  JmComposeOptions options = { .lanes = only };
  g_autoptr(JmMap) map = read_example ();
  g_autoptr(JmScene) scene = jm_scene_new (map, &options);
  JmItem *lane = jm_map_get_lane (map, "touchpoints");

  g_assert_true (jm_rect_is_nothing (jm_scene_get_lane_rect (scene, jm_item_get_id (lane))));
  g_assert_false (jm_rect_is_nothing (jm_scene_get_lane_rect (scene, jm_item_get_id (jm_map_get_lane (map, "emotion")))));
}

static void
test_right_to_left (void)
{
  g_autoptr(JmMap) map = read_example ();
  g_autoptr(GError) error = NULL;
  g_autoptr(JmMap) hebrew = jm_map_set (map, NULL, JM_ATTR_LANG, "he", &error);
  g_autoptr(JmScene) scene = jm_scene_new (hebrew, NULL);
  JmItem *root = jm_map_get_root (hebrew);
  JmRect first = jm_scene_get_phase_rect (scene, jm_item_get_id (jm_item_get_nth (root, JM_KIND_PHASE, 0)));
  JmRect second = jm_scene_get_phase_rect (scene, jm_item_get_id (jm_item_get_nth (root, JM_KIND_PHASE, 1)));

  g_assert_true (jm_scene_is_rtl (scene));
  g_assert_cmpfloat (first.x, >, second.x);
  fits_assert (scene);
}

static void
test_axis_of_time (void)
{
  g_autoptr(JmMap) map = read_example ();
  g_autoptr(GError) error = NULL;
  g_autoptr(JmMap) timed = jm_map_set (map, NULL, JM_ATTR_AXIS, "time", &error);
  g_autoptr(JmMap) odd = NULL;
  g_autoptr(JmScene) scene = jm_scene_new (timed, NULL);
  g_autoptr(JmScene) extreme = NULL;
  JmItem *root = jm_map_get_root (timed);
  JmItem *arrival = jm_item_get_nth (root, JM_KIND_PHASE, 0);
  JmItem *shop = jm_item_get_nth (root, JM_KIND_PHASE, 1);
  JmItem *depot = jm_item_get_nth (root, JM_KIND_PHASE, 3);
  JmPoint first, second;

  g_assert_no_error (error);
  /* An hour and a half takes more of the picture than 25 minutes, although it has fewer touchpoints. */
  g_assert_cmpfloat (jm_scene_get_phase_rect (scene, jm_item_get_id (shop)).width, >,
                     jm_scene_get_phase_rect (scene, jm_item_get_id (depot)).width);

  g_assert_nonnull (jm_scene_find (scene, jm_item_get_id (jm_item_get_nth (shop, JM_KIND_TOUCHPOINT, 0)),
                                   JM_ROLE_TOUCHPOINT, &first));
  g_assert_nonnull (jm_scene_find (scene, jm_item_get_id (jm_item_get_nth (shop, JM_KIND_TOUCHPOINT, 1)),
                                   JM_ROLE_TOUCHPOINT, &second));
  g_assert_cmpfloat (second.x - first.x, >, 300);

  /* A hundred years beside a quarter of an hour can still be scrolled, and the quarter still be read. */
  odd = jm_map_set (timed, jm_item_get_id (shop), JM_ATTR_DURATION, "P100Y", &error);
  g_assert_no_error (error);
  extreme = jm_scene_new (odd, NULL);
  g_assert_cmpfloat (jm_scene_get_width (extreme), <, 6000);
  g_assert_cmpfloat (jm_scene_get_phase_rect (extreme, jm_item_get_id (arrival)).width, >=, 336);
  fits_assert (extreme);
}

static gboolean
shows_text (JmGroup    *group,
            const char *text)
{
  for (guint i = 0; i < group->n_ops; i++)
    if (group->ops[i].type == JM_OP_TEXT && g_str_equal (group->ops[i].text.text, text))
      return TRUE;
  for (guint i = 0; i < group->n_children; i++)
    if (shows_text (jm_placed_get_group (&group->children[i]), text))
      return TRUE;

  return FALSE;
}

static void
test_comparison (void)
{
  g_autoptr(JmMap) map = read_example ();
  g_autoptr(GError) error = NULL;
  JmItem *phase = jm_item_get_nth (jm_map_get_root (map), JM_KIND_PHASE, 2);
  const char *gone[] = { jm_item_get_id (jm_item_get_first (phase, JM_KIND_TOUCHPOINT)), NULL };
  g_autoptr(JmMap) before = jm_map_remove (map, gone, &error);
  JmComposeOptions options = { .baseline = before };
  g_autoptr(JmScene) scene = jm_scene_new (map, &options);
  g_autoptr(JmScene) alone = jm_scene_new (map, NULL);
  guint n_new = 0;

  g_assert_no_error (error);
  for (guint p = 0; p < jm_item_count (jm_map_get_root (map), JM_KIND_PHASE); p++)
    {
      JmItem *each = jm_item_get_nth (jm_map_get_root (map), JM_KIND_PHASE, p);

      for (guint t = 0; t < jm_item_count (each, JM_KIND_TOUCHPOINT); t++)
        {
          const char *id = jm_item_get_id (jm_item_get_nth (each, JM_KIND_TOUCHPOINT, t));
          gboolean is_new = shows_text (jm_scene_find (scene, id, JM_ROLE_TOUCHPOINT, NULL), "nieuw");

          g_assert_cmpint (is_new, ==, g_str_equal (id, gone[0]));
          n_new += is_new;
        }
    }
  g_assert_cmpuint (n_new, ==, 1);
  /* One curve more than without the comparison. */
  g_assert_cmpuint (jm_scene_get_layer (scene, JM_LAYER_CURVE)->children[0].drawn->n_children, ==,
                    jm_scene_get_layer (alone, JM_LAYER_CURVE)->children[0].drawn->n_children + 1);
}

static gboolean
has_tail (JmScene    *scene,
          const char *id)
{
  JmGroup *group = jm_scene_find (scene, id, JM_ROLE_NOTE, NULL);

  g_assert_nonnull (group);
  for (guint i = 0; i < group->n_ops; i++)
    if (group->ops[i].type == JM_OP_PATH)
      return TRUE;

  return FALSE;
}

/* What a lane of notes is called decides whether they are said: at once, also where the phases stay as they are. */
static void
test_messages (void)
{
  static const struct { const char *title; gboolean says; } cases[] = {
    { "Vragen", FALSE }, { "Onze boodschap", TRUE }, { "Frontstage", FALSE }, { "Key Messages", TRUE }, { "", FALSE },
  };
  g_autofree char *path = g_build_filename (g_getenv ("JM_DATADIR"), "examples", "airline.nl.cjm", NULL);
  g_autoptr(JmMap) map = read_map (path);
  g_autoptr(JmComposer) composer = jm_composer_new (NULL);
  g_autoptr(JmScene) scene = jm_composer_compose (composer, map);
  JmItem *phase = jm_item_get_first (jm_map_get_root (map), JM_KIND_PHASE);
  JmItem *note = jm_item_get_first (phase, JM_KIND_NOTE);

  g_assert_true (has_tail (scene, jm_item_get_id (note)));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JmMap) next = jm_map_set_text (map, jm_item_get (note, JM_ATTR_LANE), JM_KIND_TITLE, cases[i].title, NULL);
      g_autoptr(JmScene) after = jm_composer_compose (composer, next);

      g_assert_cmpint (has_tail (after, jm_item_get_id (note)), ==, cases[i].says);
      fits_assert (after);
    }
}

static void
test_empty_map (void)
{
  g_autoptr(JmMap) map = jm_map_new_empty ("nl");
  JmComposeOptions options = { .for_editing = TRUE };
  g_autoptr(JmScene) scene = jm_scene_new (map, &options);
  g_autoptr(JmMap) bare = jm_map_new (jm_item_new (JM_KIND_MAP, NULL));
  g_autoptr(JmScene) nothing = jm_scene_new (bare, NULL);

  g_assert_cmpfloat (jm_scene_get_width (scene), >, 100);
  g_assert_cmpfloat (jm_scene_get_height (nothing), >, 100);
  g_assert_cmpstr (jm_scene_get_label (scene), ==, "Kaart zonder titel");
}

/* A reader hears a device in the language of the map, as it is seen, and of a picture no more than people say of it. */
static void
test_labels (void)
{
  static const char text[] =
    "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" xml:lang=\"nl\" kind=\"current-state\">"
    "<lane id=\"s\" kind=\"touchpoints\"/><lane id=\"d\" kind=\"devices\"/><lane id=\"i\" kind=\"pictures\"/>"
    "<phase id=\"f\"><title>F</title><touchpoint id=\"t\" device=\"phone\"><title>T</title>"
    "<picture id=\"p\" media-type=\"image/png\">iVBORw0KGgo=</picture></touchpoint></phase></journey-map>";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(JmMap) map = jm_read_bytes (bytes, "map", NULL, &error);
  g_autoptr(JmScene) scene = NULL;

  g_assert_no_error (error);
  scene = jm_scene_new (map, NULL);
  g_assert_cmpstr (jm_scene_find (scene, "t", JM_ROLE_DEVICE, NULL)->label, ==, "telefoon");
  g_assert_cmpstr (jm_scene_find (scene, "p", JM_ROLE_PICTURE, NULL)->label, ==, "");
}

static void
test_durations (void)
{
  static const struct { const char *language; double seconds; const char *said; } cases[] = {
    { "nl", 900, "15\302\240min" },
    { "nl", 5400, "1,5\302\240uur" },
    { "en", 5400, "1.5\302\240hours" },
    { "en", 3600, "1\302\240hour" },
    { "nl-BE", 4800, "1\302\240uur 20\302\240min" },
    { "nl", 3 * 604800, "3\302\240weken" },
    { "nl", 4 * 86400, "4\302\240dagen" },
    { "en", 10 * 86400, "10\302\240days" },
    { "en", 30, "30\302\240s" },
    { "en", 0, "0\302\240s" },
    { "nl", 100 * 365.0 * 86400, "100\302\240jaar" },
    /* What is all but the next larger unit is that. */
    { "nl", 2 * 3600 - 20, "2\302\240uur" },
    { "en", 2 * 86400 - 60, "2\302\240days" },
    { "en", 11 * 604800 - 3600, "11\302\240weeks" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = jm_words_duration (jm_words_get (cases[i].language), cases[i].seconds);
      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

static void
test_dates_and_numbers (void)
{
  const JmWords *dutch = jm_words_get ("nl");
  const JmWords *english = jm_words_get ("en-GB");
  g_autofree char *day = jm_words_date (dutch, "2026-11-21");
  g_autofree char *odd = jm_words_date (dutch, "ooit");
  g_autofree char *big = jm_words_number (dutch, 820000);
  g_autofree char *half = jm_words_number (english, 1234.5);
  g_autofree char *less = jm_words_number (english, -0.25);
  g_autofree char *tiny = jm_words_number (dutch, 0.004);
  g_autofree char *share = jm_words_percent (dutch, 0.00004);

  g_assert_cmpstr (day, ==, "21 november 2026");
  g_assert_cmpstr (odd, ==, "ooit");
  g_assert_cmpstr (big, ==, "820.000");
  g_assert_cmpstr (half, ==, "1,234.5");
  g_assert_cmpstr (less, ==, "−0.25");
  g_assert_cmpstr (tiny, ==, "0,004");
  g_assert_cmpstr (share, ==, "0,004\302\240%");
  g_assert_true (jm_words_get ("xx") == english);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/composer/text-stays-in-its-card", test_text_fits);
  g_test_add_func ("/composer/after-edits-the-same-as-from-nothing", test_same_as_from_nothing);
  g_test_add_func ("/composer/an-edit-redraws-its-phase-only", test_rest_is_reused);
  g_test_add_func ("/composer/everything-is-there-and-named", test_everything_is_there);
  g_test_add_func ("/composer/feelings-have-their-height", test_feelings);
  g_test_add_func ("/composer/only-some-lanes", test_lanes_option);
  g_test_add_func ("/composer/right-to-left", test_right_to_left);
  g_test_add_func ("/composer/axis-of-time", test_axis_of_time);
  g_test_add_func ("/composer/comparison", test_comparison);
  g_test_add_func ("/composer/messages-are-said", test_messages);
  g_test_add_func ("/composer/empty-map", test_empty_map);
  g_test_add_func ("/composer/labels", test_labels);
  g_test_add_func ("/words/durations", test_durations);
  g_test_add_func ("/words/dates-and-numbers", test_dates_and_numbers);

  return g_test_run ();
}
