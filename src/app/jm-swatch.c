/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-swatch.h"

#include "scene/jm-theme.h"

#include <adwaita.h>

#define SWATCH_SIZE 22

struct _JmSwatch
{
  GtkWidget  parent_instance;

  char      *color;
};

G_DEFINE_FINAL_TYPE (JmSwatch, jm_swatch, GTK_TYPE_WIDGET)

static void
jm_swatch_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  JmSwatch *self = JM_SWATCH (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  JmColor color = jm_theme_get_tones (jm_theme_get (dark ? JM_STYLE_DARK : JM_STYLE_LIGHT), self->color).heading;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GskRoundedRect disc;
  GdkRGBA rgba = { color.red / 255.0f, color.green / 255.0f, color.blue / 255.0f, color.alpha / 255.0f };

  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT (0, 0, width, height), MIN (width, height) / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &rgba, &disc.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
jm_swatch_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = *natural = SWATCH_SIZE;
}

static void
jm_swatch_finalize (GObject *object)
{
  g_free (JM_SWATCH (object)->color);

  G_OBJECT_CLASS (jm_swatch_parent_class)->finalize (object);
}

static void
jm_swatch_class_init (JmSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jm_swatch_finalize;
  widget_class->snapshot = jm_swatch_snapshot;
  widget_class->measure = jm_swatch_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jm_swatch_init (JmSwatch *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * jm_swatch_new:
 * @color: (nullable): a colour as in the file: a name of the palette or #rrggbb
 *
 * Returns: (transfer floating): a disc in that colour
 */
GtkWidget *
jm_swatch_new (const char *color)
{
  JmSwatch *self = g_object_new (JM_TYPE_SWATCH, NULL);

  self->color = g_strdup (color);

  return GTK_WIDGET (self);
}

/**
 * jm_swatch_set_color:
 * @self: a swatch
 * @color: (nullable): a colour as in the file
 */
void
jm_swatch_set_color (JmSwatch   *self,
                     const char *color)
{
  g_return_if_fail (JM_IS_SWATCH (self));

  if (g_strcmp0 (self->color, color) == 0)
    return;

  g_free (self->color);
  self->color = g_strdup (color);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
