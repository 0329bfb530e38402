/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards in general, and the card of a touchpoint. */
#include "jm-card.h"

#include "jm-message.h"
#include "jm-pictogram.h"

#include <string.h>

/* How far the star of a moment of truth and the edge reach over a card. */
#define VEIL 8.0

#define TITLE_X 46.0
#define TITLE_END 9.0
#define TEXT_X 12.0

static const JmFont title_font = { 13, 600, FALSE };
static const JmFont text_font = { 11.5f, 400, FALSE };

/**
 * jm_card_new:
 * @look: how it looks
 * @item: (transfer none): what it shows; must outlive the card
 * @lane_id: (transfer none) (nullable): the lane it stands in; must outlive the card
 * @width: its width
 *
 * Returns: (transfer full): a card that is not measured yet
 */
JmCard *
jm_card_new (const JmCardLook *look,
             JmItem           *item,
             const char       *lane_id,
             double            width)
{
  JmCard *card = g_new0 (JmCard, 1);

  card->look = look;
  card->item = item;
  card->lane_id = lane_id;
  card->room = width;
  card->width = width;

  return card;
}

void
jm_card_free (JmCard *card)
{
  if (card == NULL)
    return;

  jm_paragraph_free (card->heading);
  jm_paragraph_free (card->body);
  g_clear_pointer (&card->suggestion, jm_paragraph_free);
  g_clear_pointer (&card->shown, jm_item_unref);
  g_clear_pointer (&card->drawn, jm_group_unref);
  g_free (card->when);
  g_free (card);
}

static JmWord
word_of_role (JmRole role)
{
  switch (role)
    {
    case JM_ROLE_TOUCHPOINT: return JM_WORD_TOUCHPOINT;
    case JM_ROLE_CHANNEL: return JM_WORD_CHANNEL;
    case JM_ROLE_DEVICE: return JM_WORD_DEVICE;
    case JM_ROLE_PAIN_POINT: return JM_WORD_PAIN_POINT;
    case JM_ROLE_OPPORTUNITY: return JM_WORD_OPPORTUNITY;
    case JM_ROLE_THOUGHT: return JM_WORD_THOUGHT;
    case JM_ROLE_MEASURE: return JM_WORD_MEASURE;
    case JM_ROLE_PICTURE: return JM_WORD_PICTURE;
    default: return JM_WORD_NOTE;
    }
}

static const char *
get_label (JmCard *card,
           JmDraw *draw)
{
  if (card->look->role == JM_ROLE_CHANNEL)
    return card->shown != NULL ? jm_item_get_label (card->shown) : jm_item_get (card->item, JM_ATTR_CHANNEL);
  if (card->look->role == JM_ROLE_DEVICE)
    return jm_words_device (draw->words, jm_item_get (card->item, JM_ATTR_DEVICE));

  return jm_item_get_label (card->item);
}

/* Where a card has room for marks: a touchpoint beside its time, what has dots above these, the others below their text. */
static void
draw_marks (JmCard         *card,
            JmDraw         *draw,
            JmGroupBuilder *builder)
{
  gboolean has_dots = card->look == &jm_look_pain_point || card->look == &jm_look_opportunity;
  gboolean says = card->look == &jm_look_message;
  double y = card->height - (has_dots ? 42 : JM_CHANGE_HEIGHT + 6) - (says ? JM_MESSAGE_TAIL : 0);
  double x = 8;

  if (card->marks == JM_CHANGE_MARK_NONE)
    return;

  if (card->when != NULL)
    x += jm_type_measure (draw->type, jm_font (11, 600), card->when) + 12;
  jm_group_builder_set_hold (builder, says ? JM_HOLD_TOP : JM_HOLD_BOTTOM);
  jm_change_draw (draw, builder, card->marks, card->width, x, y, card->width - x - 8);
}

/**
 * jm_card_draw:
 * @card: a measured card
 * @draw: what is being drawn
 * @tones: of its phase
 *
 * Draws a card as high as it must be, or takes what it drew before.
 *
 * Returns: (transfer full): the card, its upper left corner at the origin
 */
JmGroup *
jm_card_draw (JmCard        *card,
              JmDraw        *draw,
              const JmTones *tones)
{
  g_autofree char *changes = NULL;
  g_autofree char *description = NULL;
  const char *kind;
  JmGroupBuilder *builder;

  if (card->drawn != NULL)
    return jm_group_ref (card->drawn);

  kind = jm_words_say (draw->words, word_of_role (card->look->role));
  changes = jm_change_say (draw, card->marks);
  description = changes != NULL ? g_strdup_printf ("%s, %s", kind, changes) : g_strdup (kind);

  builder = jm_group_builder_new (card->look->role, jm_item_get_id (card->item), card->lane_id);
  jm_group_builder_set_label (builder, get_label (card, draw), description);
  jm_group_builder_set_box (builder, jm_rect (0, 0, card->width, card->height));
  card->look->draw (card, draw, builder, tones);
  draw_marks (card, draw, builder);
  if (card->faded)
    {
      jm_group_builder_set_hold (builder, JM_HOLD_BOTH);
      jm_draw_veil (builder, tones->column, jm_rect (-VEIL, -VEIL, card->width + 2 * VEIL, card->height + 2 * VEIL), 12);
    }
  card->drawn = jm_group_builder_end (builder);

  return jm_group_ref (card->drawn);
}

/**
 * jm_card_set_faded:
 * @card: a card
 * @faded: whether others stand out against it
 */
void
jm_card_set_faded (JmCard   *card,
                   gboolean  faded)
{
  if (card->faded == faded)
    return;

  card->faded = faded;
  g_clear_pointer (&card->drawn, jm_group_unref);
}

/**
 * jm_card_find_channel:
 * @draw: what is being drawn
 * @id: the id of a channel
 *
 * Returns: (transfer none) (nullable): the channel
 */
JmItem *
jm_card_find_channel (JmDraw     *draw,
                      const char *id)
{
  guint cursor = 0;
  JmItem *channel;

  while ((channel = jm_item_next (jm_map_get_root (draw->map), JM_KIND_CHANNEL, &cursor)) != NULL)
    if (g_strcmp0 (jm_item_get_id (channel), id) == 0)
      return channel;

  return NULL;
}

/**
 * jm_card_get_slot_width:
 * @draw: what is being drawn
 * @touchpoint: a touchpoint
 *
 * Returns: the width of its card
 */
double
jm_card_get_slot_width (JmDraw *draw,
                        JmItem *touchpoint)
{
  const JmFont item_font = { 12, 500, FALSE };
  const JmFont thought_font = { 12, 400, TRUE };
  double width = JM_CARD_WIDTH;

  width = MAX (width, TITLE_X + TITLE_END + 1 +
                      jm_type_get_widest (draw->type, title_font, jm_item_get_part (touchpoint, JM_KIND_TITLE)));
  width = MAX (width, 2 * TEXT_X +
                      jm_type_get_widest (draw->type, text_font, jm_item_get_part (touchpoint, JM_KIND_DESCRIPTION)));

  for (guint i = 0; i < jm_item_get_n_children (touchpoint); i++)
    {
      JmItem *child = jm_item_get_child (touchpoint, i);
      JmKind kind = jm_item_get_kind (child);

      if (kind == JM_KIND_PAIN_POINT || kind == JM_KIND_OPPORTUNITY || kind == JM_KIND_NOTE)
        width = MAX (width, 46 + jm_type_get_widest (draw->type, item_font, jm_item_get_text (child)));
      else if (kind == JM_KIND_THOUGHT)
        width = MAX (width, 34 + jm_type_get_widest (draw->type, thought_font, jm_item_get_text (child)));
    }

  return MIN (width, JM_CARD_MAX_WIDTH);
}

/* The template's hint for the touchpoint itself, as long as nothing is written on its card. */
static JmItem *
find_suggestion (JmCard *card,
                 JmDraw *draw)
{
  guint cursor = 0;
  JmItem *hint;

  if (!draw->for_editing ||
      *jm_item_get_part (card->item, JM_KIND_TITLE) != '\0' ||
      *jm_item_get_part (card->item, JM_KIND_DESCRIPTION) != '\0')
    return NULL;

  while ((hint = jm_item_next (card->item, JM_KIND_HINT, &cursor)) != NULL)
    if (g_strcmp0 (jm_item_get (hint, JM_ATTR_LANE), card->lane_id) == 0)
      return hint;

  return NULL;
}

static void
measure_touchpoint (JmCard *card,
                    JmDraw *draw)
{
  const char *title = jm_item_get_part (card->item, JM_KIND_TITLE);
  JmItem *suggestion = find_suggestion (card, draw);
  guint n_title;

  card->heading = jm_paragraph_new (draw, title_font, 16, title, card->width - TITLE_X - TITLE_END);
  card->body = jm_paragraph_new (draw, text_font, 15.5, jm_item_get_part (card->item, JM_KIND_DESCRIPTION),
                                 card->width - 2 * TEXT_X);
  n_title = MAX (jm_paragraph_n_lines (card->heading), 1);
  card->height = 48 + (n_title > 2 ? (n_title - 2) * 16 : 0);
  if (!jm_paragraph_is_empty (card->body))
    card->height += 14 + jm_paragraph_get_depth (card->body) + 24.5;
  if (suggestion != NULL)
    {
      card->suggestion = jm_paragraph_new (draw, jm_font_italic (11.5, 400), 15.5, jm_item_get_text (suggestion),
                                           card->width - 2 * TEXT_X);
      card->height += 14 + jm_paragraph_get_depth (card->suggestion) + 24.5;
    }
  card->height = MAX (card->height, 78);
  if (draw->changes != NULL)
    card->height += 16;
  else if (card->when != NULL)
    card->height += 10;
}

/* The touchpoint's own pictogram, or its channel's, or what its title makes one think of. */
static const char *
find_icon (JmCard *card)
{
  const char *icon = jm_item_get (card->item, JM_ATTR_ICON);
  const JmPictogram *guess;

  if (icon != NULL)
    return icon;
  guess = jm_pictogram_find (jm_pictogram_guess (jm_item_get_part (card->item, JM_KIND_TITLE)));
  if (guess != NULL)
    return guess->name;

  return card->shown != NULL ? jm_item_get (card->shown, JM_ATTR_ICON) : NULL;
}

static void
draw_touchpoint (JmCard         *card,
                 JmDraw         *draw,
                 JmGroupBuilder *builder,
                 const JmTones  *tones)
{
  const JmTheme *theme = draw->theme;
  gboolean moment = jm_item_get_boolean (card->item, JM_ATTR_MOMENT_OF_TRUTH);
  JmRect box = jm_rect (0, 0, card->width, card->height);
  double icon_x = jm_draw_side (draw, card->width, 24, 0);
  double title_width = card->width - TITLE_X - TITLE_END;
  double title_x = jm_draw_side (draw, card->width, TITLE_X, title_width);
  guint n_title = MAX (jm_paragraph_n_lines (card->heading), 1);
  double body_y = 62 + (n_title > 2 ? (n_title - 2) * 16 : 0);

  jm_group_builder_set_hold (builder, JM_HOLD_BOTH);
  jm_group_builder_add_rect (builder, jm_rect (0, 1.5, card->width, card->height), 10, jm_paint (theme->card_shadow),
                             jm_paint_none (), 0);
  jm_group_builder_add_rect (builder, box, 10, jm_paint (theme->card),
                             jm_paint (moment ? theme->star : theme->card_edge), moment ? 2 : 1);
  jm_group_builder_set_hold (builder, JM_HOLD_TOP);

  jm_draw_dot (builder, tones->badge, icon_x, 24, 14);
  jm_draw_pictogram (draw, builder, find_icon (card), tones->mark, icon_x, 24, 18);

  jm_paragraph_stand_in (card->heading, draw, builder, JM_WORD_TOUCHPOINT, theme->ink_faint, title_x, title_width, 29);
  jm_paragraph_offer (card->heading, draw, builder, JM_KIND_TITLE, theme->ink, JM_ALIGN_START, title_x, title_width,
                      n_title > 1 ? 22 : 29);
  jm_paragraph_offer (card->body, draw, builder, JM_KIND_DESCRIPTION, theme->ink_soft, JM_ALIGN_START,
                      TEXT_X, card->width - 2 * TEXT_X, body_y);

  if (card->suggestion != NULL)
    jm_paragraph_draw (card->suggestion, draw, builder, theme->ink_faint, JM_ALIGN_START,
                       TEXT_X, card->width - 2 * TEXT_X, body_y);

  if (card->when != NULL)
    {
      jm_group_builder_set_hold (builder, JM_HOLD_BOTTOM);
      jm_draw_text (draw, builder, jm_font (11, 600), tones->text, draw->rtl ? JM_ALIGN_END : JM_ALIGN_START,
                    jm_draw_side (draw, card->width, TEXT_X, 0), card->height - 10, card->when);
      jm_group_builder_set_hold (builder, JM_HOLD_TOP);
    }
  if (moment)
    jm_draw_star (builder, theme, jm_draw_side (draw, card->width, card->width - 2, 0), 2, 1);
}

const JmCardLook jm_look_touchpoint = { JM_ROLE_TOUCHPOINT, measure_touchpoint, draw_touchpoint };
