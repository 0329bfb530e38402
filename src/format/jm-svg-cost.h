/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmSvgCost: how much work it is to draw an SVG, known before anybody tries. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _JmSvgCost JmSvgCost;

/* What is told of an attribute: its name without a prefix, and its value. */
typedef struct
{
  const char *name;
  char       *value;
} JmSvgAttribute;

JmSvgCost *jm_svg_cost_new     (void);
void       jm_svg_cost_free    (JmSvgCost            *self);
void       jm_svg_cost_start   (JmSvgCost            *self,
                                const char           *name,
                                const JmSvgAttribute *attributes,
                                guint                 n_attributes);
void       jm_svg_cost_text    (JmSvgCost            *self,
                                gsize                 length);
void       jm_svg_cost_style   (JmSvgCost            *self,
                                const char           *sheet);
void       jm_svg_cost_end     (JmSvgCost            *self);
gboolean   jm_svg_cost_is_fine (JmSvgCost            *self,
                                double                pixels);

G_END_DECLS
