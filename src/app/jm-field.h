/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmField: a control of the inspector that shows one property of one item and edits it; the base of every kind of field. */
#pragma once

#include "model/jm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_FIELD (jm_field_get_type ())
G_DECLARE_DERIVABLE_TYPE (JmField, jm_field, JM, FIELD, AdwBin)

struct _JmFieldClass
{
  AdwBinClass parent_class;

  /* Show the present value; item is NULL when the item is gone. */
  void (* refresh) (JmField *self,
                    JmMap   *map,
                    JmItem  *item);

  /* Keep what was typed and not yet taken over, before another item is shown. May be NULL. */
  void (* flush)   (JmField *self);
};

/* Make: what a new field is about. part JM_KIND_NONE and attr JM_ATTR_NONE: the item's own text */
void        jm_field_set_subject   (JmField    *self,
                                    const char *label,
                                    JmAttr      attr,
                                    JmKind      part);
void        jm_field_bind          (JmField    *self,
                                    JmSession  *session,
                                    const char *id);
void        jm_field_refresh       (JmField    *self);

/* Ask */
JmSession  *jm_field_get_session   (JmField    *self);
const char *jm_field_get_label     (JmField    *self);
JmAttr      jm_field_get_attr      (JmField    *self);
const char *jm_field_get_value     (JmField    *self,
                                    JmItem     *item);

/* Edit */
void        jm_field_set_value     (JmField    *self,
                                    const char *value);
void        jm_field_type_value    (JmField    *self,
                                    const char *value);

/* For fields that are a button */
void        jm_field_set_button      (JmField    *self,
                                      GtkWidget  *button);
GtkWidget  *jm_field_set_menu_button (JmField    *self,
                                      GtkWidget  *image,
                                      GtkWidget  *popover);
void        jm_field_say_value       (JmField    *self,
                                      const char *value);

G_END_DECLS
