/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm, the command line: for scripts and for machines without a display. */
#include "config.h"

#include "jm-command.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const JmCommand * const commands[] = {
  &jm_command_export,
  &jm_command_check,
  &jm_command_new,
  &jm_command_templates,
  &jm_command_import,
  &jm_command_format,
  &jm_command_diff,
  &jm_command_merge,
  &jm_command_thumbnail,
};

static void
print_usage (void)
{
  gsize longest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    longest = MAX (longest, strlen (commands[i]->name));

  g_print ("%s\n  cjm %s\n\n", _("Usage:"), _("COMMAND [ARGUMENT…]"));
  g_print ("%s\n\n", _("Customer journey maps on the command line, without a display."));
  g_print ("%s\n", _("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-*s  %s\n", (int) longest, commands[i]->name, _(commands[i]->summary));
  g_print ("\n%s\n", _("“cjm COMMAND --help” says more about one. “cjm --version” says which version this is."));
}

static int
fail_command (const char *name)
{
  g_printerr (_("cjm: there is no command “%s”. See “cjm --help”."), name);
  g_printerr ("\n");

  return JM_EXIT_USAGE;
}

/* What was found and could not be written is not found: whoever looks only at how it ended must learn of it. */
static JmExit
finish (const JmCommand *command,
        JmExit           end)
{
  JmExit unwritten;

  if (fflush (stdout) == 0 && !ferror (stdout))
    return end;

  unwritten = jm_command_fail (command, JM_EXIT_WRONG, "%s",
                               _("Standard output cannot be written; what stands there is not complete."));

  return MAX (end, unwritten);
}

int
main (int    argc,
      char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("cjm");

  if (name == NULL)
    {
      g_printerr ("%s\n", _("cjm: say which command. See “cjm --help”."));
      return JM_EXIT_USAGE;
    }

  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0 || strcmp (name, "help") == 0)
    {
      print_usage ();
      return JM_EXIT_FINE;
    }

  if (strcmp (name, "--version") == 0)
    {
      g_print ("cjm %s\n", VERSION);
      return JM_EXIT_FINE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (name, commands[i]->name) == 0)
        return finish (commands[i], commands[i]->run (commands[i], argv + 2));
    }

  return fail_command (name);
}
