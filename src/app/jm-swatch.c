/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-swatch.h"

#include "canvas/jm-convert.h"

#define SWATCH_SIZE 22

struct _JmSwatch
{
  JmImage  parent_instance;

  char    *color;
};

G_DEFINE_FINAL_TYPE (JmSwatch, jm_swatch, JM_TYPE_IMAGE)

static void
jm_swatch_draw (JmImage     *image,
                GtkSnapshot *snapshot,
                int          width,
                int          height,
                JmStyle      style)
{
  GdkRGBA color = jm_color_to_rgba (jm_theme_get_tones (jm_theme_get (style), JM_SWATCH (image)->color).heading);
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT (0, 0, width, height), MIN (width, height) / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &color, &disc.bounds);
  gtk_snapshot_pop (snapshot);
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
  G_OBJECT_CLASS (klass)->finalize = jm_swatch_finalize;
  JM_IMAGE_CLASS (klass)->draw = jm_swatch_draw;
}

static void
jm_swatch_init (JmSwatch *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), SWATCH_SIZE, SWATCH_SIZE);
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
