/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a path is made of, for its builder. */
#pragma once

#include "jm-path.h"

G_BEGIN_DECLS

static inline guint
jm_path_verb_n_points (JmPathVerb verb)
{
  switch (verb)
    {
    case JM_PATH_MOVE:
    case JM_PATH_LINE:
      return 1;
    case JM_PATH_CURVE:
      return 3;
    case JM_PATH_CLOSE:
    default:
      return 0;
    }
}

JmPath *jm_path_new_take (guint8  *verbs,
                          guint    n_verbs,
                          JmPoint *points,
                          guint    n_points);

G_END_DECLS
