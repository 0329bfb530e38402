/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmCanvas: the surface on which people work on a map: shows the scene of a session, scrolls, zooms, and turns gestures into commands. */
#pragma once

#include "jm-tool.h"
#include "model/jm-session.h"
#include "scene/jm-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JM_CANVAS_ZOOM_MIN 0.1
#define JM_CANVAS_ZOOM_MAX 4.0

#define JM_TYPE_CANVAS (jm_canvas_get_type ())
G_DECLARE_FINAL_TYPE (JmCanvas, jm_canvas, JM, CANVAS, GtkWidget)

/* Properties (notify): session, style (int, a JmStyle), zoom, tool, tool-locked, editing (read only), read-only,
 *   bottom-inset, and those of GtkScrollable
 * Signals
 *   message (const char *text, gboolean undoable)   something worth a toast happened; "" when what was said last is past
 *   activate-inspector ()                           a person wants to see the properties of what is selected */

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
void       jm_canvas_set_read_only      (JmCanvas   *self,
                                         gboolean    read_only);
gboolean   jm_canvas_get_read_only      (JmCanvas   *self);
JmScene   *jm_canvas_get_scene          (JmCanvas   *self);

/* How it shows it */
void       jm_canvas_set_zoom           (JmCanvas   *self,
                                         double      zoom);
double     jm_canvas_get_zoom           (JmCanvas   *self);
void       jm_canvas_zoom_at            (JmCanvas   *self,
                                         double      zoom,
                                         double      x,
                                         double      y);
void       jm_canvas_zoom_in            (JmCanvas   *self);
void       jm_canvas_zoom_out           (JmCanvas   *self);
void       jm_canvas_zoom_to_fit        (JmCanvas   *self);
void       jm_canvas_zoom_to_width      (JmCanvas   *self);
void       jm_canvas_actual_size        (JmCanvas   *self);
void       jm_canvas_set_bottom_inset   (JmCanvas   *self,
                                         double      inset);
void       jm_canvas_reveal             (JmCanvas   *self,
                                         const char *id);

/* Where things are */
gboolean   jm_canvas_get_item_rect      (JmCanvas   *self,
                                         const char *id,
                                         JmRole      role,
                                         JmRect     *rect);
JmPoint    jm_canvas_to_map             (JmCanvas   *self,
                                         double      x,
                                         double      y);
JmPoint    jm_canvas_from_map           (JmCanvas   *self,
                                         double      x,
                                         double      y);

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
void       jm_canvas_undo               (JmCanvas   *self);
void       jm_canvas_redo               (JmCanvas   *self);

G_END_DECLS
