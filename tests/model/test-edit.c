/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits: given this map, after this edit, that is the map, and the one before is as it was. */
#include "sample.h"

#include <string.h>

/* Fails with @code, and with words. */
static void
assert_refused (JmMap   *next,
                GError **error,
                int      code)
{
  g_assert_null (next);
  g_assert_error (*error, JM_EDIT_ERROR, code);
  g_assert_cmpint (strlen ((*error)->message), >, 10);
  g_clear_error (error);
}

/* Properties */

static void
test_set (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(JmMap) next = NULL;
  g_autoptr(GError) error = NULL;

  next = jm_map_set (map, "p1", JM_ATTR_SEVERITY, "3", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sample_get (next, "p1", JM_ATTR_SEVERITY), ==, "3");
  g_assert_cmpstr (sample_get (map, "p1", JM_ATTR_SEVERITY), ==, "2");

  /* All but the way to it is shared. */
  g_assert_true (jm_map_find (next, "two") == jm_map_find (map, "two"));
  g_assert_true (jm_map_find (next, "t2") == jm_map_find (map, "t2"));
  g_assert_true (jm_map_find (next, "p2") == jm_map_find (map, "p2"));
  g_assert_true (jm_map_find (next, "t1") != jm_map_find (map, "t1"));

  sample_take (&next, jm_map_set (next, NULL, JM_ATTR_AXIS, "time", &error));
  g_assert_cmpstr (sample_get (next, NULL, JM_ATTR_AXIS), ==, "time");
  sample_take (&next, jm_map_set (next, "t1@bert", JM_ATTR_VALUE, "0.5", &error));
  g_assert_cmpstr (sample_get (next, "t1@bert", JM_ATTR_VALUE), ==, "0.5");
  g_assert_cmpstr (sample_get (next, "t1@anna", JM_ATTR_VALUE), ==, "1.5");
  sample_take (&next, jm_map_set (next, "t1", JM_ATTR_OWNER, "A\vteam\r\n", &error));
  g_assert_cmpstr (sample_get (next, "t1", JM_ATTR_OWNER), ==, "Ateam\n");
  sample_take (&next, jm_map_set (next, "t1", JM_ATTR_OWNER, "", &error));
  g_assert_null (sample_get (next, "t1", JM_ATTR_OWNER));
}

static void
test_set_nothing (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(JmMap) same = jm_map_set (map, "p1", JM_ATTR_SEVERITY, "2", NULL);
  g_autoptr(JmMap) also_same = jm_map_set (map, "p1", JM_ATTR_VOTES, "0", NULL);
  g_autoptr(JmMap) text_same = jm_map_set_text (map, "t1", JM_KIND_TITLE, "First", NULL);
  g_autoptr(JmMap) feeling_same = jm_map_set_emotion (map, "t1", "anna", 1.5, NULL);
  g_autoptr(JmMap) nothing_cleared = jm_map_clear_emotion (map, "t3", NULL, NULL);
  g_autoptr(JmMap) not_moved = jm_map_move (map, "t2", "one", 1, NULL);
  g_autoptr(JmMap) last_stays = jm_map_move (map, "t3", "one", -1, NULL);
  g_autoptr(JmMap) only_one_stays = jm_map_move (map, "o2", NULL, 5, NULL);

  g_assert_true (same == map);
  g_assert_true (also_same == map);
  g_assert_true (text_same == map);
  g_assert_true (feeling_same == map);
  g_assert_true (nothing_cleared == map);
  g_assert_true (not_moved == map);
  g_assert_true (last_stays == map);
  g_assert_true (only_one_stays == map);
}

static void
test_set_refused (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autofree char *long_text = g_strnfill (3000, 'x');
  g_autoptr(GError) error = NULL;

  assert_refused (jm_map_set (map, "nobody", JM_ATTR_COLOR, "blue", &error), &error, JM_EDIT_ERROR_NO_SUCH_ITEM);
  assert_refused (jm_map_set (map, "t1@carl", JM_ATTR_VALUE, "1", &error), &error, JM_EDIT_ERROR_NO_SUCH_ITEM);
  assert_refused (jm_map_set (map, "t1", JM_ATTR_COLOR, "blue", &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_set (map, "p1", JM_ATTR_SEVERITY, "4", &error), &error, JM_EDIT_ERROR_BAD_VALUE);
  assert_refused (jm_map_set (map, "one", JM_ATTR_COLOR, "red", &error), &error, JM_EDIT_ERROR_BAD_VALUE);
  assert_refused (jm_map_set (map, "one", JM_ATTR_DURATION, "1 hour", &error), &error, JM_EDIT_ERROR_BAD_VALUE);
  assert_refused (jm_map_set (map, "t1", JM_ATTR_OWNER, long_text, &error), &error, JM_EDIT_ERROR_BAD_VALUE);
  assert_refused (jm_map_set (map, "t1", JM_ATTR_CHANNEL, "p1", &error), &error, JM_EDIT_ERROR_NO_SUCH_ITEM);
  assert_refused (jm_map_set (map, "o1", JM_ATTR_RESOLVES, "p1 p9", &error), &error, JM_EDIT_ERROR_NO_SUCH_ITEM);
  assert_refused (jm_map_set (map, "x1", JM_ATTR_FROM, NULL, &error), &error, JM_EDIT_ERROR_BAD_VALUE);
}

static void
test_one_lane_of_touchpoints (void)
{
  g_autoptr(JmMap) map = sample_map ();
  const char *steps[] = { "steps", NULL };
  g_autoptr(GError) error = NULL;

  assert_refused (jm_map_set (map, "pains", JM_ATTR_KIND, "touchpoints", &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_set (map, "steps", JM_ATTR_KIND, "notes", &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_remove (map, steps, &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_duplicate (map, "steps", NULL, -1, NULL, &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
}

static void
test_set_text (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autofree char *long_text = g_strnfill (1024 * 1024 + 1, 'x');
  g_autoptr(GError) error = NULL;

  sample_take (&map, jm_map_set_text (map, "t1", JM_KIND_TITLE, "Begin", &error));
  sample_take (&map, jm_map_set_text (map, "t1", JM_KIND_DESCRIPTION, "Line\r\nline", &error));
  sample_take (&map, jm_map_set_text (map, "p1", JM_KIND_NONE, "Very slow", &error));
  sample_take (&map, jm_map_set_text (map, "p2", JM_KIND_PAIN_POINT, "Very ugly", &error));
  sample_take (&map, jm_map_set_text (map, "t1@anna", JM_KIND_NONE, "Yes!", &error));
  sample_take (&map, jm_map_set_text (map, NULL, JM_KIND_SCENARIO, "A day", &error));
  sample_take (&map, jm_map_set_text (map, "anna", JM_KIND_QUOTE, "Ha", &error));

  sample_assert_outline (map, "t1", "<title> <description> 1.5@anna -1@bert Very slow Very ugly Faster");
  g_assert_cmpstr (jm_item_get_part (jm_map_find (map, "t1"), JM_KIND_TITLE), ==, "Begin");
  g_assert_cmpstr (jm_item_get_part (jm_map_find (map, "t1"), JM_KIND_DESCRIPTION), ==, "Line\nline");
  g_assert_cmpstr (sample_label (map, "t1@anna"), ==, "Yes!");
  g_assert_cmpstr (sample_label (map, "t1@bert"), ==, "");
  g_assert_cmpstr (jm_item_get_part (jm_map_get_root (map), JM_KIND_SCENARIO), ==, "A day");

  sample_take (&map, jm_map_set_text (map, "t1", JM_KIND_DESCRIPTION, "", &error));
  sample_assert_outline (map, "t1", "<title> 1.5@anna -1@bert Very slow Very ugly Faster");

  assert_refused (jm_map_set_text (map, "t1", JM_KIND_NONE, "x", &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_set_text (map, "p1", JM_KIND_TITLE, "x", &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_set_text (map, "t1", JM_KIND_PAIN_POINT, "x", &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_set_text (map, "p1", JM_KIND_NONE, long_text, &error), &error, JM_EDIT_ERROR_BAD_VALUE);
}

/* Feelings */

static void
test_feelings (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(GError) error = NULL;

  sample_take (&map, jm_map_set_emotion (map, "t1", NULL, -0.5, &error));
  sample_assert_outline (map, "t1", "<title> -0.5@anna -1@bert Slow Ugly Faster");
  sample_take (&map, jm_map_set_emotion (map, "t3", NULL, 1.23456, &error));
  sample_assert_outline (map, "t3", "<title> 1.23@anna");
  sample_take (&map, jm_map_set_emotion (map, "t3", "bert", 9, &error));
  sample_assert_outline (map, "t3", "<title> 1.23@anna 2@bert");

  /* One that says no persona is changed where it is. */
  sample_take (&map, jm_map_set_emotion (map, "t2", "anna", 0, &error));
  sample_assert_outline (map, "t2", "<title> 0@ Hm Nicer");

  sample_take (&map, jm_map_clear_emotion (map, "t2", NULL, &error));
  sample_assert_outline (map, "t2", "<title> Hm Nicer");
  sample_take (&map, jm_map_clear_emotion (map, "t1", "bert", &error));
  sample_assert_outline (map, "t1", "<title> -0.5@anna Slow Ugly Faster");

  assert_refused (jm_map_set_emotion (map, "one", NULL, 1, &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_set_emotion (map, "t1", "carl", 1, &error), &error, JM_EDIT_ERROR_NO_SUCH_ITEM);
  assert_refused (jm_map_set_emotion (map, "t9", NULL, 1, &error), &error, JM_EDIT_ERROR_NO_SUCH_ITEM);
}

static void
test_feelings_stay_apart (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(GError) error = NULL;

  assert_refused (jm_map_set (map, "t1@bert", JM_ATTR_PERSONA, "anna", &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_set (map, "t1@bert", JM_ATTR_PERSONA, NULL, &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_move (map, "t1@anna", "t2", -1, &error), &error, JM_EDIT_ERROR_WRONG_PLACE);

  sample_take (&map, jm_map_move (map, "t1@bert", "t2", -1, &error));
  sample_assert_outline (map, "t2", "<title> 2@ -1@bert Hm Nicer");
  sample_assert_outline (map, "t1", "<title> 1.5@anna Slow Ugly Faster");
}

/* Of a copy and its original, each keeps its own feeling. */
static void
test_feelings_of_copies (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autofree char *copy = NULL;

  sample_take (&map, jm_map_duplicate (map, "t1", "one", 0, &copy, NULL));
  sample_take (&map, jm_map_set (map, "t1@anna", JM_ATTR_VALUE, "-2", NULL));
  sample_assert_outline (map, "t1", "<title> -2@anna -1@bert Slow Ugly Faster");
  sample_assert_outline (map, copy, "<title> 1.5@anna -1@bert Slow Ugly Faster");
}

/* Items */

static void
test_add (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autofree char *first = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *last = NULL;
  g_autofree char *pain = NULL;
  g_autofree char *phase = NULL;
  g_autofree char *person = NULL;
  g_autofree char *lane = NULL;
  g_autoptr(GError) error = NULL;

  sample_take (&map, jm_map_add (map, JM_KIND_TOUCHPOINT, "one", 0, "A", &first, &error));
  sample_take (&map, jm_map_add (map, JM_KIND_TOUCHPOINT, "one", 2, "B", &middle, &error));
  sample_take (&map, jm_map_add (map, JM_KIND_TOUCHPOINT, "one", -1, "C", &last, &error));
  sample_assert_outline (map, "one", "<title> Who? A First B # Second Third C");

  sample_take (&map, jm_map_add (map, JM_KIND_PAIN_POINT, "t2", -1, "Ouch", &pain, &error));
  sample_assert_outline (map, "t2", "<title> 2@ Ouch Hm Nicer");
  sample_take (&map, jm_map_add (map, JM_KIND_PHASE, NULL, 1, "Half", &phase, &error));
  sample_take (&map, jm_map_add (map, JM_KIND_PERSONA, NULL, 99, "Carl", &person, &error));
  sample_take (&map, jm_map_add (map, JM_KIND_LANE, NULL, -1, "Ideas", &lane, &error));
  g_assert_cmpstr (sample_get (map, lane, JM_ATTR_KIND), ==, "notes");
  sample_assert_outline (map, NULL, "<title> Anna Bert Carl Website Shop       Ideas One Half Two Three Over <dismissed>");

  g_assert_true (g_str_has_prefix (first, "t-"));
  g_assert_true (g_str_has_prefix (pain, "p-"));
  g_assert_true (jm_id_is_valid (person));

  assert_refused (jm_map_add (map, JM_KIND_PAIN_POINT, "one", 0, "x", NULL, &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_add (map, JM_KIND_TOUCHPOINT, NULL, 0, "x", NULL, &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_add (map, JM_KIND_NOTE, "zzz", 0, "x", NULL, &error), &error, JM_EDIT_ERROR_NO_SUCH_ITEM);
}

static void
test_move_along (void)
{
  g_autoptr(JmMap) map = sample_map ();
  JmItem *moved = jm_map_find (map, "t3");

  sample_take (&map, jm_map_move (map, "t3", "one", 0, NULL));
  sample_assert_outline (map, "one", "<title> Who? Third First # Second");
  g_assert_true (jm_map_find (map, "t3") == moved);
  sample_take (&map, jm_map_move (map, "t3", "one", 1, NULL));
  sample_assert_outline (map, "one", "<title> Who? First Third # Second");
  sample_take (&map, jm_map_move (map, "t1", NULL, -1, NULL));
  sample_assert_outline (map, "one", "<title> Who? Third # Second First");
  sample_take (&map, jm_map_move (map, "three", NULL, 0, NULL));
  sample_assert_outline (map, NULL, "<title> Anna Bert Website Shop       Three One Two Over <dismissed>");
  sample_take (&map, jm_map_move (map, "needs", NULL, 0, NULL));
  g_assert_cmpstr (jm_item_get_id (jm_item_get_first (jm_map_get_root (map), JM_KIND_LANE)), ==, "needs");
}

static void
test_move_across (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(GError) error = NULL;

  sample_take (&map, jm_map_move (map, "t1", "two", 1, &error));
  sample_assert_outline (map, "one", "<title> Who? # Second Third");
  g_assert_cmpstr (jm_item_get_id (jm_item_get_nth (jm_map_find (map, "two"), JM_KIND_TOUCHPOINT, 1)), ==, "t1");
  sample_assert_outline (map, "t1", "<title> 1.5@anna -1@bert Slow Ugly Faster");

  sample_take (&map, jm_map_move (map, "p1", "t3", -1, &error));
  sample_assert_outline (map, "t3", "<title> Slow");
  sample_take (&map, jm_map_move (map, "t4", "three", 5, &error));
  sample_assert_outline (map, "three", "<title> Fourth");

  /* A note from its phase into a touchpoint of the same phase, and out again. */
  sample_take (&map, jm_map_move (map, "n1", "t2", 0, &error));
  sample_assert_outline (map, "one", "<title> # Second Third");
  sample_assert_outline (map, "t2", "<title> 2@ Hm Nicer Who?");
  sample_take (&map, jm_map_move (map, "n1", "one", 0, &error));
  sample_assert_outline (map, "one", "<title> Who? # Second Third");

  assert_refused (jm_map_move (map, "t1", "t2", 0, &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_move (map, "p1", "one", 0, &error), &error, JM_EDIT_ERROR_WRONG_PLACE);
  assert_refused (jm_map_move (map, "t1", "nowhere", 0, &error), &error, JM_EDIT_ERROR_NO_SUCH_ITEM);
}

static void
test_duplicate (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autofree char *copy = NULL;
  JmItem *touchpoint, *pain, *idea;

  sample_take (&map, jm_map_duplicate (map, "t1", "three", -1, &copy, NULL));
  touchpoint = jm_map_find (map, copy);
  g_assert_cmpstr (copy, !=, "t1");
  sample_assert_outline (map, copy, "<title> 1.5@anna -1@bert Slow Ugly Faster");
  g_assert_cmpstr (jm_item_get (touchpoint, JM_ATTR_CHANNEL), ==, "web");

  /* The copied idea resolves the copied pain points. */
  pain = jm_item_get_first (touchpoint, JM_KIND_PAIN_POINT);
  idea = jm_item_get_first (touchpoint, JM_KIND_OPPORTUNITY);
  g_assert_true (jm_item_refers_to (idea, JM_ATTR_RESOLVES, jm_item_get_id (pain)));
  g_assert_false (jm_item_refers_to (idea, JM_ATTR_RESOLVES, "p1"));
  g_assert_cmpstr (sample_get (map, "o1", JM_ATTR_RESOLVES), ==, "p1 p2");
}

static void
test_duplicate_keeps_outer_references (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autofree char *copy = NULL;

  sample_take (&map, jm_map_duplicate (map, "o2", NULL, -1, &copy, NULL));
  g_assert_cmpstr (sample_get (map, copy, JM_ATTR_RESOLVES), ==, "p2");
  sample_assert_outline (map, "t2", "<title> 2@ Hm Nicer Nicer");
}

static void
test_paste_from_elsewhere (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(JmMap) other = jm_map_new_empty ("en");
  g_autofree char *phase = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *note = NULL;
  g_autoptr(JmItem) idea = jm_item_ref (jm_map_find (map, "o2"));

  sample_take (&other, jm_map_add (other, JM_KIND_PHASE, NULL, -1, "P", &phase, NULL));

  /* What it referred to is not here: no channel, and of two strangers' feelings one is left. */
  sample_take (&other, jm_map_insert (other, phase, -1, jm_map_find (map, "t1"), &copy, NULL));
  sample_assert_outline (other, copy, "<title> 1.5@ Slow Ugly Faster");
  g_assert_null (sample_get (other, copy, JM_ATTR_CHANNEL));
  g_assert_null (jm_map_find (other, "p1"));

  g_clear_pointer (&copy, g_free);
  sample_take (&other, jm_map_insert (other, jm_item_get_id (jm_item_get_first (jm_map_find (other, phase),
                                                                                JM_KIND_TOUCHPOINT)),
                                      -1, idea, &copy, NULL));
  g_assert_null (sample_get (other, copy, JM_ATTR_RESOLVES));

  /* A note goes to a lane of notes. */
  sample_take (&other, jm_map_insert (other, NULL, -1, jm_map_find (map, "needs"), NULL, NULL));
  sample_take (&other, jm_map_insert (other, phase, -1, jm_map_find (map, "n1"), &note, NULL));
  g_assert_cmpstr (sample_get (other, note, JM_ATTR_LANE), ==, jm_item_get_id (jm_map_get_lane (other, "notes")));

  /* Hints for lanes that are not here would be in none. */
  g_clear_pointer (&copy, g_free);
  sample_take (&other, jm_map_insert (other, NULL, -1, jm_map_find (map, "two"), &copy, NULL));
  g_assert_null (jm_item_get_first (jm_map_find (other, copy), JM_KIND_HINT));
}

static void
test_paste_here (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autofree char *copy = NULL;

  sample_take (&map, jm_map_insert (map, "three", -1, jm_map_find (map, "t1"), &copy, NULL));
  g_assert_cmpstr (sample_get (map, copy, JM_ATTR_CHANNEL), ==, "web");
  sample_assert_outline (map, copy, "<title> 1.5@anna -1@bert Slow Ugly Faster");
}

/* Removal */

static void
take_away (JmMap      **map,
           const char  *id)
{
  const char *ids[] = { id, NULL };
  GError *error = NULL;
  JmMap *next = jm_map_remove (*map, ids, &error);

  g_assert_no_error (error);
  sample_take (map, next);
}

static void
test_remove_touchpoint (void)
{
  g_autoptr(JmMap) map = sample_map ();
  JmItem *untouched = jm_map_find (map, "two");

  take_away (&map, "t1");
  sample_assert_outline (map, "one", "<title> Who? # Second Third");
  g_assert_null (jm_map_find (map, "p1"));
  g_assert_null (jm_map_find (map, "x1"));
  g_assert_null (sample_get (map, "o2", JM_ATTR_RESOLVES));
  sample_assert_outline (map, NULL, "<title> Anna Bert Website Shop       One Two Three");
  g_assert_true (jm_map_find (map, "two") == untouched);
}

static void
test_remove_pain_point (void)
{
  g_autoptr(JmMap) map = sample_map ();

  take_away (&map, "p2");
  g_assert_cmpstr (sample_get (map, "o1", JM_ATTR_RESOLVES), ==, "p1");
  g_assert_null (sample_get (map, "o2", JM_ATTR_RESOLVES));
  sample_assert_outline (map, "t1", "<title> 1.5@anna -1@bert Slow Faster");
}

static void
test_remove_channel_and_lane (void)
{
  g_autoptr(JmMap) map = sample_map ();

  take_away (&map, "web");
  g_assert_null (sample_get (map, "t1", JM_ATTR_CHANNEL));
  g_assert_cmpstr (sample_get (map, "t3", JM_ATTR_CHANNEL), ==, "shop");

  take_away (&map, "questions");
  g_assert_null (jm_map_find (map, "n1"));
  g_assert_null (jm_map_find (map, "n2"));
  sample_assert_outline (map, "two", "<title> <hint> <hint> Fourth");
  take_away (&map, "pains");
  sample_assert_outline (map, "two", "<title> <hint> Fourth");
  g_assert_nonnull (jm_map_find (map, "p1"));
}

static void
test_remove_persona (void)
{
  g_autoptr(JmMap) map = sample_map ();

  take_away (&map, "bert");
  sample_assert_outline (map, "t1", "<title> 1.5@anna Slow Ugly Faster");
  sample_assert_outline (map, "t2", "<title> 2@ Nicer");

  /* The last one leaves behind what is everyone's. */
  take_away (&map, "anna");
  sample_assert_outline (map, "t1", "<title> Slow Ugly Faster");
  sample_assert_outline (map, "t2", "<title> 2@ Nicer");
}

static void
test_remove_first_persona (void)
{
  g_autoptr(JmMap) map = sample_map ();

  take_away (&map, "anna");
  sample_assert_outline (map, "t1", "<title> -1@bert Slow Ugly Faster");
  sample_assert_outline (map, "t2", "<title> Hm Nicer");
}

static void
test_another_first_persona (void)
{
  g_autoptr(JmMap) map = sample_map ();

  /* What was Anna's because she came first, is still hers. */
  sample_take (&map, jm_map_move (map, "bert", NULL, 0, NULL));
  sample_assert_outline (map, "t2", "<title> 2@anna Hm Nicer");
  sample_assert_outline (map, "t1", "<title> 1.5@anna -1@bert Slow Ugly Faster");

  g_clear_pointer (&map, jm_map_unref);
  map = sample_map ();
  sample_take (&map, jm_map_add (map, JM_KIND_PERSONA, NULL, 0, "Carl", NULL, NULL));
  sample_assert_outline (map, "t2", "<title> 2@anna Hm Nicer");
}

static void
test_remove_several (void)
{
  g_autoptr(JmMap) map = sample_map ();
  const char *ids[] = { "p1", "t1", "t1@anna", "one", "t4", NULL };
  const char *feeling[] = { "t1@anna", "t2@", NULL };
  const char *unknown[] = { "t1", "t9", NULL };
  const char *none[] = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(JmMap) calm = jm_map_remove (map, feeling, NULL);
  g_autoptr(JmMap) same = jm_map_remove (map, none, NULL);

  sample_assert_outline (calm, "t1", "<title> -1@bert Slow Ugly Faster");
  sample_assert_outline (calm, "t2", "<title> Hm Nicer");
  g_assert_true (same == map);

  assert_refused (jm_map_remove (map, unknown, &error), &error, JM_EDIT_ERROR_NO_SUCH_ITEM);
  sample_take (&map, jm_map_remove (map, ids, NULL));
  sample_assert_outline (map, NULL, "<title> Anna Bert Website Shop       Two Three");
  sample_assert_outline (map, "two", "<title> <hint> <hint>");
}

/* Hints */

static void
test_hints (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autofree char *note = NULL;
  g_autofree char *pain = NULL;

  sample_assert_outline (map, "two", "<title> <hint> <hint> Fourth");

  /* Another lane's cell is not this one's. */
  sample_take (&map, jm_map_add (map, JM_KIND_NOTE, "two", -1, "So that", &note, NULL));
  sample_take (&map, jm_map_set (map, note, JM_ATTR_LANE, "questions", NULL));
  sample_assert_outline (map, "two", "<title> So that <hint> <hint> Fourth");
  sample_take (&map, jm_map_set (map, note, JM_ATTR_LANE, "needs", NULL));
  sample_assert_outline (map, "two", "<title> So that <hint> Fourth");

  /* A pain point of a touchpoint fills the cell of its phase. */
  sample_take (&map, jm_map_add (map, JM_KIND_PAIN_POINT, "t4", -1, "Ouch", &pain, NULL));
  sample_assert_outline (map, "two", "<title> So that Fourth");
}

/* What says nothing yet does not fill a cell, and does so when it says something. */
static void
test_hints_wait_for_words (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autofree char *note = NULL;
  g_autofree char *pain = NULL;

  sample_take (&map, jm_map_add (map, JM_KIND_NOTE, "two", -1, NULL, &note, NULL));
  sample_take (&map, jm_map_set (map, note, JM_ATTR_LANE, "needs", NULL));
  sample_take (&map, jm_map_add (map, JM_KIND_PAIN_POINT, "t4", -1, "", &pain, NULL));
  sample_assert_outline (map, "two", "<title>  <hint> <hint> Fourth");
  sample_take (&map, jm_map_set_text (map, pain, JM_KIND_NONE, "Ouch", NULL));
  sample_assert_outline (map, "two", "<title>  <hint> Fourth");
  sample_take (&map, jm_map_set_text (map, note, JM_KIND_NONE, "Peace", NULL));
  sample_assert_outline (map, "two", "<title> Peace Fourth");
}

static void
test_hints_go_with_what_is_moved_there (void)
{
  g_autoptr(JmMap) map = sample_map ();

  sample_take (&map, jm_map_move (map, "t3", "two", -1, NULL));
  sample_assert_outline (map, "two", "<title> <hint> <hint> Fourth Third");
  sample_take (&map, jm_map_move (map, "t1", "two", -1, NULL));
  sample_assert_outline (map, "two", "<title> <hint> Fourth Third First");
}

/* Ids */

static void
test_ids (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *once = NULL;
  g_autofree char *again = NULL;

  jm_ids_seed (7);
  once = jm_map_fresh_id (map, JM_KIND_TOUCHPOINT);
  jm_ids_seed (7);
  again = jm_map_fresh_id (map, JM_KIND_TOUCHPOINT);
  g_assert_cmpstr (once, ==, again);

  for (guint i = 0; i < 10000; i++)
    {
      char *id = jm_map_fresh_id (map, JM_KIND_PAIN_POINT);

      g_assert_true (jm_id_is_valid (id));
      g_assert_cmpuint (strlen (id), ==, 8);
      g_hash_table_add (seen, id);
    }
  /* Of ten thousand draws from 32^6 hardly two are alike. */
  g_assert_cmpuint (g_hash_table_size (seen), >, 9990);
}

static void
test_ids_do_not_collide (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  jm_ids_seed (11);
  sample_take (&map, jm_map_add (map, JM_KIND_TOUCHPOINT, "one", -1, "A", &first, NULL));
  jm_ids_seed (11);
  sample_take (&map, jm_map_add (map, JM_KIND_TOUCHPOINT, "one", -1, "B", &second, NULL));
  g_assert_cmpstr (first, !=, second);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit/set", test_set);
  g_test_add_func ("/edit/set-nothing", test_set_nothing);
  g_test_add_func ("/edit/set-refused", test_set_refused);
  g_test_add_func ("/edit/one-lane-of-touchpoints", test_one_lane_of_touchpoints);
  g_test_add_func ("/edit/set-text", test_set_text);
  g_test_add_func ("/edit/feelings", test_feelings);
  g_test_add_func ("/edit/feelings-stay-apart", test_feelings_stay_apart);
  g_test_add_func ("/edit/feelings-of-copies", test_feelings_of_copies);
  g_test_add_func ("/edit/add", test_add);
  g_test_add_func ("/edit/move-along", test_move_along);
  g_test_add_func ("/edit/move-across", test_move_across);
  g_test_add_func ("/edit/duplicate", test_duplicate);
  g_test_add_func ("/edit/duplicate-keeps-outer-references", test_duplicate_keeps_outer_references);
  g_test_add_func ("/edit/paste-from-elsewhere", test_paste_from_elsewhere);
  g_test_add_func ("/edit/paste-here", test_paste_here);
  g_test_add_func ("/edit/remove-touchpoint", test_remove_touchpoint);
  g_test_add_func ("/edit/remove-pain-point", test_remove_pain_point);
  g_test_add_func ("/edit/remove-channel-and-lane", test_remove_channel_and_lane);
  g_test_add_func ("/edit/remove-persona", test_remove_persona);
  g_test_add_func ("/edit/remove-first-persona", test_remove_first_persona);
  g_test_add_func ("/edit/another-first-persona", test_another_first_persona);
  g_test_add_func ("/edit/remove-several", test_remove_several);
  g_test_add_func ("/edit/hints", test_hints);
  g_test_add_func ("/edit/hints-wait-for-words", test_hints_wait_for_words);
  g_test_add_func ("/edit/hints-go-with-what-is-moved-there", test_hints_go_with_what_is_moved_there);
  g_test_add_func ("/edit/ids", test_ids);
  g_test_add_func ("/edit/ids-do-not-collide", test_ids_do_not_collide);

  return g_test_run ();
}
