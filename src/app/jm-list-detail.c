/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-list-detail.h"

#include "jm-compat.h"

#include <glib/gi18n.h>

/* Of the list, and of the least that a text is read in, in pixels. */
#define LIST_WIDTH   260
#define DETAIL_WIDTH 320

struct _JmListDetail
{
  AdwBin     parent_instance;

  GtkWidget *view;    /* libadwaita's */
  GtkWidget *title;   /* above the detail: AdwNavigationPage, or AdwWindowTitle */
};

G_DEFINE_FINAL_TYPE (JmListDetail, jm_list_detail, ADW_TYPE_BIN)

static void
jm_list_detail_class_init (JmListDetailClass *klass)
{
}

static void
jm_list_detail_init (JmListDetail *self)
{
}

/* We say that we use nothing newer than libadwaita 1.2, and are warned when we do. Here it is meant. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

#if ADW_CHECK_VERSION (1, 4, 0)

static GtkWidget *
fill (JmListDetail *self,
      const char   *title,
      GtkWidget    *header,
      GtkWidget    *list,
      GtkWidget    *detail)
{
  GtkWidget *bin = adw_breakpoint_bin_new ();
  AdwBreakpoint *narrow = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 600sp"));
  GValue yes = G_VALUE_INIT;

  self->view = g_object_new (ADW_TYPE_NAVIGATION_SPLIT_VIEW,
                             "min-sidebar-width", (double) LIST_WIDTH,
                             "max-sidebar-width", (double) LIST_WIDTH + 40,
                             NULL);
  adw_navigation_split_view_set_sidebar (ADW_NAVIGATION_SPLIT_VIEW (self->view),
                                         adw_navigation_page_new (jm_compat_new_page (header, list), title));
  self->title = GTK_WIDGET (adw_navigation_page_new (jm_compat_new_page (adw_header_bar_new (), detail), title));
  adw_navigation_split_view_set_content (ADW_NAVIGATION_SPLIT_VIEW (self->view), ADW_NAVIGATION_PAGE (self->title));

  g_value_init (&yes, G_TYPE_BOOLEAN);
  g_value_set_boolean (&yes, TRUE);
  adw_breakpoint_add_setter (narrow, G_OBJECT (self->view), "collapsed", &yes);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), narrow);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), self->view);
  gtk_widget_set_size_request (bin, DETAIL_WIDTH, 200);

  return bin;
}

static void
set_title (GtkWidget  *widget,
           const char *title)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (widget), title);
}

static void
show_detail (GtkWidget *view)
{
  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (view), TRUE);
}

#else

static void
back_cb (JmListDetail *self)
{
  adw_leaflet_navigate (ADW_LEAFLET (self->view), ADW_NAVIGATION_DIRECTION_BACK);
}

static GtkWidget *
fill (JmListDetail *self,
      const char   *title,
      GtkWidget    *header,
      GtkWidget    *list,
      GtkWidget    *detail)
{
  GtkWidget *detail_header = adw_header_bar_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *list_page = jm_compat_new_page (header, list);
  GtkWidget *detail_page = jm_compat_new_page (detail_header, detail);
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  gtk_widget_set_tooltip_text (back, _("Back to the pages"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the pages"), -1);
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (back_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (detail_header), back);
  self->title = adw_window_title_new (title, NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (detail_header), self->title);

  gtk_widget_set_size_request (list_page, LIST_WIDTH, -1);
  gtk_widget_set_size_request (detail_page, DETAIL_WIDTH, -1);
  gtk_widget_set_hexpand (detail_page, TRUE);

  self->view = adw_leaflet_new ();
  adw_leaflet_append (ADW_LEAFLET (self->view), list_page);
  adw_leaflet_page_set_navigatable (adw_leaflet_append (ADW_LEAFLET (self->view), separator), FALSE);
  adw_leaflet_append (ADW_LEAFLET (self->view), detail_page);
  adw_leaflet_set_can_navigate_back (ADW_LEAFLET (self->view), TRUE);
  g_object_bind_property (self->view, "folded", back, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->view, "folded", header, "show-end-title-buttons", G_BINDING_SYNC_CREATE);

  return self->view;
}

static void
set_title (GtkWidget  *widget,
           const char *title)
{
  adw_window_title_set_title (ADW_WINDOW_TITLE (widget), title);
}

static void
show_detail (GtkWidget *view)
{
  adw_leaflet_navigate (ADW_LEAFLET (view), ADW_NAVIGATION_DIRECTION_FORWARD);
}

#endif

G_GNUC_END_IGNORE_DEPRECATIONS

/**
 * jm_list_detail_new:
 * @title: what it is all about
 * @above_list: (transfer floating): what stands above the list in the place of a title, such as a search
 * @list: (transfer floating): the list
 * @detail: (transfer floating): what is chosen in it
 *
 * Returns: (transfer floating): both, with their header bars
 */
GtkWidget *
jm_list_detail_new (const char *title,
                    GtkWidget  *above_list,
                    GtkWidget  *list,
                    GtkWidget  *detail)
{
  JmListDetail *self = g_object_new (JM_TYPE_LIST_DETAIL, NULL);
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), above_list);
  adw_bin_set_child (ADW_BIN (self), fill (self, title, header, list, detail));

  return GTK_WIDGET (self);
}

/**
 * jm_list_detail_set_title:
 * @self: a list and its detail
 * @title: what is chosen
 */
void
jm_list_detail_set_title (JmListDetail *self,
                          const char   *title)
{
  g_return_if_fail (JM_IS_LIST_DETAIL (self));

  set_title (self->title, title);
}

/**
 * jm_list_detail_show_detail:
 * @self: a list and its detail
 *
 * Goes from the list to the detail, where there is room for only one of them.
 */
void
jm_list_detail_show_detail (JmListDetail *self)
{
  g_return_if_fail (JM_IS_LIST_DETAIL (self));

  show_detail (self->view);
}
