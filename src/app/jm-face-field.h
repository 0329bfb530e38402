/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmFaceField: five faces, from very bad to very good, for the feeling of one persona at one touchpoint. */
#pragma once

#include "jm-field.h"

G_BEGIN_DECLS

#define JM_TYPE_FACE_FIELD (jm_face_field_get_type ())
G_DECLARE_FINAL_TYPE (JmFaceField, jm_face_field, JM, FACE_FIELD, JmField)

GtkWidget *jm_face_field_new            (void);
void       jm_face_field_set_touchpoint (JmFaceField *self,
                                         JmSession   *session,
                                         const char  *touchpoint_id,
                                         const char  *persona_id);

G_END_DECLS
