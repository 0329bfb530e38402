/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What jm-document.c and jm-document-files.c share. */
#pragma once

#include "jm-company.h"
#include "jm-document.h"
#include "jm-keeper.h"

#include "format/jm-location.h"

G_BEGIN_DECLS

struct _JmDocument
{
  GObject    parent_instance;

  JmSession *session;
  GFile     *file;         /* NULL: never saved */
  JmStamp    stamp;        /* what that file was when we had it last */
  JmLocation location;     /* and where */
  GFile     *origin;       /* without a file: the one it was in, or is an earlier version of; NULL for none */
  JmSource   source;       /* without a file */
  GDateTime *saved_at;     /* NULL: never, or not known */
  guint      n_saving;
  GQueue     saves;        /* (element-type GTask): those of them that wait for the one that is on its way */

  JmKeeper    *keeper;
  JmFileWatch *watch;
  JmCompany   *company;
  JmMap       *held;       /* what the file held when we had it last; NULL without a file */
  JmMap       *lost;       /* what was saved in a file that is no longer there; NULL otherwise */
};

void jm_document_settle       (JmDocument    *self,
                                    GFile         *file,
                                    JmMap         *map,
                                    const JmStamp *stamp,
                                    JmLocation    *location);
void jm_document_set_keeper        (JmDocument    *self,
                                    JmRecovery    *recovery);
void jm_document_emit_state        (JmDocument    *self);
void jm_document_emit_safety       (JmDocument    *self);

G_END_DECLS
