/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits maps at random, the same from the same seed, in every way that a person can. */
#pragma once

#include "model/jm-map.h"

G_BEGIN_DECLS

JmMap *jm_random_edit      (JmMap        *map,
                            GRand        *rand,
                            const char  **label);
char  *jm_random_text      (GRand        *rand);
void   jm_random_check_map (JmMap        *map);

G_END_DECLS
