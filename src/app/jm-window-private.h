/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the window share: its widgets and its state. For jm-window*.c only. */
#pragma once

#include "jm-window.h"

#include "app/jm-toast.h"
#include "canvas/jm-canvas.h"
#include "canvas/jm-scene-view.h"

G_BEGIN_DECLS

/* What the tool bar covers at the bottom of the canvas, in pixels. */
#define JM_WINDOW_BOTTOM_INSET 96

/* In how many steps the header bar gives way. */
#define JM_WINDOW_N_ROOMS 4

struct _JmWindow
{
  AdwApplicationWindow parent_instance;

  /* Of the template */
  GtkWidget  *header;
  GtkWidget  *title;
  GtkWidget  *open_button;
  GtkWidget  *new_button;
  GtkWidget  *undo_button;
  GtkWidget  *redo_button;
  GtkWidget  *present_button;
  GtkWidget  *present_label;
  GtkWidget  *export_button;
  GtkWidget  *inspector_button;
  GtkWidget  *check_button;
  GtkWidget  *check_count;
  GtkWidget  *menu_button;
  GtkWidget  *notice_bar;
  GtkWidget  *notice_label;
  GtkWidget  *notice_details;
  GtkWidget  *below_header;
  GtkWidget  *toast;
  GtkWidget  *stack;
  GtkWidget  *start_page;
  GtkWidget  *panel_view;
  GtkWidget  *canvas;
  GtkWidget  *views;           /* the canvas, or another picture of the map */
  GtkWidget  *scene_view;
  GtkWidget  *find_bar;
  GtkWidget  *overview;
  GtkWidget  *tool_bar;
  GtkWidget  *view_bar;        /* in the place of the tools while another picture is shown */
  GtkWidget  *zoom;
  GtkWidget  *zoom_label;
  GtkWidget  *time_toggle;     /* with the zoom, where the map says how long things take */
  GtkWidget  *inspector;
  GtkWidget  *lists;           /* what stays above the inspector while people work */
  GtkWidget  *check_panel;
  GtkWidget  *compare_panel;
  GtkWidget  *alert;           /* of jm-window-safety.c */

  JmDocument *document;        /* NULL: the start page is shown */
  GFile      *loading;         /* the file that is being opened */
  GPtrArray  *notices;         /* of JmNotice, about the file as it was opened */
  GSettings  *settings;        /* NULL where the schema is not installed */
  GError     *save_error;      /* why the last save failed; NULL when it did not */
  guint       undo_toast;      /* the one that offers to undo the last step */
  guint       canvas_toast;    /* what the canvas said last */
  guint       present_toast;   /* the one that says how to end the presentation */
  guint       loading_timeout;
  guint       fit_idle;
  guint       adapt_idle;
  guint       zoom_idle;
  guint       inhibit_idle;
  guint       inhibit_cookie;  /* that holds the end of the session back; 0 for none */
  GtkEventController *escape;  /* ends the presentation */

  int         width;           /* as it was laid out last */
  int         needs[JM_WINDOW_N_ROOMS]; /* what the header bar needs, by how much of it is shown; 0: not measured */
  gboolean    needs_are_of_map;
  gboolean    overview_fits;   /* beside the tools */
  gboolean    is_folded;       /* the inspector lies over the canvas */
  gboolean    is_presenting;
  gboolean    is_asking;       /* whether to save before closing */
  gboolean    waits_to_close;  /* until the map is saved */
  gboolean    may_save_newer;  /* the person was told that the map is of a newer format */
  gboolean    is_closing;      /* nobody is to be asked any more */
  gboolean    had_inspector;   /* before the presentation, … */
  double      zoom_before;     /* … and how large the map was, … */
  JmPoint     corner_before;   /* … and which part was seen */
  GStrv       selected_before; /* … and what was selected */
  GtkWidget  *menu;            /* the main menu, borrowed */
  GMenu      *steps;           /* its undo and redo */
  GtkWidget  *focus_before_menu; /* weak */
  guint       menu_idle;
  guint       presented;       /* 0: the whole map is presented; 1: its first phase, and so on */
};

/* jm-window-actions.c */
void     jm_window_actions_init   (JmWindow      *self);
void     jm_window_actions_update (JmWindow      *self);

/* jm-window-open.c */
void     jm_window_open_class_init (GtkWidgetClass *widget_class);

/* jm-window-files.c */
void     jm_window_ask_for_file   (JmWindow      *self);
void     jm_window_save           (JmWindow      *self);
void     jm_window_save_as        (JmWindow      *self);
void     jm_window_replace        (JmWindow      *self);
gboolean jm_window_may_close      (JmWindow      *self);
void     jm_window_show_notices   (JmWindow      *self,
                                   GPtrArray     *notices);
void     jm_window_list_notices   (JmWindow      *self);

/* jm-window-safety.c */
void     jm_window_safety_init         (JmWindow      *self);
void     jm_window_safety_set_document (JmWindow      *self);
void     jm_window_safety_end          (JmWindow      *self);
void     jm_window_safety_saved        (JmWindow      *self,
                                        const char    *remark);
void     jm_window_safety_not_saved    (JmWindow      *self,
                                        const GError  *error);

/* jm-window-lists.c */
void     jm_window_lists_class_init    (GtkWidgetClass *widget_class);
void     jm_window_lists_init          (JmWindow      *self);
void     jm_window_lists_set_session   (JmWindow      *self,
                                        JmSession     *session);
void     jm_window_show_list           (JmWindow      *self,
                                        const char    *name);

void     jm_window_go_to               (JmWindow      *self,
                                        const char    *id,
                                        gboolean       edit);

/* jm-window-find.c */
void     jm_window_find_class_init     (GtkWidgetClass *widget_class);
void     jm_window_find_init           (JmWindow      *self);

/* jm-window-overview.c */
void     jm_window_overview_class_init (GtkWidgetClass *widget_class);
void     jm_window_overview_init       (JmWindow      *self);

/* jm-window-menu.c */
void     jm_window_menu_init           (JmWindow      *self);
void     jm_window_menu_show_steps     (JmWindow      *self);
void     jm_window_menu_end            (JmWindow      *self);
void     jm_window_overview_fit        (JmWindow      *self,
                                        int            room);
void     jm_window_overview_update     (JmWindow      *self);

/* jm-window-compare.c */
void     jm_window_compare_class_init  (GtkWidgetClass *widget_class);
void     jm_window_compare_init        (JmWindow      *self);
void     jm_window_compare_set_session (JmWindow      *self,
                                        JmSession     *session);
void     jm_window_compare_with        (JmWindow      *self,
                                        JmMap         *other);

/* jm-window-views.c */
void     jm_window_views_class_init    (GtkWidgetClass *widget_class);
void     jm_window_views_init          (JmWindow      *self);
void     jm_window_views_set_session   (JmWindow      *self,
                                        JmSession     *session);
void     jm_window_views_update        (JmWindow      *self);
JmView   jm_window_get_view            (JmWindow      *self);
JmViewport *jm_window_get_viewport     (JmWindow      *self);
void     jm_window_views_set_inset     (JmWindow      *self,
                                        double         inset);
void     jm_window_set_view            (JmWindow      *self,
                                        JmView         view);
const char *jm_window_name_view        (JmView         view);
gboolean jm_window_has_view            (JmWindow      *self,
                                        JmView         view);

/* jm-window-paste.c */
void     jm_window_paste_init     (JmWindow      *self);

/* jm-window-present.c */
void     jm_window_present_map    (JmWindow      *self,
                                   gboolean       presenting);
void     jm_window_fit_presented  (JmWindow      *self);

/* jm-window-room.c */
void     jm_window_adapt          (JmWindow      *self);

/* jm-window.c */
void     jm_window_tell           (JmWindow      *self,
                                   const char    *heading,
                                   const char    *body);
guint     jm_window_toast         (JmWindow      *self,
                                   const char    *text,
                                   gboolean       undoable);
void     jm_window_set_inspector  (JmWindow      *self,
                                   gboolean       shown);

G_END_DECLS
