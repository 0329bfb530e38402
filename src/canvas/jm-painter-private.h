/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the painter share: how a group is drawn, and the pictures that are decoded. */
#pragma once

#include "jm-painter.h"

G_BEGIN_DECLS

/* What is known of a picture. */
typedef enum
{
  JM_PICTURE_PENDING,
  JM_PICTURE_READY,
  JM_PICTURE_REFUSED
} JmPictureState;

typedef struct _JmPictures JmPictures;

/* How groups are drawn. */
typedef struct
{
  JmType             *type;
  JmPictures         *pictures;
  const JmTheme      *theme;
  float               smallest;   /* text in a smaller font is a bar; 0 for none */
  gboolean            wait;       /* for pictures to be decoded */
  const JmHiddenText *hidden;     /* NULL for none */
} JmPen;

/* jm-painter.c */
gboolean          jm_painter_paints_whole (const JmGroup    *group);
gboolean          jm_painter_paints_plain (const JmGroup    *group);

/* jm-painter-pictures.c */
JmPictures       *jm_pictures_new         (void);
void              jm_pictures_free        (JmPictures       *self);
void              jm_pictures_set_on_done (JmPictures       *self,
                                           GFunc             func,
                                           gpointer          user_data);
JmPictureState    jm_pictures_look_up     (JmPictures       *self,
                                           JmItem           *picture,
                                           gboolean          wait,
                                           GdkTexture      **texture);

/* jm-painter-pen.c */
void              jm_pen_draw_group       (const JmPen      *pen,
                                           cairo_t          *cr,
                                           JmGroup          *group,
                                           gboolean          whole);
const JmTextSlot *jm_pen_find_hidden      (const JmPen      *pen,
                                           const JmGroup    *group);

/* jm-painter-looks.c */
typedef struct _JmLooks JmLooks;

JmLooks          *jm_looks_new            (void);
void              jm_looks_free           (JmLooks          *self);
JmGroup          *jm_looks_find           (JmLooks          *self,
                                           JmGroup          *group,
                                           guint64           frame);
void              jm_looks_forget         (JmLooks          *self,
                                           guint64           frame);
guint             jm_looks_get_size       (JmLooks          *self);
gboolean          jm_looks_are_same       (const JmGroup    *one,
                                           const JmGroup    *other);

G_END_DECLS
