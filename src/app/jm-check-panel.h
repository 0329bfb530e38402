/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmCheckPanel: what the checklist of the method says of the map, as a list to go through while working. */
#pragma once

#include "model/jm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_CHECK_PANEL (jm_check_panel_get_type ())
G_DECLARE_FINAL_TYPE (JmCheckPanel, jm_check_panel, JM, CHECK_PANEL, AdwBin)

/* Properties (notify): count (guint), how many remarks there are that nobody dismissed
 * Signals
 *   go (const char *id, gboolean edit)               show this item, NULL for the map; it was just made when edit is set
 *   message (const char *text, gboolean undoable)    something worth a toast happened */

GtkWidget *jm_check_panel_new         (void);
void       jm_check_panel_set_session (JmCheckPanel *self,
                                       JmSession    *session);
guint      jm_check_panel_get_count   (JmCheckPanel *self);

G_END_DECLS
