/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export dialog: which format, which style, how large, and where to. */
#pragma once

#include "jm-window.h"

G_BEGIN_DECLS

#define JM_TYPE_EXPORT_DIALOG (jm_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JmExportDialog, jm_export_dialog, JM, EXPORT_DIALOG, AdwBin)

void jm_export_dialog_present (JmWindow   *window,
                               const char *format_id);

G_END_DECLS
