/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmItem: what is kept as found, because we do not know it: names, attributes and namespaces of others. */
#include "jm-item-private.h"

#include <string.h>

static void
clear_name (gpointer data)
{
  JmName *name = data;

  g_clear_pointer ((char **) &name->prefix, g_ref_string_release);
  g_clear_pointer ((char **) &name->uri, g_ref_string_release);
  g_clear_pointer ((char **) &name->local, g_ref_string_release);
}

static void
clear_foreign (gpointer data)
{
  JmForeignAttr *foreign = data;

  clear_name (&foreign->name);
  g_clear_pointer ((char **) &foreign->value, g_free);
}

/* Frees what few items have. */
void
jm_item_extra_free (JmItemExtra *extra)
{
  clear_name (&extra->name);
  g_clear_pointer (&extra->foreign, g_array_unref);
  g_clear_pointer (&extra->namespaces, g_array_unref);
  g_free (extra);
}

/* Ask */

/**
 * jm_item_get_name:
 * @item: an item
 *
 * Returns: (transfer none) (nullable): the name of an element that we do not know, %NULL for any other kind
 */
const JmName *
jm_item_get_name (const JmItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->kind == JM_KIND_FOREIGN && item->extra != NULL ? &item->extra->name : NULL;
}

/**
 * jm_item_get_n_foreign:
 * @item: an item
 *
 * Returns: how many attributes it has that we do not know
 */
guint
jm_item_get_n_foreign (const JmItem *item)
{
  g_return_val_if_fail (item != NULL, 0);

  return item->extra != NULL && item->extra->foreign != NULL ? item->extra->foreign->len : 0;
}

/**
 * jm_item_get_foreign:
 * @item: an item
 * @index: 0 for the first
 *
 * Returns: (transfer none): an attribute that we do not know, in the order in which they were found
 */
const JmForeignAttr *
jm_item_get_foreign (const JmItem *item,
                     guint         index)
{
  g_return_val_if_fail (index < jm_item_get_n_foreign (item), NULL);

  return &g_array_index (item->extra->foreign, JmForeignAttr, index);
}

/**
 * jm_item_get_n_namespaces:
 * @item: an item
 *
 * Returns: how many namespaces are declared on it
 */
guint
jm_item_get_n_namespaces (const JmItem *item)
{
  g_return_val_if_fail (item != NULL, 0);

  return item->extra != NULL && item->extra->namespaces != NULL ? item->extra->namespaces->len : 0;
}

/**
 * jm_item_get_namespace:
 * @item: an item
 * @index: 0 for the first
 *
 * Returns: (transfer none): a declaration of a namespace: its prefix (%NULL for the default one) and uri
 */
const JmName *
jm_item_get_namespace (const JmItem *item,
                       guint         index)
{
  g_return_val_if_fail (index < jm_item_get_n_namespaces (item), NULL);

  return &g_array_index (item->extra->namespaces, JmName, index);
}

static gboolean
names_equal (const JmName *a,
             const JmName *b)
{
  return g_strcmp0 (a->local, b->local) == 0 && g_strcmp0 (a->uri, b->uri) == 0 &&
         g_strcmp0 (a->prefix, b->prefix) == 0;
}

/* Whether two items say the same in what we do not know. */
gboolean
jm_item_extras_equal (const JmItem *a,
                      const JmItem *b)
{
  guint n_foreign = jm_item_get_n_foreign (a);
  guint n_namespaces = jm_item_get_n_namespaces (a);

  if (a->extra == NULL && b->extra == NULL)
    return TRUE;

  if (n_foreign != jm_item_get_n_foreign (b) || n_namespaces != jm_item_get_n_namespaces (b))
    return FALSE;
  if (a->extra != NULL && b->extra != NULL && !names_equal (&a->extra->name, &b->extra->name))
    return FALSE;

  for (guint i = 0; i < n_foreign; i++)
    {
      const JmForeignAttr *one = jm_item_get_foreign (a, i);
      const JmForeignAttr *other = jm_item_get_foreign (b, i);

      if (!names_equal (&one->name, &other->name) || strcmp (one->value, other->value) != 0)
        return FALSE;
    }
  for (guint i = 0; i < n_namespaces; i++)
    if (!names_equal (jm_item_get_namespace (a, i), jm_item_get_namespace (b, i)))
      return FALSE;

  return TRUE;
}

/* Make */

static JmItemExtra *
ensure_extra (JmItem *item)
{
  if (item->extra == NULL)
    item->extra = g_new0 (JmItemExtra, 1);

  return item->extra;
}

/* Not interned: GLib's table of interned strings becomes slow by names that collide in it, which a file may have by
 * design.
 */
static const char *
keep (const char *text)
{
  return text != NULL ? g_ref_string_new (text) : NULL;
}

static JmName
make_name (const char *prefix,
           const char *uri,
           const char *local)
{
  return (JmName) { keep (prefix), keep (uri), keep (local) };
}

/* Gives @copy, which has nothing of it yet, what we do not know in @item. */
void
jm_item_copy_extra (JmItem       *copy,
                    const JmItem *item)
{
  const JmName *name;

  if (item->extra == NULL)
    return;

  name = &item->extra->name;
  if (name->local != NULL)
    ensure_extra (copy)->name = make_name (name->prefix, name->uri, name->local);
  for (guint i = 0; i < jm_item_get_n_foreign (item); i++)
    {
      const JmForeignAttr *foreign = jm_item_get_foreign (item, i);

      jm_item_add_foreign (copy, foreign->name.prefix, foreign->name.uri, foreign->name.local, foreign->value);
    }
  for (guint i = 0; i < jm_item_get_n_namespaces (item); i++)
    {
      const JmName *space = jm_item_get_namespace (item, i);

      jm_item_add_namespace (copy, space->prefix, space->uri);
    }
}

/**
 * jm_item_new_foreign:
 * @prefix: (nullable): the prefix that was used
 * @uri: (nullable): the namespace
 * @local: the name within it
 *
 * Returns: (transfer full): a new item for an element that we do not know, not yet sealed
 */
JmItem *
jm_item_new_foreign (const char *prefix,
                     const char *uri,
                     const char *local)
{
  JmItem *item;

  g_return_val_if_fail (local != NULL, NULL);

  item = jm_item_alloc (JM_KIND_FOREIGN);
  ensure_extra (item)->name = make_name (prefix, uri, local);

  return item;
}

/**
 * jm_item_add_foreign:
 * @item: an item that is not sealed
 * @prefix: (nullable): the prefix that was used
 * @uri: (nullable): the namespace
 * @local: the name within it
 * @value: the value
 *
 * Adds an attribute that we do not know, to be written back as found.
 */
void
jm_item_add_foreign (JmItem     *item,
                     const char *prefix,
                     const char *uri,
                     const char *local,
                     const char *value)
{
  JmItemExtra *extra;
  JmForeignAttr foreign;

  g_return_if_fail (item != NULL && !item->sealed);
  g_return_if_fail (local != NULL && value != NULL);

  extra = ensure_extra (item);
  if (extra->foreign == NULL)
    {
      extra->foreign = g_array_new (FALSE, FALSE, sizeof (JmForeignAttr));
      g_array_set_clear_func (extra->foreign, clear_foreign);
    }

  foreign = (JmForeignAttr) { make_name (prefix, uri, local), g_strdup (value) };
  g_array_append_val (extra->foreign, foreign);
}

/**
 * jm_item_set_foreign:
 * @item: an item that is not sealed
 * @index: 0 for the first
 * @value: (nullable): another value; %NULL to remove the attribute
 *
 * Changes an attribute that we do not know.
 */
void
jm_item_set_foreign (JmItem     *item,
                     guint       index,
                     const char *value)
{
  JmForeignAttr *foreign;

  g_return_if_fail (item != NULL && !item->sealed);
  g_return_if_fail (index < jm_item_get_n_foreign (item));

  if (value == NULL)
    {
      g_array_remove_index (item->extra->foreign, index);
      return;
    }

  foreign = &g_array_index (item->extra->foreign, JmForeignAttr, index);
  g_free ((char *) foreign->value);
  foreign->value = g_strdup (value);
}

/**
 * jm_item_add_namespace:
 * @item: an item that is not sealed
 * @prefix: (nullable): the prefix, %NULL for the default namespace
 * @uri: (nullable): the namespace
 *
 * Adds a declaration of a namespace, to be written back as found.
 */
void
jm_item_add_namespace (JmItem     *item,
                       const char *prefix,
                       const char *uri)
{
  JmItemExtra *extra;
  JmName name;

  g_return_if_fail (item != NULL && !item->sealed);

  extra = ensure_extra (item);
  if (extra->namespaces == NULL)
    {
      extra->namespaces = g_array_new (FALSE, FALSE, sizeof (JmName));
      g_array_set_clear_func (extra->namespaces, clear_name);
    }

  name = make_name (prefix, uri, NULL);
  g_array_append_val (extra->namespaces, name);
}
