/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages: notes in which the organisation speaks, drawn as what it says. */
#pragma once

#include "jm-card.h"

G_BEGIN_DECLS

extern const JmCardLook jm_look_message;

#define JM_MESSAGE_TAIL 9.0   /* how far the tail of a balloon reaches below it */

/* Whether the notes of a lane are messages. */
gboolean jm_message_is_said_in (JmItem *lane);

G_END_DECLS
