/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmStartPage: what a window without a map shows: templates as pictures, the maps of last time, and examples. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_START_PAGE (jm_start_page_get_type ())
G_DECLARE_FINAL_TYPE (JmStartPage, jm_start_page, JM, START_PAGE, AdwBin)

/* Signals
 *   template (JmLibraryEntry *entry)   a new map is to be made of it; NULL: an empty one
 *   example (JmLibraryEntry *entry)    an example is to be looked at
 *   recent (GFile *file)               a map of last time is to be opened */

void       jm_start_page_load       (JmStartPage *self);
void       jm_start_page_set_narrow (JmStartPage *self,
                                     gboolean     narrow);

G_END_DECLS
