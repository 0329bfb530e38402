/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing: the map beside another one of the same journey, and the future map that is made from it. */
#include "config.h"

#include "jm-choose-file.h"
#include "jm-compare-panel.h"
#include "jm-window-private.h"

#include "format/jm-read.h"
#include "model/jm-compare.h"

#include <glib/gi18n.h>

static void
set_enabled (JmWindow   *self,
             const char *name,
             gboolean    enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

static const char *
get_name (JmMap *map)
{
  const char *title = jm_item_get_label (jm_map_get_root (map));

  return title != NULL && *title != '\0' ? title : _("Untitled");
}

/**
 * jm_window_compare_with:
 * @self: a window with a map
 * @other: (nullable): a map of the same journey, %NULL to stop comparing
 *
 * Marks on the map what is different from @other, and lists it.
 */
void
jm_window_compare_with (JmWindow *self,
                        JmMap    *other)
{
  jm_canvas_commit_editing (JM_CANVAS (self->canvas));
  if (other == NULL && jm_window_get_view (self) == JM_VIEW_COMPARE)
    jm_window_set_view (self, JM_VIEW_MAP);
  jm_canvas_set_baseline (JM_CANVAS (self->canvas), other);
  jm_scene_view_set_baseline (JM_SCENE_VIEW (self->scene_view), other);
  jm_window_views_update (self);
  jm_compare_panel_set_other (JM_COMPARE_PANEL (self->compare_panel), other, other != NULL ? get_name (other) : NULL);
  set_enabled (self, "stop-comparing", other != NULL);
  set_enabled (self, "compare", other != NULL);
  set_enabled (self, "compare-both", other != NULL);
  if (other != NULL)
    jm_window_set_view (self, JM_VIEW_MAP);
  jm_window_show_list (self, other != NULL ? "compare" : NULL);
}

/* The other map */

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (task_data);
  GError *error = NULL;
  JmMap *map = NULL;

  if (path != NULL)
    {
      map = jm_read_file (path, NULL, &error);
    }
  else
    {
      g_autofree char *name = g_file_get_parse_name (task_data);

      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("“%s” is not on this computer. Copy the file here first, and open the copy."), name);
    }

  if (map != NULL)
    g_task_return_pointer (task, map, (GDestroyNotify) jm_map_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  JmWindow *self = JM_WINDOW (source);
  g_autoptr(JmMap) other = NULL;
  g_autoptr(GError) error = NULL;

  other = g_task_propagate_pointer (G_TASK (result), &error);

  /* The window was closed in the meantime. */
  if (self->stack == NULL)
    return;

  if (other != NULL)
    jm_window_compare_with (self, other);
  else
    jm_window_tell (self, _("The Maps Cannot Be Compared"), error->message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GFile) file = jm_choose_file_finish (result);

  if (file != NULL)
    {
      g_autoptr(GTask) task = g_task_new (source, NULL, read_cb, NULL);

      g_task_set_task_data (task, g_steal_pointer (&file), g_object_unref);
      g_task_run_in_thread (task, read_thread);
    }
}

/* Actions */

static void
compare_with_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  JmWindow *self = user_data;
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) maps = gtk_file_filter_new ();
  GFile *file = jm_window_get_file (self);
  g_autoptr(GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  gtk_file_filter_set_name (maps, _("Journey maps"));
  gtk_file_filter_add_pattern (maps, "*.cjm");
  g_list_store_append (filters, maps);

  jm_choose_file (GTK_WINDOW (self), JM_CHOOSE_TO_OPEN, _("Compare with a Map of the Same Journey"), _("_Compare"),
                  G_LIST_MODEL (filters), folder, NULL, chosen_cb, NULL);
}

static void
stop_comparing_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  JmWindow *self = user_data;

  jm_window_compare_with (self, NULL);
  gtk_widget_grab_focus (self->canvas);
}

static void
compare_both_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  jm_window_set_view (user_data, JM_VIEW_COMPARE);
}

/* Both maps are at hand when the future is drawn, so it begins compared with what it comes from. */
static void
make_future_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  JmWindow *self = user_data;
  JmMap *present;
  g_autoptr(JmMap) future = NULL;
  g_autoptr(JmDocument) document = NULL;
  JmWindow *window;

  jm_canvas_commit_editing (JM_CANVAS (self->canvas));
  present = jm_session_get_committed_map (jm_document_get_session (self->document));
  future = jm_map_make_future (present);
  document = jm_document_new_unsaved (future, NULL);
  window = jm_window_new (JM_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  jm_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  jm_window_compare_with (window, present);
  gtk_widget_grab_focus (window->canvas);
  jm_window_toast (window, _("A future map to change; it is compared with the one it was made from"), FALSE);
}

static const GActionEntry entries[] = {
  { "compare-with", compare_with_cb },
  { "stop-comparing", stop_comparing_cb },
  { "compare-both", compare_both_cb },
  { "make-future", make_future_cb },
};

/**
 * jm_window_compare_class_init:
 * @widget_class: the class of windows
 *
 * Binds what the template says of comparing.
 */
void
jm_window_compare_class_init (GtkWidgetClass *widget_class)
{
  g_type_ensure (JM_TYPE_COMPARE_PANEL);

  gtk_widget_class_bind_template_child (widget_class, JmWindow, compare_panel);
}

/**
 * jm_window_compare_init:
 * @self: a new window
 *
 * Gives the window the actions that compare.
 */
void
jm_window_compare_init (JmWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  set_enabled (self, "stop-comparing", FALSE);
  set_enabled (self, "compare", FALSE);
  set_enabled (self, "compare-both", FALSE);
}

/**
 * jm_window_compare_set_session:
 * @self: a window with a map
 * @session: its session
 */
void
jm_window_compare_set_session (JmWindow  *self,
                               JmSession *session)
{
  jm_compare_panel_set_session (JM_COMPARE_PANEL (self->compare_panel), session);
}
