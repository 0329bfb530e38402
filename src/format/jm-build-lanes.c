/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map has one lane for its touchpoints, and lanes at all. */

#include "config.h"

#include "jm-build-private.h"

#include <glib/gi18n.h>

/**
 * jm_builder_check_lane:
 * @self: a map under way
 * @open: a lane that begins
 *
 * Counts the lanes for touchpoints.
 *
 * Returns: %FALSE when the map is refused for it
 */
gboolean
jm_builder_check_lane (JmBuilder *self,
                       JmOpen    *open)
{
  if (g_strcmp0 (jm_item_get (open->item, JM_ATTR_KIND), "touchpoints") != 0)
    return TRUE;

  if (!self->has_touchpoints_lane)
    {
      self->has_touchpoints_lane = TRUE;
      return TRUE;
    }

  if (!self->newer)
    return jm_builder_refuse (self, JM_READ_ERROR_CONTENT, open->offset,
                   g_strdup (_("There is a second lane for touchpoints, and a map has one. Remove one of the two.")));

  jm_report_add (self->report, JM_NOTICE_REMARK, open->offset, open->id,
                 g_strdup (_("There is a second lane for touchpoints. It is kept, and not drawn. Nothing needs to be done.")));

  return TRUE;
}

static void
add_lane (JmBuilder  *self,
          JmOpen     *map,
          const char *kind,
          guint       index)
{
  JmItem *lane = jm_item_new (JM_KIND_LANE, jm_id_table_give (self->ids, kind, JM_KIND_LANE, map->offset));

  jm_item_set (lane, JM_ATTR_KIND, kind);
  jm_item_insert (map->item, index, lane);
}

/**
 * jm_builder_complete_lanes:
 * @self: a map under way
 * @map: its root, at its end
 *
 * Puts a lane for touchpoints into a map that has others only, and the usual ones into one that has none.
 */
void
jm_builder_complete_lanes (JmBuilder *self,
                           JmOpen    *map)
{
  static const char * const default_lanes[] = { "touchpoints", "channels", "emotion", "pain-points", "opportunities" };
  guint order = jm_kind_child_order (JM_KIND_MAP, JM_KIND_LANE);
  guint n_children = jm_item_get_n_children (map->item);
  guint index = 0;

  for (guint i = 0; i < n_children; i++)
    {
      JmKind kind = jm_item_get_kind (jm_item_get_child (map->item, i));

      if (kind == JM_KIND_LANE)
        {
          if (self->has_touchpoints_lane)
            return;

          add_lane (self, map, "touchpoints", i);
          jm_report_add (self->report, JM_NOTICE_ODD, map->offset, NULL,
                         g_strdup (_("No lane of this map is for its touchpoints, so one is put before the others. Save the map "
                                     "to keep it.")));
          return;
        }

      if (kind < JM_KIND_FOREIGN && jm_kind_child_order (JM_KIND_MAP, kind) < order)
        index = i + 1;
    }

  for (guint i = 0; i < G_N_ELEMENTS (default_lanes); i++)
    add_lane (self, map, default_lanes[i], index + i);
}
