/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things of a scene are in the widget, and the other way round. */
#include "jm-viewport.h"

#include <math.h>

/* Pixels that are kept free around what is brought into view. */
#define REVEAL_GAP 36

/**
 * jm_viewport_get_area:
 * @self: a viewport
 * @beyond: so many pixels beyond each edge of the widget
 *
 * Returns: the part of the scene in view, in map units
 */
JmRect
jm_viewport_get_area (JmViewport *self,
                      double      beyond)
{
  JmPoint first = jm_viewport_to_scene (self, jm_point (-beyond, -beyond));
  double zoom = jm_viewport_get_zoom (self);

  return jm_rect (first.x, first.y,
                  (gtk_widget_get_width (GTK_WIDGET (self)) + 2 * beyond) / zoom,
                  (gtk_widget_get_height (GTK_WIDGET (self)) + 2 * beyond) / zoom);
}

/**
 * jm_viewport_to_scene:
 * @self: a viewport
 * @at: a place in the widget, in pixels
 *
 * Returns: that place in the scene, in map units
 */
JmPoint
jm_viewport_to_scene (JmViewport *self,
                      JmPoint     at)
{
  JmPoint origin = jm_viewport_get_origin (self);
  double zoom = jm_viewport_get_zoom (self);

  return jm_point ((at.x - origin.x) / zoom, (at.y - origin.y) / zoom);
}

/**
 * jm_viewport_from_scene:
 * @self: a viewport
 * @at: a place in the scene, in map units
 *
 * Returns: that place in the widget, in pixels
 */
JmPoint
jm_viewport_from_scene (JmViewport *self,
                        JmPoint     at)
{
  JmPoint origin = jm_viewport_get_origin (self);
  double zoom = jm_viewport_get_zoom (self);

  return jm_point (origin.x + at.x * zoom, origin.y + at.y * zoom);
}

/**
 * jm_viewport_place:
 * @self: a viewport
 * @rect: a rectangle of the scene, in map units
 *
 * Returns: where it is in the widget, in pixels
 */
JmRect
jm_viewport_place (JmViewport *self,
                   JmRect      rect)
{
  JmPoint at = jm_viewport_from_scene (self, jm_point (rect.x, rect.y));
  double zoom = jm_viewport_get_zoom (self);

  return jm_rect (at.x, at.y, rect.width * zoom, rect.height * zoom);
}

/**
 * jm_viewport_snap:
 * @self: a viewport
 * @length: pixels
 *
 * Returns: the length nearest to @length that covers whole pixels of the screen
 */
double
jm_viewport_snap (JmViewport *self,
                  double      length)
{
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return round (length * factor) / factor;
}

/**
 * jm_viewport_find_way:
 * @rect: something in the widget, in pixels
 * @room: the part of the widget in which it is to be seen
 *
 * Only as far as is needed, so that the eye keeps its place. The beginning counts when not all of it fits.
 *
 * Returns: how much farther to scroll to bring @rect into @room
 */
JmPoint
jm_viewport_find_way (JmRect rect,
                      JmRect room)
{
  JmPoint way = jm_point (0, 0);

  if (rect.x + rect.width > room.x + room.width)
    way.x = rect.x + rect.width - (room.x + room.width) + REVEAL_GAP;
  if (rect.x - way.x < room.x)
    way.x = rect.x - room.x - REVEAL_GAP;
  if (rect.y + rect.height > room.y + room.height)
    way.y = rect.y + rect.height - (room.y + room.height) + REVEAL_GAP;
  if (rect.y - way.y < room.y)
    way.y = rect.y - room.y - REVEAL_GAP;

  return way;
}

/**
 * jm_viewport_get_view:
 * @self: a viewport
 * @dx: pixels by which what is painted is away from its place in the scene
 * @dy: pixels by which what is painted is away from its place in the scene
 * @hidden: (nullable): a text that is left out
 *
 * Returns: how the scene comes onto the screen
 */
JmPainterView
jm_viewport_get_view (JmViewport         *self,
                      double              dx,
                      double              dy,
                      const JmHiddenText *hidden)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;
  JmPoint origin = jm_viewport_get_origin (self);
  double zoom = jm_viewport_get_zoom (self);
  JmRect area = jm_viewport_get_area (self, 0);

  return (JmPainterView) {
    .area = jm_rect_offset (area, -dx / zoom, -dy / zoom),
    .origin = jm_point (origin.x + dx, origin.y + dy),
    .scale = zoom,
    .device = gtk_widget_get_scale_factor (GTK_WIDGET (self)),
    .by_cairo = renderer != NULL && G_TYPE_CHECK_INSTANCE_TYPE (renderer, GSK_TYPE_CAIRO_RENDERER),
    .hidden = hidden,
  };
}
