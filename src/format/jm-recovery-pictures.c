/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture is put aside as SHA-256.picture, and in its place in the snapshot stands "journeymap-picture:SHA-256". Items do
 * not change, so the hash of each is computed once.
 */

#include "config.h"

#include "jm-recovery-pictures.h"

#include "jm-save.h"

#include <glib/gstdio.h>
#include <string.h>

/* A picture with less text than this stays where it is. */
#define LARGE (64 * 1024)

#define MARK        "journeymap-picture:"
#define ENDING      ".picture"
#define HASH_LENGTH 64

/**
 * jm_recovery_pictures_new:
 *
 * Returns: (transfer full): what is known of the pictures of one folder, nothing to begin with
 */
GHashTable *
jm_recovery_pictures_new (void)
{
  return g_hash_table_new_full (NULL, NULL, (GDestroyNotify) jm_item_unref, g_free);
}

static char *
get_path (const char *folder,
          const char *hash)
{
  g_autofree char *name = g_strconcat (hash, ENDING, NULL);

  return g_build_filename (folder, name, NULL);
}

/* Returns the hash, when the picture lies in the folder. */
static const char *
put (GHashTable  *known,
     const char  *folder,
     JmItem      *picture,
     GError     **error)
{
  const char *text = jm_item_get_text (picture);
  char *hash = g_hash_table_lookup (known, picture);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (hash != NULL)
    return hash;

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  path = get_path (folder, hash);
  bytes = g_bytes_new_static (text, strlen (text));
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !jm_save_private_file (bytes, path, error))
    {
      g_free (hash);
      return NULL;
    }

  g_hash_table_insert (known, jm_item_ref (picture), hash);

  return hash;
}

/* What is to stand in the place of a picture; NULL for the picture itself. FALSE ends it all. */
typedef gboolean (*ReplaceFunc) (JmItem   *picture,
                                 char    **text,
                                 gpointer  user_data);

/* Returns a new reference, to the same item where nothing in it is replaced. */
static JmItem *
replace_in (JmItem      *item,
            ReplaceFunc  replace,
            gpointer     user_data)
{
  JmItem *changed = NULL;

  if (jm_item_get_kind (item) == JM_KIND_PICTURE)
    {
      g_autofree char *text = NULL;

      if (!replace (item, &text, user_data))
        return NULL;
      if (text == NULL)
        return jm_item_ref (item);

      changed = jm_item_copy (item);
      jm_item_set_text (changed, text);

      return changed;
    }

  for (guint n = 0; n < jm_item_get_n_children (item); n++)
    {
      JmItem *child = jm_item_get_child (item, n);
      JmItem *other = replace_in (child, replace, user_data);

      if (other == NULL)
        {
          g_clear_pointer (&changed, jm_item_unref);
          return NULL;
        }

      if (other == child)
        {
          jm_item_unref (other);
          continue;
        }

      if (changed == NULL)
        changed = jm_item_copy (item);
      jm_item_replace (changed, n, other);
    }

  return changed != NULL ? changed : jm_item_ref (item);
}

/* Returns a new reference; NULL when a picture could not be replaced. */
static JmMap *
replace_all (JmMap       *map,
             ReplaceFunc  replace,
             gpointer     user_data)
{
  JmItem *root = replace_in (jm_map_get_root (map), replace, user_data);

  if (root == NULL)
    return NULL;

  if (root == jm_map_get_root (map))
    {
      jm_item_unref (root);
      return jm_map_ref (map);
    }

  return jm_map_with_root (map, root);
}

typedef struct
{
  GHashTable  *known;
  const char  *folder;
  GError     **error;
} Putting;

static gboolean
put_aside (JmItem    *picture,
           char     **text,
           gpointer   user_data)
{
  const Putting *putting = user_data;
  const char *hash;

  if (strlen (jm_item_get_text (picture)) < LARGE)
    return TRUE;

  hash = put (putting->known, putting->folder, picture, putting->error);
  if (hash == NULL)
    return FALSE;

  *text = g_strconcat (MARK, hash, NULL);

  return TRUE;
}

/**
 * jm_recovery_pictures_put:
 * @known: what is known of the folder
 * @folder: the folder of a recovery
 * @map: a map
 * @error: return location for an error
 *
 * Puts the large pictures of a map aside. Costs O(n) of the items, and of the pictures when they are new.
 *
 * Returns: (transfer full) (nullable): the map with marks in their places
 */
JmMap *
jm_recovery_pictures_put (GHashTable  *known,
                          const char  *folder,
                          JmMap       *map,
                          GError     **error)
{
  Putting putting = { known, folder, error };

  return replace_all (map, put_aside, &putting);
}

/* A picture that is lost or damaged leaves its mark: the rest of the map is worth having. One that cannot be read just now
 * may be read the next time.
 */
static gboolean
put_back (JmItem    *picture,
          char     **text,
          gpointer   user_data)
{
  const char *folder = user_data;
  const char *mark = jm_item_get_text (picture);
  g_autofree char *hash = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_has_prefix (mark, MARK) || strlen (mark) != strlen (MARK) + HASH_LENGTH || strchr (mark, '/') != NULL)
    return TRUE;

  path = get_path (folder, mark + strlen (MARK));
  if (!g_file_get_contents (path, &content, NULL, &error))
    return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  if (strcmp (hash, mark + strlen (MARK)) == 0)
    *text = g_steal_pointer (&content);

  return TRUE;
}

/**
 * jm_recovery_pictures_get:
 * @folder: the folder of a recovery
 * @map: a map from jm_recovery_pictures_put()
 *
 * Returns: (transfer full) (nullable): the map with its pictures; %NULL when one is there and cannot be read
 */
JmMap *
jm_recovery_pictures_get (const char *folder,
                          JmMap      *map)
{
  return replace_all (map, put_back, (gpointer) folder);
}

/**
 * jm_recovery_pictures_remove:
 * @folder: the folder of a recovery that is about to be removed
 *
 * Removes what was put there.
 */
void
jm_recovery_pictures_remove (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    return;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strlen (name) == HASH_LENGTH + strlen (ENDING) && g_str_has_suffix (name, ENDING))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
  g_dir_close (dir);
}
