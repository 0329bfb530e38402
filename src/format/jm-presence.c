/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder a map that is open in a file:
 *
 *   $XDG_DATA_HOME/journeymap/open/UUID/
 *     lock            locked as long as the program that has it open lives (jm-recovery-lock.c)
 *     about           which file, on which drive, and since when
 *   .UUID/            being made, or left half made
 *
 * It is not beside the map, where it would be in the way of others, and where the document portal has no locks. So only
 * programs that share this folder know of each other: not those of two persons, nor one in a Flatpak and one that is not.
 * Those notice when a file changes under them. Nothing here is needed for a map to be safe: where it fails, nobody is told.
 */

#include "config.h"

#include "jm-presence.h"

#include "jm-location.h"
#include "jm-recovery-file.h"
#include "jm-recovery-lock.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define ABOUT "about"
#define GROUP "map"

/* A folder that is being made is ready in a blink. In seconds. */
#define HALF_MADE_AFTER (24 * 60 * 60)

struct _JmPresence
{
  char           *folder;   /* NULL while nothing is told */
  JmRecoveryLock  lock;
  gint64          since;    /* in seconds since 1970 */
};

/* The names of the folders of this program: it knows what it has open itself. */
static GMutex own_mutex;
static GHashTable *own;

static void
add_own (const char *uuid)
{
  g_mutex_lock (&own_mutex);
  if (own == NULL)
    own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (own, g_strdup (uuid));
  g_mutex_unlock (&own_mutex);
}

static void
remove_own (const char *uuid)
{
  g_mutex_lock (&own_mutex);
  g_hash_table_remove (own, uuid);
  g_mutex_unlock (&own_mutex);
}

static gboolean
is_own (const char *uuid)
{
  gboolean found;

  g_mutex_lock (&own_mutex);
  found = own != NULL && g_hash_table_contains (own, uuid);
  g_mutex_unlock (&own_mutex);

  return found;
}

/**
 * jm_presence_get_root:
 *
 * Returns: (transfer full): the folder with all of them
 */
char *
jm_presence_get_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "journeymap", "open", NULL);
}

/* With its lock. */
static void
remove_folder (const char *folder)
{
  g_autofree char *about = g_build_filename (folder, ABOUT, NULL);
  g_autofree char *half = g_strconcat (about, JM_RECOVERY_HALF, NULL);

  g_unlink (about);
  g_unlink (half);
  jm_recovery_lock_remove (folder);
  g_rmdir (folder);
}

static gboolean
write_about (JmPresence *self,
             const char *folder,
             const char *path)
{
  g_autoptr (GKeyFile) about = g_key_file_new ();
  g_autofree char *resolved = jm_location_resolve (path);
  g_autofree char *uri = g_filename_to_uri (resolved, NULL, NULL);
  g_autofree char *about_path = g_build_filename (folder, ABOUT, NULL);
  g_autofree char *data = NULL;
  struct stat info = { 0 };
  gsize length;

  if (uri == NULL)
    return FALSE;

  g_key_file_set_string (about, GROUP, "file", uri);
  if (stat (resolved, &info) == 0)
    g_key_file_set_uint64 (about, GROUP, "drive", info.st_dev);
  g_key_file_set_int64 (about, GROUP, "since", self->since);
  data = g_key_file_to_data (about, &length, NULL);

  return jm_recovery_file_put (about_path, data, length) == 0;
}

/**
 * jm_presence_new:
 *
 * Returns: (transfer full): a presence that tells nothing yet
 */
JmPresence *
jm_presence_new (void)
{
  JmPresence *self = g_new0 (JmPresence, 1);

  self->lock.fd = -1;

  return self;
}

/**
 * jm_presence_free:
 * @self: (transfer full): a presence
 *
 * Tells that the map is closed.
 */
void
jm_presence_free (JmPresence *self)
{
  if (self->folder != NULL)
    {
      g_autofree char *uuid = g_path_get_basename (self->folder);

      remove_folder (self->folder);
      remove_own (uuid);
    }
  jm_recovery_lock_release (&self->lock, self->folder);
  g_free (self->folder);
  g_free (self);
}

/* Others see a folder only when it is locked and says what it is about. */
static gboolean
make_folder (JmPresence *self,
             const char *path)
{
  g_autofree char *root = jm_presence_get_root ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *hidden_name = g_strconcat (".", uuid, NULL);
  g_autofree char *hidden = g_build_filename (root, hidden_name, NULL);
  g_autofree char *folder = g_build_filename (root, uuid, NULL);

  if (g_mkdir_with_parents (root, 0700) != 0 || g_mkdir (hidden, 0700) != 0)
    return FALSE;

  add_own (uuid);
  if (jm_recovery_lock_take (&self->lock, hidden) != 0 || !write_about (self, hidden, path) ||
      g_rename (hidden, folder) != 0)
    {
      remove_folder (hidden);
      jm_recovery_lock_release (&self->lock, hidden);
      remove_own (uuid);
      return FALSE;
    }

  self->folder = g_steal_pointer (&folder);

  return TRUE;
}

/**
 * jm_presence_tell:
 * @self: a presence
 * @path: the path of the map's file, in the encoding of file names
 *
 * Tells that it is open here, from the first time on that this is told. Asks the disk; not for two threads at a time.
 *
 * Returns: whether others can know
 */
gboolean
jm_presence_tell (JmPresence *self,
                  const char *path)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (self->since == 0)
    self->since = g_get_real_time () / G_USEC_PER_SEC;

  return self->folder != NULL ? write_about (self, self->folder, path) : make_folder (self, path);
}

/* Finding */

/* The disk is asked for a file of others only where it is on the drive of our own: another one may be slow, or dead. */
static gboolean
is_same_file (GKeyFile          *about,
              const char        *path,
              const struct stat *ours)
{
  g_autofree char *uri = g_key_file_get_string (about, GROUP, "file", NULL);
  g_autofree char *theirs = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  struct stat info;

  if (theirs == NULL)
    return FALSE;
  if (strcmp (theirs, path) == 0)
    return TRUE;

  return ours->st_ino != 0 && g_key_file_get_uint64 (about, GROUP, "drive", NULL) == ours->st_dev &&
         stat (theirs, &info) == 0 && info.st_dev == ours->st_dev && info.st_ino == ours->st_ino;
}

/* 0 when nobody has it open there. */
static gint64
look (const char        *folder,
      const char        *path,
      const struct stat *ours)
{
  g_autoptr (GKeyFile) about = g_key_file_new ();
  g_autofree char *about_path = g_build_filename (folder, ABOUT, NULL);
  JmRecoveryLock lock = JM_RECOVERY_LOCK_NONE;
  int code = jm_recovery_lock_take (&lock, folder);

  if (code == 0)
    {
      remove_folder (folder);
      jm_recovery_lock_release (&lock, NULL);
      return 0;
    }
  if (code != EWOULDBLOCK || !g_key_file_load_from_file (about, about_path, G_KEY_FILE_NONE, NULL) ||
      !is_same_file (about, path, ours))
    return 0;

  return MAX (g_key_file_get_int64 (about, GROUP, "since", NULL), 1);
}

static void
remove_half_made (const char *folder)
{
  JmRecoveryLock lock = JM_RECOVERY_LOCK_NONE;
  GStatBuf info;

  if (g_stat (folder, &info) != 0 || info.st_mtim.tv_sec + HALF_MADE_AFTER >= g_get_real_time () / G_USEC_PER_SEC ||
      jm_recovery_lock_take (&lock, folder) != 0)
    return;

  remove_folder (folder);
  jm_recovery_lock_release (&lock, NULL);
}

/**
 * jm_presence_find:
 * @path: the path of a file, in the encoding of file names
 *
 * Asks whether another living program has told that it has a file open, whatever way leads to that; tidies up after those
 * that are no more. Asks the disk; safe from any thread.
 *
 * Returns: since when, in seconds since 1970, the earliest of several; 0 when none has
 */
gint64
jm_presence_find (const char *path)
{
  g_autofree char *root = jm_presence_get_root ();
  g_autofree char *resolved = NULL;
  struct stat ours = { 0 };
  gint64 earliest = 0;
  const char *name;
  GDir *dir;

  g_return_val_if_fail (path != NULL, 0);

  dir = g_dir_open (root, 0, NULL);
  if (dir == NULL)
    return 0;

  resolved = jm_location_resolve (path);
  if (stat (resolved, &ours) != 0)
    memset (&ours, 0, sizeof ours);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);
      gint64 since = 0;

      if (*name == '.')
        remove_half_made (folder);
      else if (!is_own (name))
        since = look (folder, resolved, &ours);

      if (since != 0 && (earliest == 0 || since < earliest))
        earliest = since;
    }
  g_dir_close (dir);

  return earliest;
}
