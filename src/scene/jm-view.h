/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other pictures of the same map: opportunities by effort and impact, what to take up first, the channels, and two
 * maps of one journey beside each other. */
#pragma once

#include "jm-composer.h"

G_BEGIN_DECLS

typedef enum
{
  JM_VIEW_MAP,
  JM_VIEW_MATRIX,     /* opportunities by effort and impact */
  JM_VIEW_RANKING,    /* pain points by severity, opportunities by votes */
  JM_VIEW_CHANNELS,   /* channels by phase */
  JM_VIEW_COMPARE,    /* the map and the one it is compared with, both of them whole; needs a baseline */
  JM_N_VIEWS
} JmView;

JmScene    *jm_view_compose   (JmMap                  *map,
                               JmView                  view,
                               const JmComposeOptions *options);
const char *jm_view_get_name  (JmView                  view);
gboolean    jm_view_from_name (const char             *name,
                               JmView                 *view);

G_END_DECLS
