/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-describe.h"
#include "jm-number-field.h"
#include "jm-page.h"
#include "jm-text-field.h"

#include "canvas/jm-commands.h"

#include <glib/gi18n.h>

#define JM_TYPE_OPPORTUNITY_PAGE (jm_opportunity_page_get_type ())
G_DECLARE_FINAL_TYPE (JmOpportunityPage, jm_opportunity_page, JM, OPPORTUNITY_PAGE, JmPage)

struct _JmOpportunityPage
{
  JmPage     parent_instance;

  GtkWidget *heading;
  GtkWidget *pains;        /* one check button a pain point of the same touchpoint, and those resolved elsewhere */
  GtkWidget *expander;     /* all others, once it is open */
  GtkWidget *others;
  gboolean   updating;
  gboolean   toggling;
};

G_DEFINE_FINAL_TYPE (JmOpportunityPage, jm_opportunity_page, JM_TYPE_PAGE)

static void
toggled_cb (JmOpportunityPage *self,
            GtkCheckButton    *button)
{
  JmSession *session = jm_page_get_session (JM_PAGE (self));
  const char *id = jm_page_get_id (JM_PAGE (self));
  const char *pain_id = g_object_get_data (G_OBJECT (button), "jm-item-id");
  g_autoptr(GString) resolves = g_string_new (NULL);
  g_auto(GStrv) ids = NULL;
  const char *present;
  JmItem *item;

  item = session == NULL ? NULL : jm_map_find (jm_session_get_map (session), id);
  if (self->updating || item == NULL)
    return;

  /* What is resolved besides stays, in its order. */
  present = jm_item_get (item, JM_ATTR_RESOLVES);
  ids = g_strsplit_set (present != NULL ? present : "", " \t\r\n", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (*ids[i] != '\0' && g_strcmp0 (ids[i], pain_id) != 0)
        g_string_append_printf (resolves, "%s%s", resolves->len > 0 ? " " : "", ids[i]);
    }
  if (gtk_check_button_get_active (button))
    g_string_append_printf (resolves, "%s%s", resolves->len > 0 ? " " : "", pain_id);

  /* The box that was ticked must not be taken away from under the pointer. */
  self->toggling = TRUE;
  jm_command_set (session, id, JM_ATTR_RESOLVES, resolves->len > 0 ? resolves->str : NULL, NULL);
  self->toggling = FALSE;
}

/* More than this nobody looks through. */
#define MOST_OTHERS 200

static void
add_pain (JmOpportunityPage *self,
          GtkWidget         *box,
          JmItem            *pain,
          gboolean           resolved)
{
  GtkWidget *button = gtk_check_button_new_with_label (jm_item_get_label (pain));
  GtkWidget *label = gtk_widget_get_last_child (button);

  if (GTK_IS_LABEL (label))
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), resolved);
  g_object_set_data_full (G_OBJECT (button), "jm-item-id", g_strdup (jm_item_get_id (pain)), g_free);
  jm_describe (button, _("Whether this opportunity takes the pain away"));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* The pain points of the rest of the map that it does not resolve. Returns whether there are any; they are shown only
 * when someone wants to see them. */
static gboolean
show_others (JmOpportunityPage *self,
             JmMap             *map,
             JmItem            *opportunity,
             JmItem            *own_touchpoint)
{
  gboolean shown = gtk_expander_get_expanded (GTK_EXPANDER (self->expander));
  JmItem *root = jm_map_get_root (map);
  JmItem *phase, *touchpoint, *pain;
  guint cursor = 0, n = 0;

  empty (self->others);
  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      guint inner = 0;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &inner)) != NULL)
        {
          guint innermost = 0;

          if (touchpoint == own_touchpoint)
            continue;
          while ((pain = jm_item_next (touchpoint, JM_KIND_PAIN_POINT, &innermost)) != NULL)
            {
              if (jm_item_refers_to (opportunity, JM_ATTR_RESOLVES, jm_item_get_id (pain)))
                continue;
              if (!shown || n == MOST_OTHERS)
                return TRUE;
              add_pain (self, self->others, pain, FALSE);
              n++;
            }
        }
    }

  return n > 0;
}

static void
expanded_cb (JmOpportunityPage *self)
{
  jm_page_refresh (JM_PAGE (self));
}

static void
jm_opportunity_page_update (JmPage *page,
                            JmMap  *map,
                            JmItem *item)
{
  JmOpportunityPage *self = JM_OPPORTUNITY_PAGE (page);
  const char *present = jm_item_get (item, JM_ATTR_RESOLVES);
  g_auto(GStrv) ids = g_strsplit_set (present != NULL ? present : "", " \t\r\n", -1);
  JmPlace place = { NULL };
  JmItem *pain;
  guint cursor = 0;

  if (self->toggling)
    return;

  self->updating = TRUE;
  empty (self->pains);

  if (jm_map_locate (map, jm_item_get_id (item), &place) && place.touchpoint != NULL)
    {
      while ((pain = jm_item_next (place.touchpoint, JM_KIND_PAIN_POINT, &cursor)) != NULL)
        add_pain (self, self->pains, pain, jm_item_refers_to (item, JM_ATTR_RESOLVES, jm_item_get_id (pain)));
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      JmPlace elsewhere;

      if (*ids[i] != '\0' && jm_map_locate (map, ids[i], &elsewhere) &&
          jm_item_get_kind (elsewhere.item) == JM_KIND_PAIN_POINT && elsewhere.touchpoint != place.touchpoint)
        add_pain (self, self->pains, elsewhere.item, TRUE);
    }
  gtk_widget_set_visible (self->expander, show_others (self, map, item, place.touchpoint));
  gtk_widget_set_visible (self->heading, gtk_widget_get_visible (self->expander) ||
                                         gtk_widget_get_first_child (self->pains) != NULL);
  self->updating = FALSE;
}

static void
jm_opportunity_page_class_init (JmOpportunityPageClass *klass)
{
  JM_PAGE_CLASS (klass)->update = jm_opportunity_page_update;
}

static void
jm_opportunity_page_init (JmOpportunityPage *self)
{
  JmPage *page = JM_PAGE (self);

  jm_page_add_fields (page,
                      jm_text_field_new (_("What could be done"), JM_ATTR_NONE, JM_KIND_NONE, TRUE),
                      jm_number_field_new (_("Votes"), JM_ATTR_VOTES, 0, 9999, FALSE),
                      jm_text_field_new (_("Owner"), JM_ATTR_OWNER, JM_KIND_NONE, FALSE),
                      jm_number_field_new (_("Effort, 1 to 3"), JM_ATTR_EFFORT, 1, 3, TRUE),
                      jm_number_field_new (_("Impact, 1 to 3"), JM_ATTR_IMPACT, 1, 3, TRUE),
                      NULL);

  self->heading = gtk_label_new (_("Resolves"));
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "section");
  jm_page_add (page, self->heading);
  self->pains = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  jm_page_add (page, self->pains);

  self->expander = gtk_expander_new (_("Pain points elsewhere"));
  /* GTK 4.8 does not read an expander by its label. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pain points elsewhere"), -1);
  jm_describe (self->expander, _("Those of the other touchpoints"));
  self->others = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->others);
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  jm_page_add (page, self->expander);
}

GtkWidget *
jm_opportunity_page_new (void)
{
  return g_object_new (JM_TYPE_OPPORTUNITY_PAGE, NULL);
}
