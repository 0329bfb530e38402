/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmDraft: a map that is being made from something that is no map, piece by piece. Private to the imports. */
#pragma once

#include "jm-columns.h"
#include "jm-read.h"

G_BEGIN_DECLS

/* What is imported, and what becomes of it. The scale of feelings is that of the file; items are built inside out, since
 * what is in another item can no longer be changed. */
typedef struct
{
  const char *name;        /* of the file, for notices */
  char       *language;    /* of the map; NULL as long as nobody said it */
  GPtrArray  *notices;
  GError     *error;       /* why it cannot go on; then nothing is added any more */

  char       *title;
  char       *scenario;
  char       *kind;
  GPtrArray  *personas;    /* of JmItem, like the next three */
  GPtrArray  *channels;
  GPtrArray  *note_lanes;
  GPtrArray  *phases;
  GPtrArray  *leads;       /* of jm-import-leads.c, NULL for none */
  GHashTable *links;       /* likewise */
  GHashTable *ids;         /* "kind name" folded -> id, of personas, channels, lanes of notes and pain points */
  JmItem     *phase;       /* the one that is being filled, and in it the touchpoint */
  JmItem     *touchpoint;
  GPtrArray  *phase_parts;       /* what comes into them when they are full */
  GPtrArray  *touchpoint_parts;
  GHashTable *felt;        /* ids of the personas who feel something at the touchpoint, "" for everyone */
  GHashTable *texts;       /* descriptions, goals and quotes until then */
  gboolean    used[JM_N_COLUMNS];
  guint       numbers[JM_N_KINDS];
  guint       n_elements;
  int         heard;       /* headings in Dutch less those in English */
} JmDraft;

JmDraft    *jm_draft_new             (const char  *name,
                                      const char  *language);
void        jm_draft_free            (JmDraft     *self);
JmMap      *jm_draft_end             (JmDraft     *self,
                                      const char  *otherwise);

/* jm-import-limits.c */
void        jm_draft_refuse          (JmDraft     *self,
                                      int          line,
                                      int          column,
                                      JmReadError  code,
                                      const char  *message);
void        jm_draft_notice          (JmDraft     *self,
                                      int          line,
                                      int          column,
                                      const char  *message);
void        jm_draft_refuse_more     (JmDraft     *self,
                                      int          line);
gboolean    jm_draft_count_element   (JmDraft     *self);
char       *jm_draft_clean           (JmDraft     *self,
                                      const char  *text);
char      **jm_draft_split           (JmDraft     *self,
                                      const char  *text,
                                      char         separator,
                                      int          line);

void        jm_draft_begin_phase     (JmDraft     *self,
                                      const char  *title);
void        jm_draft_begin_touchpoint (JmDraft    *self,
                                       const char *title);
const char *jm_draft_name_item       (JmDraft     *self,
                                      JmKind       kind,
                                      const char  *name,
                                      GPtrArray   *items);
const char *jm_draft_name_persona    (JmDraft     *self,
                                      const char  *name);
JmItem     *jm_draft_get_persona     (JmDraft     *self,
                                      const char  *name);
void        jm_draft_remember        (JmDraft     *self,
                                      JmItem      *item);
const char *jm_draft_recall          (JmDraft     *self,
                                      const char  *text);
void        jm_draft_hear            (JmDraft     *self,
                                      const char  *heading);
gboolean    jm_draft_has_persona     (JmDraft     *self,
                                      const char  *name);

JmItem     *jm_draft_add             (JmDraft     *self,
                                      JmKind       kind,
                                      const char  *text);
void        jm_draft_keep            (JmDraft     *self,
                                      JmItem      *item);
void        jm_draft_set             (JmDraft     *self,
                                      JmItem      *item,
                                      JmAttr       attr,
                                      const char  *value,
                                      int          line,
                                      int          column);
void        jm_draft_describe        (JmDraft     *self,
                                      JmItem      *item,
                                      JmKind       part,
                                      const char  *text);
void        jm_draft_add_note        (JmDraft     *self,
                                      const char  *lane,
                                      const char  *text);
void        jm_draft_add_feeling     (JmDraft     *self,
                                      const char  *persona,
                                      double       value,
                                      const char  *said,
                                      int          line,
                                      int          column);
void        jm_draft_set_channel     (JmDraft     *self,
                                      const char  *title);

/* jm-import-leads.c */
gboolean    jm_draft_is_lead         (const char  *text);
void        jm_draft_add_lead        (JmDraft     *self,
                                      const char  *text);
void        jm_draft_append_leads    (JmDraft     *self,
                                      JmItem      *root);
void        jm_draft_add_link        (JmDraft     *self,
                                      JmItem      *opportunity,
                                      const char  *pain_point,
                                      int          line);
void        jm_draft_resolve_links   (JmDraft     *self);

G_END_DECLS
