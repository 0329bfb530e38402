/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-color-field.h"
#include "jm-item-list.h"
#include "jm-page.h"
#include "jm-spoken.h"
#include "jm-text-field.h"

#include "canvas/jm-commands.h"

#include <glib/gi18n.h>

#define JM_TYPE_PHASE_PAGE (jm_phase_page_get_type ())
G_DECLARE_FINAL_TYPE (JmPhasePage, jm_phase_page, JM, PHASE_PAGE, JmPage)

struct _JmPhasePage
{
  JmPage     parent_instance;

  GtkWidget *touchpoints;
  GtkWidget *measures;
  GtkWidget *start;       /* only where time counts */
  GtkWidget *width;       /* only where someone made the phase wider */
};

G_DEFINE_FINAL_TYPE (JmPhasePage, jm_phase_page, JM_TYPE_PAGE)

static void
jm_phase_page_update (JmPage *page,
                      JmMap  *map,
                      JmItem *item)
{
  JmPhasePage *self = JM_PHASE_PAGE (page);
  const char *kind = jm_item_get (jm_map_get_root (map), JM_ATTR_KIND);
  const char *axis = jm_item_get (jm_map_get_root (map), JM_ATTR_AXIS);

  if (jm_item_get_kind (item) != JM_KIND_PHASE)
    return;

  jm_child_list_show (JM_CHILD_LIST (self->touchpoints), jm_page_get_session (page), item);
  jm_child_list_show (JM_CHILD_LIST (self->measures), jm_page_get_session (page), item);
  gtk_widget_set_visible (self->start, g_strcmp0 (kind, "day-in-the-life") == 0 || g_strcmp0 (axis, "time") == 0 ||
                                       jm_item_get (item, JM_ATTR_START) != NULL);
  gtk_widget_set_visible (self->width, jm_item_get (item, JM_ATTR_WIDTH) != NULL);
}

static void
reset_width_cb (JmPhasePage *self)
{
  JmPage *page = JM_PAGE (self);

  if (jm_page_get_session (page) != NULL)
    jm_command_set (jm_page_get_session (page), jm_page_get_id (page), JM_ATTR_WIDTH, NULL, NULL);
}

static void
jm_phase_page_class_init (JmPhasePageClass *klass)
{
  JM_PAGE_CLASS (klass)->update = jm_phase_page_update;
}

static void
jm_phase_page_init (JmPhasePage *self)
{
  JmPage *page = JM_PAGE (self);
  GtkWidget *duration = jm_text_field_new (_("Duration"), JM_ATTR_DURATION, JM_KIND_NONE, FALSE);

  jm_text_field_set_words (JM_TEXT_FIELD (duration), jm_spoken_duration, jm_spoken_read_duration);
  /* Translators: an example of a duration that can be typed */
  jm_text_field_set_hint (JM_TEXT_FIELD (duration), _("such as 15 min or 1.5 hours"));

  self->start = jm_text_field_new (_("Starts at"), JM_ATTR_START, JM_KIND_NONE, FALSE);
  jm_text_field_set_words (JM_TEXT_FIELD (self->start), jm_spoken_clock, jm_spoken_read_clock);
  /* Translators: an example of a time of the day that can be typed */
  jm_text_field_set_hint (JM_TEXT_FIELD (self->start), _("such as 9:30"));

  jm_page_add_fields (page,
                      jm_text_field_new (_("Title"), JM_ATTR_NONE, JM_KIND_TITLE, TRUE),
                      jm_text_field_new (_("Goal"), JM_ATTR_NONE, JM_KIND_GOAL, TRUE),
                      duration,
                      self->start,
                      jm_color_field_new (_("Color")),
                      NULL);

  self->width = gtk_button_new_with_label (_("As Wide as Its Contents"));
  g_signal_connect_swapped (self->width, "clicked", G_CALLBACK (reset_width_cb), self);
  jm_page_add (page, self->width);

  self->touchpoints = jm_item_list_new (JM_KIND_TOUCHPOINT, _("Touchpoints"), _("Add Touchpoint"));
  jm_page_add (page, self->touchpoints);
  self->measures = jm_item_list_new (JM_KIND_MEASURE, _("Measures"), _("Add Measure"));
  jm_page_add (page, self->measures);
}

GtkWidget *
jm_phase_page_new (void)
{
  return g_object_new (JM_TYPE_PHASE_PAGE, NULL);
}
