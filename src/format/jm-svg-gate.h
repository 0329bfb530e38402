/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate for SVG pictures: an allow-list of what may be in them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  jm_svg_gate_check (GBytes   *bytes,
                             double   *width,
                             double   *height,
                             gboolean *broken);

G_END_DECLS
