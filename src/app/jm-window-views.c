/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which picture of the map the window shows: the map itself, to work on, or one of the others, to look at and go from. */
#include "config.h"

#include "jm-window-private.h"

#include "canvas/jm-commands.h"

#include <glib/gi18n.h>

/* The names on the buttons, short. */
static const char * const names[JM_N_VIEWS] = {
  [JM_VIEW_MAP] = NC_("view", "Map"),
  /* Translators: a picture of the opportunities by effort and impact */
  [JM_VIEW_MATRIX] = NC_("view", "Effort and impact"),
  /* Translators: a picture of what to take up first: pain points by severity, opportunities by votes */
  [JM_VIEW_RANKING] = NC_("view", "What first"),
  [JM_VIEW_CHANNELS] = NC_("view", "Channels"),
  /* Translators: a picture of two maps of one journey, marked with what is different */
  [JM_VIEW_COMPARE] = NC_("view", "Both maps"),
};

/**
 * jm_window_name_view:
 * @view: a picture of a map
 *
 * Returns: (transfer none): what it is called, in the person's language
 */
const char *
jm_window_name_view (JmView view)
{
  g_return_val_if_fail (view < JM_N_VIEWS, NULL);

  return g_dpgettext2 (NULL, "view", names[view]);
}

/**
 * jm_window_get_view:
 * @self: a window
 *
 * Returns: which picture of the map is shown
 */
JmView
jm_window_get_view (JmWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->views)), "view") == 0
    ? jm_scene_view_get_view (JM_SCENE_VIEW (self->scene_view)) : JM_VIEW_MAP;
}

/**
 * jm_window_get_viewport:
 * @self: a window
 *
 * Returns: (transfer none): the widget that shows the picture
 */
JmViewport *
jm_window_get_viewport (JmWindow *self)
{
  return JM_VIEWPORT (jm_window_get_view (self) == JM_VIEW_MAP ? self->canvas : self->scene_view);
}

/**
 * jm_window_views_set_inset:
 * @self: a window
 * @inset: pixels at the lower edge of the pictures that the tools cover
 */
void
jm_window_views_set_inset (JmWindow *self,
                           double    inset)
{
  jm_viewport_set_bottom_inset (JM_VIEWPORT (self->canvas), inset);
  jm_viewport_set_bottom_inset (JM_VIEWPORT (self->scene_view), inset);
}

static gboolean
has_durations (JmItem *root)
{
  guint cursor = 0;
  JmItem *phase;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    if (jm_item_get (phase, JM_ATTR_DURATION) != NULL)
      return TRUE;

  return FALSE;
}

/* It is there where a width may stand for time. */
static void
update_time_toggle (JmWindow *self,
                    JmMap    *map)
{
  JmView view = jm_window_get_view (self);

  gtk_widget_set_visible (self->time_toggle,
                          (view == JM_VIEW_MAP || view == JM_VIEW_COMPARE) && has_durations (jm_map_get_root (map)));
}

/**
 * jm_window_views_update:
 * @self: a window
 *
 * Shows the tools with the map, and with another picture the way back.
 */
void
jm_window_views_update (JmWindow *self)
{
  gboolean is_map = jm_window_get_view (self) == JM_VIEW_MAP;

  GtkWidget *button = gtk_widget_get_first_child (self->view_bar);

  for (JmView view = 0; button != NULL && view < JM_N_VIEWS; view++, button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_visible (button, jm_window_has_view (self, view));
  /* The last child: in which order. */
  gtk_widget_set_visible (gtk_widget_get_last_child (self->view_bar), jm_window_get_view (self) == JM_VIEW_RANKING);
  gtk_widget_set_visible (self->tool_bar, is_map && !self->is_presenting);
  gtk_widget_set_visible (self->view_bar, !is_map && !self->is_presenting);
  if (self->document != NULL)
    update_time_toggle (self, jm_session_get_map (jm_document_get_session (self->document)));
  jm_window_overview_update (self);
}

/**
 * jm_window_has_view:
 * @self: a window with a map
 * @view: a picture of it
 *
 * Returns: whether there is something to see there: both maps only while there are two
 */
gboolean
jm_window_has_view (JmWindow *self,
                    JmView    view)
{
  return view != JM_VIEW_COMPARE || jm_canvas_get_baseline (JM_CANVAS (self->canvas)) != NULL;
}

/**
 * jm_window_set_view:
 * @self: a window with a map
 * @view: which picture of it to show
 */
void
jm_window_set_view (JmWindow *self,
                    JmView    view)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "view");

  if (view == jm_window_get_view (self) || !jm_window_has_view (self, view))
    return;

  jm_canvas_commit_editing (JM_CANVAS (self->canvas));
  if (view != JM_VIEW_MAP)
    jm_scene_view_set_view (JM_SCENE_VIEW (self->scene_view), view);
  gtk_stack_set_visible_child_name (GTK_STACK (self->views), view == JM_VIEW_MAP ? "map" : "view");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (jm_view_get_name (view)));
  jm_window_views_update (self);
  /* What two maps have in common is seen when both are there whole. */
  if (self->is_presenting || view == JM_VIEW_COMPARE)
    jm_window_fit_presented (self);

  /* The label tells of the zoom of what is shown. */
  g_object_notify (G_OBJECT (self->canvas), "zoom");
  gtk_widget_grab_focus (GTK_WIDGET (jm_window_get_viewport (self)));
}

static void
view_cb (GSimpleAction *action,
         GVariant      *value,
         gpointer       user_data)
{
  JmView view;

  if (jm_view_from_name (g_variant_get_string (value, NULL), &view))
    jm_window_set_view (user_data, view);
}

/* The axis belongs to the map, and can be undone like all of it. */
static void
time_cb (GSimpleAction *action,
         GVariant      *value,
         gpointer       user_data)
{
  JmWindow *self = user_data;

  jm_canvas_commit_editing (JM_CANVAS (self->canvas));
  jm_command_set (jm_document_get_session (self->document), NULL, JM_ATTR_AXIS,
                  g_variant_get_boolean (value) ? "time" : NULL, NULL);
}

/* How many touchpoints stand out, in words. */
static char *
say_evidence (JmWindow   *self,
              JmEvidence  evidence)
{
  JmItem *root = jm_map_get_root (jm_session_get_map (jm_document_get_session (self->document)));
  guint at_phase = 0, n = 0, n_all = 0;
  JmItem *phase, *touchpoint;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &at_phase)) != NULL)
    {
      guint at_touchpoint = 0;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &at_touchpoint)) != NULL)
        {
          n += jm_evidence_includes (evidence, touchpoint);
          n_all++;
        }
    }

  /* Translators: of the touchpoints that are, for instance, measured */
  return g_strdup_printf (_("%u of %u touchpoints stand out, the others are faded"), n, n_all);
}

/* A way of looking, not a part of the map: it is neither saved nor undone, but exported as it is seen. */
static void
evidence_cb (GSimpleAction *action,
             GVariant      *value,
             gpointer       user_data)
{
  JmWindow *self = user_data;
  JmEvidence evidence;

  if (!jm_evidence_parse (g_variant_get_string (value, NULL), &evidence))
    return;

  g_simple_action_set_state (action, value);
  jm_canvas_commit_editing (JM_CANVAS (self->canvas));
  jm_canvas_set_evidence (JM_CANVAS (self->canvas), evidence);
  jm_scene_view_set_evidence (JM_SCENE_VIEW (self->scene_view), evidence);
  if (evidence != JM_EVIDENCE_ALL)
    {
      g_autofree char *said = say_evidence (self, evidence);

      jm_window_toast (self, said, FALSE);
    }
}

/* Another way of looking, of the list of what to take up first. */
static void
order_cb (GSimpleAction *action,
          GVariant      *value,
          gpointer       user_data)
{
  JmWindow *self = user_data;
  JmOrder order;

  if (!jm_order_from_name (g_variant_get_string (value, NULL), &order))
    return;

  g_simple_action_set_state (action, value);
  jm_scene_view_set_order (JM_SCENE_VIEW (self->scene_view), order);
}

static void
changed_cb (JmSession *session,
            JmMap     *old_map,
            JmMap     *new_map,
            JmWindow  *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "true-to-time");
  const char *axis = jm_item_get (jm_map_get_root (new_map), JM_ATTR_AXIS);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (g_strcmp0 (axis, "time") == 0));
  update_time_toggle (self, new_map);
}

static void
view_activate_cb (JmWindow   *self,
                  const char *id)
{
  JmSession *session = jm_document_get_session (self->document);

  /* On the wall it is only looked at. */
  if (self->is_presenting)
    return;

  /* A channel is on the map only where it serves: its properties are beside this picture as well. */
  if (jm_command_get_kind (session, id) == JM_KIND_CHANNEL)
    {
      jm_session_select (session, id);
      jm_window_set_inspector (self, TRUE);
    }
  else
    {
      jm_window_go_to (self, id, FALSE);
    }
}

static const GActionEntry entries[] = {
  { "view", NULL, "s", "'map'", view_cb },
  { "true-to-time", NULL, NULL, "false", time_cb },
  { "evidence", NULL, "s", "'all'", evidence_cb },
  { "order", NULL, "s", "'weight'", order_cb },
};

/**
 * jm_window_views_class_init:
 * @widget_class: the class of windows
 *
 * Binds what the template says of the pictures.
 */
void
jm_window_views_class_init (GtkWidgetClass *widget_class)
{
  g_type_ensure (JM_TYPE_SCENE_VIEW);

  gtk_widget_class_bind_template_child (widget_class, JmWindow, time_toggle);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, views);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, scene_view);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, view_bar);
  gtk_widget_class_bind_template_callback (widget_class, view_activate_cb);
}

static GtkWidget *
new_order_button (void)
{
  static const struct { const char *label; JmOrder order; } orders[] = {
    { N_("_Severity and Votes"), JM_ORDER_WEIGHT },
    { N_("_Impact for Effort"), JM_ORDER_GAIN },
    { N_("_Along the Journey"), JM_ORDER_JOURNEY },
  };
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.order::%s", jm_order_get_name (orders[i].order));

      g_menu_append (menu, _(orders[i].label), action);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  /* Translators: in which order a list is shown */
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_("list", "Order"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  /* No tooltip: it would lie over the menu. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("In which order they stand"), -1);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

/**
 * jm_window_views_init:
 * @self: a new window
 *
 * Gives the window its action and the buttons of the pictures.
 */
void
jm_window_views_init (JmWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  for (JmView view = 0; view < JM_N_VIEWS; view++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (jm_window_name_view (view));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.view");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", jm_view_get_name (view));
      gtk_box_append (GTK_BOX (self->view_bar), button);
    }
  gtk_box_append (GTK_BOX (self->view_bar), new_order_button ());
}

/**
 * jm_window_views_set_session:
 * @self: a window with a map
 * @session: its session
 */
void
jm_window_views_set_session (JmWindow  *self,
                             JmSession *session)
{
  jm_scene_view_set_session (JM_SCENE_VIEW (self->scene_view), session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, 0);
  changed_cb (session, NULL, jm_session_get_map (session), self);
}
