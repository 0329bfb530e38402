/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmReport: what is found while a file is read, gathered by offset and told in the order of the file. */
#pragma once

#include "jm-scan.h"

G_BEGIN_DECLS

/* Nobody reads more than this; the rest is counted. */
#define JM_MAX_NOTICES 1000

typedef struct _JmReport JmReport;

JmReport  *jm_report_new     (void);
void       jm_report_free    (JmReport      *self);
void       jm_report_add     (JmReport      *self,
                              JmNoticeLevel  level,
                              gsize          offset,
                              const char    *item_id,
                              char          *message);
GPtrArray *jm_report_tell    (JmReport      *self,
                              JmScan        *scan,
                              const char    *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmReport, jm_report_free)

G_END_DECLS
