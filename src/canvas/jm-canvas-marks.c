/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks on what was found: over the map as long as someone looks for something, and never part of the scene. */
#include "jm-canvas-private.h"

/* A marker pen, on light and on dark paper. */
static const GdkRGBA ink = { 0.96f, 0.76f, 0.07f, 0.2f };
static const GdkRGBA edge = { 0.83f, 0.55f, 0.0f, 1 };

#define GAP    1
#define RADIUS 7
#define WIDTH  2

/**
 * jm_canvas_set_marked:
 * @self: a canvas
 * @ids: (nullable) (element-type utf8): ids and handles of items, "" for the title; %NULL for none
 *
 * Marks items, instead of those that were marked before.
 */
void
jm_canvas_set_marked (JmCanvas  *self,
                      GPtrArray *ids)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  if (self->marked == NULL && (ids == NULL || ids->len == 0))
    return;

  g_clear_pointer (&self->marked, g_hash_table_unref);
  if (ids != NULL && ids->len > 0)
    {
      self->marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < ids->len; i++)
        g_hash_table_add (self->marked, g_strdup (g_ptr_array_index (ids, i)));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * jm_canvas_is_marked:
 * @self: a canvas
 * @id: an id or an emotion's handle, "" for the title
 *
 * Returns: whether it is marked
 */
gboolean
jm_canvas_is_marked (JmCanvas   *self,
                     const char *id)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), FALSE);

  return self->marked != NULL && id != NULL && g_hash_table_contains (self->marked, id);
}

typedef struct
{
  JmCanvas    *canvas;
  GtkSnapshot *snapshot;
  gboolean     of_strips;
} Marks;

static void
snapshot_mark (JmGroup  *group,
               JmRect    rect,
               gpointer  user_data)
{
  Marks *marks = user_data;
  const char *id = group->role == JM_ROLE_TITLE ? "" : group->id;
  graphene_rect_t bounds;
  GskRoundedRect outline;
  double radius;

  if (marks->of_strips != (group->role == JM_ROLE_PHASE || group->role == JM_ROLE_LANE) ||
      !jm_canvas_is_marked (marks->canvas, id))
    return;

  rect = jm_rect_expand (jm_canvas_place (marks->canvas, group->role, rect), GAP);
  radius = group->role == JM_ROLE_EMOTION ? rect.width / 2 : RADIUS;
  bounds = GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width, (float) rect.height);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
  gtk_snapshot_push_rounded_clip (marks->snapshot, &outline);
  gtk_snapshot_append_color (marks->snapshot, &ink, &bounds);
  gtk_snapshot_pop (marks->snapshot);
  jm_overlay_append_frame (marks->snapshot, rect, radius, WIDTH, edge);
}

/* The marks of what scrolls, or those of the headings and lane names. */
void
jm_canvas_marks_snapshot (JmCanvas    *self,
                          GtkSnapshot *snapshot,
                          gboolean     of_strips)
{
  Marks marks = { self, snapshot, of_strips };

  if (self->marked != NULL)
    jm_canvas_items_foreach (self, snapshot_mark, &marks);
}
