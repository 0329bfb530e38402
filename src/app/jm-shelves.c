/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-shelves.h"

#include "jm-recent.h"

static void
unref_map (gpointer map)
{
  if (map != NULL)
    jm_map_unref (map);
}

/* The templates of a shelf and, one for each, their maps. */
static GPtrArray *
read_templates (JmShelf             shelf,
                const char * const *languages,
                GPtrArray         **maps)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *entries = shelf == JM_SHELF_OWN_TEMPLATES ? jm_library_list (shelf, &error)
                                                       : jm_library_list_for (shelf, languages, &error);

  *maps = g_ptr_array_new_with_free_func (unref_map);
  if (entries == NULL)
    {
      g_message ("%s", error->message);
      return g_ptr_array_new ();
    }

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr(GError) reason = NULL;
      JmMap *map = jm_library_read (g_ptr_array_index (entries, i), &reason);

      if (map == NULL)
        g_message ("%s", reason->message);
      g_ptr_array_add (*maps, map);
    }

  return entries;
}

/**
 * jm_shelves_read:
 * @languages: (array zero-terminated=1): of the templates and examples, the best one first
 *
 * Reads all of it from the disk; meant for a thread of its own. What cannot be read is left out.
 *
 * Returns: (transfer full): what there is to begin with
 */
JmShelves *
jm_shelves_read (const char * const *languages)
{
  JmShelves *self = g_new0 (JmShelves, 1);
  g_autoptr(GError) error = NULL;

  self->own = read_templates (JM_SHELF_OWN_TEMPLATES, languages, &self->own_maps);
  self->templates = read_templates (JM_SHELF_TEMPLATES, languages, &self->maps);

  self->examples = jm_library_list_for (JM_SHELF_EXAMPLES, languages, &error);
  if (self->examples == NULL)
    {
      g_message ("%s", error->message);
      self->examples = g_ptr_array_new ();
    }

  self->recent = jm_recent_list ();
  for (guint i = 0; i < self->recent->len;)
    {
      JmRecent *recent = g_ptr_array_index (self->recent, i);

      if (g_file_query_exists (recent->file, NULL))
        i++;
      else
        g_ptr_array_remove_index (self->recent, i);
    }

  return self;
}

/**
 * jm_shelves_free:
 * @self: (transfer full): what jm_shelves_read() read
 */
void
jm_shelves_free (JmShelves *self)
{
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->own_maps, g_ptr_array_unref);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->maps, g_ptr_array_unref);
  g_clear_pointer (&self->examples, g_ptr_array_unref);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  g_free (self);
}
