/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An immutable outline of moves, lines and cubic curves in map units, and the ways to make one. */
#pragma once

#include "jm-geometry.h"

G_BEGIN_DECLS

typedef struct _JmPath        JmPath;
typedef struct _JmPathBuilder JmPathBuilder;

/**
 * JmPathVerb:
 * @JM_PATH_MOVE: starts a contour; one point
 * @JM_PATH_LINE: one point
 * @JM_PATH_CURVE: a cubic Bézier curve; two control points and the end
 * @JM_PATH_CLOSE: back to the start of the contour; no point
 */
typedef enum
{
  JM_PATH_MOVE,
  JM_PATH_LINE,
  JM_PATH_CURVE,
  JM_PATH_CLOSE,
} JmPathVerb;

typedef void (* JmPathFunc) (JmPathVerb     verb,
                             const JmPoint *points,
                             gpointer       user_data);

/* make */
JmPath        *jm_path_new_from_svg            (const char     *d);
JmPath        *jm_path_new_placed              (JmPath         *path,
                                                double          scale,
                                                double          dx,
                                                double          dy);
JmPath        *jm_path_ref                     (JmPath         *path);
void           jm_path_unref                   (JmPath         *path);

JmPathBuilder *jm_path_builder_new             (void);
void           jm_path_builder_move_to         (JmPathBuilder  *builder,
                                                double          x,
                                                double          y);
void           jm_path_builder_line_to         (JmPathBuilder  *builder,
                                                double          x,
                                                double          y);
void           jm_path_builder_curve_to        (JmPathBuilder  *builder,
                                                double          x1,
                                                double          y1,
                                                double          x2,
                                                double          y2,
                                                double          x,
                                                double          y);
void           jm_path_builder_close           (JmPathBuilder  *builder);
void           jm_path_builder_rounded_rect    (JmPathBuilder  *builder,
                                                JmRect          rect,
                                                double          radius);
void           jm_path_builder_rounded_polygon (JmPathBuilder  *builder,
                                                const JmPoint  *corners,
                                                const double   *radii,
                                                gsize           n_corners);
JmPath        *jm_path_builder_end             (JmPathBuilder  *builder);
void           jm_path_builder_free            (JmPathBuilder  *builder);

/* ask */
gboolean       jm_path_is_empty                (JmPath         *path);
gboolean       jm_path_equal                   (JmPath         *a,
                                                JmPath         *b);
JmRect         jm_path_get_bounds              (JmPath         *path);
void           jm_path_foreach                 (JmPath         *path,
                                                JmPathFunc      func,
                                                gpointer        user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmPath, jm_path_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmPathBuilder, jm_path_builder_free)

G_END_DECLS
