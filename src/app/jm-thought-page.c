/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-choice-field.h"
#include "jm-page.h"
#include "jm-text-field.h"

#include <glib/gi18n.h>

#define JM_TYPE_THOUGHT_PAGE (jm_thought_page_get_type ())
G_DECLARE_FINAL_TYPE (JmThoughtPage, jm_thought_page, JM, THOUGHT_PAGE, JmPage)

struct _JmThoughtPage
{
  JmPage     parent_instance;

  GtkWidget *persona;
};

G_DEFINE_FINAL_TYPE (JmThoughtPage, jm_thought_page, JM_TYPE_PAGE)

static void
jm_thought_page_update (JmPage *page,
                        JmMap  *map,
                        JmItem *item)
{
  JmThoughtPage *self = JM_THOUGHT_PAGE (page);
  g_autoptr(GArray) choices = g_array_new (FALSE, FALSE, sizeof (JmChoice));
  JmChoice nobody = { "", _("The first persona") };
  JmItem *persona;
  guint cursor = 0;

  g_array_append_val (choices, nobody);
  while ((persona = jm_item_next (jm_map_get_root (map), JM_KIND_PERSONA, &cursor)) != NULL)
    {
      JmChoice choice = { jm_item_get_id (persona), jm_item_get_label (persona) };

      g_array_append_val (choices, choice);
    }
  jm_choice_field_set_choices (JM_CHOICE_FIELD (self->persona), &g_array_index (choices, JmChoice, 0), choices->len);
  gtk_widget_set_visible (self->persona, choices->len > 1);
}

static void
jm_thought_page_class_init (JmThoughtPageClass *klass)
{
  JM_PAGE_CLASS (klass)->update = jm_thought_page_update;
}

static void
jm_thought_page_init (JmThoughtPage *self)
{
  JmPage *page = JM_PAGE (self);

  jm_page_add_field (page, jm_text_field_new (_("What they think"), JM_ATTR_NONE, JM_KIND_NONE, TRUE));
  self->persona = jm_choice_field_new (_("Who thinks it"), JM_ATTR_PERSONA);
  jm_page_add_field (page, self->persona);
}

GtkWidget *
jm_thought_page_new (void)
{
  return g_object_new (JM_TYPE_THOUGHT_PAGE, NULL);
}
