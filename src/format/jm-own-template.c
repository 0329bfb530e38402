/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-own-template.h"

#include "jm-save.h"

#include "model/jm-edit.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* Longer names of files are of no use to anyone. */
#define MAX_ID 40

/* What a group found out about one journey, and not how journeys like it are drawn. */
static gboolean
is_finding (JmKind kind)
{
  switch ((int) kind)
    {
    case JM_KIND_EMOTION:
    case JM_KIND_PAIN_POINT:
    case JM_KIND_OPPORTUNITY:
    case JM_KIND_THOUGHT:
    case JM_KIND_NOTE:
    case JM_KIND_PICTURE:
    case JM_KIND_REFERENCE:
    case JM_KIND_DISMISSED:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A copy without findings; of a measure it leaves what is measured, of a touchpoint not how it is known. */
static JmItem *
without_findings (JmItem *item)
{
  JmItem *copy = jm_item_copy (item);

  if (jm_item_get_kind (item) == JM_KIND_MEASURE)
    jm_item_set (copy, JM_ATTR_VALUE, NULL);
  if (jm_item_get_kind (item) == JM_KIND_TOUCHPOINT)
    {
      jm_item_set (copy, JM_ATTR_EVIDENCE, NULL);
      jm_item_set (copy, JM_ATTR_MOMENT_OF_TRUTH, NULL);
    }

  for (guint i = jm_item_get_n_children (item); i-- > 0;)
    {
      JmItem *child = jm_item_get_child (item, i);

      if (is_finding (jm_item_get_kind (child)))
        jm_item_remove (copy, i);
      else if (jm_item_get_n_children (child) > 0 || jm_item_get_kind (child) == JM_KIND_MEASURE)
        jm_item_replace (copy, i, without_findings (child));
    }

  return copy;
}

/* A name for the file that can be typed: the letters and figures of the title, parted by hyphens. */
static char *
make_id (const char *title)
{
  g_autofree char *plain = g_str_to_ascii (title, "C");
  GString *id = g_string_new (NULL);

  for (const char *p = plain; *p != '\0' && id->len < MAX_ID; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (id, g_ascii_tolower (*p));
      else if (id->len > 0 && id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_append (id, "template");

  return g_string_free (id, FALSE);
}

/* Whether a template that comes with the program is called so: nobody is to mix them up. */
static gboolean
is_taken (const GPtrArray *entries,
          const char      *id)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      if (strcmp (((const JmLibraryEntry *) g_ptr_array_index (entries, i))->id, id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A language as part of the name of a file. */
static char *
get_language (JmMap *map)
{
  const char *lang = jm_item_get (jm_map_get_root (map), JM_ATTR_LANG);
  char *language = g_strdup (lang != NULL && *lang != '\0' ? lang : "en");

  return g_strcanon (language, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-');
}

/**
 * jm_own_template_save:
 * @map: a map
 * @title: what the template is called
 * @line: the line under it; "" for none
 * @with_findings: whether feelings, pain points, opportunities, thoughts, notes and pictures are kept, with the values of
 *   measures
 * @error: return location for an error
 *
 * Keeps @map as a template, in the folder of those that are the person's own. Another one of the same title stays.
 *
 * Returns: (transfer full): the id of the template; %NULL with an error of %JM_SAVE_ERROR or %JM_EDIT_ERROR
 */
char *
jm_own_template_save (JmMap       *map,
                      const char  *title,
                      const char  *line,
                      gboolean     with_findings,
                      GError     **error)
{
  g_autofree char *folder = jm_library_get_folder (JM_SHELF_OWN_TEMPLATES);
  g_autoptr(GPtrArray) others = jm_library_list (JM_SHELF_TEMPLATES, NULL);
  g_autofree char *language = NULL;
  g_autofree char *base = NULL;
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  g_autoptr(JmMap) bare = NULL;
  g_autoptr(JmMap) titled = NULL;
  g_autoptr(JmMap) whole = NULL;

  g_return_val_if_fail (map != NULL && title != NULL && line != NULL, NULL);

  bare = with_findings ? jm_map_ref (map) : jm_map_with_root (map, without_findings (jm_map_get_root (map)));
  titled = jm_map_set_text (bare, NULL, JM_KIND_TITLE, title, error);
  if (titled == NULL)
    return NULL;
  whole = jm_map_set_text (titled, NULL, JM_KIND_SCENARIO, line, error);
  if (whole == NULL)
    return NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_autofree char *shown = g_filename_display_name (folder);

      g_set_error (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NO_FOLDER,
                   /* Translators: the first is a folder, the second what the system says about it. */
                   _("The folder for templates, %s, cannot be made (%s)."), shown, g_strerror (errno));
      return NULL;
    }

  base = make_id (title);
  language = get_language (map);
  for (guint n = 1; path == NULL; n++)
    {
      g_autofree char *name = NULL;

      g_free (id);
      id = n == 1 ? g_strdup (base) : g_strdup_printf ("%s-%u", base, n);
      name = g_strdup_printf ("%s.%s.cjm", id, language);
      path = g_build_filename (folder, name, NULL);
      if (is_taken (others, id) || g_file_test (path, G_FILE_TEST_EXISTS))
        g_clear_pointer (&path, g_free);
    }

  return jm_save_file (whole, path, error) ? g_steal_pointer (&id) : NULL;
}

/**
 * jm_own_template_remove:
 * @entry: an entry of %JM_SHELF_OWN_TEMPLATES
 * @error: return location for a #GIOError
 *
 * Puts the file of a template into the wastebasket, or deletes it where there is none.
 *
 * Returns: whether it is gone
 */
gboolean
jm_own_template_remove (const JmLibraryEntry  *entry,
                        GError               **error)
{
  g_autofree char *folder = jm_library_get_folder (JM_SHELF_OWN_TEMPLATES);
  g_autofree char *holder = g_path_get_dirname (entry->path);
  g_autoptr(GFile) file = g_file_new_for_path (entry->path);

  /* What comes with the program is nobody's to delete. */
  g_return_val_if_fail (strcmp (folder, holder) == 0, FALSE);

  return g_file_trash (file, NULL, NULL) || g_file_delete (file, NULL, error);
}
