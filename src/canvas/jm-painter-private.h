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
  gboolean       outlines;    /* letters as outlines: cairo puts glyphs on whole pixels, outlines where they belong */
} JmDetail;

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

G_END_DECLS
