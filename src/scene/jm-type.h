/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmType: the typesetter: fonts, the width of text, line breaking; the same on every screen and without one. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define JM_FONT_STACK "Inter, Adwaita Sans, Cantarell, sans-serif"

/* A font of JM_FONT_STACK; size in map units (1/96 inch). */
typedef struct
{
  float    size;
  guint16  weight;       /* 100 to 1000, as in CSS */
  gboolean italic;
} JmFont;

typedef enum
{
  JM_ALIGN_START,
  JM_ALIGN_CENTER,
  JM_ALIGN_END
} JmAlign;

/* One line of a broken paragraph: bytes of the text, and its width in map units. */
typedef struct
{
  guint    start;
  guint    length;
  float    width;
  gboolean rtl;
} JmLine;

typedef struct _JmType JmType;

JmType      *jm_type_new            (void);
void         jm_type_free           (JmType      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmType, jm_type_free)

double       jm_type_measure        (JmType      *self,
                                     JmFont       font,
                                     const char  *text);
GArray      *jm_type_break          (JmType      *self,
                                     JmFont       font,
                                     const char  *text,
                                     double       width);
double       jm_type_get_widest     (JmType      *self,
                                     JmFont       font,
                                     const char  *text);
PangoLayout *jm_type_shape_line     (JmType      *self,
                                     JmFont       font,
                                     const char  *text,
                                     gboolean     rtl);

/* The font as Pango describes it, for whoever edits text in place; (transfer full) */
PangoFontDescription *jm_font_describe (JmFont   font,
                                        double   scale);

G_END_DECLS
