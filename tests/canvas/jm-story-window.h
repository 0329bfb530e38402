/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window around what the tests of the canvas look at. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolled, and not shown yet. */
static inline GtkWidget *
story_window_new (GtkWidget *widget,
                  int        width,
                  int        height)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), widget);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);

  return window;
}

/* Shows it, and waits until the widget has a size. */
static inline void
story_window_show (GtkWidget *window,
                   GtkWidget *widget)
{
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static inline void
story_window_destroy (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

G_END_DECLS
