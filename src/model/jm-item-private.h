/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an item is made of, for the files that make up the item, and what only the model itself may ask of one. */
#pragma once

#include "jm-index.h"

G_BEGIN_DECLS

typedef struct
{
  guint8 attr;
  guint8 is_static;   /* value is a word of the format's own and not to be freed */
  char  *value;
} JmItemAttr;

/* What few items have. */
typedef struct
{
  JmName  name;
  GArray *foreign;      /* of JmForeignAttr */
  GArray *namespaces;   /* of JmName */
} JmItemExtra;

/* A map of 10,000 touchpoints has some 90,000 of these. */
struct _JmItem
{
  gint          ref_count;
  guint8        kind;
  guint8        sealed;
  guint8        n_attrs;
  guint8        has_shared_text;   /* text is a GRefString */
  guint         n_children;
  guint         text_offset;
  char         *id;
  char         *text;
  JmItemAttr   *attrs;             /* in the order of JmAttr */
  JmItem      **children;          /* room for a power of two */
  JmItemExtra  *extra;
  JmIndex      *index;             /* of a phase, once it has been asked for; set atomically */
};

/* jm-item.c */
JmItem     *jm_item_alloc          (JmKind        kind);
JmIndex    *jm_item_get_index      (JmItem       *item);

/* jm-item-ask.c */
JmItemAttr *jm_item_find_attr      (const JmItem *item,
                                    JmAttr        attr);
gboolean    jm_item_equal_itself   (const JmItem *a,
                                    const JmItem *b);

/* jm-item-foreign.c */
void        jm_item_extra_free     (JmItemExtra  *extra);
void        jm_item_copy_extra     (JmItem       *copy,
                                    const JmItem *item);
gboolean    jm_item_extras_equal   (const JmItem *a,
                                    const JmItem *b);

G_END_DECLS
