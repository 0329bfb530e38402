/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmImage: a small picture in the window that is drawn by us, in the style of the window; it takes no events. */
#pragma once

#include "scene/jm-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JM_TYPE_IMAGE (jm_image_get_type ())
G_DECLARE_DERIVABLE_TYPE (JmImage, jm_image, JM, IMAGE, GtkWidget)

/* draw: draws it in a widget of this size, in pixels */
struct _JmImageClass
{
  GtkWidgetClass parent_class;

  void (* draw) (JmImage     *self,
                 GtkSnapshot *snapshot,
                 int          width,
                 int          height,
                 JmStyle      style);
};

G_END_DECLS
