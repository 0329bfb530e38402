/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Presenting: the map alone, on the whole screen, until Escape. */
#include "config.h"

#include "jm-panel-view.h"
#include "jm-window-private.h"

#include <glib/gi18n.h>

static gboolean
key_pressed_cb (GtkEventController *controller,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                JmWindow           *self)
{
  if (!self->is_presenting || keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  jm_window_present_map (self, FALSE);

  return GDK_EVENT_STOP;
}

static gboolean
fit_cb (gpointer user_data)
{
  JmWindow *self = user_data;

  self->fit_idle = 0;
  if (self->is_presenting || jm_window_get_view (self) == JM_VIEW_COMPARE)
    jm_viewport_zoom_to_fit (jm_window_get_viewport (self));

  return G_SOURCE_REMOVE;
}

/**
 * jm_window_fit_presented:
 * @self: a window that presents, or that shows two maps
 *
 * Shows all of it once the canvas has the size of the screen.
 */
void
jm_window_fit_presented (JmWindow *self)
{
  /* After the frame in which the canvas gets its size. */
  if (self->fit_idle == 0)
    self->fit_idle = g_idle_add_full (G_PRIORITY_LOW, fit_cb, self, NULL);
}

/**
 * jm_window_present_map:
 * @self: a window with a map
 * @presenting: whether to present, or to go back to work
 */
void
jm_window_present_map (JmWindow *self,
                       gboolean  presenting)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "present");
  JmCanvas *canvas = JM_CANVAS (self->canvas);

  if (presenting == self->is_presenting)
    return;

  if (self->escape == NULL)
    {
      self->escape = gtk_event_controller_key_new ();
      gtk_event_controller_set_propagation_phase (self->escape, GTK_PHASE_CAPTURE);
      g_signal_connect_object (self->escape, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
      gtk_widget_add_controller (GTK_WIDGET (self), self->escape);
    }

  if (presenting)
    {
      jm_canvas_commit_editing (canvas);
      self->had_inspector = jm_panel_view_get_shown (JM_PANEL_VIEW (self->panel_view));
      self->is_presenting = TRUE;
      jm_window_set_inspector (self, FALSE);
      jm_session_unselect (jm_document_get_session (self->document));
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  else
    {
      gtk_window_unfullscreen (GTK_WINDOW (self));
      jm_window_set_inspector (self, self->had_inspector);
      self->is_presenting = FALSE;
    }

  gtk_widget_set_visible (self->header, !presenting);
  jm_window_views_update (self);
  gtk_widget_set_visible (self->zoom, !presenting);
  jm_canvas_set_read_only (canvas, presenting);
  jm_window_views_set_inset (self, presenting ? 0 : JM_WINDOW_BOTTOM_INSET);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (presenting));
  gtk_widget_grab_focus (GTK_WIDGET (jm_window_get_viewport (self)));

  if (presenting)
    {
      jm_window_fit_presented (self);
      self->present_toast = jm_window_toast (self, _("Escape ends the presentation"), FALSE);
    }
  else
    {
      jm_toast_dismiss (JM_TOAST (self->toast), self->present_toast);
      jm_viewport_zoom_to_width (JM_VIEWPORT (canvas));
    }
}
