/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-aside.h"

#include <glib/gi18n.h>

struct _JmAside
{
  AdwBin     parent_instance;

  GtkWidget *box;
  GtkWidget *summary;
  GtkWidget *stack;      /* the list, or what is said without rows */
  GtkWidget *list;
  GtkWidget *empty_title;
  GtkWidget *empty_text;
  gboolean   is_busy;    /* nothing is known yet */
};

G_DEFINE_FINAL_TYPE (JmAside, jm_aside, ADW_TYPE_BIN)

static const char *
get_key (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "jm-key");
}

static gboolean
jm_aside_grab_focus (GtkWidget *widget)
{
  JmAside *self = JM_ASIDE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  return row != NULL ? gtk_widget_grab_focus (GTK_WIDGET (row))
                     : gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

static void
jm_aside_class_init (JmAsideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = jm_aside_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "jm-aside");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.focus-canvas", NULL);
}

static void
jm_aside_init (JmAside *self)
{
}

static GtkWidget *
new_empty (JmAside *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->empty_title = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty_title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->empty_title), 20);
  gtk_label_set_justify (GTK_LABEL (self->empty_title), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->empty_title, "heading");
  gtk_box_append (GTK_BOX (box), self->empty_title);

  self->empty_text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty_text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->empty_text), 20);
  gtk_label_set_justify (GTK_LABEL (self->empty_text), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->empty_text, "dim-label");
  gtk_box_append (GTK_BOX (box), self->empty_text);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "aside-empty");

  return box;
}

/**
 * jm_aside_label_new:
 * @text: (nullable): what it says
 * @wraps: whether it takes as many lines as it needs, or is cut
 * @css_class: how it looks
 *
 * Returns: (transfer floating): a text for a list, which never makes the list wider
 */
GtkWidget *
jm_aside_label_new (const char *text,
                    gboolean    wraps,
                    const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_wrap (GTK_LABEL (label), wraps);
  if (wraps)
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * jm_aside_new:
 * @heading: what the list is of
 *
 * Returns: (transfer floating): a list that says nothing yet
 */
GtkWidget *
jm_aside_new (const char *heading)
{
  JmAside *self = g_object_new (JM_TYPE_ASIDE, NULL);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (words), jm_aside_label_new (heading, FALSE, "aside-heading"));
  self->summary = jm_aside_label_new (NULL, TRUE, "aside-summary");
  gtk_box_append (GTK_BOX (words), self->summary);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (top), words);

  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_set_tooltip_text (close, _("Close this list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close this list"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "win.close-list");
  gtk_box_append (GTK_BOX (top), close);
  gtk_widget_add_css_class (top, "aside-top");
  gtk_box_append (GTK_BOX (self->box), top);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_widget_add_css_class (self->list, "aside-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);

  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), new_empty (self), "empty");
  gtk_box_append (GTK_BOX (self->box), self->stack);

  adw_bin_set_child (ADW_BIN (self), self->box);
  jm_aside_set_busy (self);

  return GTK_WIDGET (self);
}

/**
 * jm_aside_set_summary:
 * @self: a list
 * @summary: how it stands, on a line; "" for nothing
 */
void
jm_aside_set_summary (JmAside    *self,
                      const char *summary)
{
  g_return_if_fail (JM_IS_ASIDE (self));

  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  gtk_widget_set_visible (self->summary, *summary != '\0');
}

/**
 * jm_aside_set_empty:
 * @self: a list
 * @title: what is said when there are no rows
 * @text: and below it
 */
void
jm_aside_set_empty (JmAside    *self,
                    const char *title,
                    const char *text)
{
  g_return_if_fail (JM_IS_ASIDE (self));

  gtk_label_set_label (GTK_LABEL (self->empty_title), title);
  gtk_label_set_label (GTK_LABEL (self->empty_text), text);
}

/**
 * jm_aside_set_busy:
 * @self: a list
 *
 * Takes all rows away until it is known what they are.
 */
void
jm_aside_set_busy (JmAside *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (JM_IS_ASIDE (self));

  self->is_busy = TRUE;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  jm_aside_set_summary (self, "");
}

/**
 * jm_aside_add_footer:
 * @self: a list
 * @widget: (transfer floating): what stands below the rows
 */
void
jm_aside_add_footer (JmAside   *self,
                     GtkWidget *widget)
{
  g_return_if_fail (JM_IS_ASIDE (self));

  gtk_box_append (GTK_BOX (self->box), widget);
}

/**
 * jm_aside_get_list:
 * @self: a list
 *
 * Returns: (transfer none): the box with the rows
 */
GtkListBox *
jm_aside_get_list (JmAside *self)
{
  g_return_val_if_fail (JM_IS_ASIDE (self), NULL);

  return GTK_LIST_BOX (self->list);
}

/* The row that the focus is in, -1 for none. */
static int
get_focus_index (JmAside *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus == NULL ? NULL : GTK_IS_LIST_BOX_ROW (focus) ? focus
                                        : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);

  return row != NULL && gtk_widget_is_ancestor (row, self->list) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))
                                                                 : -1;
}

/**
 * jm_aside_update:
 * @self: a list
 * @keys: (element-type utf8): for each row everything that it shows, as one text
 * @make_row: makes the row with that number, a #GtkListBoxRow
 * @user_data: for @make_row
 *
 * Shows other rows. Those that are still the same stay, and the focus does not leave the list: when its row goes, the one
 * that comes in its place has it.
 */
void
jm_aside_update (JmAside    *self,
                 GPtrArray  *keys,
                 GtkWidget *(* make_row) (guint    nth,
                                          gpointer user_data),
                 gpointer    user_data)
{
  GtkListBox *list;
  g_autoptr(GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  int focus;
  GtkListBoxRow *row;

  g_return_if_fail (JM_IS_ASIDE (self));

  list = GTK_LIST_BOX (self->list);
  focus = get_focus_index (self);
  self->is_busy = FALSE;

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (keys, i));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL;)
    {
      if (g_hash_table_contains (wanted, get_key (row)))
        i++;
      else
        gtk_list_box_remove (list, GTK_WIDGET (row));
    }

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      GtkWidget *made;

      row = gtk_list_box_get_row_at_index (list, (int) i);
      if (row != NULL && g_str_equal (get_key (row), key))
        continue;

      made = make_row (i, user_data);
      g_object_set_data_full (G_OBJECT (made), "jm-key", g_strdup (key), g_free);
      gtk_list_box_insert (list, made, (int) i);
    }
  while ((row = gtk_list_box_get_row_at_index (list, (int) keys->len)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));

  gtk_list_box_invalidate_headers (list);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), keys->len > 0 ? "list" : "empty");

  if (focus >= 0 && get_focus_index (self) < 0)
    {
      row = gtk_list_box_get_row_at_index (list, MIN (focus, (int) keys->len - 1));
      if (row != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}
