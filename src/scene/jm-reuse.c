/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit makes the item that it touches another one, and with it all that it lies in; the others are the same items as
 * before, most often in the same order. So the two plans are gone through side by side. */
#include "jm-reuse.h"

#include <string.h>

/* Where many things changed places at once it is cheaper to measure them than to look for them. */
#define PATIENCE 16384

/**
 * jm_reuse_begin:
 * @self: (out): what is to be reused
 * @from: (nullable): a plan of the phase as it was, with the same rows and feelers; its cards will be missing
 * @tones: of the phase as it is now
 *
 * Begins to take over. Ended by jm_reuse_end().
 */
void
jm_reuse_begin (JmReuse       *self,
                JmPlan        *from,
                const JmTones *tones)
{
  *self = (JmReuse) { from };
  if (from == NULL)
    return;

  self->next = g_new0 (guint, from->n_cells);
  self->patience = PATIENCE;
  self->same_tones = memcmp (&from->tones, tones, sizeof *tones) == 0;
}

void
jm_reuse_end (JmReuse *self)
{
  g_free (self->next);
}

/**
 * jm_reuse_take_card:
 * @self: what is to be reused
 * @cell: which cell it is in
 * @look: how it looks
 * @item: what it shows
 * @room: the width that it was offered
 *
 * Returns: (transfer full) (nullable): the card, measured, or %NULL when there is none. What else it depends on is for
 *   the caller to compare
 */
JmCard *
jm_reuse_take_card (JmReuse          *self,
                    guint             cell,
                    const JmCardLook *look,
                    JmItem           *item,
                    double            room)
{
  GPtrArray *cards;
  guint first;

  if (self->from == NULL)
    return NULL;

  cards = self->from->cells[cell].cards;
  first = self->next[cell];
  for (guint i = 0; i < cards->len && self->patience > 0; i++)
    {
      guint at = (first + i) % cards->len;
      JmCard *card = g_ptr_array_index (cards, at);

      if (card != NULL && card->item == item && card->look == look)
        {
          self->next[cell] = at + 1;
          if (card->room != room)
            return NULL;
          g_ptr_array_index (cards, at) = NULL;
          if (!self->same_tones)
            g_clear_pointer (&card->drawn, jm_group_unref);
          return card;
        }
      /* The same thing, edited. */
      if (i == 0 && card != NULL && card->look == look &&
          g_strcmp0 (jm_item_get_id (card->item), jm_item_get_id (item)) == 0)
        {
          self->next[cell] = at + 1;
          return NULL;
        }
      self->patience--;
    }

  return NULL;
}

/**
 * jm_reuse_find_slot:
 * @self: what is to be reused
 * @touchpoint: a touchpoint
 *
 * Returns: (transfer none) (nullable): its slot in the plan before
 */
const JmSlot *
jm_reuse_find_slot (JmReuse *self,
                    JmItem  *touchpoint)
{
  GArray *slots;
  guint first;

  if (self->from == NULL)
    return NULL;

  slots = self->from->slots;
  first = self->next_slot;
  for (guint i = 0; i < slots->len && self->patience > 0; i++)
    {
      guint at = (first + i) % slots->len;
      const JmSlot *slot = &g_array_index (slots, JmSlot, at);

      if (slot->touchpoint == touchpoint)
        {
          self->next_slot = at + 1;
          return slot;
        }
      if (i == 0 && g_strcmp0 (jm_item_get_id (slot->touchpoint), jm_item_get_id (touchpoint)) == 0)
        {
          self->next_slot = at + 1;
          return NULL;
        }
      self->patience--;
    }

  return NULL;
}
