/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a merge share: its state, and a map taken apart: every item by its key, which is the same in all three
 * maps. */
#pragma once

#include "jm-merge.h"
#include "model/jm-map.h"

G_BEGIN_DECLS

/* An item and its children's keys, in their order. */
typedef struct
{
  char      *key;
  char      *parent_key;   /* NULL for the root */
  JmItem    *item;
  GPtrArray *child_keys;
} JmPiece;

#define JM_ROOT_KEY "map"

/* jm-merge-pieces.c */
GHashTable *jm_pieces_new    (JmMap        *map);
JmPiece    *jm_pieces_get    (GHashTable   *pieces,
                              const char   *key);
gboolean    jm_pieces_agree  (GHashTable   *a,
                              GHashTable   *b,
                              const char  **id);

/* A merge under way */
typedef struct
{
  GHashTable *base;       /* of JmPiece */
  GHashTable *ours;
  GHashTable *theirs;
  GHashTable *kept;       /* ids of what must stay, because something refers to it */
  GPtrArray  *conflicts;
  GPtrArray  *notes;      /* texts that wait for a phase or touchpoint; beside each its conflict */
  GPtrArray  *noted;
  GHashTable *used_ids;   /* of all three maps */
  char       *lane_id;    /* of the lane of what was not taken; NULL until there is something */
  gboolean    has_lane;   /* ours has it from a merge before */
  guint       n_notes;
  gboolean    is_dutch;
  JmItem     *touchpoints_lane;
} JmMerge;

/* jm-merge-conflicts.c */
void        jm_conflict_free     (gpointer      data);
void        jm_merge_tell        (JmMerge      *self,
                                  JmItem       *item,
                                  char         *message,
                                  char         *note);
void        jm_merge_put_notes   (JmMerge      *self,
                                  JmItem       *item,
                                  guint         from);
void        jm_merge_finish_root (JmMerge      *self,
                                  JmItem       *root);

/* jm-merge-values.c */
void        jm_merge_tell_of_value (JmMerge    *self,
                                    JmItem     *item,
                                    const char *name,
                                    const char *ours,
                                    const char *theirs);
void        jm_merge_attrs       (JmMerge      *self,
                                  JmItem       *merged,
                                  JmPiece      *base,
                                  JmPiece      *ours,
                                  JmPiece      *theirs);
void        jm_merge_foreign     (JmMerge      *self,
                                  JmItem       *merged,
                                  JmPiece      *base,
                                  JmPiece      *ours,
                                  JmPiece      *theirs);

G_END_DECLS
