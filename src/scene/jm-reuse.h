/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmReuse: what a new plan of a phase takes over from the one before: the cards and points of what did not change. */
#pragma once

#include "jm-plan.h"

G_BEGIN_DECLS

typedef struct
{
  JmPlan   *from;        /* the plan before, whose cards are taken away from it; NULL for none */
  guint    *next;        /* where in each of its cells the next card is expected */
  guint     next_slot;   /* and the next touchpoint */
  guint     patience;    /* so many steps it may still look elsewhere */
  gboolean  same_tones;
} JmReuse;

void          jm_reuse_begin     (JmReuse          *self,
                                  JmPlan           *from,
                                  const JmTones    *tones);
void          jm_reuse_end       (JmReuse          *self);
JmCard       *jm_reuse_take_card (JmReuse          *self,
                                  guint             cell,
                                  const JmCardLook *look,
                                  JmItem           *item,
                                  double            room);
const JmSlot *jm_reuse_find_slot (JmReuse          *self,
                                  JmItem           *touchpoint);

G_END_DECLS
