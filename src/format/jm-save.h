/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving: bytes onto the disk so that the old file or the new one is there at every moment, whole. */
#pragma once

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
  JM_SAVE_ERROR_FAILED          /* anything else the system reported */
} JmSaveError;

GQuark   jm_save_error_quark (void);

gboolean jm_save_file        (JmMap       *map,
                              const char  *path,
                              GError     **error);
gboolean jm_save_bytes_file  (GBytes      *bytes,
                              const char  *path,
                              GError     **error);

G_END_DECLS
