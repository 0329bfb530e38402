/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of what the keys do, as people read it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void jm_shortcuts_present (GtkWindow *window);

G_END_DECLS
