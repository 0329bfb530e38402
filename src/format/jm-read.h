/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a .cjm file: bytes in, a map and what is to be told about it out. */
#pragma once

#include "jm-notice.h"
#include "jm-stamp.h"
#include "model/jm-map.h"

G_BEGIN_DECLS

/* The namespace of a journey map, and its MIME type. */
#define JM_NAMESPACE "https://example.com/ns/cjm/1"
#define JM_MIME_TYPE "application/x-journeymap+xml"

#define JM_READ_ERROR (jm_read_error_quark ())

typedef enum
{
  JM_READ_ERROR_UNREADABLE,   /* the file cannot be read at all: not there, not allowed, a folder */
  JM_READ_ERROR_LIMIT,        /* larger, deeper or longer than a map may be */
  JM_READ_ERROR_NOT_XML,      /* not well-formed, not UTF-8, a DOCTYPE */
  JM_READ_ERROR_NOT_A_MAP,    /* another root, namespace or no version */
  JM_READ_ERROR_CONTENT       /* a kind or an id that cannot be understood */
} JmReadError;

GQuark  jm_read_error_quark (void);

JmMap  *jm_read_file        (const char  *path,
                             GPtrArray  **notices,
                             GError     **error);
JmMap  *jm_read_document    (const char  *path,
                             JmStamp     *stamp,
                             GPtrArray  **notices,
                             GError     **error);
GBytes *jm_read_content     (const char  *path,
                             GPtrArray  **notices,
                             GError     **error);
JmMap  *jm_read_bytes       (GBytes      *bytes,
                             const char  *display_name,
                             GPtrArray  **notices,
                             GError     **error);

G_END_DECLS
