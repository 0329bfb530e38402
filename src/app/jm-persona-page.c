/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-color-field.h"
#include "jm-page.h"
#include "jm-picture-list.h"
#include "jm-switch-field.h"
#include "jm-text-field.h"

#include <glib/gi18n.h>

#define JM_TYPE_PERSONA_PAGE (jm_persona_page_get_type ())
G_DECLARE_FINAL_TYPE (JmPersonaPage, jm_persona_page, JM, PERSONA_PAGE, JmPage)

struct _JmPersonaPage
{
  JmPage     parent_instance;

  GtkWidget *pictures;
};

G_DEFINE_FINAL_TYPE (JmPersonaPage, jm_persona_page, JM_TYPE_PAGE)

static void
jm_persona_page_update (JmPage *page,
                        JmMap  *map,
                        JmItem *item)
{
  if (jm_item_get_kind (item) == JM_KIND_PERSONA)
    jm_child_list_show (JM_CHILD_LIST (JM_PERSONA_PAGE (page)->pictures), jm_page_get_session (page), item);
}

static void
jm_persona_page_class_init (JmPersonaPageClass *klass)
{
  JM_PAGE_CLASS (klass)->update = jm_persona_page_update;
}

static GtkWidget *
new_text (const char *label,
          JmKind      part)
{
  return jm_text_field_new (label, JM_ATTR_NONE, part, TRUE);
}

static void
jm_persona_page_init (JmPersonaPage *self)
{
  JmPage *page = JM_PAGE (self);

  jm_page_add_fields (page,
                      new_text (_("Name"), JM_KIND_NAME),
                      new_text (_("Goal"), JM_KIND_GOAL),
                      new_text (_("Quote"), JM_KIND_QUOTE),
                      new_text (_("Description"), JM_KIND_DESCRIPTION),
                      jm_color_field_new (_("Color")),
                      jm_switch_field_new (_("Shown on the map"), JM_ATTR_HIDDEN, TRUE),
                      NULL);
  self->pictures = jm_picture_list_new ();
  jm_page_add (page, self->pictures);
}

GtkWidget *
jm_persona_page_new (void)
{
  return g_object_new (JM_TYPE_PERSONA_PAGE, NULL);
}
