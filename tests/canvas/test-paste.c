/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text from elsewhere becomes, what is said of it before, what is refused; and what comes along from another map. */
#include "canvas/jm-clip.h"
#include "canvas/jm-paste.h"
#include "format/jm-write.h"

#include <string.h>

#include "jm-story.h"

/* No personas, no channels, two lanes. */
#define BARE \
  "<journey-map xmlns='https://example.com/ns/cjm/1' version='1.0' xml:lang='nl' kind='current-state'>" \
  "<title>Kaal</title><lane id='steps' kind='touchpoints'/><lane id='ideas' kind='opportunities'/>" \
  "<phase id='one'><title>Eerst</title><touchpoint id='begin'><title>Begin</title></touchpoint></phase></journey-map>"

#define RICH \
  "<journey-map xmlns='https://example.com/ns/cjm/1' version='1.0' xml:lang='nl' kind='current-state'>" \
  "<title>Rijk</title><persona id='anna'><name>Anna</name></persona><persona id='bert'><name>Bert</name></persona>" \
  "<channel id='web'><title>Website</title></channel><channel id='shop'><title>Winkel</title></channel>" \
  "<lane id='steps' kind='touchpoints'/><lane id='questions' kind='notes'><title>Vragen</title></lane>" \
  "<lane id='back' kind='notes'><title>Achter de schermen</title></lane>" \
  "<phase id='p'><title>Fase</title><touchpoint id='t' channel='web'><title>Kiezen</title>" \
  "<emotion value='-1'/><emotion persona='bert' value='2'/><pain-point id='h'>Duur</pain-point>" \
  "<note id='n' lane='questions'>Hoe dan?</note></touchpoint></phase></journey-map>"

static JmItem *
find_named (JmSession  *session,
            JmKind      kind,
            const char *name)
{
  JmItem *item;
  guint cursor = 0;

  while ((item = jm_item_next (jm_map_get_root (jm_session_get_map (session)), kind, &cursor)) != NULL)
    if (g_str_equal (jm_item_get_label (item), name))
      return item;

  return NULL;
}

/* Whatever was pasted, the map can be written and read. */
static void
assert_valid (JmSession *session)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = jm_write_bytes (jm_session_get_map (session), &error);
  g_autoptr(JmMap) map = NULL;

  g_assert_no_error (error);
  map = jm_read_bytes (bytes, "pasted", NULL, &error);
  g_assert_no_error (error);
}

static void
paste (JmSession  *session,
       const char *text,
       const char *heading,
       gboolean    obvious)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JmPaste) what = jm_paste_new (session, text, JM_KIND_NONE, &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  said = jm_paste_get_heading (what);
  g_assert_cmpstr (said, ==, heading);
  g_assert_cmpint (jm_paste_is_obvious (what), ==, obvious);
  g_assert_cmpuint (jm_paste_apply (what, session, &error), >, 0);
  g_assert_no_error (error);
  assert_valid (session);
}

static void
test_table_with_phases (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autoptr(JmPaste) what = NULL;
  g_autofree char *body = NULL;
  const char *table =
    "Fase\tContactmoment\tEmotie 1–5\tPijnpunten\tWie helpt\r\n"
    "Magazijn\tSjouwen\t1\tZwaar\tNiemand\r\n"
    "\tRusten\t4\t\t\r\n"
    "Thuis\tUitpakken\t3\t\"Veel\nkarton\"\tBuurman\r\n";
  JmItem *store, *home, *carry, *lane;

  what = jm_paste_new (session, table, JM_KIND_NONE, NULL);
  body = jm_paste_get_body (what);
  g_assert_cmpstr (body, ==,
                   "With 3 feelings, 3 pain points, 2 notes.\n"
                   "Columns: Fase, Contactmoment, Emotie 1–5, Pijnpunten.\n"
                   "As lanes of notes: Wie helpt.");

  jm_session_select (session, "park");
  paste (session, table, "3 touchpoints in 2 phases", FALSE);

  /* The phase that is there takes its rows, the other one comes. */
  store = story_find (session, "store");
  g_assert_cmpuint (jm_item_count (store, JM_KIND_TOUCHPOINT), ==, 5);
  carry = jm_item_get_nth (store, JM_KIND_TOUCHPOINT, 3);
  g_assert_cmpstr (jm_item_get_label (carry), ==, "Sjouwen");
  g_assert_cmpstr (jm_item_get_text (jm_item_get_first (carry, JM_KIND_PAIN_POINT)), ==, "Zwaar");
  g_assert_cmpfloat (story_get_feeling (session, jm_item_get_id (carry)), ==, -2);
  home = find_named (session, JM_KIND_PHASE, "Thuis");
  g_assert_nonnull (home);
  g_assert_cmpuint (jm_item_count (jm_item_get_first (home, JM_KIND_TOUCHPOINT), JM_KIND_PAIN_POINT), ==, 2);

  /* What no column is known for is a lane of its own. */
  lane = find_named (session, JM_KIND_LANE, "Wie helpt");
  g_assert_nonnull (lane);
  g_assert_cmpstr (jm_item_get (jm_item_get_first (carry, JM_KIND_NOTE), JM_ATTR_LANE), ==, jm_item_get_id (lane));

  /* One step. */
  jm_session_undo (session);
  assert_order (session, "park enter | find forgot try | pay");
  g_assert_null (find_named (session, JM_KIND_LANE, "Wie helpt"));
}

static void
test_table_without_phases (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  JmItem *arrival;

  jm_session_select (session, "park");
  paste (session, "Touchpoint\tThoughts: Sanne\nWalk\tWet\nWait\t\n", "2 touchpoints", FALSE);
  arrival = story_find (session, "arrival");
  g_assert_cmpuint (jm_item_count (arrival, JM_KIND_TOUCHPOINT), ==, 4);
  g_assert_cmpstr (jm_item_get_label (jm_item_get_nth (arrival, JM_KIND_TOUCHPOINT, 1)), ==, "Walk");
  /* Sanne is here already. */
  g_assert_cmpuint (jm_item_count (jm_map_get_root (jm_session_get_map (session)), JM_KIND_PERSONA), ==, 1);
}

static void
test_lists (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  JmItem *arrival;

  jm_session_select (session, "enter");
  paste (session, "- Jas uit\n- Kaart lezen\n", "2 touchpoints", TRUE);
  arrival = story_find (session, "arrival");
  g_assert_cmpstr (jm_item_get_label (jm_item_get_nth (arrival, JM_KIND_TOUCHPOINT, 2)), ==, "Jas uit");

  /* A mark that only one of them has belongs to what it says. */
  jm_session_select (session, "nocarts");
  paste (session, "- 3 karren\nNiemand helpt", "2 pain points", TRUE);
  g_assert_cmpstr (jm_item_get_text (jm_item_get_nth (story_find (session, "forgot"), JM_KIND_PAIN_POINT, 1)), ==,
                   "- 3 karren");

  /* So many that they are told of first. */
  jm_session_select (session, "pay");
  paste (session, "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm", "13 touchpoints", FALSE);
  paste (session, "a\tb\nc\td", "4 touchpoints", FALSE);
  paste (session, "Thuis\n  Auto uitladen\n  Stoel neerzetten\nLater\n  Genieten\n", "3 touchpoints in 2 phases", FALSE);
  g_assert_nonnull (find_named (session, JM_KIND_PHASE, "Later"));
}

/* A sentence that begins like a table is a sentence. */
static void
test_no_table (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);

  jm_session_select (session, "enter");
  paste (session, "Stap, voor stap, verder\nEn nog een", "2 touchpoints", TRUE);
  paste (session, "Touchpoint", "1 touchpoint", TRUE);
}

static void
test_into_an_empty_map (void)
{
  g_autoptr(JmSession) session = story_session_new (
    "<journey-map xmlns='https://example.com/ns/cjm/1' version='1.0' kind='current-state'/>");
  JmItem *phase;

  paste (session, "Zoeken\nVinden", "2 touchpoints", TRUE);
  phase = jm_item_get_first (jm_map_get_root (jm_session_get_map (session)), JM_KIND_PHASE);
  g_assert_cmpuint (jm_item_count (phase, JM_KIND_TOUCHPOINT), ==, 2);
}

static void
assert_refused (JmSession  *session,
                const char *text,
                const char *beginning)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (jm_clip_paste_text (session, text, &error), ==, 0);
  g_assert_nonnull (error);
  if (!g_str_has_prefix (error->message, beginning))
    g_assert_cmpstr (error->message, ==, beginning);
  g_assert_false (jm_session_get_can_undo (session));
}

static void
test_too_much (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autofree char *megabytes = g_strnfill (10 * 1000 * 1000, 'x');
  g_autofree char *line = g_strnfill (JM_PASTE_MAX_CHARACTERS + 1, 'x');
  g_autoptr(GString) lines = g_string_new (NULL);

  jm_session_select (session, "park");
  assert_refused (session, megabytes, "This text is 10.0");
  assert_refused (session, line, "A line of this text has 10001 characters");
  for (guint i = 0; i <= JM_PASTE_MAX_ITEMS; i++)
    g_string_append (lines, "Zoeken\n");
  assert_refused (session, lines->str, "This text has 2001 lines");
  g_string_prepend (lines, "Stap\n");
  assert_refused (session, lines->str, "This text has 2002 lines");

  /* A wide table has as much in few lines. */
  g_string_truncate (lines, 0);
  for (guint i = 0; i <= JM_PASTE_MAX_ITEMS; i++)
    g_string_append (lines, i % 100 == 99 ? "Zoeken\n" : "Zoeken\t");
  assert_refused (session, lines->str, "This table has 2001 cells");
  assert_refused (session, " \n\t\n", "There is no text to paste");
}

/* What XML has no room for is left out, and only that. */
static void
test_characters (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  /* Controls, U+FFFE, U+FFFF and half of a pair, among an emoji and a letter of two halves. */
  g_autofree char *text = g_utf8_make_valid ("a\x01\x02\x0b\x1f" "b\xef\xbf\xbe\xef\xbf\xbf" "c\xed\xa0\x80" "d 🙂 e\xcc\x81", -1);
  JmItem *made;

  jm_session_select (session, "park");
  g_assert_cmpuint (jm_clip_paste_text (session, text, NULL), ==, 1);
  made = story_find (session, jm_session_get_focus (session));
  g_assert_nonnull (strstr (jm_item_get_label (made), "d 🙂 e\xcc\x81"));
  g_assert_null (strpbrk (jm_item_get_label (made), "\x01\x02\x0b\x1f"));
  assert_valid (session);
}

/* Who feels it, by what channel, in which lane: found by its name, or brought along. */
static void
test_into_another_map (void)
{
  g_autoptr(JmSession) from = story_session_new (RICH);
  g_autoptr(JmSession) to = story_session_new (BARE);
  g_autoptr(GBytes) clip = NULL;
  g_autofree char *text = NULL;
  JmItem *anna, *bert, *web, *lane, *copy;
  JmMap *map;

  jm_session_select (from, "t");
  clip = jm_clip_copy (from, &text);
  jm_session_select (to, "begin");
  g_assert_cmpuint (jm_clip_paste (to, clip, NULL), ==, 1);
  assert_valid (to);

  map = jm_session_get_map (to);
  copy = story_find (to, jm_session_get_focus (to));
  anna = find_named (to, JM_KIND_PERSONA, "Anna");
  bert = find_named (to, JM_KIND_PERSONA, "Bert");
  web = find_named (to, JM_KIND_CHANNEL, "Website");
  lane = find_named (to, JM_KIND_LANE, "Vragen");
  g_assert_true (anna != NULL && bert != NULL && web != NULL && lane != NULL);
  g_assert_cmpstr (jm_item_get (copy, JM_ATTR_CHANNEL), ==, jm_item_get_id (web));
  g_assert_cmpstr (jm_item_get (jm_item_get_first (copy, JM_KIND_NOTE), JM_ATTR_LANE), ==, jm_item_get_id (lane));
  g_assert_nonnull (jm_map_get_emotion (map, copy, jm_item_get_id (anna)));
  g_assert_nonnull (jm_map_get_emotion (map, copy, jm_item_get_id (bert)));

  /* Not those that nothing was about, but lanes to see it in. */
  g_assert_null (find_named (to, JM_KIND_CHANNEL, "Winkel"));
  g_assert_null (find_named (to, JM_KIND_LANE, "Achter de schermen"));
  g_assert_nonnull (jm_map_get_lane (map, "pain-points"));
  g_assert_nonnull (jm_map_get_lane (map, "emotion"));

  /* The second time they are here. */
  g_assert_cmpuint (jm_clip_paste (to, clip, NULL), ==, 1);
  g_assert_cmpuint (jm_item_count (jm_map_get_root (jm_session_get_map (to)), JM_KIND_PERSONA), ==, 2);
  g_assert_cmpuint (jm_item_count (jm_map_get_root (jm_session_get_map (to)), JM_KIND_CHANNEL), ==, 1);

  jm_session_undo (to);
  jm_session_undo (to);
  g_assert_cmpuint (jm_item_count (jm_map_get_root (jm_session_get_map (to)), JM_KIND_PERSONA), ==, 0);
}

static void
test_picture_of_the_selection (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  const char *ids[] = { "nocarts", "pay", NULL };
  g_autoptr(JmMap) picture = NULL;
  g_autoptr(JmMap) whole = NULL;

  jm_session_select_many (session, ids);
  picture = jm_clip_make_picture (session);
  g_assert_null (jm_map_find (picture, "arrival"));
  g_assert_null (jm_map_find (picture, "find"));
  g_assert_nonnull (jm_map_find (picture, "forgot"));
  g_assert_nonnull (jm_map_find (picture, "nocarts"));
  g_assert_nonnull (jm_map_find (picture, "pay"));

  jm_session_unselect (session);
  whole = jm_clip_make_picture (session);
  g_assert_true (whole == jm_session_get_map (session));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paste/table-with-phases", test_table_with_phases);
  g_test_add_func ("/paste/table-without-phases", test_table_without_phases);
  g_test_add_func ("/paste/lists", test_lists);
  g_test_add_func ("/paste/no-table", test_no_table);
  g_test_add_func ("/paste/into-an-empty-map", test_into_an_empty_map);
  g_test_add_func ("/paste/too-much", test_too_much);
  g_test_add_func ("/paste/characters", test_characters);
  g_test_add_func ("/paste/into-another-map", test_into_another_map);
  g_test_add_func ("/paste/picture-of-the-selection", test_picture_of_the_selection);

  return g_test_run ();
}
