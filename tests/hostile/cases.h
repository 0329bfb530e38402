/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that somebody might send to do harm, or that were harmed on the way, each with what is to be said of it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* refused says whether the map must not open; phrase is part of what is said, "" for nothing in particular; offset is the
 * byte at which it is said to be wrong, or -1.
 */
typedef struct
{
  char     *name;
  GString  *bytes;
  gboolean  refused;
  char     *phrase;
  gssize    offset;
} Case;

GPtrArray *cases_make (guint32 seed);
void       case_free  (Case   *self);

G_END_DECLS
