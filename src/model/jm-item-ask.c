/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmItem: what can be asked of an item, its children, attributes and texts. */
#include "jm-item-private.h"

#include <string.h>

/**
 * jm_item_get_kind:
 * @item: an item
 *
 * Returns: its kind
 */
JmKind
jm_item_get_kind (const JmItem *item)
{
  g_return_val_if_fail (item != NULL, JM_KIND_NONE);

  return item->kind;
}

/**
 * jm_item_get_id:
 * @item: an item
 *
 * Returns: (transfer none) (nullable): its id, %NULL if it has none
 */
const char *
jm_item_get_id (const JmItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->id;
}

/**
 * jm_item_get_text:
 * @item: an item
 *
 * The text that is the content of @item itself: of a title, a pain point, a comment. That of a processing instruction
 * is its target, a blank and its data.
 *
 * Returns: (transfer none): UTF-8, "" when there is none
 */
const char *
jm_item_get_text (const JmItem *item)
{
  g_return_val_if_fail (item != NULL, "");

  return item->text != NULL ? item->text : "";
}

/**
 * jm_item_get_n_children:
 * @item: an item
 *
 * Returns: how many children it has, those kept as found included
 */
guint
jm_item_get_n_children (const JmItem *item)
{
  g_return_val_if_fail (item != NULL, 0);

  return item->n_children;
}

/**
 * jm_item_get_child:
 * @item: an item
 * @index: a place among all its children
 *
 * Returns: (transfer none): the child there
 */
JmItem *
jm_item_get_child (const JmItem *item,
                   guint         index)
{
  g_return_val_if_fail (item != NULL && index < item->n_children, NULL);

  return item->children[index];
}

/**
 * jm_item_count:
 * @item: an item
 * @kind: a kind
 *
 * Returns: how many of its children are of that kind
 */
guint
jm_item_count (const JmItem *item,
               JmKind        kind)
{
  guint count = 0;

  g_return_val_if_fail (item != NULL, 0);

  for (guint i = 0; i < item->n_children; i++)
    if (item->children[i]->kind == kind)
      count++;

  return count;
}

/**
 * jm_item_get_nth:
 * @item: an item
 * @kind: a kind
 * @nth: 0 for the first
 *
 * Returns: (transfer none) (nullable): the nth of its children of that kind, %NULL if there are fewer
 */
JmItem *
jm_item_get_nth (const JmItem *item,
                 JmKind        kind,
                 guint         nth)
{
  g_return_val_if_fail (item != NULL, NULL);

  for (guint i = 0; i < item->n_children; i++)
    if (item->children[i]->kind == kind && nth-- == 0)
      return item->children[i];

  return NULL;
}

/**
 * jm_item_get_first:
 * @item: an item
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): the first of its children of that kind
 */
JmItem *
jm_item_get_first (const JmItem *item,
                   JmKind        kind)
{
  return jm_item_get_nth (item, kind, 0);
}

/**
 * jm_item_next:
 * @item: an item
 * @kind: a kind, or %JM_KIND_NONE for any
 * @cursor: (inout): where to go on, 0 to begin with
 *
 * Goes through the children of one kind, in order.
 *
 * Returns: (transfer none) (nullable): the next of them, %NULL after the last
 */
JmItem *
jm_item_next (const JmItem *item,
              JmKind        kind,
              guint        *cursor)
{
  g_return_val_if_fail (item != NULL && cursor != NULL, NULL);

  while (*cursor < item->n_children)
    {
      JmItem *child = item->children[(*cursor)++];

      if (kind == JM_KIND_NONE || child->kind == kind)
        return child;
    }

  return NULL;
}

/**
 * jm_item_get_part:
 * @item: an item
 * @part: the kind of one of its parts, such as %JM_KIND_TITLE
 *
 * Returns: (transfer none): the text of the first child of that kind, "" when there is none
 */
const char *
jm_item_get_part (const JmItem *item,
                  JmKind        part)
{
  JmItem *child = jm_item_get_first (item, part);

  return child != NULL ? jm_item_get_text (child) : "";
}

/**
 * jm_item_get_label:
 * @item: an item
 *
 * What one would call it: its title or name, or else its own text; a picture, whose text is its bytes, by its description.
 *
 * Returns: (transfer none): that, "" when it says nothing
 */
const char *
jm_item_get_label (const JmItem *item)
{
  const char *label;

  g_return_val_if_fail (item != NULL, "");

  if (item->kind == JM_KIND_PICTURE)
    {
      label = jm_item_get (item, JM_ATTR_ALT);

      return label != NULL ? label : "";
    }

  label = jm_item_get_part (item, item->kind == JM_KIND_PERSONA ? JM_KIND_NAME : JM_KIND_TITLE);

  return *label != '\0' ? label : jm_item_get_text (item);
}

/* What is said of @attr; %NULL if nothing is. */
JmItemAttr *
jm_item_find_attr (const JmItem *item,
                   JmAttr        attr)
{
  for (guint i = 0; i < item->n_attrs; i++)
    if (item->attrs[i].attr == attr)
      return &item->attrs[i];

  return NULL;
}

/**
 * jm_item_get:
 * @item: an item
 * @attr: an attribute
 *
 * What is said, without the default.
 *
 * Returns: (transfer none) (nullable): its value, %NULL if it is not said or has its default
 */
const char *
jm_item_get (const JmItem *item,
             JmAttr        attr)
{
  JmItemAttr *found;

  g_return_val_if_fail (item != NULL, NULL);

  if (attr == JM_ATTR_ID)
    return item->id;

  found = jm_item_find_attr (item, attr);
  return found != NULL ? found->value : NULL;
}

/**
 * jm_item_get_or_default:
 * @item: an item
 * @attr: an attribute
 *
 * Returns: (transfer none) (nullable): its value, the default if it is not said, %NULL if there is no default either
 */
const char *
jm_item_get_or_default (const JmItem *item,
                        JmAttr        attr)
{
  const char *value = jm_item_get (item, attr);

  if (value == NULL)
    {
      const JmAttrRule *rule = jm_kind_get_attr_rule (item->kind, attr);

      if (rule != NULL)
        value = rule->fallback;
    }

  return value;
}

/**
 * jm_item_get_boolean:
 * @item: an item
 * @attr: an attribute that is true or false
 *
 * Returns: its value or default, %FALSE without either
 */
gboolean
jm_item_get_boolean (const JmItem *item,
                     JmAttr        attr)
{
  return g_strcmp0 (jm_item_get_or_default (item, attr), "true") == 0;
}

/**
 * jm_item_get_integer:
 * @item: an item
 * @attr: an attribute that is a whole number
 * @otherwise: what to return when it is not said and has no default
 *
 * Returns: its value or default
 */
int
jm_item_get_integer (const JmItem *item,
                     JmAttr        attr,
                     int           otherwise)
{
  double number;

  if (jm_number_parse (jm_item_get_or_default (item, attr), &number))
    return (int) CLAMP (number, G_MININT, G_MAXINT);

  return otherwise;
}

/**
 * jm_item_get_number:
 * @item: an item
 * @attr: an attribute that is a number
 * @number: (out): its value or default; untouched when there is none
 *
 * Returns: %TRUE if there is one
 */
gboolean
jm_item_get_number (const JmItem *item,
                    JmAttr        attr,
                    double       *number)
{
  return jm_number_parse (jm_item_get_or_default (item, attr), number);
}

/**
 * jm_item_get_duration:
 * @item: an item
 * @attr: an attribute that is a duration
 * @seconds: (out): its value in seconds; untouched when there is none
 *
 * Returns: %TRUE if there is one
 */
gboolean
jm_item_get_duration (const JmItem *item,
                      JmAttr        attr,
                      double       *seconds)
{
  return jm_duration_parse (jm_item_get_or_default (item, attr), seconds);
}

/**
 * jm_item_refers_to:
 * @item: an item
 * @attr: an attribute that is an id or several ids
 * @id: an id
 *
 * Returns: %TRUE if @id is among them
 */
gboolean
jm_item_refers_to (const JmItem *item,
                   JmAttr        attr,
                   const char   *id)
{
  const char *p = jm_item_get (item, attr);
  gsize wanted;

  g_return_val_if_fail (id != NULL, FALSE);

  if (p == NULL)
    return FALSE;

  wanted = strlen (id);
  while (*(p += strspn (p, " \t\n\r")) != '\0')
    {
      gsize length = strcspn (p, " \t\n\r");

      if (length == wanted && memcmp (p, id, length) == 0)
        return TRUE;
      p += length;
    }

  return FALSE;
}

/* Whether two items say the same, without what is in them. */
gboolean
jm_item_equal_itself (const JmItem *a,
                      const JmItem *b)
{
  if (a->kind != b->kind || a->n_attrs != b->n_attrs || g_strcmp0 (a->id, b->id) != 0)
    return FALSE;
  if (a->text != b->text && strcmp (jm_item_get_text (a), jm_item_get_text (b)) != 0)
    return FALSE;
  for (guint i = 0; i < a->n_attrs; i++)
    if (a->attrs[i].attr != b->attrs[i].attr || strcmp (a->attrs[i].value, b->attrs[i].value) != 0)
      return FALSE;

  return jm_item_extras_equal (a, b);
}

/**
 * jm_item_equal:
 * @a: an item
 * @b: an item
 *
 * Whether two items say the same, to the character and with all that is in them. What they share is not looked into.
 *
 * Returns: %TRUE if they do
 */
gboolean
jm_item_equal (const JmItem *a,
               const JmItem *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->n_children != b->n_children || a->text_offset != b->text_offset || !jm_item_equal_itself (a, b))
    return FALSE;
  for (guint i = 0; i < a->n_children; i++)
    if (!jm_item_equal (a->children[i], b->children[i]))
      return FALSE;

  return TRUE;
}

/**
 * jm_item_get_text_offset:
 * @item: an item that stands in the text of its parent
 *
 * Returns: before which byte of that text it stands
 */
guint
jm_item_get_text_offset (const JmItem *item)
{
  g_return_val_if_fail (item != NULL, 0);

  return item->text_offset;
}
