/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The limits on what is opened: each just within, and just beyond with its message. What is large is made here. */

#include "fixtures.h"

#include <string.h>

#define HEAD \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
  "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" kind=\"current-state\">\n" LANE
#define TAIL "</journey-map>\n"

/* Each of these takes a fraction of a second, and minutes when it goes wrong; sanitizers and a busy machine lie between. */
#define SOON (20 * G_USEC_PER_SEC)

/* Reads head, middle and tail; NULL for expected means that it must open without a word. */
static void
check (const char *middle,
       const char *expected)
{
  g_autofree char *text = g_strconcat (HEAD, middle, TAIL, NULL);
  g_autoptr (GBytes) bytes = fixtures_bytes (text);
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = jm_read_bytes (bytes, "x.cjm", &notices, &error);
  g_autofree char *told = fixtures_tell (notices);

  g_assert_cmpstr (told, ==, expected != NULL ? expected : "");
  g_assert_cmpint (map != NULL, ==, expected == NULL || !g_str_has_prefix (expected, "refused"));
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *string = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (string, text);

  return g_string_free (string, FALSE);
}

static void
test_tag_length (void)
{
  /* The tag is <phase id="a" x:n="…"/>, and 64 KiB with everything. */
  const gsize around = strlen ("<phase id=\"a\" xmlns:x=\"u:x\" x:n=\"\"/>");
  g_autofree char *fits = g_strnfill (64 * 1024 - around, 'n');
  g_autofree char *too_long = g_strnfill (64 * 1024 - around + 1, 'n');
  g_autofree char *first = g_strdup_printf ("  <phase id=\"a\" xmlns:x=\"u:x\" x:n=\"%s\"/>\n", fits);
  g_autofree char *second = g_strdup_printf ("  <phase id=\"a\" xmlns:x=\"u:x\" x:n=\"%s\"/>\n", too_long);

  check (first, NULL);
  check (second,
         "refused x.cjm:4:3: This tag is longer than 64 KiB. Put long text into an element instead of an attribute.");
}

static void
test_attributes (void)
{
  for (guint n = 62; n <= 63; n++)
    {
      GString *tag = g_string_new ("  <phase id=\"a\" xmlns:x=\"u:x\"");

      for (guint i = 0; i < n; i++)
        g_string_append_printf (tag, " x:a%u='>'", i);
      g_string_append (tag, "/>\n");

      check (tag->str,
             n == 62 ? NULL : "refused x.cjm:4:3: This element has more than 64 attributes, which no map needs. Remove some.");
      g_string_free (tag, TRUE);
    }
}

/* Few in each tag, and many in all. Each has a name of its own, unless they are to be the same ones in every tag. */
static char *
make_many_attributes (gboolean same)
{
  GString *text = g_string_new ("<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.1\" kind=\"current-state\">\n");

  for (guint i = 0; i < 20001; i++)
    {
      g_string_append (text, "<x");
      for (guint n = 0; n < 50; n++)
        {
          guint number = same ? n : i * 50 + n;

          /* "Bb" and "CA" have the same hash in GLib, and so have all strings made of as many of them. */
          g_string_append_c (text, ' ');
          for (guint bit = 0; bit < 20; bit++)
            g_string_append (text, (number >> bit & 1) != 0 ? "Bb" : "CA");
          g_string_append (text, "=''");
        }
      g_string_append (text, "/>\n");
    }
  g_string_append (text, TAIL);

  return g_string_free (text, FALSE);
}

static void
test_all_attributes (void)
{
  for (guint same = 0; same < 2; same++)
    {
      g_autofree char *text = make_many_attributes (same);
      g_autoptr (GBytes) bytes = fixtures_bytes (text);
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      g_assert_null (jm_read_bytes (bytes, "x.cjm", NULL, &error));
      g_assert_error (error, JM_READ_ERROR, JM_READ_ERROR_LIMIT);
      if (same)
        g_assert_cmpstr (error->message, ==,
                         "x.cjm:20001:1: The elements of the file have more than 1000000 attributes. Divide it into several maps.");
      else
        /* From libxml2 2.14 on its table of names grows, and the attributes are counted first. */
        g_assert_true (strstr (error->message,
                               "The file holds more different names of elements and attributes than any map needs. Remove "
                               "those that are not of JourneyMap.") != NULL ||
                       strstr (error->message, "have more than 1000000 attributes") != NULL);
      g_test_message ("%.1f s", (g_get_monotonic_time () - start) / 1e6);
      g_assert_cmpint (g_get_monotonic_time () - start, <, SOON);
    }
}

/* Half a million attributes take libxml2 a minute; they must not get as far. */
static void
test_many_attributes (void)
{
  GString *tag = g_string_new ("  <phase id=\"a\"");
  gint64 start;

  for (guint i = 0; i < 500000; i++)
    g_string_append_printf (tag, " a%u=''", i);
  g_string_append (tag, "/>\n");

  start = g_get_monotonic_time ();
  check (tag->str, "refused x.cjm:4:3: This element has more than 64 attributes, which no map needs. Remove some.");
  g_assert_cmpint (g_get_monotonic_time () - start, <, SOON);

  g_string_free (tag, TRUE);
}

/* The same behind something that makes the file malformed: a parser that went on would meet them all the same. */
static void
test_many_attributes_after_an_error (void)
{
  GString *text = g_string_new ("  <phase id=\"a\" color=\"<\"/>\n  <phase id=\"b\"");
  gint64 start;

  for (guint i = 0; i < 500000; i++)
    g_string_append_printf (text, " a%u=''", i);
  g_string_append (text, "/>\n");

  start = g_get_monotonic_time ();
  check (text->str,
         "refused x.cjm:4:3: A value in this tag has no closing quotation mark, or holds a “<”. Close it, or write “&lt;”.");
  g_assert_cmpint (g_get_monotonic_time () - start, <, SOON);

  g_string_free (text, TRUE);
}

static void
test_depth (void)
{
  /* The root is at depth 1. */
  for (guint n = 63; n <= 64; n++)
    {
      g_autofree char *open = repeat ("<x:x xmlns:x=\"u:x\">", n - 1);
      g_autofree char *close = repeat ("</x:x>", n - 1);
      g_autofree char *middle = g_strconcat (open, "<x:x xmlns:x=\"u:x\"/>", close, "\n", NULL);
      g_autofree char *expected =
        g_strdup_printf ("refused x.cjm:4:%u: Elements stand within each other more than 64 deep, which no map needs. Take some "
                         "of them out.", 1 + 63 * 19);

      check (middle, n == 63 ? NULL : expected);
    }
}

static void
test_elements (void)
{
  /* With the root and its lane there are 200,000. */
  g_autofree char *most = repeat ("<x/>\n", 199998);
  g_autofree char *one_more = g_strconcat (most, "<x/>\n", NULL);
  g_autofree char *text = g_strconcat ("<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.1\" kind=\"current-state\">"
                                       LANE, most, TAIL, NULL);
  g_autoptr (GBytes) bytes = fixtures_bytes (text);
  g_autoptr (JmMap) map = jm_read_bytes (bytes, "x.cjm", NULL, NULL);
  g_autofree char *text_of_more = g_strconcat ("<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.1\" "
                                               "kind=\"current-state\">" LANE, one_more, TAIL, NULL);
  g_autoptr (GBytes) bytes_of_more = fixtures_bytes (text_of_more);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (map);
  g_assert_cmpuint (jm_item_get_n_children (jm_map_get_root (map)), ==, 199999);

  g_assert_null (jm_read_bytes (bytes_of_more, "x.cjm", NULL, &error));
  g_assert_error (error, JM_READ_ERROR, JM_READ_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==,
                   "x.cjm:200000:1: The file holds more than 200000 elements. Divide it into several maps.");
}

static void
test_comments (void)
{
  g_autofree char *most = repeat ("<!---->", 200000);
  g_autofree char *one_more = g_strconcat (most, "<!---->", NULL);

  check (most, NULL);
  check (one_more,
         "refused x.cjm:4:1400001: The file holds more than 200000 comments. Remove those from here on.");
}

static void
test_text (void)
{
  g_autofree char *most = g_strnfill (1024 * 1024, 't');
  g_autofree char *title = g_strdup_printf ("  <phase id=\"a\">\n    <title>%s</title>\n  </phase>\n", most);
  g_autofree char *too_much = g_strdup_printf ("  <phase id=\"a\">\n    <title>%s<!-- x -->t</title>\n  </phase>\n", most);
  g_autofree char *foreign = g_strdup_printf ("  <x:x xmlns:x=\"u:x\">%st</x:x>\n", most);
  g_autofree char *picture = g_strdup_printf ("  <persona id=\"a\">\n    <picture id=\"p\" media-type=\"image/png\">%s</picture>\n"
                                              "  </persona>\n", most);

  check (title, NULL);
  check (too_much, "refused x.cjm:5:5: The text in this element is longer than 1 MiB, which no map needs. Shorten it.");
  check (foreign, "refused x.cjm:4:3: The text in this element is longer than 1 MiB, which no map needs. Shorten it.");

  /* Pictures have a limit of their own, and going beyond it is not the end of the map. */
  check (picture,
         "remark x.cjm:4:3: <persona> stands later in <journey-map> than usual. It stays there, and means the same. Move it up if "
         "you like.\n"
         "odd x.cjm:5:5: The data of this picture is damaged. A placeholder is drawn, and the data is kept. Put the picture in "
         "once more.");
}

static void
test_large_picture (void)
{
  g_autofree char *data = g_strnfill (6 * 1024 * 1024 + 4, 'A');
  g_autofree char *body = g_strdup_printf ("  <phase id=\"s\">\n    <touchpoint id=\"t\">\n"
                                           "      <picture id=\"p\" media-type=\"image/png\">%s</picture>\n"
                                           "    </touchpoint>\n  </phase>\n", data);
  g_autofree char *text = g_strconcat (HEAD, body, TAIL, NULL);
  g_autoptr (JmMap) map = fixtures_read (text);
  g_autofree char *written = fixtures_write (map);

  check (body,
         "odd x.cjm:6:7: The data of this picture is larger than 6 MiB. A placeholder is drawn, and the data is kept. Put in a "
         "smaller one.");
  g_assert_cmpstr (written, ==, text);
}

/* A map with much that we do not know and blanks after it, length bytes in all. */
static GBytes *
make_file (gsize length)
{
  g_autofree char *words = g_strnfill (1024 * 1024, 'w');
  GString *content = g_string_new (HEAD);

  while (length - content->len > 2 * 1024 * 1024)
    g_string_append_printf (content, "<x:x xmlns:x='u:x'>%s</x:x>\n", words);
  g_string_append (content, TAIL);
  while (content->len < length)
    g_string_append_c (content, '\n');

  return g_string_free_to_bytes (content);
}

static void
test_file (void)
{
  g_autoptr (GBytes) fits = make_file (64 * 1024 * 1024);
  g_autoptr (GBytes) too_large = make_file (64 * 1024 * 1024 + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = jm_read_bytes (fits, "x.cjm", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (map);

  g_assert_null (jm_read_bytes (too_large, "x.cjm", NULL, &error));
  g_assert_error (error, JM_READ_ERROR, JM_READ_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==,
                   "x.cjm:1:1: The file is larger than 64 MiB. Make its pictures smaller, or divide it into several maps.");
}

/* libxml2 has limits of its own, and does not hold to them everywhere. */
static void
test_long_comments (void)
{
  g_autofree char *words = g_strnfill (11 * 1024 * 1024, 'w');
  g_autofree char *comment = g_strconcat ("  <!--", words, "-->\n", NULL);
  g_autofree char *blanks = g_strnfill (11 * 1024 * 1024, ' ');
  g_autofree char *after = g_strconcat (HEAD TAIL, blanks, "<!-- x -->", NULL);
  g_autoptr (JmMap) map = fixtures_read (after);

  g_assert_cmpuint (jm_map_get_n_after (map), ==, 1);
  check (blanks, NULL);
  check (comment, "refused x.cjm:4:3: What stands here is longer than any map needs. Shorten it.");
}

/* Notices beyond a thousand are counted, and the worst of them still shows in the level of the last one. */
static void
test_notices (void)
{
  g_autofree char *loose = repeat ("<x/>\n", 1200);
  g_autofree char *text = g_strconcat (HEAD, loose, "<phase id='a' color='x'/>", TAIL, NULL);
  g_autoptr (GBytes) bytes = fixtures_bytes (text);
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (JmMap) map = jm_read_bytes (bytes, "x.cjm", &notices, NULL);
  const JmNotice *last;

  g_assert_nonnull (map);
  g_assert_cmpuint (notices->len, ==, 1001);
  last = notices->pdata[1000];
  g_assert_cmpint (last->level, ==, JM_NOTICE_ODD);
  g_assert_cmpint (last->line, ==, 1004);
  g_assert_cmpstr (last->message, ==, "There are 201 more notices about this file. Correct those above first.");
}

/* Ids made to collide in GLib's hash of strings: a table of them would be a list. */
static void
test_colliding_ids (void)
{
  GString *phases = g_string_new (NULL);
  gint64 start;

  for (guint i = 0; i < 1 << 16; i++)
    {
      g_string_append (phases, "<phase id='");
      for (guint bit = 0; bit < 16; bit++)
        g_string_append (phases, (i >> bit & 1) != 0 ? "Bb" : "CA");
      g_string_append (phases, "'/>\n");
    }

  start = g_get_monotonic_time ();
  check (phases->str, NULL);
  g_assert_cmpint (g_get_monotonic_time () - start, <, SOON);

  g_string_free (phases, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/limits/tag-length", test_tag_length);
  g_test_add_func ("/format/limits/attributes", test_attributes);
  g_test_add_func ("/format/limits/all-attributes", test_all_attributes);
  g_test_add_func ("/format/limits/many-attributes", test_many_attributes);
  g_test_add_func ("/format/limits/many-attributes-after-an-error", test_many_attributes_after_an_error);
  g_test_add_func ("/format/limits/depth", test_depth);
  g_test_add_func ("/format/limits/elements", test_elements);
  g_test_add_func ("/format/limits/comments", test_comments);
  g_test_add_func ("/format/limits/text", test_text);
  g_test_add_func ("/format/limits/large-picture", test_large_picture);
  g_test_add_func ("/format/limits/file", test_file);
  g_test_add_func ("/format/limits/long-comments", test_long_comments);
  g_test_add_func ("/format/limits/notices", test_notices);
  g_test_add_func ("/format/limits/colliding-ids", test_colliding_ids);

  return g_test_run ();
}
