/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmKeeper: keeps the unsaved work on a map, a moment after each edit, for the case that the program stops. */
#pragma once

#include "format/jm-recovery.h"
#include "model/jm-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define JM_TYPE_KEEPER (jm_keeper_get_type ())
G_DECLARE_FINAL_TYPE (JmKeeper, jm_keeper, JM, KEEPER, GObject)

/* Signals
 *   state-changed ()   keeping fails now, or works again */

JmKeeper   *jm_keeper_new       (JmSession     *session,
                                 JmRecovery    *recovery);
const char *jm_keeper_get_error (JmKeeper      *self);
void        jm_keeper_set_file  (JmKeeper      *self,
                                 const char    *path,
                                 const JmStamp *stamp);
void        jm_keeper_saved     (JmKeeper      *self,
                                 JmMap         *map);
void        jm_keeper_lost_file (JmKeeper      *self);
gboolean    jm_keeper_flush     (JmKeeper      *self,
                                 GError       **error);
void        jm_keeper_end       (JmKeeper      *self,
                                 gboolean       discard);
void        jm_keeper_end_all   (void);

G_END_DECLS
