/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One composition while it is being made, for those who draw parts of it. */
#pragma once

#include "jm-composer.h"
#include "jm-plan.h"
#include "jm-scene-private.h"

G_BEGIN_DECLS

/* What spans phases, and what is kept of it from one composition to the next. */
typedef struct _JmAcross JmAcross;

typedef struct
{
  JmComposer *self;
  JmDraw      draw;
  JmFrame     frame;
  JmScene    *scene;
  GPtrArray  *plans;      /* in the map's order, … */
  GHashTable *by_phase;   /* … and by the items of their phases */
  double     *lefts;      /* of the phases */
  GArray    **levels;     /* of each row */
  double     *tops;       /* of each row; one more for the end */
  JmAcross   *across;     /* what spans phases, as it was drawn before */
  double      names_width;
  double      grid_x;
  double      grid_width;
  double      page_width;
  double      headings_y;
  double      heading_height;
} JmComposition;

JmAcross *jm_across_new         (void);
void      jm_across_free        (JmAcross       *self);
double    jm_across_plan_arrows (JmComposition  *c,
                                 guint           row);
char     *jm_across_get_total   (JmComposition  *c);
void      jm_across_add_levels  (JmComposition  *c,
                                 JmGroupBuilder *builder,
                                 guint           row);
void      jm_across_add_line    (JmComposition  *c,
                                 JmGroupBuilder *builder,
                                 guint           row);
void      jm_across_draw        (JmComposition  *c,
                                 JmGroupBuilder *behind);

G_END_DECLS
