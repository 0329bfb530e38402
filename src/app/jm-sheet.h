/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked or shown over a window until it is done with: an AdwDialog from libadwaita 1.5 on, a modal window before. What
 * is in it closes it with the action window.close. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Make */
GtkWidget *jm_sheet_new         (const char *title,
                                 GtkWidget  *content,
                                 int         width,
                                 int         height);
void       jm_sheet_set_content (GtkWidget  *sheet,
                                 GtkWidget  *content);
void       jm_sheet_set_default (GtkWidget  *sheet,
                                 GtkWidget  *button);
void       jm_sheet_fit         (GtkWidget  *sheet);
void       jm_sheet_present     (GtkWidget  *sheet,
                                 GtkWindow  *window);

/* Ask */
GtkWidget *jm_sheet_find        (GtkWidget  *inside);
GtkWindow *jm_sheet_get_window  (GtkWidget  *sheet);
GtkWidget *jm_sheet_get_shown   (GtkWindow  *window);

G_END_DECLS
