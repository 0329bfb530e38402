/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map told in words, in reading order: for mail, for screen readers, and for the table of a web page. */
#pragma once

#include "jm-export.h"
#include "scene/jm-words.h"

G_BEGIN_DECLS

/* A map as it is being told. */
typedef struct
{
  JmMap         *map;
  const char    *language;
  const JmWords *words;
  GPtrArray     *lanes;      /* of JmItem: those that are shown */
  GHashTable    *titles;     /* id -> title, of channels, personas and pain points */
  GHashTable    *leads;      /* id -> GPtrArray of the transitions from there */
  gboolean       several;    /* personas, so that it has to be said whose a feeling is */
} JmOutline;

JmOutline *jm_outline_new        (JmMap                  *map,
                                  const JmExportOptions  *options);
void       jm_outline_free       (JmOutline              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmOutline, jm_outline_free)

GPtrArray *jm_outline_tell       (JmOutline              *self,
                                  JmItem                 *container,
                                  JmItem                 *lane);
char      *jm_outline_tell_kind  (JmOutline              *self);
char      *jm_outline_tell_duration (JmOutline           *self,
                                     JmItem              *phase);

GBytes    *jm_outline_write      (JmMap                  *map,
                                  const JmExportOptions  *options,
                                  GError                **error);

G_END_DECLS
