/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture from a file, as an item to be put into a map. */
#pragma once

#include "model/jm-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

JmItem *jm_picture_read_file  (GFile   *file,
                               GError **error);
JmItem *jm_picture_read_bytes (GBytes  *bytes,
                               GError **error);

G_END_DECLS
