/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pain points the selected opportunity resolves, or which opportunities resolve the selected pain point: drawn over
 * the map as long as it is selected. */
#include "jm-canvas-private.h"

#include <math.h>

#define FRAME_GAP    3
#define FRAME_RADIUS 9
#define LINE_WIDTH   2

void
jm_canvas_resolved_forget (JmCanvas *self)
{
  g_clear_pointer (&self->resolved_map, jm_map_unref);
  g_clear_pointer (&self->resolved_id, g_free);
  g_clear_pointer (&self->resolved, g_ptr_array_unref);
}

static void
add_opportunities (GPtrArray  *ids,
                   JmItem     *touchpoint,
                   const char *pain_id)
{
  JmItem *opportunity;
  guint cursor = 0;

  while ((opportunity = jm_item_next (touchpoint, JM_KIND_OPPORTUNITY, &cursor)) != NULL)
    {
      if (jm_item_refers_to (opportunity, JM_ATTR_RESOLVES, pain_id))
        g_ptr_array_add (ids, g_strdup (jm_item_get_id (opportunity)));
    }
}

/* The other ends of the links of an item. A walk over the map for a pain point, so it is made once a map and item. */
static void
find_ends (JmCanvas   *self,
           JmItem     *item,
           const char *id)
{
  JmMap *map = self->scene_map;
  JmItem *phase, *touchpoint;
  guint cursor = 0;

  if (self->resolved_map == map && g_strcmp0 (self->resolved_id, id) == 0)
    return;

  jm_canvas_resolved_forget (self);
  self->resolved_map = jm_map_ref (map);
  self->resolved_id = g_strdup (id);
  self->resolved = g_ptr_array_new_with_free_func (g_free);

  if (jm_item_get_kind (item) == JM_KIND_OPPORTUNITY)
    {
      const char *resolves = jm_item_get (item, JM_ATTR_RESOLVES);
      g_auto(GStrv) ids = g_strsplit_set (resolves != NULL ? resolves : "", " \t\r\n", -1);

      for (guint i = 0; ids[i] != NULL; i++)
        {
          if (*ids[i] != '\0')
            g_ptr_array_add (self->resolved, g_strdup (ids[i]));
        }
      return;
    }

  while ((phase = jm_item_next (jm_map_get_root (map), JM_KIND_PHASE, &cursor)) != NULL)
    {
      guint inner = 0;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &inner)) != NULL)
        add_opportunities (self->resolved, touchpoint, id);
    }
}

static gboolean
find_rect (JmCanvas   *self,
           const char *id,
           JmRole      role,
           JmRect     *rect)
{
  JmPoint origin;
  JmGroup *group = jm_scene_find (self->scene, id, role, &origin);

  if (group == NULL)
    return FALSE;

  *rect = jm_canvas_place (self, role, jm_rect_offset (group->box, origin.x, origin.y));
  return TRUE;
}

/* From the edge of the one that faces the other to the other's. */
static void
draw_link (cairo_t *cr,
           JmRect   one,
           JmRect   other)
{
  gboolean down = other.y > one.y + one.height;
  double from = down ? one.y + one.height + FRAME_GAP : one.y - FRAME_GAP;
  double to = down ? other.y - FRAME_GAP : other.y + other.height + FRAME_GAP;
  double bend = (to - from) / 2;

  cairo_move_to (cr, one.x + one.width / 2, from);
  cairo_curve_to (cr, one.x + one.width / 2, from + bend, other.x + other.width / 2, to - bend,
                  other.x + other.width / 2, to);
}

void
jm_canvas_resolved_snapshot (JmCanvas    *self,
                             GtkSnapshot *snapshot,
                             GdkRGBA      accent)
{
  static const double dashes[] = { 5, 4 };
  const char * const *selection = jm_session_get_selection (self->session);
  JmKind kind;
  JmRole role, other_role;
  JmPlace place;
  JmRect rect, other;
  cairo_t *cr;

  if (selection[0] == NULL || selection[1] != NULL || self->gesture != NULL ||
      !jm_map_locate (self->scene_map, selection[0], &place))
    return;

  kind = jm_item_get_kind (place.item);
  if (kind != JM_KIND_OPPORTUNITY && kind != JM_KIND_PAIN_POINT)
    return;

  role = kind == JM_KIND_OPPORTUNITY ? JM_ROLE_OPPORTUNITY : JM_ROLE_PAIN_POINT;
  other_role = kind == JM_KIND_OPPORTUNITY ? JM_ROLE_PAIN_POINT : JM_ROLE_OPPORTUNITY;
  find_ends (self, place.item, selection[0]);
  if (self->resolved->len == 0 || !find_rect (self, selection[0], role, &rect))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                                 (float) gtk_widget_get_height (GTK_WIDGET (self))));
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  for (guint i = 0; i < self->resolved->len; i++)
    {
      if (find_rect (self, g_ptr_array_index (self->resolved, i), other_role, &other))
        draw_link (cr, rect, other);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);

  for (guint i = 0; i < self->resolved->len; i++)
    {
      if (find_rect (self, g_ptr_array_index (self->resolved, i), other_role, &other))
        jm_overlay_append_frame (snapshot, jm_rect_expand (other, FRAME_GAP), FRAME_RADIUS, 1.5, accent);
    }
}
