/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file must be before its tags are looked at: text, in UTF-8. Whoever sent something else is told what it is. */

#include "config.h"

#include "jm-scan-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The value of encoding="…" in the XML declaration, or NULL. */
static char *
find_declared_encoding (const JmScan *scan)
{
  g_autofree char *declaration = NULL;
  const char *end;
  const char *at;
  char quote;

  if (scan->length < 6 || memcmp (scan->data, "<?xml", 5) != 0 || !jm_scan_is_blank (scan->data[5]))
    return NULL;

  end = memmem (scan->data, scan->length, "?>", 2);
  if (end == NULL)
    return NULL;

  declaration = g_strndup (scan->data, end - scan->data);
  at = strstr (declaration, "encoding");
  if (at == NULL)
    return NULL;

  at += strlen ("encoding");
  while (jm_scan_is_blank (*at) || *at == '=')
    at++;
  quote = *at;
  if (quote != '"' && quote != '\'')
    return NULL;

  at++;
  end = strchr (at, quote);
  if (end == NULL)
    return NULL;

  return g_strndup (at, end - at);
}

/**
 * jm_scan_check_encoding:
 * @scan: a scan
 *
 * Holds the file against what a map is written in: UTF-8, with no zero byte in it. What is wrong first is left in
 * @scan->problem.
 *
 * Returns: whether its tags may be looked at
 */
gboolean
jm_scan_check_encoding (JmScan *scan)
{
  const guchar *bytes = (const guchar *) scan->data;
  g_autofree char *encoding = NULL;
  const char *invalid;
  gsize start = 0;

  if (scan->length == 0)
    return jm_scan_report (scan, JM_READ_ERROR_NOT_XML, scan->data,
                           g_strdup (_("The file is empty. If it was copied or downloaded, that has probably failed: "
                                       "fetch it once more.")));

  if (scan->length >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b)
    return jm_scan_report (scan, JM_READ_ERROR_NOT_XML, scan->data,
                           g_strdup (_("The file is compressed (gzip). Unpack it first, then open what comes out of "
                                       "it.")));

  if (scan->length >= 2 &&
      ((bytes[0] == 0xfe && bytes[1] == 0xff) || (bytes[0] == 0xff && bytes[1] == 0xfe)))
    return jm_scan_report (scan, JM_READ_ERROR_NOT_XML, scan->data,
                           g_strdup (_("The file is written in UTF-16, and a map is read as UTF-8 only. "
                                       "Save it as UTF-8 in a text editor.")));

  while (start < scan->length && jm_scan_is_blank (scan->data[start]))
    start++;
  if (start < scan->length && scan->data[start] != '<' && scan->data[start] != '\0')
    return jm_scan_report (scan, JM_READ_ERROR_NOT_A_MAP, scan->data + start,
                           g_strdup (_("This is not a journey map: the file does not begin with a tag. Choose a file "
                                       "that ends in .cjm.")));

  if (!g_utf8_validate_len (scan->data, scan->length, &invalid))
    {
      if (*invalid == '\0')
        return jm_scan_report (scan, JM_READ_ERROR_NOT_XML, invalid,
                               g_strdup (_("There is a zero byte here, which text cannot hold. The file is damaged, "
                                           "or it is no map: restore it from a copy.")));

      return jm_scan_report (scan, JM_READ_ERROR_NOT_XML, invalid,
                             g_strdup (_("The text from here on is not UTF-8. Save the file as UTF-8 in a text "
                                         "editor, or restore it from a copy.")));
    }

  encoding = find_declared_encoding (scan);
  if (encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0)
    return jm_scan_report (scan, JM_READ_ERROR_NOT_XML, scan->data,
                           /* Translators: %s is the name of a character encoding, such as ISO-8859-1. */
                           g_strdup_printf (_("The first line says that the file is written in %s, and a map is read "
                                              "as UTF-8 only. Save it as UTF-8 in a text editor."),
                                            encoding));

  return TRUE;
}
