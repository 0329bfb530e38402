/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of imports, and what all files must be: a file that can be read, not larger than a map may be, UTF-8. */
#include "config.h"

#include "jm-import.h"

#include "jm-import-private.h"
#include "jm-scan.h"

#include <glib/gi18n.h>
#include <string.h>

struct _JmImportFormat
{
  const char *id;
  const char *extension;
  const char *name;   /* in English */
  JmImport    import; /* NULL for maps themselves */
};

static const JmImportFormat formats[] = {
  { "csv", "csv", N_("CSV table"), jm_import_table },
  { "tsv", "tsv", N_("TSV table"), jm_import_table },
  { "txt", "txt", N_("Plain text, a list"), jm_import_outline },
  { "mmd", "mmd", N_("Mermaid journey diagram"), jm_import_mermaid },
  { "xml", "xml", N_("Journey map"), NULL },
};

/**
 * jm_import_get_nth:
 * @nth: 0 for the first
 *
 * Returns: (transfer none) (nullable): a format, %NULL after the last
 */
const JmImportFormat *
jm_import_get_nth (gsize nth)
{
  return nth < G_N_ELEMENTS (formats) ? &formats[nth] : NULL;
}

/**
 * jm_import_format_from_path:
 * @path: a file name
 *
 * Returns: (transfer none) (nullable): the format that files with this ending have, in capitals or not
 */
const JmImportFormat *
jm_import_format_from_path (const char *path)
{
  g_autofree char *name = NULL;
  const char *dot;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_path_get_basename (path);
  dot = strrchr (name, '.');
  for (gsize i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (dot + 1, formats[i].extension) == 0)
      return &formats[i];

  return NULL;
}

/**
 * jm_import_format_get_id:
 * @format: a format
 *
 * Returns: (transfer none): its id and its ending without the dot, such as "csv"
 */
const char *
jm_import_format_get_id (const JmImportFormat *format)
{
  g_return_val_if_fail (format != NULL, NULL);

  return format->id;
}

/* Line and character of a byte. */
static void
locate (const char *text,
        const char *at,
        int        *line,
        int        *column)
{
  const char *start = text;

  *line = 1;
  for (const char *p = text; p < at; p++)
    if (*p == '\n')
      {
        ++*line;
        start = p + 1;
      }
  *column = 1 + (int) g_utf8_strlen (start, at - start);
}

/* Without the byte order mark; %NULL when it is given up. */
static char *
take_text (JmDraft *draft,
           GBytes  *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end;
  int line, column;

  if (length > JM_MAX_FILE)
    {
      g_autofree char *message = jm_scan_tell_too_large ();

      jm_draft_refuse (draft, 1, 1, JM_READ_ERROR_LIMIT, message);
      return NULL;
    }

  if (data == NULL)
    data = "";
  if (length >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  if (!g_utf8_validate (data, length, &end))
    {
      locate (data, end, &line, &column);
      jm_draft_refuse (draft, line, column, JM_READ_ERROR_NOT_XML,
                       _("This is not text in UTF-8. Save the file as UTF-8; Excel calls it “CSV UTF-8”."));
      return NULL;
    }

  return g_strndup (data, length);
}

/* The person's, if maps can be in it. */
static const char *
get_language (void)
{
  const char * const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "nl"))
      return "nl";
    else if (g_str_has_prefix (names[i], "en"))
      return "en";

  return "en";
}

/**
 * jm_import_bytes:
 * @bytes: the content of a file
 * @display_name: what the person calls it, in UTF-8
 * @format: what it is
 * @language: (nullable): the language of the map that is made; %NULL for what the file itself tells, or
 *   else the person's
 * @notices: (out) (optional) (transfer full) (element-type JmNotice): what was read otherwise than it stands there; the
 *   last one says why, when it could not be read
 * @error: return location for an error of the domain %JM_READ_ERROR
 *
 * Makes a map. The same bytes give the same ids each time. Safe from any thread.
 *
 * Returns: (transfer full) (nullable): the map; %NULL with @error set
 */
JmMap *
jm_import_bytes (GBytes                *bytes,
                 const char            *display_name,
                 const JmImportFormat  *format,
                 const char            *language,
                 GPtrArray            **notices,
                 GError               **error)
{
  JmDraft *draft;
  g_autofree char *text = NULL;
  JmMap *map = NULL;

  g_return_val_if_fail (bytes != NULL && display_name != NULL && format != NULL, NULL);

  if (format->import == NULL)
    return jm_read_bytes (bytes, display_name, notices, error);

  draft = jm_draft_new (display_name, language);
  text = take_text (draft, bytes);
  if (text != NULL)
    format->import (draft, text);
  map = jm_draft_end (draft, get_language ());

  if (map == NULL)
    g_propagate_error (error, g_steal_pointer (&draft->error));
  if (notices != NULL)
    *notices = g_ptr_array_ref (draft->notices);
  jm_draft_free (draft);

  return map;
}

/**
 * jm_import_file:
 * @path: the path of a file, in the encoding of file names
 * @format: (nullable): what it is; %NULL for what its name says
 * @language: (nullable): as in jm_import_bytes()
 * @notices: (out) (optional) (transfer full) (element-type JmNotice): as in jm_import_bytes()
 * @error: return location for an error of the domain %JM_READ_ERROR
 *
 * Makes a map from a regular file of at most 64 MiB. See jm_import_bytes(). Blocks while the disk is read.
 *
 * Returns: (transfer full) (nullable): the map; %NULL with @error set
 */
JmMap *
jm_import_file (const char            *path,
                const JmImportFormat  *format,
                const char            *language,
                GPtrArray            **notices,
                GError               **error)
{
  g_autofree char *display_name = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (format == NULL)
    format = jm_import_format_from_path (path);
  g_return_val_if_fail (format != NULL, NULL);

  bytes = jm_read_content (path, notices, error);
  if (bytes == NULL)
    return NULL;

  display_name = g_filename_display_name (path);

  return jm_import_bytes (bytes, display_name, format, language, notices, error);
}
