/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-help-window.h"

#include "jm-describe.h"
#include "jm-help-page.h"
#include "jm-list-detail.h"

#include <glib/gi18n.h>

struct _JmHelpWindow
{
  AdwWindow  parent_instance;

  GPtrArray *pages;

  GtkWidget *view;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *scrolled;
  GtkWidget *clamp;
};

G_DEFINE_FINAL_TYPE (JmHelpWindow, jm_help_window, ADW_TYPE_WINDOW)

static JmHelpPage *
get_page (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "jm-page");
}

/* Pages */

static gboolean link_cb (GtkWidget    *label,
                         const char   *uri,
                         JmHelpWindow *self);

static void
show_page (JmHelpWindow *self,
           JmHelpPage   *page)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  adw_clamp_set_child (ADW_CLAMP (self->clamp), jm_help_page_show (page, G_CALLBACK (link_cb), self));
  jm_list_detail_set_title (JM_LIST_DETAIL (self->view), jm_help_page_get_title (page));
  gtk_adjustment_set_value (adjustment, 0);
}

static GtkListBoxRow *
find_row (JmHelpWindow *self,
          const char   *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    {
      if (g_strcmp0 (jm_help_page_get_id (get_page (row)), id) == 0)
        return row;
    }

  return NULL;
}

static void
go_to (JmHelpWindow *self,
       const char   *id)
{
  GtkListBoxRow *row = find_row (self, id);

  if (row != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      jm_list_detail_show_detail (JM_LIST_DETAIL (self->view));
    }
}

static gboolean
link_cb (GtkWidget    *label,
         const char   *uri,
         JmHelpWindow *self)
{
  /* The label that was clicked goes away with its page, and is still busy. */
  g_autofree char *id = g_strdup (uri);

  go_to (self, id);

  return TRUE;
}

static void
row_selected_cb (JmHelpWindow  *self,
                 GtkListBoxRow *row)
{
  if (row != NULL)
    show_page (self, get_page (row));
}

static void
row_activated_cb (JmHelpWindow  *self,
                  GtkListBoxRow *row)
{
  jm_list_detail_show_detail (JM_LIST_DETAIL (self->view));
}

/* Searching */

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  JmHelpWindow *self = user_data;

  return jm_help_page_matches (get_page (row), gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_changed_cb (JmHelpWindow *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

static void
search_activated_cb (JmHelpWindow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    {
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        {
          go_to (self, jm_help_page_get_id (get_page (row)));
          return;
        }
    }
}

/* The window */

static GtkWidget *
new_search (JmHelpWindow *self)
{
  self->search = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search, TRUE);
  g_object_set (self->search, "placeholder-text", _("Search the help"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the help"), -1);
  jm_describe (self->search, _("Leaves the pages with these words"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activated_cb), self);

  return self->search;
}

static GtkWidget *
new_list (JmHelpWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_cb, self, NULL);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);

  return scrolled;
}

static GtkWidget *
new_content (JmHelpWindow *self)
{
  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), 640);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->clamp);
  /* Arrows and Page Down scroll a page without a link in it, too. */
  gtk_widget_set_focusable (self->scrolled, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Page"), -1);

  return self->scrolled;
}

static void
fill_list (JmHelpWindow *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      JmHelpPage *page = g_ptr_array_index (self->pages, i);
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (jm_help_page_get_title (page));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      jm_help_page_get_title (page),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Opens this page of the help"), -1);
      g_object_set_data (G_OBJECT (row), "jm-page", page);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

static gboolean
close_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

static void
jm_help_window_finalize (GObject *object)
{
  g_clear_pointer (&JM_HELP_WINDOW (object)->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (jm_help_window_parent_class)->finalize (object);
}

static void
jm_help_window_class_init (JmHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jm_help_window_finalize;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, close_cb, NULL);
}

static void
jm_help_window_init (JmHelpWindow *self)
{
  GtkWidget *search, *list;

  self->pages = jm_help_page_list ();

  search = new_search (self);
  list = new_list (self);
  self->view = jm_list_detail_new (_("Help"), search, list, new_content (self));
  adw_window_set_content (ADW_WINDOW (self), self->view);
  gtk_window_set_title (GTK_WINDOW (self), _("Help"));
  gtk_window_set_default_size (GTK_WINDOW (self), 900, 640);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  gtk_widget_add_css_class (GTK_WIDGET (self), "help");

  fill_list (self);
}

/**
 * jm_help_window_show:
 * @application: the program
 * @page_id: (nullable): the page to begin with; %NULL for the one that is open, or the first
 *
 * Opens the help, or brings it forward. It stays beside the map while someone works.
 */
void
jm_help_window_show (GtkApplication *application,
                     const char     *page_id)
{
  JmHelpWindow *self = NULL;

  for (GList *l = gtk_application_get_windows (application); l != NULL && self == NULL; l = l->next)
    {
      if (JM_IS_HELP_WINDOW (l->data))
        self = l->data;
    }

  if (self == NULL)
    {
      self = g_object_new (JM_TYPE_HELP_WINDOW, "application", application, NULL);
      gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                               gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list))));
    }
  if (page_id != NULL)
    go_to (self, page_id);

  gtk_window_present (GTK_WINDOW (self));
}
