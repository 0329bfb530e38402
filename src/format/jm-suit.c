/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value that this program does not know is kept in a map of a newer version, where it means something, and is put right in
 * one of its own. An item that goes from the first to the second takes the value along, and the map could not be saved: it
 * would read back as another one.
 */

#include "config.h"

#include "jm-suit.h"

#include "jm-read.h"
#include "jm-write.h"

/**
 * jm_map_suit:
 * @map: a map
 * @target: the map that parts of it are to come into
 * @error: return location for an error of the domain %JM_READ_ERROR
 *
 * Makes a map that says what @map says in the version of the format that @target has. Costs O(n) where the versions are not
 * the same, and nothing where they are.
 *
 * Returns: (transfer full) (nullable): the map, @map itself where they are the same
 */
JmMap *
jm_map_suit (JmMap   *map,
             JmMap   *target,
             GError **error)
{
  const char *version = jm_item_get (jm_map_get_root (target), JM_ATTR_VERSION);
  g_autoptr (JmMap) renamed = NULL;
  g_autoptr (GBytes) bytes = NULL;
  JmItem *root;

  g_return_val_if_fail (map != NULL, NULL);
  g_return_val_if_fail (target != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_strcmp0 (version, jm_item_get (jm_map_get_root (map), JM_ATTR_VERSION)) == 0)
    return jm_map_ref (map);

  root = jm_item_copy (jm_map_get_root (map));
  jm_item_set (root, JM_ATTR_VERSION, version);
  renamed = jm_map_with_root (map, root);
  bytes = jm_write_bytes (renamed, error);

  return bytes != NULL ? jm_read_bytes (bytes, jm_item_get_part (root, JM_KIND_TITLE), NULL, error) : NULL;
}
