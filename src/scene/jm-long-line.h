/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmLongLine: a dashed line across the map, in pieces that a canvas can leave out and that are kept while they stay. */
#pragma once

#include "jm-draw.h"

G_BEGIN_DECLS

typedef struct
{
  double  piece;    /* length of a piece: of whole dashes, so that they go on in the next one */
  double  width;    /* of the pen */
  double  on;
  double  off;
  JmColor color;
} JmLongLineLook;

typedef struct
{
  GPtrArray *pieces;   /* of JmGroup, as long as they can be; NULL for none yet */
  double     x;        /* where they begin, … */
  double     length;   /* … and end */
  JmGroup   *all;      /* all of them together, at the height zero */
  double     y;
  JmGroup   *drawn;    /* those at that height */
} JmLongLine;

JmGroup *jm_long_line_draw  (JmLongLine           *self,
                             const JmLongLineLook *look,
                             double                x,
                             double                y,
                             double                length);
void     jm_long_line_clear (JmLongLine           *self);

G_END_DECLS
