/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving: bytes onto the disk so that the old file or the new one is there at every moment, whole. */
#pragma once

#include "jm-stamp.h"

#include "model/jm-map.h"

G_BEGIN_DECLS

#define JM_SAVE_ERROR (jm_save_error_quark ())

typedef enum
{
  JM_SAVE_ERROR_NOT_THE_SAME,   /* what would be written does not read back as the map */
  JM_SAVE_ERROR_READ_ONLY,      /* the file, its folder or its disk is read-only */
  JM_SAVE_ERROR_NOT_ALLOWED,    /* somebody else's file or folder */
  JM_SAVE_ERROR_NO_SPACE,       /* the disk or the quota is full */
  JM_SAVE_ERROR_NO_FOLDER,      /* the folder is not there (any more) */
  JM_SAVE_ERROR_NOT_A_FILE,     /* a folder or a device stands at that path */
  JM_SAVE_ERROR_NOT_CERTAIN,    /* it was written, but the disk did not confirm it */
  JM_SAVE_ERROR_CHANGED,        /* somebody else changed the file since it was opened */
  JM_SAVE_ERROR_NOT_KEPT,       /* what would be replaced could not be kept as an earlier version */
  JM_SAVE_ERROR_FAILED          /* anything else the system reported */
} JmSaveError;

/* How to save a document. expected is what its file was when it was opened or saved last; with it, a file that somebody
 * else changed is left alone. NULL replaces whatever is there. drive is where it was then, as JmLocation says; with it, a
 * file that is not there any more is not put on another drive that is shown in the place of its own. 0 puts it anywhere.
 */
typedef struct
{
  const JmStamp *expected;
  guint64        drive;
  gboolean       keep_version;   /* what is replaced becomes an earlier version, where that can be */
  gboolean       must_keep;      /* and is not replaced where it cannot be */
} JmSaveTerms;

GQuark   jm_save_error_quark (void);

gboolean jm_save_file        (JmMap             *map,
                              const char        *path,
                              GError           **error);
gboolean jm_save_document    (JmMap             *map,
                              const char        *path,
                              const JmSaveTerms *terms,
                              JmStamp           *stamp,
                              char             **remark,
                              GError           **error);
gboolean jm_save_bytes_file  (GBytes            *bytes,
                              const char        *path,
                              GError           **error);
gboolean jm_save_private_file (GBytes           *bytes,
                              const char        *path,
                              GError           **error);

G_END_DECLS
