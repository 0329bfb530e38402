/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmPictureImage: a picture of the map, shown in the window by the painter that shows it on the canvas. */
#pragma once

#include "jm-image.h"

#include "model/jm-item.h"

G_BEGIN_DECLS

#define JM_TYPE_PICTURE_IMAGE (jm_picture_image_get_type ())
G_DECLARE_FINAL_TYPE (JmPictureImage, jm_picture_image, JM, PICTURE_IMAGE, JmImage)

GtkWidget *jm_picture_image_new (JmItem *picture);

G_END_DECLS
