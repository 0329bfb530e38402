/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One composition while it is being made, for those who draw parts of it. */
#pragma once

#include "jm-composer.h"
#include "jm-plan.h"
#include "jm-scene-private.h"

G_BEGIN_DECLS

#define JM_LEVEL_STEP 46.5   /* from one whole feeling to the next */

typedef struct
{
  JmComposer *self;
  JmDraw      draw;
  JmFrame     frame;
  JmScene    *scene;
  GPtrArray  *plans;      /* in the map's order */
  double     *lefts;      /* of the phases */
  GArray    **levels;     /* of each row */
  double     *tops;       /* of each row; one more for the end */
  GArray     *connectors; /* arrows below the touchpoints, NULL without such a row */
  double      names_width;
  double      grid_x;
  double      grid_width;
  double      page_width;
  double      headings_y;
  double      heading_height;
} JmComposition;

/* The emotion lane's lines, and what spans phases: curves, arrows, funnels. */
void jm_across_add_levels (JmComposition  *c,
                           JmGroupBuilder *builder,
                           const char     *lane_id);
void jm_across_draw       (JmComposition  *c,
                           JmGroupBuilder *behind);

G_END_DECLS
