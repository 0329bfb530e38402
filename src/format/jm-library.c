/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates and examples are files named ID.LANGUAGE.cjm in a folder: a new one needs no code. */
#include "config.h"

#include "jm-library.h"

#include "jm-read.h"

#include "model/jm-edit.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define ENDING ".cjm"

/* A file of this name in a shelf says in which order to show it, an id a line; what it does not name comes after. */
#define ORDER "order"

/* Read by more people than any other, where a person's own language is not there. */
#define COMMON_LANGUAGE "en"

G_DEFINE_QUARK (jm-library-error-quark, jm_library_error)
G_DEFINE_BOXED_TYPE (JmLibraryEntry, jm_library_entry, jm_library_entry_ref, jm_library_entry_unref)

/**
 * jm_library_entry_ref:
 * @entry: an entry
 *
 * Returns: (transfer full): the entry
 */
JmLibraryEntry *
jm_library_entry_ref (JmLibraryEntry *entry)
{
  return g_atomic_rc_box_acquire (entry);
}

static void
clear_entry (gpointer data)
{
  JmLibraryEntry *entry = data;

  g_free (entry->id);
  g_free (entry->language);
  g_free (entry->path);
  g_free (entry->title);
  g_free (entry->scenario);
}

/**
 * jm_library_entry_unref:
 * @entry: an entry
 */
void
jm_library_entry_unref (JmLibraryEntry *entry)
{
  g_atomic_rc_box_release_full (entry, clear_entry);
}

/**
 * jm_library_get_folder:
 * @shelf: which shelf
 *
 * Says where the files are: in the folder that JM_DATADIR names, which is for running without being installed, or where
 * the program was installed. A person's own templates are in the folder for her data.
 *
 * Returns: (transfer full): an absolute path, in the encoding of file names
 */
char *
jm_library_get_folder (JmShelf shelf)
{
  static const char * const folders[] = { "templates", "examples" };
  const char               *data = g_getenv ("JM_DATADIR");

  if (shelf == JM_SHELF_OWN_TEMPLATES)
    return g_build_filename (g_get_user_data_dir (), "journeymap", "templates", NULL);

  return g_build_filename (data != NULL && *data != '\0' ? data : PKGDATADIR, folders[shelf], NULL);
}

/* Takes the name of a file apart. FALSE for a name that is no entry's. */
static gboolean
parse_name (const char  *name,
            char       **id,
            char       **language)
{
  const char *end, *dot;

  if (!g_str_has_suffix (name, ENDING))
    return FALSE;

  end = name + strlen (name) - strlen (ENDING);
  dot = g_strrstr_len (name, end - name, ".");
  if (dot == NULL || dot == name || dot + 1 == end)
    return FALSE;

  *id = g_strndup (name, (gsize) (dot - name));
  *language = g_strndup (dot + 1, (gsize) (end - dot - 1));

  return TRUE;
}

static JmLibraryEntry *
read_entry (const char *folder,
            const char *name)
{
  g_autofree char     *id = NULL;
  g_autofree char     *language = NULL;
  g_autofree char     *path = NULL;
  g_autoptr (JmMap)    map = NULL;
  g_autoptr (GError)   error = NULL;
  JmLibraryEntry      *entry;

  if (!parse_name (name, &id, &language))
    return NULL;

  path = g_build_filename (folder, name, NULL);
  map = jm_read_file (path, NULL, &error);
  if (map == NULL)
    {
      /* One broken file does not take the others with it. */
      g_warning ("%s", error->message);
      return NULL;
    }

  entry = g_atomic_rc_box_new0 (JmLibraryEntry);
  entry->id = g_steal_pointer (&id);
  entry->language = g_steal_pointer (&language);
  entry->path = g_steal_pointer (&path);
  entry->title = g_strdup (jm_item_get_part (jm_map_get_root (map), JM_KIND_TITLE));
  entry->scenario = g_strdup (jm_item_get_part (jm_map_get_root (map), JM_KIND_SCENARIO));

  return entry;
}

/* The ids that are to come first, NULL-terminated. */
static char **
read_order (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, ORDER, NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_new0 (char *, 1);

  return g_strsplit (text, "\n", -1);
}

static guint
rank_of (const char         *id,
         const char * const *order)
{
  guint rank = 0;

  while (order[rank] != NULL && strcmp (order[rank], id) != 0)
    rank++;

  return rank;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const JmLibraryEntry *one = *(const JmLibraryEntry * const *) a;
  const JmLibraryEntry *other = *(const JmLibraryEntry * const *) b;
  guint                 one_rank = rank_of (one->id, user_data);
  guint                 other_rank = rank_of (other->id, user_data);
  int                   difference;

  if (one_rank != other_rank)
    return one_rank < other_rank ? -1 : 1;

  difference = strcmp (one->id, other->id);

  return difference != 0 ? difference : strcmp (one->language, other->language);
}

/**
 * jm_library_list:
 * @shelf: which shelf
 * @error: return location for a %JM_LIBRARY_ERROR
 *
 * Reads every file of a shelf for its title. A file that cannot be read is left out, with a warning in the log.
 *
 * Returns: (transfer full) (element-type JmLibraryEntry): the entries in the order in which to show them, the languages
 *   of one side by side; %NULL when the folder cannot be read
 */
GPtrArray *
jm_library_list (JmShelf   shelf,
                 GError  **error)
{
  g_autofree char     *folder = jm_library_get_folder (shelf);
  g_auto (GStrv)       order = read_order (folder);
  g_autoptr (GError)   local_error = NULL;
  g_autoptr (GDir)     dir = g_dir_open (folder, 0, &local_error);
  GPtrArray           *entries;
  const char          *name;

  /* Who has no templates of her own has no folder for them. */
  if (dir == NULL && shelf == JM_SHELF_OWN_TEMPLATES &&
      g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) jm_library_entry_unref);

  if (dir == NULL)
    {
      g_autofree char *display_name = g_filename_display_name (folder);

      g_set_error (error, JM_LIBRARY_ERROR, JM_LIBRARY_ERROR_NOT_INSTALLED,
                   /* Translators: the first is a folder, the second what the system says about it. */
                   _("The folder %s, which holds what comes with the program, cannot be read (%s). "
                     "Install the program again, or let JM_DATADIR name the folder “data” of its sources."),
                   display_name, local_error->message);
      return NULL;
    }

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_library_entry_unref);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      JmLibraryEntry *entry = read_entry (folder, name);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort_with_data (entries, compare_entries, order);

  return entries;
}

/* How far down in a person's languages one of ours is; names are such as "nl_BE.UTF-8", "nl_BE", "nl", "C". */
static guint
rank_of_language (const char         *language,
                  const char * const *languages)
{
  guint rank;

  for (rank = 0; languages[rank] != NULL; rank++)
    {
      if (g_ascii_strcasecmp (languages[rank], language) == 0)
        return rank;
    }

  return strcmp (language, COMMON_LANGUAGE) == 0 ? rank : rank + 1;
}

/**
 * jm_library_list_for:
 * @shelf: which shelf
 * @languages: (nullable): what a person reads, the best first, as g_get_language_names() says it, which %NULL stands for
 * @error: return location for a %JM_LIBRARY_ERROR
 *
 * Like jm_library_list(), with each entry once: in the first of the languages that it is there in, else in English, else
 * in any.
 *
 * Returns: (transfer full) (element-type JmLibraryEntry): the entries; %NULL when the folder cannot be read
 */
GPtrArray *
jm_library_list_for (JmShelf              shelf,
                     const char * const  *languages,
                     GError             **error)
{
  GPtrArray *entries = jm_library_list (shelf, error);

  if (entries == NULL)
    return NULL;

  if (languages == NULL)
    languages = g_get_language_names ();

  for (guint i = 1; i < entries->len;)
    {
      JmLibraryEntry *before = g_ptr_array_index (entries, i - 1);
      JmLibraryEntry *entry = g_ptr_array_index (entries, i);

      if (strcmp (before->id, entry->id) != 0)
        i++;
      else if (rank_of_language (entry->language, languages) < rank_of_language (before->language, languages))
        g_ptr_array_remove_index (entries, i - 1);
      else
        g_ptr_array_remove_index (entries, i);
    }

  return entries;
}

/**
 * jm_library_find:
 * @shelf: which shelf
 * @id: such as "customer-journey-5"
 * @language: (nullable): such as "nl"; %NULL for the best one for the person
 * @error: return location for a %JM_LIBRARY_ERROR
 *
 * Returns: (transfer full): the entry; %NULL when there is none, with an error that names those there are
 */
JmLibraryEntry *
jm_library_find (JmShelf      shelf,
                 const char  *id,
                 const char  *language,
                 GError     **error)
{
  const char * const     *languages = g_get_language_names ();
  g_autoptr (GPtrArray)   entries = jm_library_list (shelf, error);
  g_autoptr (GString)     others = g_string_new (NULL);
  g_autoptr (GString)     other_languages = g_string_new (NULL);
  JmLibraryEntry         *best = NULL;
  const char             *last = "";

  if (entries == NULL)
    return NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      JmLibraryEntry *entry = g_ptr_array_index (entries, i);

      if (strcmp (entry->id, last) != 0)
        g_string_append_printf (others, "%s%s", others->len > 0 ? ", " : "", entry->id);
      last = entry->id;

      if (strcmp (entry->id, id) != 0)
        continue;

      g_string_append_printf (other_languages, "%s%s", other_languages->len > 0 ? ", " : "", entry->language);
      if (language != NULL)
        {
          if (g_ascii_strcasecmp (entry->language, language) == 0)
            best = entry;
        }
      else if (best == NULL ||
               rank_of_language (entry->language, languages) < rank_of_language (best->language, languages))
        {
          best = entry;
        }
    }

  if (best != NULL)
    return jm_library_entry_ref (best);

  if (other_languages->len > 0)
    g_set_error (error, JM_LIBRARY_ERROR, JM_LIBRARY_ERROR_NO_SUCH_LANGUAGE,
                 /* Translators: “customer-journey-5” is not there in the language “fr”; then a list such as "en, nl". */
                 _("“%s” is not there in the language “%s”, but in: %s."), id, language, other_languages->str);
  else
    g_set_error (error, JM_LIBRARY_ERROR, JM_LIBRARY_ERROR_NO_SUCH_ENTRY,
                 shelf == JM_SHELF_TEMPLATES
                 /* Translators: a name somebody typed, then a list of names. */
                 ? _("There is no template “%s”. There are: %s.")
                 : _("There is no example “%s”. There are: %s."), id, others->str);

  return NULL;
}

/**
 * jm_library_read:
 * @entry: an entry
 * @error: return location for a %JM_READ_ERROR
 *
 * Returns: (transfer full): the map as it is in the file
 */
JmMap *
jm_library_read (const JmLibraryEntry  *entry,
                 GError               **error)
{
  return jm_read_file (entry->path, NULL, error);
}

/**
 * jm_library_start:
 * @entry: a template
 * @error: return location for a %JM_READ_ERROR
 *
 * Makes a new map from a template. What a template says about itself, its title and the line under it, is not true of the
 * journey that is going to be mapped: both are empty. The day of the workshop is today.
 *
 * Returns: (transfer full): a map that is no file yet
 */
JmMap *
jm_library_start (const JmLibraryEntry  *entry,
                  GError               **error)
{
  g_autoptr (JmMap)      template_map = jm_library_read (entry, error);
  g_autoptr (JmMap)      untitled = NULL;
  g_autoptr (JmMap)      bare = NULL;
  g_autoptr (GDateTime)  now = g_date_time_new_now_local ();
  g_autofree char       *today = g_date_time_format (now, "%Y-%m-%d");

  if (template_map == NULL)
    return NULL;

  untitled = jm_map_set_text (template_map, NULL, JM_KIND_TITLE, "", error);
  if (untitled == NULL)
    return NULL;

  bare = jm_map_set_text (untitled, NULL, JM_KIND_SCENARIO, "", error);
  if (bare == NULL)
    return NULL;

  return jm_map_set (bare, NULL, JM_ATTR_DATE, today, error);
}
