/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two programs on one file know of each other, as long as both live. */

#include "format/jm-presence.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  char *other;
} Desk;

static void
put (const char *path)
{
  g_assert_true (g_file_set_contents (path, "a map", -1, NULL));
}

static void
desk_set_up (Desk          *desk,
             gconstpointer  data)
{
  desk->folder = g_dir_make_tmp ("journeymap-presence-XXXXXX", NULL);
  desk->path = g_build_filename (desk->folder, "map.cjm", NULL);
  desk->other = g_build_filename (desk->folder, "other.cjm", NULL);
  put (desk->path);
}

static void
desk_tear_down (Desk          *desk,
                gconstpointer  data)
{
  g_autofree char *root = jm_presence_get_root ();

  /* Whoever looks tidies up what the killed ones left. */
  jm_presence_find (desk->path);
  g_assert_cmpint (g_rmdir (root), ==, 0);
  g_unlink (desk->path);
  g_unlink (desk->other);
  g_assert_cmpint (g_rmdir (desk->folder), ==, 0);
  g_free (desk->folder);
  g_free (desk->path);
  g_free (desk->other);
}

static guint
count_told (void)
{
  g_autofree char *root = jm_presence_get_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* Another program, which opens a file and goes on. */
static pid_t
open_elsewhere (const char *path)
{
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      byte = jm_presence_tell (jm_presence_new (), path) ? 'y' : 'n';
      g_assert_cmpint (write (ready[1], &byte, 1), ==, 1);
      for (;;)
        pause ();
    }

  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'y');
  close (ready[0]);
  close (ready[1]);

  return child;
}

static void
end (pid_t program)
{
  g_assert_cmpint (kill (program, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (program, NULL, 0), ==, program);
}

static void
test_found (Desk          *desk,
            gconstpointer  data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  pid_t program;
  gint64 since;

  g_assert_cmpint (jm_presence_find (desk->path), ==, 0);
  program = open_elsewhere (desk->path);
  since = jm_presence_find (desk->path);
  g_assert_cmpint (since, >=, now);
  g_assert_cmpint (since, <=, g_get_real_time () / G_USEC_PER_SEC);

  put (desk->other);
  g_assert_cmpint (jm_presence_find (desk->other), ==, 0);
  end (program);
}

static void
test_other_ways (Desk          *desk,
                 gconstpointer  data)
{
  pid_t program = open_elsewhere (desk->path);

  g_assert_cmpint (symlink (desk->path, desk->other), ==, 0);
  g_assert_cmpint (jm_presence_find (desk->other), !=, 0);
  g_unlink (desk->other);
  g_assert_cmpint (link (desk->path, desk->other), ==, 0);
  g_assert_cmpint (jm_presence_find (desk->other), !=, 0);
  end (program);
}

/* Whoever is killed tidies up nothing, and is not there any more all the same. */
static void
test_killed (Desk          *desk,
             gconstpointer  data)
{
  end (open_elsewhere (desk->path));

  g_assert_cmpuint (count_told (), ==, 1);
  g_assert_cmpint (jm_presence_find (desk->path), ==, 0);
  g_assert_cmpuint (count_told (), ==, 0);
}

static void
test_own (Desk          *desk,
          gconstpointer  data)
{
  g_autoptr (JmPresence) presence = jm_presence_new ();

  g_assert_true (jm_presence_tell (presence, desk->path));
  g_assert_cmpint (jm_presence_find (desk->path), ==, 0);

  /* It goes elsewhere. */
  g_assert_true (jm_presence_tell (presence, desk->other));
  g_assert_cmpuint (count_told (), ==, 1);
  g_clear_pointer (&presence, jm_presence_free);
  g_assert_cmpuint (count_told (), ==, 0);
}

/* Where nothing can be told, nothing else goes wrong. */
static void
test_nowhere (Desk          *desk,
              gconstpointer  data)
{
  g_autoptr (JmPresence) presence = jm_presence_new ();
  g_autofree char *root = jm_presence_get_root ();
  g_autofree char *above = g_path_get_dirname (root);

  g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
  put (root);
  g_assert_false (jm_presence_tell (presence, desk->path));
  g_assert_cmpint (jm_presence_find (desk->path), ==, 0);
  g_assert_cmpint (g_unlink (root), ==, 0);
  g_assert_true (jm_presence_tell (presence, desk->path));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("journeymap-home-XXXXXX", NULL);
  g_autofree char *root = NULL;
  g_autofree char *above = NULL;
  int status;

  /* A folder of its own; GLib's would leak. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/presence/found", Desk, NULL, desk_set_up, test_found, desk_tear_down);
  g_test_add ("/presence/other-ways", Desk, NULL, desk_set_up, test_other_ways, desk_tear_down);
  g_test_add ("/presence/killed", Desk, NULL, desk_set_up, test_killed, desk_tear_down);
  g_test_add ("/presence/own", Desk, NULL, desk_set_up, test_own, desk_tear_down);
  g_test_add ("/presence/nowhere", Desk, NULL, desk_set_up, test_nowhere, desk_tear_down);

  status = g_test_run ();

  root = jm_presence_get_root ();
  above = g_path_get_dirname (root);
  g_rmdir (above);
  g_rmdir (home);

  return status;
}
