/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a map as the bytes of a .cjm file, in canonical form. */
#pragma once

#include "model/jm-map.h"

G_BEGIN_DECLS

#define JM_WRITE_ERROR (jm_write_error_quark ())

typedef enum
{
  JM_WRITE_ERROR_CHARACTER,   /* text holds what XML cannot hold */
  JM_WRITE_ERROR_TOO_LARGE    /* more than a .cjm file may be */
} JmWriteError;

GQuark  jm_write_error_quark (void);

GBytes *jm_write_bytes       (JmMap   *map,
                              GError **error);

G_END_DECLS
