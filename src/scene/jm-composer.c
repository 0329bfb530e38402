/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout: plans of phases are put side by side, their rows made equally high, and the rest drawn around them. Whatever looks
 * as it did before is taken over: an edit costs what it touches and some nanoseconds for each phase. */
#include "jm-composer.h"

#include "jm-change.h"
#include "jm-composition.h"
#include "jm-connector.h"
#include "jm-frame.h"
#include "jm-message.h"
#include "jm-plans.h"

#include <math.h>
#include <string.h>

#define PHASE_GAP 12.0
#define CLOSER 12.0      /* how much less room there is below a row that is read with the next one */

struct _JmComposer
{
  JmStyle     style;
  gboolean    for_editing;
  JmMap      *baseline;   /* or NULL */
  gboolean    looks_ahead;
  JmEvidence  evidence;
  GStrv       only;       /* lanes, or NULL */
  JmType     *type;
  JmPlans    *plans;
  JmAcross   *across;
  GByteArray *rows;       /* where they are and what they are called, to see whether they changed … */
  guint64     stamp;      /* … and how often they did */
};

/**
 * jm_composer_new:
 * @options: (nullable): what the pictures are for
 *
 * Returns: (transfer full): a composer; for one thread
 */
JmComposer *
jm_composer_new (const JmComposeOptions *options)
{
  static const JmComposeOptions none = { 0 };
  JmComposer *self = g_new0 (JmComposer, 1);

  if (options == NULL)
    options = &none;
  self->style = options->style;
  self->for_editing = options->for_editing;
  self->baseline = options->baseline != NULL ? jm_map_ref (options->baseline) : NULL;
  self->looks_ahead = options->looks_ahead;
  self->evidence = options->evidence;
  self->only = g_strdupv ((GStrv) options->lanes);
  self->type = jm_type_new ();
  self->plans = jm_plans_new ();
  self->across = jm_across_new ();
  self->rows = g_byte_array_new ();

  return self;
}

/**
 * jm_composer_free:
 * @self: (transfer full): a composer; its scenes stay
 */
void
jm_composer_free (JmComposer *self)
{
  jm_plans_free (self->plans);
  jm_across_free (self->across);
  g_byte_array_unref (self->rows);
  g_clear_pointer (&self->baseline, jm_map_unref);
  g_strfreev (self->only);
  jm_type_free (self->type);
  g_free (self);
}

static void
find_rows (JmComposition *c,
           JmItem      *root)
{
  guint cursor = 0;
  JmItem *lane;

  while ((lane = jm_item_next (root, JM_KIND_LANE, &cursor)) != NULL)
    {
      const char *kind = jm_item_get (lane, JM_ATTR_KIND);
      JmRow row = { lane, jm_item_get_id (lane), 0, jm_message_is_said_in (lane) };

      if (!jm_row_kind_parse (kind, &row.kind))
        continue;
      if (c->self->only != NULL
          ? !g_strv_contains ((const char * const *) c->self->only, row.id != NULL ? row.id : "") &&
            !g_strv_contains ((const char * const *) c->self->only, kind)
          : jm_item_get_boolean (lane, JM_ATTR_HIDDEN))
        continue;
      g_array_append_val (c->frame.rows, row);
    }
}

static void
place_phases (JmComposition *c)
{
  double x = 0;

  c->lefts = g_new0 (double, c->plans->len + 1);
  c->heading_height = 44;
  for (guint i = 0; i < c->plans->len; i++)
    {
      JmPlan *plan = g_ptr_array_index (c->plans, i);

      c->lefts[i] = x;
      x += plan->width + PHASE_GAP;
      c->heading_height = MAX (c->heading_height, plan->heading_height);
    }
  c->grid_width = MAX (x - PHASE_GAP, JM_CARD_WIDTH + 2 * JM_CARD_MARGIN);
  c->page_width = MAX (c->grid_x + c->grid_width + JM_PAGE_MARGIN, JM_PAGE_LEAST_WIDTH);

  for (guint i = 0; i < c->plans->len; i++)
    {
      JmPlan *plan = g_ptr_array_index (c->plans, i);

      c->lefts[i] += c->grid_x;
      if (c->draw.rtl)
        c->lefts[i] = c->page_width - c->lefts[i] - plan->width;
    }
}

/* Channel and device are read together: no rule parts them, and they stand closer. */
static gboolean
is_read_with_next (JmComposition *c,
                   guint          row)
{
  return row + 1 < c->frame.rows->len && g_array_index (c->frame.rows, JmRow, row).kind == JM_ROW_CHANNELS &&
         g_array_index (c->frame.rows, JmRow, row + 1).kind == JM_ROW_DEVICES;
}

/* How high each row becomes: as high as the phase that needs most. */
static void
place_rows (JmComposition *c)
{
  guint n_rows = c->frame.rows->len;
  double y = c->headings_y + c->heading_height + 8;
  gboolean connected = FALSE;

  c->levels = g_new0 (GArray *, n_rows + 1);
  c->tops = g_new0 (double, n_rows + 1);

  for (guint r = 0; r < n_rows; r++)
    {
      const JmRow *row = &g_array_index (c->frame.rows, JmRow, r);
      const JmRowMetrics *metrics = &jm_row_metrics[row->kind];
      GArray *levels = g_array_new (FALSE, TRUE, sizeof (double));
      double height = metrics->top + metrics->bottom;
      double level_top = 0, level_bottom = 0;

      for (guint p = 0; p < c->plans->len; p++)
        {
          JmPlan *plan = g_ptr_array_index (c->plans, p);
          GArray *needed = plan->cells[r].levels;

          if (levels->len < needed->len)
            g_array_set_size (levels, needed->len);
          for (guint i = 0; i < needed->len; i++)
            g_array_index (levels, double, i) = MAX (g_array_index (levels, double, i),
                                                     g_array_index (needed, double, i));
        }
      for (guint i = 0; i < levels->len; i++)
        height += g_array_index (levels, double, i) + (i > 0 ? metrics->gap : 0);
      height = MAX (height, metrics->least);

      if (row->kind == JM_ROW_TOUCHPOINTS && !connected)
        {
          height += jm_across_plan_arrows (c, r);
          connected = TRUE;
        }
      if (row->kind == JM_ROW_EMOTION)
        {
          double above = metrics->top, below = metrics->bottom;

          for (guint p = 0; p < c->plans->len; p++)
            {
              const JmPlan *plan = g_ptr_array_index (c->plans, p);

              above = MAX (above, plan->summary.above);
              below = MAX (below, plan->summary.below);
            }
          level_top = y + above;
          level_bottom = level_top + 4 * JM_LEVEL_STEP;
          height = above + 4 * JM_LEVEL_STEP + below;
        }

      /* A lane name of several lines needs room as well. */
      height = MAX (height, jm_frame_measure_lane (&c->draw, row, c->names_width));
      if (is_read_with_next (c, r))
        height -= CLOSER;

      c->levels[r] = levels;
      c->tops[r] = y;
      jm_scene_add_lane (c->scene, row->id,
                         jm_rect (JM_PAGE_MARGIN, y, c->page_width - 2 * JM_PAGE_MARGIN, height),
                         level_top, level_bottom);
      y += height;
    }

  c->tops[n_rows] = n_rows > 0 ? y : y + 60;
}

static void
append_text (GByteArray *bytes,
             const char *text)
{
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text) + 1);
}

/* Whether each phase has to look at its column, or only those that are new. */
static void
check_rows (JmComposition *c)
{
  JmComposer *self = c->self;
  GByteArray *rows = g_byte_array_sized_new (self->rows->len);

  for (guint r = 0; r < c->frame.rows->len; r++)
    {
      GArray *levels = c->levels[r];

      append_text (rows, jm_words_lane (c->draw.words, g_array_index (c->frame.rows, JmRow, r).lane));
      g_byte_array_append (rows, (const guint8 *) &c->tops[r], sizeof (double));
      g_byte_array_append (rows, (const guint8 *) &levels->len, sizeof levels->len);
      g_byte_array_append (rows, (const guint8 *) levels->data, levels->len * (guint) sizeof (double));
    }

  if (self->stamp == 0 || rows->len != self->rows->len || memcmp (rows->data, self->rows->data, rows->len) != 0)
    self->stamp++;
  g_byte_array_unref (self->rows);
  self->rows = rows;
}

static void
draw_body (JmComposition *c)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  JmGroupBuilder *headings = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  double top = c->headings_y;
  double bottom = c->tops[c->frame.rows->len];

  for (guint p = 0; p < c->plans->len; p++)
    {
      JmPlan *plan = g_ptr_array_index (c->plans, p);

      jm_group_builder_add_child (builder, jm_group_ref (jm_plan_get_column (plan, &c->frame, c->self->stamp, c->tops,
                                                                    c->levels)),
                                  c->lefts[p], 0);
      jm_group_builder_add_child (headings, jm_group_ref (jm_plan_get_heading (plan, &c->frame, c->heading_height)),
                                  c->lefts[p], top);
      jm_scene_add_phase (c->scene, jm_item_get_id (plan->phase),
                          jm_rect (c->lefts[p], top, plan->width, bottom - top));
    }

  c->scene->layers[JM_LAYER_BODY] = jm_group_builder_end (builder);
  c->scene->layers[JM_LAYER_HEADINGS] = jm_group_builder_end (headings);
}

/* Whether a rule parts a row from the one above it: a line of the map does so itself. */
static gboolean
has_rule (JmComposition *c,
          guint          row)
{
  JmRowKind kind, above;

  if (row == 0)
    return FALSE;

  kind = g_array_index (c->frame.rows, JmRow, row).kind;
  above = g_array_index (c->frame.rows, JmRow, row - 1).kind;
  return kind != JM_ROW_LINE && above != JM_ROW_LINE && !is_read_with_next (c, row - 1);
}

static void
draw_backdrop (JmComposition *c)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  JmGroupBuilder *columns = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  guint n_rows = c->frame.rows->len;
  double top = c->headings_y + c->heading_height + 8;
  double bottom = c->tops[n_rows];
  double moments_top = top;
  const JmTheme *theme = c->draw.theme;

  /* Moments of truth are marked from their card through all lanes below it. */
  for (guint r = 0; r < n_rows; r++)
    if (g_array_index (c->frame.rows, JmRow, r).kind == JM_ROW_TOUCHPOINTS)
      moments_top = c->tops[r] + 12;

  jm_group_builder_add_rect (builder, jm_rect (0, 0, c->scene->width, c->scene->height), 0, jm_paint (theme->page),
                             jm_paint_none (), 0);

  for (guint p = 0; p < c->plans->len; p++)
    {
      JmPlan *plan = g_ptr_array_index (c->plans, p);

      jm_group_builder_add_child (columns,
                                  jm_group_ref (jm_plan_get_backdrop (plan, &c->draw, bottom - top, moments_top - top)),
                                  c->lefts[p], top);
    }
  jm_group_builder_add_child (builder, jm_group_builder_end (columns), 0, 0);

  for (guint r = 0; r < n_rows; r++)
    {
      const JmRow *row = &g_array_index (c->frame.rows, JmRow, r);
      double width = c->page_width - 2 * JM_PAGE_MARGIN;

      if (has_rule (c, r))
        {
          JmGroupBuilder *rule = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
          jm_group_builder_add_rect (rule, jm_rect (JM_PAGE_MARGIN, c->tops[r] - 0.5, width, 1), 0,
                                     jm_paint (theme->rule), jm_paint_none (), 0);
          jm_group_builder_add_child (builder, jm_group_builder_end (rule), 0, 0);
        }
      if (row->kind == JM_ROW_EMOTION)
        {
          JmGroupBuilder *levels = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
          jm_across_add_levels (c, levels, r);
          jm_group_builder_add_child (builder, jm_group_builder_end (levels), 0, 0);
        }
      if (row->kind == JM_ROW_LINE)
        jm_across_add_line (c, builder, r);
    }

  jm_across_draw (c, builder);
  c->scene->layers[JM_LAYER_BACKDROP] = jm_group_builder_end (builder);
}

static gboolean
has_row (JmComposition *c,
         JmRowKind    kind)
{
  for (guint r = 0; r < c->frame.rows->len; r++)
    if (g_array_index (c->frame.rows, JmRow, r).kind == kind)
      return TRUE;

  return FALSE;
}

static void
draw_names (JmComposition *c)
{
  JmGroupBuilder *layer = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  double x = jm_draw_side (&c->draw, c->page_width, JM_PAGE_MARGIN, c->grid_x - JM_PAGE_MARGIN);

  for (guint r = 0; r < c->frame.rows->len; r++)
    {
      const JmRow *row = &g_array_index (c->frame.rows, JmRow, r);
      g_autofree char *total = row->kind == JM_ROW_MEASURES ? jm_across_get_total (c) : NULL;
      JmGroup *name = jm_frame_draw_lane (&c->draw, row, c->names_width, c->grid_x - JM_PAGE_MARGIN,
                                          c->tops[r + 1] - c->tops[r],
                                          jm_scene_get_emotion_y (c->scene, row->id, 2) - c->tops[r],
                                          JM_LEVEL_STEP, total);
      jm_group_builder_add_child (layer, name, x, c->tops[r]);
    }

  c->scene->layers[JM_LAYER_LANES] = jm_group_builder_end (layer);
}

/**
 * jm_composer_compose:
 * @self: a composer
 * @map: a map
 *
 * Lays out a map. What is the same as in the last map that was composed is taken over from there, so an edit costs the
 * phase that it touched and a little for each of the others.
 *
 * Returns: (transfer full): the scene
 */
JmScene *
jm_composer_compose (JmComposer *self,
                     JmMap      *map)
{
  JmComposition c = { .self = self };
  JmItem *root = jm_map_get_root (map);
  const char *language = jm_item_get (root, JM_ATTR_LANG);
  JmLegend legend = { 0 };
  gboolean feelings;
  double bottom;
  JmGroup *title;

  c.draw.theme = jm_theme_get (self->style);
  c.draw.words = jm_words_get (language);
  c.draw.type = self->type;
  c.draw.map = map;
  c.draw.baseline = self->looks_ahead ? NULL : self->baseline;
  c.draw.looks_ahead = self->looks_ahead;
  c.draw.evidence = self->evidence;
  if (self->baseline != NULL)
    c.draw.changes = self->looks_ahead ? jm_change_find_all (map, self->baseline)
                                       : jm_change_find_all (self->baseline, map);
  c.draw.for_editing = self->for_editing;
  c.draw.rtl = jm_language_is_rtl (language);
  c.draw.times = jm_axis_shows_times (map);
  c.draw.time_scale = jm_axis_get_scale (map);
  c.frame.draw = &c.draw;
  c.frame.rows = g_array_new (FALSE, TRUE, sizeof (JmRow));
  c.frame.feelers = g_array_new (FALSE, TRUE, sizeof (JmFeeler));
  c.scene = jm_scene_alloc ();
  c.scene->theme = c.draw.theme;
  c.scene->language = g_strdup (language);
  c.scene->rtl = c.draw.rtl;
  c.scene->label = jm_frame_get_title (&c.draw);
  c.scene->description = jm_frame_describe (&c.draw);

  find_rows (&c, root);
  if (jm_plans_update (self->plans, &c.frame))
    {
      jm_across_free (self->across);
      self->across = jm_across_new ();
    }
  c.plans = jm_plans_get_order (self->plans);
  c.by_phase = jm_plans_get_by_phase (self->plans);
  c.across = self->across;

  c.names_width = jm_frame_measure_names (&c.draw, c.frame.rows);
  c.grid_x = JM_PAGE_MARGIN + c.names_width + JM_NAMES_GAP;
  place_phases (&c);

  title = jm_frame_draw_title (&c.draw, c.frame.feelers, c.page_width, &c.headings_y);
  c.scene->layers[JM_LAYER_TITLE] = title;
  place_rows (&c);
  check_rows (&c);

  bottom = c.tops[c.frame.rows->len];
  feelings = has_row (&c, JM_ROW_EMOTION);
  for (guint p = 0; p < c.plans->len; p++)
    {
      JmPlan *plan = g_ptr_array_index (c.plans, p);

      legend.severity |= plan->has_pain;
      legend.votes |= plan->has_votes;
      legend.moments |= plan->moments->len > 0;
      legend.assumed |= plan->has_assumed && feelings;
      legend.measured |= plan->has_measured && feelings;
    }
  legend.baseline = c.draw.baseline != NULL;
  legend.faded = self->evidence != JM_EVIDENCE_ALL;
  c.scene->width = c.page_width;
  c.scene->height = bottom + 50;
  c.scene->grid = jm_rect (c.draw.rtl ? c.page_width - c.grid_x - c.grid_width : c.grid_x,
                           c.headings_y + c.heading_height + 8, c.grid_width,
                           bottom - c.headings_y - c.heading_height - 8);
  c.scene->layers[JM_LAYER_FOOTER] = jm_frame_draw_footer (&c.draw, &legend, c.page_width, bottom + 10);

  draw_backdrop (&c);
  draw_body (&c);
  draw_names (&c);

  for (guint r = 0; r < c.frame.rows->len; r++)
    g_array_unref (c.levels[r]);
  g_free (c.levels);
  g_free (c.tops);
  g_free (c.lefts);
  g_clear_pointer (&c.draw.changes, g_hash_table_unref);
  g_array_unref (c.frame.rows);
  g_array_unref (c.frame.feelers);

  return c.scene;
}

/**
 * jm_scene_new:
 * @map: a map
 * @options: (nullable): what the picture is for
 *
 * Lays out a map once, from nothing. On any thread.
 *
 * Returns: (transfer full): the scene
 */
JmScene *
jm_scene_new (JmMap                  *map,
              const JmComposeOptions *options)
{
  g_autoptr(JmComposer) composer = jm_composer_new (options);

  return jm_composer_compose (composer, map);
}
