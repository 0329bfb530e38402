/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys. What has an id is known by it wherever it is; a feeling by its touchpoint and persona; a title and the like by what
 * they are of; anything else (a link, a comment, an element that we do not know) by what it says. */
#include "jm-merge-private.h"

#include "model/jm-hash.h"

#include <string.h>

static void
piece_free (gpointer data)
{
  JmPiece *piece = data;

  g_free (piece->key);
  g_free (piece->parent_key);
  g_ptr_array_unref (piece->child_keys);
  g_free (piece);
}

/* All that an item says, so that equal items give equal bytes. */
static void
spell (GChecksum    *sum,
       const JmItem *item)
{
  g_autofree char *head = g_strdup_printf ("<%u %u ", jm_item_get_kind (item), jm_item_get_text_offset (item));
  const JmName *name = jm_item_get_name (item);

  g_checksum_update (sum, (const guchar *) head, -1);
  if (name != NULL)
    {
      g_checksum_update (sum, (const guchar *) (name->uri != NULL ? name->uri : ""), -1);
      g_checksum_update (sum, (const guchar *) " ", 1);
      g_checksum_update (sum, (const guchar *) name->local, -1);
    }
  for (JmAttr attr = JM_ATTR_ID; attr < JM_N_ATTRS; attr++)
    {
      const char *value = jm_item_get (item, attr);

      if (value == NULL)
        continue;
      g_checksum_update (sum, (const guchar *) jm_attr_get_name (attr), -1);
      g_checksum_update (sum, (const guchar *) value, (gssize) strlen (value) + 1);
    }
  for (guint i = 0; i < jm_item_get_n_foreign (item); i++)
    {
      const JmForeignAttr *foreign = jm_item_get_foreign (item, i);

      g_checksum_update (sum, (const guchar *) foreign->name.local, (gssize) strlen (foreign->name.local) + 1);
      g_checksum_update (sum, (const guchar *) foreign->value, (gssize) strlen (foreign->value) + 1);
    }
  g_checksum_update (sum, (const guchar *) jm_item_get_text (item), (gssize) strlen (jm_item_get_text (item)) + 1);
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    spell (sum, jm_item_get_child (item, i));
  g_checksum_update (sum, (const guchar *) ">", 1);
}

static char *
make_key (JmItem     *item,
          const char *parent_key)
{
  JmKind kind = jm_item_get_kind (item);
  const char *id = jm_item_get_id (item);
  const char *persona = jm_item_get (item, JM_ATTR_PERSONA);
  g_autoptr(GChecksum) sum = NULL;

  if (kind < JM_KIND_FOREIGN && jm_kind_get_rule (kind)->has_id && id != NULL)
    return g_strdup_printf ("%u %s", kind, id);
  if (kind == JM_KIND_EMOTION)
    return g_strdup_printf ("%s/%u %s", parent_key, kind, persona != NULL ? persona : "");
  if (kind < JM_KIND_FOREIGN && jm_kind_get_rule (kind)->has_text && jm_kind_get_rule (kind)->n_attrs == 0)
    return g_strdup_printf ("%s/%u", parent_key, kind);

  sum = g_checksum_new (G_CHECKSUM_SHA256);
  spell (sum, item);

  return g_strdup_printf ("%s/%u %s", parent_key, kind, g_checksum_get_string (sum));
}

/* Between a key and its number. No text of a map can hold it, as XML does not allow it, so nothing in a file is called like a
 * key with a number. */
#define SEPARATOR "\x1f"

/* The second of two with one key is told by its number. */
static char *
make_unique (GHashTable *counts,
             char       *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
  char *unique = n > 1 ? g_strdup_printf ("%s" SEPARATOR "%u", key, n) : g_strdup (key);

  g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));

  return unique;
}

static void
take_apart (GHashTable *pieces,
            GHashTable *counts,
            JmItem     *item,
            const char *key,
            const char *parent_key)
{
  JmPiece *piece = g_new0 (JmPiece, 1);

  piece->key = g_strdup (key);
  piece->parent_key = g_strdup (parent_key);
  piece->item = item;
  piece->child_keys = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (pieces, piece->key, piece);

  /* What is in a text, or in what we do not know, goes with it. */
  if (jm_item_get_kind (item) >= JM_KIND_FOREIGN || jm_kind_get_rule (jm_item_get_kind (item))->has_text)
    return;

  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    {
      JmItem *child = jm_item_get_child (item, i);
      char *child_key = make_unique (counts, make_key (child, key));

      g_ptr_array_add (piece->child_keys, child_key);
      take_apart (pieces, counts, child, child_key, key);
    }
}

/*
 * jm_pieces_new:
 * @map: a map, which must outlive the pieces
 *
 * Returns: (transfer full): all pieces of it by their keys; that of the root is JM_ROOT_KEY
 */
GHashTable *
jm_pieces_new (JmMap *map)
{
  GHashTable *pieces = g_hash_table_new_full (jm_text_hash, g_str_equal, NULL, piece_free);
  g_autoptr(GHashTable) counts = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);

  take_apart (pieces, counts, jm_map_get_root (map), JM_ROOT_KEY, NULL);

  return pieces;
}

/* The piece of that key, %NULL if there is none or no key. */
JmPiece *
jm_pieces_get (GHashTable *pieces,
               const char *key)
{
  return key != NULL ? g_hash_table_lookup (pieces, key) : NULL;
}

/* Whether each id is of the same kind of item in both; an @id that is not otherwise. */
gboolean
jm_pieces_agree (GHashTable  *a,
                 GHashTable  *b,
                 const char **id)
{
  g_autoptr(GHashTable) kinds = g_hash_table_new (jm_text_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      JmItem *item = ((JmPiece *) value)->item;

      if (jm_item_get_id (item) != NULL)
        g_hash_table_insert (kinds, (gpointer) jm_item_get_id (item), GUINT_TO_POINTER (jm_item_get_kind (item)));
    }

  g_hash_table_iter_init (&iter, b);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      JmItem *item = ((JmPiece *) value)->item;
      guint kind;

      if (jm_item_get_id (item) == NULL)
        continue;
      kind = GPOINTER_TO_UINT (g_hash_table_lookup (kinds, jm_item_get_id (item)));
      if (kind != JM_KIND_NONE && kind != jm_item_get_kind (item))
        {
          *id = jm_item_get_id (item);
          return FALSE;
        }
    }

  return TRUE;
}
