/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each arrow goes down from its card, along a track and up to the other card. Tracks are given from the shortest arrow to
 * the longest, so that short ones lie inside long ones and lines cross as little as they can. */
#include "jm-connector.h"

#include "model/jm-hash.h"

#include <math.h>

#define BEND 6.0
#define APART 14.0    /* arrows that leave go to the one side of a card's middle, those that arrive to the other */

static const JmFont label_font = { 11, 500, FALSE };

/* Where arrows go from, and where they come. */
typedef struct
{
  double        from;
  double        to;
  const JmPlan *plan;
} End;

/* A phase as a whole is left at its end and come to at its beginning. */
static End *
make_end_of_phase (JmDraw       *draw,
                   const JmPlan *plan,
                   double        left)
{
  End *end = g_new (End, 1);
  double start = left + APART;
  double finish = left + plan->width - APART;

  end->from = draw->rtl ? start : finish;
  end->to = draw->rtl ? finish : start;
  end->plan = plan;

  return end;
}

/* Finds where the touchpoints and the phases stand that transitions name. */
static GHashTable *
find_ends (JmDraw       *draw,
           guint         row,
           GPtrArray    *plans,
           const double *lefts)
{
  GHashTable *ends = g_hash_table_new_full (jm_text_hash, g_str_equal, NULL, g_free);

  for (guint p = 0; p < plans->len; p++)
    {
      const JmPlan *plan = g_ptr_array_index (plans, p);
      GPtrArray *cards = plan->cells[row].cards;
      const char *phase_id = jm_item_get_id (plan->phase);

      if (phase_id != NULL)
        g_hash_table_insert (ends, (char *) phase_id, make_end_of_phase (draw, plan, lefts[p]));
      for (guint i = 0; i < cards->len; i++)
        {
          const JmCard *card = g_ptr_array_index (cards, i);
          End *end;

          if (card->look != &jm_look_touchpoint || jm_item_get_id (card->item) == NULL)
            continue;
          end = g_new (End, 1);
          end->from = end->to = lefts[p] + card->x + card->width / 2;
          end->plan = plan;
          g_hash_table_insert (ends, (char *) jm_item_get_id (card->item), end);
        }
    }

  return ends;
}

static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  const JmConnector *one = a;
  const JmConnector *other = b;
  double x = one->high - one->low;
  double y = other->high - other->low;

  return x < y ? -1 : x > y ? 1 : 0;
}

static void
give_tracks (GArray *connectors)
{
  g_array_sort (connectors, compare_length);
  for (guint i = 0; i < connectors->len; i++)
    {
      JmConnector *own = &g_array_index (connectors, JmConnector, i);
      gboolean taken;

      do
        {
          taken = FALSE;
          for (guint j = 0; j < i; j++)
            {
              const JmConnector *other = &g_array_index (connectors, JmConnector, j);
              if (other->track == own->track && other->low < own->high + 8 && own->low < other->high + 8)
                taken = TRUE;
            }
          own->track += taken;
        }
      while (taken);
    }
}

/**
 * jm_connector_plan:
 * @draw: what is being drawn
 * @row: index of the row of touchpoints
 * @plans: (element-type JmPlan): the phases
 * @lefts: where they begin
 *
 * Gives every transition whose ends are on the map a track. Quadratic in the number of transitions, of which a map that
 * can be read has few.
 *
 * Returns: (transfer full) (element-type JmConnector): the arrows
 */
GArray *
jm_connector_plan (JmDraw       *draw,
                   guint         row,
                   GPtrArray    *plans,
                   const double *lefts)
{
  GArray *connectors = g_array_new (FALSE, TRUE, sizeof (JmConnector));
  JmItem *root = jm_map_get_root (draw->map);
  g_autoptr(GHashTable) ends = NULL;
  guint cursor = 0;
  JmItem *transition;

  while ((transition = jm_item_next (root, JM_KIND_TRANSITION, &cursor)) != NULL)
    {
      const char *from_id = jm_item_get (transition, JM_ATTR_FROM);
      const char *to_id = jm_item_get (transition, JM_ATTR_TO);
      const End *from, *to;
      JmConnector own = { transition, jm_item_get_text (transition) };
      double side, label;

      if (ends == NULL)
        ends = find_ends (draw, row, plans, lefts);
      from = from_id != NULL ? g_hash_table_lookup (ends, from_id) : NULL;
      to = to_id != NULL ? g_hash_table_lookup (ends, to_id) : NULL;
      if (from == NULL || to == NULL || from == to)
        continue;

      side = to->to > from->from ? APART : -APART;
      own.from = from->from + (from->from == from->to ? side : 0);
      own.to = to->to - (to->from == to->to ? side : 0);
      own.color = from->plan->tones.mark;
      label = *own.label != '\0' ? jm_type_measure (draw->type, label_font, own.label) + 16 : 0;
      own.low = MIN (MIN (own.from, own.to), (own.from + own.to - label) / 2);
      own.high = MAX (MAX (own.from, own.to), (own.from + own.to + label) / 2);
      g_array_append_val (connectors, own);
    }
  give_tracks (connectors);

  return connectors;
}

/**
 * jm_connector_count_tracks:
 * @connectors: (element-type JmConnector): the arrows
 *
 * Returns: how many tracks they take
 */
guint
jm_connector_count_tracks (GArray *connectors)
{
  guint n = 0;

  for (guint i = 0; i < connectors->len; i++)
    n = MAX (n, g_array_index (connectors, JmConnector, i).track + 1);

  return n;
}

static void
draw_connector (JmDraw            *draw,
                const JmConnector *own,
                double             cards_bottom,
                JmGroupBuilder    *layer)
{
  JmGroupBuilder *group = jm_group_builder_new (JM_ROLE_TRANSITION, jm_item_get_id (own->transition), NULL);
  JmPathBuilder *line = jm_path_builder_new ();
  JmPathBuilder *head = jm_path_builder_new ();
  g_autoptr(JmPath) path = NULL;
  g_autoptr(JmPath) arrow = NULL;
  double y = cards_bottom + 8 + own->track * JM_CONNECTOR_TRACK + 8;
  double tip = cards_bottom + 4;
  double ahead = own->to > own->from ? 1 : -1;
  double bend = MIN (BEND, fabs (own->to - own->from) / 2);
  gboolean back = draw->rtl ? own->to > own->from : own->to < own->from;
  double x[2] = { own->from, own->to };
  double middle = (x[0] + x[1]) / 2;

  jm_group_builder_set_label (group, *own->label != '\0' ? own->label : jm_item_get (own->transition, JM_ATTR_KIND), NULL);

  jm_path_builder_move_to (line, x[0], cards_bottom + 2);
  jm_path_builder_line_to (line, x[0], y - bend);
  jm_path_builder_curve_to (line, x[0], y - bend / 2.2, x[0] + ahead * bend / 2.2, y, x[0] + ahead * bend, y);
  jm_path_builder_line_to (line, x[1] - ahead * bend, y);
  jm_path_builder_curve_to (line, x[1] - ahead * bend / 2.2, y, x[1], y - bend / 2.2, x[1], y - bend);
  jm_path_builder_line_to (line, x[1], tip + 2);
  path = jm_path_builder_end (line);
  jm_group_builder_add_path (group, path, jm_paint_none (), jm_paint (own->color), 2, back ? 6 : 0, back ? 5 : 0);

  jm_path_builder_move_to (head, x[1] - 4.5, tip + 5);
  jm_path_builder_line_to (head, x[1], tip);
  jm_path_builder_line_to (head, x[1] + 4.5, tip + 5);
  arrow = jm_path_builder_end (head);
  jm_group_builder_add_path (group, arrow, jm_paint_none (), jm_paint (own->color), 2, 0, 0);

  /* Below its line, so that a short arrow is seen as well. */
  if (*own->label != '\0')
    jm_draw_text (draw, group, label_font, draw->theme->ink_lane, JM_ALIGN_CENTER, middle, y + 13.5, own->label);
  jm_group_builder_add_child (layer, jm_group_builder_end (group), 0, 0);
}

/**
 * jm_connector_draw_all:
 * @draw: what is being drawn
 * @connectors: (element-type JmConnector): the arrows
 * @cards_bottom: where the cards of the touchpoints end
 * @layer: where to draw them
 *
 * Draws the arrows.
 */
void
jm_connector_draw_all (JmDraw         *draw,
                       GArray         *connectors,
                       double          cards_bottom,
                       JmGroupBuilder *layer)
{
  for (guint i = 0; i < connectors->len; i++)
    draw_connector (draw, &g_array_index (connectors, JmConnector, i), cards_bottom, layer);
}
