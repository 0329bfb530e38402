/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is different about the things on a map that is compared with another one, and the marks that say so on their cards. */
#pragma once

#include "jm-draw.h"

G_BEGIN_DECLS

/* Any of these together. */
typedef enum
{
  JM_CHANGE_MARK_NONE = 0,
  JM_CHANGE_MARK_NEW = 1 << 0,
  JM_CHANGE_MARK_GONE = 1 << 1,
  JM_CHANGE_MARK_MOVED = 1 << 2,
  JM_CHANGE_MARK_BETTER = 1 << 3,
  JM_CHANGE_MARK_WORSE = 1 << 4,
  JM_CHANGE_MARK_CHANGED = 1 << 5
} JmChangeMarks;

GHashTable   *jm_change_find_all (JmMap          *before,
                                  JmMap          *after);
JmChangeMarks jm_change_of       (JmDraw         *draw,
                                  JmItem         *item);
char         *jm_change_say      (JmDraw         *draw,
                                  JmChangeMarks   marks);
char         *jm_change_summarize (JmDraw        *draw,
                                   GHashTable    *changes);
void          jm_change_draw     (JmDraw         *draw,
                                  JmGroupBuilder *builder,
                                  JmChangeMarks   marks,
                                  double          whole,
                                  double          x,
                                  double          y,
                                  double          room);

#define JM_CHANGE_HEIGHT 18.0   /* of a row of marks */

G_END_DECLS
