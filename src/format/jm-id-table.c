/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which id is whose, while a file is read. */

#include "jm-id-table.h"

#include "model/jm-hash.h"

struct _JmIdTable
{
  GHashTable   *entries;   /* of id to JmIdEntry */
  GStringChunk *ids;
  JmIdTable    *avoid;     /* not owned */
  gboolean      clash;
};

/**
 * jm_id_table_new:
 * @avoid: (nullable): a table with ids that are not to be given; must live as long as the new one
 *
 * Returns: (transfer full): an empty table
 */
JmIdTable *
jm_id_table_new (JmIdTable *avoid)
{
  JmIdTable *self = g_new0 (JmIdTable, 1);

  self->entries = g_hash_table_new_full (jm_text_hash, g_str_equal, NULL, g_free);
  self->ids = g_string_chunk_new (4096);
  self->avoid = avoid;

  return self;
}

/**
 * jm_id_table_free:
 * @self: (transfer full): a table
 */
void
jm_id_table_free (JmIdTable *self)
{
  g_hash_table_unref (self->entries);
  g_string_chunk_free (self->ids);
  g_free (self);
}

/**
 * jm_id_table_look_up:
 * @self: a table
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what has that id
 */
const JmIdEntry *
jm_id_table_look_up (JmIdTable  *self,
                     const char *id)
{
  return g_hash_table_lookup (self->entries, id);
}

static const char *
enter (JmIdTable  *self,
       const char *id,
       JmKind      kind,
       gsize       offset,
       gboolean    given)
{
  JmIdEntry *entry = g_new (JmIdEntry, 1);
  const char *kept = g_string_chunk_insert (self->ids, id);

  *entry = (JmIdEntry) { kind, offset, given };
  g_hash_table_replace (self->entries, (char *) kept, entry);

  return kept;
}

/**
 * jm_id_table_add:
 * @self: a table
 * @id: an id that stands in the file
 * @kind: whose
 * @offset: where
 *
 * Adds an id. It may be one that was given before; then there is a clash, and the file is to be read again with this
 * table to avoid.
 *
 * Returns: %FALSE if it stands in the file twice
 */
gboolean
jm_id_table_add (JmIdTable  *self,
                 const char *id,
                 JmKind      kind,
                 gsize       offset)
{
  const JmIdEntry *entry = jm_id_table_look_up (self, id);

  if (entry != NULL)
    {
      if (!entry->given)
        return FALSE;
      self->clash = TRUE;
    }

  enter (self, id, kind, offset, FALSE);

  return TRUE;
}

static gboolean
is_free (JmIdTable  *self,
         const char *id)
{
  const JmIdEntry *avoided = self->avoid != NULL ? jm_id_table_look_up (self->avoid, id) : NULL;

  return jm_id_table_look_up (self, id) == NULL && (avoided == NULL || avoided->given);
}

/**
 * jm_id_table_give:
 * @self: a table
 * @stem: what the id should be
 * @kind: whose
 * @offset: where
 *
 * Gives an id to what has none: @stem, or if that is another's, @stem with a number. The same file gets the same ids
 * each time.
 *
 * Returns: (transfer none): the id
 */
const char *
jm_id_table_give (JmIdTable  *self,
                  const char *stem,
                  JmKind      kind,
                  gsize       offset)
{
  g_autofree char *id = g_strdup (stem);

  for (guint n = 2; !is_free (self, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", stem, n);
    }

  return enter (self, id, kind, offset, TRUE);
}

/**
 * jm_id_table_has_clash:
 * @self: a table
 *
 * Returns: %TRUE if an id was given that stood in the file further on
 */
gboolean
jm_id_table_has_clash (JmIdTable *self)
{
  return self->clash;
}
