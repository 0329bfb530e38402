/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the canvas share: its state, and what each of them does for the others. */
#pragma once

#include "jm-canvas.h"
#include "jm-commands.h"
#include "jm-painter.h"
#include "jm-paste.h"
#include "scene/jm-composer.h"

G_BEGIN_DECLS

typedef struct _JmGesture   JmGesture;
typedef struct _JmEditor    JmEditor;
typedef struct _JmToolClass JmToolClass;

/* What is under a place of the canvas. Borrowed from the present scene. */
typedef struct
{
  JmGroup *group;      /* NULL for nothing but the page */
  JmPoint  origin;     /* of the group, in the scene */
  JmPoint  at;         /* the place, in the scene */
} JmHit;

/* Where the parts that are kept in view are painted, in pixels of the widget. */
typedef struct
{
  gboolean headings;       /* whether they are away from their place in the scene */
  gboolean lanes;
  double   headings_dy;    /* by how much */
  double   lanes_dx;
  double   headings_end;   /* the lower edge of the strip */
  double   lanes_end;      /* the edge of the strip towards the map; the left one when right to left */
} JmPins;

/* The name of a lane that slides along its row to stay in view; of the frame that is being painted. */
typedef struct
{
  JmGroup *lane;           /* NULL for none */
  JmRect   name;           /* where it stands, in the scene */
  double   dy;             /* how far it slides, in pixels */
} JmSliding;

struct _JmCanvas
{
  JmViewport     parent_instance;

  JmSession     *session;
  JmComposer    *composer;
  JmScene       *scene;         /* NULL: to be composed */
  JmMap         *scene_map;     /* the map that scene shows */
  JmPainter     *painter;
  JmStyle        style;
  JmMap         *baseline;      /* compared with, or NULL */
  JmEvidence     evidence;      /* which touchpoints stand out */
  gboolean       read_only;

  /* view */
  JmPins         pins;
  JmSliding      sliding;
  JmMotion      *motion;        /* what is on its way to its place, or NULL */
  guint          motion_tick;
  char          *reveal_id;     /* to be brought into view at the next allocation */

  /* items */
  GHashTable    *items;         /* JmCanvasItem by key, those in or near the view */
  guint          items_tick;    /* some are to come or go */
  JmMap         *spoken_map;    /* the map that their names tell of */
  JmMap         *ordered_map;   /* the map in whose order they are */

  /* pointer */
  GtkGesture    *drag;
  JmGesture     *gesture;       /* under way, or NULL */
  JmPoint        press;         /* where the button went down, in pixels */
  GdkModifierType drag_state;   /* what was held when it was dragged last */
  int            n_press;
  int            n_taps;        /* of a finger … */
  JmPoint        tap;           /* … the last one here … */
  guint32        tap_time;      /* … and then */
  gboolean       panning;
  gboolean       by_finger;     /* it is a finger that was pressed, not a button */
  gboolean       caught;        /* what was pressed is a view that was gliding */
  gboolean       gave_way;      /* to a second finger: what the first one does means nothing more */
  int            pressed_plus;  /* the handle under the button: -1 left, 1 right, 0 none */
  JmPoint        pointer;
  gboolean       pointer_inside;
  gboolean       drop_inside;   /* something from elsewhere is held over a touchpoint */
  gboolean       space_held;
  guint          autoscroll;    /* tick callback */
  char          *hover_id;
  guint          lit_phase;    /* the only one that is not faded, from 1; 0 for none */
  JmRole         hover_role;
  gboolean       hover_edge;    /* at the edge of a phase */
  JmTool         tool;
  gboolean       tool_locked;

  gboolean       pressed_selected; /* what is under the button was all that was selected before */
  gboolean       pressed_link;  /* the handle below the selected touchpoint is under the button */
  char          *link_from;     /* the touchpoint that is asked what it leads to, or NULL */
  JmMap         *resolved_map;  /* the map … */
  char          *resolved_id;   /* … and the item in it … */
  GPtrArray     *resolved;      /* … that resolves these, or is resolved by them: of char * */

  /* text */
  JmEditor      *editor;        /* while a text is being edited */
  JmPaste       *offered;       /* what a person is asked about, or NULL */

  const char    *next_spoken;   /* what to do next, as a screen reader was told; not to be freed */
  GHashTable    *marked;        /* ids of what was found, NULL for none … */
  char          *marked_query;  /* … what was looked for … */
  JmType        *marked_type;   /* … and what sets the words that are marked */

  /* menu */
  GtkWidget     *menu;          /* made when it is asked for */
  GSimpleActionGroup *menu_actions;
  JmPoint        menu_at;       /* the place it is about, in the scene */
  JmRole         menu_role;     /* what is there */
};

/* jm-canvas-scene.c */
JmScene     *jm_canvas_ensure_scene     (JmCanvas        *self);
void         jm_canvas_forget_scene     (JmCanvas        *self);

/* jm-canvas.c */
void         jm_canvas_emit_message     (JmCanvas        *self,
                                         const char      *text,
                                         gboolean         undoable);
void         jm_canvas_emit_error       (JmCanvas        *self,
                                         GError          *error);
void         jm_canvas_emit_inspector   (JmCanvas        *self);
void         jm_canvas_emit_paste_offered (JmCanvas      *self,
                                         const char      *heading,
                                         const char      *body);
void         jm_canvas_notify_editing   (JmCanvas        *self);
void         jm_canvas_tool_used        (JmCanvas        *self);

/* jm-canvas-view.c */
void         jm_canvas_settle           (JmViewport      *viewport,
                                         int              width,
                                         int              height);
JmRect       jm_canvas_place            (JmCanvas        *self,
                                         JmRole           role,
                                         JmRect           rect);

/* jm-canvas-overlay.c */
void         jm_canvas_snapshot_all     (JmCanvas        *self,
                                         GtkSnapshot     *snapshot);
int          jm_canvas_pick_plus        (JmCanvas        *self,
                                         JmPoint          at);
GdkRGBA      jm_overlay_get_accent      (GtkWidget       *widget);
void         jm_overlay_append_dragged  (JmCanvas        *self,
                                         GtkSnapshot     *snapshot,
                                         JmGroup         *group,
                                         JmPoint          at,
                                         JmPoint          grip);
void         jm_overlay_append_frame    (GtkSnapshot     *snapshot,
                                         JmRect           rect,
                                         double           radius,
                                         double           width,
                                         GdkRGBA          color);

/* jm-canvas-motion.c */
void         jm_canvas_motion_begin     (JmCanvas        *self,
                                         JmScene         *before,
                                         JmScene         *after);
void         jm_canvas_motion_stop      (JmCanvas        *self);
void         jm_canvas_motion_settle    (JmCanvas        *self,
                                         const char      *id,
                                         JmRole           role,
                                         JmPoint          from);
JmRect       jm_canvas_motion_place     (JmCanvas        *self,
                                         JmGroup         *group,
                                         JmRect           rect);

/* jm-canvas-lane-name.c */
gboolean     jm_canvas_lane_name_get_hidden (JmCanvas    *self,
                                         JmHiddenText    *hidden);
void         jm_canvas_lane_name_snapshot (JmCanvas      *self,
                                         GtkSnapshot     *snapshot,
                                         double           dx);

/* jm-canvas-next.c */
void         jm_canvas_next_snapshot    (JmCanvas        *self,
                                         GtkSnapshot     *snapshot);
void         jm_canvas_next_speak       (JmCanvas        *self);
gboolean     jm_canvas_next_follow      (JmCanvas        *self);

/* jm-canvas-marks.c */
void         jm_canvas_marks_free       (JmCanvas        *self);
void         jm_canvas_marks_snapshot   (JmCanvas        *self,
                                         GtkSnapshot     *snapshot,
                                         gboolean         of_strips);

/* jm-canvas-link.c */
gboolean     jm_canvas_link_is_handle   (JmCanvas        *self,
                                         JmPoint          at);
gboolean     jm_canvas_link_begin       (JmCanvas        *self);
gboolean     jm_canvas_link_cancel      (JmCanvas        *self);
gboolean     jm_canvas_link_to          (JmCanvas        *self,
                                         const char      *touchpoint_id);
gboolean     jm_canvas_link_key         (JmCanvas        *self,
                                         guint            keyval);
void         jm_canvas_link_snapshot    (JmCanvas        *self,
                                         GtkSnapshot     *snapshot,
                                         GdkRGBA          accent);

/* jm-canvas-resolved.c */
void         jm_canvas_resolved_snapshot (JmCanvas       *self,
                                          GtkSnapshot    *snapshot,
                                          GdkRGBA         accent);
void         jm_canvas_resolved_forget  (JmCanvas        *self);

/* jm-canvas-items.c */
void         jm_canvas_items_update     (JmCanvas        *self);
void         jm_canvas_items_catch_up   (JmCanvas        *self);
void         jm_canvas_items_drop       (JmCanvas        *self);
gboolean     jm_canvas_items_find       (JmCanvas        *self,
                                         const char      *id,
                                         JmRole           role,
                                         JmGroup        **group,
                                         JmRect          *rect);
void         jm_canvas_items_focus      (JmCanvas        *self);
void         jm_canvas_items_mark       (JmCanvas        *self);
typedef void (* JmCanvasItemFunc)       (JmGroup         *group,
                                         JmRect           rect,
                                         gpointer         user_data);
void         jm_canvas_items_foreach    (JmCanvas        *self,
                                         JmCanvasItemFunc func,
                                         gpointer         user_data);
gboolean     jm_role_is_item            (JmRole           role);
JmRole       jm_role_of_kind            (JmKind           kind);

/* jm-canvas-pointer.c */
void         jm_canvas_pointer_init     (JmCanvas        *self);
void         jm_canvas_pointer_forget   (JmCanvas        *self);
gboolean     jm_canvas_pointer_cancel   (JmCanvas        *self);
void         jm_canvas_pointer_give_way (JmCanvas        *self);
double       jm_canvas_pointer_get_reach (JmCanvas       *self,
                                         double           pixels);
void         jm_canvas_update_cursor    (JmCanvas        *self);
void         jm_canvas_set_space_held   (JmCanvas        *self,
                                         gboolean         held);
gboolean     jm_canvas_is_in_editor     (JmCanvas        *self,
                                         double           x,
                                         double           y);

/* jm-canvas-actions.c */
void         jm_canvas_actions_init     (JmCanvas        *self);
void         jm_canvas_actions_show_states (JmCanvas     *self);

/* jm-canvas-pick.c */
JmHit        jm_canvas_pick             (JmCanvas        *self,
                                         JmPoint          at);
char        *jm_canvas_pick_below       (JmCanvas        *self,
                                         JmPoint          at,
                                         const char      *id);

/* jm-canvas-menu.c, jm-menu-model.c */
void         jm_canvas_menu_init        (JmCanvas        *self);
void         jm_canvas_menu_open        (JmCanvas        *self);
gboolean     jm_canvas_menu_is_open     (JmCanvas        *self);
void         jm_canvas_menu_place       (JmCanvas        *self);
GMenuModel  *jm_canvas_menu_new_model   (JmCanvas        *self,
                                         const JmHit     *hit);

/* jm-canvas-arrival.c: where something from elsewhere goes. All may be NULL. */
typedef struct
{
  char  *touchpoint;   /* for pictures */
  char  *phase;        /* for pictures, without a touchpoint */
  char  *focus;        /* to be selected before; NULL for what has the focus */
  JmKind kind;         /* what a line of text becomes; JM_KIND_NONE for the kind of what has the focus */
} JmArrivalPlace;

void         jm_canvas_arrive           (JmCanvas        *self,
                                         GObject         *source,
                                         JmArrivalPlace   place,
                                         GtkWidget       *text_view);
GdkContentFormats *jm_canvas_arrival_formats (void);
void         jm_canvas_offer_paste      (JmCanvas        *self,
                                         JmPaste         *paste);

/* jm-canvas-drop.c */
void         jm_canvas_drop_init        (JmCanvas        *self);

/* jm-canvas-keys.c */
void         jm_canvas_keys_init        (JmCanvas        *self);
gboolean     jm_canvas_step_focus       (JmCanvas        *self,
                                         GtkDirectionType direction);

/* jm-canvas-editor.c */
void         jm_canvas_editor_place     (JmCanvas        *self);
gboolean     jm_canvas_editor_get_hidden (JmCanvas       *self,
                                         JmHiddenText    *hidden);
gboolean     jm_canvas_editor_get_field_rect (JmCanvas    *self,
                                         JmRect          *rect);
gboolean     jm_canvas_edit             (JmCanvas        *self,
                                         const char      *id,
                                         JmRole           role,
                                         JmKind           part);
void         jm_canvas_editor_end       (JmCanvas        *self,
                                         gboolean         keep);
gboolean     jm_canvas_editor_begin     (JmCanvas        *self,
                                         const char      *id,
                                         JmRole           role,
                                         JmKind           part,
                                         JmMap           *before,
                                         const char      *return_to);
gboolean     jm_canvas_editor_get_field (JmCanvas        *self,
                                         char           **id,
                                         JmKind          *kind,
                                         JmKind          *part);

/* jm-canvas-typing.c */
void         jm_canvas_editor_go_on     (JmCanvas        *self);
void         jm_canvas_editor_go_to_lane (JmCanvas       *self,
                                         int              step);
void         jm_canvas_editor_go_to_part (JmCanvas       *self);
gboolean     jm_canvas_make_and_edit    (JmCanvas        *self,
                                         JmKind           kind,
                                         const char      *parent_id,
                                         int              position,
                                         const char      *lane_id);

/* A gesture is one transaction: begun when the pointer moves away from where it was pressed, committed on release,
 * dropped on Escape. What it shows meanwhile is a draft of the session. */
typedef struct
{
  void (* update)   (JmGesture   *gesture,
                     JmPoint      at,
                     gboolean     alt,
                     gboolean     shift);
  void (* commit)   (JmGesture   *gesture);
  void (* cancel)   (JmGesture   *gesture);
  void (* snapshot) (JmGesture   *gesture,
                     GtkSnapshot *snapshot);
  void (* free)     (JmGesture   *gesture);
  gboolean hides_frames;  /* shows itself what it works on */
  gboolean only_selects;  /* has no draft of the session */
  gboolean makes_room;    /* the others are seen to go to their new places */
} JmGestureClass;

struct _JmGesture
{
  const JmGestureClass *klass;
  JmCanvas             *canvas;
};

JmGesture   *jm_gesture_arrange_new     (JmCanvas        *canvas,
                                         const JmHit     *hit);
JmGesture   *jm_gesture_order_new       (JmCanvas        *canvas,
                                         const JmHit     *hit);
gboolean     jm_gesture_width_is_edge   (JmCanvas        *canvas,
                                         const JmHit     *hit);
JmGesture   *jm_gesture_width_new       (JmCanvas        *canvas,
                                         const JmHit     *hit);
JmGesture   *jm_gesture_emotion_new     (JmCanvas        *canvas,
                                         const JmHit     *hit);
JmGesture   *jm_gesture_stroke_new      (JmCanvas        *canvas,
                                         const JmHit     *hit);
JmGesture   *jm_gesture_band_new        (JmCanvas        *canvas,
                                         const JmHit     *hit);
JmGesture   *jm_gesture_link_new        (JmCanvas        *canvas);

/* A tool says what a click and a drag mean. */
struct _JmToolClass
{
  JmTool       tool;
  const char  *cursor;
  JmKind       makes;
  void       (* click) (JmCanvas           *canvas,
                        const JmToolClass  *tool,
                        const JmHit        *hit,
                        GdkModifierType     state,
                        int                 n_press);
  JmGesture *(* drag)  (JmCanvas           *canvas,
                        const JmHit        *hit);
};

const JmToolClass *jm_tool_get_class    (JmTool           tool);

void         jm_tool_select_click       (JmCanvas           *canvas,
                                         const JmToolClass  *tool,
                                         const JmHit        *hit,
                                         GdkModifierType     state,
                                         int                 n_press);
JmGesture   *jm_tool_select_drag        (JmCanvas           *canvas,
                                         const JmHit        *hit);
void         jm_canvas_make_in_lane     (JmCanvas           *canvas,
                                         const JmHit        *hit);
gboolean     jm_canvas_make_at          (JmCanvas           *canvas,
                                         JmKind              kind,
                                         JmPoint             at);
void         jm_tool_emotion_click      (JmCanvas           *canvas,
                                         const JmToolClass  *tool,
                                         const JmHit        *hit,
                                         GdkModifierType     state,
                                         int                 n_press);

/* jm-places.c: what is where in a scene */
const char  *jm_places_find_phase       (JmCanvas        *canvas,
                                         double           x,
                                         gboolean         nearest);
const char  *jm_places_find_touchpoint  (JmCanvas        *canvas,
                                         double           x);
int          jm_places_count_before     (JmCanvas        *canvas,
                                         const char      *phase_id,
                                         double           x,
                                         const char * const *except);
const char  *jm_places_find_lane        (JmCanvas        *canvas,
                                         double           y,
                                         const char      *kind);
JmKind       jm_places_get_kind_of_lane (JmItem          *lane);
char        *jm_places_navigate         (JmScene         *scene,
                                         const char      *from,
                                         GtkDirectionType direction);

G_END_DECLS
