/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmItem: one immutable, shared item of a map (a phase, a touchpoint, its title, an unknown element …) with all that is in it. */
#include "jm-item.h"

#include "jm-item-private.h"

#include <string.h>

/* Texts from this length on (pictures, mostly) are shared between copies of an item. */
#define SHARED_TEXT_LENGTH 512

typedef struct
{
  guint8 attr;
  guint8 is_static;   /* value is a word of the format's own and not to be freed */
  char  *value;
} Attr;

/* What few items have. */
typedef struct
{
  JmName  name;
  GArray *foreign;      /* of JmForeignAttr */
  GArray *namespaces;   /* of JmName */
} Extra;

/* A map of 10,000 touchpoints has some 90,000 of these. */
struct _JmItem
{
  gint     ref_count;
  guint8   kind;
  guint8   sealed;
  guint8   n_attrs;
  guint8   has_shared_text;
  guint    n_children;
  guint    text_offset;
  char    *id;
  char    *text;
  Attr    *attrs;       /* in the order of JmAttr */
  JmItem **children;    /* room for a power of two */
  Extra   *extra;
  JmIndex *index;       /* of a phase, once it has been asked for; set atomically */
};

G_DEFINE_BOXED_TYPE (JmItem, jm_item, jm_item_ref, jm_item_unref)

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
clear_attr (Attr *attr)
{
  if (!attr->is_static)
    g_free (attr->value);
}

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

static void
extra_free (Extra *extra)
{
  clear_name (&extra->name);
  g_clear_pointer (&extra->foreign, g_array_unref);
  g_clear_pointer (&extra->namespaces, g_array_unref);
  g_free (extra);
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
  g_clear_pointer (&item->extra, extra_free);
  g_clear_pointer (&item->index, jm_index_free);
  g_free (item->children);
  g_free (item->attrs);
  g_free (item->id);
  g_free (item);
}

/* Ask */

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
 * What one would call it: its title or name, or else its own text.
 *
 * Returns: (transfer none): that, "" when it says nothing
 */
const char *
jm_item_get_label (const JmItem *item)
{
  const char *label;

  g_return_val_if_fail (item != NULL, "");

  label = jm_item_get_part (item, item->kind == JM_KIND_PERSONA ? JM_KIND_NAME : JM_KIND_TITLE);

  return *label != '\0' ? label : jm_item_get_text (item);
}

static Attr *
find_attr (const JmItem *item,
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
  Attr *found;

  g_return_val_if_fail (item != NULL, NULL);

  if (attr == JM_ATTR_ID)
    return item->id;

  found = find_attr (item, attr);
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

static gboolean
names_equal (const JmName *a,
             const JmName *b)
{
  return g_strcmp0 (a->local, b->local) == 0 && g_strcmp0 (a->uri, b->uri) == 0 &&
         g_strcmp0 (a->prefix, b->prefix) == 0;
}

static gboolean
extras_equal (const JmItem *a,
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

  return extras_equal (a, b);
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

/* Ask what is kept as found */

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
      Attr old = item->attrs[at];

      item->attrs[at].value = is_static ? (char *) value : g_strdup (value);
      item->attrs[at].is_static = is_static;
      clear_attr (&old);
      return;
    }

  item->attrs = g_renew (Attr, item->attrs, item->n_attrs + 1);
  memmove (item->attrs + at + 1, item->attrs + at, (item->n_attrs - at) * sizeof (Attr));
  item->attrs[at] = (Attr) { attr, is_static, is_static ? (char *) value : g_strdup (value) };
  item->n_attrs++;
}

static void
unset_attr (JmItem *item,
            JmAttr  attr)
{
  Attr *found = find_attr (item, attr);

  if (found == NULL)
    return;

  clear_attr (found);
  item->n_attrs--;
  memmove (found, found + 1, (char *) (item->attrs + item->n_attrs) - (char *) found);
}

static JmItem *
new_item (JmKind kind)
{
  JmItem *item = g_new0 (JmItem, 1);

  item->ref_count = 1;
  item->kind = kind;

  return item;
}

static Extra *
ensure_extra (JmItem *item)
{
  if (item->extra == NULL)
    item->extra = g_new0 (Extra, 1);

  return item->extra;
}

static const char *
intern (const char *text)
{
  return text != NULL ? g_ref_string_new_intern (text) : NULL;
}

static JmName
make_name (const char *prefix,
           const char *uri,
           const char *local)
{
  return (JmName) { intern (prefix), intern (uri), intern (local) };
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
  item = new_item (kind);
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

  item = kind < JM_KIND_FOREIGN ? jm_item_new (kind, NULL) : new_item (kind);
  jm_item_set_text (item, text);

  return item;
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

  item = new_item (JM_KIND_FOREIGN);
  ensure_extra (item)->name = make_name (prefix, uri, local);

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

  copy = new_item (item->kind);
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
      copy->attrs = g_new (Attr, item->n_attrs);
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

  if (item->extra != NULL)
    {
      const JmName *name = &item->extra->name;

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
  Extra *extra;
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
  Extra *extra;
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

/* Text */

/* Whether XML 1.0 (fifth edition) 2.2 has this character; surrogates are no UTF-8 to begin with. */
static gboolean
is_xml_char (gunichar c)
{
  return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n';
}

/**
 * jm_text_clean:
 * @text: what someone typed or pasted, of whatever encoding
 * @length: how many bytes, -1 up to the terminating zero
 *
 * Makes a text that a map can hold: valid UTF-8, without the characters that XML cannot hold, and with line feeds for
 * line ends of any kind. What is no UTF-8 becomes U+FFFD.
 *
 * Returns: (transfer full): that text
 */
char *
jm_text_clean (const char *text,
               gssize      length)
{
  g_autofree char *valid = NULL;
  char *out;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, length);
  out = valid;
  for (const char *p = valid; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);

      if (*p == '\r')
        {
          *out++ = '\n';
          if (*next == '\n')
            next++;
        }
      else if (is_xml_char (g_utf8_get_char (p)))
        {
          memmove (out, p, next - p);
          out += next - p;
        }
      p = next;
    }
  *out = '\0';

  return g_steal_pointer (&valid);
}
