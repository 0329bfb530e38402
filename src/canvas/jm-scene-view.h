/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmSceneView: another picture of a map, such as its opportunities by effort and impact, to look at and to go from. */
#pragma once

#include "jm-viewport.h"
#include "model/jm-session.h"
#include "scene/jm-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JM_TYPE_SCENE_VIEW (jm_scene_view_get_type ())
G_DECLARE_FINAL_TYPE (JmSceneView, jm_scene_view, JM, SCENE_VIEW, JmViewport)

/* Properties: those of JmViewport
 * Signals
 *   activate (const char *id)   a person wants to go to this item on the map */

GtkWidget *jm_scene_view_new         (void);

/* What it shows */
void       jm_scene_view_set_session (JmSceneView *self,
                                      JmSession   *session);
void       jm_scene_view_set_view    (JmSceneView *self,
                                      JmView       view);
JmView     jm_scene_view_get_view    (JmSceneView *self);
void       jm_scene_view_set_baseline (JmSceneView *self,
                                       JmMap       *baseline);
void       jm_scene_view_set_evidence (JmSceneView *self,
                                       JmEvidence   evidence);
void       jm_scene_view_set_order   (JmSceneView *self,
                                      JmOrder      order);
JmOrder    jm_scene_view_get_order   (JmSceneView *self);
void       jm_scene_view_set_style   (JmSceneView *self,
                                      JmStyle      style);
JmScene   *jm_scene_view_get_scene   (JmSceneView *self);

G_END_DECLS
