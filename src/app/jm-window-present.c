/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Presenting: the map alone, on the whole screen, whole or phase by phase, until Escape. */
#include "config.h"

#include "jm-compat.h"
#include "jm-panel-view.h"
#include "jm-window-private.h"

#include "canvas/jm-commands.h"

#include <glib/gi18n.h>

static JmItem *
get_root (JmWindow *self)
{
  return jm_map_get_root (jm_session_get_map (jm_document_get_session (self->document)));
}

static void
show_presented (JmWindow *self)
{
  JmItem *phase = self->presented > 0 ? jm_item_get_nth (get_root (self), JM_KIND_PHASE, self->presented - 1) : NULL;

  if (phase == NULL || jm_window_get_view (self) != JM_VIEW_MAP ||
      !jm_canvas_zoom_to_phase (JM_CANVAS (self->canvas), jm_item_get_id (phase)))
    {
      self->presented = 0;
      jm_viewport_zoom_to_fit (jm_window_get_viewport (self));
    }
  jm_canvas_set_lit_phase (JM_CANVAS (self->canvas), self->presented);
}

/* Goes to the whole map, 0, or to a phase, from 1; those that are not there are left alone. */
static void
present_phase (JmWindow *self,
               int       number)
{
  int n_phases = (int) jm_item_count (get_root (self), JM_KIND_PHASE);

  if (number < 0 || number > n_phases || number == (int) self->presented)
    return;

  self->presented = number;
  jm_toast_dismiss (JM_TOAST (self->toast), self->present_toast);
  show_presented (self);
  if (number > 0)
    jm_compat_announce (GTK_WIDGET (self),
                        jm_item_get_label (jm_item_get_nth (get_root (self), JM_KIND_PHASE, number - 1)));
}

/* The keys of slides, which those in a hand send as well. */
static gboolean
step (JmWindow *self,
      guint     keyval)
{
  JmScene *scene = jm_canvas_get_scene (JM_CANVAS (self->canvas));
  int ahead = scene != NULL && jm_scene_is_rtl (scene) ? -1 : 1;
  int now = (int) self->presented;

  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      present_phase (self, now + ahead);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      present_phase (self, now - ahead);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      present_phase (self, now + 1);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      present_phase (self, now - 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      present_phase (self, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      present_phase (self, (int) jm_item_count (get_root (self), JM_KIND_PHASE));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventController *controller,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                JmWindow           *self)
{
  if (!self->is_presenting)
    return GDK_EVENT_PROPAGATE;
  if ((state & gtk_accelerator_get_default_mod_mask ()) == 0 && jm_window_get_view (self) == JM_VIEW_MAP &&
      step (self, keyval))
    return GDK_EVENT_STOP;
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  jm_window_present_map (self, FALSE);

  return GDK_EVENT_STOP;
}

static gboolean
fit_cb (gpointer user_data)
{
  JmWindow *self = user_data;

  self->fit_idle = 0;
  if (self->is_presenting)
    show_presented (self);
  else if (jm_window_get_view (self) == JM_VIEW_COMPARE)
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

/* Whenever what is presented gets another size, which may be a while after the window did. Whoever zooms keeps it so. */
static void
page_size_cb (JmWindow *self)
{
  if (self->is_presenting)
    jm_window_fit_presented (self);
}

static void
follow_size (JmWindow  *self,
             GtkWidget *viewport)
{
  GtkAdjustment *adjustments[] = {
    gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport)), gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
  };

  for (guint i = 0; i < G_N_ELEMENTS (adjustments); i++)
    g_signal_connect_object (adjustments[i], "notify::page-size", G_CALLBACK (page_size_cb), self, G_CONNECT_SWAPPED);
}

/* What was selected before, as far as it is there still. */
static void
select_again (JmWindow  *self,
              JmSession *session)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_auto(GStrv) selected = NULL;

  for (guint i = 0; self->selected_before != NULL && self->selected_before[i] != NULL; i++)
    {
      if (jm_command_get_kind (session, self->selected_before[i]) != JM_KIND_NONE)
        g_strv_builder_add (ids, self->selected_before[i]);
    }

  selected = g_strv_builder_end (ids);
  jm_session_select_many (session, (const char * const *) selected);
  g_clear_pointer (&self->selected_before, g_strfreev);
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
  JmSession *session = jm_document_get_session (self->document);

  if (presenting == self->is_presenting)
    return;

  if (self->escape == NULL)
    {
      self->escape = gtk_event_controller_key_new ();
      gtk_event_controller_set_propagation_phase (self->escape, GTK_PHASE_CAPTURE);
      g_signal_connect_object (self->escape, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
      gtk_widget_add_controller (GTK_WIDGET (self), self->escape);
      follow_size (self, self->canvas);
      follow_size (self, self->scene_view);
    }

  if (presenting)
    {
      jm_canvas_commit_editing (canvas);
      self->had_inspector = jm_panel_view_get_shown (JM_PANEL_VIEW (self->panel_view));
      self->is_presenting = TRUE;
      self->presented = 0;
      self->zoom_before = jm_viewport_get_zoom (JM_VIEWPORT (canvas));
      jm_viewport_get_corner (JM_VIEWPORT (canvas), &self->corner_before);
      jm_window_set_inspector (self, FALSE);
      g_strfreev (self->selected_before);
      self->selected_before = g_strdupv ((char **) jm_session_get_selection (session));
      jm_session_unselect (session);
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  else
    {
      gtk_window_unfullscreen (GTK_WINDOW (self));
      jm_window_set_inspector (self, self->had_inspector);
      self->is_presenting = FALSE;
      select_again (self, session);
    }

  gtk_widget_set_visible (self->header, !presenting);
  jm_window_views_update (self);
  gtk_widget_set_visible (self->zoom, !presenting);
  jm_canvas_set_read_only (canvas, presenting);
  jm_window_views_set_inset (self, presenting ? 0 : JM_WINDOW_BOTTOM_INSET);
  jm_viewport_set_centered (JM_VIEWPORT (canvas), presenting);
  jm_viewport_set_centered (JM_VIEWPORT (self->scene_view), presenting);
  jm_window_adapt (self);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (presenting));
  jm_window_actions_update (self);
  gtk_widget_grab_focus (GTK_WIDGET (jm_window_get_viewport (self)));

  if (presenting)
    {
      jm_window_fit_presented (self);
      self->present_toast = jm_window_toast (self, _("Arrows go from phase to phase, Escape ends"), FALSE);
    }
  else
    {
      jm_toast_dismiss (JM_TOAST (self->toast), self->present_toast);
      jm_canvas_set_lit_phase (canvas, 0);
      jm_viewport_start_at (JM_VIEWPORT (canvas), self->zoom_before, self->corner_before);
    }
}
