/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmSwatch: a disc in a colour of the map. */
#pragma once

#include "jm-image.h"

G_BEGIN_DECLS

#define JM_TYPE_SWATCH (jm_swatch_get_type ())
G_DECLARE_FINAL_TYPE (JmSwatch, jm_swatch, JM, SWATCH, JmImage)

GtkWidget *jm_swatch_new (const char *color);

G_END_DECLS
