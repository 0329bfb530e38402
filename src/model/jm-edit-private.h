/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the edits share with each other. */
#pragma once

#include "jm-edit.h"

G_BEGIN_DECLS

/* jm-ids.c */
char     *jm_id_draw                (JmKind       kind);

/* jm-edit.c */
gboolean  jm_map_locate_for_edit    (JmMap       *map,
                                     const char  *id,
                                     JmPlace     *place,
                                     GError     **error);
JmMap    *jm_map_replace            (JmMap       *map,
                                     JmItem      *phase,
                                     JmItem      *old_item,
                                     JmItem      *new_item);

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
