/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmColorField: a field for a colour of the palette, or one of the person's own. */
#pragma once

#include "jm-field.h"

G_BEGIN_DECLS

#define JM_TYPE_COLOR_FIELD (jm_color_field_get_type ())
G_DECLARE_FINAL_TYPE (JmColorField, jm_color_field, JM, COLOR_FIELD, JmField)

GtkWidget *jm_color_field_new (const char *label);

G_END_DECLS
