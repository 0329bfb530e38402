/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader says of a control after its name: what it does, or what becomes of it. */
#pragma once

#include "model/jm-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

void        jm_describe       (GtkWidget  *root,
                               const char *text);
void        jm_describe_rows  (GtkWidget  *root);
void        jm_describe_menu  (GtkWidget  *root);

const char *jm_describe_field (JmKind      kind,
                               JmAttr      attr,
                               JmKind      part);

G_END_DECLS
