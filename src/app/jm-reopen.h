/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The windows that were open when the program ended without being told to by a person, and that come back. */
#pragma once

#include "jm-application.h"

G_BEGIN_DECLS

void     jm_reopen_start      (JmApplication *application);
gboolean jm_reopen_is_waiting (void);
void     jm_reopen_stand_in   (GtkWindow     *window);
void     jm_reopen_windows    (JmApplication *application);
void     jm_reopen_hold       (void);
void     jm_reopen_end        (JmApplication *application);

G_END_DECLS
