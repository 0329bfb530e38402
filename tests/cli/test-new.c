/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm new and cjm templates: a map of one's own from a model. */
#include "run.h"

#include <string.h>
#include <unistd.h>

static char *
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, " date=\"%Y-%m-%d\"");
}

static void
test_new (Folder     *folder,
          const void *data)
{
  g_autofree char *path = in_folder (folder, "map.cjm");
  g_autofree char *before = today ();
  g_autoptr (Run)  new_run = run ("new", "customer-journey-5", "-o", path, NULL);
  g_autofree char *after = today ();
  g_autoptr (Run)  check = run ("check", path, NULL);
  g_autofree char *map = NULL;

  assert_code (new_run, 0);
  g_assert_cmpstr (new_run->output, ==, "");
  g_assert_cmpstr (new_run->errors, ==, "");
  assert_code (check, 0);
  g_assert_cmpstr (check->output, ==, "");

  map = read_all (path, NULL);
  assert_holds (map, "xml:lang=\"en\"");
  /* Midnight may have passed. */
  g_assert_true (strstr (map, before) != NULL || strstr (map, after) != NULL);
  /* What the template says about itself is not true of this journey. */
  g_assert_null (strstr (map, "<scenario>"));
  assert_holds (map, "<phase ");
}

static void
assert_language (Folder     *folder,
                 Run        *result,
                 const char *name,
                 const char *language)
{
  g_autofree char *path = in_folder (folder, name);
  g_autofree char *map = NULL;
  g_autofree char *attribute = g_strdup_printf ("xml:lang=\"%s\"", language);

  assert_code (result, 0);
  map = read_all (path, NULL);
  assert_holds (map, attribute);
  run_free (result);
}

static void
test_language (Folder     *folder,
               const void *data)
{
  g_autofree char *one = in_folder (folder, "1.cjm");
  g_autofree char *two = in_folder (folder, "2.cjm");
  g_autofree char *three = in_folder (folder, "3.cjm");
  g_autofree char *four = in_folder (folder, "4.cjm");

  assert_language (folder, run_in_language ("nl_BE:en", "new", "customer-journey-5", "-o", one, NULL), "1.cjm", "nl");
  assert_language (folder, run_in_language ("nl", "new", "customer-journey-5", "-o", two, "--lang", "en", NULL),
                   "2.cjm", "en");
  assert_language (folder, run ("new", "customer-journey-5", "--lang=nl", "-o", three, NULL), "3.cjm", "nl");
  /* English for those whose language is not there. */
  assert_language (folder, run_in_language ("fi", "new", "customer-journey-5", "-o", four, NULL), "4.cjm", "en");
}

static void
test_never_overwrites (Folder     *folder,
                       const void *data)
{
  g_autofree char *path = in_folder (folder, "map.cjm");
  g_autofree char *link = in_folder (folder, "link.cjm");
  g_autofree char *target = in_folder (folder, "nowhere.cjm");
  g_autofree char *content = NULL;
  g_autoptr (Run)  over_file = NULL;
  g_autoptr (Run)  over_link = NULL;

  g_assert_true (g_file_set_contents (path, "a map of mine", -1, NULL));
  g_assert_cmpint (symlink (target, link), ==, 0);
  over_file = run ("new", "customer-journey-5", "-o", path, NULL);
  over_link = run ("new", "customer-journey-5", "-o", link, NULL);

  assert_code (over_file, 1);
  assert_holds (over_file->errors, "is there already");
  content = read_all (path, NULL);
  g_assert_cmpstr (content, ==, "a map of mine");
  assert_code (over_link, 1);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static void
test_wrong_use (Folder     *folder,
                const void *data)
{
  g_autofree char *path = in_folder (folder, "map.cjm");

  assert_usage (run ("new", NULL), "Something is missing");
  assert_usage (run ("new", "customer-journey-5", NULL), "-o");
  assert_usage (run ("new", "journey", "-o", path, NULL), "no template “journey”. There are: empty, customer-journey-5");
  assert_usage (run ("new", "../examples/ikea", "-o", path, NULL), "no template “../examples/ikea”");
  assert_usage (run ("new", "customer-journey-5", "--lang", "fi", "-o", path, NULL), "in: en, nl");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_templates (Folder     *folder,
                const void *data)
{
  g_autoptr (Run)  english = run ("templates", NULL);
  g_autoptr (Run)  dutch = run_in_language ("nl", "templates", NULL);
  g_auto (GStrv)   english_lines = NULL;
  g_auto (GStrv)   dutch_lines = NULL;
  g_autofree char *line = NULL;

  assert_code (english, 0);
  assert_code (dutch, 0);
  english_lines = g_strsplit (english->output, "\n", -1);
  dutch_lines = g_strsplit (dutch->output, "\n", -1);

  /* The same list for everyone, in words of their own. */
  g_assert_cmpuint (g_strv_length (english_lines), ==, g_strv_length (dutch_lines));
  g_assert_true (g_str_has_prefix (english_lines[0], "empty "));
  g_assert_true (g_str_has_prefix (english_lines[1], "customer-journey-5 "));
  assert_holds (english_lines[1], " en nl ");
  g_assert_cmpstr (english_lines[1], !=, dutch_lines[1]);
  assert_holds (english->output, "\ntouch-tell-sell-care ");

  /* Whatever is listed can be made. */
  for (guint i = 0; english_lines[i] != NULL && *english_lines[i] != '\0'; i++)
    {
      g_autofree char *id = g_strndup (english_lines[i], strcspn (english_lines[i], " "));
      g_autofree char *path = in_folder (folder, id);
      g_autoptr (Run)  new_run = run ("new", id, "-o", path, NULL);

      assert_code (new_run, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/new/new", test_new);
  add_test ("/new/language", test_language);
  add_test ("/new/never-overwrites", test_never_overwrites);
  add_test ("/new/wrong-use", test_wrong_use);
  add_test ("/new/templates", test_templates);

  return g_test_run ();
}
