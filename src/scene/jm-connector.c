/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each arrow goes down from its card, along a track and up to the other card. Tracks are given from the shortest arrow to
 * the longest, so that short ones lie inside long ones and lines cross as little as they can. */
#include "jm-connector.h"

#include <math.h>

#define BEND 6.0
#define APART 14.0    /* arrows that leave go to the one side of a card's middle, those that arrive to the other */
#define BESIDE 8.0    /* between two on one track */
#define TRACK 32.0    /* from one track to the next where labels have one line */
#define LINE 13.0     /* more for each line more */

/* A label is broken beyond this, so that one below the last card stays on the page. */
#define LABEL_WIDTH 280.0

static const JmFont label_font = { 11, 500, FALSE };

struct _JmConnectors
{
  GArray     *all;     /* of JmConnector, from the shortest to the longest */
  guint       n_tracks;
  double      track;   /* from one track to the next */
  GHashTable *kept;    /* JmItem of a transition -> Kept; of those that were drawn last */
};

/* An arrow as it was drawn, and what it then looked like. */
typedef struct
{
  JmItem  *transition;
  JmParagraph *label;  /* NULL for none */
  double   length;     /* from end to end; negative when it goes back */
  double   depth;      /* of its track */
  JmColor  color;
  char    *name;       /* which may be made of those of its ends */
  JmGroup *drawn;      /* from its beginning, at the lower edge of the cards; NULL before that */
} Kept;

/* Where arrows go from, and where they come: at a touchpoint that is one place. */
typedef struct
{
  const JmPlan *plan;
  double        from;
  double        to;
} End;

/* What is taken of one track: runs that do not touch, from left to right. */
typedef struct
{
  double low;
  double high;
} Run;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  jm_item_unref (kept->transition);
  g_clear_pointer (&kept->label, jm_paragraph_free);
  g_clear_pointer (&kept->drawn, jm_group_unref);
  g_free (kept->name);
  g_free (kept);
}

static GHashTable *
new_kept (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, kept_free);
}

/**
 * jm_connectors_new:
 *
 * Returns: (transfer full): no arrows yet. What they keep is good for one style and one language
 */
JmConnectors *
jm_connectors_new (void)
{
  JmConnectors *self = g_new0 (JmConnectors, 1);

  self->all = g_array_new (FALSE, TRUE, sizeof (JmConnector));
  self->kept = new_kept ();

  return self;
}

void
jm_connectors_free (JmConnectors *self)
{
  g_array_unref (self->all);
  g_hash_table_unref (self->kept);
  g_free (self);
}

/* A phase as a whole is left at its end and come to at its beginning. */
static void
find_end_of_phase (JmDraw *draw,
                   double  left,
                   End    *end)
{
  double start = left + APART;
  double finish = left + end->plan->width - APART;

  end->from = draw->rtl ? start : finish;
  end->to = draw->rtl ? finish : start;
}

/* Finds where the touchpoint or the phase stands that a transition names. */
static gboolean
find_end (JmDraw       *draw,
          guint         row,
          GHashTable   *plans,
          const double *lefts,
          const char   *id,
          End          *end)
{
  const JmCard *card;
  JmPlace place;

  if (id == NULL || !jm_map_locate (draw->map, id, &place) || place.phase == NULL ||
      (place.item != place.phase && place.item != place.touchpoint))
    return FALSE;
  end->plan = g_hash_table_lookup (plans, place.phase);
  if (end->plan == NULL)
    return FALSE;

  if (place.item == place.phase)
    {
      find_end_of_phase (draw, lefts[end->plan->place], end);
      return TRUE;
    }

  /* There is one card for each touchpoint in this row, in their order. */
  card = g_ptr_array_index (end->plan->cells[row].cards, place.position);
  end->from = end->to = lefts[end->plan->place] + card->x + card->width / 2;

  return TRUE;
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

/* Takes a place on a track if it is free. */
static gboolean
take (GArray            *track,
      const JmConnector *own)
{
  Run run = { own->low, own->high };
  guint low = 0, high = track->len;

  /* The first run that does not end before it. */
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (track, Run, middle).high + BESIDE <= run.low)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < track->len && g_array_index (track, Run, low).low < run.high + BESIDE)
    return FALSE;

  g_array_insert_val (track, low, run);
  return TRUE;
}

static void
give_tracks (JmConnectors *self)
{
  g_autoptr(GPtrArray) tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  g_array_sort (self->all, compare_length);
  for (guint i = 0; i < self->all->len; i++)
    {
      JmConnector *own = &g_array_index (self->all, JmConnector, i);

      for (;; own->track++)
        {
          if (own->track == tracks->len)
            g_ptr_array_add (tracks, g_array_new (FALSE, FALSE, sizeof (Run)));
          if (take (g_ptr_array_index (tracks, own->track), own))
            break;
        }
    }
  self->n_tracks = tracks->len;
}

/**
 * jm_connectors_plan:
 * @self: the arrows of the map as it was before
 * @draw: what is being drawn
 * @row: index of the row of touchpoints
 * @plans: (element-type JmItem JmPlan): the plans of the phases
 * @lefts: where they begin, each at its plan's place
 *
 * Gives every transition whose ends are on the map a track.
 */
void
jm_connectors_plan (JmConnectors *self,
                    JmDraw       *draw,
                    guint         row,
                    GHashTable   *plans,
                    const double *lefts)
{
  JmItem *root = jm_map_get_root (draw->map);
  g_autoptr(GHashTable) before = self->kept;
  guint cursor = 0;
  JmItem *transition;

  self->kept = new_kept ();
  self->track = TRACK;
  g_array_set_size (self->all, 0);
  while ((transition = jm_item_next (root, JM_KIND_TRANSITION, &cursor)) != NULL)
    {
      JmConnector own = { transition, jm_item_get_text (transition) };
      Kept *kept = NULL;
      double side, label;
      End from, to;

      if (!find_end (draw, row, plans, lefts, jm_item_get (transition, JM_ATTR_FROM), &from) ||
          !find_end (draw, row, plans, lefts, jm_item_get (transition, JM_ATTR_TO), &to) ||
          g_strcmp0 (jm_item_get (transition, JM_ATTR_FROM), jm_item_get (transition, JM_ATTR_TO)) == 0)
        continue;

      if (!g_hash_table_steal_extended (before, transition, NULL, (gpointer *) &kept))
        {
          kept = g_new0 (Kept, 1);
          kept->transition = jm_item_ref (transition);
          if (*own.label != '\0')
            kept->label = jm_paragraph_new (draw, label_font, LINE, own.label, LABEL_WIDTH);
        }
      g_hash_table_insert (self->kept, transition, kept);

      side = to.to > from.from ? APART : -APART;
      own.from = from.from + (from.from == from.to ? side : 0);
      own.to = to.to - (to.from == to.to ? side : 0);
      own.color = from.plan->tones.mark;
      label = kept->label != NULL ? jm_paragraph_get_width (kept->label) + 16 : 0;
      if (kept->label != NULL)
        self->track = MAX (self->track, TRACK + jm_paragraph_get_depth (kept->label));
      own.low = MIN (MIN (own.from, own.to), (own.from + own.to - label) / 2);
      own.high = MAX (MAX (own.from, own.to), (own.from + own.to + label) / 2);
      g_array_append_val (self->all, own);
    }
  give_tracks (self);
}

/**
 * jm_connectors_count:
 * @self: the arrows
 *
 * Returns: how many there are
 */
guint
jm_connectors_count (JmConnectors *self)
{
  return self->all->len;
}

/**
 * jm_connectors_get_depth:
 * @self: the arrows
 *
 * Returns: how much room their tracks take below the cards, in map units
 */
double
jm_connectors_get_depth (JmConnectors *self)
{
  return self->n_tracks * self->track;
}

/**
 * jm_connector_name:
 * @draw: what is being drawn
 * @transition: a transition whose ends are on the map
 *
 * Returns: (transfer full): what it is called where it cannot be seen: its own words, or what it leads from and to
 */
char *
jm_connector_name (JmDraw *draw,
                   JmItem *transition)
{
  const char *ends[2] = { jm_item_get (transition, JM_ATTR_FROM), jm_item_get (transition, JM_ATTR_TO) };
  const char *names[2] = { "…", "…" };

  if (*jm_item_get_text (transition) != '\0')
    return g_strdup (jm_item_get_text (transition));

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      JmItem *end = ends[i] != NULL ? jm_map_find (draw->map, ends[i]) : NULL;
      const char *label = end != NULL ? jm_item_get_label (end) : NULL;

      if (label != NULL && *label != '\0')
        names[i] = label;
    }

  return g_strdup_printf ("%s → %s", names[0], names[1]);
}

static JmGroup *
draw_connector (JmDraw            *draw,
                const JmConnector *own,
                JmParagraph       *label,
                const char        *name,
                double             depth)
{
  JmGroupBuilder *group = jm_group_builder_new (JM_ROLE_TRANSITION, jm_item_get_id (own->transition), NULL);
  JmPathBuilder *line = jm_path_builder_new ();
  JmPathBuilder *head = jm_path_builder_new ();
  g_autoptr(JmPath) path = NULL;
  g_autoptr(JmPath) arrow = NULL;
  double length = own->to - own->from;
  double y = 8 + depth + 8;
  double tip = 4;
  double ahead = length > 0 ? 1 : -1;
  double bend = MIN (BEND, fabs (length) / 2);
  gboolean back = draw->rtl ? length > 0 : length < 0;

  jm_group_builder_set_label (group, name, NULL);

  jm_path_builder_move_to (line, 0, 2);
  jm_path_builder_line_to (line, 0, y - bend);
  jm_path_builder_curve_to (line, 0, y - bend / 2.2, ahead * bend / 2.2, y, ahead * bend, y);
  jm_path_builder_line_to (line, length - ahead * bend, y);
  jm_path_builder_curve_to (line, length - ahead * bend / 2.2, y, length, y - bend / 2.2, length, y - bend);
  jm_path_builder_line_to (line, length, tip + 2);
  path = jm_path_builder_end (line);
  jm_group_builder_add_path (group, path, jm_paint_none (), jm_paint (own->color), 2, back ? 6 : 0, back ? 5 : 0);

  jm_path_builder_move_to (head, length - 4.5, tip + 5);
  jm_path_builder_line_to (head, length, tip);
  jm_path_builder_line_to (head, length + 4.5, tip + 5);
  arrow = jm_path_builder_end (head);
  jm_group_builder_add_path (group, arrow, jm_paint_none (), jm_paint (own->color), 2, 0, 0);

  /* Below its line, so that a short arrow is seen as well. */
  if (label != NULL)
    jm_paragraph_draw (label, draw, group, draw->theme->ink_lane, JM_ALIGN_CENTER, (length - LABEL_WIDTH) / 2, LABEL_WIDTH,
                       y + 13.5);

  return jm_group_builder_end (group);
}

/**
 * jm_connectors_draw:
 * @self: the arrows
 * @draw: what is being drawn
 * @cards_bottom: where the cards of the touchpoints end
 * @layer: where to draw them
 *
 * Draws the arrows. One that goes as far as before, and as deep, is taken over.
 */
void
jm_connectors_draw (JmConnectors   *self,
                    JmDraw         *draw,
                    double          cards_bottom,
                    JmGroupBuilder *layer)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const JmConnector *own = &g_array_index (self->all, JmConnector, i);
      Kept *kept = g_hash_table_lookup (self->kept, own->transition);
      double depth = own->track * self->track;
      g_autofree char *name = jm_connector_name (draw, own->transition);

      if (kept->drawn == NULL || kept->length != own->to - own->from || kept->depth != depth ||
          !jm_color_equal (kept->color, own->color) || g_strcmp0 (kept->name, name) != 0)
        {
          g_clear_pointer (&kept->drawn, jm_group_unref);
          kept->drawn = draw_connector (draw, own, kept->label, name, depth);
          kept->length = own->to - own->from;
          kept->depth = depth;
          g_free (kept->name);
          kept->name = g_steal_pointer (&name);
          kept->color = own->color;
        }
      jm_group_builder_add_child (layer, jm_group_ref (kept->drawn), own->from, cards_bottom);
    }
}
