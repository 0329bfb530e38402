/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the painter share: how one operation is painted, and the pictures that are decoded. */
#pragma once

#include "jm-painter.h"

G_BEGIN_DECLS

/* How much of a group is worth painting: text smaller than this is drawn as a bar. */
typedef struct
{
  float          smallest;    /* font size in map units */
  const JmTheme *theme;       /* NULL: keep shadows */
} JmDetail;

/* The bar in place of a line that is too small: its height, as a part of the font's size, and how dark it is. */
#define JM_BAR_HEIGHT 0.42
#define JM_BAR_ALPHA  0.45f

static inline GdkRGBA
jm_color_to_rgba (JmColor color)
{
  return (GdkRGBA) { color.red / 255.f, color.green / 255.f, color.blue / 255.f, color.alpha / 255.f };
}

/* What is known of a picture. */
typedef enum
{
  JM_PICTURE_PENDING,
  JM_PICTURE_READY,
  JM_PICTURE_REFUSED
} JmPictureState;

typedef struct _JmPictures JmPictures;

JmPictures    *jm_pictures_new         (void);
void           jm_pictures_free        (JmPictures          *self);
void           jm_pictures_set_on_done (JmPictures          *self,
                                        GFunc                func,
                                        gpointer             user_data);
JmPictureState jm_pictures_look_up     (JmPictures          *self,
                                        JmItem              *picture,
                                        gboolean             wait,
                                        GdkTexture         **texture);

void           jm_paint_ops            (GtkSnapshot         *snapshot,
                                        JmGroup             *group,
                                        JmType              *type,
                                        JmDetail             detail,
                                        const JmTextSlot    *hidden,
                                        JmPictures          *pictures,
                                        gboolean             wait);

/* jm-painter-cairo.c */
void           jm_draw_path            (cairo_t             *cr,
                                        const JmOp          *op);
void           jm_draw_group           (cairo_t             *cr,
                                        JmGroup             *group,
                                        JmType              *type,
                                        JmDetail             detail,
                                        JmPictures          *pictures);
gboolean       jm_op_is_shadow         (const JmOp          *op,
                                        JmDetail             detail);
JmRect         jm_op_place_picture     (const JmOp          *op,
                                        double               width,
                                        double               height);

G_END_DECLS
