/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmTheme: every colour of a map, for one style. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint8 red;
  guint8 green;
  guint8 blue;
  guint8 alpha;
} JmColor;

typedef enum
{
  JM_STYLE_LIGHT,
  JM_STYLE_DARK,
  JM_STYLE_PRINT,
  JM_STYLE_LIGHT_CONTRAST,  /* these two are for the screen alone, where the desktop asks for them */
  JM_STYLE_DARK_CONTRAST,
  JM_N_STYLES
} JmStyle;

/* The tones of one palette colour, made for one style. */
typedef struct
{
  JmColor heading;        /* a phase heading, bears heading_text at 4.5:1 or better */
  JmColor heading_text;
  JmColor heading_faint;  /* the duration in a heading */
  JmColor column;         /* the tint behind a phase, opaque */
  JmColor band;           /* a stronger tint on the column, opaque, that bears text */
  JmColor badge;          /* the disc behind a pictogram, opaque */
  JmColor mark;           /* pictograms, curves: 3:1 on a card and on the column */
  JmColor outline;        /* the edge of a channel's pill */
  JmColor text;           /* coloured text: 4.5:1 on a card, the column and the band */
} JmTones;

typedef struct
{
  JmStyle  style;
  gboolean is_dark;
  double   text_contrast; /* what derived tones reach at least */
  double   mark_contrast;
  double   tint;          /* how much of its colour a phase has, from 0 to 1 */
  double   tint_of_badge;
  double   tint_of_band;
  JmColor page;
  JmColor card;
  JmColor card_edge;
  JmColor card_shadow;
  JmColor rule;           /* between lanes */
  JmColor level;          /* the dotted lines of the emotion lane */
  JmColor level_zero;
  JmColor ink;            /* titles */
  JmColor ink_soft;       /* descriptions */
  JmColor ink_faint;      /* footer, hints */
  JmColor ink_lane;       /* lane names */
  JmColor quote;          /* the large quotation mark of a thought */
  JmColor chip;           /* the kind of map, under the title */
  JmColor chip_text;
  JmColor feeling[5];     /* marks, from very bad to very good */
  JmColor feeling_text[5];/* text in those colours */
  JmColor face;           /* eyes and mouth on a filled face */
  JmColor pain;
  JmColor pain_mark;
  JmColor pain_text;
  JmColor pain_off;       /* a severity dot that does not count */
  JmColor idea;
  JmColor idea_mark;
  JmColor idea_icon;
  JmColor idea_text;
  JmColor vote;
  JmColor star;           /* moment of truth */
  JmColor area[3];        /* under the curve, from very good over neutral to very bad, with alpha */
} JmTheme;

const JmTheme *jm_theme_get         (JmStyle        style);
gboolean       jm_style_from_name   (const char    *name,
                                     JmStyle       *style);
const char    *jm_style_get_name    (JmStyle        style);
JmTones        jm_theme_get_tones   (const JmTheme *theme,
                                     const char    *color);
JmColor        jm_theme_get_feeling (const JmTheme *theme,
                                     double         value);
JmColor        jm_color_mix         (JmColor        a,
                                     JmColor        b,
                                     double         share_of_b);
gboolean       jm_color_parse       (const char    *text,
                                     JmColor       *color);
double         jm_color_contrast    (JmColor        a,
                                     JmColor        b);

static inline gboolean
jm_color_equal (JmColor a,
                JmColor b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

G_END_DECLS
