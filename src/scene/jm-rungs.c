/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A transition from or to a note goes straight up or down to the card that it names. It is drawn behind the cards, so that
 * it is seen where it crosses the lines between the rows and hides no words. */
#include "jm-rungs.h"

#include "jm-connector.h"

#include <math.h>

/* From the middle of a card, on the side away from the pills of the channels and clear of the line of a moment of truth. */
#define DOWN_AT 16.0
#define UP_AT 32.0
#define HEAD 4.5

static const JmFont label_font = { 10.5f, 500, FALSE };

/* Finds the card of an item. Goes through the rows of its phase. */
static gboolean
find_card (JmComposition  *c,
           const char     *id,
           JmRect         *rect,
           const JmPlan  **its_plan)
{
  JmPlace place;

  if (id == NULL || !jm_map_locate (c->draw.map, id, &place) || place.phase == NULL)
    return FALSE;

  *its_plan = g_hash_table_lookup (c->by_phase, place.phase);
  if (*its_plan == NULL)
    return FALSE;

  for (guint r = 0; r < c->frame.rows->len; r++)
    {
      const JmRow *row = &g_array_index (c->frame.rows, JmRow, r);
      GPtrArray *cards = (*its_plan)->cells[r].cards;

      if (row->kind != JM_ROW_TOUCHPOINTS && row->kind != JM_ROW_NOTES)
        continue;
      for (guint i = 0; i < cards->len; i++)
        {
          const JmCard *card = g_ptr_array_index (cards, i);
          double y = c->tops[r] + jm_row_metrics[row->kind].top;

          if (card->item != place.item)
            continue;
          for (guint level = 0; level < card->level; level++)
            y += g_array_index (c->levels[r], double, level) + jm_row_metrics[row->kind].gap;
          *rect = jm_rect (c->lefts[(*its_plan)->place] + card->x, y, card->width, g_array_index (c->levels[r], double, card->level));
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_note (JmComposition *c,
         const char    *id)
{
  JmItem *item = id != NULL ? jm_map_find (c->draw.map, id) : NULL;

  return item != NULL && jm_item_get_kind (item) == JM_KIND_NOTE;
}

static void
draw_rung (JmComposition  *c,
           JmGroupBuilder *layer,
           JmItem         *transition,
           JmRect          from,
           JmRect          to,
           JmColor         color)
{
  gboolean down = to.y >= from.y;
  double side = (down ? DOWN_AT : UP_AT) * (c->draw.rtl ? -1 : 1);
  double x0 = from.x + from.width / 2 + side;
  double x1 = to.x + to.width / 2 + side;
  double y0 = down ? from.y + from.height + 1 : from.y - 1;
  double tip = down ? to.y - 2 : to.y + to.height + 2;
  double back = down ? -HEAD : HEAD;
  double middle = tip + (down ? -8 : 8);
  const char *said = jm_item_get_text (transition);
  g_autofree char *name = jm_connector_name (&c->draw, transition);
  JmGroupBuilder *group = jm_group_builder_new (JM_ROLE_TRANSITION, jm_item_get_id (transition), NULL);
  JmPathBuilder *line = jm_path_builder_new ();
  JmPathBuilder *head = jm_path_builder_new ();
  g_autoptr(JmPath) path = NULL;
  g_autoptr(JmPath) arrow = NULL;

  jm_group_builder_set_label (group, name, NULL);
  jm_group_builder_set_box (group, jm_rect (MIN (x0, x1) - 8, MIN (y0, tip), fabs (x1 - x0) + 16, fabs (tip - y0)));

  jm_path_builder_move_to (line, x0, y0);
  if (fabs (x1 - x0) > 0.5)
    {
      jm_path_builder_line_to (line, x0, middle);
      jm_path_builder_line_to (line, x1, middle);
    }
  jm_path_builder_line_to (line, x1, tip);
  path = jm_path_builder_end (line);
  jm_group_builder_add_path (group, path, jm_paint_none (), jm_paint (color), 1.8, 0, 0);

  jm_path_builder_move_to (head, x1 - HEAD, tip + back);
  jm_path_builder_line_to (head, x1, tip);
  jm_path_builder_line_to (head, x1 + HEAD, tip + back);
  arrow = jm_path_builder_end (head);
  jm_group_builder_add_path (group, arrow, jm_paint_none (), jm_paint (color), 1.8, 0, 0);

  /* Only where it stands free, beside the arrow and over no other card. */
  if (*said != '\0' && fabs (tip - y0) > 26 && fabs (tip - y0) < 60 &&
      jm_type_measure (c->draw.type, label_font, said) < from.width / 2 - UP_AT - 6)
    jm_draw_text (&c->draw, group, label_font, c->draw.theme->ink_lane, c->draw.rtl ? JM_ALIGN_END : JM_ALIGN_START,
                  x0 + (c->draw.rtl ? -6 : 6), (y0 + tip) / 2 + (down ? -4 : 12), said);
  jm_group_builder_add_child (layer, jm_group_builder_end (group), 0, 0);
}

/**
 * jm_rungs_draw:
 * @c: a composition whose rows have their places
 * @layer: for what lies behind the cards
 *
 * Draws the transitions from and to notes.
 */
void
jm_rungs_draw (JmComposition  *c,
               JmGroupBuilder *layer)
{
  JmItem *root = jm_map_get_root (c->draw.map);
  guint cursor = 0;
  JmItem *transition;

  while ((transition = jm_item_next (root, JM_KIND_TRANSITION, &cursor)) != NULL)
    {
      const char *from_id = jm_item_get (transition, JM_ATTR_FROM);
      const char *to_id = jm_item_get (transition, JM_ATTR_TO);
      const JmPlan *plan, *other;
      JmRect from, to;

      /* Those from card to card along the row have tracks of their own. */
      if (!is_note (c, from_id) && !is_note (c, to_id))
        continue;
      if (find_card (c, from_id, &from, &plan) && find_card (c, to_id, &to, &other) && from.y != to.y)
        draw_rung (c, layer, transition, from, to, plan->tones.mark);
    }
}
