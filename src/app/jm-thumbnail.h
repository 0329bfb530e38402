/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmThumbnail: a map so small that only its bones are left: phases, touchpoints, the curve, pain points and opportunities. */
#pragma once

#include "jm-image.h"

#include "model/jm-map.h"

G_BEGIN_DECLS

#define JM_TYPE_THUMBNAIL (jm_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (JmThumbnail, jm_thumbnail, JM, THUMBNAIL, JmImage)

GtkWidget *jm_thumbnail_new            (int          width,
                                        int          height);
void       jm_thumbnail_set_map        (JmThumbnail *self,
                                        JmMap       *map);
void       jm_thumbnail_set_colors     (JmThumbnail *self,
                                        const char  *colors);

G_END_DECLS
