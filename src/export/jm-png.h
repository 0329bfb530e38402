/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An image as PNG, written faster than cairo does. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

GBytes *jm_png_write (cairo_surface_t  *surface,
                      const char       *title,
                      double            resolution,
                      GError          **error);

G_END_DECLS
