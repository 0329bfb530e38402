/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which channel serves which phase, how often, and how that feels: what the channel view is drawn and checked from. */
#pragma once

#include "jm-map.h"

G_BEGIN_DECLS

/* Touchpoints, and the mean of what all personas feel at them. */
typedef struct
{
  guint  n;        /* touchpoints */
  guint  n_felt;   /* feelings; where there are none the mean says nothing */
  double mean;     /* -2 to 2 */
} JmService;

/* The items belong to the map. */
typedef struct
{
  JmItem    *phase;
  guint      nth;         /* of the phases, from 0 */
  JmService  service;
} JmPhaseService;

typedef struct
{
  JmItem    *channel;
  GArray    *phases;      /* of JmPhaseService: those in which it serves, in their order */
  JmService  total;
} JmChannelUse;

typedef struct
{
  GPtrArray *uses;        /* of JmChannelUse, in the order of the channels */

  /* Touchpoints by the reach of their channel. */
  JmService  online;
  JmService  offline;
  JmService  both;
  JmService  not_said;    /* the channel does not say it, or there is none, or it is not on the map */
} JmChannelView;

JmChannelView *jm_map_get_channel_view (JmMap         *map);
void           jm_channel_view_free    (JmChannelView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmChannelView, jm_channel_view_free)

G_END_DECLS
