/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm format: a map in canonical form. */
#include "config.h"

#include "jm-command.h"

#include "format/jm-save.h"
#include "format/jm-write.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* A file that is canonical already is left alone, with the time it was last changed. */
static gboolean
holds (const char *path,
       GBytes     *bytes)
{
  g_autofree char *content = NULL;
  gsize            length;

  return g_file_get_contents (path, &content, &length, NULL) && length == g_bytes_get_size (bytes) &&
         memcmp (content, g_bytes_get_data (bytes, NULL), length) == 0;
}

static JmExit
format (const JmCommand *self,
        const char      *path,
        const char      *output)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (GBytes)  bytes = NULL;
  /* Remarks, too: one says that the file is of a newer version than can be written without loss. */
  g_autoptr (JmMap)   map = jm_command_read_map (path, TRUE);

  if (map == NULL)
    return JM_EXIT_WRONG;

  bytes = jm_write_bytes (map, &error);
  if (bytes == NULL)
    return jm_command_fail (self, JM_EXIT_WRONG, "%s", error->message);

  /* Whether all of it was written is looked at when cjm ends. */
  if (output == NULL)
    {
      fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
      return JM_EXIT_FINE;
    }

  if (!holds (output, bytes) && !jm_save_file (map, output, &error))
    return jm_command_fail (self, JM_EXIT_WRONG, "%s", error->message);

  return JM_EXIT_FINE;
}

static JmExit
run (const JmCommand  *self,
     char            **args)
{
  g_autofree char    *output = NULL;
  gboolean            in_place = FALSE;
  JmExit              end;
  const GOptionEntry  entries[] = {
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output, N_("The file to write"), N_("OUT") },
    { "in-place", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &in_place, N_("Write it to MAP itself"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!jm_command_parse (self, entries,
                         _("Without -o and --in-place it goes to standard output. Nothing of the map is lost; what is odd in\n"
                           "it is put right as “cjm check” says."),
                         1, 1, &args, &end))
    return end;

  if (in_place && output != NULL)
    end = jm_command_fail_usage (self, "%s", _("Take -o or --in-place, not both."));
  else
    end = format (self, args[0], in_place ? args[0] : output);
  g_strfreev (args);

  return end;
}

const JmCommand jm_command_format = {
  "format",
  /* Translators: MAP stands for the name of a file. */
  N_("MAP"),
  N_("Write a map in canonical form, in which equal maps are equal files"),
  run,
};
