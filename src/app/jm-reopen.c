/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the open windows is kept up to date all the time, so that it is right however the program ends: when the
 * person logs out, when the battery is empty, when it crashes. Only a person who closes a window takes it off the list.
 * How far a map is scrolled and magnified is not in here: that belongs to the file, whoever opens it.
 *
 *   $XDG_STATE_HOME/journeymap/windows.ini      a group a window, the one in front last
 */
#include "config.h"

#include "jm-reopen.h"

#include "jm-portal.h"
#include "jm-settings.h"
#include "jm-window.h"

#include "format/jm-read.h"
#include "scene/jm-view.h"

#include <glib/gstdio.h>

/* After so many milliseconds a change is written: a window that is dragged larger changes all the time. */
#define PATIENCE 500

/* More windows than anybody has. */
#define MOST 30

typedef struct
{
  GFile    *file;
  char     *view;
  int       width;
  int       height;
  gboolean  is_maximized;
} Place;

typedef struct
{
  JmApplication *application;
  char          *written;   /* what is in the file */
  GPtrArray     *waiting;   /* of Place: what is to be opened again */
  GtkWindow     *front;     /* what was asked for at this start; NULL for none */
  GtkWindow     *stand_in;  /* a start page that is shown because the windows take their time; NULL for none */
  guint          timeout;
  guint          idle;
  gboolean       is_held;   /* the person is leaving */
} Reopen;

static Reopen self;

static void
place_free (Place *place)
{
  g_clear_object (&place->file);
  g_free (place->view);
  g_free (place);
}

static char *
get_path (void)
{
  return g_build_filename (jm_portal_get_state_folder (), "journeymap", "windows.ini", NULL);
}

/* Writing */

static void
add_window (GKeyFile *key_file,
            JmWindow *window,
            guint     nth)
{
  g_autofree char *group = g_strdup_printf ("%u", nth);
  g_autofree char *uri = g_file_get_uri (jm_window_get_file (window));
  g_autoptr(GVariant) view = g_action_group_get_action_state (G_ACTION_GROUP (window), "view");
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_key_file_set_string (key_file, group, "uri", uri);
  g_key_file_set_string (key_file, group, "view", view == NULL ? "map" : g_variant_get_string (view, NULL));
  g_key_file_set_integer (key_file, group, "width", width);
  g_key_file_set_integer (key_file, group, "height", height);
  g_key_file_set_boolean (key_file, group, "maximized", gtk_window_is_maximized (GTK_WINDOW (window)));
}

/* The list of the windows that show a map with a file; without a file there is nothing that could be opened again. */
static char *
describe (GtkApplication *application,
          guint          *n_maps)
{
  g_autoptr(GKeyFile) key_file = g_key_file_new ();
  g_autoptr(GList) windows = g_list_reverse (g_list_copy (gtk_application_get_windows (application)));

  *n_maps = 0;
  for (GList *l = windows; l != NULL && *n_maps < MOST; l = l->next)
    {
      if (JM_IS_WINDOW (l->data) && jm_window_get_file (l->data) != NULL)
        add_window (key_file, l->data, (*n_maps)++);
    }

  return g_key_file_to_data (key_file, NULL, NULL);
}

static void
write_text (const char *text)
{
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  if (g_strcmp0 (text, self.written) == 0)
    return;

  if (*text == '\0')
    {
      g_unlink (path);
    }
  else
    {
      g_mkdir_with_parents (folder, 0700);
      if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
        g_message ("The list of open windows was not kept: %s", error->message);
    }

  g_free (self.written);
  self.written = g_strdup (text);
}

static gboolean
write_cb (gpointer user_data)
{
  g_autofree char *text = NULL;
  guint n_maps;

  self.timeout = 0;
  text = describe (GTK_APPLICATION (self.application), &n_maps);
  write_text (text);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (void)
{
  if (!self.is_held && self.timeout == 0)
    self.timeout = g_timeout_add (PATIENCE, write_cb, NULL);
}

/* A person who goes on working did not leave after all. */
static void
worked_cb (void)
{
  self.is_held = FALSE;
  changed_cb ();
}

/* The title tells of another file, and of the first edit since the last save. */
static void
title_changed_cb (JmWindow *window)
{
  JmDocument *document = jm_window_get_document (window);

  if (document != NULL && jm_document_is_modified (document))
    self.is_held = FALSE;
  changed_cb ();
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  if (!JM_IS_WINDOW (window))
    return;

  g_signal_connect (window, "notify::title", G_CALLBACK (title_changed_cb), NULL);
  g_signal_connect (window, "action-state-changed::view", G_CALLBACK (worked_cb), NULL);
  g_signal_connect (window, "notify::default-width", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (window, "notify::default-height", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (window, "notify::maximized", G_CALLBACK (changed_cb), NULL);
  worked_cb ();
}

/* Reading */

static Place *
read_place (GKeyFile   *key_file,
            const char *group)
{
  g_autofree char *uri = g_key_file_get_string (key_file, group, "uri", NULL);
  Place *place;

  if (uri == NULL)
    return NULL;

  place = g_new0 (Place, 1);
  place->file = g_file_new_for_uri (uri);
  place->view = g_key_file_get_string (key_file, group, "view", NULL);
  place->width = g_key_file_get_integer (key_file, group, "width", NULL);
  place->height = g_key_file_get_integer (key_file, group, "height", NULL);
  place->is_maximized = g_key_file_get_boolean (key_file, group, "maximized", NULL);

  return place;
}

static GPtrArray *
read_places (void)
{
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  g_autoptr(GKeyFile) key_file = g_key_file_new ();
  g_autofree char *path = get_path ();
  g_auto(GStrv) groups = NULL;

  if (!g_key_file_load_from_file (key_file, path, G_KEY_FILE_NONE, NULL))
    return NULL;

  groups = g_key_file_get_groups (key_file, NULL);
  for (guint i = 0; groups[i] != NULL && i < MOST; i++)
    {
      Place *place = read_place (key_file, groups[i]);

      if (place != NULL)
        g_ptr_array_add (places, place);
    }

  /* A map with which the program crashes at once must not do so at every start: the list is made anew. */
  g_unlink (path);

  return places->len == 0 ? NULL : g_steal_pointer (&places);
}

/* Opening again */

static gboolean
is_open (GtkApplication *application,
         GFile          *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      JmDocument *document = JM_IS_WINDOW (l->data) ? jm_window_get_document (l->data) : NULL;
      GFile *open = JM_IS_WINDOW (l->data) ? jm_window_get_file (l->data) : NULL;
      GFile *origin = document != NULL ? jm_document_get_origin (document) : NULL;

      /* Its unsaved work has come back already. */
      if ((open != NULL && g_file_equal (open, file)) || (origin != NULL && g_file_equal (origin, file)))
        return TRUE;
    }

  return FALSE;
}

static JmWindow *
get_window (GtkApplication *application,
            const Place    *place)
{
  JmWindow *window;

  /* A start page that the person asked for stays one. */
  if (self.stand_in != NULL && jm_window_is_empty (JM_WINDOW (self.stand_in)))
    window = JM_WINDOW (self.stand_in);
  else
    window = jm_window_new (JM_APPLICATION (application));

  if (place->width > 0 && place->height > 0 && !gtk_widget_get_mapped (GTK_WIDGET (window)))
    gtk_window_set_default_size (GTK_WINDOW (window), place->width, place->height);
  if (place->is_maximized)
    gtk_window_maximize (GTK_WINDOW (window));

  return window;
}

static gboolean
front_cb (gpointer user_data)
{
  self.idle = 0;
  if (self.front != NULL && gtk_widget_get_mapped (GTK_WIDGET (self.front)))
    gtk_window_present (self.front);

  return G_SOURCE_REMOVE;
}

/* Once there is a map, the picture of it that was looked at. What the person asked for at this start stays in front. */
static void
opened_cb (JmWindow   *window,
           GParamSpec *pspec,
           char       *view)
{
  JmView ignored;

  if (jm_window_get_document (window) == NULL)
    return;

  if (view != NULL && jm_view_from_name (view, &ignored))
    g_action_group_change_action_state (G_ACTION_GROUP (window), "view", g_variant_new_string (view));
  /* Once this one has presented itself. */
  if (self.front != NULL && self.idle == 0)
    self.idle = g_idle_add (front_cb, NULL);
  g_signal_handlers_disconnect_by_func (window, opened_cb, view);
}

static void
free_view (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

static void
reopen (GtkApplication *application,
        Place          *place)
{
  JmWindow *window;

  if (is_open (application, place->file))
    return;

  window = get_window (application, place);
  g_signal_connect_data (window, "notify::title", G_CALLBACK (opened_cb), g_strdup (place->view), free_view, 0);
  jm_window_open (window, place->file);
}

/* Those that are still there, looked for on another thread: a folder of the network may take its time. */
static void
look_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GPtrArray *places = task_data;

  for (guint i = 0; i < places->len;)
    {
      const Place *place = g_ptr_array_index (places, i);

      if (g_file_query_file_type (place->file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
        i++;
      else
        g_ptr_array_remove_index (places, i);
    }

  g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GtkApplication *application = GTK_APPLICATION (source);
  GPtrArray *places = g_task_get_task_data (G_TASK (result));
  GtkWindow *active = gtk_application_get_active_window (application);

  if (JM_IS_WINDOW (active) && active != self.stand_in)
    g_set_weak_pointer (&self.front, active);
  for (guint i = 0; i < places->len; i++)
    reopen (application, g_ptr_array_index (places, i));

  g_clear_pointer (&self.waiting, g_ptr_array_unref);
  /* Nothing was left of them. */
  if (gtk_application_get_windows (application) == NULL)
    g_application_activate (G_APPLICATION (application));
  g_application_release (G_APPLICATION (application));
}

/**
 * jm_reopen_start:
 * @application: the program, at its startup
 *
 * Reads which windows were open when the program ended, and keeps the list of those that are open from now on.
 */
void
jm_reopen_start (JmApplication *application)
{
  g_return_if_fail (self.application == NULL);

  self.application = application;
  self.waiting = read_places ();
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  g_signal_connect (application, "window-removed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (application, "notify::active-window", G_CALLBACK (changed_cb), NULL);
}

/**
 * jm_reopen_is_waiting:
 *
 * Returns: whether windows will come back in a moment, so that a start page is not needed
 */
gboolean
jm_reopen_is_waiting (void)
{
  return self.waiting != NULL;
}

/**
 * jm_reopen_stand_in:
 * @window: a start page
 *
 * Says that a start page is only shown because the windows that come back take their time: one of them takes its place.
 */
void
jm_reopen_stand_in (GtkWindow *window)
{
  g_set_weak_pointer (&self.stand_in, window);
}

/**
 * jm_reopen_windows:
 * @application: the program, once unsaved work has come back
 *
 * Opens again what was open when the program ended, without those files that are gone and those whose unsaved work is
 * there already. Returns at once.
 */
void
jm_reopen_windows (JmApplication *application)
{
  g_autoptr(GTask) task = NULL;

  if (self.waiting == NULL)
    return;

  g_application_hold (G_APPLICATION (application));
  task = g_task_new (application, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, jm_reopen_windows);
  g_task_set_task_data (task, g_ptr_array_ref (self.waiting), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, look_thread);
}

/**
 * jm_reopen_hold:
 *
 * Leaves the list as it is while a person leaves the program, window by window. Going on with the work takes it up again.
 */
void
jm_reopen_hold (void)
{
  write_cb (NULL);
  self.is_held = TRUE;
}

/**
 * jm_reopen_end:
 * @application: the program, at its shutdown
 *
 * Keeps the list when the program was ended with windows open, or when the person wants it so.
 */
void
jm_reopen_end (JmApplication *application)
{
  g_autofree char *text = NULL;
  guint n_maps;

  g_clear_handle_id (&self.timeout, g_source_remove);
  g_clear_handle_id (&self.idle, g_source_remove);
  text = describe (GTK_APPLICATION (application), &n_maps);
  if (n_maps > 0 || !jm_settings_get_boolean ("reopen-windows", FALSE))
    write_text (text);

  g_clear_weak_pointer (&self.front);
  g_clear_weak_pointer (&self.stand_in);
  g_clear_pointer (&self.waiting, g_ptr_array_unref);
  g_clear_pointer (&self.written, g_free);
  self.application = NULL;
}
