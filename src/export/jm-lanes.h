/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lanes an export shows, for the exports that are no pictures. */
#pragma once

#include "jm-export.h"

G_BEGIN_DECLS

GPtrArray *jm_lanes_collect  (JmMap              *map,
                              const char * const *only);
gboolean   jm_lanes_have     (GPtrArray          *lanes,
                              const char         *kind);

G_END_DECLS
