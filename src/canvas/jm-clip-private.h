/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What copying and pasting agree on. */
#pragma once

#include "jm-clip.h"

#include "model/jm-edit.h"

G_BEGIN_DECLS

/* Touchpoints travel in a phase, and what belongs to a touchpoint in a touchpoint, that are not part of what was copied. */
#define JM_CLIP_CARRIER_PHASE      "copied-touchpoints"
#define JM_CLIP_CARRIER_TOUCHPOINT "copied-items"

gboolean  jm_clip_is_carrier (JmItem     *item,
                              const char *id);

G_END_DECLS
