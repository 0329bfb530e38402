/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-child-list.h"

typedef struct
{
  JmKind      kind;
  JmSession  *session;
  char       *parent_id;   /* NULL: nothing is shown yet */
  GPtrArray  *shown;       /* of JmItem, one a row */
  GtkWidget  *rows;
} JmChildListPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (JmChildList, jm_child_list, ADW_TYPE_BIN)

static JmChildListPrivate *
get_private (JmChildList *self)
{
  return jm_child_list_get_instance_private (self);
}

static void
row_clicked_cb (JmChildList *self,
                GtkWidget   *row)
{
  JmSession *session = get_private (self)->session;

  if (session != NULL)
    jm_session_select (session, g_object_get_data (G_OBJECT (row), "jm-item-id"));
}

static void
jm_child_list_finalize (GObject *object)
{
  JmChildListPrivate *priv = get_private (JM_CHILD_LIST (object));

  g_clear_object (&priv->session);
  g_clear_object (&priv->rows);
  g_clear_pointer (&priv->parent_id, g_free);
  g_clear_pointer (&priv->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (jm_child_list_parent_class)->finalize (object);
}

static void
jm_child_list_class_init (JmChildListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_child_list_finalize;
}

static void
jm_child_list_init (JmChildList *self)
{
  JmChildListPrivate *priv = get_private (self);

  priv->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_item_unref);
  priv->rows = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_visible (priv->rows, FALSE);
}

/**
 * jm_child_list_set_kind:
 * @self: a new list
 * @kind: of which items
 */
void
jm_child_list_set_kind (JmChildList *self,
                        JmKind       kind)
{
  g_return_if_fail (JM_IS_CHILD_LIST (self));

  get_private (self)->kind = kind;
}

/**
 * jm_child_list_get_kind:
 * @self: a list
 *
 * Returns: of which items it is
 */
JmKind
jm_child_list_get_kind (JmChildList *self)
{
  g_return_val_if_fail (JM_IS_CHILD_LIST (self), JM_KIND_NONE);

  return get_private (self)->kind;
}

/**
 * jm_child_list_get_session:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the session that is worked in, %NULL as long as nothing is shown
 */
JmSession *
jm_child_list_get_session (JmChildList *self)
{
  g_return_val_if_fail (JM_IS_CHILD_LIST (self), NULL);

  return get_private (self)->session;
}

/**
 * jm_child_list_get_parent_id:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): in which item the items are; %NULL for the map itself
 */
const char *
jm_child_list_get_parent_id (JmChildList *self)
{
  g_return_val_if_fail (JM_IS_CHILD_LIST (self), NULL);

  return get_private (self)->parent_id;
}

/**
 * jm_child_list_get_rows:
 * @self: a list
 *
 * Returns: (transfer none): the box in which the rows are, to be put where they belong
 */
GtkWidget *
jm_child_list_get_rows (JmChildList *self)
{
  g_return_val_if_fail (JM_IS_CHILD_LIST (self), NULL);

  return get_private (self)->rows;
}

/**
 * jm_child_list_new_button:
 * @self: a list
 * @item: one of its items
 *
 * Returns: (transfer floating): a button that selects @item
 */
GtkWidget *
jm_child_list_new_button (JmChildList *self,
                          JmItem      *item)
{
  GtkWidget *button;

  g_return_val_if_fail (JM_IS_CHILD_LIST (self), NULL);

  button = gtk_button_new ();
  g_object_set_data_full (G_OBJECT (button), "jm-item-id", g_strdup (jm_item_get_id (item)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (row_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* Items are immutable: those that are the same need no other rows. */
static gboolean
is_shown (JmChildListPrivate *priv,
          JmItem             *parent)
{
  guint cursor = 0, n = 0;
  JmItem *item;

  while ((item = jm_item_next (parent, priv->kind, &cursor)) != NULL)
    {
      if (n >= priv->shown->len || g_ptr_array_index (priv->shown, n) != item)
        return FALSE;
      n++;
    }

  return n == priv->shown->len;
}

static guint
count_before (GtkWidget *widget)
{
  guint n = 0;

  while ((widget = gtk_widget_get_prev_sibling (widget)) != NULL)
    n++;

  return n;
}

/* In whose row the focus is, and at which widget in it; NULL for none. */
static char *
remember_focus (JmChildListPrivate *priv,
                guint              *nth)
{
  GtkRoot *root = gtk_widget_get_root (priv->rows);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  GtkWidget *row = focus;
  guint at;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, priv->rows))
    return NULL;

  while (gtk_widget_get_parent (row) != priv->rows)
    row = gtk_widget_get_parent (row);
  *nth = count_before (focus);
  at = count_before (row);

  return at < priv->shown->len ? g_strdup (jm_item_get_id (g_ptr_array_index (priv->shown, at))) : NULL;
}

static void
restore_focus (JmChildListPrivate *priv,
               const char         *id,
               guint               nth)
{
  GtkWidget *row = gtk_widget_get_first_child (priv->rows);

  for (guint i = 0; i < priv->shown->len; i++, row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *widget = row;

      if (g_strcmp0 (jm_item_get_id (g_ptr_array_index (priv->shown, i)), id) != 0)
        continue;

      if (GTK_IS_BOX (row))
        {
          widget = gtk_widget_get_first_child (row);
          while (nth-- > 0 && gtk_widget_get_next_sibling (widget) != NULL)
            widget = gtk_widget_get_next_sibling (widget);
        }
      gtk_widget_grab_focus (widget);
    }
}

/**
 * jm_child_list_show:
 * @self: a list
 * @session: the session that is worked in
 * @parent: what the items are in: the root of the map, a phase, a touchpoint …
 *
 * Shows the items of the list's kind in @parent. As long as they are the same, the rows stay; the focus stays at its item.
 */
void
jm_child_list_show (JmChildList *self,
                    JmSession   *session,
                    JmItem      *parent)
{
  JmChildListPrivate *priv;
  g_autofree char *focus = NULL;
  GtkWidget *child;
  guint cursor = 0, nth = 0;
  JmItem *item;

  g_return_if_fail (JM_IS_CHILD_LIST (self));
  g_return_if_fail (JM_IS_SESSION (session));

  priv = get_private (self);
  g_set_object (&priv->session, session);
  if (g_strcmp0 (priv->parent_id, jm_item_get_id (parent)) != 0)
    {
      g_free (priv->parent_id);
      priv->parent_id = g_strdup (jm_item_get_id (parent));
    }
  if (is_shown (priv, parent))
    return;

  focus = remember_focus (priv, &nth);
  while ((child = gtk_widget_get_first_child (priv->rows)) != NULL)
    gtk_box_remove (GTK_BOX (priv->rows), child);
  g_ptr_array_set_size (priv->shown, 0);

  while ((item = jm_item_next (parent, priv->kind, &cursor)) != NULL)
    {
      g_ptr_array_add (priv->shown, jm_item_ref (item));
      gtk_box_append (GTK_BOX (priv->rows), JM_CHILD_LIST_GET_CLASS (self)->make_row (self, item));
    }
  gtk_widget_set_visible (priv->rows, priv->shown->len > 0);
  if (focus != NULL)
    restore_focus (priv, focus, nth);
}
