/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmIdTable: the ids of a file that is being read, and those given to what has none. */
#pragma once

#include "model/jm-kind.h"

G_BEGIN_DECLS

typedef struct _JmIdTable JmIdTable;

typedef struct
{
  JmKind   kind;     /* JM_KIND_FOREIGN for an element of ours that we do not know */
  gsize    offset;   /* of its tag in the file */
  gboolean given;    /* by us */
} JmIdEntry;

JmIdTable       *jm_id_table_new          (JmIdTable   *avoid);
void             jm_id_table_free         (JmIdTable   *self);
const JmIdEntry *jm_id_table_look_up      (JmIdTable   *self,
                                           const char  *id);
gboolean         jm_id_table_add          (JmIdTable   *self,
                                           const char  *id,
                                           JmKind       kind,
                                           gsize        offset);
const char      *jm_id_table_give         (JmIdTable   *self,
                                           const char  *stem,
                                           JmKind       kind,
                                           gsize        offset);
gboolean         jm_id_table_has_clash    (JmIdTable   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmIdTable, jm_id_table_free)

G_END_DECLS
