/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates of one's own: what is kept of a map, where it is found again, and that it can go. */
#include "format/jm-own-template.h"
#include "format/jm-read.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAP \
  "<journey-map xmlns='https://example.com/ns/cjm/1' version='1.0' xml:lang='nl' kind='current-state'>" \
  "<title>Zomer</title><scenario>Een zomer lang</scenario><persona id='ann' color='blue'><name>Ann</name></persona>" \
  "<lane id='steps' kind='touchpoints'/><lane id='needs' kind='notes'><title>Behoeften</title></lane>" \
  "<phase id='one'><title>Eerst</title><measure id='m' value='12' target='20' unit='minuten'>Wachten</measure>" \
  "<note id='n' lane='needs'>Rust</note>" \
  "<touchpoint id='park' evidence='observed' moment-of-truth='true'><title>Parkeren</title>" \
  "<emotion persona='ann' value='-2'/><pain-point id='p'>Vol</pain-point>" \
  "<opportunity id='o' resolves='p'>Ruimte</opportunity><thought id='t' persona='ann'>Nee!</thought></touchpoint>" \
  "</phase><dismissed check='no-date'/></journey-map>"

static JmMap *
read_map (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (MAP, strlen (MAP));
  g_autoptr(GError) error = NULL;
  JmMap *map = jm_read_bytes (bytes, "map", NULL, &error);

  g_assert_no_error (error);
  return map;
}

static JmLibraryEntry *
find_own (const char *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = jm_library_list (JM_SHELF_OWN_TEMPLATES, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      JmLibraryEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->id, id))
        return jm_library_entry_ref (entry);
    }

  return NULL;
}

static void
test_without_findings (void)
{
  g_autoptr(JmMap) map = read_map ();
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr(JmLibraryEntry) entry = NULL;
  g_autoptr(JmMap) kept = NULL;
  JmItem *touchpoint, *measure;

  g_assert_null (find_own ("onze-eerste-keer"));
  id = jm_own_template_save (map, "Onze eerste keer!", "Voor de zomer", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "onze-eerste-keer");

  entry = find_own (id);
  g_assert_nonnull (entry);
  g_assert_cmpstr (entry->title, ==, "Onze eerste keer!");
  g_assert_cmpstr (entry->scenario, ==, "Voor de zomer");
  g_assert_cmpstr (entry->language, ==, "nl");

  kept = jm_library_read (entry, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jm_item_count (jm_map_get_root (kept), JM_KIND_LANE), ==, 2);
  g_assert_nonnull (jm_map_find (kept, "ann"));
  touchpoint = jm_map_find (kept, "park");
  g_assert_cmpstr (jm_item_get_part (touchpoint, JM_KIND_TITLE), ==, "Parkeren");
  g_assert_null (jm_item_get_first (touchpoint, JM_KIND_EMOTION));
  g_assert_null (jm_item_get (touchpoint, JM_ATTR_EVIDENCE));
  g_assert_null (jm_item_get (touchpoint, JM_ATTR_MOMENT_OF_TRUTH));
  g_assert_null (jm_map_find (kept, "p"));
  g_assert_null (jm_map_find (kept, "o"));
  g_assert_null (jm_map_find (kept, "t"));
  g_assert_null (jm_map_find (kept, "n"));
  g_assert_null (jm_item_get_first (jm_map_get_root (kept), JM_KIND_DISMISSED));
  measure = jm_map_find (kept, "m");
  g_assert_cmpstr (jm_item_get_text (measure), ==, "Wachten");
  g_assert_null (jm_item_get (measure, JM_ATTR_VALUE));
  g_assert_cmpstr (jm_item_get (measure, JM_ATTR_TARGET), ==, "20");
}

static void
test_with_findings (void)
{
  g_autoptr(JmMap) map = read_map ();
  g_autoptr(GError) error = NULL;
  g_autofree char *first = jm_own_template_save (map, "Tweemaal", "", TRUE, &error);
  g_autofree char *second = jm_own_template_save (map, "Tweemaal", "", TRUE, &error);
  g_autoptr(JmLibraryEntry) entry = NULL;
  g_autoptr(JmMap) kept = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, "tweemaal");
  g_assert_cmpstr (second, ==, "tweemaal-2");
  entry = find_own (second);
  g_assert_nonnull (entry);
  kept = jm_library_read (entry, &error);
  g_assert_no_error (error);
  g_assert_nonnull (jm_map_find (kept, "p"));
  g_assert_cmpstr (jm_item_get (jm_map_find (kept, "m"), JM_ATTR_VALUE), ==, "12");
}

static void
test_names (void)
{
  g_autoptr(JmMap) map = read_map ();
  g_autoptr(GError) error = NULL;
  g_autofree char *japanese = jm_own_template_save (map, "旅", "", FALSE, &error);
  g_autofree char *path = jm_own_template_save (map, "../../etc", "", FALSE, &error);
  g_autoptr(JmLibraryEntry) entry = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (japanese);
  entry = find_own (japanese);
  g_assert_nonnull (entry);
  g_assert_cmpstr (entry->title, ==, "旅");
  g_assert_cmpstr (path, ==, "etc");

  /* One of that name comes with the program. */
  g_free (g_steal_pointer (&path));
  path = jm_own_template_save (map, "Empty", "", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, "empty-2");
}

static void
test_remove (void)
{
  g_autoptr(JmMap) map = read_map ();
  g_autoptr(GError) error = NULL;
  g_autofree char *id = jm_own_template_save (map, "Weg ermee", "", FALSE, &error);
  g_autoptr(JmLibraryEntry) entry = find_own (id);

  g_assert_nonnull (entry);
  /* In a sandbox GIO asks a portal to do it, and without a bus to ask on that is a programmer's mistake to GLib. */
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) && g_getenv ("DBUS_SESSION_BUS_ADDRESS") == NULL)
    {
      g_test_skip ("in a sandbox without a session bus");
      return;
    }

  g_assert_true (jm_own_template_remove (entry, &error));
  g_assert_no_error (error);
  g_assert_null (find_own (id));
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *data = g_dir_make_tmp ("own-template-XXXXXX", NULL);
  int result;

  /* Before anybody asks for it: it is remembered. */
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/own-template/without-findings", test_without_findings);
  g_test_add_func ("/format/own-template/with-findings", test_with_findings);
  g_test_add_func ("/format/own-template/names", test_names);
  g_test_add_func ("/format/own-template/remove", test_remove);

  result = g_test_run ();
  remove_folder (data);

  return result;
}
