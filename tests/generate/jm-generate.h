/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes maps of any size that look like those of a workshop, the same from the same seed. */
#pragma once

#include "model/jm-map.h"

G_BEGIN_DECLS

JmMap *jm_generate_map  (guint    n_touchpoints,
                         guint32  seed);
char  *jm_generate_text (GRand   *rand,
                         guint    n_words);

G_END_DECLS
