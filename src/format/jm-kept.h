/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much room the earlier versions of all maps take, and holding it within bounds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 jm_kept_measure (void);
guint64 jm_kept_limit   (guint64 most);

G_END_DECLS
