/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives a fuzz target every file of its corpus, one test each, where there is no fuzzer: what was found once stays mended. */

#include "fuzz.h"

#include <string.h>

static void
test_file (gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (data, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) content, length), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  GDir *dir;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  dir = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/corpus/", name, NULL);

      g_test_add_data_func_full (path, g_build_filename (argv[1], name, NULL), test_file, g_free);
    }
  g_dir_close (dir);

  return g_test_run ();
}
