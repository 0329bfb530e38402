/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two maps of one journey, such as the current state and the future one made from it, told as a list of what is new, gone,
 * moved, felt better or worse. */
#pragma once

#include "jm-map.h"

G_BEGIN_DECLS

typedef enum
{
  JM_DIFFERENCE_NEW,
  JM_DIFFERENCE_GONE,
  JM_DIFFERENCE_MOVED,
  JM_DIFFERENCE_RETITLED,   /* it is called otherwise, or says something else */
  JM_DIFFERENCE_BETTER,     /* a feeling */
  JM_DIFFERENCE_WORSE,
  JM_DIFFERENCE_CHANGED     /* anything else of it */
} JmDifferenceType;

/* One difference. id is that of the item, for a feeling that of its touchpoint; NULL for the map itself. item is in the
 * second map, or in the first when it is gone; for a feeling it is the touchpoint, and persona_id says whose (NULL for
 * everyone's). title is what one calls the item and words what is different about it, each on one line. */
typedef struct
{
  JmDifferenceType  type;
  JmKind            kind;        /* JM_KIND_EMOTION for a feeling */
  JmItem           *item;
  const char       *id;
  char             *persona_id;
  double            before;      /* of a feeling that is better or worse */
  double            after;
  char             *title;
  char             *words;
} JmDifference;

GPtrArray *jm_map_compare     (JmMap *before,
                               JmMap *after);
JmMap     *jm_map_make_future (JmMap *map);

G_END_DECLS
