/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "→ Paying (From phone to laptop)": where something leads to, and "(→ Too slow)": what an opportunity resolves, as our own
 * text tells it. What is meant is known only when all touchpoints are there, so it is remembered until then. */
#include "config.h"

#include "jm-import-draft.h"

#include "jm-import-words.h"
#include "model/jm-hash.h"

#include <glib/gi18n.h>
#include <string.h>

#define ARROW "→ "
/* More than that in one line are nobody's words. */
#define MOST_BRACKETS 8

typedef struct
{
  char *from;   /* an id */
  char *to;     /* a title, and perhaps words in brackets behind it */
} Lead;

static void
lead_free (gpointer data)
{
  Lead *lead = data;

  g_free (lead->from);
  g_free (lead->to);
  g_free (lead);
}

/**
 * jm_draft_is_lead:
 * @text: a line
 *
 * Returns: whether it says where something leads to
 */
gboolean
jm_draft_is_lead (const char *text)
{
  return g_str_has_prefix (text, ARROW) && text[strlen (ARROW)] != '\0';
}

/**
 * jm_draft_add_lead:
 * @self: a draft
 * @text: a line for which jm_draft_is_lead() holds
 *
 * Remembers where the touchpoint that is being filled leads to, or the phase before its first touchpoint.
 */
void
jm_draft_add_lead (JmDraft    *self,
                   const char *text)
{
  JmItem *from = self->touchpoint != NULL ? self->touchpoint : self->phase;
  Lead *lead;

  if (from == NULL || jm_item_get_id (from) == NULL)
    return;

  if (self->leads == NULL)
    self->leads = g_ptr_array_new_with_free_func (lead_free);
  lead = g_new (Lead, 1);
  lead->from = g_strdup (jm_item_get_id (from));
  lead->to = g_strdup (text + strlen (ARROW));
  g_ptr_array_add (self->leads, lead);
}

/* The first touchpoint or phase of each title. */
static GHashTable *
find_titles (GPtrArray *phases)
{
  GHashTable *titles = g_hash_table_new (jm_text_hash, g_str_equal);

  for (guint i = 0; i < phases->len; i++)
    {
      JmItem *phase = g_ptr_array_index (phases, i);
      guint cursor = 0;
      JmItem *touchpoint;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor)) != NULL)
        {
          const char *title = jm_item_get_part (touchpoint, JM_KIND_TITLE);

          if (*title != '\0' && !g_hash_table_contains (titles, title))
            g_hash_table_insert (titles, (char *) title, (char *) jm_item_get_id (touchpoint));
        }
      if (*jm_item_get_part (phase, JM_KIND_TITLE) != '\0' &&
          !g_hash_table_contains (titles, jm_item_get_part (phase, JM_KIND_TITLE)))
        g_hash_table_insert (titles, (char *) jm_item_get_part (phase, JM_KIND_TITLE), (char *) jm_item_get_id (phase));
    }

  return titles;
}

/**
 * jm_draft_append_leads:
 * @self: a draft whose phases are full
 * @root: the map that is being put together
 *
 * Makes transitions of all that leads to something of the map.
 */
void
jm_draft_append_leads (JmDraft *self,
                       JmItem  *root)
{
  g_autoptr(GHashTable) titles = NULL;

  if (self->leads == NULL)
    return;

  titles = find_titles (self->phases);
  for (guint i = 0; i < self->leads->len && self->error == NULL; i++)
    {
      Lead *lead = g_ptr_array_index (self->leads, i);
      const char *to = g_hash_table_lookup (titles, lead->to);
      char *bracket = to == NULL && g_str_has_suffix (lead->to, ")") ? strstr (lead->to, " (") : NULL;
      g_autofree char *said = NULL;
      JmItem *transition;

      /* The words may have brackets of their own, and so may the title: the first place that fits. */
      for (guint n = 0; bracket != NULL && to == NULL && n < MOST_BRACKETS; bracket = strstr (bracket + 1, " ("), n++)
        {
          g_autofree char *title = g_strndup (lead->to, bracket - lead->to);

          to = g_hash_table_lookup (titles, title);
          if (to != NULL)
            said = g_strndup (bracket + 2, strlen (bracket + 2) - 1);
        }
      if (to == NULL)
        continue;

      transition = jm_draft_add (self, JM_KIND_TRANSITION, said);
      jm_item_set (transition, JM_ATTR_FROM, lead->from);
      jm_item_set (transition, JM_ATTR_TO, to);
      jm_item_append (root, transition);
    }
}

/* Links */

typedef struct
{
  char *pain_point;   /* what it says */
  int   line;
} Link;

static void
link_free (gpointer data)
{
  Link *link = data;

  g_free (link->pain_point);
  g_free (link);
}

/**
 * jm_draft_add_link:
 * @self: a draft
 * @opportunity: an opportunity
 * @pain_point: what a pain point says that it resolves, which may stand further on
 * @line: where that stands
 */
void
jm_draft_add_link (JmDraft    *self,
                   JmItem     *opportunity,
                   const char *pain_point,
                   int         line)
{
  const char *id = jm_item_get_id (opportunity);
  GPtrArray *links;
  Link *link;

  /* Each takes as much room as an element would. */
  if (id == NULL || !jm_draft_count_element (self))
    return;

  if (self->links == NULL)
    self->links = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  links = g_hash_table_lookup (self->links, id);
  if (links == NULL)
    {
      links = g_ptr_array_new_with_free_func (link_free);
      g_hash_table_insert (self->links, g_strdup (id), links);
    }
  link = g_new (Link, 1);
  link->pain_point = g_strdup (pain_point);
  link->line = line;
  g_ptr_array_add (links, link);
}

/* A copy of @opportunity that resolves what its links name. */
static JmItem *
with_links (JmDraft   *self,
            JmItem    *opportunity,
            GPtrArray *links)
{
  GString *resolves = g_string_new (jm_item_get (opportunity, JM_ATTR_RESOLVES));
  JmItem *copy = jm_item_copy (opportunity);

  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = links->pdata[i];
      const char *id = jm_draft_recall (self, link->pain_point);

      if (id != NULL)
        {
          g_string_append_printf (resolves, "%s%s", resolves->len > 0 ? " " : "", id);
        }
      else
        {
          g_autofree char *cited = jm_import_cite (link->pain_point);
          g_autofree char *message = g_strdup_printf (_("There is no pain point “%s” here; the link to it is left out."), cited);

          jm_draft_notice (self, link->line, 1, message);
        }
    }
  jm_draft_set (self, copy, JM_ATTR_RESOLVES, resolves->str, 1, 1);
  g_string_free (resolves, TRUE);

  return copy;
}

/* @touchpoint with the links of its opportunities, %NULL where they have none. */
static JmItem *
resolve_in (JmDraft *self,
            JmItem  *touchpoint)
{
  JmItem *changed = NULL;

  for (guint i = 0; i < jm_item_get_n_children (touchpoint); i++)
    {
      JmItem *child = jm_item_get_child (touchpoint, i);
      const char *id = jm_item_get_kind (child) == JM_KIND_OPPORTUNITY ? jm_item_get_id (child) : NULL;
      GPtrArray *links = id != NULL ? g_hash_table_lookup (self->links, id) : NULL;

      if (links == NULL)
        continue;
      if (changed == NULL)
        changed = jm_item_copy (touchpoint);
      jm_item_replace (changed, i, with_links (self, child, links));
    }

  return changed;
}

/**
 * jm_draft_resolve_links:
 * @self: a draft whose phases are full, and not in a map yet
 *
 * Lets each opportunity resolve what was said of it.
 */
void
jm_draft_resolve_links (JmDraft *self)
{
  if (self->links == NULL)
    return;

  for (guint p = 0; p < self->phases->len; p++)
    {
      JmItem *phase = self->phases->pdata[p];

      for (guint i = 0; i < jm_item_get_n_children (phase); i++)
        {
          JmItem *child = jm_item_get_child (phase, i);
          JmItem *changed = jm_item_get_kind (child) == JM_KIND_TOUCHPOINT ? resolve_in (self, child) : NULL;

          if (changed != NULL)
            jm_item_replace (phase, i, changed);
        }
    }
}
