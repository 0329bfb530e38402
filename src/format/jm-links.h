/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be judged only when a whole file has been read: where its references lead, and whose its emotions are. */
#pragma once

#include "jm-id-table.h"
#include "jm-report.h"

G_BEGIN_DECLS

typedef struct _JmLinks JmLinks;

JmLinks *jm_links_new         (void);
void     jm_links_free        (JmLinks          *self);
void     jm_links_add         (JmLinks          *self,
                               JmItem           *item,
                               const JmAttrRule *attr,
                               const char       *item_id,
                               gsize             offset);
void     jm_links_add_emotion (JmLinks          *self,
                               JmItem           *emotion,
                               JmItem           *touchpoint,
                               gsize             offset);
void     jm_links_check       (JmLinks          *self,
                               JmMap            *map,
                               JmIdTable        *ids,
                               JmReport         *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmLinks, jm_links_free)

G_END_DECLS
