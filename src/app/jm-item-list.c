/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-item-list.h"

#include "jm-question.h"

#include "canvas/jm-commands.h"
#include "model/jm-names.h"

#include <glib/gi18n.h>

struct _JmItemList
{
  JmChildList parent_instance;
};

G_DEFINE_FINAL_TYPE (JmItemList, jm_item_list, JM_TYPE_CHILD_LIST)

static const char *
get_css_class (JmKind kind)
{
  switch (kind)
    {
    case JM_KIND_PAIN_POINT:
      return "pain";
    case JM_KIND_OPPORTUNITY:
      return "idea";
    default:
      return "plain";
    }
}

/* What weighs, at the end of a row: the severity in dots, the votes in figures. */
static GtkWidget *
make_weight (JmItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  GString *text = g_string_new (NULL);

  if (jm_item_get_kind (item) == JM_KIND_PAIN_POINT)
    {
      int severity = CLAMP (jm_item_get_integer (item, JM_ATTR_SEVERITY, 1), 1, 3);

      for (int i = 0; i < 3; i++)
        g_string_append (text, i < severity ? "●" : "<span alpha=\"30%\">●</span>");
    }
  else if (jm_item_get_kind (item) == JM_KIND_OPPORTUNITY)
    {
      int votes = jm_item_get_integer (item, JM_ATTR_VOTES, 0);

      if (votes > 0)
        g_string_append_printf (text, "%d", votes);
    }
  else if (jm_item_get_kind (item) == JM_KIND_MEASURE)
    {
      const char *value = jm_item_get (item, JM_ATTR_VALUE);
      const char *unit = jm_item_get (item, JM_ATTR_UNIT);
      g_autofree char *words = g_strdup_printf ("%s %s", value != NULL ? value : "", unit != NULL ? unit : "");
      g_autofree char *escaped = g_markup_escape_text (g_strstrip (words), -1);

      g_string_append (text, escaped);
    }

  gtk_label_set_markup (GTK_LABEL (label), text->str);
  gtk_widget_add_css_class (label, "weight");
  g_string_free (text, TRUE);

  return label;
}

static char *
describe (JmItem *item)
{
  const char *name = jm_kind_get_display_name (jm_item_get_kind (item));
  const char *text = jm_item_get_label (item);

  if (jm_item_get_kind (item) == JM_KIND_PAIN_POINT)
    {
      /* Translators: for a screen reader: kind, text, and how severe, such as "Pain point, No trolleys, severity 3 of 3" */
      return g_strdup_printf (_("%s, %s, severity %d of 3"), name, text,
                              jm_item_get_integer (item, JM_ATTR_SEVERITY, 1));
    }
  if (jm_item_get_kind (item) == JM_KIND_OPPORTUNITY)
    {
      int votes = jm_item_get_integer (item, JM_ATTR_VOTES, 0);

      return g_strdup_printf (ngettext ("%s, %s, %d vote", "%s, %s, %d votes", votes), name, text, votes);
    }

  return g_strdup_printf ("%s, %s", name, text);
}

static void
visibility_clicked_cb (JmItemList *self,
                       GtkWidget  *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "jm-item-id");
  JmSession *session = jm_child_list_get_session (JM_CHILD_LIST (self));
  JmItem *item = jm_map_find (jm_session_get_map (session), id);

  if (item != NULL)
    jm_command_set (session, id, JM_ATTR_HIDDEN, jm_item_get_boolean (item, JM_ATTR_HIDDEN) ? "false" : "true", NULL);
}

/* An eye beside the row, as lanes have it. */
static GtkWidget *
add_visibility (JmItemList *self,
                JmItem     *item,
                GtkWidget  *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gboolean hidden = jm_item_get_boolean (item, JM_ATTR_HIDDEN);
  GtkWidget *button = gtk_button_new_from_icon_name (hidden ? "view-conceal-symbolic" : "view-reveal-symbolic");
  const char *text = jm_item_get_label (item);
  g_autofree char *tooltip = g_strdup_printf (hidden ? _("Show %s") : _("Hide %s"),
                                              text != NULL && *text != '\0' ? text : jm_kind_get_display_name (jm_item_get_kind (item)));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (button), "jm-item-id", g_strdup (jm_item_get_id (item)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (visibility_clicked_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_hexpand (row, TRUE);
  if (hidden)
    gtk_widget_add_css_class (row, "dim-label");
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static GtkWidget *
jm_item_list_make_row (JmChildList *list,
                       JmItem      *item)
{
  JmKind kind = jm_item_get_kind (item);
  GtkWidget *row = jm_child_list_new_button (list, item);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *description = describe (item);
  const char *text = jm_item_get_label (item);

  if (text == NULL || *text == '\0')
    {
      gtk_label_set_label (GTK_LABEL (label), jm_kind_get_display_name (kind));
      gtk_widget_add_css_class (label, "dim-label");
    }
  else if (kind == JM_KIND_THOUGHT)
    {
      /* Translators: the quotation marks around what someone thinks */
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), text);

      gtk_label_set_label (GTK_LABEL (label), quoted);
    }
  else
    {
      gtk_label_set_label (GTK_LABEL (label), text);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (row, text);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_weight (item));

  gtk_button_set_child (GTK_BUTTON (row), box);
  gtk_widget_add_css_class (row, "item-row");
  gtk_widget_add_css_class (row, get_css_class (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Shows its properties here"), -1);

  return jm_kind_get_attr_rule (kind, JM_ATTR_HIDDEN) != NULL ? add_visibility (JM_ITEM_LIST (list), item, row) : row;
}

static void
add_cb (JmItemList *self)
{
  JmChildList *list = JM_CHILD_LIST (self);
  g_autoptr(GError) error = NULL;

  if (jm_child_list_get_session (list) == NULL)
    return;

  if (jm_command_new_at (jm_child_list_get_session (list), jm_child_list_get_kind (list),
                         jm_child_list_get_parent_id (list), -1, NULL, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "inspector.edit", NULL);
  else if (error != NULL)
    jm_question_tell (GTK_WIDGET (self), _("Nothing Is Added"), error->message);
}

static void
jm_item_list_class_init (JmItemListClass *klass)
{
  JM_CHILD_LIST_CLASS (klass)->make_row = jm_item_list_make_row;
}

static void
jm_item_list_init (JmItemList *self)
{
}

/**
 * jm_item_list_new:
 * @kind: of which items
 * @heading: what stands above them
 * @add: what the button for one more is called
 *
 * Returns: (transfer floating): a list without items as yet
 */
GtkWidget *
jm_item_list_new (JmKind      kind,
                  const char *heading,
                  const char *add)
{
  JmItemList *self = g_object_new (JM_TYPE_ITEM_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  jm_child_list_set_kind (JM_CHILD_LIST (self), kind);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "section");
  gtk_widget_add_css_class (top, "section-row");
  gtk_box_append (GTK_BOX (top), label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, add,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("It is added at the end, and you can type at once"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (top), button);

  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), jm_child_list_get_rows (JM_CHILD_LIST (self)));
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}
