/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmFinder: looks for a text in all that a map says, whatever its accents and its case. */
#pragma once

#include "jm-map.h"

G_BEGIN_DECLS

typedef struct _JmFinder JmFinder;

/* What stands on the map for an item without anyone having typed it, such as the name of a lane; NULL for nothing. */
typedef const char *(* JmFinderWords) (JmItem *root,
                                       JmItem *item);

JmFinder  *jm_finder_new  (JmFinderWords  words);
void       jm_finder_free (JmFinder      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmFinder, jm_finder_free)

GPtrArray *jm_finder_find (JmFinder      *self,
                           JmMap         *map,
                           const char    *query,
                           const char    *from_id,
                           guint         *nearest);

char      *jm_find_fold   (const char    *text);

/* A part of a text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} JmMatch;

GArray    *jm_find_match  (const char    *text,
                           const char    *query);

G_END_DECLS
