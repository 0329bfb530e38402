/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small line drawings of touchpoints, channels and devices, and which of them suits a title. */
#pragma once

#include "jm-path.h"

G_BEGIN_DECLS

/* The box a pictogram is drawn in, and the width of its stroke in that box; caps and joins are round. */
#define JM_PICTOGRAM_SIZE   24.0
#define JM_PICTOGRAM_STROKE 1.7

/**
 * JmPictogram:
 * @name: as it stands in the attribute icon of a file
 * @path: SVG path data in a box of %JM_PICTOGRAM_SIZE, to be stroked and not filled
 * @words: stems of words for which it is offered, separated by blanks
 */
typedef struct
{
  const char *name;
  const char *path;
  const char *words;
} JmPictogram;

const JmPictogram *jm_pictogram_find     (const char        *name);
const JmPictogram *jm_pictogram_get_all  (guint             *n);
const char        *jm_pictogram_guess    (const char        *text);
JmPath            *jm_pictogram_get_path (const JmPictogram *pictogram);
JmPath            *jm_pictogram_place    (const JmPictogram *pictogram,
                                          double             cx,
                                          double             cy,
                                          double             size);

G_END_DECLS
