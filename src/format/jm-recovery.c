/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder a map that is being worked on:
 *
 *   $XDG_DATA_HOME/journeymap/recovery/UUID/
 *     lock            locked as long as the program that works on it lives (jm-recovery-lock.c)
 *     about           which file the map is in, what that was, and the title
 *     1.cjm 2.cjm     the last two snapshots; the older one is written over (jm-recovery-slot.c)
 *     refused-*.cjm   snapshots that could not be read as a map
 *     *.picture       the large pictures of both (jm-recovery-pictures.c)
 *   UUID.discarded/   thrown away by a person
 *   .UUID/            being made, or left half made
 *
 * Here somebody works in it; what others left is found by jm-recovery-find.c. Nobody else may read any of it.
 */

#include "config.h"

#include "jm-recovery-private.h"

#include "jm-recovery-file.h"
#include "jm-recovery-slot.h"
#include "jm-write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define ABOUT "about"
#define GROUP "map"

/**
 * jm_recovery_get_root:
 *
 * Returns: (transfer full): the folder with all of them
 */
char *
jm_recovery_get_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "journeymap", "recovery", NULL);
}

static void
set_failed (int      code,
            GError **error)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               /* Translators: %s is the system's own word for what went wrong. */
               _("What you do now could not be kept for the case that the program stops: %s. Save your map, and make room "
                 "on the disk of your home folder."),
               g_strerror (code));
}

/* Folders */

/**
 * jm_recovery_remove_folder:
 * @folder: a folder of the recovery, locked
 *
 * Removes what is known to be in it. Anything else was put there by a person, and stays.
 */
void
jm_recovery_remove_folder (const char *folder)
{
  g_autofree char *about = g_build_filename (folder, ABOUT, NULL);
  g_autofree char *half = g_strconcat (about, JM_RECOVERY_HALF, NULL);

  jm_recovery_slot_remove_all (folder);
  g_unlink (about);
  g_unlink (half);
  jm_recovery_pictures_remove (folder);
  jm_recovery_lock_remove (folder);
  g_rmdir (folder);
}

/* A folder is seen by others only when its lock is held. */
static gboolean
make_folder (JmRecovery  *self,
             GError     **error)
{
  g_autofree char *root = jm_recovery_get_root ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *hidden_name = g_strconcat (".", uuid, NULL);
  g_autofree char *hidden = g_build_filename (root, hidden_name, NULL);
  g_autofree char *folder = g_build_filename (root, uuid, NULL);
  int code = 0;

  if (g_mkdir_with_parents (root, 0700) != 0 || g_mkdir (hidden, 0700) != 0)
    {
      set_failed (errno, error);
      return FALSE;
    }

  code = jm_recovery_lock_take (&self->lock, hidden);
  if (code == 0 && g_rename (hidden, folder) != 0)
    code = errno;

  if (code != 0)
    {
      jm_recovery_lock_release (&self->lock, hidden);
      jm_recovery_remove_folder (hidden);
      set_failed (code, error);
      return FALSE;
    }

  self->folder = g_steal_pointer (&folder);

  return TRUE;
}

/* What it is about */

/* Without it the map is recovered all the same, only not where it came from. So a failure is no reason to give up; it is
 * tried again with the next snapshot.
 */
static void
tell_about (JmRecovery *self)
{
  g_autoptr (GKeyFile) about = g_key_file_new ();
  g_autofree char *path = g_build_filename (self->folder, ABOUT, NULL);
  g_autofree char *stamp = jm_stamp_to_string (&self->stamp);
  g_autofree char *data = NULL;
  gsize length;

  if (self->path != NULL)
    {
      g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);

      if (uri != NULL)
        g_key_file_set_string (about, GROUP, "file", uri);
    }
  g_key_file_set_string (about, GROUP, "stamp", stamp);
  g_key_file_set_string (about, GROUP, "title", self->title != NULL ? self->title : "");

  data = g_key_file_to_data (about, &length, NULL);
  self->told = jm_recovery_file_put (path, data, length) == 0;
  self->synced = FALSE;
}

/**
 * jm_recovery_read_about:
 * @self: a place in a folder that was taken over
 *
 * Finds out which map it is about, as far as that is known.
 */
void
jm_recovery_read_about (JmRecovery *self)
{
  g_autoptr (GKeyFile) about = g_key_file_new ();
  g_autofree char *path = g_build_filename (self->folder, ABOUT, NULL);
  g_autofree char *stamp = NULL;
  g_autofree char *uri = NULL;

  if (!g_key_file_load_from_file (about, path, G_KEY_FILE_NONE, NULL))
    return;

  uri = g_key_file_get_string (about, GROUP, "file", NULL);
  stamp = g_key_file_get_string (about, GROUP, "stamp", NULL);
  self->path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  self->title = g_key_file_get_string (about, GROUP, "title", NULL);
  self->told = stamp != NULL && jm_stamp_from_string (&self->stamp, stamp);
}

/* Snapshots */

/**
 * jm_recovery_new:
 *
 * Makes a place for the unsaved work on a map. Nothing is written before the first snapshot.
 *
 * Returns: (transfer full): the place
 */
JmRecovery *
jm_recovery_new (void)
{
  JmRecovery *self = g_new0 (JmRecovery, 1);

  g_mutex_init (&self->mutex);
  self->lock.fd = -1;
  self->latest = -1;
  self->pictures = jm_recovery_pictures_new ();

  return self;
}

/**
 * jm_recovery_let_go:
 * @self: a place, with its mutex
 *
 * Leaves the folder to others.
 */
void
jm_recovery_let_go (JmRecovery *self)
{
  jm_recovery_lock_release (&self->lock, self->folder);
  self->latest = -1;
  self->refused = 0;
  self->must_stay = FALSE;
  self->told = FALSE;
  self->synced = FALSE;
  jm_recovery_pictures_forget (self->pictures);
  g_clear_pointer (&self->folder, g_free);
}

/**
 * jm_recovery_free:
 * @self: (transfer full): a place
 *
 * Lets go of it. Snapshots that lie there are then those of a program that is no more, and are found by the next start.
 */
void
jm_recovery_free (JmRecovery *self)
{
  if (self->folder != NULL && self->latest < 0 && !self->must_stay)
    jm_recovery_remove_folder (self->folder);

  jm_recovery_let_go (self);
  jm_recovery_pictures_free (self->pictures);
  g_free (self->path);
  g_free (self->title);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * jm_recovery_get_path:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the path of the map's file, in the encoding of file names; %NULL for a map that was
 *   never saved
 */
const char *
jm_recovery_get_path (JmRecovery *self)
{
  return self->path;
}

/**
 * jm_recovery_get_stamp:
 * @self: a place
 *
 * Returns: (transfer none): what that file was when the work on it began
 */
const JmStamp *
jm_recovery_get_stamp (JmRecovery *self)
{
  return &self->stamp;
}

/* Before something else is put in its place. */
static void
keep_refused (JmRecovery *self,
              int         slot)
{
  if ((self->refused & 1u << slot) != 0)
    jm_recovery_slot_put_aside (self->folder, slot);
  self->refused &= ~(1u << slot);
}

/**
 * jm_recovery_snapshot:
 * @self: a place
 * @map: the map as it is now
 * @error: return location for an error
 *
 * Keeps a map: first where the end of the program does no harm, then on the disk. The snapshot before it stays until this
 * one is there, whole; when it fails, that one is still there.
 * Costs O(n) and the disk's time; safe from any thread.
 *
 * Returns: whether it is kept
 */
gboolean
jm_recovery_snapshot (JmRecovery  *self,
                      JmMap       *map,
                      GError     **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (JmMap) marked = NULL;
  g_autoptr (GBytes) content = NULL;
  const char *title;
  int slot, fd;
  int code = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (map != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);

  /* Some who tidy up a home folder tidy up this, too. */
  if (self->folder != NULL && !g_file_test (self->folder, G_FILE_TEST_IS_DIR))
    jm_recovery_let_go (self);
  if (self->folder == NULL && !make_folder (self, error))
    return FALSE;

  marked = jm_recovery_pictures_put (self->pictures, self->folder, map, &code);
  if (marked == NULL)
    {
      set_failed (code, error);
      return FALSE;
    }

  content = jm_write_bytes (marked, error);
  if (content == NULL)
    return FALSE;

  title = jm_item_get_part (jm_map_get_root (map), JM_KIND_TITLE);
  if (g_strcmp0 (self->title, title) != 0)
    {
      g_free (self->title);
      self->title = g_strdup (title);
      self->told = FALSE;
    }
  if (!self->told)
    tell_about (self);

  slot = self->latest == 0 ? 1 : 0;
  keep_refused (self, slot);
  code = jm_recovery_slot_write (self->folder, slot, content, self->number + 1, &fd);
  if (code == 0)
    {
      int pictures_code = jm_recovery_pictures_sync (self->pictures, self->folder);

      code = jm_recovery_slot_sync (fd);
      if (code == 0)
        code = pictures_code;
    }

  /* The name of a folder, and of what is in it, must be there as well. Some disks cannot, and the next turn tries again. */
  if (code == 0 && !self->synced)
    {
      g_autofree char *root = jm_recovery_get_root ();

      self->synced = jm_recovery_file_sync (self->folder) == 0 && jm_recovery_file_sync (root) == 0;
    }
  if (code != 0)
    {
      set_failed (code, error);
      return FALSE;
    }

  self->latest = slot;
  self->number++;

  return TRUE;
}

/**
 * jm_recovery_set_file:
 * @self: a place
 * @path: (nullable): the path of the map's file, in the encoding of file names
 * @stamp: (nullable): what that file is
 *
 * Says which file the map is in. Safe from any thread.
 */
void
jm_recovery_set_file (JmRecovery    *self,
                      const char    *path,
                      const JmStamp *stamp)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (path != self->path)
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
  if (stamp != NULL)
    self->stamp = *stamp;
  else
    memset (&self->stamp, 0, sizeof self->stamp);
  self->told = FALSE;
}

/**
 * jm_recovery_clear:
 * @self: a place
 *
 * Removes the snapshots, after a save that is known to have reached the disk. Safe from any thread.
 */
void
jm_recovery_clear (JmRecovery *self)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->folder == NULL)
    return;

  for (int slot = 0; slot < JM_RECOVERY_N_SLOTS; slot++)
    {
      keep_refused (self, slot);
      jm_recovery_slot_remove (self->folder, slot);
    }
  self->latest = -1;
}

/**
 * jm_recovery_discard:
 * @self: a place
 *
 * Puts the snapshots aside, because a person threw the work away. For %JM_RECOVERY_DAYS days it can be had back with
 * jm_recovery_restore(). Safe from any thread.
 */
void
jm_recovery_discard (JmRecovery *self)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autofree char *aside = NULL;

  if (self->folder == NULL)
    return;

  if (self->latest < 0 && !self->must_stay)
    {
      jm_recovery_remove_folder (self->folder);
    }
  else if (!g_str_has_suffix (self->folder, JM_RECOVERY_DISCARDED))
    {
      aside = g_strconcat (self->folder, JM_RECOVERY_DISCARDED, NULL);

      /* The days are counted from now. */
      if (g_rename (self->folder, aside) == 0)
        {
          utimensat (AT_FDCWD, aside, NULL, 0);
          g_free (self->folder);
          self->folder = g_steal_pointer (&aside);
        }
    }

  jm_recovery_let_go (self);
}
