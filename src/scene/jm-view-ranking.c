/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to take up first: pain points by severity, opportunities by votes or by what they bring, or both along the journey,
 * each with the place it comes from. */
#include "jm-view-private.h"

#include "jm-order.h"

#include <stdlib.h>

#define COLUMN 560.0
#define GAP 40.0
#define RANK 36.0
#define WIDTH (2 * COLUMN + GAP)

static const JmFont text_font = { 13, 500, FALSE };
static const JmFont place_font = { 11.5f, 400, FALSE };

/* The more severe first; of two alike the one with more votes, then the earlier one. */
static int
compare_pains (gconstpointer a,
               gconstpointer b)
{
  const JmAttached *one = a;
  const JmAttached *other = b;
  int severity = jm_item_get_integer (other->item, JM_ATTR_SEVERITY, 1) - jm_item_get_integer (one->item, JM_ATTR_SEVERITY, 1);
  int votes = jm_item_get_integer (other->item, JM_ATTR_VOTES, 0) - jm_item_get_integer (one->item, JM_ATTR_VOTES, 0);

  return severity != 0 ? severity : votes != 0 ? votes : (int) one->order - (int) other->order;
}

static int
compare_votes (const JmAttached *one,
               const JmAttached *other)
{
  return jm_item_get_integer (other->item, JM_ATTR_VOTES, 0) - jm_item_get_integer (one->item, JM_ATTR_VOTES, 0);
}

static int
get_gain (const JmAttached *entry)
{
  return jm_item_get_integer (entry->item, JM_ATTR_IMPACT, 2) - jm_item_get_integer (entry->item, JM_ATTR_EFFORT, 2);
}

/* The more votes first; of two alike the one with more impact for less effort. */
static int
compare_ideas (gconstpointer a,
               gconstpointer b)
{
  const JmAttached *one = a;
  const JmAttached *other = b;
  int votes = compare_votes (one, other);
  int gain = get_gain (other) - get_gain (one);

  return votes != 0 ? votes : gain != 0 ? gain : (int) one->order - (int) other->order;
}

/* The other way round. */
static int
compare_gains (gconstpointer a,
               gconstpointer b)
{
  const JmAttached *one = a;
  const JmAttached *other = b;
  int votes = compare_votes (one, other);
  int gain = get_gain (other) - get_gain (one);

  return gain != 0 ? gain : votes != 0 ? votes : (int) one->order - (int) other->order;
}

/* By name, as in actions. */
static const char * const order_names[JM_N_ORDERS] = { "weight", "gain", "journey" };

/**
 * jm_order_get_name:
 * @order: an order
 *
 * Returns: its name
 */
const char *
jm_order_get_name (JmOrder order)
{
  g_return_val_if_fail (order < JM_N_ORDERS, NULL);

  return order_names[order];
}

/**
 * jm_order_from_name:
 * @name: (nullable): a name
 * @order: (out): the order
 *
 * Returns: whether there is such an order
 */
gboolean
jm_order_from_name (const char *name,
                    JmOrder    *order)
{
  for (guint i = 0; i < JM_N_ORDERS; i++)
    if (g_strcmp0 (name, order_names[i]) == 0)
      {
        *order = i;
        return TRUE;
      }

  return FALSE;
}

/* What decides about its place must be seen. */
static void
say_gain (JmDraw           *draw,
          const JmAttached *entry,
          GString          *text)
{
  static const struct { JmAttr attr; JmWord word; } parts[] = {
    { JM_ATTR_IMPACT, JM_WORD_IMPACT }, { JM_ATTR_EFFORT, JM_WORD_EFFORT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (jm_item_get (entry->item, parts[i].attr) != NULL)
      {
        g_autofree char *word = g_utf8_strdown (jm_words_say (draw->words, parts[i].word), -1);
        g_autofree char *number = jm_words_number (draw->words, jm_item_get_integer (entry->item, parts[i].attr, 2));

        g_string_append_printf (text, " · %s\302\240%s", word, number);
      }
}

static char *
say_place (JmDraw           *draw,
           const JmAttached *entry)
{
  g_autoptr(GString) text = g_string_new (jm_item_get_label (entry->phase));
  const char *owner = jm_item_get (entry->item, JM_ATTR_OWNER);

  if (entry->touchpoint != NULL)
    g_string_append_printf (text, " · %s", jm_item_get_label (entry->touchpoint));
  if (owner != NULL && *owner != '\0')
    g_string_append_printf (text, " · %s", owner);
  if (draw->order == JM_ORDER_GAIN)
    say_gain (draw, entry, text);

  return g_strdup (text->str);
}

/* Draws one entry and returns its height. */
static double
draw_entry (JmDraw           *draw,
            JmGroupBuilder   *builder,
            const JmAttached *entry,
            guint             rank,
            double            x,
            double            y)
{
  const JmTheme *theme = draw->theme;
  gboolean pain = jm_item_get_kind (entry->item) == JM_KIND_PAIN_POINT;
  JmGroupBuilder *group = jm_group_builder_new (pain ? JM_ROLE_PAIN_POINT : JM_ROLE_OPPORTUNITY,
                                                jm_item_get_id (entry->item), NULL);
  g_autofree char *place = say_place (draw, entry);
  g_autofree char *number = jm_words_number (draw->words, rank);
  double room = COLUMN - RANK - 96;
  double side = jm_draw_side (draw, COLUMN, RANK + 6, room);
  g_autoptr(JmParagraph) text = jm_paragraph_new (draw, text_font, 17, jm_item_get_text (entry->item), room);
  g_autoptr(JmParagraph) where = jm_paragraph_new (draw, place_font, 15, place, room);
  double height = 24 + jm_paragraph_get_depth (text) + 18 + jm_paragraph_get_depth (where) + 14;
  JmColor ground = pain ? theme->pain : theme->idea;
  JmColor ink = pain ? theme->pain_text : theme->idea_text;
  int amount = jm_item_get_integer (entry->item, pain ? JM_ATTR_SEVERITY : JM_ATTR_VOTES, pain ? 1 : 0);

  jm_group_builder_set_label (group, jm_item_get_label (entry->item), place);
  jm_group_builder_add_rect (group, jm_rect (0, 0, COLUMN, height), 9, jm_paint (ground), jm_paint_none (), 0);
  jm_group_builder_add_rect (group, jm_rect (jm_draw_side (draw, COLUMN, 0, 4), 0, 4, height), 2,
                             jm_paint (pain ? theme->pain_mark : theme->idea_mark), jm_paint_none (), 0);
  jm_draw_text (draw, group, jm_font (13, 700), ink, JM_ALIGN_CENTER, jm_draw_side (draw, COLUMN, 4 + RANK / 2, 0), 24,
                number);
  jm_paragraph_draw (text, draw, group, ink, JM_ALIGN_START, side, room, 24);
  jm_paragraph_draw (where, draw, group, ink, JM_ALIGN_START, side, room, 24 + jm_paragraph_get_depth (text) + 18);
  if (pain)
    for (int i = 0; i < 3; i++)
      jm_draw_dot (group, i < amount ? theme->pain_mark : theme->pain_off,
                   jm_draw_side (draw, COLUMN, COLUMN - 40 + 11 * i, 0), 19, 4);
  else
    {
      g_autofree char *votes = jm_words_number (draw->words, amount);

      jm_draw_text (draw, group, jm_font (13, 700), ink, draw->rtl ? JM_ALIGN_START : JM_ALIGN_END,
                    jm_draw_side (draw, COLUMN, COLUMN - 30, 0), 24, votes);
      jm_draw_dot (group, theme->vote, jm_draw_side (draw, COLUMN, COLUMN - 18, 0), 19, 4.5);
    }
  jm_group_builder_add_child (builder, jm_group_builder_end (group), x, y);

  return height;
}

static double
draw_list (JmDraw         *draw,
           JmGroupBuilder *builder,
           GArray         *entries,
           JmWord          heading,
           double          x)
{
  double page = jm_view_get_page (WIDTH);
  double y = JM_VIEW_TOP;

  jm_view_text (draw, builder, jm_font (15, 700), draw->theme->ink, page, x, y, jm_words_say (draw->words, heading));
  y += 16;
  for (guint i = 0; i < entries->len; i++)
    y += draw_entry (draw, builder, &g_array_index (entries, JmAttached, i), i + 1,
                     jm_draw_side (draw, page, x, COLUMN), y) + 8;
  if (entries->len == 0)
    {
      jm_view_text (draw, builder, text_font, draw->theme->ink_soft, page, x, y + 16,
                    jm_words_say (draw->words, JM_WORD_NONE_YET));
      y += 30;
    }

  return y;
}

/**
 * jm_view_draw_ranking:
 * @draw: what is being drawn
 * @builder: where to draw it
 * @width: (out): what it takes
 * @height: (out): what it takes
 *
 * Draws two lists, of pain points and of opportunities, in the order that is asked for.
 */
void
jm_view_draw_ranking (JmDraw         *draw,
                      JmGroupBuilder *builder,
                      double         *width,
                      double         *height)
{
  g_autoptr(GArray) pains = jm_view_gather (draw->map, JM_KIND_PAIN_POINT);
  g_autoptr(GArray) ideas = jm_view_gather (draw->map, JM_KIND_OPPORTUNITY);
  double one, other;

  if (draw->order != JM_ORDER_JOURNEY)
    {
      g_array_sort (pains, compare_pains);
      g_array_sort (ideas, draw->order == JM_ORDER_GAIN ? compare_gains : compare_ideas);
    }
  one = draw_list (draw, builder, pains,
                   draw->order == JM_ORDER_JOURNEY ? JM_WORD_PAINS_ALONG : JM_WORD_PAINS_BY_SEVERITY, JM_VIEW_MARGIN);
  other = draw_list (draw, builder, ideas,
                     draw->order == JM_ORDER_JOURNEY ? JM_WORD_IDEAS_ALONG :
                     draw->order == JM_ORDER_GAIN ? JM_WORD_IDEAS_BY_GAIN : JM_WORD_IDEAS_BY_VOTES,
                     JM_VIEW_MARGIN + COLUMN + GAP);
  *width = WIDTH;
  *height = MAX (one, other) - JM_VIEW_TOP;
}
