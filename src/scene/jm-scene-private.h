/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scene is made of, for the composer that makes it. */
#pragma once

#include "jm-scene.h"

G_BEGIN_DECLS

/* A row of the grid. level_top and level_bottom are where +2 and -2 of an emotion lane are; equal in other lanes. */
typedef struct
{
  char  *id;
  JmRect rect;
  double level_top;
  double level_bottom;
} JmSceneLane;

typedef struct
{
  char  *id;
  JmRect rect;
} JmScenePhase;

struct _JmScene
{
  gint           ref_count;
  const JmTheme *theme;
  char          *language;
  char          *label;
  char          *description;
  gboolean       rtl;
  double         width;
  double         height;
  JmRect         grid;
  GArray        *lanes;    /* of JmSceneLane, from top to bottom */
  GArray        *phases;   /* of JmScenePhase, in the map's order */
  JmGroup       *layers[JM_N_LAYERS];
};

JmScene *jm_scene_alloc      (void);
void     jm_scene_add_lane   (JmScene    *scene,
                              const char *id,
                              JmRect      rect,
                              double      level_top,
                              double      level_bottom);
void     jm_scene_add_phase  (JmScene    *scene,
                              const char *id,
                              JmRect      rect);

G_END_DECLS
