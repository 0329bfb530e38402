/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the grid: the title block, the personas, the names of the lanes, the legend and the footer. */
#pragma once

#include "jm-plan.h"

G_BEGIN_DECLS

#define JM_PAGE_MARGIN       32.0
#define JM_PAGE_LEAST_WIDTH  760.0
#define JM_NAMES_GAP         16.0   /* between the names of the lanes and the grid */

/* What a legend has to explain. */
typedef struct
{
  gboolean severity;
  gboolean votes;
  gboolean moments;
  gboolean assumed;
  gboolean measured;
  gboolean baseline;   /* the curve that this map is compared with */
  gboolean faded;      /* touchpoints that do not stand out */
} JmLegend;

char    *jm_frame_get_title     (JmDraw         *draw);
char    *jm_frame_describe      (JmDraw         *draw);
double   jm_frame_measure_names (JmDraw         *draw,
                                 GArray         *rows);
double   jm_frame_measure_lane  (JmDraw         *draw,
                                 const JmRow    *row,
                                 double          names_width);
JmGroup *jm_frame_draw_lane     (JmDraw         *draw,
                                 const JmRow    *row,
                                 double          names_width,
                                 double          width,
                                 double          height,
                                 double          level_top,
                                 double          level_step,
                                 const char     *remark);
JmGroup *jm_frame_draw_title    (JmDraw         *draw,
                                 GArray         *feelers,
                                 double          page_width,
                                 double         *bottom);
JmGroup *jm_frame_draw_footer   (JmDraw         *draw,
                                 const JmLegend *legend,
                                 double          page_width,
                                 double          top);

G_END_DECLS
