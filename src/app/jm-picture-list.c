/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-picture-list.h"

#include "jm-choose-file.h"
#include "jm-picture-image.h"
#include "jm-question.h"

#include "canvas/jm-commands.h"
#include "format/jm-picture-file.h"

#include <glib/gi18n.h>

struct _JmPictureList
{
  JmChildList parent_instance;
};

G_DEFINE_FINAL_TYPE (JmPictureList, jm_picture_list, JM_TYPE_CHILD_LIST)

/* Reading: on another thread */

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  JmItem *picture = jm_picture_read_file (task_data, &error);

  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) jm_item_unref);
  else
    g_task_return_error (task, error);
}

/* Where a picture that was read goes. */
typedef struct
{
  JmSession *session;
  char      *parent_id;
} Destination;

static void
destination_free (Destination *destination)
{
  g_object_unref (destination->session);
  g_free (destination->parent_id);
  g_free (destination);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  JmPictureList *self = JM_PICTURE_LIST (source);
  Destination *destination = user_data;
  g_autoptr(JmItem) picture = NULL;
  g_autoptr(GError) error = NULL;

  picture = g_task_propagate_pointer (G_TASK (result), &error);
  if (picture != NULL)
    jm_command_add_picture (destination->session, destination->parent_id, picture, &error);
  /* Nobody is told when the window is gone by now. */
  if (error != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    jm_question_tell (GTK_WIDGET (self), _("The Picture Cannot Be Added"), error->message);

  destination_free (destination);
}

static void
add_file (JmPictureList *self,
          GFile         *file)
{
  JmSession *session = jm_child_list_get_session (JM_CHILD_LIST (self));
  const char *parent_id = jm_child_list_get_parent_id (JM_CHILD_LIST (self));
  g_autoptr(GTask) task = NULL;
  Destination *destination;

  if (session == NULL || parent_id == NULL)
    return;

  destination = g_new0 (Destination, 1);
  destination->session = g_object_ref (session);
  destination->parent_id = g_strdup (parent_id);

  task = g_task_new (self, NULL, read_cb, destination);
  g_task_set_source_tag (task, add_file);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

/* Choosing and dropping */

static gboolean
drop_cb (JmPictureList *self,
         const GValue  *value)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    add_file (self, l->data);

  return files != NULL;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(JmPictureList) self = user_data;
  g_autoptr(GFile) file = jm_choose_file_finish (result);

  if (file != NULL)
    add_file (self, file);
}

static void
choose_cb (JmPictureList *self)
{
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_filter_add_mime_type (filter, "image/svg+xml");
  g_list_store_append (filters, filter);

  jm_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), JM_CHOOSE_TO_OPEN, _("Choose a Picture"), NULL,
                  G_LIST_MODEL (filters), NULL, NULL, chosen_cb, g_object_ref (self));
}

/* The list */

static GtkWidget *
jm_picture_list_make_row (JmChildList *list,
                          JmItem      *picture)
{
  const char *alt = jm_item_get (picture, JM_ATTR_ALT);
  GtkWidget *row = jm_child_list_new_button (list, picture);

  gtk_button_set_child (GTK_BUTTON (row), jm_picture_image_new (picture));
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "picture-row");
  gtk_widget_set_tooltip_text (row, alt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  alt != NULL && *alt != '\0' ? alt : _("Picture"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Shows its properties here"), -1);

  return row;
}

static void
jm_picture_list_class_init (JmPictureListClass *klass)
{
  JM_CHILD_LIST_CLASS (klass)->make_row = jm_picture_list_make_row;
}

static void
jm_picture_list_init (JmPictureList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_("Picture"));
  GtkWidget *hint = gtk_label_new (_("Drop a photo or drawing here"));
  GtkWidget *drop_area = gtk_button_new ();
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  jm_child_list_set_kind (JM_CHILD_LIST (self), JM_KIND_PICTURE);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "section");
  gtk_box_append (GTK_BOX (box), label);

  gtk_box_append (GTK_BOX (box), jm_child_list_get_rows (JM_CHILD_LIST (self)));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_justify (GTK_LABEL (hint), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (drop_area), hint);
  gtk_widget_add_css_class (drop_area, "drop-area");
  gtk_widget_set_tooltip_text (drop_area, _("Choose a picture"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_area),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (GTK_LABEL (hint)), -1);
  g_signal_connect_swapped (drop_area, "clicked", G_CALLBACK (choose_cb), self);
  gtk_box_append (GTK_BOX (box), drop_area);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * jm_picture_list_new:
 *
 * Returns: (transfer floating): a list without pictures as yet
 */
GtkWidget *
jm_picture_list_new (void)
{
  return g_object_new (JM_TYPE_PICTURE_LIST, NULL);
}
