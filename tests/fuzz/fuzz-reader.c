/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a .cjm file: they are refused with a reason, or open as a map that comes back from being written. */

#include "fuzz.h"

#include "format/jm-read.h"
#include "format/jm-same.h"
#include "format/jm-write.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = jm_read_bytes (bytes, "map.cjm", &notices, &error);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (JmMap) read_back = NULL;

  g_assert_nonnull (notices);
  for (guint n = 0; n < notices->len; n++)
    {
      const JmNotice *notice = g_ptr_array_index (notices, n);

      g_assert_cmpint (notice->line, >=, 1);
      g_assert_cmpint (notice->column, >=, 1);
      g_assert_true (g_utf8_validate (notice->message, -1, NULL));
    }

  if (map == NULL)
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (notices->len, >, 0);
      return 0;
    }

  g_assert_no_error (error);
  written = jm_write_bytes (map, &error);
  g_assert_no_error (error);
  read_back = jm_read_bytes (written, "written.cjm", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (jm_map_survived (map, read_back));
  again = jm_write_bytes (read_back, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (written, again));

  return 0;
}
