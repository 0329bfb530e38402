/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What newer versions of GTK and libadwaita than the oldest we build with do better for people; with
 * jm-question.h all that asks for the version. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void jm_compat_announce   (GtkWidget  *widget,
                           const char *text);
void jm_compat_name_buttons (GtkWidget  *widget);

GtkWidget *jm_compat_new_page (GtkWidget *header,
                               GtkWidget *content);

void jm_compat_show_about (GtkWindow  *parent,
                           const char *comments,
                           const char *translators);

void jm_compat_show_preferences (GtkWindow          *parent,
                                 const char         *title,
                                 AdwPreferencesPage *page);

G_END_DECLS
