/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the desktop has its windows look, as a style of a map. */
#pragma once

#include "scene/jm-theme.h"

G_BEGIN_DECLS

void    jm_look_start     (void);
JmStyle jm_look_get_style (void);

G_END_DECLS
