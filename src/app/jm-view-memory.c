/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-view-memory.h"

#include "jm-portal.h"

#include <glib/gstdio.h>
#include <math.h>

/* A group a map, named by its URI, the one that was kept last at the end. */
static char *
get_path (void)
{
  return g_build_filename (jm_portal_get_state_folder (), "journeymap", "views.ini", NULL);
}

/* What cannot be read is nothing: nobody misses it for long. */
static GKeyFile *
read_all (const char *path)
{
  GKeyFile *key_file = g_key_file_new ();

  if (!g_key_file_load_from_file (key_file, path, G_KEY_FILE_NONE, NULL))
    {
      g_key_file_unref (key_file);
      key_file = g_key_file_new ();
    }

  return key_file;
}

/* The name of a group holds no brackets and nothing that is not printed. */
static char *
name_group (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_uri_escape_string (uri, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);
}

static void
forget_the_oldest (GKeyFile *key_file)
{
  gsize n_groups;
  g_auto(GStrv) groups = g_key_file_get_groups (key_file, &n_groups);

  for (gsize i = 0; i + JM_VIEW_MEMORY_MAX < n_groups; i++)
    g_key_file_remove_group (key_file, groups[i], NULL);
}

/**
 * jm_view_memory_keep:
 * @file: the file of the map
 * @viewport: what it is looked at through
 *
 * Remembers how large the map is shown, and which part of it.
 */
void
jm_view_memory_keep (GFile      *file,
                     JmViewport *viewport)
{
  g_autoptr(GKeyFile) key_file = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *group = NULL;
  JmPoint corner;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (JM_IS_VIEWPORT (viewport));

  if (!jm_viewport_get_corner (viewport, &corner))
    return;

  key_file = read_all (path);
  group = name_group (file);
  g_key_file_remove_group (key_file, group, NULL);
  g_key_file_set_double (key_file, group, "zoom", jm_viewport_get_zoom (viewport));
  g_key_file_set_double (key_file, group, "x", corner.x);
  g_key_file_set_double (key_file, group, "y", corner.y);
  forget_the_oldest (key_file);

  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (key_file, path, &error))
    g_message ("The view of the map was not kept: %s", error->message);
}

static gboolean
get_number (GKeyFile   *key_file,
            const char *group,
            const char *key,
            double     *number)
{
  g_autoptr(GError) error = NULL;

  *number = g_key_file_get_double (key_file, group, key, &error);

  return error == NULL && isfinite (*number);
}

/**
 * jm_view_memory_restore:
 * @file: the file of the map
 * @viewport: what it is looked at through
 *
 * Shows the map as it was shown last. When it has changed since and that part is no more, it begins with the beginning.
 *
 * Returns: whether it was shown before
 */
gboolean
jm_view_memory_restore (GFile      *file,
                        JmViewport *viewport)
{
  g_autoptr(GKeyFile) key_file = NULL;
  g_autofree char *path = get_path ();
  g_autofree char *group = NULL;
  JmPoint corner;
  double zoom;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (JM_IS_VIEWPORT (viewport), FALSE);

  key_file = read_all (path);
  group = name_group (file);
  if (!get_number (key_file, group, "zoom", &zoom) || !get_number (key_file, group, "x", &corner.x) ||
      !get_number (key_file, group, "y", &corner.y))
    return FALSE;

  jm_viewport_start_at (viewport, zoom, corner);
  return TRUE;
}
