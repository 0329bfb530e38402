/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which touchpoints stand out by how they are known: assumed, observed or measured. The others are faded. */
#pragma once

#include "model/jm-item.h"

G_BEGIN_DECLS

/* Any of these together; none of them is all, and nothing is faded. */
typedef enum
{
  JM_EVIDENCE_ALL = 0,
  JM_EVIDENCE_ASSUMED = 1 << 0,
  JM_EVIDENCE_OBSERVED = 1 << 1,
  JM_EVIDENCE_MEASURED = 1 << 2
} JmEvidence;

gboolean jm_evidence_parse    (const char *names,
                               JmEvidence *evidence);
gboolean jm_evidence_includes (JmEvidence  evidence,
                               JmItem     *touchpoint);

G_END_DECLS
