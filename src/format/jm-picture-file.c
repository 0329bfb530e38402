/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-picture-file.h"

#include "jm-picture.h"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

/* Base64 makes four letters of three bytes. */
#define MAX_BYTES (JM_PICTURE_MAX_ENCODED / 4 * 3)

static void
set_too_large (GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s",
               _("A picture may be 4.5 MB large. Make it smaller first, or take a photo of less detail."));
}

static void
set_no_picture (GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", _("A picture must be a PNG, JPEG or SVG file."));
}

/* What a file holds says its beginning, not its name. */
static const char *
find_media_type (const guchar *data,
                 gsize         length)
{
  if (length >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "image/png";
  if (length >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "image/jpeg";
  if (g_strstr_len ((const char *) data, MIN (length, 1024), "<svg") != NULL)
    return "image/svg+xml";

  return NULL;
}

/**
 * jm_picture_read_bytes:
 * @bytes: what somebody says is a picture
 * @error: return location for a #GError; its message says what a picture must be
 *
 * Lets a picture through the gate that every picture passes before it is decoded. On any thread.
 *
 * Returns: (transfer full) (nullable): an item that can be put into a map
 */
JmItem *
jm_picture_read_bytes (GBytes  *bytes,
                       GError **error)
{
  g_autofree char *base64 = NULL;
  const char *media_type;
  const guchar *data;
  JmItem *picture;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length > MAX_BYTES)
    {
      set_too_large (error);
      return NULL;
    }

  media_type = length > 0 ? find_media_type (data, length) : NULL;
  if (media_type == NULL)
    {
      set_no_picture (error);
      return NULL;
    }

  base64 = g_base64_encode (data, length);
  if (!jm_picture_check (media_type, base64, NULL, NULL, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("This picture was left out: it is damaged, has more than %d pixels on a side or %d million in all, or is "
                     "an SVG that holds more than a drawing."),
                   JM_PICTURE_MAX_SIDE, JM_PICTURE_MAX_PIXELS / 1000000);
      return NULL;
    }

  picture = jm_item_new (JM_KIND_PICTURE, NULL);
  jm_item_set (picture, JM_ATTR_MEDIA_TYPE, media_type);
  jm_item_set_text (picture, base64);

  return picture;
}

/* What says of itself how large it is may say anything. A byte more than the most is enough to know. */
static GBytes *
read_bounded (GFile   *file,
              GError **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree guchar *data = NULL;
  gsize length;

  if (stream == NULL)
    return NULL;

  data = g_malloc (MAX_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, MAX_BYTES + 1, &length, NULL, error))
    return NULL;

  return g_bytes_new (data, length);
}

/**
 * jm_picture_read_file:
 * @file: a file
 * @error: return location for a #GError; its message says what a picture must be
 *
 * Reads a picture, and lets it through the gate that every picture passes before it is decoded. On any thread.
 *
 * Returns: (transfer full) (nullable): an item that can be put into a map
 */
JmItem *
jm_picture_read_file (GFile   *file,
                      GError **error)
{
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return NULL;

  /* A pipe may have nobody at its other end, and be read for ever. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      set_no_picture (error);
      return NULL;
    }

  if (g_file_info_get_size (info) > MAX_BYTES)
    {
      set_too_large (error);
      return NULL;
    }

  bytes = read_bounded (file, error);
  return bytes != NULL ? jm_picture_read_bytes (bytes, error) : NULL;
}
