/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The five faces of a feeling, as vectors. */
#pragma once

#include "jm-draw.h"

G_BEGIN_DECLS

void jm_face_draw (JmDraw         *draw,
                   JmGroupBuilder *builder,
                   double          value,
                   double          cx,
                   double          cy,
                   double          radius,
                   gboolean        filled);

G_END_DECLS
