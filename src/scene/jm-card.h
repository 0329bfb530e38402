/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards: what stands in the cells of the grid, one look for each kind of thing. Measured first, drawn once its row is known. */
#pragma once

#include "jm-change.h"

G_BEGIN_DECLS

typedef struct _JmCard JmCard;

/* How one kind of thing is set, and drawn as high as it must be. Its row may want it higher: see JmHold. */
typedef struct
{
  JmRole     role;
  void    (* measure) (JmCard *card,
                       JmDraw *draw);
  void    (* draw)    (JmCard         *card,
                       JmDraw         *draw,
                       JmGroupBuilder *builder,
                       const JmTones  *tones);
} JmCardLook;

extern const JmCardLook jm_look_touchpoint;
extern const JmCardLook jm_look_channel;
extern const JmCardLook jm_look_device;
extern const JmCardLook jm_look_pain_point;
extern const JmCardLook jm_look_opportunity;
extern const JmCardLook jm_look_thought;
extern const JmCardLook jm_look_note;
extern const JmCardLook jm_look_measure;
extern const JmCardLook jm_look_picture;
extern const JmCardLook jm_look_hint;

/* One thing in one cell. The items belong to the phase. */
struct _JmCard
{
  const JmCardLook *look;
  JmItem           *item;        /* what it shows; for a channel or a device the touchpoint */
  JmItem           *shown;       /* the channel of the touchpoint, NULL where there is none; owned */
  const char       *lane_id;
  JmChangeMarks     marks;       /* what is different about it, where maps are compared */
  gboolean          faded;       /* it does not stand out */
  guint             level;       /* how many cards stand above it in its place */
  double            x;           /* left edge, from the left edge of the phase */
  double            room;        /* how wide its place is, … */
  double            width;       /* … and it itself */
  double            height;      /* what it needs */
  JmParagraph      *heading;
  JmParagraph      *body;
  char             *when;        /* a touchpoint's time in words, NULL for none */
  JmParagraph      *suggestion;  /* what a template suggests to write here, NULL for nothing */
  JmGroup          *drawn;       /* NULL as long as it was not drawn */
};

JmCard  *jm_card_new             (const JmCardLook *look,
                                  JmItem           *item,
                                  const char       *lane_id,
                                  double            width);
void     jm_card_free            (JmCard           *card);
JmGroup *jm_card_draw            (JmCard           *card,
                                  JmDraw           *draw,
                                  const JmTones    *tones);

void     jm_card_set_faded       (JmCard           *card,
                                  gboolean          faded);
JmItem  *jm_card_find_channel    (JmDraw           *draw,
                                  const char       *id);

/* The narrowest card in which no word of the touchpoint and of what is attached to it has to be cut, within reason. */
double   jm_card_get_slot_width  (JmDraw           *draw,
                                  JmItem           *touchpoint);

#define JM_CARD_WIDTH      156.0  /* of a touchpoint whose words are of usual length */
#define JM_CARD_MAX_WIDTH  280.0
/* A measure's card below its heading, and where in it the middle of the funnel is. */
#define JM_MEASURE_HEIGHT  122.0
#define JM_MEASURE_MIDDLE  66.0

#define JM_CARD_MARGIN     6.0    /* left and right of a card */

G_END_DECLS
