/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people write for a number, a feeling or a length of time, in Dutch and English. Private to the imports. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *jm_import_cite          (const char *text);
gboolean  jm_import_read_number   (const char *text,
                                   double     *number);
gboolean  jm_import_read_feeling  (const char *words,
                                   double     *value);
char     *jm_import_read_duration (const char *text);

G_END_DECLS
