/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import tells of, and what it is given up for: the limits are those of reading, and hold before anything is made of
 * the text, for a few bytes may stand for a great deal. */
#include "config.h"

#include "jm-import-draft.h"

#include "jm-scan.h"

#include <glib/gi18n.h>
#include <string.h>

/* Nobody reads more notices than this. */
#define MAX_NOTICES 1000

/**
 * jm_draft_refuse:
 * @self: a draft
 * @line: where, from 1
 * @column: where, from 1
 * @code: what sort of problem
 * @message: what is wrong and what to do
 *
 * Gives the import up. The first reason is the one that is told.
 */
void
jm_draft_refuse (JmDraft    *self,
                 int         line,
                 int         column,
                 JmReadError code,
                 const char *message)
{
  JmNotice *notice;
  g_autofree char *formatted = NULL;

  if (self->error != NULL)
    return;

  notice = jm_notice_new (JM_NOTICE_REFUSED, self->name, line, column, message, NULL);
  formatted = jm_notice_format (notice);
  g_ptr_array_add (self->notices, notice);
  g_set_error_literal (&self->error, JM_READ_ERROR, code, formatted);
}

/**
 * jm_draft_notice:
 * @self: a draft
 * @line: where, from 1
 * @column: where, from 1
 * @message: what was read otherwise, and what to do
 */
void
jm_draft_notice (JmDraft    *self,
                 int         line,
                 int         column,
                 const char *message)
{
  if (self->error == NULL && self->notices->len < MAX_NOTICES)
    g_ptr_array_add (self->notices, jm_notice_new (JM_NOTICE_ODD, self->name, line, column, message, NULL));
}

/* Limits */

/**
 * jm_draft_refuse_more:
 * @self: a draft
 * @line: where, from 1
 *
 * Gives the import up, because there is more than any map may hold.
 */
void
jm_draft_refuse_more (JmDraft *self,
                      int      line)
{
  jm_draft_refuse (self, line, 1, JM_READ_ERROR_LIMIT,
                   _("This would become a map of more than 200,000 elements. Import a part of it."));
}

/**
 * jm_draft_count_element:
 * @self: a draft
 *
 * Returns: whether there is room for one element more
 */
gboolean
jm_draft_count_element (JmDraft *self)
{
  if (self->error != NULL)
    return FALSE;
  if (++self->n_elements <= JM_MAX_ELEMENTS)
    return TRUE;

  jm_draft_refuse_more (self, 1);

  return FALSE;
}

/**
 * jm_draft_clean:
 * @self: a draft
 * @text: what a file says
 *
 * Returns: (transfer full): it without what XML cannot hold, and of a length that a file may have
 */
char *
jm_draft_clean (JmDraft    *self,
                const char *text)
{
  g_autofree char *cleaned = jm_text_clean (text, -1);

  if (strlen (cleaned) <= JM_MAX_TEXT)
    return g_steal_pointer (&cleaned);

  jm_draft_refuse (self, 1, 1, JM_READ_ERROR_LIMIT, _("A single text in it is longer than 1 MiB. Shorten it."));

  return g_strdup ("");
}

/**
 * jm_draft_split:
 * @self: a draft
 * @text: what a file says
 * @separator: what stands between its parts
 * @line: where, from 1
 *
 * Takes a text apart, unless it has more parts than any map may hold.
 *
 * Returns: (transfer full) (array zero-terminated=1): the parts; none when the import was given up
 */
char **
jm_draft_split (JmDraft    *self,
                const char *text,
                char        separator,
                int         line)
{
  const char between[] = { separator, '\0' };
  guint n = 0;

  for (const char *at = text; *at != '\0' && n <= JM_MAX_ELEMENTS; at++)
    if (*at == separator)
      n++;
  if (n > JM_MAX_ELEMENTS)
    {
      jm_draft_refuse_more (self, line);
      return g_new0 (char *, 1);
    }

  return g_strsplit (text, between, -1);
}
