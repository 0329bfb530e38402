/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmListDetail: a list and what is chosen in it, side by side, or one after the other in a narrow window. In
 * AdwNavigationSplitView from libadwaita 1.4 on, in AdwLeaflet before. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_LIST_DETAIL (jm_list_detail_get_type ())
G_DECLARE_FINAL_TYPE (JmListDetail, jm_list_detail, JM, LIST_DETAIL, AdwBin)

GtkWidget *jm_list_detail_new         (const char   *title,
                                       GtkWidget    *above_list,
                                       GtkWidget    *list,
                                       GtkWidget    *detail);
void       jm_list_detail_set_title   (JmListDetail *self,
                                       const char   *title);
void       jm_list_detail_show_detail (JmListDetail *self);

G_END_DECLS
