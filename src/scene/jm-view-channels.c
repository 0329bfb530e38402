/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Channels by phase: how many touchpoints each serves where, and how they feel on average. */
#include "jm-view-private.h"

#include "jm-face.h"

#include <string.h>

#define NAME 250.0
#define PHASE 150.0
#define ROW 44.0

typedef struct
{
  guint  n;
  guint  n_felt;
  double felt;
} Use;

static Use
count_use (JmDraw     *draw,
           JmItem     *phase,
           const char *channel_id)
{
  Use use = { 0 };
  guint cursor = 0;
  JmItem *touchpoint;

  while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor)) != NULL)
    {
      guint at = 0;
      JmItem *emotion;

      if (g_strcmp0 (jm_item_get (touchpoint, JM_ATTR_CHANNEL), channel_id) != 0)
        continue;
      use.n++;
      while ((emotion = jm_item_next (touchpoint, JM_KIND_EMOTION, &at)) != NULL)
        {
          double value;

          if (!jm_item_get_number (emotion, JM_ATTR_VALUE, &value))
            continue;
          use.felt += value;
          use.n_felt++;
        }
    }

  return use;
}

static JmWord
word_of_reach (JmItem *channel)
{
  const char *reach = jm_item_get (channel, JM_ATTR_REACH);

  if (g_strcmp0 (reach, "online") == 0)
    return JM_WORD_ONLINE;
  if (g_strcmp0 (reach, "offline") == 0)
    return JM_WORD_OFFLINE;
  if (g_strcmp0 (reach, "both") == 0)
    return JM_WORD_ONLINE_AND_OFFLINE;

  return JM_N_WORDS;
}

static void
draw_use (JmDraw         *draw,
          JmGroupBuilder *builder,
          const Use      *use,
          const JmTones  *tones,
          double          x,
          double          y)
{
  g_autofree char *number = jm_words_number (draw->words, use->n);
  double pill = 30 + 14.0 * MIN (use->n, 4);

  jm_group_builder_add_rect (builder, jm_rect (x + 12, y + ROW / 2 - 12, pill, 24), 12, jm_paint (tones->band),
                             jm_paint_none (), 0);
  jm_draw_text (draw, builder, jm_font (12, 700), tones->text, JM_ALIGN_CENTER, x + 12 + pill / 2, y + ROW / 2 + 4.3,
                number);
  if (use->n_felt > 0)
    jm_face_draw (draw, builder, use->felt / use->n_felt, x + 12 + pill + 18, y + ROW / 2, 9.5, TRUE);
}

/**
 * jm_view_draw_channels:
 * @draw: what is being drawn
 * @builder: where to draw it
 * @width: (out): what it takes
 * @height: (out): what it takes
 *
 * Draws a table of channels by phase. A channel that serves no phase, or one only, is told so.
 */
void
jm_view_draw_channels (JmDraw         *draw,
                       JmGroupBuilder *builder,
                       double         *width,
                       double         *height)
{
  const JmTheme *theme = draw->theme;
  JmItem *root = jm_map_get_root (draw->map);
  guint n_phases = jm_item_count (root, JM_KIND_PHASE);
  double y = JM_VIEW_TOP;
  guint cursor = 0, p = 0;
  JmItem *phase, *channel;

  *width = NAME + n_phases * PHASE + 160;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      JmTones tones = jm_theme_get_tones (theme, jm_item_get (phase, JM_ATTR_COLOR));
      g_autoptr(JmParagraph) title = jm_paragraph_new (draw, jm_font (12.5, 700), 15, jm_item_get_label (phase),
                                                       PHASE - 28);
      double x = JM_VIEW_MARGIN + NAME + p * PHASE;

      jm_group_builder_add_rect (builder, jm_rect (x + 3, y, PHASE - 6, 44), 8, jm_paint (tones.heading),
                                 jm_paint_none (), 0);
      jm_paragraph_draw (title, draw, builder, tones.heading_text, JM_ALIGN_START, x + 14, PHASE - 28,
                         y + 26.5 - jm_paragraph_get_depth (title) / 2);
      p++;
    }
  y += 52;

  cursor = 0;
  while ((channel = jm_item_next (root, JM_KIND_CHANNEL, &cursor)) != NULL)
    {
      guint at_phase = 0, served = 0;
      JmGroupBuilder *group = jm_group_builder_new (JM_ROLE_CHANNEL, jm_item_get_id (channel), NULL);
      g_autoptr(JmParagraph) name = jm_paragraph_new (draw, jm_font (13, 600), 15, jm_item_get_label (channel),
                                                      NAME - 44);
      JmWord reach = word_of_reach (channel);
      JmItem *only = NULL;

      jm_group_builder_set_label (group, jm_item_get_label (channel), NULL);
      jm_group_builder_add_rect (group, jm_rect (JM_VIEW_MARGIN, y - 0.5, *width, 1), 0, jm_paint (theme->rule),
                                 jm_paint_none (), 0);
      jm_draw_pictogram (draw, group, jm_item_get (channel, JM_ATTR_ICON), theme->ink_soft, JM_VIEW_MARGIN + 11,
                         y + ROW / 2, 20);
      jm_paragraph_draw (name, draw, group, theme->ink, JM_ALIGN_START, JM_VIEW_MARGIN + 32, NAME - 44,
                         y + (reach < JM_N_WORDS ? 19 : 26.5) - jm_paragraph_get_depth (name) / 2);
      if (reach < JM_N_WORDS)
        jm_draw_text (draw, group, jm_font (11, 400), theme->ink_soft, JM_ALIGN_START, JM_VIEW_MARGIN + 32,
                      y + 34 + jm_paragraph_get_depth (name) / 2, jm_words_say (draw->words, reach));

      for (p = 0; (phase = jm_item_next (root, JM_KIND_PHASE, &at_phase)) != NULL; p++)
        {
          JmTones tones = jm_theme_get_tones (theme, jm_item_get (phase, JM_ATTR_COLOR));
          Use use = count_use (draw, phase, jm_item_get_id (channel));

          if (use.n == 0)
            continue;
          served++;
          only = phase;
          draw_use (draw, group, &use, &tones, JM_VIEW_MARGIN + NAME + p * PHASE, y);
        }
      if (served < 2)
        {
          g_autofree char *remark = served == 0
            ? g_strdup (jm_words_say (draw->words, JM_WORD_NEVER_USED))
            : g_strdup_printf ("%s %s", jm_words_say (draw->words, JM_WORD_ONLY_IN), jm_item_get_label (only));
          g_autoptr(JmParagraph) said = jm_paragraph_new (draw, jm_font (11.5, 500), 14, remark, 144);

          jm_paragraph_draw (said, draw, group, served == 0 ? theme->feeling_text[0] : theme->ink_soft, JM_ALIGN_START,
                             JM_VIEW_MARGIN + NAME + n_phases * PHASE + 12, 144,
                             y + 26 - jm_paragraph_get_depth (said) / 2);
        }
      jm_group_builder_add_child (builder, jm_group_builder_end (group), 0, 0);
      y += ROW + jm_paragraph_get_depth (name);
    }

  if (jm_item_count (root, JM_KIND_CHANNEL) == 0)
    {
      jm_draw_text (draw, builder, jm_font (13, 500), theme->ink_soft, JM_ALIGN_START, JM_VIEW_MARGIN, y + 20,
                    jm_words_say (draw->words, JM_WORD_NONE_YET));
      y += 40;
    }
  *height = y - JM_VIEW_TOP;
}
