/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm merge: two versions of a map brought together, as a merge driver does it. */
#include "config.h"

#include "jm-command.h"

#include "format/jm-merge.h"
#include "format/jm-save.h"

#include <glib/gi18n.h>

static JmExit
merge (const JmCommand  *self,
       char            **paths,
       const char       *output)
{
  g_autoptr (JmMap)      base = jm_command_read_map (paths[0], FALSE);
  g_autoptr (JmMap)      ours = jm_command_read_map (paths[1], FALSE);
  g_autoptr (JmMap)      theirs = jm_command_read_map (paths[2], FALSE);
  g_autofree char       *name = jm_command_name_file (output);
  g_autoptr (GPtrArray)  conflicts = NULL;
  g_autoptr (JmMap)      merged = NULL;
  g_autoptr (GError)     error = NULL;

  if (base == NULL || ours == NULL || theirs == NULL)
    return JM_EXIT_WRONG;

  merged = jm_merge (base, ours, theirs, &conflicts, &error);
  if (merged == NULL || !jm_save_file (merged, output, &error))
    return jm_command_fail (self, JM_EXIT_WRONG, "%s", error->message);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const JmConflict *conflict = g_ptr_array_index (conflicts, i);

      g_print ("%s: %s: %s\n", name, conflict->title, conflict->message);
    }

  return conflicts->len > 0 ? JM_EXIT_WRONG : JM_EXIT_FINE;
}

static JmExit
run (const JmCommand  *self,
     char            **args)
{
  g_autofree char    *output = NULL;
  JmExit              end;
  const GOptionEntry  entries[] = {
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output, N_("The map to write"), N_("MAP.cjm") },
    G_OPTION_ENTRY_NULL
  };

  if (!jm_command_parse (self, entries,
                         _("OURS and THEIRS were made from BASE. What only one of them changed is taken. Where both changed the\n"
                           "same, OURS is in place and what THEIRS says is a note on the map; what one removed and the other one\n"
                           "changed stays. Each such place is a line FILE: item: what there is to choose, and it ends with 1;\n"
                           "with 0 when there is none. MAP.cjm is written in both cases, and may be one of the three."),
                         3, 3, &args, &end))
    return end;

  if (output == NULL)
    end = jm_command_fail_usage (self, "%s", _("Say with -o what file to write."));
  else
    end = merge (self, args, output);
  g_strfreev (args);

  return end;
}

const JmCommand jm_command_merge = {
  "merge",
  /* Translators: names of files. */
  N_("BASE OURS THEIRS -o MAP.cjm"),
  N_("Bring two versions of a map together"),
  run,
};
