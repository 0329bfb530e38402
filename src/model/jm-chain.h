/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chains of measures: which count follows which, what share is left from one to the next, and where most is lost. */
#pragma once

#include "jm-map.h"

G_BEGIN_DECLS

/* One measure of a chain; the items belong to the map. */
typedef struct
{
  JmItem   *measure;
  JmItem   *phase;
  gboolean  has_value;
  double    value;
  gboolean  counts;      /* things, of which a share goes on to the next */
  gboolean  has_ratio;   /* to the measure before it that has a value */
  double    ratio;
  gboolean  weakest;     /* the smallest ratio of two or more */
} JmStep;

typedef struct
{
  char     *name;        /* "" for the one that measures belong to unless they say otherwise */
  GArray   *steps;       /* of JmStep, in document order */
  double    largest;     /* of the values; 0 when there is none */
  gboolean  has_total;   /* from the first value to the last */
  double    total;
} JmChain;

GPtrArray *jm_map_get_chains (JmMap *map);

G_END_DECLS
