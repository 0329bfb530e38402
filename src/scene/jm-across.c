/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What spans the phases. It cannot be kept in the plan of any one of them, so it is drawn here, in pieces that a canvas can
 * leave out when they are not in view, and that are taken over when nothing about them changed. */
#include "jm-composition.h"

#include "jm-connector.h"
#include "jm-curve.h"
#include "jm-frame.h"
#include "jm-funnel.h"
#include "jm-long-line.h"
#include "jm-mark.h"
#include "jm-rungs.h"

#include <math.h>
#include <string.h>

/* A long curve is drawn in pieces of so many points, for a canvas that shows a part of it. */
#define CURVE_PIECE 96

/* From very good to very bad. */
#define SPAN (4 * JM_LEVEL_STEP)

/* A curve as it was drawn last. */
typedef struct
{
  GArray    *points;   /* of JmPoint; from where very good is to SPAN below, where very bad is */
  GPtrArray *pieces;   /* of JmGroup, likewise */
  char      *name;     /* of its lane, … */
  char      *who;      /* … and of the persona, or NULL */
} KeptCurve;

/* What is kept of one row. */
typedef struct
{
  JmLongLine levels[5];
  JmLongLine line;
  GPtrArray *curves;   /* of KeptCurve, one a feeler */
} KeptRow;

struct _JmAcross
{
  GPtrArray    *rows;        /* of KeptRow */
  JmConnectors *connectors;
  JmFunnel     *funnel;
};

static void
kept_curve_free (gpointer data)
{
  KeptCurve *kept = data;

  g_array_unref (kept->points);
  g_ptr_array_unref (kept->pieces);
  g_free (kept->name);
  g_free (kept->who);
  g_free (kept);
}

static void
kept_row_free (gpointer data)
{
  KeptRow *kept = data;

  for (guint i = 0; i < G_N_ELEMENTS (kept->levels); i++)
    jm_long_line_clear (&kept->levels[i]);
  jm_long_line_clear (&kept->line);
  g_ptr_array_unref (kept->curves);
  g_free (kept);
}

/**
 * jm_across_new:
 *
 * Returns: (transfer full): what spans the phases of no map yet. What it keeps is good as long as the rows, the feelers
 *   and the language are the same
 */
JmAcross *
jm_across_new (void)
{
  JmAcross *self = g_new0 (JmAcross, 1);

  self->rows = g_ptr_array_new_with_free_func (kept_row_free);
  self->connectors = jm_connectors_new ();
  self->funnel = jm_funnel_new ();

  return self;
}

/**
 * jm_across_free:
 * @self: (transfer full): what goes across the phases
 */
void
jm_across_free (JmAcross *self)
{
  g_ptr_array_unref (self->rows);
  jm_connectors_free (self->connectors);
  jm_funnel_free (self->funnel);
  g_free (self);
}

static KeptRow *
get_row (JmComposition *c,
         guint          row)
{
  GPtrArray *rows = c->across->rows;

  while (rows->len <= row)
    {
      KeptRow *kept = g_new0 (KeptRow, 1);

      kept->curves = g_ptr_array_new_with_free_func (kept_curve_free);
      g_ptr_array_add (rows, kept);
    }

  return g_ptr_array_index (rows, row);
}

/**
 * jm_across_plan_arrows:
 * @c: a composition
 * @row: the row of touchpoints
 *
 * Lays out the transitions.
 *
 * Returns: how much room they take below the touchpoints
 */
double
jm_across_plan_arrows (JmComposition *c,
                       guint          row)
{
  jm_connectors_plan (c->across->connectors, &c->draw, row, c->by_phase, c->lefts);

  return jm_connectors_get_depth (c->across->connectors);
}

/**
 * jm_across_get_total:
 * @c: a composition, drawn
 *
 * Returns: (transfer full) (nullable): what is left from the first to the last count of the main chain, in words
 */
char *
jm_across_get_total (JmComposition *c)
{
  return jm_funnel_get_total (c->across->funnel, &c->draw);
}

/**
 * jm_across_add_levels:
 * @c: a composition
 * @builder: where to draw
 * @row: an emotion lane
 *
 * Draws the five levels of an emotion lane.
 */
void
jm_across_add_levels (JmComposition  *c,
                      JmGroupBuilder *builder,
                      guint           row)
{
  const char *lane_id = g_array_index (c->frame.rows, JmRow, row).id;
  const JmLongLineLook look = { 1400, 1, 2, 5, c->draw.theme->level };
  double left = c->draw.rtl ? c->page_width - c->grid_x - c->grid_width : c->grid_x;
  KeptRow *kept = get_row (c, row);

  for (int value = -2; value <= 2; value++)
    {
      double y = round (jm_scene_get_emotion_y (c->scene, lane_id, value) * 2) / 2;

      if (value == 0)
        jm_group_builder_add_rect (builder, jm_rect (left, y - 0.5, c->grid_width, 1), 0,
                                   jm_paint (c->draw.theme->level_zero), jm_paint_none (), 0);
      else
        jm_group_builder_add_child (builder, jm_long_line_draw (&kept->levels[value + 2], &look, left, y, c->grid_width),
                                    0, 0);
    }
}

/**
 * jm_across_add_line:
 * @c: a composition
 * @builder: where to draw
 * @row: a lane that is a line
 *
 * Draws a line between the lanes, such as the line of visibility.
 */
void
jm_across_add_line (JmComposition  *c,
                    JmGroupBuilder *builder,
                    guint           row)
{
  const JmLongLineLook look = { 1404, 1.4, 7, 5, c->draw.theme->ink_soft };
  KeptRow *kept = get_row (c, row);

  jm_group_builder_add_child (builder,
                              jm_long_line_draw (&kept->line, &look, c->draw.rtl ? JM_PAGE_MARGIN : c->grid_x,
                                                 (c->tops[row] + c->tops[row + 1]) / 2,
                                                 c->page_width - JM_PAGE_MARGIN - c->grid_x),
                              0, 0);
}

/* Writes at a point of the curve, on the side away from what the curve does there. */
static void
name_mark (JmComposition  *c,
           JmGroupBuilder *layer,
           const JmRow    *row,
           const JmMark   *mark,
           double          x,
           JmWord          word)
{
  const JmFont font = { 11.5f, 600, FALSE };
  JmGroupBuilder *label = jm_group_builder_new (JM_ROLE_NONE, NULL, row->id);

  jm_draw_text (&c->draw, label, font, c->draw.theme->feeling_text[(int) lround (CLAMP (mark->value, -2, 2)) + 2],
                JM_ALIGN_CENTER, x, jm_scene_get_emotion_y (c->scene, row->id, mark->value) + (mark->value >= 0 ? -19 : 28),
                jm_words_say (c->draw.words, word));
  jm_group_builder_add_child (layer, jm_group_builder_end (label), 0, 0);
}

/* Names the highest and the lowest point of a lone curve, and its end, where no one has written at them yet: what people
 * remember (Kahneman's peak-end rule). */
static void
name_extremes (JmComposition  *c,
               JmGroupBuilder *layer,
               const JmRow    *row)
{
  const JmMark *best = NULL, *worst = NULL, *last = NULL;
  double best_x = 0, worst_x = 0, last_x = 0;
  guint n = 0;

  for (guint p = 0; p < c->plans->len; p++)
    {
      JmPlan *plan = g_ptr_array_index (c->plans, p);
      const JmMark *highest, *lowest;

      if (plan->marks->len == 0)
        continue;
      n += plan->marks->len;
      highest = &g_array_index (plan->marks, JmMark, plan->summary.highest);
      lowest = &g_array_index (plan->marks, JmMark, plan->summary.lowest);
      if (best == NULL || highest->value > best->value)
        {
          best = highest;
          best_x = c->lefts[p] + highest->x;
        }
      if (worst == NULL || lowest->value < worst->value)
        {
          worst = lowest;
          worst_x = c->lefts[p] + lowest->x;
        }
      last = &g_array_index (plan->marks, JmMark, plan->marks->len - 1);
      last_x = c->lefts[p] + last->x;
    }
  /* Two or three points have no story yet. */
  if (n < 4)
    return;

  if (!best->labelled && best->value > 0)
    name_mark (c, layer, row, best, best_x, JM_WORD_PEAK);
  if (!worst->labelled && worst->value < 0)
    name_mark (c, layer, row, worst, worst_x, JM_WORD_LOW);
  if (!last->labelled && last != best && last != worst)
    name_mark (c, layer, row, last, last_x, JM_WORD_END);
}

static void
fill_stops (JmGradient    *gradient,
            const JmTheme *theme,
            gboolean       area)
{
  gradient->n_stops = area ? 3 : 5;
  for (guint i = 0; i < gradient->n_stops; i++)
    {
      gradient->offset[i] = i / (gradient->n_stops - 1.0);
      gradient->color[i] = area ? theme->area[i] : theme->feeling[4 - i];
    }
}

/* Draws a curve from one of its points to another one. */
static JmGroup *
draw_piece (JmComposition   *c,
            const KeptCurve *curve,
            const JmRow     *row,
            const JmFeeler  *who,
            guint            first,
            guint            last)
{
  JmGroupBuilder *piece = jm_group_builder_new (JM_ROLE_CURVE, NULL, row->id);
  /* A slope depends on the points beside it, and at the end of the curve on the slope beside it. */
  guint from = first - MIN (first, 1);
  guint to = MIN (last + 1, curve->points->len - 1);
  const JmPoint *points = &g_array_index (curve->points, JmPoint, from);
  g_autofree double *slopes = jm_curve_get_slopes (points, to - from + 1);
  g_autoptr(JmPath) line = jm_curve_get_line (points, slopes, first - from, last - from);
  double on, off;

  jm_group_builder_set_label (piece, curve->name, curve->who);
  if (c->frame.feelers->len == 1)
    {
      g_autoptr(JmPath) area = jm_curve_get_area (points, slopes, first - from, last - from, SPAN / 2);
      JmGradient *under = jm_group_builder_add_gradient (piece, 0, SPAN);
      JmGradient *along = jm_group_builder_add_gradient (piece, 0, SPAN);

      fill_stops (under, c->draw.theme, TRUE);
      fill_stops (along, c->draw.theme, FALSE);
      jm_group_builder_add_path (piece, area, jm_paint_gradient (under), jm_paint_none (), 0, 0, 0);
      jm_group_builder_add_path (piece, line, jm_paint_none (), jm_paint_gradient (along), 3.5, 0, 0);
    }
  else
    {
      jm_feeler_get_dash (who->sign, &on, &off);
      jm_group_builder_add_path (piece, line, jm_paint_none (), jm_paint (who->tones.mark), 3.2, on, off);
    }

  return jm_group_builder_end (piece);
}

/* Whether a piece looks the same on another curve of the same lane and person. */
static gboolean
is_same_piece (const KeptCurve *one,
               const KeptCurve *other,
               guint            first,
               guint            last)
{
  guint from = first - MIN (first, 1);
  guint to = MIN (last + 1, one->points->len - 1);

  /* That it ends where the curve ends counts as well. */
  return to == MIN (last + 1, other->points->len - 1) &&
         memcmp (&g_array_index (one->points, JmPoint, from), &g_array_index (other->points, JmPoint, from),
                 (to - from + 1) * sizeof (JmPoint)) == 0;
}

static KeptCurve *
trace_curve (JmComposition  *c,
             const JmRow    *row,
             const JmFeeler *who,
             guint           feeler)
{
  KeptCurve *curve = g_new0 (KeptCurve, 1);

  curve->name = g_strdup (jm_words_lane (c->draw.words, row->lane));
  curve->who = who->persona != NULL ? g_strdup (jm_item_get_label (who->persona)) : NULL;
  curve->points = g_array_new (FALSE, FALSE, sizeof (JmPoint));
  curve->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_group_unref);

  for (guint p = 0; p < c->plans->len; p++)
    {
      JmPlan *plan = g_ptr_array_index (c->plans, p);

      for (guint i = 0; i < plan->marks->len; i++)
        {
          const JmMark *mark = &g_array_index (plan->marks, JmMark, i);
          JmPoint point = { c->lefts[p] + mark->x, (2 - mark->value) * JM_LEVEL_STEP };

          if (mark->feeler == feeler)
            g_array_append_val (curve->points, point);
        }
    }

  return curve;
}

static void
draw_curve (JmComposition  *c,
            JmGroupBuilder *layer,
            guint           r,
            guint           feeler)
{
  const JmRow *row = &g_array_index (c->frame.rows, JmRow, r);
  const JmFeeler *who = &g_array_index (c->frame.feelers, JmFeeler, feeler);
  GPtrArray *curves = get_row (c, r)->curves;
  KeptCurve *before = feeler < curves->len ? g_ptr_array_index (curves, feeler) : NULL;
  KeptCurve *curve = trace_curve (c, row, who, feeler);
  double top = jm_scene_get_emotion_y (c->scene, row->id, 2);
  gboolean like = before != NULL && strcmp (before->name, curve->name) == 0 && g_strcmp0 (before->who, curve->who) == 0;

  for (guint first = 0; first + 1 < curve->points->len; first += CURVE_PIECE)
    {
      guint last = MIN (first + CURVE_PIECE, curve->points->len - 1);
      guint n = curve->pieces->len;
      JmGroup *piece;

      if (like && n < before->pieces->len && is_same_piece (curve, before, first, last))
        piece = jm_group_ref (g_ptr_array_index (before->pieces, n));
      else
        piece = draw_piece (c, curve, row, who, first, last);
      g_ptr_array_add (curve->pieces, piece);
      jm_group_builder_add_child (layer, jm_group_ref (piece), 0, top);
    }

  if (before == NULL)
    {
      g_ptr_array_add (curves, curve);
    }
  else
    {
      kept_curve_free (before);
      g_ptr_array_index (curves, feeler) = curve;
    }
}

/* The curve of the map that this one is compared with, at the touchpoints that both have. */
static void
draw_before (JmComposition  *c,
             JmGroupBuilder *layer,
             const JmRow    *row)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (JmPoint));
  JmGroupBuilder *group;
  const JmPoint *all;
  g_autofree double *slopes = NULL;
  g_autoptr(JmPath) line = NULL;

  for (guint p = 0; p < c->plans->len; p++)
    {
      JmPlan *plan = g_ptr_array_index (c->plans, p);

      for (guint i = 0; i < plan->before->len; i++)
        {
          JmPoint point = g_array_index (plan->before, JmPoint, i);

          point.x += c->lefts[p];
          point.y = jm_scene_get_emotion_y (c->scene, row->id, point.y);
          g_array_append_val (points, point);
        }
    }
  if (points->len == 0)
    return;

  all = &g_array_index (points, JmPoint, 0);
  slopes = jm_curve_get_slopes (all, points->len);
  line = jm_curve_get_line (all, slopes, 0, points->len - 1);
  group = jm_group_builder_new (JM_ROLE_CURVE, NULL, row->id);
  jm_group_builder_set_label (group, jm_words_say (c->draw.words, JM_WORD_LEGEND_BASELINE), NULL);
  jm_group_builder_add_path (group, line, jm_paint_none (), jm_paint (c->draw.theme->ink_soft), 2, 5, 6);
  for (guint i = 0; i < points->len; i++)
    jm_group_builder_add_rect (group, jm_rect (all[i].x - 4, all[i].y - 4, 8, 8), 4, jm_paint (c->draw.theme->page),
                               jm_paint (c->draw.theme->ink_soft), 1.6);
  jm_group_builder_add_child (layer, jm_group_builder_end (group), 0, 0);
}

static void
draw_arrows (JmComposition  *c,
             JmGroupBuilder *layer,
             guint           r)
{
  JmConnectors *connectors = c->across->connectors;
  double bottom = c->tops[r + 1] - jm_row_metrics[JM_ROW_TOUCHPOINTS].bottom -
                  jm_connectors_get_depth (connectors);
  JmGroupBuilder *arrows;

  if (jm_connectors_count (connectors) == 0)
    return;
  arrows = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  jm_connectors_draw (connectors, &c->draw, bottom, arrows);
  jm_group_builder_add_child (layer, jm_group_builder_end (arrows), 0, 0);
}

/**
 * jm_across_draw:
 * @c: a composition
 * @behind: for what lies behind the cards
 *
 * Draws what depends on more than one phase: curves, arrows, funnels.
 */
void
jm_across_draw (JmComposition  *c,
                JmGroupBuilder *behind)
{
  JmGroupBuilder *layer = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  gboolean connected = FALSE;

  for (guint r = 0; r < c->frame.rows->len; r++)
    {
      const JmRow *row = &g_array_index (c->frame.rows, JmRow, r);
      JmGroupBuilder *lines, *marks;
      double top;

      if (row->kind == JM_ROW_TOUCHPOINTS && !connected)
        {
          draw_arrows (c, layer, r);
          connected = TRUE;
        }
      if (row->kind == JM_ROW_MEASURES)
        {
          JmFunnelRow funnel = { row, r, c->tops[r], c->levels[r], c->plans, c->lefts };
          JmGroupBuilder *shares = jm_group_builder_new (JM_ROLE_NONE, NULL, row->id);

          jm_funnel_draw (c->across->funnel, &c->draw, &funnel, behind, shares);
          jm_group_builder_add_child (layer, jm_group_builder_end (shares), 0, 0);
        }
      if (row->kind != JM_ROW_EMOTION)
        continue;

      lines = jm_group_builder_new (JM_ROLE_NONE, NULL, row->id);
      if (c->draw.baseline != NULL)
        draw_before (c, lines, row);
      for (guint i = 0; i < c->frame.feelers->len; i++)
        draw_curve (c, lines, r, i);
      if (c->frame.feelers->len == 1)
        name_extremes (c, lines, row);
      jm_group_builder_add_child (layer, jm_group_builder_end (lines), 0, 0);

      top = jm_scene_get_emotion_y (c->scene, row->id, 2);
      marks = jm_group_builder_new (JM_ROLE_NONE, NULL, row->id);
      for (guint p = 0; p < c->plans->len; p++)
        {
          JmPlan *plan = g_ptr_array_index (c->plans, p);

          if (plan->marks->len > 0)
            jm_group_builder_add_child (marks, jm_group_ref (plan->summary.drawn), c->lefts[p], top);
        }
      jm_group_builder_add_child (layer, jm_group_builder_end (marks), 0, 0);
    }

  jm_rungs_draw (c, behind);
  c->scene->layers[JM_LAYER_CURVE] = jm_group_builder_end (layer);
}
