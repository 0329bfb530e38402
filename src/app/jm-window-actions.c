/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done in a window, by name. Menus, buttons and accelerators know the names alone. */
#include "config.h"

#include "jm-compat.h"
#include "jm-export-dialog.h"
#include "jm-print.h"
#include "jm-shortcuts.h"
#include "jm-template-dialog.h"
#include "jm-window-private.h"

#include "canvas/jm-commands.h"

#include <glib/gi18n.h>

static JmSession *
get_session (JmWindow *self)
{
  return self->document != NULL ? jm_document_get_session (self->document) : NULL;
}

/* Files */

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  jm_window_ask_for_file (user_data);
}

static void
open_recent_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *window = user_data;
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  jm_application_open_file (JM_APPLICATION (gtk_window_get_application (window)), window, file);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  jm_window_save (user_data);
}

static void
save_as_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  jm_window_save_as (user_data);
}

static void
save_template_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  JmWindow *self = user_data;

  jm_canvas_commit_editing (JM_CANVAS (self->canvas));
  jm_template_dialog_present (self);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  JmWindow *self = user_data;
  const char *format = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;

  jm_canvas_commit_editing (JM_CANVAS (self->canvas));
  jm_export_dialog_present (self, format);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  JmWindow *self = user_data;

  jm_canvas_commit_editing (JM_CANVAS (self->canvas));
  jm_print_map (GTK_WINDOW (self), jm_session_get_committed_map (get_session (self)),
                jm_document_get_title (self->document));
}

static void
close_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gtk_window_close (user_data);
}

/* Edits */

/* Takes @text. What happened may be far from what has the focus, and so is said. */
static void
announce (JmWindow *self,
          char     *text)
{
  jm_compat_announce (self->canvas, text);
  g_free (text);
}

/* While a text is being edited its own steps come first. */
static gboolean
step_in_text (JmWindow *self,
              gboolean  (* can_step) (GtkTextBuffer *),
              void      (* step) (GtkTextBuffer *))
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkTextBuffer *buffer = GTK_IS_TEXT_VIEW (focus) ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)) : NULL;

  if (buffer == NULL || !can_step (buffer))
    return FALSE;

  step (buffer);
  return TRUE;
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  JmWindow *self = user_data;
  const char *step;

  if (step_in_text (self, gtk_text_buffer_get_can_undo, gtk_text_buffer_undo))
    return;

  step = jm_session_get_undo_label (get_session (self));
  if (step != NULL)
    /* Translators: %s is a step, such as "Move touchpoint"; a screen reader says this */
    announce (self, g_strdup_printf (_("Undone: %s"), step));
  /* It shows what it changed. */
  jm_canvas_undo (JM_CANVAS (self->canvas));
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  JmWindow *self = user_data;
  const char *step;

  if (step_in_text (self, gtk_text_buffer_get_can_redo, gtk_text_buffer_redo))
    return;

  step = jm_session_get_redo_label (get_session (self));
  if (step != NULL)
    /* Translators: %s is a step, such as "Move touchpoint"; a screen reader says this */
    announce (self, g_strdup_printf (_("Done again: %s"), step));
  jm_canvas_redo (JM_CANVAS (self->canvas));
}

/* Canvas */

static void
tool_cb (GSimpleAction *action,
         GVariant      *value,
         gpointer       user_data)
{
  JmWindow *self = user_data;
  JmTool tool;

  if (!jm_tool_from_name (g_variant_get_string (value, NULL), &tool))
    return;

  jm_canvas_set_tool_locked (JM_CANVAS (self->canvas), FALSE);
  jm_canvas_set_tool (JM_CANVAS (self->canvas), tool);
  g_simple_action_set_state (action, value);
}

static void
lock_tool_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  JmWindow *self = user_data;

  jm_canvas_set_tool_locked (JM_CANVAS (self->canvas), TRUE);
}

static void
zoom_in_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  jm_viewport_zoom_in (jm_window_get_viewport (user_data));
}

static void
zoom_out_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  jm_viewport_zoom_out (jm_window_get_viewport (user_data));
}

static void
zoom_fit_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  jm_viewport_zoom_to_fit (jm_window_get_viewport (user_data));
}

static void
zoom_selection_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  JmWindow *self = user_data;

  if (jm_window_get_view (self) == JM_VIEW_MAP)
    jm_canvas_zoom_to_selection (JM_CANVAS (self->canvas));
  else
    jm_viewport_zoom_to_fit (jm_window_get_viewport (self));
}

/* As large as it is on paper. */
static void
zoom_actual_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  jm_viewport_set_zoom (jm_window_get_viewport (user_data), 1);
}

static void
focus_canvas_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (jm_window_get_viewport (user_data)));
}

/* Window */

static void
inspector_cb (GSimpleAction *action,
              GVariant      *value,
              gpointer       user_data)
{
  jm_window_set_inspector (user_data, g_variant_get_boolean (value));
}

static void
present_cb (GSimpleAction *action,
            GVariant      *value,
            gpointer       user_data)
{
  jm_window_present_map (user_data, g_variant_get_boolean (value));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  jm_shortcuts_present (user_data);
}

static void
notices_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  jm_window_list_notices (user_data);
}

static void
dismiss_notices_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  jm_window_show_notices (user_data, NULL);
}

static const GActionEntry entries[] = {
  { "open", open_cb },
  { "open-recent", open_recent_cb, "s" },
  { "save", save_cb },
  { "save-as", save_as_cb },
  { "save-template", save_template_cb },
  { "export", export_cb },
  { "export-as", export_cb, "s" },
  { "print", print_cb },
  { "close", close_cb },
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "tool", NULL, "s", "'select'", tool_cb },
  { "lock-tool", lock_tool_cb },
  { "zoom-in", zoom_in_cb },
  { "zoom-out", zoom_out_cb },
  { "zoom-fit", zoom_fit_cb },
  { "zoom-selection", zoom_selection_cb },
  { "zoom-actual", zoom_actual_cb },
  { "focus-canvas", focus_canvas_cb },
  { "inspector", NULL, NULL, "true", inspector_cb },
  { "present", NULL, NULL, "false", present_cb },
  { "shortcuts", shortcuts_cb },
  { "notices", notices_cb },
  { "dismiss-notices", dismiss_notices_cb },
};

/* Those that need a map. */
static const char * const of_a_map[] = {
  "save", "save-as", "save-template", "export", "export-as", "print", "tool", "lock-tool", "zoom-in", "zoom-out", "zoom-fit",
  "zoom-selection",
  "zoom-actual", "focus-canvas", "overview", "find", "find-next", "find-previous", "inspector", "present", "check", "view", "compare-with",
  "make-future", "true-to-time",
};

static void
enable (JmWindow   *self,
        const char *name,
        gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * jm_window_actions_init:
 * @self: a new window
 *
 * Gives the window its actions.
 */
void
jm_window_actions_init (JmWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* Takes @text. */
static void
set_tooltip (GtkWidget *button,
             char      *text)
{
  gtk_widget_set_tooltip_text (button, text);
  g_free (text);
}

/**
 * jm_window_actions_update:
 * @self: a window
 *
 * Enables what can be done now, and says in the tooltips what would be undone.
 */
void
jm_window_actions_update (JmWindow *self)
{
  JmSession *session = get_session (self);
  const char *step;

  for (guint i = 0; i < G_N_ELEMENTS (of_a_map); i++)
    enable (self, of_a_map[i], session != NULL);

  /* Whoever looks at what is presented is shown nothing else. */
  enable (self, "inspector", session != NULL && !self->is_presenting);
  enable (self, "undo", session != NULL && jm_session_get_can_undo (session));
  enable (self, "redo", session != NULL && jm_session_get_can_redo (session));

  if (session == NULL)
    return;

  jm_window_menu_show_steps (self);
  step = jm_session_get_undo_label (session);
  /* Translators: %s is a step, such as "Move touchpoint" */
  set_tooltip (self->undo_button, step == NULL ? g_strdup (_("Undo (Ctrl+Z)"))
                                               : g_strdup_printf (_("Undo: %s (Ctrl+Z)"), step));
  step = jm_session_get_redo_label (session);
  set_tooltip (self->redo_button, step == NULL ? g_strdup (_("Redo (Shift+Ctrl+Z)"))
                                               : g_strdup_printf (_("Redo: %s (Shift+Ctrl+Z)"), step));
}
