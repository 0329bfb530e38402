/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of the map is in view, and how large: scrolling, zooming, and the headings and lane names kept in view. */
#include "jm-canvas-private.h"

#include <math.h>

/* Pixels around the map. The scene has margins of its own. */
#define MARGIN_TOP    14
#define MARGIN_BOTTOM 32
/* Pixels around the headings and lane names that are kept in view. */
#define PIN_GAP       8
/* Pixels that are kept free around what is brought into view. */
#define REVEAL_GAP    36
/* At first a map fills the width, unless that makes it smaller than this. */
#define FIRST_ZOOM    0.66
#define ZOOM_STEP     1.2

static void
value_changed_cb (GtkAdjustment *adjustment,
                  JmCanvas      *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jm_canvas_view_set_adjustment (JmCanvas       *self,
                               GtkOrientation  orientation,
                               GtkAdjustment  *adjustment)
{
  GtkAdjustment **place = orientation == GTK_ORIENTATION_HORIZONTAL ? &self->hadjustment : &self->vadjustment;

  if (*place == adjustment && adjustment != NULL)
    return;

  if (*place != NULL)
    {
      g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
      g_clear_object (place);
    }
  if (adjustment != NULL)
    {
      *place = g_object_ref_sink (adjustment);
      g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }

  g_object_notify (G_OBJECT (self), orientation == GTK_ORIENTATION_HORIZONTAL ? "hadjustment" : "vadjustment");
}

static double
get_value (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* A length that covers whole pixels of the screen. */
static double
snap (JmCanvas *self,
      double    length)
{
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return round (length * factor) / factor;
}

static double
get_content_width (JmCanvas *self,
                   double    zoom)
{
  return self->scene != NULL ? ceil (jm_scene_get_width (self->scene) * zoom) : 0;
}

static double
get_content_height (JmCanvas *self,
                    double    zoom)
{
  double height = self->scene != NULL ? jm_scene_get_height (self->scene) * zoom : 0;

  return ceil (height) + MARGIN_TOP + MARGIN_BOTTOM + self->bottom_inset;
}

static void
configure (GtkAdjustment *adjustment,
           double         value,
           double         content,
           double         page)
{
  double upper = MAX (content, page);

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page), 0, upper,
                              page * 0.1, page * 0.9, page);
}

/* Where the scene begins when nothing is scrolled. A narrow map stands in the middle; when it grows it stays where it is
 * as long as there is room, so that nothing moves under the eyes of those who work on it. */
static double
get_left (JmCanvas *self,
          double    width)
{
  double room = MAX (floor (width - get_content_width (self, self->zoom)), 0);

  if (self->left_zoom != self->zoom || self->left_width != width)
    {
      self->left_zoom = self->zoom;
      self->left_width = width;
      self->left = floor (room / 2);
    }

  self->left = MIN (self->left, room);
  return self->left;
}

static void
update_origin (JmCanvas *self,
               int       width)
{
  self->origin_x = snap (self, get_left (self, width) - get_value (self->hadjustment));
  self->origin_y = snap (self, MARGIN_TOP - get_value (self->vadjustment));
}

/* What is kept in view, and by how much it is away from its place in the scene. */
static void
update_pins (JmCanvas *self,
             int       width,
             int       height)
{
  JmGroup *headings = jm_scene_get_layer (self->scene, JM_LAYER_HEADINGS);
  JmGroup *lanes = jm_scene_get_layer (self->scene, JM_LAYER_LANES);
  JmRect grid = jm_scene_get_grid (self->scene);
  JmPins pins = { FALSE };

  if (headings != NULL && !jm_rect_is_nothing (headings->bounds) && headings->bounds.height > 0)
    {
      double top = self->origin_y + headings->bounds.y * self->zoom;
      double depth = headings->bounds.height * self->zoom;
      double end = self->origin_y + (grid.y + grid.height) * self->zoom;

      /* Not when it would take a third of the view, nor once the map has left it. */
      if (top < PIN_GAP && depth < height / 3.0 && end > PIN_GAP + depth)
        {
          pins.headings = TRUE;
          pins.headings_dy = snap (self, PIN_GAP - top);
          pins.headings_end = snap (self, PIN_GAP + depth + PIN_GAP / 2.0);
        }
    }

  if (lanes != NULL && !jm_rect_is_nothing (lanes->bounds) && lanes->bounds.width > 0)
    {
      double left = self->origin_x + lanes->bounds.x * self->zoom;
      double span = lanes->bounds.width * self->zoom;
      double grid_left = self->origin_x + grid.x * self->zoom;
      double grid_right = grid_left + grid.width * self->zoom;

      if (jm_scene_is_rtl (self->scene))
        {
          if (left + span > width - PIN_GAP && span < width / 3.0 && grid_left < width - span)
            {
              pins.lanes = TRUE;
              pins.lanes_dx = snap (self, width - PIN_GAP - span - left);
              pins.lanes_end = snap (self, width - span - 2 * PIN_GAP);
            }
        }
      else if (left < PIN_GAP && span < width / 3.0 && grid_right > span)
        {
          pins.lanes = TRUE;
          pins.lanes_dx = snap (self, PIN_GAP - left);
          pins.lanes_end = snap (self, span + 2 * PIN_GAP);
        }
    }

  self->pins = pins;
}

static void
set_zoom (JmCanvas *self,
          double    zoom)
{
  zoom = CLAMP (zoom, JM_CANVAS_ZOOM_MIN, JM_CANVAS_ZOOM_MAX);
  if (fabs (zoom - self->zoom) < 1e-9)
    return;

  self->zoom = zoom;
  g_object_notify (G_OBJECT (self), "zoom");
}

static double
get_width_zoom (JmCanvas *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / MAX (jm_scene_get_width (self->scene), 1);
}

static void
reveal_now (JmCanvas *self,
            int       width,
            int       height)
{
  g_autofree char *id = g_steal_pointer (&self->reveal_id);
  double left = PIN_GAP, top = PIN_GAP, right = width - PIN_GAP, bottom = height - PIN_GAP - self->bottom_inset;
  JmPoint origin;
  JmGroup *group;
  JmRect rect;
  double dx = 0, dy = 0;

  if (id == NULL)
    return;

  group = jm_scene_find (self->scene, id, JM_ROLE_NONE, &origin);
  if (group == NULL)
    return;

  rect = jm_rect_offset (group->box, origin.x, origin.y);
  rect = jm_rect (self->origin_x + rect.x * self->zoom, self->origin_y + rect.y * self->zoom,
                  rect.width * self->zoom, rect.height * self->zoom);
  if (self->pins.headings && group->role != JM_ROLE_PHASE)
    top = self->pins.headings_end;
  if (self->pins.lanes && !jm_scene_is_rtl (self->scene))
    left = self->pins.lanes_end;
  if (self->pins.lanes && jm_scene_is_rtl (self->scene))
    right = self->pins.lanes_end;

  /* Only as far as is needed, so that the eye keeps its place. The beginning counts when not all of it fits. */
  if (rect.x + rect.width > right)
    dx = rect.x + rect.width - right + REVEAL_GAP;
  if (rect.x - dx < left)
    dx = rect.x - left - REVEAL_GAP;
  if (group->role != JM_ROLE_PHASE || !self->pins.headings)
    {
      if (rect.y + rect.height > bottom)
        dy = rect.y + rect.height - bottom + REVEAL_GAP;
      if (rect.y - dy < top)
        dy = rect.y - top - REVEAL_GAP;
    }
  if (group->role == JM_ROLE_LANE && self->pins.lanes)
    dx = 0;

  if (dx != 0 || dy != 0)
    jm_canvas_view_scroll_by (self, dx, dy);
}

/* At each allocation: composes the scene if it must, and settles what is in view. */
void
jm_canvas_view_update (JmCanvas *self,
                       int       width,
                       int       height)
{
  double content, grown = 0;

  if (jm_canvas_ensure_scene (self) == NULL)
    {
      configure (self->hadjustment, 0, 0, width);
      configure (self->vadjustment, 0, 0, height);
      return;
    }

  if (!self->has_view && width > 1 && height > 1)
    {
      self->has_view = TRUE;
      self->left_zoom = 0;
      self->content_zoom = 0;
      set_zoom (self, CLAMP (get_width_zoom (self), FIRST_ZOOM, 1));
      configure (self->hadjustment, jm_scene_is_rtl (self->scene) ? G_MAXINT : 0,
                 get_content_width (self, self->zoom), width);
      configure (self->vadjustment, 0, get_content_height (self, self->zoom), height);
    }

  /* A map that runs from right to left grows on its left, so there the view moves along. */
  content = get_content_width (self, self->zoom);
  if (jm_scene_is_rtl (self->scene) && self->content_zoom == self->zoom)
    grown = content - self->content_width;
  self->content_width = content;
  self->content_zoom = self->zoom;

  configure (self->hadjustment, get_value (self->hadjustment) + grown, content, width);
  configure (self->vadjustment, get_value (self->vadjustment), get_content_height (self, self->zoom), height);
  update_origin (self, width);
  update_pins (self, width, height);

  if (self->reveal_id != NULL)
    {
      reveal_now (self, width, height);
      update_origin (self, width);
      update_pins (self, width, height);
    }
}

static gboolean
prepare_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  JmCanvas *self = JM_CANVAS (widget);

  self->view_tick = 0;
  if (gtk_widget_get_width (widget) > 1)
    jm_canvas_view_update (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  gtk_widget_queue_allocate (widget);

  return G_SOURCE_REMOVE;
}

/* Settles the view before the layout of the next frame. A scroll bar that comes or goes in the midst of a layout asks
 * for another one, which GTK forgets.
 */
void
jm_canvas_view_queue (JmCanvas *self)
{
  if (self->view_tick == 0)
    self->view_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), prepare_cb, NULL, NULL);
}

/* The part of the scene in view, and so many pixels beyond each edge. */
JmRect
jm_canvas_view_get_area (JmCanvas *self,
                         double    beyond)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  return jm_rect ((-self->origin_x - beyond) / self->zoom, (-self->origin_y - beyond) / self->zoom,
                  (width + 2 * beyond) / self->zoom, (height + 2 * beyond) / self->zoom);
}

/* Where a rectangle of the scene is in the widget; headings and lane names count where they are kept in view. */
JmRect
jm_canvas_view_place (JmCanvas *self,
                      JmRole    role,
                      JmRect    rect)
{
  JmRect placed = jm_rect (self->origin_x + rect.x * self->zoom, self->origin_y + rect.y * self->zoom,
                           rect.width * self->zoom, rect.height * self->zoom);

  if (role == JM_ROLE_PHASE && self->pins.headings)
    placed.y += self->pins.headings_dy;
  if (role == JM_ROLE_LANE && self->pins.lanes)
    placed.x += self->pins.lanes_dx;

  return placed;
}

void
jm_canvas_view_scroll_by (JmCanvas *self,
                          double    dx,
                          double    dy)
{
  if (self->hadjustment != NULL && dx != 0)
    gtk_adjustment_set_value (self->hadjustment, gtk_adjustment_get_value (self->hadjustment) + dx);
  if (self->vadjustment != NULL && dy != 0)
    gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + dy);
}

JmPoint
jm_canvas_view_to_map (JmCanvas *self,
                       JmPoint   at)
{
  return jm_point ((at.x - self->origin_x) / self->zoom, (at.y - self->origin_y) / self->zoom);
}

/**
 * jm_canvas_to_map:
 * @self: a canvas
 * @x: a place in the widget, in pixels
 * @y: a place in the widget, in pixels
 *
 * Returns: that place in the scene, in map units
 */
JmPoint
jm_canvas_to_map (JmCanvas *self,
                  double    x,
                  double    y)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), jm_point (0, 0));

  return jm_canvas_view_to_map (self, jm_point (x, y));
}

/**
 * jm_canvas_from_map:
 * @self: a canvas
 * @x: a place in the scene, in map units
 * @y: a place in the scene, in map units
 *
 * Returns: that place in the widget, in pixels
 */
JmPoint
jm_canvas_from_map (JmCanvas *self,
                    double    x,
                    double    y)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), jm_point (0, 0));

  return jm_point (self->origin_x + x * self->zoom, self->origin_y + y * self->zoom);
}

/**
 * jm_canvas_get_item_rect:
 * @self: a canvas that was allocated a size
 * @id: an id or an emotion's handle
 * @role: which of the places where the item is shown, %JM_ROLE_NONE for the main one
 * @rect: (out): where it is in the widget, in pixels
 *
 * Returns: whether it is in the scene, in view or not
 */
gboolean
jm_canvas_get_item_rect (JmCanvas   *self,
                         const char *id,
                         JmRole      role,
                         JmRect     *rect)
{
  JmPoint origin;
  JmGroup *group;

  g_return_val_if_fail (JM_IS_CANVAS (self), FALSE);
  g_return_val_if_fail (rect != NULL, FALSE);

  if (jm_canvas_ensure_scene (self) == NULL)
    return FALSE;

  group = jm_scene_find (self->scene, id, role, &origin);
  if (group == NULL)
    return FALSE;

  *rect = jm_canvas_view_place (self, group->role, jm_rect_offset (group->box, origin.x, origin.y));
  return TRUE;
}

/**
 * jm_canvas_zoom_at:
 * @self: a canvas
 * @zoom: pixels a map unit; brought between %JM_CANVAS_ZOOM_MIN and %JM_CANVAS_ZOOM_MAX
 * @x: a place in the widget, in pixels
 * @y: a place in the widget, in pixels
 *
 * Zooms so that what is at that place stays there, as far as the edges of the map allow.
 */
void
jm_canvas_zoom_at (JmCanvas *self,
                   double    zoom,
                   double    x,
                   double    y)
{
  double width, height;
  JmPoint at;

  g_return_if_fail (JM_IS_CANVAS (self));

  if (jm_canvas_ensure_scene (self) == NULL)
    {
      set_zoom (self, zoom);
      return;
    }

  self->has_view = TRUE;
  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  at = jm_canvas_view_to_map (self, jm_point (x, y));
  set_zoom (self, zoom);

  configure (self->hadjustment, get_left (self, width) + at.x * self->zoom - x,
             get_content_width (self, self->zoom), width);
  configure (self->vadjustment, MARGIN_TOP + at.y * self->zoom - y,
             get_content_height (self, self->zoom), height);
  update_origin (self, (int) width);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * jm_canvas_set_zoom:
 * @self: a canvas
 * @zoom: pixels a map unit
 *
 * Zooms around the middle of the view.
 */
void
jm_canvas_set_zoom (JmCanvas *self,
                    double    zoom)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  jm_canvas_zoom_at (self, zoom,
                     gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * jm_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: pixels a map unit
 */
double
jm_canvas_get_zoom (JmCanvas *self)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), 1);

  return self->zoom;
}

/**
 * jm_canvas_zoom_in:
 * @self: a canvas
 *
 * Makes the map a step larger.
 */
void
jm_canvas_zoom_in (JmCanvas *self)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  jm_canvas_set_zoom (self, self->zoom * ZOOM_STEP);
}

/**
 * jm_canvas_zoom_out:
 * @self: a canvas
 *
 * Makes the map a step smaller.
 */
void
jm_canvas_zoom_out (JmCanvas *self)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  jm_canvas_set_zoom (self, self->zoom / ZOOM_STEP);
}

/**
 * jm_canvas_zoom_to_fit:
 * @self: a canvas
 *
 * Brings the whole map into view.
 */
void
jm_canvas_zoom_to_fit (JmCanvas *self)
{
  double height;

  g_return_if_fail (JM_IS_CANVAS (self));

  if (jm_canvas_ensure_scene (self) == NULL)
    return;

  height = gtk_widget_get_height (GTK_WIDGET (self)) - MARGIN_TOP - self->bottom_inset;
  jm_canvas_zoom_at (self, MIN (MIN (get_width_zoom (self), height / MAX (jm_scene_get_height (self->scene), 1)), 1.5),
                     0, 0);
  if (self->hadjustment != NULL)
    gtk_adjustment_set_value (self->hadjustment, 0);
  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, 0);
}

/**
 * jm_canvas_zoom_to_width:
 * @self: a canvas
 *
 * Lets the map fill the width of the view.
 */
void
jm_canvas_zoom_to_width (JmCanvas *self)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  if (jm_canvas_ensure_scene (self) != NULL)
    jm_canvas_zoom_at (self, get_width_zoom (self), 0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * jm_canvas_actual_size:
 * @self: a canvas
 *
 * Shows the map as large as it is on paper.
 */
void
jm_canvas_actual_size (JmCanvas *self)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  jm_canvas_set_zoom (self, 1);
}

/**
 * jm_canvas_set_bottom_inset:
 * @self: a canvas
 * @inset: pixels at the lower edge that something else covers, such as a tool bar
 *
 * Lets the map be scrolled out from under what covers it.
 */
void
jm_canvas_set_bottom_inset (JmCanvas *self,
                            double    inset)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  if (self->bottom_inset == inset)
    return;

  self->bottom_inset = inset;
  jm_canvas_view_queue (self);
  g_object_notify (G_OBJECT (self), "bottom-inset");
}

/**
 * jm_canvas_reveal:
 * @self: a canvas
 * @id: an id or an emotion's handle
 *
 * Scrolls no further than is needed to bring an item into view, at the next frame.
 */
void
jm_canvas_reveal (JmCanvas   *self,
                  const char *id)
{
  g_return_if_fail (JM_IS_CANVAS (self));
  g_return_if_fail (id != NULL);

  g_free (self->reveal_id);
  self->reveal_id = g_strdup (id);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
