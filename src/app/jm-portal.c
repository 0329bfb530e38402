/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document portal shows a file of the host as $XDG_RUNTIME_DIR/doc/ID/NAME, and in a sandbox as /run/flatpak/doc/ID/NAME
 * as well. Which file of the host it is, is in an extended attribute.
 */
#include "config.h"

#include "jm-portal.h"

#include <glib/gi18n.h>
#include <string.h>

/* What comes after the portal's folder, "ID/NAME"; NULL for a file that the portal does not show. */
static const char *
get_portal_part (const char *path)
{
  g_autofree char *of_session = g_build_filename (g_get_user_runtime_dir (), "doc/", NULL);
  const char *folders[] = { of_session, "/run/flatpak/doc/" };

  for (guint i = 0; path != NULL && i < G_N_ELEMENTS (folders); i++)
    {
      if (g_str_has_prefix (path, folders[i]))
        return path + strlen (folders[i]);
    }

  return NULL;
}

static char *
get_host_path (GFile *file)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, "xattr::document-portal.host-path", G_FILE_QUERY_INFO_NONE, NULL,
                                                 NULL);
  const char *path = info == NULL ? NULL : g_file_info_get_attribute_string (info, "xattr::document-portal.host-path");

  return path == NULL || *path == '\0' ? NULL : g_strdup (path);
}

/**
 * jm_portal_identify:
 * @file: a file
 *
 * Two files that are one have the same identity. For one that the document portal shows this asks the portal.
 *
 * Returns: (transfer full): what tells it from other files
 */
char *
jm_portal_identify (GFile *file)
{
  g_autofree char *path = NULL;
  g_autofree char *host_path = NULL;
  const char *part;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_get_path (file);
  part = get_portal_part (path);
  if (part == NULL)
    return g_file_get_uri (file);

  host_path = get_host_path (file);

  return host_path != NULL && g_path_is_absolute (host_path) ? g_filename_to_uri (host_path, NULL, NULL)
                                                             : g_strconcat ("document:", part, NULL);
}

/**
 * jm_portal_get_folder:
 * @file: a file
 *
 * Gets the name of the folder a file is in, as people know it. In a Flatpak the path of a file is one of the document
 * portal's; when the true one is not known there is no name to show.
 *
 * Returns: (transfer full): the folder's name, such as "Documents"; "" when it is not known
 */
char *
jm_portal_get_folder (GFile *file)
{
  g_autoptr(GFile) folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_get_path (file);
  if (get_portal_part (path) != NULL)
    {
      g_free (path);
      path = get_host_path (file);
    }
  if (path == NULL)
    return g_strdup ("");

  name = g_path_get_dirname (path);
  if (strcmp (name, g_get_home_dir ()) == 0)
    return g_strdup (_("Home"));

  folder = g_file_new_for_path (name);
  g_free (name);
  name = g_file_get_basename (folder);

  return g_filename_display_name (name);
}

/**
 * jm_portal_get_state_folder:
 *
 * Flatpak has a folder for the state of a program from 1.13 on, and says so. Before, what is written to the usual one is gone
 * when the program ends.
 *
 * Returns: (transfer none) (type filename): the folder in which the state of programs is kept
 */
const char *
jm_portal_get_state_folder (void)
{
  if (g_getenv ("XDG_STATE_HOME") == NULL && g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return g_get_user_data_dir ();

  return g_get_user_state_dir ();
}
