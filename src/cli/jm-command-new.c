/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm new: a map from a template. */
#include "config.h"

#include "jm-command.h"

#include "format/jm-library.h"

#include <glib/gi18n.h>

static JmExit
start (const JmCommand *self,
       const char      *template_id,
       const char      *language,
       const char      *output)
{
  g_autoptr (JmLibraryEntry)  entry = NULL;
  g_autoptr (JmMap)           map = NULL;
  g_autoptr (GError)          error = NULL;

  entry = jm_library_find (JM_SHELF_OWN_TEMPLATES, template_id, language, NULL);
  if (entry == NULL)
    entry = jm_library_find (JM_SHELF_TEMPLATES, template_id, language, &error);
  if (g_error_matches (error, JM_LIBRARY_ERROR, JM_LIBRARY_ERROR_NOT_INSTALLED))
    return jm_command_fail (self, JM_EXIT_WRONG, "%s", error->message);
  if (entry == NULL)
    return jm_command_fail_usage (self, "%s", error->message);

  map = jm_library_start (entry, &error);
  if (map == NULL)
    {
      g_printerr ("%s\n", error->message);
      return JM_EXIT_WRONG;
    }

  return jm_command_save_new (self, map, output);
}

static JmExit
run (const JmCommand  *self,
     char            **args)
{
  g_autofree char    *output = NULL;
  g_autofree char    *language = NULL;
  JmExit              end;
  const GOptionEntry  entries[] = {
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output, N_("The map to make"), N_("MAP.cjm") },
    { "lang", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &language,
      N_("nl or en; yours when nothing is said"), N_("LANGUAGE") },
    G_OPTION_ENTRY_NULL
  };

  if (!jm_command_parse (self, entries, _("“cjm templates” lists the templates. A file that is there is never overwritten."),
                         1, 1, &args, &end))
    return end;

  if (output == NULL)
    end = jm_command_fail_usage (self, "%s", _("Say with -o what file to write."));
  else
    end = start (self, args[0], language, output);
  g_strfreev (args);

  return end;
}

const JmCommand jm_command_new = {
  "new",
  /* Translators: TEMPLATE stands for a name from a list, MAP.cjm for the name of a file. */
  N_("TEMPLATE -o MAP.cjm"),
  N_("Make a map from a template"),
  run,
};
