/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging the properties of one item. */
#include "config.h"

#include "jm-merge-private.h"

#include "model/jm-names.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
merge_votes (const char *base,
             const char *ours,
             const char *theirs)
{
  double b = 0, o = 0, t = 0;

  jm_number_parse (base != NULL ? base : "0", &b);
  jm_number_parse (ours != NULL ? ours : "0", &o);
  jm_number_parse (theirs != NULL ? theirs : "0", &t);

  return jm_number_format (CLAMP (o + t - b, 0, 1000000));
}

static gboolean
lists (const char * const *ids,
       const char         *id)
{
  return g_strv_contains (ids, id);
}

/* What either side added to a list of ids, without what either side took away. */
static char *
merge_ids (const char *base,
           const char *ours,
           const char *theirs)
{
  g_auto(GStrv) b = g_strsplit_set (base != NULL ? base : "", " \t\n\r", -1);
  g_auto(GStrv) o = g_strsplit_set (ours != NULL ? ours : "", " \t\n\r", -1);
  g_auto(GStrv) t = g_strsplit_set (theirs != NULL ? theirs : "", " \t\n\r", -1);
  GString *merged = g_string_new (NULL);

  for (guint i = 0; o[i] != NULL; i++)
    if (*o[i] != '\0' && (lists ((const char * const *) t, o[i]) || !lists ((const char * const *) b, o[i])))
      g_string_append_printf (merged, "%s%s", merged->len > 0 ? " " : "", o[i]);
  for (guint i = 0; t[i] != NULL; i++)
    if (*t[i] != '\0' && !lists ((const char * const *) o, t[i]) && !lists ((const char * const *) b, t[i]))
      g_string_append_printf (merged, "%s%s", merged->len > 0 ? " " : "", t[i]);

  return g_string_free (merged, FALSE);
}

/**
 * jm_merge_tell_of_value:
 * @self: a merge
 * @item: what it belongs to
 * @name: of the property, as in the file
 * @ours: (nullable): its value, which stays
 * @theirs: (nullable): the value that was not taken
 */
void
jm_merge_tell_of_value (JmMerge    *self,
                        JmItem     *item,
                        const char *name,
                        const char *ours,
                        const char *theirs)
{
  g_autofree char *title = jm_item_call (item);

  jm_merge_tell (self, item,
                 /* Translators: the name of a property as in the file, such as “owner”, then two values of it. */
                 g_strdup_printf (_("Both changed “%s”: it is “%s” as in ours, and theirs has “%s”."), name,
                                  ours != NULL ? ours : "", theirs != NULL ? theirs : ""),
                 g_strdup_printf ("%s — %s: %s", title, name, theirs != NULL ? theirs : "—"));
}

/**
 * jm_merge_attrs:
 * @self: a merge
 * @merged: what of both sides was copied, and is not sealed yet
 * @base: (nullable): the item as it was
 * @ours: the item in ours
 * @theirs: the item in theirs
 *
 * Sets the properties that the format knows.
 */
void
jm_merge_attrs (JmMerge *self,
                JmItem  *merged,
                JmPiece *base,
                JmPiece *ours,
                JmPiece *theirs)
{
  for (JmAttr attr = JM_ATTR_VERSION; attr < JM_N_ATTRS; attr++)
    {
      const char *b = base != NULL ? jm_item_get (base->item, attr) : NULL;
      const char *o = jm_item_get (ours->item, attr);
      const char *t = jm_item_get (theirs->item, attr);
      g_autofree char *both = NULL;

      if (o == NULL && t == NULL)
        continue;
      if (g_strcmp0 (o, t) == 0 || g_strcmp0 (b, t) == 0)
        {
          jm_item_set (merged, attr, o);
          continue;
        }
      if (g_strcmp0 (b, o) == 0)
        {
          jm_item_set (merged, attr, t);
          continue;
        }

      if (attr == JM_ATTR_VOTES)
        {
          both = merge_votes (b, o, t);
        }
      else if (attr == JM_ATTR_RESOLVES)
        {
          both = merge_ids (b, o, t);
        }
      else
        {
          both = g_strdup (o);
          jm_merge_tell_of_value (self, ours->item, jm_attr_get_name (attr), o, t);
        }
      jm_item_set (merged, attr, both != NULL && *both != '\0' ? both : NULL);
    }
}

static const char *
get_foreign (JmItem       *item,
             const JmName *name)
{
  for (guint i = 0; i < jm_item_get_n_foreign (item); i++)
    {
      const JmForeignAttr *foreign = jm_item_get_foreign (item, i);

      if (g_strcmp0 (foreign->name.uri, name->uri) == 0 && strcmp (foreign->name.local, name->local) == 0)
        return foreign->value;
    }

  return NULL;
}

/* Whether a prefix means something else on @item than @uri. */
static gboolean
is_taken (JmItem     *item,
          const char *prefix,
          const char *uri)
{
  for (guint i = 0; i < jm_item_get_n_namespaces (item); i++)
    {
      const JmName *namespace = jm_item_get_namespace (item, i);

      if (g_strcmp0 (namespace->prefix, prefix) == 0 && g_strcmp0 (namespace->uri, uri) != 0)
        return TRUE;
    }
  for (guint i = 0; i < jm_item_get_n_foreign (item); i++)
    {
      const JmName *name = &jm_item_get_foreign (item, i)->name;

      if (g_strcmp0 (name->prefix, prefix) == 0 && g_strcmp0 (name->uri, uri) != 0)
        return TRUE;
    }

  return FALSE;
}

/* In ours the prefix may mean something else: then it gets a number. */
static void
add_theirs (JmItem              *merged,
            const JmForeignAttr *foreign)
{
  const JmName    *name = &foreign->name;
  g_autofree char *prefix = g_strdup (name->prefix);

  for (guint number = 2; name->uri != NULL && is_taken (merged, prefix, name->uri); number++)
    {
      g_free (prefix);
      prefix = g_strdup_printf ("%s%u", name->prefix, number);
    }

  if (g_strcmp0 (prefix, name->prefix) != 0)
    jm_item_add_namespace (merged, prefix, name->uri);
  jm_item_add_foreign (merged, prefix, name->uri, name->local, foreign->value);
}

/**
 * jm_merge_foreign:
 * @self: a merge
 * @merged: a copy of the item in ours, not sealed yet
 * @base: (nullable): the item as it was
 * @ours: the item in ours
 * @theirs: the item in theirs
 *
 * Brings the attributes together that the format does not know.
 */
void
jm_merge_foreign (JmMerge *self,
                  JmItem  *merged,
                  JmPiece *base,
                  JmPiece *ours,
                  JmPiece *theirs)
{
  for (guint i = 0; i < jm_item_get_n_namespaces (theirs->item); i++)
    {
      const JmName *namespace = jm_item_get_namespace (theirs->item, i);
      gboolean has = FALSE;

      for (guint j = 0; j < jm_item_get_n_namespaces (merged); j++)
        has = has || g_strcmp0 (jm_item_get_namespace (merged, j)->prefix, namespace->prefix) == 0;
      if (!has)
        jm_item_add_namespace (merged, namespace->prefix, namespace->uri);
    }

  for (guint i = jm_item_get_n_foreign (merged); i-- > 0;)
    {
      const JmForeignAttr *foreign = jm_item_get_foreign (merged, i);
      const char *b = base != NULL ? get_foreign (base->item, &foreign->name) : NULL;
      const char *t = get_foreign (theirs->item, &foreign->name);

      if (g_strcmp0 (foreign->value, t) == 0 || g_strcmp0 (b, t) == 0)
        continue;
      if (g_strcmp0 (b, foreign->value) == 0)
        jm_item_set_foreign (merged, i, t);
      else
        jm_merge_tell_of_value (self, ours->item, foreign->name.local, foreign->value, t);
    }

  for (guint i = 0; i < jm_item_get_n_foreign (theirs->item); i++)
    {
      const JmForeignAttr *foreign = jm_item_get_foreign (theirs->item, i);
      const char *b = base != NULL ? get_foreign (base->item, &foreign->name) : NULL;

      if (get_foreign (ours->item, &foreign->name) != NULL || g_strcmp0 (b, foreign->value) == 0)
        continue;
      if (b == NULL)
        add_theirs (merged, foreign);
      else
        jm_merge_tell_of_value (self, ours->item, foreign->name.local, NULL, foreign->value);
    }
}
