/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is pasted says whose it is and where it stands by ids of the map that it comes from. Here the same personas,
 * channels and lanes of notes are found by their names, and those that are missing come along; so does a lane for each
 * kind of thing that this map had no lane for, or it would be there unseen. */
#include "jm-clip-adopt.h"

#include "model/jm-edit.h"

struct _JmAdoption
{
  JmMap      *map;      /* with all that was missing */
  JmMap      *from;
  GHashTable *ids;      /* there to here */
  char       *nobody;   /* who is meant there when no persona is said, by the id here; NULL when that goes for here too */
};

/* What a lane is there for. */
static const struct
{
  JmKind      kind;
  const char *lane;
} lanes[] = {
  { JM_KIND_EMOTION, "emotion" },
  { JM_KIND_PAIN_POINT, "pain-points" },
  { JM_KIND_THOUGHT, "thoughts" },
  { JM_KIND_OPPORTUNITY, "opportunities" },
  { JM_KIND_MEASURE, "measures" },
  { JM_KIND_PICTURE, "pictures" },
};

static const JmAttr references[] = { JM_ATTR_PERSONA, JM_ATTR_CHANNEL, JM_ATTR_LANE };

/* Lanes */

static gboolean
with_lane (JmMap      **map,
           const char  *kind,
           GError     **error)
{
  g_autoptr(JmMap) added = NULL;
  g_autofree char *id = NULL;
  JmMap *next;

  if (jm_map_get_lane (*map, kind) != NULL)
    return TRUE;

  added = jm_map_add (*map, JM_KIND_LANE, NULL, -1, NULL, &id, error);
  next = added != NULL ? jm_map_set (added, id, JM_ATTR_KIND, kind, error) : NULL;
  if (next == NULL)
    return FALSE;

  jm_map_unref (*map);
  *map = next;
  return TRUE;
}

static gboolean
add_lanes (JmMap  **map,
           JmItem  *item,
           GError **error)
{
  JmKind kind = jm_item_get_kind (item);

  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    if (lanes[i].kind == kind && !with_lane (map, lanes[i].lane, error))
      return FALSE;
  if (kind == JM_KIND_TOUCHPOINT && jm_item_get (item, JM_ATTR_CHANNEL) != NULL && !with_lane (map, "channels", error))
    return FALSE;
  /* A picture of a persona stands beside her. */
  if (kind == JM_KIND_PERSONA)
    return TRUE;

  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    if (!add_lanes (map, jm_item_get_child (item, i), error))
      return FALSE;

  return TRUE;
}

/**
 * jm_map_with_lanes_for:
 * @map: a map
 * @item: what is to be put into it
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): @map with a lane for everything in @item
 */
JmMap *
jm_map_with_lanes_for (JmMap   *map,
                       JmItem  *item,
                       GError **error)
{
  g_autoptr(JmMap) next = jm_map_ref (map);

  return add_lanes (&next, item, error) ? g_steal_pointer (&next) : NULL;
}

/* Whom and what is meant */

static gboolean
is_same_name (JmItem *a,
              JmItem *b)
{
  g_autofree char *name_a = g_utf8_casefold (jm_item_get_label (a), -1);
  g_autofree char *name_b = g_utf8_casefold (jm_item_get_label (b), -1);

  return g_str_equal (g_strstrip (name_a), g_strstrip (name_b));
}

/* The one here that is the same as one there. */
static JmItem *
find_same (JmMap    *map,
           JmItem   *item,
           gboolean  same_ids)
{
  JmKind kind = jm_item_get_kind (item);
  JmItem *same = jm_map_find (map, jm_item_get_id (item));
  JmItem *here;
  guint cursor = 0;

  if (same_ids && same != NULL && jm_item_get_kind (same) == kind)
    return same;

  while ((here = jm_item_next (jm_map_get_root (map), kind, &cursor)) != NULL)
    if (is_same_name (here, item) &&
        (kind != JM_KIND_LANE || g_strcmp0 (jm_item_get (here, JM_ATTR_KIND), jm_item_get (item, JM_ATTR_KIND)) == 0))
      return here;

  return NULL;
}

static gboolean
find_or_bring (JmAdoption  *self,
               JmItem      *item,
               gboolean     same_ids,
               GError     **error)
{
  JmItem *same = find_same (self->map, item, same_ids);
  char *id = same != NULL ? g_strdup (jm_item_get_id (same)) : NULL;

  if (id == NULL)
    {
      JmMap *next = jm_map_insert (self->map, NULL, -1, item, &id, error);

      if (next == NULL)
        return FALSE;
      jm_map_unref (self->map);
      self->map = next;
    }

  g_hash_table_insert (self->ids, (gpointer) jm_item_get_id (item), id);
  return TRUE;
}

static void
collect_references (JmItem     *item,
                    GHashTable *used,
                    gboolean   *says_nobody)
{
  JmKind kind = jm_item_get_kind (item);

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (jm_item_get (item, references[i]) != NULL)
      g_hash_table_add (used, (gpointer) jm_item_get (item, references[i]));
  if ((kind == JM_KIND_EMOTION || kind == JM_KIND_THOUGHT) && jm_item_get (item, JM_ATTR_PERSONA) == NULL)
    *says_nobody = TRUE;

  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    collect_references (jm_item_get_child (item, i), used, says_nobody);
}

/**
 * jm_adoption_new:
 * @map: the map that something comes into
 * @from: the map that it comes from, of which all phases are to come
 * @same_ids: whether the ids of both are of one world, so that the same id is the same thing
 * @error: return location for a #GError
 *
 * Looks whom and what the phases of @from refer to, and finds them in @map or brings them along.
 *
 * Returns: (transfer full) (nullable): %NULL with @error set
 */
JmAdoption *
jm_adoption_new (JmMap     *map,
                 JmMap     *from,
                 gboolean   same_ids,
                 GError   **error)
{
  g_autoptr(JmAdoption) self = g_new0 (JmAdoption, 1);
  g_autoptr(GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  JmItem *root = jm_map_get_root (from);
  JmItem *first = jm_map_get_first_persona (from);
  gboolean says_nobody = FALSE;
  JmItem *phase;
  guint cursor = 0;

  g_return_val_if_fail (map != NULL && from != NULL, NULL);

  self->map = jm_map_ref (map);
  self->from = jm_map_ref (from);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    collect_references (phase, used, &says_nobody);
  if (says_nobody && first != NULL)
    g_hash_table_add (used, (gpointer) jm_item_get_id (first));

  for (guint i = 0; i < jm_item_get_n_children (root); i++)
    {
      JmItem *item = jm_item_get_child (root, i);
      JmKind kind = jm_item_get_kind (item);

      if ((kind == JM_KIND_PERSONA || kind == JM_KIND_CHANNEL || kind == JM_KIND_LANE) &&
          g_hash_table_contains (used, jm_item_get_id (item)) && !find_or_bring (self, item, same_ids, error))
        return NULL;
    }

  cursor = 0;
  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    if (!add_lanes (&self->map, phase, error))
      return NULL;

  if (first != NULL && says_nobody)
    {
      const char *here = g_hash_table_lookup (self->ids, jm_item_get_id (first));
      JmItem *first_here = jm_map_get_first_persona (self->map);

      if (first_here == NULL || g_strcmp0 (here, jm_item_get_id (first_here)) != 0)
        self->nobody = g_strdup (here);
    }

  return g_steal_pointer (&self);
}

/**
 * jm_adoption_free:
 * @self: (transfer full): an adoption
 */
void
jm_adoption_free (JmAdoption *self)
{
  g_clear_pointer (&self->map, jm_map_unref);
  g_clear_pointer (&self->from, jm_map_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_free (self->nobody);
  g_free (self);
}

/**
 * jm_adoption_get_map:
 * @self: an adoption
 *
 * Returns: (transfer none): the map with the personas, channels and lanes that it lacked
 */
JmMap *
jm_adoption_get_map (JmAdoption *self)
{
  return self->map;
}

/**
 * jm_adoption_take_in:
 * @self: an adoption
 * @item: a phase of the other map, or something in one
 *
 * Returns: (transfer full): @item, or a copy of it that refers to those who are here
 */
JmItem *
jm_adoption_take_in (JmAdoption *self,
                     JmItem     *item)
{
  JmKind kind = jm_item_get_kind (item);
  JmItem *copy = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      const char *there = jm_item_get (item, references[i]);
      const char *here = there != NULL ? g_hash_table_lookup (self->ids, there) : NULL;

      if (here == NULL || g_str_equal (here, there))
        continue;
      if (copy == NULL)
        copy = jm_item_copy (item);
      jm_item_set (copy, references[i], here);
    }
  if (self->nobody != NULL && (kind == JM_KIND_EMOTION || kind == JM_KIND_THOUGHT) &&
      jm_item_get (item, JM_ATTR_PERSONA) == NULL)
    {
      if (copy == NULL)
        copy = jm_item_copy (item);
      jm_item_set (copy, JM_ATTR_PERSONA, self->nobody);
    }

  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    {
      JmItem *child = jm_item_get_child (item, i);
      JmItem *taken = jm_adoption_take_in (self, child);

      if (taken == child)
        {
          jm_item_unref (taken);
          continue;
        }
      if (copy == NULL)
        copy = jm_item_copy (item);
      jm_item_replace (copy, i, taken);
    }

  return copy != NULL ? copy : jm_item_ref (item);
}
