/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lanes as a picture shows them: those that are not hidden, or those that someone asked for. */
#include "jm-lanes.h"

/**
 * jm_lanes_collect:
 * @map: a map
 * @only: (nullable): ids or kinds of lanes; %NULL for all that are not hidden
 *
 * A map without any lanes has the default ones.
 *
 * Returns: (transfer full) (element-type JmItem): the lanes, in their order
 */
GPtrArray *
jm_lanes_collect (JmMap              *map,
                  const char * const *only)
{
  static const char * const usual[] = { "touchpoints", "channels", "emotion", "pain-points", "opportunities" };
  GPtrArray *lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_item_unref);
  JmItem *root = jm_map_get_root (map);
  JmItem *lane;
  guint cursor = 0;

  if (jm_item_get_first (root, JM_KIND_LANE) == NULL)
    for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
      {
        lane = jm_item_new (JM_KIND_LANE, usual[i]);
        jm_item_set (lane, JM_ATTR_KIND, usual[i]);
        jm_item_seal (lane);
        g_ptr_array_add (lanes, lane);
      }

  while ((lane = jm_item_next (root, JM_KIND_LANE, &cursor)) != NULL)
    {
      const char *id = jm_item_get_id (lane);
      const char *kind = jm_item_get (lane, JM_ATTR_KIND);

      if (only == NULL ? !jm_item_get_boolean (lane, JM_ATTR_HIDDEN)
                       : (id != NULL && g_strv_contains (only, id)) || (kind != NULL && g_strv_contains (only, kind)))
        g_ptr_array_add (lanes, jm_item_ref (lane));
    }

  return lanes;
}

/**
 * jm_lanes_have:
 * @lanes: (element-type JmItem): lanes
 * @kind: a kind of lane
 *
 * Returns: whether one of them is of that kind
 */
gboolean
jm_lanes_have (GPtrArray  *lanes,
               const char *kind)
{
  for (guint i = 0; i < lanes->len; i++)
    if (g_strcmp0 (jm_item_get (lanes->pdata[i], JM_ATTR_KIND), kind) == 0)
      return TRUE;

  return FALSE;
}
