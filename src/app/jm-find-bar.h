/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmFindBar: looks for a text in the map that a canvas shows, marks what it finds and goes from one to the next. */
#pragma once

#include "canvas/jm-canvas.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_FIND_BAR (jm_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (JmFindBar, jm_find_bar, JM, FIND_BAR, AdwBin)

void jm_find_bar_set_canvas (JmFindBar *self,
                             JmCanvas  *canvas);
void jm_find_bar_open       (JmFindBar *self);
void jm_find_bar_close      (JmFindBar *self);
void jm_find_bar_go_on      (JmFindBar *self,
                             int        step);

G_END_DECLS
