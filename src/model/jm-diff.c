/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two maps, found by walking only what they do not share. */
#include "jm-diff.h"

#include "jm-hash.h"
#include "jm-item-private.h"

#include <string.h>

/* An item that the two maps do not share, or that has another place in them. */
typedef struct
{
  char   *key;
  char   *parent_key;   /* of what it is in */
  JmItem *item;
} Found;

/* What was found on one side, in the order in which it was found: that of the document. */
typedef struct
{
  GPtrArray  *list;     /* of Found */
  GHashTable *by_key;
} Side;

typedef struct
{
  Side        old_side;
  Side        new_side;
  GHashTable *moved;      /* keys of what has another place among its siblings */
  GHashTable *arranged;   /* keys of those in which the same things stand in another order, kind by kind the same */
} Comparison;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->key);
  g_free (found->parent_key);
  g_free (found);
}

static void
side_init (Side *side)
{
  side->list = g_ptr_array_new_with_free_func (found_free);
  side->by_key = g_hash_table_new (jm_text_hash, g_str_equal);
}

static void
side_clear (Side *side)
{
  g_hash_table_unref (side->by_key);
  g_ptr_array_unref (side->list);
}

/* The second of two with one key cannot be told from the first. */
static void
enter (Side       *side,
       JmItem     *item,
       const char *key,
       const char *parent_key)
{
  Found *found;

  if (g_hash_table_contains (side->by_key, key))
    return;

  found = g_new (Found, 1);
  *found = (Found) { g_strdup (key), g_strdup (parent_key), item };
  g_ptr_array_add (side->list, found);
  g_hash_table_insert (side->by_key, found->key, found);
}

/* Keys: an item has the same one on both sides. What has none is a part of what it is in. */

static gboolean
is_part (JmItem *item)
{
  return jm_item_get_id (item) == NULL && jm_item_get_kind (item) != JM_KIND_EMOTION;
}

/* The keys of the children of @parent, in their order; %NULL for a part. */
static GPtrArray *
make_child_keys (JmItem     *parent,
                 const char *parent_key)
{
  guint n_children = jm_item_get_n_children (parent);
  GPtrArray *keys = g_ptr_array_new_full (n_children, g_free);
  g_autoptr(GHashTable) counts = NULL;

  for (guint i = 0; i < n_children; i++)
    {
      JmItem *child = jm_item_get_child (parent, i);
      const char *id = jm_item_get_id (child);
      char *key = NULL;

      if (id != NULL)
        {
          key = g_strdup_printf ("%u %s", jm_item_get_kind (child), id);
        }
      else if (!is_part (child))
        {
          const char *said = jm_item_get (child, JM_ATTR_PERSONA);
          const char *persona = said != NULL ? said : "";
          guint n;

          /* Which of several emotions of one persona it is: seldom another than the first. */
          if (counts == NULL)
            counts = g_hash_table_new (jm_text_hash, g_str_equal);
          n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, persona));
          g_hash_table_insert (counts, (gpointer) persona, GUINT_TO_POINTER (n + 1));
          key = g_strdup_printf ("%s@%s#%u", parent_key, persona, n);
        }
      g_ptr_array_add (keys, key);
    }

  return keys;
}

/* The walk */

/* All of what is in something that has no counterpart in the same place. */
static void
enter_all (Side       *side,
           JmItem     *item,
           const char *key,
           const char *parent_key)
{
  g_autoptr(GPtrArray) keys = NULL;

  enter (side, item, key, parent_key);
  if (jm_item_get_n_children (item) == 0)
    return;

  keys = make_child_keys (item, key);
  for (guint i = 0; i < keys->len; i++)
    if (keys->pdata[i] != NULL)
      enter_all (side, jm_item_get_child (item, i), keys->pdata[i], key);
}

/* What differs in two items that are the same one. */
static void
walk (Comparison *self,
      JmItem     *old_item,
      JmItem     *new_item,
      const char *key)
{
  g_autoptr(GPtrArray) old_keys = make_child_keys (old_item, key);
  g_autoptr(GPtrArray) new_keys = make_child_keys (new_item, key);
  g_autoptr(GHashTable) old_children = g_hash_table_new (jm_text_hash, g_str_equal);

  for (guint i = 0; i < old_keys->len; i++)
    if (old_keys->pdata[i] != NULL)
      g_hash_table_insert (old_children, old_keys->pdata[i], jm_item_get_child (old_item, i));

  for (guint i = 0; i < new_keys->len; i++)
    {
      const char *child_key = new_keys->pdata[i];
      JmItem *new_child = jm_item_get_child (new_item, i);
      JmItem *old_child;

      if (child_key == NULL)
        continue;

      old_child = g_hash_table_lookup (old_children, child_key);
      g_hash_table_remove (old_children, child_key);
      if (old_child == NULL)
        enter_all (&self->new_side, new_child, child_key, key);
      else if (old_child != new_child)
        {
          enter (&self->old_side, old_child, child_key, key);
          enter (&self->new_side, new_child, child_key, key);
          walk (self, old_child, new_child, child_key);
        }
    }

  for (guint i = 0; i < old_keys->len; i++)
    if (old_keys->pdata[i] != NULL && g_hash_table_contains (old_children, old_keys->pdata[i]))
      enter_all (&self->old_side, jm_item_get_child (old_item, i), old_keys->pdata[i], key);
}

/* Order */

/* Marks the members of a longest increasing run of @places: they stay, the others have moved past them
 * (patience sorting; Fredman 1975). */
static void
find_those_that_stay (GArray   *places,
                      gboolean *stays)
{
  g_autofree guint *tails = g_new (guint, places->len + 1);   /* by length, the index of the least last member */
  g_autofree int *before = g_new (int, places->len + 1);
  guint length = 0;

  for (guint i = 0; i < places->len; i++)
    {
      guint low = 0;
      guint high = length;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (places, guint, tails[middle]) < g_array_index (places, guint, i))
            low = middle + 1;
          else
            high = middle;
        }

      before[i] = low > 0 ? (int) tails[low - 1] : -1;
      tails[low] = i;
      length = MAX (length, low + 1);
    }

  for (int i = length > 0 ? (int) tails[length - 1] : -1; i >= 0; i = before[i])
    stays[i] = TRUE;
}

/* Finds what moved among its siblings of one kind. */
static void
compare_order (Comparison *self,
               JmKind      kind,
               JmItem     *new_item,
               GPtrArray  *new_keys,
               GHashTable *old_places,
               const char *key)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *stays = NULL;

  for (guint i = 0; i < new_keys->len; i++)
    {
      gpointer place;

      if (new_keys->pdata[i] != NULL && jm_item_get_kind (jm_item_get_child (new_item, i)) == kind &&
          g_hash_table_lookup_extended (old_places, new_keys->pdata[i], NULL, &place))
        {
          guint number = GPOINTER_TO_UINT (place);

          g_array_append_val (places, number);
          g_array_append_val (indices, i);
        }
    }

  stays = g_new0 (gboolean, places->len + 1);
  find_those_that_stay (places, stays);
  for (guint i = 0; i < places->len; i++)
    if (!stays[i])
      {
        guint index = g_array_index (indices, guint, i);
        JmItem *child = jm_item_get_child (new_item, index);
        const char *child_key = new_keys->pdata[index];

        /* One that is shared has not been entered yet. */
        enter (&self->old_side, child, child_key, key);
        enter (&self->new_side, child, child_key, key);
        g_hash_table_add (self->moved, g_strdup (child_key));
      }
}

static void
compare_arrangement (Comparison  *self,
                     const Found *old_found,
                     const Found *new_found)
{
  g_autoptr(GPtrArray) old_keys = make_child_keys (old_found->item, new_found->key);
  g_autoptr(GPtrArray) new_keys = make_child_keys (new_found->item, new_found->key);
  g_autoptr(GHashTable) old_places = g_hash_table_new (jm_text_hash, g_str_equal);
  gboolean same = old_keys->len == new_keys->len;
  gboolean only_arranged = same;
  guint n_moved = g_hash_table_size (self->moved);

  for (guint i = 0; i < old_keys->len; i++)
    {
      if (same && g_strcmp0 (old_keys->pdata[i], new_keys->pdata[i]) != 0)
        same = FALSE;
      if (old_keys->pdata[i] != NULL)
        g_hash_table_insert (old_places, old_keys->pdata[i], GUINT_TO_POINTER (i));
    }
  if (same)
    return;

  for (guint kind = JM_KIND_MAP; kind < JM_KIND_FOREIGN; kind++)
    if (jm_item_count (new_found->item, kind) > 1)
      compare_order (self, kind, new_found->item, new_keys, old_places, new_found->key);

  /* A comment that stands elsewhere, or a note between other touchpoints. */
  for (guint i = 0; only_arranged && i < new_keys->len; i++)
    if (new_keys->pdata[i] != NULL && !g_hash_table_contains (old_places, new_keys->pdata[i]))
      only_arranged = FALSE;
  if (only_arranged && g_hash_table_size (self->moved) == n_moved)
    g_hash_table_add (self->arranged, g_strdup (new_found->key));
}

/* Result */

static gboolean
parts_equal (JmItem *a,
             JmItem *b)
{
  guint n_a = jm_item_get_n_children (a);
  guint n_b = jm_item_get_n_children (b);
  guint i = 0;
  guint j = 0;

  for (;;)
    {
      while (i < n_a && !is_part (jm_item_get_child (a, i)))
        i++;
      while (j < n_b && !is_part (jm_item_get_child (b, j)))
        j++;
      if (i == n_a || j == n_b)
        return i == n_a && j == n_b;
      if (!jm_item_equal (jm_item_get_child (a, i++), jm_item_get_child (b, j++)))
        return FALSE;
    }
}

static gboolean
is_edited (Comparison  *self,
           const Found *old_found,
           const Found *new_found)
{
  return old_found->item != new_found->item &&
         (!jm_item_equal_itself (old_found->item, new_found->item) ||
          !parts_equal (old_found->item, new_found->item) ||
          g_hash_table_contains (self->arranged, new_found->key));
}

static void
change_free (gpointer data)
{
  JmChange *change = data;

  g_clear_pointer (&change->old_item, jm_item_unref);
  g_clear_pointer (&change->new_item, jm_item_unref);
  g_free (change);
}

static void
report (GPtrArray    *changes,
        JmChangeType  type,
        JmItem       *old_item,
        JmItem       *new_item)
{
  JmChange *change = g_new (JmChange, 1);

  *change = (JmChange) {
    type,
    old_item != NULL ? jm_item_ref (old_item) : NULL,
    new_item != NULL ? jm_item_ref (new_item) : NULL,
  };
  g_ptr_array_add (changes, change);
}

static gboolean
surroundings_equal (JmMap *a,
                    JmMap *b)
{
  guint n_before = jm_map_get_n_before (a);
  guint n_after = jm_map_get_n_after (a);

  if (n_before != jm_map_get_n_before (b) || n_after != jm_map_get_n_after (b))
    return FALSE;
  for (guint i = 0; i < n_before; i++)
    if (!jm_item_equal (jm_map_get_before (a, i), jm_map_get_before (b, i)))
      return FALSE;
  for (guint i = 0; i < n_after; i++)
    if (!jm_item_equal (jm_map_get_after (a, i), jm_map_get_after (b, i)))
      return FALSE;

  return TRUE;
}

/**
 * jm_map_diff:
 * @old_map: a map
 * @new_map: another one
 *
 * Lists what differs, item by item: everything that has an id, emotions, and the map itself. An item that was moved and
 * edited is listed twice. What is in an item that was added or removed is listed as well. Of several items in another
 * order as few as possible count as moved; that others came or went does not move an item. First comes what is in the
 * new map, from the top down, then what is only in the old one. Nothing differs if and only if the maps are equal.
 *
 * Costs as much as the maps do not share, and a look at each child of what they do not share.
 *
 * Returns: (transfer full) (element-type JmChange): the differences, which hold references to their items
 */
GPtrArray *
jm_map_diff (JmMap *old_map,
             JmMap *new_map)
{
  static const char root_key[] = "map";
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr(GHashTable) moved = NULL;
  g_autoptr(GHashTable) arranged = NULL;
  JmItem *old_root, *new_root;
  Comparison self;
  guint n_matched;

  g_return_val_if_fail (old_map != NULL && new_map != NULL, changes);

  moved = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);
  arranged = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);
  old_root = jm_map_get_root (old_map);
  new_root = jm_map_get_root (new_map);
  self.moved = moved;
  self.arranged = arranged;
  side_init (&self.old_side);
  side_init (&self.new_side);

  enter (&self.old_side, old_root, root_key, NULL);
  enter (&self.new_side, new_root, root_key, NULL);
  if (!surroundings_equal (old_map, new_map))
    report (changes, JM_CHANGE_EDITED, old_root, new_root);
  if (old_root != new_root)
    walk (&self, old_root, new_root, root_key);

  /* What is entered by this is shared, and need not be looked into. */
  n_matched = self.new_side.list->len;
  for (guint i = 0; i < n_matched; i++)
    {
      const Found *new_found = self.new_side.list->pdata[i];
      const Found *old_found = g_hash_table_lookup (self.old_side.by_key, new_found->key);

      if (old_found != NULL && old_found->item != new_found->item)
        compare_arrangement (&self, old_found, new_found);
    }

  for (guint i = 0; i < self.new_side.list->len; i++)
    {
      const Found *new_found = self.new_side.list->pdata[i];
      const Found *old_found = g_hash_table_lookup (self.old_side.by_key, new_found->key);

      if (old_found == NULL)
        {
          report (changes, JM_CHANGE_ADDED, NULL, new_found->item);
          continue;
        }
      if (g_strcmp0 (old_found->parent_key, new_found->parent_key) != 0 || g_hash_table_contains (moved, new_found->key))
        report (changes, JM_CHANGE_MOVED, old_found->item, new_found->item);
      if (is_edited (&self, old_found, new_found) && !(i == 0 && changes->len > 0))
        report (changes, JM_CHANGE_EDITED, old_found->item, new_found->item);
    }

  for (guint i = 0; i < self.old_side.list->len; i++)
    {
      const Found *old_found = self.old_side.list->pdata[i];

      if (!g_hash_table_contains (self.new_side.by_key, old_found->key))
        report (changes, JM_CHANGE_REMOVED, old_found->item, NULL);
    }

  side_clear (&self.old_side);
  side_clear (&self.new_side);
  return changes;
}
