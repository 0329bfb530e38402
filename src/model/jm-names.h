/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call the kinds of items, and an item that has no words of its own. */
#pragma once

#include "jm-item.h"

G_BEGIN_DECLS

const char *jm_kind_get_display_name (JmKind      kind);
gboolean    jm_text_is_empty         (const char *text);
char       *jm_item_get_words        (JmItem     *item);
char       *jm_item_call             (JmItem     *item);

G_END_DECLS
