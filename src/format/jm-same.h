/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a map that was written and read back says the same as before. */
#pragma once

#include "model/jm-map.h"

G_BEGIN_DECLS

gboolean  jm_map_survived (JmMap *map,
                           JmMap *read_back);

G_END_DECLS
