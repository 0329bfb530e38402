/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash of text for tables that are filled from files. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint jm_bytes_hash (const char    *bytes,
                     gsize          length);
guint jm_text_hash  (gconstpointer  text);

G_END_DECLS
