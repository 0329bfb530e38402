/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmToolBar: the tools, floating at the bottom of the canvas. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_TOOL_BAR (jm_tool_bar_get_type ())
G_DECLARE_FINAL_TYPE (JmToolBar, jm_tool_bar, JM, TOOL_BAR, AdwBin)

void       jm_tool_bar_set_narrow (JmToolBar *self,
                                   gboolean   narrow);
void       jm_tool_bar_set_locked (JmToolBar *self,
                                   gboolean   locked);

G_END_DECLS
