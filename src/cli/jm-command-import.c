/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm import: a map from a table, a list or a diagram. */
#include "config.h"

#include "jm-command.h"

#include "format/jm-import.h"

#include <glib/gi18n.h>

/* ".csv, .tsv, …", from the table. */
static char *
list_formats (void)
{
  GString              *list = g_string_new (NULL);
  const JmImportFormat *format;

  for (gsize i = 0; (format = jm_import_get_nth (i)) != NULL; i++)
    g_string_append_printf (list, "%s.%s", i > 0 ? ", " : "", jm_import_format_get_id (format));

  return g_string_free (list, FALSE);
}

static JmExit
import (const JmCommand *self,
        const char      *path,
        const char      *language,
        const char      *output)
{
  const JmImportFormat  *format = jm_import_format_from_path (path);
  g_autofree char       *list = list_formats ();
  g_autofree char       *name = g_filename_display_name (path);
  g_autoptr (GPtrArray)  notices = NULL;
  g_autoptr (JmMap)      map = NULL;

  if (format == NULL)
    return jm_command_fail_usage (self,
                                  /* Translators: the name of a file, then a list such as ".csv, .txt". */
                                  _("What “%s” is cannot be told from its ending. It has to be one of: %s."), name, list);

  map = jm_import_file (path, format, language, &notices, NULL);
  jm_command_tell_notices (notices, TRUE, FALSE);
  if (map == NULL)
    return JM_EXIT_WRONG;

  return jm_command_save_new (self, map, output);
}

static JmExit
run (const JmCommand  *self,
     char            **args)
{
  g_autofree char    *output = NULL;
  g_autofree char    *language = NULL;
  g_autofree char    *list = list_formats ();
  g_autofree char    *explanation = NULL;
  JmExit              end;
  const GOptionEntry  entries[] = {
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output, N_("The map to make"), N_("MAP.cjm") },
    { "lang", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &language,
      N_("nl or en; when nothing is said, that of the headings of a table, or yours"), N_("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };

  explanation = g_strdup_printf (_("IN ends in one of: %s. A table has a row a touchpoint and headings such as Phase and\n"
                                   "Touchpoint; a list has touchpoints indented below their phases; a diagram is a journey of\n"
                                   "Mermaid. What had to be read otherwise is told. A file that is there is never overwritten."),
                                 list);
  if (!jm_command_parse (self, entries, explanation, 1, 1, &args, &end))
    return end;

  if (output == NULL)
    end = jm_command_fail_usage (self, "%s", _("Say with -o what file to write."));
  else if (language != NULL && g_strcmp0 (language, "nl") != 0 && g_strcmp0 (language, "en") != 0)
    end = jm_command_fail_usage (self, _("There is no language “%s”. There are: nl, en."), language);
  else
    end = import (self, args[0], language, output);
  g_strfreev (args);

  return end;
}

const JmCommand jm_command_import = {
  "import",
  /* Translators: IN and MAP.cjm stand for names of files. */
  N_("IN -o MAP.cjm"),
  N_("Make a map from a table, a list or a Mermaid diagram"),
  run,
};
