/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-page.h"
#include "jm-spoken.h"
#include "jm-switch-field.h"
#include "jm-text-field.h"

#include "model/jm-chain.h"

#include <glib/gi18n.h>

#define JM_TYPE_LANE_PAGE (jm_lane_page_get_type ())
G_DECLARE_FINAL_TYPE (JmLanePage, jm_lane_page, JM, LANE_PAGE, JmPage)

struct _JmLanePage
{
  JmPage     parent_instance;

  GtkWidget *chains;   /* of a lane of measures: what is left from the first to the last, and where most is lost */
};

G_DEFINE_FINAL_TYPE (JmLanePage, jm_lane_page, JM_TYPE_PAGE)

static char *
say_percent (double ratio)
{
  g_autofree char *number = g_strdup_printf ("%.*f", ratio < 0.001 ? 2 : ratio < 0.1 ? 1 : 0, ratio * 100);

  return jm_spoken_number (number);
}

static void
describe_chain (GString       *text,
                const JmChain *chain)
{
  const JmStep *first = NULL, *before = NULL, *last = NULL;
  g_autofree char *total = NULL;

  for (guint i = 0; i < chain->steps->len; i++)
    {
      const JmStep *step = &g_array_index (chain->steps, JmStep, i);

      if (!step->has_value)
        continue;
      if (first == NULL)
        first = step;
      last = step;
    }
  if (!chain->has_total)
    return;

  if (*chain->name != '\0')
    g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n\n" : "", chain->name);
  else if (text->len > 0)
    g_string_append (text, "\n\n");

  total = say_percent (chain->total);
  /* Translators: "0.05 % is left from Impressions to Book again." */
  g_string_append_printf (text, _("%s %% is left from %s to %s."), total, jm_item_get_label (first->measure),
                          jm_item_get_label (last->measure));

  for (guint i = 0; i < chain->steps->len; i++)
    {
      const JmStep *step = &g_array_index (chain->steps, JmStep, i);

      if (step->weakest && before != NULL)
        {
          g_autofree char *share = say_percent (step->ratio);

          g_string_append_c (text, ' ');
          /* Translators: "Most is lost from Visitors to Bookings: 3.5 % go on." */
          g_string_append_printf (text, _("Most is lost from %s to %s: %s %% go on."), jm_item_get_label (before->measure),
                                  jm_item_get_label (step->measure), share);
        }
      if (step->has_value)
        before = step;
    }
}

static void
jm_lane_page_update (JmPage *page,
                     JmMap  *map,
                     JmItem *item)
{
  JmLanePage *self = JM_LANE_PAGE (page);
  g_autoptr(GString) text = g_string_new (NULL);

  if (g_strcmp0 (jm_item_get (item, JM_ATTR_KIND), "measures") == 0)
    {
      g_autoptr(GPtrArray) chains = jm_map_get_chains (map);

      for (guint i = 0; i < chains->len; i++)
        describe_chain (text, g_ptr_array_index (chains, i));
      if (text->len == 0)
        g_string_append (text, _("Measures are made in the properties of a phase. Those that count something form a chain "
                                 "from phase to phase."));
    }

  gtk_label_set_label (GTK_LABEL (self->chains), text->str);
  gtk_widget_set_visible (self->chains, text->len > 0);
}

static void
jm_lane_page_class_init (JmLanePageClass *klass)
{
  JM_PAGE_CLASS (klass)->update = jm_lane_page_update;
}

static void
jm_lane_page_init (JmLanePage *self)
{
  JmPage *page = JM_PAGE (self);

  jm_page_add_fields (page,
                      jm_text_field_new (_("Name"), JM_ATTR_NONE, JM_KIND_TITLE, TRUE),
                      jm_switch_field_new (_("Shown on the map"), JM_ATTR_HIDDEN, TRUE),
                      NULL);

  self->chains = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->chains), 0);
  gtk_label_set_wrap (GTK_LABEL (self->chains), TRUE);
  gtk_widget_add_css_class (self->chains, "summary");
  jm_page_add (page, self->chains);
}

GtkWidget *
jm_lane_page_new (void)
{
  return g_object_new (JM_TYPE_LANE_PAGE, NULL);
}
