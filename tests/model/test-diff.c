/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two maps: each difference once, and nothing else. */
#include "sample.h"

#include "model/jm-diff.h"

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

static const char *
name_of (JmItem *item)
{
  if (jm_item_get_kind (item) == JM_KIND_MAP)
    return "map";
  if (jm_item_get_kind (item) == JM_KIND_EMOTION)
    return "feeling";

  return jm_item_get_id (item);
}

/* The changes as "+added -removed >moved ~edited", in alphabetical order. */
static char *
describe (JmMap *old_map,
          JmMap *new_map)
{
  g_autoptr(GPtrArray) changes = jm_map_diff (old_map, new_map);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < changes->len; i++)
    {
      const JmChange *change = changes->pdata[i];

      g_assert_true ((change->type == JM_CHANGE_ADDED) == (change->old_item == NULL));
      g_assert_true ((change->type == JM_CHANGE_REMOVED) == (change->new_item == NULL));
      g_ptr_array_add (lines, g_strdup_printf ("%c%s", "+->~"[change->type],
                                               name_of (change->new_item != NULL ? change->new_item : change->old_item)));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (" ", (char **) lines->pdata);
}

#define assert_differs(old_map, new_map, expected) G_STMT_START { \
  g_autofree char *described_ = describe (old_map, new_map); \
  g_assert_cmpstr (described_, ==, expected); \
} G_STMT_END

static void
test_nothing (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(JmMap) again = sample_map ();

  assert_differs (map, map, "");
  assert_differs (map, again, "");
}

static void
test_edited (void)
{
  g_autoptr(JmMap) before = sample_map ();
  g_autoptr(JmMap) map = jm_map_ref (before);

  sample_take (&map, jm_map_set (map, "p1", JM_ATTR_SEVERITY, "3", NULL));
  assert_differs (before, map, "~p1");
  sample_take (&map, jm_map_set_text (map, "t2", JM_KIND_DESCRIPTION, "More", NULL));
  sample_take (&map, jm_map_set_text (map, "one", JM_KIND_GOAL, "To begin", NULL));
  sample_take (&map, jm_map_set_emotion (map, "t1", "anna", 0, NULL));
  sample_take (&map, jm_map_set (map, NULL, JM_ATTR_KIND, "future-state", NULL));
  assert_differs (before, map, "~feeling ~map ~one ~p1 ~t2");
  assert_differs (map, before, "~feeling ~map ~one ~p1 ~t2");
}

static void
test_added_and_removed (void)
{
  g_autoptr(JmMap) before = sample_map ();
  g_autoptr(JmMap) map = jm_map_ref (before);
  const char *ids[] = { "t1", NULL };

  sample_take (&map, jm_map_remove (map, ids, NULL));
  /* The idea of another touchpoint no longer resolves anything, and an answered remark was about the idea here. */
  assert_differs (before, map, "-feeling -feeling -o1 -p1 -p2 -t1 -x1 ~map ~o2");
  assert_differs (map, before, "+feeling +feeling +o1 +p1 +p2 +t1 +x1 ~map ~o2");
}

static void
test_moved (void)
{
  g_autoptr(JmMap) before = sample_map ();
  g_autoptr(JmMap) map = NULL;

  map = jm_map_move (before, "t3", "one", 0, NULL);
  assert_differs (before, map, ">t3");
  sample_take (&map, jm_map_move (before, "t1", "one", 2, NULL));
  assert_differs (before, map, ">t1");
  sample_take (&map, jm_map_move (before, "t1", "three", 0, NULL));
  assert_differs (before, map, ">t1");
  sample_take (&map, jm_map_move (before, "three", NULL, 0, NULL));
  assert_differs (before, map, ">three");
  sample_take (&map, jm_map_move (before, "n1", "t3", 0, NULL));
  assert_differs (before, map, ">n1");
}

static void
test_moved_and_edited (void)
{
  g_autoptr(JmMap) before = sample_map ();
  g_autoptr(JmMap) map = jm_map_ref (before);

  sample_take (&map, jm_map_move (map, "t1", "three", 0, NULL));
  sample_take (&map, jm_map_set_text (map, "t1", JM_KIND_TITLE, "Later", NULL));
  sample_take (&map, jm_map_move (map, "p2", "t1", 0, NULL));
  sample_take (&map, jm_map_move (map, "o1", "t3", 0, NULL));
  assert_differs (before, map, ">o1 >p2 >t1 ~t1");
}

static void
test_arranged (void)
{
  g_autoptr(JmMap) before = sample_map ();
  g_autoptr(JmMap) map = NULL;
  JmItem *phase = jm_item_copy (jm_map_find (before, "one"));
  JmItem *root = jm_item_copy (jm_map_get_root (before));
  JmItem *comment = jm_item_ref (jm_item_get_first (phase, JM_KIND_COMMENT));
  JmPlace place;

  /* A comment that stands elsewhere. */
  jm_item_remove (phase, 3);
  jm_item_insert (phase, 4, comment);
  g_assert_true (jm_map_locate (before, "one", &place));
  jm_item_replace (root, place.index, phase);
  map = jm_map_with_root (before, root);
  assert_differs (before, map, "~one");
}

static void
test_around (void)
{
  g_autoptr(JmMap) before = sample_map ();
  g_autoptr(JmMap) map = NULL;
  GPtrArray *comments = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_item_unref);

  g_ptr_array_add (comments, jm_item_new_text (JM_KIND_COMMENT, " new "));
  map = jm_map_new_with_prolog (jm_item_ref (jm_map_get_root (before)), NULL, comments);
  assert_differs (before, map, "~map");

  sample_take (&map, jm_map_set (map, NULL, JM_ATTR_AXIS, "time", NULL));
  assert_differs (before, map, "~map");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff/nothing", test_nothing);
  g_test_add_func ("/diff/edited", test_edited);
  g_test_add_func ("/diff/added-and-removed", test_added_and_removed);
  g_test_add_func ("/diff/moved", test_moved);
  g_test_add_func ("/diff/moved-and-edited", test_moved_and_edited);
  g_test_add_func ("/diff/arranged", test_arranged);
  g_test_add_func ("/diff/around", test_around);

  return g_test_run ();
}
