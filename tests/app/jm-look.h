/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding what a panel shows. */
#pragma once

#include <gtk/gtk.h>

#include <string.h>

G_BEGIN_DECLS

/* The first widget of @type in or below @root, with that CSS class if it is not NULL; NULL for none. */
static inline GtkWidget *
look_for_type (GtkWidget  *root,
               GType       type,
               const char *css_class)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (css_class == NULL || gtk_widget_has_css_class (root, css_class)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = look_for_type (child, type, css_class);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The row that says @words, as the panels keep it; NULL for none. */
static inline GtkListBoxRow *
look_for_row (GtkListBox *list,
              const char *words)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      if (strstr (g_object_get_data (G_OBJECT (row), "jm-key"), words) != NULL)
        return row;
    }

  return NULL;
}

G_END_DECLS
