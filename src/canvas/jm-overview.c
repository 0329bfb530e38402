/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-overview.h"

#include "jm-canvas-private.h"
#include "jm-overview-picture.h"

#include "config.h"

#include <glib/gi18n.h>

/* It is drawn anew when the hands have rested for so long, in milliseconds. */
#define PAUSE 400

/* How many times what is in view a map must be. */
#define MUCH_LARGER 2

/* The frame is never smaller, in pixels. */
#define SMALLEST_FRAME 8

/* A step of an arrow, of what is in view. */
#define STEP 0.25

struct _JmOverview
{
  GtkWidget      parent_instance;

  JmCanvas      *canvas;
  JmSession     *session;
  GtkAdjustment *adjustments[2];

  GdkTexture    *texture;
  JmScene       *drawn;        /* borrowed, only to be compared with */
  int            width;        /* of the picture, in pixels */
  int            height;
  guint          timeout;
  guint          idle;
  gboolean       drawing;      /* another thread is at it */
  gboolean       needed;
  JmPoint        grip;         /* from the middle of the frame to where it is held, in map units */
};

enum
{
  PROP_0,
  PROP_NEEDED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (JmOverview, jm_overview, GTK_TYPE_WIDGET)

static JmScene *
get_scene (JmOverview *self)
{
  return self->session != NULL ? jm_canvas_get_scene (self->canvas) : NULL;
}

/* Drawing */

static void queue_drawing (JmOverview *self);

/* What another thread draws. */
typedef struct
{
  JmScene *scene;
  int      width;
  int      height;
  int      device;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  jm_scene_unref (order->scene);
  g_free (order);
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Order *order = task_data;

  g_task_return_pointer (task, jm_overview_picture_new (order->scene, order->width, order->height, order->device),
                         g_object_unref);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  JmOverview *self = JM_OVERVIEW (source);
  const Order *order = g_task_get_task_data (G_TASK (result));
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), NULL);

  self->drawing = FALSE;
  /* Of another map by now, or of none. */
  if (texture == NULL || self->session == NULL)
    {
      g_clear_object (&texture);
      return;
    }

  g_clear_object (&self->texture);
  self->texture = texture;
  if (order->width != self->width || order->height != self->height)
    {
      self->width = order->width;
      self->height = order->height;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->drawn != get_scene (self))
    queue_drawing (self);
}

/* A large map takes longer than a frame: nobody waits for it, a scene can be read from any thread. */
static gboolean
draw_cb (gpointer user_data)
{
  JmOverview *self = user_data;
  JmScene *scene = get_scene (self);
  g_autoptr(GTask) task = NULL;
  Order *order;

  self->timeout = 0;
  if (scene == NULL || self->drawing)
    return G_SOURCE_REMOVE;

  order = g_new0 (Order, 1);
  order->scene = jm_scene_ref (scene);
  jm_overview_picture_measure (scene, &order->width, &order->height);
  order->device = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  self->drawing = TRUE;
  self->drawn = scene;
  task = g_task_new (self, NULL, drawn_cb, NULL);
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, draw_thread);

  return G_SOURCE_REMOVE;
}

static void
queue_drawing (JmOverview *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->needed && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->timeout = g_timeout_add_full (G_PRIORITY_LOW, self->texture == NULL ? 0 : PAUSE, draw_cb, self, NULL);
}

static gboolean
is_needed (JmOverview *self)
{
  JmScene *scene = get_scene (self);
  double width, height, zoom;

  if (scene == NULL)
    return FALSE;

  width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  zoom = jm_viewport_get_zoom (JM_VIEWPORT (self->canvas));

  return width > 1 && height > 1 &&
         MAX (jm_scene_get_width (scene) * zoom / width, 1) * MAX (jm_scene_get_height (scene) * zoom / height, 1) >
           MUCH_LARGER;
}

static gboolean
look_cb (gpointer user_data)
{
  JmOverview *self = user_data;
  gboolean needed = is_needed (self);

  self->idle = 0;
  if (needed != self->needed)
    {
      self->needed = needed;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NEEDED]);
    }
  if (self->drawn != get_scene (self))
    queue_drawing (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* The canvas may change what is in view while it is laid out, when nobody else may change. */
static void
view_changed_cb (JmOverview *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (GTK_PRIORITY_RESIZE + 5, look_cb, self, NULL);
}

static void
map_changed_cb (JmOverview *self)
{
  view_changed_cb (self);
  self->drawn = NULL;
}

static JmRect
get_frame (JmOverview *self,
           JmScene    *scene)
{
  JmRect area = jm_viewport_get_area (JM_VIEWPORT (self->canvas), 0);
  double scale_x = self->width / MAX (jm_scene_get_width (scene), 1);
  double scale_y = self->height / MAX (jm_scene_get_height (scene), 1);
  double left = CLAMP (area.x * scale_x, 0, self->width - SMALLEST_FRAME);
  double top = CLAMP (area.y * scale_y, 0, self->height - SMALLEST_FRAME);
  double right = CLAMP ((area.x + area.width) * scale_x, left + SMALLEST_FRAME, self->width);
  double bottom = CLAMP ((area.y + area.height) * scale_y, top + SMALLEST_FRAME, self->height);

  return jm_rect (left, top, right - left, bottom - top);
}

static void
jm_overview_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  JmOverview *self = JM_OVERVIEW (widget);
  JmScene *scene = get_scene (self);
  GdkRGBA accent, veil;
  JmRect frame;

  if (scene == NULL || self->texture == NULL)
    return;

  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, self->width, self->height));

  frame = get_frame (self, scene);
  accent = jm_overlay_get_accent (GTK_WIDGET (self->canvas));
  veil = accent;
  veil.alpha = 0.13f;
  gtk_snapshot_append_color (snapshot, &veil, &GRAPHENE_RECT_INIT ((float) frame.x, (float) frame.y,
                                                                   (float) frame.width, (float) frame.height));
  jm_overlay_append_frame (snapshot, jm_rect_expand (frame, -1), 2, 2, accent);
}

static void
jm_overview_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  JmOverview *self = JM_OVERVIEW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (self->width, 1) : MAX (self->height, 1);
}

static void
jm_overview_map (GtkWidget *widget)
{
  JmOverview *self = JM_OVERVIEW (widget);

  GTK_WIDGET_CLASS (jm_overview_parent_class)->map (widget);
  if (self->drawn == NULL || self->drawn != get_scene (self))
    queue_drawing (self);
}

/* Moving the view */

static JmPoint
get_middle (JmOverview *self)
{
  JmRect area = jm_viewport_get_area (JM_VIEWPORT (self->canvas), 0);

  return jm_point (area.x + area.width / 2, area.y + area.height / 2);
}

/* Brings a place of the map, in map units, into the middle of the view. */
static void
go_to (JmOverview *self,
       JmPoint     at)
{
  double zoom = jm_viewport_get_zoom (JM_VIEWPORT (self->canvas));
  JmPoint middle = get_middle (self);

  jm_viewport_scroll_by (JM_VIEWPORT (self->canvas), (at.x - middle.x) * zoom, (at.y - middle.y) * zoom);
}

static JmPoint
to_map (JmOverview *self,
        JmScene    *scene,
        double      x,
        double      y)
{
  return jm_point (x * jm_scene_get_width (scene) / MAX (self->width, 1),
                   y * jm_scene_get_height (scene) / MAX (self->height, 1));
}

static void
drag_begin_cb (GtkGestureDrag *drag,
               double          x,
               double          y,
               JmOverview     *self)
{
  JmScene *scene = get_scene (self);
  JmPoint at, middle;

  if (scene == NULL || self->texture == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  at = to_map (self, scene, x, y);
  middle = get_middle (self);
  self->grip = jm_point (0, 0);
  if (jm_rect_contains (get_frame (self, scene), x, y))
    self->grip = jm_point (at.x - middle.x, at.y - middle.y);
  else
    go_to (self, at);
}

static void
drag_update_cb (GtkGestureDrag *drag,
                double          offset_x,
                double          offset_y,
                JmOverview     *self)
{
  JmScene *scene = get_scene (self);
  double x, y;
  JmPoint at;

  if (scene == NULL || self->texture == NULL || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;

  at = to_map (self, scene, x + offset_x, y + offset_y);
  go_to (self, jm_point (at.x - self->grip.x, at.y - self->grip.y));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                JmOverview            *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self->canvas)) * STEP;
  double height = gtk_widget_get_height (GTK_WIDGET (self->canvas)) * STEP;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      jm_viewport_scroll_by (JM_VIEWPORT (self->canvas), -width, 0);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      jm_viewport_scroll_by (JM_VIEWPORT (self->canvas), width, 0);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      jm_viewport_scroll_by (JM_VIEWPORT (self->canvas), 0, -height);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      jm_viewport_scroll_by (JM_VIEWPORT (self->canvas), 0, height);
      return TRUE;
    default:
      return FALSE;
    }
}

/* The widget */

/* The scrolled window gives the canvas its adjustments, and may give it others. */
static void
adjustments_changed_cb (JmOverview *self)
{
  static const char * const names[] = { "hadjustment", "vadjustment" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
      if (self->canvas == NULL)
        continue;
      g_object_get (self->canvas, names[i], &self->adjustments[i], NULL);
      if (self->adjustments[i] == NULL)
        continue;
      g_signal_connect_object (self->adjustments[i], "changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->adjustments[i], "value-changed", G_CALLBACK (view_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
listen_to (JmOverview *self,
           JmSession  *session)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
  g_clear_object (&self->texture);
  map_changed_cb (self);
}

static void
session_changed_cb (JmOverview *self)
{
  listen_to (self, jm_canvas_get_session (self->canvas));
}

static void
jm_overview_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (prop_id == PROP_NEEDED)
    g_value_set_boolean (value, JM_OVERVIEW (object)->needed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
jm_overview_dispose (GObject *object)
{
  JmOverview *self = JM_OVERVIEW (object);

  if (self->canvas != NULL)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_clear_object (&self->canvas);
  adjustments_changed_cb (self);
  listen_to (self, NULL);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);

  G_OBJECT_CLASS (jm_overview_parent_class)->dispose (object);
}

static void
jm_overview_class_init (JmOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jm_overview_dispose;
  G_OBJECT_CLASS (klass)->get_property = jm_overview_get_property;
  widget_class->snapshot = jm_overview_snapshot;
  widget_class->measure = jm_overview_measure;
  widget_class->map = jm_overview_map;

  props[PROP_NEEDED] = g_param_spec_boolean ("needed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "jm-overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jm_overview_init (JmOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), FALSE);
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Overview: drag the frame (F8 hides it)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Which part of the map is in view. The arrows move it, F8 hides the overview."), -1);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * jm_overview_new:
 *
 * Returns: an overview of nothing yet
 */
GtkWidget *
jm_overview_new (void)
{
  return g_object_new (JM_TYPE_OVERVIEW, NULL);
}

/**
 * jm_overview_set_canvas:
 * @self: an overview without a canvas
 * @canvas: what it is the overview of
 */
void
jm_overview_set_canvas (JmOverview *self,
                        JmCanvas   *canvas)
{
  g_return_if_fail (JM_IS_OVERVIEW (self));
  g_return_if_fail (JM_IS_CANVAS (canvas));
  g_return_if_fail (self->canvas == NULL);

  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (canvas, "notify::session", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "notify::hadjustment", G_CALLBACK (adjustments_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "notify::vadjustment", G_CALLBACK (adjustments_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "notify::zoom", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "notify::style", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
  adjustments_changed_cb (self);
  session_changed_cb (self);
}

/**
 * jm_overview_get_needed:
 * @self: an overview
 *
 * Returns: whether the map is much larger than what is in view of it
 */
gboolean
jm_overview_get_needed (JmOverview *self)
{
  g_return_val_if_fail (JM_IS_OVERVIEW (self), FALSE);

  return self->needed;
}
