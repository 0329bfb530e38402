/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that turns the direction of reading can make what stands after it read as something else (Unicode Standard Annex 9;
 * "Trojan Source", Boucher and Anderson 2021). So each text closes at its end what it opened. */
#include "jm-bidi.h"

#include <string.h>

/**
 * jm_bidi_follow:
 * @self: what is open so far
 * @character: the first byte, 0xE2, of a character of valid UTF-8
 *
 * Follows U+202A to U+202E and U+2066 to U+2069, all of three bytes that begin with 0xE2.
 */
void
jm_bidi_follow (JmBidi     *self,
                const char *character)
{
  guchar second = (guchar) character[1];
  guchar third = second != 0 ? (guchar) character[2] : 0;

  if (second == 0x80 && third >= 0xaa && third <= 0xae)
    {
      if (third == 0xac)
        {
          if (self->depth > 0 && !self->isolates[self->depth - 1])
            self->depth--;
        }
      else if (self->depth < JM_BIDI_DEPTH)
        {
          self->isolates[self->depth++] = FALSE;
        }
    }
  else if (second == 0x81 && third >= 0xa6 && third <= 0xa9)
    {
      if (third != 0xa9)
        {
          if (self->depth < JM_BIDI_DEPTH)
            self->isolates[self->depth++] = TRUE;
        }
      else
        {
          guint isolate = self->depth;

          while (isolate > 0 && !self->isolates[isolate - 1])
            isolate--;
          if (isolate > 0)
            self->depth = isolate - 1;
        }
    }
}

/**
 * jm_bidi_close:
 * @self: what is open
 *
 * Closes what was opened last.
 *
 * Returns: (transfer none) (nullable): the character that closes it; %NULL when nothing is open
 */
const char *
jm_bidi_close (JmBidi *self)
{
  if (self->depth == 0)
    return NULL;

  return self->isolates[--self->depth] ? "\xe2\x81\xa9" : "\xe2\x80\xac";
}

/**
 * jm_bidi_append:
 * @out: where to write
 * @text: UTF-8
 *
 * Writes a text and closes what it opens.
 */
void
jm_bidi_append (GString    *out,
                const char *text)
{
  JmBidi      bidi;
  const char *closing;

  bidi.depth = 0;
  for (const char *at = strchr (text, '\xe2'); at != NULL; at = strchr (at + 1, '\xe2'))
    jm_bidi_follow (&bidi, at);

  g_string_append (out, text);
  while ((closing = jm_bidi_close (&bidi)) != NULL)
    g_string_append (out, closing);
}
