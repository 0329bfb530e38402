/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the edits share with each other. */
#pragma once

#include "jm-edit.h"

G_BEGIN_DECLS

/* jm-edit.c */
gboolean  jm_map_locate_for_edit    (JmMap       *map,
                                     const char  *id,
                                     JmPlace     *place,
                                     GError     **error);
JmMap    *jm_map_replace            (JmMap       *map,
                                     JmItem      *phase,
                                     JmItem      *old_item,
                                     JmItem      *new_item);
JmMap    *jm_map_put_back           (JmMap         *map,
                                     const JmPlace *place,
                                     JmItem        *changed);
guint     jm_item_find_place_for    (JmItem      *parent,
                                     JmKind       kind,
                                     int          position);
gboolean  jm_edit_fail_place        (GError     **error,
                                     const char  *message);
gboolean  jm_edit_fail_value        (GError     **error,
                                     const char  *message);

/* jm-properties.c */
gboolean  jm_is_touchpoints_lane    (JmItem      *item);
char     *jm_edit_clean_text        (JmItem      *item,
                                     const char  *text,
                                     GError     **error);

/* jm-hints.c */
JmMap    *jm_map_fill_cells         (JmMap       *map,
                                     const char  *container_id,
                                     JmItem      *item);

/* jm-references.c */
JmItem   *jm_item_with_fresh_ids    (JmItem      *item,
                                     JmMap       *map,
                                     gboolean     is_stranger);
JmMap    *jm_map_keep_feelings      (JmMap       *before,
                                     JmMap       *next);

G_END_DECLS
