/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of channels and lanes: which serve where, and which say nothing. */
#include "jm-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Channels */

void
jm_look_without_channel (JmSurvey *survey)
{
  JmWalk walk = { 0 };
  JmItem *touchpoint;

  if (!jm_survey_shows (survey, "channels"))
    return;

  while ((touchpoint = jm_survey_walk (survey, &walk)) != NULL)
    if (jm_item_get (touchpoint, JM_ATTR_CHANNEL) == NULL &&
        !jm_text_is_empty (jm_item_get_part (touchpoint, JM_KIND_TITLE)))
      jm_survey_tell (survey, touchpoint, g_strdup (_("Through which channel does this happen? None is set.")));
}

static guint
count_phases_of (JmSurvey *survey,
                 JmItem   *channel)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (survey->channels, jm_item_get_id (channel)));
}

void
jm_look_channel_unused (JmSurvey *survey)
{
  JmItem *channel;
  guint cursor = 0;

  while ((channel = jm_item_next (survey->root, JM_KIND_CHANNEL, &cursor)) != NULL)
    if (count_phases_of (survey, channel) == 0)
      jm_survey_tell (survey, channel, g_strdup (_("No touchpoint uses this channel.")));
}

void
jm_look_channel_in_one_phase (JmSurvey *survey)
{
  JmItem *channel;
  guint cursor = 0;

  if (jm_item_count (survey->root, JM_KIND_PHASE) < 2)
    return;

  while ((channel = jm_item_next (survey->root, JM_KIND_CHANNEL, &cursor)) != NULL)
    if (count_phases_of (survey, channel) == 1)
      jm_survey_tell (survey, channel, g_strdup (_("This channel serves one phase only.")));
}

void
jm_look_channel_without_reach (JmSurvey *survey)
{
  JmItem *channel;
  guint cursor = 0;

  while ((channel = jm_item_next (survey->root, JM_KIND_CHANNEL, &cursor)) != NULL)
    if (jm_item_get (channel, JM_ATTR_REACH) == NULL)
      jm_survey_tell (survey, channel, g_strdup (_("It is not said whether this channel is online or offline.")));
}

void
jm_look_channel_to_nothing (JmSurvey *survey)
{
  JmWalk walk = { 0 };
  JmItem *touchpoint;

  while ((touchpoint = jm_survey_walk (survey, &walk)) != NULL)
    {
      const char *channel = jm_item_get (touchpoint, JM_ATTR_CHANNEL);

      if (channel != NULL && !jm_survey_has (survey, channel, JM_KIND_CHANNEL))
        jm_survey_tell (survey, touchpoint, g_strdup (_("The channel of this touchpoint is not on the map.")));
    }
}

/* Lanes */

/* Which kind of item is shown in a kind of lane, %JM_KIND_NONE where that is no item of its own. */
static JmKind
get_shown (const char *lane_kind)
{
  static const struct { const char *lane; JmKind kind; } shown[] = {
    { "touchpoints", JM_KIND_TOUCHPOINT }, { "emotion", JM_KIND_EMOTION }, { "pain-points", JM_KIND_PAIN_POINT },
    { "thoughts", JM_KIND_THOUGHT }, { "opportunities", JM_KIND_OPPORTUNITY }, { "measures", JM_KIND_MEASURE },
    { "pictures", JM_KIND_PICTURE }, { "notes", JM_KIND_NOTE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (strcmp (lane_kind, shown[i].lane) == 0)
      return shown[i].kind;

  return JM_KIND_NONE;
}

static gboolean
is_filled (JmSurvey   *survey,
           JmItem     *lane,
           const char *lane_kind)
{
  JmKind shown = get_shown (lane_kind);

  if (strcmp (lane_kind, "channels") == 0)
    return survey->has_channel;
  if (strcmp (lane_kind, "devices") == 0)
    return survey->has_device;
  if (shown == JM_KIND_NOTE)
    return jm_item_get_id (lane) != NULL && g_hash_table_contains (survey->noted, jm_item_get_id (lane));

  /* A kind of lane that this version does not know may be full of what it does not know. */
  return shown == JM_KIND_NONE || survey->present[shown];
}

void
jm_look_lane_empty (JmSurvey *survey)
{
  JmItem *lane;
  guint cursor = 0;

  /* Before there is anything at all this would only repeat itself. */
  if (survey->n_touchpoints == 0)
    return;

  while ((lane = jm_item_next (survey->root, JM_KIND_LANE, &cursor)) != NULL)
    {
      const char *kind = jm_item_get (lane, JM_ATTR_KIND);

      if (kind != NULL && !jm_item_get_boolean (lane, JM_ATTR_HIDDEN) && !is_filled (survey, lane, kind))
        jm_survey_tell (survey, lane, g_strdup (_("Nothing is in this lane.")));
    }
}

static void
look_at_notes (JmSurvey *survey,
               JmItem   *parent)
{
  JmItem *note;
  guint cursor = 0;

  while ((note = jm_item_next (parent, JM_KIND_NOTE, &cursor)) != NULL)
    if (jm_item_get (note, JM_ATTR_LANE) == NULL ||
        !g_hash_table_contains (survey->note_lanes, jm_item_get (note, JM_ATTR_LANE)))
      jm_survey_tell (survey, note, g_strdup (_("This note is in no lane of notes.")));
}

void
jm_look_note_without_lane (JmSurvey *survey)
{
  JmWalk walk = { 0 };
  JmItem *item;
  guint cursor = 0;

  while ((item = jm_item_next (survey->root, JM_KIND_PHASE, &cursor)) != NULL)
    look_at_notes (survey, item);
  while ((item = jm_survey_walk (survey, &walk)) != NULL)
    look_at_notes (survey, item);
}

void
jm_look_blueprint_without_line (JmSurvey *survey)
{
  if (g_strcmp0 (jm_item_get_or_default (survey->root, JM_ATTR_KIND), "service-blueprint") == 0 &&
      jm_map_get_lane (survey->map, "line") == NULL)
    jm_survey_tell (survey, survey->root, g_strdup (_("This service blueprint has no line of visibility.")));
}
