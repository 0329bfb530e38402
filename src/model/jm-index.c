/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmIndex: an open-addressing hash table from the ids inside one phase to their places in it. */
#include "jm-index.h"

#include "jm-hash.h"

#include <string.h>

struct _JmIndex
{
  guint        mask;
  JmIndexEntry entries[];   /* mask + 1 of them; item is NULL where there is none */
};

guint32
jm_index_hash (const char *id)
{
  return jm_text_hash (id);
}

static guint
count_ids (JmItem *item)
{
  guint n = jm_item_get_id (item) != NULL ? 1 : 0;
  guint n_children = jm_item_get_n_children (item);

  for (guint i = 0; i < n_children; i++)
    n += count_ids (jm_item_get_child (item, i));

  return n;
}

/* The first of two items with the same id is the one that is found. */
static void
enter (JmIndex *self,
       JmItem  *item,
       JmItem  *parent,
       JmItem  *touchpoint,
       guint    index)
{
  const char *id = jm_item_get_id (item);
  guint n_children = jm_item_get_n_children (item);

  if (jm_item_get_kind (item) == JM_KIND_TOUCHPOINT)
    touchpoint = item;

  if (id != NULL)
    {
      guint32 hash = jm_index_hash (id);
      guint slot = hash & self->mask;

      while (self->entries[slot].item != NULL)
        {
          if (self->entries[slot].hash == hash && strcmp (jm_item_get_id (self->entries[slot].item), id) == 0)
            break;
          slot = (slot + 1) & self->mask;
        }

      if (self->entries[slot].item == NULL)
        self->entries[slot] = (JmIndexEntry) { item, parent, touchpoint, hash, index };
    }

  for (guint i = 0; i < n_children; i++)
    enter (self, jm_item_get_child (item, i), item, touchpoint, i);
}

/* What is in @phase, which is not entered itself since its own place depends on the map. */
JmIndex *
jm_index_new (JmItem *phase)
{
  guint n_children = jm_item_get_n_children (phase);
  guint size = 8;
  guint n = count_ids (phase);
  JmIndex *self;

  while (size < n + n / 2)
    size *= 2;

  self = g_malloc0 (sizeof (JmIndex) + size * sizeof (JmIndexEntry));
  self->mask = size - 1;
  for (guint i = 0; i < n_children; i++)
    enter (self, jm_item_get_child (phase, i), phase, NULL, i);

  return self;
}

/**
 * jm_index_free:
 * @self: (transfer full): an index
 */
void
jm_index_free (JmIndex *self)
{
  g_free (self);
}

const JmIndexEntry *
jm_index_look_up (JmIndex    *self,
                  const char *id,
                  guint32     hash)
{
  for (guint slot = hash & self->mask; self->entries[slot].item != NULL; slot = (slot + 1) & self->mask)
    if (self->entries[slot].hash == hash && strcmp (jm_item_get_id (self->entries[slot].item), id) == 0)
      return &self->entries[slot];

  return NULL;
}
