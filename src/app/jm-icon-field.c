/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-icon-field.h"

#include "jm-pictogram-image.h"

#include "scene/jm-pictogram.h"

#include <string.h>

struct _JmIconField
{
  JmField    parent_instance;

  char      *none;       /* what it is called to have no icon of one's own */
  GtkWidget *image;
  GtkWidget *name;
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *grid;       /* NULL until the popover is opened for the first time */
};

G_DEFINE_FINAL_TYPE (JmIconField, jm_icon_field, JM_TYPE_FIELD)

/* The names of pictograms are plain English words; a screen reader and a tooltip say them as they are. */
static char *
get_display_name (const char *name)
{
  char *words = g_strdelimit (g_strdup (name), "-", ' ');

  words[0] = g_ascii_toupper (words[0]);

  return words;
}

static void
jm_icon_field_refresh (JmField *field,
                       JmMap   *map,
                       JmItem  *item)
{
  JmIconField *self = JM_ICON_FIELD (field);
  const char *value = jm_field_get_value (field, item);
  g_autofree char *name = *value != '\0' ? get_display_name (value) : g_strdup (self->none);

  jm_pictogram_image_set_name (JM_PICTOGRAM_IMAGE (self->image), *value != '\0' ? value : NULL);
  gtk_widget_set_visible (self->image, *value != '\0');
  gtk_label_set_label (GTK_LABEL (self->name), name);
  jm_field_say_value (field, name);
}

static void
child_activated_cb (JmIconField     *self,
                    GtkFlowBoxChild *child)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  jm_field_set_value (JM_FIELD (self), g_object_get_data (G_OBJECT (child), "jm-pictogram"));
}

static gboolean
filter_cb (GtkFlowBoxChild *child,
           gpointer         user_data)
{
  JmIconField *self = user_data;
  const char *name = g_object_get_data (G_OBJECT (child), "jm-pictogram");
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  const JmPictogram *pictogram;

  if (*g_strstrip (wanted) == '\0')
    return TRUE;
  if (name == NULL)
    return FALSE;

  pictogram = jm_pictogram_find (name);

  return strstr (name, wanted) != NULL || (pictogram->words != NULL && strstr (pictogram->words, wanted) != NULL);
}

static void
add_choice (JmIconField *self,
            const char  *name)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *words = name == NULL ? g_strdup (self->none) : get_display_name (name);
  GtkWidget *image = name == NULL ? gtk_image_new_from_icon_name ("edit-clear-symbolic")
                                  : jm_pictogram_image_new (name);

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), image);
  gtk_widget_set_tooltip_text (child, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (child), "jm-pictogram", (gpointer) name);
  gtk_flow_box_append (GTK_FLOW_BOX (self->grid), child);
}

static void
show_cb (JmIconField *self)
{
  const JmPictogram *pictograms;
  GtkWidget *scrolled, *box;
  guint n;

  if (self->grid != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      gtk_widget_grab_focus (self->search);
      return;
    }

  self->search = gtk_search_entry_new ();
  self->grid = gtk_flow_box_new ();
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->grid), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->grid), 6);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->grid), TRUE);
  gtk_widget_set_valign (self->grid, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->grid, "pictograms");

  add_choice (self, NULL);
  pictograms = jm_pictogram_get_all (&n);
  for (guint i = 0; i < n; i++)
    add_choice (self, pictograms[i].name);

  gtk_flow_box_set_filter_func (GTK_FLOW_BOX (self->grid), filter_cb, self, NULL);
  g_signal_connect_swapped (self->grid, "child-activated", G_CALLBACK (child_activated_cb), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (gtk_flow_box_invalidate_filter), self->grid);

  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->grid);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_grab_focus (self->search);
}

static void
jm_icon_field_finalize (GObject *object)
{
  g_free (JM_ICON_FIELD (object)->none);

  G_OBJECT_CLASS (jm_icon_field_parent_class)->finalize (object);
}

static void
jm_icon_field_class_init (JmIconFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_icon_field_finalize;
  JM_FIELD_CLASS (klass)->refresh = jm_icon_field_refresh;
}

static void
jm_icon_field_init (JmIconField *self)
{
}

/**
 * jm_icon_field_new:
 * @label: its name for people
 * @none: what it is called to have no icon of one's own
 *
 * Returns: (transfer floating): a field for the attribute %JM_ATTR_ICON
 */
GtkWidget *
jm_icon_field_new (const char *label,
                   const char *none)
{
  JmIconField *self = g_object_new (JM_TYPE_ICON_FIELD, NULL);

  jm_field_set_subject (JM_FIELD (self), label, JM_ATTR_ICON, JM_KIND_NONE);
  self->none = g_strdup (none);
  self->image = jm_pictogram_image_new (NULL);
  self->popover = gtk_popover_new ();
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (show_cb), self);
  self->name = jm_field_set_menu_button (JM_FIELD (self), self->image, self->popover);

  return GTK_WIDGET (self);
}
