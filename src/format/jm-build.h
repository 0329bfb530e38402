/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The making of a map from what the parser tells of. */
#pragma once

#include "jm-id-table.h"
#include "jm-report.h"

G_BEGIN_DECLS

JmMap *jm_build_map (JmScan    *scan,
                     gsize      length,
                     JmReport  *report,
                     JmIdTable *ids,
                     JmProblem *problem);

G_END_DECLS
