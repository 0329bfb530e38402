/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-picture-image.h"

#include "canvas/jm-painter.h"

#define MIN_WIDTH      60
#define PICTURE_HEIGHT 150
#define PICTURE_RADIUS 9

struct _JmPictureImage
{
  JmImage    parent_instance;

  JmItem    *picture;
  JmPainter *painter;
  JmGroup   *group;    /* the picture in the present width */
  int        width;
};

G_DEFINE_FINAL_TYPE (JmPictureImage, jm_picture_image, JM_TYPE_IMAGE)

static void
decoded_cb (gpointer data,
            gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

static void
jm_picture_image_draw (JmImage     *image,
                       GtkSnapshot *snapshot,
                       int          width,
                       int          height,
                       JmStyle      style)
{
  JmPictureImage *self = JM_PICTURE_IMAGE (image);
  JmPainterView view = { .scale = 1, .device = gtk_widget_get_scale_factor (GTK_WIDGET (image)) };

  if (self->group == NULL || self->width != width)
    {
      JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);

      jm_group_builder_add_picture (builder, self->picture, jm_rect (0, 0, width, PICTURE_HEIGHT), PICTURE_RADIUS,
                                    TRUE);
      g_clear_pointer (&self->group, jm_group_unref);
      self->group = jm_group_builder_end (builder);
      self->width = width;
    }

  view.area = self->group->bounds;
  jm_painter_snapshot_group (self->painter, snapshot, self->group, &view);
}

static void
jm_picture_image_finalize (GObject *object)
{
  JmPictureImage *self = JM_PICTURE_IMAGE (object);

  g_clear_pointer (&self->painter, jm_painter_free);
  g_clear_pointer (&self->group, jm_group_unref);
  g_clear_pointer (&self->picture, jm_item_unref);

  G_OBJECT_CLASS (jm_picture_image_parent_class)->finalize (object);
}

static void
jm_picture_image_class_init (JmPictureImageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_picture_image_finalize;
  JM_IMAGE_CLASS (klass)->draw = jm_picture_image_draw;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jm_picture_image_init (JmPictureImage *self)
{
  self->painter = jm_painter_new ();
  jm_painter_set_on_picture (self->painter, decoded_cb, self);
  gtk_widget_set_size_request (GTK_WIDGET (self), MIN_WIDTH, PICTURE_HEIGHT);
}

/**
 * jm_picture_image_new:
 * @picture: an item of kind %JM_KIND_PICTURE
 *
 * Returns: (transfer floating): the picture, or what stands in the place of one that must not be decoded
 */
GtkWidget *
jm_picture_image_new (JmItem *picture)
{
  JmPictureImage *self = g_object_new (JM_TYPE_PICTURE_IMAGE, NULL);
  const char *alt = jm_item_get (picture, JM_ATTR_ALT);

  self->picture = jm_item_ref (picture);
  if (alt != NULL && *alt != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, alt, -1);

  return GTK_WIDGET (self);
}
