/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmClipProvider: what was copied, as other programs want it: items, text, or a picture that is made when it is asked for. */
#pragma once

#include "model/jm-map.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkContentProvider *jm_clip_provider_new (GBytes     *clip,
                                          const char *text,
                                          JmMap      *picture);

G_END_DECLS
