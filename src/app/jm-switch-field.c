/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-switch-field.h"

struct _JmSwitchField
{
  JmField    parent_instance;

  GtkWidget *toggle;
  gboolean   inverted;
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (JmSwitchField, jm_switch_field, JM_TYPE_FIELD)

static void
jm_switch_field_refresh (JmField *field,
                         JmMap   *map,
                         JmItem  *item)
{
  JmSwitchField *self = JM_SWITCH_FIELD (field);
  gboolean value = item != NULL && jm_item_get_boolean (item, jm_field_get_attr (field));

  self->refreshing = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->toggle), value != self->inverted);
  self->refreshing = FALSE;
}

static void
active_cb (JmSwitchField *self)
{
  gboolean active = gtk_switch_get_active (GTK_SWITCH (self->toggle));

  if (!self->refreshing)
    jm_field_set_value (JM_FIELD (self), active != self->inverted ? "true" : "false");
}

static void
pressed_cb (JmSwitchField *self)
{
  gtk_widget_activate (self->toggle);
}

static void
jm_switch_field_class_init (JmSwitchFieldClass *klass)
{
  JM_FIELD_CLASS (klass)->refresh = jm_switch_field_refresh;
}

static void
jm_switch_field_init (JmSwitchField *self)
{
}

/**
 * jm_switch_field_new:
 * @label: its name for people
 * @attr: the attribute it edits
 * @inverted: whether the switch is on when the attribute is false
 *
 * Returns: (transfer floating): a field for yes or no
 */
GtkWidget *
jm_switch_field_new (const char *label,
                     JmAttr      attr,
                     gboolean    inverted)
{
  JmSwitchField *self = g_object_new (JM_TYPE_SWITCH_FIELD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *caption = gtk_label_new (label);
  GtkGesture *click = gtk_gesture_click_new ();

  self->inverted = inverted;
  jm_field_set_subject (JM_FIELD (self), label, attr, JM_KIND_NONE);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_set_hexpand (caption, TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (caption, GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (box), caption);

  self->toggle = gtk_switch_new ();
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (active_cb), self);
  gtk_box_append (GTK_BOX (box), self->toggle);

  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}
