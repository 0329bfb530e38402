/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-thumbnail.h"

#include <string.h>

#define MAX_PHASES 8
#define MAX_CARDS  3
/* Pixels; below, there is no room for more than the phases. */
#define SMALL_HEIGHT 60

/* The bones of one phase. */
typedef struct
{
  char     *color;
  guint     n_cards;
  gboolean  has_pain;
  gboolean  has_idea;
  double    feeling;     /* the mean, from -2 to 2 */
  gboolean  is_felt;
} Bone;

struct _JmThumbnail
{
  JmImage   parent_instance;

  gboolean  is_small;    /* only the phases are drawn */
  GArray   *bones;       /* of Bone */
  gboolean  has_curve;
  gboolean  has_pains;   /* the map has a lane for them */
  gboolean  has_ideas;
};

G_DEFINE_FINAL_TYPE (JmThumbnail, jm_thumbnail, JM_TYPE_IMAGE)

static void
clear_bone (gpointer data)
{
  g_free (((Bone *) data)->color);
}

static void
set_source (cairo_t *cr,
            JmColor  color)
{
  cairo_set_source_rgba (cr, color.red / 255.0, color.green / 255.0, color.blue / 255.0, color.alpha / 255.0);
}

static void
rounded (cairo_t *cr,
         double   x,
         double   y,
         double   width,
         double   height,
         double   radius)
{
  radius = MAX (0, MIN (radius, MIN (width, height) / 2));
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* A phase's heading: its end points to the next one. */
static void
chevron (cairo_t *cr,
         double   x,
         double   y,
         double   width,
         double   height)
{
  double tip = MIN (5, width / 4);
  double radius = MIN (3, width / 4);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_line_to (cr, x + width - tip, y);
  cairo_line_to (cr, x + width, y + height / 2);
  cairo_line_to (cr, x + width - tip, y + height);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_close_path (cr);
}

/* The bones of a list of colours alone: chevrons in a row, for the small picture beside a recent map. */
static void
draw_small (JmThumbnail   *self,
            cairo_t       *cr,
            const JmTheme *theme,
            double         width,
            double         height)
{
  guint n = MIN (self->bones->len, 3);
  double gap = 2, step = (width - 16 + gap) / MAX (n, 1);

  for (guint i = 0; i < n; i++)
    {
      const Bone *bone = &g_array_index (self->bones, Bone, i);

      set_source (cr, jm_theme_get_tones (theme, bone->color).heading);
      chevron (cr, 8 + i * step, height / 2 - 5, step - gap, 10);
      cairo_fill (cr);
    }
}

static void
draw_curve (JmThumbnail   *self,
            cairo_t       *cr,
            const JmTheme *theme,
            double         x,
            double         step,
            double         column,
            double         top,
            double         bottom)
{
  double middle = (top + bottom) / 2, level = (bottom - top) / 4;
  double last_x = 0, last_y = 0;

  for (guint i = 0; i < self->bones->len; i++)
    {
      double px = x + i * step + column / 2;
      double py = middle - g_array_index (self->bones, Bone, i).feeling * level;

      if (i == 0)
        cairo_move_to (cr, px, py);
      else
        cairo_curve_to (cr, (last_x + px) / 2, last_y, (last_x + px) / 2, py, px, py);
      last_x = px;
      last_y = py;
    }
  cairo_set_line_width (cr, 2.2);
  set_source (cr, theme->feeling[2]);
  cairo_stroke (cr);

  for (guint i = 0; i < self->bones->len; i++)
    {
      double feeling = g_array_index (self->bones, Bone, i).feeling;

      cairo_arc (cr, x + i * step + column / 2, middle - feeling * level, 3.6, 0, 2 * G_PI);
      set_source (cr, jm_theme_get_feeling (theme, feeling));
      cairo_fill_preserve (cr);
      set_source (cr, theme->card);
      cairo_set_line_width (cr, 1.2);
      cairo_stroke (cr);
    }
}

static void
jm_thumbnail_draw (JmImage     *image,
                   GtkSnapshot *snapshot,
                   int          width,
                   int          height,
                   JmStyle      style)
{
  JmThumbnail *self = JM_THUMBNAIL (image);
  const JmTheme *theme = jm_theme_get (style);
  double margin = 14, gap = 3, top = margin, heading = 13, cards, step, column;
  cairo_t *cr;

  if (self->bones->len == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->is_small)
    {
      draw_small (self, cr, theme, width, height);
      cairo_destroy (cr);
      return;
    }

  step = (width - 2 * margin + gap) / self->bones->len;
  column = step - gap;
  cards = top + heading + 10;

  for (guint i = 0; i < self->bones->len; i++)
    {
      const Bone *bone = &g_array_index (self->bones, Bone, i);
      JmTones tones = jm_theme_get_tones (theme, bone->color);
      double x = margin + i * step;
      guint n_cards = MIN (bone->n_cards, MAX_CARDS);
      double card = n_cards == 0 ? 0 : (column - 4 - 4 * n_cards) / n_cards;

      set_source (cr, tones.heading);
      chevron (cr, x, top, column, heading);
      cairo_fill (cr);

      set_source (cr, tones.column);
      rounded (cr, x, top + heading + 5, column, height - margin - top - heading - 5, 4);
      cairo_fill (cr);

      for (guint j = 0; j < n_cards; j++)
        {
          rounded (cr, x + 4 + j * (card + 4), cards, card, 14, 3);
          set_source (cr, theme->card);
          cairo_fill_preserve (cr);
          set_source (cr, theme->card_edge);
          cairo_set_line_width (cr, 0.8);
          cairo_stroke (cr);
        }

      if (self->has_ideas && bone->has_idea)
        {
          set_source (cr, jm_color_mix (theme->idea, theme->idea_mark, 0.15));
          rounded (cr, x + 4, height - margin - 30, (column - 8) * 0.75, 10, 2.5);
          cairo_fill (cr);
        }
      if (self->has_pains && bone->has_pain)
        {
          set_source (cr, jm_color_mix (theme->pain, theme->pain_mark, 0.12));
          rounded (cr, x + 4, height - margin - 15, (column - 8) * 0.75, 10, 2.5);
          cairo_fill (cr);
        }
    }

  if (self->has_curve)
    draw_curve (self, cr, theme, margin, step, column, cards + 20, height - margin - 34);
  cairo_destroy (cr);
}

static void
jm_thumbnail_finalize (GObject *object)
{
  g_clear_pointer (&JM_THUMBNAIL (object)->bones, g_array_unref);

  G_OBJECT_CLASS (jm_thumbnail_parent_class)->finalize (object);
}

static void
jm_thumbnail_class_init (JmThumbnailClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_thumbnail_finalize;
  JM_IMAGE_CLASS (klass)->draw = jm_thumbnail_draw;
}

static void
jm_thumbnail_init (JmThumbnail *self)
{
  self->bones = g_array_new (FALSE, TRUE, sizeof (Bone));
  g_array_set_clear_func (self->bones, clear_bone);
}

/**
 * jm_thumbnail_new:
 * @width: in pixels
 * @height: in pixels; less than 60 leaves only the phases
 *
 * Returns: (transfer floating): an empty picture
 */
GtkWidget *
jm_thumbnail_new (int width,
                  int height)
{
  JmThumbnail *self = g_object_new (JM_TYPE_THUMBNAIL, NULL);

  self->is_small = height < SMALL_HEIGHT;
  gtk_widget_set_size_request (GTK_WIDGET (self), width, height);

  return GTK_WIDGET (self);
}

static void
add_up (Bone   *bone,
        JmMap  *map,
        JmItem *phase)
{
  JmItem *touchpoint;
  double sum = 0;
  guint cursor = 0, n_felt = 0;

  while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor)) != NULL)
    {
      JmItem *emotion = jm_map_get_emotion (map, touchpoint, NULL);
      double value;

      bone->n_cards++;
      bone->has_pain |= jm_item_count (touchpoint, JM_KIND_PAIN_POINT) > 0;
      bone->has_idea |= jm_item_count (touchpoint, JM_KIND_OPPORTUNITY) > 0;
      if (emotion != NULL && jm_item_get_number (emotion, JM_ATTR_VALUE, &value))
        {
          sum += value;
          n_felt++;
        }
    }
  bone->is_felt = n_felt > 0;
  bone->feeling = n_felt > 0 ? sum / n_felt : 0;
}

/**
 * jm_thumbnail_set_map:
 * @self: a picture
 * @map: a map
 *
 * Draws the bones of @map. Where nothing has been felt or found yet, as in a template, its lanes are drawn as if it had:
 * a picture promises what will be there.
 */
void
jm_thumbnail_set_map (JmThumbnail *self,
                      JmMap       *map)
{
  static const double promise[] = { 0, 0.7, -0.6, 0.8, 1.4, 0.4, -0.8, 1 };
  JmItem *root = jm_map_get_root (map);
  JmItem *phase;
  gboolean is_empty = TRUE;
  guint cursor = 0;

  g_return_if_fail (JM_IS_THUMBNAIL (self));

  g_array_set_size (self->bones, 0);
  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL && self->bones->len < MAX_PHASES)
    {
      Bone bone = { .color = g_strdup (jm_item_get (phase, JM_ATTR_COLOR)) };

      if (bone.color == NULL)
        bone.color = g_strdup (jm_palette_names[self->bones->len % 8]);
      add_up (&bone, map, phase);
      if (bone.is_felt || bone.has_pain || bone.has_idea)
        is_empty = FALSE;
      g_array_append_val (self->bones, bone);
    }

  for (guint i = 0; i < self->bones->len; i++)
    {
      Bone *bone = &g_array_index (self->bones, Bone, i);

      if (is_empty)
        {
          bone->feeling = promise[i % G_N_ELEMENTS (promise)];
          bone->has_pain = i % 2 == 0;
          bone->has_idea = i % 2 == 1;
        }
      if (bone->n_cards == 0)
        bone->n_cards = 2;
    }

  self->has_curve = jm_map_get_lane (map, "emotion") != NULL;
  self->has_pains = jm_map_get_lane (map, "pain-points") != NULL;
  self->has_ideas = jm_map_get_lane (map, "opportunities") != NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * jm_thumbnail_set_colors:
 * @self: a small picture
 * @colors: the colours of the phases as in the file, separated by blanks
 *
 * Draws only that much, for a map that is not open.
 */
void
jm_thumbnail_set_colors (JmThumbnail *self,
                         const char  *colors)
{
  g_auto(GStrv) words = g_strsplit (colors, " ", -1);

  g_return_if_fail (JM_IS_THUMBNAIL (self));

  g_array_set_size (self->bones, 0);
  for (guint i = 0; words[i] != NULL && i < MAX_PHASES; i++)
    {
      Bone bone = { .color = g_strdup (strcmp (words[i], "-") == 0 ? jm_palette_names[i % 8] : words[i]) };

      if (*words[i] == '\0')
        {
          clear_bone (&bone);
          continue;
        }
      g_array_append_val (self->bones, bone);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
