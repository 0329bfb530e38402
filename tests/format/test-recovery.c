/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is left of the work on a map when the program ends in the middle of it, and who gets it. */

#include "fixtures.h"

#include "format/jm-recovery.h"
#include "format/jm-save.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
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
  g_autoptr (GPtrArray) found = jm_recovery_adopt_all ();

  g_assert_cmpuint (found->len, ==, 1);

  return g_ptr_array_steal_index (found, 0);
}

static void
assert_adopts_none (void)
{
  g_autoptr (GPtrArray) found = jm_recovery_adopt_all ();

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
  g_test_add_func ("/recovery/nothing-for-nothing", test_nothing_for_nothing);
  g_test_add_func ("/recovery/no-place", test_no_place);

  status = g_test_run ();
  fixtures_remove_folder (home);

  return status;
}
