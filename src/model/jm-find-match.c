/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a text what is looked for stands, for whoever marks the words. */
#include "jm-find.h"

#include <string.h>

/* The text letter by letter, folded, and which byte of it each byte of that came from. */
static void
fold_letters (const char *text,
              GString    *folded,
              GArray     *sources)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      char letter[8] = { 0 };
      guint source = at - text;
      g_autofree char *one = NULL;

      memcpy (letter, at, g_utf8_next_char (at) - at);
      if (g_unichar_isspace (g_utf8_get_char (at)))
        one = g_strdup (folded->len > 0 && folded->str[folded->len - 1] != ' ' ? " " : "");
      else
        one = jm_find_fold (letter);

      g_string_append (folded, one);
      for (const char *byte = one; *byte != '\0'; byte++)
        g_array_append_val (sources, source);
    }
}

/* Past a letter and the accents on it, which fold to nothing. */
static guint
end_of_letter (const char *text,
               guint       start)
{
  const char *at = g_utf8_next_char (text + start);

  while (*at != '\0' && g_unichar_combining_class (g_utf8_get_char (at)) != 0)
    at = g_utf8_next_char (at);

  return at - text;
}

/**
 * jm_find_match:
 * @text: UTF-8
 * @query: what is looked for
 *
 * Looks for all places of @text that say @query, whatever their accents and their case, none of which overlap.
 *
 * Returns: (transfer full) (element-type JmMatch): where they are, in the order of @text
 */
GArray *
jm_find_match (const char *text,
               const char *query)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (JmMatch));
  g_autoptr(GArray) sources = NULL;
  g_autoptr(GString) folded = NULL;
  g_autofree char *wanted = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL && query != NULL, matches);

  wanted = jm_find_fold (query);
  length = strlen (wanted);
  if (length == 0)
    return matches;

  sources = g_array_new (FALSE, FALSE, sizeof (guint));
  folded = g_string_new (NULL);
  fold_letters (text, folded, sources);

  for (const char *at = folded->str; (at = strstr (at, wanted)) != NULL; at += length)
    {
      gsize start = at - folded->str;
      JmMatch match = { g_array_index (sources, guint, start), 0 };

      match.end = end_of_letter (text, g_array_index (sources, guint, start + length - 1));
      g_array_append_val (matches, match);
    }

  return matches;
}
