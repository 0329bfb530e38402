/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What jm-recovery.c and jm-recovery-find.c share: a place while somebody works in it. */
#pragma once

#include "jm-recovery-lock.h"
#include "jm-recovery-pictures.h"
#include "jm-recovery.h"

G_BEGIN_DECLS

#define JM_RECOVERY_DISCARDED ".discarded"

struct _JmRecovery
{
  GMutex              mutex;
  char               *folder;     /* NULL until there is something to keep */
  JmRecoveryLock      lock;
  int                 latest;     /* the slot that was written last, to its end; -1 for none */
  guint64             number;     /* of the snapshot in it */
  gboolean            told;       /* whether the file "about" says what is below */
  gboolean            synced;     /* whether the disk has the names in the folder */
  guint               refused;    /* slots, as bits, that could not be read and are not to be written over */
  gboolean            must_stay;  /* such a slot is in the folder, or was put aside there */
  JmRecoveryPictures *pictures;   /* that lie in the folder */

  char               *path;       /* of the map's file; NULL for one that was never saved */
  char               *title;
  JmStamp             stamp;
};

char *jm_recovery_get_root      (void);
void  jm_recovery_remove_folder (const char *folder);
void  jm_recovery_read_about    (JmRecovery *self);
void  jm_recovery_let_go        (JmRecovery *self);

G_END_DECLS
