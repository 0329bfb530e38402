/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The large pictures of a snapshot, which lie beside it: written once, instead of three times a second. */
#pragma once

#include "model/jm-map.h"

G_BEGIN_DECLS

GHashTable *jm_recovery_pictures_new      (void);
JmMap      *jm_recovery_pictures_put      (GHashTable  *known,
                                           const char  *folder,
                                           JmMap       *map,
                                           GError     **error);
JmMap      *jm_recovery_pictures_get      (const char  *folder,
                                           JmMap       *map);
void        jm_recovery_pictures_remove   (const char  *folder);

G_END_DECLS
