/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmPage: a page of the inspector: the fields for one kind of item; the base of the pages that hold more than fields. */
#pragma once

#include "jm-field.h"

G_BEGIN_DECLS

#define JM_TYPE_PAGE (jm_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (JmPage, jm_page, JM, PAGE, AdwBin)

struct _JmPageClass
{
  AdwBinClass parent_class;

  /* Show what is no field. May be NULL. */
  void (* update) (JmPage *self,
                   JmMap  *map,
                   JmItem *item);
};

/* Make */
void       jm_page_add_field     (JmPage     *self,
                                  GtkWidget  *field);
void       jm_page_add_fields    (JmPage     *self,
                                  GtkWidget  *first,
                                  ...) G_GNUC_NULL_TERMINATED;
void       jm_page_add           (JmPage     *self,
                                  GtkWidget  *widget);
void       jm_page_add_heading   (JmPage     *self,
                                  const char *heading);

/* Show */
void       jm_page_show          (JmPage     *self,
                                  JmSession  *session,
                                  const char *id);
void       jm_page_refresh       (JmPage     *self);
JmSession *jm_page_get_session   (JmPage     *self);
const char *jm_page_get_id       (JmPage     *self);

/* The pages, each in a file of its own */
GtkWidget *jm_map_page_new         (void);
GtkWidget *jm_persona_page_new     (void);
GtkWidget *jm_channel_page_new     (void);
GtkWidget *jm_lane_page_new        (void);
GtkWidget *jm_phase_page_new       (void);
GtkWidget *jm_touchpoint_page_new  (void);
GtkWidget *jm_emotion_page_new     (void);
GtkWidget *jm_pain_point_page_new  (void);
GtkWidget *jm_opportunity_page_new (void);
GtkWidget *jm_thought_page_new     (void);
GtkWidget *jm_note_page_new        (void);
GtkWidget *jm_measure_page_new     (void);
GtkWidget *jm_picture_page_new     (void);
GtkWidget *jm_reference_page_new   (void);
GtkWidget *jm_transition_page_new  (void);
GtkWidget *jm_other_page_new       (void);
GtkWidget *jm_selection_page_new   (void);

G_END_DECLS
