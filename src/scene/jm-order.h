/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which order what there is to take up is listed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JM_ORDER_WEIGHT,    /* the most severe, and what most voted for, first */
  JM_ORDER_GAIN,      /* of the opportunities the most impact for the least effort first */
  JM_ORDER_JOURNEY,   /* as one comes past them */
  JM_N_ORDERS
} JmOrder;

const char *jm_order_get_name  (JmOrder     order);
gboolean    jm_order_from_name (const char *name,
                                JmOrder    *order);

G_END_DECLS
