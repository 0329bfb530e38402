/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two maps that were made from one, brought together again. */
#pragma once

#include "model/jm-map.h"

G_BEGIN_DECLS

#define JM_MERGE_ERROR (jm_merge_error_quark ())

typedef enum
{
  JM_MERGE_ERROR_NOT_RELATED   /* an id means one thing here and another there */
} JmMergeError;

/* Where a person must choose. title is what one calls the item and message what there is to choose, each on one line; note_id
 * is the note on the merged map that holds what was not taken, NULL where all of it is there anyway. */
typedef struct
{
  char *item_id;    /* NULL for the map itself */
  char *title;
  char *message;
  char *note_id;
} JmConflict;

GQuark  jm_merge_error_quark (void);

JmMap  *jm_merge             (JmMap      *base,
                              JmMap      *ours,
                              JmMap      *theirs,
                              GPtrArray **conflicts,
                              GError    **error);

G_END_DECLS
