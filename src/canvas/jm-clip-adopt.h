/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmAdoption: what comes from another map, made at home in this one. */
#pragma once

#include "model/jm-map.h"

G_BEGIN_DECLS

typedef struct _JmAdoption JmAdoption;

JmAdoption *jm_adoption_new      (JmMap        *map,
                                  JmMap        *from,
                                  gboolean      same_ids,
                                  GError      **error);
void        jm_adoption_free     (JmAdoption   *self);

JmMap      *jm_adoption_get_map  (JmAdoption   *self);
JmItem     *jm_adoption_take_in  (JmAdoption   *self,
                                  JmItem       *item);

JmMap      *jm_map_with_lanes_for (JmMap       *map,
                                   JmItem      *item,
                                   GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmAdoption, jm_adoption_free)

G_END_DECLS
