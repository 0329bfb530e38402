/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixtures.h"

#include "format/jm-parser.h"

#include <glib/gstdio.h>
#include <libxml/relaxng.h>
#include <string.h>

/* The folder tests/format/NAME. */
char *
fixtures_test_folder (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "format", name, NULL);
}

/* The folder data/NAME. */
char *
fixtures_data_folder (const char *name)
{
  const char *data = g_getenv ("JM_DATADIR");

  if (data == NULL)
    g_error ("JM_DATADIR is not set: run this through meson test");

  return g_build_filename (data, name, NULL);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The paths of all files in folder that end in suffix, in order. */
GPtrArray *
fixtures_list (const char *folder,
               const char *suffix)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, suffix))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (paths, compare_paths);

  /* An empty folder is a mistake of the test, not a success. */
  g_assert_cmpuint (paths->len, >, 0);

  return paths;
}

GBytes *
fixtures_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (content, length);
}

GBytes *
fixtures_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* Reads what must be readable. */
JmMap *
fixtures_read (const char *text)
{
  g_autoptr (GBytes) bytes = fixtures_bytes (text);
  g_autoptr (GError) error = NULL;
  JmMap *map = jm_read_bytes (bytes, "map.cjm", NULL, &error);

  g_assert_no_error (error);

  return map;
}

char *
fixtures_write (JmMap *map)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jm_write_bytes (map, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* All notices, a line each, with the level in front. */
char *
fixtures_tell (GPtrArray *notices)
{
  static const char * const levels[] = {
    [JM_NOTICE_REMARK] = "remark", [JM_NOTICE_ODD] = "odd", [JM_NOTICE_REFUSED] = "refused"
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notices->len; i++)
    {
      const JmNotice *notice = notices->pdata[i];
      g_autofree char *line = jm_notice_format (notice);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", levels[notice->level], line);
    }

  return g_string_free (text, FALSE);
}

/* Schema */

struct _Schema
{
  char        *source;
  xmlRelaxNG  *grammar;
};

Schema *
schema_new (void)
{
  g_autofree char *folder = fixtures_data_folder ("schema");
  g_autofree char *path = g_build_filename (folder, "journey-map.rng", NULL);
  g_autoptr (GError) error = NULL;
  Schema *self = g_new0 (Schema, 1);
  xmlRelaxNGParserCtxt *parser;
  gsize length;

  g_file_get_contents (path, &self->source, &length, &error);
  g_assert_no_error (error);

  parser = xmlRelaxNGNewMemParserCtxt (self->source, length);
  self->grammar = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  g_assert_nonnull (self->grammar);

  return self;
}

void
schema_free (Schema *self)
{
  xmlRelaxNGFree (self->grammar);
  g_free (self->source);
  g_free (self);
}

static void
take_first_error (void       *user_data,
                  JmXmlError *error)
{
  char **message = user_data;

  if (*message == NULL)
    *message = g_strdup_printf ("line %d: %s", error->line, error->message);
}

/* What the schema has against bytes; NULL for nothing. */
char *
schema_find_error (Schema *self,
                   GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlDoc *document = xmlReadMemory (data, length, "map.cjm", NULL, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR);
  xmlRelaxNGValidCtxt *validator;
  char *message = NULL;
  int result;

  if (document == NULL)
    return g_strdup ("not well-formed");

  validator = xmlRelaxNGNewValidCtxt (self->grammar);
  xmlRelaxNGSetValidStructuredErrors (validator, take_first_error, &message);
  result = xmlRelaxNGValidateDoc (validator, document);
  xmlRelaxNGFreeValidCtxt (validator);
  xmlFreeDoc (document);

  if (result != 0 && message == NULL)
    message = g_strdup_printf ("result %d", result);

  return message;
}

/* Gives the program a folder of its own for what it keeps; before GLib is asked for the present one. */
char *
fixtures_move_home (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("journeymap-home-XXXXXX", &error);

  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);

  return folder;
}

/* With all that is in it. */
void
fixtures_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        fixtures_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}
