/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scene as a picture of a few thousand pixels, in which one sees where things are and not what they say. */
#pragma once

#include "scene/jm-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        jm_overview_picture_measure (JmScene *scene,
                                         int     *width,
                                         int     *height);
GdkTexture *jm_overview_picture_new     (JmScene *scene,
                                         int      width,
                                         int      height,
                                         int      device);

G_END_DECLS
