/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-page.h"

typedef struct
{
  GtkWidget *box;
  GPtrArray *fields;   /* of JmField, borrowed from the box */
  JmSession *session;
  char      *id;
} JmPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (JmPage, jm_page, ADW_TYPE_BIN)

static gboolean
jm_page_grab_focus (GtkWidget *widget)
{
  JmPagePrivate *priv = jm_page_get_instance_private (JM_PAGE (widget));

  return priv->fields->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (priv->fields, 0));
}

static void
jm_page_dispose (GObject *object)
{
  JmPagePrivate *priv = jm_page_get_instance_private (JM_PAGE (object));

  g_ptr_array_set_size (priv->fields, 0);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (jm_page_parent_class)->dispose (object);
}

static void
jm_page_finalize (GObject *object)
{
  JmPagePrivate *priv = jm_page_get_instance_private (JM_PAGE (object));

  g_clear_pointer (&priv->fields, g_ptr_array_unref);
  g_clear_pointer (&priv->id, g_free);

  G_OBJECT_CLASS (jm_page_parent_class)->finalize (object);
}

static void
jm_page_class_init (JmPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jm_page_dispose;
  object_class->finalize = jm_page_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = jm_page_grab_focus;
}

static void
jm_page_init (JmPage *self)
{
  JmPagePrivate *priv = jm_page_get_instance_private (self);

  priv->fields = g_ptr_array_new ();
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), priv->box);
}

/**
 * jm_page_add_field:
 * @self: a page
 * @field: (transfer floating): a #JmField
 *
 * Adds a field that shows a property of the page's item.
 */
void
jm_page_add_field (JmPage    *self,
                   GtkWidget *field)
{
  JmPagePrivate *priv = jm_page_get_instance_private (self);

  g_return_if_fail (JM_IS_PAGE (self));
  g_return_if_fail (JM_IS_FIELD (field));

  g_ptr_array_add (priv->fields, field);
  gtk_box_append (GTK_BOX (priv->box), field);
}

/**
 * jm_page_add_fields:
 * @self: a page
 * @first: a #JmField
 * @...: more of them, and %NULL
 */
void
jm_page_add_fields (JmPage    *self,
                    GtkWidget *first,
                    ...)
{
  va_list fields;

  va_start (fields, first);
  for (GtkWidget *field = first; field != NULL; field = va_arg (fields, GtkWidget *))
    jm_page_add_field (self, field);
  va_end (fields);
}

/**
 * jm_page_add:
 * @self: a page
 * @widget: (transfer floating): anything else; the class' update function fills it
 */
void
jm_page_add (JmPage    *self,
             GtkWidget *widget)
{
  JmPagePrivate *priv = jm_page_get_instance_private (self);

  g_return_if_fail (JM_IS_PAGE (self));

  gtk_box_append (GTK_BOX (priv->box), widget);
}

/**
 * jm_page_add_heading:
 * @self: a page
 * @heading: what the following fields are about
 */
void
jm_page_add_heading (JmPage     *self,
                     const char *heading)
{
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "section");
  jm_page_add (self, label);
}

/* What the fields may offer, and what is no field. */
static void
update (JmPage *self)
{
  JmPagePrivate *priv = jm_page_get_instance_private (self);
  JmMap *map = jm_session_get_map (priv->session);
  JmItem *item = priv->id == NULL ? jm_map_get_root (map) : jm_map_find (map, priv->id);

  if (item != NULL && JM_PAGE_GET_CLASS (self)->update != NULL)
    JM_PAGE_GET_CLASS (self)->update (self, map, item);
}

/**
 * jm_page_show:
 * @self: a page
 * @session: (nullable): the session that is worked in
 * @id: (nullable): the id or handle of the item, %NULL for the map itself
 *
 * Shows another item.
 */
void
jm_page_show (JmPage     *self,
              JmSession  *session,
              const char *id)
{
  JmPagePrivate *priv = jm_page_get_instance_private (self);

  g_return_if_fail (JM_IS_PAGE (self));

  g_set_object (&priv->session, session);
  if (g_strcmp0 (id, priv->id) != 0 || (id == NULL) != (priv->id == NULL))
    {
      g_free (priv->id);
      priv->id = g_strdup (id);
    }

  if (session != NULL)
    update (self);
  for (guint i = 0; i < priv->fields->len; i++)
    jm_field_bind (g_ptr_array_index (priv->fields, i), session, priv->id);
}

/**
 * jm_page_refresh:
 * @self: a page
 *
 * Shows the map as it is now.
 */
void
jm_page_refresh (JmPage *self)
{
  JmPagePrivate *priv = jm_page_get_instance_private (self);

  g_return_if_fail (JM_IS_PAGE (self));

  if (priv->session == NULL)
    return;

  update (self);

  for (guint i = 0; i < priv->fields->len; i++)
    jm_field_refresh (g_ptr_array_index (priv->fields, i));
}

/**
 * jm_page_get_session:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the session that is worked in
 */
JmSession *
jm_page_get_session (JmPage *self)
{
  JmPagePrivate *priv = jm_page_get_instance_private (self);

  return priv->session;
}

/**
 * jm_page_get_id:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the item that is shown, %NULL for the map itself
 */
const char *
jm_page_get_id (JmPage *self)
{
  JmPagePrivate *priv = jm_page_get_instance_private (self);

  return priv->id;
}
