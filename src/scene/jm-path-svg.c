/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads SVG path data into a path: the grammar of SVG 1.1, section 8.3, with everything made absolute
 * and every curve made cubic.
 */

#include "jm-path.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char    *p;
  JmPathBuilder *builder;
  JmPoint        start;
  JmPoint        current;
  JmPoint        control;   /* the last control point, which S and T mirror */
  char           previous;  /* the command before this one, in upper case */
  gboolean       overflow;  /* a coordinate became too large for a double */
} Parser;

static inline gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static void
skip_space (Parser *parser)
{
  while (is_space (*parser->p))
    parser->p++;
}

/* Between two numbers one comma may stand, with space around it. */
static void
skip_separator (Parser *parser)
{
  skip_space (parser);
  if (*parser->p == ',')
    {
      parser->p++;
      skip_space (parser);
    }
}

static gboolean
at_number (Parser *parser)
{
  return g_ascii_isdigit (*parser->p) || *parser->p == '-' || *parser->p == '+' || *parser->p == '.';
}

/* Finds the end by the grammar before converting: g_ascii_strtod() alone would also take "0x10", "nan"
 * and "inf".
 */
static gboolean
read_number (Parser *parser,
             double *value)
{
  const char *p = parser->p;
  gboolean digits = FALSE;

  if (*p == '-' || *p == '+')
    p++;

  for (; g_ascii_isdigit (*p); p++)
    digits = TRUE;

  if (*p == '.')
    for (p++; g_ascii_isdigit (*p); p++)
      digits = TRUE;

  if (!digits)
    return FALSE;

  if (*p == 'e' || *p == 'E')
    {
      const char *exponent = p + 1;

      if (*exponent == '-' || *exponent == '+')
        exponent++;
      if (!g_ascii_isdigit (*exponent))
        return FALSE;
      while (g_ascii_isdigit (*exponent))
        exponent++;
      p = exponent;
    }

  if (*p == 'x' || *p == 'X')
    return FALSE;

  *value = g_ascii_strtod (parser->p, NULL);
  parser->p = p;

  return isfinite (*value);
}

static gboolean
read_numbers (Parser *parser,
              double *values,
              guint   n_values)
{
  for (guint i = 0; i < n_values; i++)
    {
      if (i > 0)
        skip_separator (parser);
      if (!read_number (parser, &values[i]))
        return FALSE;
    }

  return TRUE;
}

/* A flag is one character, and need not be separated from what follows it. */
static gboolean
read_flag (Parser   *parser,
           gboolean *value)
{
  skip_separator (parser);
  if (*parser->p != '0' && *parser->p != '1')
    return FALSE;

  *value = *parser->p == '1';
  parser->p++;
  skip_separator (parser);

  return TRUE;
}

static void
check (Parser  *parser,
       JmPoint  point)
{
  if (!isfinite (point.x) || !isfinite (point.y))
    parser->overflow = TRUE;
}

static void
line_to (Parser  *parser,
         JmPoint  to)
{
  check (parser, to);
  jm_path_builder_line_to (parser->builder, to.x, to.y);
  parser->current = to;
}

static void
curve_to (Parser  *parser,
          JmPoint  first,
          JmPoint  second,
          JmPoint  to)
{
  check (parser, first);
  check (parser, second);
  check (parser, to);
  jm_path_builder_curve_to (parser->builder, first.x, first.y, second.x, second.y, to.x, to.y);
  parser->control = second;
  parser->current = to;
}

/* Raises the degree of a quadratic curve, which changes nothing of its shape. */
static void
quadratic_to (Parser  *parser,
              JmPoint  control,
              JmPoint  to)
{
  JmPoint from = parser->current;

  curve_to (parser,
            jm_point (from.x + 2.0 / 3.0 * (control.x - from.x), from.y + 2.0 / 3.0 * (control.y - from.y)),
            jm_point (to.x + 2.0 / 3.0 * (control.x - to.x), to.y + 2.0 / 3.0 * (control.y - to.y)),
            to);
  parser->control = control;
}

static JmPoint
mirrored_control (Parser *parser)
{
  return jm_point (2 * parser->current.x - parser->control.x, 2 * parser->current.y - parser->control.y);
}

/* From end points to a centre as in SVG 1.1, appendix F.6, then cubics of a quarter turn at most. */
static void
arc_to (Parser   *parser,
        double    rx,
        double    ry,
        double    rotation,
        gboolean  large,
        gboolean  clockwise,
        JmPoint   to)
{
  JmPoint from = parser->current;
  double cos_phi, sin_phi;
  double x, y, cx, cy;
  double lambda, square, root;
  double theta, sweep, step, k;
  guint n_curves;

  if (from.x == to.x && from.y == to.y)
    return;

  rx = fabs (rx);
  ry = fabs (ry);
  if (rx == 0 || ry == 0)
    {
      line_to (parser, to);
      return;
    }

  /* The whole turns are taken off first, so that 720000 degrees loses nothing in the sine. */
  rotation = fmod (rotation, 360) * G_PI / 180;
  cos_phi = cos (rotation);
  sin_phi = sin (rotation);

  x = (cos_phi * (from.x - to.x) + sin_phi * (from.y - to.y)) / 2;
  y = (-sin_phi * (from.x - to.x) + cos_phi * (from.y - to.y)) / 2;

  /* An ellipse too small to reach both ends grows until it does. */
  lambda = (x / rx) * (x / rx) + (y / ry) * (y / ry);
  if (lambda > 1)
    {
      rx *= sqrt (lambda);
      ry *= sqrt (lambda);
      lambda = 1;
    }

  square = (1 - lambda) / lambda;
  root = (large == clockwise ? -1 : 1) * sqrt (MAX (square, 0));
  cx = root * rx * y / ry;
  cy = -root * ry * x / rx;

  theta = atan2 ((y - cy) / ry, (x - cx) / rx);
  sweep = atan2 ((-y - cy) / ry, (-x - cx) / rx) - theta;
  if (clockwise && sweep < 0)
    sweep += 2 * G_PI;
  else if (!clockwise && sweep > 0)
    sweep -= 2 * G_PI;

  n_curves = MAX (1, ceil (fabs (sweep) / (G_PI / 2) - 1e-9));
  step = sweep / n_curves;
  k = 4.0 / 3.0 * tan (step / 4);

  {
    double middle_x = (from.x + to.x) / 2 + cos_phi * cx - sin_phi * cy;
    double middle_y = (from.y + to.y) / 2 + sin_phi * cx + cos_phi * cy;

#define ON_ELLIPSE(u, v) jm_point (middle_x + cos_phi * rx * (u) - sin_phi * ry * (v), \
                                   middle_y + sin_phi * rx * (u) + cos_phi * ry * (v))

    for (guint i = 0; i < n_curves; i++)
      {
        double a = theta + i * step;
        double b = theta + (i + 1) * step;

        curve_to (parser,
                  ON_ELLIPSE (cos (a) - k * sin (a), sin (a) + k * cos (a)),
                  ON_ELLIPSE (cos (b) + k * sin (b), sin (b) - k * cos (b)),
                  /* The last one ends where the data says, not where rounding says. */
                  i + 1 == n_curves ? to : ON_ELLIPSE (cos (b), sin (b)));
      }

#undef ON_ELLIPSE
  }
}

/* One command with one set of its parameters. */
static gboolean
read_segment (Parser *parser,
              char    command)
{
  gboolean relative = g_ascii_islower (command);
  double ox = relative ? parser->current.x : 0;
  double oy = relative ? parser->current.y : 0;
  double v[6];

  switch (g_ascii_toupper (command))
    {
    case 'M':
      if (!read_numbers (parser, v, 2))
        return FALSE;
      parser->start = parser->current = jm_point (ox + v[0], oy + v[1]);
      check (parser, parser->start);
      jm_path_builder_move_to (parser->builder, parser->current.x, parser->current.y);
      return TRUE;

    case 'L':
      if (!read_numbers (parser, v, 2))
        return FALSE;
      line_to (parser, jm_point (ox + v[0], oy + v[1]));
      return TRUE;

    case 'H':
      if (!read_numbers (parser, v, 1))
        return FALSE;
      line_to (parser, jm_point (ox + v[0], parser->current.y));
      return TRUE;

    case 'V':
      if (!read_numbers (parser, v, 1))
        return FALSE;
      line_to (parser, jm_point (parser->current.x, oy + v[0]));
      return TRUE;

    case 'C':
      if (!read_numbers (parser, v, 6))
        return FALSE;
      curve_to (parser,
                jm_point (ox + v[0], oy + v[1]),
                jm_point (ox + v[2], oy + v[3]),
                jm_point (ox + v[4], oy + v[5]));
      return TRUE;

    case 'S':
      if (!read_numbers (parser, v, 4))
        return FALSE;
      curve_to (parser,
                strchr ("CS", parser->previous) ? mirrored_control (parser) : parser->current,
                jm_point (ox + v[0], oy + v[1]),
                jm_point (ox + v[2], oy + v[3]));
      return TRUE;

    case 'Q':
      if (!read_numbers (parser, v, 4))
        return FALSE;
      quadratic_to (parser, jm_point (ox + v[0], oy + v[1]), jm_point (ox + v[2], oy + v[3]));
      return TRUE;

    case 'T':
      if (!read_numbers (parser, v, 2))
        return FALSE;
      quadratic_to (parser,
                    strchr ("QT", parser->previous) ? mirrored_control (parser) : parser->current,
                    jm_point (ox + v[0], oy + v[1]));
      return TRUE;

    case 'A':
      {
        gboolean large, clockwise;

        if (!read_numbers (parser, v, 3) ||
            !read_flag (parser, &large) ||
            !read_flag (parser, &clockwise) ||
            !read_numbers (parser, v + 3, 2))
          return FALSE;
        arc_to (parser, v[0], v[1], v[2], large, clockwise, jm_point (ox + v[3], oy + v[4]));
        return TRUE;
      }

    default:
      return FALSE;
    }
}

static gboolean
read_path (Parser *parser)
{
  skip_space (parser);

  /* Empty data is a path that draws nothing; any other begins with a move. */
  if (*parser->p != '\0' && *parser->p != 'M' && *parser->p != 'm')
    return FALSE;

  while (*parser->p != '\0')
    {
      char command = *parser->p++;

      skip_space (parser);

      if (command == 'Z' || command == 'z')
        {
          jm_path_builder_close (parser->builder);
          parser->current = parser->start;
          parser->previous = 'Z';
          continue;
        }

      for (;;)
        {
          gboolean comma;

          if (!read_segment (parser, command))
            return FALSE;

          parser->previous = g_ascii_toupper (command);

          /* More numbers are the same command again, but for a move: those are lines. */
          if (command == 'M')
            command = 'L';
          else if (command == 'm')
            command = 'l';

          skip_space (parser);
          comma = *parser->p == ',';
          skip_separator (parser);
          if (!at_number (parser))
            {
              if (comma)
                return FALSE;
              break;
            }
        }
    }

  return TRUE;
}

/**
 * jm_path_new_from_svg:
 * @d: the value of the attribute d of an SVG path
 *
 * All commands are understood. Numbers are map units. Unlike a browser, which draws what comes before
 * a mistake, this refuses the whole.
 *
 * Returns: (transfer full) (nullable): the path, or %NULL if @d is not path data
 */
JmPath *
jm_path_new_from_svg (const char *d)
{
  g_autoptr(JmPathBuilder) builder = NULL;
  Parser parser = { .p = d };

  g_return_val_if_fail (d != NULL, NULL);

  parser.builder = builder = jm_path_builder_new ();

  if (!read_path (&parser) || parser.overflow)
    return NULL;

  return jm_path_builder_end (g_steal_pointer (&builder));
}
