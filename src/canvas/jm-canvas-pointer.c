/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mouse, pen and finger: what they are over, panning, zooming, and handing clicks and drags to the tool in hand. */
#include "jm-canvas-private.h"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

/* How much farther a finger reaches. */
#define FINGER_REACH    1.75
/* Pixels. */
#define DRAG_THRESHOLD  5
#define FINGER_THRESHOLD 10  /* a fingertip rolls */
#define TAP_REACH       36   /* two taps this near each other are one double tap */
#define EDGE            36
#define EDGE_SPEED      900   /* a second, at the very edge */

/* The scene changes: what was under the pointer may be no more. */
void
jm_canvas_pointer_forget (JmCanvas *self)
{
  g_clear_pointer (&self->hover_id, g_free);
  self->hover_role = JM_ROLE_NONE;
}

void
jm_canvas_update_cursor (JmCanvas *self)
{
  const char *name = NULL;

  if (self->panning)
    name = "grabbing";
  else if (self->space_held)
    name = "grab";
  else if (self->gesture != NULL)
    name = self->tool == JM_TOOL_SELECT ? "grabbing" : jm_tool_get_class (self->tool)->cursor;
  else if (self->tool != JM_TOOL_SELECT)
    name = jm_tool_get_class (self->tool)->cursor;
  else if (jm_canvas_pick_plus (self, self->pointer) != 0 || jm_canvas_link_is_handle (self, self->pointer))
    name = "pointer";
  else if (self->hover_edge)
    name = "col-resize";
  else if (self->hover_role == JM_ROLE_EMOTION)
    name = "ns-resize";

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

/* How near what is small must be pressed, in pixels: a fingertip is larger than a pointer. */
double
jm_canvas_pointer_get_reach (JmCanvas *self,
                             double    pixels)
{
  return self->by_finger ? pixels * FINGER_REACH : pixels;
}

static void
update_hover (JmCanvas *self)
{
  JmHit hit = { NULL };
  gboolean is_item;

  if (self->session != NULL && self->pointer_inside && !self->read_only && self->gesture == NULL && !self->panning)
    hit = jm_canvas_pick (self, self->pointer);

  is_item = hit.group != NULL && hit.group->id != NULL && jm_role_is_item (hit.group->role);
  self->hover_edge = is_item && self->tool == JM_TOOL_SELECT && jm_gesture_width_is_edge (self, &hit);
  if (!is_item && self->hover_id == NULL)
    return;
  if (is_item && self->hover_role == hit.group->role && g_strcmp0 (self->hover_id, hit.group->id) == 0)
    return;

  g_free (self->hover_id);
  self->hover_id = is_item ? g_strdup (hit.group->id) : NULL;
  self->hover_role = is_item ? hit.group->role : JM_ROLE_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           JmCanvas                 *self)
{
  self->pointer = jm_point (x, y);
  self->pointer_inside = TRUE;
  if (!gtk_gesture_is_active (self->drag))
    self->by_finger = FALSE;
  update_hover (self);
  jm_canvas_update_cursor (self);

  /* The column that a tool would work on is shown. */
  if (jm_tool_get_class (self->tool)->makes != JM_KIND_NONE)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerMotion *controller,
          JmCanvas                 *self)
{
  self->pointer_inside = FALSE;
  update_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GdkModifierType
get_state (JmCanvas *self)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (self->drag));
}

/* Gestures */

static void end_gesture (JmCanvas *self,
                         gboolean  commit);

/* Whether the draft of the gesture is there no more, because an undo came or the file was read anew. */
static gboolean
has_lost_draft (JmCanvas *self)
{
  return !self->gesture->klass->only_selects && !jm_session_in_draft (self->session);
}

static void
update_gesture (JmCanvas *self)
{
  GdkModifierType state = self->drag_state;

  if (has_lost_draft (self))
    {
      end_gesture (self, FALSE);
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->gesture->klass->update (self->gesture, self->pointer,
                                (state & GDK_ALT_MASK) != 0, (state & GDK_SHIFT_MASK) != 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
get_edge_speed (double at,
                double length)
{
  if (at < EDGE)
    return -MIN ((EDGE - at) / EDGE, 1) * EDGE_SPEED;
  if (at > length - EDGE)
    return MIN ((at - length + EDGE) / EDGE, 1) * EDGE_SPEED;

  return 0;
}

/* Near an edge of the view a gesture scrolls it. */
static gboolean
autoscroll_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  JmCanvas *self = JM_CANVAS (widget);
  double fps = gdk_frame_clock_get_fps (clock);
  double frame = fps > 1 ? 1 / fps : 1 / 60.0;
  double dx = get_edge_speed (self->pointer.x, gtk_widget_get_width (widget)) * frame;
  double dy = get_edge_speed (self->pointer.y, gtk_widget_get_height (widget)) * frame;

  if (self->gesture == NULL)
    {
      self->autoscroll = 0;
      return G_SOURCE_REMOVE;
    }

  if (dx != 0 || dy != 0)
    {
      jm_viewport_scroll_by (JM_VIEWPORT (self), dx, dy);
      update_gesture (self);
    }

  return self->autoscroll != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
end_gesture (JmCanvas *self,
             gboolean  commit)
{
  gboolean lost = self->gesture != NULL && has_lost_draft (self);
  JmGesture *gesture = g_steal_pointer (&self->gesture);

  if (gesture == NULL)
    return;

  if (self->autoscroll != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->autoscroll);
      self->autoscroll = 0;
    }
  if (lost)
    jm_canvas_emit_message (self, _("The map changed meanwhile."), FALSE);
  else if (commit)
    gesture->klass->commit (gesture);
  else
    gesture->klass->cancel (gesture);
  gesture->klass->free (gesture);

  jm_canvas_update_cursor (self);
  jm_viewport_queue_layout (JM_VIEWPORT (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Gives up the gesture under way, if there is one. */
gboolean
jm_canvas_pointer_cancel (JmCanvas *self)
{
  gboolean under_way = self->gesture != NULL;

  if (under_way)
    {
      end_gesture (self, FALSE);
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
    }

  return under_way;
}

static void
begin_pan (JmCanvas   *self,
           GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->panning = TRUE;
  jm_viewport_pan_begin (JM_VIEWPORT (self),
                         gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture)));
  jm_canvas_update_cursor (self);
}

static void
pan_to (JmCanvas   *self,
        GtkGesture *gesture,
        double      offset_x,
        double      offset_y)
{
  jm_viewport_pan_to (JM_VIEWPORT (self), offset_x, offset_y,
                      gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture)));
}

/* A hand puts the view where it is to be; a finger throws it. */
static void
end_pan (JmCanvas   *self,
         GtkGesture *gesture,
         gboolean    glides)
{
  self->panning = FALSE;
  jm_viewport_pan_end (JM_VIEWPORT (self), glides,
                       gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture)));
  jm_canvas_update_cursor (self);
}

/* A second finger came: together they zoom and drag the view, whatever the first one was about to do. */
void
jm_canvas_pointer_give_way (JmCanvas *self)
{
  if (self->panning)
    end_pan (self, self->drag, FALSE);
  end_gesture (self, FALSE);
  self->gave_way = TRUE;
}

/* Whether a finger drags the view: where there is nothing to be moved, and nothing to be drawn. */
static gboolean
finger_pans (JmCanvas    *self,
             const JmHit *hit)
{
  gboolean on_page = hit->group == NULL || !jm_role_is_item (hit->group->role);

  if (!self->by_finger || self->pressed_link)
    return FALSE;
  if (self->read_only || self->space_held)
    return TRUE;

  return self->tool == JM_TOOL_SELECT ? on_page : jm_tool_get_class (self->tool)->drag == NULL;
}

static void
begin_gesture (JmCanvas *self)
{
  const JmToolClass *tool = jm_tool_get_class (self->tool);
  JmHit hit = jm_canvas_pick (self, self->press);

  if (finger_pans (self, &hit))
    {
      begin_pan (self, self->drag);
      return;
    }
  if (tool->drag == NULL || self->pressed_plus != 0)
    return;

  self->gesture = self->pressed_link ? jm_gesture_link_new (self) : tool->drag (self, &hit);
  if (self->gesture == NULL)
    return;

  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
  g_clear_pointer (&self->hover_id, g_free);
  self->autoscroll = gtk_widget_add_tick_callback (GTK_WIDGET (self), autoscroll_cb, NULL, NULL);
  jm_canvas_update_cursor (self);
}

/* Whether a place of the widget is in the text that is being edited. */
gboolean
jm_canvas_is_in_editor (JmCanvas *self,
                        double    x,
                        double    y)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return self->editor != NULL && gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT) != widget;
}

/* Pressing an item selects it, so that it can be dragged in one go. */
static void
press_item (JmCanvas *self)
{
  JmHit hit = jm_canvas_pick (self, self->press);
  GdkModifierType state = get_state (self);

  if (self->tool != JM_TOOL_SELECT || hit.group == NULL || hit.group->id == NULL || hit.group->role == JM_ROLE_CELL)
    return;

  if (jm_session_is_selected (self->session, hit.group->id))
    self->pressed_selected = jm_session_get_selection (self->session)[1] == NULL;
  else if (!(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    jm_session_select (self->session, hit.group->id);
}

static gboolean
is_finger (GtkGesture *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, gtk_gesture_get_last_updated_sequence (gesture));

  return event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN;
}

static void
drag_begin_cb (GtkGestureDrag *drag,
               double          x,
               double          y,
               JmCanvas       *self)
{
  if (self->session == NULL || jm_canvas_is_in_editor (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  jm_canvas_commit_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->press = jm_point (x, y);
  self->pointer = self->press;
  self->by_finger = is_finger (GTK_GESTURE (drag));
  self->gave_way = FALSE;
  self->caught = jm_viewport_pan_stop (JM_VIEWPORT (self));
  self->pressed_plus = 0;
  self->pressed_link = FALSE;
  self->pressed_selected = FALSE;

  if (self->space_held || self->read_only)
    {
      /* One finger may be the first of two. */
      if (!self->by_finger)
        begin_pan (self, GTK_GESTURE (drag));
      return;
    }

  self->pressed_plus = jm_canvas_pick_plus (self, self->press);
  self->pressed_link = self->pressed_plus == 0 && jm_canvas_link_is_handle (self, self->press);
  if (self->pressed_plus == 0 && !self->pressed_link)
    press_item (self);
}

static double
get_threshold (JmCanvas *self)
{
  return self->by_finger ? FINGER_THRESHOLD : DRAG_THRESHOLD;
}

static void
drag_update_cb (GtkGestureDrag *drag,
                double          offset_x,
                double          offset_y,
                JmCanvas       *self)
{
  if (self->gave_way)
    return;
  if (self->panning)
    {
      pan_to (self, GTK_GESTURE (drag), offset_x, offset_y);
      return;
    }

  self->pointer = jm_point (self->press.x + offset_x, self->press.y + offset_y);
  self->drag_state = get_state (self);
  if (self->gesture == NULL && hypot (offset_x, offset_y) >= get_threshold (self))
    begin_gesture (self);
  if (self->gesture != NULL)
    update_gesture (self);
}

static void
click_plus (JmCanvas *self)
{
  const char *id = jm_command_get_touchpoint (self->session);
  JmPlace place;

  if (id != NULL && jm_map_locate (jm_session_get_map (self->session), id, &place) && place.phase != NULL)
    jm_canvas_make_and_edit (self, JM_KIND_TOUCHPOINT, jm_item_get_id (place.phase),
                             (int) place.position + (self->pressed_plus > 0 ? 1 : 0), NULL);
}

/* How often a finger tapped here just now. GTK counts as well, but wants a finger to hit the same pixels again. */
static int
count_taps (JmCanvas *self,
            guint32   time)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  int pause;

  g_object_get (settings, "gtk-double-click-time", &pause, NULL);
  if (self->n_taps > 0 && time - self->tap_time <= (guint32) pause &&
      hypot (self->press.x - self->tap.x, self->press.y - self->tap.y) <= TAP_REACH)
    self->n_taps++;
  else
    self->n_taps = 1;
  self->tap = self->press;
  self->tap_time = time;

  return self->n_taps;
}

static void
drag_end_cb (GtkGestureDrag *drag,
             double          offset_x,
             double          offset_y,
             JmCanvas       *self)
{
  const JmToolClass *tool = jm_tool_get_class (self->tool);
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (drag));

  /* A second finger ends what the first one did as lifting it would. */
  if (event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN)
    jm_canvas_pointer_give_way (self);

  if (self->panning)
    {
      end_pan (self, GTK_GESTURE (drag), self->by_finger);
      return;
    }
  if (self->gesture != NULL)
    {
      end_gesture (self, TRUE);
      return;
    }
  if (self->session == NULL || self->read_only || self->space_held || self->gave_way || self->caught ||
      hypot (offset_x, offset_y) >= get_threshold (self) ||
      gtk_gesture_get_sequence_state (GTK_GESTURE (drag),
                                      gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (drag))) ==
        GTK_EVENT_SEQUENCE_DENIED)
    return;

  if (self->pressed_plus != 0)
    {
      click_plus (self);
    }
  else if (self->pressed_link)
    {
      jm_canvas_link_begin (self);
    }
  else
    {
      JmHit hit = jm_canvas_pick (self, self->press);

      if (self->by_finger)
        self->n_press = count_taps (self, gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (drag)));
      tool->click (self, tool, &hit, get_state (self), self->n_press);
    }
}

static void
drag_cancel_cb (GtkGesture       *drag,
                GdkEventSequence *sequence,
                JmCanvas         *self)
{
  if (self->panning)
    end_pan (self, drag, FALSE);
  end_gesture (self, FALSE);
}

static void
pressed_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            JmCanvas        *self)
{
  self->n_press = n_press;
}

static void
pan_begin_cb (GtkGestureDrag *pan,
              double          x,
              double          y,
              JmCanvas       *self)
{
  begin_pan (self, GTK_GESTURE (pan));
}

static void
pan_update_cb (GtkGestureDrag *pan,
               double          offset_x,
               double          offset_y,
               JmCanvas       *self)
{
  if (self->panning)
    pan_to (self, GTK_GESTURE (pan), offset_x, offset_y);
}

static void
pan_end_cb (GtkGestureDrag *pan,
            double          offset_x,
            double          offset_y,
            JmCanvas       *self)
{
  end_pan (self, GTK_GESTURE (pan), FALSE);
}

void
jm_canvas_set_space_held (JmCanvas *self,
                          gboolean  held)
{
  if (self->space_held == held)
    return;

  self->space_held = held;
  jm_canvas_update_cursor (self);
}

static void
add_gesture (JmCanvas   *self,
             GtkGesture *gesture)
{
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

void
jm_canvas_pointer_init (JmCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pan = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (self->drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  add_gesture (self, self->drag);
  /* What one finger began, two may go on with. */
  gtk_gesture_group (self->drag, jm_viewport_get_pinch (JM_VIEWPORT (self)));

  /* Counts the clicks; the drag does the rest. */
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  add_gesture (self, click);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), GDK_BUTTON_MIDDLE);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (pan_begin_cb), self);
  g_signal_connect (pan, "drag-update", G_CALLBACK (pan_update_cb), self);
  g_signal_connect (pan, "drag-end", G_CALLBACK (pan_end_cb), self);
  add_gesture (self, pan);

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
