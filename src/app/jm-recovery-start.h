/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program does for maps in danger as a whole: bringing unsaved work back at the start, keeping it at the end. */
#pragma once

#include "jm-application.h"

G_BEGIN_DECLS

void jm_recovery_start (JmApplication *application);
void jm_recovery_end   (JmApplication *application);

G_END_DECLS
