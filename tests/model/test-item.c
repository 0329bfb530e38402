/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items: what they hold, what copies of them share, and how long they live. */
#include "model/jm-item.h"

#include <string.h>

static void
test_attributes (void)
{
  g_autoptr(JmItem) pain = jm_item_new (JM_KIND_PAIN_POINT, "p1");
  double number = 7;

  g_assert_cmpstr (jm_item_get (pain, JM_ATTR_ID), ==, "p1");
  g_assert_null (jm_item_get (pain, JM_ATTR_SEVERITY));
  g_assert_cmpstr (jm_item_get_or_default (pain, JM_ATTR_SEVERITY), ==, "1");
  g_assert_cmpint (jm_item_get_integer (pain, JM_ATTR_SEVERITY, 9), ==, 1);
  g_assert_cmpint (jm_item_get_integer (pain, JM_ATTR_EFFORT, 9), ==, 9);
  g_assert_false (jm_item_get_number (pain, JM_ATTR_EFFORT, &number));
  g_assert_cmpfloat (number, ==, 7);

  jm_item_set (pain, JM_ATTR_OWNER, "Team");
  jm_item_set (pain, JM_ATTR_SEVERITY, "3");
  g_assert_cmpint (jm_item_get_integer (pain, JM_ATTR_SEVERITY, 9), ==, 3);
  g_assert_cmpstr (jm_item_get (pain, JM_ATTR_OWNER), ==, "Team");

  /* A default is not kept, however it is written, so that it is not written either. */
  jm_item_set (pain, JM_ATTR_SEVERITY, "1.0");
  g_assert_null (jm_item_get (pain, JM_ATTR_SEVERITY));
  g_assert_cmpstr (jm_item_get (pain, JM_ATTR_OWNER), ==, "Team");
  jm_item_set (pain, JM_ATTR_OWNER, "");
  g_assert_cmpstr (jm_item_get (pain, JM_ATTR_OWNER), ==, "");
  jm_item_set (pain, JM_ATTR_OWNER, NULL);
  g_assert_null (jm_item_get (pain, JM_ATTR_OWNER));
}

static void
test_always_written (void)
{
  g_autoptr(JmItem) emotion = jm_item_new (JM_KIND_EMOTION, NULL);
  g_autoptr(JmItem) map = jm_item_new (JM_KIND_MAP, NULL);

  g_assert_cmpstr (jm_item_get (emotion, JM_ATTR_VALUE), ==, "0");
  jm_item_set (emotion, JM_ATTR_VALUE, "0.00");
  g_assert_cmpstr (jm_item_get (emotion, JM_ATTR_VALUE), ==, "0");
  jm_item_set (emotion, JM_ATTR_VALUE, NULL);
  g_assert_cmpstr (jm_item_get (emotion, JM_ATTR_VALUE), ==, "0");
  g_assert_cmpstr (jm_item_get (map, JM_ATTR_VERSION), ==, "1.0");
  g_assert_cmpstr (jm_item_get (map, JM_ATTR_KIND), ==, "current-state");
  g_assert_null (jm_item_get (map, JM_ATTR_AXIS));
}

static void
test_durations_and_references (void)
{
  g_autoptr(JmItem) phase = jm_item_new (JM_KIND_PHASE, "one");
  g_autoptr(JmItem) idea = jm_item_new (JM_KIND_OPPORTUNITY, "o1");
  double seconds = -1;

  g_assert_false (jm_item_get_duration (phase, JM_ATTR_DURATION, &seconds));
  jm_item_set (phase, JM_ATTR_DURATION, "PT1H30M");
  g_assert_true (jm_item_get_duration (phase, JM_ATTR_DURATION, &seconds));
  g_assert_cmpfloat (seconds, ==, 5400);

  g_assert_false (jm_item_refers_to (idea, JM_ATTR_RESOLVES, "p1"));
  jm_item_set (idea, JM_ATTR_RESOLVES, "p10  p2\tp3");
  g_assert_false (jm_item_refers_to (idea, JM_ATTR_RESOLVES, "p1"));
  g_assert_true (jm_item_refers_to (idea, JM_ATTR_RESOLVES, "p10"));
  g_assert_true (jm_item_refers_to (idea, JM_ATTR_RESOLVES, "p2"));
  g_assert_true (jm_item_refers_to (idea, JM_ATTR_RESOLVES, "p3"));
}

static void
test_parts (void)
{
  g_autoptr(JmItem) touchpoint = jm_item_new (JM_KIND_TOUCHPOINT, "t1");
  JmItem *kept;

  g_assert_cmpstr (jm_item_get_part (touchpoint, JM_KIND_TITLE), ==, "");
  g_assert_cmpstr (jm_item_get_label (touchpoint), ==, "");

  jm_item_append (touchpoint, jm_item_new (JM_KIND_EMOTION, NULL));
  jm_item_set_part (touchpoint, JM_KIND_DESCRIPTION, "Long");
  jm_item_set_part (touchpoint, JM_KIND_TITLE, "Short");
  g_assert_cmpint (jm_item_get_kind (jm_item_get_child (touchpoint, 0)), ==, JM_KIND_TITLE);
  g_assert_cmpint (jm_item_get_kind (jm_item_get_child (touchpoint, 1)), ==, JM_KIND_DESCRIPTION);
  g_assert_cmpint (jm_item_get_kind (jm_item_get_child (touchpoint, 2)), ==, JM_KIND_EMOTION);
  g_assert_cmpstr (jm_item_get_label (touchpoint), ==, "Short");

  jm_item_set_part (touchpoint, JM_KIND_TITLE, "");
  g_assert_null (jm_item_get_first (touchpoint, JM_KIND_TITLE));
  g_assert_cmpuint (jm_item_get_n_children (touchpoint), ==, 2);

  /* One that holds something that we do not know stays. */
  kept = jm_item_new_text (JM_KIND_TITLE, "Short");
  jm_item_append (kept, jm_item_new_foreign ("x", "urn:x", "mark"));
  jm_item_insert (touchpoint, 0, kept);
  jm_item_set_part (touchpoint, JM_KIND_TITLE, NULL);
  g_assert_cmpstr (jm_item_get_part (touchpoint, JM_KIND_TITLE), ==, "");
  g_assert_cmpuint (jm_item_get_n_children (jm_item_get_first (touchpoint, JM_KIND_TITLE)), ==, 1);
}

/* Its bytes are nothing that anybody would call it. */
static void
test_picture (void)
{
  g_autoptr(JmItem) picture = jm_item_new_text (JM_KIND_PICTURE, "iVBORw0KGgo=");

  g_assert_cmpstr (jm_item_get_label (picture), ==, "");
  jm_item_set (picture, JM_ATTR_ALT, "The chair");
  g_assert_cmpstr (jm_item_get_label (picture), ==, "The chair");
}

static void
test_children (void)
{
  g_autoptr(JmItem) phase = jm_item_new (JM_KIND_PHASE, "one");
  JmItem *child;
  guint cursor = 0;
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);

      jm_item_insert (phase, i / 2, jm_item_new (JM_KIND_TOUCHPOINT, id));
    }
  while (jm_item_get_n_children (phase) > 5)
    jm_item_remove (phase, 2);
  jm_item_append (phase, jm_item_new_text (JM_KIND_COMMENT, "c"));
  jm_item_append (phase, jm_item_new (JM_KIND_TOUCHPOINT, "last"));
  jm_item_replace (phase, 0, jm_item_new (JM_KIND_TOUCHPOINT, "first"));

  while ((child = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor)) != NULL)
    g_string_append_printf (ids, "%s ", jm_item_get_id (child));
  g_assert_cmpstr (ids->str, ==, "first t3 t4 t2 t0 last ");
  g_assert_cmpuint (jm_item_count (phase, JM_KIND_TOUCHPOINT), ==, 6);
  g_assert_cmpstr (jm_item_get_id (jm_item_get_nth (phase, JM_KIND_TOUCHPOINT, 5)), ==, "last");
  g_assert_null (jm_item_get_nth (phase, JM_KIND_TOUCHPOINT, 6));

  g_string_free (ids, TRUE);
}

static void
test_copies_share (void)
{
  g_autoptr(JmItem) phase = jm_item_new (JM_KIND_PHASE, "one");
  g_autoptr(JmItem) copy = NULL;

  jm_item_set (phase, JM_ATTR_COLOR, "#123456");
  jm_item_append (phase, jm_item_new (JM_KIND_TOUCHPOINT, "t1"));
  jm_item_seal (phase);

  copy = jm_item_copy (phase);
  g_assert_true (jm_item_get_child (copy, 0) == jm_item_get_child (phase, 0));
  g_assert_true (jm_item_equal (copy, phase));

  jm_item_set (copy, JM_ATTR_COLOR, "blue");
  jm_item_append (copy, jm_item_new (JM_KIND_TOUCHPOINT, "t2"));
  g_assert_cmpstr (jm_item_get (phase, JM_ATTR_COLOR), ==, "#123456");
  g_assert_cmpuint (jm_item_get_n_children (phase), ==, 1);
  g_assert_false (jm_item_equal (copy, phase));
}

static void
test_long_texts_are_shared (void)
{
  g_autofree char *base64 = g_strnfill (100000, 'A');
  g_autoptr(JmItem) picture = jm_item_new_text (JM_KIND_PICTURE, base64);
  g_autoptr(JmItem) copy = jm_item_copy (picture);

  g_assert_true (jm_item_get_text (copy) == jm_item_get_text (picture));
  jm_item_set_text (copy, "short");
  g_assert_cmpstr (jm_item_get_text (picture), ==, base64);
}

static void
expect_refusal (void (*change) (JmItem *))
{
  g_autoptr(JmItem) phase = jm_item_new (JM_KIND_PHASE, "one");

  jm_item_append (phase, jm_item_new (JM_KIND_TOUCHPOINT, "t1"));
  jm_item_seal (phase);
  g_test_expect_message ("JmModel", G_LOG_LEVEL_CRITICAL, "*sealed*");
  change (phase);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (jm_item_get_n_children (phase), ==, 1);
  g_assert_cmpstr (jm_item_get_id (phase), ==, "one");
  g_assert_null (jm_item_get (phase, JM_ATTR_COLOR));
}

static void
set_color (JmItem *item)
{
  jm_item_set (item, JM_ATTR_COLOR, "blue");
}

static void
set_another_id (JmItem *item)
{
  jm_item_set_id (item, "two");
}

static void
remove_first (JmItem *item)
{
  jm_item_remove (item, 0);
}

static void
test_sealed (void)
{
  g_autoptr(JmItem) parent = jm_item_new (JM_KIND_MAP, NULL);
  JmItem *child = jm_item_new (JM_KIND_PHASE, "one");

  expect_refusal (set_color);
  expect_refusal (set_another_id);
  expect_refusal (remove_first);

  /* Being put into another one seals. */
  jm_item_append (parent, child);
  g_test_expect_message ("JmModel", G_LOG_LEVEL_CRITICAL, "*sealed*");
  jm_item_set (child, JM_ATTR_COLOR, "blue");
  g_test_assert_expected_messages ();
}

static void
test_foreign (void)
{
  g_autoptr(JmItem) mark = jm_item_new_foreign ("x", "urn:x", "mark");
  g_autoptr(JmItem) title = jm_item_new_text (JM_KIND_TITLE, "T");
  g_autoptr(JmItem) copy = NULL;

  jm_item_add_namespace (mark, "x", "urn:x");
  jm_item_add_namespace (mark, NULL, "urn:default");
  jm_item_add_foreign (mark, NULL, NULL, "one", "1");
  jm_item_add_foreign (mark, "x", "urn:x", "two", "2 & 3");
  jm_item_append (mark, jm_item_new_text (JM_KIND_TEXT, "in it"));

  copy = jm_item_copy (mark);
  g_assert_true (jm_item_equal (mark, copy));
  g_assert_cmpstr (jm_item_get_name (copy)->local, ==, "mark");
  g_assert_cmpstr (jm_item_get_name (copy)->uri, ==, "urn:x");
  g_assert_null (jm_item_get_name (title));
  g_assert_cmpuint (jm_item_get_n_foreign (copy), ==, 2);
  g_assert_cmpstr (jm_item_get_foreign (copy, 1)->name.local, ==, "two");
  g_assert_cmpstr (jm_item_get_foreign (copy, 1)->value, ==, "2 & 3");
  g_assert_cmpuint (jm_item_get_n_namespaces (copy), ==, 2);
  g_assert_null (jm_item_get_namespace (copy, 1)->prefix);

  jm_item_add_foreign (copy, NULL, NULL, "three", "");
  g_assert_false (jm_item_equal (mark, copy));

  /* Also on an item that we do know. */
  jm_item_add_foreign (title, "x", "urn:x", "two", "2");
  g_assert_cmpuint (jm_item_get_n_foreign (title), ==, 1);
}

static guint
offset_after (const char *text,
              guint       offset,
              const char *new_text)
{
  g_autoptr(JmItem) title = jm_item_new_text (JM_KIND_TITLE, text);
  JmItem *mark = jm_item_new_foreign (NULL, NULL, "mark");

  jm_item_set_text_offset (mark, offset);
  jm_item_append (title, mark);
  jm_item_set_text (title, new_text);

  return jm_item_get_text_offset (jm_item_get_child (title, 0));
}

/* Something within a text stays beside the characters that it stood beside. */
static void
test_text_offsets (void)
{
  g_assert_cmpuint (offset_after ("one two", 4, "one two three"), ==, 4);
  g_assert_cmpuint (offset_after ("one two", 4, "once two"), ==, 5);
  g_assert_cmpuint (offset_after ("one two", 7, "one and two"), ==, 11);
  g_assert_cmpuint (offset_after ("one two", 0, "and one two"), ==, 0);
  g_assert_cmpuint (offset_after ("one two", 4, ""), ==, 0);
  g_assert_cmpuint (offset_after ("one two", 5, "one x"), <=, 5);
  g_assert_cmpuint (offset_after ("xé", 3, "xè"), ==, 3);
  g_assert_cmpuint (offset_after ("aébc", 4, "aèc"), !=, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/item/attributes", test_attributes);
  g_test_add_func ("/item/always-written", test_always_written);
  g_test_add_func ("/item/durations-and-references", test_durations_and_references);
  g_test_add_func ("/item/parts", test_parts);
  g_test_add_func ("/item/picture", test_picture);
  g_test_add_func ("/item/children", test_children);
  g_test_add_func ("/item/copies-share", test_copies_share);
  g_test_add_func ("/item/long-texts-are-shared", test_long_texts_are_shared);
  g_test_add_func ("/item/sealed", test_sealed);
  g_test_add_func ("/item/foreign", test_foreign);
  g_test_add_func ("/item/text-offsets", test_text_offsets);

  return g_test_run ();
}
