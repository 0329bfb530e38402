/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a picture. The first says of which type, and whether the others are base64 or what that stands for. What
 * passes the gate is within its limits.
 */

#include "fuzz.h"

#include "format/jm-picture.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char * const media_types[] = { "image/png", "image/jpeg", "image/svg+xml", "image/gif" };
  g_autofree char *base64 = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (GBytes) decoded = NULL;
  const char *media_type;
  int width = -1, height = -1;

  if (size == 0)
    return 0;

  media_type = media_types[data[0] % 4];
  base64 = data[0] & 4 ? g_strndup ((const char *) data + 1, size - 1) : g_base64_encode (data + 1, size - 1);

  if (!jm_picture_check (media_type, base64, &width, &height, &reason))
    {
      g_assert_nonnull (reason);
      g_assert_true (g_utf8_validate (reason, -1, NULL));
      return 0;
    }

  g_assert_null (reason);
  g_assert_cmpint (width, <=, JM_PICTURE_MAX_SIDE);
  g_assert_cmpint (height, <=, JM_PICTURE_MAX_SIDE);
  g_assert_cmpint ((gint64) width * height, <=, JM_PICTURE_MAX_PIXELS);

  decoded = jm_picture_decode (media_type, base64, &width, &height, &reason);
  g_assert_nonnull (decoded);

  return 0;
}
