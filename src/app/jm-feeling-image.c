/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-feeling-image.h"

#include "canvas/jm-painter.h"
#include "scene/jm-face.h"

#include <adwaita.h>

#define FACE_SIZE 32

struct _JmFeelingImage
{
  GtkWidget      parent_instance;

  double         value;
  GskRenderNode *node;   /* the face in the style it was drawn in last */
  JmStyle        style;
};

G_DEFINE_FINAL_TYPE (JmFeelingImage, jm_feeling_image, GTK_TYPE_WIDGET)

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
jm_feeling_image_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  JmFeelingImage *self = JM_FEELING_IMAGE (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  JmStyle style = dark ? JM_STYLE_DARK : JM_STYLE_LIGHT;

  if (self->node == NULL || self->style != style)
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = paint_face (self->value, style);
      self->style = style;
    }
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

static void
jm_feeling_image_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = FACE_SIZE;
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jm_feeling_image_finalize;
  widget_class->snapshot = jm_feeling_image_snapshot;
  widget_class->measure = jm_feeling_image_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jm_feeling_image_init (JmFeelingImage *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
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
