/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm diff: what is different in the second of two maps, in words and in reading order. */
#include "config.h"

#include "jm-command.h"

#include "model/jm-compare.h"
#include "model/jm-names.h"

#include <glib/gi18n.h>

/* How it ends is as with diff(1), so that trouble is no difference. */
#define SAME      JM_EXIT_FINE
#define DIFFERENT JM_EXIT_WRONG
#define TROUBLE   JM_EXIT_USAGE

static const char *
get_sign (JmDifferenceType type)
{
  switch (type)
    {
    case JM_DIFFERENCE_NEW:
      return "+";
    case JM_DIFFERENCE_GONE:
      return "-";
    case JM_DIFFERENCE_MOVED:
      return ">";
    case JM_DIFFERENCE_BETTER:
      return "^";
    case JM_DIFFERENCE_WORSE:
      return "v";
    case JM_DIFFERENCE_RETITLED:
    case JM_DIFFERENCE_CHANGED:
    default:
      return "~";
    }
}

static JmExit
run (const JmCommand  *self,
     char            **args)
{
  g_autoptr (JmMap)      before = NULL;
  g_autoptr (JmMap)      after = NULL;
  g_autoptr (GPtrArray)  differences = NULL;
  JmExit                 end;

  if (!jm_command_parse (self, NULL,
                         _("Things are the same when they have the same id, as in a future map made from a current one. A line\n"
                           "begins with + new, - gone, > moved, ^ felt better, v felt worse or ~ changed. Ends with 0 when the\n"
                           "maps are the same, with 1 when they differ, with 2 when one cannot be opened."),
                         2, 2, &args, &end))
    return end;

  before = jm_command_read_map (args[0], FALSE);
  after = jm_command_read_map (args[1], FALSE);
  g_strfreev (args);
  if (before == NULL || after == NULL)
    return TROUBLE;

  differences = jm_map_compare (before, after);
  for (guint i = 0; i < differences->len; i++)
    {
      const JmDifference *difference = g_ptr_array_index (differences, i);

      g_print ("%s %s “%s”: %s\n", get_sign (difference->type), jm_kind_get_display_name (jm_item_get_kind (difference->item)),
               difference->title, difference->words);
    }

  return differences->len > 0 ? DIFFERENT : SAME;
}

const JmCommand jm_command_diff = {
  "diff",
  /* Translators: names of two files. */
  N_("A B"),
  N_("Say what is different in the second of two maps"),
  run,
};
