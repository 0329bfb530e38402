/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast maps are read and written, beside what xmllint --format takes for the same file: reading it, and writing it with
 * indentation. Only the ratio says something on a machine that is not known.
 *
 *     bench-format            the table
 */

#include "fixtures.h"

#include "generate/jm-generate.h"

#include <glib/gstdio.h>
#include <stdio.h>

/* Enough runs that the fastest of them was not disturbed. */
#define RUNS 15
/* What xmllint --repeat does. */
#define XMLLINT_RUNS 100

typedef struct
{
  double read;
  double write;
  double xmllint;   /* negative where there is none */
} Times;

static double
since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

/* Milliseconds for one run, without those for starting the program. */
static double
time_xmllint (const char *path)
{
  const char *arguments[] = { "xmllint", "--format", "--repeat", path, NULL };
  gint64 start = g_get_monotonic_time ();
  int status;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, &status, NULL) || status != 0)
    return -1;

  return since (start) / XMLLINT_RUNS;
}

static Times
measure (guint n_touchpoints,
         gsize *size)
{
  Times times = { G_MAXDOUBLE, G_MAXDOUBLE, -1 };
  g_autoptr (JmMap) map = jm_generate_map (n_touchpoints, 1);
  g_autoptr (GBytes) bytes = jm_write_bytes (map, NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("bench-XXXXXX.cjm", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  *size = g_bytes_get_size (bytes);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), *size, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (JmMap) read_map = NULL;
      g_autoptr (GBytes) written = NULL;
      gint64 start = g_get_monotonic_time ();

      read_map = jm_read_file (path, NULL, &error);
      times.read = MIN (times.read, since (start));
      g_assert_no_error (error);

      start = g_get_monotonic_time ();
      written = jm_write_bytes (read_map, &error);
      times.write = MIN (times.write, since (start));
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, written));
    }

  times.xmllint = time_xmllint (path);
  g_unlink (path);

  return times;
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 100, 1000, 10000 };

  printf ("touchpoints       KiB   read ms  write ms      both   xmllint     ratio\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gsize size;
      Times times = measure (sizes[i], &size);
      double both = times.read + times.write;

      printf ("%11u %9.0f %9.2f %9.2f %9.2f ", sizes[i], size / 1024.0, times.read, times.write, both);
      if (times.xmllint > 0)
        printf ("%9.2f %9.2f\n", times.xmllint, both / times.xmllint);
      else
        printf ("        -         -\n");
    }

  return 0;
}
