/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmPlans: the plans of all phases, kept from one composition to the next. */
#pragma once

#include "jm-plan.h"

G_BEGIN_DECLS

typedef struct _JmPlans JmPlans;

JmPlans    *jm_plans_new          (void);
void        jm_plans_free         (JmPlans *self);
gboolean    jm_plans_update       (JmPlans *self,
                                   JmFrame *frame);
GPtrArray  *jm_plans_get_order    (JmPlans *self);
GHashTable *jm_plans_get_by_phase (JmPlans *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmPlans, jm_plans_free)

G_END_DECLS
