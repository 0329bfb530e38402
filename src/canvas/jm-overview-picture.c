/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-overview-picture.h"

#include "jm-overview.h"
#include "jm-painter-private.h"

#include <math.h>

/* A map as long as a street is drawn higher than it is: in a line nobody finds anything. */
#define THINNEST 44

/* What is narrower, in pixels of the device, is a speck, and where there is one already there is no need of another. */
#define SPECK 0.6

/* Larger than any font: all text is bars. */
#define ANY_FONT 10000

#define FAR 1e7

typedef struct
{
  cairo_t *cr;
  JmPen    pen;
  double   scale_x;
  double   scale_y;
  guint8  *taken;      /* by specks, one byte a pixel */
  int      width;      /* pixels of the device */
  int      height;
} Drawing;

/**
 * jm_overview_picture_measure:
 * @scene: a scene
 * @width: (out): in pixels
 * @height: (out): in pixels
 *
 * Asks how large a picture of @scene is, within %JM_OVERVIEW_WIDTH and %JM_OVERVIEW_HEIGHT.
 */
void
jm_overview_picture_measure (JmScene *scene,
                             int     *width,
                             int     *height)
{
  double whole_width = MAX (jm_scene_get_width (scene), 1);
  double whole_height = MAX (jm_scene_get_height (scene), 1);
  double scale = MIN (JM_OVERVIEW_WIDTH / whole_width, JM_OVERVIEW_HEIGHT / whole_height);

  *width = MAX ((int) round (whole_width * scale), THINNEST);
  *height = MAX ((int) round (whole_height * scale), THINNEST);
}

static gboolean
has_picture (const JmGroup *group)
{
  for (guint i = 0; i < group->n_ops; i++)
    {
      if (group->ops[i].type == JM_OP_PICTURE)
        return TRUE;
    }

  return FALSE;
}

/* The colour that one sees from afar. */
static gboolean
find_color (const JmGroup *group,
            GdkRGBA       *color)
{
  for (guint i = 0; i < group->n_ops; i++)
    {
      const JmOp *op = &group->ops[i];
      JmPaint fill = op->type == JM_OP_RECT ? op->rect.fill : op->type == JM_OP_PATH ? op->path.fill : jm_paint_none ();

      if (fill.gradient == NULL && fill.color.alpha > 128)
        {
          *color = (GdkRGBA) { fill.color.red / 255.f, fill.color.green / 255.f, fill.color.blue / 255.f, 1 };
          return TRUE;
        }
    }

  return FALSE;
}

static void
draw_speck (Drawing       *drawing,
            const JmGroup *group,
            double         x,
            double         y)
{
  int column = (int) ((x + group->bounds.x + group->bounds.width / 2) * drawing->scale_x);
  int top = (int) ((y + group->bounds.y) * drawing->scale_y);
  int depth = MAX ((int) round (group->bounds.height * drawing->scale_y), 1);
  GdkRGBA color;

  if (column < 0 || column >= drawing->width || top < 0 || top >= drawing->height ||
      drawing->taken[top * drawing->width + column] != 0 || !find_color (group, &color))
    return;

  drawing->taken[top * drawing->width + column] = 1;
  gdk_cairo_set_source_rgba (drawing->cr, &color);
  cairo_rectangle (drawing->cr, column / drawing->scale_x, top / drawing->scale_y,
                   1 / drawing->scale_x, depth / drawing->scale_y);
  cairo_fill (drawing->cr);
}

static gboolean
visit (JmGroup  *group,
       double    x,
       double    y,
       gpointer  user_data)
{
  Drawing *drawing = user_data;

  if (group->bounds.width * drawing->scale_x < SPECK)
    {
      draw_speck (drawing, group, x, y);
      return FALSE;
    }

  if (group->n_ops > 0 && !has_picture (group))
    {
      cairo_save (drawing->cr);
      cairo_translate (drawing->cr, x, y);
      jm_pen_draw_group (&drawing->pen, drawing->cr, group, FALSE);
      cairo_restore (drawing->cr);
    }

  return TRUE;
}

/**
 * jm_overview_picture_new:
 * @scene: a scene
 * @width: of the picture, in pixels
 * @height: of the picture, in pixels
 * @device: pixels of the device in one of these
 *
 * Draws all of @scene, in any thread. For 10,000 touchpoints, most of which are specks, that takes some tens of
 * milliseconds.
 *
 * Returns: (transfer full): the picture
 */
GdkTexture *
jm_overview_picture_new (JmScene *scene,
                         int      width,
                         int      height,
                         int      device)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * device, height * device);
  g_autofree guint8 *taken = g_malloc0 ((gsize) width * height * device * device);
  g_autoptr(GBytes) bytes = NULL;
  Drawing drawing = {
    cairo_create (surface),
    { NULL, NULL, jm_scene_get_theme (scene), ANY_FONT, FALSE, NULL },
    width * device / MAX (jm_scene_get_width (scene), 1),
    height * device / MAX (jm_scene_get_height (scene), 1),
    taken, width * device, height * device
  };
  GdkTexture *texture;

  cairo_scale (drawing.cr, drawing.scale_x, drawing.scale_y);
  jm_scene_visit (scene, jm_rect (-FAR, -FAR, 2 * FAR, 2 * FAR), visit, &drawing);
  cairo_destroy (drawing.cr);

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) * height * device);
  texture = gdk_memory_texture_new (width * device, height * device, GDK_MEMORY_DEFAULT, bytes,
                                    cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);

  return texture;
}
