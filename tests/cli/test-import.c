/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm import: a map from what people have already, and never over one that is there. */
#include "run.h"

#include <string.h>

static char *
write_file (Folder     *folder,
            const char *name,
            const char *content)
{
  char *path = in_folder (folder, name);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

static void
test_formats (Folder     *folder,
              const void *data)
{
  static const struct { const char *name; const char *content; } files[] = {
    { "a.csv", "Phase,Touchpoint\nShop,Paying\n" },
    { "b.TSV", "Phase\tTouchpoint\nShop\tPaying\n" },
    { "c.txt", "Shop\n- Paying\n" },
    { "d.mmd", "journey\n  section Shop\n    Paying: 3: Me\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = write_file (folder, files[i].name, files[i].content);
      g_autofree char *name = g_strdup_printf ("map-%" G_GSIZE_FORMAT ".cjm", i);
      g_autofree char *map = in_folder (folder, name);
      g_autofree char *content = NULL;
      g_autoptr (Run)  import = run ("import", path, "-o", map, NULL);
      g_autoptr (Run)  check = run ("check", map, NULL);

      assert_code (import, 0);
      g_assert_cmpstr (import->output, ==, "");
      g_assert_cmpstr (import->errors, ==, "");
      assert_code (check, 0);
      content = read_all (map, NULL);
      assert_holds (content, "<title>Paying</title>");
    }
}

/* A map is a map, whatever its ending. */
static void
test_xml (Folder     *folder,
          const void *data)
{
  g_autofree char *path = write_map (folder, "map.xml", "  <title>Kept</title>\n");
  g_autofree char *map = in_folder (folder, "new.cjm");
  g_autoptr (Run)  import = run ("import", path, "-o", map, NULL);
  g_autofree char *content = NULL;

  assert_code (import, 0);
  content = read_all (map, NULL);
  assert_holds (content, "<title>Kept</title>");
}

/* What this program exports it imports, and it is the same map to a person. */
static void
test_round_trip (Folder     *folder,
                 const void *data)
{
  g_autofree char *map = example ("two-devices.nl.cjm");
  g_autofree char *table = in_folder (folder, "one.txt");
  g_autofree char *back = in_folder (folder, "back.cjm");
  g_autofree char *again = in_folder (folder, "two.txt");
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autoptr (Run)  out = run ("export", map, "-o", table, NULL);
  g_autoptr (Run)  in = run ("import", table, "-o", back, NULL);
  g_autoptr (Run)  once_more = run ("export", back, "-o", again, NULL);

  assert_code (out, 0);
  assert_code (in, 0);
  assert_code (once_more, 0);
  one = read_all (table, NULL);
  two = read_all (again, NULL);
  /* The day is that of the import. */
  g_assert_cmpstr (strstr (one, "Persona: "), ==, strstr (two, "Persona: "));
}

static void
test_problems (Folder     *folder,
               const void *data)
{
  g_autofree char *odd = write_file (folder, "odd.csv", "Touchpoint,Emotion\nPaying,awful\n");
  g_autofree char *refused = write_file (folder, "refused.csv", "A,B\n1,2\n");
  g_autofree char *other = write_file (folder, "other.docx", "");
  g_autofree char *taken = write_file (folder, "taken.cjm", "before");
  g_autofree char *map = in_folder (folder, "map.cjm");
  g_autofree char *odd_place = g_strconcat (odd, ":2:1: ", NULL);
  g_autofree char *refused_place = g_strconcat (refused, ":1:1: ", NULL);
  g_autofree char *content = NULL;
  g_autoptr (Run)  odd_run = run ("import", odd, "-o", map, NULL);
  g_autoptr (Run)  refused_run = run ("import", refused, "-o", "nothing.cjm", NULL);
  g_autoptr (Run)  other_run = run ("import", other, "-o", "nothing.cjm", NULL);
  g_autoptr (Run)  taken_run = run ("import", odd, "-o", taken, NULL);
  g_autoptr (Run)  nowhere = run ("import", odd, NULL);
  g_autoptr (Run)  language = run ("import", odd, "-o", "nothing.cjm", "--lang", "fr", NULL);

  assert_code (odd_run, 0);
  g_assert_true (g_str_has_prefix (odd_run->errors, odd_place));
  g_assert_true (g_file_test (map, G_FILE_TEST_EXISTS));
  assert_code (refused_run, 1);
  g_assert_true (g_str_has_prefix (refused_run->errors, refused_place));
  assert_code (other_run, 2);
  assert_holds (other_run->errors, ".csv, .tsv, .txt, .mmd, .xml");
  assert_code (taken_run, 1);
  content = read_all (taken, NULL);
  g_assert_cmpstr (content, ==, "before");
  assert_code (nowhere, 2);
  assert_code (language, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/import/formats", test_formats);
  add_test ("/import/xml", test_xml);
  add_test ("/import/round-trip", test_round_trip);
  add_test ("/import/problems", test_problems);

  return g_test_run ();
}
