/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmDateField: a field for a day, chosen in a calendar. */
#pragma once

#include "jm-field.h"

G_BEGIN_DECLS

#define JM_TYPE_DATE_FIELD (jm_date_field_get_type ())
G_DECLARE_FINAL_TYPE (JmDateField, jm_date_field, JM, DATE_FIELD, JmField)

GtkWidget *jm_date_field_new (const char *label);

G_END_DECLS
