/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmScene: a map as a display list: an immutable, shared tree of groups of rectangles, paths, lines of text and pictures. */
#pragma once

#include "jm-geometry.h"
#include "jm-path.h"
#include "jm-theme.h"
#include "jm-type.h"
#include "model/jm-map.h"

G_BEGIN_DECLS

/* What a group is; a reader of the list (SVG, screen reader, canvas) names and treats it accordingly. */
typedef enum
{
  JM_ROLE_NONE,          /* decoration, or only a container */
  JM_ROLE_MAP,
  JM_ROLE_TITLE,         /* title block: id NULL, slots for title and scenario */
  JM_ROLE_PERSONA,
  JM_ROLE_PHASE,         /* the heading of a phase */
  JM_ROLE_LANE,          /* the name of a lane */
  JM_ROLE_CELL,          /* one lane in one phase: id is the phase's, lane_id says which lane */
  JM_ROLE_TOUCHPOINT,
  JM_ROLE_CHANNEL,       /* the pill in the channels lane: id is the touchpoint's */
  JM_ROLE_DEVICE,        /* likewise */
  JM_ROLE_CURVE,
  JM_ROLE_EMOTION,       /* a point of the curve: id is the emotion's handle */
  JM_ROLE_PAIN_POINT,
  JM_ROLE_OPPORTUNITY,
  JM_ROLE_THOUGHT,
  JM_ROLE_NOTE,
  JM_ROLE_MEASURE,
  JM_ROLE_PICTURE,
  JM_ROLE_TRANSITION,
  JM_ROLE_HINT,
  JM_ROLE_LEGEND,
  JM_ROLE_FOOTER,
  JM_N_ROLES
} JmRole;

typedef enum
{
  JM_OP_RECT,
  JM_OP_PATH,
  JM_OP_TEXT,
  JM_OP_PICTURE
} JmOpType;

/* A vertical gradient between y0 and y1 of the group's own coordinates; offsets from 0 to 1. */
typedef struct
{
  double  y0;
  double  y1;
  guint   n_stops;
  double  offset[8];
  JmColor color[8];
} JmGradient;

/* Nothing (alpha 0 and no gradient), one colour, or a gradient, which goes first. */
typedef struct
{
  JmColor           color;
  const JmGradient *gradient;  /* owned by the group */
} JmPaint;

/* What becomes of a part of a group that is shown taller than it was drawn. */
typedef enum
{
  JM_HOLD_TOP,      /* it stays where it is */
  JM_HOLD_BOTTOM,   /* it goes along with the lower edge; not for paths */
  JM_HOLD_BOTH      /* a rectangle that grows along */
} JmHold;

typedef struct
{
  JmOpType type;
  JmHold   hold;
  union
  {
    struct
    {
      JmRect  box;
      double  radius;        /* of all four corners */
      JmPaint fill;
      JmPaint stroke;        /* centred on the edge of box */
      double  stroke_width;
    } rect;
    struct
    {
      JmPath *path;
      JmPaint fill;          /* nonzero rule */
      JmPaint stroke;        /* round caps and joins */
      double  stroke_width;
      double  dash[2];       /* on, off; both 0: solid */
    } path;
    struct
    {
      const char *text;      /* one line, UTF-8 */
      JmFont      font;
      JmColor     color;
      double      x;         /* left end of the line, whatever its direction */
      double      baseline;
      double      width;
      gboolean    rtl;       /* the paragraph's direction */
    } text;
    struct
    {
      JmRect      box;
      double      radius;
      const char *media_type;
      const char *base64;    /* belongs to item */
      JmItem     *item;      /* the picture */
      gboolean    cover;     /* fill the box and cut what sticks out, else fit inside */
    } picture;
  };
} JmOp;

/* A text that people may edit in place: which part of the item, where, and how it is set. */
typedef struct
{
  JmKind  part;           /* JM_KIND_TITLE …; JM_KIND_NONE: the item's own text */
  JmRect  box;            /* in the group's coordinates; its height is that of the present lines, at least one */
  JmFont  font;
  JmColor color;
  JmAlign align;
  double  line_height;    /* distance of baselines */
  double  baseline;       /* the first baseline, below box.y */
} JmTextSlot;

typedef struct _JmGroup JmGroup;

/* A group put somewhere in another one. All cards of a row are as tall as the tallest; a row of 10,000 that grows costs next
 * to nothing, because only those that somebody looks at are made, by jm_placed_get_group(). */
typedef struct
{
  JmGroup *drawn;    /* as it was drawn */
  double   x;
  double   y;
  double   taller;   /* by how much it is shown taller */

  /*< private >*/
  JmGroup *shown;    /* NULL as long as nobody looked */
} JmPlaced;

struct _JmGroup
{
  /*< private >*/
  gint              ref_count;
  /*< public, read only >*/
  JmRole            role;
  char             *id;          /* of the item, NULL for none */
  char             *lane_id;     /* of the lane it is drawn in, NULL for none */
  char             *label;       /* short, in words: title of the group in SVG, accessible name */
  char             *description; /* longer, NULL for none */
  JmRect            bounds;      /* of everything in it, in its own coordinates */
  JmRect            box;         /* what counts as the item for a pointer and a frame; within bounds */
  gboolean          clips;       /* nothing outside box is drawn */
  double            clip_radius;
  const JmOp       *ops;         /* drawn first, in order */
  guint             n_ops;
  const JmPlaced   *children;    /* drawn above, in order */
  guint             n_children;
  const JmTextSlot *slots;
  guint             n_slots;
};

/* The parts of a picture, from back to front. The canvas keeps JM_LAYER_HEADINGS in view at its top and
 * JM_LAYER_LANES at its left, everyone else paints them where they are. */
typedef enum
{
  JM_LAYER_BACKDROP,   /* page, column tints, rules between lanes, levels of the emotion lane */
  JM_LAYER_TITLE,      /* title block and personas */
  JM_LAYER_BODY,       /* one child a phase, in it one child a lane (JM_ROLE_CELL), in it the items */
  JM_LAYER_CURVE,      /* emotion curves, their points and labels; transitions */
  JM_LAYER_HEADINGS,   /* phase headings */
  JM_LAYER_LANES,      /* lane names and what stands beside them */
  JM_LAYER_FOOTER,
  JM_N_LAYERS
} JmLayer;

typedef struct _JmScene JmScene;

JmScene       *jm_scene_ref           (JmScene        *scene);
void           jm_scene_unref         (JmScene        *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmScene, jm_scene_unref)

/* Ask */
double         jm_scene_get_width     (JmScene        *scene);
double         jm_scene_get_height    (JmScene        *scene);
const JmTheme *jm_scene_get_theme     (JmScene        *scene);
const char    *jm_scene_get_language  (JmScene        *scene);
const char    *jm_scene_get_label     (JmScene        *scene);
const char    *jm_scene_get_description (JmScene      *scene);
gboolean       jm_scene_is_rtl        (JmScene        *scene);
JmGroup       *jm_scene_get_layer     (JmScene        *scene,
                                       JmLayer         layer);
JmRect         jm_scene_get_lane_rect (JmScene        *scene,
                                       const char     *lane_id);
JmRect         jm_scene_get_phase_rect (JmScene       *scene,
                                        const char    *phase_id);
JmRect         jm_scene_get_grid      (JmScene        *scene);
double         jm_scene_get_emotion_y (JmScene        *scene,
                                       const char     *lane_id,
                                       double          value);
double         jm_scene_get_emotion_value (JmScene    *scene,
                                           const char *lane_id,
                                           double      y);

/* A visit: the group, where its own coordinates' origin is in the scene. Return FALSE to leave its children out. */
typedef gboolean (* JmSceneVisit) (JmGroup  *group,
                                   double    x,
                                   double    y,
                                   gpointer  user_data);

void           jm_group_visit         (JmGroup        *group,
                                       double          x,
                                       double          y,
                                       JmRect          area,
                                       JmSceneVisit    visit,
                                       gpointer        user_data);
void           jm_scene_visit         (JmScene        *scene,
                                       JmRect          area,
                                       JmSceneVisit    visit,
                                       gpointer        user_data);
JmGroup       *jm_scene_find          (JmScene        *scene,
                                       const char     *id,
                                       JmRole          role,
                                       JmPoint        *origin);

/* Make (composer and tests) */
typedef struct _JmGroupBuilder JmGroupBuilder;

JmGroup        *jm_group_ref          (JmGroup        *group);
void            jm_group_unref        (JmGroup        *group);
JmGroup        *jm_placed_get_group   (const JmPlaced *placed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmGroup, jm_group_unref)

JmGroupBuilder *jm_group_builder_new          (JmRole           role,
                                               const char      *id,
                                               const char      *lane_id);
void            jm_group_builder_set_label    (JmGroupBuilder  *self,
                                               const char      *label,
                                               const char      *description);
void            jm_group_builder_set_box      (JmGroupBuilder  *self,
                                               JmRect           box);
void            jm_group_builder_set_clip     (JmGroupBuilder  *self,
                                               double           radius);
void            jm_group_builder_set_hold     (JmGroupBuilder  *self,
                                               JmHold           hold);
JmGradient     *jm_group_builder_add_gradient (JmGroupBuilder  *self,
                                               double           y0,
                                               double           y1);
void            jm_group_builder_add_rect     (JmGroupBuilder  *self,
                                               JmRect           box,
                                               double           radius,
                                               JmPaint          fill,
                                               JmPaint          stroke,
                                               double           stroke_width);
void            jm_group_builder_add_path     (JmGroupBuilder  *self,
                                               JmPath          *path,
                                               JmPaint          fill,
                                               JmPaint          stroke,
                                               double           stroke_width,
                                               double           dash_on,
                                               double           dash_off);
void            jm_group_builder_add_text     (JmGroupBuilder  *self,
                                               const char      *text,
                                               gssize           length,
                                               JmFont           font,
                                               JmColor          color,
                                               double           x,
                                               double           baseline,
                                               double           width,
                                               gboolean         rtl);
void            jm_group_builder_add_picture  (JmGroupBuilder  *self,
                                               JmItem          *picture,
                                               JmRect           box,
                                               double           radius,
                                               gboolean         cover);
void            jm_group_builder_add_slot     (JmGroupBuilder  *self,
                                               JmTextSlot       slot);
void            jm_group_builder_add_child    (JmGroupBuilder  *self,
                                               JmGroup         *child,
                                               double           x,
                                               double           y);
void            jm_group_builder_add_taller   (JmGroupBuilder  *self,
                                               JmGroup         *child,
                                               double           x,
                                               double           y,
                                               double           taller);
JmGroup        *jm_group_builder_end          (JmGroupBuilder  *self);

static inline JmPaint
jm_paint (JmColor color)
{
  return (JmPaint) { color, NULL };
}

static inline JmPaint
jm_paint_none (void)
{
  return (JmPaint) { { 0, 0, 0, 0 }, NULL };
}

static inline JmPaint
jm_paint_gradient (const JmGradient *gradient)
{
  return (JmPaint) { { 0, 0, 0, 0 }, gradient };
}

static inline gboolean
jm_paint_is_none (JmPaint paint)
{
  return paint.gradient == NULL && paint.color.alpha == 0;
}

G_END_DECLS
