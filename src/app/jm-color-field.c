/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-color-field.h"

#include "jm-choose-color.h"
#include "jm-swatch.h"

#include "canvas/jm-commands.h"
#include "canvas/jm-convert.h"
#include "scene/jm-theme.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_COLORS 16

struct _JmColorField
{
  JmField    parent_instance;

  GtkWidget *buttons[MAX_COLORS];
  guint      n_buttons;
  GtkWidget *own;
  char      *present;
};

G_DEFINE_FINAL_TYPE (JmColorField, jm_color_field, JM_TYPE_FIELD)

static void
jm_color_field_refresh (JmField *field,
                        JmMap   *map,
                        JmItem  *item)
{
  JmColorField *self = JM_COLOR_FIELD (field);
  const char *value = jm_field_get_value (field, item);

  g_free (self->present);
  self->present = g_strdup (value);

  for (guint i = 0; i < self->n_buttons; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), strcmp (jm_palette_names[i], value) == 0);

  if (*value == '#')
    {
      gtk_button_set_child (GTK_BUTTON (self->own), jm_swatch_new (value));
      gtk_widget_add_css_class (self->own, "chosen");
    }
  else
    {
      gtk_button_set_icon_name (GTK_BUTTON (self->own), "color-select-symbolic");
      gtk_widget_remove_css_class (self->own, "chosen");
    }
}

static void
clicked_cb (JmColorField *self,
            GtkWidget    *button)
{
  guint chosen = 0;

  while (self->buttons[chosen] != button)
    chosen++;

  /* The colour that is there once more: back to the one that follows from the place. */
  jm_field_set_value (JM_FIELD (self), g_strcmp0 (self->present, jm_palette_names[chosen]) == 0
                                         ? NULL : jm_palette_names[chosen]);
  jm_field_refresh (JM_FIELD (self));
}

static void
color_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(JmColorField) self = user_data;
  g_autofree char *value = NULL;
  GdkRGBA rgba;

  if (!jm_choose_color_finish (result, &rgba))
    return;

  value = g_strdup_printf ("#%02x%02x%02x", (guint) (rgba.red * 255 + 0.5f), (guint) (rgba.green * 255 + 0.5f),
                           (guint) (rgba.blue * 255 + 0.5f));
  jm_field_set_value (JM_FIELD (self), value);
}

static void
own_clicked_cb (JmColorField *self)
{
  GdkRGBA rgba = jm_color_to_rgba (jm_theme_get_tones (jm_theme_get (JM_STYLE_LIGHT), self->present).heading);

  jm_choose_color (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Another color"), &rgba, color_chosen_cb,
                   g_object_ref (self));
}

static void
jm_color_field_finalize (GObject *object)
{
  g_free (JM_COLOR_FIELD (object)->present);

  G_OBJECT_CLASS (jm_color_field_parent_class)->finalize (object);
}

static void
jm_color_field_class_init (JmColorFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_color_field_finalize;
  JM_FIELD_CLASS (klass)->refresh = jm_color_field_refresh;
}

static void
jm_color_field_init (JmColorField *self)
{
}

/**
 * jm_color_field_new:
 * @label: its name for people
 *
 * Returns: (transfer floating): a field for the attribute %JM_ATTR_COLOR
 */
GtkWidget *
jm_color_field_new (const char *label)
{
  JmColorField *self = g_object_new (JM_TYPE_COLOR_FIELD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *caption = gtk_label_new (label);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 1);

  jm_field_set_subject (JM_FIELD (self), label, JM_ATTR_COLOR, JM_KIND_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "colors");

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "field-label");
  gtk_box_append (GTK_BOX (box), caption);

  for (guint i = 0; jm_palette_names[i] != NULL && i < MAX_COLORS; i++)
    {
      const char *name = jm_color_get_display_name (jm_palette_names[i]);

      self->buttons[i] = gtk_toggle_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->buttons[i]), jm_swatch_new (jm_palette_names[i]));
      gtk_widget_add_css_class (self->buttons[i], "swatch");
      gtk_widget_set_tooltip_text (self->buttons[i], name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_swapped (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self);
      gtk_box_append (GTK_BOX (row), self->buttons[i]);
      self->n_buttons = i + 1;
    }

  self->own = gtk_button_new_from_icon_name ("color-select-symbolic");
  gtk_widget_set_tooltip_text (self->own, _("Another color"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->own), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Another color"), -1);
  gtk_widget_set_hexpand (self->own, TRUE);
  gtk_widget_set_halign (self->own, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->own, "swatch");
  g_signal_connect_swapped (self->own, "clicked", G_CALLBACK (own_clicked_cb), self);
  gtk_box_append (GTK_BOX (row), self->own);

  gtk_box_append (GTK_BOX (box), row);
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}
