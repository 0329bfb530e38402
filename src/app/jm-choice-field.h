/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmChoiceField: a field for one of several words, shown as a drop-down list. */
#pragma once

#include "jm-field.h"

G_BEGIN_DECLS

#define JM_TYPE_CHOICE_FIELD (jm_choice_field_get_type ())
G_DECLARE_FINAL_TYPE (JmChoiceField, jm_choice_field, JM, CHOICE_FIELD, JmField)

/* One choice: the value as it stands in the file and its name for people. */
typedef struct
{
  const char *value;
  const char *name;
} JmChoice;

/* Signals
 *   extra ()   the extra choice was taken */

GtkWidget *jm_choice_field_new         (const char     *label,
                                        JmAttr          attr);
void       jm_choice_field_set_choices (JmChoiceField  *self,
                                        const JmChoice *choices,
                                        guint           n_choices);
void       jm_choice_field_set_extra   (JmChoiceField  *self,
                                        const char     *name);

G_END_DECLS
