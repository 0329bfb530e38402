/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmOverview: the whole map, small, with a frame around what is in view; the frame can be dragged. */
#pragma once

#include "jm-canvas.h"

G_BEGIN_DECLS

/* At most, in pixels. */
#define JM_OVERVIEW_WIDTH  166
#define JM_OVERVIEW_HEIGHT 110

#define JM_TYPE_OVERVIEW (jm_overview_get_type ())
G_DECLARE_FINAL_TYPE (JmOverview, jm_overview, JM, OVERVIEW, GtkWidget)

/* Properties (notify): needed (read only): whether the map is much larger than what is in view of it */

GtkWidget *jm_overview_new        (void);
void       jm_overview_set_canvas (JmOverview *self,
                                   JmCanvas   *canvas);
gboolean   jm_overview_get_needed (JmOverview *self);

G_END_DECLS
