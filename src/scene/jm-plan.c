/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A phase is planned once: its words are measured, its cards put into rows and levels. How high a level becomes is known
 * only when all phases are planned; a cell is drawn again only when that height is another one. */
#include "jm-plan.h"

#include "jm-mark.h"

#include <string.h>

#define HEADING_X 16.0
#define HEADING_END 22.0
#define ARROW 14.0

const JmRowMetrics jm_row_metrics[JM_N_ROW_KINDS] = {
  [JM_ROW_TOUCHPOINTS] = { 8, 8, 8, 94 },
  [JM_ROW_CHANNELS] = { 14, 16, 6, 52 },
  [JM_ROW_DEVICES] = { 10, 14, 6, 46 },
  [JM_ROW_EMOTION] = { 41, 41, 0, 268 },
  [JM_ROW_PAIN_POINTS] = { 6, 12, 8, 60 },
  [JM_ROW_OPPORTUNITIES] = { 6, 14, 8, 60 },
  [JM_ROW_THOUGHTS] = { 6, 18, 6, 52 },
  [JM_ROW_NOTES] = { 8, 12, 8, 54 },
  [JM_ROW_MEASURES] = { 10, 12, 8, 60 },
  [JM_ROW_PICTURES] = { 8, 10, 8, 60 },
  [JM_ROW_LINE] = { 0, 0, 0, 30 },
};

/**
 * jm_row_kind_parse:
 * @kind: (nullable): the kind of a lane, as in the file
 * @row_kind: (out): how it is drawn
 *
 * Returns: whether lanes of that kind are drawn
 */
gboolean
jm_row_kind_parse (const char *kind,
                   JmRowKind  *row_kind)
{
  static const char * const names[JM_N_ROW_KINDS] = {
    "touchpoints", "channels", "devices", "emotion", "pain-points", "opportunities", "thoughts", "notes", "measures",
    "pictures", "line"
  };

  for (guint i = 0; i < JM_N_ROW_KINDS; i++)
    if (g_strcmp0 (kind, names[i]) == 0)
      {
        *row_kind = i;
        return TRUE;
      }

  return FALSE;
}

static void
clear_mark (gpointer data)
{
  jm_group_unref (((JmMark *) data)->mark);
}

void
jm_plan_free (JmPlan *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      g_ptr_array_unref (self->cells[i].cards);
      g_array_unref (self->cells[i].levels);
      g_clear_pointer (&self->cells[i].drawn_levels, g_array_unref);
      g_clear_pointer (&self->cells[i].drawn, jm_group_unref);
    }
  g_free (self->cells);
  g_array_unref (self->marks);
  g_array_unref (self->moments);
  g_array_unref (self->waits);
  g_array_unref (self->before);
  jm_paragraph_free (self->title);
  jm_paragraph_free (self->goal);
  g_free (self->duration);
  g_clear_pointer (&self->heading, jm_group_unref);
  g_clear_pointer (&self->column, jm_group_unref);
  g_clear_pointer (&self->column_tops, g_array_unref);
  jm_item_unref (self->phase);
  g_free (self);
}

/* Pills, pictures and measures are too small or too full for marks; channels and devices stand for their touchpoint. */
static gboolean
bears_marks (const JmCardLook *look)
{
  return look == &jm_look_touchpoint || look == &jm_look_pain_point || look == &jm_look_opportunity ||
         look == &jm_look_thought || look == &jm_look_note;
}

/* Puts a measured card below those that stand in its place already. */
static void
stack (const JmFrame *frame,
       JmCell        *cell,
       JmCard        *card,
       guint          level)
{
  card->level = level;
  card->look->measure (card, frame->draw);
  if (bears_marks (card->look))
    card->marks = jm_change_of (frame->draw, card->item);
  /* The card of a touchpoint has room for them in any case. */
  if (card->marks != JM_CHANGE_MARK_NONE && card->look != &jm_look_touchpoint)
    card->height += JM_CHANGE_HEIGHT + 4;
  while (cell->levels->len <= level)
    {
      double none = 0;
      g_array_append_val (cell->levels, none);
    }
  g_array_index (cell->levels, double, level) = MAX (g_array_index (cell->levels, double, level), card->height);
  g_ptr_array_add (cell->cards, card);
}

static gboolean
stands_in (JmItem     *item,
           const char *lane_id)
{
  return g_strcmp0 (jm_item_get (item, JM_ATTR_LANE), lane_id) == 0;
}

/* Cards that belong to the phase as a whole, across its width. */
static guint
fill_phase_level (JmPlan        *self,
                  const JmFrame *frame,
                  const JmRow   *row,
                  JmCell        *cell)
{
  JmKind kind = row->kind == JM_ROW_NOTES ? JM_KIND_NOTE : row->kind == JM_ROW_MEASURES ? JM_KIND_MEASURE : JM_KIND_NONE;
  guint level = 0;
  guint cursor = 0;
  JmItem *item;

  if (kind == JM_KIND_NONE)
    return 0;

  while ((item = jm_item_next (self->phase, kind, &cursor)) != NULL)
    if (kind == JM_KIND_MEASURE || stands_in (item, row->id))
      {
        JmCard *card = jm_card_new (kind == JM_KIND_NOTE ? &jm_look_note : &jm_look_measure, item, row->id,
                                    self->width - 2 * JM_CARD_MARGIN);
        card->x = JM_CARD_MARGIN;
        stack (frame, cell, card, level++);
      }

  return level;
}

static void
add_card (JmItem           *phase,
          const JmFrame    *frame,
          JmCell           *cell,
          const JmCardLook *look,
          JmItem           *item,
          JmItem           *shown,
          const char       *lane_id,
          double            x,
          double            width,
          guint            *level)
{
  JmCard *card = jm_card_new (look, item, lane_id, width);

  card->x = x;
  card->shown = shown;
  if (look == &jm_look_touchpoint && frame->draw->times)
    card->when = jm_axis_say_time (frame->draw->words, phase, item);
  stack (frame, cell, card, (*level)++);
  /* A pill is narrower than its place; in a map from right to left it begins at the other side. */
  if (frame->draw->rtl)
    card->x = x + width - card->width;
}

static void
add_children (JmItem           *phase,
              const JmFrame    *frame,
              JmCell           *cell,
              const JmCardLook *look,
              JmItem           *touchpoint,
              JmKind            kind,
              const JmRow      *row,
              double            x,
              double            width,
              guint            *level)
{
  guint cursor = 0;
  JmItem *item;

  while ((item = jm_item_next (touchpoint, kind, &cursor)) != NULL)
    if ((kind != JM_KIND_NOTE || stands_in (item, row->id)) &&
        (kind != JM_KIND_THOUGHT || jm_map_shows_persona_of (frame->draw->map, item)))
      add_card (phase, frame, cell, look, item, NULL, row->id, x, width, level);
}

static gboolean
has_votes (JmItem *touchpoint)
{
  guint cursor = 0;
  JmItem *item;

  while ((item = jm_item_next (touchpoint, JM_KIND_OPPORTUNITY, &cursor)) != NULL)
    if (jm_item_get_integer (item, JM_ATTR_VOTES, 0) > 0)
      return TRUE;

  return FALSE;
}

/* The cards of one touchpoint in one row. */
static void
fill_touchpoint (JmPlan        *self,
                 const JmFrame *frame,
                 const JmRow   *row,
                 JmCell        *cell,
                 JmItem        *touchpoint,
                 guint          level,
                 double         x,
                 double         width)
{
  JmMap *map = frame->draw->map;
  const char *channel = jm_item_get (touchpoint, JM_ATTR_CHANNEL);
  const char *device = jm_item_get (touchpoint, JM_ATTR_DEVICE);
  guint first = level;
  guint first_card = cell->cards->len;

  switch (row->kind)
    {
    case JM_ROW_TOUCHPOINTS:
      add_card (self->phase, frame, cell, &jm_look_touchpoint, touchpoint, NULL, row->id, x, width, &level);
      break;

    case JM_ROW_CHANNELS:
      if (channel != NULL && *channel != '\0')
        {
          double inset = 4;
          add_card (self->phase, frame, cell, &jm_look_channel, touchpoint, jm_map_find (map, channel), row->id, x + inset,
                    width - 2 * inset, &level);
        }
      break;

    case JM_ROW_DEVICES:
      if (device != NULL && *device != '\0' && strcmp (device, "none") != 0)
        add_card (self->phase, frame, cell, &jm_look_device, touchpoint, NULL, row->id, x + 4, width - 8, &level);
      break;

    case JM_ROW_PAIN_POINTS:
      add_children (self->phase, frame, cell, &jm_look_pain_point, touchpoint, JM_KIND_PAIN_POINT, row, x, width, &level);
      self->has_pain |= level > first;
      break;

    case JM_ROW_OPPORTUNITIES:
      add_children (self->phase, frame, cell, &jm_look_opportunity, touchpoint, JM_KIND_OPPORTUNITY, row, x, width, &level);
      self->has_votes |= has_votes (touchpoint);
      break;

    case JM_ROW_THOUGHTS:
      add_children (self->phase, frame, cell, &jm_look_thought, touchpoint, JM_KIND_THOUGHT, row, x, width, &level);
      break;

    case JM_ROW_NOTES:
      add_children (self->phase, frame, cell, &jm_look_note, touchpoint, JM_KIND_NOTE, row, x, width, &level);
      break;

    case JM_ROW_PICTURES:
      add_children (self->phase, frame, cell, &jm_look_picture, touchpoint, JM_KIND_PICTURE, row, x, width, &level);
      break;

    default:
      break;
    }

  if (level == first && frame->draw->for_editing)
    {
      guint cursor = 0;
      JmItem *hint;

      while ((hint = jm_item_next (touchpoint, JM_KIND_HINT, &cursor)) != NULL)
        if (stands_in (hint, row->id))
          add_card (self->phase, frame, cell, &jm_look_hint, hint, NULL, row->id, x, width, &level);
    }

  if (!jm_evidence_includes (frame->draw->evidence, touchpoint))
    for (guint i = first_card; i < cell->cards->len; i++)
      ((JmCard *) g_ptr_array_index (cell->cards, i))->faded = TRUE;
}

static void
fill_phase_hints (JmPlan        *self,
                  const JmFrame *frame,
                  const JmRow   *row,
                  JmCell        *cell)
{
  guint cursor = 0;
  guint level = 0;
  JmItem *hint;

  while ((hint = jm_item_next (self->phase, JM_KIND_HINT, &cursor)) != NULL)
    if (stands_in (hint, row->id))
      add_card (self->phase, frame, cell, &jm_look_hint, hint, NULL, row->id, JM_CARD_MARGIN,
                self->width - 2 * JM_CARD_MARGIN, &level);
}

static void
plan_heading (JmPlan        *self,
              const JmFrame *frame)
{
  JmDraw *draw = frame->draw;
  const JmFont title_font = { 15, 700, FALSE };
  const JmFont goal_font = { 12, 400, FALSE };
  const char *title = jm_item_get_part (self->phase, JM_KIND_TITLE);
  const char *goal = jm_item_get_part (self->phase, JM_KIND_GOAL);
  double room;

  self->duration = jm_axis_say_phase (draw->words, self->phase);
  if (self->duration != NULL)
    self->duration_width = jm_type_measure (draw->type, jm_font (11.5, 500), self->duration) + 10;

  room = self->width - HEADING_X - HEADING_END - self->duration_width;
  self->title = jm_paragraph_new (draw, title_font, 18, title, room);
  self->heading_height = 44 + jm_paragraph_get_depth (self->title);
  if (*goal != '\0')
    {
      double beside = room - jm_paragraph_get_width (self->title) - 14;

      self->goal_beside = self->title->lines->len == 1 &&
                          jm_type_measure (draw->type, goal_font, goal) <= beside && strchr (goal, '\n') == NULL;
      self->goal = jm_paragraph_new (draw, goal_font, 15, goal,
                                     self->goal_beside ? -1 : self->width - HEADING_X - HEADING_END);
      if (!self->goal_beside)
        self->heading_height += 16 + jm_paragraph_get_depth (self->goal);
    }
}

/* What the first persona felt at a touchpoint in the map that this one is compared with. */
static void
note_before (JmPlan *self,
             JmDraw *draw,
             JmItem *touchpoint,
             double  x)
{
  JmItem *then = jm_map_find (draw->baseline, jm_item_get_id (touchpoint));
  JmItem *emotion = NULL;
  double value = 0;

  if (then != NULL && jm_item_get_kind (then) == JM_KIND_TOUCHPOINT)
    emotion = jm_map_get_emotion (draw->baseline, then, NULL);
  if (emotion != NULL && jm_map_shows_persona_of (draw->map, emotion) && jm_item_get_number (emotion, JM_ATTR_VALUE, &value))
    {
      JmPoint point = { x, value };
      g_array_append_val (self->before, point);
    }
}

/**
 * jm_plan_new:
 * @frame: what is drawn, and which rows and feelings there are
 * @phase: a phase
 *
 * Measures a phase and puts its cards into rows. This is where the time of a layout goes.
 *
 * Returns: (transfer full): the plan
 */
JmPlan *
jm_plan_new (const JmFrame *frame,
             JmItem        *phase)
{
  JmPlan *self = g_new0 (JmPlan, 1);
  JmDraw *draw = frame->draw;
  guint n_slots = jm_item_count (phase, JM_KIND_TOUCHPOINT);
  g_autofree double *widths = g_new0 (double, n_slots + 1);
  g_autofree double *lefts = g_new0 (double, n_slots + 1);
  double width = JM_CARD_WIDTH + 2 * JM_CARD_MARGIN;
  double wanted;
  guint cursor = 0, slot = 0;
  JmItem *touchpoint;

  self->phase = jm_item_ref (phase);
  self->tones = jm_theme_get_tones (draw->theme, jm_item_get (phase, JM_ATTR_COLOR));
  self->marks = g_array_new (FALSE, FALSE, sizeof (JmMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->moments = g_array_new (FALSE, FALSE, sizeof (double));
  self->waits = g_array_new (FALSE, FALSE, sizeof (JmWait));
  self->before = g_array_new (FALSE, FALSE, sizeof (JmPoint));
  self->n_cells = frame->rows->len;
  self->cells = g_new0 (JmCell, self->n_cells);

  while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor)) != NULL)
    widths[slot++] = jm_card_get_slot_width (draw, touchpoint) + 2 * JM_CARD_MARGIN;
  width = MAX (width, MIN (jm_type_get_widest (draw->type, jm_font (15, 700), jm_item_get_part (phase, JM_KIND_TITLE)),
                           400) + HEADING_X + HEADING_END);
  if (jm_item_get_number (phase, JM_ATTR_WIDTH, &wanted))
    width = MAX (width, MIN (wanted, 20000));
  self->width = jm_axis_place (phase, draw->time_scale, width, widths, lefts, self->waits);
  if (draw->rtl)
    for (slot = 0; slot < n_slots; slot++)
      lefts[slot] = self->width - lefts[slot] - widths[slot];

  plan_heading (self, frame);

  for (guint i = 0; i < self->n_cells; i++)
    {
      const JmRow *row = &g_array_index (frame->rows, JmRow, i);
      JmCell *cell = &self->cells[i];
      guint level;

      cell->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_card_free);
      cell->levels = g_array_new (FALSE, TRUE, sizeof (double));
      level = fill_phase_level (self, frame, row, cell);

      cursor = 0;
      for (slot = 0; (touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor)) != NULL; slot++)
        fill_touchpoint (self, frame, row, cell, touchpoint, level, lefts[slot] + JM_CARD_MARGIN,
                         widths[slot] - 2 * JM_CARD_MARGIN);
      if (cell->cards->len == 0 && draw->for_editing)
        fill_phase_hints (self, frame, row, cell);
    }

  cursor = 0;
  for (slot = 0; (touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor)) != NULL; slot++)
    {
      double middle = lefts[slot] + widths[slot] / 2;
      const char *evidence = jm_item_get (touchpoint, JM_ATTR_EVIDENCE);
      guint n_marks = self->marks->len;

      if (jm_item_get_boolean (touchpoint, JM_ATTR_MOMENT_OF_TRUTH))
        g_array_append_val (self->moments, middle);
      jm_mark_add_all (self->marks, frame, touchpoint, self->tones.column, middle, widths[slot] - 10);
      if (draw->baseline != NULL)
        note_before (self, draw, touchpoint, middle);
      if (self->marks->len > n_marks)
        {
          self->has_assumed |= g_strcmp0 (evidence, "assumed") == 0;
          self->has_measured |= g_strcmp0 (evidence, "measured") == 0;
        }
    }

  return self;
}

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
  double room = self->width - HEADING_X - HEADING_END;
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
  left = jm_draw_side (draw, self->width, HEADING_X, title_room);
  jm_paragraph_stand_in (self->title, draw, builder, JM_WORD_PHASE, self->tones.heading_text, left, title_room, baseline);
  jm_paragraph_offer (self->title, draw, builder, JM_KIND_TITLE, self->tones.heading_text, JM_ALIGN_START,
                      left, title_room, baseline);
  if (self->goal != NULL)
    {
      double x = self->goal_beside ? HEADING_X + jm_paragraph_get_width (self->title) + 12 : HEADING_X;
      double width = self->goal_beside ? room - self->duration_width - (x - HEADING_X) : room;

      jm_paragraph_offer (self->goal, draw, builder, JM_KIND_GOAL, self->tones.heading_faint, JM_ALIGN_START,
                          jm_draw_side (draw, self->width, x, width), width,
                          self->goal_beside ? baseline : baseline + jm_paragraph_get_depth (self->title) + 17);
    }
  if (self->duration != NULL)
    jm_draw_text (draw, builder, jm_font (11.5, 500), self->tones.heading_faint,
                  draw->rtl ? JM_ALIGN_START : JM_ALIGN_END,
                  jm_draw_side (draw, self->width, self->width - HEADING_END, 0), baseline - 0.5, self->duration);

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
           GArray        *levels)
{
  const JmRowMetrics *metrics = &jm_row_metrics[row->kind];
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_CELL, jm_item_get_id (self->phase), row->id);
  g_autofree double *tops = g_new0 (double, levels->len + 1);
  double y = metrics->top;

  /* So that whoever reads the picture by ear knows where they are. */
  jm_group_builder_set_label (builder, jm_words_lane (frame->draw->words, row->lane), NULL);
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

      jm_group_builder_add_child (builder,
                                  jm_card_draw (card, frame->draw, &self->tones,
                                                g_array_index (levels, double, card->level)),
                                  card->x, tops[card->level]);
    }

  return jm_group_builder_end (builder);
}

/**
 * jm_plan_get_column:
 * @self: a plan
 * @frame: the frame it was made in
 * @tops: where each row begins
 * @levels: (array): for each row, of double: the heights of its levels
 *
 * Returns: (transfer none): what stands in the phase, from the left edge of the phase and the top of the scene
 */
JmGroup *
jm_plan_get_column (JmPlan        *self,
                    const JmFrame *frame,
                    const double  *tops,
                    GArray       **levels)
{
  gboolean fresh = self->column == NULL || self->column_tops->len != self->n_cells ||
                   memcmp (self->column_tops->data, tops, self->n_cells * sizeof (double)) != 0;
  JmGroupBuilder *builder;

  for (guint i = 0; i < self->n_cells; i++)
    {
      const JmRow *row = &g_array_index (frame->rows, JmRow, i);
      JmCell *cell = &self->cells[i];

      if (cell->drawn != NULL && same_heights (cell->drawn_levels, levels[i]))
        continue;
      fresh = TRUE;
      g_clear_pointer (&cell->drawn, jm_group_unref);
      g_clear_pointer (&cell->drawn_levels, g_array_unref);
      cell->drawn = draw_cell (self, frame, row, cell, levels[i]);
      cell->drawn_levels = g_array_copy (levels[i]);
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
