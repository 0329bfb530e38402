/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-pictogram-image.h"

#include "scene/jm-path.h"
#include "scene/jm-pictogram.h"

#define PICTOGRAM_SIZE 24

struct _JmPictogramImage
{
  GtkWidget  parent_instance;

  JmPath    *path;
};

G_DEFINE_FINAL_TYPE (JmPictogramImage, jm_pictogram_image, GTK_TYPE_WIDGET)

static void
put_segment (JmPathVerb     verb,
             const JmPoint *points,
             gpointer       user_data)
{
  cairo_t *cr = user_data;

  switch (verb)
    {
    case JM_PATH_MOVE:
      cairo_move_to (cr, points[0].x, points[0].y);
      break;
    case JM_PATH_LINE:
      cairo_line_to (cr, points[0].x, points[0].y);
      break;
    case JM_PATH_CURVE:
      cairo_curve_to (cr, points[0].x, points[0].y, points[1].x, points[1].y, points[2].x, points[2].y);
      break;
    case JM_PATH_CLOSE:
    default:
      cairo_close_path (cr);
      break;
    }
}

static void
jm_pictogram_image_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  JmPictogramImage *self = JM_PICTOGRAM_IMAGE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA color;
  cairo_t *cr;

  if (self->path == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, (width - PICTOGRAM_SIZE) / 2.0, (height - PICTOGRAM_SIZE) / 2.0);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1.7);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  jm_path_foreach (self->path, put_segment, cr);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
jm_pictogram_image_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = PICTOGRAM_SIZE;
}

static void
jm_pictogram_image_finalize (GObject *object)
{
  g_clear_pointer (&JM_PICTOGRAM_IMAGE (object)->path, jm_path_unref);

  G_OBJECT_CLASS (jm_pictogram_image_parent_class)->finalize (object);
}

static void
jm_pictogram_image_class_init (JmPictogramImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jm_pictogram_image_finalize;
  widget_class->snapshot = jm_pictogram_image_snapshot;
  widget_class->measure = jm_pictogram_image_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jm_pictogram_image_init (JmPictogramImage *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
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

  g_clear_pointer (&self->path, jm_path_unref);
  if (pictogram != NULL)
    self->path = jm_path_new_from_svg (pictogram->path);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
