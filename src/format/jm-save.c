/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A save writes beside the old file and then puts the new one in its place, which the system does at once or not at all.
 * g_file_replace() and g_file_set_contents_full() each lose something on the way: the old content when the disk is full, a
 * symbolic link, the mode, extended attributes.
 *
 * Nothing else is ever left beside the document: no backup, no lock.
 */

#include "config.h"

#include "jm-save-private.h"

#include "jm-read.h"
#include "jm-same.h"
#include "jm-write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* That are tried for the new file. */
#define MAX_NAMES 100

/* The new file */

static gboolean
create (JmSaving  *self,
        GError   **error)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
  /* A new file gets what the umask of the process leaves. One that replaces another is nobody else's before it is whole. */
  mode_t mode = self->exists || self->is_private ? S_IRUSR | S_IWUSR
                             : S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;

  for (guint n = 0; n < MAX_NAMES; n++)
    {
      char name[] = ".cjm-xxxxxx";
      g_autofree char *path = NULL;

      for (char *at = strchr (name, 'x'); *at != '\0'; at++)
        *at = letters[g_random_int_range (0, 32)];
      path = g_build_filename (self->folder, name, NULL);

      do
        self->fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
      while (self->fd < 0 && errno == EINTR);

      if (self->fd >= 0)
        {
          self->temporary = g_steal_pointer (&path);
          return TRUE;
        }
      if (errno != EEXIST)
        break;
    }

  return jm_saving_fail (self, errno, error);
}

/* Some file systems cannot, and say so; then there is nothing more to be done. */
static int
synchronise (int fd)
{
  while (fsync (fd) != 0)
    {
      if (errno == EINTR)
        continue;
      return errno == EINVAL || errno == ENOTSUP || errno == ENOSYS ? 0 : errno;
    }

  return 0;
}

static gboolean
write_all (JmSaving  *self,
           GBytes    *bytes,
           GError   **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize written = 0;
  struct stat own;
  int code;
  int fd;

  while (written < length)
    {
      gssize n = write (self->fd, data + written, length - written);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return jm_saving_fail (self, n < 0 ? errno : EIO, error);
      written += n;
    }

  if (self->exists && !jm_saving_dress (self, error))
    return FALSE;

  code = synchronise (self->fd);
  if (code == 0 && fstat (self->fd, &own) != 0)
    code = errno;
  if (code == 0 && (gsize) own.st_size != length)
    code = EIO;
  if (code != 0)
    return jm_saving_fail (self, code, error);
  if (self->terms != NULL)
    jm_stamp_set (&self->own, &own, bytes);

  /* After EINTR Linux has closed it. */
  fd = self->fd;
  self->fd = -1;
  if (close (fd) != 0 && errno != EINTR)
    return jm_saving_fail (self, errno, error);

  return TRUE;
}

static gboolean
put_in_place (JmSaving  *self,
              GError   **error)
{
  int code;

  if (!jm_saving_look_again (self, error))
    return FALSE;

  while (rename (self->temporary, self->target) != 0)
    if (errno != EINTR)
      return jm_saving_fail (self, errno, error);

  g_clear_pointer (&self->temporary, g_free);
  self->renamed = TRUE;

  code = self->folder_fd >= 0 ? synchronise (self->folder_fd) : 0;
  if (code != 0)
    {
      g_set_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_CERTAIN,
                   /* Translators: the name of a file, and the system's own word for what went wrong. */
                   _("“%s” was written, but the disk did not confirm it (%s). Save once more, and to another place as well."),
                   self->shown, g_strerror (code));
      return FALSE;
    }

  return TRUE;
}

static void
save_clear (JmSaving *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    unlink (self->temporary);
  if (self->folder_fd >= 0)
    close (self->folder_fd);

  g_free (self->remark);
  g_free (self->shown);
  g_free (self->target);
  g_free (self->folder);
  g_free (self->temporary);
}

static gboolean
run (JmSaving    *self,
     GBytes      *bytes,
     const char  *path,
     GError     **error)
{
  self->shown = g_filename_display_basename (path);

  return jm_saving_look (self, path, error) && jm_saving_look_closely (self, error) && create (self, error) &&
         write_all (self, bytes, error) && put_in_place (self, error);
}

/**
 * jm_save_bytes_file:
 * @bytes: what the file is to hold
 * @path: its path, in the encoding of file names
 * @error: return location for an error of the domain %JM_SAVE_ERROR
 *
 * Writes a file so that the old or the new one is there at every moment, whole. A link stays a link; mode, owner, group and
 * extended attributes stay as they were; what is read-only is left alone. Blocks until the disk has it; safe from any
 * thread.
 *
 * Returns: %TRUE if it is on the disk; otherwise the old file is as it was, unless the error is
 *   %JM_SAVE_ERROR_NOT_CERTAIN
 */
gboolean
jm_save_bytes_file (GBytes      *bytes,
                    const char  *path,
                    GError     **error)
{
  JmSaving self = { .folder_fd = -1, .fd = -1 };
  gboolean saved;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  saved = run (&self, bytes, path, error);
  save_clear (&self);

  return saved;
}

/**
 * jm_save_private_file:
 * @bytes: what the file is to hold
 * @path: its path, in the encoding of file names
 * @error: return location for an error of the domain %JM_SAVE_ERROR
 *
 * Writes a file as jm_save_bytes_file() does, for what the program keeps for itself: a new one can be read by nobody else.
 *
 * Returns: %TRUE if it is on the disk
 */
gboolean
jm_save_private_file (GBytes      *bytes,
                      const char  *path,
                      GError     **error)
{
  JmSaving self = { .folder_fd = -1, .fd = -1, .is_private = TRUE };
  gboolean saved;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  saved = run (&self, bytes, path, error);
  save_clear (&self);

  return saved;
}

/* The bytes of a map that were read back and compared. */
static GBytes *
write_verified (JmMap       *map,
                const char  *path,
                GError     **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JmMap) read_back = NULL;
  g_autofree char *shown = g_filename_display_basename (path);

  bytes = jm_write_bytes (map, &reason);
  if (bytes != NULL)
    read_back = jm_read_bytes (bytes, shown, NULL, &reason);

  if (read_back == NULL)
    {
      g_set_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_THE_SAME,
                   /* Translators: the name of a file, and a sentence that says what is wrong with its content. */
                   _("“%s” was not saved, because it could not be opened again. Nothing on the disk was changed. %s"),
                   shown, reason->message);
      return NULL;
    }

  if (!jm_map_survived (map, read_back))
    {
      g_set_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_THE_SAME,
                   _("“%s” was not saved, because it would not have been the same map when opened again. Nothing on the disk "
                     "was changed. Undo what you did last, and save again."),
                   shown);
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

/**
 * jm_save_file:
 * @map: a map
 * @path: the path of its file, in the encoding of file names
 * @error: return location for an error of the domain %JM_SAVE_ERROR
 *
 * Saves a map: writes it to memory, reads it back and compares, and only then goes to the disk as jm_save_bytes_file()
 * does. The message of an error says what happened, what is safe and what to do. Costs O(n) and the disk's time; safe from
 * any thread.
 *
 * Returns: %TRUE if the map is on the disk
 */
gboolean
jm_save_file (JmMap       *map,
              const char  *path,
              GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (map != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  bytes = write_verified (map, path, error);

  return bytes != NULL && jm_save_bytes_file (bytes, path, error);
}

/**
 * jm_save_document:
 * @map: a map
 * @path: the path of its file, in the encoding of file names
 * @terms: what may be replaced, and what becomes of it
 * @stamp: (out): what the file is now; set when it was saved, and with the error %JM_SAVE_ERROR_NOT_CERTAIN
 * @remark: (out) (optional) (nullable) (transfer full): what went wrong without harm to the map, in a sentence
 * @error: return location for an error of the domain %JM_SAVE_ERROR
 *
 * Saves as jm_save_file() does, for somebody who has had the file open for a while. Costs O(n) of the old file, too.
 *
 * Returns: %TRUE if the map is on the disk
 */
gboolean
jm_save_document (JmMap              *map,
                  const char         *path,
                  const JmSaveTerms  *terms,
                  JmStamp            *stamp,
                  char              **remark,
                  GError            **error)
{
  JmSaving self = { .folder_fd = -1, .fd = -1, .terms = terms };
  g_autoptr (GBytes) bytes = NULL;
  gboolean saved;

  g_return_val_if_fail (map != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (terms != NULL, FALSE);
  g_return_val_if_fail (stamp != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (remark != NULL)
    *remark = NULL;

  bytes = write_verified (map, path, error);
  if (bytes == NULL)
    return FALSE;

  saved = run (&self, bytes, path, error);

  if (self.renamed)
    *stamp = self.own;
  if (saved && remark != NULL)
    *remark = g_steal_pointer (&self.remark);
  save_clear (&self);

  return saved;
}
