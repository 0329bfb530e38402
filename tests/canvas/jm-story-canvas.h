/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A canvas in a window, laid out without waiting for a frame to be drawn. */
#pragma once

#include "canvas/jm-canvas-private.h"

G_BEGIN_DECLS

/* Until the next frame has been laid out, and the widgets of all items in view are there. */
static inline void
story_canvas_settle (JmCanvas *canvas)
{
  GtkWidget *widget = GTK_WIDGET (canvas);

  while (gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < 3; i++)
    {
      jm_canvas_items_catch_up (canvas);
      GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, gtk_widget_get_width (widget),
                                                    gtk_widget_get_height (widget), -1);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

G_END_DECLS
