/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmMap: a whole journey map as one immutable value, and where in it an item is. */
#pragma once

#include "jm-item.h"

G_BEGIN_DECLS

#define JM_TYPE_MAP (jm_map_get_type ())

typedef struct _JmMap JmMap;

/* Where an item is. Borrowed from the map; phase and touchpoint are those which it is in or is itself, NULL where there
 * is none; parent is NULL for the root; index counts among all children of parent, position among those of its own kind. */
typedef struct
{
  JmItem *item;
  JmItem *parent;
  JmItem *phase;
  JmItem *touchpoint;
  guint   index;
  guint   position;
} JmPlace;

GType     jm_map_get_type          (void);
JmMap    *jm_map_ref               (JmMap        *map);
void      jm_map_unref             (JmMap        *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmMap, jm_map_unref)

/* Make */
JmMap    *jm_map_new               (JmItem       *root);
JmMap    *jm_map_new_with_prolog   (JmItem       *root,
                                    GPtrArray    *before,
                                    GPtrArray    *after);
JmMap    *jm_map_new_empty         (const char   *lang);
JmMap    *jm_map_with_root         (JmMap        *map,
                                    JmItem       *root);

/* Ask */
JmItem   *jm_map_get_root          (JmMap        *map);
guint     jm_map_get_n_before      (JmMap        *map);
JmItem   *jm_map_get_before        (JmMap        *map,
                                    guint         index);
guint     jm_map_get_n_after       (JmMap        *map);
JmItem   *jm_map_get_after         (JmMap        *map,
                                    guint         index);
gboolean  jm_map_locate            (JmMap        *map,
                                    const char   *id,
                                    JmPlace      *place);
JmItem   *jm_map_find              (JmMap        *map,
                                    const char   *id);
gboolean  jm_map_equal             (JmMap        *a,
                                    JmMap        *b);
gboolean  jm_map_is_newer_format   (JmMap        *map);
JmItem   *jm_map_get_first_persona (JmMap        *map);
JmItem   *jm_map_get_emotion       (JmMap        *map,
                                    JmItem       *touchpoint,
                                    const char   *persona_id);
const char *jm_map_get_emotion_persona (JmMap    *map,
                                        JmItem   *emotion);
gboolean  jm_map_shows_persona_of  (JmMap        *map,
                                    JmItem       *item);
JmItem   *jm_map_get_lane          (JmMap        *map,
                                    const char   *kind);
char     *jm_emotion_handle        (const char   *touchpoint_id,
                                    const char   *persona_id);

G_END_DECLS
