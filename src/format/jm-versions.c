/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder a file, named after its path, and in it a file a version, named by when it was kept and when it had been saved:
 *
 *   $XDG_DATA_HOME/journeymap/versions/SHA-256 OF THE PATH/KEPT-SAVED.cjm        (microseconds since 1970)
 *
 * Never beside the map: in a shared folder copies would be sent to everybody, and in a Flatpak they would get odd names.
 */

#include "config.h"

#include "jm-versions.h"

#include "jm-location.h"
#include "jm-save.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define ENDING ".cjm"

G_DEFINE_BOXED_TYPE (JmVersion, jm_version, jm_version_ref, jm_version_unref)

/**
 * jm_version_ref:
 * @version: a version
 *
 * Returns: (transfer full): the version
 */
JmVersion *
jm_version_ref (JmVersion *version)
{
  return g_atomic_rc_box_acquire (version);
}

static void
clear_version (gpointer data)
{
  JmVersion *version = data;

  g_free (version->path);
  g_date_time_unref (version->saved_at);
}

/**
 * jm_version_unref:
 * @version: a version
 */
void
jm_version_unref (JmVersion *version)
{
  g_atomic_rc_box_release_full (version, clear_version);
}

/**
 * jm_versions_get_folder:
 * @path: the path of a map's file, in the encoding of file names
 *
 * Returns: (transfer full): the folder with its earlier versions, which need not be there
 */
char *
jm_versions_get_folder (const char *path)
{
  g_autofree char *real = jm_location_resolve (path);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real, -1);

  return g_build_filename (g_get_user_data_dir (), "journeymap", "versions", name, NULL);
}

/* The two times in a name; FALSE for a name that is no version's. */
static gboolean
parse_name (const char *name,
            gint64     *kept,
            gint64     *saved)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *stem = NULL;

  if (!g_str_has_suffix (name, ENDING))
    return FALSE;

  stem = g_strndup (name, strlen (name) - strlen (ENDING));
  parts = g_strsplit (stem, "-", 3);

  return g_strv_length (parts) == 2 &&
         g_ascii_string_to_signed (parts[0], 10, 0, G_MAXINT64, kept, NULL) &&
         g_ascii_string_to_signed (parts[1], 10, 0, G_MAXINT64, saved, NULL);
}

/* By the time at which they were kept, latest first: the digits are padded. */
static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) b, *(const char * const *) a);
}

static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gint64 kept, saved;

  if (dir == NULL)
    return names;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (parse_name (name, &kept, &saved))
      g_ptr_array_add (names, g_strdup (name));
  g_dir_close (dir);
  g_ptr_array_sort (names, compare_names);

  return names;
}

/* A save that failed has kept this one already. */
static gboolean
is_latest (const char *folder,
           GPtrArray  *names,
           GBytes     *content)
{
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (names->len == 0)
    return FALSE;

  path = g_build_filename (folder, g_ptr_array_index (names, 0), NULL);

  return g_file_get_contents (path, &data, &length, NULL) && length == g_bytes_get_size (content) &&
         memcmp (data, g_bytes_get_data (content, NULL), length) == 0;
}

/**
 * jm_versions_keep:
 * @path: the path of a map's file, in the encoding of file names
 * @content: what is in the file, and is about to be replaced
 * @modified: when the file was saved, in nanoseconds since 1970
 * @error: return location for an error
 *
 * Keeps an earlier version, unless the latest one is the same, and lets those beyond %JM_VERSIONS_KEPT go. Blocks until the
 * disk has it; safe from any thread.
 *
 * Returns: whether it is kept
 */
gboolean
jm_versions_keep (const char  *path,
                  GBytes      *content,
                  gint64       modified,
                  GError     **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;
  g_autoptr (GPtrArray) names = NULL;
  gint64 now = g_get_real_time ();

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (content != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  folder = jm_versions_get_folder (path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;
      g_autofree char *shown = g_filename_display_name (folder);

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
                   /* Translators: the path of a folder, and the system's own word for what went wrong. */
                   _("The folder “%s” could not be made: %s."), shown, g_strerror (code));
      return FALSE;
    }

  names = list_names (folder);
  if (is_latest (folder, names, content))
    return TRUE;

  /* A clock that was set back must not make this one the oldest, which would be the next to go. */
  if (names->len > 0)
    {
      gint64 latest, saved;

      if (parse_name (g_ptr_array_index (names, 0), &latest, &saved) && latest >= now)
        now = latest + 1;
    }

  name = g_strdup_printf ("%018" G_GINT64_FORMAT "-%018" G_GINT64_FORMAT ENDING, now, MAX (modified / 1000, 0));
  target = g_build_filename (folder, name, NULL);
  if (!jm_save_private_file (content, target, error))
    return FALSE;

  for (guint n = JM_VERSIONS_KEPT - 1; n < names->len; n++)
    {
      g_autofree char *old = g_build_filename (folder, g_ptr_array_index (names, n), NULL);

      g_unlink (old);
    }

  return TRUE;
}

/**
 * jm_versions_list:
 * @path: the path of a map's file, in the encoding of file names
 *
 * Lists its earlier versions. They are read as any other file is, with jm_read_file(). Safe from any thread.
 *
 * Returns: (transfer full) (element-type JmVersion): those there are, the latest first
 */
GPtrArray *
jm_versions_list (const char *path)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_version_unref);
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (path != NULL, versions);

  folder = jm_versions_get_folder (path);
  names = list_names (folder);
  for (guint n = 0; n < names->len; n++)
    {
      g_autofree char *kept_at = g_build_filename (folder, g_ptr_array_index (names, n), NULL);
      gint64 kept, saved;
      GStatBuf info;
      JmVersion *version;

      if (g_stat (kept_at, &info) != 0 || !parse_name (g_ptr_array_index (names, n), &kept, &saved))
        continue;

      version = g_atomic_rc_box_new0 (JmVersion);
      version->path = g_steal_pointer (&kept_at);
      version->saved_at = g_date_time_new_from_unix_local (saved / G_USEC_PER_SEC);
      version->size = info.st_size;
      g_ptr_array_add (versions, version);
    }

  return versions;
}
