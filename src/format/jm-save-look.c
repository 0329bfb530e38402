/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is there before a save: whether it may be replaced, and what becomes of it. */

#include "config.h"

#include "jm-save-private.h"

#include "jm-versions.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <unistd.h>

/* As many as Linux follows. */
#define MAX_LINKS 40

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
static gboolean
is_made_read_only (mode_t mode)
{
  return (mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0;
}

static int
check_writable (const char *path,
                mode_t      mode)
{
  if (is_made_read_only (mode))
    return EROFS;
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return errno;

  return 0;
}

/**
 * jm_saving_look:
 * @self: a file on its way
 * @path: where to
 * @error: return location for an error of the domain %JM_SAVE_ERROR
 *
 * Finds the file itself behind any links, and whether it may be written. Nothing is read.
 *
 * Returns: whether the save may go on
 */
gboolean
jm_saving_look (JmSaving    *self,
                const char  *path,
                GError     **error)
{
  struct stat folder_info;
  int code = 0;

  self->target = follow_links (path, &code);
  if (self->target == NULL)
    return jm_saving_fail (self, code, error);

  self->exists = stat (self->target, &self->info) == 0;
  if (!self->exists && errno != ENOENT)
    return jm_saving_fail (self, errno, error);
  if (self->exists && !S_ISREG (self->info.st_mode))
    return jm_saving_fail (self, EISDIR, error);

  self->folder = g_path_get_dirname (self->target);
  if (stat (self->folder, &folder_info) != 0)
    return jm_saving_fail (self, errno, error);

  /* The folder in which a drive was shown stays when the drive is taken out. A map that is put into it would be hidden as
   * soon as the drive is back.
   */
  if (!self->exists && self->terms != NULL && self->terms->drive != 0 && folder_info.st_dev != self->terms->drive)
    return jm_saving_fail (self, ENODEV, error);

  code = self->exists ? check_writable (self->target, self->info.st_mode) : 0;
  /* Where nobody made the file itself read-only, it is on a drive that is, and another name there is of no use. */
  self->folder_refuses = code == 0 || !is_made_read_only (self->info.st_mode);
  if (code == 0)
    code = check_writable (self->folder, folder_info.st_mode);
  if (code != 0)
    return jm_saving_fail (self, code, error);

  /* Only to make the renaming certain. A folder that one may write in and not read has to do without. */
  do
    self->folder_fd = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  while (self->folder_fd < 0 && errno == EINTR);
  if (self->folder_fd < 0 && errno != EACCES)
    return jm_saving_fail (self, errno, error);

  return TRUE;
}

/**
 * jm_saving_look_closely:
 * @self: a file on its way
 * @error: return location for an error of the domain %JM_SAVE_ERROR
 *
 * Before anything is written: finds out whether the old file is still what it was, and keeps it for those who want it back.
 * A file that was taken away holds nothing that a save could destroy.
 *
 * Returns: whether the save may go on
 */
gboolean
jm_saving_look_closely (JmSaving  *self,
                        GError   **error)
{
  const JmSaveTerms *terms = self->terms;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) reason = NULL;
  int code;

  if (terms == NULL || !self->exists)
    return TRUE;

  code = jm_stamp_take (&self->old, self->target, &content);
  if (code != 0)
    return jm_saving_fail (self, code, error);
  if (!self->old.exists)
    return TRUE;

  if (terms->expected != NULL && !jm_stamp_same_content (terms->expected, &self->old))
    return jm_saving_fail_changed (self, error);

  if (!terms->keep_version && !terms->must_keep)
    return TRUE;

  if (content == NULL)
    g_set_error_literal (&reason, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_KEPT, _("It is larger than any map."));
  else if (jm_versions_keep (self->target, content, self->old.modified, &reason))
    return TRUE;

  if (terms->must_keep)
    {
      g_set_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_KEPT,
                   /* Translators: the name of a file, and a sentence that says why. */
                   _("“%s” was not saved, because what it is now could not be kept as an earlier version. Nothing on the disk "
                     "was changed. Save under another name. %s"),
                   self->shown, reason->message);
      return FALSE;
    }

  self->remark = g_strdup_printf (/* Translators: the name of a file, and a sentence that says why. */
                                  _("“%s” was saved, but what it was before could not be kept as an earlier version. %s"),
                                  self->shown, reason->message);

  return TRUE;
}

/**
 * jm_saving_look_again:
 * @self: a file on its way
 * @error: return location for an error of the domain %JM_SAVE_ERROR
 *
 * Somebody may have been faster while the new file was written; what is left is the blink between this and the renaming.
 *
 * Returns: whether the save may go on
 */
gboolean
jm_saving_look_again (JmSaving  *self,
                      GError   **error)
{
  struct stat info;

  if (self->terms == NULL)
    return TRUE;

  if (stat (self->target, &info) != 0)
    return errno == ENOENT ? TRUE : jm_saving_fail (self, errno, error);
  if (self->old.exists && jm_stamp_looks_same (&self->old, &info))
    return TRUE;

  return jm_saving_fail_changed (self, error);
}
