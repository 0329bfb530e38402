/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture is put aside as SHA-256.picture, and in its place in the snapshot stands "journeymap-picture:SHA-256". Items do
 * not change, so the hash of each is computed once. The disk is waited for only when the snapshot is written, too: a camera's
 * pictures take it a while.
 */

#include "config.h"

#include "jm-recovery-pictures.h"

#include "jm-recovery-file.h"

#include <glib/gstdio.h>
#include <string.h>

/* A picture with less text than this stays where it is. */
#define LARGE (64 * 1024)

#define MARK        "journeymap-picture:"
#define ENDING      ".picture"
#define HASH_LENGTH 64

struct _JmRecoveryPictures
{
  GHashTable *known;      /* JmItem to its hash, of those that lie in the folder */
  GPtrArray  *unsynced;   /* paths of those that the disk may not have yet */
};

/**
 * jm_recovery_pictures_new:
 *
 * Returns: (transfer full): what is known of the pictures of one folder, nothing to begin with
 */
JmRecoveryPictures *
jm_recovery_pictures_new (void)
{
  JmRecoveryPictures *self = g_new0 (JmRecoveryPictures, 1);

  self->known = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) jm_item_unref, g_free);
  self->unsynced = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * jm_recovery_pictures_free:
 * @self: what is known
 */
void
jm_recovery_pictures_free (JmRecoveryPictures *self)
{
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->unsynced);
  g_free (self);
}

/**
 * jm_recovery_pictures_forget:
 * @self: what is known
 *
 * Knows of nothing any more: the folder is another one from now on.
 */
void
jm_recovery_pictures_forget (JmRecoveryPictures *self)
{
  g_hash_table_remove_all (self->known);
  g_ptr_array_set_size (self->unsynced, 0);
}

static char *
get_path (const char *folder,
          const char *hash)
{
  g_autofree char *name = g_strconcat (hash, ENDING, NULL);

  return g_build_filename (folder, name, NULL);
}

/* Returns the hash, when the picture lies in the folder; otherwise NULL, with code set to an errno. */
static const char *
put (JmRecoveryPictures *self,
     const char         *folder,
     JmItem             *picture,
     int                *code)
{
  const char *text = jm_item_get_text (picture);
  gsize length = strlen (text);
  char *hash = g_hash_table_lookup (self->known, picture);
  g_autofree char *path = NULL;
  GStatBuf info;

  if (hash != NULL)
    return hash;

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  path = get_path (folder, hash);
  /* One of another size is what the end of the machine has left of it. */
  if (g_stat (path, &info) != 0 || (gsize) info.st_size != length)
    {
      *code = jm_recovery_file_put (path, text, length);
      if (*code != 0)
        {
          g_free (hash);
          return NULL;
        }
      g_ptr_array_add (self->unsynced, g_steal_pointer (&path));
    }

  g_hash_table_insert (self->known, jm_item_ref (picture), hash);

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
  JmRecoveryPictures *pictures;
  const char         *folder;
  int                *code;
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

  hash = put (putting->pictures, putting->folder, picture, putting->code);
  if (hash == NULL)
    return FALSE;

  *text = g_strconcat (MARK, hash, NULL);

  return TRUE;
}

/**
 * jm_recovery_pictures_put:
 * @self: what is known of the folder
 * @folder: the folder of a recovery
 * @map: a map
 * @code: (out): an errno, set when %NULL is returned
 *
 * Puts the large pictures of a map aside. Costs O(n) of the items, and of the pictures when they are new.
 *
 * Returns: (transfer full) (nullable): the map with marks in their places
 */
JmMap *
jm_recovery_pictures_put (JmRecoveryPictures *self,
                          const char         *folder,
                          JmMap              *map,
                          int                *code)
{
  Putting putting = { self, folder, code };

  return replace_all (map, put_aside, &putting);
}

/**
 * jm_recovery_pictures_sync:
 * @self: what is known of the folder
 * @folder: the folder of a recovery
 *
 * Blocks until the disk has what was put aside.
 *
 * Returns: 0 or an errno; then it is tried again the next time
 */
int
jm_recovery_pictures_sync (JmRecoveryPictures *self,
                           const char         *folder)
{
  int code = 0;

  if (self->unsynced->len == 0)
    return 0;

  for (guint n = 0; code == 0 && n < self->unsynced->len; n++)
    code = jm_recovery_file_sync (g_ptr_array_index (self->unsynced, n));
  if (code == 0)
    code = jm_recovery_file_sync (folder);
  if (code == 0)
    g_ptr_array_set_size (self->unsynced, 0);

  return code;
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
    if ((strlen (name) == HASH_LENGTH + strlen (ENDING) && g_str_has_suffix (name, ENDING)) ||
        (strlen (name) == HASH_LENGTH + strlen (ENDING JM_RECOVERY_HALF) && g_str_has_suffix (name, ENDING JM_RECOVERY_HALF)))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
  g_dir_close (dir);
}
