/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map of 10,000 touchpoints is 1.7 million units wide, and its five levels of feeling take 5,000 pieces. */
#include "jm-long-line.h"

#include <math.h>

/* Where the line is drawn in its pieces, which are put so much higher: a canvas puts them on whole pixels, and there a
 * line of one pixel is one row of them. They need not be drawn again when only the height of the line is another. */
#define MIDDLE 0.5

static JmGroup *
draw_piece (const JmLongLineLook *look,
            double                from,
            double                to)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  JmPathBuilder *line = jm_path_builder_new ();
  g_autoptr(JmPath) path = NULL;

  jm_path_builder_move_to (line, from, MIDDLE);
  jm_path_builder_line_to (line, to, MIDDLE);
  path = jm_path_builder_end (line);
  jm_group_builder_add_path (builder, path, jm_paint_none (), jm_paint (look->color), look->width, look->on, look->off);

  return jm_group_builder_end (builder);
}

/* Draws what is new of a line at the height zero. */
static void
draw_pieces (JmLongLine           *self,
             const JmLongLineLook *look,
             double                x,
             double                length)
{
  guint n_whole = (guint) MAX (floor (length / look->piece), 0);
  JmGroupBuilder *builder;

  if (self->pieces == NULL)
    self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_group_unref);
  if (self->x != x)
    g_ptr_array_set_size (self->pieces, 0);
  self->x = x;
  self->length = length;

  if (self->pieces->len > n_whole)
    g_ptr_array_set_size (self->pieces, (int) n_whole);
  for (guint i = self->pieces->len; i < n_whole; i++)
    g_ptr_array_add (self->pieces, draw_piece (look, x + i * look->piece, x + (i + 1) * look->piece));

  g_clear_pointer (&self->all, jm_group_unref);
  builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  for (guint i = 0; i < n_whole; i++)
    jm_group_builder_add_child (builder, jm_group_ref (g_ptr_array_index (self->pieces, i)), 0, 0);
  if (n_whole * look->piece < length)
    jm_group_builder_add_child (builder, draw_piece (look, x + n_whole * look->piece, x + length), 0, 0);
  self->all = jm_group_builder_end (builder);
}

/**
 * jm_long_line_draw:
 * @self: a line, zero at first; its look must stay the same
 * @look: how it looks
 * @x: left end
 * @y: its height
 * @length: from there
 *
 * Draws the line, or takes what was drawn before. When only its length is another one, its last piece is drawn, and
 * nothing when only its height is.
 *
 * Returns: (transfer full): the line
 */
JmGroup *
jm_long_line_draw (JmLongLine           *self,
                   const JmLongLineLook *look,
                   double                x,
                   double                y,
                   double                length)
{
  JmGroupBuilder *builder;

  if (self->drawn != NULL && self->x == x && self->y == y && self->length == length)
    return jm_group_ref (self->drawn);

  if (self->drawn == NULL || self->x != x || self->length != length)
    draw_pieces (self, look, x, length);
  self->y = y;

  g_clear_pointer (&self->drawn, jm_group_unref);
  builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  jm_group_builder_add_child (builder, jm_group_ref (self->all), 0, y - MIDDLE);
  self->drawn = jm_group_builder_end (builder);

  return jm_group_ref (self->drawn);
}

/* Frees what was kept, and makes the line zero again. */
void
jm_long_line_clear (JmLongLine *self)
{
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->all, jm_group_unref);
  g_clear_pointer (&self->drawn, jm_group_unref);
  *self = (JmLongLine) { 0 };
}
