/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When things are seen to go to their places: when others make room for what is dragged, and settle after an edit. Never while
 * somebody types, for what is being read must stand still, nor where a gesture moves things itself, nor when a person wants
 * nothing to move. */
#include "jm-canvas-private.h"

static gint64
get_now (JmCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock != NULL ? gdk_frame_clock_get_frame_time (clock) : g_get_monotonic_time ();
}

/* Whether the keyboard is in a text, here or in a panel beside the map. */
static gboolean
is_typing (JmCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return self->editor != NULL || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

static gboolean
may_move (JmCanvas *self)
{
  gboolean animates;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animates, NULL);

  return animates && gtk_widget_get_mapped (GTK_WIDGET (self)) && !is_typing (self) &&
         (self->gesture == NULL || self->gesture->klass->makes_room);
}

/* All is where it is. */
void
jm_canvas_motion_stop (JmCanvas *self)
{
  g_clear_pointer (&self->motion, jm_motion_free);
  if (self->motion_tick != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->motion_tick);
      self->motion_tick = 0;
    }
}

static gboolean
advance_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  JmCanvas *self = JM_CANVAS (widget);

  gtk_widget_queue_draw (widget);
  if (!is_typing (self) && jm_motion_advance (self->motion, gdk_frame_clock_get_frame_time (clock)))
    return G_SOURCE_CONTINUE;

  self->motion_tick = 0;
  g_clear_pointer (&self->motion, jm_motion_free);

  return G_SOURCE_REMOVE;
}

static void
go_on (JmCanvas *self)
{
  if (self->motion != NULL && self->motion_tick == 0)
    self->motion_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), advance_cb, NULL, NULL);
}

/* Another scene is shown from now on; before may be NULL. */
void
jm_canvas_motion_begin (JmCanvas *self,
                        JmScene  *before,
                        JmScene  *after)
{
  JmMotion *motion = NULL;

  if (before != NULL && may_move (self))
    motion = jm_motion_new (before, after, jm_viewport_get_area (JM_VIEWPORT (self), 0), self->motion, get_now (self));

  if (motion == NULL)
    {
      jm_canvas_motion_stop (self);
      return;
    }

  g_clear_pointer (&self->motion, jm_motion_free);
  self->motion = motion;
  go_on (self);
}

/* What was let go of goes to its place from here, the place of its origin in the scene. */
void
jm_canvas_motion_settle (JmCanvas   *self,
                         const char *id,
                         JmRole      role,
                         JmPoint     from)
{
  JmScene *scene = may_move (self) ? jm_canvas_ensure_scene (self) : NULL;
  JmPoint place;
  JmGroup *group = scene != NULL ? jm_scene_find (scene, id, role, &place) : NULL;

  if (group == NULL)
    return;

  jm_motion_come_from (&self->motion, group, place, from, get_now (self));
  go_on (self);
}

/* Where an item is seen at this moment, of which rect in the scene is the place. */
JmRect
jm_canvas_motion_place (JmCanvas *self,
                        JmGroup  *group,
                        JmRect    rect)
{
  if (self->motion != NULL)
    jm_motion_look_up (self->motion, group, &rect.x, &rect.y);

  return jm_canvas_place (self, group->role, rect);
}
