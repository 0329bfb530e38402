/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmChildList: what all lists of the items in another item share: a row for each of one kind, made anew when they change. */
#pragma once

#include "model/jm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_CHILD_LIST (jm_child_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (JmChildList, jm_child_list, JM, CHILD_LIST, AdwBin)

/* make_row: (transfer floating) the row of an item */
struct _JmChildListClass
{
  AdwBinClass parent_class;

  GtkWidget *(* make_row) (JmChildList *self,
                           JmItem      *item);
};

void        jm_child_list_show          (JmChildList *self,
                                         JmSession   *session,
                                         JmItem      *parent);

/* For those that are such lists */
void        jm_child_list_set_kind      (JmChildList *self,
                                         JmKind       kind);
JmKind      jm_child_list_get_kind      (JmChildList *self);
JmSession  *jm_child_list_get_session   (JmChildList *self);
const char *jm_child_list_get_parent_id (JmChildList *self);
GtkWidget  *jm_child_list_get_rows      (JmChildList *self);
GtkWidget  *jm_child_list_new_button    (JmChildList *self,
                                         JmItem      *item);

G_END_DECLS
