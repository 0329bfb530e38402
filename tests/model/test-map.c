/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps: finding things in them, also from several threads, and whose a feeling is. */
#include "sample.h"

#include "generate/jm-generate.h"

static void
test_empty (void)
{
  g_autoptr(JmMap) map = jm_map_new_empty ("nl");
  JmItem *root = jm_map_get_root (map);
  const JmAttrRule *date = jm_kind_get_attr_rule (JM_KIND_MAP, JM_ATTR_DATE);

  g_assert_cmpstr (jm_item_get (root, JM_ATTR_VERSION), ==, "1.0");
  g_assert_cmpstr (jm_item_get (root, JM_ATTR_LANG), ==, "nl");
  g_assert_cmpstr (jm_item_get (root, JM_ATTR_KIND), ==, "current-state");
  g_assert_true (jm_value_is_valid (date, jm_item_get (root, JM_ATTR_DATE)));
  g_assert_cmpuint (jm_item_count (root, JM_KIND_LANE), ==, 5);
  g_assert_nonnull (jm_map_get_lane (map, "touchpoints"));
  g_assert_nonnull (jm_map_get_lane (map, "opportunities"));
  g_assert_null (jm_map_get_lane (map, "notes"));
  g_assert_false (jm_map_is_newer_format (map));
}

static void
test_locate (void)
{
  g_autoptr(JmMap) map = sample_map ();
  JmPlace place;

  g_assert_true (jm_map_locate (map, "two", &place));
  g_assert_true (place.parent == jm_map_get_root (map));
  g_assert_true (place.phase == place.item);
  g_assert_null (place.touchpoint);
  g_assert_cmpuint (place.position, ==, 1);
  g_assert_cmpuint (place.index, ==, 12);

  g_assert_true (jm_map_locate (map, "t3", &place));
  g_assert_cmpstr (jm_item_get_id (place.parent), ==, "one");
  g_assert_true (place.phase == place.parent);
  g_assert_true (place.touchpoint == place.item);
  g_assert_cmpuint (place.index, ==, 5);
  g_assert_cmpuint (place.position, ==, 2);

  g_assert_true (jm_map_locate (map, "p2", &place));
  g_assert_cmpstr (jm_item_get_id (place.touchpoint), ==, "t1");
  g_assert_cmpstr (jm_item_get_id (place.phase), ==, "one");
  g_assert_cmpuint (place.position, ==, 1);

  g_assert_true (jm_map_locate (map, "n1", &place));
  g_assert_null (place.touchpoint);
  g_assert_cmpstr (jm_item_get_id (place.phase), ==, "one");

  g_assert_true (jm_map_locate (map, "web", &place));
  g_assert_null (place.phase);

  g_assert_false (jm_map_locate (map, "nowhere", &place));
  g_assert_null (place.item);
  g_assert_null (place.parent);
  g_assert_false (jm_map_locate (map, "", &place));
}

static void
test_locate_emotions (void)
{
  g_autoptr(JmMap) map = sample_map ();
  JmPlace place;

  g_assert_true (jm_map_locate (map, "t1@bert", &place));
  g_assert_cmpstr (jm_item_get (place.item, JM_ATTR_VALUE), ==, "-1");
  g_assert_cmpstr (jm_item_get_id (place.parent), ==, "t1");
  g_assert_cmpstr (jm_item_get_id (place.touchpoint), ==, "t1");
  g_assert_cmpstr (jm_item_get_id (place.phase), ==, "one");
  g_assert_cmpuint (place.index, ==, 2);
  g_assert_cmpuint (place.position, ==, 1);

  /* Without a persona it is the first one's. */
  g_assert_cmpstr (sample_get (map, "t1@", JM_ATTR_VALUE), ==, "1.5");
  g_assert_cmpstr (sample_get (map, "t2@", JM_ATTR_VALUE), ==, "2");
  g_assert_cmpstr (sample_get (map, "t2@anna", JM_ATTR_VALUE), ==, "2");
  g_assert_false (jm_map_locate (map, "t2@bert", &place));
  g_assert_false (jm_map_locate (map, "t3@", &place));
  g_assert_false (jm_map_locate (map, "one@", &place));
  g_assert_false (jm_map_locate (map, "nowhere@anna", &place));
  g_assert_false (jm_map_locate (map, "@", &place));
}

static void
test_everyones_emotion (void)
{
  JmItem *root = jm_item_new (JM_KIND_MAP, NULL);
  JmItem *phase = jm_item_new (JM_KIND_PHASE, "one");
  JmItem *touchpoint = jm_item_new (JM_KIND_TOUCHPOINT, "t1");
  JmItem *emotion = jm_item_new (JM_KIND_EMOTION, NULL);
  g_autoptr(JmMap) map = NULL;

  jm_item_append (touchpoint, emotion);
  jm_item_append (phase, touchpoint);
  jm_item_append (root, phase);
  map = jm_map_new (root);

  g_assert_true (jm_map_get_emotion (map, touchpoint, NULL) == emotion);
  g_assert_null (jm_map_get_emotion (map, touchpoint, "anna"));
  g_assert_null (jm_map_get_emotion_persona (map, emotion));
  g_assert_true (jm_map_find (map, "t1@") == emotion);
}

static void
test_second_emotion (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(JmMap) twice = NULL;
  JmItem *root = jm_map_get_root (map);
  JmItem *touchpoint = jm_item_copy (jm_map_find (map, "t1"));
  JmItem *phase = jm_item_copy (jm_map_find (map, "one"));
  JmItem *new_root = jm_item_copy (root);
  JmItem *second = jm_item_new (JM_KIND_EMOTION, NULL);
  JmPlace place;

  jm_item_set (second, JM_ATTR_PERSONA, "anna");
  jm_item_set (second, JM_ATTR_VALUE, "-2");
  jm_item_append (touchpoint, second);
  g_assert_true (jm_map_locate (map, "t1", &place));
  jm_item_replace (phase, place.index, touchpoint);
  g_assert_true (jm_map_locate (map, "one", &place));
  jm_item_replace (new_root, place.index, phase);
  twice = jm_map_with_root (map, new_root);

  g_assert_cmpstr (sample_get (twice, "t1@anna", JM_ATTR_VALUE), ==, "1.5");
}

static JmMap *
map_of_touchpoints (const char * const *ids)
{
  JmItem *root = jm_item_new (JM_KIND_MAP, NULL);
  JmItem *phase = jm_item_new (JM_KIND_PHASE, "one");

  for (guint i = 0; ids[i] != NULL; i++)
    jm_item_append (phase, jm_item_new (JM_KIND_TOUCHPOINT, ids[i]));
  jm_item_append (root, phase);

  return jm_map_new (root);
}

/* These pairs have the same FNV-1a hash. */
static void
test_colliding_hashes (void)
{
  const char *ids[] = { "liquid", "costarring", "declinate", "macallums", "altarage", "zinke", NULL };
  const char *some[] = { "costarring", "zinke", NULL };
  g_autoptr(JmMap) map = map_of_touchpoints (ids);
  g_autoptr(JmMap) other = map_of_touchpoints (some);

  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_cmpstr (jm_item_get_id (jm_map_find (map, ids[i])), ==, ids[i]);
  g_assert_null (jm_map_find (other, "liquid"));
  g_assert_null (jm_map_find (other, "altarage"));
}

static void
test_first_of_two_ids (void)
{
  const char *ids[] = { "t1", "t2", "t1", NULL };
  g_autoptr(JmMap) map = map_of_touchpoints (ids);
  JmPlace place;

  g_assert_true (jm_map_locate (map, "t1", &place));
  g_assert_cmpuint (place.index, ==, 0);
}

static gpointer
find_everything (gpointer data)
{
  JmMap *map = data;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      JmPlace place;

      g_assert_true (jm_map_locate (map, id, &place));
      g_assert_cmpstr (jm_item_get_id (place.item), ==, id);
    }

  return NULL;
}

/* The indices of the phases are made by whoever comes first. */
static void
test_threads (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr(JmMap) map = jm_generate_map (2000, round);
      GThread *threads[4];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("find", find_everything, map);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
    }
}

static void
test_surroundings (void)
{
  GPtrArray *before = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_item_unref);
  g_autoptr(JmMap) map = NULL;
  g_autoptr(JmMap) other = NULL;
  g_autoptr(JmMap) edited = NULL;
  g_autoptr(JmMap) plain = sample_map ();

  g_ptr_array_add (before, jm_item_new_text (JM_KIND_COMMENT, " a workshop "));
  map = jm_map_new_with_prolog (jm_item_ref (jm_map_get_root (plain)), before, NULL);
  other = jm_map_new (jm_item_ref (jm_map_get_root (plain)));
  g_assert_false (jm_map_equal (map, other));
  g_assert_true (jm_map_equal (plain, other));

  edited = jm_map_set (map, NULL, JM_ATTR_DATE, "2026-03-01", NULL);
  g_assert_cmpuint (jm_map_get_n_before (edited), ==, 1);
  g_assert_cmpuint (jm_map_get_n_after (edited), ==, 0);
  g_assert_cmpstr (jm_item_get_text (jm_map_get_before (edited, 0)), ==, " a workshop ");
}

static void
test_newer_format (void)
{
  static const struct { const char *version; gboolean newer; } rows[] = {
    { "1.0", FALSE }, { "1.7", FALSE }, { "2.0", TRUE }, { "10.1", TRUE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JmItem *root = jm_item_new (JM_KIND_MAP, NULL);
      g_autoptr(JmMap) map = NULL;

      jm_item_set (root, JM_ATTR_VERSION, rows[i].version);
      map = jm_map_new (root);
      g_assert_cmpint (jm_map_is_newer_format (map), ==, rows[i].newer);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/empty", test_empty);
  g_test_add_func ("/map/locate", test_locate);
  g_test_add_func ("/map/locate-emotions", test_locate_emotions);
  g_test_add_func ("/map/everyones-emotion", test_everyones_emotion);
  g_test_add_func ("/map/second-emotion", test_second_emotion);
  g_test_add_func ("/map/colliding-hashes", test_colliding_hashes);
  g_test_add_func ("/map/first-of-two-ids", test_first_of_two_ids);
  g_test_add_func ("/map/threads", test_threads);
  g_test_add_func ("/map/surroundings", test_surroundings);
  g_test_add_func ("/map/newer-format", test_newer_format);

  return g_test_run ();
}
