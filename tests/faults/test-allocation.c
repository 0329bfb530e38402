/* SPDX-License-Identifier: GPL-3.0-or-later */

/* No memory, at every single time the XML library asks for some: a file is read whole or refused, never in part. And where
 * GLib ends the program for want of memory, what was being worked on is still there.
 */

#include "format/fixtures.h"
#include "format/jm-read.h"
#include "format/jm-recovery.h"
#include "format/jm-save.h"
#include "format/jm-write.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Asked for so often, and failing from then on. 0 never fails. */
static guint n_asked;
static guint fails_at;
static gboolean fails_once;

static gboolean
fails_now (void)
{
  n_asked++;

  return fails_at != 0 && (fails_once ? n_asked == fails_at : n_asked >= fails_at);
}

static void *
ask_malloc (size_t size)
{
  return fails_now () ? NULL : malloc (size);
}

static void *
ask_realloc (void   *memory,
             size_t  size)
{
  return fails_now () ? NULL : realloc (memory, size);
}

static char *
ask_strdup (const char *string)
{
  return fails_now () ? NULL : strdup (string);
}

/* The library says each time on the terminal what the test makes happen. */
static void
keep_quiet (void       *context,
            const char *format,
            ...)
{
}

static GBytes *
load_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("JM_DATADIR"), "examples", "ikea.nl.cjm", NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length);
}

static void
test_open (gconstpointer data)
{
  g_autoptr (GBytes) bytes = load_example ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) whole = NULL;
  guint n_times;
  guint n_refused = 0;

  fails_once = GPOINTER_TO_INT (data);
  n_asked = 0;
  whole = jm_read_bytes (bytes, "map.cjm", NULL, &error);
  g_assert_no_error (error);
  n_times = n_asked;
  g_assert_cmpuint (n_times, >, 10);

  for (guint n = 1; n <= n_times; n++)
    {
      g_autoptr (JmMap) map = NULL;

      n_asked = 0;
      fails_at = n;
      map = jm_read_bytes (bytes, "map.cjm", NULL, &error);
      fails_at = 0;

      if (map != NULL)
        {
          g_assert_no_error (error);
          g_assert_true (jm_map_equal (map, whole));
        }
      else
        {
          g_assert_nonnull (error);
          g_assert_cmpuint (strlen (error->message), >, strlen ("map.cjm:1:1: "));
          n_refused++;
        }
      g_clear_error (&error);
    }

  g_test_message ("refused %u of %u times", n_refused, n_times);
  g_assert_cmpuint (n_refused, >, 0);
}

/* What is read back while saving, likewise. */
static void
test_save (gconstpointer data)
{
  g_autoptr (GBytes) bytes = load_example ();
  g_autoptr (JmMap) map = jm_read_bytes (bytes, "map.cjm", NULL, NULL);
  g_autofree char *folder = g_dir_make_tmp ("journeymap-allocation-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.cjm", NULL);
  guint n_times;

  fails_once = GPOINTER_TO_INT (data);
  n_asked = 0;
  g_assert_true (jm_save_file (map, path, NULL));
  n_times = n_asked;

  for (guint n = 1; n <= n_times; n++)
    {
      g_autoptr (GError) error = NULL;
      gboolean saved;

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      n_asked = 0;
      fails_at = n;
      saved = jm_save_file (map, path, &error);
      fails_at = 0;

      {
        g_autofree char *content = NULL;

        g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
        g_assert_true ((strcmp (content, "old") == 0) == !saved);
        g_assert_true ((error == NULL) == saved);
      }
    }

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_abort (void)
{
#if defined (__SANITIZE_ADDRESS__)
  g_test_skip ("the sanitizer needs all the memory there is");
#else
  g_autoptr (GBytes) bytes = load_example ();
  g_autoptr (JmMap) map = jm_read_bytes (bytes, "map.cjm", NULL, NULL);
  g_autoptr (GPtrArray) found = NULL;
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      struct rlimit limit = { 512 * 1024 * 1024, 512 * 1024 * 1024 };
      struct rlimit no_core = { 0, 0 };
      JmRecovery *recovery = jm_recovery_new ();
      volatile gsize n_held = 0;

      setrlimit (RLIMIT_AS, &limit);
      setrlimit (RLIMIT_CORE, &no_core);
      close (STDOUT_FILENO);
      close (STDERR_FILENO);
      if (!jm_recovery_snapshot (recovery, map, NULL))
        _exit (2);
      for (;;)
        n_held += strlen (g_strnfill (1024 * 1024, 'x'));
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));

  found = jm_recovery_adopt_all (NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (jm_map_equal (((JmRecovered *) g_ptr_array_index (found, 0))->map, map));
  jm_recovery_clear (((JmRecovered *) g_ptr_array_index (found, 0))->recovery);
#endif
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = fixtures_move_home ();
  int status;

  /* Before the library has asked for any. */
  g_assert_cmpint (xmlMemSetup (free, ask_malloc, ask_realloc, ask_strdup), ==, 0);
  xmlSetGenericErrorFunc (NULL, keep_quiet);

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/allocation/open/once", GINT_TO_POINTER (TRUE), test_open);
  g_test_add_data_func ("/allocation/open/from-then-on", GINT_TO_POINTER (FALSE), test_open);
  g_test_add_data_func ("/allocation/save/once", GINT_TO_POINTER (TRUE), test_save);
  g_test_add_data_func ("/allocation/save/from-then-on", GINT_TO_POINTER (FALSE), test_save);
  g_test_add_func ("/allocation/abort", test_abort);

  status = g_test_run ();
  fixtures_remove_folder (home);

  return status;
}
