/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Channels by phase: how many touchpoints each serves where, and how they feel on average. */
#include "jm-view-private.h"

#include "jm-face.h"
#include "model/jm-channel-use.h"

#include <string.h>

#define NAME 250.0
#define PHASE 150.0
#define ROW 44.0

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

/* @x is from the side where reading begins, on a page that wide. */
static void
draw_use (JmDraw          *draw,
          JmGroupBuilder  *builder,
          const JmService *use,
          const JmTones   *tones,
          double           page,
          double           x,
          double           y)
{
  g_autofree char *number = jm_words_number (draw->words, use->n);
  double pill = 30 + 14.0 * MIN (use->n, 4);
  double left = jm_draw_side (draw, page, x + 12, pill);

  jm_group_builder_add_rect (builder, jm_rect (left, y + ROW / 2 - 12, pill, 24), 12, jm_paint (tones->band),
                             jm_paint_none (), 0);
  jm_draw_text (draw, builder, jm_font (12, 700), tones->text, JM_ALIGN_CENTER, left + pill / 2, y + ROW / 2 + 4.3,
                number);
  if (use->n_felt > 0)
    jm_face_draw (draw, builder, use->mean, jm_draw_side (draw, page, x + 12 + pill + 18, 0), y + ROW / 2, 9.5, TRUE);
}

/* Online against offline: how many touchpoints each has, and how they feel. */
static double
draw_reaches (JmDraw              *draw,
              JmGroupBuilder      *builder,
              const JmChannelView *view,
              double               width,
              double               y)
{
  const struct { const JmService *service; JmWord word; } reaches[] = {
    { &view->online, JM_WORD_ONLINE }, { &view->offline, JM_WORD_OFFLINE }, { &view->both, JM_WORD_ONLINE_AND_OFFLINE },
  };
  JmTones tones = jm_theme_get_tones (draw->theme, "slate");
  double page = jm_view_get_page (width);
  double x = JM_VIEW_MARGIN + NAME;

  if (view->online.n + view->offline.n + view->both.n == 0)
    return y;

  jm_group_builder_add_rect (builder, jm_rect (JM_VIEW_MARGIN, y - 0.5, width, 1), 0, jm_paint (draw->theme->rule),
                             jm_paint_none (), 0);
  y += 8;
  jm_view_text (draw, builder, jm_font (13, 600), draw->theme->ink, page, JM_VIEW_MARGIN + 32,
                y + ROW / 2 + 4.5, jm_words_say (draw->words, JM_WORD_TOUCHPOINTS));
  for (guint i = 0; i < G_N_ELEMENTS (reaches); i++)
    {
      if (reaches[i].service->n == 0)
        continue;
      draw_use (draw, builder, reaches[i].service, &tones, page, x, y);
      jm_view_text (draw, builder, jm_font (11.5, 500), draw->theme->ink_soft, page, x + 12, y + ROW + 6,
                    jm_words_say (draw->words, reaches[i].word));
      x += PHASE;
    }

  return y + ROW + 20;
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
  g_autoptr(JmChannelView) view = NULL;
  double page;
  JmItem *phase;

  *width = NAME + MAX (n_phases * PHASE + 160, 3 * PHASE);
  page = jm_view_get_page (*width);

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      JmTones tones = jm_theme_get_tones (theme, jm_item_get (phase, JM_ATTR_COLOR));
      g_autoptr(JmParagraph) title = jm_paragraph_new (draw, jm_font (12.5, 700), 15, jm_item_get_label (phase),
                                                       PHASE - 28);
      double x = jm_draw_side (draw, page, JM_VIEW_MARGIN + NAME + p * PHASE, PHASE);

      jm_group_builder_add_rect (builder, jm_rect (x + 3, y, PHASE - 6, 44), 8, jm_paint (tones.heading),
                                 jm_paint_none (), 0);
      jm_paragraph_draw (title, draw, builder, tones.heading_text, JM_ALIGN_START, x + 14, PHASE - 28,
                         y + 26.5 - jm_paragraph_get_depth (title) / 2);
      p++;
    }
  y += 52;

  view = jm_map_get_channel_view (draw->map);
  for (guint i = 0; i < view->uses->len; i++)
    {
      const JmChannelUse *use = g_ptr_array_index (view->uses, i);
      JmItem *channel = use->channel;
      guint served = use->phases->len;
      JmGroupBuilder *group = jm_group_builder_new (JM_ROLE_CHANNEL, jm_item_get_id (channel), NULL);
      g_autoptr(JmParagraph) name = jm_paragraph_new (draw, jm_font (13, 600), 15, jm_item_get_label (channel),
                                                      NAME - 44);
      JmWord reach = word_of_reach (channel);

      jm_group_builder_set_label (group, jm_item_get_label (channel), NULL);
      jm_group_builder_add_rect (group, jm_rect (JM_VIEW_MARGIN, y - 0.5, *width, 1), 0, jm_paint (theme->rule),
                                 jm_paint_none (), 0);
      jm_draw_pictogram (draw, group, jm_item_get (channel, JM_ATTR_ICON), theme->ink_soft,
                         jm_draw_side (draw, page, JM_VIEW_MARGIN + 11, 0), y + ROW / 2, 20);
      jm_paragraph_draw (name, draw, group, theme->ink, JM_ALIGN_START,
                         jm_draw_side (draw, page, JM_VIEW_MARGIN + 32, NAME - 44), NAME - 44,
                         y + (reach < JM_N_WORDS ? 19 : 26.5) - jm_paragraph_get_depth (name) / 2);
      if (reach < JM_N_WORDS)
        jm_view_text (draw, group, jm_font (11, 400), theme->ink_soft, page, JM_VIEW_MARGIN + 32,
                      y + 34 + jm_paragraph_get_depth (name) / 2, jm_words_say (draw->words, reach));

      for (guint j = 0; j < served; j++)
        {
          const JmPhaseService *service = &g_array_index (use->phases, JmPhaseService, j);
          JmTones tones = jm_theme_get_tones (theme, jm_item_get (service->phase, JM_ATTR_COLOR));

          draw_use (draw, group, &service->service, &tones, page, JM_VIEW_MARGIN + NAME + service->nth * PHASE, y);
        }
      if (served < 2)
        {
          g_autofree char *remark = served == 0
            ? g_strdup (jm_words_say (draw->words, JM_WORD_NEVER_USED))
            : g_strdup_printf ("%s %s", jm_words_say (draw->words, JM_WORD_ONLY_IN),
                               jm_item_get_label (g_array_index (use->phases, JmPhaseService, 0).phase));
          g_autoptr(JmParagraph) said = jm_paragraph_new (draw, jm_font (11.5, 500), 14, remark, 144);

          jm_paragraph_draw (said, draw, group, served == 0 ? theme->feeling_text[0] : theme->ink_soft, JM_ALIGN_START,
                             jm_draw_side (draw, page, JM_VIEW_MARGIN + NAME + n_phases * PHASE + 12, 144), 144,
                             y + 26 - jm_paragraph_get_depth (said) / 2);
        }
      jm_group_builder_add_child (builder, jm_group_builder_end (group), 0, 0);
      y += ROW + jm_paragraph_get_depth (name);
    }

  if (view->uses->len > 0)
    y = draw_reaches (draw, builder, view, *width, y);
  else
    {
      jm_view_text (draw, builder, jm_font (13, 500), theme->ink_soft, page, JM_VIEW_MARGIN, y + 20,
                    jm_words_say (draw->words, JM_WORD_NONE_YET));
      y += 40;
    }
  *height = y - JM_VIEW_TOP;
}
