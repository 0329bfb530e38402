/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmQuestion: something that must be answered or at least read: in a sheet of its window from libadwaita 1.5 on, in a small
 * window of its own before. With jm-compat.h all that asks for the version. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signals
 *   response (const char *id)   it was answered, or closed; with the response that closing stands for */
#if ADW_CHECK_VERSION (1, 5, 0)
typedef AdwAlertDialog JmQuestion;
#else
typedef AdwMessageDialog JmQuestion;
#endif

/* Make */
JmQuestion *jm_question_new         (const char            *heading,
                                     const char            *body);
void        jm_question_add         (JmQuestion            *self,
                                     const char            *id,
                                     const char            *label,
                                     AdwResponseAppearance  appearance);
void        jm_question_set_default (JmQuestion            *self,
                                     const char            *id);
void        jm_question_set_close   (JmQuestion            *self,
                                     const char            *id);
void        jm_question_set_child   (JmQuestion            *self,
                                     GtkWidget             *child);

/* Ask */
GtkWidget  *jm_question_get_child   (JmQuestion            *self);
void        jm_question_enable      (JmQuestion            *self,
                                     const char            *id,
                                     gboolean               enabled);
void        jm_question_present     (JmQuestion            *self,
                                     GtkWidget             *parent);

/* Ready made */
void        jm_question_tell        (GtkWidget             *parent,
                                     const char            *heading,
                                     const char            *body);
void        jm_question_ask_name    (JmQuestion            *self,
                                     GtkWidget             *parent,
                                     const char            *example,
                                     const char            *id,
                                     const char            *label);
char       *jm_question_get_name    (JmQuestion            *self);

G_END_DECLS
