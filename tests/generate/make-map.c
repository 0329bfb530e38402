/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-map N SEED OUT.cjm: writes a map of N touchpoints, to measure with. */
#include "jm-generate.h"

#include "format/jm-write.h"

#include <stdio.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JmMap) map = NULL;
  g_autoptr(GBytes) bytes = NULL;
  guint64 n_touchpoints, seed;

  if (argc != 4 ||
      !g_ascii_string_to_unsigned (argv[1], 10, 0, 1000000, &n_touchpoints, NULL) ||
      !g_ascii_string_to_unsigned (argv[2], 10, 0, G_MAXUINT32, &seed, NULL))
    {
      fprintf (stderr, "Usage: make-map TOUCHPOINTS SEED OUT.cjm\n");
      return 2;
    }

  map = jm_generate_map ((guint) n_touchpoints, (guint32) seed);
  bytes = jm_write_bytes (map, &error);
  if (bytes == NULL ||
      !g_file_set_contents (argv[3], g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    {
      fprintf (stderr, "make-map: %s\n", error->message);
      return 1;
    }

  return 0;
}
