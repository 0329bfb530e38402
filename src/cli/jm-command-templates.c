/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm templates: what a map can be made from. */
#include "config.h"

#include "jm-command.h"

#include "format/jm-library.h"

#include <glib/gi18n.h>
#include <string.h>

/* Columns on a terminal; far-eastern letters take two. */
static guint
columns_of (const char *text)
{
  guint columns = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      columns += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return columns;
}

static void
print_column (const char *text,
              guint       columns)
{
  g_print ("%s%*s", text, (int) (columns - columns_of (text)) + 2, "");
}

/* "en nl", the languages that a template is there in. */
static char *
join_languages (const GPtrArray *all,
                const char      *id)
{
  GString *languages = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const JmLibraryEntry *entry = g_ptr_array_index (all, i);

      if (strcmp (entry->id, id) == 0)
        g_string_append_printf (languages, "%s%s", languages->len > 0 ? " " : "", entry->language);
    }

  return g_string_free (languages, FALSE);
}

static void
print_templates (const GPtrArray *entries,
                 const GPtrArray *all)
{
  g_autoptr (GPtrArray)  languages = g_ptr_array_new_with_free_func (g_free);
  guint                  id_columns = 0, language_columns = 0, title_columns = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const JmLibraryEntry *entry = g_ptr_array_index (entries, i);
      char                 *joined = join_languages (all, entry->id);

      g_ptr_array_add (languages, joined);
      id_columns = MAX (id_columns, columns_of (entry->id));
      language_columns = MAX (language_columns, columns_of (joined));
      title_columns = MAX (title_columns, columns_of (entry->title));
    }

  for (guint i = 0; i < entries->len; i++)
    {
      const JmLibraryEntry *entry = g_ptr_array_index (entries, i);

      print_column (entry->id, id_columns);
      print_column (g_ptr_array_index (languages, i), language_columns);
      print_column (entry->title, title_columns);
      g_print ("%s\n", entry->scenario);
    }
}

static JmExit
run (const JmCommand  *self,
     char            **args)
{
  g_autoptr (GPtrArray)  all = NULL;
  g_autoptr (GPtrArray)  entries = NULL;
  g_autoptr (GPtrArray)  own = NULL;
  g_autoptr (GError)     error = NULL;
  JmExit                 end;

  if (!jm_command_parse (self, NULL, _("Each line is: the name for “cjm new”, the languages, the title, what it is for."),
                         0, 0, &args, &end))
    return end;
  g_strfreev (args);

  all = jm_library_list (JM_SHELF_TEMPLATES, &error);
  if (all != NULL)
    entries = jm_library_list_for (JM_SHELF_TEMPLATES, NULL, &error);
  if (entries == NULL)
    return jm_command_fail (self, JM_EXIT_WRONG, "%s", error->message);

  /* The person's own come last. */
  own = jm_library_list (JM_SHELF_OWN_TEMPLATES, &error);
  if (own == NULL)
    return jm_command_fail (self, JM_EXIT_WRONG, "%s", error->message);
  for (guint i = 0; i < own->len; i++)
    {
      g_ptr_array_add (entries, jm_library_entry_ref (g_ptr_array_index (own, i)));
      g_ptr_array_add (all, jm_library_entry_ref (g_ptr_array_index (own, i)));
    }

  print_templates (entries, all);

  return JM_EXIT_FINE;
}

const JmCommand jm_command_templates = {
  "templates",
  NULL,
  N_("List what a map can be made from"),
  run,
};
