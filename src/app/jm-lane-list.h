/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmLaneList: the lanes of a map, to show, hide, reorder, rename and add. */
#pragma once

#include "model/jm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_LANE_LIST (jm_lane_list_get_type ())
G_DECLARE_FINAL_TYPE (JmLaneList, jm_lane_list, JM, LANE_LIST, AdwBin)

GtkWidget *jm_lane_list_new  (void);
void       jm_lane_list_show (JmLaneList *self,
                              JmSession  *session);

G_END_DECLS
