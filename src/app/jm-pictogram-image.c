/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-pictogram-image.h"

#include "canvas/jm-convert.h"
#include "scene/jm-pictogram.h"

struct _JmPictogramImage
{
  JmImage  parent_instance;

  JmPath  *path;     /* borrowed; NULL for none */
};

G_DEFINE_FINAL_TYPE (JmPictogramImage, jm_pictogram_image, JM_TYPE_IMAGE)

static void
jm_pictogram_image_draw (JmImage     *image,
                         GtkSnapshot *snapshot,
                         int          width,
                         int          height,
                         JmStyle      style)
{
  JmPictogramImage *self = JM_PICTOGRAM_IMAGE (image);
  GdkRGBA color;
  cairo_t *cr;

  if (self->path == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (image)), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, (width - JM_PICTOGRAM_SIZE) / 2.0, (height - JM_PICTOGRAM_SIZE) / 2.0);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, JM_PICTOGRAM_STROKE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  jm_path_append_to_cairo (self->path, cr);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
jm_pictogram_image_class_init (JmPictogramImageClass *klass)
{
  JM_IMAGE_CLASS (klass)->draw = jm_pictogram_image_draw;
}

static void
jm_pictogram_image_init (JmPictogramImage *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), JM_PICTOGRAM_SIZE, JM_PICTOGRAM_SIZE);
}

/**
 * jm_pictogram_image_new:
 * @name: (nullable): the name of a pictogram
 *
 * Returns: (transfer floating): that pictogram, 24 pixels wide and high
 */
GtkWidget *
jm_pictogram_image_new (const char *name)
{
  JmPictogramImage *self = g_object_new (JM_TYPE_PICTOGRAM_IMAGE, NULL);

  jm_pictogram_image_set_name (self, name);

  return GTK_WIDGET (self);
}

/**
 * jm_pictogram_image_set_name:
 * @self: an image
 * @name: (nullable): the name of a pictogram; one that is not known shows the general one, %NULL none
 */
void
jm_pictogram_image_set_name (JmPictogramImage *self,
                             const char       *name)
{
  const JmPictogram *pictogram = NULL;

  g_return_if_fail (JM_IS_PICTOGRAM_IMAGE (self));

  if (name != NULL)
    {
      pictogram = jm_pictogram_find (name);
      if (pictogram == NULL)
        pictogram = jm_pictogram_find ("general");
    }

  self->path = pictogram != NULL ? jm_pictogram_get_path (pictogram) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
