/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The imports, one file each. Private to format/. */
#pragma once

#include "jm-import-draft.h"

G_BEGIN_DECLS

/* @text is UTF-8 without a byte order mark; it may be changed. */
typedef void (* JmImport) (JmDraft *draft,
                           char    *text);

void jm_import_table   (JmDraft *draft,
                        char    *text);
void jm_import_outline (JmDraft *draft,
                        char    *text);
void jm_import_mermaid (JmDraft *draft,
                        char    *text);

G_END_DECLS
