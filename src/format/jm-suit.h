/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as a file of another version of the format would hold it, before parts of it come into a map of that version. */
#pragma once

#include "model/jm-map.h"

G_BEGIN_DECLS

JmMap *jm_map_suit (JmMap   *map,
                    JmMap   *target,
                    GError **error);

G_END_DECLS
