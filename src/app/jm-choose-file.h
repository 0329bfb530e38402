/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets a person choose a file: with GtkFileDialog from GTK 4.10 on, with GtkFileChooserNative before. Through the portal in a
 * sandbox, either way. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  JM_CHOOSE_TO_OPEN,
  JM_CHOOSE_TO_SAVE
} JmChoose;

void   jm_choose_file        (GtkWindow           *parent,
                              JmChoose             what_for,
                              const char          *title,
                              const char          *accept,
                              GListModel          *filters,
                              GFile               *folder,
                              const char          *name,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
GFile *jm_choose_file_finish (GAsyncResult        *result);

G_END_DECLS
