/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of JmSession share. */
#pragma once

#include "jm-session.h"

G_BEGIN_DECLS

struct _JmSession
{
  GObject     parent_instance;

  JmMap      *present;
  JmMap      *saved;         /* NULL if nothing is */
  JmMap      *draft;         /* what a gesture shows; NULL outside one */
  GPtrArray  *past;          /* of steps, the last one is the first to undo */
  GPtrArray  *future;        /* of steps, the last one is the first to redo */
  char       *typing_field;  /* what the last step is typing in; NULL if it is over */
  GPtrArray  *selection;     /* of char *, NULL-terminated */
  GHashTable *selected;      /* the same ones, to be found among many */
};

void       jm_session_emit_changed           (JmSession          *self,
                                              JmMap              *old_map);
void       jm_session_emit_selection_changed (JmSession          *self);
void       jm_session_make_step              (JmSession          *self,
                                              JmMap              *next,
                                              const char         *label,
                                              JmMap              *shown);

/* jm-session-selection.c */
void       jm_session_init_selection         (JmSession          *self);
void       jm_session_select_existing        (JmSession          *self,
                                              const char * const *ids);

G_END_DECLS
