/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as a table for spreadsheets: a row a touchpoint, in comma- or tab-separated values. */
#pragma once

#include "jm-export.h"

G_BEGIN_DECLS

GBytes *jm_table_write_csv (JmMap                  *map,
                            const JmExportOptions  *options,
                            GError                **error);
GBytes *jm_table_write_tsv (JmMap                  *map,
                            const JmExportOptions  *options,
                            GError                **error);

G_END_DECLS
