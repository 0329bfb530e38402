/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template's hint for an empty cell goes when the cell is filled: which cells an item fills. */
#include "jm-edit-private.h"

#include <string.h>

/* The kind of lane in which items of a kind are shown. */
static const char *
get_lane_kind (JmKind kind)
{
  switch ((int) kind)
    {
    case JM_KIND_TOUCHPOINT:
      return "touchpoints";
    case JM_KIND_EMOTION:
      return "emotion";
    case JM_KIND_PAIN_POINT:
      return "pain-points";
    case JM_KIND_OPPORTUNITY:
      return "opportunities";
    case JM_KIND_THOUGHT:
      return "thoughts";
    case JM_KIND_MEASURE:
      return "measures";
    case JM_KIND_PICTURE:
      return "pictures";
    case JM_KIND_NOTE:
      return "notes";
    default:
      return NULL;
    }
}

static gboolean
fills (JmItem     *item,
       const char *lane_id,
       const char *lane_kind)
{
  const char *kind = get_lane_kind (jm_item_get_kind (item));

  /* One that was just added and says nothing yet does not answer what the hint asks. */
  if (kind != NULL && g_str_equal (kind, lane_kind) &&
      (jm_item_get_kind (item) == JM_KIND_EMOTION || jm_item_get_kind (item) == JM_KIND_PICTURE ||
       *jm_item_get_label (item) != '\0') &&
      (jm_item_get_kind (item) != JM_KIND_NOTE || jm_item_refers_to (item, JM_ATTR_LANE, lane_id)))
    return TRUE;
  if (jm_item_get_kind (item) != JM_KIND_TOUCHPOINT)
    return FALSE;

  if (g_str_equal (lane_kind, "channels"))
    return jm_item_get (item, JM_ATTR_CHANNEL) != NULL;
  if (g_str_equal (lane_kind, "devices"))
    return jm_item_get (item, JM_ATTR_DEVICE) != NULL;

  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    if (fills (jm_item_get_child (item, i), lane_id, lane_kind))
      return TRUE;

  return FALSE;
}

/* @container without the hints of the lanes that @item fills, or %NULL if there are none. */
static JmItem *
without_hints (JmMap  *map,
               JmItem *container,
               JmItem *item)
{
  JmItem *changed = NULL;

  for (guint i = jm_item_get_n_children (container); i-- > 0;)
    {
      JmItem *hint = jm_item_get_child (container, i);
      const char *lane_id;
      JmItem *lane;
      const char *lane_kind;

      if (jm_item_get_kind (hint) != JM_KIND_HINT)
        continue;
      lane_id = jm_item_get (hint, JM_ATTR_LANE);
      lane = lane_id != NULL ? jm_map_find (map, lane_id) : NULL;
      if (lane == NULL || jm_item_get_kind (lane) != JM_KIND_LANE)
        continue;
      lane_kind = jm_item_get (lane, JM_ATTR_KIND);
      if (lane_kind == NULL || !fills (item, lane_id, lane_kind))
        continue;

      if (changed == NULL)
        changed = jm_item_copy (container);
      jm_item_remove (changed, i);
    }

  return changed;
}

/*
 * jm_map_fill_cells:
 * @map: (transfer full): a map
 * @container_id: (nullable): the id of what @item was put into
 * @item: what was put there or changed there
 *
 * Returns: (transfer full): @map without the hints for the cells that @item fills, in the container and, where that is
 *   a touchpoint, in its phase
 */
JmMap *
jm_map_fill_cells (JmMap      *map,
                   const char *container_id,
                   JmItem     *item)
{
  /* A copy, because the id may belong to a map that is let go of below. */
  g_autofree char *id = g_strdup (container_id);
  JmPlace place;

  /* A touchpoint of an emotion or a pain point, then the phase around it. */
  while (id != NULL && jm_map_locate (map, id, &place))
    {
      JmItem *changed;
      char *outer;

      if (jm_item_get_first (place.item, JM_KIND_HINT) != NULL &&
          (changed = without_hints (map, place.item, item)) != NULL)
        {
          JmMap *next = jm_map_replace (map, place.phase, place.item, changed);

          jm_map_unref (map);
          map = next;
          if (!jm_map_locate (map, id, &place))
            break;
        }

      outer = place.item == place.touchpoint && place.phase != NULL ? g_strdup (jm_item_get_id (place.phase)) : NULL;
      g_free (id);
      id = outer;
    }

  return map;
}
