/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written, to the character, and that nothing is lost between reading and writing. */

#include "fixtures.h"

#include "format/jm-same.h"
#include "model/jm-edit.h"

#include <string.h>

static void
check_text (const char *text)
{
  g_autoptr (JmMap) map = jm_map_new_empty ("en");
  g_autoptr (JmMap) titled = jm_map_set_text (map, NULL, JM_KIND_TITLE, text, NULL);
  g_autofree char *written = fixtures_write (titled);
  g_autoptr (JmMap) again = fixtures_read (written);

  g_assert_cmpstr (jm_item_get_part (jm_map_get_root (again), JM_KIND_TITLE), ==,
                   jm_item_get_part (jm_map_get_root (titled), JM_KIND_TITLE));
  g_assert_true (jm_map_equal (titled, again));
}

static void
test_text (void)
{
  check_text ("Wonen & slapen < 2 > 1 \"'");
  check_text (" leading and trailing ");
  check_text ("  ");
  check_text ("two\nlines\n");
  check_text ("\ttab");
  check_text ("]]>");
  check_text ("&amp;#13;");
  check_text ("éñ 漢字 👩‍👩‍👧 مرحبا");
  check_text ("<!-- not a comment -->");
}

static void
test_escapes (void)
{
  JmItem *root = jm_item_new (JM_KIND_MAP, NULL);
  JmItem *lane = jm_item_new (JM_KIND_LANE, "steps");
  JmItem *phase = jm_item_new (JM_KIND_PHASE, "a");
  JmItem *measure = jm_item_new (JM_KIND_MEASURE, "m");
  g_autoptr (JmMap) map = NULL;
  g_autoptr (JmMap) again = NULL;
  g_autofree char *written = NULL;

  jm_item_set (lane, JM_ATTR_KIND, "touchpoints");
  jm_item_set (measure, JM_ATTR_UNIT, "a\tb\nc\rd<e>&\"'");
  jm_item_set_text (measure, "a\tb\nc\rd<e>&\"'");
  jm_item_append (phase, measure);
  jm_item_append (root, lane);
  jm_item_append (root, phase);
  map = jm_map_new (root);

  written = fixtures_write (map);
  g_assert_cmpstr (written, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" kind=\"current-state\">\n"
                   "  <lane id=\"steps\" kind=\"touchpoints\"/>\n"
                   "  <phase id=\"a\">\n"
                   "    <measure id=\"m\" unit=\"a&#9;b&#10;c&#13;d&lt;e&gt;&amp;&quot;'\">a\tb\nc&#13;d&lt;e&gt;&amp;\"'</measure>\n"
                   "  </phase>\n"
                   "</journey-map>\n");

  again = fixtures_read (written);
  g_assert_true (jm_map_equal (map, again));
}

/* libxml2's writer would put it there and report success. */
static void
test_impossible_character (void)
{
  static const char * const impossible[] = { "a\x0b", "\x01", "a\xef\xbf\xbe", "\xef\xbf\xbf" };

  for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      JmItem *root = jm_item_new (JM_KIND_MAP, NULL);
      g_autoptr (JmMap) map = NULL;
      g_autoptr (GError) error = NULL;

      jm_item_append (root, jm_item_new_text (JM_KIND_TITLE, impossible[i]));
      map = jm_map_new (root);

      g_assert_null (jm_write_bytes (map, &error));
      g_assert_error (error, JM_WRITE_ERROR, JM_WRITE_ERROR_CHARACTER);
      g_assert_cmpstr (error->message, ==,
                       "The map holds a control character, which its file cannot hold. Remove it from the text.");
    }

  check_text ("\xef\xbf\xbd and \xef\xbb\xbf");
}

/* One thing changed is one line changed. */
static void
test_only_its_lines (void)
{
  g_autoptr (JmMap) map = fixtures_read (TOUCHPOINT ("      <title>Kassa</title>\n      <emotion value=\"1\"/>\n"));
  g_autoptr (JmMap) edited = jm_map_set_emotion (map, "try", NULL, -2, NULL);
  g_autofree char *written = fixtures_write (edited);

  g_assert_cmpstr (written, ==, TOUCHPOINT ("      <title>Kassa</title>\n      <emotion value=\"-2\"/>\n"));
}

static void
check_unchanged (const char *text)
{
  g_autoptr (JmMap) map = fixtures_read (text);
  g_autofree char *written = fixtures_write (map);

  g_assert_cmpstr (written, ==, text);
}

static void
test_unknown_is_kept (void)
{
  check_unchanged ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<!-- before -->\n"
                   "<?xml-stylesheet href=\"x.css\"?>\n"
                   "<journey-map xmlns=\"https://example.com/ns/cjm/1\" xmlns:x=\"urn:x\" version=\"1.0\" kind=\"current-state\" x:y=\"1\" "
                   "z=\"2\">\n"
                   "  <?go?>\n"
                   "  <title x:a=\"b\">One <x:b c=\"d\">two <!-- three --></x:b> four<?five six?></title>\n"
                   "  <lane id=\"steps\" kind=\"touchpoints\"/>\n"
                   "  <!-- a\n     b -->\n"
                   "  <phase id=\"a\" xml:lang=\"de\">\n"
                   "    <x:list xmlns=\"urn:y\">\n <item/>  <x:item xmlns=\"\"><none/></x:item></x:list>\n"
                   "    <other xmlns=\"\"/>\n"
                   "    <other xmlns=\"urn:y\" xmlns:q=\"urn:q\"><q:r s=\"q:t\"/></other>\n"
                   "    loose &lt;text&gt;\n"
                   "  </phase>\n"
                   "</journey-map>\n"
                   "<!-- after -->\n"
                   "<?end?>\n");
}

/* Ours may come under any prefix, and goes out under none. */
static void
test_prefixed (void)
{
  g_autoptr (JmMap) map =
    fixtures_read ("<c:journey-map xmlns:c=\"https://example.com/ns/cjm/1\" xmlns=\"urn:y\" version=\"1.0\" kind=\"current-state\">"
                   "<c:lane id=\"steps\" kind=\"touchpoints\" c:more=\"yes\"/><a><c:b/></a><c:phase id=\"p\"/></c:journey-map>");
  g_autofree char *written = fixtures_write (map);
  g_autoptr (JmMap) again = fixtures_read (written);

  g_assert_cmpstr (written, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" kind=\"current-state\">\n"
                   "  <lane xmlns:c=\"https://example.com/ns/cjm/1\" id=\"steps\" kind=\"touchpoints\" c:more=\"yes\"/>\n"
                   "  <a xmlns=\"urn:y\"><b xmlns=\"https://example.com/ns/cjm/1\"/></a>\n"
                   "  <phase id=\"p\"/>\n"
                   "</journey-map>\n");
  g_assert_true (jm_map_equal (map, again));
}

/* What is moved to where its prefix is not declared takes the declaration along. */
static void
test_moved_prefix (void)
{
  g_autoptr (JmMap) map =
    fixtures_read (MAP (LANE
                        "  <phase id=\"a\" xmlns:x=\"urn:x\">\n    <touchpoint id=\"t\" x:y=\"1\">\n      <x:z/>\n    </touchpoint>\n"
                        "  </phase>\n  <phase id=\"b\"/>\n"));
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) moved = jm_map_move (map, "t", "b", 0, &error);
  g_autofree char *written = NULL;
  g_autoptr (JmMap) again = NULL;

  g_assert_no_error (error);
  written = fixtures_write (moved);
  g_assert_cmpstr (written, ==,
                   MAP (LANE
                        "  <phase xmlns:x=\"urn:x\" id=\"a\"/>\n  <phase id=\"b\">\n"
                        "    <touchpoint xmlns:x=\"urn:x\" id=\"t\" x:y=\"1\">\n      <x:z/>\n    </touchpoint>\n  </phase>\n"));

  again = fixtures_read (written);
  g_assert_true (jm_map_survived (moved, again));
}

static void
test_survived (void)
{
  g_autoptr (JmMap) map = fixtures_read (MAP (LANE "  one\n  <phase id=\"a\"/>\n  two\n"));
  g_autoptr (JmMap) other_text = fixtures_read (MAP (LANE "  one\n  <phase id=\"a\"/>\n  too\n"));
  g_autoptr (JmMap) other_title = fixtures_read (MAP (LANE "  one\n  <phase id=\"a\">\n    <title/>\n  </phase>\n  two\n"));
  g_autoptr (JmMap) other_attribute = fixtures_read (MAP (LANE "  one\n  <phase id=\"a\" color=\"blue\"/>\n  two\n"));
  g_autoptr (JmMap) more_lanes = fixtures_read (MAP (LANE "  <lane id=\"l\" kind=\"emotion\"/>\n  one\n  <phase id=\"a\"/>\n  two\n"));
  const char *ids[] = { "a", NULL };
  g_autoptr (JmMap) removed = jm_map_remove (map, ids, NULL);
  g_autofree char *written = fixtures_write (removed);
  g_autoptr (JmMap) read_back = fixtures_read (written);

  g_assert_true (jm_map_survived (map, map));
  g_assert_false (jm_map_survived (map, other_text));
  g_assert_false (jm_map_survived (map, other_title));
  g_assert_false (jm_map_survived (map, other_attribute));
  g_assert_false (jm_map_survived (map, more_lanes));
  g_assert_false (jm_map_survived (more_lanes, map));

  /* Two runs of loose text that have come to stand side by side are read as one. */
  g_assert_false (jm_map_equal (removed, read_back));
  g_assert_true (jm_map_survived (removed, read_back));
  g_assert_false (jm_map_survived (removed, map));
}

/* A namespace may be named after an address with an ampersand in it. */
static void
test_ampersand_in_namespace (void)
{
  static const char text[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<journey-map xmlns=\"https://example.com/ns/cjm/1\" xmlns:x=\"https://example.org/?a&amp;b\" version=\"1.0\" "
    "kind=\"current-state\" x:y=\"1\">\n"
    LANE
    "  <x:z/>\n"
    "</journey-map>\n";
  g_autoptr (JmMap) map = fixtures_read (text);
  g_autofree char *written = fixtures_write (map);

  g_assert_cmpstr (written, ==, text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/write/text", test_text);
  g_test_add_func ("/format/write/escapes", test_escapes);
  g_test_add_func ("/format/write/impossible-character", test_impossible_character);
  g_test_add_func ("/format/write/only-its-lines", test_only_its_lines);
  g_test_add_func ("/format/write/unknown-is-kept", test_unknown_is_kept);
  g_test_add_func ("/format/write/prefixed", test_prefixed);
  g_test_add_func ("/format/write/moved-prefix", test_moved_prefix);
  g_test_add_func ("/format/write/survived", test_survived);
  g_test_add_func ("/format/write/ampersand-in-namespace", test_ampersand_in_namespace);

  return g_test_run ();
}
