/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a map gets into a window: from the start page, or from a file. */
#include "config.h"

#include "jm-new-map.h"
#include "jm-recent.h"
#include "jm-start-page.h"
#include "jm-window-private.h"

#include "format/jm-library.h"

#include <glib/gi18n.h>

/* A map that takes longer than this to open says so. In milliseconds. */
#define LOADING_PATIENCE 300

/* Start page */

static void
start_with (JmWindow *self,
            JmMap    *map)
{
  g_autoptr(JmDocument) document = jm_document_new (map);

  jm_window_set_document (self, document);
}

static void
template_cb (JmWindow       *self,
             JmLibraryEntry *entry)
{
  g_autoptr(JmMap) map = NULL;
  g_autoptr(GError) error = NULL;

  map = jm_new_map (entry, &error);
  if (map == NULL)
    {
      jm_window_tell (self, _("The Template Cannot Be Used"), error->message);
      return;
    }

  start_with (self, map);

  /* The first thing a group decides on is what the map is about. */
  jm_canvas_start_editing (JM_CANVAS (self->canvas), NULL, JM_KIND_TITLE);
}

static void
example_cb (JmWindow       *self,
            JmLibraryEntry *entry)
{
  g_autoptr(JmMap) map = NULL;
  g_autoptr(GError) error = NULL;

  map = jm_library_read (entry, &error);
  if (map != NULL)
    start_with (self, map);
  else
    jm_window_tell (self, _("The Example Cannot Be Opened"), error->message);
}

static void
recent_cb (JmWindow *self,
           GFile    *file)
{
  jm_application_open_file (JM_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), GTK_WINDOW (self), file);
}

/* Opening */

static void
show_start_page (JmWindow *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "start");
  jm_start_page_load (JM_START_PAGE (self->start_page));
}

static gboolean
loading_timeout_cb (gpointer user_data)
{
  JmWindow *self = user_data;

  self->loading_timeout = 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "loading");
  gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

/* Opened by another way, a link or a folder with two names, it is still the one map: two windows on it would each undo what
 * the other saves.
 */
static JmWindow *
find_other_window (JmWindow   *self,
                   JmDocument *document)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = application != NULL ? gtk_application_get_windows (application) : NULL; l != NULL; l = l->next)
    {
      JmDocument *open = JM_IS_WINDOW (l->data) ? jm_window_get_document (l->data) : NULL;

      if (open != NULL && jm_document_is_same_file (open, document))
        return l->data;
    }

  return NULL;
}

/* A window that was made for it, and that nobody has seen, is not needed. */
static void
give_way (JmWindow *self,
          JmWindow *other)
{
  gtk_window_present (GTK_WINDOW (other));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_start_page (self);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(JmWindow) self = user_data;
  g_autoptr(JmDocument) document = NULL;
  g_autoptr(GPtrArray) notices = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = g_steal_pointer (&self->loading);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  JmWindow *other;

  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  document = jm_document_load_finish (result, &notices, &error);

  /* The window was closed in the meantime. */
  if (self->stack == NULL)
    return;

  if (document == NULL)
    {
      show_start_page (self);
      gtk_window_present (GTK_WINDOW (self));
      jm_window_tell (self, _("The Map Cannot Be Opened"), error->message);
      return;
    }

  other = find_other_window (self, document);
  if (other != NULL)
    {
      give_way (self, other);
      return;
    }

  jm_window_set_document (self, document);
  gtk_window_present (GTK_WINDOW (self));
  jm_window_show_notices (self, notices);

  jm_recent_add (file, jm_session_get_map (jm_document_get_session (document)));
  if (application != NULL)
    jm_application_recent_changed (JM_APPLICATION (application));
}

/**
 * jm_window_open:
 * @self: a window without a map
 * @file: a .cjm file
 *
 * Opens a map in the window, which presents itself when there is something to see.
 */
void
jm_window_open (JmWindow *self,
                GFile    *file)
{
  g_return_if_fail (JM_IS_WINDOW (self));
  g_return_if_fail (self->document == NULL && self->loading == NULL);

  self->loading = g_object_ref (file);
  self->loading_timeout = g_timeout_add (LOADING_PATIENCE, loading_timeout_cb, self);
  jm_document_load_async (file, NULL, loaded_cb, g_object_ref (self));
}

/**
 * jm_window_start:
 * @self: a window without a map
 *
 * Shows the start page.
 */
void
jm_window_start (JmWindow *self)
{
  g_return_if_fail (JM_IS_WINDOW (self));

  show_start_page (self);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * jm_window_open_class_init:
 * @widget_class: the class of windows
 *
 * Binds what the start page in the template calls.
 */
void
jm_window_open_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, template_cb);
  gtk_widget_class_bind_template_callback (widget_class, example_cb);
  gtk_widget_class_bind_template_callback (widget_class, recent_cb);
}
