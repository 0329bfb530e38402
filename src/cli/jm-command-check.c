/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm check: whether maps can be opened, and what there is to tell about them. */
#include "config.h"

#include "jm-command.h"

#include "format/jm-read.h"
#include "model/jm-check.h"

#include <glib/gi18n.h>

/* What the checklist of the method says of a map is no fault of the file. */
static JmExit
check_method (const char *path)
{
  g_autoptr (GPtrArray)  notices = NULL;
  g_autoptr (GPtrArray)  findings = NULL;
  g_autofree char       *name = jm_command_name_file (path);
  g_autoptr (JmMap)      map = jm_read_file (path, &notices, NULL);

  if (map == NULL)
    {
      jm_command_tell_notices (notices, TRUE, TRUE);
      return JM_EXIT_WRONG;
    }

  findings = jm_map_check (map, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const JmFinding *finding = g_ptr_array_index (findings, i);

      g_print ("%s: %s: %s\n", name, finding->title, finding->message);
    }

  return JM_EXIT_FINE;
}

static JmExit
check (const char *path)
{
  g_autoptr (GPtrArray)  notices = NULL;
  g_autoptr (JmMap)      map = jm_read_file (path, &notices, NULL);
  JmExit                 end = map != NULL ? JM_EXIT_FINE : JM_EXIT_WRONG;

  jm_command_tell_notices (notices, TRUE, TRUE);

  for (guint i = 0; i < notices->len; i++)
    {
      const JmNotice *notice = g_ptr_array_index (notices, i);

      if (notice->level != JM_NOTICE_REMARK)
        end = JM_EXIT_WRONG;
    }

  return end;
}

static JmExit
run (const JmCommand  *self,
     char            **args)
{
  gboolean            wants_method = FALSE;
  JmExit              end;
  const GOptionEntry  entries[] = {
    { "method", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &wants_method,
      N_("Read the checklist of the method against the maps instead: what was not talked about yet"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!jm_command_parse (self, entries,
                         _("Each line is FILE:LINE:COLUMN: what is wrong, and what to do. Ends with 0 when every map is fine\n"
                           "or there are only remarks, with 1 when something is wrong, with 2 when the command line is.\n"
                           "With --method each line is FILE: item: what to talk about. What was dismissed in the map is left\n"
                           "out, and it ends with 0 if every map can be opened."),
                         1, G_MAXUINT, &args, &end))
    return end;

  end = JM_EXIT_FINE;
  for (char **path = args; *path != NULL; path++)
    {
      /* MAX looks at its arguments twice. */
      JmExit one = wants_method ? check_method (*path) : check (*path);

      end = MAX (end, one);
    }
  g_strfreev (args);

  return end;
}

const JmCommand jm_command_check = {
  "check",
  /* Translators: MAP stands for the name of a file. */
  N_("MAP…"),
  N_("Say what is wrong with maps, if anything"),
  run,
};
