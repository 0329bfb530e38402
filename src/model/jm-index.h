/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmIndex: which ids are in a phase, kept with the phase and so shared by all maps that share it. Private to model/. */
#pragma once

#include "jm-item.h"

G_BEGIN_DECLS

typedef struct _JmIndex JmIndex;

typedef struct
{
  JmItem *item;
  JmItem *parent;
  JmItem *touchpoint;   /* the one it is in or is; NULL if none */
  guint32 hash;
  guint32 index;        /* among all children of parent */
} JmIndexEntry;

guint32             jm_index_hash    (const char    *id);
JmIndex            *jm_index_new     (JmItem        *phase);
void                jm_index_free    (JmIndex       *self);
const JmIndexEntry *jm_index_look_up (JmIndex       *self,
                                      const char    *id,
                                      guint32        hash);

G_END_DECLS
