/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs cjm as a person would, in a folder of its own. */
#pragma once

#include <gio/gio.h>

/* What a run of cjm came to. */
typedef struct
{
  int   code;
  char *output;
  char *errors;
} Run;

/* A folder for one test. */
typedef struct
{
  char *path;
} Folder;

void  folder_set_up    (Folder     *folder,
                        const void *data);
void  folder_tear_down (Folder     *folder,
                        const void *data);
char *in_folder        (Folder     *folder,
                        const char *name);
char *write_map        (Folder     *folder,
                        const char *name,
                        const char *content);
char *example          (const char *name);
char *read_all         (const char *path,
                        gsize      *length);

Run  *run              (const char *word,
                        ...) G_GNUC_NULL_TERMINATED;
Run  *run_in_language  (const char *language,
                        const char *word,
                        ...) G_GNUC_NULL_TERMINATED;
void  run_free         (Run        *run);
void  assert_usage     (Run        *result,
                        const char *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

#define add_test(path, func) g_test_add (path, Folder, NULL, folder_set_up, func, folder_tear_down)

/* cjm ended with this code. */
#define assert_code(run, expected) \
  G_STMT_START { \
    if ((run)->code != (expected)) \
      g_error ("%s:%d: cjm ended with %d, not %d; it said: %s%s", __FILE__, __LINE__, (run)->code, (expected), \
               (run)->output, (run)->errors); \
  } G_STMT_END

#define assert_holds(text, part) \
  G_STMT_START { \
    if (strstr ((text), (part)) == NULL) \
      g_error ("%s:%d: “%s” is not in: %s", __FILE__, __LINE__, (part), (text)); \
  } G_STMT_END
