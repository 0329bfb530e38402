/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The emotion curve: a smooth line through points that never rises above or falls below them. */
#pragma once

#include "jm-path.h"

G_BEGIN_DECLS

double *jm_curve_get_slopes (const JmPoint *points,
                             guint          n_points);
JmPath *jm_curve_get_line   (const JmPoint *points,
                             const double  *slopes,
                             guint          first,
                             guint          last);
JmPath *jm_curve_get_area   (const JmPoint *points,
                             const double  *slopes,
                             guint          first,
                             guint          last,
                             double         base);

G_END_DECLS
