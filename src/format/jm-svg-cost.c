/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few hundred bytes of SVG can ask for years of drawing: what is used again and again, in what is used again and again;
 * masks in masks, each as large as the picture; a line of a million dashes. So the work is counted, each element with all
 * that it refers to, in units of which a machine of 2020 does some 50,000 a second. The count may be too high by a good
 * deal, for it takes every doubt for the worst; a drawing made by people stays far below the limit all the same.
 */

#include "config.h"

#include "jm-svg-cost.h"

#include "jm-svg-values.h"

#include <string.h>

/* Units for the whole picture. */
#define MOST_WORK 100000.0

/* The most memory that the layers of a picture may take which are there at the same time, in bytes. */
#define MOST_LAYERS (400.0 * 1024 * 1024)

/* References to what refers to what refers… */
#define MOST_STEPS 64

/* Units: what each of these costs beside the element itself. */
#define WORK_OF_NUMBER     0.02    /* of a path */
#define WORK_OF_TEXT       3.0     /* an element with text */
#define WORK_OF_LETTER     3.0
#define WORK_OF_FAMILY     50.0    /* a font is looked for */
#define WORK_OF_DASH       0.1
#define PIXELS_OF_MASK     5000.0  /* for a unit */
#define PIXELS_OF_LAYER    20000.0
#define STYLE_OF_UNIT      50000.0  /* bytes of style sheets times elements */

/* An arc may be this much longer than its numbers. */
#define LONGEST 7.0

typedef struct
{
  guint   end;         /* the element after the last one within this */
  double  work;        /* but for references and what depends on the size of the picture */
  double  n_numbers;
  guint   n_layers;    /* that are blended with what is below */
  guint   first_ref;
  guint   n_refs;
  gint    next;        /* the next one with the same id; -1 for none */

  /* With all that it refers to, once that is known. */
  double  total;       /* -1: not yet; -2: it is being found out */
  guint   depth;       /* of masks in masks */
} Node;

struct _JmSvgCost
{
  GArray     *nodes;
  GArray     *refs;         /* of JmSvgRef; those of an element stand together */
  GArray     *sheet_refs;   /* of JmSvgRef, of style sheets: they may be of any element */
  GHashTable *ids;          /* id to number of the first node + 1 */
  GHashTable *families;
  GArray     *open;         /* numbers of the nodes on the way down */
  GArray     *densities;    /* dashes a unit of length, on the way down */
  guint       n_open_layers; /* on the way down */
  guint       most_layers;   /* within each other */

  double      length;       /* of all lines, at most */
  double      n_letters;
  double      max_font;
  double      density;      /* the largest */
  double      sheet_density;
  double      sheet_numbers;
  gsize       sheet_length;
  double      extra;        /* work that belongs to no element */
  gboolean    sheet_layers;
  double      pixels;
  guint       n_steps;
  gboolean    endless;
};

/**
 * jm_svg_cost_new:
 *
 * Returns: (transfer full): the count of an SVG of which nothing is known yet
 */
JmSvgCost *
jm_svg_cost_new (void)
{
  JmSvgCost *self = g_new0 (JmSvgCost, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->refs = jm_svg_refs_new ();
  self->sheet_refs = jm_svg_refs_new ();
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));
  self->densities = g_array_new (FALSE, FALSE, sizeof (double));
  self->max_font = 16;

  return self;
}

/**
 * jm_svg_cost_free:
 * @self: a count
 */
void
jm_svg_cost_free (JmSvgCost *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->refs);
  g_array_unref (self->sheet_refs);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->families);
  g_array_unref (self->open);
  g_array_unref (self->densities);
  g_free (self);
}

/* Telling */

static gboolean
is_geometry (const char *name)
{
  static const char * const names[] = {
    "d", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "dx", "dy", NULL
  };

  return g_strv_contains (names, name);
}

/**
 * jm_svg_cost_start:
 * @self: a count
 * @name: of an element of SVG that is drawn, or may be
 * @attributes: all of its attributes
 * @n_attributes: how many
 *
 * Tells of an element; what follows is within it.
 */
void
jm_svg_cost_start (JmSvgCost            *self,
                   const char           *name,
                   const JmSvgAttribute *attributes,
                   guint                 n_attributes)
{
  Node node = { .work = 1, .first_ref = self->refs->len, .next = -1, .total = -1 };
  guint number = self->nodes->len;
  double density = self->densities->len > 0 ? g_array_index (self->densities, double, self->densities->len - 1) : 0;
  JmSvgNumbers geometry = { 0 };
  gboolean is_use = strcmp (name, "use") == 0;

  if (strcmp (name, "text") == 0 || strcmp (name, "tspan") == 0 || strcmp (name, "textPath") == 0)
    node.work += WORK_OF_TEXT;

  for (guint n = 0; n < n_attributes; n++)
    {
      const char *attribute = attributes[n].name;
      const char *value = attributes[n].value;
      g_autofree char *lower = g_ascii_strdown (value, -1);

      if (is_geometry (attribute))
        {
          jm_svg_add_numbers (&geometry, value);
        }
      else if (strcmp (attribute, "id") == 0)
        {
          gpointer first = g_hash_table_lookup (self->ids, value);

          if (first != NULL)
            {
              Node *other = &g_array_index (self->nodes, Node, GPOINTER_TO_UINT (first) - 1);

              node.next = other->next;
              other->next = (gint) number;
            }
          else
            {
              g_hash_table_insert (self->ids, g_strdup (value), GUINT_TO_POINTER (number + 1));
            }
        }
      else if (strcmp (attribute, "href") == 0)
        {
          const char *id = strchr (value, '#');

          if (id != NULL)
            jm_svg_add_ref (self->refs, id + 1, strlen (id + 1), JM_SVG_REF_PLAIN);
        }
      else if (strcmp (attribute, "stroke-dasharray") == 0)
        {
          density = jm_svg_get_density (lower);
        }
      else if (strcmp (attribute, "font-size") == 0)
        {
          JmSvgNumbers sizes = { 0 };

          jm_svg_add_numbers (&sizes, value);
          self->max_font = MAX (self->max_font, sizes.largest);
        }
      else if (strcmp (attribute, "style") == 0)
        {
          JmSvgNumbers numbers = { 0 };

          jm_svg_add_numbers (&numbers, lower);
          geometry.sum += numbers.sum;
          self->max_font = MAX (self->max_font, numbers.largest);
          if (strstr (lower, "dasharray") != NULL)
            density = jm_svg_find_density (lower);
        }

      if (strcmp (attribute, "font-family") == 0 || (strcmp (attribute, "style") == 0 && strstr (lower, "font") != NULL))
        g_hash_table_add (self->families, g_strdup (lower));
      if ((strcmp (attribute, "opacity") == 0 && strcmp (value, "1") != 0) ||
          (strcmp (attribute, "style") == 0 && jm_svg_has_layer (lower)) ||
          strcmp (attribute, "mix-blend-mode") == 0 || strcmp (attribute, "isolation") == 0)
        node.n_layers = 1;

      jm_svg_add_refs (self->refs, attribute, value, lower);
    }

  node.n_refs = self->refs->len - node.first_ref;
  node.n_numbers = geometry.n;
  node.work += geometry.n * WORK_OF_NUMBER + geometry.sum * LONGEST * density * WORK_OF_DASH;
  self->length += geometry.sum * LONGEST;
  self->density = MAX (self->density, density);

  g_array_append_val (self->nodes, node);
  g_array_append_val (self->open, number);
  self->n_open_layers += node.n_layers;
  self->most_layers = MAX (self->most_layers, self->n_open_layers);
  g_array_append_val (self->densities, density);

  /* What is used takes its dashes from here. All that there is may be meant. */
  if (is_use && density > 0)
    {
      JmSvgRef all = { NULL, JM_SVG_REF_PLAIN };

      all.id = g_strdup ("");
      g_array_append_val (self->refs, all);
      g_array_index (self->nodes, Node, number).n_refs++;
    }
}

/**
 * jm_svg_cost_text:
 * @self: a count
 * @length: bytes of text that is drawn
 */
void
jm_svg_cost_text (JmSvgCost *self,
                  gsize      length)
{
  if (self->open->len == 0)
    return;

  g_array_index (self->nodes, Node, g_array_index (self->open, guint, self->open->len - 1)).work += (double) length *
                                                                                                   WORK_OF_LETTER;
  self->n_letters += (double) length;
}

/**
 * jm_svg_cost_style:
 * @self: a count
 * @sheet: a style sheet, of which any rule may be about any element
 */
void
jm_svg_cost_style (JmSvgCost  *self,
                   const char *sheet)
{
  g_autofree char *lower = g_ascii_strdown (sheet, -1);
  JmSvgNumbers numbers = { 0 };

  self->sheet_length += strlen (sheet);
  self->sheet_density = MAX (self->sheet_density, jm_svg_find_density (lower));
  self->sheet_layers = self->sheet_layers || jm_svg_has_layer (lower);
  jm_svg_add_numbers (&numbers, lower);
  self->sheet_numbers += numbers.sum;
  self->max_font = MAX (self->max_font, numbers.largest);
  for (const char *at = strstr (lower, "font"); at != NULL; at = strstr (at + 1, "font"))
    self->extra += WORK_OF_FAMILY;
  jm_svg_add_refs (self->sheet_refs, "", sheet, lower);
}

/**
 * jm_svg_cost_end:
 * @self: a count
 *
 * Tells of the end of an element.
 */
void
jm_svg_cost_end (JmSvgCost *self)
{
  guint number;

  g_return_if_fail (self->open->len > 0);

  number = g_array_index (self->open, guint, self->open->len - 1);
  g_array_index (self->nodes, Node, number).end = self->nodes->len;
  self->n_open_layers -= g_array_index (self->nodes, Node, number).n_layers;
  g_array_set_size (self->open, self->open->len - 1);
  g_array_set_size (self->densities, self->densities->len - 1);
}

/* Counting */

static double find_total (JmSvgCost *self,
                          guint      number,
                          guint     *depth);

/* Of all elements with an id, should several have it. */
static double
find_target (JmSvgCost *self,
             const JmSvgRef *ref,
             guint     *depth)
{
  double total = 0;

  *depth = 0;
  /* An empty one stands for all the dashes there are. */
  if (*ref->id == '\0')
    return (self->density + self->sheet_density) * self->length * WORK_OF_DASH;

  for (gint n = (gint) GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, ref->id)) - 1; n >= 0;
       n = g_array_index (self->nodes, Node, n).next)
    {
      guint own_depth;

      total += find_total (self, (guint) n, &own_depth);
      *depth = MAX (*depth, own_depth);
    }

  return total;
}

/* Within an element, with all that it refers to. */
static double
find_total (JmSvgCost *self,
            guint      number,
            guint     *depth)
{
  Node *node = &g_array_index (self->nodes, Node, number);
  double total = 0;
  double n_numbers = 0;
  guint deepest = 0;

  *depth = node->depth;
  if (node->total >= 0)
    return node->total;
  /* What refers to itself is not drawn. */
  if (node->total == -2)
    return 0;
  if (++self->n_steps > MOST_STEPS)
    {
      self->endless = TRUE;
      self->n_steps--;
      return 0;
    }

  node->total = -2;
  for (guint n = number; n < node->end && !self->endless; n++)
    n_numbers += g_array_index (self->nodes, Node, n).n_numbers;

  for (guint n = number; n < node->end && !self->endless; n++)
    {
      const Node *within = &g_array_index (self->nodes, Node, n);

      total += within->work + within->n_layers * self->pixels / PIXELS_OF_LAYER;
      for (guint r = within->first_ref; r < within->first_ref + within->n_refs; r++)
        {
          const JmSvgRef *ref = &g_array_index (self->refs, JmSvgRef, r);
          guint own_depth;
          double times = ref->kind == JM_SVG_REF_MARKER ? n_numbers / 2 + 1 : 1;

          total += times * (1 + find_target (self, ref, &own_depth));
          if (ref->kind == JM_SVG_REF_MASK)
            {
              total += 4 + self->pixels / PIXELS_OF_MASK;
              own_depth++;
            }
          deepest = MAX (deepest, own_depth);
        }
    }

  self->n_steps--;
  node->total = total;
  node->depth = deepest;
  *depth = deepest;

  return total;
}

/**
 * jm_svg_cost_is_fine:
 * @self: the count of an SVG that was told of to its end
 * @pixels: how many the picture has
 *
 * Counts. Costs O(n) times how deep the elements stand within each other.
 *
 * Returns: whether the picture is drawn in a second or two, and in some hundred megabytes
 */
gboolean
jm_svg_cost_is_fine (JmSvgCost *self,
                     double     pixels)
{
  double n_elements = self->nodes->len;
  double total, n_numbers = 0;
  double density = self->density + self->sheet_density;
  guint depth;

  if (self->nodes->len == 0)
    return TRUE;

  self->pixels = pixels > 0 ? pixels : 0;
  total = self->extra + find_total (self, 0, &depth);
  total += WORK_OF_FAMILY * g_hash_table_size (self->families);
  total += (double) self->sheet_length * n_elements / STYLE_OF_UNIT;
  /* Within each other all of them are as large as the picture. */
  if (self->most_layers > 1)
    total += self->most_layers * self->pixels / PIXELS_OF_MASK;
  if (self->sheet_layers)
    total += n_elements * self->pixels / PIXELS_OF_LAYER;

  for (guint n = 0; n < self->nodes->len; n++)
    n_numbers += g_array_index (self->nodes, Node, n).n_numbers;
  for (guint n = 0; n < self->sheet_refs->len; n++)
    {
      const JmSvgRef *ref = &g_array_index (self->sheet_refs, JmSvgRef, n);
      guint own_depth;
      double once = 1 + find_target (self, ref, &own_depth);

      if (ref->kind == JM_SVG_REF_MASK)
        {
          once += self->pixels / PIXELS_OF_MASK;
          /* Within itself, through others, as often as there are any. */
          own_depth += self->sheet_refs->len;
        }
      total += once * (ref->kind == JM_SVG_REF_MARKER ? n_numbers / 2 + n_elements : n_elements);
      depth = MAX (depth, own_depth);
    }

  /* Dashes that come from a style sheet, and those of the outlines of letters. */
  total += self->sheet_density * (self->length + n_elements * self->sheet_numbers) * WORK_OF_DASH;
  total += density * self->n_letters * self->max_font * LONGEST * WORK_OF_DASH;

  return !self->endless && total <= MOST_WORK && (1 + 2.0 * depth) * self->pixels * 4 <= MOST_LAYERS;
}
