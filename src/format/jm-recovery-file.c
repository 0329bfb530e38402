/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk may take seconds to say that it has something. What is typed meanwhile must not wait for that. */

#include "config.h"

#include "jm-recovery-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * jm_recovery_file_write:
 * @fd: an open file
 * @data: what to write
 * @length: how many bytes
 *
 * Writes all of it.
 *
 * Returns: 0 or an errno
 */
int
jm_recovery_file_write (int         fd,
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

/**
 * jm_recovery_file_put:
 * @path: the path of a file
 * @data: what it is to hold
 * @length: how many bytes
 *
 * Puts a file in the place of another: all of it, or nothing. The disk may not have it before jm_recovery_file_sync().
 *
 * Returns: 0 or an errno
 */
int
jm_recovery_file_put (const char *path,
                      const char *data,
                      gsize       length)
{
  g_autofree char *half = g_strconcat (path, JM_RECOVERY_HALF, NULL);
  int code;
  int fd;

  do
    fd = open (half, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  while (fd < 0 && errno == EINTR);
  if (fd < 0)
    return errno;

  code = jm_recovery_file_write (fd, data, length);
  if (close (fd) != 0 && errno != EINTR && code == 0)
    code = errno;
  while (code == 0 && rename (half, path) != 0)
    if (errno != EINTR)
      code = errno;
  if (code != 0)
    unlink (half);

  return code;
}

/**
 * jm_recovery_file_sync:
 * @path: the path of a file or a folder
 *
 * Blocks until the disk has it.
 *
 * Returns: 0 or an errno
 */
int
jm_recovery_file_sync (const char *path)
{
  int code = 0;
  int fd;

  do
    fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  while (fd < 0 && errno == EINTR);
  if (fd < 0)
    return errno;

  while (code == 0 && fsync (fd) != 0)
    if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
      break;
    else if (errno != EINTR)
      code = errno;
  close (fd);

  return code;
}
