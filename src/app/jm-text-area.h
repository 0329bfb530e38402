/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmTextArea: a text of several lines that is as high as its lines are, before it was ever laid out. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JM_TYPE_TEXT_AREA (jm_text_area_get_type ())
G_DECLARE_FINAL_TYPE (JmTextArea, jm_text_area, JM, TEXT_AREA, GtkTextView)

GtkWidget *jm_text_area_new (void);

G_END_DECLS
