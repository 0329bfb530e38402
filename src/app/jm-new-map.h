/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new map, in the language and with the lanes that the person prefers. */
#pragma once

#include "format/jm-library.h"

G_BEGIN_DECLS

char  **jm_new_map_get_languages (void);
JmMap  *jm_new_map               (JmLibraryEntry  *entry,
                                  GError         **error);

G_END_DECLS
