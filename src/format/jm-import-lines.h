/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines, and JmEntry: a line of an outline, and what is indented below it. Private to the imports. */
#pragma once

#include "jm-import-draft.h"

G_BEGIN_DECLS

/* The key of the outermost heading, “# …”; those within it follow. */
#define JM_ENTRY_TITLE -99

typedef struct
{
  char      *text;         /* borrowed from what is imported */
  int        line;
  int        key;          /* the smaller, the further out */
  gboolean   has_marker;   /* of a list */
  GPtrArray *children;     /* of JmEntry */
} JmEntry;

char     *jm_line_take    (char       **next);
JmEntry  *jm_entries_read (JmDraft     *draft,
                           char        *text);
void      jm_entry_free   (gpointer     data);
gboolean  jm_entry_split  (const char  *text,
                           char       **key,
                           const char **value);

G_END_DECLS
