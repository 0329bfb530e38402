/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every edit of a map: functions from a map to a new map that shares all it did not touch. */
#pragma once

#include "jm-map.h"

G_BEGIN_DECLS

#define JM_EDIT_ERROR (jm_edit_error_quark ())

typedef enum
{
  JM_EDIT_ERROR_NO_SUCH_ITEM,
  JM_EDIT_ERROR_WRONG_PLACE,
  JM_EDIT_ERROR_BAD_VALUE
} JmEditError;

GQuark  jm_edit_error_quark      (void);

/* Properties. id may be an emotion's handle; NULL stands for the map itself. */
JmMap  *jm_map_set               (JmMap       *map,
                                  const char  *id,
                                  JmAttr       attr,
                                  const char  *value,
                                  GError     **error);
JmMap  *jm_map_set_text          (JmMap       *map,
                                  const char  *id,
                                  JmKind       part,
                                  const char  *text,
                                  GError     **error);
JmMap  *jm_map_set_emotion       (JmMap       *map,
                                  const char  *touchpoint_id,
                                  const char  *persona_id,
                                  double       value,
                                  GError     **error);
JmMap  *jm_map_clear_emotion     (JmMap       *map,
                                  const char  *touchpoint_id,
                                  const char  *persona_id,
                                  GError     **error);

/* Items. position counts among the items of that kind in the parent; a negative one means at the end. */
JmMap  *jm_map_add               (JmMap       *map,
                                  JmKind       kind,
                                  const char  *parent_id,
                                  int          position,
                                  const char  *text,
                                  char       **new_id,
                                  GError     **error);
JmMap  *jm_map_insert            (JmMap       *map,
                                  const char  *parent_id,
                                  int          position,
                                  JmItem      *item,
                                  char       **new_id,
                                  GError     **error);
JmMap  *jm_map_move              (JmMap       *map,
                                  const char  *id,
                                  const char  *parent_id,
                                  int          position,
                                  GError     **error);
JmMap  *jm_map_duplicate         (JmMap       *map,
                                  const char  *id,
                                  const char  *parent_id,
                                  int          position,
                                  char       **new_id,
                                  GError     **error);
JmMap  *jm_map_remove            (JmMap       *map,
                                  const char  * const *ids,
                                  GError     **error);

/* Ids */
char   *jm_map_fresh_id          (JmMap       *map,
                                  JmKind       kind);
void    jm_ids_seed              (guint64      seed);

G_END_DECLS
