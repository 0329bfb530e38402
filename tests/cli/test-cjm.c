/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm as a whole: its commands, their help, and what it says when it is not understood. */
#include "run.h"

#include <string.h>

static const char * const commands[] = { "export", "check", "new", "templates", "import", "format",
                                        "diff", "merge", "thumbnail" };

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

/* On a full disk nobody must take half of an answer for all of it. */
static void
test_full_disk (Folder     *folder,
                const void *data)
{
  g_autofree char *map = example ("ikea.nl.cjm");
  const char * const words[][3] = { { "templates", NULL }, { "format", map, NULL }, { "check", "--method", map } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GSubprocessLauncher)  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_autoptr (GSubprocess)          process = NULL;
      g_autoptr (GError)               error = NULL;
      g_autofree char                 *errors = NULL;

      g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
      g_subprocess_launcher_setenv (launcher, "LANGUAGE", "en", TRUE);
      process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("CJM"), words[i][0], words[i][1], words[i][2], NULL);
      g_assert_no_error (error);
      g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &errors, &error);
      g_assert_no_error (error);

      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
      assert_holds (errors, "Standard output cannot be written");
    }
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
  add_test ("/cjm/full-disk", test_full_disk);

  return g_test_run ();
}
