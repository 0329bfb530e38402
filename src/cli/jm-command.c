/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all commands have in common. What a command found goes to standard output, all else to standard error. */
#include "config.h"

#include "jm-command.h"

#include "format/jm-notice.h"

#include <glib/gi18n.h>
#include <string.h>

static void
point_to_help (const JmCommand *self)
{
  /* Translators: a command line, which stays as it is. */
  g_printerr (_("See “cjm %s --help”."), self->name);
  g_printerr ("\n");
}

static void
print_error (const JmCommand *self,
             const char      *format,
             va_list          arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  g_printerr ("cjm %s: %s\n", self->name, message);
}

/**
 * jm_command_fail:
 * @self: a command
 * @end: how it ends
 * @format: what is wrong and what to do
 * @...: for @format
 *
 * Returns: @end
 */
JmExit
jm_command_fail (const JmCommand *self,
                 JmExit           end,
                 const char      *format,
                 ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_error (self, format, arguments);
  va_end (arguments);

  return end;
}

/**
 * jm_command_fail_usage:
 * @self: a command
 * @format: what is wrong with the command line
 * @...: for @format
 *
 * Says what is wrong and where to read how it is done.
 *
 * Returns: %JM_EXIT_USAGE
 */
JmExit
jm_command_fail_usage (const JmCommand *self,
                       const char      *format,
                       ...)
{
  va_list arguments;

  va_start (arguments, format);
  print_error (self, format, arguments);
  va_end (arguments);
  point_to_help (self);

  return JM_EXIT_USAGE;
}

/**
 * jm_command_parse:
 * @self: a command
 * @options: (nullable): its options, ending in %G_OPTION_ENTRY_NULL
 * @explanation: (nullable): what --help says after the options, translated
 * @n_least: how many arguments it needs beside its options
 * @n_most: how many it takes; %G_MAXUINT for any number
 * @args: (inout): the words after the command's name; afterwards what is left when the options are taken out
 * @end: (out): how to end when this returns %FALSE
 *
 * Takes the options out of a command line, and answers --help.
 *
 * Returns: whether to go on
 */
gboolean
jm_command_parse (const JmCommand      *self,
                  const GOptionEntry   *options,
                  const char           *explanation,
                  guint                 n_least,
                  guint                 n_most,
                  char               ***args,
                  JmExit               *end)
{
  g_autoptr (GOptionContext)  context = g_option_context_new (self->usage != NULL ? _(self->usage) : NULL);
  g_autoptr (GPtrArray)       words = g_ptr_array_new ();
  g_autofree char            *program = g_strconcat ("cjm ", self->name, NULL);
  g_autoptr (GError)          error = NULL;
  gboolean                    wants_help = FALSE;
  const GOptionEntry          help[] = {
    { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &wants_help, N_("Show this help"), NULL },
    G_OPTION_ENTRY_NULL
  };
  char                      **vector;
  guint                       n_words;

  g_set_prgname (program);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(self->summary));
  g_option_context_set_description (context, explanation);
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help, GETTEXT_PACKAGE);

  /* GOption expects the program's name in front. */
  g_ptr_array_add (words, g_strdup (program));
  for (char **word = *args; *word != NULL; word++)
    g_ptr_array_add (words, g_strdup (*word));
  g_ptr_array_add (words, NULL);
  vector = (char **) g_ptr_array_steal (words, NULL);

  if (!g_option_context_parse_strv (context, &vector, &error))
    {
      g_strfreev (vector);
      *end = jm_command_fail_usage (self, "%s", error->message);
      return FALSE;
    }

  if (wants_help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_strfreev (vector);
      g_print ("%s", text);
      *end = JM_EXIT_FINE;
      return FALSE;
    }

  /* Two dashes end the options, and stay among the arguments. */
  for (char **word = vector + 1; *word != NULL; word++)
    {
      if (g_strcmp0 (*word, "--") == 0)
        {
          g_free (*word);
          for (; *word != NULL; word++)
            *word = word[1];
          break;
        }
    }

  n_words = g_strv_length (vector) - 1;
  if (n_words < n_least)
    {
      g_strfreev (vector);
      *end = jm_command_fail_usage (self, "%s", _("Something is missing."));
      return FALSE;
    }
  if (n_words > n_most)
    {
      *end = jm_command_fail_usage (self, _("“%s” is one word too many."), vector[1 + n_most]);
      g_strfreev (vector);
      return FALSE;
    }

  g_free (vector[0]);
  memmove (vector, vector + 1, sizeof *vector * (n_words + 1));
  *args = vector;

  return TRUE;
}

/**
 * jm_command_tell_notices:
 * @notices: (nullable) (element-type JmNotice): what there is to tell about a file
 * @remarks: whether to tell what needs no attention, too
 * @on_output: whether they are what the person asked for, or come along with it
 *
 * Prints notices, one a line.
 */
void
jm_command_tell_notices (const GPtrArray *notices,
                         gboolean         remarks,
                         gboolean         on_output)
{
  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const JmNotice  *notice = g_ptr_array_index (notices, i);
      g_autofree char *line = NULL;

      if (notice->level == JM_NOTICE_REMARK && !remarks)
        continue;

      line = jm_notice_format (notice);
      if (on_output)
        g_print ("%s\n", line);
      else
        g_printerr ("%s\n", line);
    }
}
