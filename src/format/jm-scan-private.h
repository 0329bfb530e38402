/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What jm-scan.c and jm-scan-encoding.c share. */
#pragma once

#include "jm-scan.h"

G_BEGIN_DECLS

/* As XML has it. */
static inline gboolean
jm_scan_is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

gboolean jm_scan_report         (JmScan      *scan,
                                 JmReadError  code,
                                 const char  *where,
                                 char        *message);
gboolean jm_scan_check_encoding (JmScan      *scan);

G_END_DECLS
