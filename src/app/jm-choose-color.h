/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets a person choose a colour: with GtkColorDialog from GTK 4.10 on, with GtkColorChooserDialog before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     jm_choose_color        (GtkWindow           *parent,
                                 const char          *title,
                                 const GdkRGBA       *present,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
gboolean jm_choose_color_finish (GAsyncResult        *result,
                                 GdkRGBA             *color);

G_END_DECLS
