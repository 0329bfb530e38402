/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of formats, and a map on its way through it. */
#include "export/jm-export.h"
#include "format/jm-read.h"
#include "scene/jm-composer.h"

#include <glib/gstdio.h>
#include <string.h>

static JmMap *
read_example (void)
{
  g_autofree char    *path = g_build_filename (g_getenv ("JM_DATADIR"), "examples", "ikea.en.cjm", NULL);
  g_autoptr (GError)  error = NULL;
  JmMap              *map = jm_read_file (path, NULL, &error);

  g_assert_no_error (error);

  return map;
}

static void
test_table (void)
{
  gsize                 n_formats;
  const JmExportFormat *formats = jm_export_get_formats (&n_formats);

  g_assert_cmpuint (n_formats, >=, 3);
  for (gsize i = 0; i < n_formats; i++)
    {
      g_autofree char *path = g_strdup_printf ("/a.folder/my.map.%s", formats[i].extension);

      g_assert_true (jm_export_format_from_id (formats[i].id) == &formats[i]);
      g_assert_true (jm_export_format_from_path (path) == &formats[i]);
      g_assert_nonnull (strchr (formats[i].media_type, '/'));
      g_assert_cmpstr (jm_export_format_get_name (&formats[i]), !=, "");
    }

  g_assert_null (jm_export_format_from_id ("doc"));
  g_assert_true (jm_export_format_from_path ("MAP.SVG") == jm_export_format_from_id ("svg"));
  g_assert_null (jm_export_format_from_path ("map"));
  g_assert_null (jm_export_format_from_path ("map."));
  g_assert_null (jm_export_format_from_path ("map.svg/map"));
  g_assert_null (jm_export_format_from_path ("svg"));
}

static void
test_every_format (void)
{
  static const struct { const char *id; const char *beginning; } beginnings[] = {
    { "svg", "<?xml" }, { "png", "\x89PNG" }, { "pdf", "%PDF-" }, { "html", "<!DOCTYPE html>" },
    { "csv", "\357\273\277Phase," }, { "tsv", "Phase\t" }, { "txt", "# " }
  };
  gsize                      n_formats;
  const JmExportFormat      *formats = jm_export_get_formats (&n_formats);
  g_autoptr (JmMap)          map = read_example ();

  for (gsize i = 0; i < n_formats; i++)
    {
      g_autoptr (GError)  error = NULL;
      g_autoptr (GBytes)  bytes = jm_export_bytes (map, &formats[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
      g_assert_cmpuint (i, <, G_N_ELEMENTS (beginnings));
      g_assert_cmpstr (formats[i].id, ==, beginnings[i].id);
      g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), beginnings[i].beginning));
    }
}

static void
test_lanes (void)
{
  const JmExportFormat     *svg = jm_export_format_from_id ("svg");
  const char               *lanes[] = { "emotion", NULL, NULL };
  const char * const        no_lanes[] = { "emotion", "feelings of all sorts", NULL };
  JmExportOptions           options = { 0 };
  g_autoptr (JmMap)         map = read_example ();
  g_autoptr (GError)        error = NULL;
  g_autoptr (GBytes)        all = jm_export_bytes (map, svg, &options, NULL);
  g_autoptr (GBytes)        some = NULL;
  g_autoptr (GBytes)        none = NULL;

  /* One by its kind, one by its id. */
  lanes[1] = jm_item_get_id (jm_map_get_lane (map, "touchpoints"));
  options.lanes = lanes;
  some = jm_export_bytes (map, svg, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (some), <, g_bytes_get_size (all));

  options.lanes = no_lanes;
  none = jm_export_bytes (map, svg, &options, &error);
  g_assert_null (none);
  g_assert_error (error, JM_EXPORT_ERROR, JM_EXPORT_ERROR_NO_SUCH_LANE);
  g_assert_nonnull (strstr (error->message, "“feelings of all sorts”"));
}

static void
test_file (void)
{
  const JmExportFormat *svg = jm_export_format_from_id ("svg");
  g_autoptr (JmMap)     map = read_example ();
  g_autoptr (GError)    error = NULL;
  g_autoptr (GBytes)    bytes = jm_export_bytes (map, svg, NULL, NULL);
  g_autofree char      *folder = g_dir_make_tmp ("export-test-XXXXXX", &error);
  g_autofree char      *path = g_build_filename (folder, "map.svg", NULL);
  g_autofree char      *no_path = g_build_filename (folder, "nothing", "map.svg", NULL);
  g_autofree char      *content = NULL;
  gsize                 length;

  g_assert_true (jm_export_file (map, svg, NULL, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_false (jm_export_file (map, svg, NULL, no_path, &error));
  g_assert_nonnull (error);

  g_remove (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gpointer
export_thread (gpointer data)
{
  return jm_export_bytes (data, jm_export_format_from_id ("png"), NULL, NULL);
}

/* The same on every thread, and at the same time. */
static void
test_threads (void)
{
  g_autoptr (JmMap)   map = read_example ();
  GThread            *one = g_thread_new ("one", export_thread, map);
  GThread            *other = g_thread_new ("other", export_thread, map);
  g_autoptr (GBytes)  here = export_thread (map);
  g_autoptr (GBytes)  there = g_thread_join (one);
  g_autoptr (GBytes)  elsewhere = g_thread_join (other);

  g_assert_true (here != NULL && there != NULL && elsewhere != NULL);
  g_assert_true (g_bytes_equal (here, there));
  g_assert_true (g_bytes_equal (here, elsewhere));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/table", test_table);
  g_test_add_func ("/export/every-format", test_every_format);
  g_test_add_func ("/export/lanes", test_lanes);
  g_test_add_func ("/export/file", test_file);
  g_test_add_func ("/export/threads", test_threads);

  return g_test_run ();
}
