/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A phase is planned once: its words are measured, its cards put into rows and levels. How high a level becomes is known
 * only when all phases are planned; a cell is drawn again only when that height is another one. */
#include "jm-plan.h"

#include "jm-mark.h"
#include "jm-message.h"
#include "jm-reuse.h"

#include <string.h>

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

/**
 * jm_plan_free:
 * @self: (transfer full): a plan
 */
void
jm_plan_free (JmPlan *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      g_ptr_array_unref (self->cells[i].cards);
      g_free (self->cells[i].lane_id);
      g_free (self->cells[i].drawn_name);
      g_array_unref (self->cells[i].levels);
      g_clear_pointer (&self->cells[i].drawn_levels, g_array_unref);
      g_clear_pointer (&self->cells[i].drawn, jm_group_unref);
    }
  g_free (self->cells);
  g_array_unref (self->marks);
  g_array_unref (self->slots);
  g_array_unref (self->moments);
  g_array_unref (self->waits);
  g_array_unref (self->before);
  jm_paragraph_free (self->title);
  jm_paragraph_free (self->goal);
  g_free (self->duration);
  g_clear_pointer (&self->heading, jm_group_unref);
  g_clear_pointer (&self->column, jm_group_unref);
  g_clear_pointer (&self->column_tops, g_array_unref);
  g_clear_pointer (&self->backdrop, jm_group_unref);
  jm_group_unref (self->summary.drawn);
  jm_item_unref (self->phase);
  g_free (self);
}

/* Pills, pictures and measures are too small or too full for marks; channels and devices stand for their touchpoint. */
static gboolean
bears_marks (const JmCardLook *look)
{
  return look == &jm_look_touchpoint || look == &jm_look_pain_point || look == &jm_look_opportunity ||
         look == &jm_look_thought || look == &jm_look_note || look == &jm_look_message;
}

/* A plan while it is being made, in one of its cells. */
typedef struct
{
  JmPlan        *plan;
  const JmFrame *frame;
  JmReuse        reuse;
  const JmRow   *row;
  JmCell        *cell;
  guint          index;   /* of the cell */
} Filling;

static gboolean
is_same_channel (JmItem *one,
                 JmItem *other)
{
  if (one == other)
    return TRUE;

  return one != NULL && other != NULL && g_strcmp0 (jm_item_get_label (one), jm_item_get_label (other)) == 0 &&
         g_strcmp0 (jm_item_get (one, JM_ATTR_ICON), jm_item_get (other, JM_ATTR_ICON)) == 0;
}

/* The card of an item, measured: the one of the plan before, if it would be the same. Takes when. */
static JmCard *
make_card (Filling          *filling,
           const JmCardLook *look,
           JmItem           *item,
           JmItem           *shown,
           char             *when,
           double            width)
{
  JmDraw *draw = filling->frame->draw;
  JmChangeMarks marks = bears_marks (look) ? jm_change_of (draw, item) : JM_CHANGE_MARK_NONE;
  JmCard *card = jm_reuse_take_card (&filling->reuse, filling->index, look, item, width);

  if (card != NULL && card->marks == marks && is_same_channel (card->shown, shown) && g_strcmp0 (card->when, when) == 0)
    {
      g_free (when);
      card->lane_id = filling->cell->lane_id;
      g_clear_pointer (&card->shown, jm_item_unref);
      card->shown = shown != NULL ? jm_item_ref (shown) : NULL;
      return card;
    }

  if (card != NULL)
    jm_card_free (card);
  card = jm_card_new (look, item, filling->cell->lane_id, width);
  card->shown = shown != NULL ? jm_item_ref (shown) : NULL;
  card->when = when;
  card->look->measure (card, draw);
  card->marks = marks;
  /* The card of a touchpoint has room for them in any case. */
  if (card->marks != JM_CHANGE_MARK_NONE && card->look != &jm_look_touchpoint)
    card->height += JM_CHANGE_HEIGHT + 4;

  return card;
}

/* Puts a card below those that stand in its place already. */
static void
stack (JmCell *cell,
       JmCard *card,
       guint   level)
{
  card->level = level;
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

static const JmCardLook *
look_of_notes (const JmRow *row)
{
  return row->says ? &jm_look_message : &jm_look_note;
}

/* Cards that belong to the phase as a whole, across its width. */
static guint
fill_phase_level (Filling *filling)
{
  JmRowKind row = filling->row->kind;
  JmKind kind = row == JM_ROW_NOTES ? JM_KIND_NOTE : row == JM_ROW_MEASURES ? JM_KIND_MEASURE : JM_KIND_NONE;
  guint level = 0;
  guint cursor = 0;
  JmItem *item;

  if (kind == JM_KIND_NONE)
    return 0;

  while ((item = jm_item_next (filling->plan->phase, kind, &cursor)) != NULL)
    if (kind == JM_KIND_MEASURE || stands_in (item, filling->row->id))
      {
        JmCard *card = make_card (filling, kind == JM_KIND_NOTE ? look_of_notes (filling->row) : &jm_look_measure, item,
                                  NULL, NULL, filling->plan->width - 2 * JM_CARD_MARGIN);
        card->x = JM_CARD_MARGIN;
        stack (filling->cell, card, level++);
      }

  return level;
}

static void
add_card (Filling          *filling,
          const JmCardLook *look,
          JmItem           *item,
          JmItem           *shown,
          double            x,
          double            width,
          guint            *level)
{
  JmDraw *draw = filling->frame->draw;
  char *when = look == &jm_look_touchpoint && draw->times
               ? jm_axis_say_time (draw->words, filling->plan->phase, item) : NULL;
  JmCard *card = make_card (filling, look, item, shown, when, width);

  stack (filling->cell, card, (*level)++);
  /* A pill is narrower than its place; in a map from right to left it begins at the other side. */
  card->x = draw->rtl ? x + width - card->width : x;
}

/* Who thinks it, where there are several on the map who could. */
static JmItem *
find_thinker (JmMap  *map,
              JmItem *thought)
{
  const char *id = jm_map_get_emotion_persona (map, thought);

  if (id == NULL || jm_item_count (jm_map_get_root (map), JM_KIND_PERSONA) < 2)
    return NULL;

  return jm_map_find (map, id);
}

static void
add_children (Filling          *filling,
              const JmCardLook *look,
              JmItem           *touchpoint,
              JmKind            kind,
              double            x,
              double            width,
              guint            *level)
{
  guint cursor = 0;
  JmItem *item;

  while ((item = jm_item_next (touchpoint, kind, &cursor)) != NULL)
    if ((kind != JM_KIND_NOTE || stands_in (item, filling->row->id)) &&
        (kind != JM_KIND_THOUGHT || jm_map_shows_persona_of (filling->frame->draw->map, item)))
      add_card (filling, look, item, kind == JM_KIND_THOUGHT ? find_thinker (filling->frame->draw->map, item) : NULL,
                x, width, level);
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
fill_touchpoint (Filling *filling,
                 JmItem  *touchpoint,
                 guint    level,
                 double   x,
                 double   width)
{
  JmDraw *draw = filling->frame->draw;
  const char *channel = jm_item_get (touchpoint, JM_ATTR_CHANNEL);
  const char *device = jm_item_get (touchpoint, JM_ATTR_DEVICE);
  gboolean faded = !jm_evidence_includes (draw->evidence, touchpoint);
  guint first = level;
  guint first_card = filling->cell->cards->len;

  switch (filling->row->kind)
    {
    case JM_ROW_TOUCHPOINTS:
      add_card (filling, &jm_look_touchpoint, touchpoint, channel != NULL ? jm_card_find_channel (draw, channel) : NULL,
                x, width, &level);
      break;

    case JM_ROW_CHANNELS:
      if (channel != NULL && *channel != '\0')
        {
          double inset = 4;
          add_card (filling, &jm_look_channel, touchpoint, jm_card_find_channel (draw, channel), x + inset,
                    width - 2 * inset, &level);
        }
      break;

    case JM_ROW_DEVICES:
      if (device != NULL && *device != '\0' && strcmp (device, "none") != 0)
        add_card (filling, &jm_look_device, touchpoint, NULL, x + 4, width - 8, &level);
      break;

    case JM_ROW_PAIN_POINTS:
      add_children (filling, &jm_look_pain_point, touchpoint, JM_KIND_PAIN_POINT, x, width, &level);
      filling->plan->has_pain |= level > first;
      break;

    case JM_ROW_OPPORTUNITIES:
      add_children (filling, &jm_look_opportunity, touchpoint, JM_KIND_OPPORTUNITY, x, width, &level);
      filling->plan->has_votes |= has_votes (touchpoint);
      break;

    case JM_ROW_THOUGHTS:
      add_children (filling, &jm_look_thought, touchpoint, JM_KIND_THOUGHT, x, width, &level);
      break;

    case JM_ROW_NOTES:
      add_children (filling, look_of_notes (filling->row), touchpoint, JM_KIND_NOTE, x, width, &level);
      break;

    case JM_ROW_PICTURES:
      add_children (filling, &jm_look_picture, touchpoint, JM_KIND_PICTURE, x, width, &level);
      break;

    default:
      break;
    }

  if (level == first && draw->for_editing)
    {
      guint cursor = 0;
      JmItem *hint;

      while ((hint = jm_item_next (touchpoint, JM_KIND_HINT, &cursor)) != NULL)
        if (stands_in (hint, filling->row->id))
          add_card (filling, &jm_look_hint, hint, NULL, x, width, &level);
    }

  for (guint i = first_card; i < filling->cell->cards->len; i++)
    jm_card_set_faded (g_ptr_array_index (filling->cell->cards, i), faded);
}

static void
fill_phase_hints (Filling *filling)
{
  guint cursor = 0;
  guint level = 0;
  JmItem *hint;

  while ((hint = jm_item_next (filling->plan->phase, JM_KIND_HINT, &cursor)) != NULL)
    if (stands_in (hint, filling->row->id))
      add_card (filling, &jm_look_hint, hint, NULL, JM_CARD_MARGIN, filling->plan->width - 2 * JM_CARD_MARGIN, &level);
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

  room = self->width - JM_HEADING_X - JM_HEADING_END - self->duration_width;
  self->title = jm_paragraph_new (draw, title_font, 18, title, room);
  self->heading_height = 44 + jm_paragraph_get_depth (self->title);
  if (*goal != '\0')
    {
      double beside = room - jm_paragraph_get_width (self->title) - 14;

      self->goal_beside = self->title->lines->len == 1 &&
                          jm_type_measure (draw->type, goal_font, goal) <= beside && strchr (goal, '\n') == NULL;
      self->goal = jm_paragraph_new (draw, goal_font, 15, goal,
                                     self->goal_beside ? -1 : self->width - JM_HEADING_X - JM_HEADING_END);
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

/* What the emotion lane and the lines of moments of truth take from one touchpoint. */
static void
add_points (Filling *filling,
            guint    index,
            double   left,
            double   width)
{
  JmPlan *self = filling->plan;
  JmDraw *draw = filling->frame->draw;
  JmSlot *slot = &g_array_index (self->slots, JmSlot, index);
  const JmSlot *known = jm_reuse_find_slot (&filling->reuse, slot->touchpoint);
  const char *evidence = jm_item_get (slot->touchpoint, JM_ATTR_EVIDENCE);
  double middle = left + width / 2;

  if (jm_item_get_boolean (slot->touchpoint, JM_ATTR_MOMENT_OF_TRUTH))
    g_array_append_val (self->moments, middle);

  slot->width = width;
  slot->first_mark = self->marks->len;
  if (known != NULL && known->width == width && filling->reuse.same_tones)
    for (guint i = 0; i < known->n_marks; i++)
      {
        JmMark mark = g_array_index (filling->reuse.from->marks, JmMark, known->first_mark + i);

        mark.x = middle;
        jm_group_ref (mark.mark);
        g_array_append_val (self->marks, mark);
      }
  else
    jm_mark_add_all (self->marks, filling->frame, slot->touchpoint, self->tones.column, middle, width - 10);
  slot->n_marks = self->marks->len - slot->first_mark;

  if (draw->baseline != NULL)
    note_before (self, draw, slot->touchpoint, middle);
  if (slot->n_marks > 0)
    {
      self->has_assumed |= g_strcmp0 (evidence, "assumed") == 0;
      self->has_measured |= g_strcmp0 (evidence, "measured") == 0;
    }
}

static void
sum_up_marks (JmPlan *self)
{
  JmMarkSummary *summary = &self->summary;
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);

  summary->above = summary->below = -G_MAXDOUBLE;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const JmMark *mark = &g_array_index (self->marks, JmMark, i);
      double y = (2 - mark->value) * JM_LEVEL_STEP;

      summary->above = MAX (summary->above, mark->above + 8 - y);
      summary->below = MAX (summary->below, mark->below + 6 - (mark->value + 2) * JM_LEVEL_STEP);
      if (mark->value > g_array_index (self->marks, JmMark, summary->highest).value)
        summary->highest = i;
      if (mark->value < g_array_index (self->marks, JmMark, summary->lowest).value)
        summary->lowest = i;
      jm_group_builder_add_child (builder, jm_group_ref (mark->mark), mark->x, y);
    }
  summary->drawn = jm_group_builder_end (builder);
}

/**
 * jm_plan_says_the_changes:
 * @self: a plan
 * @draw: what is being drawn
 *
 * What is different about something may be the matter of another phase: it was moved there, or from there.
 *
 * Returns: whether what its cards say of changes is still so; always, where no maps are compared
 */
gboolean
jm_plan_says_the_changes (JmPlan *self,
                          JmDraw *draw)
{
  if (draw->changes == NULL)
    return TRUE;

  for (guint i = 0; i < self->n_cells; i++)
    {
      GPtrArray *cards = self->cells[i].cards;

      for (guint j = 0; j < cards->len; j++)
        {
          JmCard *card = g_ptr_array_index (cards, j);

          if (bears_marks (card->look) && card->marks != jm_change_of (draw, card->item))
            return FALSE;
        }
    }

  return TRUE;
}

/* One bit for each of the first 64 personas who have a feeling at a touchpoint of @phase, the first persona's the lowest. */
static guint64
get_felt (JmMap  *map,
          JmItem *phase)
{
  JmItem *root = jm_map_get_root (map);
  guint n_personas = MIN (jm_item_count (root, JM_KIND_PERSONA), 64);
  guint64 all = n_personas < 64 ? (G_GUINT64_CONSTANT (1) << n_personas) - 1 : G_MAXUINT64;
  guint64 felt = 0;
  guint at_touchpoint = 0;
  JmItem *touchpoint;

  while (felt != all && (touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &at_touchpoint)) != NULL)
    {
      guint at_persona = 0;
      JmItem *persona;

      if (jm_item_get_first (touchpoint, JM_KIND_EMOTION) == NULL)
        continue;
      for (guint i = 0; i < n_personas && (persona = jm_item_next (root, JM_KIND_PERSONA, &at_persona)) != NULL; i++)
        if ((felt & G_GUINT64_CONSTANT (1) << i) == 0 &&
            jm_map_get_emotion (map, touchpoint, jm_item_get_id (persona)) != NULL)
          felt |= G_GUINT64_CONSTANT (1) << i;
    }

  return felt;
}

/**
 * jm_plan_new:
 * @frame: what is drawn, and which rows and feelings there are
 * @phase: a phase
 * @before: (nullable): a plan of the phase as it was, with the same rows and feelers, from which cards may be taken away:
 *   it is good for nothing afterwards but to be freed
 *
 * Measures a phase and puts its cards into rows. This is where the time of a layout goes.
 *
 * Returns: (transfer full): the plan
 */
JmPlan *
jm_plan_new (const JmFrame *frame,
             JmItem        *phase,
             JmPlan        *before)
{
  JmPlan *self = g_new0 (JmPlan, 1);
  Filling filling = { self, frame };
  JmDraw *draw = frame->draw;
  guint n_slots = jm_item_count (phase, JM_KIND_TOUCHPOINT);
  g_autofree double *widths = g_new0 (double, n_slots + 1);
  g_autofree double *lefts = g_new0 (double, n_slots + 1);
  double width = JM_CARD_WIDTH + 2 * JM_CARD_MARGIN;
  double wanted;
  guint cursor = 0, slot = 0;
  JmItem *touchpoint;

  self->phase = jm_item_ref (phase);
  self->felt = get_felt (draw->map, phase);
  self->tones = jm_theme_get_tones (draw->theme, jm_item_get (phase, JM_ATTR_COLOR));
  self->marks = g_array_new (FALSE, FALSE, sizeof (JmMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->moments = g_array_new (FALSE, FALSE, sizeof (double));
  self->waits = g_array_new (FALSE, FALSE, sizeof (JmWait));
  self->before = g_array_new (FALSE, FALSE, sizeof (JmPoint));
  self->n_cells = frame->rows->len;
  self->cells = g_new0 (JmCell, self->n_cells);
  self->slots = g_array_sized_new (FALSE, FALSE, sizeof (JmSlot), n_slots);
  jm_reuse_begin (&filling.reuse, before, &self->tones);

  for (slot = 0; (touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor)) != NULL; slot++)
    {
      const JmSlot *known = jm_reuse_find_slot (&filling.reuse, touchpoint);
      JmSlot own = { touchpoint, known != NULL ? known->least : jm_card_get_slot_width (draw, touchpoint) };

      widths[slot] = own.least + 2 * JM_CARD_MARGIN;
      g_array_append_val (self->slots, own);
    }
  self->duration = jm_axis_say_phase (draw->words, phase);
  if (self->duration != NULL)
    self->duration_width = jm_type_measure (draw->type, jm_font (11.5, 500), self->duration) + 10;
  /* No word of the title is broken beside the duration. */
  width = MAX (width, MIN (jm_type_get_widest (draw->type, jm_font (15, 700), jm_item_get_part (phase, JM_KIND_TITLE)),
                           400) + self->duration_width + JM_HEADING_X + JM_HEADING_END);
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
      cell->lane_id = g_strdup (row->id);
      cell->levels = g_array_new (FALSE, TRUE, sizeof (double));
      filling.row = row;
      filling.cell = cell;
      filling.index = i;
      level = fill_phase_level (&filling);

      cursor = 0;
      for (slot = 0; (touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor)) != NULL; slot++)
        fill_touchpoint (&filling, touchpoint, level, lefts[slot] + JM_CARD_MARGIN, widths[slot] - 2 * JM_CARD_MARGIN);
      if (cell->cards->len == 0 && draw->for_editing)
        fill_phase_hints (&filling);
    }

  for (slot = 0; slot < n_slots; slot++)
    add_points (&filling, slot, lefts[slot], widths[slot]);
  jm_reuse_end (&filling.reuse);
  sum_up_marks (self);

  return self;
}
