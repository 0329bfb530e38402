/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of one phase: its cards, measured and kept until the phase changes, and the groups drawn from them. */
#pragma once

#include "jm-axis.h"
#include "jm-card.h"

G_BEGIN_DECLS

typedef enum
{
  JM_ROW_TOUCHPOINTS,
  JM_ROW_CHANNELS,
  JM_ROW_DEVICES,
  JM_ROW_EMOTION,
  JM_ROW_PAIN_POINTS,
  JM_ROW_OPPORTUNITIES,
  JM_ROW_THOUGHTS,
  JM_ROW_NOTES,
  JM_ROW_MEASURES,
  JM_ROW_PICTURES,
  JM_ROW_LINE,
  JM_N_ROW_KINDS
} JmRowKind;

/* A lane that is drawn. */
typedef struct
{
  JmItem     *lane;
  const char *id;
  JmRowKind   kind;
  gboolean    says;    /* its notes are messages */
} JmRow;

/* How cards stand in a row of a kind. */
typedef struct
{
  double top;
  double bottom;
  double gap;
  double least;    /* height of a row that is empty */
} JmRowMetrics;

/* Everyone whose feelings are drawn. */
typedef struct
{
  JmItem  *persona;   /* NULL: everyone */
  JmTones  tones;
  guint    sign;      /* which dashes and marks its curve has */
} JmFeeler;

typedef struct
{
  JmDraw  *draw;
  GArray  *rows;      /* of JmRow */
  GArray  *feelers;   /* of JmFeeler; one: the curve has the colours of the feelings, more: of the personas */
} JmFrame;

/* A point of a curve, drawn around the origin. */
typedef struct
{
  guint    feeler;
  double   x;         /* from the left edge of the phase */
  double   value;
  JmGroup *mark;
  gboolean labelled;  /* someone wrote at it */
  double   above;     /* how far mark reaches up */
  double   below;     /* and down */
} JmMark;

/* The column of one touchpoint in its phase. */
typedef struct
{
  JmItem *touchpoint;   /* belongs to the phase */
  double  least;        /* what its cards need */
  double  width;        /* what it got */
  guint   first_mark;   /* its points among those of the phase */
  guint   n_marks;
} JmSlot;

/* What the points of a phase come to, so that nobody has to go through those of all phases. */
typedef struct
{
  JmGroup *drawn;     /* all of them, from the left edge of the phase and the height of +2 */
  double   above;     /* how far they reach above +2, with some air, … */
  double   below;     /* … and below -2; less than nothing where they do not */
  guint    highest;   /* the first of those with the best feeling, and with the worst */
  guint    lowest;
} JmMarkSummary;

typedef struct
{
  GPtrArray *cards;          /* of JmCard */
  char      *lane_id;
  GArray    *levels;         /* of double: what each level needs here */
  GArray    *drawn_levels;   /* with which drawn was drawn, … */
  char      *drawn_name;     /* … and what the lane was called then */
  JmGroup   *drawn;
} JmCell;

typedef struct
{
  JmItem      *phase;
  JmTones      tones;
  double       width;
  JmParagraph *title;
  JmParagraph *goal;
  char        *duration;
  double       duration_width;
  gboolean     goal_beside;
  double       heading_height;   /* what the heading needs */
  JmGroup     *heading;
  double       drawn_heading_height;
  JmCell      *cells;            /* one a row */
  guint        n_cells;
  GArray      *slots;            /* of JmSlot */
  GArray      *marks;            /* of JmMark */
  JmMarkSummary summary;
  guint64      felt;             /* one bit for each of the first 64 personas who have a feeling here, shown or not */
  GArray      *before;           /* of JmPoint: x and the feeling there in the map it is compared with */
  GArray      *waits;            /* of JmWait */
  GArray      *moments;          /* of double: x of moments of truth */
  gboolean     has_pain;
  gboolean     has_votes;
  gboolean     has_assumed;      /* feelings that are assumed, and that are measured */
  gboolean     has_measured;
  JmGroup     *column;
  guint64      column_stamp;     /* with which it was asked for last */
  GArray      *column_tops;      /* of double: where its rows were when column was drawn */
  JmGroup     *backdrop;
  double       backdrop_height;  /* with which it was drawn */
  double       backdrop_moments;

  /*< for the composer >*/
  guint64      round;            /* the composition it was last used in … */
  guint        place;            /* … and which phase it was there */
} JmPlan;

extern const JmRowMetrics jm_row_metrics[JM_N_ROW_KINDS];

#define JM_HEADING_X   16.0  /* from the edge of a heading to its words, and from its words to the other edge */
#define JM_HEADING_END 22.0
#define JM_LEVEL_STEP 46.5   /* from one whole feeling to the next */

gboolean  jm_row_kind_parse      (const char    *kind,
                                  JmRowKind     *row_kind);
JmPlan   *jm_plan_new            (const JmFrame *frame,
                                  JmItem        *phase,
                                  JmPlan        *before);
void      jm_plan_free           (JmPlan        *self);
JmGroup  *jm_plan_get_heading    (JmPlan        *self,
                                  const JmFrame *frame,
                                  double         height);
JmGroup  *jm_plan_get_column     (JmPlan        *self,
                                  const JmFrame *frame,
                                  guint64        stamp,
                                  const double  *tops,
                                  GArray       **levels);
JmGroup  *jm_plan_get_backdrop   (JmPlan        *self,
                                  JmDraw        *draw,
                                  double         height,
                                  double         moments_top);
gboolean  jm_plan_says_the_changes (JmPlan      *self,
                                    JmDraw      *draw);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmPlan, jm_plan_free)

G_END_DECLS
