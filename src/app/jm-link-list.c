/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-link-list.h"

#include "canvas/jm-commands.h"
#include "model/jm-names.h"

#include <glib/gi18n.h>
#include <string.h>

/* More than this nobody looks through: typing finds the others. */
#define MOST_CHOICES 200

struct _JmLinkList
{
  AdwBin      parent_instance;

  JmSession  *session;
  char       *touchpoint_id;
  GPtrArray  *shown;        /* of char *, one a row: what it shows */
  GtkWidget  *rows;
  GtkWidget  *popover;
  GtkWidget  *search;
  GtkWidget  *choices;
};

G_DEFINE_FINAL_TYPE (JmLinkList, jm_link_list, ADW_TYPE_BIN)

static const char *
get_id (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "jm-item-id");
}

static void
set_id (gpointer    widget,
        const char *id)
{
  g_object_set_data_full (G_OBJECT (widget), "jm-item-id", g_strdup (id), g_free);
}

/* Rows */

static void
row_clicked_cb (JmLinkList *self,
                GtkWidget  *button)
{
  g_autofree char *id = g_strdup (get_id (button));

  jm_session_select (self->session, id);
}

static void
remove_clicked_cb (JmLinkList *self,
                   GtkWidget  *button)
{
  const char *ids[] = { get_id (button), NULL };
  g_autoptr(JmMap) next = jm_map_remove (jm_session_get_map (self->session), ids, NULL);

  if (next != NULL)
    jm_session_apply (self->session, next, _("Delete transition"));
}

static void
add_row (JmLinkList *self,
         JmItem     *transition,
         gboolean    leads_away,
         const char *words)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *label = gtk_label_new (words);
  const char *text = jm_item_get_label (transition);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (text != NULL && *text != '\0')
    {
      label = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "aside-summary");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "item-row");
  gtk_widget_add_css_class (button, "plain");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Shows its properties here"), -1);
  set_id (button, jm_item_get_id (transition));
  g_signal_connect_object (button, "clicked", G_CALLBACK (row_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);

  if (leads_away)
    {
      GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");

      gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (remove, "flat");
      gtk_widget_add_css_class (remove, "circular");
      gtk_widget_set_tooltip_text (remove, _("Delete Transition"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete Transition"), -1);
      set_id (remove, jm_item_get_id (transition));
      g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), remove);
    }

  gtk_box_append (GTK_BOX (self->rows), row);
}

/* The choice of a touchpoint */

static const char *
get_name (JmItem *item)
{
  const char *label = jm_item_get_label (item);

  return label != NULL && *label != '\0' ? label : jm_kind_get_display_name (jm_item_get_kind (item));
}

static gboolean
matches (JmItem     *touchpoint,
         const char *folded)
{
  g_autofree char *name = g_utf8_casefold (get_name (touchpoint), -1);

  return *folded == '\0' || strstr (name, folded) != NULL;
}

static void
fill_choices (JmLinkList *self)
{
  JmItem *root = jm_map_get_root (jm_session_get_map (self->session));
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  guint cursor = 0, n = 0;
  GtkWidget *row;
  JmItem *phase, *touchpoint;

  while ((row = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->choices), row);

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      guint inner = 0;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &inner)) != NULL && n < MOST_CHOICES)
        {
          g_autofree char *spoken = NULL;
          GtkWidget *box, *label;

          if (g_strcmp0 (jm_item_get_id (touchpoint), self->touchpoint_id) == 0 || !matches (touchpoint, folded))
            continue;

          box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
          label = gtk_label_new (get_name (touchpoint));
          gtk_label_set_xalign (GTK_LABEL (label), 0);
          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
          gtk_box_append (GTK_BOX (box), label);
          label = gtk_label_new (get_name (phase));
          gtk_label_set_xalign (GTK_LABEL (label), 0);
          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
          gtk_widget_add_css_class (label, "aside-summary");
          gtk_box_append (GTK_BOX (box), label);

          row = gtk_list_box_row_new ();
          gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
          spoken = g_strdup_printf ("%s, %s", get_name (touchpoint), get_name (phase));
          gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
          set_id (row, jm_item_get_id (touchpoint));
          gtk_list_box_append (GTK_LIST_BOX (self->choices), row);
          n++;
        }
    }
}

static void
popover_shown_cb (JmLinkList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill_choices (self);
  gtk_widget_grab_focus (self->search);
}

static void
choose (JmLinkList    *self,
        GtkListBoxRow *row)
{
  g_autofree char *to_id = g_strdup (get_id (row));
  g_autofree char *from_id = g_strdup (self->touchpoint_id);
  g_autoptr(GError) error = NULL;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (!jm_command_link (self->session, from_id, to_id, NULL, &error))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
search_activate_cb (JmLinkList *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->choices), 0);

  if (first != NULL)
    choose (self, first);
}

/* The list */

static void
jm_link_list_finalize (GObject *object)
{
  JmLinkList *self = JM_LINK_LIST (object);

  g_clear_object (&self->session);
  g_free (self->touchpoint_id);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (jm_link_list_parent_class)->finalize (object);
}

static void
jm_link_list_class_init (JmLinkListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_link_list_finalize;
}

static GtkWidget *
new_popover (JmLinkList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search for a touchpoint"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (fill_choices), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->search);

  self->choices = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->choices), GTK_SELECTION_NONE);
  g_signal_connect_object (self->choices, "row-activated", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->choices);
  gtk_widget_set_size_request (scrolled, 240, 260);
  gtk_box_append (GTK_BOX (box), scrolled);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (popover_shown_cb), self, G_CONNECT_SWAPPED);

  return self->popover;
}

static void
jm_link_list_init (JmLinkList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  /* Translators: heading above the transitions of a touchpoint */
  GtkWidget *label = gtk_label_new (_("Leads to"));
  GtkWidget *button = gtk_menu_button_new ();

  self->shown = g_ptr_array_new_with_free_func (g_free);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "section");
  gtk_widget_add_css_class (top, "section-row");
  gtk_box_append (GTK_BOX (top), label);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Lead to another touchpoint (L)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lead to another touchpoint"), -1);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), new_popover (self));
  gtk_box_append (GTK_BOX (top), button);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), self->rows);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * jm_link_list_new:
 *
 * Returns: (transfer floating): a list of no touchpoint yet
 */
GtkWidget *
jm_link_list_new (void)
{
  return g_object_new (JM_TYPE_LINK_LIST, NULL);
}

/**
 * jm_link_list_show:
 * @self: a list
 * @session: the session that is worked in
 * @touchpoint: the touchpoint
 *
 * Shows where @touchpoint leads to and what leads to it. Nothing happens when that is as it was. Costs as much as there
 * are transitions in the map.
 */
void
jm_link_list_show (JmLinkList *self,
                   JmSession  *session,
                   JmItem     *touchpoint)
{
  JmMap *map;
  const char *id;
  g_autoptr(GPtrArray) keys = NULL;
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(GPtrArray) words = NULL;
  gboolean same;
  GtkWidget *child;
  JmItem *transition;
  guint cursor = 0;

  g_return_if_fail (JM_IS_LINK_LIST (self));

  g_set_object (&self->session, session);
  map = jm_session_get_map (session);
  id = jm_item_get_id (touchpoint);
  keys = g_ptr_array_new_with_free_func (g_free);
  items = g_ptr_array_new ();
  words = g_ptr_array_new_with_free_func (g_free);

  while ((transition = jm_item_next (jm_map_get_root (map), JM_KIND_TRANSITION, &cursor)) != NULL)
    {
      gboolean leads_away = g_strcmp0 (jm_item_get (transition, JM_ATTR_FROM), id) == 0;
      const char *other_id = jm_item_get (transition, leads_away ? JM_ATTR_TO : JM_ATTR_FROM);
      JmItem *other = other_id != NULL ? jm_map_find (map, other_id) : NULL;

      if (other == NULL || (!leads_away && g_strcmp0 (jm_item_get (transition, JM_ATTR_TO), id) != 0))
        continue;

      /* Translators: the second is for what leads here from elsewhere; %s is a touchpoint */
      g_ptr_array_add (words, leads_away ? g_strdup_printf (_("→ %s"), get_name (other))
                                         : g_strdup_printf (_("from %s"), get_name (other)));
      g_ptr_array_add (items, transition);
      g_ptr_array_add (keys, g_strdup_printf ("%s\n%s\n%s", jm_item_get_id (transition),
                                              (char *) g_ptr_array_index (words, words->len - 1),
                                              jm_item_get_label (transition)));
    }

  same = g_strcmp0 (id, self->touchpoint_id) == 0 && keys->len == self->shown->len;
  for (guint i = 0; same && i < keys->len; i++)
    same = g_str_equal (g_ptr_array_index (keys, i), g_ptr_array_index (self->shown, i));
  if (same)
    return;

  if (g_strcmp0 (id, self->touchpoint_id) != 0)
    {
      g_free (self->touchpoint_id);
      self->touchpoint_id = g_strdup (id);
    }
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < items->len; i++)
    {
      transition = g_ptr_array_index (items, i);
      add_row (self, transition, g_strcmp0 (jm_item_get (transition, JM_ATTR_FROM), id) == 0,
               g_ptr_array_index (words, i));
    }
  gtk_widget_set_visible (self->rows, items->len > 0);
  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&keys);
}
