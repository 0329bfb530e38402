/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmItemList: the items of one kind at a touchpoint or in a phase, as rows to jump from, with a button for one more. */
#pragma once

#include "jm-child-list.h"

G_BEGIN_DECLS

#define JM_TYPE_ITEM_LIST (jm_item_list_get_type ())
G_DECLARE_FINAL_TYPE (JmItemList, jm_item_list, JM, ITEM_LIST, JmChildList)

GtkWidget *jm_item_list_new (JmKind      kind,
                             const char *heading,
                             const char *add);

G_END_DECLS
