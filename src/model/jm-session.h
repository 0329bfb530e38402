/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmSession: the one mutable thing, a map as it is being worked on, with its past, its future and the selection. */
#pragma once

#include "jm-map.h"

G_BEGIN_DECLS

#define JM_TYPE_SESSION (jm_session_get_type ())
G_DECLARE_FINAL_TYPE (JmSession, jm_session, JM, SESSION, GObject)

/* Signals
 *   changed (JmMap *old, JmMap *new)   the map shown is another one: after an edit, undo, redo, and at each step of a draft
 *                                      (at its commit both are the same)
 *   selection-changed ()
 * Properties (notify): can-undo, can-redo, undo-label, redo-label, saved */

JmSession          *jm_session_new               (JmMap       *map);

/* Ask */
JmMap              *jm_session_get_map           (JmSession   *self);
JmMap              *jm_session_get_committed_map (JmSession   *self);
gboolean            jm_session_get_can_undo      (JmSession   *self);
gboolean            jm_session_get_can_redo      (JmSession   *self);
const char         *jm_session_get_undo_label    (JmSession   *self);
const char         *jm_session_get_redo_label    (JmSession   *self);
gboolean            jm_session_get_saved         (JmSession   *self);
gboolean            jm_session_in_draft          (JmSession   *self);

/* Edit */
gboolean            jm_session_apply             (JmSession   *self,
                                                  JmMap       *next,
                                                  const char  *label);
gboolean            jm_session_apply_typing      (JmSession   *self,
                                                  JmMap       *next,
                                                  const char  *label,
                                                  const char  *field);
void                jm_session_end_typing        (JmSession   *self);
void                jm_session_undo              (JmSession   *self);
void                jm_session_redo              (JmSession   *self);
void                jm_session_mark_saved        (JmSession   *self,
                                                  JmMap       *map);
void                jm_session_replace           (JmSession   *self,
                                                  JmMap       *map);

/* Drafts: what a gesture shows while it lasts */
void                jm_session_begin_draft       (JmSession   *self);
void                jm_session_preview           (JmSession   *self,
                                                  JmMap       *next);
gboolean            jm_session_commit_draft      (JmSession   *self,
                                                  const char  *label);
void                jm_session_cancel_draft      (JmSession   *self);

/* Selection: ids and emotion handles, in the order in which they were selected; the last one is the focus */
const char * const *jm_session_get_selection     (JmSession   *self);
const char         *jm_session_get_focus         (JmSession   *self);
gboolean            jm_session_is_selected       (JmSession   *self,
                                                  const char  *id);
void                jm_session_select            (JmSession   *self,
                                                  const char  *id);
void                jm_session_select_many       (JmSession   *self,
                                                  const char  * const *ids);
void                jm_session_toggle            (JmSession   *self,
                                                  const char  *id);
void                jm_session_unselect          (JmSession   *self);

G_END_DECLS
