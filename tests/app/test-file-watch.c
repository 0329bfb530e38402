/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to the file of an open map, and what is noticed of it within two seconds. */

#include "app/jm-file-watch.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#define PATIENCE (2 * G_USEC_PER_SEC)

typedef struct
{
  char        *folder;
  char        *path;
  char        *other;
  JmFileWatch *watch;
  guint        n_changes;
} Desk;

static void
count_cb (Desk *desk)
{
  desk->n_changes++;
}

static void
put (const char *path,
     const char *text)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  fputs (text, file);
  fclose (file);
}

static void
desk_set_up (Desk          *desk,
             gconstpointer  data)
{
  g_autoptr (GFile) file = NULL;
  JmStamp stamp;

  desk->folder = g_dir_make_tmp ("journeymap-watch-XXXXXX", NULL);
  desk->path = g_build_filename (desk->folder, "map.cjm", NULL);
  desk->other = g_build_filename (desk->folder, "other.cjm", NULL);
  desk->n_changes = 0;
  put (desk->path, "ours");
  g_assert_cmpint (jm_stamp_take (&stamp, desk->path, NULL), ==, 0);

  file = g_file_new_for_path (desk->path);
  desk->watch = jm_file_watch_new ();
  jm_file_watch_set_file (desk->watch, file, &stamp);
  g_signal_connect_swapped (desk->watch, "state-changed", G_CALLBACK (count_cb), desk);
}

static void
desk_tear_down (Desk          *desk,
                gconstpointer  data)
{
  jm_file_watch_set_file (desk->watch, NULL, NULL);
  g_object_unref (desk->watch);
  g_unlink (desk->path);
  g_unlink (desk->other);
  g_rmdir (desk->folder);
  g_free (desk->folder);
  g_free (desk->path);
  g_free (desk->other);
}

static gboolean
late_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_CONTINUE;
}

/* Returns whether the state came about in time. */
static gboolean
becomes (Desk        *desk,
         JmFileState  state)
{
  gboolean late = FALSE;
  guint clock = g_timeout_add (PATIENCE / 1000, late_cb, &late);

  while (jm_file_watch_get_state (desk->watch) != state && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (clock);

  return jm_file_watch_get_state (desk->watch) == state;
}

static void
test_changed (Desk          *desk,
              gconstpointer  data)
{
  put (desk->path, "theirs");
  g_assert_true (becomes (desk, JM_FILE_CHANGED));
  put (desk->path, "ours");
  g_assert_true (becomes (desk, JM_FILE_SAME));
}

/* As sync clients do. */
static void
test_replaced (Desk          *desk,
               gconstpointer  data)
{
  put (desk->other, "theirs");
  g_assert_cmpint (g_rename (desk->other, desk->path), ==, 0);
  g_assert_true (becomes (desk, JM_FILE_CHANGED));
}

static void
test_gone_and_back (Desk          *desk,
                    gconstpointer  data)
{
  g_assert_cmpint (g_rename (desk->path, desk->other), ==, 0);
  g_assert_true (becomes (desk, JM_FILE_GONE));
  g_assert_cmpint (g_rename (desk->other, desk->path), ==, 0);
  g_assert_true (becomes (desk, JM_FILE_SAME));
}

/* Nobody's work is at risk, so nobody is told. */
static void
test_only_touched (Desk          *desk,
                   gconstpointer  data)
{
  put (desk->other, "ours");
  g_assert_cmpint (g_rename (desk->other, desk->path), ==, 0);
  g_assert_cmpint (utimensat (AT_FDCWD, desk->path, NULL, 0), ==, 0);
  g_assert_false (becomes (desk, JM_FILE_CHANGED));
  g_assert_cmpuint (desk->n_changes, ==, 0);
}

/* After a save of ours the file is another one, and as we know it. */
static void
test_saved_by_us (Desk          *desk,
                  gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (desk->path);
  JmStamp stamp;

  put (desk->path, "ours, later");
  g_assert_cmpint (jm_stamp_take (&stamp, desk->path, NULL), ==, 0);
  jm_file_watch_set_file (desk->watch, file, &stamp);
  g_assert_false (becomes (desk, JM_FILE_CHANGED));
  g_assert_cmpuint (desk->n_changes, ==, 0);

  put (desk->path, "theirs");
  g_assert_true (becomes (desk, JM_FILE_CHANGED));
}

static void
test_another_file (Desk          *desk,
                   gconstpointer  data)
{
  g_autoptr (GFile) other = g_file_new_for_path (desk->other);
  JmStamp stamp;

  put (desk->other, "elsewhere");
  g_assert_cmpint (jm_stamp_take (&stamp, desk->other, NULL), ==, 0);
  jm_file_watch_set_file (desk->watch, other, &stamp);
  put (desk->path, "theirs");
  g_assert_false (becomes (desk, JM_FILE_CHANGED));
  g_unlink (desk->other);
  g_assert_true (becomes (desk, JM_FILE_GONE));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*run) (Desk *desk, gconstpointer data);
  } tests[] = {
    { "/watch/changed", test_changed },
    { "/watch/replaced", test_replaced },
    { "/watch/gone-and-back", test_gone_and_back },
    { "/watch/only-touched", test_only_touched },
    { "/watch/saved-by-us", test_saved_by_us },
    { "/watch/another-file", test_another_file },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint n = 0; n < G_N_ELEMENTS (tests); n++)
    g_test_add (tests[n].path, Desk, NULL, desk_set_up, tests[n].run, desk_tear_down);

  return g_test_run ();
}
