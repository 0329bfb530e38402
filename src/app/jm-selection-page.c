/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-page.h"

#include "canvas/jm-commands.h"
#include "model/jm-names.h"

#define JM_TYPE_SELECTION_PAGE (jm_selection_page_get_type ())
G_DECLARE_FINAL_TYPE (JmSelectionPage, jm_selection_page, JM, SELECTION_PAGE, JmPage)

struct _JmSelectionPage
{
  JmPage     parent_instance;

  GtkWidget *summary;   /* a line for each kind: its name and how many */
};

G_DEFINE_FINAL_TYPE (JmSelectionPage, jm_selection_page, JM_TYPE_PAGE)

static void
jm_selection_page_update (JmPage *page,
                          JmMap  *map,
                          JmItem *item)
{
  JmSelectionPage *self = JM_SELECTION_PAGE (page);
  const char * const *ids = jm_session_get_selection (jm_page_get_session (page));
  guint count[JM_N_KINDS] = { 0 };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->summary)) != NULL)
    gtk_box_remove (GTK_BOX (self->summary), child);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      JmItem *selected = jm_map_find (map, ids[i]);

      if (selected != NULL)
        count[jm_item_get_kind (selected)]++;
    }

  for (JmKind kind = JM_KIND_NONE; kind < JM_N_KINDS; kind++)
    {
      g_autofree char *line = NULL;
      GtkWidget *label;

      if (count[kind] == 0)
        continue;

      line = g_strdup_printf ("%s × %u", jm_kind_get_display_name (kind), count[kind]);
      label = gtk_label_new (line);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (self->summary), label);
    }
}

static void
jm_selection_page_class_init (JmSelectionPageClass *klass)
{
  JM_PAGE_CLASS (klass)->update = jm_selection_page_update;
}

static void
jm_selection_page_init (JmSelectionPage *self)
{
  self->summary = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->summary, "summary");
  jm_page_add (JM_PAGE (self), self->summary);
}

GtkWidget *
jm_selection_page_new (void)
{
  return g_object_new (JM_TYPE_SELECTION_PAGE, NULL);
}
