/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The funnel of a measures lane: a band through the phases that narrows as the counts do, with the share between them. */
#pragma once

#include "jm-plan.h"

G_BEGIN_DECLS

/* The row of measures, as it was laid out. */
typedef struct
{
  const JmRow  *row;
  guint         index;     /* of the row */
  double        top;       /* of the row */
  GArray       *levels;    /* of double: heights */
  GPtrArray    *plans;     /* of JmPlan */
  const double *lefts;     /* of the phases */
} JmFunnelRow;

/* The chains of a map, with what was drawn of them before. */
typedef struct _JmFunnel JmFunnel;

JmFunnel *jm_funnel_new       (void);
void      jm_funnel_free      (JmFunnel          *self);
void      jm_funnel_draw      (JmFunnel          *self,
                               JmDraw            *draw,
                               const JmFunnelRow *row,
                               JmGroupBuilder    *behind,
                               JmGroupBuilder    *before);
char     *jm_funnel_get_total (JmFunnel          *self,
                               JmDraw            *draw);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmFunnel, jm_funnel_free)

G_END_DECLS
