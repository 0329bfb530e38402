/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of direction that a text opens and must close again before other text follows. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As deep as the Unicode bidirectional algorithm goes; what is opened beyond that has no effect. */
#define JM_BIDI_DEPTH 125

/* What is open; all zero at the beginning of a text. */
typedef struct
{
  guint    depth;
  gboolean isolates[JM_BIDI_DEPTH];
} JmBidi;

void        jm_bidi_follow (JmBidi     *self,
                            const char *character);
const char *jm_bidi_close  (JmBidi     *self);
void        jm_bidi_append (GString    *out,
                            const char *text);

G_END_DECLS
