/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists that stay above the properties while people work, and the way from a row of them to its item on the map. */
#include "config.h"

#include "jm-check-panel.h"
#include "jm-inspector.h"
#include "jm-window-private.h"

#include "canvas/jm-commands.h"

#include <glib/gi18n.h>

/* The lists are called like the actions that show them. */
static const char * const lists[] = { "check", "compare" };

static const char *
get_shown (JmWindow *self)
{
  return gtk_widget_get_visible (self->lists) ? gtk_stack_get_visible_child_name (GTK_STACK (self->lists)) : NULL;
}

/**
 * jm_window_show_list:
 * @self: a window with a map
 * @name: (nullable): which of the lists, %NULL for none
 *
 * Shows a list above the properties and puts the focus into it.
 */
void
jm_window_show_list (JmWindow   *self,
                     const char *name)
{
  gtk_widget_set_visible (self->lists, name != NULL);
  if (name != NULL)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->lists), name);
      jm_window_set_inspector (self, TRUE);
      gtk_widget_grab_focus (gtk_stack_get_visible_child (GTK_STACK (self->lists)));
    }

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), lists[i]);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (g_strcmp0 (name, lists[i]) == 0));
    }
}

/**
 * jm_window_go_to:
 * @self: a window with a map
 * @id: (nullable): an item, %NULL for the map as a whole
 * @edit: whether it was just made, to be named
 *
 * Selects an item and goes to it: on the map what is drawn there, in its properties anything else, such as a channel.
 */
void
jm_window_go_to (JmWindow   *self,
                 const char *id,
                 gboolean    edit)
{
  JmSession *session = jm_document_get_session (self->document);
  JmCanvas *canvas = JM_CANVAS (self->canvas);
  JmKind kind;

  jm_canvas_commit_editing (canvas);
  jm_window_set_view (self, JM_VIEW_MAP);
  if (id == NULL)
    {
      jm_session_unselect (session);
      jm_inspector_edit (JM_INSPECTOR (self->inspector));
      return;
    }

  jm_session_select (session, id);
  if (jm_session_get_focus (session) == NULL)
    return;

  kind = jm_command_get_kind (session, id);
  if (jm_scene_find (jm_canvas_get_scene (canvas), id, JM_ROLE_NONE, NULL) == NULL)
    {
      jm_inspector_edit (JM_INSPECTOR (self->inspector));
      return;
    }

  jm_canvas_reveal (canvas, id);
  gtk_widget_grab_focus (self->canvas);
  if (edit)
    jm_canvas_start_editing (canvas, id, jm_kind_get_main_part (kind));
}

static void
go_cb (JmWindow   *self,
       const char *id,
       gboolean    edit)
{
  jm_window_go_to (self, id, edit);
}

static void
count_changed_cb (JmWindow *self)
{
  guint count = jm_check_panel_get_count (JM_CHECK_PANEL (self->check_panel));
  g_autofree char *shown = count > 99 ? g_strdup ("99+") : g_strdup_printf ("%u", count);
  g_autofree char *spoken = g_strdup_printf (ngettext ("Check the map, %u remark", "Check the map, %u remarks", count),
                                             count);

  gtk_label_set_label (GTK_LABEL (self->check_count), shown);
  gtk_widget_set_visible (self->check_count, count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check_button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* Actions */

static void
close_list (JmWindow *self)
{
  if (get_shown (self) == NULL)
    return;

  jm_window_show_list (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (jm_window_get_viewport (self)));
}

static void
list_cb (GSimpleAction *action,
         GVariant      *value,
         gpointer       user_data)
{
  JmWindow *self = user_data;

  /* Whoever looks at the map on the wall is not shown how it is worked on. */
  if (self->is_presenting)
    return;

  if (g_variant_get_boolean (value))
    jm_window_show_list (self, g_action_get_name (G_ACTION (action)));
  else
    close_list (self);
}

static void
close_list_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  close_list (user_data);
}

static const GActionEntry entries[] = {
  { "check", NULL, NULL, "false", list_cb },
  { "compare", NULL, NULL, "false", list_cb },
  { "close-list", close_list_cb },
};

/**
 * jm_window_lists_class_init:
 * @widget_class: the class of windows
 *
 * Binds what the template says of the lists.
 */
void
jm_window_lists_class_init (GtkWidgetClass *widget_class)
{
  g_type_ensure (JM_TYPE_CHECK_PANEL);

  gtk_widget_class_bind_template_child (widget_class, JmWindow, lists);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, check_panel);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, check_button);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, check_count);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_changed_cb);
}

/**
 * jm_window_lists_init:
 * @self: a new window
 *
 * Gives the window the actions that show the lists.
 */
void
jm_window_lists_init (JmWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * jm_window_lists_set_session:
 * @self: a window with a map
 * @session: its session
 */
void
jm_window_lists_set_session (JmWindow  *self,
                             JmSession *session)
{
  jm_check_panel_set_session (JM_CHECK_PANEL (self->check_panel), session);
}
