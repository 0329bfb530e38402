/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which program works in a folder of the recovery: known as long as that program lives, and no longer. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name of what is locked, and what the names begin with of those who say so themselves. */
#define JM_RECOVERY_LOCK  "lock"
#define JM_RECOVERY_OWNER "owner."

typedef struct
{
  int    fd;     /* -1 when nothing is locked */
  guint  turn;   /* where the system has no locks: the number of ours among the owners; 0 for none */
} JmRecoveryLock;

#define JM_RECOVERY_LOCK_NONE { .fd = -1 }

int  jm_recovery_lock_take    (JmRecoveryLock *lock,
                               const char     *folder);
void jm_recovery_lock_release (JmRecoveryLock *lock,
                               const char     *folder);
void jm_recovery_lock_remove  (const char     *folder);

G_END_DECLS
