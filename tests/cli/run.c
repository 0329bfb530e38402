/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm is the program that the environment variable CJM names. */
#include "run.h"

#include <glib/gstdio.h>
#include <string.h>

void
folder_set_up (Folder     *folder,
               const void *data)
{
  g_autoptr (GError) error = NULL;

  folder->path = g_dir_make_tmp ("cjm-test-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir)  dir = g_dir_open (path, 0, NULL);
  const char       *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

void
folder_tear_down (Folder     *folder,
                  const void *data)
{
  remove_folder (folder->path);
  g_free (folder->path);
}

char *
in_folder (Folder     *folder,
           const char *name)
{
  return g_build_filename (folder->path, name, NULL);
}

/* A map of version 1.0 in Dutch with this content. */
char *
write_map (Folder     *folder,
           const char *name,
           const char *content)
{
  g_autoptr (GError)  error = NULL;
  g_autofree char    *text = NULL;
  char               *path = in_folder (folder, name);

  text = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" xml:lang=\"nl\" "
                          "kind=\"current-state\">\n%s</journey-map>\n", content);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

char *
example (const char *name)
{
  return g_build_filename (g_getenv ("JM_DATADIR"), "examples", name, NULL);
}

char *
read_all (const char *path,
          gsize      *length)
{
  g_autoptr (GError)  error = NULL;
  char               *content;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);

  return content;
}

static char *
take_text (GBytes *bytes)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > 0 ? g_strndup (data, length) : g_strdup ("");
}

static Run *
run_words (const char *language,
           GPtrArray  *words)
{
  g_autoptr (GSubprocessLauncher)  launcher = NULL;
  g_autoptr (GSubprocess)          process = NULL;
  g_autoptr (GError)               error = NULL;
  g_autoptr (GBytes)               output = NULL;
  g_autoptr (GBytes)               errors = NULL;
  Run                             *result = g_new0 (Run, 1);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", language, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, &errors, &error);
  g_assert_no_error (error);

  /* A signal is no way to end. */
  g_assert_true (g_subprocess_get_if_exited (process));
  result->code = g_subprocess_get_exit_status (process);
  result->output = take_text (output);
  result->errors = take_text (errors);

  return result;
}

static GPtrArray *
collect (const char *word,
         va_list     more)
{
  GPtrArray *words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) g_getenv ("CJM"));
  for (; word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer) word);
  g_ptr_array_add (words, NULL);

  return words;
}

/* Runs cjm with these words, for a person who reads English. */
Run *
run (const char *word,
     ...)
{
  g_autoptr (GPtrArray)  words = NULL;
  va_list                more;

  va_start (more, word);
  words = collect (word, more);
  va_end (more);

  return run_words ("en", words);
}

Run *
run_in_language (const char *language,
                 const char *word,
                 ...)
{
  g_autoptr (GPtrArray)  words = NULL;
  va_list                more;

  va_start (more, word);
  words = collect (word, more);
  va_end (more);

  return run_words (language, words);
}

void
run_free (Run *result)
{
  g_free (result->output);
  g_free (result->errors);
  g_free (result);
}

/* cjm was not called as it must be: it says what is wrong, and nothing else. */
void
assert_usage (Run        *result,
              const char *part)
{
  assert_code (result, 2);
  g_assert_cmpstr (result->output, ==, "");
  assert_holds (result->errors, part);
  run_free (result);
}
