/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two maps, found by walking only what they do not share. */
#pragma once

#include "jm-map.h"

G_BEGIN_DECLS

typedef enum
{
  JM_CHANGE_ADDED,    /* old_item is NULL */
  JM_CHANGE_REMOVED,  /* new_item is NULL */
  JM_CHANGE_MOVED,    /* another parent or another place among its siblings */
  JM_CHANGE_EDITED    /* its own attributes or text, or those of its parts (title, description …) */
} JmChangeType;

typedef struct
{
  JmChangeType type;
  JmItem      *old_item;
  JmItem      *new_item;
} JmChange;

GPtrArray *jm_map_diff (JmMap *old_map,
                        JmMap *new_map);

G_END_DECLS
