/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a file really is behind the document portal, which shows one file at several paths. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *jm_portal_identify    (GFile *file);
char *jm_portal_get_folder  (GFile *file);

G_END_DECLS
