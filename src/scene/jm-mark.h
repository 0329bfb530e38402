/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The points of the emotion curve, with their labels. */
#pragma once

#include "jm-plan.h"

G_BEGIN_DECLS

void jm_mark_add_all (GArray        *marks,
                      const JmFrame *frame,
                      JmItem        *touchpoint,
                      JmColor        column,
                      double         x,
                      double         width);

/* The dashes of the curves, so that no curve is told by its colour alone: on, off; both 0 is a solid line. */
void jm_feeler_get_dash (guint   sign,
                         double *on,
                         double *off);

G_END_DECLS
