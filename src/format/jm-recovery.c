/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder a map that is being worked on:
 *
 *   $XDG_DATA_HOME/journeymap/recovery/UUID/
 *     lock          locked as long as the program that works on it lives; the system lets go of it when that ends
 *     about         which file the map is in, what that was, and the title
 *     1.cjm 2.cjm   the last two snapshots; the older one is written over
 *     *.picture     the large pictures of both
 *   UUID.discarded/ thrown away by a person
 *   .UUID/          being made, or left half made
 *
 * A snapshot is the map as it would be saved, and a comment in which its number and its hash stand. So one that was not
 * written to its end is known as such, the other one is whole then, and people can open both by hand.
 */

#include "config.h"

#include "jm-recovery.h"

#include "jm-read.h"
#include "jm-recovery-pictures.h"
#include "jm-save.h"
#include "jm-write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define N_SLOTS   2
#define LOCK      "lock"
#define ABOUT     "about"
#define GROUP     "map"
#define DISCARDED ".discarded"

#define TRAILER_FORMAT "<!-- snapshot %020" G_GUINT64_FORMAT " %s -->\n"
#define TRAILER_LENGTH (14 + 20 + 1 + 64 + 5)

/* A folder that is being made is ready in a blink. */
#define HALF_MADE_AFTER (24 * 60 * 60)

struct _JmRecovery
{
  GMutex    mutex;
  char     *folder;     /* NULL until there is something to keep */
  int       lock;
  int       latest;     /* the slot that was written last, to its end; -1 for none */
  guint64   number;     /* of the snapshot in it */
  gboolean  told;       /* whether the file "about" says what is below */
  GHashTable *pictures; /* that lie in the folder */

  char     *path;       /* of the map's file; NULL for one that was never saved */
  char     *title;
  JmStamp   stamp;
};

static char *
get_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "journeymap", "recovery", NULL);
}

static char *
get_slot (const char *folder,
          int         slot)
{
  char name[] = "0.cjm";

  name[0] += slot + 1;

  return g_build_filename (folder, name, NULL);
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

/* What is in it is known; anything else was put there by a person, and stays. */
static void
remove_folder (const char *folder)
{
  static const char * const names[] = { "1.cjm", "2.cjm", ABOUT, LOCK };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      g_autofree char *path = g_build_filename (folder, names[n], NULL);

      g_unlink (path);
    }

  jm_recovery_pictures_remove (folder);
  g_rmdir (folder);
}

/* Returns the open lock; -1 with an errno, EWOULDBLOCK when another program has it. */
static int
take_lock (const char *folder,
           gboolean    make)
{
  g_autofree char *path = g_build_filename (folder, LOCK, NULL);
  struct stat info;
  int code = 0;
  int fd;

  do
    fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | (make ? O_CREAT | O_EXCL : 0), S_IRUSR | S_IWUSR);
  while (fd < 0 && errno == EINTR);
  if (fd < 0)
    return -1;

  while (flock (fd, LOCK_EX | LOCK_NB) != 0)
    if (errno != EINTR)
      {
        code = errno;
        break;
      }

  /* Between the opening and the locking the folder may have been removed. */
  if (code == 0 && fstat (fd, &info) != 0)
    code = errno;
  if (code == 0 && info.st_nlink == 0)
    code = ENOENT;

  if (code != 0)
    {
      close (fd);
      errno = code;
      return -1;
    }

  return fd;
}

/* A folder is seen by others only when its lock is held. */
static gboolean
make_folder (JmRecovery  *self,
             GError     **error)
{
  g_autofree char *root = get_root ();
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

  self->lock = take_lock (hidden, TRUE);
  if (self->lock < 0)
    code = errno;
  else if (g_rename (hidden, folder) != 0)
    code = errno;

  if (code != 0)
    {
      if (self->lock >= 0)
        close (self->lock);
      self->lock = -1;
      remove_folder (hidden);
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
  g_autoptr (GBytes) bytes = NULL;
  char *data;
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
  bytes = g_bytes_new_take (data, length);
  self->told = jm_save_bytes_file (bytes, path, NULL);
}

static void
read_about (JmRecovery *self)
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

/* The hash of a snapshot's content and number. */
static char *
hash_snapshot (GBytes  *content,
               guint64  number)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  gsize length;
  const guint8 *data = g_bytes_get_data (content, &length);

  if (length > 0)
    g_checksum_update (checksum, data, length);
  g_checksum_update (checksum, (const guint8 *) digits, strlen (digits));

  return g_strdup (g_checksum_get_string (checksum));
}

/* Takes the comment at the end off. Returns NULL for a snapshot that is not whole. */
static GBytes *
check_snapshot (GBytes  *bytes,
                guint64 *number)
{
  g_autofree char *trailer = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GBytes) content = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length <= TRAILER_LENGTH)
    return NULL;

  trailer = g_strndup (data + length - TRAILER_LENGTH, TRAILER_LENGTH);
  if (sscanf (trailer, "<!-- snapshot %20" G_GUINT64_FORMAT, number) != 1)
    return NULL;

  content = g_bytes_new_from_bytes (bytes, 0, length - TRAILER_LENGTH);
  hash = hash_snapshot (content, *number);
  expected = g_strdup_printf (TRAILER_FORMAT, *number, hash);

  return strcmp (trailer, expected) == 0 ? g_steal_pointer (&content) : NULL;
}

static int
write_all (int         fd,
           const char *data,
           gsize       length)
{
  gsize written = 0;

  while (written < length)
    {
      gssize n = write (fd, data + written, length - written);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n < 0 ? errno : EIO;
      written += n;
    }

  return 0;
}

/* Over the old content, so that a disk that is full since then has room for it. */
static int
write_slot (const char *path,
            GBytes     *content,
            const char *trailer)
{
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  int code;
  int fd;

  do
    fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  while (fd < 0 && errno == EINTR);
  if (fd < 0)
    return errno;

  code = write_all (fd, data, length);
  if (code == 0)
    code = write_all (fd, trailer, TRAILER_LENGTH);

  while (code == 0 && ftruncate (fd, length + TRAILER_LENGTH) != 0)
    if (errno != EINTR)
      code = errno;
  while (code == 0 && fdatasync (fd) != 0)
    if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
      break;
    else if (errno != EINTR)
      code = errno;

  if (close (fd) != 0 && errno != EINTR && code == 0)
    code = errno;

  return code;
}

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
  self->lock = -1;
  self->latest = -1;
  self->pictures = jm_recovery_pictures_new ();

  return self;
}

/* With the mutex. */
static void
let_go (JmRecovery *self)
{
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
  self->latest = -1;
  g_hash_table_remove_all (self->pictures);
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
  if (self->folder != NULL && self->latest < 0)
    remove_folder (self->folder);

  let_go (self);
  g_hash_table_unref (self->pictures);
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

/**
 * jm_recovery_snapshot:
 * @self: a place
 * @map: the map as it is now
 * @error: return location for an error
 *
 * Keeps a map. The snapshot before it stays until this one is on the disk, whole; when it fails, that one is still there.
 * Costs O(n) and the disk's time; safe from any thread.
 *
 * Returns: whether it is kept
 */
gboolean
jm_recovery_snapshot (JmRecovery  *self,
                      JmMap       *map,
                      GError     **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (JmMap) marked = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *slot_path = NULL;
  g_autofree char *trailer = NULL;
  g_autofree char *hash = NULL;
  const char *title;
  int slot;
  int code;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (map != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  if (self->folder == NULL && !make_folder (self, error))
    return FALSE;

  marked = jm_recovery_pictures_put (self->pictures, self->folder, map, &reason);
  if (marked == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                   /* Translators: a sentence that says what went wrong. */
                   _("What you do now could not be kept for the case that the program stops. Save your map. %s"),
                   reason->message);
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
  slot_path = get_slot (self->folder, slot);
  hash = hash_snapshot (content, self->number + 1);
  trailer = g_strdup_printf (TRAILER_FORMAT, self->number + 1, hash);
  code = write_slot (slot_path, content, trailer);
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
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

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
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->folder == NULL)
    return;

  for (int slot = 0; slot < N_SLOTS; slot++)
    {
      g_autofree char *path = get_slot (self->folder, slot);

      g_unlink (path);
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
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autofree char *aside = NULL;

  if (self->folder == NULL)
    return;

  if (self->latest < 0)
    {
      remove_folder (self->folder);
    }
  else if (!g_str_has_suffix (self->folder, DISCARDED))
    {
      aside = g_strconcat (self->folder, DISCARDED, NULL);

      /* The days are counted from now. */
      if (g_rename (self->folder, aside) == 0)
        utimensat (AT_FDCWD, aside, NULL, 0);
    }

  let_go (self);
}

/* What others left */

/**
 * jm_recovered_free:
 * @recovered: (transfer full): what was found
 *
 * Frees it; a place that was not taken out of it can be found again.
 */
void
jm_recovered_free (JmRecovered *recovered)
{
  g_clear_pointer (&recovered->recovery, jm_recovery_free);
  g_clear_pointer (&recovered->map, jm_map_unref);
  g_clear_pointer (&recovered->kept_at, g_date_time_unref);
  g_free (recovered);
}

/**
 * jm_discarded_free:
 * @discarded: (transfer full): what was thrown away
 */
void
jm_discarded_free (JmDiscarded *discarded)
{
  g_free (discarded->folder);
  g_free (discarded->path);
  g_free (discarded->title);
  g_clear_pointer (&discarded->kept_at, g_date_time_unref);
  g_free (discarded);
}

/* A snapshot in a slot. */
typedef struct
{
  GBytes  *content;    /* NULL for none that is whole */
  guint64  number;
  gint64   modified;   /* nanoseconds since 1970 */
  int      code;       /* why it could not be looked at */
} Slot;

static void
look_at_slots (const char *folder,
               Slot        slots[N_SLOTS])
{
  for (int slot = 0; slot < N_SLOTS; slot++)
    {
      g_autofree char *path = get_slot (folder, slot);
      g_autoptr (GBytes) bytes = NULL;
      JmStamp stamp;

      slots[slot].code = jm_stamp_take (&stamp, path, &bytes);
      slots[slot].content = bytes != NULL ? check_snapshot (bytes, &slots[slot].number) : NULL;
      slots[slot].modified = stamp.modified;
    }
}

/* Whether the file holds what the snapshot does: the program stopped after a save, before it could tidy up. */
static gboolean
is_saved (JmRecovery *self,
          JmMap      *map)
{
  struct stat nothing = { 0 };
  g_autoptr (GBytes) content = NULL;
  JmStamp kept, found;

  if (self->path == NULL || jm_stamp_take (&found, self->path, NULL) != 0 || !found.exists)
    return FALSE;

  content = jm_write_bytes (map, NULL);
  if (content == NULL)
    return FALSE;

  jm_stamp_set (&kept, &nothing, content);

  return jm_stamp_same_content (&kept, &found);
}

/* With the lock of its folder. Returns NULL when there is nothing to recover; then keep says whether the folder must stay,
 * because something in it could not be read, now or at all.
 */
static JmRecovered *
recover (JmRecovery *self,
         gboolean   *keep)
{
  Slot slots[N_SLOTS] = { { 0 } };
  g_autoptr (JmMap) map = NULL;
  JmRecovered *recovered = NULL;
  int order[N_SLOTS] = { 0, 1 };

  *keep = FALSE;
  read_about (self);
  look_at_slots (self->folder, slots);
  if (slots[1].content != NULL && (slots[0].content == NULL || slots[1].number > slots[0].number))
    {
      order[0] = 1;
      order[1] = 0;
    }

  /* Before one of them is taken for all there is. */
  for (int n = 0; n < N_SLOTS; n++)
    if (slots[n].code != 0)
      *keep = TRUE;

  for (int n = 0; n < N_SLOTS; n++)
    {
      Slot *slot = &slots[order[n]];
      g_autoptr (JmMap) marked = NULL;

      if (slot->content == NULL)
        continue;

      marked = jm_read_bytes (slot->content, self->title != NULL ? self->title : "", NULL, NULL);
      if (marked != NULL)
        map = jm_recovery_pictures_get (self->folder, marked);
      if (map == NULL)
        {
          *keep = TRUE;
          continue;
        }
      if (n == 0 && is_saved (self, map))
        break;

      recovered = g_new0 (JmRecovered, 1);
      recovered->map = g_steal_pointer (&map);
      recovered->kept_at = g_date_time_new_from_unix_local (slot->modified / G_GINT64_CONSTANT (1000000000));
      recovered->recovery = self;
      self->latest = order[n];
      self->number = MAX (slots[0].content != NULL ? slots[0].number : 0, slots[1].content != NULL ? slots[1].number : 0);
      break;
    }

  for (int n = 0; n < N_SLOTS; n++)
    g_clear_pointer (&slots[n].content, g_bytes_unref);

  return recovered;
}

/* Takes over a folder whose program is no more. NULL for one that is still worked on, or that holds nothing. */
static JmRecovered *
adopt (const char *folder)
{
  g_autoptr (JmRecovery) self = jm_recovery_new ();
  JmRecovered *recovered;
  gboolean keep;

  self->lock = take_lock (folder, FALSE);
  if (self->lock < 0)
    return NULL;

  self->folder = g_strdup (folder);
  recovered = recover (self, &keep);
  if (recovered != NULL)
    {
      g_steal_pointer (&self);
      return recovered;
    }

  /* Otherwise it is removed on the way out. */
  if (keep)
    let_go (self);

  return NULL;
}

/* Removes what nobody wants any more, unless somebody is at work in it. */
static void
remove_when_older (const char *folder,
                   gint64      seconds)
{
  GStatBuf info;
  int lock;

  if (g_stat (folder, &info) != 0 || info.st_mtim.tv_sec + seconds >= g_get_real_time () / G_USEC_PER_SEC)
    return;

  lock = take_lock (folder, FALSE);
  if (lock < 0 && errno != ENOENT)
    return;

  remove_folder (folder);
  if (lock >= 0)
    close (lock);
}

/**
 * jm_recovery_adopt_all:
 *
 * Takes over all unsaved work of programs that are no more, and tidies up what was thrown away long ago. What another
 * program works on is left to that one; of two that ask at the same time, one gets it. The snapshots stay where they are
 * until the map is saved or thrown away, so that stopping again loses nothing. Costs O(n) of all that is found; safe from
 * any thread.
 *
 * Returns: (transfer full) (element-type JmRecovered): what was found
 */
GPtrArray *
jm_recovery_adopt_all (void)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_recovered_free);
  g_autofree char *root = get_root ();
  GDir *dir = g_dir_open (root, 0, NULL);
  const char *name;

  if (dir == NULL)
    return found;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);
      JmRecovered *recovered = NULL;

      if (g_str_has_suffix (name, DISCARDED))
        remove_when_older (folder, G_GINT64_CONSTANT (86400) * JM_RECOVERY_DAYS);
      else if (*name == '.')
        remove_when_older (folder, HALF_MADE_AFTER);
      else
        recovered = adopt (folder);

      if (recovered != NULL)
        g_ptr_array_add (found, recovered);
    }
  g_dir_close (dir);

  return found;
}

static int
compare_discarded (gconstpointer a,
                   gconstpointer b)
{
  const JmDiscarded *first = *(const JmDiscarded * const *) a;
  const JmDiscarded *second = *(const JmDiscarded * const *) b;

  return g_date_time_compare (second->kept_at, first->kept_at);
}

/**
 * jm_recovery_list_discarded:
 *
 * Safe from any thread.
 *
 * Returns: (transfer full) (element-type JmDiscarded): what was thrown away and is still there, the latest first
 */
GPtrArray *
jm_recovery_list_discarded (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_discarded_free);
  g_autofree char *root = get_root ();
  GDir *dir = g_dir_open (root, 0, NULL);
  const char *name;

  if (dir == NULL)
    return list;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (JmRecovery) place = NULL;
      g_autofree char *folder = NULL;
      JmDiscarded *discarded;
      GStatBuf info;

      if (*name == '.' || !g_str_has_suffix (name, DISCARDED))
        continue;

      folder = g_build_filename (root, name, NULL);
      if (g_stat (folder, &info) != 0)
        continue;

      place = jm_recovery_new ();
      place->folder = g_strdup (folder);
      read_about (place);
      discarded = g_new0 (JmDiscarded, 1);
      discarded->folder = g_steal_pointer (&folder);
      discarded->path = g_steal_pointer (&place->path);
      discarded->title = place->title != NULL ? g_steal_pointer (&place->title) : g_strdup ("");
      discarded->kept_at = g_date_time_new_from_unix_local (info.st_mtim.tv_sec);
      g_ptr_array_add (list, discarded);
      let_go (place);
    }
  g_dir_close (dir);
  g_ptr_array_sort (list, compare_discarded);

  return list;
}

/**
 * jm_recovery_restore:
 * @folder: the folder of a #JmDiscarded
 *
 * Takes back what was thrown away. Costs O(n); safe from any thread.
 *
 * Returns: (transfer full) (nullable): the map and its place; %NULL when it is not there any more
 */
JmRecovered *
jm_recovery_restore (const char *folder)
{
  JmRecovered *recovered;
  g_autofree char *back = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (g_str_has_suffix (folder, DISCARDED), NULL);

  recovered = adopt (folder);
  if (recovered == NULL)
    return NULL;

  /* Where that fails it stays among the discarded ones, and is worked on there. */
  back = g_strndup (folder, strlen (folder) - strlen (DISCARDED));
  if (g_rename (folder, back) == 0)
    {
      g_free (recovered->recovery->folder);
      recovered->recovery->folder = g_steal_pointer (&back);
    }

  return recovered;
}
