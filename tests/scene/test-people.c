/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who and what stands out: personas are shown and hidden one by one, touchpoints fade by how they are known, and what
 * differs from another map is marked. */
#include "format/jm-read.h"
#include "model/jm-edit.h"
#include "scene/jm-view.h"

#include <string.h>

static JmMap *
read_example (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("JM_DATADIR"), "examples", name, NULL);
  g_autoptr(GError) error = NULL;
  JmMap *map = jm_read_file (path, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static const char *
get_persona (JmMap *map,
             guint  index)
{
  return jm_item_get_id (jm_item_get_nth (jm_map_get_root (map), JM_KIND_PERSONA, index));
}

static JmMap *
hide (JmMap      *map,
      const char *id)
{
  g_autoptr(GError) error = NULL;
  JmMap *next = jm_map_set (map, id, JM_ATTR_HIDDEN, "true", &error);

  g_assert_no_error (error);
  return next;
}

/* How many feelings and thoughts of a persona are drawn. */
static guint
count_of (JmScene    *scene,
          JmMap      *map,
          const char *persona_id)
{
  JmItem *root = jm_map_get_root (map);
  guint at_phase = 0, n = 0;
  JmItem *phase, *touchpoint, *thought;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &at_phase)) != NULL)
    {
      guint at_touchpoint = 0;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &at_touchpoint)) != NULL)
        {
          g_autofree char *handle = jm_emotion_handle (jm_item_get_id (touchpoint), persona_id);
          guint at_thought = 0;

          n += jm_scene_find (scene, handle, JM_ROLE_EMOTION, NULL) != NULL;
          while ((thought = jm_item_next (touchpoint, JM_KIND_THOUGHT, &at_thought)) != NULL)
            n += g_strcmp0 (jm_map_get_emotion_persona (map, thought), persona_id) == 0 &&
                 jm_scene_find (scene, jm_item_get_id (thought), JM_ROLE_THOUGHT, NULL) != NULL;
        }
    }

  return n;
}

static gboolean
has_card (JmScene    *scene,
          const char *persona_id)
{
  return jm_scene_find (scene, persona_id, JM_ROLE_PERSONA, NULL) != NULL;
}

/* One composer sees them come and go, as the canvas does. */
static void
test_hidden (void)
{
  g_autoptr(JmMap) both = read_example ("airline.nl.cjm");
  g_autoptr(JmMap) thinking = NULL;
  g_autoptr(JmMap) one = NULL;
  g_autoptr(JmMap) none = NULL;
  g_autoptr(JmComposer) composer = jm_composer_new (NULL);
  g_autoptr(JmScene) shown = jm_composer_compose (composer, both);
  g_autoptr(JmScene) alone = NULL;
  g_autoptr(JmScene) empty = NULL;
  g_autoptr(JmScene) again = NULL;
  const char *first = get_persona (both, 0);
  const char *second = get_persona (both, 1);
  guint n_first = count_of (shown, both, first);
  guint n_second = count_of (shown, both, second);

  g_assert_true (has_card (shown, first) && has_card (shown, second));
  g_assert_cmpuint (n_first, >, 4);
  g_assert_cmpuint (n_second, >, 4);

  one = hide (both, first);
  alone = jm_composer_compose (composer, one);
  g_assert_false (has_card (alone, first));
  g_assert_true (has_card (alone, second));
  g_assert_cmpuint (count_of (alone, one, first), ==, 0);
  g_assert_cmpuint (count_of (alone, one, second), ==, n_second);

  none = hide (one, second);
  empty = jm_composer_compose (composer, none);
  g_assert_false (has_card (empty, first) || has_card (empty, second));
  g_assert_cmpuint (count_of (empty, none, first) + count_of (empty, none, second), ==, 0);

  again = jm_composer_compose (composer, both);
  g_assert_cmpuint (count_of (again, both, first), ==, n_first);
}

static gboolean
shows_text (JmGroup    *group,
            const char *text)
{
  for (guint i = 0; i < group->n_ops; i++)
    if (group->ops[i].type == JM_OP_TEXT && strcmp (group->ops[i].text.text, text) == 0)
      return TRUE;
  for (guint i = 0; i < group->n_children; i++)
    if (shows_text (jm_placed_get_group (&group->children[i]), text))
      return TRUE;

  return FALSE;
}

/* What people remember is named where nobody wrote at it: the strongest moments, and the end. */
static void
test_end (void)
{
  g_autoptr(JmMap) without = read_example ("bicycle-repair.nl.cjm");
  g_autoptr(JmMap) with = read_example ("ikea.nl.cjm");
  g_autoptr(JmScene) named = jm_scene_new (without, NULL);
  g_autoptr(JmScene) written = jm_scene_new (with, NULL);

  g_assert_true (shows_text (jm_scene_get_layer (named, JM_LAYER_CURVE), "Einde"));
  g_assert_false (shows_text (jm_scene_get_layer (written, JM_LAYER_CURVE), "Einde"));
}

/* A thought goes and comes with the one who thinks it, whose name stands below it. */
static void
test_thoughts (void)
{
  g_autoptr(GError) error = NULL;
  static const char words[] =
    "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" kind=\"current-state\">"
    "<persona id=\"a\" hidden=\"true\"><name>A</name></persona><persona id=\"b\"><name>B</name></persona>"
    "<lane id=\"s\" kind=\"touchpoints\"/><lane id=\"l\" kind=\"thoughts\"/>"
    "<phase id=\"p\"><touchpoint id=\"t\"><thought id=\"x\">Everyone's is the first one's</thought>"
    "<thought id=\"y\" persona=\"b\">Mine</thought></touchpoint></phase></journey-map>";
  g_autoptr(GBytes) bytes = g_bytes_new_static (words, sizeof words - 1);
  g_autoptr(JmMap) map = jm_read_bytes (bytes, "test", NULL, &error);
  g_autoptr(JmScene) scene = NULL;

  g_assert_no_error (error);
  scene = jm_scene_new (map, NULL);
  g_assert_null (jm_scene_find (scene, "x", JM_ROLE_THOUGHT, NULL));
  g_assert_nonnull (jm_scene_find (scene, "y", JM_ROLE_THOUGHT, NULL));
  g_assert_true (shows_text (jm_scene_find (scene, "y", JM_ROLE_THOUGHT, NULL), "B"));
}

/* How many veils lie over the touchpoints, or over the feelings. */
static guint
count_veils (JmGroup *group,
             JmRole   role)
{
  guint n = 0;

  if (group->role == role)
    for (guint i = 0; i < group->n_ops; i++)
      n += group->ops[i].type == JM_OP_RECT && group->ops[i].rect.fill.color.alpha > 0 &&
           group->ops[i].rect.fill.color.alpha < 255;
  for (guint i = 0; i < group->n_children; i++)
    n += count_veils (jm_placed_get_group (&group->children[i]), role);

  return n;
}

static void
test_evidence_names (void)
{
  JmEvidence evidence;

  g_assert_true (jm_evidence_parse ("all", &evidence));
  g_assert_cmpint (evidence, ==, JM_EVIDENCE_ALL);
  g_assert_true (jm_evidence_parse ("observed, measured", &evidence));
  g_assert_cmpint (evidence, ==, JM_EVIDENCE_OBSERVED | JM_EVIDENCE_MEASURED);
  g_assert_false (jm_evidence_parse ("observed,guessed", &evidence));
  g_assert_false (jm_evidence_parse ("", &evidence));
}

/* Those that are known in the way that was asked for stay as they are; each of the others is faded, and so is its feeling. */
static void
test_evidence (void)
{
  static const struct { JmEvidence evidence; const char *name; } all[] = {
    { JM_EVIDENCE_ASSUMED, "assumed" }, { JM_EVIDENCE_OBSERVED, "observed" }, { JM_EVIDENCE_MEASURED, "measured" }
  };
  g_autoptr(JmMap) map = read_example ("bicycle-repair.nl.cjm");
  guint at_phase = 0, n_all = 0, n_of[3] = { 0 };
  JmItem *phase, *touchpoint;

  while ((phase = jm_item_next (jm_map_get_root (map), JM_KIND_PHASE, &at_phase)) != NULL)
    {
      guint at_touchpoint = 0;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &at_touchpoint)) != NULL)
        {
          n_all++;
          for (guint i = 0; i < 3; i++)
            n_of[i] += g_strcmp0 (jm_item_get (touchpoint, JM_ATTR_EVIDENCE), all[i].name) == 0;
        }
    }

  for (guint i = 0; i < 3; i++)
    {
      JmComposeOptions options = { .evidence = all[i].evidence };
      g_autoptr(JmScene) plain = jm_scene_new (map, NULL);
      g_autoptr(JmScene) scene = jm_scene_new (map, &options);
      JmGroup *body = jm_scene_get_layer (scene, JM_LAYER_BODY);
      guint before = count_veils (jm_scene_get_layer (plain, JM_LAYER_BODY), JM_ROLE_TOUCHPOINT);

      g_assert_cmpuint (n_of[i], >, 0);
      g_assert_cmpuint (count_veils (body, JM_ROLE_TOUCHPOINT) - before, ==, n_all - n_of[i]);
      g_assert_cmpuint (count_veils (jm_scene_get_layer (scene, JM_LAYER_CURVE), JM_ROLE_EMOTION), >=, n_all - n_of[i]);
    }
}

static gboolean
is_marked (JmScene    *scene,
           const char *id,
           JmRole      role,
           const char *word)
{
  JmGroup *group = jm_scene_find (scene, id, role, NULL);

  g_assert_nonnull (group);
  return group->description != NULL && strstr (group->description, word) != NULL;
}

/* The overlay marks what is new, felt otherwise and moved; both maps together show what is gone as well. */
static void
test_comparison (void)
{
  g_autoptr(JmMap) today = read_example ("moving-house.nl.cjm");
  g_autoptr(JmMap) later = read_example ("moving-house-future.nl.cjm");
  JmComposeOptions options = { .baseline = today };
  JmComposeOptions ahead = { .baseline = later, .looks_ahead = TRUE };
  g_autoptr(JmScene) overlay = jm_scene_new (later, &options);
  g_autoptr(JmScene) earlier = jm_scene_new (today, &ahead);
  g_autoptr(JmScene) both = jm_view_compose (later, JM_VIEW_COMPARE, &options);

  g_assert_true (is_marked (overlay, "photo-sent", JM_ROLE_TOUCHPOINT, "nieuw"));
  g_assert_true (is_marked (overlay, "no-word", JM_ROLE_TOUCHPOINT, "beter"));
  g_assert_false (is_marked (overlay, "no-word", JM_ROLE_TOUCHPOINT, "nieuw"));
  g_assert_true (is_marked (earlier, "desk-visit", JM_ROLE_TOUCHPOINT, "vervallen"));
  g_assert_false (is_marked (earlier, "no-word", JM_ROLE_TOUCHPOINT, "beter"));

  g_assert_true (is_marked (both, "desk-visit", JM_ROLE_TOUCHPOINT, "vervallen"));
  g_assert_true (is_marked (both, "photo-sent", JM_ROLE_TOUCHPOINT, "nieuw"));
  g_assert_nonnull (strstr (jm_scene_get_description (both), "vervallen"));
  g_assert_cmpfloat (jm_scene_get_width (both) * jm_scene_get_height (both), >=,
                     jm_scene_get_width (overlay) * jm_scene_get_height (overlay) * 1.8);
}

/* A map and itself have nothing to tell. */
static void
test_no_difference (void)
{
  g_autoptr(JmMap) map = read_example ("ikea.nl.cjm");
  JmComposeOptions options = { .baseline = map };
  g_autoptr(JmScene) both = jm_view_compose (map, JM_VIEW_COMPARE, &options);

  g_assert_nonnull (strstr (jm_scene_get_description (both), "geen verschillen"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/people/hidden", test_hidden);
  g_test_add_func ("/people/thoughts", test_thoughts);
  g_test_add_func ("/people/end", test_end);

  g_test_add_func ("/evidence/names", test_evidence_names);
  g_test_add_func ("/evidence/fades", test_evidence);
  g_test_add_func ("/comparison/marks", test_comparison);
  g_test_add_func ("/comparison/none", test_no_difference);

  return g_test_run ();
}
