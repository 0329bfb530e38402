/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the values of an SVG say that costs work: numbers, dashes, layers and references. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JM_SVG_REF_PLAIN,
  JM_SVG_REF_MASK,
  JM_SVG_REF_MARKER   /* drawn at each point of a line */
} JmSvgRefKind;

typedef struct
{
  char         *id;
  JmSvgRefKind  kind;
} JmSvgRef;

typedef struct
{
  double n;
  double sum;       /* of their absolute values */
  double largest;
} JmSvgNumbers;

void      jm_svg_add_numbers  (JmSvgNumbers *numbers,
                               const char   *text);
double    jm_svg_get_density  (const char   *list);
double    jm_svg_find_density (const char   *css);
gboolean  jm_svg_has_layer    (const char   *css);

GArray   *jm_svg_refs_new     (void);
void      jm_svg_add_ref      (GArray       *refs,
                               const char   *id,
                               gsize         length,
                               JmSvgRefKind  kind);
void      jm_svg_add_refs     (GArray       *refs,
                               const char   *name,
                               const char   *value,
                               const char   *lower);

G_END_DECLS
