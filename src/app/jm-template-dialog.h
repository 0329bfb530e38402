/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question what to keep of a map as a template of one's own, and what to call it. */
#pragma once

#include "jm-window.h"

G_BEGIN_DECLS

void jm_template_dialog_present (JmWindow *window);

G_END_DECLS
