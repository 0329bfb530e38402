/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-number-field.h"

#include <glib/gi18n.h>

struct _JmNumberField
{
  JmField    parent_instance;

  GtkWidget *number;
  GtkWidget *less;
  GtkWidget *more;
  int        minimum;
  int        maximum;
  gboolean   may_be_absent;  /* one less than the minimum is: not said */
  int        value;          /* minimum - 1: not said */
};

G_DEFINE_FINAL_TYPE (JmNumberField, jm_number_field, JM_TYPE_FIELD)

static void
jm_number_field_refresh (JmField *field,
                         JmMap   *map,
                         JmItem  *item)
{
  JmNumberField *self = JM_NUMBER_FIELD (field);
  g_autofree char *text = NULL;

  self->value = item == NULL ? self->minimum - 1
                             : jm_item_get_integer (item, jm_field_get_attr (field), self->minimum - 1);
  if (self->value < self->minimum && !self->may_be_absent)
    self->value = self->minimum;

  /* Translators: stands where a number has not been said */
  text = self->value < self->minimum ? g_strdup (_("–")) : g_strdup_printf ("%d", self->value);
  gtk_label_set_label (GTK_LABEL (self->number), text);
  gtk_widget_set_sensitive (self->less, self->value > self->minimum - (self->may_be_absent ? 1 : 0));
  gtk_widget_set_sensitive (self->more, self->value < self->maximum);
}

static void
step (JmNumberField *self,
      int            by)
{
  int value = CLAMP (self->value + by, self->minimum - (self->may_be_absent ? 1 : 0), self->maximum);
  g_autofree char *text = value < self->minimum ? NULL : g_strdup_printf ("%d", value);

  jm_field_set_value (JM_FIELD (self), text);
}

static void
less_cb (JmNumberField *self)
{
  step (self, -1);
}

static void
more_cb (JmNumberField *self)
{
  step (self, 1);
}

static void
jm_number_field_class_init (JmNumberFieldClass *klass)
{
  JM_FIELD_CLASS (klass)->refresh = jm_number_field_refresh;
}

static void
jm_number_field_init (JmNumberField *self)
{
}

/**
 * jm_number_field_new:
 * @label: its name for people
 * @attr: the attribute it edits
 * @minimum: the least it may be
 * @maximum: the most it may be
 * @may_be_absent: whether it may be left unsaid, one step below the minimum
 *
 * Returns: (transfer floating): a field for a whole number
 */
GtkWidget *
jm_number_field_new (const char *label,
                     JmAttr      attr,
                     int         minimum,
                     int         maximum,
                     gboolean    may_be_absent)
{
  JmNumberField *self = g_object_new (JM_TYPE_NUMBER_FIELD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *caption = gtk_label_new (label);
  g_autofree char *fewer = NULL;
  g_autofree char *further = NULL;

  self->minimum = minimum;
  self->maximum = maximum;
  self->may_be_absent = may_be_absent;
  jm_field_set_subject (JM_FIELD (self), label, attr, JM_KIND_NONE);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (caption, TRUE);
  gtk_box_append (GTK_BOX (box), caption);

  /* Translators: a button's name for a screen reader; %s is what it makes less, such as Votes */
  fewer = g_strdup_printf (_("%s: one less"), label);
  self->less = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_add_css_class (self->less, "flat");
  gtk_widget_add_css_class (self->less, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->less), GTK_ACCESSIBLE_PROPERTY_LABEL, fewer, -1);
  g_signal_connect_swapped (self->less, "clicked", G_CALLBACK (less_cb), self);
  gtk_box_append (GTK_BOX (box), self->less);

  self->number = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->number), 3);
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_add_css_class (self->number, "heading");
  gtk_box_append (GTK_BOX (box), self->number);

  further = g_strdup_printf (_("%s: one more"), label);
  self->more = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, further, -1);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (GTK_BOX (box), self->more);

  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}
