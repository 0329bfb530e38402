/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame around the grid. */
#include "jm-frame.h"

#include "jm-face.h"
#include "jm-mark.h"

#include <math.h>

static const JmFont lane_font = { 12.5f, 700, FALSE };
static const JmFont footer_font = { 11, 400, FALSE };

#define NAMES_LEAST 120.0
#define NAMES_MOST 176.0
#define NAME_BASELINE 26.0
#define SCALE_WIDTH 34.0   /* what the faces beside an emotion lane take from its name */

/**
 * jm_frame_get_title:
 * @draw: what is being drawn
 *
 * Returns: (transfer full): what the map is called, or that it has no title yet
 */
char *
jm_frame_get_title (JmDraw *draw)
{
  const char *title = jm_item_get_part (jm_map_get_root (draw->map), JM_KIND_TITLE);

  return g_strdup (*title != '\0' ? title : jm_words_say (draw->words, JM_WORD_UNTITLED));
}

static const char *
get_kind (JmDraw *draw)
{
  const char *kind = jm_item_get_or_default (jm_map_get_root (draw->map), JM_ATTR_KIND);

  if (g_strcmp0 (kind, "current-state") == 0)
    return jm_words_say (draw->words, JM_WORD_CURRENT_STATE);
  if (g_strcmp0 (kind, "future-state") == 0)
    return jm_words_say (draw->words, JM_WORD_FUTURE_STATE);
  if (g_strcmp0 (kind, "day-in-the-life") == 0)
    return jm_words_say (draw->words, JM_WORD_DAY_IN_THE_LIFE);
  if (g_strcmp0 (kind, "service-blueprint") == 0)
    return jm_words_say (draw->words, JM_WORD_SERVICE_BLUEPRINT);

  return kind != NULL ? kind : "";
}

/**
 * jm_frame_describe:
 * @draw: what is being drawn
 *
 * Returns: (transfer full): the map in a sentence: its scenario, its kind and its phases
 */
char *
jm_frame_describe (JmDraw *draw)
{
  JmItem *root = jm_map_get_root (draw->map);
  const char *scenario = jm_item_get_part (root, JM_KIND_SCENARIO);
  GString *text = g_string_new (NULL);
  guint cursor = 0, n = 0;
  JmItem *phase;

  if (*scenario != '\0')
    g_string_append_printf (text, "%s. ", scenario);
  g_string_append (text, get_kind (draw));
  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    g_string_append_printf (text, "%s%s", n++ == 0 ? ": " : ", ", jm_item_get_label (phase));
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

/**
 * jm_frame_measure_names:
 * @draw: what is being drawn
 * @rows: (element-type JmRow): the rows
 *
 * Returns: how wide the names of the lanes are, within limits beyond which they are broken
 */
double
jm_frame_measure_names (JmDraw *draw,
                        GArray *rows)
{
  double width = NAMES_LEAST;

  for (guint i = 0; i < rows->len; i++)
    {
      const JmRow *row = &g_array_index (rows, JmRow, i);
      double needed = jm_type_measure (draw->type, lane_font, jm_words_lane (draw->words, row->lane));

      width = MAX (width, needed + 4);
    }

  return MIN (width, NAMES_MOST);
}

static double
get_name_width (const JmRow *row,
                double       names_width)
{
  return names_width - (row->kind == JM_ROW_EMOTION ? SCALE_WIDTH : 0);
}

/**
 * jm_frame_measure_lane:
 * @draw: what is being drawn
 * @row: a row
 * @names_width: of all names
 *
 * Returns: how high the row must be for its name
 */
double
jm_frame_measure_lane (JmDraw      *draw,
                       const JmRow *row,
                       double       names_width)
{
  g_autoptr(JmParagraph) name = jm_paragraph_new (draw, lane_font, 16, jm_words_lane (draw->words, row->lane),
                                                  get_name_width (row, names_width));

  if (row->kind == JM_ROW_LINE)
    return 30 + jm_paragraph_get_depth (name);

  return NAME_BASELINE + jm_paragraph_get_depth (name) + 16;
}

/**
 * jm_frame_draw_lane:
 * @draw: what is being drawn
 * @row: a row
 * @names_width: of all names
 * @width: from the margin to the grid
 * @height: of the row
 * @level_top: where very good is in an emotion lane
 * @level_step: from one whole feeling to the next
 * @remark: (nullable): what is said of the lane below its name
 *
 * Returns: (transfer full): the name of the lane, its upper left corner at the origin
 */
JmGroup *
jm_frame_draw_lane (JmDraw      *draw,
                    const JmRow *row,
                    double       names_width,
                    double       width,
                    double       height,
                    double       level_top,
                    double       level_step,
                    const char  *remark)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_LANE, row->id, row->id);
  const char *title = jm_words_lane (draw->words, row->lane);
  double room = get_name_width (row, names_width);
  g_autoptr(JmParagraph) name = jm_paragraph_new (draw, lane_font, 16, title, room);
  double baseline = row->kind == JM_ROW_LINE ? height / 2 + 4.5 - jm_paragraph_get_depth (name) / 2 : NAME_BASELINE;

  jm_group_builder_set_label (builder, title, NULL);
  jm_group_builder_set_box (builder, jm_rect (0, 0, width, height));
  jm_paragraph_offer (name, draw, builder, JM_KIND_TITLE, draw->theme->ink_lane, JM_ALIGN_START,
                      jm_draw_side (draw, width, 0, room), room, baseline);

  if (remark != NULL)
    {
      g_autoptr(JmParagraph) said = jm_paragraph_new (draw, footer_font, 14, remark, room);
      jm_paragraph_draw (said, draw, builder, draw->theme->ink_faint, JM_ALIGN_START,
                         jm_draw_side (draw, width, 0, room), room, baseline + jm_paragraph_get_depth (name) + 20);
    }
  if (row->kind == JM_ROW_EMOTION)
    for (int value = 2; value >= -2; value--)
      jm_face_draw (draw, builder, value, jm_draw_side (draw, width, width - 22, 0),
                    level_top + (2 - value) * level_step, 9, FALSE);

  return jm_group_builder_end (builder);
}

/* Personas */

#define PERSONA_TEXT_X 84.0

/* With more than these their cards are small, and show no more than whose curve is whose. */
#define MANY_PERSONAS 6
#define SMALL_PERSONA_WIDTH 190.0
#define SMALL_PERSONA_TEXT_X 42.0

static JmGroup *
draw_persona (JmDraw   *draw,
              JmItem   *persona,
              int       sign,
              gboolean  small,
              double    width,
              double   *height)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_PERSONA, jm_item_get_id (persona), NULL);
  JmTones tones = jm_theme_get_tones (draw->theme, jm_item_get (persona, JM_ATTR_COLOR));
  JmKind said = JM_KIND_GOAL;
  JmItem *picture = jm_item_get_first (persona, JM_KIND_PICTURE);
  double text_left = small ? SMALL_PERSONA_TEXT_X : PERSONA_TEXT_X;
  double radius = small ? 14 : 27;
  double scale = radius / 27;
  double room = width - text_left - 16;
  double text_x = jm_draw_side (draw, width, text_left, room);
  double name_room = room - (sign >= 0 ? 50 : 0);
  g_autoptr(JmParagraph) name = NULL;
  g_autoptr(JmParagraph) text = NULL;
  double needed, top, cx, cy;

  if (*jm_item_get_part (persona, JM_KIND_GOAL) == '\0')
    said = *jm_item_get_part (persona, JM_KIND_DESCRIPTION) != '\0' ? JM_KIND_DESCRIPTION : JM_KIND_QUOTE;
  name = jm_paragraph_new (draw, jm_font (small ? 12.5 : 14, 700), 18, jm_item_get_part (persona, JM_KIND_NAME), name_room);
  text = jm_paragraph_new (draw, jm_font (12, 400), 16, small ? "" : jm_item_get_part (persona, said), room);

  needed = 18 + jm_paragraph_get_depth (name) +
           (jm_paragraph_is_empty (text) ? 0 : 17 + jm_paragraph_get_depth (text));
  *height = small ? MAX (40, needed + 20) : MAX (88, needed + 36);
  top = (*height - needed) / 2;
  cx = jm_draw_side (draw, width, small ? 22 : 44, 0);
  cy = *height / 2;

  jm_group_builder_set_label (builder, jm_item_get_label (persona), jm_words_say (draw->words, JM_WORD_PERSONA));
  jm_group_builder_set_box (builder, jm_rect (0, 0, width, *height));
  jm_group_builder_add_rect (builder, jm_rect (0, 0, width, *height), 14, jm_paint (draw->theme->card),
                             jm_paint (draw->theme->card_edge), 1);

  if (picture != NULL)
    jm_group_builder_add_picture (builder, picture, jm_rect (cx - radius, cy - radius, 2 * radius, 2 * radius), radius,
                                  TRUE);
  else
    {
      g_autoptr(JmPath) drawn = jm_path_new_from_svg ("M-18 18 a18 15 0 0 1 36 0 z");
      g_autoptr(JmPath) shoulders = jm_path_new_placed (drawn, scale, cx, cy);

      jm_draw_dot (builder, tones.badge, cx, cy, radius);
      jm_draw_dot (builder, tones.mark, cx, cy - 8 * scale, 9.5 * scale);
      jm_group_builder_add_path (builder, shoulders, jm_paint (tones.mark), jm_paint_none (), 0, 0, 0);
    }

  jm_paragraph_stand_in (name, draw, builder, JM_WORD_PERSONA, draw->theme->ink_faint,
                         jm_draw_side (draw, width, text_left, name_room), name_room, top + 13);
  jm_paragraph_offer (name, draw, builder, JM_KIND_NAME, draw->theme->ink, JM_ALIGN_START,
                      jm_draw_side (draw, width, text_left, name_room), name_room, top + 13);
  if (!small)
    jm_paragraph_offer (text, draw, builder, said, draw->theme->ink_soft, JM_ALIGN_START, text_x, room,
                        top + 13 + jm_paragraph_get_depth (name) + 19);

  if (sign >= 0)
    {
      JmPathBuilder *line = jm_path_builder_new ();
      g_autoptr(JmPath) path = NULL;
      double x = jm_draw_side (draw, width, width - 62, 44);
      double on, off;

      jm_feeler_get_dash (sign, &on, &off);
      jm_path_builder_move_to (line, x, top + 8);
      jm_path_builder_line_to (line, x + 44, top + 8);
      path = jm_path_builder_end (line);
      jm_group_builder_add_path (builder, path, jm_paint_none (), jm_paint (tones.mark), 3.2, on, off);
    }

  return jm_group_builder_end (builder);
}

static guint
count_shown (JmItem *root)
{
  guint cursor = 0, n = 0;
  JmItem *persona;

  while ((persona = jm_item_next (root, JM_KIND_PERSONA, &cursor)) != NULL)
    n += !jm_item_get_boolean (persona, JM_ATTR_HIDDEN);

  return n;
}

/* Puts the personas at the far side of the head, in as many rows as they need. Returns their width; height is set. */
static double
add_personas (JmDraw         *draw,
              JmGroupBuilder *layer,
              GArray         *feelers,
              double          page_width,
              double         *height)
{
  JmItem *root = jm_map_get_root (draw->map);
  guint n = count_shown (root);
  gboolean small = n > MANY_PERSONAS;
  double card = small ? SMALL_PERSONA_WIDTH : n > 1 ? 290 : 330;
  guint a_row = MAX (1, (guint) ((page_width - 2 * JM_PAGE_MARGIN - 300) / (card + 12)));
  double y = 30, row_height = 0, widest = 0;
  guint cursor = 0, place = 0;
  JmItem *persona;

  a_row = MIN (a_row, MAX (n, 1));
  while ((persona = jm_item_next (root, JM_KIND_PERSONA, &cursor)) != NULL)
    {
      guint in_row = MIN (a_row, n - place / a_row * a_row);
      guint column = place % a_row;
      int sign = -1;
      double own_height;
      JmGroup *group;
      double x;

      if (jm_item_get_boolean (persona, JM_ATTR_HIDDEN))
        continue;

      for (guint i = 0; feelers->len > 1 && i < feelers->len; i++)
        if (g_array_index (feelers, JmFeeler, i).persona == persona)
          sign = (int) g_array_index (feelers, JmFeeler, i).sign;

      if (column == 0 && place > 0)
        {
          y += row_height + 12;
          row_height = 0;
        }
      group = draw_persona (draw, persona, sign, small, card, &own_height);
      x = page_width - JM_PAGE_MARGIN - (in_row - column) * card - (in_row - column - 1) * 12;
      jm_group_builder_add_child (layer, group, jm_draw_side (draw, page_width, x, card), y);
      row_height = MAX (row_height, own_height);
      widest = MAX (widest, in_row * (card + 12));
      place++;
    }

  *height = n > 0 ? y + row_height : 0;
  return widest;
}

/**
 * jm_frame_draw_title:
 * @draw: what is being drawn
 * @feelers: (element-type JmFeeler): whose feelings are drawn
 * @page_width: of the picture
 * @bottom: (out): where the headings of the phases begin
 *
 * Returns: (transfer full): the title block and the personas
 */
JmGroup *
jm_frame_draw_title (JmDraw *draw,
                     GArray *feelers,
                     double  page_width,
                     double *bottom)
{
  JmItem *root = jm_map_get_root (draw->map);
  JmGroupBuilder *layer = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  JmGroupBuilder *block = jm_group_builder_new (JM_ROLE_TITLE, NULL, NULL);
  const JmFont title_font = { 30, 700, FALSE };
  const JmFont scenario_font = { 14, 400, FALSE };
  const JmFont chip_font = { 11.5f, 600, FALSE };
  const char *kind = get_kind (draw);
  double personas_height;
  double personas_width = add_personas (draw, layer, feelers, page_width, &personas_height);
  double room = page_width - 2 * JM_PAGE_MARGIN - personas_width - (personas_width > 0 ? 24 : 0);
  double x = jm_draw_side (draw, page_width, JM_PAGE_MARGIN, room);
  double y = 58;
  double chip_width = jm_type_measure (draw->type, chip_font, kind) + 22;
  double chip_x = jm_draw_side (draw, page_width, JM_PAGE_MARGIN, chip_width);
  g_autoptr(JmParagraph) title = jm_paragraph_new (draw, title_font, 36, jm_item_get_part (root, JM_KIND_TITLE), room);
  g_autoptr(JmParagraph) scenario = jm_paragraph_new (draw, scenario_font, 19,
                                                      jm_item_get_part (root, JM_KIND_SCENARIO), room);

  if (jm_paragraph_is_empty (title))
    {
      g_autoptr(JmParagraph) pale = jm_paragraph_new (draw, title_font, 36,
                                                      jm_words_say (draw->words, JM_WORD_UNTITLED), room);
      jm_paragraph_draw (pale, draw, block, draw->theme->ink_faint, JM_ALIGN_START, x, room, y);
    }
  jm_paragraph_offer (title, draw, block, JM_KIND_TITLE, draw->theme->ink, JM_ALIGN_START, x, room, y);
  y += jm_paragraph_get_depth (title);

  if (!jm_paragraph_is_empty (scenario) || draw->for_editing)
    {
      y += 26;
      jm_paragraph_stand_in (scenario, draw, block, JM_WORD_SCENARIO, draw->theme->ink_faint, x, room, y);
      jm_paragraph_offer (scenario, draw, block, JM_KIND_SCENARIO, draw->theme->ink_soft, JM_ALIGN_START, x, room, y);
      y += jm_paragraph_get_depth (scenario);
    }

  jm_group_builder_add_rect (block, jm_rect (chip_x, y + 14, chip_width, 22), 11, jm_paint (draw->theme->chip),
                             jm_paint_none (), 0);
  jm_draw_text (draw, block, chip_font, draw->theme->chip_text, JM_ALIGN_CENTER, chip_x + chip_width / 2, y + 29,
                kind);
  jm_group_builder_set_label (block, jm_words_say (draw->words, JM_WORD_TITLE), kind);
  jm_group_builder_add_child (layer, jm_group_builder_end (block), 0, 0);

  *bottom = round (MAX (y + 36, personas_height + 2) + 30);
  return jm_group_builder_end (layer);
}

/* Footer and legend */

/* Adds an entry of the legend, from the far side inwards. Returns where the next one ends. */
static double
add_entry (JmDraw         *draw,
           JmGroupBuilder *builder,
           double          page_width,
           double          end,
           guint           n_dots,
           JmColor         color,
           JmWord          word)
{
  const char *text = jm_words_say (draw->words, word);
  double width = jm_type_measure (draw->type, footer_font, text);
  double x = end - width;

  jm_draw_text (draw, builder, footer_font, draw->theme->ink_faint, JM_ALIGN_START,
                jm_draw_side (draw, page_width, x, width), 23, text);
  for (guint i = 0; i < n_dots; i++)
    {
      x -= 10;
      jm_draw_dot (builder, color, jm_draw_side (draw, page_width, x + 2, 0), 19, 3.4);
    }

  return x - 18;
}

/**
 * jm_frame_draw_footer:
 * @draw: what is being drawn
 * @legend: what is to be explained
 * @page_width: of the picture
 * @top: where the footer begins
 *
 * Returns: (transfer full): the date and the legend
 */
JmGroup *
jm_frame_draw_footer (JmDraw         *draw,
                      const JmLegend *legend,
                      double          page_width,
                      double          top)
{
  JmGroupBuilder *layer = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  JmGroupBuilder *footer = jm_group_builder_new (JM_ROLE_FOOTER, NULL, NULL);
  const JmTheme *theme = draw->theme;
  const char *date = jm_item_get (jm_map_get_root (draw->map), JM_ATTR_DATE);
  double end = page_width - JM_PAGE_MARGIN;

  jm_group_builder_add_rect (footer, jm_rect (JM_PAGE_MARGIN, -0.5, page_width - 2 * JM_PAGE_MARGIN, 1), 0,
                             jm_paint (theme->rule), jm_paint_none (), 0);
  if (date != NULL)
    {
      g_autofree char *day = jm_words_date (draw->words, date);
      double width = jm_type_measure (draw->type, footer_font, day);

      jm_draw_text (draw, footer, footer_font, theme->ink_faint, JM_ALIGN_START,
                    jm_draw_side (draw, page_width, JM_PAGE_MARGIN, width), 23, day);
    }
  if (legend->votes)
    end = add_entry (draw, footer, page_width, end, 1, theme->vote, JM_WORD_LEGEND_VOTE);
  if (legend->severity)
    end = add_entry (draw, footer, page_width, end, 3, theme->pain_mark, JM_WORD_LEGEND_SEVERITY);
  if (legend->moments)
    {
      double x = add_entry (draw, footer, page_width, end, 0, theme->star, JM_WORD_LEGEND_MOMENT) + 18;
      jm_draw_star (footer, draw->theme, jm_draw_side (draw, page_width, x - 10, 0), 19.5, 0.75);
      end = x - 36;
    }
  if (legend->assumed)
    {
      double x = add_entry (draw, footer, page_width, end, 0, theme->ink_faint, JM_WORD_LEGEND_ASSUMED) + 18;
      jm_group_builder_add_rect (footer, jm_rect (jm_draw_side (draw, page_width, x - 13, 8), 15, 8, 8), 4,
                                 jm_paint (theme->card), jm_paint (theme->ink_faint), 1.4);
      end = x - 32;
    }
  if (legend->measured)
    {
      double x = add_entry (draw, footer, page_width, end, 0, theme->ink_faint, JM_WORD_LEGEND_MEASURED) + 18;
      jm_group_builder_add_rect (footer, jm_rect (jm_draw_side (draw, page_width, x - 15, 11), 13.5, 11, 11), 5.5,
                                 jm_paint_none (), jm_paint (theme->ink_faint), 1.2);
      jm_draw_dot (footer, theme->ink_faint, jm_draw_side (draw, page_width, x - 9.5, 0), 19, 3.2);
      end = x - 34;
    }

  if (legend->baseline)
    {
      double x = add_entry (draw, footer, page_width, end, 0, theme->ink_soft, JM_WORD_LEGEND_BASELINE) + 18;
      JmPathBuilder *line = jm_path_builder_new ();
      g_autoptr(JmPath) path = NULL;
      double from = jm_draw_side (draw, page_width, x - 36, 28);

      jm_path_builder_move_to (line, from, 19);
      jm_path_builder_line_to (line, from + 28, 19);
      path = jm_path_builder_end (line);
      jm_group_builder_add_path (footer, path, jm_paint_none (), jm_paint (theme->ink_soft), 2, 5, 6);
      end = x - 54;
    }

  if (legend->faded)
    add_entry (draw, footer, page_width, end, 0, theme->ink_faint, JM_WORD_LEGEND_FADED);

  jm_group_builder_add_child (layer, jm_group_builder_end (footer), 0, top);
  return jm_group_builder_end (layer);
}
