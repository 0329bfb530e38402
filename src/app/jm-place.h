/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a file really is: in a sandbox one file is seen at several paths. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *jm_place_identify    (GFile *file);
char *jm_place_get_folder  (GFile *file);

G_END_DECLS
