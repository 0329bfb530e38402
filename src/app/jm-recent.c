/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-recent.h"

#include "jm-portal.h"

#include <glib/gstdio.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (JmRecent, jm_recent, jm_recent_ref, jm_recent_unref)

/**
 * jm_recent_ref:
 * @self: an entry
 *
 * Returns: (transfer full): @self
 */
JmRecent *
jm_recent_ref (JmRecent *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  JmRecent *self = data;

  g_clear_object (&self->file);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->colors, g_free);
}

/**
 * jm_recent_unref:
 * @self: (transfer full): an entry
 */
void
jm_recent_unref (JmRecent *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static char *
get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "journeymap", "recent.ini", NULL);
}

static int
compare_when (gconstpointer a,
              gconstpointer b)
{
  const JmRecent *first = *(JmRecent * const *) a;
  const JmRecent *second = *(JmRecent * const *) b;

  return (first->when < second->when) - (first->when > second->when);
}

/**
 * jm_recent_list:
 *
 * Reads the list. A list that cannot be read is an empty one: nothing is lost with it.
 *
 * Returns: (transfer full) (element-type JmRecent): the maps that were worked on, the last one first
 */
GPtrArray *
jm_recent_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_recent_unref);
  g_autoptr(GKeyFile) key_file = g_key_file_new ();
  g_autofree char *path = get_path ();
  g_auto(GStrv) groups = NULL;

  if (!g_key_file_load_from_file (key_file, path, G_KEY_FILE_NONE, NULL))
    return list;

  groups = g_key_file_get_groups (key_file, NULL);
  for (guint i = 0; groups[i] != NULL && i < JM_RECENT_MAX; i++)
    {
      g_autofree char *uri = g_key_file_get_string (key_file, groups[i], "uri", NULL);
      JmRecent *recent;

      if (uri == NULL)
        continue;

      recent = g_atomic_rc_box_new0 (JmRecent);
      recent->file = g_file_new_for_uri (uri);
      recent->place = g_key_file_get_string (key_file, groups[i], "place", NULL);
      recent->title = g_key_file_get_string (key_file, groups[i], "title", NULL);
      recent->colors = g_key_file_get_string (key_file, groups[i], "colors", NULL);
      recent->n_touchpoints = MAX (0, g_key_file_get_integer (key_file, groups[i], "touchpoints", NULL));
      recent->when = g_key_file_get_int64 (key_file, groups[i], "when", NULL);
      if (recent->place == NULL)
        recent->place = g_strdup (uri);
      if (recent->title == NULL)
        recent->title = g_strdup ("");
      if (recent->colors == NULL)
        recent->colors = g_strdup ("");
      g_ptr_array_add (list, recent);
    }
  g_ptr_array_sort (list, compare_when);

  return list;
}

static void
write_list (GPtrArray *list)
{
  g_autoptr(GKeyFile) key_file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < list->len && i < JM_RECENT_MAX; i++)
    {
      const JmRecent *recent = g_ptr_array_index (list, i);
      g_autofree char *group = g_strdup_printf ("%u", i + 1);
      g_autofree char *uri = g_file_get_uri (recent->file);

      g_key_file_set_string (key_file, group, "uri", uri);
      if (strcmp (uri, recent->place) != 0)
        g_key_file_set_string (key_file, group, "place", recent->place);
      g_key_file_set_string (key_file, group, "title", recent->title);
      g_key_file_set_string (key_file, group, "colors", recent->colors);
      g_key_file_set_integer (key_file, group, "touchpoints", recent->n_touchpoints);
      g_key_file_set_int64 (key_file, group, "when", recent->when);
    }

  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (key_file, path, &error))
    g_message ("The list of recent maps was not kept: %s", error->message);
}

static void
remove_place (GPtrArray  *list,
              const char *place)
{
  for (guint i = 0; i < list->len;)
    {
      if (strcmp (((JmRecent *) g_ptr_array_index (list, i))->place, place) == 0)
        g_ptr_array_remove_index (list, i);
      else
        i++;
    }
}

/**
 * jm_recent_add:
 * @file: where the map lives
 * @map: the map as it is there
 *
 * Puts a map at the top of the list.
 */
void
jm_recent_add (GFile *file,
               JmMap *map)
{
  g_autoptr(GPtrArray) list = jm_recent_list ();
  g_autoptr(GString) colors = g_string_new (NULL);
  JmItem *root = jm_map_get_root (map);
  JmRecent *recent = g_atomic_rc_box_new0 (JmRecent);
  JmItem *phase;
  guint cursor = 0, nth = 0;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      const char *color = jm_item_get (phase, JM_ATTR_COLOR);

      if (nth < 8)
        g_string_append_printf (colors, "%s%s", nth > 0 ? " " : "", color != NULL ? color : "-");
      recent->n_touchpoints += jm_item_count (phase, JM_KIND_TOUCHPOINT);
      nth++;
    }

  recent->file = g_object_ref (file);
  recent->place = jm_portal_identify (file);
  recent->title = g_strdup (jm_item_get_part (root, JM_KIND_TITLE));
  recent->colors = g_strdup (colors->str);
  recent->when = g_get_real_time () / G_USEC_PER_SEC;

  remove_place (list, recent->place);
  g_ptr_array_insert (list, 0, recent);
  write_list (list);
}
