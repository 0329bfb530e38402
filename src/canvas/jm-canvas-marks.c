/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks on what was found: over the map as long as someone looks for something, and never part of the scene. A frame says which
 * item it is; the words themselves are set once more, dark on the ink of a marker pen. */
#include "jm-canvas-private.h"

#include "jm-convert.h"
#include "model/jm-find.h"

#include <string.h>

/* Marker pens, on light and on dark paper: for all that was found, and for the one that is looked at. */
static const GdkRGBA wash = { 0.96f, 0.76f, 0.07f, 0.2f };
static const GdkRGBA edge = { 0.83f, 0.55f, 0.0f, 1 };
static const GdkRGBA marker = { 1.0f, 0.87f, 0.38f, 1 };
static const GdkRGBA marker_here = { 1.0f, 0.64f, 0.18f, 1 };
static const GdkRGBA letters = { 0.11f, 0.09f, 0.05f, 1 };

#define GAP    1
#define RADIUS 7
#define WIDTH  2
/* Pixels. Letters lower than this cannot be read anyway. */
#define LEGIBLE 4
/* What a marker covers of a line, from its baseline, in heights of the letters. */
#define ASCENT  1.0
#define DESCENT 0.3

/**
 * jm_canvas_set_marked:
 * @self: a canvas
 * @ids: (nullable) (element-type utf8): ids and handles of items, "" for the title; %NULL for none
 * @query: (nullable): the words in them that are marked, whatever their accents and their case
 *
 * Marks items, and words in them, instead of those that were marked before.
 */
void
jm_canvas_set_marked (JmCanvas   *self,
                      GPtrArray  *ids,
                      const char *query)
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
  g_free (self->marked_query);
  self->marked_query = g_strdup (query);
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

void
jm_canvas_marks_free (JmCanvas *self)
{
  g_clear_pointer (&self->marked, g_hash_table_unref);
  g_clear_pointer (&self->marked_query, g_free);
  g_clear_pointer (&self->marked_type, jm_type_free);
}

typedef struct
{
  JmCanvas      *canvas;
  GtkSnapshot   *snapshot;
  gboolean       of_strips;

  /* of the item that is marked now */
  const GdkRGBA *ink;
  JmPoint        origin;   /* of its group, in pixels */
  guint          n_words;
} Marks;

/* Marks a part of a line: bytes from and to. */
static void
mark_part (Marks       *marks,
           const JmOp  *op,
           PangoLayout *layout,
           guint        from,
           guint        to)
{
  double zoom = jm_viewport_get_zoom (JM_VIEWPORT (marks->canvas));
  double size = op->text.font.size;
  g_autofree int *ranges = NULL;
  int n_ranges;

  pango_layout_line_get_x_ranges (pango_layout_get_line_readonly (layout, 0), (int) from, (int) to, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      double start = op->text.x + (double) ranges[2 * i] / PANGO_SCALE;
      double end = op->text.x + (double) ranges[2 * i + 1] / PANGO_SCALE;
      JmRect rect = { marks->origin.x + start * zoom - 1, marks->origin.y + (op->text.baseline - ASCENT * size) * zoom,
                      (end - start) * zoom + 2, (ASCENT + DESCENT) * size * zoom };
      graphene_rect_t bounds = jm_rect_to_graphene (rect);
      GskRoundedRect outline;
      cairo_t *cr;

      gsk_rounded_rect_init_from_rect (&outline, &bounds, 2);
      gtk_snapshot_push_rounded_clip (marks->snapshot, &outline);
      gtk_snapshot_append_color (marks->snapshot, marks->ink, &bounds);
      cr = gtk_snapshot_append_cairo (marks->snapshot, &bounds);
      cairo_translate (cr, marks->origin.x, marks->origin.y);
      cairo_scale (cr, zoom, zoom);
      /* As the map sets them, so that no letter moves. */
      cairo_move_to (cr, op->text.x, op->text.baseline - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
      pango_cairo_layout_path (cr, layout);
      gdk_cairo_set_source_rgba (cr, &letters);
      cairo_fill (cr);
      cairo_destroy (cr);
      gtk_snapshot_pop (marks->snapshot);
      marks->n_words++;
    }
}

/* Marks the words of some lines that follow each other, which may begin in one and go on in the next. */
static void
mark_lines (Marks       *marks,
            const JmOp **lines,
            guint        n_lines)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autoptr(GArray) matches = NULL;
  guint start = 0;

  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "\n" : "", lines[i]->text.text);
  matches = jm_find_match (all->str, marks->canvas->marked_query);
  if (matches->len == 0)
    return;

  if (marks->canvas->marked_type == NULL)
    marks->canvas->marked_type = jm_type_new ();
  for (guint i = 0; i < n_lines; i++)
    {
      const JmOp *op = lines[i];
      guint length = strlen (op->text.text);
      g_autoptr(PangoLayout) layout = jm_type_shape_line (marks->canvas->marked_type, op->text.font, op->text.text,
                                                          op->text.rtl);

      for (guint k = 0; k < matches->len; k++)
        {
          const JmMatch *match = &g_array_index (matches, JmMatch, k);
          guint from = MAX (match->start, start);
          guint to = MIN (match->end, start + length);

          if (from < to)
            mark_part (marks, op, layout, from - start, to - start);
        }
      start += length + 1;
    }
}

static gboolean
goes_on (const JmOp *line,
         const JmOp *next)
{
  return line->text.font.size == next->text.font.size && line->text.font.weight == next->text.font.weight &&
         next->text.baseline > line->text.baseline && next->text.baseline < line->text.baseline + 2 * line->text.font.size;
}

static void
mark_words (Marks         *marks,
            const JmGroup *group)
{
  double zoom = jm_viewport_get_zoom (JM_VIEWPORT (marks->canvas));
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i <= group->n_ops; i++)
    {
      const JmOp *op = i < group->n_ops ? &group->ops[i] : NULL;

      if (op != NULL && (op->type != JM_OP_TEXT || op->text.font.size * zoom < LEGIBLE))
        continue;
      if (lines->len > 0 && (op == NULL || !goes_on (g_ptr_array_index (lines, lines->len - 1), op)))
        {
          mark_lines (marks, (const JmOp **) lines->pdata, lines->len);
          g_ptr_array_set_size (lines, 0);
        }
      if (op != NULL)
        g_ptr_array_add (lines, (gpointer) op);
    }
}

/* The one that is looked at: what is selected, and the title where nothing is. */
static gboolean
is_here (JmCanvas      *canvas,
         const JmGroup *group)
{
  const char *focus = jm_session_get_focus (canvas->session);

  return group->role == JM_ROLE_TITLE ? focus == NULL : g_strcmp0 (group->id, focus) == 0;
}

static void
snapshot_mark (JmGroup  *group,
               JmRect    rect,
               gpointer  user_data)
{
  Marks *marks = user_data;
  JmCanvas *canvas = marks->canvas;
  const char *id = group->role == JM_ROLE_TITLE ? "" : group->id;
  double zoom = jm_viewport_get_zoom (JM_VIEWPORT (canvas));
  graphene_rect_t bounds;
  GskRoundedRect outline;
  double radius;

  if (marks->of_strips != (group->role == JM_ROLE_PHASE || group->role == JM_ROLE_LANE) ||
      !jm_canvas_is_marked (canvas, id))
    return;

  rect = jm_canvas_place (canvas, group->role, rect);
  if (group == canvas->sliding.lane)
    rect.y += canvas->sliding.dy;
  marks->ink = is_here (canvas, group) ? &marker_here : &marker;
  marks->origin = jm_point (rect.x - group->box.x * zoom, rect.y - group->box.y * zoom);
  marks->n_words = 0;
  /* What is being typed has a caret and letters of its own. */
  if (canvas->marked_query != NULL && canvas->editor == NULL)
    mark_words (marks, group);

  rect = jm_rect_expand (rect, GAP);
  radius = group->role == JM_ROLE_EMOTION ? rect.width / 2 : RADIUS;
  bounds = jm_rect_to_graphene (rect);
  if (marks->n_words == 0)
    {
      gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
      gtk_snapshot_push_rounded_clip (marks->snapshot, &outline);
      gtk_snapshot_append_color (marks->snapshot, &wash, &bounds);
      gtk_snapshot_pop (marks->snapshot);
    }
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
