/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large a scene is shown, and where that puts it: the first view, the wheel, fingers that pinch. What is under the pointer
 * stays there while a person zooms. */
#include "jm-viewport-private.h"

#include <math.h>

/* Pixels around the scene, which has margins of its own. */
#define MARGIN_TOP    14
#define MARGIN_BOTTOM 32
/* At first a scene fills the width, unless that makes it smaller than this. */
#define FIRST_MIN     0.66
/* A step of the buttons and keys, and a notch of the wheel. */
#define ZOOM_STEP     1.2
#define WHEEL_STEP    1.12
/* Some devices report a whole swing of the wheel at once. */
#define WHEEL_MAX     4

static JmScene *
get_scene (JmViewport *self)
{
  return JM_VIEWPORT_GET_CLASS (self)->get_scene (self);
}

/* Where the scene is */

static double
get_content_width (JmViewport *self,
                   JmScene    *scene)
{
  return ceil (jm_scene_get_width (scene) * jm_viewport_get_private (self)->zoom);
}

static double
get_content_height (JmViewport *self,
                    JmScene    *scene)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);

  return ceil (jm_scene_get_height (scene) * priv->zoom) + MARGIN_TOP + MARGIN_BOTTOM + priv->bottom_inset;
}

/* Where the scene begins when nothing is scrolled. A narrow one stands in the middle; when it grows it stays where it is
 * as long as there is room, so that nothing moves under the eyes of those who work on it. */
static double
get_left (JmViewport *self,
          JmScene    *scene,
          double      width)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);
  double room = MAX (floor (width - get_content_width (self, scene)), 0);

  if (priv->left_zoom != priv->zoom || priv->left_width != width)
    {
      priv->left_zoom = priv->zoom;
      priv->left_width = width;
      priv->left = floor (room / 2);
    }

  priv->left = MIN (priv->left, room);
  return priv->left;
}

/* Likewise from above: where one only looks, a low scene stands in the middle, too. */
static double
get_top (JmViewport *self,
         JmScene    *scene,
         double      height)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);
  double room = height - jm_scene_get_height (scene) * priv->zoom;

  return priv->is_centered && room > MARGIN_TOP + MARGIN_BOTTOM ? floor (room / 2) : MARGIN_TOP;
}

static void
update_origin (JmViewport *self,
               JmScene    *scene,
               double      width,
               double      height)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);
  JmPoint scrolled = jm_viewport_get_scrolled (self);

  priv->origin = jm_point (jm_viewport_snap (self, get_left (self, scene, width) - scrolled.x),
                           jm_viewport_snap (self, get_top (self, scene, height) - scrolled.y));
}

static void
change_zoom (JmViewport *self,
             double      zoom)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);

  zoom = CLAMP (zoom, JM_ZOOM_MIN, JM_ZOOM_MAX);
  if (fabs (zoom - priv->zoom) < 1e-9)
    return;

  priv->zoom = zoom;
  jm_viewport_tell_zoom (self);
}

static double
get_width_zoom (JmScene *scene,
                double   width)
{
  return width / MAX (jm_scene_get_width (scene), 1);
}

static double
get_fit_zoom (JmViewport *self,
              JmScene    *scene,
              double      width,
              double      height)
{
  double room = height - MARGIN_TOP - jm_viewport_get_private (self)->bottom_inset;

  return MIN (MIN (get_width_zoom (scene, width), room / MAX (jm_scene_get_height (scene), 1)),
              JM_VIEWPORT_GET_CLASS (self)->fit_max);
}

/* Whether enough is seen from a corner: at least a third of what could be seen of the grid from left to right, and of all
 * of it from top to bottom. */
static gboolean
is_worth_seeing (JmScene *scene,
                 JmRect   view)
{
  JmRect grid = jm_scene_get_grid (scene);
  double across = MIN (view.x + view.width, grid.x + grid.width) - MAX (view.x, grid.x);
  double down = MIN (view.y + view.height, jm_scene_get_height (scene)) - MAX (view.y, 0);

  return across * 3 >= MIN (view.width, grid.width) && down * 3 >= MIN (view.height, jm_scene_get_height (scene));
}

static void
choose_first_view (JmViewport *self,
                   JmScene    *scene,
                   double      width,
                   double      height)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);

  priv->has_view = TRUE;
  priv->left_zoom = 0;
  priv->content_zoom = 0;
  if (priv->wants_start &&
      !is_worth_seeing (scene, jm_rect (priv->start.x, priv->start.y, width / priv->start_zoom, height / priv->start_zoom)))
    priv->wants_start = FALSE;
  if (priv->wants_start)
    {
      priv->wants_start = FALSE;
      change_zoom (self, priv->start_zoom);
      jm_viewport_configure (self, jm_point (get_left (self, scene, width) + priv->start.x * priv->zoom,
                                             get_top (self, scene, height) + priv->start.y * priv->zoom),
                             get_content_width (self, scene), get_content_height (self, scene), width, height);
      return;
    }

  change_zoom (self, priv->wants_fit ? get_fit_zoom (self, scene, width, height)
                                     : CLAMP (get_width_zoom (scene, width), FIRST_MIN,
                                              JM_VIEWPORT_GET_CLASS (self)->first_max));
  priv->wants_fit = FALSE;
  jm_viewport_configure (self, jm_point (jm_scene_is_rtl (scene) ? G_MAXINT : 0, 0),
                         get_content_width (self, scene), get_content_height (self, scene), width, height);
}

/* At each allocation. */
void
jm_viewport_zoom_settle (JmViewport *self,
                         int         width,
                         int         height)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);
  JmScene *scene = get_scene (self);
  double content, grown = 0;
  JmPoint scrolled;

  if (scene == NULL)
    {
      jm_viewport_configure (self, jm_point (0, 0), 0, 0, width, height);
      return;
    }

  if (!priv->has_view && width > 1 && height > 1)
    choose_first_view (self, scene, width, height);

  /* A map that runs from right to left grows on its left, so there the view moves along. */
  content = get_content_width (self, scene);
  if (jm_scene_is_rtl (scene) && priv->content_zoom == priv->zoom)
    grown = content - priv->content_width;
  priv->content_width = content;
  priv->content_zoom = priv->zoom;

  scrolled = jm_viewport_get_scrolled (self);
  jm_viewport_configure (self, jm_point (scrolled.x + grown, scrolled.y), content, get_content_height (self, scene),
                         width, height);
  update_origin (self, scene, width, height);
}

/* Zooms so that a place of the scene comes to a place of the widget, as far as the edges of the scene allow. */
static void
hold_at (JmViewport *self,
         double      zoom,
         JmPoint     at,
         double      x,
         double      y)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);
  JmScene *scene = get_scene (self);
  double width, height;

  if (scene == NULL)
    {
      change_zoom (self, zoom);
      return;
    }

  priv->has_view = TRUE;
  priv->wants_fit = FALSE;
  priv->wants_start = FALSE;
  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  change_zoom (self, zoom);

  jm_viewport_configure (self, jm_point (get_left (self, scene, width) + at.x * priv->zoom - x,
                                         get_top (self, scene, height) + at.y * priv->zoom - y),
                         get_content_width (self, scene), get_content_height (self, scene), width, height);
  update_origin (self, scene, width, height);
  jm_viewport_queue_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Events */

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           JmViewport               *self)
{
  jm_viewport_get_private (self)->pointer = jm_point (x, y);
}

/* Ctrl and the wheel zoom at the pointer; without Ctrl the scrolled window around us scrolls. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           JmViewport               *self)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  jm_viewport_zoom_at (self, priv->zoom * pow (WHEEL_STEP, -CLAMP (dy, -WHEEL_MAX, WHEEL_MAX)),
                       priv->pointer.x, priv->pointer.y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture       *pinch,
                GdkEventSequence *sequence,
                JmViewport       *self)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);
  double x, y;

  jm_viewport_pan_stop (self);
  priv->pinch_zoom = priv->zoom;
  if (gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    priv->pinch_at = jm_viewport_to_scene (self, jm_point (x, y));
  if (JM_VIEWPORT_GET_CLASS (self)->pinch_begun != NULL)
    JM_VIEWPORT_GET_CLASS (self)->pinch_begun (self);
}

/* What was between the fingers stays between them: they drag the view as they zoom it. */
static void
pinch_cb (GtkGesture       *pinch,
          GdkEventSequence *sequence,
          JmViewport       *self)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);
  double x, y;

  if (gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    hold_at (self, priv->pinch_zoom * gtk_gesture_zoom_get_scale_delta (GTK_GESTURE_ZOOM (pinch)), priv->pinch_at, x, y);
}

void
jm_viewport_zoom_init (JmViewport *self)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  priv->pinch = gtk_gesture_zoom_new ();
  g_signal_connect (priv->pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (priv->pinch, "update", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (priv->pinch));

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

/**
 * jm_viewport_get_pinch:
 * @self: a viewport
 *
 * Returns: (transfer none): the gesture of two fingers, for those that one finger may begin to be grouped with
 */
GtkGesture *
jm_viewport_get_pinch (JmViewport *self)
{
  g_return_val_if_fail (JM_IS_VIEWPORT (self), NULL);

  return jm_viewport_get_private (self)->pinch;
}

/**
 * jm_viewport_zoom_at:
 * @self: a viewport
 * @zoom: pixels a map unit; brought between %JM_ZOOM_MIN and %JM_ZOOM_MAX
 * @x: a place in the widget, in pixels
 * @y: a place in the widget, in pixels
 *
 * Zooms so that what is at that place stays there, as far as the edges of the scene allow.
 */
void
jm_viewport_zoom_at (JmViewport *self,
                     double      zoom,
                     double      x,
                     double      y)
{
  g_return_if_fail (JM_IS_VIEWPORT (self));

  hold_at (self, zoom, jm_viewport_to_scene (self, jm_point (x, y)), x, y);
}

/**
 * jm_viewport_set_zoom:
 * @self: a viewport
 * @zoom: pixels a map unit
 *
 * Zooms around the middle of the view.
 */
void
jm_viewport_set_zoom (JmViewport *self,
                      double      zoom)
{
  g_return_if_fail (JM_IS_VIEWPORT (self));

  jm_viewport_zoom_at (self, zoom,
                       gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * jm_viewport_get_zoom:
 * @self: a viewport
 *
 * Returns: pixels a map unit
 */
double
jm_viewport_get_zoom (JmViewport *self)
{
  g_return_val_if_fail (JM_IS_VIEWPORT (self), 1);

  return jm_viewport_get_private (self)->zoom;
}

/**
 * jm_viewport_zoom_in:
 * @self: a viewport
 *
 * Makes the scene a step larger.
 */
void
jm_viewport_zoom_in (JmViewport *self)
{
  g_return_if_fail (JM_IS_VIEWPORT (self));

  jm_viewport_set_zoom (self, jm_viewport_get_private (self)->zoom * ZOOM_STEP);
}

/**
 * jm_viewport_zoom_out:
 * @self: a viewport
 *
 * Makes the scene a step smaller.
 */
void
jm_viewport_zoom_out (JmViewport *self)
{
  g_return_if_fail (JM_IS_VIEWPORT (self));

  jm_viewport_set_zoom (self, jm_viewport_get_private (self)->zoom / ZOOM_STEP);
}

/**
 * jm_viewport_zoom_to_fit:
 * @self: a viewport
 *
 * Brings the whole scene into view; one that has no size yet does so when it has.
 */
void
jm_viewport_zoom_to_fit (JmViewport *self)
{
  JmScene *scene;
  int width, height;

  g_return_if_fail (JM_IS_VIEWPORT (self));

  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  scene = get_scene (self);
  if (scene == NULL || width <= 1 || height <= 1)
    {
      jm_viewport_get_private (self)->wants_fit = TRUE;
      jm_viewport_get_private (self)->wants_start = FALSE;
      jm_viewport_start_over (self);
      return;
    }

  jm_viewport_zoom_at (self, get_fit_zoom (self, scene, width, height), 0, 0);
  jm_viewport_scroll_to (self, jm_point (0, 0));
}

/**
 * jm_viewport_start_at:
 * @self: a viewport whose scene is of something else now
 * @zoom: pixels a map unit; brought between %JM_ZOOM_MIN and %JM_ZOOM_MAX
 * @corner: what is in the upper left corner, in map units
 *
 * Begins with this part of the scene, instead of with its beginning. When the scene has changed so that little would be
 * seen from there it begins with the beginning after all.
 */
void
jm_viewport_start_at (JmViewport *self,
                      double      zoom,
                      JmPoint     corner)
{
  JmViewportPrivate *priv;

  g_return_if_fail (JM_IS_VIEWPORT (self));

  priv = jm_viewport_get_private (self);
  priv->wants_start = TRUE;
  priv->start_zoom = CLAMP (zoom, JM_ZOOM_MIN, JM_ZOOM_MAX);
  priv->start = corner;
  jm_viewport_start_over (self);
}

/**
 * jm_viewport_get_corner:
 * @self: a viewport
 * @corner: (out): what is in the upper left corner of the view, in map units
 *
 * Returns: whether it has shown anything yet
 */
gboolean
jm_viewport_get_corner (JmViewport *self,
                        JmPoint    *corner)
{
  g_return_val_if_fail (JM_IS_VIEWPORT (self), FALSE);
  g_return_val_if_fail (corner != NULL, FALSE);

  *corner = jm_viewport_to_scene (self, jm_point (0, 0));

  return jm_viewport_get_private (self)->has_view;
}

/**
 * jm_viewport_zoom_to_rect:
 * @self: a viewport
 * @zoom: pixels a map unit; brought between %JM_ZOOM_MIN and %JM_ZOOM_MAX
 * @rect: a part of the scene, in map units
 * @room: a part of the widget, in pixels
 *
 * Zooms, and brings the middle of a part of the scene to the middle of a part of the widget, as far as the edges of the
 * scene allow.
 */
void
jm_viewport_zoom_to_rect (JmViewport *self,
                          double      zoom,
                          JmRect      rect,
                          JmRect      room)
{
  JmRect placed;

  g_return_if_fail (JM_IS_VIEWPORT (self));

  jm_viewport_zoom_at (self, zoom, 0, 0);
  placed = jm_viewport_place (self, rect);
  jm_viewport_scroll_by (self, placed.x + placed.width / 2 - room.x - room.width / 2,
                         placed.y + placed.height / 2 - room.y - room.height / 2);
}

/**
 * jm_viewport_zoom_to_width:
 * @self: a viewport
 *
 * Lets the scene fill the width of the view.
 */
void
jm_viewport_zoom_to_width (JmViewport *self)
{
  JmScene *scene;

  g_return_if_fail (JM_IS_VIEWPORT (self));

  scene = get_scene (self);
  if (scene != NULL)
    jm_viewport_zoom_at (self, get_width_zoom (scene, gtk_widget_get_width (GTK_WIDGET (self))),
                         0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}
