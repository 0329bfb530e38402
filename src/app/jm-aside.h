/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmAside: a list above the properties that stays while people work: its heading, its rows, and what it says without any. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_ASIDE (jm_aside_get_type ())
G_DECLARE_FINAL_TYPE (JmAside, jm_aside, JM, ASIDE, AdwBin)

GtkWidget  *jm_aside_new          (const char *heading);
void        jm_aside_set_summary  (JmAside    *self,
                                   const char *summary);
void        jm_aside_set_empty    (JmAside    *self,
                                   const char *title,
                                   const char *text);
void        jm_aside_set_busy     (JmAside    *self);
void        jm_aside_add_footer   (JmAside    *self,
                                   GtkWidget  *widget);
GtkListBox *jm_aside_get_list     (JmAside    *self);
void        jm_aside_update       (JmAside    *self,
                                   GPtrArray  *keys,
                                   GtkWidget *(* make_row) (guint    nth,
                                                            gpointer user_data),
                                   gpointer    user_data);

GtkWidget  *jm_aside_label_new    (const char *text,
                                   gboolean    wraps,
                                   const char *css_class);

G_END_DECLS
