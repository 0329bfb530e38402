/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small scenes built by hand, for what a map would not easily bring about. */
#pragma once

#include "scene/jm-scene.h"

typedef JmScene * (* SceneFunc) (void);

/* One scene and the name of its file in golden/. */
typedef struct
{
  const char *name;
  SceneFunc   make;
} NamedScene;

extern const NamedScene named_scenes[];
extern const gsize      n_named_scenes;

JmScene *scene_with_body  (JmGroup    *body);
JmGroup *group_with_text  (const char *text,
                           double      x,
                           double      width,
                           gboolean    rtl);
