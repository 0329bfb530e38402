/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An SVG of ours, drawn by librsvg: as PNG, as PDF, onto any cairo context, as a thumbnail. */
#pragma once

#include "scene/jm-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

/* The most that librsvg and cairo draw: pixels a side, and pixels in all (1 GiB of memory). */
#define JM_RASTER_MAX_SIDE   32767
#define JM_RASTER_MAX_PIXELS (256 * 1024 * 1024)

GBytes          *jm_raster_png       (GBytes      *svg,
                                      const char  *title,
                                      double       scale,
                                      GError     **error);
GBytes          *jm_raster_pdf       (GBytes      *svg,
                                      const char  *title,
                                      GError     **error);
gboolean         jm_raster_draw      (GBytes      *svg,
                                      cairo_t     *cr,
                                      JmRect       box,
                                      GError     **error);
cairo_surface_t *jm_raster_thumbnail (GBytes      *svg,
                                      int          width,
                                      int          height,
                                      GError     **error);

G_END_DECLS
