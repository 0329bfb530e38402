/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmMotion: what changed places between two scenes, on its way from where it was to where it is. Only what is seen moves: the
 * scene has everything in its place already. */
#pragma once

#include "scene/jm-scene.h"

G_BEGIN_DECLS

typedef struct _JmMotion JmMotion;

JmMotion *jm_motion_new        (JmScene        *before,
                                JmScene        *after,
                                JmRect          area,
                                JmMotion       *under_way,
                                gint64          now);
void      jm_motion_free       (JmMotion       *self);
void      jm_motion_come_from  (JmMotion      **self,
                                JmGroup        *group,
                                JmPoint         place,
                                JmPoint         from,
                                gint64          now);
gboolean  jm_motion_advance    (JmMotion       *self,
                                gint64          now);
float     jm_motion_look_up    (const JmMotion *self,
                                JmGroup        *group,
                                double         *x,
                                double         *y);
JmRect    jm_motion_get_area   (const JmMotion *self,
                                JmRect          area);

/* What is no more, and how much of it is still seen, from 0 to 1. */
typedef void (* JmMotionGone)  (JmGroup        *group,
                                double          x,
                                double          y,
                                float           seen,
                                gpointer        user_data);
void      jm_motion_foreach_gone (const JmMotion *self,
                                  JmLayer         layer,
                                  JmMotionGone    func,
                                  gpointer        user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmMotion, jm_motion_free)

G_END_DECLS
