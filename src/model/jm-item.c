/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmItem: how an item is made, shared and let go of. */
#include "jm-item.h"

#include "jm-item-private.h"

#include <string.h>

/* Texts from this length on (pictures, mostly) are shared between copies of an item. */
#define SHARED_TEXT_LENGTH 512

/* Life */

/**
 * jm_item_ref:
 * @item: an item
 *
 * Adds a reference. Safe from any thread.
 *
 * Returns: (transfer full): @item
 */
JmItem *
jm_item_ref (JmItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  g_atomic_int_inc (&item->ref_count);
  return item;
}

static void
clear_text (JmItem *item)
{
  if (item->has_shared_text)
    g_ref_string_release (item->text);
  else
    g_free (item->text);

  item->text = NULL;
  item->has_shared_text = FALSE;
}

static void
clear_attr (JmItemAttr *attr)
{
  if (!attr->is_static)
    g_free (attr->value);
}

/**
 * jm_item_unref:
 * @item: (transfer full): an item
 *
 * Drops a reference, and with the last one the item and its references to what is in it. Safe from any thread.
 */
void
jm_item_unref (JmItem *item)
{
  g_return_if_fail (item != NULL);

  if (!g_atomic_int_dec_and_test (&item->ref_count))
    return;

  for (guint i = 0; i < item->n_children; i++)
    jm_item_unref (item->children[i]);
  for (guint i = 0; i < item->n_attrs; i++)
    clear_attr (&item->attrs[i]);
  clear_text (item);
  g_clear_pointer (&item->extra, jm_item_extra_free);
  g_clear_pointer (&item->index, jm_index_free);
  g_free (item->children);
  g_free (item->attrs);
  g_free (item->id);
  g_free (item);
}

/* Make */

static void
set_attr (JmItem     *item,
          JmAttr      attr,
          const char *value,
          gboolean    is_static)
{
  guint at = 0;

  while (at < item->n_attrs && item->attrs[at].attr < attr)
    at++;

  if (at < item->n_attrs && item->attrs[at].attr == attr)
    {
      JmItemAttr old = item->attrs[at];

      item->attrs[at].value = is_static ? (char *) value : g_strdup (value);
      item->attrs[at].is_static = is_static;
      clear_attr (&old);
      return;
    }

  item->attrs = g_renew (JmItemAttr, item->attrs, item->n_attrs + 1);
  memmove (item->attrs + at + 1, item->attrs + at, (item->n_attrs - at) * sizeof (JmItemAttr));
  item->attrs[at] = (JmItemAttr) { attr, is_static, is_static ? (char *) value : g_strdup (value) };
  item->n_attrs++;
}

static void
unset_attr (JmItem *item,
            JmAttr  attr)
{
  JmItemAttr *found = jm_item_find_attr (item, attr);

  if (found == NULL)
    return;

  clear_attr (found);
  item->n_attrs--;
  memmove (found, found + 1, (char *) (item->attrs + item->n_attrs) - (char *) found);
}

/* An item with nothing said. */
JmItem *
jm_item_alloc (JmKind kind)
{
  JmItem *item = g_new0 (JmItem, 1);

  item->ref_count = 1;
  item->kind = kind;

  return item;
}

/**
 * jm_item_new:
 * @kind: a kind of the format
 * @id: (nullable): its id, %NULL for a kind that has none, or to set it later
 *
 * Makes an item with nothing in it. An attribute that is always written has its default from the start, so that what
 * is written and read back is the same.
 *
 * Returns: (transfer full): a new item, not yet sealed
 */
JmItem *
jm_item_new (JmKind      kind,
             const char *id)
{
  const JmKindRule *rule;
  JmItem *item;

  g_return_val_if_fail (kind > JM_KIND_NONE && kind < JM_KIND_FOREIGN, NULL);

  rule = jm_kind_get_rule (kind);
  item = jm_item_alloc (kind);
  for (guint i = 0; i < rule->n_attrs; i++)
    if (rule->attrs[i].required && rule->attrs[i].fallback != NULL)
      set_attr (item, rule->attrs[i].attr, rule->attrs[i].fallback, TRUE);
  if (id != NULL)
    jm_item_set_id (item, id);

  return item;
}

/**
 * jm_item_new_text:
 * @kind: a kind that has a text, comments, instructions and loose text included
 * @text: (nullable): its text
 *
 * Returns: (transfer full): a new item, not yet sealed
 */
JmItem *
jm_item_new_text (JmKind      kind,
                  const char *text)
{
  JmItem *item;

  g_return_val_if_fail (jm_kind_get_rule (kind)->has_text, NULL);

  item = kind < JM_KIND_FOREIGN ? jm_item_new (kind, NULL) : jm_item_alloc (kind);
  jm_item_set_text (item, text);

  return item;
}

static guint
round_up_room (guint n)
{
  guint room = 2;

  while (room < n)
    room *= 2;

  return room;
}

/**
 * jm_item_copy:
 * @item: an item
 *
 * Makes an item like @item that shares its children with it. Costs as much as @item has children.
 *
 * Returns: (transfer full): a new item, not yet sealed
 */
JmItem *
jm_item_copy (const JmItem *item)
{
  JmItem *copy;

  g_return_val_if_fail (item != NULL, NULL);

  copy = jm_item_alloc (item->kind);
  copy->text_offset = item->text_offset;
  copy->id = g_strdup (item->id);

  if (item->has_shared_text)
    {
      copy->text = g_ref_string_acquire (item->text);
      copy->has_shared_text = TRUE;
    }
  else
    copy->text = g_strdup (item->text);

  if (item->n_attrs > 0)
    {
      copy->n_attrs = item->n_attrs;
      copy->attrs = g_new (JmItemAttr, item->n_attrs);
      for (guint i = 0; i < item->n_attrs; i++)
        {
          copy->attrs[i] = item->attrs[i];
          if (!item->attrs[i].is_static)
            copy->attrs[i].value = g_strdup (item->attrs[i].value);
        }
    }

  if (item->n_children > 0)
    {
      copy->n_children = item->n_children;
      copy->children = g_new (JmItem *, round_up_room (item->n_children));
      for (guint i = 0; i < item->n_children; i++)
        copy->children[i] = jm_item_ref (item->children[i]);
    }

  jm_item_copy_extra (copy, item);

  return copy;
}

/**
 * jm_item_set_id:
 * @item: an item that is not sealed
 * @id: (nullable): an NCName
 *
 * Sets its id. That it is the only one in its map is up to the caller.
 */
void
jm_item_set_id (JmItem     *item,
                const char *id)
{
  g_return_if_fail (item != NULL && !item->sealed);
  g_return_if_fail (id == NULL || jm_kind_get_rule (item->kind)->has_id);

  if (id == item->id)
    return;
  g_free (item->id);
  item->id = g_strdup (id);
}

static gboolean
is_default (const JmAttrRule *rule,
            const char       *value)
{
  double a, b;

  if (rule->fallback == NULL)
    return FALSE;
  if (rule->type == JM_VALUE_INTEGER || rule->type == JM_VALUE_NUMBER)
    return jm_number_parse (rule->fallback, &a) && jm_number_parse (value, &b) && a == b;

  return strcmp (rule->fallback, value) == 0;
}

/* The common values are not worth an allocation each. */
static const char *
find_static (const JmAttrRule *rule,
             const char       *value)
{
  static const char * const small_numbers[] = {
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "-1", "-2", NULL
  };
  const char * const *words = rule->choices;

  if (rule->type == JM_VALUE_INTEGER || rule->type == JM_VALUE_NUMBER)
    words = small_numbers;
  else if (rule->type == JM_VALUE_COLOR)
    words = jm_palette_names;
  else if (rule->type == JM_VALUE_BOOLEAN)
    return strcmp (value, "true") == 0 ? "true" : NULL;

  for (; words != NULL && *words != NULL; words++)
    if (strcmp (*words, value) == 0)
      return *words;

  return NULL;
}

/**
 * jm_item_set:
 * @item: an item that is not sealed
 * @attr: an attribute that its kind has
 * @value: (nullable): its value, %NULL for not said
 *
 * Sets an attribute. A default is left out, or put in where the attribute is always written. Whether the value is
 * a good one is up to the caller, see jm_value_is_valid().
 */
void
jm_item_set (JmItem     *item,
             JmAttr      attr,
             const char *value)
{
  const JmAttrRule *rule;

  g_return_if_fail (item != NULL && !item->sealed);
  rule = jm_kind_get_attr_rule (item->kind, attr);
  g_return_if_fail (rule != NULL);

  if (attr == JM_ATTR_ID)
    {
      jm_item_set_id (item, value);
      return;
    }

  if (value == NULL || is_default (rule, value))
    {
      if (rule->required && rule->fallback != NULL)
        set_attr (item, attr, rule->fallback, TRUE);
      else
        unset_attr (item, attr);
    }
  else
    {
      const char *word = find_static (rule, value);

      set_attr (item, attr, word != NULL ? word : value, word != NULL);
    }
}

/* What stands in a text stays beside the characters it stood beside, as far as they are still there. */
static void
move_text_children (JmItem     *item,
                    const char *old_text,
                    const char *new_text,
                    gsize       new_length)
{
  gsize old_length = strlen (old_text);
  gsize shortest = MIN (old_length, new_length);
  gsize prefix = 0;
  gsize suffix = 0;

  while (prefix < shortest && old_text[prefix] == new_text[prefix])
    prefix++;
  while (suffix < shortest - prefix && old_text[old_length - 1 - suffix] == new_text[new_length - 1 - suffix])
    suffix++;

  for (guint i = 0; i < item->n_children; i++)
    {
      JmItem *child = item->children[i];
      gsize old_offset = MIN (child->text_offset, old_length);
      gsize offset;

      if (old_offset <= prefix)
        offset = old_offset;
      else if (old_offset >= old_length - suffix)
        offset = new_length - (old_length - old_offset);
      else
        offset = MIN (old_offset, new_length - suffix);

      while (offset > 0 && offset < new_length && ((guchar) new_text[offset] & 0xC0) == 0x80)
        offset--;

      if (offset != child->text_offset)
        {
          JmItem *moved = jm_item_copy (child);

          moved->text_offset = (guint) offset;
          moved->sealed = TRUE;
          item->children[i] = moved;
          jm_item_unref (child);
        }
    }
}

/**
 * jm_item_set_text:
 * @item: an item that is not sealed, of a kind that has a text
 * @text: (nullable): UTF-8 without what jm_text_clean() removes
 *
 * Sets its text. Comments and unknown elements in the text stay beside what they stood beside.
 */
void
jm_item_set_text (JmItem     *item,
                  const char *text)
{
  jm_item_set_text_len (item, text, text != NULL ? strlen (text) : 0);
}

/**
 * jm_item_set_text_len:
 * @item: an item that is not sealed, of a kind that has a text
 * @text: (nullable): UTF-8 without what jm_text_clean() removes, not necessarily terminated
 * @length: how many bytes
 *
 * Like jm_item_set_text().
 */
void
jm_item_set_text_len (JmItem     *item,
                      const char *text,
                      gsize       length)
{
  char *new_text = NULL;
  gboolean shared = length >= SHARED_TEXT_LENGTH;

  g_return_if_fail (item != NULL && !item->sealed);
  g_return_if_fail (jm_kind_get_rule (item->kind)->has_text);

  if (length > 0)
    new_text = shared ? g_ref_string_new_len (text, length) : g_strndup (text, length);
  if (item->n_children > 0)
    move_text_children (item, jm_item_get_text (item), new_text != NULL ? new_text : "", length);

  clear_text (item);
  item->text = new_text;
  item->has_shared_text = shared;
}

/**
 * jm_item_set_part:
 * @item: an item that is not sealed
 * @part: the kind of a part that is a text, such as %JM_KIND_TITLE
 * @text: (nullable): what it is to say; %NULL or "" for nothing
 *
 * Changes the first child of that kind, puts a new one in its place in the order of the schema, or removes it. One
 * that also holds something that we do not know stays, empty.
 */
void
jm_item_set_part (JmItem     *item,
                  JmKind      part,
                  const char *text)
{
  gboolean empty = text == NULL || *text == '\0';
  guint order;
  guint place = 0;

  g_return_if_fail (item != NULL && !item->sealed);
  g_return_if_fail (jm_kind_get_rule (part)->has_text && jm_kind_may_contain (item->kind, part));

  order = jm_kind_child_order (item->kind, part);
  for (guint i = 0; i < item->n_children; i++)
    {
      JmItem *child = item->children[i];
      guint child_order;

      if (child->kind == part)
        {
          if (empty && child->n_children == 0 && child->extra == NULL)
            jm_item_remove (item, i);
          else if (g_strcmp0 (jm_item_get_text (child), text) != 0)
            {
              JmItem *changed = jm_item_copy (child);

              jm_item_set_text (changed, text);
              jm_item_replace (item, i, changed);
            }
          return;
        }

      child_order = jm_kind_child_order (item->kind, child->kind);
      if (child_order < order)
        place = i + 1;
    }

  if (!empty)
    jm_item_insert (item, place, jm_item_new_text (part, text));
}

/**
 * jm_item_insert:
 * @item: an item that is not sealed
 * @index: where among all its children, at most their number
 * @child: (transfer full): what to put there; sealed by this
 */
void
jm_item_insert (JmItem *item,
                guint   index,
                JmItem *child)
{
  guint n;

  g_return_if_fail (item != NULL && !item->sealed);
  g_return_if_fail (child != NULL && child != item && index <= item->n_children);

  jm_item_seal (child);

  n = item->n_children;
  if (n == 0)
    item->children = g_renew (JmItem *, item->children, 2);
  else if (n >= 2 && (n & (n - 1)) == 0)
    item->children = g_renew (JmItem *, item->children, 2 * n);

  memmove (item->children + index + 1, item->children + index, (n - index) * sizeof (JmItem *));
  item->children[index] = child;
  item->n_children++;
}

/**
 * jm_item_append:
 * @item: an item that is not sealed
 * @child: (transfer full): what to put after its last child; sealed by this
 */
void
jm_item_append (JmItem *item,
                JmItem *child)
{
  g_return_if_fail (item != NULL);

  jm_item_insert (item, item->n_children, child);
}

/**
 * jm_item_replace:
 * @item: an item that is not sealed
 * @index: a place among all its children
 * @child: (transfer full): what to put there; sealed by this
 */
void
jm_item_replace (JmItem *item,
                 guint   index,
                 JmItem *child)
{
  JmItem *old;

  g_return_if_fail (item != NULL && !item->sealed);
  g_return_if_fail (child != NULL && child != item && index < item->n_children);

  jm_item_seal (child);
  old = item->children[index];
  item->children[index] = child;
  jm_item_unref (old);
}

/**
 * jm_item_remove:
 * @item: an item that is not sealed
 * @index: a place among all its children
 */
void
jm_item_remove (JmItem *item,
                guint   index)
{
  JmItem *old;

  g_return_if_fail (item != NULL && !item->sealed && index < item->n_children);

  old = item->children[index];
  item->n_children--;
  memmove (item->children + index, item->children + index + 1, (item->n_children - index) * sizeof (JmItem *));
  jm_item_unref (old);
}

/**
 * jm_item_set_text_offset:
 * @item: an item that is not sealed
 * @offset: before which byte of the text of its parent it stands
 */
void
jm_item_set_text_offset (JmItem *item,
                         guint   offset)
{
  g_return_if_fail (item != NULL && !item->sealed);

  item->text_offset = offset;
}

/**
 * jm_item_seal:
 * @item: an item
 *
 * Makes @item immutable, and so fit to be shared. What is in it already is.
 */
void
jm_item_seal (JmItem *item)
{
  g_return_if_fail (item != NULL);

  /* Another thread may be reading one that is sealed already. */
  if (!item->sealed)
    item->sealed = TRUE;
}

/* The index of the ids in @item, a sealed one; made when it is first asked for. */
JmIndex *
jm_item_get_index (JmItem *item)
{
  JmIndex *index = g_atomic_pointer_get (&item->index);

  g_return_val_if_fail (item->sealed, NULL);

  if (index == NULL)
    {
      index = jm_index_new (item);
      if (!g_atomic_pointer_compare_and_exchange (&item->index, NULL, index))
        {
          /* Another thread was first. */
          jm_index_free (index);
          index = g_atomic_pointer_get (&item->index);
        }
    }

  return index;
}
