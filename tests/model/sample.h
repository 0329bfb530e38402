/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small map for the tests of the model, and short ways to ask about maps. */
#pragma once

#include "model/jm-edit.h"
#include "model/jm-map.h"

G_BEGIN_DECLS

JmMap      *sample_map       (void);
char       *sample_outline   (JmMap      *map,
                              const char *id);
const char *sample_get       (JmMap      *map,
                              const char *id,
                              JmAttr      attr);
const char *sample_label     (JmMap      *map,
                              const char *id);
void        sample_take      (JmMap     **map,
                              JmMap      *next);

#define sample_assert_outline(map, id, expected) G_STMT_START { \
  g_autofree char *sample_outline_ = sample_outline (map, id); \
  g_assert_cmpstr (sample_outline_, ==, expected); \
} G_STMT_END

G_END_DECLS
