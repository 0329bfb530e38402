/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a file of another program, of the format that the first byte names. What comes of them can be saved. */

#include "fuzz.h"

#include "format/jm-import.h"
#include "format/jm-same.h"
#include "format/jm-write.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const JmImportFormat *format;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (JmMap) read_back = NULL;
  gsize n_formats = 0;

  if (size == 0)
    return 0;

  while (jm_import_get_nth (n_formats) != NULL)
    n_formats++;
  format = jm_import_get_nth (data[0] % n_formats);
  bytes = g_bytes_new (data + 1, size - 1);

  map = jm_import_bytes (bytes, "import", format, data[0] & 0x80 ? "nl" : "en", &notices, &error);
  g_assert_true ((map == NULL) == (error != NULL));
  if (map == NULL)
    return 0;

  written = jm_write_bytes (map, &error);
  g_assert_no_error (error);
  read_back = jm_read_bytes (written, "written.cjm", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (jm_map_survived (map, read_back));

  return 0;
}
