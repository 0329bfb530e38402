/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the checks of the checklist share: a row of the table, and the map as it is being looked through. */
#pragma once

#include "jm-check.h"

G_BEGIN_DECLS

/* A map as it is being looked through. */
typedef struct
{
  JmMap         *map;
  JmItem        *root;
  GHashTable    *kinds;          /* id -> kind of item, for all that has an id */
  GHashTable    *channel_phases; /* id of a channel -> in how many phases it serves */
  GHashTable    *resolved;       /* ids of the pain points that an opportunity resolves */
  const JmCheck *check;          /* the one that looks now */
  GPtrArray     *findings;
} JmSurvey;

typedef void    (* JmLook) (JmSurvey    *survey);
typedef JmMap * (* JmFix)  (JmMap       *map,
                            const char  *item_id,
                            char       **focus_id,
                            GError     **error);

/* A row of the table. The id is written into files and stays as it is. */
struct _JmCheck
{
  const char   *id;
  JmCheckLevel  level;
  const char   *why;        /* in English */
  JmLook        look;
  const char   *fix_name;   /* in English; NULL when there is no fix */
  JmFix         fix;
};

/* jm-check.c */
void      jm_survey_tell           (JmSurvey    *survey,
                                    const char  *item_id,
                                    char        *message);
JmItem   *jm_survey_next_touchpoint (JmSurvey   *survey,
                                     guint       cursors[2],
                                     JmItem    **phase);
gboolean  jm_survey_has_lane       (JmSurvey    *survey,
                                    const char  *kind);
gboolean  jm_survey_has            (JmSurvey    *survey,
                                    const char  *id,
                                    JmKind       kind);
gboolean  jm_text_says_nothing     (const char  *text);

G_END_DECLS
