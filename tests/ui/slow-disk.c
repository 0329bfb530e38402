/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded into the program: a disk that does not answer for as long as the file is there that SLOW_DISK names, and that
 * breaks while there is one that BROKEN_DISK names. What is not a map is on another disk.
 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int
is_map (int fd)
{
  char link[64], path[4096] = "";

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);

  return readlink (link, path, sizeof path - 1) > 0 && strstr (path, ".cjm") != NULL;
}

int
fsync (int fd)
{
  const char *slow = getenv ("SLOW_DISK");
  const char *broken = getenv ("BROKEN_DISK");

  if (!is_map (fd))
    return (int) syscall (SYS_fsync, fd);

  while (slow != NULL && access (slow, F_OK) == 0)
    usleep (10000);

  if (broken != NULL && access (broken, F_OK) == 0)
    {
      errno = EIO;
      return -1;
    }

  return (int) syscall (SYS_fsync, fd);
}
