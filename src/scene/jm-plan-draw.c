/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn from a plan, and kept until it has to look otherwise: the heading, the column of cells, what lies behind. */
#include "jm-plan.h"

#include <string.h>

#define ARROW 14.0

static JmPath *
make_chevron (JmDraw *draw,
              double  width,
              double  height)
{
  JmPathBuilder *outline = jm_path_builder_new ();
  JmPoint corners[5] = {
    { 0, 0 }, { width - ARROW, 0 }, { width, height / 2 }, { width - ARROW, height }, { 0, height }
  };
  double radii[5] = { 8, 2, 2, 2, 8 };

  if (draw->rtl)
    for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
      corners[i].x = width - corners[i].x;
  jm_path_builder_rounded_polygon (outline, corners, radii, G_N_ELEMENTS (corners));

  return jm_path_builder_end (outline);
}

/**
 * jm_plan_get_heading:
 * @self: a plan
 * @frame: the frame it was made in
 * @height: of all headings
 *
 * Returns: (transfer none): the heading of the phase, its upper left corner at the origin
 */
JmGroup *
jm_plan_get_heading (JmPlan        *self,
                     const JmFrame *frame,
                     double         height)
{
  JmDraw *draw = frame->draw;
  JmGroupBuilder *builder;
  g_autoptr(JmPath) chevron = NULL;
  double room = self->width - JM_HEADING_X - JM_HEADING_END;
  double title_room = room - self->duration_width;
  double left, baseline;

  if (self->heading != NULL && self->drawn_heading_height == height)
    return self->heading;

  g_clear_pointer (&self->heading, jm_group_unref);
  self->drawn_heading_height = height;

  builder = jm_group_builder_new (JM_ROLE_PHASE, jm_item_get_id (self->phase), NULL);
  jm_group_builder_set_label (builder, jm_item_get_label (self->phase), jm_words_say (draw->words, JM_WORD_PHASE));
  jm_group_builder_set_box (builder, jm_rect (0, 0, self->width, height));

  chevron = make_chevron (draw, self->width, height);
  jm_group_builder_add_path (builder, chevron, jm_paint (self->tones.heading), jm_paint_none (), 0, 0, 0);

  baseline = (height - (self->heading_height - 44)) / 2 + 5.5;
  left = jm_draw_side (draw, self->width, JM_HEADING_X, title_room);
  jm_paragraph_stand_in (self->title, draw, builder, JM_WORD_PHASE, self->tones.heading_text, left, title_room, baseline);
  jm_paragraph_offer (self->title, draw, builder, JM_KIND_TITLE, self->tones.heading_text, JM_ALIGN_START,
                      left, title_room, baseline);
  if (self->goal != NULL)
    {
      double x = self->goal_beside ? JM_HEADING_X + jm_paragraph_get_width (self->title) + 12 : JM_HEADING_X;
      double width = self->goal_beside ? room - self->duration_width - (x - JM_HEADING_X) : room;

      jm_paragraph_offer (self->goal, draw, builder, JM_KIND_GOAL, self->tones.heading_faint, JM_ALIGN_START,
                          jm_draw_side (draw, self->width, x, width), width,
                          self->goal_beside ? baseline : baseline + jm_paragraph_get_depth (self->title) + 17);
    }
  if (self->duration != NULL)
    jm_draw_text (draw, builder, jm_font (11.5, 500), self->tones.heading_faint,
                  draw->rtl ? JM_ALIGN_START : JM_ALIGN_END,
                  jm_draw_side (draw, self->width, self->width - JM_HEADING_END, 0), baseline - 0.5, self->duration);

  self->heading = jm_group_builder_end (builder);
  return self->heading;
}

static gboolean
same_heights (GArray *a,
              GArray *b)
{
  return a != NULL && a->len == b->len &&
         (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (double)) == 0);
}

/* A wait on an axis of time: a dotted line with how long it lasts. */
static void
draw_waits (JmPlan         *self,
            JmDraw         *draw,
            JmGroupBuilder *builder,
            double          y)
{
  const JmFont font = { 11, 500, FALSE };

  for (guint i = 0; i < self->waits->len; i++)
    {
      const JmWait *wait = &g_array_index (self->waits, JmWait, i);
      g_autofree char *said = jm_words_duration (draw->words, wait->seconds);
      double width = wait->right - wait->left;
      double left = jm_draw_side (draw, self->width, wait->left, width);
      JmPathBuilder *line = jm_path_builder_new ();
      g_autoptr(JmPath) path = NULL;

      jm_path_builder_move_to (line, left + 10, y);
      jm_path_builder_line_to (line, left + width - 10, y);
      path = jm_path_builder_end (line);
      jm_group_builder_add_path (builder, path, jm_paint_none (), jm_paint (self->tones.mark), 1.6, 1, 6);
      if (jm_type_measure (draw->type, font, said) < width - 8)
        jm_draw_text (draw, builder, font, self->tones.text, JM_ALIGN_CENTER, left + width / 2, y - 8, said);
    }
}

static JmGroup *
draw_cell (JmPlan        *self,
           const JmFrame *frame,
           const JmRow   *row,
           JmCell        *cell,
           const char    *name,
           GArray        *levels)
{
  const JmRowMetrics *metrics = &jm_row_metrics[row->kind];
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_CELL, jm_item_get_id (self->phase), cell->lane_id);
  g_autofree double *tops = g_new0 (double, levels->len + 1);
  double y = metrics->top;

  /* So that whoever reads the picture by ear knows where they are. */
  jm_group_builder_set_label (builder, name, NULL);
  for (guint i = 0; i < levels->len; i++)
    {
      tops[i] = y;
      y += g_array_index (levels, double, i) + metrics->gap;
    }
  if (row->kind == JM_ROW_TOUCHPOINTS && levels->len > 0)
    draw_waits (self, frame->draw, builder, tops[0] + g_array_index (levels, double, 0) / 2);
  for (guint i = 0; i < cell->cards->len; i++)
    {
      JmCard *card = g_ptr_array_index (cell->cards, i);

      /* Those that are less high than their level become so when somebody looks at them. */
      jm_group_builder_add_taller (builder, jm_card_draw (card, frame->draw, &self->tones), card->x, tops[card->level],
                                   g_array_index (levels, double, card->level) - card->height);
    }

  return jm_group_builder_end (builder);
}

/**
 * jm_plan_get_column:
 * @self: a plan
 * @frame: the frame it was made in
 * @stamp: another one than before when @tops, @levels or the names of the lanes are others
 * @tops: where each row begins
 * @levels: (array): for each row, of double: the heights of its levels
 *
 * Returns: (transfer none): what stands in the phase, from the left edge of the phase and the top of the scene
 */
JmGroup *
jm_plan_get_column (JmPlan        *self,
                    const JmFrame *frame,
                    guint64        stamp,
                    const double  *tops,
                    GArray       **levels)
{
  JmGroupBuilder *builder;
  gboolean fresh;

  if (self->column != NULL && self->column_stamp == stamp)
    return self->column;

  self->column_stamp = stamp;
  fresh = self->column == NULL || self->column_tops->len != self->n_cells ||
          memcmp (self->column_tops->data, tops, self->n_cells * sizeof (double)) != 0;
  for (guint i = 0; i < self->n_cells; i++)
    {
      const JmRow *row = &g_array_index (frame->rows, JmRow, i);
      JmCell *cell = &self->cells[i];
      const char *name = jm_words_lane (frame->draw->words, row->lane);

      if (cell->drawn != NULL && same_heights (cell->drawn_levels, levels[i]) && strcmp (cell->drawn_name, name) == 0)
        continue;
      fresh = TRUE;
      g_clear_pointer (&cell->drawn, jm_group_unref);
      g_clear_pointer (&cell->drawn_levels, g_array_unref);
      g_free (cell->drawn_name);
      cell->drawn = draw_cell (self, frame, row, cell, name, levels[i]);
      cell->drawn_levels = g_array_copy (levels[i]);
      cell->drawn_name = g_strdup (name);
    }

  if (!fresh)
    return self->column;

  g_clear_pointer (&self->column, jm_group_unref);
  g_clear_pointer (&self->column_tops, g_array_unref);
  builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  jm_group_builder_set_label (builder, jm_item_get_label (self->phase),
                              jm_words_say (frame->draw->words, JM_WORD_PHASE));
  for (guint i = 0; i < self->n_cells; i++)
    jm_group_builder_add_child (builder, jm_group_ref (self->cells[i].drawn), 0, tops[i]);
  self->column = jm_group_builder_end (builder);
  self->column_tops = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (self->column_tops, tops, self->n_cells);

  return self->column;
}

/**
 * jm_plan_get_backdrop:
 * @self: a plan
 * @draw: what is being drawn
 * @height: of the grid
 * @moments_top: where in it the lines of moments of truth begin
 *
 * Returns: (transfer none): what lies behind the phase, its upper left corner at the origin
 */
JmGroup *
jm_plan_get_backdrop (JmPlan *self,
                      JmDraw *draw,
                      double  height,
                      double  moments_top)
{
  JmGroupBuilder *builder;

  if (self->backdrop != NULL && self->backdrop_height == height && self->backdrop_moments == moments_top)
    return self->backdrop;

  g_clear_pointer (&self->backdrop, jm_group_unref);
  self->backdrop_height = height;
  self->backdrop_moments = moments_top;
  builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  jm_group_builder_add_rect (builder, jm_rect (0, 0, self->width, height), 10, jm_paint (self->tones.column),
                             jm_paint_none (), 0);
  for (guint i = 0; i < self->moments->len; i++)
    {
      double x = g_array_index (self->moments, double, i);
      JmPathBuilder *line = jm_path_builder_new ();
      g_autoptr(JmPath) path = NULL;

      jm_path_builder_move_to (line, x, moments_top);
      jm_path_builder_line_to (line, x, height - 10);
      path = jm_path_builder_end (line);
      jm_group_builder_add_path (builder, path, jm_paint_none (), jm_paint (draw->theme->star), 1.6, 1, 5);
    }
  self->backdrop = jm_group_builder_end (builder);

  return self->backdrop;
}
