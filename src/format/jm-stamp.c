/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the system says of a file (its place, size and time) is cheap to ask for and may be wrong: two writes within one
 * tick of the clock look alike, and a sync client sets times as it likes. The content decides; the rest only says whether
 * it is worth reading.
 */

#include "config.h"

#include "jm-stamp.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What is read at once. */
#define CHUNK (256 * 1024)

/* No map is larger, so nothing larger is handed out. */
#define MAX_CONTENT (64 * 1024 * 1024)

static gint64
get_modified (const struct stat *info)
{
  return (gint64) info->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + info->st_mtim.tv_nsec;
}

static void
set_place (JmStamp           *stamp,
           const struct stat *info)
{
  stamp->exists = TRUE;
  stamp->device = info->st_dev;
  stamp->inode = info->st_ino;
  stamp->size = info->st_size;
  stamp->modified = get_modified (info);
}

static void
finish_hash (JmStamp   *stamp,
             GChecksum *checksum)
{
  gsize length = JM_STAMP_HASH_LENGTH;

  g_checksum_get_digest (checksum, stamp->hash, &length);
}

/* Hashes what fd gives, and hands it out when wanted. Returns 0 or an errno. */
static int
read_content (JmStamp  *stamp,
              int       fd,
              GBytes  **content)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GByteArray) kept = content != NULL ? g_byte_array_new () : NULL;
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  guint64 length = 0;

  for (;;)
    {
      gssize n = read (fd, chunk, CHUNK);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      if (n == 0)
        break;

      g_checksum_update (checksum, chunk, n);
      length += n;
      if (kept != NULL && length <= MAX_CONTENT)
        g_byte_array_append (kept, chunk, n);
    }

  stamp->size = length;
  finish_hash (stamp, checksum);
  if (kept != NULL && length <= MAX_CONTENT)
    *content = g_byte_array_free_to_bytes (g_steal_pointer (&kept));

  return 0;
}

/**
 * jm_stamp_take:
 * @stamp: (out): what the file is; all zero for one that is not there
 * @path: the path of a file, in the encoding of file names
 * @content: (out) (optional) (nullable) (transfer full): what is in it; %NULL for a file that is not there or is larger
 *   than any map
 *
 * Looks at a regular file, following links. Reads all of it: costs O(n) and the disk's time; safe from any thread.
 *
 * Returns: 0, also when there is no file; or the errno for which it could not be looked at
 */
int
jm_stamp_take (JmStamp     *stamp,
               const char  *path,
               GBytes     **content)
{
  struct stat info;
  int code;
  int fd;

  g_return_val_if_fail (stamp != NULL, EINVAL);
  g_return_val_if_fail (path != NULL, EINVAL);

  memset (stamp, 0, sizeof *stamp);
  if (content != NULL)
    *content = NULL;

  do
    fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  while (fd < 0 && errno == EINTR);
  if (fd < 0)
    return errno == ENOENT ? 0 : errno;

  if (fstat (fd, &info) != 0)
    code = errno;
  else if (!S_ISREG (info.st_mode))
    code = EISDIR;
  else
    code = read_content (stamp, fd, content);

  close (fd);
  if (code != 0)
    {
      memset (stamp, 0, sizeof *stamp);
      return code;
    }

  /* The size stays that of what was read: a file that grew meanwhile then looks changed. */
  {
    guint64 length = stamp->size;

    set_place (stamp, &info);
    stamp->size = length;
  }

  return 0;
}

/**
 * jm_stamp_set:
 * @stamp: (out): the stamp
 * @info: what the system said of the file
 * @content: all that is in it
 *
 * Makes the stamp of a file that was just read or written. Costs O(n).
 */
void
jm_stamp_set (JmStamp           *stamp,
              const struct stat *info,
              GBytes            *content)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length;
  const guint8 *data;

  g_return_if_fail (stamp != NULL);
  g_return_if_fail (info != NULL);
  g_return_if_fail (content != NULL);

  data = g_bytes_get_data (content, &length);
  memset (stamp, 0, sizeof *stamp);
  set_place (stamp, info);
  stamp->size = length;
  if (length > 0)
    g_checksum_update (checksum, data, length);
  finish_hash (stamp, checksum);
}

/**
 * jm_stamp_looks_same:
 * @stamp: what a file was
 * @info: what the system says of it now
 *
 * Asks without reading it. %FALSE only says that it is worth reading.
 *
 * Returns: whether place, size and time are the same
 */
gboolean
jm_stamp_looks_same (const JmStamp     *stamp,
                     const struct stat *info)
{
  return stamp->exists && stamp->device == (guint64) info->st_dev && stamp->inode == (guint64) info->st_ino &&
         stamp->size == (guint64) info->st_size && stamp->modified == get_modified (info);
}

/**
 * jm_stamp_same_content:
 * @a: what a file was
 * @b: what it is now
 *
 * Returns: whether both were there with the same content, or neither was there
 */
gboolean
jm_stamp_same_content (const JmStamp *a,
                       const JmStamp *b)
{
  if (!a->exists || !b->exists)
    return a->exists == b->exists;

  return a->size == b->size && memcmp (a->hash, b->hash, JM_STAMP_HASH_LENGTH) == 0;
}

/**
 * jm_stamp_to_string:
 * @stamp: a stamp
 *
 * Returns: (transfer full): the stamp as one word for jm_stamp_from_string(); "" for a file that was not there
 */
char *
jm_stamp_to_string (const JmStamp *stamp)
{
  GString *string = g_string_new (NULL);

  if (stamp->exists)
    {
      g_string_printf (string, "%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%" G_GINT64_FORMAT ":",
                       stamp->device, stamp->inode, stamp->size, stamp->modified);
      for (guint n = 0; n < JM_STAMP_HASH_LENGTH; n++)
        g_string_append_printf (string, "%02x", stamp->hash[n]);
    }

  return g_string_free (string, FALSE);
}

/**
 * jm_stamp_from_string:
 * @stamp: (out): the stamp
 * @string: what jm_stamp_to_string() gave
 *
 * Returns: whether it was one
 */
gboolean
jm_stamp_from_string (JmStamp    *stamp,
                      const char *string)
{
  g_auto (GStrv) parts = NULL;
  JmStamp made = { .exists = TRUE };

  memset (stamp, 0, sizeof *stamp);
  if (*string == '\0')
    return TRUE;

  parts = g_strsplit (string, ":", 6);
  if (g_strv_length (parts) != 5 || strlen (parts[4]) != 2 * JM_STAMP_HASH_LENGTH ||
      !g_ascii_string_to_unsigned (parts[0], 10, 0, G_MAXUINT64, &made.device, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, G_MAXUINT64, &made.inode, NULL) ||
      !g_ascii_string_to_unsigned (parts[2], 10, 0, G_MAXUINT64, &made.size, NULL) ||
      !g_ascii_string_to_signed (parts[3], 10, G_MININT64, G_MAXINT64, &made.modified, NULL))
    return FALSE;

  for (guint n = 0; n < JM_STAMP_HASH_LENGTH; n++)
    {
      int high = g_ascii_xdigit_value (parts[4][2 * n]);
      int low = g_ascii_xdigit_value (parts[4][2 * n + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      made.hash[n] = high << 4 | low;
    }

  *stamp = made;

  return TRUE;
}
