/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving a document that has been open for a while: whether the file is still what it was, and what becomes of it. */

#include "fixtures.h"

#include "format/jm-save.h"
#include "format/jm-versions.h"
#include "model/jm-edit.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file that is open, as a window has it. */
typedef struct
{
  char    *folder;
  char    *path;
  JmMap   *map;
  JmStamp  stamp;
} Desk;

static JmMap *
make_map (const char *title)
{
  g_autofree char *text = g_strdup_printf (TOUCHPOINT ("      <title>%s</title>\n"), title);

  return fixtures_read (text);
}

static void
desk_set_up (Desk          *desk,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = make_map ("first");

  desk->folder = g_dir_make_tmp ("journeymap-versions-XXXXXX", &error);
  g_assert_no_error (error);
  desk->path = g_build_filename (desk->folder, "map.cjm", NULL);
  g_assert_true (jm_save_file (map, desk->path, &error));
  desk->map = jm_read_document (desk->path, &desk->stamp, NULL, &error);
  g_assert_no_error (error);
}

static void
desk_tear_down (Desk          *desk,
                gconstpointer  data)
{
  g_unlink (desk->path);
  g_rmdir (desk->folder);
  g_free (desk->folder);
  g_free (desk->path);
  jm_map_unref (desk->map);
}

static void
assert_holds (const char *path,
              const char *title)
{
  g_autofree char *content = NULL;
  g_autofree char *expected = g_strdup_printf ("<title>%s</title>", title);

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, expected));
}

static gboolean
save (Desk         *desk,
      const char   *title,
      JmSaveTerms   terms,
      GError      **error)
{
  g_autoptr (JmMap) map = make_map (title);
  g_autofree char *remark = NULL;
  gboolean saved = jm_save_document (map, desk->path, &terms, &desk->stamp, &remark, error);

  g_assert_null (remark);

  return saved;
}

static void
save_well (Desk       *desk,
           const char *title)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (desk, title, (JmSaveTerms) { .expected = &desk->stamp, .keep_version = TRUE }, &error));
  g_assert_no_error (error);
}

static void
change_outside (Desk       *desk,
                const char *title)
{
  g_autoptr (JmMap) map = make_map (title);
  g_autoptr (GError) error = NULL;

  g_assert_true (jm_save_file (map, desk->path, &error));
}

/* Each save knows the file that the one before it left. */
static void
test_saves_in_a_row (Desk          *desk,
                     gconstpointer  data)
{
  save_well (desk, "second");
  save_well (desk, "third");
  assert_holds (desk->path, "third");
}

static void
test_changed_by_somebody_else (Desk          *desk,
                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  change_outside (desk, "theirs");
  g_assert_false (save (desk, "ours", (JmSaveTerms) { .expected = &desk->stamp, .keep_version = TRUE }, &error));
  g_assert_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_CHANGED);
  assert_holds (desk->path, "theirs");
}

/* Neither the size nor the time tells. */
static void
test_changed_in_secret (Desk          *desk,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  struct timespec times[2] = { { 0, UTIME_NOW } };
  g_autofree char *content = NULL;
  FILE *file;

  g_assert_true (g_file_get_contents (desk->path, &content, NULL, NULL));
  memcpy (strstr (content, "first"), "other", 5);
  file = fopen (desk->path, "r+");
  g_assert_cmpint (fputs (content, file), >=, 0);
  fclose (file);
  times[1].tv_sec = desk->stamp.modified / 1000000000;
  times[1].tv_nsec = desk->stamp.modified % 1000000000;
  g_assert_cmpint (utimensat (AT_FDCWD, desk->path, times, 0), ==, 0);

  g_assert_false (save (desk, "ours", (JmSaveTerms) { .expected = &desk->stamp }, &error));
  g_assert_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_CHANGED);
  assert_holds (desk->path, "other");
}

/* A sync client that puts the same file there again has destroyed nothing. */
static void
test_written_anew_with_the_same (Desk          *desk,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  change_outside (desk, "first");
  g_assert_true (save (desk, "ours", (JmSaveTerms) { .expected = &desk->stamp }, &error));
  g_assert_no_error (error);
  assert_holds (desk->path, "ours");
}

static void
test_taken_away (Desk          *desk,
                 gconstpointer  data)
{
  g_unlink (desk->path);
  save_well (desk, "still here");
  assert_holds (desk->path, "still here");
}

/* A file appeared where there was none. */
static void
test_in_the_way (Desk          *desk,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  JmStamp nothing = { 0 };

  g_assert_false (save (desk, "ours", (JmSaveTerms) { .expected = &nothing }, &error));
  g_assert_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_CHANGED);
  assert_holds (desk->path, "first");
}

static void
test_earlier_versions (Desk          *desk,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  save_well (desk, "second");
  save_well (desk, "third");

  versions = jm_versions_list (desk->path);
  g_assert_cmpuint (versions->len, ==, 2);
  for (guint n = 0; n < versions->len; n++)
    {
      JmVersion *version = g_ptr_array_index (versions, n);
      GStatBuf info;

      assert_holds (version->path, n == 0 ? "second" : "first");
      g_assert_cmpint (g_stat (version->path, &info), ==, 0);
      g_assert_cmpuint (version->size, ==, info.st_size);
      g_assert_cmpint (ABS (g_date_time_difference (now, version->saved_at)), <, 60 * G_TIME_SPAN_SECOND);
    }
}

/* The name by which it was opened does not matter. */
static void
test_versions_through_a_link (Desk          *desk,
                              gconstpointer  data)
{
  g_autofree char *link = g_build_filename (desk->folder, "link.cjm", NULL);
  g_autoptr (GPtrArray) versions = NULL;

  g_assert_cmpint (symlink ("map.cjm", link), ==, 0);
  save_well (desk, "second");
  versions = jm_versions_list (link);
  g_assert_cmpuint (versions->len, ==, 1);
  g_unlink (link);
}

static void
test_as_many_as_are_kept (Desk          *desk,
                          gconstpointer  data)
{
  g_autoptr (GPtrArray) versions = NULL;

  for (guint n = 0; n < JM_VERSIONS_KEPT + 5; n++)
    {
      g_autofree char *title = g_strdup_printf ("number %u.", n);

      save_well (desk, title);
    }

  versions = jm_versions_list (desk->path);
  g_assert_cmpuint (versions->len, ==, JM_VERSIONS_KEPT);
  assert_holds (((JmVersion *) g_ptr_array_index (versions, 0))->path, "number 23.");
  assert_holds (((JmVersion *) g_ptr_array_index (versions, JM_VERSIONS_KEPT - 1))->path, "number 4.");
}

/* After a warning, what somebody else wrote is replaced, and can be had back. */
static void
test_replacing_keeps_theirs (Desk          *desk,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  change_outside (desk, "theirs");
  g_assert_true (save (desk, "ours", (JmSaveTerms) { .must_keep = TRUE }, &error));
  g_assert_no_error (error);
  assert_holds (desk->path, "ours");

  versions = jm_versions_list (desk->path);
  g_assert_cmpuint (versions->len, ==, 1);
  assert_holds (((JmVersion *) g_ptr_array_index (versions, 0))->path, "theirs");
}

/* Something stands where the versions should go. Saving goes on and says so; replacing what somebody else wrote does not. */
static void
test_nowhere_to_keep (Desk          *desk,
                      gconstpointer  data)
{
  g_autofree char *folder = jm_versions_get_folder (desk->path);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *remark = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = make_map ("ours");
  JmSaveTerms terms = { .expected = &desk->stamp, .keep_version = TRUE };

  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));

  g_assert_true (jm_save_document (map, desk->path, &terms, &desk->stamp, &remark, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (remark, "could not be kept"));
  assert_holds (desk->path, "ours");

  change_outside (desk, "theirs");
  g_assert_false (save (desk, "ours", (JmSaveTerms) { .must_keep = TRUE }, &error));
  g_assert_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_KEPT);
  assert_holds (desk->path, "theirs");
  g_unlink (folder);
}

static void
test_stamp_as_a_word (Desk          *desk,
                      gconstpointer  data)
{
  g_autofree char *word = jm_stamp_to_string (&desk->stamp);
  JmStamp again;

  g_assert_true (jm_stamp_from_string (&again, word));
  g_assert_cmpmem (&again, sizeof again, &desk->stamp, sizeof desk->stamp);

  word[strlen (word) - 1] = 'x';
  g_assert_false (jm_stamp_from_string (&again, word));
  g_assert_false (jm_stamp_from_string (&again, "1:2:3:4"));
  g_assert_true (jm_stamp_from_string (&again, ""));
  g_assert_false (again.exists);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = fixtures_move_home ();
  int status;
  static const struct
  {
    const char *path;
    void      (*run) (Desk *desk, gconstpointer data);
  } tests[] = {
    { "/document/saves-in-a-row", test_saves_in_a_row },
    { "/document/changed-by-somebody-else", test_changed_by_somebody_else },
    { "/document/changed-in-secret", test_changed_in_secret },
    { "/document/written-anew-with-the-same", test_written_anew_with_the_same },
    { "/document/taken-away", test_taken_away },
    { "/document/in-the-way", test_in_the_way },
    { "/versions/earlier", test_earlier_versions },
    { "/versions/through-a-link", test_versions_through_a_link },
    { "/versions/as-many-as-are-kept", test_as_many_as_are_kept },
    { "/versions/replacing-keeps-theirs", test_replacing_keeps_theirs },
    { "/versions/nowhere-to-keep", test_nowhere_to_keep },
    { "/stamp/as-a-word", test_stamp_as_a_word },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint n = 0; n < G_N_ELEMENTS (tests); n++)
    g_test_add (tests[n].path, Desk, NULL, desk_set_up, tests[n].run, desk_tear_down);

  status = g_test_run ();
  fixtures_remove_folder (home);

  return status;
}
