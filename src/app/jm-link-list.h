/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmLinkList: what a touchpoint leads to and what leads to it, with a list of touchpoints to choose one more from. */
#pragma once

#include "model/jm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_LINK_LIST (jm_link_list_get_type ())
G_DECLARE_FINAL_TYPE (JmLinkList, jm_link_list, JM, LINK_LIST, AdwBin)

GtkWidget *jm_link_list_new  (void);
void       jm_link_list_show (JmLinkList *self,
                              JmSession  *session,
                              JmItem     *touchpoint);

G_END_DECLS
