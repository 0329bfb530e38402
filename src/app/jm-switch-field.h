/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmSwitchField: a field for yes or no. */
#pragma once

#include "jm-field.h"

G_BEGIN_DECLS

#define JM_TYPE_SWITCH_FIELD (jm_switch_field_get_type ())
G_DECLARE_FINAL_TYPE (JmSwitchField, jm_switch_field, JM, SWITCH_FIELD, JmField)

GtkWidget *jm_switch_field_new (const char *label,
                                JmAttr      attr,
                                gboolean    inverted);

G_END_DECLS
