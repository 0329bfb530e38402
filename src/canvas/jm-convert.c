/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-convert.h"

static void
add_to_cairo (JmPathVerb     verb,
              const JmPoint *points,
              gpointer       user_data)
{
  cairo_t *cr = user_data;

  switch (verb)
    {
    case JM_PATH_MOVE:
      cairo_move_to (cr, points[0].x, points[0].y);
      break;
    case JM_PATH_LINE:
      cairo_line_to (cr, points[0].x, points[0].y);
      break;
    case JM_PATH_CURVE:
      cairo_curve_to (cr, points[0].x, points[0].y, points[1].x, points[1].y, points[2].x, points[2].y);
      break;
    case JM_PATH_CLOSE:
      cairo_close_path (cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * jm_path_append_to_cairo:
 * @self: a path
 * @cr: where to
 *
 * Adds @self to the present path of @cr.
 */
void
jm_path_append_to_cairo (JmPath  *self,
                         cairo_t *cr)
{
  jm_path_foreach (self, add_to_cairo, cr);
}
