/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of the recovery: written first so that the end of the program does them no harm, and brought to the disk after. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the name ends with of one that is being written. */
#define JM_RECOVERY_HALF ".half"

int jm_recovery_file_write (int         fd,
                            const char *data,
                            gsize       length);
int jm_recovery_file_put   (const char *path,
                            const char *data,
                            gsize       length);
int jm_recovery_file_sync  (const char *path);

G_END_DECLS
