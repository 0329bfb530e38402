/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items are borrowed: they live as long as the map that is being read. */

#include "config.h"

#include "jm-links.h"

#include "jm-judge.h"
#include "model/jm-hash.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  JmItem           *item;
  const JmAttrRule *attr;
  const char       *item_id;
  gsize             offset;
} Link;

typedef struct
{
  JmItem *emotion;
  JmItem *touchpoint;
  gsize   offset;
} Feeling;

struct _JmLinks
{
  GArray *links;
  GArray *feelings;
};

/**
 * jm_links_new:
 *
 * Returns: (transfer full): no links yet
 */
JmLinks *
jm_links_new (void)
{
  JmLinks *self = g_new0 (JmLinks, 1);

  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  self->feelings = g_array_new (FALSE, FALSE, sizeof (Feeling));

  return self;
}

/**
 * jm_links_free:
 * @self: (transfer full): links
 */
void
jm_links_free (JmLinks *self)
{
  g_array_unref (self->links);
  g_array_unref (self->feelings);
  g_free (self);
}

/**
 * jm_links_add:
 * @self: links
 * @item: (transfer none): an item with a reference; must live until jm_links_check()
 * @attr: the attribute that is the reference
 * @item_id: (transfer none) (nullable): what a notice names; must live as long
 * @offset: where in the file
 *
 * Notes a reference to be followed once all ids are known.
 */
void
jm_links_add (JmLinks          *self,
              JmItem           *item,
              const JmAttrRule *attr,
              const char       *item_id,
              gsize             offset)
{
  Link link = { item, attr, item_id, offset };

  g_array_append_val (self->links, link);
}

/**
 * jm_links_add_emotion:
 * @self: links
 * @emotion: (transfer none): an emotion; must live until jm_links_check()
 * @touchpoint: (transfer none): where it is felt; the emotions of one are added one after another
 * @offset: where in the file
 *
 * Notes an emotion, to be judged once the personas are known.
 */
void
jm_links_add_emotion (JmLinks *self,
                      JmItem  *emotion,
                      JmItem  *touchpoint,
                      gsize    offset)
{
  Feeling feeling = { emotion, touchpoint, offset };

  g_array_append_val (self->feelings, feeling);
}

/* One sentence for each sort of reference, so that it can be translated whole. */
static char *
tell_broken (const JmAttrRule *attr,
             const char       *id)
{
  g_autofree char *shown = jm_shorten (id);

  switch (attr->refers_to)
    {
    case JM_KIND_PERSONA:
      /* Translators: %s is an id that stands in the file. This holds for the messages after it, too. */
      return g_strdup_printf (_("There is no persona “%s”. Correct the id, or add the persona."), shown);

    case JM_KIND_CHANNEL:
      return g_strdup_printf (_("There is no channel “%s”. Correct the id, or add the channel."), shown);

    case JM_KIND_LANE:
      return g_strdup_printf (_("There is no lane “%s”. Correct the id, or add the lane."), shown);

    case JM_KIND_PAIN_POINT:
      return g_strdup_printf (_("There is no pain point “%s” that this could resolve. Correct the id, or take it out."),
                              shown);

    default:
      return g_strdup_printf (_("There is nothing with the id “%s” to go from or to. Correct the id, or remove the "
                                "transition."),
                              shown);
    }
}

static gboolean
leads_somewhere (JmIdTable        *ids,
                 const JmAttrRule *attr,
                 const char       *id)
{
  const JmIdEntry *entry = jm_id_table_look_up (ids, id);

  if (entry == NULL)
    return FALSE;

  /* What a later version put in that place may be the right thing. */
  return attr->refers_to == JM_KIND_NONE || entry->kind == attr->refers_to || entry->kind == JM_KIND_FOREIGN;
}

static void
check_link (const Link *link,
            JmIdTable  *ids,
            JmReport   *report)
{
  const char *value = jm_item_get (link->item, link->attr->attr);
  g_autofree char *list = NULL;
  char *rest;
  char *id;

  if (value == NULL)
    return;

  if (link->attr->type == JM_VALUE_REFERENCE)
    {
      if (!leads_somewhere (ids, link->attr, value))
        jm_report_add (report, JM_NOTICE_REMARK, link->offset, link->item_id, tell_broken (link->attr, value));
      return;
    }

  list = g_strdup (value);
  for (id = strtok_r (list, " \t\r\n", &rest); id != NULL; id = strtok_r (NULL, " \t\r\n", &rest))
    if (!leads_somewhere (ids, link->attr, id))
      jm_report_add (report, JM_NOTICE_REMARK, link->offset, link->item_id, tell_broken (link->attr, id));
}

/* A touchpoint has a handful of emotions, unless someone means harm: so no pair is compared. */
static void
check_feelings (JmLinks  *self,
                JmMap    *map,
                JmReport *report)
{
  g_autoptr (GHashTable) personas = g_hash_table_new (jm_text_hash, g_str_equal);
  guint n = self->feelings->len;

  for (guint first = 0, next; first < n; first = next)
    {
      JmItem *touchpoint = g_array_index (self->feelings, Feeling, first).touchpoint;

      for (next = first + 1; next < n && g_array_index (self->feelings, Feeling, next).touchpoint == touchpoint; next++)
        ;
      if (next == first + 1)
        continue;

      g_hash_table_remove_all (personas);
      for (guint i = first; i < next; i++)
        {
          const Feeling *feeling = &g_array_index (self->feelings, Feeling, i);
          const char *persona = jm_map_get_emotion_persona (map, feeling->emotion);

          if (g_hash_table_add (personas, (char *) (persona != NULL ? persona : "")))
            continue;

          jm_report_add (report, JM_NOTICE_ODD, feeling->offset, jm_item_get_id (touchpoint),
                         g_strdup (_("This touchpoint has a second feeling of the same persona. The first one counts, "
                                     "and both are kept. Remove one.")));
        }
    }
}

/**
 * jm_links_check:
 * @self: links
 * @map: the map they were found in
 * @ids: all its ids
 * @report: where to tell what is found
 *
 * Follows every reference, and looks for two emotions of one persona at one touchpoint.
 */
void
jm_links_check (JmLinks   *self,
                JmMap     *map,
                JmIdTable *ids,
                JmReport  *report)
{
  for (guint i = 0; i < self->links->len; i++)
    check_link (&g_array_index (self->links, Link, i), ids, report);

  check_feelings (self, map, report);
}
