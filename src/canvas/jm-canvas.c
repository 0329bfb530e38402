/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget itself: its properties and signals, and what it does when its session changes. */
#include "jm-canvas-private.h"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_STYLE,
  PROP_TOOL,
  PROP_TOOL_LOCKED,
  PROP_EDITING,
  PROP_READ_ONLY,
  N_PROPS
};

enum
{
  SIGNAL_MESSAGE,
  SIGNAL_ACTIVATE_INSPECTOR,
  SIGNAL_PASTE_OFFERED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmCanvas, jm_canvas, JM_TYPE_VIEWPORT)

void
jm_canvas_emit_message (JmCanvas   *self,
                        const char *text,
                        gboolean    undoable)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, text, undoable);
}

/* Says in a toast why something cannot be done; takes error. */
void
jm_canvas_emit_error (JmCanvas *self,
                      GError   *error)
{
  if (error == NULL)
    return;

  jm_canvas_emit_message (self, error->message, FALSE);
  g_error_free (error);
}

void
jm_canvas_emit_inspector (JmCanvas *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE_INSPECTOR], 0);
}

/* Somebody is to ask; when there is nobody who does, it goes on as it is. */
void
jm_canvas_emit_paste_offered (JmCanvas   *self,
                              const char *heading,
                              const char *body)
{
  if (g_signal_has_handler_pending (self, signals[SIGNAL_PASTE_OFFERED], 0, FALSE))
    g_signal_emit (self, signals[SIGNAL_PASTE_OFFERED], 0, heading, body);
  else
    jm_canvas_answer_paste (self, TRUE);
}

void
jm_canvas_notify_editing (JmCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EDITING]);
}

/* A tool was used once: it is laid down again unless it was locked. */
void
jm_canvas_tool_used (JmCanvas *self)
{
  if (!self->tool_locked)
    jm_canvas_set_tool (self, JM_TOOL_SELECT);
}

static void
changed_cb (JmSession *session,
            JmMap     *old_map,
            JmMap     *new_map,
            JmCanvas  *self)
{
  /* Items under the pointer belong to the scene that is now of the past. */
  jm_canvas_pointer_forget (self);
  jm_canvas_next_speak (self);
  jm_viewport_queue_settle (JM_VIEWPORT (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selection_changed_cb (JmSession *session,
                      JmCanvas  *self)
{
  jm_canvas_items_focus (self);
  jm_canvas_items_mark (self);
  jm_viewport_queue_layout (JM_VIEWPORT (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
picture_cb (gpointer data,
            gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

static void
jm_canvas_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  JmCanvas *self = JM_CANVAS (widget);

  jm_viewport_settle (JM_VIEWPORT (self));
  jm_canvas_items_update (self);
  jm_canvas_editor_place (self);
  jm_canvas_menu_place (self);
}

static JmScene *
jm_canvas_get_viewport_scene (JmViewport *viewport)
{
  return jm_canvas_ensure_scene (JM_CANVAS (viewport));
}

static void
jm_canvas_pinch_begun (JmViewport *viewport)
{
  jm_canvas_pointer_give_way (JM_CANVAS (viewport));
}

static void
jm_canvas_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  jm_canvas_snapshot_all (JM_CANVAS (widget), snapshot);
}

static gboolean
jm_canvas_focus (GtkWidget        *widget,
                 GtkDirectionType  direction)
{
  JmCanvas *self = JM_CANVAS (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (self->session == NULL)
    return FALSE;

  /* The arrows in a menu ask the window, which asks us. */
  if (jm_canvas_menu_is_open (self))
    return gtk_widget_child_focus (self->menu, direction);

  /* Coming in: to where the focus was, else to the beginning. Inside, Tab goes from lane to lane. */
  if (child == NULL && !gtk_widget_has_focus (widget))
    return gtk_widget_grab_focus (widget);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return jm_canvas_step_focus (self, direction);

  return FALSE;
}

static gboolean
jm_canvas_grab_focus (GtkWidget *widget)
{
  JmCanvas *self = JM_CANVAS (widget);
  JmRect rect;

  if (self->session != NULL && jm_session_get_focus (self->session) != NULL &&
      jm_canvas_items_find (self, jm_session_get_focus (self->session), JM_ROLE_NONE, NULL, &rect))
    {
      gtk_widget_set_focus_child (widget, NULL);
      if (GTK_WIDGET_CLASS (jm_canvas_parent_class)->grab_focus (widget))
        {
          jm_canvas_items_focus (self);
          return TRUE;
        }
    }

  return GTK_WIDGET_CLASS (jm_canvas_parent_class)->grab_focus (widget);
}

static void
jm_canvas_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  JmCanvas *self = JM_CANVAS (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_STYLE:
      g_value_set_int (value, self->style);
      break;
    case PROP_TOOL:
      g_value_set_enum (value, self->tool);
      break;
    case PROP_TOOL_LOCKED:
      g_value_set_boolean (value, self->tool_locked);
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, self->editor != NULL);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jm_canvas_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  JmCanvas *self = JM_CANVAS (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      jm_canvas_set_session (self, g_value_get_object (value));
      break;
    case PROP_STYLE:
      jm_canvas_set_style (self, (JmStyle) g_value_get_int (value));
      break;
    case PROP_TOOL:
      jm_canvas_set_tool (self, g_value_get_enum (value));
      break;
    case PROP_TOOL_LOCKED:
      jm_canvas_set_tool_locked (self, g_value_get_boolean (value));
      break;
    case PROP_READ_ONLY:
      jm_canvas_set_read_only (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jm_canvas_dispose (GObject *object)
{
  JmCanvas *self = JM_CANVAS (object);
  GtkWidget *child;

  jm_canvas_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->menu = NULL;

  G_OBJECT_CLASS (jm_canvas_parent_class)->dispose (object);
}

static void
jm_canvas_finalize (GObject *object)
{
  JmCanvas *self = JM_CANVAS (object);

  jm_canvas_forget_scene (self);
  g_clear_object (&self->menu_actions);
  jm_canvas_marks_free (self);
  g_clear_pointer (&self->baseline, jm_map_unref);
  g_clear_pointer (&self->offered, jm_paste_free);
  g_free (self->link_from);
  jm_canvas_resolved_forget (self);
  jm_painter_free (self->painter);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_free (self->reveal_id);
  g_free (self->hover_id);

  G_OBJECT_CLASS (jm_canvas_parent_class)->finalize (object);
}

/* The frame of the keyboard is part of what is drawn, and goes by itself after a while. */
static void
jm_canvas_state_flags_changed (GtkWidget     *widget,
                               GtkStateFlags  before)
{
  GTK_WIDGET_CLASS (jm_canvas_parent_class)->state_flags_changed (widget, before);

  if (((gtk_widget_get_state_flags (widget) ^ before) & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0)
    gtk_widget_queue_draw (widget);
}

static void
jm_canvas_class_init (JmCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JmViewportClass *viewport_class = JM_VIEWPORT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = jm_canvas_dispose;
  object_class->finalize = jm_canvas_finalize;
  object_class->get_property = jm_canvas_get_property;
  object_class->set_property = jm_canvas_set_property;
  widget_class->size_allocate = jm_canvas_size_allocate;
  widget_class->snapshot = jm_canvas_snapshot;
  widget_class->state_flags_changed = jm_canvas_state_flags_changed;
  widget_class->focus = jm_canvas_focus;
  widget_class->grab_focus = jm_canvas_grab_focus;
  viewport_class->get_scene = jm_canvas_get_viewport_scene;
  viewport_class->settle = jm_canvas_settle;
  viewport_class->pinch_begun = jm_canvas_pinch_begun;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, JM_TYPE_SESSION, flags);
  props[PROP_STYLE] = g_param_spec_int ("style", NULL, NULL, 0, JM_N_STYLES - 1, JM_STYLE_LIGHT, flags);
  props[PROP_TOOL] = g_param_spec_enum ("tool", NULL, NULL, JM_TYPE_TOOL, JM_TOOL_SELECT, flags);
  props[PROP_TOOL_LOCKED] = g_param_spec_boolean ("tool-locked", NULL, NULL, FALSE, flags);
  props[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * JmCanvas::message:
   * @self: the canvas
   * @text: what happened, or why something cannot be done
   * @undoable: whether it can be undone
   *
   * Something worth a toast happened.
   */
  signals[SIGNAL_MESSAGE] =
    g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  /**
   * JmCanvas::activate-inspector:
   * @self: the canvas
   *
   * A person wants to see the properties of what is selected.
   */
  signals[SIGNAL_ACTIVATE_INSPECTOR] =
    g_signal_new ("activate-inspector", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * JmCanvas::paste-offered:
   * @self: the canvas
   * @heading: what would be made, such as "12 touchpoints in 3 phases"
   * @body: what else is to be said of it
   *
   * Text was pasted or dropped of which it is not obvious what it becomes. To be answered with jm_canvas_answer_paste().
   */
  signals[SIGNAL_PASTE_OFFERED] =
    g_signal_new ("paste-offered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "journeymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jm_canvas_init (JmCanvas *self)
{
  self->painter = jm_painter_new ();
  jm_painter_set_on_picture (self->painter, picture_cb, self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map"), -1);

  jm_canvas_pointer_init (self);
  jm_canvas_keys_init (self);
  jm_canvas_drop_init (self);
  jm_canvas_actions_init (self);
  jm_canvas_menu_init (self);
}

/**
 * jm_canvas_new:
 *
 * Returns: a canvas without a session; to be put into a #GtkScrolledWindow
 */
GtkWidget *
jm_canvas_new (void)
{
  return g_object_new (JM_TYPE_CANVAS, NULL);
}

/**
 * jm_canvas_set_session:
 * @self: a canvas
 * @session: (nullable): what to work on
 *
 * Shows another session, from its beginning at a zoom at which it can be read.
 */
void
jm_canvas_set_session (JmCanvas  *self,
                       JmSession *session)
{
  g_return_if_fail (JM_IS_CANVAS (self));
  g_return_if_fail (session == NULL || JM_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      jm_canvas_commit_editing (self);
      jm_canvas_pointer_cancel (self);
      jm_canvas_link_cancel (self);
      g_clear_pointer (&self->offered, jm_paste_free);
      g_signal_handlers_disconnect_by_data (self->session, self);
      jm_canvas_items_drop (self);
      jm_canvas_forget_scene (self);
      g_clear_object (&self->session);
    }

  jm_canvas_pointer_forget (self);
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, 0);
      g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, 0);
    }

  jm_canvas_next_speak (self);
  jm_viewport_start_over (JM_VIEWPORT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

/**
 * jm_canvas_get_session:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what it works on
 */
JmSession *
jm_canvas_get_session (JmCanvas *self)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), NULL);

  return self->session;
}

/**
 * jm_canvas_set_tool:
 * @self: a canvas
 * @tool: the tool to take up
 *
 * Takes up a tool. One that makes things is laid down again after one use, unless it is locked.
 */
void
jm_canvas_set_tool (JmCanvas *self,
                    JmTool    tool)
{
  g_return_if_fail (JM_IS_CANVAS (self));
  g_return_if_fail (tool < JM_N_TOOLS);

  if (self->tool == tool)
    return;

  self->tool = tool;
  if (tool == JM_TOOL_SELECT)
    jm_canvas_set_tool_locked (self, FALSE);
  jm_canvas_update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TOOL]);
}

/**
 * jm_canvas_get_tool:
 * @self: a canvas
 *
 * Returns: the tool in hand
 */
JmTool
jm_canvas_get_tool (JmCanvas *self)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), JM_TOOL_SELECT);

  return self->tool;
}

/**
 * jm_canvas_set_tool_locked:
 * @self: a canvas
 * @locked: whether the tool stays in hand after it was used
 */
void
jm_canvas_set_tool_locked (JmCanvas *self,
                           gboolean  locked)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  if (self->tool_locked == locked)
    return;

  self->tool_locked = locked;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TOOL_LOCKED]);
}

/**
 * jm_canvas_get_tool_locked:
 * @self: a canvas
 *
 * Returns: whether the tool stays in hand after it was used
 */
gboolean
jm_canvas_get_tool_locked (JmCanvas *self)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), FALSE);

  return self->tool_locked;
}
