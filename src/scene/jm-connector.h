/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transitions: arrows from touchpoint to touchpoint, on tracks of their own below the cards, so that they cross none. */
#pragma once

#include "jm-plan.h"

G_BEGIN_DECLS

#define JM_CONNECTOR_TRACK 32.0   /* from one track to the next */

/* One transition that is drawn. */
typedef struct
{
  JmItem      *transition;
  const char  *label;
  JmColor      color;
  double       from;      /* x of its ends */
  double       to;
  double       low;       /* what it takes of its track */
  double       high;
  guint        track;
} JmConnector;

GArray  *jm_connector_plan        (JmDraw         *draw,
                                   guint           row,
                                   GPtrArray      *plans,
                                   const double   *lefts);
guint    jm_connector_count_tracks (GArray        *connectors);
void     jm_connector_draw_all    (JmDraw         *draw,
                                   GArray         *connectors,
                                   double          cards_bottom,
                                   JmGroupBuilder *layer);

G_END_DECLS
