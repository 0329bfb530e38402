/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The axis of a map: every touchpoint as wide as its card, or placed true to time, with waits as gaps. */
#pragma once

#include "jm-draw.h"

G_BEGIN_DECLS

/* A stretch of a phase in which nothing happens, from the left edge of the phase. */
typedef struct
{
  double left;
  double right;
  double seconds;
} JmWait;

double   jm_axis_get_scale   (JmMap         *map);
double   jm_axis_place       (JmItem        *phase,
                              double         scale,
                              double         width,
                              double        *widths,
                              double        *lefts,
                              GArray        *waits);
gboolean jm_axis_shows_times (JmMap         *map);
char    *jm_axis_say_time    (const JmWords *words,
                              JmItem        *phase,
                              JmItem        *touchpoint);
char    *jm_axis_say_phase   (const JmWords *words,
                              JmItem        *phase);

G_END_DECLS
