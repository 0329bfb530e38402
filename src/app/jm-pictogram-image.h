/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmPictogramImage: a pictogram of the map as an icon of the window, in the colour of the text around it. */
#pragma once

#include "jm-image.h"

G_BEGIN_DECLS

#define JM_TYPE_PICTOGRAM_IMAGE (jm_pictogram_image_get_type ())
G_DECLARE_FINAL_TYPE (JmPictogramImage, jm_pictogram_image, JM, PICTOGRAM_IMAGE, JmImage)

GtkWidget *jm_pictogram_image_new      (const char       *name);
void       jm_pictogram_image_set_name (JmPictogramImage *self,
                                        const char       *name);

G_END_DECLS
