/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is left of the work on a map when the program ends in the middle of it, and who gets it. */

#include "fixtures.h"

#include "format/jm-recovery.h"
#include "format/jm-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static JmMap *
make_map (const char *title)
{
  g_autofree char *text = g_strdup_printf (MAP ("  <title>%s</title>\n"), title);

  return fixtures_read (text);
}

static const char *
get_title (JmMap *map)
{
  return jm_item_get_part (jm_map_get_root (map), JM_KIND_TITLE);
}

static void
snapshot (JmRecovery *recovery,
          const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = make_map (title);

  g_assert_true (jm_recovery_snapshot (recovery, map, &error));
  g_assert_no_error (error);
}

/* Another program keeps some snapshots and ends without a word. */
static void
live_and_die (const char *path,
              guint       n_snapshots)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      JmRecovery *recovery = jm_recovery_new ();

      if (path != NULL)
        {
          JmStamp stamp;

          g_assert_cmpint (jm_stamp_take (&stamp, path, NULL), ==, 0);
          jm_recovery_set_file (recovery, path, &stamp);
        }
      for (guint n = 1; n <= n_snapshots; n++)
        {
          g_autofree char *title = g_strdup_printf ("edit %u", n);

          snapshot (recovery, title);
        }
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static char *
get_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "journeymap", "recovery", NULL);
}

/* The only folder of the recovery. */
static char *
get_only_folder (void)
{
  g_autofree char *root = get_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  char *folder;

  g_assert_nonnull (dir);
  folder = g_build_filename (root, g_dir_read_name (dir), NULL);
  g_assert_null (g_dir_read_name (dir));

  return folder;
}

static void
assert_nothing_left (void)
{
  g_autofree char *root = get_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);

  g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
}

static JmRecovered *
adopt_one (void)
{
  g_autoptr (GPtrArray) found = jm_recovery_adopt_all (NULL);

  g_assert_cmpuint (found->len, ==, 1);

  return g_ptr_array_steal_index (found, 0);
}

static void
assert_adopts_none (void)
{
  g_autoptr (GPtrArray) found = jm_recovery_adopt_all (NULL);

  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_latest_snapshot (void)
{
  for (guint n = 1; n <= 4; n++)
    {
      g_autofree char *title = g_strdup_printf ("edit %u", n);
      g_autoptr (JmRecovered) recovered = NULL;

      live_and_die (NULL, n);
      recovered = adopt_one ();
      g_assert_cmpstr (get_title (recovered->map), ==, title);
      g_assert_null (jm_recovery_get_path (recovered->recovery));
      jm_recovery_clear (recovered->recovery);
    }

  assert_nothing_left ();
}

static void
test_says_where_it_was (void)
{
  g_autoptr (JmRecovered) recovered = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *folder = g_dir_make_tmp ("journeymap-recovery-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "met ruimte & \xe9.cjm", NULL);
  JmStamp stamp;

  g_assert_true (g_file_set_contents (path, "<old/>", -1, NULL));
  live_and_die (path, 2);
  recovered = adopt_one ();
  g_assert_cmpstr (jm_recovery_get_path (recovered->recovery), ==, path);
  g_assert_cmpint (jm_stamp_take (&stamp, path, NULL), ==, 0);
  g_assert_cmpmem (jm_recovery_get_stamp (recovered->recovery), sizeof stamp, &stamp, sizeof stamp);
  g_assert_cmpint (ABS (g_date_time_difference (now, recovered->kept_at)), <, 60 * G_TIME_SPAN_SECOND);
  jm_recovery_clear (recovered->recovery);
  g_unlink (path);
  g_rmdir (folder);
}

/* Nobody gets what somebody works on; after that one's end, one gets it, once. */
static void
test_one_owner (void)
{
  JmRecovery *alive = jm_recovery_new ();
  JmRecovered *recovered;

  snapshot (alive, "mine");
  assert_adopts_none ();
  jm_recovery_free (alive);

  recovered = adopt_one ();
  assert_adopts_none ();

  /* The program that recovers it ends, too. */
  jm_recovered_free (recovered);
  recovered = adopt_one ();
  g_assert_cmpstr (get_title (recovered->map), ==, "mine");
  snapshot (recovered->recovery, "and on");
  jm_recovered_free (recovered);

  recovered = adopt_one ();
  g_assert_cmpstr (get_title (recovered->map), ==, "and on");
  jm_recovery_clear (recovered->recovery);
  jm_recovered_free (recovered);
  assert_nothing_left ();
}

/* Every way in which the last snapshot can be half written leaves the one before it. */
static void
test_torn_snapshot (void)
{
  for (int cut = 0; cut < 400; cut += 23)
    {
      g_autofree char *folder = NULL;
      g_autofree char *path = NULL;
      g_autofree char *content = NULL;
      g_autoptr (JmRecovered) recovered = NULL;
      gsize length;

      live_and_die (NULL, 4);
      folder = get_only_folder ();
      path = g_build_filename (folder, "2.cjm", NULL);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      if (cut < (int) length)
        g_assert_cmpint (truncate (path, cut), ==, 0);
      else
        g_assert_not_reached ();

      recovered = adopt_one ();
      g_assert_cmpstr (get_title (recovered->map), ==, "edit 3");

      /* It must be the torn one that is written over next. */
      snapshot (recovered->recovery, "edit 5");
      g_clear_pointer (&content, g_free);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_nonnull (strstr (content, "edit 5"));
      jm_recovery_clear (recovered->recovery);
    }
}

static void
test_flipped_bytes (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  JmRecovered *recovered;
  gsize length;

  live_and_die (NULL, 2);
  folder = get_only_folder ();
  path = g_build_filename (folder, "2.cjm", NULL);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  for (gsize n = 0; n < length; n++)
    {
      content[n] ^= 1;
      g_assert_true (g_file_set_contents (path, content, length, NULL));
      content[n] ^= 1;
      recovered = adopt_one ();
      g_assert_cmpstr (get_title (recovered->map), ==, "edit 1");
      jm_recovered_free (recovered);
    }

  recovered = adopt_one ();
  jm_recovery_clear (recovered->recovery);
  jm_recovered_free (recovered);
}

/* The program ended between the save and the tidying up. */
static void
test_saved_after_all (void)
{
  g_autoptr (JmMap) map = make_map ("edit 3");
  g_autofree char *folder = g_dir_make_tmp ("journeymap-recovery-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.cjm", NULL);

  g_assert_true (g_file_set_contents (path, "<old/>", -1, NULL));
  live_and_die (path, 3);
  g_assert_true (jm_save_file (map, path, NULL));
  assert_adopts_none ();
  assert_nothing_left ();
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_discarded (void)
{
  JmRecovery *recovery = jm_recovery_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) none = NULL;
  JmDiscarded *discarded;
  JmRecovered *recovered;

  snapshot (recovery, "thrown away");
  jm_recovery_discard (recovery);
  jm_recovery_free (recovery);
  assert_adopts_none ();

  list = jm_recovery_list_discarded ();
  g_assert_cmpuint (list->len, ==, 1);
  discarded = g_ptr_array_index (list, 0);
  g_assert_cmpstr (discarded->title, ==, "thrown away");
  g_assert_null (discarded->path);

  recovered = jm_recovery_restore (discarded->folder);
  g_assert_cmpstr (get_title (recovered->map), ==, "thrown away");
  none = jm_recovery_list_discarded ();
  g_assert_cmpuint (none->len, ==, 0);
  jm_recovered_free (recovered);

  recovered = adopt_one ();
  jm_recovery_clear (recovered->recovery);
  jm_recovered_free (recovered);
}

static void
test_discarded_long_ago (void)
{
  JmRecovery *recovery = jm_recovery_new ();
  g_autofree char *folder = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct timespec times[2] = { { 0 } };

  snapshot (recovery, "thrown away");
  jm_recovery_discard (recovery);
  jm_recovery_free (recovery);

  folder = get_only_folder ();
  times[0].tv_sec = times[1].tv_sec = now - 29 * 86400;
  g_assert_cmpint (utimensat (AT_FDCWD, folder, times, 0), ==, 0);
  assert_adopts_none ();
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));

  times[0].tv_sec = times[1].tv_sec = now - 31 * 86400;
  g_assert_cmpint (utimensat (AT_FDCWD, folder, times, 0), ==, 0);
  assert_adopts_none ();
  assert_nothing_left ();
}

/* A person may put a file of their own there. */
static void
test_foreign_files_stay (void)
{
  g_autofree char *root = get_root ();
  g_autofree char *folder = g_build_filename (root, "7f0e3f2e-0000-4000-8000-000000000000", NULL);
  g_autofree char *path = g_build_filename (folder, "notes.txt", NULL);
  g_autofree char *lock = g_build_filename (folder, "lock", NULL);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_true (g_file_set_contents (lock, "", 0, NULL));
  assert_adopts_none ();
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_unlink (path);
  g_rmdir (folder);
}

static JmMap *
make_map_with_picture (const char *title,
                       char        letter)
{
  g_autofree char *picture = g_strnfill (300 * 1024, letter);
  g_autofree char *text = g_strdup_printf (TOUCHPOINT ("      <title>%s</title>\n"
                                                       "      <picture id=\"i\" media-type=\"image/png\">%s</picture>\n"),
                                           title, picture);

  return fixtures_read (text);
}

/* Large pictures lie beside the snapshots, once, and come back into their places. */
static void
test_pictures (void)
{
  JmRecovery *recovery = jm_recovery_new ();
  g_autoptr (JmMap) first = make_map_with_picture ("one", 'A');
  g_autoptr (JmMap) second = make_map_with_picture ("two", 'A');
  g_autoptr (JmMap) third = make_map_with_picture ("three", 'B');
  g_autofree char *folder = NULL;
  g_autofree char *slot = NULL;
  JmRecovered *recovered;
  GDir *dir;
  const char *name;
  guint n_pictures = 0;
  GStatBuf info;

  g_assert_true (jm_recovery_snapshot (recovery, first, NULL));
  g_assert_true (jm_recovery_snapshot (recovery, second, NULL));
  g_assert_true (jm_recovery_snapshot (recovery, third, NULL));

  folder = get_only_folder ();
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".picture"))
      n_pictures++;
  g_dir_close (dir);
  g_assert_cmpuint (n_pictures, ==, 2);
  slot = g_build_filename (folder, "1.cjm", NULL);
  g_assert_cmpint (g_stat (slot, &info), ==, 0);
  g_assert_cmpint (info.st_size, <, 4096);

  jm_recovery_free (recovery);
  recovered = adopt_one ();
  g_assert_true (jm_map_equal (recovered->map, third));

  /* And on: the one who took over writes none of them again. */
  g_assert_true (jm_recovery_snapshot (recovered->recovery, first, NULL));
  jm_recovered_free (recovered);
  recovered = adopt_one ();
  g_assert_true (jm_map_equal (recovered->map, first));
  jm_recovery_clear (recovered->recovery);
  jm_recovered_free (recovered);
  assert_nothing_left ();
}

/* Without its picture a map is still worth having. */
static void
test_lost_picture (void)
{
  JmRecovery *recovery = jm_recovery_new ();
  g_autoptr (JmMap) map = make_map_with_picture ("one", 'A');
  g_autofree char *folder = NULL;
  g_autofree char *found = NULL;
  JmRecovered *recovered;
  GDir *dir;
  const char *name;

  g_assert_true (jm_recovery_snapshot (recovery, map, NULL));
  jm_recovery_free (recovery);
  folder = get_only_folder ();
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".picture"))
      found = g_build_filename (folder, name, NULL);
  g_dir_close (dir);
  g_assert_true (g_file_set_contents (found, "damaged", -1, NULL));

  recovered = adopt_one ();
  g_assert_cmpstr (jm_item_get_label (jm_map_find (recovered->map, "try")), ==, "one");
  jm_recovery_clear (recovered->recovery);
  jm_recovered_free (recovered);
  assert_nothing_left ();
}

/* What is in the folder, one after the other. */
static gboolean
folder_has (const char *folder,
            const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      return TRUE;

  return FALSE;
}

static void
overwrite (const char *folder,
           const char *name,
           const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  fputs (text, file);
  fclose (file);
}

/* Both snapshots are damaged: that is told at each start, and nothing of it is removed before a person says so. */
static void
test_all_damaged (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *aside = NULL;
  struct timespec times[2] = { { 0 } };

  live_and_die (NULL, 3);
  folder = get_only_folder ();
  overwrite (folder, "1.cjm", "what the disk made of it");
  overwrite (folder, "2.cjm", "<journey-map");

  for (guint start = 0; start < 2; start++)
    {
      g_autoptr (GPtrArray) refused = NULL;
      g_autoptr (GPtrArray) found = jm_recovery_adopt_all (&refused);
      const JmRefused *told;

      g_assert_cmpuint (found->len, ==, 0);
      g_assert_cmpuint (refused->len, ==, 1);
      told = g_ptr_array_index (refused, 0);
      g_assert_cmpstr (told->folder, ==, folder);
      g_assert_cmpstr (told->title, ==, "edit 3");
      g_assert_cmpuint (strlen (told->reason), >, 10);
      g_assert_true (folder_has (folder, "1.cjm") && folder_has (folder, "2.cjm"));
    }

  jm_recovery_give_up (folder);
  {
    g_autoptr (GPtrArray) refused = NULL;
    g_autoptr (GPtrArray) found = jm_recovery_adopt_all (&refused);
    g_autoptr (GPtrArray) list = jm_recovery_list_discarded ();

    g_assert_cmpuint (found->len + refused->len, ==, 0);
    g_assert_cmpuint (list->len, ==, 1);
  }

  aside = get_only_folder ();
  g_assert_true (folder_has (aside, "1.cjm"));
  times[0].tv_sec = times[1].tv_sec = g_get_real_time () / G_USEC_PER_SEC - 31 * 86400;
  g_assert_cmpint (utimensat (AT_FDCWD, aside, times, 0), ==, 0);
  assert_adopts_none ();
  assert_nothing_left ();
}

/* A damaged one that can be read as a map is better than none. */
static void
test_damaged_and_readable (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  JmRecovered *recovered;
  gsize length;

  live_and_die (NULL, 1);
  folder = get_only_folder ();
  path = g_build_filename (folder, "1.cjm", NULL);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  strstr (content, "edit 1")[5] = '7';
  g_assert_true (g_file_set_contents (path, content, length, NULL));

  recovered = adopt_one ();
  g_assert_cmpstr (get_title (recovered->map), ==, "edit 7");
  jm_recovery_clear (recovered->recovery);
  jm_recovered_free (recovered);
  assert_nothing_left ();
}

/* The latest snapshot is whole, and none that the reader takes. Who works on with the one before keeps it all the same. */
static void
test_latest_refused (void)
{
  g_autoptr (JmMap) map = make_map ("edit 1");
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) refused = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *refused_text = g_strdup ("<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\"><map");
  g_autofree char *trailer = NULL;
  g_autofree char *text = NULL;
  JmRecovered *recovered;

  live_and_die (NULL, 2);
  folder = get_only_folder ();
  {
    g_autofree char *hashed = g_strconcat (refused_text, "2", NULL);
    g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, hashed, -1);

    trailer = g_strdup_printf ("<!-- snapshot %020u %s -->\n", 2, hash);
  }
  text = g_strconcat (refused_text, trailer, NULL);
  overwrite (folder, "2.cjm", text);

  found = jm_recovery_adopt_all (&refused);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (refused->len, ==, 1);
  recovered = g_ptr_array_steal_index (found, 0);
  g_assert_cmpstr (get_title (recovered->map), ==, "edit 1");

  /* Nothing is touched before there is something to write. */
  g_assert_false (folder_has (folder, "refused-"));
  snapshot (recovered->recovery, "and on");
  g_assert_true (folder_has (folder, "refused-"));
  jm_recovery_clear (recovered->recovery);
  jm_recovered_free (recovered);
  g_assert_true (folder_has (folder, "refused-"));

  /* Still told of, until it is given up. */
  g_clear_pointer (&refused, g_ptr_array_unref);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = jm_recovery_adopt_all (&refused);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (refused->len, ==, 1);
  jm_recovery_give_up (folder);
  g_clear_pointer (&folder, g_free);
  folder = get_only_folder ();
  g_assert_true (g_str_has_suffix (folder, ".discarded"));
  fixtures_remove_folder (folder);
}

/* Nobody else on this machine may read what a person has not even saved. */
static void
test_private (void)
{
  JmRecovery *recovery = jm_recovery_new ();
  g_autoptr (JmMap) map = make_map_with_picture ("mine", 'A');
  g_autofree char *folder = NULL;
  mode_t mask = umask (0);
  GStatBuf info;
  GDir *dir;
  const char *name;
  guint n = 0;

  g_assert_true (jm_recovery_snapshot (recovery, map, NULL));
  umask (mask);
  folder = get_only_folder ();
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
      n++;
    }
  g_dir_close (dir);
  g_assert_cmpuint (n, >=, 4);

  jm_recovery_clear (recovery);
  jm_recovery_free (recovery);
  assert_nothing_left ();
}

/* The lock itself is gone: a program died while it tidied up, or the folder came back from a backup. */
static void
test_without_lock (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *lock = NULL;
  JmRecovered *recovered;

  live_and_die (NULL, 1);
  folder = get_only_folder ();
  lock = g_build_filename (folder, "lock", NULL);
  g_unlink (lock);
  recovered = adopt_one ();
  g_assert_cmpstr (get_title (recovered->map), ==, "edit 1");
  jm_recovery_clear (recovered->recovery);
  jm_recovered_free (recovered);
  assert_nothing_left ();
}

/* Some file systems have no locks, which for this process is so from now on. FALSE where that cannot be arranged. */
static gboolean
forbid_locks (void)
{
#ifdef SYS_flock
  struct sock_filter program[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SYS_flock, 3, 0),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SYS_fcntl, 0, 3),
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, args[1])),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, F_OFD_SETLK, 0, 1),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = { .len = G_N_ELEMENTS (program), .filter = program };

  return prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
#else
  return FALSE;
#endif
}

/* In a process of its own, for what is forbidden stays so. */
static void
run_without_locks (void (*play) (void))
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (!forbid_locks ())
        _exit (77);
      play ();
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("system calls cannot be forbidden here");
  else
    g_assert_cmpint (status, ==, 0);
}

static void
play_two_programs (void)
{
  JmRecovery *alive;
  JmRecovered *recovered;
  g_autofree char *folder = NULL;
  int ready[2], over[2];
  char byte;
  pid_t other;

  test_latest_snapshot ();
  test_one_owner ();

  /* A program that lives on, and is another one than this. */
  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (over), ==, 0);
  other = fork ();
  if (other == 0)
    {
      alive = jm_recovery_new ();
      snapshot (alive, "theirs");
      g_assert_cmpint (write (ready[1], "r", 1), ==, 1);
      g_assert_cmpint (read (over[0], &byte, 1), ==, 1);
      _exit (0);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  folder = get_only_folder ();
  g_assert_true (folder_has (folder, "owner."));
  assert_adopts_none ();
  g_assert_cmpint (write (over[1], "o", 1), ==, 1);
  g_assert_cmpint (waitpid (other, NULL, 0), ==, other);

  recovered = adopt_one ();
  g_assert_cmpstr (get_title (recovered->map), ==, "theirs");
  assert_adopts_none ();
  jm_recovery_clear (recovered->recovery);
  jm_recovered_free (recovered);
  assert_nothing_left ();
}

static void
test_no_locks (void)
{
  run_without_locks (play_two_programs);
}

#define N_RIVALS 8

/* Eight programs start at once where there are no locks: one gets it. */
static void
play_rivals (void)
{
  pid_t rivals[N_RIVALS];
  int start[2], result[2];

  for (guint turn = 0; turn < 10; turn++)
    {
      guint n_got = 0;

      live_and_die (NULL, 1);
      g_assert_cmpint (pipe (start), ==, 0);
      g_assert_cmpint (pipe (result), ==, 0);
      for (guint n = 0; n < N_RIVALS; n++)
        {
          rivals[n] = fork ();
          g_assert_cmpint (rivals[n], >=, 0);
          if (rivals[n] == 0)
            {
              GPtrArray *found;
              char byte = 0;

              close (start[1]);
              g_assert_cmpint (read (start[0], &byte, 1), ==, 0);
              found = jm_recovery_adopt_all (NULL);
              byte = (char) found->len;
              g_assert_cmpint (write (result[1], &byte, 1), ==, 1);
              /* Nobody lets go before all have asked. */
              for (;;)
                pause ();
            }
        }
      close (start[0]);
      close (start[1]);

      for (guint n = 0; n < N_RIVALS; n++)
        {
          char byte;

          g_assert_cmpint (read (result[0], &byte, 1), ==, 1);
          n_got += (guint) byte;
        }
      g_assert_cmpuint (n_got, ==, 1);
      for (guint n = 0; n < N_RIVALS; n++)
        {
          g_assert_cmpint (kill (rivals[n], SIGKILL), ==, 0);
          g_assert_cmpint (waitpid (rivals[n], NULL, 0), ==, rivals[n]);
        }
      close (result[0]);
      close (result[1]);

      {
        JmRecovered *recovered = adopt_one ();

        jm_recovery_clear (recovered->recovery);
        jm_recovered_free (recovered);
        assert_nothing_left ();
      }
    }
}

static void
test_rivals_without_locks (void)
{
  run_without_locks (play_rivals);
}

/* Somebody tidies up while the work goes on. */
static void
test_removed_meanwhile (void)
{
  JmRecovery *recovery = jm_recovery_new ();
  JmRecovered *recovered;
  g_autofree char *folder = NULL;

  jm_recovery_set_file (recovery, "/somewhere/map.cjm", NULL);
  snapshot (recovery, "edit 1");
  folder = get_only_folder ();
  fixtures_remove_folder (folder);
  snapshot (recovery, "edit 2");
  jm_recovery_free (recovery);

  recovered = adopt_one ();
  g_assert_cmpstr (get_title (recovered->map), ==, "edit 2");
  g_assert_cmpstr (jm_recovery_get_path (recovered->recovery), ==, "/somewhere/map.cjm");
  jm_recovery_clear (recovered->recovery);
  jm_recovered_free (recovered);
  assert_nothing_left ();
}

static void
test_nothing_for_nothing (void)
{
  JmRecovery *recovery = jm_recovery_new ();

  jm_recovery_set_file (recovery, "/somewhere/map.cjm", NULL);
  jm_recovery_clear (recovery);
  jm_recovery_discard (recovery);
  jm_recovery_free (recovery);
  assert_nothing_left ();
}

static void
test_no_place (void)
{
  g_autofree char *root = get_root ();
  g_autofree char *parent = g_path_get_dirname (root);
  g_autoptr (JmRecovery) recovery = jm_recovery_new ();
  g_autoptr (JmMap) map = make_map ("edit");
  g_autoptr (GError) error = NULL;

  g_rmdir (root);
  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (root, "in the way", -1, NULL));
  g_assert_false (jm_recovery_snapshot (recovery, map, &error));
  g_assert_nonnull (strstr (error->message, "Save your map"));

  /* As soon as it can be, it is. */
  g_unlink (root);
  g_clear_error (&error);
  g_assert_true (jm_recovery_snapshot (recovery, map, &error));
  jm_recovery_clear (recovery);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = fixtures_move_home ();
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery/latest-snapshot", test_latest_snapshot);
  g_test_add_func ("/recovery/says-where-it-was", test_says_where_it_was);
  g_test_add_func ("/recovery/one-owner", test_one_owner);
  g_test_add_func ("/recovery/torn-snapshot", test_torn_snapshot);
  g_test_add_func ("/recovery/flipped-bytes", test_flipped_bytes);
  g_test_add_func ("/recovery/saved-after-all", test_saved_after_all);
  g_test_add_func ("/recovery/discarded", test_discarded);
  g_test_add_func ("/recovery/discarded-long-ago", test_discarded_long_ago);
  g_test_add_func ("/recovery/foreign-files-stay", test_foreign_files_stay);
  g_test_add_func ("/recovery/pictures", test_pictures);
  g_test_add_func ("/recovery/lost-picture", test_lost_picture);
  g_test_add_func ("/recovery/all-damaged", test_all_damaged);
  g_test_add_func ("/recovery/damaged-and-readable", test_damaged_and_readable);
  g_test_add_func ("/recovery/latest-refused", test_latest_refused);
  g_test_add_func ("/recovery/private", test_private);
  g_test_add_func ("/recovery/without-lock", test_without_lock);
  g_test_add_func ("/recovery/no-locks", test_no_locks);
  g_test_add_func ("/recovery/rivals-without-locks", test_rivals_without_locks);
  g_test_add_func ("/recovery/removed-meanwhile", test_removed_meanwhile);
  g_test_add_func ("/recovery/nothing-for-nothing", test_nothing_for_nothing);
  g_test_add_func ("/recovery/no-place", test_no_place);

  status = g_test_run ();
  fixtures_remove_folder (home);

  return status;
}
