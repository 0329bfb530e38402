/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map taken apart for merging: every item by its key, which is the same in all three maps. Private to format/. */
#pragma once

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

GHashTable *jm_pieces_new    (JmMap        *map);
JmPiece    *jm_pieces_get    (GHashTable   *pieces,
                              const char   *key);
gboolean    jm_pieces_agree  (GHashTable   *a,
                              GHashTable   *b,
                              const char  **id);

G_END_DECLS
