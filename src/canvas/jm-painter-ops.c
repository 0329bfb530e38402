/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One operation of the display list as render nodes. GSK 4.8 has no paths, so those are cairo nodes. */
#include "jm-painter-private.h"

#include "export/jm-placeholder.h"

static graphene_rect_t
to_rect (JmRect rect)
{
  return GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width, (float) rect.height);
}

static void
append_fill (GtkSnapshot           *snapshot,
             const graphene_rect_t *bounds,
             JmPaint                paint)
{
  if (paint.gradient != NULL)
    {
      GskColorStop stops[G_N_ELEMENTS (paint.gradient->color)];

      for (guint i = 0; i < paint.gradient->n_stops; i++)
        {
          stops[i].offset = (float) paint.gradient->offset[i];
          stops[i].color = jm_color_to_rgba (paint.gradient->color[i]);
        }
      gtk_snapshot_append_linear_gradient (snapshot, bounds,
                                           &GRAPHENE_POINT_INIT (0, (float) paint.gradient->y0),
                                           &GRAPHENE_POINT_INIT (0, (float) paint.gradient->y1),
                                           stops, paint.gradient->n_stops);
    }
  else
    {
      GdkRGBA color = jm_color_to_rgba (paint.color);

      gtk_snapshot_append_color (snapshot, &color, bounds);
    }
}

static void
paint_rect (GtkSnapshot *snapshot,
            const JmOp  *op)
{
  graphene_rect_t bounds = to_rect (op->rect.box);

  if (!jm_paint_is_none (op->rect.fill))
    {
      if (op->rect.radius > 0)
        {
          GskRoundedRect outline;

          gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) op->rect.radius);
          gtk_snapshot_push_rounded_clip (snapshot, &outline);
          append_fill (snapshot, &bounds, op->rect.fill);
          gtk_snapshot_pop (snapshot);
        }
      else
        {
          append_fill (snapshot, &bounds, op->rect.fill);
        }
    }

  if (!jm_paint_is_none (op->rect.stroke) && op->rect.stroke_width > 0)
    {
      float width = (float) op->rect.stroke_width;
      graphene_rect_t edge = to_rect (jm_rect_expand (op->rect.box, op->rect.stroke_width / 2));
      GdkRGBA color = jm_color_to_rgba (op->rect.stroke.gradient != NULL ? op->rect.stroke.gradient->color[0]
                                                                : op->rect.stroke.color);
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline, &edge, op->rect.radius > 0 ? (float) op->rect.radius + width / 2 : 0);
      gtk_snapshot_append_border (snapshot, &outline,
                                  (float[4]) { width, width, width, width },
                                  (GdkRGBA[4]) { color, color, color, color });
    }
}

static JmRect
get_path_extents (const JmOp *op)
{
  return jm_rect_expand (jm_path_get_bounds (op->path.path), op->path.stroke_width / 2 + 1);
}

/* A run of paths is one cairo node: a pictogram of four strokes costs as much as one. */
static void
paint_paths (GtkSnapshot *snapshot,
             const JmOp  *ops,
             guint        n_ops)
{
  JmRect extents = jm_rect_nothing ();
  graphene_rect_t bounds;
  cairo_t *cr;

  for (guint i = 0; i < n_ops; i++)
    extents = jm_rect_union (extents, get_path_extents (&ops[i]));
  if (jm_rect_is_nothing (extents))
    return;

  bounds = to_rect (extents);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  for (guint i = 0; i < n_ops; i++)
    jm_draw_path (cr, &ops[i]);
  cairo_destroy (cr);
}

static void
paint_text (GtkSnapshot *snapshot,
            const JmOp  *op,
            JmType      *type,
            JmDetail     detail)
{
  GdkRGBA color = jm_color_to_rgba (op->text.color);
  g_autoptr(PangoLayout) layout = NULL;
  double ascent;

  if (op->text.font.size < detail.smallest)
    {
      double height = op->text.font.size * JM_BAR_HEIGHT;

      /* Too small to be read: a bar as dark as the line would be. */
      color.alpha *= JM_BAR_ALPHA;
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT ((float) op->text.x, (float) (op->text.baseline - height),
                                                      (float) op->text.width, (float) height));
      return;
    }

  layout = jm_type_shape_line (type, op->text.font, op->text.text, op->text.rtl);
  ascent = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) op->text.x, (float) (op->text.baseline - ascent)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
paint_texture (GtkSnapshot *snapshot,
               const JmOp  *op,
               GdkTexture  *texture)
{
  graphene_rect_t bounds = to_rect (op->picture.box);
  graphene_rect_t target = to_rect (jm_op_place_picture (op, gdk_texture_get_width (texture),
                                                         gdk_texture_get_height (texture)));
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) op->picture.radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_texture (snapshot, texture, &target);
  gtk_snapshot_pop (snapshot);
}

static void
paint_picture (GtkSnapshot *snapshot,
               const JmOp  *op,
               JmType      *type,
               JmDetail     detail,
               JmPictures  *pictures,
               gboolean     wait)
{
  g_autoptr(JmGroup) placeholder = NULL;
  GdkTexture *texture = NULL;

  switch (jm_pictures_look_up (pictures, op->picture.item, wait, &texture))
    {
    case JM_PICTURE_READY:
      paint_texture (snapshot, op, texture);
      break;
    case JM_PICTURE_REFUSED:
      placeholder = jm_placeholder_new (op, detail.theme, type);
      jm_paint_ops (snapshot, placeholder, type, detail, NULL, pictures, wait);
      break;
    case JM_PICTURE_PENDING:
    default:
      break;
    }
}

static gboolean
is_hidden (const JmOp       *op,
           const JmTextSlot *hidden)
{
  return hidden != NULL &&
         op->text.baseline > hidden->box.y && op->text.baseline < hidden->box.y + hidden->box.height + 1 &&
         op->text.x + op->text.width >= hidden->box.x && op->text.x <= hidden->box.x + hidden->box.width;
}

/* Paints what a group itself consists of, not its children. hidden is a slot whose text is left out. */
void
jm_paint_ops (GtkSnapshot      *snapshot,
              JmGroup          *group,
              JmType           *type,
              JmDetail          detail,
              const JmTextSlot *hidden,
              JmPictures       *pictures,
              gboolean          wait)
{
  for (guint i = 0; i < group->n_ops;)
    {
      const JmOp *op = &group->ops[i];
      guint n_paths = 0;

      switch (op->type)
        {
        case JM_OP_RECT:
          if (!jm_op_is_shadow (op, detail))
            paint_rect (snapshot, op);
          break;
        case JM_OP_PATH:
          while (i + n_paths < group->n_ops && group->ops[i + n_paths].type == JM_OP_PATH)
            n_paths++;
          paint_paths (snapshot, op, n_paths);
          break;
        case JM_OP_TEXT:
          if (!is_hidden (op, hidden))
            paint_text (snapshot, op, type, detail);
          break;
        case JM_OP_PICTURE:
          paint_picture (snapshot, op, type, detail, pictures, wait);
          break;
        default:
          g_assert_not_reached ();
        }

      i += MAX (n_paths, 1);
    }
}
