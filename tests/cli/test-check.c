/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm check: says nothing of a map that is fine, and where to look in one that is not. */
#include "run.h"

#include <string.h>

static const char fine[] =
  "  <lane id=\"steps\" kind=\"touchpoints\"/>\n"
  "  <phase id=\"shop\" color=\"blue\">\n"
  "    <title>Winkel</title>\n"
  "  </phase>\n";

/* A reference to nothing: line 5. */
static const char remark[] =
  "  <lane id=\"steps\" kind=\"touchpoints\"/>\n"
  "  <phase id=\"shop\" color=\"blue\">\n"
  "    <touchpoint id=\"try\" channel=\"nowhere\"/>\n"
  "  </phase>\n";

/* A severity of 7: line 6. */
static const char odd[] =
  "  <lane id=\"steps\" kind=\"touchpoints\"/>\n"
  "  <phase id=\"shop\" color=\"blue\">\n"
  "    <touchpoint id=\"try\">\n"
  "      <pain-point id=\"p1\" severity=\"7\">Te duur</pain-point>\n"
  "    </touchpoint>\n"
  "  </phase>\n";

/* An id that stands twice: line 4. */
static const char refused[] =
  "  <lane id=\"steps\" kind=\"touchpoints\"/>\n"
  "  <lane id=\"steps\" kind=\"emotion\"/>\n";

static void
assert_check (Folder     *folder,
              const char *content,
              int         code,
              const char *place)
{
  g_autofree char *path = write_map (folder, "map.cjm", content);
  g_autoptr (Run)  check = run ("check", path, NULL);
  g_autofree char *beginning = g_strdup_printf ("%s:%s", path, place);

  assert_code (check, code);
  g_assert_cmpstr (check->errors, ==, "");
  if (place[0] == '\0')
    g_assert_cmpstr (check->output, ==, "");
  else if (!g_str_has_prefix (check->output, beginning))
    g_error ("does not begin with %s: %s", beginning, check->output);
}

static void
test_outcomes (Folder     *folder,
               const void *data)
{
  assert_check (folder, fine, 0, "");
  assert_check (folder, remark, 0, "5:");
  assert_check (folder, odd, 1, "6:");
  assert_check (folder, refused, 1, "4:");
  assert_check (folder, "</journey-map>", 1, "3:");
}

static void
test_several (Folder     *folder,
              const void *data)
{
  g_autofree char *fine_path = write_map (folder, "fine.cjm", fine);
  g_autofree char *odd_path = write_map (folder, "odd.cjm", odd);
  g_autofree char *remark_path = write_map (folder, "remark.cjm", remark);
  g_autofree char *no_path = in_folder (folder, "nothing.cjm");
  g_autofree char *no_place = g_strconcat (no_path, ":1:1: ", NULL);
  g_autoptr (Run)  all = run ("check", no_path, odd_path, fine_path, remark_path, NULL);
  g_autoptr (Run)  good = run ("check", fine_path, remark_path, NULL);

  /* One that is wrong does not keep the others from being looked at. */
  assert_code (all, 1);
  assert_holds (all->output, no_place);
  assert_holds (all->output, odd_path);
  assert_holds (all->output, remark_path);
  g_assert_null (strstr (all->output, fine_path));

  assert_code (good, 0);
}

static void
test_no_file (Folder     *folder,
              const void *data)
{
  g_autofree char *place = g_strconcat (folder->path, ":1:1: ", NULL);
  g_autoptr (Run)  check = run ("check", folder->path, NULL);

  assert_code (check, 1);
  assert_holds (check->output, place);
}

/* What comes with the program is fine, down to the last remark. */
static void
test_shipped (Folder     *folder,
              const void *data)
{
  const char * const shelves[] = { "examples", "templates" };
  guint              n_maps = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (shelves); i++)
    {
      g_autofree char   *shelf = g_build_filename (g_getenv ("JM_DATADIR"), shelves[i], NULL);
      g_autoptr (GDir)   dir = g_dir_open (shelf, 0, NULL);
      const char        *name;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (shelf, name, NULL);
          g_autoptr (Run)  check = NULL;

          if (!g_str_has_suffix (name, ".cjm"))
            continue;
          check = run ("check", path, NULL);
          assert_code (check, 0);
          g_assert_cmpstr (check->output, ==, "");
          n_maps++;
        }
    }

  g_assert_cmpuint (n_maps, >, 0);
}

static void
test_method (Folder     *folder,
             const void *data)
{
  g_autofree char *path = write_map (folder, "map.cjm", fine);
  g_autofree char *bad_path = write_map (folder, "bad.cjm", refused);
  g_autofree char *line = g_strconcat (path, ": Winkel: What happens here? The phase has no touchpoint.\n", NULL);
  g_autofree char *answered = NULL;
  g_autoptr (Run)  method = run ("check", "--method", path, NULL);
  g_autoptr (Run)  bad = run ("check", "--method", bad_path, path, NULL);
  g_autoptr (Run)  quiet = NULL;

  assert_code (method, 0);
  assert_holds (method->output, line);
  /* Once. */
  g_assert_null (strstr (strstr (method->output, line) + 1, line));
  g_assert_cmpstr (method->errors, ==, "");

  /* A map that cannot be opened is told of as ever, and the other one all the same. */
  assert_code (bad, 1);
  assert_holds (bad->output, bad_path);
  assert_holds (bad->output, line);

  answered = g_strconcat (fine, "  <dismissed check=\"phase-without-touchpoint\" item=\"shop\"/>\n", NULL);
  g_free (write_map (folder, "map.cjm", answered));
  quiet = run ("check", "--method", path, NULL);
  assert_code (quiet, 0);
  g_assert_null (strstr (quiet->output, line));
}

/* Maps that cannot be meant so: the method says what is odd about each. */
static void
test_extremes (Folder     *folder,
               const void *data)
{
  static const struct { const char *name; const char *said; } extremes[] = {
    { "times", "This phase is over in no time beside “A hundred years”." },
    { "personas", "There are 30 personas on this map." },
    { "links", "What this transition leads from and to is not on the map." },
    { "links", "This transition leads from a touchpoint to itself." },
    { "links", "lead round in a circle." },
    { "links", "This note is in no lane of notes." },
    { "measures", "In a chain of measures this one is zero." },
    { "measures", "In a chain of measures this one is less than nothing." },
    { "titles", "Donaudampfschiff" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (extremes); i++)
    {
      g_autofree char *name = g_strdup_printf ("extreme-%s.cjm", extremes[i].name);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "pictures", "maps", name, NULL);
      g_autoptr (Run)  method = run ("check", "--method", path, NULL);

      assert_code (method, 0);
      assert_holds (method->output, extremes[i].said);
    }
}

/* Each thing is one line, whatever the files are called, and after two dashes nothing is an option. */
static void
test_names (Folder     *folder,
            const void *data)
{
  static const char * const names[] = { "two\nlines.cjm", "quo\"te's.cjm", "a b.cjm", "\303\251.cjm" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = write_map (folder, names[i], odd);
      g_autoptr (Run)  check = run ("check", "--", path, NULL);
      g_autoptr (Run)  method = run ("check", "--method", "--", path, NULL);
      g_auto (GStrv)   lines = g_strsplit (method->output, "\n", -1);

      assert_code (check, 1);
      g_assert_true (strchr (check->output, '\n') == check->output + strlen (check->output) - 1);
      assert_holds (check->output, ".cjm:6:");
      assert_code (method, 0);
      for (gsize j = 0; lines[j] != NULL && *lines[j] != '\0'; j++)
        assert_holds (lines[j], ".cjm: ");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/check/outcomes", test_outcomes);
  add_test ("/check/several", test_several);
  add_test ("/check/no-file", test_no_file);
  add_test ("/check/shipped", test_shipped);
  add_test ("/check/method", test_method);
  add_test ("/check/extremes", test_extremes);
  add_test ("/check/names", test_names);

  return g_test_run ();
}
