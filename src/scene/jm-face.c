/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faces: two eyes, and a mouth that bends with the value, so that the half steps look like what they are. */
#include "jm-face.h"

#include <math.h>

/* Mouths at the five whole values, very bad first: half its width, how low its ends lie and how far it bends, in radii. */
static const struct
{
  double half;
  double low;
  double bend;
} mouths[5] = {
  { 0.45, 0.58, -0.62 },
  { 0.42, 0.48, -0.42 },
  { 0.42, 0.32, 0.00 },
  { 0.45, 0.20, 0.45 },
  { 0.50, 0.08, 0.75 },
};

/**
 * jm_face_draw:
 * @draw: what is being drawn
 * @builder: where to draw it
 * @value: the feeling, from -2 to 2
 * @cx: its middle
 * @cy: its middle
 * @radius: of the face
 * @filled: a disc with a light edge, as on the curve; otherwise an outline, as on a scale
 *
 * Draws a face in the colour of its feeling.
 */
void
jm_face_draw (JmDraw         *draw,
              JmGroupBuilder *builder,
              double          value,
              double          cx,
              double          cy,
              double          radius,
              gboolean        filled)
{
  const JmTheme *theme = draw->theme;
  JmColor color = jm_theme_get_feeling (theme, value);
  JmColor features = filled ? theme->face : color;
  double place = CLAMP (value, -2, 2) + 2;
  int below = MIN ((int) place, 3);
  double share = place - below;
  double half = mouths[below].half + share * (mouths[below + 1].half - mouths[below].half);
  double low = mouths[below].low + share * (mouths[below + 1].low - mouths[below].low);
  double bend = mouths[below].bend + share * (mouths[below + 1].bend - mouths[below].bend);
  double pen = filled ? radius * 0.145 : 1.3;
  gboolean open = place > 3.5;
  JmPathBuilder *mouth = jm_path_builder_new ();
  g_autoptr(JmPath) path = NULL;
  JmRect disc = jm_rect (cx - radius, cy - radius, 2 * radius, 2 * radius);
  double x0 = cx - half * radius, x1 = cx + half * radius;
  double y = cy + low * radius;
  double control = y + bend * radius;

  if (filled)
    jm_group_builder_add_rect (builder, disc, radius, jm_paint (color), jm_paint (theme->card), 2);
  else
    jm_group_builder_add_rect (builder, disc, radius, jm_paint (theme->page), jm_paint (color), 1.4);

  jm_draw_dot (builder, features, cx - 0.34 * radius, cy - 0.2 * radius, 0.12 * radius);
  jm_draw_dot (builder, features, cx + 0.34 * radius, cy - 0.2 * radius, 0.12 * radius);

  /* A quadratic curve through its one control point, written as a cubic one. */
  jm_path_builder_move_to (mouth, x0, y);
  jm_path_builder_curve_to (mouth,
                            x0 + 2.0 / 3 * (cx - x0), y + 2.0 / 3 * (control - y),
                            x1 + 2.0 / 3 * (cx - x1), y + 2.0 / 3 * (control - y),
                            x1, y);
  if (open)
    jm_path_builder_close (mouth);
  path = jm_path_builder_end (mouth);
  jm_group_builder_add_path (builder, path, open ? jm_paint (features) : jm_paint_none (), jm_paint (features), pen,
                             0, 0);
}
