/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of an item: by the right button, by the menu key or Shift+F10, and by a finger that stays. What it says is in
 * jm-menu-model.c, what its entries do in jm-canvas-actions.c. */
#include "jm-canvas-private.h"

#include <math.h>

/* What a popover has around its rows, in pixels. */
#define FRAME 16

/* The keyboard was in the menu; what is to be edited has it by now. */
static void
closed_cb (JmCanvas *self)
{
  if (self->editor == NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether a menu is open, to which the keys go. */
gboolean
jm_canvas_menu_is_open (JmCanvas *self)
{
  return self->menu != NULL && gtk_widget_get_visible (self->menu);
}

/* A popover turns over at the edge of the screen but does not slide along it: a menu longer than the room below and the
 * room above begins higher instead, as far up in the window as it must. */
static void
make_room (JmCanvas     *self,
           GdkRectangle *beside)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  double x, y;
  int height;

  /* What is not seen has no size, but what is in it has. */
  gtk_widget_measure (gtk_popover_get_child (GTK_POPOVER (self->menu)), GTK_ORIENTATION_VERTICAL, -1,
                      NULL, &height, NULL, NULL);
  height += FRAME;
  gtk_widget_translate_coordinates (GTK_WIDGET (self), root, beside->x, beside->y + beside->height, &x, &y);
  if (y + height > gtk_widget_get_height (root) && y - beside->height < height)
    {
      beside->y -= (int) MIN (y + height - gtk_widget_get_height (root), y);
      beside->x += beside->width > 1 ? beside->width / 2 : 0;
      beside->width = 1;
    }
}

static void
pop_up (JmCanvas    *self,
        const JmHit *hit,
        JmRect       beside)
{
  g_autoptr(GMenuModel) model = jm_canvas_menu_new_model (self, hit);
  GdkRectangle rect = { (int) floor (beside.x), (int) floor (beside.y),
                        MAX ((int) beside.width, 1), MAX ((int) beside.height, 1) };
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
      gtk_widget_set_halign (self->menu, rtl ? GTK_ALIGN_END : GTK_ALIGN_START);
      gtk_widget_set_direction (self->menu, gtk_widget_get_default_direction ());
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }

  self->menu_at = hit->at;
  self->menu_role = hit->group != NULL ? hit->group->role : JM_ROLE_NONE;
  jm_canvas_actions_show_states (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  make_room (self, &rect);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &rect);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
may_open (JmCanvas *self)
{
  return self->session != NULL && !self->read_only && self->gesture == NULL && !self->panning &&
         jm_canvas_ensure_scene (self) != NULL;
}

/* Opens the menu of what is at a place of the widget, which is selected unless it is among what is selected already. */
static void
open_at (JmCanvas *self,
         JmPoint   at)
{
  JmHit hit;

  jm_canvas_commit_editing (self);
  jm_canvas_link_cancel (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  hit = jm_canvas_pick (self, at);
  if (hit.group == NULL || hit.group->id == NULL || hit.group->role == JM_ROLE_CELL)
    jm_session_unselect (self->session);
  else if (!jm_session_is_selected (self->session, hit.group->id))
    jm_session_select (self->session, hit.group->id);

  pop_up (self, &hit, jm_rect (at.x, at.y, 1, 1));
}

/* Opens the menu of what has the focus, below it; of the map when nothing has. */
void
jm_canvas_menu_open (JmCanvas *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  JmRect rect = { width / 2, height / 3, 1, 1 };
  JmHit hit = { NULL };
  const char *focus;

  if (!may_open (self))
    return;

  focus = jm_session_get_focus (self->session);
  if (focus != NULL)
    {
      hit.group = jm_scene_find (self->scene, focus, jm_role_of_kind (jm_command_get_kind (self->session, focus)),
                                 &hit.origin);
      if (hit.group != NULL)
        rect = jm_canvas_place (self, hit.group->role,
                                jm_rect_offset (hit.group->box, hit.origin.x, hit.origin.y));
    }

  hit.at = jm_viewport_to_scene (JM_VIEWPORT (self), jm_point (rect.x + rect.width / 2, rect.y + rect.height / 2));
  rect = jm_rect (CLAMP (rect.x, 0, width - 1), CLAMP (rect.y, 0, height - 1),
                  MIN (rect.width, width), MIN (rect.height, height - CLAMP (rect.y, 0, height - 1)));
  pop_up (self, &hit, rect);
}

static void
pressed_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            JmCanvas        *self)
{
  GdkEvent *event = gtk_gesture_get_last_event (GTK_GESTURE (click), NULL);

  if (event == NULL || !gdk_event_triggers_context_menu (event))
    return;

  /* In a text that is being edited the menu is the text's. */
  if (!may_open (self) || jm_canvas_is_in_editor (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (self, jm_point (x, y));
}

static void
held_cb (GtkGestureLongPress *press,
         double               x,
         double               y,
         JmCanvas            *self)
{
  if (self->gave_way || !may_open (self) || jm_canvas_is_in_editor (self, x, y))
    return;

  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (self, jm_point (x, y));
}

void
jm_canvas_menu_init (JmCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (held_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/* At each allocation: a popover asks for its place anew. */
void
jm_canvas_menu_place (JmCanvas *self)
{
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}
