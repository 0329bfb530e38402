/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmApplication: the program: its windows, the files it is given, and what can be done without a map. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_APPLICATION (jm_application_get_type ())
G_DECLARE_FINAL_TYPE (JmApplication, jm_application, JM, APPLICATION, AdwApplication)

JmApplication *jm_application_new            (void);
void           jm_application_open_file      (JmApplication *self,
                                              GtkWindow     *from,
                                              GFile         *file);
GMenuModel    *jm_application_get_recent     (JmApplication *self);
void           jm_application_recent_changed (JmApplication *self);

G_END_DECLS
