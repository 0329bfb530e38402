/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of JmViewport share: its state, and what each of them does for the others. */
#pragma once

#include "jm-viewport.h"

G_BEGIN_DECLS

#define JM_N_SWINGS 16

/* How far the view was dragged at one time. */
typedef struct
{
  JmPoint offset;
  guint32 time;   /* in milliseconds */
} JmSwing;

/* How far something is scrolled, and what it is scrolled in. */
typedef struct
{
  JmPoint scrolled;
  double  content_width;
  double  content_height;
  double  width;
  double  height;
} JmScroll;

typedef struct
{
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  guint          hscroll_policy : 1;
  guint          vscroll_policy : 1;
  guint          has_view : 1;   /* whether the first zoom was chosen */
  guint          wants_fit : 1;  /* all of it is to be shown once there is a size */
  guint          wants_start : 1; /* it begins with what was looked at another time: */
  guint          is_laid_out : 1; /* at this moment: what others would answer with another layout must wait */
  guint          has_scroll : 1; /* scroll is what is so, and what the adjustments will say */
  guint          has_zoomed : 1; /* likewise, the zoom */
  JmScroll       scroll;
  double         start_zoom;
  JmPoint        start;          /* what is in the corner then, in the scene */
  double         zoom;
  double         bottom_inset;
  gboolean       is_centered;    /* from top to bottom, too */
  gboolean       is_moody;       /* what is in it may ask for a layout in the midst of one */
  JmPoint        origin;         /* where the scene's origin is in the widget; whole pixels of the screen */
  double         left;           /* where the scene begins when nothing is scrolled … */
  double         left_zoom;      /* … at this zoom … */
  double         left_width;     /* … in a view of this width */
  double         content_width;  /* of the whole scene, in pixels … */
  double         content_zoom;   /* … at this zoom */
  guint          tick;           /* the view is to be settled */
  JmPoint        pointer;
  GtkGesture    *pinch;
  double         pinch_zoom;     /* when the fingers were set down … */
  JmPoint        pinch_at;       /* … and what was between them, in the scene */
  JmPoint        pan_from;       /* how far it was scrolled when it was taken hold of */
  JmSwing        swings[JM_N_SWINGS]; /* the last ones */
  guint          n_swings;
  JmPoint        glide;          /* how fast it scrolls by itself, in pixels a second … */
  JmPoint        glide_at;       /* … and how far it is, in parts of pixels */
  JmPoint        glide_seen;     /* where it came to, as far as the edges of the scene allow */
  gint64         glide_time;
  guint          glide_tick;
} JmViewportPrivate;

/* jm-viewport.c */
JmViewportPrivate *jm_viewport_get_private (JmViewport *self);
void               jm_viewport_configure   (JmViewport *self,
                                            JmPoint     scrolled,
                                            double      content_width,
                                            double      content_height,
                                            double      width,
                                            double      height);
void               jm_viewport_tell_zoom   (JmViewport *self);

/* jm-viewport-zoom.c */
void               jm_viewport_zoom_init   (JmViewport *self);
void               jm_viewport_zoom_settle (JmViewport *self,
                                            int         width,
                                            int         height);

G_END_DECLS
