/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mermaid user journey diagrams (mermaid.js.org, syntax of `journey`): sections become phases, tasks touchpoints, scores from
 * 1 to 5 feelings, and those who take part personas. */
#include "config.h"

#include "jm-import-private.h"

#include "jm-import-lines.h"
#include "jm-import-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* What follows a word at the beginning of a line, %NULL if the line does not begin with that word. */
static const char *
after_word (const char *line,
            const char *word)
{
  gsize length = strlen (word);

  if (strncmp (line, word, length) != 0 || (line[length] != '\0' && !g_ascii_isspace (line[length])))
    return NULL;
  line += length;
  while (g_ascii_isspace (*line))
    line++;

  return line;
}

static void
take_title (JmDraft    *draft,
            const char *title)
{
  if (draft->title == NULL && *title != '\0')
    draft->title = jm_draft_clean (draft, title);
}

/* "Make tea: 5: Me, Cat"; the name itself may hold a colon. */
static void
add_task (JmDraft *draft,
          char    *task,
          int      line)
{
  g_auto(GStrv) parts = jm_draft_split (draft, task, ':', line);
  guint n = g_strv_length (parts);
  g_autofree char *title = NULL;
  double score;
  guint at = 0;

  for (guint i = 1; i < n && at == 0; i++)
    if (jm_import_read_number (parts[i], &score))
      at = i;

  if (at == 0)
    {
      jm_draft_begin_touchpoint (draft, g_strstrip (task));
      jm_draft_notice (draft, line, 1,
                       _("This task has no score, so its feeling is left open. A task looks like “Make tea: 5: Me”."));
      return;
    }

  {
    char *rest = parts[at];

    parts[at] = NULL;
    title = g_strjoinv (":", parts);
    parts[at] = rest;
  }
  jm_draft_begin_touchpoint (draft, g_strstrip (title));
  if (score < 1 || score > 5)
    jm_draft_notice (draft, line, 1, _("A feeling is outside of the scale; the nearest end of the scale is used."));
  score -= 3;

  if (at + 1 < n)
    {
      g_auto(GStrv) actors = jm_draft_split (draft, parts[at + 1], ',', line);
      g_autoptr(GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
      gboolean any = FALSE;

      for (guint i = 0; actors[i] != NULL && draft->error == NULL; i++)
        if (*g_strstrip (actors[i]) != '\0')
          {
            const char *id = jm_draft_name_persona (draft, actors[i]);

            any = TRUE;
            /* Someone who is named twice has one feeling. */
            if (id != NULL && g_hash_table_add (done, (gpointer) id))
              jm_draft_add_feeling (draft, actors[i], score, NULL, line, 1);
          }
      if (any)
        return;
    }

  jm_draft_add_feeling (draft, NULL, score, NULL, line, 1);
}

/**
 * jm_import_mermaid:
 * @draft: where to put what is read
 * @text: a diagram
 *
 * Reads a diagram, with or without the fence that it has in Markdown. Comments, accessible names and settings of how it
 * is to look are no part of the journey.
 */
void
jm_import_mermaid (JmDraft *draft,
                   char    *text)
{
  gboolean begun = FALSE, in_front_matter = FALSE, in_description = FALSE, in_directive = FALSE;
  int line = 0;

  for (char *next = text; next != NULL && draft->error == NULL;)
    {
      char *start = jm_line_take (&next);
      const char *rest;

      line++;
      if (*start == '\0')
        continue;
      g_strstrip (start);

      /* Settings go on until they are closed. */
      if (in_directive || g_str_has_prefix (start, "%%{"))
        {
          in_directive = strstr (start, "}%%") == NULL;
          continue;
        }

      if (in_description)
        {
          in_description = strchr (start, '}') == NULL;
          continue;
        }
      if (strcmp (start, "---") == 0 && !begun)
        {
          in_front_matter = !in_front_matter;
          continue;
        }
      if (in_front_matter)
        {
          if (g_str_has_prefix (start, "title:"))
            take_title (draft, g_strstrip (start + strlen ("title:")));
          continue;
        }
      if (*start == '\0' || g_str_has_prefix (start, "%%") || g_str_has_prefix (start, "```"))
        continue;

      if (!begun)
        {
          if (after_word (start, "journey") == NULL)
            {
              jm_draft_refuse (draft, line, 1, JM_READ_ERROR_NOT_A_MAP,
                               _("This is no Mermaid journey diagram: it does not begin with the word “journey”."));
              return;
            }
          begun = TRUE;
        }
      else if ((rest = after_word (start, "title")) != NULL)
        {
          take_title (draft, rest);
        }
      else if ((rest = after_word (start, "section")) != NULL)
        {
          jm_draft_begin_phase (draft, rest);
        }
      else if (g_str_has_prefix (start, "accTitle"))
        {
          continue;
        }
      else if (g_str_has_prefix (start, "accDescr"))
        {
          in_description = strchr (start, '{') != NULL && strchr (start, '}') == NULL;
        }
      else
        {
          add_task (draft, start, line);
        }
    }

  if (!begun)
    jm_draft_refuse (draft, 1, 1, JM_READ_ERROR_NOT_A_MAP,
                     _("This is no Mermaid journey diagram: it does not begin with the word “journey”."));
}
