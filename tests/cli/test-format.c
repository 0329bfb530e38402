/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm format: one form for every map, and a file that has it is left alone. */
#include "run.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static const char untidy[] =
  "<lane kind='touchpoints' id='steps'></lane>\n"
  "\n"
  "      <phase color='blue'   id='shop'><title>Winkel</title></phase>\n";

static const char tidy[] =
  "  <lane id=\"steps\" kind=\"touchpoints\"/>\n"
  "  <phase id=\"shop\" color=\"blue\">\n"
  "    <title>Winkel</title>\n"
  "  </phase>\n";

static void
test_output (Folder     *folder,
             const void *data)
{
  g_autofree char *path = write_map (folder, "untidy.cjm", untidy);
  g_autofree char *before = read_all (path, NULL);
  g_autofree char *expected_path = write_map (folder, "tidy.cjm", tidy);
  g_autofree char *expected = read_all (expected_path, NULL);
  g_autoptr (Run)  format = run ("format", path, NULL);
  g_autofree char *after = read_all (path, NULL);

  assert_code (format, 0);
  g_assert_cmpstr (format->output, ==, expected);
  g_assert_cmpstr (before, ==, after);
}

static void
test_file (Folder     *folder,
           const void *data)
{
  g_autofree char *path = write_map (folder, "untidy.cjm", untidy);
  g_autofree char *expected_path = write_map (folder, "tidy.cjm", tidy);
  g_autofree char *expected = read_all (expected_path, NULL);
  g_autofree char *output = in_folder (folder, "output.cjm");
  g_autoptr (Run)  to_file = run ("format", path, "-o", output, NULL);
  g_autoptr (Run)  in_place = run ("format", "--in-place", path, NULL);
  g_autofree char *written = NULL;
  g_autofree char *replaced = NULL;

  assert_code (to_file, 0);
  assert_code (in_place, 0);
  g_assert_cmpstr (to_file->output, ==, "");
  g_assert_cmpstr (in_place->output, ==, "");
  written = read_all (output, NULL);
  replaced = read_all (path, NULL);
  g_assert_cmpstr (written, ==, expected);
  g_assert_cmpstr (replaced, ==, expected);
}

static void
test_left_alone (Folder     *folder,
                 const void *data)
{
  g_autofree char *path = write_map (folder, "tidy.cjm", tidy);
  struct stat      before, after;
  g_autoptr (Run)  format = NULL;

  g_assert_cmpint (stat (path, &before), ==, 0);
  format = run ("format", "--in-place", path, NULL);
  assert_code (format, 0);
  g_assert_cmpint (stat (path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
}

static void
test_failures (Folder     *folder,
               const void *data)
{
  g_autofree char *path = write_map (folder, "broken.cjm", "<phase>");
  g_autofree char *before = read_all (path, NULL);
  g_autoptr (Run)  refused = run ("format", "--in-place", path, NULL);
  g_autoptr (Run)  both = run ("format", "--in-place", path, "-o", path, NULL);
  g_autofree char *after = read_all (path, NULL);

  assert_code (refused, 1);
  g_assert_true (g_str_has_prefix (refused->errors, path));
  assert_code (both, 2);
  assert_holds (both->errors, "not both");
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/format/output", test_output);
  add_test ("/format/file", test_file);
  add_test ("/format/left-alone", test_left_alone);
  add_test ("/format/failures", test_failures);

  return g_test_run ();
}
