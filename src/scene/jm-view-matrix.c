/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Effort and impact: what brings much and costs little stands in the upper corner where reading begins. */
#include "jm-view-private.h"

#include "jm-card.h"

#define CELL_WIDTH 264.0
#define CELL_PAD 12.0
#define CELL_LEAST 120.0
#define SCALE_X 96.0       /* room for the words beside the rows */
#define ASIDE_GAP 40.0

typedef struct
{
  GPtrArray *cards;
  double     height;
} Cell;

static void
fill (Cell   *cell,
      JmDraw *draw,
      JmItem *item,
      double  width)
{
  JmCard *card = jm_card_new (&jm_look_opportunity, item, NULL, width);

  card->look->measure (card, draw);
  card->x = cell->height;
  cell->height += card->height + 8;
  g_ptr_array_add (cell->cards, card);
}

static void
draw_cell (Cell           *cell,
           JmDraw         *draw,
           JmGroupBuilder *builder,
           double          x,
           double          y)
{
  JmTones tones = jm_theme_get_tones (draw->theme, "green");

  for (guint i = 0; i < cell->cards->len; i++)
    {
      JmCard *card = g_ptr_array_index (cell->cards, i);
      jm_group_builder_add_child (builder, jm_card_draw (card, draw, &tones), x, y + card->x);
    }
}

/**
 * jm_view_draw_matrix:
 * @draw: what is being drawn
 * @builder: where to draw it
 * @width: (out): what it takes
 * @height: (out): what it takes
 *
 * Draws the opportunities by effort (from little to much) and impact (from much to little); those not estimated aside.
 */
void
jm_view_draw_matrix (JmDraw         *draw,
                     JmGroupBuilder *builder,
                     double         *width,
                     double         *height)
{
  static const JmWord amounts[3] = { JM_WORD_LITTLE, JM_WORD_SOME, JM_WORD_MUCH };
  const JmTheme *theme = draw->theme;
  g_autoptr(GArray) all = jm_view_gather (draw->map, JM_KIND_OPPORTUNITY);
  Cell cells[3][3];
  Cell aside = { g_ptr_array_new_with_free_func ((GDestroyNotify) jm_card_free), 0 };
  double left = JM_VIEW_MARGIN + SCALE_X;
  double y = JM_VIEW_TOP;
  double page;
  const JmFont scale_font = { 12.5f, 700, FALSE };

  for (guint r = 0; r < 3; r++)
    for (guint c = 0; c < 3; c++)
      cells[r][c] = (Cell) { g_ptr_array_new_with_free_func ((GDestroyNotify) jm_card_free), 0 };

  for (guint i = 0; i < all->len; i++)
    {
      JmItem *item = g_array_index (all, JmAttached, i).item;
      int effort = jm_item_get_integer (item, JM_ATTR_EFFORT, 0);
      int impact = jm_item_get_integer (item, JM_ATTR_IMPACT, 0);

      if (effort >= 1 && effort <= 3 && impact >= 1 && impact <= 3)
        fill (&cells[3 - impact][effort - 1], draw, item, CELL_WIDTH - 2 * CELL_PAD);
      else
        fill (&aside, draw, item, CELL_WIDTH - 2 * CELL_PAD);
    }

  *width = SCALE_X + 3 * CELL_WIDTH + 24 + (aside.cards->len > 0 ? ASIDE_GAP + CELL_WIDTH : 0);
  page = jm_view_get_page (*width);

  jm_draw_text (draw, builder, scale_font, theme->ink_lane, JM_ALIGN_CENTER,
                jm_draw_side (draw, page, left + 1.5 * CELL_WIDTH + 12, 0), y - 6, jm_words_say (draw->words, JM_WORD_EFFORT));
  y += 12;
  for (guint c = 0; c < 3; c++)
    jm_draw_text (draw, builder, jm_font (11.5, 400), theme->ink_soft, JM_ALIGN_CENTER,
                  jm_draw_side (draw, page, left + (c + 0.5) * CELL_WIDTH + c * 12, 0), y,
                  jm_words_say (draw->words, amounts[c]));
  y += 12;

  for (guint r = 0; r < 3; r++)
    {
      double row = CELL_LEAST;

      for (guint c = 0; c < 3; c++)
        row = MAX (row, cells[r][c].height + 2 * CELL_PAD - 8);
      if (r == 0)
        jm_view_text (draw, builder, scale_font, theme->ink_lane, page, JM_VIEW_MARGIN, y + 20,
                      jm_words_say (draw->words, JM_WORD_IMPACT));
      jm_view_text (draw, builder, jm_font (11.5, 400), theme->ink_soft, page, JM_VIEW_MARGIN,
                    y + (r == 0 ? 40 : 20), jm_words_say (draw->words, amounts[2 - r]));
      for (guint c = 0; c < 3; c++)
        {
          double x = jm_draw_side (draw, page, left + c * (CELL_WIDTH + 12), CELL_WIDTH);
          /* The best corner is the greenest, the worst one grey. */
          JmColor ground = jm_color_mix (theme->idea, jm_theme_get_tones (theme, "slate").column, (r + c) / 4.0);

          jm_group_builder_add_rect (builder, jm_rect (x, y, CELL_WIDTH, row), 10,
                                     jm_paint (jm_color_mix (ground, theme->page, 0.45)), jm_paint_none (), 0);
          draw_cell (&cells[r][c], draw, builder, x + CELL_PAD, y + CELL_PAD);
          g_ptr_array_unref (cells[r][c].cards);
        }
      y += row + 12;
    }

  if (aside.cards->len > 0)
    {
      double x = left + 3 * CELL_WIDTH + 24 + ASIDE_GAP;

      jm_view_text (draw, builder, scale_font, theme->ink_lane, page, x, JM_VIEW_TOP + 12,
                    jm_words_say (draw->words, JM_WORD_NOT_ESTIMATED));
      draw_cell (&aside, draw, builder, jm_draw_side (draw, page, x, CELL_WIDTH - 2 * CELL_PAD), JM_VIEW_TOP + 24);
      y = MAX (y, JM_VIEW_TOP + 24 + aside.height);
    }
  g_ptr_array_unref (aside.cards);
  *height = y - JM_VIEW_TOP;
}
