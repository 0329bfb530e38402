/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A three-way merge on three values, item by item and in each of them property by property. What only one side changed is
 * taken; what both changed otherwise stays as ours has it, and what theirs says is kept as a note on the map, in a lane of
 * its own at the place concerned, for people to choose. What one side removed and the other one changed is kept. */
#include "jm-merge.h"

#include "jm-merge-private.h"
#include "model/jm-hash.h"

#include <glib/gi18n.h>
#include <string.h>

/* So often is a merge done anew because something that it lets go is still referred to. */
#define MAX_ROUNDS 8

typedef struct
{
  GHashTable *base;       /* of JmPiece */
  GHashTable *ours;
  GHashTable *theirs;
  GHashTable *kept;       /* ids of what must stay, because something refers to it */
  GPtrArray  *conflicts;
  GPtrArray  *notes;      /* texts that wait for a phase or touchpoint; beside each its conflict */
  GPtrArray  *noted;
  GHashTable *used_ids;   /* of all three maps */
  char       *lane_id;    /* of the lane of what was not taken; NULL until there is something */
  guint       n_notes;
  gboolean    is_dutch;
  JmItem     *touchpoints_lane;
} Merge;

G_DEFINE_QUARK (jm-merge-error-quark, jm_merge_error)

static void
conflict_free (gpointer data)
{
  JmConflict *conflict = data;

  g_free (conflict->item_id);
  g_free (conflict->title);
  g_free (conflict->message);
  g_free (conflict->note_id);
  g_free (conflict);
}

/* Conflicts */

static char *
call (JmItem *item)
{
  const char *label = jm_item_get_kind (item) == JM_KIND_PICTURE ? jm_item_get (item, JM_ATTR_ALT)
                                                                 : jm_item_get_label (item);
  g_autofree char *line = g_strdelimit (g_strdup (label != NULL ? label : ""), "\n\t", ' ');

  if (*g_strstrip (line) == '\0')
    return g_strdup (jm_item_get_id (item) != NULL ? jm_item_get_id (item) : "…");

  return g_steal_pointer (&line);
}

/* @note is what was not taken, %NULL where nothing is lost. */
static void
tell (Merge  *self,
      JmItem *item,
      char   *message,
      char   *note)
{
  JmConflict *conflict = g_new0 (JmConflict, 1);

  conflict->item_id = jm_item_get_kind (item) != JM_KIND_MAP ? g_strdup (jm_item_get_id (item)) : NULL;
  conflict->title = call (item);
  conflict->message = message;
  g_ptr_array_add (self->conflicts, conflict);
  if (note != NULL)
    {
      g_ptr_array_add (self->notes, note);
      g_ptr_array_add (self->noted, conflict);
    }
}

static char *
make_id (Merge      *self,
         const char *wanted,
         guint       number)
{
  for (;; number++)
    {
      g_autofree char *id = number > 0 ? g_strdup_printf ("%s-%u", wanted, number) : g_strdup (wanted);

      if (!g_hash_table_contains (self->used_ids, id))
        {
          g_hash_table_add (self->used_ids, g_strdup (id));
          return g_steal_pointer (&id);
        }
    }
}

/* Puts what waits since @from onto a phase or touchpoint. */
static void
put_notes (Merge  *self,
           JmItem *item,
           guint   from)
{
  guint order = jm_kind_child_order (jm_item_get_kind (item), JM_KIND_NOTE);
  guint index = jm_item_get_n_children (item);

  if (self->notes->len <= from)
    return;

  if (self->lane_id == NULL)
    self->lane_id = make_id (self, "to-choose", 0);
  while (index > 0)
    {
      guint before = jm_kind_child_order (jm_item_get_kind (item), jm_item_get_kind (jm_item_get_child (item, index - 1)));

      if (before <= order || before == G_MAXUINT)
        break;
      index--;
    }

  for (guint i = from; i < self->notes->len; i++)
    {
      g_autofree char *id = make_id (self, "to-choose", ++self->n_notes);
      JmItem *note = jm_item_new (JM_KIND_NOTE, id);

      jm_item_set (note, JM_ATTR_LANE, self->lane_id);
      jm_item_set_text (note, self->notes->pdata[i]);
      jm_item_insert (item, index++, note);
      ((JmConflict *) self->noted->pdata[i])->note_id = g_steal_pointer (&id);
    }
  g_ptr_array_set_size (self->notes, from);
  g_ptr_array_set_size (self->noted, from);
}

/* What stays, and where */

static gboolean
is_wanted (Merge   *self,
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
is_alive (Merge      *self,
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
find_parent (Merge      *self,
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
tell_of_place (Merge      *self,
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
        tell (self, side->item, g_strdup (ours == NULL ? _("Ours removed this, and something in theirs refers to it: it is kept.")
                                                       : _("Theirs removed this, and something in ours refers to it: it is kept.")),
              NULL);
      else
        tell (self, side->item, g_strdup (ours == NULL ? _("Ours removed this, theirs changed it: it is kept.")
                                                       : _("Theirs removed this, ours changed it: it is kept.")), NULL);
      return;
    }

  if (g_strcmp0 (ours->parent_key, theirs->parent_key) != 0 && g_strcmp0 (base->parent_key, ours->parent_key) != 0 &&
      g_strcmp0 (base->parent_key, theirs->parent_key) != 0)
    {
      JmPiece *parent = jm_pieces_get (self->theirs, theirs->parent_key);
      g_autofree char *title = call (parent->item);

      tell (self, ours->item, g_strdup_printf (_("Both moved this; it is where ours has it. Theirs has it in “%s”."), title),
            NULL);
    }
}

/* Properties */

static char *
merge_votes (const char *base,
             const char *ours,
             const char *theirs)
{
  double b = 0, o = 0, t = 0;

  jm_number_parse (base != NULL ? base : "0", &b);
  jm_number_parse (ours != NULL ? ours : "0", &o);
  jm_number_parse (theirs != NULL ? theirs : "0", &t);

  return jm_number_format (CLAMP (o + t - b, 0, 1000000));
}

static gboolean
lists (const char * const *ids,
       const char         *id)
{
  return g_strv_contains (ids, id);
}

/* What either side added to a list of ids, without what either side took away. */
static char *
merge_ids (const char *base,
           const char *ours,
           const char *theirs)
{
  g_auto(GStrv) b = g_strsplit_set (base != NULL ? base : "", " \t\n\r", -1);
  g_auto(GStrv) o = g_strsplit_set (ours != NULL ? ours : "", " \t\n\r", -1);
  g_auto(GStrv) t = g_strsplit_set (theirs != NULL ? theirs : "", " \t\n\r", -1);
  GString *merged = g_string_new (NULL);

  for (guint i = 0; o[i] != NULL; i++)
    if (*o[i] != '\0' && (lists ((const char * const *) t, o[i]) || !lists ((const char * const *) b, o[i])))
      g_string_append_printf (merged, "%s%s", merged->len > 0 ? " " : "", o[i]);
  for (guint i = 0; t[i] != NULL; i++)
    if (*t[i] != '\0' && !lists ((const char * const *) o, t[i]) && !lists ((const char * const *) b, t[i]))
      g_string_append_printf (merged, "%s%s", merged->len > 0 ? " " : "", t[i]);

  return g_string_free (merged, FALSE);
}

static void
tell_of_value (Merge      *self,
               JmItem     *item,
               const char *name,
               const char *ours,
               const char *theirs)
{
  g_autofree char *title = call (item);

  tell (self, item,
        /* Translators: the name of a property as in the file, such as “owner”, then two values of it. */
        g_strdup_printf (_("Both changed “%s”: it is “%s” as in ours, and theirs has “%s”."), name,
                         ours != NULL ? ours : "", theirs != NULL ? theirs : ""),
        g_strdup_printf ("%s — %s: %s", title, name, theirs != NULL ? theirs : "—"));
}

/* @merged is what of both sides was copied, and is not sealed yet. */
static void
merge_attrs (Merge   *self,
             JmItem  *merged,
             JmPiece *base,
             JmPiece *ours,
             JmPiece *theirs)
{
  for (JmAttr attr = JM_ATTR_VERSION; attr < JM_N_ATTRS; attr++)
    {
      const char *b = base != NULL ? jm_item_get (base->item, attr) : NULL;
      const char *o = jm_item_get (ours->item, attr);
      const char *t = jm_item_get (theirs->item, attr);
      g_autofree char *both = NULL;

      if (o == NULL && t == NULL)
        continue;
      if (g_strcmp0 (o, t) == 0 || g_strcmp0 (b, t) == 0)
        {
          jm_item_set (merged, attr, o);
          continue;
        }
      if (g_strcmp0 (b, o) == 0)
        {
          jm_item_set (merged, attr, t);
          continue;
        }

      if (attr == JM_ATTR_VOTES)
        {
          both = merge_votes (b, o, t);
        }
      else if (attr == JM_ATTR_RESOLVES)
        {
          both = merge_ids (b, o, t);
        }
      else
        {
          both = g_strdup (o);
          tell_of_value (self, ours->item, jm_attr_get_name (attr), o, t);
        }
      jm_item_set (merged, attr, both != NULL && *both != '\0' ? both : NULL);
    }
}

static const char *
get_foreign (JmItem       *item,
             const JmName *name)
{
  for (guint i = 0; i < jm_item_get_n_foreign (item); i++)
    {
      const JmForeignAttr *foreign = jm_item_get_foreign (item, i);

      if (g_strcmp0 (foreign->name.uri, name->uri) == 0 && strcmp (foreign->name.local, name->local) == 0)
        return foreign->value;
    }

  return NULL;
}

/* Of attributes that we do not know, those which only theirs has are added. */
static void
merge_foreign (Merge   *self,
               JmItem  *merged,
               JmPiece *base,
               JmPiece *ours,
               JmPiece *theirs)
{
  for (guint i = 0; i < jm_item_get_n_namespaces (theirs->item); i++)
    {
      const JmName *namespace = jm_item_get_namespace (theirs->item, i);
      gboolean has = FALSE;

      for (guint j = 0; j < jm_item_get_n_namespaces (merged); j++)
        has = has || g_strcmp0 (jm_item_get_namespace (merged, j)->prefix, namespace->prefix) == 0;
      if (!has)
        jm_item_add_namespace (merged, namespace->prefix, namespace->uri);
    }

  for (guint i = 0; i < jm_item_get_n_foreign (theirs->item); i++)
    {
      const JmForeignAttr *foreign = jm_item_get_foreign (theirs->item, i);
      const char *b = base != NULL ? get_foreign (base->item, &foreign->name) : NULL;
      const char *o = get_foreign (merged, &foreign->name);

      if (o == NULL && b == NULL)
        jm_item_add_foreign (merged, foreign->name.prefix, foreign->name.uri, foreign->name.local, foreign->value);
      else if (g_strcmp0 (o, foreign->value) != 0 && g_strcmp0 (b, foreign->value) != 0)
        tell_of_value (self, ours->item, foreign->name.local, o, foreign->value);
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
get_item (Merge      *self,
          const char *key)
{
  JmPiece *ours = jm_pieces_get (self->ours, key);

  return ours != NULL ? ours->item : jm_pieces_get (self->theirs, key)->item;
}

static gboolean
belongs (Merge      *self,
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
order_children (Merge      *self,
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

static JmItem *merge_piece (Merge      *self,
                            const char *key);

/* @merged is a copy without children. */
static void
merge_children (Merge      *self,
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
        tell (self, ours->item, g_strdup (_("Both put what is in this in another order; it is in that of ours.")), NULL);
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
tell_of_text (Merge   *self,
              JmPiece *ours,
              JmPiece *theirs)
{
  JmItem *item = ours->item;
  const char *name = jm_kind_get_rule (jm_item_get_kind (item))->element;
  JmPiece *owner = jm_kind_get_rule (jm_item_get_kind (item))->has_id ? NULL : jm_pieces_get (self->ours, ours->parent_key);
  g_autofree char *title = call (owner != NULL ? owner->item : item);
  const char *said = jm_item_get_kind (item) == JM_KIND_PICTURE ? "…" : jm_item_get_text (theirs->item);

  tell (self, owner != NULL ? owner->item : item,
        g_strdup_printf (_("Both changed “%s”: it is “%s” as in ours, and theirs has “%s”."), name,
                         jm_item_get_kind (item) == JM_KIND_PICTURE ? "…" : jm_item_get_text (item), said),
        g_strdup_printf ("%s — %s: %s", title, name, said));
}

/* A text with what is in it: of one side or of the other. */
static JmItem *
merge_text (Merge   *self,
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
merge_piece (Merge      *self,
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
      merge_attrs (self, merged, base, ours, theirs);
      merge_foreign (self, merged, base, ours, theirs);
    }
  if (kind == JM_KIND_TOUCHPOINT || kind == JM_KIND_PHASE)
    put_notes (self, merged, first_note);

  return merged;
}

/* The map */

static JmItem *
make_lane (Merge *self)
{
  JmItem *lane = jm_item_new (JM_KIND_LANE, self->lane_id);

  jm_item_set (lane, JM_ATTR_KIND, "notes");
  /* In the language of the map, as all that stands on it. */
  jm_item_set_part (lane, JM_KIND_TITLE, self->is_dutch ? "Nog te kiezen" : "To choose");

  return lane;
}

/* What was not taken of the map itself goes onto its first phase; one without phases gets one. */
static void
finish_root (Merge  *self,
             JmItem *root)
{
  guint index;

  if (self->notes->len > 0)
    {
      JmItem *phase;

      for (index = 0; index < jm_item_get_n_children (root); index++)
        if (jm_item_get_kind (jm_item_get_child (root, index)) == JM_KIND_PHASE)
          break;
      if (index < jm_item_get_n_children (root))
        {
          phase = jm_item_copy (jm_item_get_child (root, index));
          put_notes (self, phase, 0);
          jm_item_replace (root, index, phase);
        }
      else
        {
          g_autofree char *id = make_id (self, "phase-to-choose", 0);

          phase = jm_item_new (JM_KIND_PHASE, id);
          put_notes (self, phase, 0);
          jm_item_append (root, phase);
        }
    }

  if (self->lane_id == NULL)
    return;

  index = 0;
  for (guint i = 0; i < jm_item_get_n_children (root); i++)
    if (jm_kind_child_order (JM_KIND_MAP, jm_item_get_kind (jm_item_get_child (root, i))) <=
        jm_kind_child_order (JM_KIND_MAP, JM_KIND_LANE))
      index = i + 1;
  jm_item_insert (root, index, make_lane (self));
}

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
keep_what_is_referred_to (Merge *self,
                          JmMap *merged)
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
merge_once (Merge *self,
            JmMap *ours,
            JmMap *theirs)
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
  finish_root (self, root);

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
  Merge self = { NULL };
  const char *lang;
  const char *id = NULL;
  JmMap *merged = NULL;

  g_return_val_if_fail (base != NULL && ours != NULL && theirs != NULL && conflicts != NULL, NULL);

  self.base = jm_pieces_new (base);
  self.ours = jm_pieces_new (ours);
  self.theirs = jm_pieces_new (theirs);
  self.kept = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);
  self.used_ids = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);
  self.conflicts = g_ptr_array_new_with_free_func (conflict_free);
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
