/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What spans the phases. It cannot be kept in the plan of any one of them, so it is drawn anew each time, in pieces that a
 * canvas can leave out when they are not in view. */
#include "jm-composition.h"

#include "jm-connector.h"
#include "jm-curve.h"
#include "jm-funnel.h"
#include "jm-mark.h"

#include <math.h>

/* A long curve is drawn in pieces of so many points, for a canvas that shows a part of it. */
#define CURVE_PIECE 96

/* Dotted lines are drawn in pieces of whole dots (2 + 5 units), for the same reason. */
#define LEVEL_PIECE 1400.0

/**
 * jm_across_add_levels:
 * @c: a composition
 * @builder: where to draw
 * @lane_id: an emotion lane
 *
 * Draws the five levels of an emotion lane.
 */
void
jm_across_add_levels (JmComposition  *c,
                      JmGroupBuilder *builder,
                      const char     *lane_id)
{
  double left = c->draw.rtl ? c->page_width - c->grid_x - c->grid_width : c->grid_x;

  for (int value = -2; value <= 2; value++)
    {
      double y = round (jm_scene_get_emotion_y (c->scene, lane_id, value) * 2) / 2;

      if (value == 0)
        {
          jm_group_builder_add_rect (builder, jm_rect (left, y - 0.5, c->grid_width, 1), 0,
                                     jm_paint (c->draw.theme->level_zero), jm_paint_none (), 0);
          continue;
        }
      for (double x = 0; x < c->grid_width; x += LEVEL_PIECE)
        {
          JmGroupBuilder *piece = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
          JmPathBuilder *line = jm_path_builder_new ();
          g_autoptr(JmPath) path = NULL;

          jm_path_builder_move_to (line, left + x, y);
          jm_path_builder_line_to (line, left + MIN (x + LEVEL_PIECE, c->grid_width), y);
          path = jm_path_builder_end (line);
          jm_group_builder_add_path (piece, path, jm_paint_none (), jm_paint (c->draw.theme->level), 1, 2, 5);
          jm_group_builder_add_child (builder, jm_group_builder_end (piece), 0, 0);
        }
    }
}

/* Names the highest and the lowest point of a lone curve where no one has written at them yet. */
static void
name_extremes (JmComposition  *c,
               JmGroupBuilder *layer,
               const JmRow    *row)
{
  const JmFont font = { 11.5f, 600, FALSE };
  const JmMark *best = NULL, *worst = NULL;
  double best_x = 0, worst_x = 0;
  guint n = 0;

  for (guint p = 0; p < c->plans->len; p++)
    {
      JmPlan *plan = g_ptr_array_index (c->plans, p);

      for (guint i = 0; i < plan->marks->len; i++)
        {
          const JmMark *mark = &g_array_index (plan->marks, JmMark, i);

          n++;
          if (best == NULL || mark->value > best->value)
            {
              best = mark;
              best_x = c->lefts[p] + mark->x;
            }
          if (worst == NULL || mark->value < worst->value)
            {
              worst = mark;
              worst_x = c->lefts[p] + mark->x;
            }
        }
    }
  /* Two or three points have no story yet. */
  if (n < 4)
    return;

  for (guint i = 0; i < 2; i++)
    {
      const JmMark *mark = i == 0 ? best : worst;
      gboolean above = i == 0;
      JmGroupBuilder *label;

      if (mark->labelled || (above ? mark->value <= 0 : mark->value >= 0))
        continue;
      label = jm_group_builder_new (JM_ROLE_NONE, NULL, row->id);
      jm_draw_text (&c->draw, label, font,
                    c->draw.theme->feeling_text[(int) lround (CLAMP (mark->value, -2, 2)) + 2], JM_ALIGN_CENTER,
                    above ? best_x : worst_x,
                    jm_scene_get_emotion_y (c->scene, row->id, mark->value) + (above ? -19 : 28),
                    jm_words_say (c->draw.words, above ? JM_WORD_PEAK : JM_WORD_LOW));
      jm_group_builder_add_child (layer, jm_group_builder_end (label), 0, 0);
    }
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

static void
draw_curve (JmComposition  *c,
            JmGroupBuilder *layer,
            const JmRow    *row,
            guint           feeler)
{
  const JmFeeler *who = &g_array_index (c->frame.feelers, JmFeeler, feeler);
  gboolean alone = c->frame.feelers->len == 1;
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (JmPoint));
  g_autofree double *slopes = NULL;
  double y0 = jm_scene_get_emotion_y (c->scene, row->id, 2);
  double y1 = jm_scene_get_emotion_y (c->scene, row->id, -2);
  const JmPoint *all;
  double on, off;

  for (guint p = 0; p < c->plans->len; p++)
    {
      JmPlan *plan = g_ptr_array_index (c->plans, p);

      for (guint i = 0; i < plan->marks->len; i++)
        {
          const JmMark *mark = &g_array_index (plan->marks, JmMark, i);
          JmPoint point = { c->lefts[p] + mark->x, jm_scene_get_emotion_y (c->scene, row->id, mark->value) };

          if (mark->feeler == feeler)
            g_array_append_val (points, point);
        }
    }
  if (points->len < 2)
    return;

  all = (const JmPoint *) points->data;
  slopes = jm_curve_get_slopes (all, points->len);
  jm_feeler_get_dash (who->sign, &on, &off);

  for (guint first = 0; first + 1 < points->len; first += CURVE_PIECE)
    {
      guint last = MIN (first + CURVE_PIECE, points->len - 1);
      JmGroupBuilder *piece = jm_group_builder_new (JM_ROLE_CURVE, NULL, row->id);
      g_autoptr(JmPath) line = jm_curve_get_line (all, slopes, first, last);

      jm_group_builder_set_label (piece, jm_words_lane (c->draw.words, row->lane),
                                  who->persona != NULL ? jm_item_get_label (who->persona) : NULL);
      if (alone)
        {
          g_autoptr(JmPath) area = jm_curve_get_area (all, slopes, first, last, (y0 + y1) / 2);
          JmGradient *under = jm_group_builder_add_gradient (piece, y0, y1);
          JmGradient *along = jm_group_builder_add_gradient (piece, y0, y1);

          fill_stops (under, c->draw.theme, TRUE);
          fill_stops (along, c->draw.theme, FALSE);
          jm_group_builder_add_path (piece, area, jm_paint_gradient (under), jm_paint_none (), 0, 0, 0);
          jm_group_builder_add_path (piece, line, jm_paint_none (), jm_paint_gradient (along), 3.5, 0, 0);
        }
      else
        jm_group_builder_add_path (piece, line, jm_paint_none (), jm_paint (who->tones.mark), 3.2, on, off);
      jm_group_builder_add_child (layer, jm_group_builder_end (piece), 0, 0);
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

  all = (const JmPoint *) points->data;
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
draw_connectors (JmComposition  *c,
                 JmGroupBuilder *layer,
                 guint           r)
{
  double bottom = c->tops[r + 1] - jm_row_metrics[JM_ROW_TOUCHPOINTS].bottom -
                  jm_connector_count_tracks (c->connectors) * JM_CONNECTOR_TRACK;
  JmGroupBuilder *arrows;

  if (c->connectors->len == 0)
    return;
  arrows = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  jm_connector_draw_all (&c->draw, c->connectors, bottom, arrows);
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

      if (row->kind == JM_ROW_TOUCHPOINTS && !connected)
        {
          draw_connectors (c, layer, r);
          connected = TRUE;
        }
      if (row->kind == JM_ROW_MEASURES)
        {
          JmFunnelRow funnel = { row, r, c->tops[r], c->levels[r], c->plans, c->lefts };
          JmGroupBuilder *shares = jm_group_builder_new (JM_ROLE_NONE, NULL, row->id);

          jm_funnel_draw (&c->draw, &funnel, behind, shares);
          jm_group_builder_add_child (layer, jm_group_builder_end (shares), 0, 0);
        }
      if (row->kind != JM_ROW_EMOTION)
        continue;

      lines = jm_group_builder_new (JM_ROLE_NONE, NULL, row->id);
      if (c->draw.baseline != NULL)
        draw_before (c, lines, row);
      for (guint i = 0; i < c->frame.feelers->len; i++)
        draw_curve (c, lines, row, i);
      if (c->frame.feelers->len == 1)
        name_extremes (c, lines, row);
      jm_group_builder_add_child (layer, jm_group_builder_end (lines), 0, 0);

      marks = jm_group_builder_new (JM_ROLE_NONE, NULL, row->id);
      for (guint p = 0; p < c->plans->len; p++)
        {
          JmPlan *plan = g_ptr_array_index (c->plans, p);

          for (guint i = 0; i < plan->marks->len; i++)
            {
              const JmMark *mark = &g_array_index (plan->marks, JmMark, i);
              jm_group_builder_add_child (marks, jm_group_ref (mark->mark), c->lefts[p] + mark->x,
                                          jm_scene_get_emotion_y (c->scene, row->id, mark->value));
            }
        }
      jm_group_builder_add_child (layer, jm_group_builder_end (marks), 0, 0);
    }

  c->scene->layers[JM_LAYER_CURVE] = jm_group_builder_end (layer);
}
