/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known by its name in an import: personas, channels and lanes of notes, and pain points by what they say. */
#include "config.h"

#include "jm-import-draft.h"

#include <string.h>

/* Personas, channels and lanes of notes are known by their names; capitals do not matter. */
static char *
make_key (JmKind      kind,
          const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_strdup_printf ("%u %s", kind, g_strstrip (folded));
}

/**
 * jm_draft_name_item:
 * @self: a draft
 * @kind: persona, channel or lane
 * @name: its name
 * @items: those of that kind
 *
 * Returns: (transfer none) (nullable): the id of the one of that name, which is made if need be; %NULL when the import was
 *   given up
 */
const char *
jm_draft_name_item (JmDraft    *self,
                    JmKind      kind,
                    const char *name,
                    GPtrArray  *items)
{
  g_autofree char *key = make_key (kind, name);
  const char *id = g_hash_table_lookup (self->ids, key);
  g_autofree char *stripped = NULL;
  JmItem *item;

  if (id != NULL)
    return id;

  stripped = g_strstrip (g_strdup (name));
  item = jm_draft_add (self, kind, stripped);
  if (jm_item_get_id (item) == NULL)
    {
      jm_item_unref (item);
      return NULL;
    }
  if (kind == JM_KIND_LANE)
    jm_item_set (item, JM_ATTR_KIND, "notes");
  g_ptr_array_add (items, item);
  g_hash_table_insert (self->ids, g_steal_pointer (&key), g_strdup (jm_item_get_id (item)));

  return jm_item_get_id (item);
}

/**
 * jm_draft_name_persona:
 * @self: a draft
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the id of the persona of that name, who is made if need be; %NULL for no name
 */
const char *
jm_draft_name_persona (JmDraft    *self,
                       const char *name)
{
  if (name == NULL || *name == '\0')
    return NULL;

  return jm_draft_name_item (self, JM_KIND_PERSONA, name, self->personas);
}

/**
 * jm_draft_get_persona:
 * @self: a draft
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the persona of that name, made if need be, still to be filled
 */
JmItem *
jm_draft_get_persona (JmDraft    *self,
                      const char *name)
{
  const char *id = jm_draft_name_persona (self, name);

  for (guint i = 0; id != NULL && i < self->personas->len; i++)
    if (strcmp (jm_item_get_id (self->personas->pdata[i]), id) == 0)
      return self->personas->pdata[i];

  return NULL;
}

/**
 * jm_draft_remember:
 * @self: a draft
 * @item: a pain point
 *
 * Keeps it in mind by what it says, for opportunities that resolve it.
 */
void
jm_draft_remember (JmDraft *self,
                   JmItem  *item)
{
  if (jm_item_get_id (item) != NULL)
    g_hash_table_insert (self->ids, make_key (jm_item_get_kind (item), jm_item_get_text (item)),
                         g_strdup (jm_item_get_id (item)));
}

/**
 * jm_draft_recall:
 * @self: a draft
 * @text: what a pain point says
 *
 * Returns: (transfer none) (nullable): its id, %NULL if none was remembered
 */
const char *
jm_draft_recall (JmDraft    *self,
                 const char *text)
{
  g_autofree char *key = make_key (JM_KIND_PAIN_POINT, text);

  return g_hash_table_lookup (self->ids, key);
}

/**
 * jm_draft_has_persona:
 * @self: a draft
 * @name: a name
 *
 * Returns: whether there is one of that name already
 */
gboolean
jm_draft_has_persona (JmDraft    *self,
                      const char *name)
{
  g_autofree char *key = make_key (JM_KIND_PERSONA, name);

  return g_hash_table_contains (self->ids, key);
}
