/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm as a whole: its commands, their help, and what it says when it is not understood. */
#include "run.h"

#include <string.h>

static const char * const commands[] = { "export", "check", "new", "templates", "format" };

static void
test_help (Folder     *folder,
           const void *data)
{
  g_autoptr (Run) help = run ("--help", NULL);
  g_autoptr (Run) word = run ("help", NULL);

  assert_code (help, 0);
  assert_code (word, 0);
  g_assert_cmpstr (help->errors, ==, "");
  g_assert_cmpstr (help->output, ==, word->output);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %s ", commands[i]);

      assert_holds (help->output, line);
    }
}

static void
test_help_of_commands (Folder     *folder,
                       const void *data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (Run)  help = run (commands[i], "--help", NULL);
      g_autofree char *usage = g_strdup_printf ("cjm %s", commands[i]);

      assert_code (help, 0);
      g_assert_cmpstr (help->errors, ==, "");
      assert_holds (help->output, usage);
      assert_holds (help->output, "--help");
    }
}

static void
test_version (Folder     *folder,
              const void *data)
{
  g_autoptr (Run) version = run ("--version", NULL);

  assert_code (version, 0);
  g_assert_true (g_regex_match_simple ("^cjm [0-9]+\\.[0-9]+\\.[0-9]+\n$", version->output, 0, 0));
}

static void
test_wrong_use (Folder     *folder,
                const void *data)
{
  assert_usage (run (NULL, NULL), "cjm --help");
  assert_usage (run ("exprot", NULL), "no command “exprot”");

  assert_usage (run ("check", NULL), "cjm check --help");
  assert_usage (run ("check", "--strict", "a.cjm", NULL), "--strict");
  assert_usage (run ("templates", "more", NULL), "“more” is one word too many");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/cjm/help", test_help);
  add_test ("/cjm/help-of-commands", test_help_of_commands);
  add_test ("/cjm/version", test_version);
  add_test ("/cjm/wrong-use", test_wrong_use);

  return g_test_run ();
}
