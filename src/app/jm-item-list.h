/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmItemList: the items of one kind at a touchpoint or in a phase, as rows to jump from, with a button for one more. */
#pragma once

#include "model/jm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_ITEM_LIST (jm_item_list_get_type ())
G_DECLARE_FINAL_TYPE (JmItemList, jm_item_list, JM, ITEM_LIST, AdwBin)

GtkWidget *jm_item_list_new  (JmKind      kind,
                              const char *heading,
                              const char *add);
void       jm_item_list_show (JmItemList *self,
                              JmSession  *session,
                              JmItem     *parent);

G_END_DECLS
