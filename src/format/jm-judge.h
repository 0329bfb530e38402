/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The judgement of one attribute of a file: whether its value may be, what is used instead, and how that is told. */
#pragma once

#include "jm-notice.h"
#include "model/jm-kind.h"

G_BEGIN_DECLS

/* message is NULL where there is nothing to tell; value is what is used, NULL for "not said". Both are owned. */
typedef struct
{
  JmNoticeLevel level;
  char         *message;
  char         *value;
} JmJudgement;

void  jm_judgement_clear  (JmJudgement      *judgement);
void  jm_judge_value      (JmJudgement      *judgement,
                           const JmKindRule *rule,
                           const JmAttrRule *attr,
                           const char       *value,
                           gboolean          newer);
void  jm_judge_absence    (JmJudgement      *judgement,
                           const JmKindRule *rule,
                           const JmAttrRule *attr,
                           gboolean          newer);
char *jm_shorten          (const char       *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JmJudgement, jm_judgement_clear)

G_END_DECLS
