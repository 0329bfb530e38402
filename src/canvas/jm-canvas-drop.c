/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dropping things from elsewhere onto a touchpoint: picture files, and text. */
#include "jm-canvas-private.h"
#include "jm-clip.h"

#include "format/jm-picture-file.h"

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
  return self->session != NULL && !self->read_only && !jm_session_in_draft (self->session);
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           JmCanvas      *self)
{
  gboolean takes = can_take (self) && jm_canvas_ensure_scene (self) != NULL &&
                   jm_places_find_touchpoint (self, jm_viewport_to_scene (JM_VIEWPORT (self), jm_point (x, y)).x) != NULL;

  show_target (self, takes, jm_point (x, y));
  return takes ? GDK_ACTION_COPY : 0;
}

static void
leave_cb (GtkDropTarget *target,
          JmCanvas      *self)
{
  show_target (self, FALSE, self->pointer);
}

/* Pictures: read on another thread */

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  JmItem *picture = jm_picture_read_file (task_data, &error);

  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) jm_item_unref);
  else
    g_task_return_error (task, error);
}

/* Where a picture goes. The canvas may show another map by the time it is read. */
typedef struct
{
  JmSession *session;
  char      *touchpoint;
} Destination;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  JmCanvas *self = JM_CANVAS (source);
  Destination *destination = user_data;
  g_autoptr(JmItem) picture = NULL;
  GError *error = NULL;

  picture = g_task_propagate_pointer (G_TASK (result), &error);
  if (picture != NULL)
    jm_command_add_picture (destination->session, destination->touchpoint, picture, &error);
  jm_canvas_emit_error (self, error);

  g_object_unref (destination->session);
  g_free (destination->touchpoint);
  g_free (destination);
}

static void
take_file (JmCanvas   *self,
           GFile      *file,
           const char *touchpoint)
{
  Destination *destination = g_new0 (Destination, 1);
  g_autoptr(GTask) task = NULL;

  destination->session = g_object_ref (self->session);
  destination->touchpoint = g_strdup (touchpoint);
  task = g_task_new (self, NULL, read_cb, destination);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

/* Text: as much as if it were pasted at what stands there, or at the touchpoint. */
static void
take_text (JmCanvas   *self,
           const char *text,
           JmPoint     at,
           const char *touchpoint)
{
  JmHit hit = jm_canvas_pick (self, at);
  gboolean on_item = hit.group != NULL && hit.group->id != NULL && hit.group->role != JM_ROLE_CELL;
  g_autofree char *id = g_strdup (on_item ? hit.group->id : touchpoint);
  GError *error = NULL;

  jm_session_select (self->session, id);
  jm_clip_paste_text (self->session, text, &error);
  jm_canvas_emit_error (self, error);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         JmCanvas      *self)
{
  g_autofree char *touchpoint = NULL;

  show_target (self, FALSE, jm_point (x, y));
  if (!can_take (self) || jm_canvas_ensure_scene (self) == NULL)
    return FALSE;

  touchpoint = g_strdup (jm_places_find_touchpoint (self, jm_viewport_to_scene (JM_VIEWPORT (self), jm_point (x, y)).x));
  if (touchpoint == NULL)
    return FALSE;

  jm_canvas_commit_editing (self);
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
        take_file (self, file->data, touchpoint);
      jm_session_select (self->session, touchpoint);
      return TRUE;
    }
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    {
      take_text (self, g_value_get_string (value), jm_point (x, y), touchpoint);
      return TRUE;
    }

  return FALSE;
}

void
jm_canvas_drop_init (JmCanvas *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
