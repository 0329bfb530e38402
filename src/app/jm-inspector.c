/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-inspector.h"

#include "jm-describe.h"
#include "jm-page.h"

#include "canvas/jm-commands.h"
#include "model/jm-names.h"

#include <glib/gi18n.h>

struct _JmInspector
{
  AdwBin      parent_instance;

  JmSession  *session;
  GtkWidget  *heading;
  GtkWidget  *place;
  GtkWidget  *stack;
  GtkWidget  *pages[JM_N_KINDS];  /* made when they are needed first */
  GtkWidget  *selection_page;
  GtkWidget  *buttons;
  GtkWidget  *scrolled;
  gboolean    was_mapped;
  guint       first_idle;         /* the first page is to be filled in */
};

G_DEFINE_FINAL_TYPE (JmInspector, jm_inspector, ADW_TYPE_BIN)

static const struct
{
  JmKind       kind;
  GtkWidget *(* make) (void);
} page_table[] = {
  { JM_KIND_MAP, jm_map_page_new },
  { JM_KIND_PERSONA, jm_persona_page_new },
  { JM_KIND_CHANNEL, jm_channel_page_new },
  { JM_KIND_LANE, jm_lane_page_new },
  { JM_KIND_PHASE, jm_phase_page_new },
  { JM_KIND_TOUCHPOINT, jm_touchpoint_page_new },
  { JM_KIND_EMOTION, jm_emotion_page_new },
  { JM_KIND_PAIN_POINT, jm_pain_point_page_new },
  { JM_KIND_OPPORTUNITY, jm_opportunity_page_new },
  { JM_KIND_THOUGHT, jm_thought_page_new },
  { JM_KIND_NOTE, jm_note_page_new },
  { JM_KIND_MEASURE, jm_measure_page_new },
  { JM_KIND_PICTURE, jm_picture_page_new },
  { JM_KIND_REFERENCE, jm_reference_page_new },
  { JM_KIND_TRANSITION, jm_transition_page_new },
};

static GtkWidget *
get_page (JmInspector *self,
          JmKind       kind)
{
  GtkWidget *(* make) (void) = jm_other_page_new;

  if (self->pages[kind] != NULL)
    return self->pages[kind];

  for (guint i = 0; i < G_N_ELEMENTS (page_table); i++)
    {
      if (page_table[i].kind == kind)
        make = page_table[i].make;
    }

  self->pages[kind] = make ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->pages[kind]);

  return self->pages[kind];
}

/* Where the item is: "Warehouse · 2 of 3". */
static char *
describe_place (JmMap         *map,
                const JmPlace *place)
{
  guint n = place->parent == NULL ? 0 : jm_item_count (place->parent, jm_item_get_kind (place->item));
  g_autofree char *count = NULL;
  const char *where = "";

  /* Translators: the how manieth of how many */
  count = g_strdup_printf (_("%u of %u"), place->position + 1, n);

  switch (jm_item_get_kind (place->item))
    {
    case JM_KIND_MAP:
      {
        guint n_touchpoints = 0, n_phases = 0, cursor = 0;
        g_autofree char *phases = NULL;
        g_autofree char *touchpoints = NULL;
        JmItem *phase;

        while ((phase = jm_item_next (place->item, JM_KIND_PHASE, &cursor)) != NULL)
          {
            n_phases++;
            n_touchpoints += jm_item_count (phase, JM_KIND_TOUCHPOINT);
          }
        phases = g_strdup_printf (ngettext ("%u phase", "%u phases", n_phases), n_phases);
        touchpoints = g_strdup_printf (ngettext ("%u touchpoint", "%u touchpoints", n_touchpoints), n_touchpoints);
        return g_strdup_printf ("%s · %s", phases, touchpoints);
      }

    case JM_KIND_PHASE:
    case JM_KIND_PERSONA:
    case JM_KIND_CHANNEL:
    case JM_KIND_LANE:
      return g_steal_pointer (&count);

    case JM_KIND_EMOTION:
      return g_strdup (place->touchpoint != NULL ? jm_item_get_label (place->touchpoint) : "");

    case JM_KIND_TOUCHPOINT:
      where = place->phase != NULL ? jm_item_get_label (place->phase) : "";
      break;

    default:
      if (place->touchpoint != NULL)
        where = jm_item_get_label (place->touchpoint);
      else if (place->phase != NULL)
        where = jm_item_get_label (place->phase);
      break;
    }

  if (where == NULL || *where == '\0')
    return g_steal_pointer (&count);

  return g_strdup_printf ("%s · %s", where, count);
}

static void
show_item (JmInspector *self,
           const char  *id)
{
  JmMap *map = jm_session_get_map (self->session);
  JmPlace place = { .item = jm_map_get_root (map) };
  g_autofree char *where = NULL;
  GtkWidget *page;

  if (id != NULL && !jm_map_locate (map, id, &place))
    {
      id = NULL;
      place = (JmPlace) { .item = jm_map_get_root (map) };
    }

  page = get_page (self, jm_item_get_kind (place.item));
  jm_page_show (JM_PAGE (page), self->session, id);
  if (gtk_stack_get_visible_child (GTK_STACK (self->stack)) != page)
    {
      gtk_stack_set_visible_child (GTK_STACK (self->stack), page);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
    }

  where = describe_place (map, &place);
  gtk_label_set_label (GTK_LABEL (self->heading), jm_kind_get_display_name (jm_item_get_kind (place.item)));
  gtk_label_set_label (GTK_LABEL (self->place), where);
  gtk_widget_set_visible (self->buttons, id != NULL);
}

static void
show_several (JmInspector *self,
              guint        n)
{
  g_autofree char *heading = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  if (self->selection_page == NULL)
    {
      self->selection_page = jm_selection_page_new ();
      gtk_stack_add_child (GTK_STACK (self->stack), self->selection_page);
    }
  jm_page_show (JM_PAGE (self->selection_page), self->session, NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->selection_page);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_label_set_label (GTK_LABEL (self->place), "");
  gtk_widget_set_visible (self->buttons, TRUE);
}

static void
update (JmInspector *self)
{
  const char * const *selection;
  guint n;

  /* A panel that is not seen need not be right; it is when it is shown. */
  if (self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  selection = jm_session_get_selection (self->session);
  n = selection == NULL ? 0 : g_strv_length ((char **) selection);
  if (n > 1)
    show_several (self, n);
  else
    show_item (self, n == 1 ? selection[0] : NULL);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  jm_inspector_edit (JM_INSPECTOR (widget));
}

static gboolean
first_cb (gpointer user_data)
{
  JmInspector *self = user_data;

  self->first_idle = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* With its window the panel comes a moment after the map: to make, style and measure its fields takes a seventh of the
 * time until something is seen. */
static void
jm_inspector_map (GtkWidget *widget)
{
  JmInspector *self = JM_INSPECTOR (widget);

  GTK_WIDGET_CLASS (jm_inspector_parent_class)->map (widget);

  if (self->was_mapped)
    update (self);
  else
    self->first_idle = g_idle_add (first_cb, self);
  self->was_mapped = TRUE;
}

static void
jm_inspector_dispose (GObject *object)
{
  g_clear_handle_id (&JM_INSPECTOR (object)->first_idle, g_source_remove);
  jm_inspector_set_session (JM_INSPECTOR (object), NULL);

  G_OBJECT_CLASS (jm_inspector_parent_class)->dispose (object);
}

static void
jm_inspector_class_init (JmInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jm_inspector_dispose;
  widget_class->map = jm_inspector_map;
  gtk_widget_class_set_css_name (widget_class, "jm-inspector");
  gtk_widget_class_install_action (widget_class, "inspector.edit", NULL, edit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.focus-canvas", NULL);
}

static void
jm_inspector_init (JmInspector *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button;

  gtk_widget_add_css_class (box, "inspector-content");

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "inspector-heading");
  gtk_box_append (GTK_BOX (box), self->heading);

  self->place = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->place), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->place, "inspector-place");
  gtk_box_append (GTK_BOX (box), self->place);

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_box_append (GTK_BOX (box), self->stack);

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_visible (self->buttons, FALSE);
  gtk_box_set_homogeneous (GTK_BOX (self->buttons), TRUE);
  gtk_widget_add_css_class (self->buttons, "inspector-buttons");
  button = gtk_button_new_with_label (_("Duplicate"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "canvas.duplicate");
  gtk_box_append (GTK_BOX (self->buttons), button);
  button = gtk_button_new_with_label (_("Delete"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "canvas.delete");
  gtk_widget_add_css_class (button, "destructive-text");
  gtk_box_append (GTK_BOX (self->buttons), button);
  jm_describe_menu (self->buttons);
  gtk_box_append (GTK_BOX (box), self->buttons);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), box);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
}

/**
 * jm_inspector_new:
 *
 * Returns: (transfer floating): an inspector without a session
 */
GtkWidget *
jm_inspector_new (void)
{
  return g_object_new (JM_TYPE_INSPECTOR, NULL);
}

/**
 * jm_inspector_set_session:
 * @self: an inspector
 * @session: (nullable): the session that is worked in
 *
 * Shows and edits what is selected in @session, or the map when nothing is. Costs as much as the page has fields,
 * whatever the size of the map, and nothing while the inspector is hidden.
 */
void
jm_inspector_set_session (JmInspector *self,
                          JmSession   *session)
{
  g_return_if_fail (JM_IS_INSPECTOR (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, update, self);

  g_set_object (&self->session, session);

  if (session != NULL)
    {
      g_signal_connect_swapped (session, "changed", G_CALLBACK (update), self);
      g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (update), self);
      update (self);
    }
}

/**
 * jm_inspector_edit:
 * @self: an inspector
 *
 * Puts the caret into the first field of the page that is shown.
 */
void
jm_inspector_edit (JmInspector *self)
{
  GtkWidget *page;

  g_return_if_fail (JM_IS_INSPECTOR (self));

  page = gtk_stack_get_visible_child (GTK_STACK (self->stack));
  if (page != NULL)
    gtk_widget_grab_focus (page);
}
