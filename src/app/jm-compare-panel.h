/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmComparePanel: what is different from another map of the same journey, in words, as a list to go through. */
#pragma once

#include "model/jm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_COMPARE_PANEL (jm_compare_panel_get_type ())
G_DECLARE_FINAL_TYPE (JmComparePanel, jm_compare_panel, JM, COMPARE_PANEL, AdwBin)

/* Signals
 *   go (const char *id, gboolean edit)   show this item, NULL for the map; edit is never set */

GtkWidget *jm_compare_panel_new         (void);
void       jm_compare_panel_set_session (JmComparePanel *self,
                                         JmSession      *session);
void       jm_compare_panel_set_other   (JmComparePanel *self,
                                         JmMap          *other,
                                         const char     *name);

G_END_DECLS
