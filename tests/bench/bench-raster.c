/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SVG to PNG and PDF, in this process and by rsvg-convert, which draws with the same library. Maps of 10,000 touchpoints
 * are wider than a PNG can be: those are drawn as small as it takes. */
#include "bench.h"

#include "export/jm-raster.h"
#include "export/jm-svg.h"
#include "format/jm-read.h"
#include "scene/jm-composer.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GBytes *svg;
  double  scale;
  gsize   length;
} Job;

static void
make_png (gpointer data)
{
  Job                *job = data;
  g_autoptr (GError)  error = NULL;
  g_autoptr (GBytes)  png = jm_raster_png (job->svg, NULL, job->scale, &error);

  g_assert_no_error (error);
  job->length = g_bytes_get_size (png);
}

static void
make_pdf (gpointer data)
{
  Job                *job = data;
  g_autoptr (GError)  error = NULL;
  g_autoptr (GBytes)  pdf = jm_raster_pdf (job->svg, NULL, &error);

  g_assert_no_error (error);
  job->length = g_bytes_get_size (pdf);
}

static void
compare (const char *name,
         const char *what,
         Job        *job,
         BenchFunc   func,
         guint       n_runs,
         const char *rsvg_convert,
         const char *input,
         const char *format)
{
  g_autofree char *output = g_strconcat (input, ".", format, NULL);
  g_autofree char *zoom = g_strdup_printf ("%g", job->scale);
  double           ours = bench_median (n_runs, NULL, func, job);
  double           theirs = 0;
  GStatBuf         info = { 0 };

  if (rsvg_convert != NULL)
    {
      theirs = bench_process (n_runs, rsvg_convert, "--unlimited", "-f", format, "-z", zoom, "-o", output, input, NULL);
      g_assert_cmpint (g_stat (output, &info), ==, 0);
      g_remove (output);
    }

  g_print ("%-18s %-10s %8.0f ms, %7.2f MB", name, what, ours, job->length / 1e6);
  if (rsvg_convert != NULL)
    g_print ("   rsvg-convert %8.0f ms, %7.2f MB   ratio %.2f", theirs, info.st_size / 1e6, ours / theirs);
  g_print ("\n");
}

static void
bench_map (const char *name,
           JmMap      *map,
           guint       n_runs,
           const char *rsvg_convert)
{
  const JmComposeOptions  options = { 0 };
  g_autoptr (JmScene)     scene = jm_scene_new (map, &options);
  g_autoptr (GBytes)      svg = jm_svg_write (scene, NULL, NULL);
  g_autofree char        *path = NULL;
  double                  side = MAX (jm_scene_get_width (scene), jm_scene_get_height (scene));
  Job                     job = { svg, MIN (2, (JM_RASTER_MAX_SIDE - 1) / side), 0 };
  Job                     page = { svg, 1, 0 };
  g_autofree char        *at_scale = g_strdup_printf ("PNG at %.2g", job.scale);
  int                     file = g_file_open_tmp ("bench-XXXXXX.svg", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), NULL));

  compare (name, at_scale, &job, make_png, n_runs, rsvg_convert, path, "png");
  compare (name, "PDF", &page, make_pdf, n_runs, rsvg_convert, path, "pdf");
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char   *rsvg_convert = g_find_program_in_path ("rsvg-convert");
  g_autofree char   *path = g_build_filename (g_getenv ("JM_DATADIR"), "examples", "ikea.en.cjm", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap)  example = jm_read_file (path, NULL, &error);

  g_assert_no_error (error);
  if (rsvg_convert == NULL)
    g_print ("rsvg-convert is not here to compare with\n");

  bench_map ("example", example, 7, rsvg_convert);
  for (gsize i = 0; i < bench_n_sizes; i++)
    {
      g_autoptr (GBytes)  bytes = bench_make_map (bench_sizes[i]);
      g_autoptr (JmMap)   map = jm_read_bytes (bytes, "generated", NULL, NULL);
      g_autofree char    *name = g_strdup_printf ("%u touchpoints", bench_sizes[i]);

      bench_map (name, map, bench_sizes[i] > 1000 ? 1 : 3, rsvg_convert);
    }

  return 0;
}
