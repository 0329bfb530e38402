/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a table of a map are called, in the languages that maps are written in: a table that was exported
 * reads back, and so does one that people made with words of their own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JM_COLUMN_PHASE,
  JM_COLUMN_GOAL,             /* of the phase, like the next two */
  JM_COLUMN_START,
  JM_COLUMN_DURATION,
  JM_COLUMN_TOUCHPOINT,
  JM_COLUMN_DESCRIPTION,
  JM_COLUMN_CHANNEL,
  JM_COLUMN_DEVICE,
  JM_COLUMN_TIME,
  JM_COLUMN_MOMENT_OF_TRUTH,
  JM_COLUMN_EVIDENCE,
  JM_COLUMN_OWNER,
  JM_COLUMN_EMOTION,          /* of a persona: "Emotion 1–5: Anna" */
  JM_COLUMN_SAID,             /* what is written at the curve; of a persona, too */
  JM_COLUMN_PAIN_POINTS,
  JM_COLUMN_SEVERITY,         /* as many lines as there are pain points */
  JM_COLUMN_OPPORTUNITIES,
  JM_COLUMN_VOTES,            /* as many lines as there are opportunities, like the next three */
  JM_COLUMN_EFFORT,
  JM_COLUMN_IMPACT,
  JM_COLUMN_TAKEN_UP_BY,
  JM_COLUMN_THOUGHTS,         /* of a persona */
  JM_COLUMN_MEASURES,         /* of the phase */
  JM_COLUMN_VALUE,            /* as many lines as there are measures, like the next two */
  JM_COLUMN_TARGET,
  JM_COLUMN_UNIT,
  JM_N_COLUMNS
} JmColumn;

const char *jm_column_get_name (JmColumn     column,
                                const char  *language);
gboolean    jm_column_find     (const char  *name,
                                JmColumn    *column,
                                char       **whose);
const char *jm_column_guess_language (const char *name);
const char *jm_column_say      (JmColumn     column,
                                const char  *value,
                                const char  *language);
const char *jm_column_read     (JmColumn     column,
                                const char  *words);
gboolean    jm_column_looks_like_formula (const char *cell);

G_END_DECLS
