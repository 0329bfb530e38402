/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmPainter: paints a scene; keeps what it painted by group, which never goes stale because groups are immutable. */
#pragma once

#include "jm-motion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _JmPainter JmPainter;

/* A text that is left out because it is being edited: the slot of part in the group of this item and role. */
typedef struct
{
  const char *id;
  JmRole      role;
  JmKind      part;
} JmHiddenText;

/* What is in view, and how it is brought onto the screen. */
typedef struct
{
  JmRect              area;    /* what is in view, in map units */
  JmPoint             origin;  /* where the scene's origin is, in the snapshot's coordinates; on a pixel of the device */
  double              scale;   /* of map units to the snapshot's coordinates */
  double              device;  /* pixels of the device in one of the snapshot's coordinates */
  gboolean            by_cairo; /* whether cairo draws the window, not a graphics card */
  const JmHiddenText *hidden;  /* NULL for none */
  const JmMotion     *motion;  /* what is on its way to its place; NULL for nothing */
} JmPainterView;

JmPainter     *jm_painter_new            (void);
void           jm_painter_free           (JmPainter          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmPainter, jm_painter_free)

/* Called in the main thread when a picture that was being decoded can be shown. */
void           jm_painter_set_on_picture (JmPainter          *self,
                                          GFunc               func,
                                          gpointer            user_data);

/* Paint */
GskRenderNode *jm_painter_paint_scene    (JmPainter          *self,
                                          JmScene            *scene);
GskRenderNode *jm_painter_paint_group    (JmPainter          *self,
                                          JmGroup            *group);
void           jm_painter_snapshot_area  (JmPainter          *self,
                                          GtkSnapshot        *snapshot,
                                          JmScene            *scene,
                                          const JmPainterView *view);
void           jm_painter_snapshot_layer (JmPainter          *self,
                                          GtkSnapshot        *snapshot,
                                          JmScene            *scene,
                                          JmLayer             layer,
                                          const JmPainterView *view);
void           jm_painter_snapshot_group (JmPainter           *self,
                                          GtkSnapshot         *snapshot,
                                          JmGroup             *group,
                                          const JmPainterView *view);

G_END_DECLS
