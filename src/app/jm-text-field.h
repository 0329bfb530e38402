/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmTextField: a field for text, of one line or of as many as it takes. */
#pragma once

#include "jm-field.h"

G_BEGIN_DECLS

#define JM_TYPE_TEXT_FIELD (jm_text_field_get_type ())
G_DECLARE_FINAL_TYPE (JmTextField, jm_text_field, JM, TEXT_FIELD, JmField)

/* How a text stands in the field, and what is made of what was typed there; both (transfer full).
 * read returns NULL when it makes no sense of it. */
typedef char * (* JmTextFieldShow) (const char *value);
typedef char * (* JmTextFieldRead) (const char *text);

GtkWidget *jm_text_field_new           (const char      *label,
                                        JmAttr           attr,
                                        JmKind           part,
                                        gboolean         several_lines);
void       jm_text_field_set_words     (JmTextField     *self,
                                        JmTextFieldShow  show,
                                        JmTextFieldRead  read);
void       jm_text_field_set_hint      (JmTextField     *self,
                                        const char      *hint);

G_END_DECLS
