/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs, pictograms and dots: the strokes of which every drawing on a map is made. */
#include "jm-draw.h"

#include "jm-pictogram.h"

#include <math.h>

/* Set so, letters of our fonts have room: the top of a line is this share of its size above the baseline. */
#define ASCENT 0.97
#define DESCENT 0.27
/* The thinnest stroke of a small pictogram that still can be seen. */
#define PICTOGRAM_STROKE_MIN 1.2

/**
 * jm_paragraph_new:
 * @draw: what is being drawn
 * @font: the font
 * @line_height: from baseline to baseline
 * @text: what it says
 * @width: of the lines; negative for one line a newline
 *
 * Returns: (transfer full): the text, broken
 */
JmParagraph *
jm_paragraph_new (JmDraw     *draw,
                  JmFont      font,
                  double      line_height,
                  const char *text,
                  double      width)
{
  JmParagraph *self = g_new0 (JmParagraph, 1);

  self->text = g_strdup (text);
  self->font = font;
  self->line_height = line_height;
  self->lines = jm_type_break (draw->type, font, text, width);

  return self;
}

/**
 * jm_paragraph_free:
 * @self: (transfer full): a paragraph
 */
void
jm_paragraph_free (JmParagraph *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_array_unref (self->lines);
  g_free (self);
}

/**
 * jm_paragraph_is_empty:
 * @self: a paragraph
 *
 * Returns: whether there is nothing to read
 */
gboolean
jm_paragraph_is_empty (JmParagraph *self)
{
  return self->text[0] == '\0';
}

/**
 * jm_paragraph_n_lines:
 * @self: a paragraph
 *
 * Returns: how many lines it has; none when it is empty
 */
guint
jm_paragraph_n_lines (JmParagraph *self)
{
  return jm_paragraph_is_empty (self) ? 0 : self->lines->len;
}

/**
 * jm_paragraph_get_width:
 * @self: a paragraph
 *
 * Returns: the width of its widest line
 */
double
jm_paragraph_get_width (JmParagraph *self)
{
  double width = 0;

  for (guint i = 0; i < self->lines->len; i++)
    width = MAX (width, g_array_index (self->lines, JmLine, i).width);

  return width;
}

/**
 * jm_paragraph_get_depth:
 * @self: a paragraph
 *
 * Returns: how far its last baseline lies below its first
 */
double
jm_paragraph_get_depth (JmParagraph *self)
{
  return (self->lines->len - 1) * self->line_height;
}

static double
line_start (JmDraw       *draw,
            const JmLine *line,
            JmAlign       align,
            double        x,
            double        width)
{
  gboolean right = draw->rtl || line->rtl;

  if (align == JM_ALIGN_CENTER)
    return x + (width - line->width) / 2;
  if ((align == JM_ALIGN_END) != right)
    return x + width - line->width;

  return x;
}

/**
 * jm_paragraph_draw:
 * @self: a paragraph
 * @draw: what is being drawn
 * @builder: where to draw it
 * @color: of the letters
 * @align: to which side, as the map and the text run
 * @x: left edge
 * @width: from there
 * @baseline: of the first line
 *
 * Draws the lines.
 */
void
jm_paragraph_draw (JmParagraph    *self,
                   JmDraw         *draw,
                   JmGroupBuilder *builder,
                   JmColor         color,
                   JmAlign         align,
                   double          x,
                   double          width,
                   double          baseline)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const JmLine *line = &g_array_index (self->lines, JmLine, i);

      jm_group_builder_add_text (builder, self->text + line->start, line->length, self->font, color,
                                 line_start (draw, line, align, x, width), baseline + i * self->line_height,
                                 line->width, line->rtl);
    }
}

/**
 * jm_paragraph_offer:
 * @self: a paragraph
 * @draw: what is being drawn
 * @builder: where to draw it
 * @part: which part of the item it shows
 * @color: of the letters
 * @align: to which side
 * @x: left edge
 * @width: from there
 * @baseline: of the first line
 *
 * Draws the lines and says that they may be edited there.
 */
void
jm_paragraph_offer (JmParagraph    *self,
                    JmDraw         *draw,
                    JmGroupBuilder *builder,
                    JmKind          part,
                    JmColor         color,
                    JmAlign         align,
                    double          x,
                    double          width,
                    double          baseline)
{
  JmTextSlot slot = { 0 };
  double ascent = self->font.size * ASCENT;

  jm_paragraph_draw (self, draw, builder, color, align, x, width, baseline);

  slot.part = part;
  slot.box = jm_rect (x, baseline - ascent, width,
                      jm_paragraph_get_depth (self) + ascent + self->font.size * DESCENT);
  slot.font = self->font;
  slot.color = color;
  slot.align = align;
  slot.line_height = self->line_height;
  slot.baseline = ascent;
  jm_group_builder_add_slot (builder, slot);
}

/**
 * jm_paragraph_stand_in:
 * @self: a paragraph
 * @draw: what is being drawn
 * @builder: where to draw it
 * @word: what the paragraph would be
 * @color: of the letters
 * @x: left edge
 * @width: from there
 * @baseline: of the first line
 *
 * Says in the editor what goes where nothing is written yet, in italics so that no one takes it for content.
 */
void
jm_paragraph_stand_in (JmParagraph    *self,
                       JmDraw         *draw,
                       JmGroupBuilder *builder,
                       JmWord          word,
                       JmColor         color,
                       double          x,
                       double          width,
                       double          baseline)
{
  JmFont font = { MIN (self->font.size, 24), 400, TRUE };
  g_autoptr(JmParagraph) said = NULL;

  if (!draw->for_editing || !jm_paragraph_is_empty (self))
    return;
  said = jm_paragraph_new (draw, font, self->line_height, jm_words_say (draw->words, word), width);
  jm_paragraph_draw (said, draw, builder, color, JM_ALIGN_START, x, width, baseline);
}

/**
 * jm_draw_text:
 * @draw: what is being drawn
 * @builder: where to draw it
 * @font: the font
 * @color: of the letters
 * @align: whether @x is the left end, the middle or the right end
 * @x: where
 * @baseline: where
 * @text: one line
 *
 * Draws one line of text.
 */
void
jm_draw_text (JmDraw         *draw,
              JmGroupBuilder *builder,
              JmFont          font,
              JmColor         color,
              JmAlign         align,
              double          x,
              double          baseline,
              const char     *text)
{
  g_autoptr(GArray) lines = jm_type_break (draw->type, font, text, -1);
  const JmLine *line = &g_array_index (lines, JmLine, 0);

  if (align == JM_ALIGN_CENTER)
    x -= line->width / 2;
  else if (align == JM_ALIGN_END)
    x -= line->width;
  jm_group_builder_add_text (builder, text + line->start, line->length, font, color, x, baseline, line->width,
                             line->rtl);
}

/**
 * jm_draw_pictogram:
 * @draw: what is being drawn
 * @builder: where to draw it
 * @name: (nullable): of the pictogram; one that we do not have gives the general one
 * @color: of its strokes
 * @cx: its middle
 * @cy: its middle
 * @size: of its box; %JM_PICTOGRAM_SIZE is the size it was drawn in
 *
 * Draws a pictogram.
 */
void
jm_draw_pictogram (JmDraw         *draw,
                   JmGroupBuilder *builder,
                   const char     *name,
                   JmColor         color,
                   double          cx,
                   double          cy,
                   double          size)
{
  const JmPictogram *pictogram = name != NULL ? jm_pictogram_find (name) : NULL;
  g_autoptr(JmPath) path = NULL;

  if (pictogram == NULL)
    pictogram = jm_pictogram_find ("general");
  path = jm_pictogram_place (pictogram, cx, cy, size);
  jm_group_builder_add_path (builder, path, jm_paint_none (), jm_paint (color),
                             MAX (PICTOGRAM_STROKE_MIN, JM_PICTOGRAM_STROKE * size / JM_PICTOGRAM_SIZE), 0, 0);
}

/**
 * jm_draw_dot:
 * @builder: where to draw it
 * @color: its colour
 * @cx: its middle
 * @cy: its middle
 * @radius: half its width
 *
 * Draws a dot.
 */
void
jm_draw_dot (JmGroupBuilder *builder,
             JmColor         color,
             double          cx,
             double          cy,
             double          radius)
{
  jm_group_builder_add_rect (builder, jm_rect (cx - radius, cy - radius, 2 * radius, 2 * radius), radius,
                             jm_paint (color), jm_paint_none (), 0);
}

/**
 * jm_draw_star:
 * @builder: where to draw it
 * @theme: the colours
 * @cx: its middle
 * @cy: its middle
 * @scale: 1 for a star of 17 units
 *
 * Draws the star of a moment of truth.
 */
void
jm_draw_star (JmGroupBuilder *builder,
              const JmTheme  *theme,
              double          cx,
              double          cy,
              double          scale)
{
  g_autoptr(JmPath) drawn = jm_path_new_from_svg ("M0 -8.5 L2.5 -2.9 L8.6 -2.3 L4 1.8 L5.3 7.8 L0 4.7 L-5.3 7.8 "
                                                  "L-4 1.8 L-8.6 -2.3 L-2.5 -2.9 Z");
  g_autoptr(JmPath) star = jm_path_new_placed (drawn, scale, cx, cy);

  jm_group_builder_add_path (builder, star, jm_paint (theme->star), jm_paint (theme->page), 1.5 * scale, 0, 0);
}

/**
 * jm_draw_veil:
 * @builder: where to draw it
 * @ground: the colour behind what is there
 * @box: what it covers
 * @radius: of its corners
 *
 * Fades what was drawn before into what is behind it.
 */
void
jm_draw_veil (JmGroupBuilder *builder,
              JmColor         ground,
              JmRect          box,
              double          radius)
{
  ground.alpha = 190;
  jm_group_builder_add_rect (builder, box, radius, jm_paint (ground), jm_paint_none (), 0);
}

/**
 * jm_draw_side:
 * @draw: what is being drawn
 * @whole: the width of what surrounds it
 * @x: how far from the side where reading begins
 * @width: of the thing
 *
 * Returns: how far from the left side the thing goes: the same, or mirrored in a map that runs from right to left
 */
double
jm_draw_side (JmDraw *draw,
              double  whole,
              double  x,
              double  width)
{
  return draw->rtl ? whole - x - width : x;
}
