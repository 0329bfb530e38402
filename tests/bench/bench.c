/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times are medians, in milliseconds: the mean of a few runs is what else the machine was doing. */
#include "bench.h"

#include "format/jm-write.h"
#include "generate/jm-generate.h"

#include <gio/gio.h>

const guint bench_sizes[] = { 100, 1000, 10000 };
const gsize bench_n_sizes = G_N_ELEMENTS (bench_sizes);

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* Sorts the times, too. */
double
bench_median_of (double *times,
                 guint   n_times)
{
  qsort (times, n_times, sizeof *times, compare_times);

  return times[n_times / 2];
}

/* The median of some runs after one that does not count. What is done before each run, which may be NULL, is not timed. */
double
bench_median (guint      n_runs,
              BenchFunc  before,
              BenchFunc  func,
              gpointer   user_data)
{
  g_autofree double *times = g_new (double, n_runs);

  func (user_data);

  for (guint i = 0; i < n_runs; i++)
    {
      gint64 begin;

      if (before != NULL)
        before (user_data);
      begin = g_get_monotonic_time ();
      func (user_data);
      times[i] = (g_get_monotonic_time () - begin) / 1000.0;
    }

  return bench_median_of (times, n_runs);
}

static void
run_process (gpointer data)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (GSubprocess)  process = NULL;

  process = g_subprocess_newv (data, G_SUBPROCESS_FLAGS_NONE, &error);
  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    g_error ("%s: %s", ((char **) data)[0], error->message);
}

/* From the start of a program with these arguments to its end. */
double
bench_process (guint       n_runs,
               const char *program,
               ...)
{
  g_autoptr (GPtrArray)  words = g_ptr_array_new ();
  va_list                arguments;

  g_ptr_array_add (words, (gpointer) program);
  va_start (arguments, program);
  do
    g_ptr_array_add (words, va_arg (arguments, char *));
  while (words->pdata[words->len - 1] != NULL);
  va_end (arguments);

  return bench_median (n_runs, NULL, run_process, words->pdata);
}

/* The bytes of a .cjm file. */
GBytes *
bench_make_map (guint n_touchpoints)
{
  g_autoptr (JmMap)   map = jm_generate_map (n_touchpoints, BENCH_SEED);
  g_autoptr (GError)  error = NULL;
  GBytes             *bytes = jm_write_bytes (map, &error);

  g_assert_no_error (error);

  return bytes;
}
