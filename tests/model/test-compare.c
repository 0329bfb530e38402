/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two maps compared: what a group changed on the way from the current state to the future one, told in reading order. */
#include "sample.h"

#include "model/jm-compare.h"
#include "model/jm-edit.h"

#include <string.h>

/* One difference a line: its type, the id or "map", the words. */
static char *
tell (JmMap *before,
      JmMap *after)
{
  static const char * const types[] = { "new", "gone", "moved", "retitled", "better", "worse", "changed" };
  g_autoptr(GPtrArray) differences = jm_map_compare (before, after);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const JmDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (lines, "%s %s %s: %s\n", types[difference->type],
                              difference->id != NULL ? difference->id : "map", difference->title, difference->words);
    }

  return g_string_free (lines, FALSE);
}

static void
assert_told (JmMap      *before,
             JmMap      *after,
             const char *expected)
{
  g_autofree char *told = tell (before, after);

  g_assert_cmpstr (told, ==, expected);
}

static void
take (JmMap **map,
      JmMap  *next)
{
  sample_take (map, next);
}

static void
remove_one (JmMap      **map,
            const char  *id)
{
  const char * const ids[] = { id, NULL };

  take (map, jm_map_remove (*map, ids, NULL));
}

static void
test_same (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(JmMap) other = sample_map ();

  assert_told (map, map, "");
  assert_told (map, other, "");
}

static JmMap *
make_map (const char *personas,
          ...) G_GNUC_NULL_TERMINATED;

/* Personas separated by blanks; then of each feeling at the one touchpoint whose it is, "" for no word of it, and its value. */
static JmMap *
make_map (const char *personas,
          ...)
{
  g_auto(GStrv) names = g_strsplit (personas, " ", -1);
  JmItem *root = jm_item_new (JM_KIND_MAP, NULL);
  JmItem *phase = jm_item_new (JM_KIND_PHASE, "f");
  JmItem *touchpoint = jm_item_new (JM_KIND_TOUCHPOINT, "t");
  va_list more;

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      {
        JmItem *persona = jm_item_new (JM_KIND_PERSONA, names[i]);

        jm_item_set_part (persona, JM_KIND_NAME, "Two\nlines");
        jm_item_append (root, persona);
      }

  jm_item_set_part (touchpoint, JM_KIND_TITLE, "T");
  va_start (more, personas);
  for (const char *whose = va_arg (more, const char *); whose != NULL; whose = va_arg (more, const char *))
    {
      JmItem *emotion = jm_item_new (JM_KIND_EMOTION, NULL);

      jm_item_set (emotion, JM_ATTR_PERSONA, *whose != '\0' ? whose : NULL);
      jm_item_set (emotion, JM_ATTR_VALUE, va_arg (more, const char *));
      jm_item_append (touchpoint, emotion);
    }
  va_end (more);
  jm_item_append (phase, touchpoint);
  jm_item_append (root, phase);

  return jm_map_new (root);
}

/* Maps that are not equal are never told to be the same. */
static void
test_hidden_differences (void)
{
  static const char unnamed[] = "changed t T: changed: the order, a comment, or something that this version does not know\n";
  g_autoptr(JmMap) one = make_map ("a", "a", "1", NULL);
  g_autoptr(JmMap) implicit = make_map ("a", "", "1", NULL);
  g_autoptr(JmMap) second = make_map ("a", "a", "1", "a", "2", NULL);
  g_autoptr(JmMap) other_second = make_map ("a", "a", "1", "a", "-1", NULL);
  g_autoptr(JmMap) two = make_map ("a b", "a", "1", "b", "1", NULL);
  g_autoptr(JmMap) turned = make_map ("a b", "b", "1", "a", "1", NULL);
  g_autoptr(JmMap) nobodys = make_map ("", "", "1", NULL);

  assert_told (one, implicit, unnamed);
  assert_told (one, second, unnamed);
  assert_told (second, one, unnamed);
  assert_told (second, other_second, unnamed);
  assert_told (two, turned, unnamed);
  /* The feeling is the same, and everyone's now. */
  assert_told (implicit, nobodys, "gone a Two lines: gone\n");
}

/* Whoever has a name of two lines is told of on one. */
static void
test_one_line (void)
{
  g_autoptr(JmMap) before = make_map ("a b", "b", "1", NULL);
  g_autoptr(JmMap) after = make_map ("a b", "b", "2", NULL);

  assert_told (before, after, "better t T: Two lines: feels better: very good, was good\n");
}

static void
test_feelings (void)
{
  g_autoptr(JmMap) before = sample_map ();
  g_autoptr(JmMap) after = sample_map ();
  g_autoptr(GPtrArray) differences = NULL;
  const JmDifference *better;

  take (&after, jm_map_set_emotion (after, "t1", "anna", -2, NULL));
  take (&after, jm_map_set_emotion (after, "t1", "bert", 1, NULL));
  take (&after, jm_map_set_emotion (after, "t3", "bert", 0, NULL));
  take (&after, jm_map_clear_emotion (after, "t2", NULL, NULL));
  assert_told (before, after,
               "worse t1 First: Anna: feels worse: very bad, was very good\n"
               "better t1 First: Bert: feels better: good, was bad\n"
               "gone t2 Second: Anna: the feeling is no longer said, was very good\n"
               "new t3 Third: Bert: feels neutral, was not said\n");

  differences = jm_map_compare (before, after);
  better = g_ptr_array_index (differences, 1);
  g_assert_cmpint (better->kind, ==, JM_KIND_EMOTION);
  g_assert_cmpstr (better->persona_id, ==, "bert");
  g_assert_cmpfloat (better->before, ==, -1);
  g_assert_cmpfloat (better->after, ==, 1);
  g_assert_true (better->item == jm_map_find (after, "t1"));
}

/* What is gone is read where it was. */
static void
test_reading_order (void)
{
  g_autoptr(JmMap) before = sample_map ();
  g_autoptr(JmMap) after = sample_map ();
  g_autofree char *new_id = NULL;
  g_autofree char *expected = NULL;

  remove_one (&after, "t2");
  remove_one (&after, "two");
  take (&after, jm_map_add (after, JM_KIND_TOUCHPOINT, "three", -1, "Last", &new_id, NULL));
  take (&after, jm_map_add (after, JM_KIND_PAIN_POINT, new_id, -1, "Not told of by itself", NULL, NULL));
  take (&after, jm_map_set_text (after, "t3", JM_KIND_TITLE, "At last", NULL));
  take (&after, jm_map_set (after, "t3", JM_ATTR_OWNER, "Shop", NULL));
  take (&after, jm_map_set_text (after, "t3", JM_KIND_DESCRIPTION, "In words", NULL));

  expected = g_strdup_printf ("gone t2 Second: gone, was in “One”\n"
                              "retitled t3 At last: was “Third”\n"
                              "changed t3 At last: changed: owner, description\n"
                              "gone two Two: gone\n"
                              "new %s Last: new, in “Three”\n"
                              "gone x1 Over: gone\n", new_id);
  assert_told (before, after, expected);
}

static void
test_moved (void)
{
  g_autoptr(JmMap) before = sample_map ();
  g_autoptr(JmMap) after = sample_map ();

  take (&after, jm_map_move (after, "t4", "one", 0, NULL));
  take (&after, jm_map_move (after, "three", NULL, 0, NULL));
  assert_told (before, after,
               "moved three Three: moved to another place in the row\n"
               "moved t4 Fourth: moved from “Two” to “One”\n");
}

static void
test_map_itself (void)
{
  g_autoptr(JmMap) before = sample_map ();
  g_autoptr(JmMap) after = sample_map ();
  JmItem *root;

  take (&after, jm_map_set_text (after, NULL, JM_KIND_TITLE, "Sample\nmore", NULL));
  take (&after, jm_map_set (after, NULL, JM_ATTR_KIND, "future-state", NULL));
  assert_told (before, after, "retitled map Sample more: was “Sample”\nchanged map Sample more: changed: kind\n");

  /* Nothing is passed over in silence: a comment is a difference, too. */
  jm_map_unref (after);
  root = jm_item_copy (jm_map_get_root (before));
  jm_item_append (root, jm_item_new_text (JM_KIND_COMMENT, "aside"));
  after = jm_map_new (root);
  assert_told (before, after,
               "changed map Sample: changed: the order, a comment, or something that this version does not know\n");
}

/* What has no words of its own is called by its kind, never by nothing. */
static void
test_without_words (void)
{
  g_autoptr(JmMap) before = sample_map ();
  g_autoptr(JmMap) after = sample_map ();

  take (&after, jm_map_set_text (after, NULL, JM_KIND_TITLE, " ", NULL));
  take (&after, jm_map_set_text (after, "t1", JM_KIND_TITLE, "", NULL));
  remove_one (&after, "pains");
  remove_one (&after, "needs");
  assert_told (before, after,
               "retitled map Untitled map: was “Sample”\n"
               "gone pains Pain points: gone\n"
               "gone needs Notes: gone\n"
               "retitled t1 Touchpoint: was “First”\n"
               "changed two Two: changed: hints\n");
}

static void
test_future (void)
{
  g_autoptr(JmMap) now = sample_map ();
  g_autoptr(JmMap) future = NULL;
  g_autoptr(GPtrArray) differences = NULL;

  take (&now, jm_map_set (now, "t1", JM_ATTR_EVIDENCE, "observed", NULL));
  future = jm_map_make_future (now);

  g_assert_cmpstr (sample_get (future, NULL, JM_ATTR_KIND), ==, "future-state");
  g_assert_nonnull (sample_get (future, NULL, JM_ATTR_DATE));
  g_assert_null (sample_get (future, "t1", JM_ATTR_EVIDENCE));
  g_assert_cmpstr (jm_item_get_part (jm_map_get_root (future), JM_KIND_TITLE), ==, "Sample");
  /* All else is shared with the map that it was made from. */
  g_assert_true (jm_map_find (future, "two") == jm_map_find (now, "two"));

  differences = jm_map_compare (now, future);
  g_assert_cmpuint (differences->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compare/the-same", test_same);
  g_test_add_func ("/compare/hidden-differences", test_hidden_differences);
  g_test_add_func ("/compare/on-one-line", test_one_line);
  g_test_add_func ("/compare/feelings", test_feelings);
  g_test_add_func ("/compare/in-reading-order", test_reading_order);
  g_test_add_func ("/compare/moved", test_moved);
  g_test_add_func ("/compare/the-map-itself", test_map_itself);
  g_test_add_func ("/compare/without-words", test_without_words);
  g_test_add_func ("/compare/a-future-map", test_future);

  return g_test_run ();
}
