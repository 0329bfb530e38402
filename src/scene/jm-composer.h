/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmComposer: lays out a map as a scene, and again after each edit at the cost of what changed. */
#pragma once

#include "jm-evidence.h"
#include "jm-order.h"
#include "jm-scene.h"

G_BEGIN_DECLS

typedef struct _JmComposer JmComposer;

/* What a picture is made for. All zero is a light picture to export. */
typedef struct
{
  JmStyle             style;
  gboolean            for_editing;  /* hints in empty cells, names where a title is still empty */
  JmMap              *baseline;     /* a map with the same ids that this one is compared with, NULL for none */
  gboolean            looks_ahead;  /* the baseline is the later one of the two, and not the earlier */
  JmEvidence          evidence;     /* which touchpoints stand out; the others are faded */
  JmOrder             order;        /* of what there is to take up, in the view of that */
  const char * const *lanes;        /* only the lanes with these ids or kinds, NULL for all that are not hidden */
} JmComposeOptions;

JmComposer *jm_composer_new         (const JmComposeOptions *options);
void        jm_composer_free        (JmComposer             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmComposer, jm_composer_free)

JmScene    *jm_composer_compose     (JmComposer             *self,
                                     JmMap                  *map);
JmScene    *jm_scene_new            (JmMap                  *map,
                                     const JmComposeOptions *options);

G_END_DECLS
