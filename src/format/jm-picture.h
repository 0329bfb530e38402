/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate for pictures: what a picture of a map must be before any decoder may see it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At most this much base64 text, not counting its line breaks and blanks. */
#define JM_PICTURE_MAX_ENCODED (6 * 1024 * 1024)
#define JM_PICTURE_MAX_SIDE    8192
#define JM_PICTURE_MAX_PIXELS  25000000
#define JM_PICTURE_MAX_SVG     (1024 * 1024)
#define JM_PICTURE_MAX_SVG_ELEMENTS 20000

gboolean  jm_picture_check   (const char   *media_type,
                              const char   *base64,
                              int          *width,
                              int          *height,
                              char        **reason);
GBytes   *jm_picture_decode  (const char   *media_type,
                              const char   *base64,
                              int          *width,
                              int          *height,
                              char        **reason);

G_END_DECLS
