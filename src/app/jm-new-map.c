/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-new-map.h"

#include "jm-settings.h"

#include "model/jm-edit.h"

#include <string.h>

/* The template whose lanes are the person's own choice. All others are known by theirs. */
#define EMPTY_ID "empty"

/**
 * jm_new_map_get_languages:
 *
 * Returns: (transfer full): the languages in which to look for templates, the best first
 */
char **
jm_new_map_get_languages (void)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *preferred = jm_settings_get_string ("map-language");

  if (*preferred != '\0')
    g_strv_builder_add (builder, preferred);
  g_strv_builder_addv (builder, (const char **) g_get_language_names ());

  return g_strv_builder_end (builder);
}

static JmItem *
find_lane (JmMap      *map,
           const char *kind)
{
  JmItem *lane;
  guint cursor = 0;

  while ((lane = jm_item_next (jm_map_get_root (map), JM_KIND_LANE, &cursor)) != NULL)
    {
      if (g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), kind) == 0)
        return lane;
    }

  return NULL;
}

/* Takes @map. Leaves it with the lanes of these kinds, in this order. */
static JmMap *
arrange_lanes (JmMap              *map,
               const char * const *kinds)
{
  g_autoptr(JmMap) before = map;
  g_autoptr(GPtrArray) gone = g_ptr_array_new ();
  JmItem *lane;
  guint cursor = 0;

  while ((lane = jm_item_next (jm_map_get_root (before), JM_KIND_LANE, &cursor)) != NULL)
    {
      const char *kind = jm_item_get (lane, JM_ATTR_KIND);

      if (kind != NULL && !g_strv_contains (kinds, kind) && strcmp (kind, "touchpoints") != 0)
        g_ptr_array_add (gone, (gpointer) jm_item_get_id (lane));
    }
  g_ptr_array_add (gone, NULL);
  if (gone->len > 1)
    {
      JmMap *after = jm_map_remove (before, (const char * const *) gone->pdata, NULL);

      if (after != NULL)
        {
          jm_map_unref (before);
          before = after;
        }
    }

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *id = NULL;
      g_autoptr(JmMap) added = NULL;
      JmMap *after;

      if (find_lane (before, kinds[i]) != NULL)
        continue;
      added = jm_map_add (before, JM_KIND_LANE, NULL, i, NULL, &id, NULL);
      after = added == NULL ? NULL : jm_map_set (added, id, JM_ATTR_KIND, kinds[i], NULL);
      if (after != NULL)
        {
          jm_map_unref (before);
          before = after;
        }
    }

  return g_steal_pointer (&before);
}

/**
 * jm_new_map:
 * @entry: (nullable): the template, %NULL for a map without anything
 * @error: return location for an error
 *
 * Returns: (transfer full): a new map; %NULL when the template cannot be read
 */
JmMap *
jm_new_map (JmLibraryEntry  *entry,
            GError         **error)
{
  g_autofree char *language = jm_settings_get_string ("map-language");
  GSettings *settings = jm_settings_get ();
  JmMap *map = entry == NULL ? jm_map_new_empty (*language == '\0' ? NULL : language)
                             : jm_library_start (entry, error);

  if (map != NULL && settings != NULL && (entry == NULL || strcmp (entry->id, EMPTY_ID) == 0))
    {
      g_auto(GStrv) kinds = g_settings_get_strv (settings, "map-lanes");

      map = arrange_lanes (map, (const char * const *) kinds);
    }
  /* Of templates that are not there in it. */
  if (map != NULL && entry != NULL && *language != '\0' && strcmp (entry->id, EMPTY_ID) == 0)
    {
      JmMap *in_language = jm_map_set (map, NULL, JM_ATTR_LANG, language, NULL);

      if (in_language != NULL)
        {
          jm_map_unref (map);
          map = in_language;
        }
    }

  return map;
}
