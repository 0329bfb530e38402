/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps that a command reads and makes. */
#include "config.h"

#include "jm-command.h"

#include "format/jm-read.h"
#include "format/jm-save.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

/**
 * jm_command_name_file:
 * @path: a file
 *
 * Returns: (transfer full): what it is called at the beginning of a line of output; a line break in it is a blank
 */
char *
jm_command_name_file (const char *path)
{
  return g_strdelimit (g_filename_display_name (path), "\r\n", ' ');
}

/**
 * jm_command_read_map:
 * @path: a file
 * @remarks: whether to tell of what is merely worth a remark, too
 *
 * Reads a map, and tells on standard error what is odd in it or why it cannot be opened.
 *
 * Returns: (transfer full) (nullable): the map
 */
JmMap *
jm_command_read_map (const char *path,
                     gboolean    remarks)
{
  g_autoptr (GPtrArray)  notices = NULL;
  JmMap                 *map = jm_read_file (path, &notices, NULL);

  jm_command_tell_notices (notices, remarks, FALSE);

  return map;
}

/* Also TRUE for a link that leads nowhere. */
static gboolean
is_taken (const char *path)
{
  struct stat info;

  return lstat (path, &info) == 0;
}

/**
 * jm_command_save_new:
 * @self: a command
 * @map: a map
 * @path: a file that is not there yet
 *
 * Writes a map that was made, never over a file that is there.
 *
 * Returns: how the command ends
 */
JmExit
jm_command_save_new (const JmCommand *self,
                     JmMap           *map,
                     const char      *path)
{
  g_autoptr (GError)  error = NULL;
  g_autofree char    *name = g_filename_display_name (path);

  if (is_taken (path))
    return jm_command_fail (self, JM_EXIT_WRONG,
                            _("“%s” is there already and stays as it is. Choose another name, or move it away first."), name);
  if (!jm_save_file (map, path, &error))
    return jm_command_fail (self, JM_EXIT_WRONG, "%s", error->message);

  return JM_EXIT_FINE;
}

/**
 * jm_command_spares:
 * @self: a command that makes something else of a map
 * @map: (nullable): the file that the map is in
 * @output: the file to write
 * @end: (out): how to end when this returns %FALSE
 *
 * A map whose name ends in .txt is a map all the same, and nobody wants a picture in its place.
 *
 * Returns: whether these are two files, by whatever names
 */
gboolean
jm_command_spares (const JmCommand *self,
                   const char      *map,
                   const char      *output,
                   JmExit          *end)
{
  g_autofree char *name = NULL;
  struct stat      one, other;

  if (map == NULL || stat (map, &one) != 0 || stat (output, &other) != 0 ||
      one.st_dev != other.st_dev || one.st_ino != other.st_ino)
    return TRUE;

  name = g_filename_display_name (output);
  *end = jm_command_fail_usage (self, _("“%s” is the map itself, which would be gone. Write to another file."), name);

  return FALSE;
}
