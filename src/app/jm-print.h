/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing a map: on one sheet, in the print style. */
#pragma once

#include "model/jm-map.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void jm_print_map (GtkWindow  *parent,
                   JmMap      *map,
                   const char *name);

G_END_DECLS
