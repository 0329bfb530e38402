/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a save that failed: what happened, what is safe, what to do. */

#include "config.h"

#include "jm-save-private.h"

#include <errno.h>
#include <glib/gi18n.h>

G_DEFINE_QUARK (jm-save-error-quark, jm_save_error)

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
    case ENODEV:
    case ENXIO:
    case ENOTCONN:
    case ESTALE:
      return JM_SAVE_ERROR_NO_FOLDER;

    case EISDIR:
    case ELOOP:
      return JM_SAVE_ERROR_NOT_A_FILE;

    default:
      return JM_SAVE_ERROR_FAILED;
    }
}

/**
 * jm_saving_fail:
 * @self: a file on its way
 * @code: an errno
 * @error: return location for an error of the domain %JM_SAVE_ERROR
 *
 * Sets the error for what the system reported.
 *
 * Returns: %FALSE, so that a caller can return it at once
 */
gboolean
jm_saving_fail (const JmSaving  *self,
                int              code,
                GError         **error)
{
  JmSaveError domain_code = classify (code);
  const char *shown = self->shown;

  switch (domain_code)
    {
    case JM_SAVE_ERROR_NO_SPACE:
      g_set_error (error, JM_SAVE_ERROR, domain_code,
                   /* Translators: %s is the name of a file, in all of these messages. */
                   _("“%s” was not saved, because the disk is full. Nothing on the disk was changed. Make room, or save to "
                     "another place."),
                   shown);
      break;

    case JM_SAVE_ERROR_READ_ONLY:
      if (self->folder_refuses)
        g_set_error (error, JM_SAVE_ERROR, domain_code,
                     _("“%s” was not saved, because its folder is read-only. Nothing on the disk was changed. Save to another "
                       "place."),
                     shown);
      else
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
                   /* Translators: the name of a file, and the system's own word for what went wrong. */
                   _("“%s” was not saved: %s. Nothing on the disk was changed. Try again, or save to another place."),
                   shown, g_strerror (code));
      break;
    }

  return FALSE;
}

/**
 * jm_saving_fail_changed:
 * @self: a file on its way
 * @error: return location for an error of the domain %JM_SAVE_ERROR
 *
 * Sets the error for a file that is no longer what it was.
 *
 * Returns: %FALSE, so that a caller can return it at once
 */
gboolean
jm_saving_fail_changed (const JmSaving  *self,
                        GError         **error)
{
  g_set_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_CHANGED,
               _("“%s” was not saved, because somebody else changed it since you opened it. Nothing on the disk was changed. "
                 "Merge the two, save under another name to keep both, or replace it: what it is now is then kept as an "
                 "earlier version."),
               self->shown);

  return FALSE;
}
