/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the file to its SVG in one process, and where the time goes. */
#include "bench.h"

#include "export/jm-svg.h"
#include "format/jm-read.h"
#include "scene/jm-composer.h"

#include <glib/gstdio.h>

typedef struct
{
  char    *path;
  JmMap   *map;
  JmScene *scene;
  gsize    length;
} Stage;

static void
forget_scene (gpointer data)
{
  g_clear_pointer (&((Stage *) data)->scene, jm_scene_unref);
}

static void
forget_all (gpointer data)
{
  forget_scene (data);
  g_clear_pointer (&((Stage *) data)->map, jm_map_unref);
}

static void
read_map (gpointer data)
{
  Stage *stage = data;

  stage->map = jm_read_file (stage->path, NULL, NULL);
}

static void
compose (gpointer data)
{
  const JmComposeOptions  options = { 0 };
  Stage                  *stage = data;

  stage->scene = jm_scene_new (stage->map, &options);
}

static void
write_svg (gpointer data)
{
  Stage              *stage = data;
  g_autoptr (GBytes)  svg = jm_svg_write (stage->scene, NULL, NULL);

  stage->length = g_bytes_get_size (svg);
}

static void
all (gpointer data)
{
  read_map (data);
  compose (data);
  write_svg (data);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  int              file = g_file_open_tmp ("bench-XXXXXX.cjm", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);

  g_print ("file to SVG            in all      read    layout     write\n");
  for (gsize i = 0; i < bench_n_sizes; i++)
    {
      g_autoptr (GBytes)  bytes = bench_make_map (bench_sizes[i]);
      Stage               stage = { .path = path };
      double              in_all, reading, composing, writing;

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
      in_all = bench_median (7, forget_all, all, &stage);
      reading = bench_median (7, forget_all, read_map, &stage);
      composing = bench_median (7, forget_scene, compose, &stage);
      writing = bench_median (7, NULL, write_svg, &stage);
      g_print ("%6u touchpoints  %7.1f ms  %7.1f ms %7.1f ms %7.1f ms   %.1f MB of .cjm, %.1f MB of SVG\n", bench_sizes[i],
               in_all, reading, composing, writing, g_bytes_get_size (bytes) / 1e6, stage.length / 1e6);

      forget_all (&stage);
    }

  g_remove (path);

  return 0;
}
