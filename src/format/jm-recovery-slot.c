/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A snapshot is the map as it would be saved, and a comment in which its number and its hash stand. So one that was not
 * written to its end is known as such, the other one is whole then, and people can open both by hand.
 */

#include "config.h"

#include "jm-recovery-slot.h"

#include "jm-recovery-file.h"
#include "jm-stamp.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define ENDING ".cjm"
#define ASIDE  "refused-"

#define TRAILER_FORMAT "<!-- snapshot %020" G_GUINT64_FORMAT " %s -->\n"
#define TRAILER_BEGIN  "<!-- snapshot "
#define TRAILER_LENGTH (14 + 20 + 1 + 64 + 5)

static char *
get_path (const char *folder,
          int         slot)
{
  char name[] = "0" ENDING;

  name[0] += slot + 1;

  return g_build_filename (folder, name, NULL);
}

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

/* Writing */

/* Over the old content, so that a disk that is full since then has room for it. */
static int
write_over (int         fd,
            GBytes     *content,
            const char *trailer)
{
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  int code = jm_recovery_file_write (fd, data, length);

  if (code == 0)
    code = jm_recovery_file_write (fd, trailer, TRAILER_LENGTH);
  while (code == 0 && ftruncate (fd, length + TRAILER_LENGTH) != 0)
    if (errno != EINTR)
      code = errno;

  return code;
}

/**
 * jm_recovery_slot_write:
 * @folder: a folder of the recovery
 * @slot: which one to write over
 * @content: a map as it is written
 * @number: of the snapshot
 * @fd: (out): the open file, for jm_recovery_slot_sync(); -1 when that failed
 *
 * Writes a snapshot. From now on the end of the program does it no harm; that of the machine may.
 *
 * Returns: 0 or an errno; then there is no whole snapshot in this slot any more
 */
int
jm_recovery_slot_write (const char *folder,
                        int         slot,
                        GBytes     *content,
                        guint64     number,
                        int        *fd)
{
  g_autofree char *path = get_path (folder, slot);
  g_autofree char *hash = hash_snapshot (content, number);
  g_autofree char *trailer = g_strdup_printf (TRAILER_FORMAT, number, hash);
  int code;

  do
    *fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  while (*fd < 0 && errno == EINTR);
  if (*fd < 0)
    return errno;

  code = write_over (*fd, content, trailer);
  if (code != 0)
    {
      close (*fd);
      *fd = -1;
    }

  return code;
}

/**
 * jm_recovery_slot_sync:
 * @fd: (transfer full): what jm_recovery_slot_write() gave
 *
 * Blocks until the disk has the snapshot.
 *
 * Returns: 0 or an errno
 */
int
jm_recovery_slot_sync (int fd)
{
  int code = 0;

  while (code == 0 && fdatasync (fd) != 0)
    if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
      break;
    else if (errno != EINTR)
      code = errno;

  if (close (fd) != 0 && errno != EINTR && code == 0)
    code = errno;

  return code;
}

/* Reading */

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
  if (sscanf (trailer, TRAILER_BEGIN "%20" G_GUINT64_FORMAT, number) != 1)
    return NULL;

  content = g_bytes_new_from_bytes (bytes, 0, length - TRAILER_LENGTH);
  hash = hash_snapshot (content, *number);
  expected = g_strdup_printf (TRAILER_FORMAT, *number, hash);

  return strcmp (trailer, expected) == 0 ? g_steal_pointer (&content) : NULL;
}

/**
 * jm_recovery_slot_look:
 * @found: (out): what is there
 * @folder: a folder of the recovery
 * @slot: which one to look at
 *
 * Reads a snapshot. Costs O(n).
 */
void
jm_recovery_slot_look (JmRecoverySlot *found,
                       const char     *folder,
                       int             slot)
{
  g_autofree char *path = get_path (folder, slot);
  JmStamp stamp;

  memset (found, 0, sizeof *found);
  found->code = jm_stamp_take (&stamp, path, &found->bytes);
  found->content = found->bytes != NULL ? check_snapshot (found->bytes, &found->number) : NULL;
  found->modified = stamp.modified;
}

/**
 * jm_recovery_slot_clear:
 * @found: what was found
 *
 * Frees what it holds.
 */
void
jm_recovery_slot_clear (JmRecoverySlot *found)
{
  g_clear_pointer (&found->bytes, g_bytes_unref);
  g_clear_pointer (&found->content, g_bytes_unref);
}

/**
 * jm_recovery_slot_was_whole:
 * @found: what was found
 *
 * Asks of one that is not whole whether it has been, and was damaged since, rather than cut short while it was written.
 *
 * Returns: whether there is the comment in it that is written last
 */
gboolean
jm_recovery_slot_was_whole (JmRecoverySlot *found)
{
  gsize length;
  const char *data;

  if (found->bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (found->bytes, &length);

  return length > 0 && memmem (data, length, TRAILER_BEGIN, strlen (TRAILER_BEGIN)) != NULL;
}

/* Removing */

/**
 * jm_recovery_slot_remove:
 * @folder: a folder of the recovery
 * @slot: which one to remove
 */
void
jm_recovery_slot_remove (const char *folder,
                         int         slot)
{
  g_autofree char *path = get_path (folder, slot);

  g_unlink (path);
}

static gboolean
is_aside (const char *name)
{
  return g_str_has_prefix (name, ASIDE) && g_str_has_suffix (name, ENDING);
}

/**
 * jm_recovery_slot_put_aside:
 * @folder: a folder of the recovery
 * @slot: one that cannot be read as a map
 *
 * Gives the snapshot a name under which it is not written over.
 */
void
jm_recovery_slot_put_aside (const char *folder,
                            int         slot)
{
  g_autofree char *path = get_path (folder, slot);
  g_autofree char *name = g_strdup_printf (ASIDE "%" G_GINT64_FORMAT "-%d" ENDING, g_get_real_time (), slot + 1);
  g_autofree char *aside = g_build_filename (folder, name, NULL);

  g_rename (path, aside);
}

/**
 * jm_recovery_slot_has_aside:
 * @folder: a folder of the recovery
 *
 * Returns: whether a snapshot was put aside in it
 */
gboolean
jm_recovery_slot_has_aside (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean has = FALSE;

  if (dir == NULL)
    return FALSE;

  while (!has && (name = g_dir_read_name (dir)) != NULL)
    has = is_aside (name);
  g_dir_close (dir);

  return has;
}

/**
 * jm_recovery_slot_remove_all:
 * @folder: a folder of the recovery that is about to be removed
 *
 * Removes the snapshots, also those that were put aside.
 */
void
jm_recovery_slot_remove_all (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  for (int slot = 0; slot < JM_RECOVERY_N_SLOTS; slot++)
    jm_recovery_slot_remove (folder, slot);

  if (dir == NULL)
    return;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (is_aside (name))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
  g_dir_close (dir);
}
