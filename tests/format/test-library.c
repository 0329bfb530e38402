/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: templates and examples found by their files, in a folder made for the test. */
#include "format/jm-library.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *data;
  char *templates;
} Library;

static void
put (Library    *library,
     const char *name,
     const char *content)
{
  g_autofree char *path = g_build_filename (library->templates, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
put_map (Library    *library,
         const char *name,
         const char *title)
{
  g_autofree char *map = NULL;

  map = g_strdup_printf ("<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" xml:lang=\"en\" "
                         "kind=\"current-state\"><title>%s</title><scenario>About %s</scenario>"
                         "<lane id=\"steps\" kind=\"touchpoints\"/><phase id=\"one\" color=\"blue\"><title>One</title>"
                         "<hint lane=\"steps\">Ask</hint></phase></journey-map>", title, title);
  put (library, name, map);
}

static void
set_up (Library    *library,
        const void *data)
{
  library->data = g_dir_make_tmp ("library-test-XXXXXX", NULL);
  library->templates = g_build_filename (library->data, "templates", NULL);
  g_assert_cmpint (g_mkdir (library->templates, 0777), ==, 0);
  g_setenv ("JM_DATADIR", library->data, TRUE);

  put_map (library, "apple.en.cjm", "Apple");
  put_map (library, "apple.nl.cjm", "Appel");
  put_map (library, "pear.nl.cjm", "Peer");
  put_map (library, "pear.fr.cjm", "Poire");
  put_map (library, "two.dots.en.cjm", "Two dots");
  put_map (library, "plum.en.cjm", "Plum");
  put (library, "order", "plum\nnothing\npear\n");
  /* What is no entry. */
  put (library, "readme.txt", "Templates");
  put_map (library, "nameless.cjm", "No language");
  put_map (library, ".en.cjm", "No id");
}

static void
tear_down (Library    *library,
           const void *data)
{
  g_autoptr (GDir)  dir = g_dir_open (library->templates, 0, NULL);
  const char       *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (library->templates, name, NULL);

      g_remove (path);
    }
  g_rmdir (library->templates);
  g_rmdir (library->data);
  g_free (library->templates);
  g_free (library->data);
}

/* "plum.en pear.fr …" */
static char *
say (const GPtrArray *entries)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const JmLibraryEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%s%s.%s", i > 0 ? " " : "", entry->id, entry->language);
    }

  return g_strdup (text->str);
}

static void
test_list (Library    *library,
           const void *data)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (GPtrArray)  entries = jm_library_list (JM_SHELF_TEMPLATES, &error);
  g_autofree char       *said = say (entries);
  const JmLibraryEntry  *first;

  g_assert_no_error (error);
  /* Those that the file names in its order, then the others in the alphabet's. */
  g_assert_cmpstr (said, ==, "plum.en pear.fr pear.nl apple.en apple.nl two.dots.en");

  first = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (first->title, ==, "Plum");
  g_assert_cmpstr (first->scenario, ==, "About Plum");
  g_assert_true (g_path_is_absolute (first->path));
}

static void
assert_list_for (const char *language,
                 const char *second_language,
                 const char *expected)
{
  const char * const     languages[] = { language, second_language, NULL };
  g_autoptr (GPtrArray)  entries = jm_library_list_for (JM_SHELF_TEMPLATES, languages, NULL);
  g_autofree char       *said = say (entries);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_languages (Library    *library,
                const void *data)
{
  assert_list_for ("nl", "en", "plum.en pear.nl apple.nl two.dots.en");
  assert_list_for ("en", "nl", "plum.en pear.nl apple.en two.dots.en");
  assert_list_for ("fr", "nl", "plum.en pear.fr apple.nl two.dots.en");
  /* English before any other language that a person does not read. */
  assert_list_for ("fi", "C", "plum.en pear.fr apple.en two.dots.en");
}

static void
test_find (Library    *library,
           const void *data)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (JmLibraryEntry)  entry = jm_library_find (JM_SHELF_TEMPLATES, "apple", "nl", &error);
  g_autoptr (JmLibraryEntry)  no_language = NULL;
  g_autoptr (JmLibraryEntry)  no_entry = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (entry->title, ==, "Appel");

  no_language = jm_library_find (JM_SHELF_TEMPLATES, "pear", "en", &error);
  g_assert_null (no_language);
  g_assert_error (error, JM_LIBRARY_ERROR, JM_LIBRARY_ERROR_NO_SUCH_LANGUAGE);
  g_assert_nonnull (strstr (error->message, "fr, nl"));
  g_clear_error (&error);

  no_entry = jm_library_find (JM_SHELF_TEMPLATES, "cherry", NULL, &error);
  g_assert_null (no_entry);
  g_assert_error (error, JM_LIBRARY_ERROR, JM_LIBRARY_ERROR_NO_SUCH_ENTRY);
  g_assert_nonnull (strstr (error->message, "plum, pear, apple, two.dots"));
}

static void
test_start (Library    *library,
            const void *data)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (JmLibraryEntry)  entry = jm_library_find (JM_SHELF_TEMPLATES, "plum", NULL, &error);
  g_autoptr (JmMap)           map = jm_library_start (entry, &error);
  JmItem                     *root;

  g_assert_no_error (error);
  root = jm_map_get_root (map);
  /* What the template says of itself is gone, what it suggests is there. */
  g_assert_cmpstr (jm_item_get_part (root, JM_KIND_TITLE), ==, "");
  g_assert_cmpstr (jm_item_get_part (root, JM_KIND_SCENARIO), ==, "");
  g_assert_true (g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", jm_item_get (root, JM_ATTR_DATE), 0, 0));
  g_assert_cmpuint (jm_item_count (jm_map_find (map, "one"), JM_KIND_HINT), ==, 1);
}

/* A file that is broken does not take the others with it. */
static void
test_broken (Library    *library,
             const void *data)
{
  g_autoptr (GPtrArray)  entries = NULL;
  g_autofree char       *said = NULL;

  put (library, "broken.en.cjm", "<journey-map>");
  g_test_expect_message ("JmFormat", G_LOG_LEVEL_WARNING, "*broken.en.cjm:1:1:*");
  entries = jm_library_list (JM_SHELF_TEMPLATES, NULL);
  g_test_assert_expected_messages ();
  said = say (entries);
  g_assert_cmpstr (said, ==, "plum.en pear.fr pear.nl apple.en apple.nl two.dots.en");
}

static void
test_nothing (Library    *library,
              const void *data)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (GPtrArray)  entries = jm_library_list (JM_SHELF_EXAMPLES, &error);

  g_assert_null (entries);
  g_assert_error (error, JM_LIBRARY_ERROR, JM_LIBRARY_ERROR_NOT_INSTALLED);
  g_assert_nonnull (strstr (error->message, library->data));
}

#define add_test(path, func) g_test_add (path, Library, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/library/list", test_list);
  add_test ("/library/languages", test_languages);
  add_test ("/library/find", test_find);
  add_test ("/library/start", test_start);
  add_test ("/library/broken", test_broken);
  add_test ("/library/nothing", test_nothing);

  return g_test_run ();
}
