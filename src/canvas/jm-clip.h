/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is copied from one place or window to another: items as a small map of their own, and text as new items. */
#pragma once

#include "model/jm-session.h"

G_BEGIN_DECLS

#define JM_CLIP_MIME_TYPE "application/x-journeymap+xml"

GBytes   *jm_clip_copy       (JmSession   *session,
                              char       **text);
guint     jm_clip_paste      (JmSession   *session,
                              GBytes      *bytes,
                              GError     **error);
guint     jm_clip_paste_text (JmSession   *session,
                              const char  *text,
                              GError     **error);

G_END_DECLS
