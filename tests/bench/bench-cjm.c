/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line from start to end, as somebody waits for it. */
#include "bench.h"

#include <glib/gstdio.h>

int
main (int    argc,
      char **argv)
{
  const char      *cjm = g_getenv ("CJM");
  g_autofree char *example = g_build_filename (g_getenv ("JM_DATADIR"), "examples", "ikea.nl.cjm", NULL);
  g_autofree char *folder = g_dir_make_tmp ("bench-XXXXXX", NULL);
  g_autofree char *svg = g_build_filename (folder, "map.svg", NULL);
  g_autofree char *png = g_build_filename (folder, "map.png", NULL);
  g_autofree char *pdf = g_build_filename (folder, "map.pdf", NULL);

  g_print ("cjm check           %6.1f ms\n", bench_process (21, cjm, "check", example, NULL));
  g_print ("cjm export -o .svg  %6.1f ms\n", bench_process (21, cjm, "export", example, "-o", svg, NULL));
  g_print ("cjm export -o .png  %6.1f ms\n", bench_process (21, cjm, "export", example, "-o", png, NULL));
  g_print ("cjm export -o .pdf  %6.1f ms\n", bench_process (21, cjm, "export", example, "-o", pdf, NULL));

  g_remove (svg);
  g_remove (png);
  g_remove (pdf);
  g_rmdir (folder);

  return 0;
}
