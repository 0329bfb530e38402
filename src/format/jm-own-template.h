/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates of one's own: maps that a person keeps to begin others from, beside those that come with the program. */
#pragma once

#include "jm-library.h"

G_BEGIN_DECLS

char     *jm_own_template_save   (JmMap                 *map,
                                  const char            *title,
                                  const char            *line,
                                  gboolean               with_findings,
                                  GError               **error);
gboolean  jm_own_template_remove (const JmLibraryEntry  *entry,
                                  GError               **error);

G_END_DECLS
