/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the model itself may ask of an item. */
#pragma once

#include "jm-index.h"

G_BEGIN_DECLS

gboolean  jm_item_equal_itself  (const JmItem *a,
                                 const JmItem *b);
JmIndex  *jm_item_get_index     (JmItem       *item);

G_END_DECLS
