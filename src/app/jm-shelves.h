/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmShelves: what a person can begin with: templates, examples, and the maps that were open before. */
#pragma once

#include "format/jm-library.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *own;          /* of JmLibraryEntry: templates of the person's own */
  GPtrArray *own_maps;     /* of JmMap, one for each of these, NULL where it cannot be read */
  GPtrArray *templates;    /* of JmLibraryEntry */
  GPtrArray *maps;         /* of JmMap, one a template, NULL where it cannot be read */
  GPtrArray *examples;     /* of JmLibraryEntry */
  GPtrArray *recent;       /* of JmRecent */
} JmShelves;

JmShelves *jm_shelves_read (const char * const *languages);
void       jm_shelves_free (JmShelves          *self);

G_END_DECLS
