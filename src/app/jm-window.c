/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-window-private.h"

#include "jm-describe.h"
#include "jm-inspector.h"
#include "jm-look.h"
#include "jm-panel-view.h"
#include "jm-question.h"
#include "jm-settings.h"
#include "jm-start-page.h"
#include "jm-tool-bar.h"
#include "jm-view-memory.h"

#include "export/jm-export.h"

#include <glib/gi18n.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (JmWindow, jm_window, ADW_TYPE_APPLICATION_WINDOW)

/* Title */

static void
update_title (JmWindow *self)
{
  g_autofree char *state = NULL;
  g_autofree char *window_title = NULL;

  if (self->document == NULL)
    {
      adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), "JourneyMap");
      adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), "");
      gtk_window_set_title (GTK_WINDOW (self), "JourneyMap");
      return;
    }

  state = jm_document_describe_state (self->document);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), jm_document_get_title (self->document));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), state);

  window_title = g_strdup_printf ("%s%s — JourneyMap", jm_document_is_modified (self->document) ? "• " : "",
                                  jm_document_get_title (self->document));
  gtk_window_set_title (GTK_WINDOW (self), window_title);
  jm_window_actions_update (self);
}

/* Room */

static gboolean
adapt_cb (gpointer user_data)
{
  JmWindow *self = user_data;

  self->adapt_idle = 0;
  jm_window_adapt (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* What gives way does so before the next frame: in the midst of a layout a widget must not change what it needs. */
static void
jm_window_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  JmWindow *self = JM_WINDOW (widget);

  if (width != self->width)
    {
      self->width = width;
      if (self->adapt_idle == 0)
        self->adapt_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_cb, self, NULL);
    }

  GTK_WIDGET_CLASS (jm_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
jm_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jm_window_parent_class)->realize (widget);
  jm_window_adapt (JM_WINDOW (widget));
}

/**
 * jm_window_set_inspector:
 * @self: a window
 * @shown: whether the inspector is seen
 */
void
jm_window_set_inspector (JmWindow *self,
                         gboolean  shown)
{
  jm_panel_view_set_shown (JM_PANEL_VIEW (self->panel_view), shown);
  if (self->settings != NULL && !self->is_folded && !self->is_presenting)
    g_settings_set_boolean (self->settings, "show-inspector", shown);
}

static void
panel_shown_cb (JmWindow *self)
{
  gboolean shown = jm_panel_view_get_shown (JM_PANEL_VIEW (self->panel_view));
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "inspector");

  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
  jm_window_adapt (self);
}

/* Canvas */

static void
canvas_message_cb (JmWindow   *self,
                   const char *text,
                   gboolean    undoable)
{
  /* What the canvas said before is past. */
  jm_toast_dismiss (JM_TOAST (self->toast), self->canvas_toast);
  self->canvas_toast = *text != '\0' ? jm_window_toast (self, text, undoable) : 0;
}

static void
activate_inspector_cb (JmWindow *self)
{
  jm_window_set_inspector (self, TRUE);
  jm_inspector_edit (JM_INSPECTOR (self->inspector));
}

static gboolean
show_zoom_cb (gpointer user_data)
{
  JmWindow *self = user_data;
  /* Translators: how much the map is magnified */
  g_autofree char *text = g_strdup_printf (_("%d %%"),
                                           (int) round (jm_viewport_get_zoom (jm_window_get_viewport (self)) * 100));

  self->zoom_idle = 0;
  gtk_label_set_label (GTK_LABEL (self->zoom_label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (self->zoom_label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return G_SOURCE_REMOVE;
}

/* The canvas may change its zoom while the window is laid out, and a label must not change then. */
static void
zoom_changed_cb (JmWindow *self)
{
  if (self->zoom_idle == 0)
    self->zoom_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_zoom_cb, self, NULL);
}

static void
tool_changed_cb (JmWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "tool");
  JmTool tool = jm_canvas_get_tool (JM_CANVAS (self->canvas));

  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (jm_tool_get_name (tool)));
}

static void
tool_locked_cb (JmWindow *self)
{
  jm_tool_bar_set_locked (JM_TOOL_BAR (self->tool_bar), jm_canvas_get_tool_locked (JM_CANVAS (self->canvas)));
}

static void
look_changed_cb (JmWindow *self)
{
  JmStyle style = jm_look_get_style ();

  jm_canvas_set_style (JM_CANVAS (self->canvas), style);
  jm_scene_view_set_style (JM_SCENE_VIEW (self->scene_view), style);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The document */

static void
session_changed_cb (JmWindow *self)
{
  jm_window_actions_update (self);
}

/* An offer to undo is about the last step and no other. */
static void
map_changed_cb (JmWindow *self)
{
  jm_toast_dismiss (JM_TOAST (self->toast), self->undo_toast);
  self->undo_toast = 0;
}

/**
 * jm_window_set_document:
 * @self: a window without a map
 * @document: the document it is for from now on
 */
void
jm_window_set_document (JmWindow   *self,
                        JmDocument *document)
{
  JmSession *session;

  g_return_if_fail (JM_IS_WINDOW (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  session = jm_document_get_session (document);
  g_signal_connect_object (document, "state-changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "map");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
  jm_window_adapt (self);

  jm_canvas_set_session (JM_CANVAS (self->canvas), session);
  if (jm_document_get_file (document) != NULL)
    jm_view_memory_restore (jm_document_get_file (document), JM_VIEWPORT (self->canvas));
  jm_inspector_set_session (JM_INSPECTOR (self->inspector), session);
  jm_window_lists_set_session (self, session);
  jm_window_views_set_session (self, session);
  jm_window_compare_set_session (self, session);
  zoom_changed_cb (self);
  tool_changed_cb (self);
  jm_window_safety_set_document (self);
  update_title (self);
  gtk_widget_grab_focus (self->canvas);
}

/**
 * jm_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what is open in it, %NULL for the start page
 */
JmDocument *
jm_window_get_document (JmWindow *self)
{
  g_return_val_if_fail (JM_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * jm_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the file that is open or being opened in it
 */
GFile *
jm_window_get_file (JmWindow *self)
{
  g_return_val_if_fail (JM_IS_WINDOW (self), NULL);

  return self->document != NULL ? jm_document_get_file (self->document) : self->loading;
}

/**
 * jm_window_is_empty:
 * @self: a window
 *
 * Returns: whether a map may be opened in it
 */
gboolean
jm_window_is_empty (JmWindow *self)
{
  g_return_val_if_fail (JM_IS_WINDOW (self), FALSE);

  return self->document == NULL && self->loading == NULL;
}

/* Telling */

/**
 * jm_window_tell:
 * @self: a window
 * @heading: what happened, in title case
 * @body: what is safe and what to do
 *
 * Tells something that must not be missed.
 */
void
jm_window_tell (JmWindow   *self,
                const char *heading,
                const char *body)
{
  jm_question_tell (GTK_WIDGET (self), heading, body);
}

/**
 * jm_window_toast:
 * @self: a window
 * @text: what happened
 * @undoable: whether to offer to undo it
 *
 * Tells something in passing.
 *
 * Returns: the number of the message, which goes by itself
 */
guint
jm_window_toast (JmWindow   *self,
                 const char *text,
                 gboolean    undoable)
{
  JmToast *toast = JM_TOAST (self->toast);

  if (!undoable)
    return jm_toast_say (toast, text, NULL, NULL, NULL);

  self->undo_toast = jm_toast_say (toast, text, _("Undo"), "win.undo", NULL);

  return self->undo_toast;
}

/* Escape that nothing else has use for takes the message away. */
static gboolean
escape_cb (JmWindow *self,
           guint     keyval)
{
  return keyval == GDK_KEY_Escape && jm_toast_clear (JM_TOAST (self->toast)) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* The window */

static gboolean
jm_window_close_request (GtkWindow *window)
{
  JmWindow *self = JM_WINDOW (window);

  if (!jm_window_may_close (self))
    return TRUE;

  /* Who presented looked at the whole of it, whatever was worked on. */
  if (self->document != NULL && jm_document_get_file (self->document) != NULL && !self->is_presenting)
    jm_view_memory_keep (jm_document_get_file (self->document), JM_VIEWPORT (self->canvas));

  if (self->settings != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->is_presenting)
    {
      int width, height;

      gtk_window_get_default_size (window, &width, &height);
      g_settings_set (self->settings, "window-size", "(ii)", width, height);
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
    }

  return GTK_WINDOW_CLASS (jm_window_parent_class)->close_request (window);
}

static void
jm_window_dispose (GObject *object)
{
  JmWindow *self = JM_WINDOW (object);

  jm_window_safety_end (self);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  g_clear_handle_id (&self->fit_idle, g_source_remove);
  jm_window_menu_end (self);
  g_clear_pointer (&self->selected_before, g_strfreev);
  g_clear_handle_id (&self->adapt_idle, g_source_remove);
  g_clear_handle_id (&self->zoom_idle, g_source_remove);
  g_clear_object (&self->document);
  g_clear_object (&self->loading);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_error (&self->save_error);
  gtk_widget_dispose_template (GTK_WIDGET (self), JM_TYPE_WINDOW);

  G_OBJECT_CLASS (jm_window_parent_class)->dispose (object);
}

static void
jm_window_class_init (JmWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jm_window_dispose;
  widget_class->size_allocate = jm_window_size_allocate;
  widget_class->realize = jm_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = jm_window_close_request;

  g_type_ensure (JM_TYPE_CANVAS);
  g_type_ensure (JM_TYPE_INSPECTOR);
  g_type_ensure (JM_TYPE_PANEL_VIEW);
  g_type_ensure (JM_TYPE_START_PAGE);
  g_type_ensure (JM_TYPE_TOAST);
  g_type_ensure (JM_TYPE_TOOL_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/JourneyMap/jm-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JmWindow, header);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, title);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, present_label);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, notice_details);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, toast);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, below_header);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, panel_view);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, canvas);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, tool_bar);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, zoom);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, JmWindow, inspector);
  jm_window_open_class_init (widget_class);
  jm_window_lists_class_init (widget_class);
  jm_window_views_class_init (widget_class);
  jm_window_compare_class_init (widget_class);
  jm_window_find_class_init (widget_class);
  jm_window_overview_class_init (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, panel_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, canvas_message_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_inspector_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tool_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tool_locked_cb);
}

/* The arrow of a split button has a tooltip, but no name for a screen reader; and its button no description. */
static void
name_dropdown (GtkWidget  *split_button,
               const char *name)
{
  const char *tooltip = gtk_widget_get_tooltip_text (split_button);

  for (GtkWidget *child = gtk_widget_get_first_child (split_button); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_MENU_BUTTON (child))
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      else if (tooltip != NULL)
        jm_describe (child, tooltip);
    }
}

static void
jm_window_init (JmWindow *self)
{
  GtkEventController *escape;
  int width = 1280, height = 800;

  self->settings = jm_settings_get () == NULL ? NULL : g_object_ref (jm_settings_get ());
  jm_window_actions_init (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* For what is beside the canvas and acts on what is selected there. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "canvas", jm_canvas_get_actions (JM_CANVAS (self->canvas)));
  escape = gtk_event_controller_key_new ();
  g_signal_connect_object (escape, "key-pressed", G_CALLBACK (escape_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->below_header, escape);
  jm_window_lists_init (self);
  jm_window_views_init (self);
  jm_window_compare_init (self);
  jm_window_find_init (self);
  jm_window_overview_init (self);
  jm_window_safety_init (self);
  jm_window_paste_init (self);
  jm_window_menu_init (self);

  if (self->settings != NULL)
    {
      g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
      jm_panel_view_set_shown (JM_PANEL_VIEW (self->panel_view),
                               g_settings_get_boolean (self->settings, "show-inspector"));
    }
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);

  gtk_widget_add_css_class (GTK_WIDGET (self), "empty");

  name_dropdown (self->open_button, _("Recent maps"));
  name_dropdown (self->export_button, _("Formats"));

  g_signal_connect (self->menu, "show", G_CALLBACK (jm_describe_menu), NULL);

  self->width = width;
  panel_shown_cb (self);
  jm_window_views_set_inset (self, JM_WINDOW_BOTTOM_INSET);

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (look_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (look_changed_cb), self,
                           G_CONNECT_SWAPPED);
  look_changed_cb (self);
  update_title (self);
  jm_window_actions_update (self);
}

/* The formats there are, and paper. */
static GMenuModel *
new_formats_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) formats_section = g_menu_new ();
  g_autoptr(GMenu) paper_section = g_menu_new ();
  gsize n_formats;
  const JmExportFormat *formats = jm_export_get_formats (&n_formats);

  for (gsize i = 0; i < n_formats; i++)
    {
      /* Translators: %s is a format, such as "PNG picture" */
      g_autofree char *label = g_strdup_printf (_("%s…"), jm_export_format_get_name (&formats[i]));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.export-as", "s", formats[i].id);
      g_menu_append_item (formats_section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (formats_section));
  g_menu_append (paper_section, _("_Print…"), "win.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (paper_section));

  return G_MENU_MODEL (menu);
}

/**
 * jm_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window with the start page, not presented yet
 */
JmWindow *
jm_window_new (JmApplication *application)
{
  JmWindow *self = g_object_new (JM_TYPE_WINDOW, "application", application, NULL);
  g_autoptr(GMenuModel) formats = new_formats_menu ();

  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (self->open_button), jm_application_get_recent (application));
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (self->export_button), formats);

  return self;
}
