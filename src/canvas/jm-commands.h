/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person can do with a map, one undo step each: the keyboard, the tools, the inspector and the menus all call these. */
#pragma once

#include "model/jm-edit.h"
#include "model/jm-session.h"

G_BEGIN_DECLS

/* Make. "Here" is beside or inside what has the focus; the new item becomes the selection. */
gboolean  jm_command_new                    (JmSession   *session,
                                             JmKind       kind,
                                             char       **new_id,
                                             GError     **error);
gboolean  jm_command_new_at                 (JmSession   *session,
                                             JmKind       kind,
                                             const char  *parent_id,
                                             int          position,
                                             const char  *lane_id,
                                             char       **new_id,
                                             GError     **error);

gboolean  jm_command_add_picture            (JmSession   *session,
                                             const char  *parent_id,
                                             JmItem      *picture,
                                             GError     **error);
gboolean  jm_command_link                   (JmSession   *session,
                                             const char  *from_id,
                                             const char  *to_id,
                                             char       **new_id,
                                             GError     **error);

/* The selection */
guint     jm_command_delete                 (JmSession   *session,
                                             char       **message);
gboolean  jm_command_duplicate              (JmSession   *session,
                                             GError     **error);
gboolean  jm_command_move_by                (JmSession   *session,
                                             int          step);
void      jm_command_select_all             (JmSession   *session);

/* One item. id NULL: what has the focus, and for the touchpoint's own: the touchpoint the focus is in */
gboolean  jm_command_set_feeling            (JmSession   *session,
                                             const char  *touchpoint_id,
                                             const char  *persona_id,
                                             double       value,
                                             GError     **error);
gboolean  jm_command_clear_feeling          (JmSession   *session,
                                             const char  *touchpoint_id,
                                             const char  *persona_id,
                                             GError     **error);
gboolean  jm_command_step_feeling           (JmSession   *session,
                                             const char  *touchpoint_id,
                                             double       step,
                                             GError     **error);
gboolean  jm_command_step_weight            (JmSession   *session,
                                             const char  *id,
                                             int          step,
                                             GError     **error);
gboolean  jm_command_toggle_moment_of_truth (JmSession   *session,
                                             const char  *touchpoint_id,
                                             GError     **error);
gboolean  jm_command_set                    (JmSession   *session,
                                             const char  *id,
                                             JmAttr       attr,
                                             const char  *value,
                                             GError     **error);
gboolean  jm_command_type_text              (JmSession   *session,
                                             const char  *id,
                                             JmKind       part,
                                             const char  *text,
                                             GError     **error);

/* Lanes, and colours */
typedef struct
{
  const char *kind;
  const char *name;   /* what a menu calls it, to be translated */
} JmLaneKind;

const JmLaneKind *jm_command_get_lane_kinds (guint       *n_kinds);
gboolean  jm_lane_kind_is_named             (const char  *kind);
gboolean  jm_command_new_lane               (JmSession   *session,
                                             const char  *kind,
                                             int          position,
                                             char       **new_id,
                                             GError     **error);
gboolean  jm_command_move_lane              (JmSession   *session,
                                             const char  *id,
                                             int          step,
                                             gboolean     past_hidden);
gboolean  jm_command_hide                   (JmSession   *session,
                                             const char  *id,
                                             char       **message,
                                             GError     **error);
gboolean  jm_command_show                   (JmSession   *session,
                                             const char  *id,
                                             GError     **error);
gboolean  jm_command_set_color              (JmSession   *session,
                                             const char  *color);

/* Ask */
const char *jm_command_get_touchpoint       (JmSession   *session);
const char *jm_command_get_phase            (JmSession   *session);
const char *jm_command_get_link_end         (JmSession   *session);
JmKind    jm_command_get_kind               (JmSession   *session,
                                             const char  *id);
JmKind    jm_kind_get_main_part             (JmKind       kind);
const char *jm_color_get_display_name       (const char  *color);

G_END_DECLS
