/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmCanvasItem: an item of the map as a widget that draws nothing: it has the focus, a role and a name for screen readers. */
#pragma once

#include "scene/jm-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JM_TYPE_CANVAS_ITEM (jm_canvas_item_get_type ())
G_DECLARE_FINAL_TYPE (JmCanvasItem, jm_canvas_item, JM, CANVAS_ITEM, GtkWidget)

GtkWidget  *jm_canvas_item_new             (const char   *id,
                                            JmRole        role);
const char *jm_canvas_item_get_id          (JmCanvasItem *self);
JmRole      jm_canvas_item_get_role        (JmCanvasItem *self);
void        jm_canvas_item_set_name        (JmCanvasItem *self,
                                            const char   *name);
const char *jm_canvas_item_get_name        (JmCanvasItem *self);
void        jm_canvas_item_set_description (JmCanvasItem *self,
                                            const char   *description);

/* Where it is in the scene, and which group shows it; for the canvas */
void        jm_canvas_item_place        (JmCanvasItem *self,
                                         JmGroup      *group,
                                         JmRect        rect,
                                         guint         round);
JmGroup    *jm_canvas_item_get_group    (JmCanvasItem *self);
JmRect      jm_canvas_item_get_rect     (JmCanvasItem *self);
guint       jm_canvas_item_get_round    (JmCanvasItem *self);

G_END_DECLS
