/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmPanelView: content with a panel at its end, beside it or over it. In AdwOverlaySplitView from libadwaita 1.4 on, in AdwFlap
 * before. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Properties
 *   content, panel (GtkWidget)   what is at both sides
 *   shown (gboolean)             whether the panel is seen */
#define JM_TYPE_PANEL_VIEW (jm_panel_view_get_type ())
G_DECLARE_FINAL_TYPE (JmPanelView, jm_panel_view, JM, PANEL_VIEW, AdwBin)

gboolean jm_panel_view_get_shown (JmPanelView *self);
void     jm_panel_view_set_shown (JmPanelView *self,
                                  gboolean     shown);
void     jm_panel_view_set_over  (JmPanelView *self,
                                  gboolean     over);

G_END_DECLS
