/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as one web page that needs nothing from anywhere: the picture, and the same in words as a table. */
#pragma once

#include "jm-export.h"

G_BEGIN_DECLS

GBytes *jm_html_write (JmMap                  *map,
                       const JmExportOptions  *options,
                       GError                **error);

G_END_DECLS
