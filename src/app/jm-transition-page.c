/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-choice-field.h"
#include "jm-describe.h"
#include "jm-page.h"
#include "jm-text-field.h"

#include "canvas/jm-commands.h"

#include <glib/gi18n.h>

#define JM_TYPE_TRANSITION_PAGE (jm_transition_page_get_type ())
G_DECLARE_FINAL_TYPE (JmTransitionPage, jm_transition_page, JM, TRANSITION_PAGE, JmPage)

struct _JmTransitionPage
{
  JmPage     parent_instance;

  GtkWidget *ends[2];   /* buttons: from and to */
};

G_DEFINE_FINAL_TYPE (JmTransitionPage, jm_transition_page, JM_TYPE_PAGE)

static const JmAttr end_attrs[2] = { JM_ATTR_FROM, JM_ATTR_TO };

static void
jm_transition_page_update (JmPage *page,
                           JmMap  *map,
                           JmItem *item)
{
  JmTransitionPage *self = JM_TRANSITION_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (end_attrs); i++)
    {
      const char *id = jm_item_get (item, end_attrs[i]);
      JmItem *end = id != NULL ? jm_map_find (map, id) : NULL;
      const char *label = end != NULL ? jm_item_get_label (end) : NULL;
      const char *name = label != NULL && *label != '\0' ? label : _("Touchpoint");
      /* Translators: where a transition begins and ends; %s is a touchpoint */
      g_autofree char *words = i == 0 ? g_strdup_printf (_("From %s"), name) : g_strdup_printf (_("To %s"), name);

      gtk_button_set_label (GTK_BUTTON (self->ends[i]), words);
      gtk_widget_set_sensitive (self->ends[i], end != NULL);
    }
}

static void
end_clicked_cb (JmTransitionPage *self,
                GtkWidget        *button)
{
  JmSession *session = jm_page_get_session (JM_PAGE (self));
  JmItem *item = session == NULL ? NULL : jm_map_find (jm_session_get_map (session), jm_page_get_id (JM_PAGE (self)));
  const char *end = item == NULL ? NULL : jm_item_get (item, end_attrs[button == self->ends[1]]);
  g_autofree char *id = g_strdup (end);

  if (id != NULL)
    jm_session_select (session, id);
}

static void
jm_transition_page_class_init (JmTransitionPageClass *klass)
{
  JM_PAGE_CLASS (klass)->update = jm_transition_page_update;
}

static void
jm_transition_page_init (JmTransitionPage *self)
{
  const JmChoice kinds[] = {
    { "", _("Not said") },
    { "device", _("To another device") },
    { "loop", _("A loop back") },
    { "branch", _("A branch") },
    { "feedback", _("Feedback") },
  };
  JmPage *page = JM_PAGE (self);
  GtkWidget *kind = jm_choice_field_new (_("What kind"), JM_ATTR_KIND);
  GtkWidget *text = jm_text_field_new (_("Text at the arrow"), JM_ATTR_NONE, JM_KIND_NONE, TRUE);

  /* Translators: an example of a text at an arrow between touchpoints */
  jm_text_field_set_hint (JM_TEXT_FIELD (text), _("such as From phone to laptop"));
  jm_choice_field_set_choices (JM_CHOICE_FIELD (kind), kinds, G_N_ELEMENTS (kinds));
  jm_page_add_fields (page, text, kind, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->ends); i++)
    {
      self->ends[i] = gtk_button_new_with_label ("");
      gtk_widget_add_css_class (self->ends[i], "item-row");
      jm_describe (self->ends[i], _("Goes to this touchpoint"));
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->ends[i]))), 0);
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->ends[i]))), TRUE);
      g_signal_connect_object (self->ends[i], "clicked", G_CALLBACK (end_clicked_cb), self, G_CONNECT_SWAPPED);
      jm_page_add (page, self->ends[i]);
    }
}

GtkWidget *
jm_transition_page_new (void)
{
  return g_object_new (JM_TYPE_TRANSITION_PAGE, NULL);
}
