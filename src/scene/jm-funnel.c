/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of measures belong to their phases; the band behind them depends on what comes before and after, so it is
 * drawn once all phases are placed. */
#include "jm-funnel.h"

#include "model/jm-chain.h"

#include <math.h>

/* A count and one ten thousand times smaller must both be seen: the height goes with the fourth root. */
#define LEAST 14.0
#define MOST 70.0

#define TAPER 30.0

typedef struct
{
  const JmPlan *plan;
  double        left;
  double        right;
  double        middle;
  double        height;
} Band;

static gboolean
find_band (const JmFunnelRow *row,
           const JmChain     *chain,
           const JmStep      *step,
           Band              *band)
{
  for (guint p = 0; p < row->plans->len; p++)
    {
      const JmPlan *plan = g_ptr_array_index (row->plans, p);
      GPtrArray *cards = plan->cells[row->index].cards;

      if (plan->phase != step->phase)
        continue;
      for (guint i = 0; i < cards->len; i++)
        {
          const JmCard *card = g_ptr_array_index (cards, i);
          double y = row->top + jm_row_metrics[JM_ROW_MEASURES].top;

          if (card->item != step->measure)
            continue;
          for (guint l = 0; l < card->level; l++)
            y += g_array_index (row->levels, double, l) + jm_row_metrics[JM_ROW_MEASURES].gap;
          y += g_array_index (row->levels, double, card->level) - JM_MEASURE_HEIGHT;
          band->plan = plan;
          band->left = row->lefts[p] + card->x;
          band->right = band->left + card->width;
          band->middle = y + JM_MEASURE_MIDDLE;
          band->height = LEAST;
          if (step->value > 0 && chain->largest > 0)
            band->height += MOST * pow (step->value / chain->largest, 0.25);
          return TRUE;
        }
    }

  return FALSE;
}

static void
draw_band (JmDraw         *draw,
           JmGroupBuilder *behind,
           const Band     *band,
           const Band     *next)
{
  JmGroupBuilder *group = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  gboolean tapers = next != NULL && next->plan != band->plan;
  double half = band->height / 2;
  double end = tapers ? next->height / 2 : half;
  double from = draw->rtl ? band->right : band->left;
  double to = draw->rtl ? band->left : band->right;
  double bend = draw->rtl ? to + TAPER : to - TAPER;
  JmPathBuilder *outline = jm_path_builder_new ();
  g_autoptr(JmPath) path = NULL;

  jm_path_builder_move_to (outline, from, band->middle - half);
  jm_path_builder_line_to (outline, bend, band->middle - half);
  jm_path_builder_line_to (outline, to, band->middle - end);
  jm_path_builder_line_to (outline, to, band->middle + end);
  jm_path_builder_line_to (outline, bend, band->middle + half);
  jm_path_builder_line_to (outline, from, band->middle + half);
  jm_path_builder_close (outline);
  path = jm_path_builder_end (outline);
  jm_group_builder_add_path (group, path, jm_paint (band->plan->tones.band), jm_paint_none (), 0, 0, 0);
  jm_group_builder_add_child (behind, jm_group_builder_end (group), 0, 0);
}

/* The share that is left, between the two that it compares. */
static void
draw_share (JmDraw         *draw,
            JmGroupBuilder *before,
            const JmStep   *step,
            const Band     *from,
            const Band     *to)
{
  const JmTheme *theme = draw->theme;
  const JmFont font = { 11.5f, 600, FALSE };
  g_autofree char *share = jm_words_percent (draw->words, step->ratio);
  double width = jm_type_measure (draw->type, font, share) + 22;
  gboolean beside = from->plan != to->plan;
  double middle = beside ? (draw->rtl ? from->left + to->right : from->right + to->left) / 2 : from->right - width / 2;
  double y = beside ? MAX (from->middle, to->middle) + 36 : (from->middle + to->middle) / 2;
  JmGroupBuilder *group = jm_group_builder_new (JM_ROLE_LEGEND, NULL, NULL);

  jm_group_builder_set_label (group, share, step->weakest ? jm_words_say (draw->words, JM_WORD_WEAKEST) : NULL);
  jm_group_builder_add_rect (group, jm_rect (middle - width / 2, y - 11, width, 22), 11,
                             jm_paint (step->weakest ? theme->pain : theme->card),
                             jm_paint (step->weakest ? theme->pain_mark : theme->card_edge), step->weakest ? 1.4 : 1);
  jm_draw_text (draw, group, font, step->weakest ? theme->pain_text : theme->ink_lane, JM_ALIGN_CENTER, middle, y + 4,
                share);
  if (step->weakest)
    {
      double side = width / 2 + 8;
      jm_draw_text (draw, group, jm_font (11, 600), theme->feeling_text[0],
                    draw->rtl != !beside ? JM_ALIGN_END : JM_ALIGN_START,
                    draw->rtl != !beside ? middle - side : middle + side, y + 4,
                    jm_words_say (draw->words, JM_WORD_WEAKEST));
    }
  jm_group_builder_add_child (before, jm_group_builder_end (group), 0, 0);
}

/**
 * jm_funnel_draw:
 * @draw: what is being drawn
 * @row: the row of measures
 * @behind: for the bands
 * @before: for the shares
 *
 * Draws the chains of a map along a row.
 */
void
jm_funnel_draw (JmDraw            *draw,
                const JmFunnelRow *row,
                JmGroupBuilder    *behind,
                JmGroupBuilder    *before)
{
  g_autoptr(GPtrArray) chains = jm_map_get_chains (draw->map);

  for (guint c = 0; c < chains->len; c++)
    {
      const JmChain *chain = g_ptr_array_index (chains, c);
      const JmStep *last = NULL;
      Band from, to;

      for (guint i = 0; i < chain->steps->len; i++)
        {
          const JmStep *step = &g_array_index (chain->steps, JmStep, i);

          if (!step->has_value || !find_band (row, chain, step, &to))
            continue;
          if (last != NULL)
            {
              draw_band (draw, behind, &from, step->has_ratio ? &to : NULL);
              if (step->has_ratio)
                draw_share (draw, before, step, &from, &to);
            }
          last = step;
          from = to;
        }
      if (last != NULL)
        draw_band (draw, behind, &from, NULL);
    }
}

/**
 * jm_funnel_get_total:
 * @draw: what is being drawn
 *
 * Returns: (transfer full) (nullable): what is left from the first to the last count of the main chain, in words
 */
char *
jm_funnel_get_total (JmDraw *draw)
{
  g_autoptr(GPtrArray) chains = jm_map_get_chains (draw->map);

  for (guint c = 0; c < chains->len; c++)
    {
      const JmChain *chain = g_ptr_array_index (chains, c);

      if (chain->has_total && chain->name[0] == '\0')
        {
          g_autofree char *share = jm_words_percent (draw->words, chain->total);
          return g_strdup_printf ("%s %s", share, jm_words_say (draw->words, JM_WORD_TOTAL));
        }
    }

  return NULL;
}
