/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of recent maps: the last one first, each once, and never more than are of use. */
#include "app/jm-portal.h"
#include "app/jm-recent.h"
#include "model/jm-edit.h"

#include <glib/gstdio.h>

static JmMap *
new_map (const char *title)
{
  g_autoptr(JmMap) empty = jm_map_new_empty ("en");
  g_autoptr(JmMap) titled = jm_map_set_text (empty, NULL, JM_KIND_TITLE, title, NULL);
  g_autoptr(JmMap) with_phase = NULL;
  g_autofree char *phase = NULL;

  with_phase = jm_map_add (titled, JM_KIND_PHASE, NULL, -1, "Before", &phase, NULL);

  return jm_map_add (with_phase, JM_KIND_TOUCHPOINT, phase, -1, "Phone call", NULL, NULL);
}

static void
test_order (void)
{
  g_autoptr(JmMap) map = new_map ("First");
  g_autoptr(JmMap) other = new_map ("Second");
  g_autoptr(GFile) first = g_file_new_for_path ("/maps/first.cjm");
  g_autoptr(GFile) second = g_file_new_for_path ("/maps/second, with = signs [and] more.cjm");
  g_autoptr(GPtrArray) list = NULL;
  const JmRecent *recent;

  jm_recent_add (first, map);
  jm_recent_add (second, other);
  jm_recent_add (first, map);

  list = jm_recent_list ();
  g_assert_cmpuint (list->len, ==, 2);
  recent = g_ptr_array_index (list, 0);
  g_assert_true (g_file_equal (recent->file, first));
  g_assert_cmpstr (recent->title, ==, "First");
  g_assert_cmpuint (recent->n_touchpoints, ==, 1);
  recent = g_ptr_array_index (list, 1);
  g_assert_true (g_file_equal (recent->file, second));
}

static void
test_no_more_than_of_use (void)
{
  g_autoptr(JmMap) map = new_map ("Map");
  g_autoptr(GPtrArray) list = NULL;

  for (guint i = 0; i < JM_RECENT_MAX + 5; i++)
    {
      g_autofree char *path = g_strdup_printf ("/maps/%u.cjm", i);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      jm_recent_add (file, map);
    }

  list = jm_recent_list ();
  g_assert_cmpuint (list->len, ==, JM_RECENT_MAX);
}

static void
test_broken_list (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "journeymap", "recent.ini", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GPtrArray) list = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "[1\nuri = ?\n\xff\xfe", -1, NULL));
  list = jm_recent_list ();
  g_assert_cmpuint (list->len, ==, 0);
}

/* In a sandbox the file chooser and the file manager give one file by two paths. */
static void
test_one_file_at_two_paths (void)
{
  g_autoptr(JmMap) map = new_map ("Map");
  g_autofree char *of_session = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c4d", "map.cjm", NULL);
  g_autoptr(GFile) chosen = g_file_new_for_path (of_session);
  g_autoptr(GFile) given = g_file_new_for_path ("/run/flatpak/doc/1a2b3c4d/map.cjm");
  g_autoptr(GFile) other = g_file_new_for_path ("/run/flatpak/doc/99999999/map.cjm");
  g_autofree char *folder = jm_portal_get_folder (chosen);
  g_autoptr(GPtrArray) list = NULL;

  jm_recent_add (chosen, map);
  jm_recent_add (given, map);
  jm_recent_add (other, map);
  list = jm_recent_list ();
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (g_file_equal (((JmRecent *) g_ptr_array_index (list, 1))->file, given));

  /* The portal's folder is nothing that a person knows. */
  g_assert_cmpstr (folder, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/recent/order", test_order);
  g_test_add_func ("/app/recent/no-more-than-of-use", test_no_more_than_of_use);
  g_test_add_func ("/app/recent/broken-list", test_broken_list);
  g_test_add_func ("/app/recent/one-file-at-two-paths", test_one_file_at_two_paths);

  return g_test_run ();
}
