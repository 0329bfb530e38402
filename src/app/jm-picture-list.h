/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmPictureList: the pictures of a touchpoint, and the place to drop another one. */
#pragma once

#include "jm-child-list.h"

G_BEGIN_DECLS

#define JM_TYPE_PICTURE_LIST (jm_picture_list_get_type ())
G_DECLARE_FINAL_TYPE (JmPictureList, jm_picture_list, JM, PICTURE_LIST, JmChildList)

GtkWidget *jm_picture_list_new (void);

G_END_DECLS
