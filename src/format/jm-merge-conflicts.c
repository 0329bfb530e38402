/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a merge leaves to people: each conflict with a message, and what was not taken as a note on the map. */
#include "config.h"

#include "jm-merge-private.h"

#include "model/jm-names.h"

/* Of the lane; those of the notes are made of it. */
#define LANE_ID "to-choose"

/**
 * jm_conflict_free:
 * @data: (transfer full): a #JmConflict
 */
void
jm_conflict_free (gpointer data)
{
  JmConflict *conflict = data;

  g_free (conflict->item_id);
  g_free (conflict->title);
  g_free (conflict->message);
  g_free (conflict->note_id);
  g_free (conflict);
}

/**
 * jm_merge_tell:
 * @self: a merge
 * @item: what a person must look at
 * @message: (transfer full): what was done there
 * @note: (transfer full) (nullable): what was not taken, %NULL where nothing is lost
 */
void
jm_merge_tell (JmMerge *self,
               JmItem  *item,
               char    *message,
               char    *note)
{
  JmConflict *conflict = g_new0 (JmConflict, 1);

  conflict->item_id = jm_item_get_kind (item) != JM_KIND_MAP ? g_strdup (jm_item_get_id (item)) : NULL;
  conflict->title = jm_item_call (item);
  conflict->message = g_strdelimit (message, "\n\t", ' ');
  g_ptr_array_add (self->conflicts, conflict);
  if (note != NULL)
    {
      g_ptr_array_add (self->notes, note);
      g_ptr_array_add (self->noted, conflict);
    }
}

static char *
make_id (JmMerge    *self,
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

/* The lane of a merge before, if it is shown, or else a new one. */
static void
choose_lane (JmMerge *self)
{
  g_autofree char *key = g_strdup_printf ("%u " LANE_ID, JM_KIND_LANE);
  JmPiece *before = jm_pieces_get (self->ours, key);

  self->has_lane = before != NULL && !jm_item_get_boolean (before->item, JM_ATTR_HIDDEN) &&
                   g_strcmp0 (jm_item_get (before->item, JM_ATTR_KIND), "notes") == 0;
  self->lane_id = self->has_lane ? g_strdup (LANE_ID) : make_id (self, LANE_ID, 0);
}

/**
 * jm_merge_put_notes:
 * @self: a merge
 * @item: a phase or touchpoint
 * @from: how many notes wait for something further out
 *
 * Puts the notes that wait onto @item.
 */
void
jm_merge_put_notes (JmMerge *self,
                    JmItem  *item,
                    guint    from)
{
  guint order = jm_kind_child_order (jm_item_get_kind (item), JM_KIND_NOTE);
  guint index = jm_item_get_n_children (item);

  if (self->notes->len <= from)
    return;

  if (self->lane_id == NULL)
    choose_lane (self);
  while (index > 0)
    {
      guint before = jm_kind_child_order (jm_item_get_kind (item), jm_item_get_kind (jm_item_get_child (item, index - 1)));

      if (before <= order || before == G_MAXUINT)
        break;
      index--;
    }

  for (guint i = from; i < self->notes->len; i++)
    {
      g_autofree char *id = make_id (self, LANE_ID, ++self->n_notes);
      JmItem *note = jm_item_new (JM_KIND_NOTE, id);

      jm_item_set (note, JM_ATTR_LANE, self->lane_id);
      jm_item_set_text (note, self->notes->pdata[i]);
      jm_item_insert (item, index++, note);
      ((JmConflict *) self->noted->pdata[i])->note_id = g_steal_pointer (&id);
    }
  g_ptr_array_set_size (self->notes, from);
  g_ptr_array_set_size (self->noted, from);
}

static JmItem *
make_lane (JmMerge *self)
{
  JmItem *lane = jm_item_new (JM_KIND_LANE, self->lane_id);

  jm_item_set (lane, JM_ATTR_KIND, "notes");
  /* In the language of the map, as all that stands on it. */
  jm_item_set_part (lane, JM_KIND_TITLE, self->is_dutch ? "Nog te kiezen" : "To choose");

  return lane;
}

/**
 * jm_merge_finish_root:
 * @self: a merge
 * @root: the merged map
 *
 * Puts what was not taken of the map itself onto its first phase; one without phases gets one. Gives the notes a lane if
 * there is none from before.
 */
void
jm_merge_finish_root (JmMerge *self,
                      JmItem  *root)
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
          jm_merge_put_notes (self, phase, 0);
          jm_item_replace (root, index, phase);
        }
      else
        {
          g_autofree char *id = make_id (self, "phase-to-choose", 0);

          phase = jm_item_new (JM_KIND_PHASE, id);
          jm_merge_put_notes (self, phase, 0);
          jm_item_append (root, phase);
        }
    }

  if (self->lane_id == NULL || self->has_lane)
    return;

  index = 0;
  for (guint i = 0; i < jm_item_get_n_children (root); i++)
    if (jm_kind_child_order (JM_KIND_MAP, jm_item_get_kind (jm_item_get_child (root, i))) <=
        jm_kind_child_order (JM_KIND_MAP, JM_KIND_LANE))
      index = i + 1;
  jm_item_insert (root, index, make_lane (self));
}
