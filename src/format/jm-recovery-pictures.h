/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The large pictures of a snapshot, which lie beside it: written once, instead of three times a second. */
#pragma once

#include "model/jm-map.h"

G_BEGIN_DECLS

typedef struct _JmRecoveryPictures JmRecoveryPictures;

JmRecoveryPictures *jm_recovery_pictures_new    (void);
void                jm_recovery_pictures_free   (JmRecoveryPictures *self);
void                jm_recovery_pictures_forget (JmRecoveryPictures *self);
JmMap              *jm_recovery_pictures_put    (JmRecoveryPictures *self,
                                                 const char         *folder,
                                                 JmMap              *map,
                                                 int                *code);
int                 jm_recovery_pictures_sync   (JmRecoveryPictures *self,
                                                 const char         *folder);
JmMap              *jm_recovery_pictures_get    (const char         *folder,
                                                 JmMap              *map);
void                jm_recovery_pictures_remove (const char         *folder);

G_END_DECLS
