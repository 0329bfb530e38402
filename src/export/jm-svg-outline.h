/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of text as the outlines of their glyphs. */
#pragma once

#include "jm-svg-buffer.h"
#include "scene/jm-scene.h"

G_BEGIN_DECLS

typedef struct _JmSvgOutliner JmSvgOutliner;

JmSvgOutliner *jm_svg_outliner_new  (JmType         *type);
void           jm_svg_outliner_free (JmSvgOutliner  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmSvgOutliner, jm_svg_outliner_free)

gboolean       jm_svg_outliner_put  (JmSvgOutliner  *self,
                                     const JmOp     *text,
                                     double          dx,
                                     double          dy,
                                     JmSvgBuffer    *out,
                                     GError        **error);

G_END_DECLS
