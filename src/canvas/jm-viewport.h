/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmViewport: what a scene is looked at through: a widget that scrolls, and shows the scene larger or smaller. */
#pragma once

#include "jm-painter.h"
#include "scene/jm-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JM_ZOOM_MIN 0.1
#define JM_ZOOM_MAX 4.0

#define JM_TYPE_VIEWPORT (jm_viewport_get_type ())
G_DECLARE_DERIVABLE_TYPE (JmViewport, jm_viewport, JM, VIEWPORT, GtkWidget)

/* get_scene:   (nullable) the scene, composed if it must be
 * settle:      settles which part of the scene is in view, in a widget of this size; those that override it chain up
 * pinch_begun: whatever else the pointer was doing is over; may be NULL
 * first_max:   at first the scene fills the width, but is no larger than this …
 * fit_max:     … nor than this when all of it is brought into view */
struct _JmViewportClass
{
  GtkWidgetClass parent_class;

  JmScene *(* get_scene)   (JmViewport *self);
  void     (* settle)      (JmViewport *self,
                            int         width,
                            int         height);
  void     (* pinch_begun) (JmViewport *self);

  double first_max;
  double fit_max;
};

/* Properties (notify): zoom, bottom-inset, and those of GtkScrollable */

/* How large */
void          jm_viewport_set_zoom         (JmViewport         *self,
                                            double              zoom);
double        jm_viewport_get_zoom         (JmViewport         *self);
void          jm_viewport_zoom_at          (JmViewport         *self,
                                            double              zoom,
                                            double              x,
                                            double              y);
void          jm_viewport_zoom_in          (JmViewport         *self);
void          jm_viewport_zoom_out         (JmViewport         *self);
void          jm_viewport_zoom_to_fit      (JmViewport         *self);
void          jm_viewport_zoom_to_width    (JmViewport         *self);

/* Which part */
void          jm_viewport_start_at         (JmViewport         *self,
                                            double              zoom,
                                            JmPoint             corner);
gboolean      jm_viewport_get_corner       (JmViewport         *self,
                                            JmPoint            *corner);
void          jm_viewport_zoom_to_rect     (JmViewport         *self,
                                            double              zoom,
                                            JmRect              rect,
                                            JmRect              room);
JmPoint       jm_viewport_get_scrolled     (JmViewport         *self);
void          jm_viewport_scroll_to        (JmViewport         *self,
                                            JmPoint             to);
void          jm_viewport_scroll_by        (JmViewport         *self,
                                            double              dx,
                                            double              dy);
JmPoint       jm_viewport_find_way         (JmRect              rect,
                                            JmRect              room);
void          jm_viewport_set_bottom_inset (JmViewport         *self,
                                            double              inset);
double        jm_viewport_get_bottom_inset (JmViewport         *self);
void          jm_viewport_set_moody        (JmViewport         *self,
                                            gboolean            moody);
void          jm_viewport_queue_layout     (JmViewport         *self);
void          jm_viewport_set_centered     (JmViewport         *self,
                                            gboolean            centered);

/* Dragging it */
void          jm_viewport_pan_begin        (JmViewport         *self,
                                            guint32             time);
void          jm_viewport_pan_to           (JmViewport         *self,
                                            double              dx,
                                            double              dy,
                                            guint32             time);
void          jm_viewport_pan_end          (JmViewport         *self,
                                            gboolean            glides,
                                            guint32             time);
gboolean      jm_viewport_pan_stop         (JmViewport         *self);

/* Where things are */
JmPoint       jm_viewport_get_origin       (JmViewport         *self);
JmRect        jm_viewport_get_area         (JmViewport         *self,
                                            double              beyond);
JmPoint       jm_viewport_to_scene         (JmViewport         *self,
                                            JmPoint             at);
JmPoint       jm_viewport_from_scene       (JmViewport         *self,
                                            JmPoint             at);
JmRect        jm_viewport_place            (JmViewport         *self,
                                            JmRect              rect);
double        jm_viewport_snap             (JmViewport         *self,
                                            double              length);

/* For the widgets that are viewports */
GtkGesture   *jm_viewport_get_pinch        (JmViewport         *self);
void          jm_viewport_start_over       (JmViewport         *self);
void          jm_viewport_settle           (JmViewport         *self);
void          jm_viewport_queue_settle     (JmViewport         *self);
JmPainterView jm_viewport_get_view         (JmViewport         *self,
                                            double              dx,
                                            double              dy,
                                            const JmHiddenText *hidden);

G_END_DECLS
