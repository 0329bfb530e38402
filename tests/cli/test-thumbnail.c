/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm thumbnail: a small picture, as file managers call for it. */
#include "run.h"

#include <string.h>

/* Width and height of a PNG, which stand at the beginning of it. */
static void
assert_png (const char *path,
            guint       most)
{
  gsize            length;
  g_autofree char *data = read_all (path, &length);
  guint32          size[2];

  g_assert_cmpuint (length, >, 24);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  memcpy (size, data + 16, sizeof size);

  /* It fills the square in one direction and keeps its shape. */
  g_assert_cmpuint (MAX (GUINT32_FROM_BE (size[0]), GUINT32_FROM_BE (size[1])), ==, most);
  g_assert_cmpuint (MIN (GUINT32_FROM_BE (size[0]), GUINT32_FROM_BE (size[1])), <, most);
}

static void
test_sizes (Folder     *folder,
            const void *data)
{
  const char *sizes[] = { "16", "128", "256", "1024" };
  g_autofree char *map = example ("ikea.en.cjm");
  g_autofree char *output = in_folder (folder, "thumbnail.png");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Run) result = run ("thumbnail", map, output, sizes[i], NULL);

      assert_code (result, 0);
      g_assert_cmpstr (result->output, ==, "");
      assert_png (output, (guint) g_ascii_strtoull (sizes[i], NULL, 10));
    }
}

static void
test_uri (Folder     *folder,
          const void *data)
{
  g_autofree char *map = example ("ikea.nl.cjm");
  g_autofree char *output = in_folder (folder, "thumbnail.png");
  g_autofree char *uri = g_filename_to_uri (map, NULL, NULL);
  g_autoptr (Run) result = run ("thumbnail", uri, output, "64", NULL);

  assert_code (result, 0);
  assert_png (output, 64);
}

static void
test_wrong_size (Folder     *folder,
                 const void *data)
{
  const char *sizes[] = { "0", "-1", "4097", "big", "", "12.5" };
  g_autofree char *map = example ("ikea.en.cjm");
  g_autofree char *output = in_folder (folder, "thumbnail.png");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Run) result = run ("thumbnail", "--", map, output, sizes[i], NULL);

      assert_code (result, 2);
      assert_holds (result->errors, "from 1 to 4096");
      g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
    }
}

static void
test_no_map (Folder     *folder,
             const void *data)
{
  g_autofree char *map = write_map (folder, "broken.cjm", "<phase>");
  g_autofree char *output = in_folder (folder, "thumbnail.png");
  g_autoptr (Run) result = run ("thumbnail", map, output, "128", NULL);

  assert_code (result, 1);
  assert_holds (result->errors, "broken.cjm:");
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/cli/thumbnail/sizes", test_sizes);
  add_test ("/cli/thumbnail/uri", test_uri);
  add_test ("/cli/thumbnail/wrong-size", test_wrong_size);
  add_test ("/cli/thumbnail/no-map", test_no_map);

  return g_test_run ();
}
