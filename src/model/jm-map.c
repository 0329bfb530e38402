/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmMap: a whole journey map as one immutable value, and where in it an item is. */
#include "jm-map.h"

#include "jm-item-private.h"

#include <string.h>

/* Where ids were found last: which child of the root, by the last bits of their hash. Looked at first, and right most of
 * the time, because an edit seldom moves phases. A map shares it with those that are made from it. Any thread may write
 * any number into it. */
#define N_GUESSES 4096

typedef struct
{
  gint ref_count;
  gint children[N_GUESSES];
} Guesses;

struct _JmMap
{
  gint       ref_count;
  JmItem    *root;
  GPtrArray *before;   /* comments and instructions; NULL for none */
  GPtrArray *after;
  Guesses   *guesses;
};

G_DEFINE_BOXED_TYPE (JmMap, jm_map, jm_map_ref, jm_map_unref)

/**
 * jm_map_ref:
 * @map: a map
 *
 * Adds a reference. Safe from any thread.
 *
 * Returns: (transfer full): @map
 */
JmMap *
jm_map_ref (JmMap *map)
{
  g_return_val_if_fail (map != NULL, NULL);

  g_atomic_int_inc (&map->ref_count);
  return map;
}

/**
 * jm_map_unref:
 * @map: (transfer full): a map
 *
 * Drops a reference, and with the last one all that no other map shares. Safe from any thread.
 */
void
jm_map_unref (JmMap *map)
{
  g_return_if_fail (map != NULL);

  if (!g_atomic_int_dec_and_test (&map->ref_count))
    return;

  jm_item_unref (map->root);
  g_clear_pointer (&map->before, g_ptr_array_unref);
  g_clear_pointer (&map->after, g_ptr_array_unref);
  if (g_atomic_int_dec_and_test (&map->guesses->ref_count))
    g_free (map->guesses);
  g_free (map);
}

/* Make */

/**
 * jm_map_new:
 * @root: (transfer full): an item of kind %JM_KIND_MAP; sealed by this
 *
 * Returns: (transfer full): a new map of @root and what is in it
 */
JmMap *
jm_map_new (JmItem *root)
{
  return jm_map_new_with_prolog (root, NULL, NULL);
}

/**
 * jm_map_new_with_prolog:
 * @root: (transfer full): an item of kind %JM_KIND_MAP; sealed by this
 * @before: (transfer full) (nullable) (element-type JmItem): comments and processing instructions before the root;
 *   not to be changed afterwards
 * @after: (transfer full) (nullable) (element-type JmItem): those after it
 *
 * The arrays own their items: their free function is jm_item_unref().
 *
 * Returns: (transfer full): a new map
 */
JmMap *
jm_map_new_with_prolog (JmItem    *root,
                        GPtrArray *before,
                        GPtrArray *after)
{
  JmMap *map;

  g_return_val_if_fail (root != NULL && jm_item_get_kind (root) == JM_KIND_MAP, NULL);

  jm_item_seal (root);
  for (guint i = 0; before != NULL && i < before->len; i++)
    jm_item_seal (before->pdata[i]);
  for (guint i = 0; after != NULL && i < after->len; i++)
    jm_item_seal (after->pdata[i]);

  map = g_new0 (JmMap, 1);
  map->ref_count = 1;
  map->root = root;
  map->before = before;
  map->after = after;
  map->guesses = g_new0 (Guesses, 1);
  map->guesses->ref_count = 1;

  return map;
}

/**
 * jm_map_new_empty:
 * @lang: (nullable): the language of what will be in it, such as "nl"
 *
 * Makes a map with today's date and the default lanes.
 *
 * Returns: (transfer full): a new map
 */
JmMap *
jm_map_new_empty (const char *lang)
{
  static const char * const lanes[] = { "touchpoints", "channels", "emotion", "pain-points", "opportunities" };
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  JmItem *root = jm_item_new (JM_KIND_MAP, NULL);

  jm_item_set (root, JM_ATTR_LANG, lang);
  jm_item_set (root, JM_ATTR_DATE, today);
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      JmItem *lane = jm_item_new (JM_KIND_LANE, lanes[i]);

      jm_item_set (lane, JM_ATTR_KIND, lanes[i]);
      jm_item_append (root, lane);
    }

  return jm_map_new (root);
}

/**
 * jm_map_with_root:
 * @map: a map
 * @root: (transfer full): another root; sealed by this
 *
 * Returns: (transfer full): a new map with that root, and before and after it what stands there in @map
 */
JmMap *
jm_map_with_root (JmMap  *map,
                  JmItem *root)
{
  JmMap *next;

  g_return_val_if_fail (map != NULL && root != NULL && jm_item_get_kind (root) == JM_KIND_MAP, NULL);

  jm_item_seal (root);
  next = g_new0 (JmMap, 1);
  next->ref_count = 1;
  next->root = root;
  next->before = map->before != NULL ? g_ptr_array_ref (map->before) : NULL;
  next->after = map->after != NULL ? g_ptr_array_ref (map->after) : NULL;
  next->guesses = map->guesses;
  g_atomic_int_inc (&next->guesses->ref_count);

  return next;
}

/* Ask */

/**
 * jm_map_get_root:
 * @map: a map
 *
 * Returns: (transfer none): the item that is the map itself
 */
JmItem *
jm_map_get_root (JmMap *map)
{
  g_return_val_if_fail (map != NULL, NULL);

  return map->root;
}

/**
 * jm_map_get_n_before:
 * @map: a map
 *
 * Returns: how many comments and processing instructions stand before the root
 */
guint
jm_map_get_n_before (JmMap *map)
{
  g_return_val_if_fail (map != NULL, 0);

  return map->before != NULL ? map->before->len : 0;
}

/**
 * jm_map_get_before:
 * @map: a map
 * @index: 0 for the first
 *
 * Returns: (transfer none): a comment or processing instruction before the root
 */
JmItem *
jm_map_get_before (JmMap *map,
                   guint  index)
{
  g_return_val_if_fail (index < jm_map_get_n_before (map), NULL);

  return map->before->pdata[index];
}

/**
 * jm_map_get_n_after:
 * @map: a map
 *
 * Returns: how many comments and processing instructions stand after the root
 */
guint
jm_map_get_n_after (JmMap *map)
{
  g_return_val_if_fail (map != NULL, 0);

  return map->after != NULL ? map->after->len : 0;
}

/**
 * jm_map_get_after:
 * @map: a map
 * @index: 0 for the first
 *
 * Returns: (transfer none): a comment or processing instruction after the root
 */
JmItem *
jm_map_get_after (JmMap *map,
                  guint  index)
{
  g_return_val_if_fail (index < jm_map_get_n_after (map), NULL);

  return map->after->pdata[index];
}

static guint
count_position (JmItem *parent,
                guint   index)
{
  JmKind kind = jm_item_get_kind (jm_item_get_child (parent, index));
  guint position = 0;

  for (guint i = 0; i < index; i++)
    if (jm_item_get_kind (jm_item_get_child (parent, i)) == kind)
      position++;

  return position;
}

/* Looks in a child of the root that is not a phase: a handful of items, seldom with anything in them. */
static gboolean
locate_in (JmItem     *parent,
           guint       index,
           const char *id,
           JmPlace    *place)
{
  JmItem *item = jm_item_get_child (parent, index);
  const char *own_id = jm_item_get_id (item);
  JmItem *outer_phase = place->phase;
  JmItem *outer_touchpoint = place->touchpoint;
  guint n_children;

  if (jm_item_get_kind (item) == JM_KIND_PHASE)
    place->phase = item;
  else if (jm_item_get_kind (item) == JM_KIND_TOUCHPOINT)
    place->touchpoint = item;

  if (own_id != NULL && own_id[0] == id[0] && strcmp (own_id, id) == 0)
    {
      place->item = item;
      place->parent = parent;
      place->index = index;
      return TRUE;
    }

  n_children = jm_item_get_n_children (item);
  for (guint i = 0; i < n_children; i++)
    if (locate_in (item, i, id, place))
      return TRUE;

  place->phase = outer_phase;
  place->touchpoint = outer_touchpoint;
  return FALSE;
}

static gboolean
locate_in_child (JmMap      *map,
                 guint       index,
                 const char *id,
                 guint32     hash,
                 JmPlace    *place)
{
  JmItem *child = jm_item_get_child (map->root, index);
  const JmIndexEntry *entry;

  if (jm_item_get_kind (child) != JM_KIND_PHASE)
    return locate_in (map->root, index, id, place);

  if (g_strcmp0 (jm_item_get_id (child), id) == 0)
    {
      *place = (JmPlace) { child, map->root, child, NULL, index, 0 };
      return TRUE;
    }

  entry = jm_index_look_up (jm_item_get_index (child), id, hash);
  if (entry == NULL)
    return FALSE;

  *place = (JmPlace) { entry->item, entry->parent, child, entry->touchpoint, entry->index, 0 };
  return TRUE;
}

static gboolean
locate_id (JmMap      *map,
           const char *id,
           JmPlace    *place)
{
  guint n_children = jm_item_get_n_children (map->root);
  guint32 hash = jm_index_hash (id);
  gint *guess = &map->guesses->children[hash % N_GUESSES];
  guint first = (guint) g_atomic_int_get (guess);

  if (first < n_children && locate_in_child (map, first, id, hash, place))
    return TRUE;

  for (guint i = 0; i < n_children; i++)
    {
      if (i != first && locate_in_child (map, i, id, hash, place))
        {
          g_atomic_int_set (guess, (gint) i);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
locate_emotion (JmMap      *map,
                const char *handle,
                const char *at,
                JmPlace    *place)
{
  g_autofree char *touchpoint_id = g_strndup (handle, at - handle);
  JmItem *emotion;

  if (!locate_id (map, touchpoint_id, place) || jm_item_get_kind (place->item) != JM_KIND_TOUCHPOINT)
    return FALSE;

  emotion = jm_map_get_emotion (map, place->item, at[1] != '\0' ? at + 1 : NULL);
  if (emotion == NULL)
    return FALSE;

  place->parent = place->item;
  place->touchpoint = place->item;
  place->item = emotion;
  for (place->index = 0; jm_item_get_child (place->parent, place->index) != emotion; place->index++)
    ;

  return TRUE;
}

/* All but the position. */
static gboolean
locate (JmMap      *map,
        const char *id,
        JmPlace    *place)
{
  const char *at = strchr (id, '@');

  memset (place, 0, sizeof *place);

  return at != NULL ? locate_emotion (map, id, at, place) : locate_id (map, id, place);
}

/**
 * jm_map_locate:
 * @map: a map
 * @id: an id or the handle of an emotion
 * @place: (out): where it is; all %NULL and 0 when it is nowhere
 *
 * Finds an item. Costs one look-up where it was found before, or else one in each phase, and the making of an index of
 * the phases that have none yet: after an edit that is only the phase which was edited. Safe from any thread.
 *
 * Returns: %TRUE if there is such an item
 */
gboolean
jm_map_locate (JmMap      *map,
               const char *id,
               JmPlace    *place)
{
  g_return_val_if_fail (map != NULL && id != NULL && place != NULL, FALSE);

  if (!locate (map, id, place))
    {
      memset (place, 0, sizeof *place);
      return FALSE;
    }

  place->position = count_position (place->parent, place->index);
  return TRUE;
}

/**
 * jm_map_find:
 * @map: a map
 * @id: an id or the handle of an emotion
 *
 * Returns: (transfer none) (nullable): the item of that id; the cost is that of jm_map_locate(), but for the siblings
 *   before it, which that counts
 */
JmItem *
jm_map_find (JmMap      *map,
             const char *id)
{
  JmPlace place;

  g_return_val_if_fail (map != NULL && id != NULL, NULL);

  return locate (map, id, &place) ? place.item : NULL;
}

static gboolean
arrays_equal (GPtrArray *a,
              GPtrArray *b)
{
  guint n_a = a != NULL ? a->len : 0;
  guint n_b = b != NULL ? b->len : 0;

  if (n_a != n_b)
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    if (!jm_item_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * jm_map_equal:
 * @a: a map
 * @b: a map
 *
 * Whether two maps say the same, to the character. What they share is not looked into.
 *
 * Returns: %TRUE if they do
 */
gboolean
jm_map_equal (JmMap *a,
              JmMap *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b ||
         (jm_item_equal (a->root, b->root) && arrays_equal (a->before, b->before) && arrays_equal (a->after, b->after));
}

/**
 * jm_map_is_newer_format:
 * @map: a map
 *
 * Whether the map is of a version of the format that may mean other things by the same words: 2.0 or later.
 *
 * Returns: %TRUE if it is, and so there is a risk in saving it
 */
gboolean
jm_map_is_newer_format (JmMap *map)
{
  const char *version;

  g_return_val_if_fail (map != NULL, FALSE);

  version = jm_item_get (map->root, JM_ATTR_VERSION);
  return version != NULL && g_ascii_strtoull (version, NULL, 10) > 1;
}

/**
 * jm_map_get_first_persona:
 * @map: a map
 *
 * Returns: (transfer none) (nullable): the persona whom an emotion or a thought without a persona belongs to
 */
JmItem *
jm_map_get_first_persona (JmMap *map)
{
  g_return_val_if_fail (map != NULL, NULL);

  return jm_item_get_first (map->root, JM_KIND_PERSONA);
}

/**
 * jm_map_get_emotion_persona:
 * @map: a map
 * @emotion: an emotion or a thought
 *
 * Returns: (transfer none) (nullable): the id of the persona whose it is: the one it says, or else the first one;
 *   %NULL when it is everyone's
 */
const char *
jm_map_get_emotion_persona (JmMap  *map,
                            JmItem *emotion)
{
  const char *persona = jm_item_get (emotion, JM_ATTR_PERSONA);
  JmItem *first;

  if (persona != NULL)
    return persona;

  first = jm_map_get_first_persona (map);
  return first != NULL ? jm_item_get_id (first) : NULL;
}

/**
 * jm_map_shows_persona_of:
 * @map: a map
 * @item: an emotion or a thought
 *
 * Returns: whether it is drawn: the persona whose it is may be hidden
 */
gboolean
jm_map_shows_persona_of (JmMap  *map,
                         JmItem *item)
{
  const char *id = jm_map_get_emotion_persona (map, item);
  JmItem *persona = id != NULL ? jm_map_find (map, id) : NULL;

  return persona == NULL || !jm_item_get_boolean (persona, JM_ATTR_HIDDEN);
}

/**
 * jm_map_get_emotion:
 * @map: a map
 * @touchpoint: a touchpoint in it
 * @persona_id: (nullable): whose; %NULL for the first persona's, or everyone's
 *
 * Returns: (transfer none) (nullable): the emotion that counts: the first one of that persona
 */
JmItem *
jm_map_get_emotion (JmMap      *map,
                    JmItem     *touchpoint,
                    const char *persona_id)
{
  JmItem *emotion;
  guint cursor = 0;

  g_return_val_if_fail (map != NULL && touchpoint != NULL, NULL);

  if (persona_id == NULL)
    {
      JmItem *first = jm_map_get_first_persona (map);

      persona_id = first != NULL ? jm_item_get_id (first) : NULL;
    }

  while ((emotion = jm_item_next (touchpoint, JM_KIND_EMOTION, &cursor)) != NULL)
    if (g_strcmp0 (jm_map_get_emotion_persona (map, emotion), persona_id) == 0)
      return emotion;

  return NULL;
}

/**
 * jm_map_get_lane:
 * @map: a map
 * @kind: a kind of lane, such as "touchpoints"
 *
 * Returns: (transfer none) (nullable): the first lane of that kind
 */
JmItem *
jm_map_get_lane (JmMap      *map,
                 const char *kind)
{
  JmItem *lane;
  guint cursor = 0;

  g_return_val_if_fail (map != NULL && kind != NULL, NULL);

  while ((lane = jm_item_next (map->root, JM_KIND_LANE, &cursor)) != NULL)
    if (g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), kind) == 0)
      return lane;

  return NULL;
}

/**
 * jm_emotion_handle:
 * @touchpoint_id: the id of a touchpoint
 * @persona_id: (nullable): whose emotion; %NULL for the first persona's, or everyone's
 *
 * An emotion has no id in the file; this is what it goes by in the program.
 *
 * Returns: (transfer full): for example "t1@sanne", which no id can be
 */
char *
jm_emotion_handle (const char *touchpoint_id,
                   const char *persona_id)
{
  g_return_val_if_fail (touchpoint_id != NULL, NULL);

  return g_strconcat (touchpoint_id, "@", persona_id, NULL);
}
