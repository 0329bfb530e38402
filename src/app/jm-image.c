/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-image.h"

#include "jm-look.h"

G_DEFINE_ABSTRACT_TYPE (JmImage, jm_image, GTK_TYPE_WIDGET)

static void
jm_image_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  JM_IMAGE_GET_CLASS (widget)->draw (JM_IMAGE (widget), snapshot,
                                     gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                                     jm_look_get_style ());
}

static void
jm_image_class_init (JmImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = jm_image_snapshot;
  /* What it shows is said by what it is in. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jm_image_init (JmImage *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}
