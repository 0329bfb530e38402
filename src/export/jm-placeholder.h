/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the place of a picture that must not be decoded: a dashed box with its words. */
#pragma once

#include "scene/jm-scene.h"

G_BEGIN_DECLS

JmGroup *jm_placeholder_new (const JmOp    *picture,
                             const JmTheme *theme,
                             JmType        *type);

G_END_DECLS
