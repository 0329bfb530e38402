/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that write SVG share. */
#pragma once

#include "jm-svg-buffer.h"
#include "jm-svg-outline.h"

G_BEGIN_DECLS

/* A scene on its way into a file. */
typedef struct
{
  JmSvgBuffer     out;
  JmScene        *scene;
  gboolean        outlines;
  JmType         *type;      /* made when it is first needed: loading fonts takes longer than writing a small map */
  JmSvgOutliner  *outliner;
  GHashTable     *ids;       /* those taken, owned by id_texts */
  GStringChunk   *id_texts;
  GHashTable     *gradients; /* JmGradient to its number */
  guint           n_clips;
  double          dx;        /* from the coordinates of the group to those of the element that it is written into */
  double          dy;
  GError         *error;
} JmSvgWriter;

/* jm-svg-paint.c */
GHashTable *jm_svg_gradients_new   (void);
void        jm_svg_put_color       (JmSvgWriter   *self,
                                    const char    *fill,
                                    const char    *opacity,
                                    JmColor        color);
void        jm_svg_define_gradient (JmSvgWriter   *self,
                                    const JmPaint *paint);
void        jm_svg_put_fill        (JmSvgWriter   *self,
                                    JmPaint        paint);
void        jm_svg_put_stroke      (JmSvgWriter   *self,
                                    JmPaint        paint,
                                    double         width);

G_END_DECLS
