/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of what is attached to a touchpoint or a phase. */
#include "jm-card.h"

#include "jm-pictogram.h"

#include <string.h>

static const JmFont item_font = { 12, 500, FALSE };
static const JmFont thought_font = { 12, 400, TRUE };
static const JmFont pill_font = { 11, 600, FALSE };
static const JmFont small_font = { 11.5f, 400, FALSE };

/* Severity and votes that are drawn as dots; more are written as a number. */
#define MAX_DOTS 10

/* Pain points and opportunities: a tinted card with a bar, a sign, text and dots. */

#define ITEM_TEXT_X 34.0
#define ITEM_TEXT_END 10.0

static void
measure_tinted (JmCard *card,
                JmDraw *draw)
{
  card->body = jm_paragraph_new (draw, item_font, 15.5, jm_item_get_text (card->item),
                                 card->width - ITEM_TEXT_X - ITEM_TEXT_END);
  card->height = 22 + jm_paragraph_get_depth (card->body) + 29.5;
}

static void
draw_tinted (JmCard         *card,
             JmDraw         *draw,
             JmGroupBuilder *builder,
             JmColor         ground,
             JmColor         mark,
             JmColor         ink,
             JmWord          stand_in)
{
  double width = card->width - ITEM_TEXT_X - ITEM_TEXT_END;
  double x = jm_draw_side (draw, card->width, ITEM_TEXT_X, width);

  jm_group_builder_set_hold (builder, JM_HOLD_BOTH);
  jm_group_builder_add_rect (builder, jm_rect (0, 0, card->width, card->height), 9, jm_paint (ground), jm_paint_none (),
                             0);
  jm_group_builder_add_rect (builder, jm_rect (jm_draw_side (draw, card->width, 0, 4), 0, 4, card->height), 2,
                             jm_paint (mark), jm_paint_none (), 0);
  jm_group_builder_set_hold (builder, JM_HOLD_TOP);
  jm_paragraph_stand_in (card->body, draw, builder, stand_in, ink, x, width, 22);
  jm_paragraph_offer (card->body, draw, builder, JM_KIND_NONE, ink, JM_ALIGN_START, x, width, 22);
}

static void
measure_pain_point (JmCard *card,
                    JmDraw *draw)
{
  measure_tinted (card, draw);
}

static void
draw_pain_point (JmCard         *card,
                 JmDraw         *draw,
                 JmGroupBuilder *builder,
                 const JmTones  *tones)
{
  const JmTheme *theme = draw->theme;
  int severity = jm_item_get_integer (card->item, JM_ATTR_SEVERITY, 1);
  g_autoptr(JmPath) drawn = jm_path_new_from_svg ("M2 -8 l-7 9 h4 l-2 7 l7 -9 h-4z");
  g_autoptr(JmPath) bolt = NULL;

  draw_tinted (card, draw, builder, theme->pain, theme->pain_mark, theme->pain_text, JM_WORD_PAIN_POINT);
  bolt = jm_path_new_placed (drawn, 0.9, jm_draw_side (draw, card->width, 19, 0), 18);
  jm_group_builder_add_path (builder, bolt, jm_paint (theme->pain_mark), jm_paint_none (), 0, 0, 0);
  jm_group_builder_set_hold (builder, JM_HOLD_BOTTOM);
  for (int i = 0; i < 3; i++)
    jm_draw_dot (builder, i < severity ? theme->pain_mark : theme->pain_off,
                 jm_draw_side (draw, card->width, card->width - 32 + 10 * i, 0), card->height - 11, 3.2);
}

static void
draw_opportunity (JmCard         *card,
                  JmDraw         *draw,
                  JmGroupBuilder *builder,
                  const JmTones  *tones)
{
  const JmTheme *theme = draw->theme;
  int votes = jm_item_get_integer (card->item, JM_ATTR_VOTES, 0);
  g_autoptr(JmPath) drawn = jm_path_new_from_svg ("M-3 5 h6 M-2 8 h4 M-3 3 q-3 -2.5 -3 -5.5 a6 6 0 0 1 12 0 "
                                                  "q0 3 -3 5.5z");
  g_autoptr(JmPath) bulb = NULL;

  draw_tinted (card, draw, builder, theme->idea, theme->idea_mark, theme->idea_text, JM_WORD_OPPORTUNITY);
  bulb = jm_path_new_placed (drawn, 1, jm_draw_side (draw, card->width, 20, 0), 18);
  jm_group_builder_add_path (builder, bulb, jm_paint_none (), jm_paint (theme->idea_icon), 1.6, 0, 0);
  jm_group_builder_set_hold (builder, JM_HOLD_BOTTOM);
  if (votes <= MAX_DOTS)
    for (int i = 0; i < votes; i++)
      jm_draw_dot (builder, theme->vote, jm_draw_side (draw, card->width, card->width - 12 - 11 * i, 0),
                   card->height - 12, 4);
  else
    {
      g_autofree char *number = jm_words_number (draw->words, votes);
      double x = card->width - 12 - jm_type_measure (draw->type, pill_font, number);

      jm_draw_text (draw, builder, pill_font, theme->idea_text, JM_ALIGN_START,
                    jm_draw_side (draw, card->width, x, card->width - 12 - x), card->height - 8, number);
      jm_draw_dot (builder, theme->vote, jm_draw_side (draw, card->width, x - 9, 0), card->height - 12, 4);
    }
}

const JmCardLook jm_look_pain_point = { JM_ROLE_PAIN_POINT, measure_pain_point, draw_pain_point };
const JmCardLook jm_look_opportunity = { JM_ROLE_OPPORTUNITY, measure_tinted, draw_opportunity };

/* Thoughts: italics behind a large quotation mark. */

#define THINKER_BELOW 17.0

static const JmFont thinker_font = { 11, 600, FALSE };

static void
measure_thought (JmCard *card,
                 JmDraw *draw)
{
  card->body = jm_paragraph_new (draw, thought_font, 16, jm_item_get_text (card->item), card->width - 24);
  card->height = 17 + jm_paragraph_get_depth (card->body) + 12;
  if (card->shown != NULL)
    {
      card->heading = jm_paragraph_new (draw, thinker_font, 14, jm_item_get_label (card->shown), card->width - 24);
      card->height += THINKER_BELOW - 2 + jm_paragraph_get_depth (card->heading);
    }
}

static void
draw_thought (JmCard         *card,
              JmDraw         *draw,
              JmGroupBuilder *builder,
              const JmTones  *tones)
{
  const JmTheme *theme = draw->theme;
  double width = card->width - 24;
  double x = jm_draw_side (draw, card->width, 22, width);
  double written = MAX (jm_paragraph_get_width (card->body),
                        card->heading != NULL ? jm_paragraph_get_width (card->heading) : 0);
  double deep = jm_paragraph_get_depth (card->body) +
                (card->heading != NULL ? THINKER_BELOW + jm_paragraph_get_depth (card->heading) : 0);

  /* A ground of the phase's own tint keeps the line of a moment of truth out of the letters. */
  jm_group_builder_add_rect (builder, jm_rect (jm_draw_side (draw, card->width, 18, written + 8), 2, written + 8,
                                               20 + deep),
                             4, jm_paint (tones->column), jm_paint_none (), 0);
  jm_draw_text (draw, builder, jm_font (34, 700), theme->quote, draw->rtl ? JM_ALIGN_END : JM_ALIGN_START,
                jm_draw_side (draw, card->width, 2, 0), 26, draw->rtl ? "”" : "“");
  jm_paragraph_stand_in (card->body, draw, builder, JM_WORD_THOUGHT, theme->ink_faint, x, width, 17);
  jm_paragraph_offer (card->body, draw, builder, JM_KIND_NONE, theme->ink_lane, JM_ALIGN_START, x, width, 17);
  if (card->heading != NULL)
    jm_paragraph_draw (card->heading, draw, builder,
                       jm_theme_get_tones (theme, jm_item_get (card->shown, JM_ATTR_COLOR)).text, JM_ALIGN_START, x, width,
                       17 + jm_paragraph_get_depth (card->body) + THINKER_BELOW);
}

const JmCardLook jm_look_thought = { JM_ROLE_THOUGHT, measure_thought, draw_thought };

/* Notes: plain text on white. */

static void
measure_note (JmCard *card,
              JmDraw *draw)
{
  card->body = jm_paragraph_new (draw, item_font, 15.5, jm_item_get_text (card->item), card->width - 20);
  card->height = 20 + jm_paragraph_get_depth (card->body) + 13;
}

static void
draw_note (JmCard         *card,
           JmDraw         *draw,
           JmGroupBuilder *builder,
           const JmTones  *tones)
{
  jm_group_builder_set_hold (builder, JM_HOLD_BOTH);
  jm_group_builder_add_rect (builder, jm_rect (0, 0, card->width, card->height), 8, jm_paint (draw->theme->card),
                             jm_paint (tones->outline), 1);
  jm_group_builder_set_hold (builder, JM_HOLD_TOP);
  jm_paragraph_stand_in (card->body, draw, builder, JM_WORD_NOTE, draw->theme->ink_faint, 10, card->width - 20, 20);
  jm_paragraph_offer (card->body, draw, builder, JM_KIND_NONE, draw->theme->ink, JM_ALIGN_START, 10,
                      card->width - 20, 20);
}

const JmCardLook jm_look_note = { JM_ROLE_NOTE, measure_note, draw_note };

/* Channels: the pill with the channel's title. */

static void
measure_channel (JmCard *card,
                 JmDraw *draw)
{
  const char *title = card->shown != NULL ? jm_item_get_label (card->shown)
                                          : jm_item_get (card->item, JM_ATTR_CHANNEL);

  card->heading = jm_paragraph_new (draw, pill_font, 14, title, card->width - 26);
  card->width = MIN (card->width, jm_paragraph_get_width (card->heading) + 22);
  card->height = 22 + jm_paragraph_get_depth (card->heading);
}

static void
draw_channel (JmCard         *card,
              JmDraw         *draw,
              JmGroupBuilder *builder,
              const JmTones  *tones)
{
  jm_group_builder_add_rect (builder, jm_rect (0, 0, card->width, card->height), 11, jm_paint (draw->theme->card),
                             jm_paint (tones->outline), 1);
  jm_paragraph_draw (card->heading, draw, builder, tones->text, JM_ALIGN_CENTER, 11, card->width - 22, 15);
}

const JmCardLook jm_look_channel = { JM_ROLE_CHANNEL, measure_channel, draw_channel };

/* Devices: their pictogram and name. */

static void
measure_device (JmCard *card,
                JmDraw *draw)
{
  card->heading = jm_paragraph_new (draw, small_font, 14,
                                    jm_words_device (draw->words, jm_item_get (card->item, JM_ATTR_DEVICE)),
                                    card->width - 28);
  card->width = MIN (card->width, jm_paragraph_get_width (card->heading) + 26);
  card->height = 22 + jm_paragraph_get_depth (card->heading);
}

static void
draw_device (JmCard         *card,
             JmDraw         *draw,
             JmGroupBuilder *builder,
             const JmTones  *tones)
{
  const char *device = jm_item_get (card->item, JM_ATTR_DEVICE);
  double width = card->width - 26;

  /* Keeps the line of a moment of truth out of the letters. */
  jm_group_builder_add_rect (builder, jm_rect (0, 1, card->width + 4, card->height - 2), 4, jm_paint (tones->column),
                             jm_paint_none (), 0);
  /* People write their devices in their own words; the pictogram is found by those. */
  if (jm_pictogram_find (device) == NULL)
    device = jm_pictogram_guess (device);
  jm_draw_pictogram (draw, builder, device, draw->theme->ink_soft,
                     jm_draw_side (draw, card->width, 9, 0), 11, 18);
  jm_paragraph_draw (card->heading, draw, builder, draw->theme->ink_soft, JM_ALIGN_START,
                     jm_draw_side (draw, card->width, 25, width), width, 15);
}

const JmCardLook jm_look_device = { JM_ROLE_DEVICE, measure_device, draw_device };

/* Measures: what is counted, and the count, which stands in the middle of the funnel's band (jm-funnel). */

static void
measure_measure (JmCard *card,
                 JmDraw *draw)
{
  const char *unit = jm_item_get (card->item, JM_ATTR_UNIT);
  g_autoptr(GString) count = g_string_new (NULL);
  double value, target;

  if (jm_item_get_number (card->item, JM_ATTR_VALUE, &value))
    {
      g_autofree char *number = jm_words_number (draw->words, value);
      g_string_append (count, number);
      if (unit != NULL && *unit != '\0')
        {
          /* The two stand together, but a long unit has a line of its own. */
          g_autofree char *together = g_strconcat (number, " ", unit, NULL);
          gboolean fits = jm_type_measure (draw->type, jm_font (9, 700), together) <= card->width - 16;

          g_string_append_printf (count, "%s%s", fits ? "\302\240" : "\n", unit);
        }
    }
  if (jm_item_get_number (card->item, JM_ATTR_TARGET, &target))
    {
      g_autofree char *number = jm_words_number (draw->words, target);
      g_string_append_printf (count, "%s%s\302\240%s", count->len > 0 ? "\n" : "",
                              jm_words_say (draw->words, JM_WORD_TARGET), number);
    }

  card->heading = jm_paragraph_new (draw, jm_font (11.5, 600), 15, jm_item_get_text (card->item), card->width - 16);
  card->body = jm_paragraph_new (draw, small_font, 15, count->str, card->width - 16);
  card->height = JM_MEASURE_HEIGHT + jm_paragraph_get_depth (card->heading);
}

static void
draw_measure (JmCard         *card,
              JmDraw         *draw,
              JmGroupBuilder *builder,
              const JmTones  *tones)
{
  double width = card->width - 16;
  double middle = card->height - JM_MEASURE_HEIGHT + JM_MEASURE_MIDDLE;
  double written = jm_paragraph_get_width (card->heading) + 8;

  /* Keeps the line of a moment of truth out of the letters. */
  if (!jm_paragraph_is_empty (card->heading))
    jm_group_builder_add_rect (builder, jm_rect (jm_draw_side (draw, card->width, 4, written), 0, written,
                                                 17 + jm_paragraph_get_depth (card->heading)),
                               4, jm_paint (tones->column), jm_paint_none (), 0);
  jm_paragraph_stand_in (card->heading, draw, builder, JM_WORD_MEASURE, draw->theme->ink_faint, 8, width, 12);
  jm_paragraph_offer (card->heading, draw, builder, JM_KIND_NONE, draw->theme->ink_lane, JM_ALIGN_START, 8, width, 12);
  jm_group_builder_set_hold (builder, JM_HOLD_BOTTOM);

  if (jm_item_get (card->item, JM_ATTR_VALUE) != NULL)
    {
      const JmLine *line = &g_array_index (card->body->lines, JmLine, 0);
      g_autofree char *count = g_strndup (card->body->text + line->start, line->length);
      JmFont font = { 18, 700, FALSE };
      double wide = jm_type_measure (draw->type, font, count);
      guint from = 1;

      /* A long number in a narrow phase is set smaller rather than cut. */
      if (wide > width)
        font.size = MAX (9, font.size * width / wide);
      if (jm_type_measure (draw->type, font, count) > width)
        {
          font = small_font;
          from = 0;
        }
      else
        jm_draw_text (draw, builder, font, tones->text, draw->rtl ? JM_ALIGN_END : JM_ALIGN_START,
                      jm_draw_side (draw, card->width, 8, 0), middle + 6.5, count);
      for (guint i = from; i < card->body->lines->len; i++)
        {
          line = &g_array_index (card->body->lines, JmLine, i);
          jm_group_builder_add_text (builder, card->body->text + line->start, line->length, small_font,
                                     draw->theme->ink_soft, jm_draw_side (draw, card->width, 8, line->width),
                                     middle + 22 + (i - from) * 15, line->width, line->rtl);
        }
    }
  else
    jm_paragraph_draw (card->body, draw, builder, draw->theme->ink_soft, JM_ALIGN_START, 8, width, middle + 4);
}

const JmCardLook jm_look_measure = { JM_ROLE_MEASURE, measure_measure, draw_measure };

/* Pictures of the storyboard. */

static void
measure_picture (JmCard *card,
                 JmDraw *draw)
{
  card->height = card->width * 0.66;
}

static void
draw_picture (JmCard         *card,
              JmDraw         *draw,
              JmGroupBuilder *builder,
              const JmTones  *tones)
{
  jm_group_builder_add_picture (builder, card->item, jm_rect (0, 0, card->width, card->height), 8, TRUE);
}

const JmCardLook jm_look_picture = { JM_ROLE_PICTURE, measure_picture, draw_picture };

/* Hints: what a template suggests for an empty cell. */

static void
measure_hint (JmCard *card,
              JmDraw *draw)
{
  card->body = jm_paragraph_new (draw, jm_font_italic (11.5, 400), 15, jm_item_get_text (card->item),
                                 card->width - 16);
  card->height = 20 + jm_paragraph_get_depth (card->body) + 12;
}

static void
draw_hint (JmCard         *card,
           JmDraw         *draw,
           JmGroupBuilder *builder,
           const JmTones  *tones)
{
  g_autoptr(JmPath) frame = NULL;
  JmPathBuilder *outline = jm_path_builder_new ();

  jm_path_builder_rounded_rect (outline, jm_rect (0, 0, card->width, card->height), 8);
  frame = jm_path_builder_end (outline);
  jm_group_builder_add_path (builder, frame, jm_paint_none (), jm_paint (tones->outline), 1, 3, 4);
  jm_paragraph_draw (card->body, draw, builder, draw->theme->ink_faint, JM_ALIGN_START, 8, card->width - 16, 20);
}

const JmCardLook jm_look_hint = { JM_ROLE_HINT, measure_hint, draw_hint };
