/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scene as one SVG file: real text, titles and descriptions, and nothing from anywhere else. */
#pragma once

#include "scene/jm-scene.h"

G_BEGIN_DECLS

/* All zero: text stays text. */
typedef struct
{
  gboolean outlines;  /* text as paths, for whoever has none of the fonts */
} JmSvgOptions;

GBytes *jm_svg_write (JmScene             *scene,
                      const JmSvgOptions  *options,
                      GError             **error);

G_END_DECLS
