/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the overview is seen: when a person wants it, the map is much larger than the window, and there is room beside the
 * tools. */
#include "config.h"

#include "jm-window-private.h"

#include "canvas/jm-overview.h"

#define KEY "show-overview"

/* Around the picture, in pixels; see style.css. */
#define MARGIN 20
/* To where the tools begin. */
#define GAP 4

static gboolean
is_wanted (JmWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "overview");
  g_autoptr(GVariant) state = g_action_get_state (action);

  return g_variant_get_boolean (state);
}

/**
 * jm_window_overview_update:
 * @self: a window
 *
 * Shows or hides the overview, as it is wanted, needed and has room.
 */
void
jm_window_overview_update (JmWindow *self)
{
  gtk_widget_set_visible (self->overview,
                          self->document != NULL && self->overview_fits && is_wanted (self) && !self->is_presenting &&
                          jm_window_get_view (self) == JM_VIEW_MAP && jm_overview_get_needed (JM_OVERVIEW (self->overview)));
}

/**
 * jm_window_overview_fit:
 * @self: a window
 * @room: pixels between the edge of the map and the tools
 *
 * Tells how much room there is.
 */
void
jm_window_overview_fit (JmWindow *self,
                        int       room)
{
  self->overview_fits = room >= JM_OVERVIEW_WIDTH + MARGIN + GAP;
  jm_window_overview_update (self);
}

static void
overview_cb (GSimpleAction *action,
             GVariant      *value,
             gpointer       user_data)
{
  JmWindow *self = user_data;

  g_simple_action_set_state (action, value);
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, KEY, g_variant_get_boolean (value));
  jm_window_overview_update (self);
}

static const GActionEntry entries[] = {
  { "overview", NULL, NULL, "true", overview_cb },
};

/**
 * jm_window_overview_class_init:
 * @widget_class: the class of windows
 *
 * Binds what the template says of the overview.
 */
void
jm_window_overview_class_init (GtkWidgetClass *widget_class)
{
  g_type_ensure (JM_TYPE_OVERVIEW);

  gtk_widget_class_bind_template_child (widget_class, JmWindow, overview);
}

/**
 * jm_window_overview_init:
 * @self: a new window, whose settings are open
 *
 * Gives the window the action that shows and hides the overview.
 */
void
jm_window_overview_init (JmWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (self->settings != NULL && !g_settings_get_boolean (self->settings, KEY))
    g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "overview")),
                               g_variant_new_boolean (FALSE));

  jm_overview_set_canvas (JM_OVERVIEW (self->overview), JM_CANVAS (self->canvas));
  g_signal_connect_object (self->overview, "notify::needed", G_CALLBACK (jm_window_overview_update), self,
                           G_CONNECT_SWAPPED);
}
