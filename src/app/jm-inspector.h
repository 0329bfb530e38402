/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmInspector: the panel beside the map with every property of whatever is selected. */
#pragma once

#include "model/jm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_INSPECTOR (jm_inspector_get_type ())
G_DECLARE_FINAL_TYPE (JmInspector, jm_inspector, JM, INSPECTOR, AdwBin)

/* Actions
 *   inspector.edit ()   puts the caret into the first field of the page */

GtkWidget *jm_inspector_new         (void);
void       jm_inspector_set_session (JmInspector *self,
                                     JmSession   *session);
void       jm_inspector_edit        (JmInspector *self);

G_END_DECLS
