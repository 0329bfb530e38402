/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the organisation says in a phase stands in a balloon. As with the pictograms, it is the words people chose that tell
 * what a lane of notes is about: nobody has to look for a setting in the middle of a session. */
#include "jm-message.h"

#include <string.h>

static const JmFont message_font = { 13, 500, FALSE };

#define LINE 17.0
#define PADDING 14.0
#define BASELINE 23.0
#define BELOW 14.5      /* the balloon below its last baseline */
#define TAIL_X 26.0
#define TAIL_WIDTH 12.0

/**
 * jm_message_is_said_in:
 * @lane: a lane
 *
 * Returns: whether its notes are messages: it is a lane of notes that is called so, in Dutch or in English
 */
gboolean
jm_message_is_said_in (JmItem *lane)
{
  static const char * const words[] = { "boodschap", "message", "slogan", "slagzin", "tagline" };
  g_autofree char *name = NULL;

  if (g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), "notes") != 0)
    return FALSE;

  name = g_utf8_casefold (jm_item_get_part (lane, JM_KIND_TITLE), -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (name, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static void
measure_message (JmCard *card,
                 JmDraw *draw)
{
  card->body = jm_paragraph_new (draw, message_font, LINE, jm_item_get_text (card->item), card->width - 2 * PADDING);
  card->height = BASELINE + jm_paragraph_get_depth (card->body) + BELOW + JM_MESSAGE_TAIL;
}

/* The mouth of the balloon: what is in it covers the edge above, and the edge goes around it. */
static void
draw_tail (JmCard         *card,
           JmDraw         *draw,
           JmGroupBuilder *builder,
           JmColor         edge,
           double          bottom)
{
  double x = jm_draw_side (draw, card->width, TAIL_X, 0);
  double turn = draw->rtl ? -1 : 1;
  JmPathBuilder *outline = jm_path_builder_new ();
  g_autoptr(JmPath) inside = NULL;
  g_autoptr(JmPath) around = NULL;

  jm_path_builder_move_to (outline, x, bottom - 1);
  jm_path_builder_line_to (outline, x + turn * TAIL_WIDTH, bottom - 1);
  jm_path_builder_line_to (outline, x + turn * TAIL_WIDTH, bottom);
  jm_path_builder_line_to (outline, x, bottom + JM_MESSAGE_TAIL - 1);
  jm_path_builder_close (outline);
  inside = jm_path_builder_end (outline);
  jm_group_builder_add_path (builder, inside, jm_paint (draw->theme->card), jm_paint_none (), 0, 0, 0);

  outline = jm_path_builder_new ();
  jm_path_builder_move_to (outline, x, bottom);
  jm_path_builder_line_to (outline, x, bottom + JM_MESSAGE_TAIL - 1);
  jm_path_builder_line_to (outline, x + turn * TAIL_WIDTH, bottom);
  around = jm_path_builder_end (outline);
  jm_group_builder_add_path (builder, around, jm_paint_none (), jm_paint (edge), 1, 0, 0);
}

static void
draw_message (JmCard         *card,
              JmDraw         *draw,
              JmGroupBuilder *builder,
              const JmTones  *tones)
{
  double width = card->width - 2 * PADDING;
  double bottom = card->height - JM_MESSAGE_TAIL;

  /* A balloon is as high as its words, however high its row: its tail is below them. */
  jm_group_builder_add_rect (builder, jm_rect (0, 0, card->width, bottom), 9, jm_paint (draw->theme->card),
                             jm_paint (tones->outline), 1);
  draw_tail (card, draw, builder, tones->outline, bottom);
  jm_paragraph_stand_in (card->body, draw, builder, JM_WORD_NOTE, draw->theme->ink_faint, PADDING, width, BASELINE);
  jm_paragraph_offer (card->body, draw, builder, JM_KIND_NONE, draw->theme->ink, JM_ALIGN_START, PADDING, width, BASELINE);
}

const JmCardLook jm_look_message = { JM_ROLE_NOTE, measure_message, draw_message };
