/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How SVG paints: colours, gradients, fills and strokes. */
#include "jm-svg-private.h"

/**
 * jm_svg_put_color:
 * @self: a writer
 * @fill: the beginning of the attribute that has the colour, with its quotation mark
 * @opacity: the same of the one that has the opacity, which is left out at 1
 * @color: a colour
 */
void
jm_svg_put_color (JmSvgWriter *self,
                  const char  *fill,
                  const char  *opacity,
                  JmColor      color)
{
  jm_svg_buffer_put (&self->out, fill);
  jm_svg_buffer_put_color (&self->out, color);
  jm_svg_buffer_put (&self->out, "\"");
  if (color.alpha != 255)
    jm_svg_buffer_put_attribute (&self->out, opacity, color.alpha / 255.0);
}

static guint
hash_gradient (gconstpointer key)
{
  const JmGradient *gradient = key;
  guint             hash = gradient->n_stops;

  for (guint i = 0; i < gradient->n_stops; i++)
    hash = hash * 31 + (gradient->color[i].red << 16 | gradient->color[i].green << 8 | gradient->color[i].blue);

  return hash;
}

static gboolean
equal_gradients (gconstpointer key_a,
                 gconstpointer key_b)
{
  const JmGradient *a = key_a;
  const JmGradient *b = key_b;

  if (a->y0 != b->y0 || a->y1 != b->y1 || a->n_stops != b->n_stops)
    return FALSE;

  for (guint i = 0; i < a->n_stops; i++)
    {
      if (a->offset[i] != b->offset[i] || !jm_color_equal (a->color[i], b->color[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * jm_svg_gradients_new:
 *
 * Returns: (transfer full): a table of gradients and their numbers, in which those that are alike are one
 */
GHashTable *
jm_svg_gradients_new (void)
{
  return g_hash_table_new_full (hash_gradient, equal_gradients, g_free, NULL);
}

/* The gradient as it is in the coordinates of the element. */
static JmGradient *
place_gradient (JmSvgWriter      *self,
                const JmGradient *gradient)
{
  JmGradient *placed = g_memdup2 (gradient, sizeof *gradient);

  placed->y0 += self->dy;
  placed->y1 += self->dy;

  return placed;
}

/**
 * jm_svg_define_gradient:
 * @self: a writer
 * @paint: a paint
 *
 * Writes its gradient, if it is one, before what is painted with it; once for all that are alike.
 */
void
jm_svg_define_gradient (JmSvgWriter   *self,
                        const JmPaint *paint)
{
  JmGradient *gradient;

  if (paint->gradient == NULL)
    return;

  gradient = place_gradient (self, paint->gradient);
  if (g_hash_table_contains (self->gradients, gradient))
    {
      g_free (gradient);
      return;
    }

  g_hash_table_insert (self->gradients, gradient, GUINT_TO_POINTER (g_hash_table_size (self->gradients) + 1));

  jm_svg_buffer_put_attribute (&self->out, "<linearGradient id=\"g", g_hash_table_size (self->gradients));
  jm_svg_buffer_put (&self->out, " gradientUnits=\"userSpaceOnUse\" x1=\"0\" x2=\"0\"");
  jm_svg_buffer_put_attribute (&self->out, " y1=\"", gradient->y0);
  jm_svg_buffer_put_attribute (&self->out, " y2=\"", gradient->y1);
  jm_svg_buffer_put (&self->out, ">");

  for (guint i = 0; i < gradient->n_stops; i++)
    {
      jm_svg_buffer_put_attribute (&self->out, "<stop offset=\"", gradient->offset[i]);
      jm_svg_put_color (self, " stop-color=\"", " stop-opacity=\"", gradient->color[i]);
      jm_svg_buffer_put (&self->out, "/>");
    }

  jm_svg_buffer_put (&self->out, "</linearGradient>");
}

static void
put_gradient (JmSvgWriter      *self,
              const char       *beginning,
              const JmGradient *gradient)
{
  g_autofree JmGradient *placed = place_gradient (self, gradient);

  jm_svg_buffer_put_number_between (&self->out, beginning,
                                    GPOINTER_TO_UINT (g_hash_table_lookup (self->gradients, placed)), ")\"");
}

/**
 * jm_svg_put_fill:
 * @self: a writer
 * @paint: a paint
 *
 * Writes the attributes of a fill. The root says fill="none", so nothing to fill needs no words.
 */
void
jm_svg_put_fill (JmSvgWriter *self,
                 JmPaint      paint)
{
  if (paint.gradient != NULL)
    put_gradient (self, " fill=\"url(#g", paint.gradient);
  else if (paint.color.alpha != 0)
    jm_svg_put_color (self, " fill=\"", " fill-opacity=\"", paint.color);
}

/**
 * jm_svg_put_stroke:
 * @self: a writer
 * @paint: a paint
 * @width: of the stroke
 */
void
jm_svg_put_stroke (JmSvgWriter *self,
                   JmPaint      paint,
                   double       width)
{
  if (jm_paint_is_none (paint) || width <= 0)
    return;

  if (paint.gradient != NULL)
    put_gradient (self, " stroke=\"url(#g", paint.gradient);
  else
    jm_svg_put_color (self, " stroke=\"", " stroke-opacity=\"", paint.color);

  if (width != 1)
    jm_svg_buffer_put_attribute (&self->out, " stroke-width=\"", width);
}
