/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmNumberField: a field for a whole number, with buttons for one less and one more. */
#pragma once

#include "jm-field.h"

G_BEGIN_DECLS

#define JM_TYPE_NUMBER_FIELD (jm_number_field_get_type ())
G_DECLARE_FINAL_TYPE (JmNumberField, jm_number_field, JM, NUMBER_FIELD, JmField)

GtkWidget *jm_number_field_new (const char *label,
                                JmAttr      attr,
                                int         minimum,
                                int         maximum,
                                gboolean    may_be_absent);

G_END_DECLS
