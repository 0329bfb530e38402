/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person has chosen, as the desktop keeps it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *jm_settings_get         (void);
gboolean   jm_settings_get_boolean (const char *key,
                                    gboolean    otherwise);
char      *jm_settings_get_string  (const char *key);

G_END_DECLS
