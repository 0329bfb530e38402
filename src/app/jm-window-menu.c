/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main menu, and where the keyboard is after it: with Escape back where it was, not at the button that F10 goes through on
 * its way to the menu. */
#include "config.h"

#include "jm-window-private.h"

#include "canvas/jm-canvas.h"

#include <glib/gi18n.h>

static gboolean
is_in (GtkWidget *widget,
       GtkWidget *container)
{
  return widget != NULL && (widget == container || gtk_widget_is_ancestor (widget, container));
}

/* Whoever went to the button by Tab came to stay. */
static gboolean
stay_cb (gpointer user_data)
{
  JmWindow *self = user_data;

  self->menu_idle = 0;
  g_clear_weak_pointer (&self->focus_before_menu);

  return G_SOURCE_REMOVE;
}

/* The button takes the keyboard itself when the menu closes, so this is later. */
static gboolean
go_back_cb (gpointer user_data)
{
  JmWindow *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  self->menu_idle = 0;
  if (self->focus_before_menu != NULL && gtk_widget_get_mapped (self->focus_before_menu) &&
      (focus == NULL || is_in (focus, self->menu_button)))
    gtk_widget_grab_focus (self->focus_before_menu);

  return G_SOURCE_REMOVE;
}

static void
later (JmWindow    *self,
       GSourceFunc  func)
{
  g_clear_handle_id (&self->menu_idle, g_source_remove);
  self->menu_idle = g_idle_add (func, self);
}

static void
focus_cb (JmWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && !is_in (focus, self->menu_button))
    g_set_weak_pointer (&self->focus_before_menu, focus);
  else if (is_in (focus, self->menu_button) && !is_in (focus, self->menu) && self->menu_idle == 0 &&
           !gtk_widget_get_visible (self->menu))
    later (self, stay_cb);
}

static void
shown_cb (JmWindow *self)
{
  g_clear_handle_id (&self->menu_idle, g_source_remove);
}

static void
closed_cb (JmWindow *self)
{
  later (self, go_back_cb);
}

void
jm_window_menu_init (JmWindow *self)
{
  self->menu = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu_button)));
  g_signal_connect_object (self, "notify::focus-widget", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->menu, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

static void
put_step (JmWindow   *self,
          int         position,
          const char *label,
          const char *with_step,
          const char *step)
{
  GMenuModel *model = G_MENU_MODEL (self->steps);
  g_autofree char *said = jm_menu_say_step (label, with_step, step);
  g_autofree char *before = NULL;
  g_autoptr(GMenuItem) item = NULL;

  g_menu_model_get_item_attribute (model, position, G_MENU_ATTRIBUTE_LABEL, "s", &before);
  if (g_strcmp0 (before, said) == 0)
    return;

  item = g_menu_item_new_from_model (model, position);
  g_menu_item_set_label (item, said);
  g_menu_remove (self->steps, position);
  g_menu_insert_item (self->steps, position, item);
}

/**
 * jm_window_menu_show_steps:
 * @self: a window with a map
 *
 * Says in the main menu what would be undone and done again.
 */
void
jm_window_menu_show_steps (JmWindow *self)
{
  JmSession *session = jm_document_get_session (self->document);

  /* Translators: %s is a step, such as "Move touchpoint" */
  put_step (self, 0, _("_Undo"), _("_Undo: %s"), jm_session_get_undo_label (session));
  /* Translators: %s is a step, such as "Move touchpoint" */
  put_step (self, 1, _("Re_do"), _("Re_do: %s"), jm_session_get_redo_label (session));
}

/* Before the widgets go. */
void
jm_window_menu_end (JmWindow *self)
{
  g_clear_handle_id (&self->menu_idle, g_source_remove);
  g_clear_weak_pointer (&self->focus_before_menu);
}
