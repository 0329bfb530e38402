/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rungs: the arrows from row to row, as a service blueprint has them between what the customer does, the front and the back. */
#pragma once

#include "jm-composition.h"

G_BEGIN_DECLS

void jm_rungs_draw (JmComposition  *c,
                    JmGroupBuilder *layer);

G_END_DECLS
