/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document knows where it lives and whether it is saved there, whatever happens on the way to the disk. */
#include "app/jm-document.h"
#include "app/jm-keeper.h"
#include "model/jm-edit.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char  *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *example = g_build_filename (g_getenv ("JM_DATADIR"), "examples", "ikea.nl.cjm", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  fixture->folder = g_dir_make_tmp ("journeymap-document-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "map.cjm", NULL);
  fixture->file = g_file_new_for_path (path);
  g_assert_true (g_file_get_contents (example, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->folder, g_free);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static JmDocument *
load (GFile   *file,
      GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  jm_document_load_async (file, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return jm_document_load_finish (result, NULL, error);
}

static gboolean
save (JmDocument  *document,
      GFile       *file,
      GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *remark = NULL;

  jm_document_save_async (document, file, keep_result_cb, &result);
  g_assert_true (jm_document_is_saving (document));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return jm_document_save_finish (document, result, &remark, error);
}

static void
retitle (JmDocument *document,
         const char *title)
{
  JmSession *session = jm_document_get_session (document);
  g_autoptr(JmMap) next = jm_map_set_text (jm_session_get_map (session), NULL, JM_KIND_TITLE, title, NULL);

  jm_session_apply (session, next, "Title");
}

static void
count_cb (JmDocument *document,
          guint      *count)
{
  (*count)++;
}

static void
test_load_edit_save (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JmDocument) document = load (fixture->file, &error);
  g_autoptr(JmDocument) again = NULL;
  g_autofree char *loaded = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *saved = NULL;
  guint n_told = 0;

  g_assert_no_error (error);
  g_assert_false (jm_document_is_modified (document));
  g_assert_cmpstr (jm_document_get_title (document), ==, "Een middag naar IKEA");
  loaded = jm_document_describe_state (document);
  g_assert_true (g_str_has_prefix (loaded, "map.cjm — saved, "));

  g_signal_connect (document, "state-changed", G_CALLBACK (count_cb), &n_told);
  retitle (document, "Een avond");
  g_assert_cmpuint (n_told, >, 0);
  g_assert_true (jm_document_is_modified (document));
  changed = jm_document_describe_state (document);
  g_assert_cmpstr (changed, ==, "map.cjm — not saved");

  g_assert_true (save (document, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (jm_document_is_modified (document));
  saved = jm_document_describe_state (document);
  g_assert_true (g_str_has_prefix (saved, "map.cjm — saved, "));

  again = load (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jm_document_get_title (again), ==, "Een avond");
}

/* What is changed while the save is on its way to the disk is not saved. */
static void
test_edit_while_saving (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(JmDocument) document = load (fixture->file, NULL);
  g_autoptr(JmDocument) again = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *remark = NULL;
  g_autoptr(GError) error = NULL;

  retitle (document, "Eerst");
  jm_document_save_async (document, NULL, keep_result_cb, &result);
  retitle (document, "Daarna");
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (jm_document_save_finish (document, result, &remark, &error));

  g_assert_true (jm_document_is_modified (document));
  again = load (fixture->file, NULL);
  g_assert_cmpstr (jm_document_get_title (again), ==, "Eerst");

  jm_session_undo (jm_document_get_session (document));
  g_assert_false (jm_document_is_modified (document));
}

/* Who asks twice is not told that somebody else changed the file, and what was asked for last is what is in it. */
static void
test_save_while_saving (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.cjm", NULL);
  g_autoptr(GFile) copy = g_file_new_for_path (path);
  g_autoptr(JmDocument) document = load (fixture->file, NULL);
  GAsyncResult *results[12] = { NULL };
  g_autoptr(JmDocument) first = NULL;
  g_autoptr(JmDocument) last = NULL;
  g_autofree char *title = NULL;

  /* After the fourth it is another file, and those that follow mean that one. */
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_clear_pointer (&title, g_free);
      title = g_strdup_printf ("Voor de %ue keer", i);
      retitle (document, title);
      jm_document_save_async (document, i == 3 ? copy : NULL, keep_result_cb, &results[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *remark = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (jm_document_is_saving (document));
      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      jm_document_save_finish (document, results[i], &remark, &error);
      g_assert_no_error (error);
      g_object_unref (results[i]);
    }

  g_assert_false (jm_document_is_saving (document));
  g_assert_false (jm_document_is_modified (document));
  g_assert_true (g_file_equal (jm_document_get_file (document), copy));
  first = load (fixture->file, NULL);
  g_assert_cmpstr (jm_document_get_title (first), ==, "Voor de 2e keer");
  last = load (copy, NULL);
  g_assert_cmpstr (jm_document_get_title (last), ==, title);
}

/* A save that fails leaves the document where and as it was. */
static void
test_failed_save (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(JmDocument) document = load (fixture->file, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "map.cjm", NULL);
  g_autoptr(GFile) elsewhere = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  retitle (document, "Niet bewaard");
  g_assert_false (save (document, elsewhere, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_true (jm_document_is_modified (document));
  g_assert_false (jm_document_is_saving (document));
  g_assert_true (g_file_equal (jm_document_get_file (document), fixture->file));
}

static void
test_failed_load (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr(JmDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "<journey-map", -1, NULL));
  document = load (fixture->file, &error);
  g_assert_null (document);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "map.cjm"));
}

static void
write_file (const char *path,
            const char *text)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  fputs (text, file);
  fclose (file);
}

/* Two ways to one file are one file, and two files are two. */
static void
test_same_file (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.cjm", NULL);
  g_autofree char *copy_path = g_build_filename (fixture->folder, "copy.cjm", NULL);
  g_autoptr(GFile) link_file = g_file_new_for_path (link_path);
  g_autoptr(GFile) copy = g_file_new_for_path (copy_path);
  g_autoptr(JmDocument) document = load (fixture->file, NULL);
  g_autoptr(JmDocument) linked = NULL;
  g_autoptr(JmDocument) copied = NULL;
  g_autoptr(JmDocument) fresh = jm_document_new (jm_session_get_map (jm_document_get_session (document)));
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (symlink (path, link_path), ==, 0);
  g_assert_true (g_file_copy (fixture->file, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  linked = load (link_file, NULL);
  copied = load (copy, NULL);
  g_assert_true (jm_document_is_same_file (document, linked));
  g_assert_false (jm_document_is_same_file (document, copied));
  g_assert_false (jm_document_is_same_file (document, fresh));
  g_assert_false (jm_document_is_same_file (fresh, fresh));

  /* Saved elsewhere it is that file, and no longer the first. */
  retitle (document, "Elders");
  g_assert_true (save (document, copy, &error));
  g_assert_true (jm_document_is_same_file (document, copied));
  g_assert_false (jm_document_is_same_file (document, linked));
}

/* Where what is not saved cannot be put aside, it is not replaced by what somebody else wrote. */
static void
test_reload_with_nowhere_to_keep (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "journeymap", NULL);
  g_autofree char *recovery = g_build_filename (folder, "recovery", NULL);
  g_autofree char *aside = g_build_filename (folder, "recovery-aside", NULL);
  g_autofree char *content = NULL;
  g_autoptr(JmDocument) document = load (fixture->file, NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) notices = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  if (g_rename (recovery, aside) != 0)
    g_assert_false (g_file_test (recovery, G_FILE_TEST_EXISTS));
  write_file (recovery, "in the way");

  retitle (document, "Van ons");
  write_file (path, content);
  jm_document_reload_async (document, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (jm_document_reload_finish (document, result, &notices, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (jm_document_get_title (document), ==, "Van ons");
  g_assert_true (jm_document_is_modified (document));

  g_unlink (recovery);
  g_clear_error (&error);
  g_clear_object (&result);
  jm_document_reload_async (document, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (jm_document_reload_finish (document, result, &notices, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (jm_document_get_title (document), ==, "Een middag naar IKEA");
}

/* Somebody else puts something else into the file for a word, and the two are merged. */
static gboolean
merge (Fixture    *fixture,
       JmDocument *document,
       const char *word,
       const char *other,
       guint      *n_choices,
       GError    **error)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *content = NULL;
  g_autofree char *theirs = NULL;
  g_auto(GStrv) parts = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) notices = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  parts = g_strsplit (content, word, 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  theirs = g_strjoinv (other, parts);
  write_file (path, theirs);

  jm_document_reload_async (document, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return jm_document_merge_finish (document, result, n_choices, &notices, error);
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(JmDocument) document = load (fixture->file, NULL);
  JmSession *session = jm_document_get_session (document);
  g_autoptr(GError) error = NULL;
  guint n_choices = G_MAXUINT;

  /* What only one of the two changed is there from both, in one step. */
  retitle (document, "Van ons");
  g_assert_true (merge (fixture, document, "Parkeren", "Van hen", &n_choices, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_choices, ==, 0);
  g_assert_cmpstr (jm_document_get_title (document), ==, "Van ons");
  g_assert_true (jm_document_is_modified (document));
  jm_session_undo (session);
  g_assert_cmpstr (jm_document_get_title (document), ==, "Van ons");
  jm_session_redo (session);

  /* It is no change by somebody else any more. */
  g_assert_true (save (document, NULL, NULL));
  g_assert_false (jm_document_is_modified (document));

  /* What both changed is to be chosen; what was merged before is in both by now. */
  retitle (document, "Toch anders");
  g_assert_true (merge (fixture, document, "Van ons", "Ook van hen", &n_choices, &error));
  g_assert_cmpuint (n_choices, ==, 1);
  g_assert_cmpstr (jm_document_get_title (document), ==, "Toch anders");

  /* What is no map any more changes nothing. */
  g_assert_false (merge (fixture, document, "</journey-map>", "", &n_choices, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (jm_document_get_title (document), ==, "Toch anders");
}

static void
test_suggested_name (void)
{
  g_autoptr(JmMap) map = jm_map_new_empty ("en");
  g_autoptr(JmDocument) document = jm_document_new (map);
  g_autofree char *empty = jm_document_get_suggested_name (document, "cjm");
  g_autofree char *odd = NULL;
  g_autofree char *hidden = NULL;

  g_assert_cmpstr (empty, ==, "Untitled Map.cjm");

  retitle (document, "In/out: what?\nNow");
  odd = jm_document_get_suggested_name (document, "svg");
  g_assert_cmpstr (odd, ==, "In-out- what- Now.svg");

  retitle (document, "../../etc");
  hidden = jm_document_get_suggested_name (document, "cjm");
  g_assert_cmpstr (hidden, ==, "Map.cjm");
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *within = g_build_filename (path, name, NULL);

      remove_tree (within);
    }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("journeymap-document-home-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/app/document/load-edit-save", Fixture, NULL, set_up, test_load_edit_save, tear_down);
  g_test_add ("/app/document/edit-while-saving", Fixture, NULL, set_up, test_edit_while_saving, tear_down);
  g_test_add ("/app/document/save-while-saving", Fixture, NULL, set_up, test_save_while_saving, tear_down);
  g_test_add ("/app/document/failed-save", Fixture, NULL, set_up, test_failed_save, tear_down);
  g_test_add ("/app/document/failed-load", Fixture, NULL, set_up, test_failed_load, tear_down);
  g_test_add ("/app/document/same-file", Fixture, NULL, set_up, test_same_file, tear_down);
  g_test_add ("/app/document/reload-with-nowhere-to-keep", Fixture, NULL, set_up, test_reload_with_nowhere_to_keep,
              tear_down);
  g_test_add ("/app/document/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add_func ("/app/document/suggested-name", test_suggested_name);

  status = g_test_run ();
  jm_keeper_end_all ();
  remove_tree (home);

  return status;
}
