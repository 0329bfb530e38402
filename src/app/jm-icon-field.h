/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmIconField: a field for a pictogram, chosen from all there are. */
#pragma once

#include "jm-field.h"

G_BEGIN_DECLS

#define JM_TYPE_ICON_FIELD (jm_icon_field_get_type ())
G_DECLARE_FINAL_TYPE (JmIconField, jm_icon_field, JM, ICON_FIELD, JmField)

GtkWidget *jm_icon_field_new (const char *label,
                              const char *none);

G_END_DECLS
