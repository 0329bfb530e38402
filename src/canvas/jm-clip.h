/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is copied from one place or window to another: items as a small map of their own, and text as new items. */
#pragma once

#include "model/jm-session.h"

G_BEGIN_DECLS

#define JM_CLIP_MIME_TYPE "application/x-journeymap+xml"

/* Copy */
GBytes   *jm_clip_copy          (JmSession           *session,
                                 char               **text);
void      jm_clip_select_copied (JmSession           *session);
JmMap    *jm_clip_make_picture  (JmSession           *session);

/* Paste */
guint     jm_clip_paste         (JmSession           *session,
                                 GBytes              *bytes,
                                 GError             **error);
guint     jm_clip_paste_map     (JmSession           *session,
                                 JmMap               *clip,
                                 gboolean             is_table,
                                 GError             **error);
guint     jm_clip_paste_lines   (JmSession           *session,
                                 JmKind               kind,
                                 const char * const  *lines,
                                 GError             **error);
guint     jm_clip_paste_text    (JmSession           *session,
                                 const char          *text,
                                 GError             **error);
gboolean  jm_clip_add_pictures  (JmSession           *session,
                                 const char          *touchpoint_id,
                                 const char          *phase_id,
                                 GPtrArray           *pictures,
                                 GPtrArray           *titles,
                                 GError             **error);

G_END_DECLS
