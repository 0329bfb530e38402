/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A save writes beside the old file and then puts the new one in its place, which the system does at once or not at all.
 * g_file_replace() and g_file_set_contents_full() each lose something on the way: the old content when the disk is full, a
 * symbolic link, the mode, extended attributes.
 *
 * Nothing else is ever left beside the document: no backup, no lock.
 */

#include "config.h"

#include "jm-save.h"

#include "jm-read.h"
#include "jm-same.h"
#include "jm-versions.h"
#include "jm-write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

/* As many as Linux follows. */
#define MAX_LINKS 40
#define MAX_NAMES 100

G_DEFINE_QUARK (jm-save-error-quark, jm_save_error)

/* A file on its way. */
typedef struct
{
  char        *shown;        /* the path as the person knows it, in UTF-8 */
  char        *target;       /* the file itself, behind any links */
  char        *folder;
  char        *temporary;    /* set while it lies there */
  int          folder_fd;
  int          fd;
  gboolean     exists;
  gboolean     is_private;   /* nobody else may read it */
  gboolean     renamed;
  struct stat  info;         /* of the old file */

  const JmSaveTerms *terms;  /* NULL for what is no document */
  JmStamp            old;    /* with terms: what is replaced */
  JmStamp            own;    /* what was written */
  char              *remark; /* what went wrong without harm */
} Save;

/* Errors */

static JmSaveError
classify (int code)
{
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return JM_SAVE_ERROR_NO_SPACE;

    case EROFS:
      return JM_SAVE_ERROR_READ_ONLY;

    case EACCES:
    case EPERM:
      return JM_SAVE_ERROR_NOT_ALLOWED;

    case ENOENT:
    case ENOTDIR:
      return JM_SAVE_ERROR_NO_FOLDER;

    case EISDIR:
    case ELOOP:
      return JM_SAVE_ERROR_NOT_A_FILE;

    default:
      return JM_SAVE_ERROR_FAILED;
    }
}

/* Sets the error for what the system reported. Returns FALSE, so that a caller can return it at once. */
static gboolean
fail (const Save  *self,
      int          code,
      GError     **error)
{
  JmSaveError domain_code = classify (code);
  const char *shown = self->shown;

  switch (domain_code)
    {
    case JM_SAVE_ERROR_NO_SPACE:
      g_set_error (error, JM_SAVE_ERROR, domain_code,
                   /* Translators: %s is the path of a file, in all of these messages. */
                   _("“%s” was not saved, because the disk is full. Nothing on the disk was changed. Make room, or save to "
                     "another place."),
                   shown);
      break;

    case JM_SAVE_ERROR_READ_ONLY:
      g_set_error (error, JM_SAVE_ERROR, domain_code,
                   _("“%s” was not saved, because it is read-only. Nothing on the disk was changed. Save under another "
                     "name or to another place."),
                   shown);
      break;

    case JM_SAVE_ERROR_NOT_ALLOWED:
      g_set_error (error, JM_SAVE_ERROR, domain_code,
                   _("“%s” was not saved, because you are not allowed to write there. Nothing on the disk was changed. Save "
                     "under another name or to another place."),
                   shown);
      break;

    case JM_SAVE_ERROR_NO_FOLDER:
      g_set_error (error, JM_SAVE_ERROR, domain_code,
                   _("“%s” was not saved, because its folder is not there. It may have been moved, or a drive taken out. Put "
                     "it back, or save to another place."),
                   shown);
      break;

    case JM_SAVE_ERROR_NOT_A_FILE:
      g_set_error (error, JM_SAVE_ERROR, domain_code,
                   _("“%s” was not saved, because a folder or something else that is no file has this name. Nothing on the "
                     "disk was changed. Save under another name."),
                   shown);
      break;

    case JM_SAVE_ERROR_NOT_THE_SAME:
    case JM_SAVE_ERROR_NOT_CERTAIN:
    case JM_SAVE_ERROR_CHANGED:
    case JM_SAVE_ERROR_NOT_KEPT:
    case JM_SAVE_ERROR_FAILED:
    default:
      g_set_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_FAILED,
                   /* Translators: the path of a file, and the system's own word for what went wrong. */
                   _("“%s” was not saved: %s. Nothing on the disk was changed. Try again, or save to another place."),
                   shown, g_strerror (code));
      break;
    }

  return FALSE;
}

static gboolean
fail_changed (const Save  *self,
              GError     **error)
{
  g_set_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_CHANGED,
               _("“%s” was not saved, because somebody else changed it since you opened it. Nothing on the disk was changed. "
                 "Save under another name to keep both, or replace it: what it is now is then kept as an earlier version."),
               self->shown);

  return FALSE;
}

/* What is there */

/* Follows the links that path may be, also to a file that is not there yet. */
static char *
follow_links (const char *path,
              int        *code)
{
  g_autofree char *at = g_strdup (path);

  for (guint n = 0; n < MAX_LINKS; n++)
    {
      g_autofree char *leads_to = NULL;
      g_autofree char *folder = NULL;
      gboolean missing;
      struct stat info;

      /* What cannot be looked at may be a link, which a renaming would replace. */
      missing = lstat (at, &info) != 0;
      if (missing && errno != ENOENT)
        {
          *code = errno;
          return NULL;
        }
      if (missing || !S_ISLNK (info.st_mode))
        return g_steal_pointer (&at);

      errno = EIO;
      leads_to = g_file_read_link (at, NULL);
      if (leads_to == NULL)
        {
          *code = errno;
          return NULL;
        }

      folder = g_path_get_dirname (at);
      g_free (at);
      at = g_path_is_absolute (leads_to) ? g_strdup (leads_to) : g_build_filename (folder, leads_to, NULL);
    }

  *code = ELOOP;

  return NULL;
}

/* Root may write everywhere; that a file or folder was made read-only is a wish all the same. */
static int
check_writable (const char *path,
                mode_t      mode)
{
  if ((mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0)
    return EROFS;
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return errno;

  return 0;
}

static gboolean
look (Save        *self,
      const char  *path,
      GError     **error)
{
  struct stat folder_info;
  int code = 0;

  self->target = follow_links (path, &code);
  if (self->target == NULL)
    return fail (self, code, error);

  self->exists = stat (self->target, &self->info) == 0;
  if (!self->exists && errno != ENOENT)
    return fail (self, errno, error);
  if (self->exists && !S_ISREG (self->info.st_mode))
    return fail (self, EISDIR, error);

  self->folder = g_path_get_dirname (self->target);
  if (stat (self->folder, &folder_info) != 0)
    return fail (self, errno, error);

  code = self->exists ? check_writable (self->target, self->info.st_mode) : 0;
  if (code == 0)
    code = check_writable (self->folder, folder_info.st_mode);
  if (code != 0)
    return fail (self, code, error);

  /* Only to make the renaming certain. A folder that one may write in and not read has to do without. */
  do
    self->folder_fd = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  while (self->folder_fd < 0 && errno == EINTR);
  if (self->folder_fd < 0 && errno != EACCES)
    return fail (self, errno, error);

  return TRUE;
}

/* Before anything is written: whether it is still what it was, and what it is for those who want it back. A file that was
 * taken away holds nothing that a save could destroy.
 */
static gboolean
look_closely (Save    *self,
              GError **error)
{
  const JmSaveTerms *terms = self->terms;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) reason = NULL;
  int code;

  if (terms == NULL || !self->exists)
    return TRUE;

  code = jm_stamp_take (&self->old, self->target, &content);
  if (code != 0)
    return fail (self, code, error);
  if (!self->old.exists)
    return TRUE;

  if (terms->expected != NULL && !jm_stamp_same_content (terms->expected, &self->old))
    return fail_changed (self, error);

  if (!terms->keep_version && !terms->must_keep)
    return TRUE;

  if (content == NULL)
    g_set_error_literal (&reason, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_KEPT, _("It is larger than any map."));
  else if (jm_versions_keep (self->target, content, self->old.modified, &reason))
    return TRUE;

  if (terms->must_keep)
    {
      g_set_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_KEPT,
                   /* Translators: the path of a file, and a sentence that says why. */
                   _("“%s” was not saved, because what it is now could not be kept as an earlier version. Nothing on the disk "
                     "was changed. Save under another name. %s"),
                   self->shown, reason->message);
      return FALSE;
    }

  self->remark = g_strdup_printf (/* Translators: the path of a file, and a sentence that says why. */
                                  _("“%s” was saved, but what it was before could not be kept as an earlier version. %s"),
                                  self->shown, reason->message);

  return TRUE;
}

/* Somebody may have been faster while the new file was written; what is left is the blink between this and the renaming. */
static gboolean
look_again (Save    *self,
            GError **error)
{
  struct stat info;

  if (self->terms == NULL)
    return TRUE;

  if (stat (self->target, &info) != 0)
    return errno == ENOENT ? TRUE : fail (self, errno, error);
  if (self->old.exists && jm_stamp_looks_same (&self->old, &info))
    return TRUE;

  return fail_changed (self, error);
}

/* The new file */

static gboolean
create (Save    *self,
        GError **error)
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

  return fail (self, errno, error);
}

/* Whether it does not matter that an attribute was not taken: some belong to the system, and the document portal shows one
 * of its own that cannot be set.
 */
static gboolean
may_go_without (const char *name,
                int         code)
{
  if (!g_str_has_prefix (name, "user."))
    return code != ENOSPC && code != EDQUOT && code != EIO;

  return code == ENOTSUP || code == EPERM || code == EACCES;
}

static gboolean
copy_attribute (Save       *self,
                const char *name,
                int        *code)
{
  g_autofree char *value = NULL;
  gssize size = getxattr (self->target, name, NULL, 0);

  if (size >= 0)
    {
      value = g_malloc (MAX (size, 1));
      size = getxattr (self->target, name, value, size);
    }

  if (size < 0)
    {
      /* Gone in the meantime, or not ours to read. */
      *code = errno;
      return errno == ENODATA || may_go_without (name, errno);
    }

  if (fsetxattr (self->fd, name, value, size, 0) != 0 && !may_go_without (name, errno))
    {
      *code = errno;
      return FALSE;
    }

  return TRUE;
}

static gboolean
copy_attributes (Save *self,
                 int  *code)
{
  g_autofree char *names = NULL;
  gssize size = listxattr (self->target, NULL, 0);

  if (size > 0)
    {
      names = g_malloc (size);
      size = listxattr (self->target, names, size);
    }

  if (size < 0)
    {
      *code = errno;
      return errno == ENOTSUP || errno == EPERM || errno == EACCES || errno == ENOSYS;
    }

  for (const char *name = names; name < names + size; name += strlen (name) + 1)
    if (!copy_attribute (self, name, code))
      return FALSE;

  return TRUE;
}

/* Owner first, for a change of owner takes away bits of the mode. */
static gboolean
dress_like_the_old_one (Save    *self,
                        GError **error)
{
  struct stat own;
  int code = 0;

  if (fstat (self->fd, &own) != 0)
    return fail (self, errno, error);

  /* Only root can give a file to somebody else. In a shared folder the group is what lets the others in; where not even
   * that can be kept, the mode would open the file to another group.
   */
  if ((own.st_uid != self->info.st_uid || own.st_gid != self->info.st_gid) &&
      fchown (self->fd, self->info.st_uid, self->info.st_gid) != 0 &&
      own.st_gid != self->info.st_gid && fchown (self->fd, (uid_t) -1, self->info.st_gid) != 0)
    return fail (self, errno, error);

  if (!copy_attributes (self, &code))
    return fail (self, code, error);

  if (fchmod (self->fd, self->info.st_mode & 07777) != 0)
    return fail (self, errno, error);

  return TRUE;
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
write_all (Save    *self,
           GBytes  *bytes,
           GError **error)
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
        return fail (self, n < 0 ? errno : EIO, error);
      written += n;
    }

  if (self->exists && !dress_like_the_old_one (self, error))
    return FALSE;

  code = synchronise (self->fd);
  if (code == 0 && fstat (self->fd, &own) != 0)
    code = errno;
  if (code == 0 && (gsize) own.st_size != length)
    code = EIO;
  if (code != 0)
    return fail (self, code, error);
  if (self->terms != NULL)
    jm_stamp_set (&self->own, &own, bytes);

  /* After EINTR Linux has closed it. */
  fd = self->fd;
  self->fd = -1;
  if (close (fd) != 0 && errno != EINTR)
    return fail (self, errno, error);

  return TRUE;
}

static gboolean
put_in_place (Save    *self,
              GError **error)
{
  int code;

  if (!look_again (self, error))
    return FALSE;

  while (rename (self->temporary, self->target) != 0)
    if (errno != EINTR)
      return fail (self, errno, error);

  g_clear_pointer (&self->temporary, g_free);
  self->renamed = TRUE;

  code = self->folder_fd >= 0 ? synchronise (self->folder_fd) : 0;
  if (code != 0)
    {
      g_set_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_CERTAIN,
                   /* Translators: the path of a file, and the system's own word for what went wrong. */
                   _("“%s” was written, but the disk did not confirm it (%s). Save once more, and to another place as well."),
                   self->shown, g_strerror (code));
      return FALSE;
    }

  return TRUE;
}

static void
save_clear (Save *self)
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
run (Save        *self,
     GBytes      *bytes,
     const char  *path,
     GError     **error)
{
  self->shown = g_filename_display_name (path);

  return look (self, path, error) && look_closely (self, error) && create (self, error) &&
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
  Save self = { .folder_fd = -1, .fd = -1 };
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
  Save self = { .folder_fd = -1, .fd = -1, .is_private = TRUE };
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
  g_autofree char *shown = g_filename_display_name (path);

  bytes = jm_write_bytes (map, &reason);
  if (bytes != NULL)
    read_back = jm_read_bytes (bytes, shown, NULL, &reason);

  if (read_back == NULL)
    {
      g_set_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_THE_SAME,
                   /* Translators: the path of a file, and a sentence that says what is wrong with its content. */
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
  Save self = { .folder_fd = -1, .fd = -1, .terms = terms };
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
