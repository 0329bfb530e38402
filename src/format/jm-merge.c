/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A three-way merge on three values, item by item and in each of them property by property. What only one side changed is
 * taken; what both changed otherwise stays as ours has it, and what theirs says is kept as a note on the map, in a lane of
 * its own at the place concerned, for people to choose. What one side removed and the other one changed is kept. */
#include "jm-merge.h"

#include "jm-merge-private.h"
#include "model/jm-hash.h"
#include "model/jm-names.h"

#include <glib/gi18n.h>
#include <string.h>

/* So often is a merge done anew because something that it lets go is still referred to. */
#define MAX_ROUNDS 8

G_DEFINE_QUARK (jm-merge-error-quark, jm_merge_error)

/* What stays, and where */

static gboolean
is_wanted (JmMerge *self,
           JmPiece *piece)
{
  return jm_item_get_id (piece->item) != NULL && g_hash_table_contains (self->kept, jm_item_get_id (piece->item));
}

/* Whether a side changed, moved or filled what it has from the base. */
static gboolean
has_changed (JmPiece *base,
             JmPiece *side)
{
  return g_strcmp0 (base->parent_key, side->parent_key) != 0 || !jm_item_equal (base->item, side->item);
}

static gboolean
is_alive (JmMerge    *self,
          const char *key)
{
  JmPiece *base = jm_pieces_get (self->base, key);
  JmPiece *ours = jm_pieces_get (self->ours, key);
  JmPiece *theirs = jm_pieces_get (self->theirs, key);
  JmPiece *side = ours != NULL ? ours : theirs;

  if (side == NULL)
    return FALSE;
  if (base == NULL || (ours != NULL && theirs != NULL))
    return TRUE;

  if (has_changed (base, side) || is_wanted (self, side))
    return TRUE;

  /* It went with what it was in; where that stays, so does all that was in it. */
  return base->parent_key != NULL && jm_pieces_get (ours == NULL ? self->ours : self->theirs, base->parent_key) == NULL &&
         is_alive (self, base->parent_key);
}

static const char *
find_parent (JmMerge    *self,
             const char *key)
{
  JmPiece *base = jm_pieces_get (self->base, key);
  JmPiece *ours = jm_pieces_get (self->ours, key);
  JmPiece *theirs = jm_pieces_get (self->theirs, key);

  if (ours == NULL || theirs == NULL)
    return (ours != NULL ? ours : theirs)->parent_key;
  if (base != NULL && g_strcmp0 (base->parent_key, ours->parent_key) == 0)
    return theirs->parent_key;

  return ours->parent_key;
}

/* Told of once, where the item is put together. */
static void
tell_of_place (JmMerge    *self,
               const char *key)
{
  JmPiece *base = jm_pieces_get (self->base, key);
  JmPiece *ours = jm_pieces_get (self->ours, key);
  JmPiece *theirs = jm_pieces_get (self->theirs, key);
  JmPiece *side = ours != NULL ? ours : theirs;

  if (base == NULL)
    return;

  if (ours == NULL || theirs == NULL)
    {
      /* A comment that one side took away is not worth a choice; nor is a title, which the other side wrote anew. */
      if (jm_item_get_id (side->item) == NULL && jm_item_get_kind (side->item) != JM_KIND_EMOTION)
        return;
      /* Within something that is told of already, the whole is what one chooses. */
      if (jm_pieces_get (ours == NULL ? self->ours : self->theirs, base->parent_key) == NULL)
        return;
      if (!has_changed (base, side))
        jm_merge_tell (self, side->item,
                       g_strdup (ours == NULL ? _("Ours removed this, and something in theirs refers to it: it is kept.")
                                              : _("Theirs removed this, and something in ours refers to it: it is kept.")),
                       NULL);
      else
        jm_merge_tell (self, side->item,
                       g_strdup (ours == NULL ? _("Ours removed this, theirs changed it: it is kept.")
                                              : _("Theirs removed this, ours changed it: it is kept.")),
                       NULL);
      return;
    }

  if (g_strcmp0 (ours->parent_key, theirs->parent_key) != 0 && g_strcmp0 (base->parent_key, ours->parent_key) != 0 &&
      g_strcmp0 (base->parent_key, theirs->parent_key) != 0)
    {
      JmPiece *parent = jm_pieces_get (self->theirs, theirs->parent_key);
      g_autofree char *title = jm_item_call (parent->item);

      jm_merge_tell (self, ours->item,
                     g_strdup_printf (_("Both moved this; it is where ours has it. Theirs has it in “%s”."), title), NULL);
    }
}

/* Children */

/* Whether a side has in another order what it has from the base. */
static gboolean
is_reordered (JmPiece *base,
              JmPiece *side)
{
  g_autoptr(GHashTable) places = g_hash_table_new (jm_text_hash, g_str_equal);
  guint last = 0;

  if (base == NULL)
    return FALSE;

  for (guint i = 0; i < base->child_keys->len; i++)
    g_hash_table_insert (places, base->child_keys->pdata[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < side->child_keys->len; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, side->child_keys->pdata[i]));

      if (place == 0)
        continue;
      if (place < last)
        return TRUE;
      last = place;
    }

  return FALSE;
}

static JmItem *
get_item (JmMerge    *self,
          const char *key)
{
  JmPiece *ours = jm_pieces_get (self->ours, key);

  return ours != NULL ? ours->item : jm_pieces_get (self->theirs, key)->item;
}

static gboolean
belongs (JmMerge    *self,
         const char *key,
         const char *parent_key)
{
  JmItem *item;

  if (!is_alive (self, key) || g_strcmp0 (find_parent (self, key), parent_key) != 0)
    return FALSE;

  /* A map has one lane of touchpoints, and if both made one it is ours. */
  item = get_item (self, key);

  return !(jm_item_get_kind (item) == JM_KIND_LANE && self->touchpoints_lane != NULL && item != self->touchpoints_lane &&
           g_strcmp0 (jm_item_get (item, JM_ATTR_KIND), "touchpoints") == 0);
}

/* The keys of what is to be in @key: in the order of @first, with what only @second has behind what stands before it there. */
static GQueue *
order_children (JmMerge    *self,
                const char *key,
                JmPiece    *first,
                JmPiece    *second,
                GHashTable *second_side)
{
  g_autoptr(GHashTable) links = g_hash_table_new (jm_text_hash, g_str_equal);
  GQueue *keys = g_queue_new ();
  GList *before = NULL;

  for (guint i = 0; first != NULL && i < first->child_keys->len; i++)
    if (belongs (self, first->child_keys->pdata[i], key))
      {
        g_queue_push_tail (keys, first->child_keys->pdata[i]);
        g_hash_table_insert (links, first->child_keys->pdata[i], keys->tail);
      }

  for (guint i = 0; second != NULL && i < second->child_keys->len; i++)
    {
      char *child = second->child_keys->pdata[i];
      GList *link = g_hash_table_lookup (links, child);
      GList *behind;

      if (link != NULL)
        {
          before = link;
          continue;
        }
      if (!belongs (self, child, key))
        continue;

      /* Behind what the first side added at the same place, of the same kind. */
      behind = before != NULL ? before->next : keys->head;
      while (behind != NULL && jm_pieces_get (second_side, behind->data) == NULL &&
             jm_pieces_get (self->base, behind->data) == NULL &&
             jm_item_get_kind (get_item (self, behind->data)) == jm_item_get_kind (get_item (self, child)))
        behind = behind->next;
      if (behind != NULL)
        {
          g_queue_insert_before (keys, behind, child);
          before = behind->prev;
        }
      else
        {
          g_queue_push_tail (keys, child);
          before = keys->tail;
        }
      g_hash_table_insert (links, child, before);
    }

  return keys;
}

static JmItem *merge_piece (JmMerge    *self,
                            const char *key);

/* @merged is a copy without children. */
static void
merge_children (JmMerge    *self,
                const char *key,
                JmItem     *merged)
{
  JmPiece *base = jm_pieces_get (self->base, key);
  JmPiece *ours = jm_pieces_get (self->ours, key);
  JmPiece *theirs = jm_pieces_get (self->theirs, key);
  gboolean theirs_first = ours == NULL;
  GQueue *keys;

  if (ours != NULL && theirs != NULL && is_reordered (base, theirs))
    {
      theirs_first = !is_reordered (base, ours);
      if (!theirs_first && is_reordered (ours, theirs))
        jm_merge_tell (self, ours->item, g_strdup (_("Both put what is in this in another order; it is in that of ours.")), NULL);
    }

  keys = theirs_first ? order_children (self, key, theirs, ours, self->ours)
                      : order_children (self, key, ours, theirs, self->theirs);
  for (GList *link = keys->head; link != NULL; link = link->next)
    jm_item_append (merged, merge_piece (self, link->data));
  g_queue_free (keys);
}

/* Items */

static JmItem *
copy_without_children (JmItem *item)
{
  JmItem *copy = jm_item_copy (item);

  while (jm_item_get_n_children (copy) > 0)
    jm_item_remove (copy, jm_item_get_n_children (copy) - 1);

  return copy;
}

static gboolean
same_content (JmItem *a,
              JmItem *b)
{
  if (strcmp (jm_item_get_text (a), jm_item_get_text (b)) != 0 || jm_item_get_n_children (a) != jm_item_get_n_children (b))
    return FALSE;
  for (guint i = 0; i < jm_item_get_n_children (a); i++)
    if (!jm_item_equal (jm_item_get_child (a, i), jm_item_get_child (b, i)))
      return FALSE;

  return TRUE;
}

/* A title is that of what it is in; so is the conflict. */
static void
tell_of_text (JmMerge *self,
              JmPiece *ours,
              JmPiece *theirs)
{
  const JmKindRule *rule = jm_kind_get_rule (jm_item_get_kind (ours->item));
  JmPiece *owner = rule->has_id ? NULL : jm_pieces_get (self->ours, ours->parent_key);
  gboolean is_picture = rule->kind == JM_KIND_PICTURE;

  jm_merge_tell_of_value (self, owner != NULL ? owner->item : ours->item, rule->element,
                          is_picture ? "…" : jm_item_get_text (ours->item),
                          is_picture ? "…" : jm_item_get_text (theirs->item));
}

/* A text with what is in it: of one side or of the other. */
static JmItem *
merge_text (JmMerge *self,
            JmPiece *base,
            JmPiece *ours,
            JmPiece *theirs)
{
  if (same_content (ours->item, theirs->item) || (base != NULL && same_content (base->item, theirs->item)))
    return jm_item_copy (ours->item);
  if (base != NULL && same_content (base->item, ours->item))
    return jm_item_copy (theirs->item);

  tell_of_text (self, ours, theirs);

  return jm_item_copy (ours->item);
}

static JmItem *
merge_piece (JmMerge    *self,
             const char *key)
{
  JmPiece *base = jm_pieces_get (self->base, key);
  JmPiece *ours = jm_pieces_get (self->ours, key);
  JmPiece *theirs = jm_pieces_get (self->theirs, key);
  JmPiece *side = ours != NULL ? ours : theirs;
  JmKind kind = jm_item_get_kind (side->item);
  guint first_note = self->notes->len;
  JmItem *merged;

  tell_of_place (self, key);

  if (kind >= JM_KIND_FOREIGN)
    return jm_item_ref (side->item);

  if (jm_kind_get_rule (kind)->has_text)
    {
      merged = ours != NULL && theirs != NULL ? merge_text (self, base, ours, theirs) : jm_item_copy (side->item);
    }
  else
    {
      merged = copy_without_children (side->item);
      merge_children (self, key, merged);
    }

  if (ours != NULL && theirs != NULL)
    {
      jm_merge_attrs (self, merged, base, ours, theirs);
      jm_merge_foreign (self, merged, base, ours, theirs);
    }
  if (kind == JM_KIND_TOUCHPOINT || kind == JM_KIND_PHASE)
    jm_merge_put_notes (self, merged, first_note);

  return merged;
}

/* The map */

static void
enter_ids (GHashTable *pieces,
           GHashTable *ids)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, pieces);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (jm_item_get_id (((JmPiece *) value)->item) != NULL)
      g_hash_table_add (ids, g_strdup (jm_item_get_id (((JmPiece *) value)->item)));
}

/* Ids that @item and all in it refer to. */
static void
collect_references (JmItem     *item,
                    GHashTable *referred)
{
  const JmKindRule *rule = jm_kind_get_rule (jm_item_get_kind (item));

  for (guint i = 0; i < rule->n_attrs; i++)
    {
      const char *value = jm_item_get (item, rule->attrs[i].attr);

      if (value == NULL || rule->kind == JM_KIND_DISMISSED || rule->kind == JM_KIND_HINT)
        continue;
      if (rule->attrs[i].type == JM_VALUE_REFERENCE || rule->attrs[i].type == JM_VALUE_REFERENCES)
        {
          g_auto(GStrv) ids = g_strsplit_set (value, " \t\n\r", -1);

          for (guint j = 0; ids[j] != NULL; j++)
            if (*ids[j] != '\0')
              g_hash_table_add (referred, g_strdup (ids[j]));
        }
    }
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    if (jm_item_get_kind (jm_item_get_child (item, i)) < JM_KIND_FOREIGN)
      collect_references (jm_item_get_child (item, i), referred);
}

/* What the merge refers to and let go is to stay after all. */
static gboolean
keep_what_is_referred_to (JmMerge *self,
                          JmMap   *merged)
{
  g_autoptr(GHashTable) referred = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;
  gboolean any = FALSE;

  collect_references (jm_map_get_root (merged), referred);
  g_hash_table_iter_init (&iter, referred);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (self->used_ids, key) && jm_map_find (merged, key) == NULL)
      any = g_hash_table_add (self->kept, g_strdup (key)) || any;

  return any;
}

/* Comments before or after the root: ours, and what only theirs has. */
static GPtrArray *
merge_surroundings (JmMap *ours,
                    JmMap *theirs,
                    guint  (* count) (JmMap *),
                    JmItem *(* get) (JmMap *, guint))
{
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_item_unref);

  for (guint i = 0; i < count (ours); i++)
    g_ptr_array_add (merged, jm_item_ref (get (ours, i)));
  for (guint i = 0; i < count (theirs); i++)
    {
      gboolean has = FALSE;

      for (guint j = 0; j < merged->len && !has; j++)
        has = jm_item_equal (merged->pdata[j], get (theirs, i));
      if (!has)
        g_ptr_array_add (merged, jm_item_ref (get (theirs, i)));
    }

  return merged;
}

static JmMap *
merge_once (JmMerge *self,
            JmMap   *ours,
            JmMap   *theirs)
{
  JmItem *root;

  g_ptr_array_set_size (self->conflicts, 0);
  g_ptr_array_set_size (self->notes, 0);
  g_ptr_array_set_size (self->noted, 0);
  g_clear_pointer (&self->lane_id, g_free);
  self->n_notes = 0;
  g_hash_table_remove_all (self->used_ids);
  enter_ids (self->base, self->used_ids);
  enter_ids (self->ours, self->used_ids);
  enter_ids (self->theirs, self->used_ids);

  root = merge_piece (self, JM_ROOT_KEY);
  jm_merge_finish_root (self, root);

  return jm_map_new_with_prolog (root, merge_surroundings (ours, theirs, jm_map_get_n_before, jm_map_get_before),
                                 merge_surroundings (ours, theirs, jm_map_get_n_after, jm_map_get_after));
}

/**
 * jm_merge:
 * @base: the map that both were made from
 * @ours: one of them
 * @theirs: the other one
 * @conflicts: (out) (transfer full) (element-type JmConflict): where a person must choose
 * @error: return location for a %JM_MERGE_ERROR
 *
 * Brings two maps together. Votes that were cast on both sides add up; links to pain points, too. Nothing is lost: where both
 * changed the same, ours is in place and theirs is on the map as a note, in a lane “To choose”; what one removed and the
 * other one changed, or refers to, stays. The same three maps give the same map each time.
 *
 * Returns: (transfer full) (nullable): the merged map; %NULL with @error set when the three are no versions of one map
 */
JmMap *
jm_merge (JmMap      *base,
          JmMap      *ours,
          JmMap      *theirs,
          GPtrArray **conflicts,
          GError    **error)
{
  JmMerge self = { NULL };
  const char *lang;
  const char *id = NULL;
  JmMap *merged = NULL;

  g_return_val_if_fail (base != NULL && ours != NULL && theirs != NULL && conflicts != NULL, NULL);

  self.base = jm_pieces_new (base);
  self.ours = jm_pieces_new (ours);
  self.theirs = jm_pieces_new (theirs);
  self.kept = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);
  self.used_ids = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);
  self.conflicts = g_ptr_array_new_with_free_func (jm_conflict_free);
  self.notes = g_ptr_array_new_with_free_func (g_free);
  self.noted = g_ptr_array_new ();
  lang = jm_item_get (jm_map_get_root (ours), JM_ATTR_LANG);
  self.is_dutch = lang != NULL && g_ascii_strncasecmp (lang, "nl", 2) == 0;
  self.touchpoints_lane = jm_map_get_lane (ours, "touchpoints");

  if (!jm_pieces_agree (self.ours, self.theirs, &id) || !jm_pieces_agree (self.base, self.ours, &id) ||
      !jm_pieces_agree (self.base, self.theirs, &id))
    g_set_error (error, JM_MERGE_ERROR, JM_MERGE_ERROR_NOT_RELATED,
                 _("These are no versions of one map: the id “%s” means one thing in one and another in the other."), id);
  else
    for (guint round = 0; round < MAX_ROUNDS; round++)
      {
        g_clear_pointer (&merged, jm_map_unref);
        merged = merge_once (&self, ours, theirs);
        if (!keep_what_is_referred_to (&self, merged))
          break;
      }

  *conflicts = g_ptr_array_ref (self.conflicts);
  g_hash_table_unref (self.base);
  g_hash_table_unref (self.ours);
  g_hash_table_unref (self.theirs);
  g_hash_table_unref (self.kept);
  g_hash_table_unref (self.used_ids);
  g_ptr_array_unref (self.conflicts);
  g_ptr_array_unref (self.notes);
  g_ptr_array_unref (self.noted);
  g_free (self.lane_id);

  return merged;
}
