/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all drawing of a map shares: the colours, words and letters in use, and paragraphs. */
#pragma once

#include "jm-composer.h"
#include "jm-words.h"

G_BEGIN_DECLS

/* What is being drawn, and for whom. Borrowed from the composer for the time of one composition. */
typedef struct
{
  const JmTheme *theme;
  const JmWords *words;
  JmType        *type;
  JmMap         *map;
  JmMap         *baseline;      /* an earlier map whose curve is drawn too, or NULL */
  GHashTable    *changes;       /* JmChangeMarks of what differs from the map it is compared with, or NULL */
  gboolean       looks_ahead;   /* that map is the later one */
  JmOrder        order;         /* of what there is to take up */
  JmEvidence     evidence;      /* which touchpoints stand out */
  gboolean       for_editing;
  gboolean       rtl;
  gboolean       times;         /* touchpoints say when they are */
  double         time_scale;    /* map units a second, 0 on an equal axis */
} JmDraw;

/* Text broken into lines, ready to be drawn. */
typedef struct
{
  char   *text;
  GArray *lines;        /* of JmLine */
  JmFont  font;
  double  line_height;
} JmParagraph;

JmParagraph *jm_paragraph_new        (JmDraw         *draw,
                                      JmFont          font,
                                      double          line_height,
                                      const char     *text,
                                      double          width);
void         jm_paragraph_free       (JmParagraph    *self);
gboolean     jm_paragraph_is_empty   (JmParagraph    *self);
guint        jm_paragraph_n_lines    (JmParagraph    *self);
double       jm_paragraph_get_width  (JmParagraph    *self);
double       jm_paragraph_get_depth  (JmParagraph    *self);
void         jm_paragraph_draw       (JmParagraph    *self,
                                      JmDraw         *draw,
                                      JmGroupBuilder *builder,
                                      JmColor         color,
                                      JmAlign         align,
                                      double          x,
                                      double          width,
                                      double          baseline);
void         jm_paragraph_offer      (JmParagraph    *self,
                                      JmDraw         *draw,
                                      JmGroupBuilder *builder,
                                      JmKind          part,
                                      JmColor         color,
                                      JmAlign         align,
                                      double          x,
                                      double          width,
                                      double          baseline);

void         jm_paragraph_stand_in   (JmParagraph    *self,
                                      JmDraw         *draw,
                                      JmGroupBuilder *builder,
                                      JmWord          word,
                                      JmColor         color,
                                      double          x,
                                      double          width,
                                      double          baseline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmParagraph, jm_paragraph_free)

void         jm_draw_text            (JmDraw         *draw,
                                      JmGroupBuilder *builder,
                                      JmFont          font,
                                      JmColor         color,
                                      JmAlign         align,
                                      double          x,
                                      double          baseline,
                                      const char     *text);
void         jm_draw_pictogram       (JmDraw         *draw,
                                      JmGroupBuilder *builder,
                                      const char     *name,
                                      JmColor         color,
                                      double          cx,
                                      double          cy,
                                      double          size);
void         jm_draw_dot             (JmGroupBuilder *builder,
                                      JmColor         color,
                                      double          cx,
                                      double          cy,
                                      double          radius);
void         jm_draw_star            (JmGroupBuilder *builder,
                                      const JmTheme  *theme,
                                      double          cx,
                                      double          cy,
                                      double          scale);
void         jm_draw_veil            (JmGroupBuilder *builder,
                                      JmColor         ground,
                                      JmRect          box,
                                      double          radius);
double       jm_draw_side            (JmDraw         *draw,
                                      double          whole,
                                      double          x,
                                      double          width);

static inline JmFont
jm_font (double size,
         guint  weight)
{
  return (JmFont) { (float) size, (guint16) weight, FALSE };
}

static inline JmFont
jm_font_italic (double size,
                guint  weight)
{
  return (JmFont) { (float) size, (guint16) weight, TRUE };
}

G_END_DECLS
