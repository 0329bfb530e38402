/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other views of a map: everything is on them, and in its order. */
#include "format/jm-read.h"
#include "model/jm-edit.h"
#include "scene/jm-view.h"

static JmMap *
read_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("JM_DATADIR"), "examples", "ikea.nl.cjm", NULL);
  g_autoptr(GError) error = NULL;
  JmMap *map = jm_read_file (path, NULL, &error);

  g_assert_no_error (error);
  return map;
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

static char *
find_item (JmMap  *map,
           JmKind  kind,
           guint   nth)
{
  JmItem *root = jm_map_get_root (map);
  guint at_phase = 0;
  JmItem *phase, *touchpoint;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &at_phase)) != NULL)
    {
      guint at = 0;
      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &at)) != NULL)
        {
          guint n = jm_item_count (touchpoint, kind);
          if (nth < n)
            return g_strdup (jm_item_get_id (jm_item_get_nth (touchpoint, kind, nth)));
          nth -= n;
        }
    }

  return NULL;
}

static JmMap *
set (JmMap      *map,
     const char *id,
     JmAttr      attr,
     const char *value)
{
  g_autoptr(GError) error = NULL;
  JmMap *next = jm_map_set (map, id, attr, value, &error);

  g_assert_no_error (error);
  jm_map_unref (map);
  return next;
}

static void
test_names (void)
{
  for (guint i = 0; i < JM_N_VIEWS; i++)
    {
      JmView view;
      g_assert_true (jm_view_from_name (jm_view_get_name (i), &view));
      g_assert_cmpint (view, ==, i);
    }
  JmView view;
  g_assert_false (jm_view_from_name ("pie", &view));
}

static void
test_ranking (void)
{
  JmMap *map = read_example ();
  g_autofree char *first = find_item (map, JM_KIND_PAIN_POINT, 0);
  g_autofree char *last = find_item (map, JM_KIND_PAIN_POINT, 3);
  JmPoint a, b;

  map = set (map, first, JM_ATTR_SEVERITY, "1");
  map = set (map, last, JM_ATTR_SEVERITY, "3");
  map = set (map, last, JM_ATTR_VOTES, "9");
  {
    g_autoptr(JmScene) scene = jm_view_compose (map, JM_VIEW_RANKING, NULL);

    g_assert_nonnull (jm_scene_find (scene, first, JM_ROLE_PAIN_POINT, &a));
    g_assert_nonnull (jm_scene_find (scene, last, JM_ROLE_PAIN_POINT, &b));
    g_assert_cmpfloat (b.y, <, a.y);
    for (guint i = 0; i < 3; i++)
      {
        g_autofree char *id = find_item (map, JM_KIND_OPPORTUNITY, i);
        g_assert_nonnull (jm_scene_find (scene, id, JM_ROLE_OPPORTUNITY, NULL));
      }
  }
  jm_map_unref (map);
}

static double
get_height_of (JmMap      *map,
               const char *id,
               JmOrder     order)
{
  JmComposeOptions options = { .order = order };
  g_autoptr(JmScene) scene = jm_view_compose (map, JM_VIEW_RANKING, &options);
  JmPoint at;

  g_assert_nonnull (jm_scene_find (scene, id, JM_ROLE_NONE, &at));
  return at.y;
}

/* The same things in another order: by what they bring for what they take, and as one comes past them. */
static void
test_orders (void)
{
  JmMap *map = read_example ();
  g_autofree char *first = find_item (map, JM_KIND_OPPORTUNITY, 0);
  g_autofree char *last = find_item (map, JM_KIND_OPPORTUNITY, 2);
  g_autofree char *pain = find_item (map, JM_KIND_PAIN_POINT, 0);
  g_autofree char *worse = find_item (map, JM_KIND_PAIN_POINT, 3);

  map = set (map, first, JM_ATTR_VOTES, "1");
  map = set (map, first, JM_ATTR_IMPACT, "3");
  map = set (map, first, JM_ATTR_EFFORT, "1");
  map = set (map, last, JM_ATTR_VOTES, "9");
  map = set (map, last, JM_ATTR_IMPACT, "1");
  map = set (map, last, JM_ATTR_EFFORT, "3");
  map = set (map, pain, JM_ATTR_SEVERITY, "1");
  map = set (map, worse, JM_ATTR_SEVERITY, "3");

  g_assert_cmpfloat (get_height_of (map, last, JM_ORDER_WEIGHT), <, get_height_of (map, first, JM_ORDER_WEIGHT));
  g_assert_cmpfloat (get_height_of (map, first, JM_ORDER_GAIN), <, get_height_of (map, last, JM_ORDER_GAIN));
  g_assert_cmpfloat (get_height_of (map, worse, JM_ORDER_GAIN), <, get_height_of (map, pain, JM_ORDER_GAIN));
  g_assert_cmpfloat (get_height_of (map, first, JM_ORDER_JOURNEY), <, get_height_of (map, last, JM_ORDER_JOURNEY));
  g_assert_cmpfloat (get_height_of (map, pain, JM_ORDER_JOURNEY), <, get_height_of (map, worse, JM_ORDER_JOURNEY));
  for (JmOrder order = 0; order < JM_N_ORDERS; order++)
    {
      JmOrder named;

      g_assert_true (jm_order_from_name (jm_order_get_name (order), &named));
      g_assert_cmpint (named, ==, order);
    }
  jm_map_unref (map);
}

static void
test_matrix (void)
{
  JmMap *map = read_example ();
  g_autofree char *best = find_item (map, JM_KIND_OPPORTUNITY, 0);
  g_autofree char *worst = find_item (map, JM_KIND_OPPORTUNITY, 1);
  g_autofree char *unknown = find_item (map, JM_KIND_OPPORTUNITY, 2);
  JmPoint a, b, c;

  map = set (map, best, JM_ATTR_EFFORT, "1");
  map = set (map, best, JM_ATTR_IMPACT, "3");
  map = set (map, worst, JM_ATTR_EFFORT, "3");
  map = set (map, worst, JM_ATTR_IMPACT, "1");
  map = set (map, unknown, JM_ATTR_EFFORT, NULL);
  {
    g_autoptr(JmScene) scene = jm_view_compose (map, JM_VIEW_MATRIX, NULL);

    g_assert_nonnull (jm_scene_find (scene, best, JM_ROLE_OPPORTUNITY, &a));
    g_assert_nonnull (jm_scene_find (scene, worst, JM_ROLE_OPPORTUNITY, &b));
    g_assert_nonnull (jm_scene_find (scene, unknown, JM_ROLE_OPPORTUNITY, &c));
    g_assert_cmpfloat (a.x, <, b.x);
    g_assert_cmpfloat (a.y, <, b.y);
    g_assert_cmpfloat (c.x, >, b.x);
    g_assert_true (shows_text (jm_scene_get_layer (scene, JM_LAYER_BODY), "Nog niet geschat"));
    g_assert_cmpfloat (jm_scene_get_width (scene), >, c.x + 200);
  }
  jm_map_unref (map);
}

static void
test_channels (void)
{
  g_autoptr(JmMap) map = read_example ();
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr(JmMap) next = jm_map_add (map, JM_KIND_CHANNEL, NULL, -1, "Duivenpost", &id, &error);
  g_autoptr(JmScene) scene = jm_view_compose (next, JM_VIEW_CHANNELS, NULL);
  JmGroup *pigeon = jm_scene_find (scene, id, JM_ROLE_CHANNEL, NULL);

  g_assert_no_error (error);
  g_assert_nonnull (pigeon);
  g_assert_true (shows_text (pigeon, "niet gebruikt"));
  g_assert_true (shows_text (jm_scene_get_layer (scene, JM_LAYER_BODY), "alleen in Restaurant"));
}

/* Online against offline, for those of which there are touchpoints. */
static void
test_reaches (void)
{
  g_autoptr(JmMap) map = read_example ();
  g_autoptr(GError) error = NULL;
  g_autoptr(JmMap) unsaid = jm_map_set (map, "app", JM_ATTR_REACH, NULL, &error);
  g_autoptr(JmScene) scene = jm_view_compose (map, JM_VIEW_CHANNELS, NULL);
  g_autoptr(JmScene) without = jm_view_compose (unsaid, JM_VIEW_CHANNELS, NULL);

  g_assert_no_error (error);
  g_assert_true (shows_text (jm_scene_get_layer (scene, JM_LAYER_BODY), "online"));
  g_assert_true (shows_text (jm_scene_get_layer (scene, JM_LAYER_BODY), "offline"));
  g_assert_false (shows_text (jm_scene_get_layer (without, JM_LAYER_BODY), "online"));
}

/* Where the grounds of cards, cells and rows are; what is smaller may have two sides of its own, as a face has. */
static void
collect_grounds (JmGroup *group,
                 double   x,
                 double   y,
                 GArray  *grounds)
{
  for (guint i = 0; i < group->n_ops; i++)
    if (group->ops[i].type == JM_OP_RECT && group->ops[i].rect.box.width > 20)
      {
        JmRect box = group->ops[i].rect.box;

        box.x += x;
        box.y += y;
        g_array_append_val (grounds, box);
      }
  for (guint i = 0; i < group->n_children; i++)
    collect_grounds (jm_placed_get_group (&group->children[i]), x + group->children[i].x, y + group->children[i].y, grounds);
}

static void
test_mirrored (void)
{
  static const JmView mirrored[] = { JM_VIEW_MATRIX, JM_VIEW_RANKING, JM_VIEW_CHANNELS };
  g_autoptr(GError) error = NULL;
  g_autoptr(JmMap) map = read_example ();
  g_autoptr(JmMap) english = jm_map_set (map, NULL, JM_ATTR_LANG, "en", &error);
  g_autoptr(JmMap) hebrew = jm_map_set (map, NULL, JM_ATTR_LANG, "he", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (mirrored); i++)
    {
      g_autoptr(JmScene) scene = jm_view_compose (english, mirrored[i], NULL);
      g_autoptr(JmScene) turned = jm_view_compose (hebrew, mirrored[i], NULL);
      g_autoptr(GArray) here = g_array_new (FALSE, FALSE, sizeof (JmRect));
      g_autoptr(GArray) there = g_array_new (FALSE, FALSE, sizeof (JmRect));

      collect_grounds (jm_scene_get_layer (scene, JM_LAYER_BODY), 0, 0, here);
      collect_grounds (jm_scene_get_layer (turned, JM_LAYER_BODY), 0, 0, there);
      g_assert_true (jm_scene_is_rtl (turned));
      g_assert_cmpfloat (jm_scene_get_width (turned), ==, jm_scene_get_width (scene));
      g_assert_cmpuint (here->len, >, 5);
      g_assert_cmpuint (there->len, ==, here->len);
      for (guint j = 0; j < here->len; j++)
        {
          JmRect a = g_array_index (here, JmRect, j), b = g_array_index (there, JmRect, j);

          g_assert_cmpfloat_with_epsilon (b.x, jm_scene_get_width (scene) - a.x - a.width, 0.01);
          g_assert_cmpfloat_with_epsilon (b.y, a.y, 0.01);
        }
    }
}

static void
test_empty (void)
{
  g_autoptr(JmMap) map = jm_map_new_empty ("en");

  for (guint i = 0; i < JM_N_VIEWS; i++)
    {
      g_autoptr(JmScene) scene = jm_view_compose (map, i, NULL);
      g_assert_cmpfloat (jm_scene_get_height (scene), >, 100);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view/names", test_names);
  g_test_add_func ("/view/ranking-has-the-worst-first", test_ranking);
  g_test_add_func ("/view/orders", test_orders);
  g_test_add_func ("/view/matrix-has-the-best-in-its-corner", test_matrix);
  g_test_add_func ("/view/channels-tell-what-is-not-used", test_channels);
  g_test_add_func ("/view/online-against-offline", test_reaches);
  g_test_add_func ("/view/from-right-to-left", test_mirrored);
  g_test_add_func ("/view/empty-map", test_empty);

  return g_test_run ();
}
