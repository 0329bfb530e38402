/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What jm-save*.c share: a file on its way to the disk. */
#pragma once

#include "jm-save.h"

G_BEGIN_DECLS

typedef struct
{
  char        *shown;        /* the name as the person knows it, in UTF-8 */
  char        *target;       /* the file itself, behind any links */
  char        *folder;
  char        *temporary;    /* set while it lies there */
  int          folder_fd;
  int          fd;
  gboolean     exists;
  gboolean     folder_refuses;   /* what is read-only is the folder, or the drive, and not the file alone */
  gboolean     is_private;   /* nobody else may read it */
  gboolean     renamed;
  struct stat  info;         /* of the old file */

  const JmSaveTerms *terms;  /* NULL for what is no document */
  JmStamp            old;    /* with terms: what is replaced */
  JmStamp            own;    /* what was written */
  char              *remark; /* what went wrong without harm */
} JmSaving;

gboolean jm_saving_look         (JmSaving        *self,
                                 const char      *path,
                                 GError         **error);
gboolean jm_saving_look_closely (JmSaving        *self,
                                 GError         **error);
gboolean jm_saving_look_again   (JmSaving        *self,
                                 GError         **error);
gboolean jm_saving_dress        (JmSaving        *self,
                                 GError         **error);
gboolean jm_saving_fail         (const JmSaving  *self,
                                 int              code,
                                 GError         **error);
gboolean jm_saving_fail_changed (const JmSaving  *self,
                                 GError         **error);

G_END_DECLS
