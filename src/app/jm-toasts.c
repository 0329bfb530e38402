/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says in passing: one message at a time, the newest.
 *
 * In libadwaita 1.2 a toast that goes while it is still sliding in takes the data of that movement with it, and the
 * movement ends in memory that was given back. So a toast is let go, by whatever asks for it, only when it is in: until then
 * neither the pointer nor the keyboard reaches its buttons. */
#include "app/jm-toasts.h"

/* Microseconds. The longest that a toast slides in is half a second, when it takes the place of another. */
#define SLIDE (600 * G_TIME_SPAN_MILLISECOND)

struct _JmToasts
{
  GObject parent_instance;

  AdwToastOverlay *overlay; /* weak */
  AdwToast        *current;
  AdwToast        *next;    /* shown when the current one is gone */
  GtkWidget       *widget;  /* weak: what shows the current one */
  gint64           since;   /* the time of the frame in which it began to slide in, in microseconds */
  guint            tick_id; /* 0 when it is in */
  gboolean         unwanted;
};

G_DEFINE_FINAL_TYPE (JmToasts, jm_toasts, G_TYPE_OBJECT)

static void add (JmToasts *self,
                 AdwToast *toast);

static void
dismissed_cb (JmToasts *self)
{
  g_autoptr(AdwToast) next = g_steal_pointer (&self->next);

  g_signal_handlers_disconnect_by_func (self->current, dismissed_cb, self);
  g_clear_object (&self->current);
  g_clear_weak_pointer (&self->widget);
  if (next != NULL && self->overlay != NULL)
    add (self, next);
}

static void
slid_in (JmToasts *self)
{
  self->tick_id = 0;
  if (self->widget != NULL)
    {
      gtk_widget_set_can_target (self->widget, TRUE);
      gtk_widget_set_can_focus (self->widget, TRUE);
    }
  if (self->unwanted && self->current != NULL)
    adw_toast_dismiss (self->current);
}

/* Counted in the frames that the movement is counted in: when the machine is busy, both are late. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  JmToasts *self = user_data;

  if (gdk_frame_clock_get_frame_time (clock) - self->since < SLIDE)
    return G_SOURCE_CONTINUE;
  slid_in (self);

  return G_SOURCE_REMOVE;
}

/* Out of sight, nothing slides. */
static void
unmap_cb (JmToasts *self)
{
  if (self->tick_id == 0)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self->overlay), self->tick_id);
  slid_in (self);
}

static void
add (JmToasts *self,
     AdwToast *toast)
{
  GtkWidget *overlay = GTK_WIDGET (self->overlay);

  self->current = g_object_ref (toast);
  self->unwanted = FALSE;
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (toast));
  /* After the overlay's own, so that it is done with the toast. */
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (dismissed_cb), self);
  g_set_weak_pointer (&self->widget, gtk_widget_get_last_child (overlay));
  if (!gtk_widget_get_mapped (overlay))
    return;
  gtk_widget_set_can_target (self->widget, FALSE);
  gtk_widget_set_can_focus (self->widget, FALSE);
  self->since = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (overlay));
  self->tick_id = gtk_widget_add_tick_callback (overlay, tick_cb, self, NULL);
}

static gboolean
key_pressed_cb (JmToasts *self,
                guint     keyval)
{
  if (keyval != GDK_KEY_Escape || self->current == NULL || self->tick_id == 0)
    return GDK_EVENT_PROPAGATE;
  self->unwanted = TRUE;

  return GDK_EVENT_STOP;
}

/**
 * jm_toasts_new:
 * @overlay: the overlay of a window, with its child; no one else adds toasts to it
 *
 * Returns: (transfer full): what shows messages there
 */
JmToasts *
jm_toasts_new (AdwToastOverlay *overlay)
{
  JmToasts *self;
  GtkEventController *keys;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);
  g_return_val_if_fail (adw_toast_overlay_get_child (overlay) != NULL, NULL);

  self = g_object_new (JM_TYPE_TOASTS, NULL);
  g_set_weak_pointer (&self->overlay, overlay);
  g_signal_connect_object (overlay, "unmap", G_CALLBACK (unmap_cb), self, G_CONNECT_SWAPPED);

  /* Escape lets a toast go as well, when nothing below wants it: asked before the overlay is. */
  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (adw_toast_overlay_get_child (overlay), keys);

  return self;
}

/**
 * jm_toasts_show:
 * @self: the messages of a window
 * @toast: (transfer full): a message
 *
 * Says something in passing, in place of what is being said: a queue would tell things when they are long past.
 */
void
jm_toasts_show (JmToasts *self,
                AdwToast *toast)
{
  g_return_if_fail (JM_IS_TOASTS (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  if (self->current == NULL)
    {
      add (self, toast);
      g_object_unref (toast);
    }
  else
    {
      g_set_object (&self->next, toast);
      g_object_unref (toast);
      jm_toasts_dismiss (self, self->current);
    }
}

/**
 * jm_toasts_dismiss:
 * @self: the messages of a window
 * @toast: (nullable): a message that was shown with [method@Toasts.show]
 *
 * Takes a message back, at once or as soon as it is all there. Does nothing about one that is gone.
 */
void
jm_toasts_dismiss (JmToasts *self,
                   AdwToast *toast)
{
  g_return_if_fail (JM_IS_TOASTS (self));

  if (toast == NULL)
    return;
  if (toast == self->next)
    g_clear_object (&self->next);
  else if (toast == self->current && self->tick_id != 0)
    self->unwanted = TRUE;
  else if (toast == self->current)
    adw_toast_dismiss (toast);
}

static void
jm_toasts_dispose (GObject *object)
{
  JmToasts *self = JM_TOASTS (object);

  if (self->current != NULL)
    g_signal_handlers_disconnect_by_func (self->current, dismissed_cb, self);
  if (self->overlay != NULL && self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->overlay), self->tick_id);
  self->tick_id = 0;
  g_clear_object (&self->current);
  g_clear_object (&self->next);
  g_clear_weak_pointer (&self->widget);
  g_clear_weak_pointer (&self->overlay);

  G_OBJECT_CLASS (jm_toasts_parent_class)->dispose (object);
}

static void
jm_toasts_class_init (JmToastsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jm_toasts_dispose;
}

static void
jm_toasts_init (JmToasts *self)
{
}
