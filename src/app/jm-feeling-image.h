/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmFeelingImage: a face of the map as an icon of the window. */
#pragma once

#include "jm-image.h"

G_BEGIN_DECLS

#define JM_TYPE_FEELING_IMAGE (jm_feeling_image_get_type ())
G_DECLARE_FINAL_TYPE (JmFeelingImage, jm_feeling_image, JM, FEELING_IMAGE, JmImage)

GtkWidget *jm_feeling_image_new (double value);

G_END_DECLS
