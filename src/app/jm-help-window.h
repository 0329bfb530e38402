/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmHelpWindow: the help: a list of pages, and the page that is being read. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_HELP_WINDOW (jm_help_window_get_type ())
G_DECLARE_FINAL_TYPE (JmHelpWindow, jm_help_window, JM, HELP_WINDOW, AdwWindow)

void jm_help_window_show (GtkApplication *application,
                          const char     *page_id);

G_END_DECLS
