/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm export: from a file to a picture, and what is said when there is none. */
#include "run.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static guint32
read_big_endian (const char *at)
{
  guint32 number;

  memcpy (&number, at, 4);

  return GUINT32_FROM_BE (number);
}

/* The width and height that a PNG has. */
static void
read_png (const char *path,
          guint32    *width,
          guint32    *height)
{
  gsize            length;
  g_autofree char *png = read_all (path, &length);

  g_assert_cmpuint (length, >, 24);
  g_assert_cmpmem (png, 8, "\x89PNG\r\n\x1a\n", 8);
  *width = read_big_endian (png + 16);
  *height = read_big_endian (png + 20);
}

static void
test_formats (Folder     *folder,
              const void *data)
{
  g_autofree char *map = example ("ikea.nl.cjm");
  g_autofree char *svg_path = in_folder (folder, "map.svg");
  g_autofree char *png_path = in_folder (folder, "map.PNG");
  g_autofree char *pdf_path = in_folder (folder, "map.pdf");
  g_autoptr (Run)  svg_run = run ("export", map, "-o", svg_path, NULL);
  g_autoptr (Run)  png_run = run ("export", "-o", png_path, map, NULL);
  g_autoptr (Run)  pdf_run = run ("export", map, "--output", pdf_path, NULL);
  g_autofree char *svg = NULL;
  g_autofree char *pdf = NULL;
  guint32          width, height;

  assert_code (svg_run, 0);
  assert_code (png_run, 0);
  assert_code (pdf_run, 0);
  /* Nothing to say, nothing said. */
  g_assert_cmpstr (svg_run->output, ==, "");
  g_assert_cmpstr (svg_run->errors, ==, "");

  svg = read_all (svg_path, NULL);
  g_assert_true (g_str_has_prefix (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
  assert_holds (svg, "Een middag naar IKEA");
  read_png (png_path, &width, &height);
  g_assert_cmpuint (width, >, height);
  pdf = read_all (pdf_path, NULL);
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
}

static void
test_scale (Folder     *folder,
            const void *data)
{
  g_autofree char *map = example ("ikea.en.cjm");
  g_autofree char *once = in_folder (folder, "1.png");
  g_autofree char *twice = in_folder (folder, "2.png");
  g_autofree char *half = in_folder (folder, "0.5.png");
  g_autofree char *large = in_folder (folder, "large.png");
  g_autoptr (Run)  one = run ("export", map, "-o", once, NULL);
  g_autoptr (Run)  two = run ("export", map, "-o", twice, "--scale", "2", NULL);
  g_autoptr (Run)  smaller = run ("export", map, "-o", half, "--scale=0.5", NULL);
  g_autoptr (Run)  too_large = run ("export", map, "-o", large, "--scale", "1000", NULL);
  guint32          width, height, twice_width, twice_height, half_width, half_height;

  assert_code (one, 0);
  assert_code (two, 0);
  assert_code (smaller, 0);
  read_png (once, &width, &height);
  read_png (twice, &twice_width, &twice_height);
  read_png (half, &half_width, &half_height);
  g_assert_cmpuint (ABS ((int) twice_width - 2 * (int) width), <=, 1);
  g_assert_cmpuint (ABS ((int) twice_height - 2 * (int) height), <=, 1);
  g_assert_cmpuint (ABS (2 * (int) half_width - (int) width), <=, 2);

  assert_code (too_large, 1);
  assert_holds (too_large->errors, "a scale of at most ");
  g_assert_false (g_file_test (large, G_FILE_TEST_EXISTS));
}

static void
test_style (Folder     *folder,
            const void *data)
{
  g_autofree char *map = example ("ikea.nl.cjm");
  const char      *styles[] = { "light", "dark", "print" };
  char            *svgs[3];

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *path = in_folder (folder, styles[i]);
      g_autofree char *svg_path = g_strconcat (path, ".svg", NULL);
      g_autoptr (Run)  export = run ("export", map, "-o", svg_path, "--style", styles[i], NULL);

      assert_code (export, 0);
      svgs[i] = read_all (svg_path, NULL);
    }

  g_assert_cmpstr (svgs[0], !=, svgs[1]);
  g_assert_cmpstr (svgs[0], !=, svgs[2]);
  g_assert_cmpstr (svgs[1], !=, svgs[2]);
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    g_free (svgs[i]);
}

static void
test_outlines (Folder     *folder,
               const void *data)
{
  g_autofree char *map = example ("ikea.nl.cjm");
  g_autofree char *text_path = in_folder (folder, "text.svg");
  g_autofree char *outlines_path = in_folder (folder, "outlines.svg");
  g_autoptr (Run)  text_run = run ("export", map, "-o", text_path, NULL);
  g_autoptr (Run)  outlines_run = run ("export", map, "-o", outlines_path, "--outlines", NULL);
  g_autofree char *text = NULL;
  g_autofree char *outlines = NULL;

  assert_code (text_run, 0);
  assert_code (outlines_run, 0);
  text = read_all (text_path, NULL);
  outlines = read_all (outlines_path, NULL);
  assert_holds (text, "<text ");
  g_assert_null (strstr (outlines, "<text "));
}

static void
test_lanes (Folder     *folder,
            const void *data)
{
  g_autofree char *map = example ("ikea.nl.cjm");
  g_autofree char *path = in_folder (folder, "map.svg");
  g_autoptr (Run)  export = run ("export", map, "-o", path, "--lanes", "touchpoints, emotion", NULL);
  g_autoptr (Run)  nothing = run ("export", map, "-o", path, "--lanes", "touchpoints,moods", NULL);
  g_autofree char *svg = NULL;

  assert_code (export, 0);
  svg = read_all (path, NULL);
  assert_holds (svg, "Parkeren");
  g_assert_null (strstr (svg, "Gangnummer"));

  assert_code (nothing, 2);
  assert_holds (nothing->errors, "no lane “moods”");
}

/* No picture in the place of a map, by whatever name that goes. */
static void
test_spares_the_map (Folder     *folder,
                     const void *data)
{
  g_autofree char *original = example ("ikea.nl.cjm");
  g_autofree char *text = in_folder (folder, "map.txt");
  g_autofree char *link = in_folder (folder, "link.svg");
  gsize            length, length_after;
  g_autofree char *before = read_all (original, &length);
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (text, before, (gssize) length, NULL));
  g_assert_cmpint (symlink ("map.txt", link), ==, 0);

  assert_usage (run ("export", text, "-o", text, NULL), "is the map itself");
  assert_usage (run ("export", text, "-o", link, NULL), "is the map itself");
  assert_usage (run ("export", original, "--compare", text, "-o", text, NULL), "is the map itself");
  assert_usage (run ("thumbnail", text, link, "64", NULL), "is the map itself");

  after = read_all (text, &length_after);
  g_assert_cmpmem (before, length, after, length_after);
}

static void
test_wrong_use (Folder     *folder,
                const void *data)
{
  g_autofree char *map = example ("ikea.nl.cjm");
  g_autofree char *path = in_folder (folder, "map.svg");
  g_autofree char *doc = in_folder (folder, "map.doc");
  g_autofree char *bare = in_folder (folder, "map");

  assert_usage (run ("export", NULL), "Something is missing");
  assert_usage (run ("export", map, NULL), "-o");
  assert_usage (run ("export", "-o", path, NULL), "Something is missing");
  assert_usage (run ("export", map, "second.cjm", "-o", path, NULL), "“second.cjm” is one word too many");
  assert_usage (run ("export", map, "-o", path, "--style", "pink", NULL), "no style “pink”");
  assert_usage (run ("export", map, "-o", path, "--scale", "0", NULL), "“0” is no scale");
  assert_usage (run ("export", map, "-o", path, "--scale", "-2", NULL), "“-2” is no scale");
  assert_usage (run ("export", map, "-o", path, "--scale", "twice", NULL), "“twice” is no scale");
  assert_usage (run ("export", map, "-o", path, "--lanes", ", ", NULL), "which lanes");
  assert_usage (run ("export", map, "-o", path, "--colour", NULL), "--colour");
  assert_usage (run ("export", map, "-o", doc, NULL), ".svg, .png, .pdf");
  assert_usage (run ("export", map, "-o", bare, NULL), ".svg, .png, .pdf");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What is no picture goes the same way, by the ending of the file. */
static void
test_words (Folder     *folder,
            const void *data)
{
  static const struct { const char *name; const char *beginning; } files[] = {
    { "map.csv", "\357\273\277Phase,Goal," }, { "map.tsv", "Phase\tGoal\t" }, { "map.txt", "# An afternoon at IKEA\n" },
    { "map.html", "<!DOCTYPE html>\n" }
  };
  g_autofree char *map = example ("ikea.en.cjm");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = in_folder (folder, files[i].name);
      g_autofree char *content = NULL;
      g_autoptr (Run)  export = run ("export", map, "-o", path, NULL);

      assert_code (export, 0);
      content = read_all (path, NULL);
      g_assert_true (g_str_has_prefix (content, files[i].beginning));
      assert_holds (content, "Swedish meatballs");
    }
}

static const char odd[] =
  "  <lane id=\"steps\" kind=\"touchpoints\"/>\n"
  "  <phase id=\"shop\" color=\"blue\">\n"
  "    <touchpoint id=\"try\" channel=\"nowhere\" moment-of-truth=\"perhaps\"/>\n"
  "  </phase>\n";

/* What is odd is told, and does not keep the picture from being made; a remark is not even told. */
static void
test_notices (Folder     *folder,
              const void *data)
{
  g_autofree char *map = write_map (folder, "map.cjm", odd);
  g_autofree char *path = in_folder (folder, "map.svg");
  g_autofree char *place = g_strconcat (map, ":5:", NULL);
  g_autoptr (Run)  export = run ("export", map, "-o", path, NULL);

  assert_code (export, 0);
  g_assert_cmpstr (export->output, ==, "");
  assert_holds (export->errors, place);
  assert_holds (export->errors, "perhaps");
  g_assert_null (strstr (export->errors, "nowhere"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_failures (Folder     *folder,
               const void *data)
{
  g_autofree char *map = example ("ikea.nl.cjm");
  g_autofree char *broken = write_map (folder, "broken.cjm", "<phase>");
  g_autofree char *place = g_strconcat (broken, ":", NULL);
  g_autofree char *nothing = in_folder (folder, "nothing.cjm");
  g_autofree char *no_place = g_strconcat (nothing, ":1:1: ", NULL);
  g_autofree char *path = in_folder (folder, "map.svg");
  g_autofree char *no_folder = g_build_filename (folder->path, "no", "such", "map.svg", NULL);
  g_autofree char *content = NULL;
  g_autoptr (Run)  refused = NULL;
  g_autoptr (Run)  missing = NULL;
  g_autoptr (Run)  unwritable = NULL;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  refused = run ("export", broken, "-o", path, NULL);
  missing = run ("export", nothing, "-o", path, NULL);
  unwritable = run ("export", map, "-o", no_folder, NULL);

  assert_code (refused, 1);
  g_assert_true (g_str_has_prefix (refused->errors, place));
  assert_code (missing, 1);
  g_assert_true (g_str_has_prefix (missing->errors, no_place));
  assert_code (unwritable, 1);
  assert_holds (unwritable->errors, "cjm export: ");

  /* What was there stays until there is something to put in its place. */
  content = read_all (path, NULL);
  g_assert_cmpstr (content, ==, "before");
}

static void
test_same_bytes (Folder     *folder,
                 const void *data)
{
  g_autofree char *map = example ("airline.en.cjm");
  g_autofree char *one_path = in_folder (folder, "one.svg");
  g_autofree char *other_path = in_folder (folder, "other.svg");
  g_autoptr (Run)  one_run = run ("export", map, "-o", one_path, NULL);
  g_autoptr (Run)  other_run = run_in_language ("nl", "export", map, "-o", other_path, NULL);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  assert_code (one_run, 0);
  assert_code (other_run, 0);
  one = read_all (one_path, NULL);
  other = read_all (other_path, NULL);
  /* Whoever makes it: the words of a picture are in the language of the map. */
  g_assert_cmpstr (one, ==, other);
}

static void
test_views (Folder     *folder,
            const void *data)
{
  g_autofree char *map = example ("ikea.nl.cjm");
  g_autofree char *path = in_folder (folder, "view.svg");
  g_autoptr (Run)  ranking = run ("export", map, "-o", path, "--view", "ranking", NULL);
  g_autofree char *svg = NULL;
  g_autoptr (Run)  wrong = NULL;

  assert_code (ranking, 0);
  svg = read_all (path, NULL);
  assert_holds (svg, "Pijnpunten naar ernst");

  wrong = run ("export", map, "-o", path, "--view", "pie", NULL);
  assert_code (wrong, 2);
  assert_holds (wrong->errors, "map, matrix, ranking, channels");
}

static void
test_compare (Folder     *folder,
              const void *data)
{
  g_autofree char *map = example ("ikea.nl.cjm");
  g_autofree char *other = example ("airline.nl.cjm");
  g_autofree char *path = in_folder (folder, "compare.svg");
  g_autoptr (Run)  alike = run ("export", map, "-o", path, "--compare", map, NULL);
  g_autofree char *same = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *beside = NULL;
  g_autoptr (Run)  unlike = NULL;
  g_autoptr (Run)  alone = NULL;
  g_autoptr (Run)  both = NULL;
  g_autoptr (Run)  missing = NULL;

  assert_code (alike, 0);
  same = read_all (path, NULL);
  assert_holds (same, "de kaart waarmee is vergeleken");
  g_assert_null (strstr (same, ">nieuw<"));

  unlike = run ("export", map, "-o", path, "--compare", other, NULL);
  assert_code (unlike, 0);
  changed = read_all (path, NULL);
  assert_holds (changed, ">nieuw<");

  alone = run ("export", map, "-o", path, "--view", "compare", NULL);
  assert_code (alone, 2);
  both = run ("export", map, "-o", path, "--view", "compare", "--compare", other, NULL);
  assert_code (both, 0);
  beside = read_all (path, NULL);
  assert_holds (beside, ">vervallen<");

  missing = run ("export", map, "-o", path, "--compare", "/nowhere.cjm", NULL);
  assert_code (missing, 1);
}

/* Only what is known in that way stands out; a word that is none is said. */
static void
test_evidence (Folder     *folder,
               const void *data)
{
  g_autofree char *map = example ("airline.nl.cjm");
  g_autofree char *path = in_folder (folder, "evidence.svg");
  g_autoptr (Run)  measured = run ("export", map, "-o", path, "--evidence", "measured", NULL);
  g_autoptr (Run)  wrong = run ("export", map, "-o", path, "--evidence", "guessed", NULL);
  g_autofree char *picture = NULL;

  assert_code (measured, 0);
  picture = read_all (path, NULL);
  assert_holds (picture, "vaag: op een andere manier bekend");
  assert_code (wrong, 2);
  assert_holds (wrong->errors, "assumed, observed, measured");
}

static void
test_order (Folder     *folder,
            const void *data)
{
  static const char * const orders[] = { "weight", "gain", "journey" };
  g_autofree char *map = example ("ikea.en.cjm");
  g_autofree char *path = in_folder (folder, "ranking.svg");
  g_autoptr (GHashTable) pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (Run)  wrong = run ("export", map, "-o", path, "--view", "ranking", "--order", "size", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (Run)  right = run ("export", map, "-o", path, "--view", "ranking", "--order", orders[i], NULL);

      assert_code (right, 0);
      g_hash_table_add (pictures, read_all (path, NULL));
    }
  g_assert_cmpuint (g_hash_table_size (pictures), ==, 3);
  assert_code (wrong, 2);
  assert_holds (wrong->errors, "weight, gain, journey");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/export/formats", test_formats);
  add_test ("/export/scale", test_scale);
  add_test ("/export/style", test_style);
  add_test ("/export/outlines", test_outlines);
  add_test ("/export/lanes", test_lanes);
  add_test ("/export/views", test_views);
  add_test ("/export/compare", test_compare);
  add_test ("/export/evidence", test_evidence);
  add_test ("/export/order", test_order);
  add_test ("/export/words", test_words);
  add_test ("/export/spares-the-map", test_spares_the_map);
  add_test ("/export/wrong-use", test_wrong_use);
  add_test ("/export/notices", test_notices);
  add_test ("/export/failures", test_failures);
  add_test ("/export/same-bytes", test_same_bytes);

  return g_test_run ();
}
