/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person prefers is what a new map is like, and what is kept stays within bounds. */
#include "app/jm-new-map.h"
#include "app/jm-settings.h"
#include "format/jm-kept.h"
#include "format/jm-versions.h"

#include <glib/gstdio.h>

static char *
name_lanes (JmMap *map)
{
  g_autoptr(GString) names = g_string_new (NULL);
  JmItem *lane;
  guint cursor = 0;

  while ((lane = jm_item_next (jm_map_get_root (map), JM_KIND_LANE, &cursor)) != NULL)
    g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", jm_item_get (lane, JM_ATTR_KIND));

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_lanes (const char *id,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JmLibraryEntry) entry = jm_library_find (JM_SHELF_TEMPLATES, id, "en", &error);
  g_autoptr(JmMap) map = NULL;
  g_autofree char *names = NULL;

  g_assert_no_error (error);
  map = jm_new_map (entry, &error);
  g_assert_no_error (error);
  names = name_lanes (map);
  g_assert_cmpstr (names, ==, expected);
}

static void
test_lanes (void)
{
  static const char * const few[] = { "touchpoints", "emotion", "measures", NULL };
  static const char * const none[] = { NULL };

  const char *of_blueprint = "notes touchpoints line notes line notes line notes pain-points opportunities";

  assert_lanes ("empty", "touchpoints channels emotion pain-points thoughts opportunities");
  assert_lanes ("service-blueprint", of_blueprint);

  g_settings_set_strv (jm_settings_get (), "map-lanes", few);
  assert_lanes ("empty", "touchpoints emotion measures");
  /* A template is known by its lanes. */
  assert_lanes ("service-blueprint", of_blueprint);

  /* A map without touchpoints is none. */
  g_settings_set_strv (jm_settings_get (), "map-lanes", none);
  assert_lanes ("empty", "touchpoints");

  g_settings_reset (jm_settings_get (), "map-lanes");
}

static void
test_language (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(JmMap) map = NULL;
  g_auto(GStrv) languages = NULL;

  g_settings_set_string (jm_settings_get (), "map-language", "nl");
  languages = jm_new_map_get_languages ();
  g_assert_cmpstr (languages[0], ==, "nl");
  entries = jm_library_list_for (JM_SHELF_TEMPLATES, (const char * const *) languages, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpstr (((JmLibraryEntry *) g_ptr_array_index (entries, i))->language, ==, "nl");

  map = jm_new_map (NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jm_item_get (jm_map_get_root (map), JM_ATTR_LANG), ==, "nl");

  g_settings_reset (jm_settings_get (), "map-language");
}

static void
keep (const char *path,
      char        content)
{
  g_autoptr(GError) error = NULL;
  char text[1000];
  g_autoptr(GBytes) bytes = NULL;

  memset (text, content, sizeof text);
  bytes = g_bytes_new (text, sizeof text);
  jm_versions_keep (path, bytes, 0, &error);
  g_assert_no_error (error);
}

static void
assert_versions (const char *path,
                 guint       n)
{
  g_autoptr(GPtrArray) versions = jm_versions_list (path);

  g_assert_cmpuint (versions->len, ==, n);
}

static void
test_kept (void)
{
  g_assert_cmpuint (jm_kept_measure (), ==, 0);
  keep ("/one.cjm", 'a');
  keep ("/one.cjm", 'b');
  keep ("/other.cjm", 'c');
  keep ("/one.cjm", 'd');
  g_assert_cmpuint (jm_kept_measure (), ==, 4000);

  /* The oldest goes first, of whichever map. */
  g_assert_cmpuint (jm_kept_limit (4000), ==, 4000);
  g_assert_cmpuint (jm_kept_limit (3500), ==, 3000);
  assert_versions ("/one.cjm", 2);
  assert_versions ("/other.cjm", 1);

  /* The last one of each map stays, whatever the bounds. */
  g_assert_cmpuint (jm_kept_limit (0), ==, 2000);
  assert_versions ("/one.cjm", 1);
  assert_versions ("/other.cjm", 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/preferences/lanes-of-an-empty-map", test_lanes);
  g_test_add_func ("/preferences/language-of-new-maps", test_language);
  g_test_add_func ("/preferences/room-for-earlier-versions", test_kept);

  return g_test_run ();
}
