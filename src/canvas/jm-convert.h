/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours, rectangles and paths of a scene as GTK and cairo have them. */
#pragma once

#include "scene/jm-path.h"
#include "scene/jm-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

static inline GdkRGBA
jm_color_to_rgba (JmColor color)
{
  return (GdkRGBA) { color.red / 255.f, color.green / 255.f, color.blue / 255.f, color.alpha / 255.f };
}

static inline graphene_rect_t
jm_rect_to_graphene (JmRect rect)
{
  return GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width, (float) rect.height);
}

void jm_path_append_to_cairo (JmPath  *self,
                              cairo_t *cr);

G_END_DECLS
