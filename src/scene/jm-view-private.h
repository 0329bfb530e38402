/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the views share: a page with a head, and sheets that draw themselves onto it. */
#pragma once

#include "jm-draw.h"
#include "jm-view.h"

G_BEGIN_DECLS

#define JM_VIEW_MARGIN 32.0
#define JM_VIEW_TOP    132.0   /* where a sheet begins */

/* Draws a view below its head. Sets the width and height that it takes, margins not counted. A sheet says how far things are
 * from the side where reading begins; jm_view_side() and jm_view_text() turn them round for who reads from right to left. */
typedef void (* JmSheet) (JmDraw         *draw,
                          JmGroupBuilder *builder,
                          double         *width,
                          double         *height);

void     jm_view_draw_matrix   (JmDraw         *draw,
                                JmGroupBuilder *builder,
                                double         *width,
                                double         *height);
void     jm_view_draw_ranking  (JmDraw         *draw,
                                JmGroupBuilder *builder,
                                double         *width,
                                double         *height);
void     jm_view_draw_channels (JmDraw         *draw,
                                JmGroupBuilder *builder,
                                double         *width,
                                double         *height);

JmScene *jm_view_compose_both  (JmMap                  *map,
                                const JmComposeOptions *options);

/* One thing that is attached to a touchpoint, and where. Borrowed from the map. */
typedef struct
{
  JmItem *item;
  JmItem *touchpoint;
  JmItem *phase;
  guint   order;     /* in the map */
} JmAttached;

GArray  *jm_view_gather        (JmMap          *map,
                                JmKind          kind);
double   jm_view_get_page      (double          width);
void     jm_view_text          (JmDraw         *draw,
                                JmGroupBuilder *builder,
                                JmFont          font,
                                JmColor         color,
                                double          whole,
                                double          x,
                                double          baseline,
                                const char     *text);

G_END_DECLS
