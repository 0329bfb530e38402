/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How SVG writes numbers, colours, text and paths. Nothing in here looks at the locale. */
#include "jm-svg-buffer.h"

#include "jm-bidi.h"

#include <math.h>

/* Coordinates beyond this are no picture any more; it keeps hundredths far from the end of an integer. */
#define FARTHEST 1e12

/* A sign, the digits of FARTHEST, a point and two decimals. */
#define NUMBER_SPACE 20

/**
 * jm_svg_buffer_init:
 * @self: a buffer
 * @space: the bytes to begin with
 */
void
jm_svg_buffer_init (JmSvgBuffer *self,
                    gsize        space)
{
  self->data = g_malloc (MAX (space, 64));
  self->length = 0;
  self->space = MAX (space, 64);
}

/**
 * jm_svg_buffer_clear:
 * @self: a buffer
 *
 * Gives up what was written.
 */
void
jm_svg_buffer_clear (JmSvgBuffer *self)
{
  g_clear_pointer (&self->data, g_free);
  self->length = 0;
  self->space = 0;
}

/**
 * jm_svg_buffer_end:
 * @self: a buffer, which is empty afterwards
 *
 * Returns: (transfer full): what was written
 */
GBytes *
jm_svg_buffer_end (JmSvgBuffer *self)
{
  gsize length = self->length;

  self->length = 0;
  self->space = 0;

  return g_bytes_new_take (g_steal_pointer (&self->data), length);
}

/**
 * jm_svg_buffer_grow:
 * @self: a buffer
 * @more: bytes that must fit behind what is there
 */
void
jm_svg_buffer_grow (JmSvgBuffer *self,
                    gsize        more)
{
  self->space = MAX (self->space + self->space / 2, self->length + more);
  self->data = g_realloc (self->data, self->space);
}

static inline gint64
hundredths (double number)
{
  if (G_UNLIKELY (!isfinite (number)))
    return 0;

  return llrint (CLAMP (number, -FARTHEST, FARTHEST) * 100);
}

/* Writes at most NUMBER_SPACE bytes and returns the end. */
static char *
write_hundredths (char   *at,
                  gint64  number)
{
  guint64 whole;
  guint   rest;

  if (number < 0)
    {
      *at++ = '-';
      number = -number;
    }

  whole = (guint64) number / 100;
  rest = (guint) ((guint64) number % 100);

  if (whole != 0 || rest == 0)
    {
      char  digits[NUMBER_SPACE];
      guint n = 0;

      do
        {
          digits[n++] = (char) ('0' + whole % 10);
          whole /= 10;
        }
      while (whole != 0);

      while (n > 0)
        *at++ = digits[--n];
    }

  if (rest != 0)
    {
      *at++ = '.';
      *at++ = (char) ('0' + rest / 10);
      if (rest % 10 != 0)
        *at++ = (char) ('0' + rest % 10);
    }

  return at;
}

/**
 * jm_svg_buffer_put_number:
 * @self: a buffer
 * @number: any number
 *
 * Writes the number rounded to hundredths, as short as SVG allows: "12", "-.5". What is not finite is written as 0.
 */
void
jm_svg_buffer_put_number (JmSvgBuffer *self,
                          double       number)
{
  jm_svg_buffer_reserve (self, NUMBER_SPACE);
  self->length = (gsize) (write_hundredths (self->data + self->length, hundredths (number)) - self->data);
}

/**
 * jm_svg_buffer_put_color:
 * @self: a buffer
 * @color: a colour, whose alpha is written elsewhere
 *
 * Writes "#rrggbb", or "#rgb" where that is the same.
 */
void
jm_svg_buffer_put_color (JmSvgBuffer *self,
                         JmColor      color)
{
  static const char digits[] = "0123456789abcdef";
  char             *at;

  jm_svg_buffer_reserve (self, 7);
  at = self->data + self->length;
  at[0] = '#';

  if (color.red % 17 == 0 && color.green % 17 == 0 && color.blue % 17 == 0)
    {
      at[1] = digits[color.red & 15];
      at[2] = digits[color.green & 15];
      at[3] = digits[color.blue & 15];
      self->length += 4;
      return;
    }

  at[1] = digits[color.red >> 4];
  at[2] = digits[color.red & 15];
  at[3] = digits[color.green >> 4];
  at[4] = digits[color.green & 15];
  at[5] = digits[color.blue >> 4];
  at[6] = digits[color.blue & 15];
  self->length += 7;
}

/* What the byte needs; 0 is nothing. */
static inline guint
class_of (guchar byte)
{
  if (byte >= 0x80)
    return byte == 0xe2 || byte == 0xef;

  return byte < 0x20 || byte == '<' || byte == '>' || byte == '&' || byte == '"';
}

/**
 * jm_svg_buffer_put_text:
 * @self: a buffer
 * @text: UTF-8
 *
 * Writes text so that it can stand in an element or in an attribute between double quotes: markup escaped, characters
 * that XML cannot hold left out, and every change of direction that the text opens closed again, so that it cannot turn
 * around what stands after it (Unicode Standard Annex 9; "Trojan Source", Boucher and Anderson 2021).
 */
void
jm_svg_buffer_put_text (JmSvgBuffer *self,
                        const char  *text)
{
  JmBidi      bidi;
  const char *run = text;
  const char *at;

  bidi.depth = 0;

  for (at = text; *at != '\0'; at++)
    {
      const char *instead = NULL;

      if (G_LIKELY (!class_of ((guchar) *at)))
        continue;

      switch ((guchar) *at)
        {
        case '<':
          instead = "&lt;";
          break;

        case '>':
          instead = "&gt;";
          break;

        case '&':
          instead = "&amp;";
          break;

        case '"':
          instead = "&quot;";
          break;

        case '\t':
          instead = "&#9;";
          break;

        case '\n':
          instead = "&#10;";
          break;

        case '\r':
          instead = "&#13;";
          break;

        case 0xe2:
          jm_bidi_follow (&bidi, at);
          continue;

        case 0xef:
          /* U+FFFE and U+FFFF */
          if ((guchar) at[1] != 0xbf || ((guchar) at[2] != 0xbe && (guchar) at[2] != 0xbf))
            continue;
          jm_svg_buffer_put_bytes (self, run, (gsize) (at - run));
          at += 2;
          run = at + 1;
          continue;

        default:
          instead = "";
          break;
        }

      jm_svg_buffer_put_bytes (self, run, (gsize) (at - run));
      jm_svg_buffer_put (self, instead);
      run = at + 1;
    }

  jm_svg_buffer_put_bytes (self, run, (gsize) (at - run));

  while ((run = jm_bidi_close (&bidi)) != NULL)
    jm_svg_buffer_put (self, run);
}

/**
 * jm_svg_buffer_put_name:
 * @self: a buffer
 * @name: UTF-8
 *
 * Writes what can stand behind the first character of an id: ASCII letters, digits, "-", "_" and "." as they are, and
 * every other byte as "_" and two digits. So different names stay different but for names that hold such an escape.
 */
void
jm_svg_buffer_put_name (JmSvgBuffer *self,
                        const char  *name)
{
  static const char digits[] = "0123456789abcdef";
  const char       *at;

  jm_svg_buffer_reserve (self, 3 * strlen (name));

  for (at = name; *at != '\0'; at++)
    {
      guchar byte = (guchar) *at;

      if (g_ascii_isalnum (byte) || byte == '-' || byte == '_' || byte == '.')
        {
          self->data[self->length++] = (char) byte;
        }
      else
        {
          self->data[self->length++] = '_';
          self->data[self->length++] = digits[byte >> 4];
          self->data[self->length++] = digits[byte & 15];
        }
    }
}

/**
 * jm_svg_path_begin:
 * @self: (out): a path to write
 * @out: where to
 * @dx: how far to move all of the path to the right
 * @dy: how far to move it down
 *
 * Begins the value of a "d" attribute.
 */
void
jm_svg_path_begin (JmSvgPath   *self,
                   JmSvgBuffer *out,
                   double       dx,
                   double       dy)
{
  memset (self, 0, sizeof *self);
  self->out = out;
  self->dx = dx;
  self->dy = dy;
}

/* Writes a step of relative coordinates: the letter unless it is the last one's, blanks only where they are needed. */
static void
put_step (JmSvgPath    *self,
          char          letter,
          const gint64 *numbers,
          guint         n_numbers)
{
  char    *at;
  gboolean apart;

  jm_svg_buffer_reserve (self->out, 1 + n_numbers * (NUMBER_SPACE + 1));
  at = self->out->data + self->out->length;

  apart = letter == self->letter;
  if (!apart)
    *at++ = letter;
  self->letter = letter;

  for (guint i = 0; i < n_numbers; i++)
    {
      if (apart && numbers[i] >= 0)
        *at++ = ' ';
      at = write_hundredths (at, numbers[i]);
      apart = TRUE;
    }

  self->out->length = (gsize) (at - self->out->data);
}

/**
 * jm_svg_path_put:
 * @self: a path that was begun
 * @verb: what the pen does
 * @points: as many points as the verb has
 */
void
jm_svg_path_put (JmSvgPath     *self,
                 JmPathVerb     verb,
                 const JmPoint *points)
{
  gint64 steps[6];
  gint64 x = self->x;
  gint64 y = self->y;
  guint  n_points = verb == JM_PATH_CURVE ? 3 : verb == JM_PATH_CLOSE ? 0 : 1;

  for (guint i = 0; i < n_points; i++)
    {
      x = hundredths (points[i].x + self->dx);
      y = hundredths (points[i].y + self->dy);
      steps[2 * i] = x - self->x;
      steps[2 * i + 1] = y - self->y;
    }

  switch (verb)
    {
    case JM_PATH_MOVE:
      /* Each with its letter: further points behind a move would be lines. */
      self->letter = '\0';
      put_step (self, 'm', steps, 2);
      self->letter = '\0';
      self->start_x = x;
      self->start_y = y;
      break;

    case JM_PATH_LINE:
      if (steps[1] == 0)
        put_step (self, 'h', steps, 1);
      else if (steps[0] == 0)
        put_step (self, 'v', steps + 1, 1);
      else
        put_step (self, 'l', steps, 2);
      break;

    case JM_PATH_CURVE:
      put_step (self, 'c', steps, 6);
      break;

    case JM_PATH_CLOSE:
      put_step (self, 'z', NULL, 0);
      self->letter = '\0';
      x = self->start_x;
      y = self->start_y;
      break;
    }

  self->x = x;
  self->y = y;
}
