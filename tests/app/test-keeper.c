/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits in quick succession, and the program gone in the middle of them: how old what is left may be, for a large map too. */

#include "app/jm-keeper.h"
#include "format/jm-read.h"
#include "generate/jm-generate.h"
#include "model/jm-edit.h"

#include <glib/gstdio.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_EDITS   140
#define PACE      15      /* milliseconds between two edits */
#define MOST_LOST 1.0     /* seconds */

/* What the program that ends has done, in memory that outlives it. */
typedef struct
{
  guint  n_edits;
  gint64 times[N_EDITS + 1];
  gint64 ended;
  guint  recovered;    /* number of the last edit that was there again */
} Diary;

typedef struct
{
  JmSession *session;
  JmKeeper  *keeper;
  Diary     *diary;
  guint      last;       /* edit, after which it ends */
} Work;

static void
set_title (JmSession *session,
           guint      number)
{
  g_autofree char *title = g_strdup_printf ("%u", number);
  JmMap *map = jm_session_get_map (session);
  JmItem *root = jm_item_copy (jm_map_get_root (map));
  g_autoptr (JmMap) next = NULL;

  jm_item_set_part (root, JM_KIND_TITLE, title);
  next = jm_map_with_root (map, root);
  jm_session_apply_typing (session, next, "Type", "title");
}

static gboolean
type_cb (gpointer user_data)
{
  Work *work = user_data;
  Diary *diary = work->diary;

  diary->n_edits++;
  diary->times[diary->n_edits] = g_get_monotonic_time ();
  set_title (work->session, diary->n_edits);

  if (diary->n_edits == work->last)
    {
      diary->ended = g_get_monotonic_time ();
      _exit (0);
    }

  return G_SOURCE_CONTINUE;
}

static guint
recover_number (void)
{
  g_autoptr (GPtrArray) found = jm_recovery_adopt_all (NULL);
  guint number = 0;

  g_assert_cmpuint (found->len, <=, 1);
  if (found->len > 0)
    {
      JmRecovered *recovered = g_ptr_array_index (found, 0);

      number = (guint) strtoul (jm_item_get_part (jm_map_get_root (recovered->map), JM_KIND_TITLE), NULL, 10);
      jm_recovery_clear (recovered->recovery);
    }

  return number;
}

/* Photos of a workshop's wall: 12 MB in the file. */
static JmMap *
make_map_with_pictures (void)
{
  g_autoptr (GString) text = g_string_new ("<journey-map xmlns=\"" JM_NAMESPACE "\" version=\"1.0\" kind=\"current-state\">"
                                           "<lane id=\"l\" kind=\"touchpoints\"/><phase id=\"p\">");
  g_autoptr (GBytes) bytes = NULL;
  JmMap *map;

  for (guint n = 0; n < 4; n++)
    {
      g_autofree char *picture = g_strnfill (3 * 1024 * 1024, (char) ('A' + n));

      g_string_append_printf (text, "<touchpoint id=\"t%u\"><picture id=\"i%u\" media-type=\"image/png\">%s</picture>"
                              "</touchpoint>", n, n, picture);
    }
  g_string_append (text, "</phase></journey-map>");
  bytes = g_bytes_new (text->str, text->len);
  map = jm_read_bytes (bytes, "map.cjm", NULL, NULL);
  g_assert_nonnull (map);

  return map;
}

/* Seconds that the disk takes to keep a little file: what a promise about the program cannot make shorter. */
static double
time_the_disk (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "time-the-disk", NULL);
  g_autofree char *bytes = g_strnfill (64 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  gint64 start;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  start = g_get_monotonic_time ();
  g_file_set_contents_full (path, bytes, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error);
  g_assert_no_error (error);
  g_unlink (path);

  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* With so many touchpoints, or 0 for pictures. */
static void
test_continuous_typing (gconstpointer data)
{
  Diary *diary = mmap (NULL, sizeof *diary, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  double most = 0;
  double disk = time_the_disk ();

  for (guint last = 20; last <= N_EDITS; last += 40)
    {
      double lost = 0;
      guint number;
      int status;
      pid_t child;

      memset (diary, 0, sizeof *diary);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          guint n_touchpoints = GPOINTER_TO_UINT (data);
          g_autoptr (JmMap) map = n_touchpoints > 0 ? jm_generate_map (n_touchpoints, 1) : make_map_with_pictures ();
          g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
          Work work = { .diary = diary, .last = last };

          work.session = jm_session_new (map);
          work.keeper = jm_keeper_new (work.session, NULL);
          g_timeout_add (PACE, type_cb, &work);
          g_main_loop_run (loop);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_cmpint (status, ==, 0);

      /* Looked for by a process of its own: this one must stay without threads, or the next child begins with locks that
       * one of them held.
       */
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          diary->recovered = recover_number ();
          _exit (0);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_cmpint (status, ==, 0);

      number = diary->recovered;
      g_assert_cmpuint (number, <=, last);
      if (number < last)
        lost = (double) (diary->ended - diary->times[number + 1]) / G_USEC_PER_SEC;
      most = MAX (most, lost);
      disk = MAX (disk, time_the_disk ());
    }

  g_test_message ("at most %.0f ms lost; the disk takes up to %.0f ms for a little file", most * 1000, disk * 1000);
  /* A snapshot waits for the disk a few times: for pictures, the map and the folder. */
  g_assert_cmpfloat (most, <=, MOST_LOST + 4 * disk);
  munmap (diary, sizeof *diary);
}

static void
test_saved (void)
{
  g_autoptr (JmMap) map = jm_generate_map (10, 1);
  g_autoptr (JmSession) session = jm_session_new (map);
  g_autoptr (JmKeeper) keeper = jm_keeper_new (session, NULL);

  set_title (session, 1);
  g_assert_true (jm_keeper_flush (keeper, NULL));
  jm_session_mark_saved (session, jm_session_get_map (session));
  jm_keeper_saved (keeper, jm_session_get_map (session));
  jm_keeper_end (keeper, FALSE);
  jm_keeper_end_all ();
  g_assert_cmpuint (recover_number (), ==, 0);
}

/* Not saved, nothing said: it is there at the next start. */
static void
test_ended (void)
{
  g_autoptr (JmMap) map = jm_generate_map (10, 1);
  g_autoptr (JmSession) session = jm_session_new (map);
  g_autoptr (JmKeeper) keeper = jm_keeper_new (session, NULL);

  set_title (session, 7);
  jm_keeper_end (keeper, FALSE);
  jm_keeper_end_all ();
  g_assert_cmpuint (recover_number (), ==, 7);
}

static void
test_discarded (void)
{
  g_autoptr (JmMap) map = jm_generate_map (10, 1);
  g_autoptr (JmSession) session = jm_session_new (map);
  g_autoptr (JmKeeper) keeper = jm_keeper_new (session, NULL);
  g_autoptr (GPtrArray) list = NULL;
  JmRecovered *recovered;

  set_title (session, 8);
  jm_keeper_end (keeper, TRUE);
  jm_keeper_end_all ();
  g_assert_cmpuint (recover_number (), ==, 0);

  list = jm_recovery_list_discarded ();
  g_assert_cmpuint (list->len, ==, 1);
  recovered = jm_recovery_restore (((JmDiscarded *) g_ptr_array_index (list, 0))->folder);
  g_assert_cmpstr (jm_item_get_part (jm_map_get_root (recovered->map), JM_KIND_TITLE), ==, "8");
  jm_recovery_clear (recovered->recovery);
  jm_recovered_free (recovered);
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* A snapshot that is under way while the map is saved is of no use any more, and no reason to take another one. */
static void
test_saved_while_keeping (void)
{
  g_autoptr (JmMap) map = jm_generate_map (10, 1);
  g_autoptr (JmSession) session = jm_session_new (map);
  g_autoptr (JmKeeper) keeper = jm_keeper_new (session, NULL);
  g_autofree char *pattern = g_build_filename (g_get_user_data_dir (), "journeymap", "recovery", "*", "[12].cjm", NULL);
  gboolean stopped = FALSE;
  glob_t snapshots;

  set_title (session, 1);
  /* Until it is time for a snapshot, and that has been begun. */
  g_main_context_iteration (NULL, TRUE);
  set_title (session, 2);
  jm_session_end_typing (session);
  jm_session_mark_saved (session, jm_session_get_map (session));
  jm_keeper_saved (keeper, jm_session_get_committed_map (session));

  /* Three times as long as the keeper waits with another one. */
  g_timeout_add (1000, stop_cb, &stopped);
  while (!stopped)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (glob (pattern, 0, NULL, &snapshots), ==, GLOB_NOMATCH);
  jm_keeper_end (keeper, FALSE);
  jm_keeper_end_all ();
}

/* What is edited while a save is under way is kept after it. */
static void
test_edited_while_saving (void)
{
  g_autoptr (JmMap) map = jm_generate_map (10, 1);
  g_autoptr (JmSession) session = jm_session_new (map);
  g_autoptr (JmKeeper) keeper = jm_keeper_new (session, NULL);
  g_autoptr (JmMap) saved = NULL;

  set_title (session, 1);
  saved = jm_map_ref (jm_session_get_map (session));
  set_title (session, 2);
  jm_session_mark_saved (session, saved);
  jm_keeper_saved (keeper, saved);
  g_assert_true (jm_keeper_flush (keeper, NULL));
  jm_keeper_end (keeper, FALSE);
  jm_keeper_end_all ();
  g_assert_cmpuint (recover_number (), ==, 2);
}

static gboolean
wake_cb (gpointer user_data)
{
  g_main_context_wakeup (NULL);

  return G_SOURCE_CONTINUE;
}

static void
wait_for_error (JmKeeper *keeper,
                gboolean  wanted)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  guint ticking = g_timeout_add (100, wake_cb, NULL);

  while ((jm_keeper_get_error (keeper) != NULL) != wanted)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (ticking);
}

/* Nowhere to keep it: that is said, and as soon as it can be kept it is, and that is said, too. */
static void
test_no_place (void)
{
  g_autoptr (JmMap) map = jm_generate_map (10, 1);
  g_autoptr (JmSession) session = jm_session_new (map);
  g_autoptr (JmKeeper) keeper = jm_keeper_new (session, NULL);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "journeymap", NULL);
  g_autofree char *root = g_build_filename (folder, "recovery", NULL);
  g_autofree char *aside = g_build_filename (folder, "aside", NULL);

  g_mkdir_with_parents (folder, 0700);
  if (g_rename (root, aside) != 0)
    g_assert_false (g_file_test (root, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (root, "in the way", -1, NULL));

  set_title (session, 3);
  wait_for_error (keeper, TRUE);
  g_assert_nonnull (strstr (jm_keeper_get_error (keeper), "Save your map"));

  g_unlink (root);
  wait_for_error (keeper, FALSE);
  jm_keeper_end (keeper, FALSE);
  jm_keeper_end_all ();
  g_assert_cmpuint (recover_number (), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("journeymap-keeper-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  /* The ones that fork come first, while there is only one thread. */
  g_test_add_data_func ("/keeper/continuous-typing-100", GUINT_TO_POINTER (100), test_continuous_typing);
  g_test_add_data_func ("/keeper/continuous-typing-10000", GUINT_TO_POINTER (10000), test_continuous_typing);
  g_test_add_data_func ("/keeper/continuous-typing-pictures", GUINT_TO_POINTER (0), test_continuous_typing);
  g_test_add_func ("/keeper/saved", test_saved);
  g_test_add_func ("/keeper/ended", test_ended);
  g_test_add_func ("/keeper/discarded", test_discarded);
  g_test_add_func ("/keeper/saved-while-keeping", test_saved_while_keeping);
  g_test_add_func ("/keeper/edited-while-saving", test_edited_while_saving);
  g_test_add_func ("/keeper/no-place", test_no_place);
  status = g_test_run ();

  {
    g_autofree char *folder = g_build_filename (home, "journeymap", NULL);
    g_autofree char *root = g_build_filename (folder, "recovery", NULL);
    g_autofree char *aside = g_build_filename (folder, "aside", NULL);

    g_rmdir (aside);
    g_rmdir (root);
    g_rmdir (folder);
    g_rmdir (home);
  }

  return status;
}
