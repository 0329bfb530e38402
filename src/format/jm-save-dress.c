/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that takes the place of another looks like it to everybody else: owner, group, mode, extended attributes. */

#include "config.h"

#include "jm-save-private.h"

#include <errno.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

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
copy_attribute (JmSaving   *self,
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
copy_attributes (JmSaving *self,
                 int      *code)
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

/**
 * jm_saving_dress:
 * @self: a file on its way, which replaces another
 * @error: return location for an error of the domain %JM_SAVE_ERROR
 *
 * Gives it the owner, the attributes and the mode of the old one. Owner first, for a change of owner takes away bits of the
 * mode.
 *
 * Returns: whether the save may go on
 */
gboolean
jm_saving_dress (JmSaving  *self,
                 GError   **error)
{
  struct stat own;
  int code = 0;

  if (fstat (self->fd, &own) != 0)
    return jm_saving_fail (self, errno, error);

  /* Only root can give a file to somebody else. In a shared folder the group is what lets the others in; where not even
   * that can be kept, the mode would open the file to another group.
   */
  if ((own.st_uid != self->info.st_uid || own.st_gid != self->info.st_gid) &&
      fchown (self->fd, self->info.st_uid, self->info.st_gid) != 0 &&
      own.st_gid != self->info.st_gid && fchown (self->fd, (uid_t) -1, self->info.st_gid) != 0)
    return jm_saving_fail (self, errno, error);

  if (!copy_attributes (self, &code))
    return jm_saving_fail (self, code, error);

  if (fchmod (self->fd, self->info.st_mode & 07777) != 0)
    return jm_saving_fail (self, errno, error);

  return TRUE;
}
