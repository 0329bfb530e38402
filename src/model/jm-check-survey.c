/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as the checks look through it: what all of them ask, and how what they find is taken down. */
#include "jm-check-private.h"

#include "jm-channel-use.h"
#include "jm-hash.h"

#include <glib/gi18n.h>
#include <math.h>

/* What one calls @item, on one line: by its number where it has no title. */
char *
jm_survey_name (JmSurvey *survey,
                JmItem   *item)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (survey->numbers, item));
  g_autofree char *words = jm_item_get_words (item);
  JmKind kind = jm_item_get_kind (item);

  if (words == NULL && kind == JM_KIND_PHASE)
    /* Translators: a phase without a title, by its number. */
    return g_strdup_printf (_("Phase %u"), number);
  if (words == NULL && kind == JM_KIND_TOUCHPOINT)
    /* Translators: a touchpoint without a title, by its number in its phase. */
    return g_strdup_printf (_("Touchpoint %u"), number);

  return words != NULL ? g_steal_pointer (&words) : jm_item_call (item);
}

/*
 * jm_survey_tell:
 * @survey: the map being looked through
 * @item: what it is about; the root for the map as a whole
 * @message: (transfer full): what the check found, in the person's language
 *
 * Takes down a finding.
 */
void
jm_survey_tell (JmSurvey *survey,
                JmItem   *item,
                char     *message)
{
  JmFinding *finding = g_new0 (JmFinding, 1);

  finding->check = survey->check;
  finding->item_id = item != survey->root ? g_strdup (jm_item_get_id (item)) : NULL;
  finding->title = jm_survey_name (survey, item);
  finding->message = message;
  g_ptr_array_add (survey->findings, finding);
}

/*
 * jm_survey_walk:
 * @survey: the map being looked through
 * @walk: (inout): where the walk is
 *
 * Returns: (transfer none) (nullable): the next touchpoint in reading order; its phase is in @walk
 */
JmItem *
jm_survey_walk (JmSurvey *survey,
                JmWalk   *walk)
{
  for (;;)
    {
      JmItem *touchpoint;

      if (walk->phase == NULL)
        {
          walk->phase = jm_item_next (survey->root, JM_KIND_PHASE, &walk->at_phase);
          walk->at_touchpoint = 0;
          if (walk->phase == NULL)
            return NULL;
        }

      touchpoint = jm_item_next (walk->phase, JM_KIND_TOUCHPOINT, &walk->at_touchpoint);
      if (touchpoint != NULL)
        return touchpoint;
      walk->phase = NULL;
    }
}

/* How @persona feels along the journey, or everyone for %NULL. */
JmFeelings
jm_survey_follow (JmSurvey *survey,
                  JmItem   *persona)
{
  static const JmFeelings none = { 0 };
  const char *id = persona != NULL ? jm_item_get_id (persona) : "";
  const JmFeelings *feelings = id != NULL ? g_hash_table_lookup (survey->feelings, id) : NULL;

  return feelings != NULL ? *feelings : none;
}

/* Whether there is an item of that id and kind, of any kind for %JM_KIND_NONE. */
gboolean
jm_survey_has (JmSurvey   *survey,
               const char *id,
               JmKind      kind)
{
  JmKind found = id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (survey->kinds, id)) : JM_KIND_NONE;

  return found != JM_KIND_NONE && (kind == JM_KIND_NONE || found == kind);
}

/* Whether the map has such a lane, shown or hidden. One without any lanes has the default ones. */
gboolean
jm_survey_shows (JmSurvey   *survey,
                 const char *lane_kind)
{
  static const char * const usual[] = { "touchpoints", "channels", "emotion", "pain-points", "opportunities", NULL };

  if (jm_item_get_first (survey->root, JM_KIND_LANE) == NULL)
    return g_strv_contains (usual, lane_kind);

  return jm_map_get_lane (survey->map, lane_kind) != NULL;
}

/* What is to come has not been observed, and is not meant to hurt. */
gboolean
jm_survey_is_future (JmSurvey *survey)
{
  return g_strcmp0 (jm_item_get (survey->root, JM_ATTR_KIND), "future-state") == 0;
}

/* The first that is said of a persona at a touchpoint counts. */
static void
enter_feeling (JmSurvey *survey,
               JmItem   *touchpoint,
               JmItem   *emotion)
{
  const char *persona = jm_map_get_emotion_persona (survey->map, emotion);
  const char *key = persona != NULL ? persona : "";
  JmFeelings *feelings = g_hash_table_lookup (survey->feelings, key);
  double value;

  if (feelings == NULL)
    {
      feelings = g_new0 (JmFeelings, 1);
      g_hash_table_insert (survey->feelings, (gpointer) key, feelings);
    }
  if (feelings->last == touchpoint)
    return;

  feelings->n++;
  feelings->last = touchpoint;
  if (jm_item_get_number (emotion, JM_ATTR_VALUE, &value))
    feelings->strongest = MAX (feelings->strongest, fabs (value));
}

static void
enter_links (JmSurvey *survey,
             JmItem   *opportunity)
{
  const char *resolves = jm_item_get (opportunity, JM_ATTR_RESOLVES);
  g_auto(GStrv) ids = g_strsplit_set (resolves != NULL ? resolves : "", " \t\n\r", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (survey->resolved, g_strdup (ids[i]));
}

/* What is kept as found, and all in it, is not part of the journey. */
static void
enter (JmSurvey *survey,
       JmItem   *parent,
       JmItem   *item)
{
  const char *id = jm_item_get_id (item);
  JmKind kind = jm_item_get_kind (item);

  if (jm_kind_get_rule (kind)->has_id && id != NULL)
    g_hash_table_insert (survey->kinds, (gpointer) id, GINT_TO_POINTER (kind));
  survey->present[kind] = TRUE;

  switch ((int) kind)
    {
    case JM_KIND_LANE:
      if (id != NULL && g_strcmp0 (jm_item_get (item, JM_ATTR_KIND), "notes") == 0)
        g_hash_table_add (survey->note_lanes, (gpointer) id);
      break;
    case JM_KIND_NOTE:
      if (jm_item_get (item, JM_ATTR_LANE) != NULL)
        g_hash_table_add (survey->noted, (gpointer) jm_item_get (item, JM_ATTR_LANE));
      break;
    case JM_KIND_TOUCHPOINT:
      survey->n_touchpoints++;
      survey->last = item;
      survey->has_channel = survey->has_channel || jm_item_get (item, JM_ATTR_CHANNEL) != NULL;
      survey->has_device = survey->has_device || jm_item_get (item, JM_ATTR_DEVICE) != NULL;
      break;
    case JM_KIND_EMOTION:
      enter_feeling (survey, parent, item);
      break;
    case JM_KIND_OPPORTUNITY:
      enter_links (survey, item);
      break;
    default:
      break;
    }

  for (guint i = 0, n_phases = 0, n_touchpoints = 0; i < jm_item_get_n_children (item); i++)
    {
      JmItem *child = jm_item_get_child (item, i);

      if (!jm_kind_may_contain (kind, jm_item_get_kind (child)) || jm_item_get_kind (child) >= JM_KIND_FOREIGN)
        continue;
      if (jm_item_get_kind (child) == JM_KIND_PHASE)
        g_hash_table_insert (survey->numbers, child, GUINT_TO_POINTER (++n_phases));
      else if (jm_item_get_kind (child) == JM_KIND_TOUCHPOINT)
        g_hash_table_insert (survey->numbers, child, GUINT_TO_POINTER (++n_touchpoints));
      enter (survey, item, child);
    }
}

static void
count_channels (JmSurvey *survey)
{
  g_autoptr(JmChannelView) view = jm_map_get_channel_view (survey->map);

  for (guint i = 0; i < view->uses->len; i++)
    {
      const JmChannelUse *use = g_ptr_array_index (view->uses, i);

      if (jm_item_get_id (use->channel) != NULL)
        g_hash_table_insert (survey->channels, (gpointer) jm_item_get_id (use->channel),
                             GUINT_TO_POINTER (use->phases->len));
    }
}

/*
 * jm_survey_begin:
 * @survey: (out): where to put what is found
 * @map: a map, which must outlive the survey
 *
 * Looks through the map once for what several checks need.
 */
void
jm_survey_begin (JmSurvey *survey,
                 JmMap    *map)
{
  *survey = (JmSurvey) { .map = map, .root = jm_map_get_root (map) };
  survey->kinds = g_hash_table_new (jm_text_hash, g_str_equal);
  survey->numbers = g_hash_table_new (NULL, NULL);
  survey->channels = g_hash_table_new (jm_text_hash, g_str_equal);
  survey->resolved = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);
  survey->feelings = g_hash_table_new_full (jm_text_hash, g_str_equal, NULL, g_free);
  survey->note_lanes = g_hash_table_new (jm_text_hash, g_str_equal);
  survey->noted = g_hash_table_new (jm_text_hash, g_str_equal);
  survey->findings = g_ptr_array_new ();

  enter (survey, NULL, survey->root);
  count_channels (survey);
}

/* Lets go of all but what was found. */
void
jm_survey_end (JmSurvey *survey)
{
  g_hash_table_unref (survey->kinds);
  g_hash_table_unref (survey->numbers);
  g_hash_table_unref (survey->channels);
  g_hash_table_unref (survey->resolved);
  g_hash_table_unref (survey->feelings);
  g_hash_table_unref (survey->note_lanes);
  g_hash_table_unref (survey->noted);
  g_ptr_array_unref (survey->findings);
}
