/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-choice-field.h"
#include "jm-page.h"
#include "jm-question.h"
#include "jm-spoken.h"
#include "jm-text-field.h"

#include "canvas/jm-commands.h"
#include "model/jm-chain.h"

#include <glib/gi18n.h>
#include <math.h>

#define JM_TYPE_MEASURE_PAGE (jm_measure_page_get_type ())
G_DECLARE_FINAL_TYPE (JmMeasurePage, jm_measure_page, JM, MEASURE_PAGE, JmPage)

struct _JmMeasurePage
{
  JmPage     parent_instance;

  GtkWidget *chain;
  GtkWidget *share;      /* what is left of the measure before it */
};

G_DEFINE_FINAL_TYPE (JmMeasurePage, jm_measure_page, JM_TYPE_PAGE)

/* The main chain, those that the map names, and none. */
static void
offer_chains (JmMeasurePage *self,
              GPtrArray     *chains)
{
  g_autoptr(GArray) choices = g_array_new (FALSE, FALSE, sizeof (JmChoice));
  /* Translators: the chain of measures that a map has, from the first contact to the goal */
  JmChoice main_chain = { "", _("The map's chain") };
  JmChoice alone = { "none", _("Stands alone") };

  g_array_append_val (choices, main_chain);
  for (guint i = 0; i < chains->len; i++)
    {
      const JmChain *chain = g_ptr_array_index (chains, i);
      JmChoice choice = { chain->name, chain->name };

      if (*chain->name != '\0')
        g_array_append_val (choices, choice);
    }
  g_array_append_val (choices, alone);
  jm_choice_field_set_choices (JM_CHOICE_FIELD (self->chain), &g_array_index (choices, JmChoice, 0), choices->len);
}

static char *
describe_share (GPtrArray *chains,
                JmItem    *measure)
{
  for (guint i = 0; i < chains->len; i++)
    {
      const JmChain *chain = g_ptr_array_index (chains, i);
      const JmStep *before = NULL;

      for (guint j = 0; j < chain->steps->len; j++)
        {
          const JmStep *step = &g_array_index (chain->steps, JmStep, j);

          if (step->measure == measure && step->has_ratio && before != NULL)
            {
              g_autofree char *number = g_strdup_printf ("%.*f", step->ratio < 0.1 ? 1 : 0, step->ratio * 100);
              g_autofree char *percent = jm_spoken_number (number);

              /* Translators: the share that is left: "3.5 % of Visitors"; then the same where most is lost */
              return step->weakest ? g_strdup_printf (_("%s %% of %s: here most is lost"), percent,
                                                      jm_item_get_label (before->measure))
                                   : g_strdup_printf (_("%s %% of %s"), percent, jm_item_get_label (before->measure));
            }
          if (step->has_value)
            before = step;
        }
    }

  return NULL;
}

static void
jm_measure_page_update (JmPage *page,
                        JmMap  *map,
                        JmItem *item)
{
  JmMeasurePage *self = JM_MEASURE_PAGE (page);
  g_autoptr(GPtrArray) chains = jm_map_get_chains (map);
  g_autofree char *share = describe_share (chains, item);

  offer_chains (self, chains);
  gtk_label_set_label (GTK_LABEL (self->share), share != NULL ? share : "");
  gtk_widget_set_visible (self->share, share != NULL);
}

/* A chain of a name of its own */

static void
chain_named_cb (JmMeasurePage *self,
                const char    *response,
                JmQuestion    *dialog)
{
  g_autofree char *name = jm_question_get_name (dialog);
  JmSession *session = jm_page_get_session (JM_PAGE (self));

  if (g_strcmp0 (response, "make") == 0 && *name != '\0' && session != NULL)
    jm_command_set (session, jm_page_get_id (JM_PAGE (self)), JM_ATTR_CHAIN, name, NULL);
}

static void
new_chain_cb (JmMeasurePage *self)
{
  JmQuestion *dialog = jm_question_new (_("New Chain"),
                                        _("Measures of one chain are set against each other from phase to phase."));

  g_signal_connect_object (dialog, "response", G_CALLBACK (chain_named_cb), self, G_CONNECT_SWAPPED);
  jm_question_ask_name (dialog, GTK_WIDGET (self),
                        /* Translators: an example of a chain of measures */
                        _("such as Newsletter"), "make", _("_Make"));
}

static void
jm_measure_page_class_init (JmMeasurePageClass *klass)
{
  JM_PAGE_CLASS (klass)->update = jm_measure_page_update;
}

static GtkWidget *
new_number (const char *label,
            JmAttr      attr)
{
  GtkWidget *field = jm_text_field_new (label, attr, JM_KIND_NONE, FALSE);

  jm_text_field_set_words (JM_TEXT_FIELD (field), jm_spoken_number, jm_spoken_read_number);

  return field;
}

static void
jm_measure_page_init (JmMeasurePage *self)
{
  JmPage *page = JM_PAGE (self);
  GtkWidget *unit = jm_text_field_new (_("Unit"), JM_ATTR_UNIT, JM_KIND_NONE, FALSE);

  /* Translators: examples of a unit */
  jm_text_field_set_hint (JM_TEXT_FIELD (unit), _("such as minutes or %"));
  self->chain = jm_choice_field_new (_("Chain"), JM_ATTR_CHAIN);
  jm_choice_field_set_extra (JM_CHOICE_FIELD (self->chain), _("New chain…"));
  g_signal_connect_object (self->chain, "extra", G_CALLBACK (new_chain_cb), self, G_CONNECT_SWAPPED);

  jm_page_add_fields (page,
                      jm_text_field_new (_("What is measured"), JM_ATTR_NONE, JM_KIND_NONE, TRUE),
                      new_number (_("Value"), JM_ATTR_VALUE),
                      new_number (_("Target"), JM_ATTR_TARGET),
                      unit,
                      self->chain,
                      NULL);

  self->share = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->share), 0);
  gtk_label_set_wrap (GTK_LABEL (self->share), TRUE);
  gtk_widget_add_css_class (self->share, "summary");
  jm_page_add (page, self->share);
}

GtkWidget *
jm_measure_page_new (void)
{
  return g_object_new (JM_TYPE_MEASURE_PAGE, NULL);
}
