/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader says of an item: what it is, what it is called, where it is, and what there is to know about it. */
#pragma once

#include "model/jm-map.h"
#include "scene/jm-scene.h"

G_BEGIN_DECLS

char *jm_speech_for_item    (JmMap      *map,
                             const char *id);
const char *jm_speech_for_feeling (double value);
const char *jm_speech_for_evidence (const char *evidence);
const char *jm_speech_for_keys    (JmRole role);

G_END_DECLS
