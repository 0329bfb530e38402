/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of plain text as a tree: what is indented belongs to what stands above it, and headings as in Markdown count as further
 * out than any list. */
#include "config.h"

#include "jm-import-lines.h"

#include "jm-scan.h"

#include <string.h>

/* Longer than this, what stands before a colon is no name of a column but the beginning of a sentence. */
#define MAX_KEY 40
/* A tab is as good as four blanks. */
#define TAB     4
/* What is indented more often than this is not indented further. */
#define MAX_DEPTH 32

/**
 * jm_line_take:
 * @next: (inout): where the line begins; then where the next one does, %NULL after the last
 *
 * Ends a line where it stands: at a line feed, a carriage return, or both.
 *
 * Returns: the line
 */
char *
jm_line_take (char **next)
{
  char *line = *next;
  char *end = line;

  while (*end != '\0' && *end != '\r' && *end != '\n')
    end++;

  *next = NULL;
  if (*end != '\0')
    {
      *next = end + (*end == '\r' && end[1] == '\n' ? 2 : 1);
      *end = '\0';
    }

  return line;
}

/**
 * jm_entry_free:
 * @data: (transfer full): an entry, and all that is below it
 */
void
jm_entry_free (gpointer data)
{
  JmEntry *entry = data;

  g_ptr_array_unref (entry->children);
  g_free (entry);
}

static JmEntry *
entry_new (char *text,
           int   line)
{
  JmEntry *entry = g_new0 (JmEntry, 1);

  entry->text = text;
  entry->line = line;
  entry->children = g_ptr_array_new_with_free_func (jm_entry_free);

  return entry;
}

/**
 * jm_entry_split:
 * @text: a line
 * @key: (out) (transfer full): what stands before the colon
 * @value: (out): what stands after it, within @text
 *
 * Takes "Channel: Shop" apart.
 *
 * Returns: %FALSE for a sentence
 */
gboolean
jm_entry_split (const char  *text,
                char       **key,
                const char **value)
{
  const char *colon = strchr (text, ':');

  if (colon == NULL || colon == text || colon - text > MAX_KEY || !(colon[1] == ' ' || colon[1] == '\0'))
    return FALSE;

  *key = g_strndup (text, colon - text);
  *value = colon + 1;
  while (**value == ' ')
    ++*value;

  return TRUE;
}

/* "Goal: Be registered": a list at the same indent is not in it. */
static gboolean
says_it_all (const char *text)
{
  g_autofree char *key = NULL;
  g_autofree char *whose = NULL;
  const char *value;
  JmColumn column;

  return jm_entry_split (text, &key, &value) && *value != '\0' && jm_column_find (key, &column, &whose);
}

/* The length of a list's marker, "- ", "* ", "• ", "1. ", "1.2 ", "a) "; 0 for none. */
static gsize
get_marker (const char *text)
{
  static const char * const bullets[] = { "-", "*", "+", "•", "–", "—", "◦", "▪" };
  gsize length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      length = strlen (bullets[i]);

  if (length == 0)
    {
      gsize digits = strspn (text, "0123456789.");

      if (digits > 0 && g_ascii_isdigit (*text) && strcspn (text, ".)") <= digits)
        length = digits + (text[digits] == ')');
      else if (g_ascii_isalpha (*text) && text[1] == ')')
        length = 2;
    }

  if (length == 0 || !(text[length] == ' ' || text[length] == '\t'))
    return 0;

  return length + strspn (text + length, " \t");
}

/* Returns: %NULL for an empty line and one that only underlines. */
static JmEntry *
read_line (char *start,
           int   line)
{
  JmEntry *entry;
  int indent = 0;
  gsize hashes, marker;

  for (; *start == ' ' || *start == '\t'; start++)
    indent += *start == '\t' ? TAB : 1;
  g_strchomp (start);
  if (*start == '\0' || strspn (start, "=") == strlen (start) || strspn (start, "-") == strlen (start))
    return NULL;

  hashes = strspn (start, "#");
  if (hashes > 0 && (start[hashes] == ' ' || start[hashes] == '\t'))
    {
      entry = entry_new (g_strstrip (start + hashes), line);
      entry->key = JM_ENTRY_TITLE - 1 + (int) MIN (hashes, 6);
      return entry;
    }

  marker = get_marker (start);
  entry = entry_new (start + marker, line);
  entry->has_marker = marker > 0;
  entry->key = 2 * indent + (marker > 0);

  return entry;
}

/**
 * jm_entries_read:
 * @draft: the import, which is given up for too many lines
 * @text: lines; they are changed, and borrowed by the entries
 *
 * Returns: (transfer full): one entry that is no line, and below it the tree of those that are; freed by jm_entry_free()
 */
JmEntry *
jm_entries_read (JmDraft *draft,
                 char    *text)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new ();
  JmEntry *all = entry_new (NULL, 1);
  guint n_entries = 0;
  int line = 0;

  all->key = G_MININT;
  g_ptr_array_add (open, all);
  for (char *next = text; next != NULL && draft->error == NULL;)
    {
      JmEntry *entry = read_line (jm_line_take (&next), ++line);
      JmEntry *last;

      if (entry == NULL)
        continue;
      if (++n_entries > JM_MAX_ELEMENTS)
        jm_draft_refuse_more (draft, line);

      while ((last = g_ptr_array_index (open, open->len - 1))->key >= entry->key ||
             (entry->has_marker && last->key == entry->key - 1 && says_it_all (last->text)))
        g_ptr_array_set_size (open, open->len - 1);
      if (open->len > MAX_DEPTH)
        {
          g_ptr_array_set_size (open, MAX_DEPTH);
          last = g_ptr_array_index (open, MAX_DEPTH - 1);
        }
      g_ptr_array_add (last->children, entry);
      g_ptr_array_add (open, entry);
    }

  return all;
}
