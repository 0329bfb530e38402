/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-text-area.h"

/* What a GtkTextView keeps free at the end of a line, in pixels. */
#define SPACE_FOR_CURSOR 1

struct _JmTextArea
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (JmTextArea, jm_text_area, GTK_TYPE_TEXT_VIEW)

static GtkSizeRequestMode
jm_text_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A GtkTextView tells the height of the lines it broke last, for whatever width that was. */
static void
jm_text_area_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_autoptr(PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 20;
      *natural = 120;
      return;
    }

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (for_size > 0)
    pango_layout_set_width (layout, MAX (for_size - SPACE_FOR_CURSOR, 0) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, minimum);
  *natural = *minimum;
}

static void
jm_text_area_class_init (JmTextAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = jm_text_area_get_request_mode;
  widget_class->measure = jm_text_area_measure;
}

static void
jm_text_area_init (JmTextArea *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next control; indenting makes no sense on a card. */
  gtk_text_view_set_accepts_tab (view, FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (gtk_widget_queue_resize), self,
                           G_CONNECT_SWAPPED);
}

/**
 * jm_text_area_new:
 *
 * Returns: (transfer floating): an empty text
 */
GtkWidget *
jm_text_area_new (void)
{
  return g_object_new (JM_TYPE_TEXT_AREA, NULL);
}
