/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws groups with cairo. Letters are drawn as outlines: cairo puts glyphs on whole pixels, which tears small words
 * apart, and the GL renderer of GTK 4.8 does so with their heights. */
#include "jm-convert.h"
#include "jm-painter-private.h"

#include "export/jm-placeholder.h"

/* The bar in place of a line that is too small: its height, as a part of the font's size, and how dark it is. */
#define BAR_HEIGHT 0.42
#define BAR_ALPHA  0.45f

static void
set_source (cairo_t *cr,
            JmPaint  paint)
{
  if (paint.gradient != NULL)
    {
      cairo_pattern_t *pattern = cairo_pattern_create_linear (0, paint.gradient->y0, 0, paint.gradient->y1);

      for (guint i = 0; i < paint.gradient->n_stops; i++)
        {
          GdkRGBA color = jm_color_to_rgba (paint.gradient->color[i]);

          cairo_pattern_add_color_stop_rgba (pattern, paint.gradient->offset[i],
                                             color.red, color.green, color.blue, color.alpha);
        }
      cairo_set_source (cr, pattern);
      cairo_pattern_destroy (pattern);
    }
  else
    {
      GdkRGBA color = jm_color_to_rgba (paint.color);

      gdk_cairo_set_source_rgba (cr, &color);
    }
}

static void
draw_path (cairo_t    *cr,
           const JmOp *op)
{
  gboolean strokes = !jm_paint_is_none (op->path.stroke) && op->path.stroke_width > 0;

  cairo_new_path (cr);
  jm_path_append_to_cairo (op->path.path, cr);

  if (!jm_paint_is_none (op->path.fill))
    {
      set_source (cr, op->path.fill);
      if (strokes)
        cairo_fill_preserve (cr);
      else
        cairo_fill (cr);
    }
  if (strokes)
    {
      set_source (cr, op->path.stroke);
      cairo_set_line_width (cr, op->path.stroke_width);
      if (op->path.dash[0] > 0)
        cairo_set_dash (cr, op->path.dash, 2, 0);
      else
        cairo_set_dash (cr, NULL, 0, 0);
      cairo_stroke (cr);
    }
}

/* Whether it is a shadow, which nobody misses where text is too small to be read. */
static gboolean
is_needless (const JmPen *pen,
             const JmOp  *op)
{
  return pen->smallest > 0 && op->rect.fill.gradient == NULL && jm_paint_is_none (op->rect.stroke) &&
         jm_color_equal (op->rect.fill.color, pen->theme->card_shadow);
}

/* Where a picture of so many pixels goes: it covers its box, or fits inside. */
static JmRect
place_picture (const JmOp *op,
               double      width,
               double      height)
{
  JmRect box = op->picture.box;
  double scale = op->picture.cover ? MAX (box.width / width, box.height / height)
                                   : MIN (box.width / width, box.height / height);

  return jm_rect (box.x + (box.width - width * scale) / 2, box.y + (box.height - height * scale) / 2,
                  width * scale, height * scale);
}

static void
add_rounded (cairo_t *cr,
             JmRect   box,
             double   radius)
{
  radius = MIN (radius, MIN (box.width, box.height) / 2);
  if (radius <= 0)
    {
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + box.width - radius, box.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box.x + box.width - radius, box.y + box.height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box.x + radius, box.y + box.height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_rect (cairo_t    *cr,
           const JmOp *op)
{
  cairo_new_path (cr);
  add_rounded (cr, op->rect.box, op->rect.radius);
  if (!jm_paint_is_none (op->rect.fill))
    {
      set_source (cr, op->rect.fill);
      cairo_fill_preserve (cr);
    }
  if (!jm_paint_is_none (op->rect.stroke) && op->rect.stroke_width > 0)
    {
      set_source (cr, op->rect.stroke);
      cairo_set_line_width (cr, op->rect.stroke_width);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
draw_text (const JmPen *pen,
           cairo_t     *cr,
           const JmOp  *op)
{
  g_autoptr(PangoLayout) layout = NULL;
  GdkRGBA color = jm_color_to_rgba (op->text.color);
  double height = op->text.font.size * BAR_HEIGHT;

  if (op->text.font.size < pen->smallest)
    {
      color.alpha *= BAR_ALPHA;
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_rectangle (cr, op->text.x, op->text.baseline - height, op->text.width, height);
      cairo_fill (cr);
      return;
    }

  layout = jm_type_shape_line (pen->type, op->text.font, op->text.text, op->text.rtl);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_new_path (cr);
  cairo_move_to (cr, op->text.x, op->text.baseline - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_layout_path (cr, layout);
  cairo_fill (cr);
}

static void
draw_texture (cairo_t    *cr,
              const JmOp *op,
              GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  JmRect place = place_picture (op, width, height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  gdk_texture_download (texture, cairo_image_surface_get_data (surface), cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);

  cairo_save (cr);
  cairo_new_path (cr);
  add_rounded (cr, op->picture.box, op->picture.radius);
  cairo_clip (cr);
  cairo_translate (cr, place.x, place.y);
  cairo_scale (cr, place.width / width, place.height / height);
  cairo_set_source_surface (cr, surface, 0, 0);
  /* Else the edges fade where it is enlarged. */
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

static void
draw_picture (const JmPen *pen,
              cairo_t     *cr,
              const JmOp  *op)
{
  g_autoptr(JmGroup) placeholder = NULL;
  GdkTexture *texture = NULL;

  switch (jm_pictures_look_up (pen->pictures, op->picture.item, pen->wait, &texture))
    {
    case JM_PICTURE_READY:
      draw_texture (cr, op, texture);
      break;
    case JM_PICTURE_REFUSED:
      placeholder = jm_placeholder_new (op, pen->theme, pen->type);
      jm_pen_draw_group (pen, cr, placeholder, TRUE);
      break;
    case JM_PICTURE_PENDING:
    default:
      break;
    }
}

/* The slot of a group whose text is left out, NULL for none. */
const JmTextSlot *
jm_pen_find_hidden (const JmPen   *pen,
                    const JmGroup *group)
{
  const JmHiddenText *hidden = pen->hidden;

  if (hidden == NULL || group->role != hidden->role || g_strcmp0 (group->id, hidden->id) != 0)
    return NULL;

  for (guint i = 0; i < group->n_slots; i++)
    {
      if (group->slots[i].part == hidden->part)
        return &group->slots[i];
    }

  return NULL;
}

static gboolean
is_hidden (const JmOp       *op,
           const JmTextSlot *slot)
{
  return slot != NULL &&
         op->text.baseline > slot->box.y && op->text.baseline < slot->box.y + slot->box.height + 1 &&
         op->text.x + op->text.width >= slot->box.x && op->text.x <= slot->box.x + slot->box.width;
}

/* Draws a group in its own coordinates, with all that is in it or only what it itself consists of. */
void
jm_pen_draw_group (const JmPen *pen,
                   cairo_t     *cr,
                   JmGroup     *group,
                   gboolean     whole)
{
  const JmTextSlot *hidden = jm_pen_find_hidden (pen, group);

  cairo_save (cr);
  if (group->clips)
    {
      cairo_new_path (cr);
      add_rounded (cr, group->box, group->clip_radius);
      cairo_clip (cr);
    }

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < group->n_ops; i++)
    {
      const JmOp *op = &group->ops[i];

      switch (op->type)
        {
        case JM_OP_RECT:
          if (!is_needless (pen, op))
            draw_rect (cr, op);
          break;
        case JM_OP_PATH:
          draw_path (cr, op);
          break;
        case JM_OP_TEXT:
          if (!is_hidden (op, hidden))
            draw_text (pen, cr, op);
          break;
        case JM_OP_PICTURE:
          draw_picture (pen, cr, op);
          break;
        default:
          g_assert_not_reached ();
        }
    }

  for (guint i = 0; whole && i < group->n_children; i++)
    {
      const JmPlaced *child = &group->children[i];

      cairo_save (cr);
      cairo_translate (cr, child->x, child->y);
      jm_pen_draw_group (pen, cr, jm_placed_get_group (child), TRUE);
      cairo_restore (cr);
    }
  cairo_restore (cr);
}
