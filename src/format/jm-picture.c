/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decoders are where hostile files do their harm: a PNG of 66 bytes can ask for 10 GB. So the size is read from the header
 * before any of them runs.
 */

#include "config.h"

#include "jm-picture.h"

#include "jm-svg-gate.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Base64 */

/* The value of a base64 digit, or one of these. */
#define BLANK   64
#define PADDING 65
#define WRONG   66

static guint8
get_digit (guchar c)
{
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 26;
  if (c >= '0' && c <= '9')
    return c - '0' + 52;
  if (c == '+')
    return 62;
  if (c == '/')
    return 63;
  if (c == '=')
    return PADDING;
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
    return BLANK;

  return WRONG;
}

/* RFC 4648, section 4, with blanks and line breaks anywhere. GLib's own decoder passes over what is no base64 at all.
 * Returns NULL for what is wrong; too_large is set when it is only too much.
 */
static GBytes *
decode_base64 (const char *text,
               gboolean   *too_large)
{
  guint8 digits[256];
  gsize length = strlen (text);
  g_autofree guint8 *data = g_malloc (length / 4 * 3 + 3);
  gsize n_data = 0;
  gsize n_digits = 0;
  guint n_padding = 0;
  guint32 group = 0;

  for (guint c = 0; c < 256; c++)
    digits[c] = get_digit (c);

  *too_large = FALSE;
  for (gsize i = 0; i < length; i++)
    {
      guint8 digit = digits[(guchar) text[i]];

      if (digit == BLANK)
        continue;
      if (digit == WRONG)
        return NULL;

      if (++n_digits > JM_PICTURE_MAX_ENCODED)
        {
          *too_large = TRUE;
          return NULL;
        }

      if (digit == PADDING)
        {
          n_padding++;
          digit = 0;
        }
      else if (n_padding > 0)
        {
          return NULL;
        }

      group = group << 6 | digit;
      if (n_digits % 4 == 0)
        {
          data[n_data++] = group >> 16;
          data[n_data++] = group >> 8;
          data[n_data++] = group;
          group = 0;
        }
    }

  if (n_digits == 0 || n_digits % 4 != 0 || n_padding > 2)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&data), n_data - n_padding);
}

/* Sizes */

static guint32
get_be32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static guint
get_be16 (const guint8 *bytes)
{
  return (guint) bytes[0] << 8 | bytes[1];
}

/* PNG (third edition), 5.2 and 11.2.1. */
static gboolean
measure_png (const guint8 *bytes,
             gsize         length,
             double       *width,
             double       *height)
{
  if (length < 33 || memcmp (bytes, "\x89PNG\r\n\x1a\n", 8) != 0 ||
      get_be32 (bytes + 8) != 13 || memcmp (bytes + 12, "IHDR", 4) != 0)
    return FALSE;

  *width = get_be32 (bytes + 16);
  *height = get_be32 (bytes + 20);

  return TRUE;
}

/* A picture that comes in stages has some ten, and a small one within it a few. */
#define MAX_SCANS 100

/* Each scan over a large picture takes a decoder as long as the first, and there is room for a hundred thousand of them. In
 * what is encoded 0xff is followed by 0.
 */
static gboolean
has_few_scans (const guint8 *bytes,
               gsize         length)
{
  guint n_scans = 0;

  for (gsize i = 0; i + 1 < length; i++)
    if (bytes[i] == 0xff && bytes[i + 1] == 0xda)
      n_scans++;

  return n_scans <= MAX_SCANS;
}

/* ITU-T T.81, annex B: segments up to the start of the frame. */
static gboolean
measure_jpeg (const guint8 *bytes,
              gsize         length,
              double       *width,
              double       *height)
{
  gsize at = 2;

  if (length < 4 || bytes[0] != 0xff || bytes[1] != 0xd8)
    return FALSE;

  while (at + 4 <= length)
    {
      guint8 marker;
      gsize segment;

      if (bytes[at] != 0xff)
        return FALSE;
      while (at < length && bytes[at] == 0xff)
        at++;
      if (at + 3 > length)
        return FALSE;

      marker = bytes[at++];
      if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7))
        continue;
      /* A scan or the end before any frame. */
      if (marker == 0x00 || marker == 0xd8 || marker == 0xd9 || marker == 0xda)
        return FALSE;

      segment = get_be16 (bytes + at);
      if (segment < 2 || segment > length - at)
        return FALSE;

      /* SOF0 to SOF15 without the tables and the reserved one among them. */
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          if (segment < 8)
            return FALSE;
          *height = get_be16 (bytes + at + 3);
          *width = get_be16 (bytes + at + 5);
          return TRUE;
        }

      at += segment;
    }

  return FALSE;
}

/* Pictures */

/* Takes message. */
static void
set_reason (char **reason,
            char  *message)
{
  if (reason != NULL)
    *reason = message;
  else
    g_free (message);
}

static char *
tell_malformed (void)
{
  return g_strdup (_("The data of this picture is damaged. A placeholder is drawn, and the data is kept. Put the picture in "
                     "once more."));
}

/**
 * jm_picture_decode:
 * @media_type: (nullable): what it says to be
 * @base64: its data
 * @width: (out) (optional): its width in pixels
 * @height: (out) (optional): its height in pixels
 * @reason: (out) (optional) (transfer full): why it is not let through, and what to do
 *
 * Decodes base64, and lets the bytes through if a decoder may see them: PNG, JPEG or SVG, within the limits on data,
 * sides, pixels and elements. Nothing is decompressed. Costs O(n); safe from any thread.
 *
 * Returns: (transfer full) (nullable): the bytes of the picture file; %NULL with @reason set
 */
GBytes *
jm_picture_decode (const char  *media_type,
                   const char  *base64,
                   int         *width,
                   int         *height,
                   char       **reason)
{
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_png = g_strcmp0 (media_type, "image/png") == 0;
  gboolean is_jpeg = g_strcmp0 (media_type, "image/jpeg") == 0;
  gboolean is_svg = g_strcmp0 (media_type, "image/svg+xml") == 0;
  gboolean too_large = FALSE;
  gboolean broken = FALSE;
  double w = 0;
  double h = 0;
  const guint8 *data;
  gsize length;

  g_return_val_if_fail (base64 != NULL, NULL);

  if (!is_png && !is_jpeg && !is_svg)
    {
      set_reason (reason,
                  g_strdup (_("This picture is neither PNG, JPEG nor SVG by its media-type. A placeholder is drawn, and the "
                              "data is kept. Put it in once more as one of these.")));
      return NULL;
    }

  bytes = decode_base64 (base64, &too_large);
  if (too_large || (is_svg && bytes != NULL && g_bytes_get_size (bytes) > JM_PICTURE_MAX_SVG))
    {
      set_reason (reason,
                  g_strdup_printf (_("The data of this picture is larger than %d MiB. A placeholder is drawn, and the data is "
                                     "kept. Put in a smaller one."),
                                   (is_svg && !too_large ? JM_PICTURE_MAX_SVG : JM_PICTURE_MAX_ENCODED) / 1024 / 1024));
      return NULL;
    }
  if (bytes == NULL)
    {
      set_reason (reason, tell_malformed ());
      return NULL;
    }

  data = g_bytes_get_data (bytes, &length);
  if (is_svg && !jm_svg_gate_check (bytes, &w, &h, &broken) && !broken)
    {
      set_reason (reason,
                  g_strdup (_("This SVG holds something that is not drawn for safety, such as an image, a filter, a script, a "
                              "link outwards or more than can be drawn in a moment. A placeholder is drawn, and the data is "
                              "kept. Put it in as PNG.")));
      return NULL;
    }

  if (broken || (is_png && !measure_png (data, length, &w, &h)) ||
      (is_jpeg && (!measure_jpeg (data, length, &w, &h) || !has_few_scans (data, length))) ||
      !(w > 0) || !(h > 0))
    {
      set_reason (reason, tell_malformed ());
      return NULL;
    }

  if (w > JM_PICTURE_MAX_SIDE || h > JM_PICTURE_MAX_SIDE || w * h > JM_PICTURE_MAX_PIXELS)
    {
      set_reason (reason,
                  g_strdup_printf (_("This picture is %.0f × %.0f pixels, and at most %d on a side and %d million in all are "
                                     "drawn. A placeholder is drawn, and the data is kept. Put in a smaller one."),
                                   w, h, JM_PICTURE_MAX_SIDE, JM_PICTURE_MAX_PIXELS / 1000000));
      return NULL;
    }

  if (width != NULL)
    *width = (int) ceil (w);
  if (height != NULL)
    *height = (int) ceil (h);

  return g_steal_pointer (&bytes);
}

/**
 * jm_picture_check:
 * @media_type: (nullable): what it says to be
 * @base64: its data
 * @width: (out) (optional): its width in pixels
 * @height: (out) (optional): its height in pixels
 * @reason: (out) (optional) (transfer full): why it is not let through, and what to do
 *
 * Like jm_picture_decode(), for those who want to know and not to draw.
 *
 * Returns: %TRUE if a decoder may see it
 */
gboolean
jm_picture_check (const char  *media_type,
                  const char  *base64,
                  int         *width,
                  int         *height,
                  char       **reason)
{
  g_autoptr (GBytes) bytes = jm_picture_decode (media_type, base64, width, height, reason);

  return bytes != NULL;
}
