/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All items are child widgets, but only what is in view is painted. Nothing is edited here: an item leads to the map. */
#include "jm-scene-view.h"

#include "jm-canvas-item.h"
#include "jm-canvas-private.h"
#include "jm-convert.h"
#include "jm-speech.h"

#include <math.h>

/* Pixels. */
#define FRAME_GAP    3
#define FRAME_RADIUS 9
/* At first, and when all of it is shown. */
#define FIRST_MAX    1.25
#define FIT_MAX      JM_ZOOM_MAX

struct _JmSceneView
{
  JmViewport  parent_instance;

  JmSession  *session;
  JmPainter  *painter;
  JmScene    *scene;       /* NULL: to be composed */
  JmMap      *scene_map;   /* the map that it shows */
  JmView      view;
  JmMap      *baseline;    /* compared with, or NULL */
  JmEvidence  evidence;    /* which touchpoints stand out */
  JmOrder     order;       /* of what there is to take up */
  JmStyle     style;
  GtkWidget  *hover;       /* the item under the pointer, borrowed */
};

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmSceneView, jm_scene_view, JM_TYPE_VIEWPORT)

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
  JmComposeOptions options = {
    .style = self->style, .baseline = self->baseline, .evidence = self->evidence, .order = self->order
  };
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
  jm_viewport_queue_settle (JM_VIEWPORT (self));
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

static GtkWidget *
find_item (JmSceneView *self,
           double       x,
           double       y)
{
  JmPoint at = jm_viewport_to_scene (JM_VIEWPORT (self), jm_point (x, y));

  for (GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    {
      JmRect rect = jm_canvas_item_get_rect (JM_CANVAS_ITEM (child));

      if (at.x >= rect.x && at.x < rect.x + rect.width && at.y >= rect.y && at.y < rect.y + rect.height)
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
jm_scene_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  JmViewport *viewport = JM_VIEWPORT (widget);

  jm_viewport_settle (viewport);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      JmRect rect = jm_viewport_place (viewport, jm_canvas_item_get_rect (JM_CANVAS_ITEM (child)));
      int minimum;

      /* GTK wants a widget to be measured before it gets its place. */
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { (int) rect.x, (int) rect.y,
                                                   MAX (minimum, (int) ceil (rect.width)),
                                                   MAX (1, (int) ceil (rect.height)) },
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
  JmRect rect = jm_viewport_place (JM_VIEWPORT (self), jm_canvas_item_get_rect (JM_CANVAS_ITEM (item)));
  GdkRGBA accent = jm_overlay_get_accent (GTK_WIDGET (self));

  accent.alpha = alpha;
  jm_overlay_append_frame (snapshot, jm_rect_expand (rect, FRAME_GAP), FRAME_RADIUS, width, accent);
}

static void
jm_scene_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  JmSceneView *self = JM_SCENE_VIEW (widget);
  GdkRGBA page = jm_color_to_rgba (jm_theme_get (self->style)->page);
  JmPainterView view;

  gtk_snapshot_append_color (snapshot, &page,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
  if (self->scene == NULL)
    return;

  view = jm_viewport_get_view (JM_VIEWPORT (self), 0, 0, NULL);
  jm_painter_snapshot_area (self->painter, snapshot, self->scene, &view);

  if (self->hover != NULL)
    append_frame (self, snapshot, self->hover, 1.5, 0.45f);
  if (get_focus_item (self) != NULL && gtk_widget_has_focus (GTK_WIDGET (get_focus_item (self))))
    append_frame (self, snapshot, GTK_WIDGET (get_focus_item (self)), 2.5, 1);
}

static void
jm_scene_view_map (GtkWidget *widget)
{
  ensure_scene (JM_SCENE_VIEW (widget));
  GTK_WIDGET_CLASS (jm_scene_view_parent_class)->map (widget);
  gtk_widget_queue_allocate (widget);
}

/* The item that has the focus comes into view. */
static void
jm_scene_view_set_focus_child (GtkWidget *widget,
                               GtkWidget *child)
{
  JmViewport *viewport = JM_VIEWPORT (widget);

  GTK_WIDGET_CLASS (jm_scene_view_parent_class)->set_focus_child (widget, child);

  if (child != NULL)
    {
      JmRect room = jm_rect (0, 0, gtk_widget_get_width (widget),
                             gtk_widget_get_height (widget) - jm_viewport_get_bottom_inset (viewport));
      JmPoint way = jm_viewport_find_way (jm_viewport_place (viewport, jm_canvas_item_get_rect (JM_CANVAS_ITEM (child))),
                                          room);

      jm_viewport_scroll_by (viewport, way.x, way.y);
    }
}

static JmScene *
jm_scene_view_get_viewport_scene (JmViewport *viewport)
{
  /* Its items come and go with the scene, and must not while it is laid out. */
  return JM_SCENE_VIEW (viewport)->scene;
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
  g_clear_pointer (&JM_SCENE_VIEW (object)->baseline, jm_map_unref);
  jm_painter_free (JM_SCENE_VIEW (object)->painter);

  G_OBJECT_CLASS (jm_scene_view_parent_class)->finalize (object);
}

static void
jm_scene_view_class_init (JmSceneViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JmViewportClass *viewport_class = JM_VIEWPORT_CLASS (klass);

  object_class->dispose = jm_scene_view_dispose;
  object_class->finalize = jm_scene_view_finalize;
  widget_class->size_allocate = jm_scene_view_size_allocate;
  widget_class->snapshot = jm_scene_view_snapshot;
  widget_class->map = jm_scene_view_map;
  widget_class->grab_focus = jm_scene_view_grab_focus;
  widget_class->set_focus_child = jm_scene_view_set_focus_child;
  viewport_class->get_scene = jm_scene_view_get_viewport_scene;
  viewport_class->first_max = FIRST_MAX;
  viewport_class->fit_max = FIT_MAX;

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
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = JM_VIEW_MATRIX;
  self->painter = jm_painter_new ();
  jm_painter_set_on_picture (self->painter, picture_cb, self);

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
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
  jm_viewport_start_over (JM_VIEWPORT (self));
}

/**
 * jm_scene_view_set_baseline:
 * @self: a picture
 * @baseline: (nullable): the map that is compared with, which %JM_VIEW_COMPARE shows as well
 */
void
jm_scene_view_set_baseline (JmSceneView *self,
                            JmMap       *baseline)
{
  g_return_if_fail (JM_IS_SCENE_VIEW (self));

  if (self->baseline == baseline)
    return;

  g_clear_pointer (&self->baseline, jm_map_unref);
  if (baseline != NULL)
    self->baseline = jm_map_ref (baseline);
  forget_scene (self);
  compose_later (self);
}

/**
 * jm_scene_view_set_evidence:
 * @self: a picture
 * @evidence: which touchpoints stand out, in pictures of whole maps
 */
void
jm_scene_view_set_evidence (JmSceneView *self,
                            JmEvidence   evidence)
{
  g_return_if_fail (JM_IS_SCENE_VIEW (self));

  if (self->evidence == evidence)
    return;

  self->evidence = evidence;
  forget_scene (self);
  compose_later (self);
}

/**
 * jm_scene_view_set_order:
 * @self: a scene view
 * @order: in which order it lists what there is to take up
 */
void
jm_scene_view_set_order (JmSceneView *self,
                         JmOrder      order)
{
  g_return_if_fail (JM_IS_SCENE_VIEW (self));

  if (self->order == order)
    return;

  self->order = order;
  forget_scene (self);
  compose_later (self);
}

/**
 * jm_scene_view_get_order:
 * @self: a scene view
 *
 * Returns: in which order it lists what there is to take up
 */
JmOrder
jm_scene_view_get_order (JmSceneView *self)
{
  g_return_val_if_fail (JM_IS_SCENE_VIEW (self), JM_ORDER_WEIGHT);

  return self->order;
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
