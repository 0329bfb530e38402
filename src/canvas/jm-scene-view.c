/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It is as large as its scene and scrolled by what it is put into; only what is in view is painted. Nothing is edited here:
 * an item leads to the map. */
#include "jm-scene-view.h"

#include "jm-canvas-item.h"
#include "jm-canvas-private.h"
#include "jm-speech.h"

#include <math.h>

#define ZOOM_STEP  1.2
/* At first a picture fills the width, within these. */
#define FIRST_MIN  0.66
#define FIRST_MAX  1.25
/* Below the scene, in pixels: the controls that float there hide nothing. */
#define BOTTOM     96
#define FRAME_GAP  3

struct _JmSceneView
{
  GtkWidget   parent_instance;

  JmSession  *session;
  JmPainter  *painter;
  JmScene    *scene;       /* NULL: to be composed */
  JmMap      *scene_map;   /* the map that it shows */
  JmView      view;
  JmStyle     style;
  double      zoom;
  gboolean    has_zoom;    /* whether a person chose it */
  GtkWidget  *hover;       /* the item under the pointer, borrowed */
};

enum
{
  PROP_0,
  PROP_ZOOM,
  N_PROPS
};

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmSceneView, jm_scene_view, GTK_TYPE_WIDGET)

/* The scene */

static gboolean
visit_item (JmGroup  *group,
            double    x,
            double    y,
            gpointer  user_data)
{
  JmSceneView *self = user_data;
  g_autofree char *name = NULL;
  GtkWidget *item;

  /* A channel is an item here, and shows its properties. */
  if (group->id == NULL || !(jm_role_is_item (group->role) || group->role == JM_ROLE_CHANNEL))
    return TRUE;

  item = jm_canvas_item_new (group->id, group->role);
  name = jm_speech_for_item (self->scene_map, group->id);
  jm_canvas_item_set_name (JM_CANVAS_ITEM (item), name != NULL ? name : group->label);
  jm_canvas_item_place (JM_CANVAS_ITEM (item), group, jm_rect_offset (group->box, x, y), 0);
  gtk_widget_set_parent (item, GTK_WIDGET (self));

  return FALSE;
}

static JmCanvasItem *
get_focus_item (JmSceneView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return JM_IS_CANVAS_ITEM (child) ? JM_CANVAS_ITEM (child) : NULL;
}

static void
forget_scene (JmSceneView *self)
{
  GtkWidget *child;

  self->hover = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->scene, jm_scene_unref);
  g_clear_pointer (&self->scene_map, jm_map_unref);
}

/* The items are made anew with the scene; the one that had the focus has it again. */
static JmScene *
ensure_scene (JmSceneView *self)
{
  JmComposeOptions options = { .style = self->style };
  JmCanvasItem *focus_item;
  g_autofree char *focus = NULL;
  JmMap *map;

  if (self->session == NULL)
    return NULL;

  map = jm_session_get_map (self->session);
  if (self->scene != NULL && self->scene_map == map)
    return self->scene;

  focus_item = get_focus_item (self);
  if (focus_item != NULL)
    focus = g_strdup (jm_canvas_item_get_id (focus_item));
  forget_scene (self);

  self->scene = jm_view_compose (map, self->view, &options);
  self->scene_map = jm_map_ref (map);
  jm_scene_visit (self->scene, jm_rect (0, 0, jm_scene_get_width (self->scene), jm_scene_get_height (self->scene)),
                  visit_item, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jm_scene_get_description (self->scene), -1);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       focus != NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_strcmp0 (jm_canvas_item_get_id (JM_CANVAS_ITEM (child)), focus) == 0)
        {
          gtk_widget_grab_focus (child);
          break;
        }
    }

  return self->scene;
}

/* A view that is not seen waits until it is. */
static void
compose_later (JmSceneView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      forget_scene (self);
      return;
    }

  ensure_scene (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
changed_cb (JmSceneView *self)
{
  if (!jm_session_in_draft (self->session))
    compose_later (self);
}

static void
picture_cb (gpointer data,
            gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

/* Where it is on the widget */

static JmPoint
get_origin (JmSceneView *self)
{
  double width = jm_scene_get_width (self->scene) * self->zoom;

  return jm_point (floor (MAX (0, (gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2)), 0);
}

static GtkWidget *
find_item (JmSceneView *self,
           double       x,
           double       y)
{
  JmPoint origin;

  if (self->scene == NULL)
    return NULL;

  origin = get_origin (self);
  x = (x - origin.x) / self->zoom;
  y = (y - origin.y) / self->zoom;
  for (GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    {
      JmRect rect = jm_canvas_item_get_rect (JM_CANVAS_ITEM (child));

      if (x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height)
        return child;
    }

  return NULL;
}

/* Events */

static void
activate_item (JmSceneView  *self,
               JmCanvasItem *item)
{
  g_autofree char *id = g_strdup (jm_canvas_item_get_id (item));

  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, id);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             JmSceneView     *self)
{
  GtkWidget *item = find_item (self, x, y);

  if (item != NULL)
    activate_item (self, JM_CANVAS_ITEM (item));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           JmSceneView              *self)
{
  GtkWidget *item = find_item (self, x, y);

  if (item == self->hover)
    return;

  self->hover = item;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), item != NULL ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerMotion *controller,
          JmSceneView              *self)
{
  self->hover = NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           JmSceneView              *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK))
    return FALSE;

  jm_scene_view_set_zoom (self, self->zoom * pow (1.12, -CLAMP (dy, -4, 4)));
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                JmSceneView           *self)
{
  JmCanvasItem *item = get_focus_item (self);

  if (item == NULL || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_space))
    return GDK_EVENT_PROPAGATE;

  activate_item (self, item);
  return GDK_EVENT_STOP;
}

/* The widget */

static void
jm_scene_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  JmSceneView *self = JM_SCENE_VIEW (widget);

  *minimum = 1;
  if (self->scene != NULL)
    *minimum = (int) ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? jm_scene_get_width (self->scene)
                                                                      : jm_scene_get_height (self->scene)) * self->zoom)
               + (orientation == GTK_ORIENTATION_VERTICAL ? BOTTOM : 0);
  *natural = *minimum;
}

static void
jm_scene_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  JmSceneView *self = JM_SCENE_VIEW (widget);
  JmPoint origin;

  if (self->scene == NULL)
    return;

  origin = get_origin (self);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      JmRect rect = jm_canvas_item_get_rect (JM_CANVAS_ITEM (child));
      int minimum;

      /* GTK wants a widget to be measured before it gets its place. */
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { (int) (origin.x + rect.x * self->zoom),
                                                   (int) (origin.y + rect.y * self->zoom),
                                                   MAX (minimum, (int) ceil (rect.width * self->zoom)),
                                                   MAX (1, (int) ceil (rect.height * self->zoom)) },
                                -1);
    }
}

static void
append_frame (JmSceneView *self,
              GtkSnapshot *snapshot,
              GtkWidget   *item,
              double       width,
              float        alpha)
{
  JmRect rect = jm_canvas_item_get_rect (JM_CANVAS_ITEM (item));
  JmPoint origin = get_origin (self);
  GdkRGBA accent = { 0x35 / 255.f, 0x84 / 255.f, 0xe4 / 255.f, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_bg_color", &accent);
  accent.alpha = alpha;
  rect = jm_rect (origin.x + rect.x * self->zoom, origin.y + rect.y * self->zoom,
                  rect.width * self->zoom, rect.height * self->zoom);
  jm_overlay_append_frame (snapshot, jm_rect_expand (rect, FRAME_GAP), 9, width, accent);
}

static void
jm_scene_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  JmSceneView *self = JM_SCENE_VIEW (widget);
  JmColor page = jm_theme_get (self->style)->page;
  GdkRGBA color = { page.red / 255.f, page.green / 255.f, page.blue / 255.f, 1 };
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  GtkWidget *viewport = gtk_widget_get_parent (widget);
  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;
  JmRect shown = jm_rect (0, 0, width, height);
  graphene_rect_t bounds;
  JmPainterView view;
  JmPoint origin;

  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->scene == NULL)
    return;

  if (GTK_IS_SCROLLABLE (viewport) && gtk_widget_compute_bounds (viewport, widget, &bounds))
    shown = jm_rect (bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height);

  origin = get_origin (self);
  view = (JmPainterView) {
    .area = jm_rect ((shown.x - origin.x) / self->zoom, (shown.y - origin.y) / self->zoom,
                     shown.width / self->zoom, shown.height / self->zoom),
    .origin = origin,
    .scale = self->zoom,
    .device = gtk_widget_get_scale_factor (widget),
    .by_cairo = renderer != NULL && G_TYPE_CHECK_INSTANCE_TYPE (renderer, GSK_TYPE_CAIRO_RENDERER),
  };
  jm_painter_snapshot_area (self->painter, snapshot, self->scene, &view);

  if (self->hover != NULL)
    append_frame (self, snapshot, self->hover, 1.5, 0.45f);
  if (get_focus_item (self) != NULL && gtk_widget_has_focus (GTK_WIDGET (get_focus_item (self))))
    append_frame (self, snapshot, GTK_WIDGET (get_focus_item (self)), 2.5, 1);
}

/* Fills the width at first. Before anything is seen, what it scrolls in has no width of its own yet. */
static void
choose_zoom (JmSceneView *self)
{
  GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (self));

  while (around != NULL && gtk_widget_get_width (around) <= 0)
    around = gtk_widget_get_parent (around);
  if (self->has_zoom || self->scene == NULL || around == NULL)
    return;

  self->zoom = CLAMP (gtk_widget_get_width (around) / jm_scene_get_width (self->scene), FIRST_MIN, FIRST_MAX);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

static void
jm_scene_view_map (GtkWidget *widget)
{
  JmSceneView *self = JM_SCENE_VIEW (widget);

  ensure_scene (self);
  choose_zoom (self);
  GTK_WIDGET_CLASS (jm_scene_view_parent_class)->map (widget);
  gtk_widget_queue_resize (widget);
}

static gboolean
jm_scene_view_grab_focus (GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);

  return first != NULL ? gtk_widget_grab_focus (first)
                       : GTK_WIDGET_CLASS (jm_scene_view_parent_class)->grab_focus (widget);
}

static void
focus_changed_cb (JmSceneView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
jm_scene_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  g_value_set_double (value, JM_SCENE_VIEW (object)->zoom);
}

static void
jm_scene_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  jm_scene_view_set_zoom (JM_SCENE_VIEW (object), g_value_get_double (value));
}

static void
jm_scene_view_dispose (GObject *object)
{
  JmSceneView *self = JM_SCENE_VIEW (object);

  jm_scene_view_set_session (self, NULL);
  forget_scene (self);

  G_OBJECT_CLASS (jm_scene_view_parent_class)->dispose (object);
}

static void
jm_scene_view_finalize (GObject *object)
{
  jm_painter_free (JM_SCENE_VIEW (object)->painter);

  G_OBJECT_CLASS (jm_scene_view_parent_class)->finalize (object);
}

static void
jm_scene_view_class_init (JmSceneViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jm_scene_view_get_property;
  object_class->set_property = jm_scene_view_set_property;
  object_class->dispose = jm_scene_view_dispose;
  object_class->finalize = jm_scene_view_finalize;
  widget_class->measure = jm_scene_view_measure;
  widget_class->size_allocate = jm_scene_view_size_allocate;
  widget_class->snapshot = jm_scene_view_snapshot;
  widget_class->map = jm_scene_view_map;
  widget_class->grab_focus = jm_scene_view_grab_focus;

  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, JM_CANVAS_ZOOM_MIN, JM_CANVAS_ZOOM_MAX, 1,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", JM_TYPE_SCENE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "sceneview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
jm_scene_view_init (JmSceneView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->zoom = 1;
  self->view = JM_VIEW_MATRIX;
  self->painter = jm_painter_new ();
  jm_painter_set_on_picture (self->painter, picture_cb, self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  /* The map says itself which way it runs. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
}

/**
 * jm_scene_view_new:
 *
 * Returns: (transfer floating): a picture of no map yet; to be put into a #GtkScrolledWindow
 */
GtkWidget *
jm_scene_view_new (void)
{
  return g_object_new (JM_TYPE_SCENE_VIEW, NULL);
}

/**
 * jm_scene_view_set_session:
 * @self: a picture
 * @session: (nullable): the session whose map it shows
 *
 * Shows the map of @session as it is, and again after each change. Costs nothing while it is not seen.
 */
void
jm_scene_view_set_session (JmSceneView *self,
                           JmSession   *session)
{
  g_return_if_fail (JM_IS_SCENE_VIEW (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
  g_set_object (&self->session, session);
  forget_scene (self);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
      compose_later (self);
    }
}

/**
 * jm_scene_view_set_view:
 * @self: a picture
 * @view: which one; not the map itself
 */
void
jm_scene_view_set_view (JmSceneView *self,
                        JmView       view)
{
  g_return_if_fail (JM_IS_SCENE_VIEW (self));
  g_return_if_fail (view < JM_N_VIEWS);

  if (self->view == view)
    return;

  self->view = view;
  forget_scene (self);
  compose_later (self);
  choose_zoom (self);
}

/**
 * jm_scene_view_get_view:
 * @self: a picture
 *
 * Returns: which one it is
 */
JmView
jm_scene_view_get_view (JmSceneView *self)
{
  g_return_val_if_fail (JM_IS_SCENE_VIEW (self), JM_VIEW_MAP);

  return self->view;
}

/**
 * jm_scene_view_set_style:
 * @self: a picture
 * @style: its colours
 */
void
jm_scene_view_set_style (JmSceneView *self,
                         JmStyle      style)
{
  g_return_if_fail (JM_IS_SCENE_VIEW (self));
  g_return_if_fail (style < JM_N_STYLES);

  if (self->style == style)
    return;

  self->style = style;
  forget_scene (self);
  compose_later (self);
}

/**
 * jm_scene_view_get_scene:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): what it shows, valid until the map, the view or the style changes
 */
JmScene *
jm_scene_view_get_scene (JmSceneView *self)
{
  g_return_val_if_fail (JM_IS_SCENE_VIEW (self), NULL);

  return ensure_scene (self);
}

/**
 * jm_scene_view_set_zoom:
 * @self: a picture
 * @zoom: pixels to a unit of the scene
 *
 * Shows the picture larger or smaller.
 */
void
jm_scene_view_set_zoom (JmSceneView *self,
                        double       zoom)
{
  g_return_if_fail (JM_IS_SCENE_VIEW (self));

  zoom = CLAMP (zoom, JM_CANVAS_ZOOM_MIN, JM_CANVAS_ZOOM_MAX);
  self->has_zoom = TRUE;
  if (zoom == self->zoom)
    return;

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

/**
 * jm_scene_view_get_zoom:
 * @self: a picture
 *
 * Returns: pixels to a unit of the scene
 */
double
jm_scene_view_get_zoom (JmSceneView *self)
{
  g_return_val_if_fail (JM_IS_SCENE_VIEW (self), 1);

  return self->zoom;
}

void
jm_scene_view_zoom_in (JmSceneView *self)
{
  jm_scene_view_set_zoom (self, self->zoom * ZOOM_STEP);
}

void
jm_scene_view_zoom_out (JmSceneView *self)
{
  jm_scene_view_set_zoom (self, self->zoom / ZOOM_STEP);
}

/**
 * jm_scene_view_zoom_to_fit:
 * @self: a picture
 *
 * Shows all of it.
 */
void
jm_scene_view_zoom_to_fit (JmSceneView *self)
{
  GtkWidget *viewport;
  JmScene *scene;

  g_return_if_fail (JM_IS_SCENE_VIEW (self));

  viewport = gtk_widget_get_parent (GTK_WIDGET (self));
  scene = ensure_scene (self);
  if (scene == NULL || viewport == NULL)
    return;

  jm_scene_view_set_zoom (self, MIN (gtk_widget_get_width (viewport) / jm_scene_get_width (scene),
                                     (gtk_widget_get_height (viewport) - BOTTOM) / jm_scene_get_height (scene)));
}
