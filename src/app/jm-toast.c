/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says in passing: one message at a time, the newest, at the bottom of what it covers.
 *
 * It looks as libadwaita's toasts do, from the same style. Theirs are not used: in 1.2 a toast that goes while it still
 * slides in takes the data of that movement with it, and the program ends in memory that was given back; and they wait
 * in a queue, so that what was deleted is told of after the five seconds of the message before. */
#include "app/jm-toast.h"

#include <glib/gi18n.h>

/* Milliseconds. */
#define STAY  5000
#define SLIDE 200

struct _JmToast
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *button;
  guint      message; /* the number of the one that is shown; 0 for none */
  guint      last;
  guint      timeout;
};

G_DEFINE_FINAL_TYPE (JmToast, jm_toast, GTK_TYPE_WIDGET)

static gboolean
timeout_cb (gpointer user_data)
{
  JmToast *self = user_data;

  self->timeout = 0;
  jm_toast_clear (self);

  return G_SOURCE_REMOVE;
}

static void
hold (JmToast *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
}

/* It goes by itself. */
static void
let_go (JmToast *self)
{
  hold (self);
  if (self->message != 0)
    self->timeout = g_timeout_add (STAY, timeout_cb, self);
}

static void
dismiss_cb (JmToast *self)
{
  jm_toast_clear (self);
}

/* Gone from sight, it is gone for a screen reader, too. */
static void
revealed_cb (JmToast *self)
{
  if (self->message == 0 && !gtk_revealer_get_child_revealed (GTK_REVEALER (self->revealer)))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * jm_toast_new:
 *
 * Returns: (transfer floating): a place for messages, empty; for a layer above what is worked on
 */
GtkWidget *
jm_toast_new (void)
{
  return g_object_new (JM_TYPE_TOAST, NULL);
}

/**
 * jm_toast_say:
 * @self: where messages are shown
 * @text: what happened; not markup
 * @button: (nullable): what can be done about it, if anything
 * @action: (nullable): the name of the action of that button
 * @target: (nullable): what the action is done to; a floating one is taken
 *
 * Says something in passing, in place of what is being said: a queue would tell things when they are long past.
 *
 * Returns: the number of the message, for [method@Toast.dismiss]
 */
guint
jm_toast_say (JmToast    *self,
              const char *text,
              const char *button,
              const char *action,
              GVariant   *target)
{
  g_return_val_if_fail (JM_IS_TOAST (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->button, button != NULL);
  if (button != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), button);
  /* Never the target of one action with the name of another. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);

  self->message = ++self->last;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  let_go (self);

  return self->message;
}

/**
 * jm_toast_dismiss:
 * @self: where messages are shown
 * @message: the number of a message; 0 for none
 *
 * Takes a message back. Does nothing about one that is gone.
 */
void
jm_toast_dismiss (JmToast *self,
                  guint    message)
{
  g_return_if_fail (JM_IS_TOAST (self));

  if (message == 0 || message != self->message)
    return;

  hold (self);
  self->message = 0;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  revealed_cb (self);
}

/**
 * jm_toast_clear:
 * @self: where messages are shown
 *
 * Takes back whatever is being said.
 *
 * Returns: whether something was
 */
gboolean
jm_toast_clear (JmToast *self)
{
  g_return_val_if_fail (JM_IS_TOAST (self), FALSE);

  if (self->message == 0)
    return FALSE;
  jm_toast_dismiss (self, self->message);

  return TRUE;
}

static void
jm_toast_dispose (GObject *object)
{
  JmToast *self = JM_TOAST (object);

  hold (self);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (jm_toast_parent_class)->dispose (object);
}

static void
jm_toast_class_init (JmToastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jm_toast_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
jm_toast_init (JmToast *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-name", "toast", NULL);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_add_css_class (self->label, "heading");

  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->button, FALSE);
  /* After the action, which may look at the message still. */
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (dismiss_cb), self);

  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (dismiss_cb), self);

  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), close);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_transition_duration (GTK_REVEALER (self->revealer), SLIDE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  g_signal_connect_swapped (self->revealer, "notify::child-revealed", G_CALLBACK (revealed_cb), self);

  /* It stays while somebody is at it; not because a pointer that nobody moves happens to be where it appears. */
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (hold), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (let_go), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (hold), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (let_go), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
