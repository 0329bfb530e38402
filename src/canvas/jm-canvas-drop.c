/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dropping things from elsewhere onto the map: files, text, pictures and items, at a touchpoint, a phase or an empty place. */
#include "jm-canvas-private.h"

/* The touchpoint in whose column it is held, shown with a frame. */
static void
show_target (JmCanvas *self,
             gboolean  inside,
             JmPoint   at)
{
  self->drop_inside = inside;
  self->pointer = at;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
can_take (JmCanvas *self)
{
  return self->session != NULL && !self->read_only && !jm_session_in_draft (self->session) &&
         jm_canvas_ensure_scene (self) != NULL;
}

static GdkDragAction
motion_cb (GtkDropTargetAsync *target,
           GdkDrop            *drop,
           double              x,
           double              y,
           JmCanvas           *self)
{
  gboolean takes = can_take (self);

  show_target (self, takes, jm_point (x, y));
  return takes ? GDK_ACTION_COPY : 0;
}

static void
leave_cb (GtkDropTargetAsync *target,
          GdkDrop            *drop,
          JmCanvas           *self)
{
  show_target (self, FALSE, self->pointer);
}

/* At an item it is as if that were selected. A heading stands for what is in the phase. */
static JmArrivalPlace
find_place (JmCanvas *self,
            JmPoint   at)
{
  JmHit hit = jm_canvas_pick (self, at);
  JmArrivalPlace place = { 0 };
  gboolean on_item = hit.group != NULL && hit.group->id != NULL && jm_role_is_item (hit.group->role);

  place.phase = g_strdup (on_item && hit.group->role == JM_ROLE_PHASE ? hit.group->id
                                                                      : jm_places_find_phase (self, hit.at.x, TRUE));
  if (!on_item || hit.group->role != JM_ROLE_PHASE)
    place.touchpoint = g_strdup (jm_places_find_touchpoint (self, hit.at.x));

  if (on_item && hit.group->role != JM_ROLE_PHASE)
    place.focus = g_strdup (hit.group->id);
  else
    place.focus = g_strdup (place.touchpoint != NULL ? place.touchpoint : place.phase);
  if (!on_item || hit.group->role == JM_ROLE_PHASE)
    place.kind = JM_KIND_TOUCHPOINT;

  return place;
}

static gboolean
drop_cb (GtkDropTargetAsync *target,
         GdkDrop            *drop,
         double              x,
         double              y,
         JmCanvas           *self)
{
  show_target (self, FALSE, jm_point (x, y));
  if (!can_take (self))
    return FALSE;

  jm_canvas_commit_editing (self);
  if (!can_take (self))
    return FALSE;

  jm_canvas_arrive (self, G_OBJECT (drop), find_place (self, jm_point (x, y)), NULL);
  return TRUE;
}

void
jm_canvas_drop_init (JmCanvas *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (jm_canvas_arrival_formats (), GDK_ACTION_COPY);

  g_signal_connect (target, "drag-enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "drag-motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "drag-leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
