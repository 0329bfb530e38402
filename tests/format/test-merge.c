/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two maps made from one, brought together: what one changed is taken, what both changed is for people to choose, and
 * nothing is lost. */
#include "format/jm-merge.h"
#include "format/jm-read.h"
#include "format/jm-write.h"
#include "generate/jm-generate.h"
#include "generate/jm-random-edit.h"

#include <string.h>

static const char shop[] =
  "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" xml:lang=\"en\" kind=\"current-state\">\n"
  "  <title>Shop</title>\n"
  "  <persona id=\"anna\" color=\"purple\">\n"
  "    <name>Anna</name>\n"
  "  </persona>\n"
  "  <channel id=\"web\">\n"
  "    <title>Web</title>\n"
  "  </channel>\n"
  "  <lane id=\"steps\" kind=\"touchpoints\"/>\n"
  "  <phase id=\"one\">\n"
  "    <title>One</title>\n"
  "    <touchpoint id=\"a\">\n"
  "      <title>A</title>\n"
  "      <emotion persona=\"anna\" value=\"1\"/>\n"
  "      <pain-point id=\"p\" votes=\"2\">Slow</pain-point>\n"
  "      <pain-point id=\"q\">Far</pain-point>\n"
  "      <opportunity id=\"o\" resolves=\"p\">Faster</opportunity>\n"
  "    </touchpoint>\n"
  "    <touchpoint id=\"b\">\n"
  "      <title>B</title>\n"
  "    </touchpoint>\n"
  "  </phase>\n"
  "  <phase id=\"two\">\n"
  "    <title>Two</title>\n"
  "    <touchpoint id=\"c\">\n"
  "      <title>C</title>\n"
  "    </touchpoint>\n"
  "  </phase>\n"
  "</journey-map>\n";

static JmMap *
read_text (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  JmMap *map = jm_read_bytes (bytes, "map", NULL, &error);

  g_assert_no_error (error);

  return map;
}

/* The shop with each of these replaced by what follows it. */
static char *
change (const char *first,
        ...) G_GNUC_NULL_TERMINATED;

static char *
change (const char *first,
        ...)
{
  GString *text = g_string_new (shop);
  va_list more;

  va_start (more, first);
  for (const char *old = first; old != NULL; old = va_arg (more, const char *))
    {
      const char *replacement = va_arg (more, const char *);
      const char *at = strstr (text->str, old);
      gsize offset;

      g_assert_nonnull (at);
      offset = at - text->str;
      g_string_erase (text, offset, strlen (old));
      g_string_insert (text, offset, replacement);
    }
  va_end (more);

  return g_string_free (text, FALSE);
}

static char *
write_text (JmMap *map)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = jm_write_bytes (map, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static JmMap *
merge (const char *ours,
       const char *theirs,
       GPtrArray **conflicts)
{
  g_autoptr(JmMap) base = read_text (shop);
  g_autoptr(JmMap) our_map = read_text (ours);
  g_autoptr(JmMap) their_map = read_text (theirs);
  g_autoptr(GError) error = NULL;
  JmMap *merged = jm_merge (base, our_map, their_map, conflicts, &error);

  g_assert_no_error (error);

  return merged;
}

/* Takes over @ours, @theirs and @expected. */
static void
assert_merge (char *ours,
              char *theirs,
              char *expected)
{
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(JmMap) merged = merge (ours, theirs, &conflicts);
  g_autoptr(JmMap) wanted = read_text (expected);
  g_autofree char *written = write_text (merged);
  g_autofree char *wanted_text = write_text (wanted);

  g_assert_cmpstr (written, ==, wanted_text);
  g_assert_cmpuint (conflicts->len, ==, 0);
  g_free (ours);
  g_free (theirs);
  g_free (expected);
}

#define NEW_B   "<touchpoint id=\"x\"><title>X</title></touchpoint>\n    <touchpoint id=\"b\">"
#define NEW_B2  "<touchpoint id=\"y\"><title>Y</title></touchpoint>\n    <touchpoint id=\"b\">"
#define NEW_XY  "<touchpoint id=\"x\"><title>X</title></touchpoint>\n    <touchpoint id=\"y\"><title>Y</title></touchpoint>" \
                "    <touchpoint id=\"b\">"
#define B       "    <touchpoint id=\"b\">\n      <title>B</title>\n    </touchpoint>\n"
#define C       "    <touchpoint id=\"c\">\n      <title>C</title>\n    </touchpoint>\n"

static void
test_both_sides (void)
{
  /* Properties of one item, items next to each other, one moved and changed by the other. */
  assert_merge (change ("<title>A<", "<title>A1<", NULL), change ("<touchpoint id=\"a\">", "<touchpoint id=\"a\" owner=\"Tim\">", NULL),
                change ("<touchpoint id=\"a\">", "<touchpoint id=\"a\" owner=\"Tim\">", "<title>A<", "<title>A1<", NULL));
  assert_merge (change ("<touchpoint id=\"b\">", NEW_B, NULL), change ("<touchpoint id=\"b\">", NEW_B2, NULL),
                change ("<touchpoint id=\"b\">", NEW_XY, NULL));
  assert_merge (change (B, "", C, B C, NULL), change ("<title>B<", "<title>B1<", NULL),
                change (B, "", C, "    <touchpoint id=\"b\">\n      <title>B1</title>\n    </touchpoint>\n" C, NULL));
  assert_merge (change ("value=\"1\"", "value=\"2\"", NULL), change (">Slow<", ">Very slow<", NULL),
                change ("value=\"1\"", "value=\"2\"", ">Slow<", ">Very slow<", NULL));
  /* The same on both sides is done once. */
  assert_merge (change ("<touchpoint id=\"b\">", NEW_B, NULL), change ("<touchpoint id=\"b\">", NEW_B, NULL),
                change ("<touchpoint id=\"b\">", NEW_B, NULL));
  /* What one removed and the other one left alone is removed. */
  assert_merge (change (B, "", NULL), change ("<title>Two<", "<title>Second<", NULL),
                change (B, "", "<title>Two<", "<title>Second<", NULL));
}

static void
test_counts_and_links_add_up (void)
{
  assert_merge (change ("votes=\"2\"", "votes=\"5\"", NULL), change ("votes=\"2\"", "votes=\"3\"", NULL),
                change ("votes=\"2\"", "votes=\"6\"", NULL));
  assert_merge (change ("resolves=\"p\"", "resolves=\"p q\"", NULL), change (" resolves=\"p\"", "", NULL),
                change ("resolves=\"p\"", "resolves=\"q\"", NULL));
}

/* A comment, an element and an attribute that we do not know are merged as well. */
static void
test_unknown (void)
{
  assert_merge (change ("<title>Two<", "<!-- ours --><title>Two<", "<phase id=\"two\">", "<phase id=\"two\" xmlns:f=\"urn:f\" f:a=\"1\">", NULL),
                change ("<title>One<", "<tempo>fast</tempo><title>One<", NULL),
                change ("<title>One<", "<tempo>fast</tempo><title>One<", "<title>Two<", "<!-- ours --><title>Two<",
                        "<phase id=\"two\">", "<phase id=\"two\" xmlns:f=\"urn:f\" f:a=\"1\">", NULL));
}

#define ONE(attrs) "<phase id=\"one\" xmlns:f=\"urn:f\"" attrs ">"

/* An attribute that we do not know is merged as those that we know: what only one side did is taken. */
static void
test_unknown_attributes (void)
{
  static const struct { const char *base, *ours, *theirs, *merged; guint n_conflicts; } cases[] = {
    { ONE (" f:a=\"1\""), ONE (" f:a=\"1\""), ONE (" f:a=\"2\""), ONE (" f:a=\"2\""), 0 },
    { ONE (" f:a=\"1\""), ONE (" f:a=\"2\""), ONE (" f:a=\"1\""), ONE (" f:a=\"2\""), 0 },
    { ONE (" f:a=\"1\""), ONE (" f:a=\"1\""), ONE (""), ONE (""), 0 },
    { ONE (" f:a=\"1\""), ONE (""), ONE (" f:a=\"1\""), ONE (""), 0 },
    { ONE (" f:a=\"1\""), ONE (" f:a=\"2\""), ONE (" f:a=\"3\""), NULL, 1 },
    { ONE (" f:a=\"1\""), ONE (""), ONE (" f:a=\"3\""), NULL, 1 },
    /* One prefix that means two things. */
    { ONE (""), ONE (" xmlns:g=\"urn:g\" g:a=\"1\""), ONE (" xmlns:g=\"urn:h\" g:a=\"2\""),
      ONE (" xmlns:g=\"urn:g\" g:a=\"1\" xmlns:g2=\"urn:h\" g2:a=\"2\""), 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *base_text = change ("<phase id=\"one\">", cases[i].base, NULL);
      g_autofree char *our_text = change ("<phase id=\"one\">", cases[i].ours, NULL);
      g_autofree char *their_text = change ("<phase id=\"one\">", cases[i].theirs, NULL);
      g_autoptr(JmMap) base = read_text (base_text);
      g_autoptr(JmMap) ours = read_text (our_text);
      g_autoptr(JmMap) theirs = read_text (their_text);
      g_autoptr(GPtrArray) conflicts = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(JmMap) merged = jm_merge (base, ours, theirs, &conflicts, &error);
      g_autofree char *written = write_text (merged);
      g_autoptr(JmMap) again = read_text (written);

      g_test_message ("case %u: %s", i, written);
      g_assert_no_error (error);
      g_assert_true (jm_map_equal (merged, again));
      g_assert_cmpuint (conflicts->len, ==, cases[i].n_conflicts);
      if (cases[i].merged != NULL)
        {
          g_autofree char *wanted_text = change ("<phase id=\"one\">", cases[i].merged, NULL);
          g_autoptr(JmMap) wanted = read_text (wanted_text);

          g_assert_true (jm_item_equal (jm_map_find (merged, "one"), jm_map_find (wanted, "one")));
        }
    }
}

/* Nothing that a file says can be taken for the second of something else. */
static void
test_twice (void)
{
  g_autofree char *text = change ("<emotion persona=\"anna\" value=\"1\"/>",
                                  "<emotion persona=\"anna\" value=\"1\"/><emotion persona=\"anna\" value=\"2\"/>"
                                  "<emotion persona=\"anna#2\" value=\"-1\"/>", NULL);
  g_autoptr(JmMap) map = read_text (text);
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JmMap) merged = jm_merge (map, map, map, &conflicts, &error);

  g_assert_no_error (error);
  g_assert_true (jm_map_equal (merged, map));
  g_assert_cmpuint (conflicts->len, ==, 0);
}

static const JmConflict *
get_conflict (GPtrArray *conflicts,
              guint      nth)
{
  g_assert_cmpuint (nth, <, conflicts->len);
  return g_ptr_array_index (conflicts, nth);
}

static void
test_choose_a_text (void)
{
  g_autofree char *ours = change ("<title>A<", "<title>Ours<", NULL);
  g_autofree char *theirs = change ("<title>A<", "<title>Theirs<", NULL);
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(JmMap) merged = merge (ours, theirs, &conflicts);
  JmPlace place;

  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (get_conflict (conflicts, 0)->item_id, ==, "a");
  g_assert_cmpstr (jm_item_get_label (jm_map_find (merged, "a")), ==, "Ours");
  g_assert_true (jm_map_locate (merged, get_conflict (conflicts, 0)->note_id, &place));
  g_assert_cmpstr (jm_item_get_id (place.touchpoint), ==, "a");
  g_assert_nonnull (strstr (jm_item_get_text (place.item), "Theirs"));
  g_assert_cmpstr (jm_item_get_label (jm_map_find (merged, jm_item_get (place.item, JM_ATTR_LANE))), ==, "To choose");
}

/* What is to be chosen after one merge and after the next stands in one lane, unless that was hidden. */
static void
test_choose_again (void)
{
  static const struct { const char *lane; const char *note_lane; } cases[] = {
    { "<lane id=\"to-choose\" kind=\"notes\"><title>To choose</title></lane>", "to-choose" },
    { "<lane id=\"to-choose\" kind=\"notes\" hidden=\"true\"><title>To choose</title></lane>", NULL },
    { "<lane id=\"to-choose\" kind=\"emotion\"/>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lanes = g_strconcat ("<lane id=\"steps\" kind=\"touchpoints\"/>", cases[i].lane, NULL);
      g_autofree char *ours = change ("<title>A<", "<title>Ours<", "<lane id=\"steps\" kind=\"touchpoints\"/>", lanes, NULL);
      g_autofree char *theirs = change ("<title>A<", "<title>Theirs<", NULL);
      g_autoptr(GPtrArray) conflicts = NULL;
      g_autoptr(JmMap) merged = merge (ours, theirs, &conflicts);
      const char *note_lane = jm_item_get (jm_map_find (merged, get_conflict (conflicts, 0)->note_id), JM_ATTR_LANE);

      g_assert_cmpuint (jm_item_count (jm_map_get_root (merged), JM_KIND_LANE), ==, cases[i].note_lane != NULL ? 2 : 3);
      if (cases[i].note_lane != NULL)
        g_assert_cmpstr (note_lane, ==, cases[i].note_lane);
      else
        g_assert_cmpstr (note_lane, !=, "to-choose");
      g_assert_nonnull (jm_map_find (merged, note_lane));
    }
}

/* A conflict is a line of its own whatever the texts are, and is called by words and not by an id. */
static void
test_told_on_one_line (void)
{
  g_autofree char *ours = change ("<title>B</title>", "<description>One\nline</description>", NULL);
  g_autofree char *theirs = change ("<title>B</title>", "<description>Two\nlines</description>", NULL);
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(JmMap) merged = merge (ours, theirs, &conflicts);
  const JmConflict *conflict = get_conflict (conflicts, 0);
  JmPlace place;

  g_assert_null (strchr (conflict->message, '\n'));
  g_assert_cmpstr (conflict->title, ==, "Touchpoint");
  g_assert_true (jm_map_locate (merged, conflict->note_id, &place));
  g_assert_nonnull (strstr (jm_item_get_text (place.item), "Two\nlines"));
}

/* What is no touchpoint's is chosen at the first phase. */
static void
test_choose_of_the_map (void)
{
  g_autofree char *ours = change ("<name>Anna<", "<name>Anne<", "<title>Shop<", "<title>Shopping<", NULL);
  g_autofree char *theirs = change ("<name>Anna<", "<name>Hanna<", "<title>Shop<", "<title>Store<", NULL);
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(JmMap) merged = merge (ours, theirs, &conflicts);
  g_autofree char *written = write_text (merged);
  JmPlace place;

  g_assert_cmpuint (conflicts->len, ==, 2);
  g_assert_nonnull (strstr (written, "Hanna</note>"));
  g_assert_nonnull (strstr (written, "Store</note>"));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (jm_map_locate (merged, get_conflict (conflicts, i)->note_id, &place));
      g_assert_cmpstr (jm_item_get_id (place.phase), ==, "one");
    }
}

static void
test_removed_and_changed (void)
{
  g_autofree char *ours = change (B, "", NULL);
  g_autofree char *theirs = change ("<title>B<", "<title>B1<", NULL);
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(JmMap) merged = merge (ours, theirs, &conflicts);

  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (get_conflict (conflicts, 0)->item_id, ==, "b");
  g_assert_cmpstr (jm_item_get_label (jm_map_find (merged, "b")), ==, "B1");
}

/* A phase that one filled stays with all that was in it when the other one removed it. */
static void
test_removed_and_filled (void)
{
  g_autofree char *ours = change (C, C "    <touchpoint id=\"z\"><title>Z</title></touchpoint>\n", NULL);
  const char *two = strstr (shop, "  <phase id=\"two\">");
  g_autofree char *phase = g_strndup (two, strstr (two, "</journey-map>") - two);
  g_autofree char *theirs = change (phase, "", NULL);
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(JmMap) merged = merge (ours, theirs, &conflicts);

  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (get_conflict (conflicts, 0)->item_id, ==, "two");
  g_assert_nonnull (jm_map_find (merged, "c"));
  g_assert_nonnull (jm_map_find (merged, "z"));
}

/* What one removed and the other one began to refer to stays. */
static void
test_removed_and_referred_to (void)
{
  g_autofree char *ours = change ("  <channel id=\"web\">\n    <title>Web</title>\n  </channel>\n", "", NULL);
  g_autofree char *theirs = change ("<touchpoint id=\"b\">", "<touchpoint id=\"b\" channel=\"web\">", NULL);
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(JmMap) merged = merge (ours, theirs, &conflicts);

  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (jm_item_get_label (jm_map_find (merged, "web")), ==, "Web");
  g_assert_cmpstr (jm_item_get (jm_map_find (merged, "b"), JM_ATTR_CHANNEL), ==, "web");
}

static void
test_moved_by_both (void)
{
  g_autofree char *ours = change (B, "", C, C B, NULL);
  g_autofree char *theirs = change (B, "", "</journey-map>", "<phase id=\"three\"><title>Three</title>" B "</phase></journey-map>", NULL);
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(JmMap) merged = merge (ours, theirs, &conflicts);
  JmPlace place;

  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_nonnull (strstr (get_conflict (conflicts, 0)->message, "Three"));
  g_assert_true (jm_map_locate (merged, "b", &place));
  g_assert_cmpstr (jm_item_get_id (place.phase), ==, "two");
  g_assert_nonnull (jm_map_find (merged, "three"));
}

static void
test_not_related (void)
{
  g_autofree char *theirs = change ("<channel id=\"web\">", "<channel id=\"x1\">", NULL);
  g_autofree char *ours = change ("<touchpoint id=\"b\">", "<touchpoint id=\"x1\">", NULL);
  g_autoptr(JmMap) base = read_text (shop);
  g_autoptr(JmMap) our_map = read_text (ours);
  g_autoptr(JmMap) their_map = read_text (theirs);
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (jm_merge (base, our_map, their_map, &conflicts, &error));
  g_assert_error (error, JM_MERGE_ERROR, JM_MERGE_ERROR_NOT_RELATED);
}

/* Random */

static JmMap *
edit (JmMap *map,
      GRand *rand,
      guint  n)
{
  JmMap *edited = jm_map_ref (map);

  for (guint i = 0; i < n; i++)
    {
      const char *label;
      JmMap *next = jm_random_edit (edited, rand, &label);

      if (next == NULL)
        continue;
      jm_map_unref (edited);
      edited = next;
    }

  return edited;
}

static void
gather (JmItem  *item,
        GString *texts)
{
  g_string_append (texts, jm_item_get_text (item));
  g_string_append_c (texts, '\n');
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    gather (jm_item_get_child (item, i), texts);
}

static void
assert_holds_all (JmItem     *item,
                  const char *base,
                  const char *merged)
{
  const char *text = jm_item_get_text (item);

  if (jm_item_get_kind (item) < JM_KIND_FOREIGN && *text != '\0' && strstr (base, text) == NULL &&
      strstr (merged, text) == NULL)
    g_error ("lost: %s", text);
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    assert_holds_all (jm_item_get_child (item, i), base, merged);
}

static void
assert_plain (JmMap *base,
              JmMap *ours,
              JmMap *theirs,
              JmMap *expected)
{
  g_autoptr(GPtrArray) conflicts = NULL;
  g_autoptr(JmMap) merged = jm_merge (base, ours, theirs, &conflicts, NULL);

  if (!jm_map_equal (merged, expected))
    {
      g_autofree char *one = write_text (merged);
      g_autofree char *other = write_text (expected);

      g_assert_cmpstr (one, ==, other);
    }
  for (guint i = 0; i < conflicts->len; i++)
    g_error ("%s", get_conflict (conflicts, i)->message);
}

/* With only one side changed, or both alike, it is that side; with both changed, a map that can be written and read, with all
 * the words of both in it. */
static void
test_random (void)
{
  for (guint seed = 1; seed <= 400; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(JmMap) base = jm_generate_map (12, seed % 5);
      g_autoptr(JmMap) ours = edit (base, rand, 1 + seed % 12);
      g_autoptr(JmMap) theirs = edit (base, rand, 1 + seed % 9);
      g_autoptr(GPtrArray) conflicts = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(JmMap) merged = NULL;
      g_autoptr(JmMap) again = NULL;
      g_autoptr(JmMap) back = NULL;
      g_autoptr(GString) base_texts = g_string_new (NULL);
      g_autoptr(GString) merged_texts = g_string_new (NULL);
      g_autofree char *written = NULL;

      assert_plain (base, ours, base, ours);
      assert_plain (base, base, theirs, theirs);
      assert_plain (base, ours, ours, ours);

      merged = jm_merge (base, ours, theirs, &conflicts, &error);
      g_assert_no_error (error);
      written = write_text (merged);
      back = read_text (written);
      g_assert_true (jm_map_equal (merged, back));

      gather (jm_map_get_root (base), base_texts);
      gather (jm_map_get_root (merged), merged_texts);
      assert_holds_all (jm_map_get_root (ours), base_texts->str, merged_texts->str);
      assert_holds_all (jm_map_get_root (theirs), base_texts->str, merged_texts->str);

      g_clear_pointer (&conflicts, g_ptr_array_unref);
      again = jm_merge (base, ours, theirs, &conflicts, &error);
      g_assert_true (jm_map_equal (merged, again));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/both-sides", test_both_sides);
  g_test_add_func ("/merge/counts-and-links-add-up", test_counts_and_links_add_up);
  g_test_add_func ("/merge/unknown", test_unknown);
  g_test_add_func ("/merge/unknown-attributes", test_unknown_attributes);
  g_test_add_func ("/merge/twice", test_twice);
  g_test_add_func ("/merge/told-on-one-line", test_told_on_one_line);
  g_test_add_func ("/merge/choose-again", test_choose_again);
  g_test_add_func ("/merge/choose-a-text", test_choose_a_text);
  g_test_add_func ("/merge/choose-of-the-map", test_choose_of_the_map);
  g_test_add_func ("/merge/removed-and-changed", test_removed_and_changed);
  g_test_add_func ("/merge/removed-and-filled", test_removed_and_filled);
  g_test_add_func ("/merge/removed-and-referred-to", test_removed_and_referred_to);
  g_test_add_func ("/merge/moved-by-both", test_moved_by_both);
  g_test_add_func ("/merge/not-related", test_not_related);
  g_test_add_func ("/merge/random", test_random);

  return g_test_run ();
}
