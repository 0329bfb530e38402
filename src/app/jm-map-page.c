/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-choice-field.h"
#include "jm-date-field.h"
#include "jm-item-list.h"
#include "jm-lane-list.h"
#include "jm-languages.h"
#include "jm-page.h"
#include "jm-text-field.h"

#include <glib/gi18n.h>

#define JM_TYPE_MAP_PAGE (jm_map_page_get_type ())
G_DECLARE_FINAL_TYPE (JmMapPage, jm_map_page, JM, MAP_PAGE, JmPage)

struct _JmMapPage
{
  JmPage     parent_instance;

  GtkWidget *personas;
  GtkWidget *channels;
  GtkWidget *lanes;
};

G_DEFINE_FINAL_TYPE (JmMapPage, jm_map_page, JM_TYPE_PAGE)

static void
jm_map_page_update (JmPage *page,
                    JmMap  *map,
                    JmItem *root)
{
  JmMapPage *self = JM_MAP_PAGE (page);

  jm_child_list_show (JM_CHILD_LIST (self->personas), jm_page_get_session (page), root);
  jm_child_list_show (JM_CHILD_LIST (self->channels), jm_page_get_session (page), root);
  jm_lane_list_show (JM_LANE_LIST (self->lanes), jm_page_get_session (page));
}

static void
jm_map_page_class_init (JmMapPageClass *klass)
{
  JM_PAGE_CLASS (klass)->update = jm_map_page_update;
}

static void
jm_map_page_init (JmMapPage *self)
{
  const JmChoice kinds[] = {
    { "current-state", _("Current state") },
    { "future-state", _("Future state") },
    { "day-in-the-life", _("A day in the life") },
    { "service-blueprint", _("Service blueprint") },
  };
  const JmChoice axes[] = {
    { "equal", _("As wide as the cards") },
    { "time", _("True to time") },
  };
  guint n_languages;
  const JmChoice *languages = jm_languages_get (&n_languages);
  JmPage *page = JM_PAGE (self);
  GtkWidget *axis = jm_choice_field_new (_("From left to right"), JM_ATTR_AXIS);
  GtkWidget *kind = jm_choice_field_new (_("Kind of map"), JM_ATTR_KIND);
  GtkWidget *language = jm_choice_field_new (_("Language of the map"), JM_ATTR_LANG);

  jm_choice_field_set_choices (JM_CHOICE_FIELD (kind), kinds, G_N_ELEMENTS (kinds));
  jm_choice_field_set_choices (JM_CHOICE_FIELD (axis), axes, G_N_ELEMENTS (axes));
  jm_choice_field_set_choices (JM_CHOICE_FIELD (language), languages, n_languages);

  jm_page_add_fields (page,
                      jm_text_field_new (_("Title"), JM_ATTR_NONE, JM_KIND_TITLE, TRUE),
                      jm_text_field_new (_("Scenario"), JM_ATTR_NONE, JM_KIND_SCENARIO, TRUE),
                      kind,
                      jm_date_field_new (_("Date")),
                      axis,
                      language,
                      NULL);

  self->personas = jm_item_list_new (JM_KIND_PERSONA, _("Personas"), _("Add Persona"));
  jm_page_add (page, self->personas);
  self->lanes = jm_lane_list_new ();
  jm_page_add (page, self->lanes);
  self->channels = jm_item_list_new (JM_KIND_CHANNEL, _("Channels"), _("Add Channel"));
  jm_page_add (page, self->channels);
}

GtkWidget *
jm_map_page_new (void)
{
  return g_object_new (JM_TYPE_MAP_PAGE, NULL);
}
