/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmCanvas: the surface on which people work on a map: shows the scene of a session, and turns gestures into commands. */
#pragma once

#include "jm-tool.h"
#include "jm-viewport.h"
#include "model/jm-session.h"
#include "scene/jm-evidence.h"
#include "scene/jm-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JM_TYPE_CANVAS (jm_canvas_get_type ())
G_DECLARE_FINAL_TYPE (JmCanvas, jm_canvas, JM, CANVAS, JmViewport)

/* Properties (notify): session, style (int, a JmStyle), tool, tool-locked, editing (read only), read-only,
 *   and those of JmViewport
 * Signals
 *   message (const char *text, gboolean undoable)   something worth a toast happened; "" when what was said last is past
 *   activate-inspector ()                           a person wants to see the properties of what is selected
 *   paste-offered (const char *heading, const char *body)   what a paste would do; to be answered with
 *                                                   jm_canvas_answer_paste() */

GtkWidget *jm_canvas_new                (void);

/* What it shows */
void       jm_canvas_set_session        (JmCanvas   *self,
                                         JmSession  *session);
JmSession *jm_canvas_get_session        (JmCanvas   *self);
void       jm_canvas_set_style          (JmCanvas   *self,
                                         JmStyle     style);
JmStyle    jm_canvas_get_style          (JmCanvas   *self);
void       jm_canvas_set_baseline       (JmCanvas   *self,
                                         JmMap      *baseline);
JmMap     *jm_canvas_get_baseline       (JmCanvas   *self);
void       jm_canvas_set_evidence       (JmCanvas   *self,
                                         JmEvidence  evidence);
JmEvidence jm_canvas_get_evidence       (JmCanvas   *self);
void       jm_canvas_set_read_only      (JmCanvas   *self,
                                         gboolean    read_only);
gboolean   jm_canvas_get_read_only      (JmCanvas   *self);
JmScene   *jm_canvas_get_scene          (JmCanvas   *self);
void       jm_canvas_reveal             (JmCanvas   *self,
                                         const char *id);
void       jm_canvas_zoom_to_selection  (JmCanvas   *self);
gboolean   jm_canvas_zoom_to_phase      (JmCanvas   *self,
                                         const char *phase_id);
void       jm_canvas_set_lit_phase      (JmCanvas   *self,
                                         guint       number);
void       jm_canvas_set_marked         (JmCanvas   *self,
                                         GPtrArray  *ids,
                                         const char *query);
gboolean   jm_canvas_is_marked          (JmCanvas   *self,
                                         const char *id);

/* Where things are */
gboolean   jm_canvas_get_item_rect      (JmCanvas   *self,
                                         const char *id,
                                         JmRole      role,
                                         JmRect     *rect);

/* Work on it */
void       jm_canvas_set_tool           (JmCanvas   *self,
                                         JmTool      tool);
JmTool     jm_canvas_get_tool           (JmCanvas   *self);
void       jm_canvas_set_tool_locked    (JmCanvas   *self,
                                         gboolean    locked);
gboolean   jm_canvas_get_tool_locked    (JmCanvas   *self);
gboolean   jm_canvas_start_editing      (JmCanvas   *self,
                                         const char *id,
                                         JmKind      part);
void       jm_canvas_commit_editing     (JmCanvas   *self);
gboolean   jm_canvas_get_editing        (JmCanvas   *self);
GtkTextView *jm_canvas_get_text_editor  (JmCanvas   *self);
gboolean   jm_canvas_new_item           (JmCanvas   *self,
                                         JmKind      kind);
gboolean   jm_canvas_copy               (JmCanvas   *self);
void       jm_canvas_cut                (JmCanvas   *self);
void       jm_canvas_paste              (JmCanvas   *self);
void       jm_canvas_answer_paste       (JmCanvas   *self,
                                         gboolean    accept);
GActionGroup *jm_canvas_get_actions      (JmCanvas   *self);
char      *jm_menu_say_step             (const char *label,
                                         const char *with_step,
                                         const char *step);
void       jm_canvas_undo               (JmCanvas   *self);
void       jm_canvas_redo               (JmCanvas   *self);

G_END_DECLS
