/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that are a button, with their label in small letters over it, so that the whole field is one target. */
#include "config.h"

#include "jm-field.h"

#include <glib/gi18n.h>

/**
 * jm_field_set_button:
 * @self: a field that knows its subject
 * @button: a #GtkMenuButton or #GtkDropDown
 *
 * Makes @button the field, under its label.
 */
void
jm_field_set_button (JmField   *self,
                     GtkWidget *button)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *caption = gtk_label_new (jm_field_get_label (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, jm_field_get_label (self), -1);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), button);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_set_halign (caption, GTK_ALIGN_START);
  gtk_widget_set_valign (caption, GTK_ALIGN_START);
  gtk_widget_set_can_target (caption, FALSE);
  gtk_widget_add_css_class (caption, "field-label");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), caption);

  gtk_widget_add_css_class (GTK_WIDGET (self), "choice");
  adw_bin_set_child (ADW_BIN (self), overlay);
}

/**
 * jm_field_set_menu_button:
 * @self: a field that knows its subject
 * @image: (nullable): stands before the value
 * @popover: what opens
 *
 * Makes the field a button that shows its value and opens @popover.
 *
 * Returns: (transfer none): the #GtkLabel for the value
 */
GtkWidget *
jm_field_set_menu_button (JmField   *self,
                          GtkWidget *image,
                          GtkWidget *popover)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *value = gtk_label_new (NULL);

  if (image != NULL)
    gtk_box_append (GTK_BOX (content), image);
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_ellipsize (GTK_LABEL (value), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_box_append (GTK_BOX (content), value);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  /* The button's own box would keep the content in the middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (content), GTK_ALIGN_FILL);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  jm_field_set_button (self, button);

  return value;
}

/**
 * jm_field_say_value:
 * @self: a field with a button
 * @value: what it shows, in words
 *
 * Calls the part of the button that has the focus by the label and the value.
 */
void
jm_field_say_value (JmField    *self,
                    const char *value)
{
  GtkWidget *button = gtk_overlay_get_child (GTK_OVERLAY (adw_bin_get_child (ADW_BIN (self))));
  /* Translators: a property and its value, for a screen reader */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), jm_field_get_label (self), value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
