/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The method's checklist, read from the map itself: what a group has not talked about yet, why that matters, and how to
 * go on. */
#pragma once

#include "jm-map.h"

G_BEGIN_DECLS

/* How much it matters; findings come in this order. */
typedef enum
{
  JM_CHECK_GAP,      /* without it the map cannot be told as a journey */
  JM_CHECK_ADVICE,   /* the next thing to talk about */
  JM_CHECK_REMARK    /* worth a look; it may well be meant so */
} JmCheckLevel;

typedef struct _JmCheck JmCheck;

/* Something that a check found. item_id is NULL where it is about the map as a whole; title is what one calls the item,
 * on one line, and never empty. */
typedef struct
{
  const JmCheck *check;
  char          *item_id;
  char          *title;
  char          *message;
} JmFinding;

/* The checklist */
const JmCheck *jm_check_get_nth      (guint             nth);
const char    *jm_check_get_id       (const JmCheck    *check);
JmCheckLevel   jm_check_get_level    (const JmCheck    *check);
const char    *jm_check_get_why      (const JmCheck    *check);
const char    *jm_check_get_fix_name (const JmCheck    *check);

/* What it says of a map */
GPtrArray     *jm_map_check          (JmMap            *map,
                                      GPtrArray       **dismissed);

/* Answers to a finding */
JmMap         *jm_finding_fix        (const JmFinding  *finding,
                                      JmMap            *map,
                                      char            **focus_id,
                                      GError          **error);
JmMap         *jm_finding_dismiss    (const JmFinding  *finding,
                                      JmMap            *map);
JmMap         *jm_finding_restore    (const JmFinding  *finding,
                                      JmMap            *map);

G_END_DECLS
