/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-field.h"

#include "jm-describe.h"

#include "model/jm-edit.h"

#include <glib/gi18n.h>

typedef struct
{
  JmSession *session;
  char      *id;       /* NULL: the map itself */
  char      *label;
  JmAttr     attr;
  JmKind     part;
  JmKind     described;   /* of which kind of item it was described */
} JmFieldPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (JmField, jm_field, ADW_TYPE_BIN)

static void
jm_field_finalize (GObject *object)
{
  JmFieldPrivate *priv = jm_field_get_instance_private (JM_FIELD (object));

  g_clear_object (&priv->session);
  g_clear_pointer (&priv->id, g_free);
  g_clear_pointer (&priv->label, g_free);

  G_OBJECT_CLASS (jm_field_parent_class)->finalize (object);
}

static void
jm_field_class_init (JmFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = jm_field_finalize;
  gtk_widget_class_set_css_name (widget_class, "jm-field");
}

static void
jm_field_init (JmField *self)
{
}

/**
 * jm_field_set_subject:
 * @self: a field
 * @label: its name for people
 * @attr: the attribute it edits, or %JM_ATTR_NONE
 * @part: the part whose text it edits, or %JM_KIND_NONE
 *
 * Says which property the field is about. Without attribute and part it is the item's own text.
 */
void
jm_field_set_subject (JmField    *self,
                      const char *label,
                      JmAttr      attr,
                      JmKind      part)
{
  JmFieldPrivate *priv = jm_field_get_instance_private (self);

  g_return_if_fail (JM_IS_FIELD (self));
  g_return_if_fail (attr == JM_ATTR_NONE || part == JM_KIND_NONE);

  g_free (priv->label);
  priv->label = g_strdup (label);
  priv->attr = attr;
  priv->part = part;
}

/**
 * jm_field_bind:
 * @self: a field
 * @session: (nullable): the session that is worked in
 * @id: (nullable): the id or handle of the item, %NULL for the map itself
 *
 * Shows the property of another item from now on.
 */
void
jm_field_bind (JmField    *self,
               JmSession  *session,
               const char *id)
{
  JmFieldPrivate *priv = jm_field_get_instance_private (self);

  g_return_if_fail (JM_IS_FIELD (self));

  if (priv->session != NULL && JM_FIELD_GET_CLASS (self)->flush != NULL)
    JM_FIELD_GET_CLASS (self)->flush (self);

  g_set_object (&priv->session, session);
  if (id != priv->id)
    {
      g_free (priv->id);
      priv->id = g_strdup (id);
    }
  jm_field_refresh (self);
}

static void
describe (JmField *self,
          JmKind   kind)
{
  JmFieldPrivate *priv = jm_field_get_instance_private (self);
  const char *text = jm_describe_field (kind, priv->attr, priv->part);

  priv->described = kind;
  if (text != NULL)
    jm_describe (GTK_WIDGET (self), text);
}

/**
 * jm_field_refresh:
 * @self: a field
 *
 * Shows the value that the map has now. A field whose value is the same keeps its caret and its selection.
 */
void
jm_field_refresh (JmField *self)
{
  JmFieldPrivate *priv = jm_field_get_instance_private (self);
  JmMap *map;
  JmItem *item;

  g_return_if_fail (JM_IS_FIELD (self));

  if (priv->session == NULL)
    return;

  map = jm_session_get_map (priv->session);
  item = priv->id == NULL ? jm_map_get_root (map) : jm_map_find (map, priv->id);
  if (item != NULL && jm_item_get_kind (item) != priv->described)
    describe (self, jm_item_get_kind (item));
  JM_FIELD_GET_CLASS (self)->refresh (self, map, item);
}

/* Ask */

/**
 * jm_field_get_session:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): the session that is worked in
 */
JmSession *
jm_field_get_session (JmField *self)
{
  JmFieldPrivate *priv = jm_field_get_instance_private (self);

  return priv->session;
}

/**
 * jm_field_get_label:
 * @self: a field
 *
 * Returns: (transfer none): its name for people
 */
const char *
jm_field_get_label (JmField *self)
{
  JmFieldPrivate *priv = jm_field_get_instance_private (self);

  return priv->label;
}

/**
 * jm_field_get_attr:
 * @self: a field
 *
 * Returns: the attribute it edits, %JM_ATTR_NONE for a text
 */
JmAttr
jm_field_get_attr (JmField *self)
{
  JmFieldPrivate *priv = jm_field_get_instance_private (self);

  return priv->attr;
}

/**
 * jm_field_get_value:
 * @self: a field
 * @item: (nullable): the item
 *
 * Returns: the value of the field's property in @item as it stands in the file, "" when it has none;
 *   borrowed from @item
 */
const char *
jm_field_get_value (JmField *self,
                    JmItem  *item)
{
  JmFieldPrivate *priv = jm_field_get_instance_private (self);
  const char *value;

  if (item == NULL)
    return "";

  if (priv->attr != JM_ATTR_NONE)
    value = jm_item_get_or_default (item, priv->attr);
  else if (priv->part != JM_KIND_NONE)
    value = jm_item_get_part (item, priv->part);
  else
    value = jm_item_get_text (item);

  return value != NULL ? value : "";
}

/* Edit */

static void
apply (JmField    *self,
       const char *value,
       gboolean    typing)
{
  JmFieldPrivate *priv = jm_field_get_instance_private (self);
  g_autoptr(JmMap) next = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *step = NULL;
  JmMap *map;

  if (priv->session == NULL || jm_session_in_draft (priv->session))
    return;

  map = jm_session_get_map (priv->session);
  if (priv->attr != JM_ATTR_NONE)
    next = jm_map_set (map, priv->id, priv->attr, value != NULL && *value != '\0' ? value : NULL, &error);
  else
    next = jm_map_set_text (map, priv->id, priv->part, value, &error);

  if (next == NULL)
    {
      /* The value as it was comes back, and the voice of the session's rules is heard. */
      g_message ("%s", error->message);
      gtk_widget_error_bell (GTK_WIDGET (self));
      jm_field_refresh (self);
      return;
    }

  /* Translators: a step that can be undone; %s is the name of a field, such as Title */
  step = g_strdup_printf (_("Change “%s”"), priv->label);
  if (typing)
    {
      g_autofree char *field = g_strdup_printf ("%s/%d/%d", priv->id != NULL ? priv->id : "",
                                                priv->attr, priv->part);
      jm_session_apply_typing (priv->session, next, step, field);
    }
  else
    {
      jm_session_apply (priv->session, next, step);
    }
}

/**
 * jm_field_set_value:
 * @self: a field
 * @value: (nullable): the new value as it stands in the file; %NULL or "" for none
 *
 * Changes the property, as one step.
 */
void
jm_field_set_value (JmField    *self,
                    const char *value)
{
  g_return_if_fail (JM_IS_FIELD (self));

  apply (self, value, FALSE);
}

/**
 * jm_field_type_value:
 * @self: a field
 * @value: (nullable): the new value; %NULL or "" for none
 *
 * Changes the property while someone types: successive changes are one step together.
 */
void
jm_field_type_value (JmField    *self,
                     const char *value)
{
  g_return_if_fail (JM_IS_FIELD (self));

  apply (self, value, TRUE);
}
