/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A snapshot on the disk: written so that one which is not whole is known as such. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* They are written in turn. */
#define JM_RECOVERY_N_SLOTS 2

/* What is found in a slot. */
typedef struct
{
  GBytes  *bytes;      /* all of it; NULL for nothing */
  GBytes  *content;    /* the map in it, NULL when it is not whole */
  guint64  number;     /* of the snapshot, when it is whole */
  gint64   modified;   /* nanoseconds since 1970 */
  int      code;       /* the errno for which it could not be looked at; 0 for none */
} JmRecoverySlot;

int      jm_recovery_slot_write       (const char     *folder,
                                       int             slot,
                                       GBytes         *content,
                                       guint64         number,
                                       int            *fd);
int      jm_recovery_slot_sync        (int             fd);
void     jm_recovery_slot_look        (JmRecoverySlot *found,
                                       const char     *folder,
                                       int             slot);
void     jm_recovery_slot_clear       (JmRecoverySlot *found);
gboolean jm_recovery_slot_was_whole   (JmRecoverySlot *found);
void     jm_recovery_slot_remove      (const char     *folder,
                                       int             slot);
void     jm_recovery_slot_put_aside   (const char     *folder,
                                       int             slot);
gboolean jm_recovery_slot_has_aside   (const char     *folder);
void     jm_recovery_slot_remove_all  (const char     *folder);

G_END_DECLS
