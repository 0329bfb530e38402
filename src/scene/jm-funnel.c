/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of measures belong to their phases; the band behind them depends on what comes before and after, so it is
 * drawn once all phases are placed, unless it looks as it did before. */
#include "jm-funnel.h"

#include "model/jm-chain.h"

#include <math.h>

/* A count and one ten thousand times smaller must both be seen: the height goes with the fourth root. */
#define LEAST 14.0
#define MOST 70.0

#define TAPER 30.0

struct _JmFunnel
{
  GPtrArray *measures;   /* of JmItem: those that chains were found in, in the order of the map; NULL for never */
  GPtrArray *chains;     /* of JmChain; the phases that they name may be gone */
  GArray    *places;     /* of guint: which of the measures each step of each chain is, G_MAXUINT for none */
  GArray    *bands;      /* of KeptBand, in the order in which they were drawn last */
  GArray    *shares;     /* of KeptShare */
  guint      n_bands;    /* those of the present drawing so far */
  guint      n_shares;
};

/* Where the band of one measure is. */
typedef struct
{
  const JmPlan *plan;
  double        left;
  double        right;
  double        middle;
  double        height;
} Band;

/* A band as it was drawn, around its middle from its left edge, and what it then looked like. */
typedef struct
{
  double   width;
  double   half;    /* its height at its beginning */
  double   end;     /* and at its end */
  JmColor  color;
  JmGroup *drawn;
} KeptBand;

/* A share around its middle; width is that of the pill. */
typedef struct
{
  double   ratio;
  gboolean weakest;
  gboolean beside;
  double   width;
  JmGroup *drawn;
} KeptShare;

static void
clear_band (gpointer data)
{
  g_clear_pointer (&((KeptBand *) data)->drawn, jm_group_unref);
}

static void
clear_share (gpointer data)
{
  g_clear_pointer (&((KeptShare *) data)->drawn, jm_group_unref);
}

/**
 * jm_funnel_new:
 *
 * Returns: (transfer full): a funnel of no map yet. What it keeps is good for one style and one language
 */
JmFunnel *
jm_funnel_new (void)
{
  JmFunnel *self = g_new0 (JmFunnel, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->bands = g_array_new (FALSE, TRUE, sizeof (KeptBand));
  self->shares = g_array_new (FALSE, TRUE, sizeof (KeptShare));
  g_array_set_clear_func (self->bands, clear_band);
  g_array_set_clear_func (self->shares, clear_share);

  return self;
}

/**
 * jm_funnel_free:
 * @self: (transfer full): a funnel
 */
void
jm_funnel_free (JmFunnel *self)
{
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->chains, g_ptr_array_unref);
  g_array_unref (self->places);
  g_array_unref (self->bands);
  g_array_unref (self->shares);
  g_free (self);
}

/* The next card of a measure, along the row. */
typedef struct
{
  const JmFunnelRow *row;
  guint              plan;
  guint              card;
} Walk;

static const JmCard *
next_card (Walk *walk)
{
  for (; walk->plan < walk->row->plans->len; walk->plan++, walk->card = 0)
    {
      const JmPlan *plan = g_ptr_array_index (walk->row->plans, walk->plan);
      GPtrArray *cards = plan->cells[walk->row->index].cards;

      while (walk->card < cards->len)
        {
          const JmCard *card = g_ptr_array_index (cards, walk->card++);

          if (card->look == &jm_look_measure)
            return card;
        }
    }

  return NULL;
}

static void
find_places (JmFunnel *self)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->measures->len; i++)
    g_hash_table_insert (numbers, self->measures->pdata[i], GUINT_TO_POINTER (i + 1));

  g_array_set_size (self->places, 0);
  for (guint c = 0; c < self->chains->len; c++)
    {
      const JmChain *chain = g_ptr_array_index (self->chains, c);

      for (guint i = 0; i < chain->steps->len; i++)
        {
          const JmStep *step = &g_array_index (chain->steps, JmStep, i);
          guint place = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, step->measure)) - 1;

          g_array_append_val (self->places, place);
        }
    }
}

/* Finds the chains, unless the measures are the same as before. */
static void
find_chains (JmFunnel          *self,
             JmDraw            *draw,
             const JmFunnelRow *row)
{
  Walk walk = { row };
  const JmCard *card;
  gboolean same = self->measures != NULL;
  guint n = 0;

  while (same && (card = next_card (&walk)) != NULL)
    {
      same = n < self->measures->len && g_ptr_array_index (self->measures, n) == card->item;
      n++;
    }
  if (same && n == self->measures->len)
    return;

  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->chains, g_ptr_array_unref);
  self->measures = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_item_unref);
  walk = (Walk) { row };
  while ((card = next_card (&walk)) != NULL)
    g_ptr_array_add (self->measures, jm_item_ref (card->item));
  self->chains = jm_map_get_chains (draw->map);
  find_places (self);
}

/* The bands of all measures, in the order of the map, each as high as the least: so that each step of any number of chains
 * finds its own at once. */
static GArray *
place_bands (const JmFunnelRow *row)
{
  const JmRowMetrics *metrics = &jm_row_metrics[JM_ROW_MEASURES];
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (Band));
  g_autofree double *bottoms = g_new (double, row->levels->len + 1);
  double y = row->top + metrics->top;
  Walk walk = { row };
  const JmCard *card;

  for (guint level = 0; level < row->levels->len; level++)
    {
      bottoms[level] = y + g_array_index (row->levels, double, level);
      y = bottoms[level] + metrics->gap;
    }

  while ((card = next_card (&walk)) != NULL)
    {
      double left = row->lefts[walk.plan] + card->x;
      Band band = { g_ptr_array_index (row->plans, walk.plan), left, left + card->width,
                    bottoms[card->level] - JM_MEASURE_HEIGHT + JM_MEASURE_MIDDLE, LEAST };

      g_array_append_val (bands, band);
    }

  return bands;
}

static JmGroup *
draw_band (JmDraw         *draw,
           const KeptBand *band)
{
  JmGroupBuilder *group = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  double from = draw->rtl ? band->width : 0;
  double to = draw->rtl ? 0 : band->width;
  double bend = draw->rtl ? to + TAPER : to - TAPER;
  JmPathBuilder *outline = jm_path_builder_new ();
  g_autoptr(JmPath) path = NULL;

  jm_path_builder_move_to (outline, from, -band->half);
  jm_path_builder_line_to (outline, bend, -band->half);
  jm_path_builder_line_to (outline, to, -band->end);
  jm_path_builder_line_to (outline, to, band->end);
  jm_path_builder_line_to (outline, bend, band->half);
  jm_path_builder_line_to (outline, from, band->half);
  jm_path_builder_close (outline);
  path = jm_path_builder_end (outline);
  jm_group_builder_add_path (group, path, jm_paint (band->color), jm_paint_none (), 0, 0, 0);

  return jm_group_builder_end (group);
}

static void
add_band (JmFunnel       *self,
          JmDraw         *draw,
          JmGroupBuilder *behind,
          const Band     *band,
          const Band     *next)
{
  gboolean tapers = next != NULL && next->plan != band->plan;
  double half = band->height / 2;
  KeptBand wanted = { band->right - band->left, half, tapers ? next->height / 2 : half, band->plan->tones.band };
  KeptBand *kept;

  if (self->n_bands == self->bands->len)
    g_array_set_size (self->bands, self->n_bands + 1);
  kept = &g_array_index (self->bands, KeptBand, self->n_bands++);
  if (kept->drawn == NULL || kept->width != wanted.width || kept->half != wanted.half || kept->end != wanted.end ||
      !jm_color_equal (kept->color, wanted.color))
    {
      clear_band (kept);
      *kept = wanted;
      kept->drawn = draw_band (draw, kept);
    }
  jm_group_builder_add_child (behind, jm_group_ref (kept->drawn), band->left, band->middle);
}

static void
draw_share (JmDraw    *draw,
            KeptShare *share)
{
  const JmTheme *theme = draw->theme;
  const JmFont font = { 11.5f, 600, FALSE };
  g_autofree char *said = jm_words_percent (draw->words, share->ratio);
  JmGroupBuilder *group = jm_group_builder_new (JM_ROLE_LEGEND, NULL, NULL);

  share->width = jm_type_measure (draw->type, font, said) + 22;
  jm_group_builder_set_label (group, said, share->weakest ? jm_words_say (draw->words, JM_WORD_WEAKEST) : NULL);
  jm_group_builder_add_rect (group, jm_rect (-share->width / 2, -11, share->width, 22), 11,
                             jm_paint (share->weakest ? theme->pain : theme->card),
                             jm_paint (share->weakest ? theme->pain_mark : theme->card_edge), share->weakest ? 1.4 : 1);
  jm_draw_text (draw, group, font, share->weakest ? theme->pain_text : theme->ink_lane, JM_ALIGN_CENTER, 0, 4, said);
  if (share->weakest)
    {
      double side = share->width / 2 + 8;
      jm_draw_text (draw, group, jm_font (11, 600), theme->feeling_text[0],
                    draw->rtl != !share->beside ? JM_ALIGN_END : JM_ALIGN_START,
                    draw->rtl != !share->beside ? -side : side, 4,
                    jm_words_say (draw->words, JM_WORD_WEAKEST));
    }
  share->drawn = jm_group_builder_end (group);
}

/* The share that is left, between the two that it compares. */
static void
add_share (JmFunnel       *self,
           JmDraw         *draw,
           JmGroupBuilder *before,
           const JmStep   *step,
           const Band     *from,
           const Band     *to)
{
  gboolean beside = from->plan != to->plan;
  KeptShare *kept;
  double middle, y;

  if (self->n_shares == self->shares->len)
    g_array_set_size (self->shares, self->n_shares + 1);
  kept = &g_array_index (self->shares, KeptShare, self->n_shares++);
  if (kept->drawn == NULL || kept->ratio != step->ratio || kept->weakest != step->weakest || kept->beside != beside)
    {
      clear_share (kept);
      *kept = (KeptShare) { step->ratio, step->weakest, beside };
      draw_share (draw, kept);
    }

  middle = beside ? (draw->rtl ? from->left + to->right : from->right + to->left) / 2 : from->right - kept->width / 2;
  y = beside ? MAX (from->middle, to->middle) + 36 : (from->middle + to->middle) / 2;
  jm_group_builder_add_child (before, jm_group_ref (kept->drawn), middle, y);
}

/**
 * jm_funnel_draw:
 * @self: the chains as they were before
 * @draw: what is being drawn
 * @row: the row of measures
 * @behind: for the bands
 * @before: for the shares
 *
 * Draws the chains of a map along a row.
 */
void
jm_funnel_draw (JmFunnel          *self,
                JmDraw            *draw,
                const JmFunnelRow *row,
                JmGroupBuilder    *behind,
                JmGroupBuilder    *before)
{
  g_autoptr(GArray) bands = NULL;
  guint nth = 0;

  find_chains (self, draw, row);
  bands = place_bands (row);
  self->n_bands = 0;
  self->n_shares = 0;

  for (guint c = 0; c < self->chains->len; c++)
    {
      const JmChain *chain = g_ptr_array_index (self->chains, c);
      const JmStep *last = NULL;
      Band from, to;

      for (guint i = 0; i < chain->steps->len; i++)
        {
          const JmStep *step = &g_array_index (chain->steps, JmStep, i);
          guint place = g_array_index (self->places, guint, nth++);

          if (!step->has_value || place >= bands->len)
            continue;
          to = g_array_index (bands, Band, place);
          if (step->value > 0 && chain->largest > 0)
            to.height += MOST * pow (step->value / chain->largest, 0.25);
          if (last != NULL)
            {
              add_band (self, draw, behind, &from, step->has_ratio ? &to : NULL);
              if (step->has_ratio)
                add_share (self, draw, before, step, &from, &to);
            }
          last = step;
          from = to;
        }
      if (last != NULL)
        add_band (self, draw, behind, &from, NULL);
    }
}

/**
 * jm_funnel_get_total:
 * @self: the chains of the map, drawn
 * @draw: what is being drawn
 *
 * Returns: (transfer full) (nullable): what is left from the first to the last count of the main chain, in words
 */
char *
jm_funnel_get_total (JmFunnel *self,
                     JmDraw   *draw)
{
  for (guint c = 0; self->chains != NULL && c < self->chains->len; c++)
    {
      const JmChain *chain = g_ptr_array_index (self->chains, c);

      if (chain->has_total && chain->name[0] == '\0')
        {
          g_autofree char *share = jm_words_percent (draw->words, chain->total);
          return g_strdup_printf ("%s %s", share, jm_words_say (draw->words, JM_WORD_TOTAL));
        }
    }

  return NULL;
}
