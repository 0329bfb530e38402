/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences: the few things that are a matter of taste or of the room. */
#pragma once

#include "jm-application.h"

G_BEGIN_DECLS

void jm_preferences_start   (void);
void jm_preferences_present (GtkWindow *parent);

G_END_DECLS
