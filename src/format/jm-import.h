/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps from what people have already: tables, lists in plain text, Mermaid diagrams. One table of formats, read by the
 * command line, the file chooser and paste. */
#pragma once

#include "jm-read.h"

G_BEGIN_DECLS

typedef struct _JmImportFormat JmImportFormat;

const JmImportFormat *jm_import_get_nth          (gsize                  nth);
const JmImportFormat *jm_import_format_from_path (const char            *path);
const char           *jm_import_format_get_id    (const JmImportFormat  *format);

JmMap                *jm_import_file             (const char            *path,
                                                  const JmImportFormat  *format,
                                                  const char            *language,
                                                  GPtrArray            **notices,
                                                  GError               **error);
JmMap                *jm_import_bytes            (GBytes                *bytes,
                                                  const char            *display_name,
                                                  const JmImportFormat  *format,
                                                  const char            *language,
                                                  GPtrArray            **notices,
                                                  GError               **error);

G_END_DECLS
