/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving and opening files: what is there before and after, and that nothing is ever left beside the document. */

#include "fixtures.h"

#include "format/jm-location.h"
#include "format/jm-save.h"
#include "model/jm-edit.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define OLD "what was there before"

typedef struct
{
  char  *folder;
  char  *path;     /* folder/map.cjm, not there yet */
  JmMap *map;
  char  *text;     /* of map */
} Desk;

static void
desk_set_up (Desk          *desk,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  desk->folder = g_dir_make_tmp ("journeymap-save-XXXXXX", &error);
  g_assert_no_error (error);
  desk->path = g_build_filename (desk->folder, "map.cjm", NULL);
  desk->map = fixtures_read (TOUCHPOINT ("      <title>Kassa &amp; ijs</title>\n"));
  desk->text = fixtures_write (desk->map);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  chmod (folder, 0700);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
desk_tear_down (Desk          *desk,
                gconstpointer  data)
{
  remove_folder (desk->folder);
  g_free (desk->folder);
  g_free (desk->path);
  g_free (desk->text);
  jm_map_unref (desk->map);
}

static void
put_old (const char *path)
{
  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

/* No temporary file, no backup, no lock. */
static void
assert_alone (const char *folder,
              guint       n_expected)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, n_expected);
}

static void
save (Desk       *desk,
      const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean saved = jm_save_file (desk->map, path, &error);

  g_assert_no_error (error);
  g_assert_true (saved);
}

static void
assert_refused (Desk        *desk,
                const char  *path,
                JmSaveError  code,
                const char  *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *expected = g_strdup_printf ("“%s” was not saved%s", name, message);

  g_assert_false (jm_save_file (desk->map, path, &error));
  g_assert_error (error, JM_SAVE_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, expected);
}

/* What works */

static void
test_new (Desk          *desk,
          gconstpointer  data)
{
  mode_t mask = umask (0027);
  struct stat info;

  save (desk, desk->path);
  umask (mask);

  assert_content (desk->path, desk->text);
  assert_alone (desk->folder, 1);
  g_assert_cmpint (stat (desk->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
}

static void
test_over_old (Desk          *desk,
               gconstpointer  data)
{
  struct stat info;

  put_old (desk->path);
  g_assert_cmpint (chmod (desk->path, 0606), ==, 0);
  save (desk, desk->path);

  assert_content (desk->path, desk->text);
  assert_alone (desk->folder, 1);
  g_assert_cmpint (stat (desk->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0606);
}

static void
test_owner (Desk          *desk,
            gconstpointer  data)
{
  struct stat info;

  put_old (desk->path);
  if (chown (desk->path, 1234, 4321) != 0)
    {
      g_test_skip ("only root can give a file away");
      return;
    }
  g_assert_cmpint (chmod (desk->path, 02664), ==, 0);
  save (desk, desk->path);

  g_assert_cmpint (stat (desk->path, &info), ==, 0);
  g_assert_cmpuint (info.st_uid, ==, 1234);
  g_assert_cmpuint (info.st_gid, ==, 4321);
  g_assert_cmpint (info.st_mode & 07777, ==, 02664);
}

static void
test_attributes (Desk          *desk,
                 gconstpointer  data)
{
  char value[16] = "";

  put_old (desk->path);
  if (setxattr (desk->path, "user.tag", "workshop", 8, 0) != 0)
    {
      g_test_skip ("this file system has no extended attributes");
      return;
    }
  save (desk, desk->path);

  g_assert_cmpint (getxattr (desk->path, "user.tag", value, sizeof value), ==, 8);
  g_assert_cmpstr (value, ==, "workshop");
}

static void
test_link (Desk          *desk,
           gconstpointer  data)
{
  g_autofree char *other = g_build_filename (desk->folder, "other", NULL);
  g_autofree char *target = g_build_filename (other, "target.cjm", NULL);
  g_autofree char *middle = g_build_filename (other, "middle.cjm", NULL);
  g_autofree char *read_back = NULL;

  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  put_old (target);
  g_assert_cmpint (symlink ("other/middle.cjm", desk->path), ==, 0);
  g_assert_cmpint (symlink ("target.cjm", middle), ==, 0);
  save (desk, desk->path);

  assert_content (target, desk->text);
  read_back = g_file_read_link (desk->path, NULL);
  g_assert_cmpstr (read_back, ==, "other/middle.cjm");
  assert_alone (desk->folder, 2);
  assert_alone (other, 2);
}

static void
test_link_to_nothing (Desk          *desk,
                      gconstpointer  data)
{
  g_autofree char *target = g_build_filename (desk->folder, "target.cjm", NULL);

  g_assert_cmpint (symlink (target, desk->path), ==, 0);
  save (desk, desk->path);

  assert_content (target, desk->text);
  g_assert_true (g_file_test (desk->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_long_name (Desk          *desk,
                gconstpointer  data)
{
  g_autofree char *stem = g_strnfill (251, 'n');
  g_autofree char *path = g_strdup_printf ("%s/%s.cjm", desk->folder, stem);

  save (desk, path);
  save (desk, path);
  assert_content (path, desk->text);
  assert_alone (desk->folder, 1);
}

/* Another name of the same file keeps the version before: no reader of it sees half a map. */
static void
test_hard_link (Desk          *desk,
                gconstpointer  data)
{
  g_autofree char *other = g_build_filename (desk->folder, "other.cjm", NULL);

  put_old (desk->path);
  g_assert_cmpint (link (desk->path, other), ==, 0);
  save (desk, desk->path);

  assert_content (desk->path, desk->text);
  assert_content (other, OLD);
}

static void
test_name_without_folder (Desk          *desk,
                          gconstpointer  data)
{
  g_autofree char *here = g_get_current_dir ();

  g_assert_cmpint (g_chdir (desk->folder), ==, 0);
  save (desk, "map.cjm");
  save (desk, "map.cjm");
  g_assert_cmpint (g_chdir (here), ==, 0);

  assert_content (desk->path, desk->text);
  assert_alone (desk->folder, 1);
}

/* What does not */

static void
test_read_only_file (Desk          *desk,
                     gconstpointer  data)
{
  put_old (desk->path);
  g_assert_cmpint (chmod (desk->path, 0444), ==, 0);

  assert_refused (desk, desk->path, JM_SAVE_ERROR_READ_ONLY,
                  ", because it is read-only. Nothing on the disk was changed. Save under another name or to another place.");
  assert_content (desk->path, OLD);
  assert_alone (desk->folder, 1);
}

static void
test_read_only_folder (Desk          *desk,
                       gconstpointer  data)
{
  put_old (desk->path);
  g_assert_cmpint (chmod (desk->folder, 0555), ==, 0);

  assert_refused (desk, desk->path, JM_SAVE_ERROR_READ_ONLY,
                  ", because its folder is read-only. Nothing on the disk was changed. Save to another place.");
  assert_content (desk->path, OLD);
  assert_alone (desk->folder, 1);
}

static void
test_no_folder (Desk          *desk,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "gone", "map.cjm", NULL);
  g_autofree char *in_file = g_build_filename (desk->path, "map.cjm", NULL);
  const char *message =
    ", because its folder is not there. It may have been moved, or a drive taken out. Put it back, or save to another place.";

  put_old (desk->path);
  assert_refused (desk, path, JM_SAVE_ERROR_NO_FOLDER, message);
  assert_refused (desk, in_file, JM_SAVE_ERROR_NO_FOLDER, message);
}

static void
test_not_a_file (Desk          *desk,
                 gconstpointer  data)
{
  const char *message =
    ", because a folder or something else that is no file has this name. Nothing on the disk was changed. Save under another "
    "name.";
  g_autofree char *loop = g_build_filename (desk->folder, "loop.cjm", NULL);

  assert_refused (desk, desk->folder, JM_SAVE_ERROR_NOT_A_FILE, message);
  assert_refused (desk, "/dev/null", JM_SAVE_ERROR_NOT_A_FILE, message);
  g_assert_cmpint (symlink ("loop.cjm", loop), ==, 0);
  assert_refused (desk, loop, JM_SAVE_ERROR_NOT_A_FILE, message);
  assert_alone (desk->folder, 1);
}

/* A limit on the size of files fails in the middle of writing, as a full disk does. */
static void
test_cut_short (Desk          *desk,
                gconstpointer  data)
{
  struct rlimit before;
  struct rlimit limit;

  put_old (desk->path);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 100;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  assert_refused (desk, desk->path, JM_SAVE_ERROR_NO_SPACE,
                  ", because the disk is full. Nothing on the disk was changed. Make room, or save to another place.");

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  assert_content (desk->path, OLD);
  assert_alone (desk->folder, 1);
}

static void
test_full_disk (Desk          *desk,
                gconstpointer  data)
{
  g_autofree char *disk = g_build_filename (desk->folder, "disk", NULL);
  g_autofree char *path = g_build_filename (disk, "map.cjm", NULL);
  g_autofree char *filler = g_build_filename (disk, "filler", NULL);
  g_autofree char *much = g_strnfill (12 * 1024, 'm');
  g_autoptr (JmMap) large = jm_map_set_text (desk->map, NULL, JM_KIND_TITLE, much, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("none", disk, "tmpfs", 0, "size=16k") != 0)
    {
      g_test_skip ("no disk can be mounted here");
      return;
    }

  put_old (path);
  g_assert_false (jm_save_file (large, path, &error));
  g_assert_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NO_SPACE);
  assert_content (path, OLD);
  assert_alone (disk, 1);

  /* With room for it, it works. */
  save (desk, path);
  assert_content (path, desk->text);

  g_assert_cmpint (umount (disk), ==, 0);
}

/* A map that would not read back as itself does not get to the disk. */
static void
test_not_the_same (Desk          *desk,
                   gconstpointer  data)
{
  JmItem *root = jm_item_copy (jm_map_get_root (desk->map));
  JmItem *again = jm_item_new (JM_KIND_PHASE, "shop");
  g_autofree char *name = g_path_get_basename (desk->path);
  g_autofree char *expected = NULL;
  g_autoptr (JmMap) twice = NULL;
  g_autoptr (GError) error = NULL;

  jm_item_append (root, again);
  twice = jm_map_new (root);
  put_old (desk->path);

  g_assert_false (jm_save_file (twice, desk->path, &error));
  g_assert_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_THE_SAME);
  expected = g_strdup_printf ("“%s” was not saved, because it could not be opened again. Nothing on the disk was changed. "
                              "%s:9:3: The id “shop” is there twice; the first is in line 4. Which one is meant cannot be known: "
                              "give one of them another id.", name, name);
  g_assert_cmpstr (error->message, ==, expected);
  assert_content (desk->path, OLD);
  assert_alone (desk->folder, 1);
}

static void
test_control_character (Desk          *desk,
                        gconstpointer  data)
{
  JmItem *root = jm_item_copy (jm_map_get_root (desk->map));
  g_autoptr (JmMap) map = NULL;
  g_autoptr (GError) error = NULL;

  jm_item_append (root, jm_item_new_text (JM_KIND_TITLE, "bell\a"));
  map = jm_map_new (root);
  put_old (desk->path);

  g_assert_false (jm_save_file (map, desk->path, &error));
  g_assert_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_THE_SAME);
  assert_content (desk->path, OLD);
}

/* Opening */

static void
assert_unreadable (const char *path,
                   const char *message)
{
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strdup_printf ("%s:1:1: %s", path, message);

  g_assert_null (jm_read_file (path, &notices, &error));
  g_assert_error (error, JM_READ_ERROR, JM_READ_ERROR_UNREADABLE);
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_cmpuint (notices->len, ==, 1);
}

static void
test_open (Desk          *desk,
           gconstpointer  data)
{
  g_autoptr (JmMap) map = NULL;
  g_autofree char *pipe_path = g_build_filename (desk->folder, "pipe.cjm", NULL);
  g_autofree char *large = g_build_filename (desk->folder, "large.cjm", NULL);
  g_autoptr (GError) error = NULL;

  assert_unreadable (desk->path,
                     "There is no such file. It may have been moved, renamed or deleted: choose it where it is now.");
  assert_unreadable (desk->folder, "This is a folder. Choose a file that ends in .cjm.");
  assert_unreadable ("/dev/zero", "This is a device or a pipe, not a file. Choose a file that ends in .cjm.");

  /* Nobody writes into this one, and nobody is waited for. */
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_unreadable (pipe_path, "This is a device or a pipe, not a file. Choose a file that ends in .cjm.");

  put_old (large);
  g_assert_cmpint (truncate (large, 64 * 1024 * 1024 + 1), ==, 0);
  g_assert_null (jm_read_file (large, NULL, &error));
  g_assert_error (error, JM_READ_ERROR, JM_READ_ERROR_LIMIT);
  g_clear_error (&error);

  save (desk, desk->path);
  map = jm_read_file (desk->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (jm_map_equal (map, desk->map));
}

static void
test_not_allowed (Desk          *desk,
                  gconstpointer  data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may do everything");
      return;
    }

  put_old (desk->path);
  g_assert_cmpint (chmod (desk->path, 0), ==, 0);
  assert_unreadable (desk->path, "You are not allowed to read this file. Ask its owner, or choose another one.");
}

/* Saving from several threads to one file leaves one of the maps there, whole. */
static gpointer
save_often (gpointer data)
{
  Desk *desk = data;

  for (guint i = 0; i < 20; i++)
    save (desk, desk->path);

  return NULL;
}

static void
test_threads (Desk          *desk,
              gconstpointer  data)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("save", save_often, desk);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  assert_content (desk->path, desk->text);
  assert_alone (desk->folder, 1);
}

/* What is seen in the place of a drive that was taken out is another one. */
static void
test_drive_taken_out (Desk          *desk,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *link = g_build_filename (desk->folder, "link.cjm", NULL);
  JmSaveTerms terms = { NULL };
  JmLocation location;
  JmStamp stamp;

  save (desk, desk->path);
  g_assert_cmpint (symlink (desk->path, link), ==, 0);
  jm_location_find (&location, link);
  g_assert_cmpuint (location.drive, !=, 0);
  {
    g_autofree char *real = jm_location_resolve (desk->path);

    g_assert_cmpstr (location.path, ==, real);
  }

  /* On its own drive it is put there again. */
  g_unlink (desk->path);
  terms.drive = location.drive;
  g_assert_true (jm_save_document (desk->map, desk->path, &terms, &stamp, NULL, &error));
  g_assert_no_error (error);

  /* Where the file is, it does not matter how the system numbers the drive now. */
  terms.drive = location.drive + 1;
  g_assert_true (jm_save_document (desk->map, desk->path, &terms, &stamp, NULL, &error));
  g_assert_no_error (error);

  g_unlink (desk->path);
  g_assert_false (jm_save_document (desk->map, desk->path, &terms, &stamp, NULL, &error));
  g_assert_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NO_FOLDER);
  g_assert_nonnull (strstr (error->message, "drive"));
  assert_alone (desk->folder, 1);
  jm_location_clear (&location);
}

#define ADD(path, function) g_test_add (path, Desk, NULL, desk_set_up, function, desk_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/format/save/new", test_new);
  ADD ("/format/save/over-old", test_over_old);
  ADD ("/format/save/owner", test_owner);
  ADD ("/format/save/attributes", test_attributes);
  ADD ("/format/save/link", test_link);
  ADD ("/format/save/link-to-nothing", test_link_to_nothing);
  ADD ("/format/save/long-name", test_long_name);
  ADD ("/format/save/hard-link", test_hard_link);
  ADD ("/format/save/name-without-folder", test_name_without_folder);
  ADD ("/format/save/read-only-file", test_read_only_file);
  ADD ("/format/save/read-only-folder", test_read_only_folder);
  ADD ("/format/save/no-folder", test_no_folder);
  ADD ("/format/save/drive-taken-out", test_drive_taken_out);
  ADD ("/format/save/not-a-file", test_not_a_file);
  ADD ("/format/save/cut-short", test_cut_short);
  ADD ("/format/save/full-disk", test_full_disk);
  ADD ("/format/save/not-the-same", test_not_the_same);
  ADD ("/format/save/control-character", test_control_character);
  ADD ("/format/save/open", test_open);
  ADD ("/format/save/not-allowed", test_not_allowed);
  ADD ("/format/save/threads", test_threads);

  return g_test_run ();
}
