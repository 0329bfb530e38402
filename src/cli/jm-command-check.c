/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm check: whether maps can be opened, and what there is to tell about them. */
#include "config.h"

#include "jm-command.h"

#include "format/jm-read.h"

#include <glib/gi18n.h>

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
  JmExit end;

  if (!jm_command_parse (self, NULL,
                         _("Each line is FILE:LINE:COLUMN: what is wrong, and what to do. Ends with 0 when every map is fine\n"
                           "or there are only remarks, with 1 when something is wrong, with 2 when the command line is."),
                         1, G_MAXUINT, &args, &end))
    return end;

  end = JM_EXIT_FINE;
  for (char **path = args; *path != NULL; path++)
    end = MAX (end, check (*path));
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
