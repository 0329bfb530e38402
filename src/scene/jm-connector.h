/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transitions: arrows from touchpoint to touchpoint, on tracks of their own below the cards, so that they cross none. */
#pragma once

#include "jm-plan.h"

G_BEGIN_DECLS

/* One transition that is drawn. */
typedef struct
{
  JmItem      *transition;
  const char  *label;
  JmColor      color;
  double       from;      /* x of its ends */
  double       to;
  double       low;       /* what it takes of its track */
  double       high;
  guint        track;
} JmConnector;

/* All of them, with what was drawn of them before. */
typedef struct _JmConnectors JmConnectors;

JmConnectors *jm_connectors_new          (void);
void          jm_connectors_free         (JmConnectors    *self);
void          jm_connectors_plan         (JmConnectors    *self,
                                          JmDraw          *draw,
                                          guint            row,
                                          GHashTable      *plans,
                                          const double    *lefts);
guint         jm_connectors_count        (JmConnectors    *self);
double        jm_connectors_get_depth    (JmConnectors    *self);
void          jm_connectors_draw         (JmConnectors    *self,
                                          JmDraw          *draw,
                                          double           cards_bottom,
                                          JmGroupBuilder  *layer);

char         *jm_connector_name          (JmDraw          *draw,
                                          JmItem          *transition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmConnectors, jm_connectors_free)

G_END_DECLS
