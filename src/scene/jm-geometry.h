/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points and rectangles of the scene, as plain values in map units of 1/96 inch, y downwards. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} JmPoint;

/* A width or height of zero is a rectangle all the same (the bounds of a straight line);
 * a negative one is no rectangle at all, see jm_rect_nothing().
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} JmRect;

static inline JmPoint
jm_point (double x,
          double y)
{
  return (JmPoint) { x, y };
}

static inline JmRect
jm_rect (double x,
         double y,
         double width,
         double height)
{
  return (JmRect) { x, y, width, height };
}

/* The start of a union: adding a rectangle to nothing gives that rectangle. */
static inline JmRect
jm_rect_nothing (void)
{
  return (JmRect) { 0, 0, -1, -1 };
}

static inline gboolean
jm_rect_is_nothing (JmRect rect)
{
  return rect.width < 0 || rect.height < 0;
}

static inline gboolean
jm_rect_equal (JmRect a,
               JmRect b)
{
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

/* The smallest rectangle that holds both. */
static inline JmRect
jm_rect_union (JmRect a,
               JmRect b)
{
  double left, top, right, bottom;

  if (jm_rect_is_nothing (a))
    return b;
  if (jm_rect_is_nothing (b))
    return a;

  left = MIN (a.x, b.x);
  top = MIN (a.y, b.y);
  right = MAX (a.x + a.width, b.x + b.width);
  bottom = MAX (a.y + a.height, b.y + b.height);

  return (JmRect) { left, top, right - left, bottom - top };
}

/* Whether the two have a point in common; touching edges count, so that a line is not culled. */
static inline gboolean
jm_rect_intersects (JmRect a,
                    JmRect b)
{
  if (jm_rect_is_nothing (a) || jm_rect_is_nothing (b))
    return FALSE;

  return a.x <= b.x + b.width && b.x <= a.x + a.width &&
         a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/* Whether the point is in the rectangle; the left and top edges belong to it, the right and
 * bottom ones to its neighbours.
 */
static inline gboolean
jm_rect_contains (JmRect rect,
                  double x,
                  double y)
{
  return x >= rect.x && x < rect.x + rect.width &&
         y >= rect.y && y < rect.y + rect.height;
}

/* Larger by margin on each of the four sides, or smaller when it is negative. */
static inline JmRect
jm_rect_expand (JmRect rect,
                double margin)
{
  if (jm_rect_is_nothing (rect))
    return rect;

  return (JmRect) { rect.x - margin, rect.y - margin, rect.width + 2 * margin, rect.height + 2 * margin };
}

static inline JmRect
jm_rect_offset (JmRect rect,
                double dx,
                double dy)
{
  return (JmRect) { rect.x + dx, rect.y + dy, rect.width, rect.height };
}

G_END_DECLS
