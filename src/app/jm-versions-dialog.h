/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The earlier versions of a map, and what was thrown away of late: to look at and to have back. */
#pragma once

#include "jm-window.h"

G_BEGIN_DECLS

void jm_versions_dialog_present (JmWindow *window);

G_END_DECLS
