/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a map was looked at last, by file: kept by the program and not in the map, which is everybody's. */
#pragma once

#include "canvas/jm-viewport.h"

G_BEGIN_DECLS

/* As many maps as are remembered; the one that was not opened for the longest time goes first. */
#define JM_VIEW_MEMORY_MAX 200

void     jm_view_memory_keep    (GFile      *file,
                                 JmViewport *viewport);
gboolean jm_view_memory_restore (GFile      *file,
                                 JmViewport *viewport);

G_END_DECLS
