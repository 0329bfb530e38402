/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-feeling-image.h"

#include "canvas/jm-painter.h"
#include "scene/jm-face.h"

#define FACE_SIZE 32

struct _JmFeelingImage
{
  JmImage        parent_instance;

  double         value;
  GskRenderNode *node;   /* the face in the style it was drawn in last */
  JmStyle        style;
};

G_DEFINE_FINAL_TYPE (JmFeelingImage, jm_feeling_image, JM_TYPE_IMAGE)

static GskRenderNode *
paint_face (double  value,
            JmStyle style)
{
  JmDraw draw = { .theme = jm_theme_get (style) };
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  g_autoptr(JmPainter) painter = jm_painter_new ();
  g_autoptr(JmGroup) group = NULL;

  jm_face_draw (&draw, builder, value, FACE_SIZE / 2.0, FACE_SIZE / 2.0, FACE_SIZE / 2.0 - 1, TRUE);
  group = jm_group_builder_end (builder);

  return jm_painter_paint_group (painter, group);
}

static void
jm_feeling_image_draw (JmImage     *image,
                       GtkSnapshot *snapshot,
                       int          width,
                       int          height,
                       JmStyle      style)
{
  JmFeelingImage *self = JM_FEELING_IMAGE (image);

  if (self->node == NULL || self->style != style)
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = paint_face (self->value, style);
      self->style = style;
    }
  gtk_snapshot_append_node (snapshot, self->node);
}

static void
jm_feeling_image_finalize (GObject *object)
{
  g_clear_pointer (&JM_FEELING_IMAGE (object)->node, gsk_render_node_unref);

  G_OBJECT_CLASS (jm_feeling_image_parent_class)->finalize (object);
}

static void
jm_feeling_image_class_init (JmFeelingImageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_feeling_image_finalize;
  JM_IMAGE_CLASS (klass)->draw = jm_feeling_image_draw;
}

static void
jm_feeling_image_init (JmFeelingImage *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), FACE_SIZE, FACE_SIZE);
}

/**
 * jm_feeling_image_new:
 * @value: a feeling, from -2 to 2
 *
 * Returns: (transfer floating): the face of that feeling
 */
GtkWidget *
jm_feeling_image_new (double value)
{
  JmFeelingImage *self = g_object_new (JM_TYPE_FEELING_IMAGE, NULL);

  self->value = value;

  return GTK_WIDGET (self);
}
