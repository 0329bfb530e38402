/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "jm-location.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/**
 * jm_location_resolve:
 * @path: the path of a file, in the encoding of file names; it need not be there
 *
 * Follows the links on the way: they do not make another file of it. Asks the disk.
 *
 * Returns: (transfer full): the path without them
 */
char *
jm_location_resolve (const char *path)
{
  g_autofree char *whole = realpath (path, NULL);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *real_folder = NULL;

  if (whole != NULL)
    return g_steal_pointer (&whole);

  /* The file itself may be gone. */
  folder = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  real_folder = realpath (folder, NULL);

  return real_folder != NULL ? g_build_filename (real_folder, name, NULL) : g_canonicalize_filename (path, NULL);
}

/**
 * jm_location_find:
 * @self: (out): where it is
 * @path: the path of a file, in the encoding of file names
 *
 * Asks the disk; safe from any thread.
 */
void
jm_location_find (JmLocation *self,
                  const char *path)
{
  g_autofree char *folder = NULL;
  struct stat info;

  memset (self, 0, sizeof *self);
  self->path = jm_location_resolve (path);
  folder = g_path_get_dirname (self->path);
  if (stat (folder, &info) == 0)
    self->drive = info.st_dev;
}

/**
 * jm_location_clear:
 * @self: a location
 *
 * Frees what it holds, so that it is none.
 */
void
jm_location_clear (JmLocation *self)
{
  g_clear_pointer (&self->path, g_free);
  self->drive = 0;
}
