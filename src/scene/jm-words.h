/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The few words that stand on a map without anyone having typed them, in the language of the map. */
#pragma once

#include "model/jm-item.h"

G_BEGIN_DECLS

typedef enum
{
  JM_WORD_UNTITLED,
  JM_WORD_CURRENT_STATE,
  JM_WORD_FUTURE_STATE,
  JM_WORD_DAY_IN_THE_LIFE,
  JM_WORD_SERVICE_BLUEPRINT,
  JM_WORD_TOUCHPOINTS,
  JM_WORD_CHANNELS,
  JM_WORD_DEVICES,
  JM_WORD_EMOTION,
  JM_WORD_PAIN_POINTS,
  JM_WORD_OPPORTUNITIES,
  JM_WORD_THOUGHTS,
  JM_WORD_MEASURES,
  JM_WORD_PICTURES,
  JM_WORD_NOTES,
  JM_WORD_LINE,
  JM_WORD_LEGEND_SEVERITY,
  JM_WORD_LEGEND_VOTE,
  JM_WORD_LEGEND_MOMENT,
  JM_WORD_LEGEND_ASSUMED,
  JM_WORD_LEGEND_MEASURED,
  JM_WORD_PEAK,
  JM_WORD_LOW,
  JM_WORD_END,
  JM_WORD_PERSONA,
  JM_WORD_PHASE,
  JM_WORD_TOUCHPOINT,
  JM_WORD_PAIN_POINT,
  JM_WORD_OPPORTUNITY,
  JM_WORD_THOUGHT,
  JM_WORD_NOTE,
  JM_WORD_MEASURE,
  JM_WORD_CHANNEL,
  JM_WORD_DEVICE,
  JM_WORD_PICTURE,
  JM_WORD_TITLE,
  JM_WORD_SCENARIO,
  JM_WORD_TARGET,
  JM_WORD_WEAKEST,
  JM_WORD_TOTAL,
  JM_WORD_VIEW_MATRIX,
  JM_WORD_VIEW_RANKING,
  JM_WORD_VIEW_CHANNELS,
  JM_WORD_EFFORT,
  JM_WORD_IMPACT,
  JM_WORD_LITTLE,
  JM_WORD_SOME,
  JM_WORD_MUCH,
  JM_WORD_NOT_ESTIMATED,
  JM_WORD_PAINS_BY_SEVERITY,
  JM_WORD_IDEAS_BY_VOTES,
  JM_WORD_IDEAS_BY_GAIN,
  JM_WORD_PAINS_ALONG,
  JM_WORD_IDEAS_ALONG,
  JM_WORD_NONE_YET,
  JM_WORD_ONLINE,
  JM_WORD_OFFLINE,
  JM_WORD_ONLINE_AND_OFFLINE,
  JM_WORD_NEVER_USED,
  JM_WORD_ONLY_IN,
  JM_WORD_NEW,
  JM_WORD_GONE,
  JM_WORD_MOVED,
  JM_WORD_CHANGED,
  JM_WORD_BETTER,
  JM_WORD_WORSE,
  JM_WORD_NO_DIFFERENCES,
  JM_WORD_VIEW_COMPARE,
  JM_WORD_LEGEND_FADED,
  JM_WORD_LEGEND_BASELINE,
  JM_WORD_VERY_BAD,
  JM_WORD_BAD,
  JM_WORD_NEUTRAL,
  JM_WORD_GOOD,
  JM_WORD_VERY_GOOD,
  JM_N_WORDS
} JmWord;

/* The words of one language. */
typedef struct _JmWords JmWords;

const JmWords *jm_words_get          (const char    *language);
const char    *jm_words_say          (const JmWords *words,
                                      JmWord         word);
char          *jm_words_duration     (const JmWords *words,
                                      double         seconds);
char          *jm_words_date         (const JmWords *words,
                                      const char    *date);
char          *jm_words_number       (const JmWords *words,
                                      double         number);
char          *jm_words_percent      (const JmWords *words,
                                      double         ratio);
const char    *jm_words_lane         (const JmWords *words,
                                      JmItem        *lane);
const char    *jm_words_device       (const JmWords *words,
                                      const char    *device);
const char    *jm_words_feeling      (const JmWords *words,
                                      double         value);
gboolean       jm_language_is_rtl    (const char    *language);

G_END_DECLS
