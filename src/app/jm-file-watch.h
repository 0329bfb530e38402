/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmFileWatch: notices when somebody else changes, replaces or removes the file of an open map. */
#pragma once

#include "format/jm-stamp.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  JM_FILE_SAME,
  JM_FILE_CHANGED,   /* its content is another one */
  JM_FILE_GONE       /* moved, deleted, or its disk was taken out */
} JmFileState;

#define JM_TYPE_FILE_WATCH (jm_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (JmFileWatch, jm_file_watch, JM, FILE_WATCH, GObject)

/* Signals
 *   state-changed () */

JmFileWatch *jm_file_watch_new       (void);
void         jm_file_watch_set_file  (JmFileWatch   *self,
                                      GFile         *file,
                                      const JmStamp *stamp);
JmFileState  jm_file_watch_get_state (JmFileWatch   *self);

G_END_DECLS
