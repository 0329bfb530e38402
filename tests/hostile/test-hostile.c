/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hostile and damaged files: none of them ends the program, takes more than two seconds or 512 MB, or opens in part. What
 * opens comes back from writing and reading as it is.
 *
 * test-hostile [--full]
 * Without --full every 11th cut and every 20th flipped bit is tried.
 */

#include "cases.h"

#include "format/jm-import.h"
#include "format/jm-read.h"
#include "format/jm-same.h"
#include "format/jm-write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SEED       20261121
#define N_FLIPS    100000
#define MAX_MEMORY (512 * 1024 * 1024)

/* Nearly the largest file there may be. */
#define IMPORT_SIZE ((gsize) 60 * 1024 * 1024)

/* Of one file. */
#define MAX_SECONDS 2.0

static const char * const examples[] = { "ikea.nl.cjm", "airline.en.cjm", "two-devices.nl.cjm" };

static gboolean full;
static double slowest;
static char *slowest_name;

#ifdef __SANITIZE_ADDRESS__
/* What was freed is otherwise kept for a while, up to 256 MB of it, to see who still reads it: that is not the reader's. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "quarantine_size_mb=16:malloc_context_size=8";
}
#endif

/* What never ends is ended. The sanitizers reserve more addresses than there are; with them memory is only measured. */
static void
limit_resources (void)
{
  struct rlimit time_limit = { 10 * (rlim_t) MAX_SECONDS, 10 * (rlim_t) MAX_SECONDS };

  g_assert_cmpint (setrlimit (RLIMIT_CPU, &time_limit), ==, 0);
#ifndef __SANITIZE_ADDRESS__
  struct rlimit limit = { MAX_MEMORY, MAX_MEMORY };

  g_assert_cmpint (setrlimit (RLIMIT_AS, &limit), ==, 0);
#endif
}

/* What is said about a file, a notice a line. */
static char *
tell_all (GPtrArray *notices)
{
  GString *told = g_string_new (NULL);

  for (guint n = 0; n < notices->len; n++)
    {
      JmNotice *notice = g_ptr_array_index (notices, n);

      g_assert_cmpint (notice->line, >=, 1);
      g_assert_cmpint (notice->column, >=, 1);
      g_assert_true (g_utf8_validate (notice->message, -1, NULL));
      g_string_append_printf (told, "%d:%d: %s\n", notice->line, notice->column, notice->message);
    }

  return g_string_free (told, FALSE);
}

static void
check_comes_back (JmMap *map)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = jm_write_bytes (map, &error);
  g_autoptr (JmMap) read_back = NULL;

  g_assert_no_error (error);
  read_back = jm_read_bytes (written, "written.cjm", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (jm_map_survived (map, read_back));
}

/* Of the processor's time: what else the machine does at the moment tells nothing about the reader. */
static double
get_seconds_worked (void)
{
  struct timespec worked;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &worked);

  return (double) worked.tv_sec + (double) worked.tv_nsec / 1e9;
}

/* Reads, and measures how long that takes. Returns NULL for what is refused. */
static JmMap *
read_in_time (GBytes      *bytes,
              const char  *name,
              char       **told)
{
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  double began = get_seconds_worked ();
  JmMap *map = jm_read_bytes (bytes, "map.cjm", &notices, &error);
  double seconds = get_seconds_worked () - began;

  g_assert_true ((map == NULL) == (error != NULL));
  *told = tell_all (notices);
  if (map == NULL)
    g_assert_cmpuint (notices->len, >, 0);

  if (seconds > MAX_SECONDS)
    g_error ("%s took %.1f s.", name, seconds);
  if (seconds > slowest)
    {
      slowest = seconds;
      g_free (slowest_name);
      slowest_name = g_strdup (name);
    }

  return map;
}

static void
locate (GString *bytes,
        gsize    offset,
        int     *line,
        int     *column)
{
  *line = 1;
  *column = 1;
  for (gsize n = 0; n < offset; n++)
    {
      if (bytes->str[n] == '\n')
        {
          (*line)++;
          *column = 1;
        }
      else if (((guchar) bytes->str[n] & 0xc0) != 0x80)
        {
          (*column)++;
        }
    }
}

/* Returns what is not as it should be, or NULL. */
static char *
check_case (gconstpointer data)
{
  const Case *file = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (file->bytes->str, file->bytes->len);
  g_autofree char *told = NULL;
  g_autoptr (JmMap) map = read_in_time (bytes, file->name, &told);

  /* Where both ends are good, the phrase is NULL. */
  if (file->phrase != NULL)
    {
      if ((map == NULL) != file->refused)
        return g_strdup_printf ("%s: %s", map == NULL ? "refused" : "not refused", told);
      if (strstr (told, file->phrase) == NULL)
        return g_strdup_printf ("expected “%s”: %s", file->phrase, told);
    }

  if (file->offset >= 0)
    {
      g_autofree char *place = NULL;
      int line, column;

      locate (file->bytes, file->offset, &line, &column);
      place = g_strdup_printf ("%d:%d: ", line, column);
      if (strstr (told, place) == NULL)
        return g_strdup_printf ("expected at %s: %s", place, told);
    }

  if (map != NULL)
    check_comes_back (map);

  return NULL;
}

typedef struct
{
  double      seconds;   /* of the processor's time, of what took longest */
  long        memory;    /* in KB, of what took most */
  const char *largest;
} Cost;

/* In a process of its own, for its memory is to be measured. */
static void
check_apart (const char     *name,
             char         *(*check) (gconstpointer data),
             gconstpointer   data,
             Cost           *cost)
{
  struct rusage usage;
  double seconds;
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      char *wrong;

      limit_resources ();
      wrong = check (data);
      if (wrong != NULL)
        fprintf (stderr, "# %s\n", wrong);
      _exit (wrong != NULL ? 1 : 0);
    }
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  if (status != 0)
    {
      g_test_message ("%s failed, with the status %x", name, (guint) status);
      g_test_fail ();
    }

  seconds = (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
            (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
  cost->seconds = MAX (cost->seconds, seconds);
  if (usage.ru_maxrss > cost->memory)
    {
      cost->memory = usage.ru_maxrss;
      cost->largest = name;
    }
}

static void
test_cases (void)
{
  g_autoptr (GPtrArray) cases = cases_make (SEED);
  Cost cost = { .largest = "none" };

  g_assert_cmpuint (cases->len, >=, 1000);
  for (guint n = 0; n < cases->len; n++)
    {
      const Case *file = g_ptr_array_index (cases, n);

      check_apart (file->name, check_case, file, &cost);
    }

  g_assert_cmpint (cost.memory, <, MAX_MEMORY / 1024);
  g_test_message ("%u files; the longest took %.2f s with writing and reading back; the most memory %ld MB (%s)", cases->len,
                  cost.seconds, cost.memory / 1024, cost.largest);
}

/* Files of other programs, as large as may be, of one thing over and over. */
typedef struct
{
  const char *name;
  const char *format;
  const char *head;
  const char *unit;
  const char *tail;
} Import;

static const Import imports[] = {
  { "rows of nothing", "csv", "Phase,Touchpoint\n", "\n", "" },
  { "rows of empty cells", "csv", "Phase,Touchpoint\n", ",\n", "" },
  { "rows of quoted nothing", "csv", "Phase,Touchpoint\n", "\"\",\"\"\n", "" },
  { "rows that say one thing", "csv", "Phase,Touchpoint\n", "a\n", "" },
  { "cells in one row", "csv", "Phase,Touchpoint\n", ",", "" },
  { "quotation marks", "csv", "Phase,Touchpoint\n", "\"", "" },
  { "empty lines in a cell", "csv", "Phase,Touchpoint,Pain points\na,b,\"", "\n", "\"" },
  { "lines in a cell", "csv", "Phase,Touchpoint,Thoughts\na,b,\"", "x\n", "\"" },
  { "numbers of a duration", "csv", "Phase,Touchpoint,Time\na,b,", "1:", "" },
  { "empty lines of a list", "txt", "A\n", "\n", "" },
  { "lines of a list", "txt", "A\n", "a\n", "" },
  { "values of an item", "txt", "A\n  B\n    Pain points:\n      Late (", ";", ")\n" },
  { "empty lines of a diagram", "mmd", "journey\nsection B\n", " \n", "" },
  { "tasks", "mmd", "journey\nsection B\n", "a: 5: b\n", "" },
  { "people at a task", "mmd", "journey\nsection B\na: 5: ", "b, ", "" },
  { "colons of a task", "mmd", "journey\nsection B\n", ":", "" },
};

static const JmImportFormat *
find_format (const char *id)
{
  const JmImportFormat *format = NULL;
  gsize n = 0;

  while ((format = jm_import_get_nth (n++)) != NULL && strcmp (jm_import_format_get_id (format), id) != 0)
    ;
  g_assert_nonnull (format);

  return format;
}

static char *
check_import (gconstpointer data)
{
  const Import *import = data;
  gsize unit = strlen (import->unit), ends = strlen (import->head) + strlen (import->tail);
  GString *text = g_string_sized_new (IMPORT_SIZE + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = NULL;

  g_string_append (text, import->head);
  for (gsize n = (IMPORT_SIZE - ends) / unit; n > 0; n--)
    g_string_append_len (text, import->unit, (gssize) unit);
  g_string_append (text, import->tail);
  bytes = g_string_free_to_bytes (text);

  map = jm_import_bytes (bytes, import->name, find_format (import->format), "en", NULL, &error);
  if ((map == NULL) == (error == NULL))
    return g_strdup_printf ("%s: neither a map nor a reason", import->name);
  if (map != NULL)
    check_comes_back (map);

  return NULL;
}

static void
test_imports (void)
{
  Cost cost = { .largest = "none" };

  for (guint n = 0; n < G_N_ELEMENTS (imports); n++)
    check_apart (imports[n].name, check_import, &imports[n], &cost);

  g_assert_cmpfloat (cost.seconds, <, MAX_SECONDS);
  g_assert_cmpint (cost.memory, <, MAX_MEMORY / 1024);
  g_test_message ("%u imports of 60 MB; the longest took %.2f s; the most memory %ld MB (%s)",
                  (guint) G_N_ELEMENTS (imports), cost.seconds, cost.memory / 1024, cost.largest);
}

static GBytes *
load_example (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("JM_DATADIR"), "examples", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length);
}

/* No beginning of a map is a map, but for the line feed at its end. */
static void
test_cuts (gconstpointer data)
{
  g_autoptr (GBytes) whole = load_example (data);
  gsize length = g_bytes_get_size (whole);
  guint n_cuts = 0;

  for (gsize cut = 0; cut < length - 1; cut += full ? 1 : 11)
    {
      /* A copy of its own, so that reading beyond it is seen. */
      g_autoptr (GBytes) bytes = g_bytes_new (g_bytes_get_data (whole, NULL), cut);
      g_autofree char *told = NULL;
      g_autoptr (JmMap) map = read_in_time (bytes, "a cut", &told);

      if (map != NULL)
        g_error ("The first %" G_GSIZE_FORMAT " bytes of %s open.", cut, (const char *) data);
      n_cuts++;
    }

  g_test_message ("%u cuts", n_cuts);
}

/* A flipped bit may be a letter like another, or end it all. */
static void
test_flips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint n_flips = full ? N_FLIPS : N_FLIPS / 20;
  guint n_opened = 0;

  for (guint n = 0; n < n_flips; n++)
    {
      g_autoptr (GBytes) whole = load_example (examples[n % G_N_ELEMENTS (examples)]);
      gsize length = g_bytes_get_size (whole);
      g_autofree char *data = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *told = NULL;
      g_autoptr (JmMap) map = NULL;

      data[g_rand_int_range (rand, 0, (int) length)] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      bytes = g_bytes_new_static (data, length);
      map = read_in_time (bytes, "a flipped bit", &told);
      if (map != NULL)
        {
          check_comes_back (map);
          n_opened++;
        }
    }

  g_test_message ("%u flipped bits; %u maps opened", n_flips, n_opened);
  g_assert_cmpuint (n_opened, >, n_flips / 10);
  g_assert_cmpuint (n_opened, <, n_flips);
}

int
main (int    argc,
      char **argv)
{
  int status;

  for (int n = 1; n < argc; n++)
    if (strcmp (argv[n], "--full") == 0)
      full = TRUE;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/cases", test_cases);
  g_test_add_func ("/hostile/imports", test_imports);
  for (guint n = 0; n < G_N_ELEMENTS (examples); n++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile/cuts/%s", examples[n]);

      g_test_add_data_func (path, examples[n], test_cuts);
    }
  g_test_add_func ("/hostile/flips", test_flips);
  status = g_test_run ();

  if (slowest_name != NULL)
    g_print ("# the slowest in one process: %.3f s (%s)\n", slowest, slowest_name);

  return status;
}
