/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every file in a folder is a test of its own: examples and templates, samples for the schema, hostile files. */

#include "fixtures.h"

#include "format/jm-same.h"

#include <string.h>

static Schema *schema;

/* Whatever opens must come out of writing and reading as it went in, and be valid unless something was odd or unusual. */
static void
check_comes_back (JmMap *map)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = jm_write_bytes (map, &error);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (JmMap) read_back = NULL;

  g_assert_no_error (error);
  read_back = jm_read_bytes (written, "written.cjm", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (jm_map_equal (map, read_back));
  g_assert_true (jm_map_survived (map, read_back));

  again = jm_write_bytes (read_back, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (written, again));
}

/* An example or a template is canonical, valid, and nothing is to be told about it. */
static void
test_canonical (gconstpointer data)
{
  g_autoptr (GBytes) bytes = fixtures_load (data);
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = jm_read_file (data, &notices, &error);
  g_autoptr (JmMap) once_more = NULL;
  g_autofree char *told = NULL;
  g_autofree char *invalid = schema_find_error (schema, bytes);
  g_autofree char *written = NULL;
  g_autofree char *expected = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_no_error (error);
  told = fixtures_tell (notices);
  g_assert_cmpstr (told, ==, "");
  g_assert_cmpstr (invalid, ==, NULL);

  written = fixtures_write (map);
  g_assert_cmpstr (written, ==, expected);
  check_comes_back (map);

  once_more = jm_read_bytes (bytes, "once-more.cjm", NULL, NULL);
  g_assert_true (jm_map_equal (map, once_more));
}

static void
test_schema_good (gconstpointer data)
{
  g_autoptr (GBytes) bytes = fixtures_load (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = jm_read_file (data, NULL, &error);
  g_autoptr (GBytes) written = NULL;
  g_autofree char *invalid = schema_find_error (schema, bytes);

  g_assert_cmpstr (invalid, ==, NULL);

  g_assert_no_error (error);
  check_comes_back (map);
  written = jm_write_bytes (map, NULL);
  invalid = schema_find_error (schema, written);
  g_assert_cmpstr (invalid, ==, NULL);
}

/* What the schema does not let pass, the reader says something about. */
static void
test_schema_bad (gconstpointer data)
{
  g_autoptr (GBytes) bytes = fixtures_load (data);
  g_autofree char *invalid = schema_find_error (schema, bytes);
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (JmMap) map = NULL;

  g_assert_nonnull (invalid);

  map = jm_read_file (data, &notices, NULL);
  g_assert_cmpuint (notices->len, >, 0);
  if (map != NULL)
    check_comes_back (map);
}

static const char *
get_level_name (GPtrArray     *notices,
                JmNoticeLevel *level)
{
  static const char * const names[] = {
    [JM_NOTICE_REMARK] = "remark", [JM_NOTICE_ODD] = "odd", [JM_NOTICE_REFUSED] = "refused"
  };

  *level = JM_NOTICE_REMARK;
  for (guint i = 0; i < notices->len; i++)
    *level = MAX (*level, ((JmNotice *) notices->pdata[i])->level);

  return notices->len > 0 ? names[*level] : "fine";
}

/* NAME.expect has the outcome in its first line, LINE:COLUMN in its second, and a phrase of the message in its third. */
static void
test_hostile (gconstpointer data)
{
  g_autofree char *stem = g_strndup (data, strlen (data) - strlen (".cjm"));
  g_autofree char *expect_path = g_strconcat (stem, ".expect", NULL);
  g_autofree char *expectation = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = jm_read_file (data, &notices, &error);
  g_auto (GStrv) lines = NULL;
  g_autofree char *told = fixtures_tell (notices);
  JmNoticeLevel level;
  gboolean met = FALSE;

  g_assert_true (g_file_get_contents (expect_path, &expectation, NULL, NULL));
  lines = g_strsplit (expectation, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >=, 3);

  g_test_message ("%s", told);
  g_assert_cmpstr (get_level_name (notices, &level), ==, lines[0]);
  g_assert_cmpint (map == NULL, ==, level == JM_NOTICE_REFUSED);
  g_assert_cmpint (error != NULL, ==, level == JM_NOTICE_REFUSED);

  for (guint i = 0; i < notices->len; i++)
    {
      const JmNotice *notice = notices->pdata[i];
      g_autofree char *position = g_strdup_printf ("%d:%d", notice->line, notice->column);

      met = met || (notice->level == level && g_str_equal (position, lines[1]) &&
                    strstr (notice->message, lines[2]) != NULL);
    }
  g_assert_true (met || notices->len == 0);

  if (error != NULL)
    {
      const JmNotice *last = notices->pdata[notices->len - 1];
      g_autofree char *formatted = jm_notice_format (last);

      g_assert_cmpint (last->level, ==, JM_NOTICE_REFUSED);
      g_assert_cmpstr (error->message, ==, formatted);
    }
  else
    {
      check_comes_back (map);
    }
}

static void
add_tests (char           *folder,
           const char     *prefix,
           GTestDataFunc   function)
{
  g_autofree char *owned_folder = folder;
  g_autoptr (GPtrArray) paths = fixtures_list (folder, ".cjm");

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = g_path_get_basename (paths->pdata[i]);
      g_autofree char *test_path = NULL;

      name[strlen (name) - strlen (".cjm")] = '\0';
      test_path = g_strdup_printf ("/format/%s/%s", prefix, name);
      g_test_add_data_func_full (test_path, g_strdup (paths->pdata[i]), function, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  schema = schema_new ();

  add_tests (fixtures_data_folder ("examples"), "example", test_canonical);
  add_tests (fixtures_data_folder ("templates"), "template", test_canonical);
  add_tests (fixtures_test_folder ("schema-good"), "schema-good", test_schema_good);
  add_tests (fixtures_test_folder ("schema-bad"), "schema-bad", test_schema_bad);
  add_tests (fixtures_test_folder ("hostile"), "hostile", test_hostile);

  result = g_test_run ();
  schema_free (schema);

  return result;
}
