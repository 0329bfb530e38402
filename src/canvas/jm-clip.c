/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-clip.h"

#include "jm-clip-private.h"

#include "format/jm-write.h"

#include <string.h>

/* Whether an item only carries what was copied. */
gboolean
jm_clip_is_carrier (JmItem     *item,
                    const char *id)
{
  return g_strcmp0 (jm_item_get_id (item), id) == 0;
}

/* Whether what holds an item is copied too. */
static gboolean
goes_along (JmSession     *session,
            const JmPlace *place)
{
  return (place->touchpoint != NULL && place->touchpoint != place->item &&
          jm_session_is_selected (session, jm_item_get_id (place->touchpoint))) ||
         (place->phase != NULL && place->phase != place->item &&
          jm_session_is_selected (session, jm_item_get_id (place->phase)));
}

/* In what an item travels; %JM_KIND_NONE for what cannot. */
static JmKind
get_carrier (JmItem *item)
{
  switch ((int) jm_item_get_kind (item))
    {
    case JM_KIND_PHASE:
      return JM_KIND_MAP;
    case JM_KIND_TOUCHPOINT:
    case JM_KIND_MEASURE:
      return JM_KIND_PHASE;
    case JM_KIND_PAIN_POINT:
    case JM_KIND_OPPORTUNITY:
    case JM_KIND_THOUGHT:
    case JM_KIND_NOTE:
    case JM_KIND_PICTURE:
      return JM_KIND_TOUCHPOINT;
    default:
      return JM_KIND_NONE;
    }
}

static gboolean
refers_to (JmItem *item,
           JmItem *to,
           JmItem *first_persona)
{
  static const JmAttr references[] = { JM_ATTR_PERSONA, JM_ATTR_CHANNEL, JM_ATTR_LANE };
  JmKind kind = jm_item_get_kind (item);

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (g_strcmp0 (jm_item_get (item, references[i]), jm_item_get_id (to)) == 0)
      return TRUE;
  if (to == first_persona && (kind == JM_KIND_EMOTION || kind == JM_KIND_THOUGHT) &&
      jm_item_get (item, JM_ATTR_PERSONA) == NULL)
    return TRUE;

  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    if (refers_to (jm_item_get_child (item, i), to, first_persona))
      return TRUE;

  return FALSE;
}

/* Whose it is and where it stands goes along, so that it is told in a map that has other ones. */
static void
append_referred (JmMap  *map,
                 JmItem *root)
{
  JmItem *from = jm_map_get_root (map);
  guint n_phases = jm_item_get_n_children (root);

  for (guint i = 0; i < jm_item_get_n_children (from); i++)
    {
      JmItem *item = jm_item_get_child (from, i);
      JmKind kind = jm_item_get_kind (item);
      gboolean goes = FALSE;

      if (kind != JM_KIND_PERSONA && kind != JM_KIND_CHANNEL && kind != JM_KIND_LANE)
        continue;
      for (guint j = 0; j < n_phases && !goes; j++)
        goes = refers_to (jm_item_get_child (root, jm_item_get_n_children (root) - 1 - j), item,
                          jm_map_get_first_persona (map));
      if (goes)
        jm_item_insert (root, jm_item_get_n_children (root) - n_phases, jm_item_ref (item));
    }
}

/**
 * jm_clip_copy:
 * @session: a session
 * @text: (out) (transfer full): the same as lines of text
 *
 * Copies what is selected: phases, touchpoints, and what belongs to one of these.
 *
 * Returns: (transfer full) (nullable): a map in the format of files, %NULL when nothing of that is selected
 */
GBytes *
jm_clip_copy (JmSession  *session,
              char      **text)
{
  JmItem *root, *phase, *touchpoint;
  g_autoptr(GString) lines = g_string_new (NULL);
  g_autoptr(JmMap) clip = NULL;
  JmMap *map;
  guint n_copied = 0;

  g_return_val_if_fail (JM_IS_SESSION (session), NULL);

  map = jm_session_get_map (session);
  root = jm_item_new (JM_KIND_MAP, NULL);
  phase = jm_item_new (JM_KIND_PHASE, JM_CLIP_CARRIER_PHASE);
  touchpoint = jm_item_new (JM_KIND_TOUCHPOINT, JM_CLIP_CARRIER_TOUCHPOINT);
  jm_item_set (root, JM_ATTR_VERSION, "1.0");
  jm_item_set (root, JM_ATTR_KIND, "current-state");

  for (const char * const *id = jm_session_get_selection (session); *id != NULL; id++)
    {
      JmKind carrier;
      JmPlace place;

      if (!jm_map_locate (map, *id, &place) || goes_along (session, &place))
        continue;

      carrier = get_carrier (place.item);
      if (carrier == JM_KIND_NONE)
        continue;

      jm_item_append (carrier == JM_KIND_MAP ? root : carrier == JM_KIND_PHASE ? phase : touchpoint, jm_item_ref (place.item));
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", jm_item_get_label (place.item));
      n_copied++;
    }

  if (jm_item_get_n_children (touchpoint) > 0)
    jm_item_append (phase, touchpoint);
  else
    jm_item_unref (touchpoint);
  if (jm_item_get_n_children (phase) > 0)
    jm_item_append (root, phase);
  else
    jm_item_unref (phase);

  append_referred (map, root);
  clip = jm_map_new (root);
  if (n_copied == 0)
    return NULL;

  *text = g_string_free (g_steal_pointer (&lines), FALSE);
  return jm_write_bytes (clip, NULL);
}

/**
 * jm_clip_select_copied:
 * @session: a session
 *
 * Selects, of what is selected, what jm_clip_copy() copies: what it leaves out must not be cut.
 */
void
jm_clip_select_copied (JmSession *session)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  g_return_if_fail (JM_IS_SESSION (session));

  for (const char * const *id = jm_session_get_selection (session); *id != NULL; id++)
    {
      JmPlace place;

      if (jm_map_locate (jm_session_get_map (session), *id, &place) && get_carrier (place.item) != JM_KIND_NONE)
        g_ptr_array_add (ids, (gpointer) *id);
    }

  g_ptr_array_add (ids, NULL);
  jm_session_select_many (session, (const char * const *) ids->pdata);
}

/* Gathers what is selected and what holds it. */
static void
gather_shown (JmMap      *map,
              const char *id,
              GHashTable *shown,
              GHashTable *whole)
{
  const char *at = strchr (id, '@');
  JmPlace place;

  if (!jm_map_locate (map, id, &place) || place.phase == NULL)
    return;

  g_hash_table_add (shown, place.phase);
  if (place.touchpoint != NULL)
    g_hash_table_add (shown, place.touchpoint);
  g_hash_table_add (whole, at != NULL ? place.touchpoint : place.item);
}

/**
 * jm_clip_make_picture:
 * @session: a session
 *
 * What is selected as a map of its own, to make a picture of: the phases and touchpoints in which something is selected,
 * and of these only that, unless they are selected themselves.
 *
 * Returns: (transfer full): a map with the same ids; the whole one when nothing in a phase is selected
 */
JmMap *
jm_clip_make_picture (JmSession *session)
{
  g_autoptr(GHashTable) shown = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) whole = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) gone = g_ptr_array_new ();
  JmItem *phase, *touchpoint;
  guint cursor = 0;
  JmMap *map, *picture;

  g_return_val_if_fail (JM_IS_SESSION (session), NULL);

  map = jm_session_get_map (session);
  for (const char * const *id = jm_session_get_selection (session); *id != NULL; id++)
    gather_shown (map, *id, shown, whole);
  if (g_hash_table_size (shown) == 0)
    return jm_map_ref (map);

  while ((phase = jm_item_next (jm_map_get_root (map), JM_KIND_PHASE, &cursor)) != NULL)
    {
      guint inner = 0;

      if (!g_hash_table_contains (shown, phase))
        {
          g_ptr_array_add (gone, (gpointer) jm_item_get_id (phase));
          continue;
        }
      if (g_hash_table_contains (whole, phase))
        continue;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &inner)) != NULL)
        {
          if (!g_hash_table_contains (shown, touchpoint))
            {
              g_ptr_array_add (gone, (gpointer) jm_item_get_id (touchpoint));
              continue;
            }
          if (g_hash_table_contains (whole, touchpoint))
            continue;

          for (guint i = 0; i < jm_item_get_n_children (touchpoint); i++)
            {
              JmItem *item = jm_item_get_child (touchpoint, i);

              if (jm_item_get_id (item) != NULL && !g_hash_table_contains (whole, item))
                g_ptr_array_add (gone, (gpointer) jm_item_get_id (item));
            }
        }
    }

  g_ptr_array_add (gone, NULL);
  picture = jm_map_remove (map, (const char * const *) gone->pdata, NULL);

  return picture != NULL ? picture : jm_map_ref (map);
}
