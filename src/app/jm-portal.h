/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a file really is behind the document portal, which shows one file at several paths; and where a sandbox keeps things. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char       *jm_portal_identify         (GFile *file);
char       *jm_portal_get_folder       (GFile *file);

const char *jm_portal_get_state_folder (void);

G_END_DECLS
