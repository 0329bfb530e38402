/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of whose journey it is: personas, what they feel, and how that is known. */
#include "jm-check-private.h"

#include <glib/gi18n.h>

/* More curves than this cannot be told apart on a wall. */
#define MANY_PERSONAS 6
/* From this many feelings on a curve can be expected to have a shape. */
#define FEW_FEELINGS  3
/* A feeling this far from neutral is one that people remember. */
#define STRONG        1.0

void
jm_look_no_persona (JmSurvey *survey)
{
  if (jm_item_get_first (survey->root, JM_KIND_PERSONA) == NULL)
    jm_survey_tell (survey, survey->root, g_strdup (_("Whose journey is this? There is no persona yet.")));
}

void
jm_look_persona_without_name (JmSurvey *survey)
{
  JmItem *persona;
  guint cursor = 0;

  while ((persona = jm_item_next (survey->root, JM_KIND_PERSONA, &cursor)) != NULL)
    if (jm_text_is_empty (jm_item_get_part (persona, JM_KIND_NAME)))
      jm_survey_tell (survey, persona, g_strdup (_("This persona has no name.")));
}

void
jm_look_persona_without_goal (JmSurvey *survey)
{
  JmItem *persona;
  guint cursor = 0;

  while ((persona = jm_item_next (survey->root, JM_KIND_PERSONA, &cursor)) != NULL)
    if (jm_text_is_empty (jm_item_get_part (persona, JM_KIND_GOAL)))
      jm_survey_tell (survey, persona, g_strdup (_("What does this persona want to reach? No goal is written down.")));
}

void
jm_look_many_personas (JmSurvey *survey)
{
  guint n = jm_item_count (survey->root, JM_KIND_PERSONA);

  if (n > MANY_PERSONAS)
    jm_survey_tell (survey, survey->root,
                    g_strdup_printf (ngettext ("There is %u persona on this map. Give some a map of their own.",
                                               "There are %u personas on this map. Give some a map of their own.", n),
                                     n));
}

void
jm_look_persona_to_nothing (JmSurvey *survey)
{
  JmWalk walk = { 0 };
  JmItem *touchpoint;

  while ((touchpoint = jm_survey_walk (survey, &walk)) != NULL)
    {
      guint n = 0;

      for (guint i = 0; i < jm_item_get_n_children (touchpoint); i++)
        {
          JmItem *child = jm_item_get_child (touchpoint, i);
          const char *persona = jm_item_get (child, JM_ATTR_PERSONA);

          if ((jm_item_get_kind (child) == JM_KIND_EMOTION || jm_item_get_kind (child) == JM_KIND_THOUGHT) &&
              persona != NULL && !jm_survey_has (survey, persona, JM_KIND_PERSONA))
            n++;
        }

      if (n > 0)
        jm_survey_tell (survey, touchpoint,
                        g_strdup_printf (ngettext ("%u feeling or thought here is of a persona who is not on this map.",
                                                   "%u feelings or thoughts here are of personas who are not on this map.",
                                                   n), n));
    }
}

/* Feelings */

void
jm_look_without_feeling (JmSurvey *survey)
{
  JmWalk walk = { 0 };
  JmItem *touchpoint;

  if (!jm_survey_shows (survey, "emotion"))
    return;

  while ((touchpoint = jm_survey_walk (survey, &walk)) != NULL)
    if (jm_item_get_first (touchpoint, JM_KIND_EMOTION) == NULL &&
        !jm_text_is_empty (jm_item_get_part (touchpoint, JM_KIND_TITLE)))
      jm_survey_tell (survey, touchpoint, g_strdup (_("How does this feel? No feeling is set yet.")));
}

void
jm_look_feelings_missing (JmSurvey *survey)
{
  guint n = survey->n_touchpoints;
  JmItem *persona;
  guint cursor = 0;

  if (!jm_survey_shows (survey, "emotion"))
    return;

  while ((persona = jm_item_next (survey->root, JM_KIND_PERSONA, &cursor)) != NULL)
    {
      guint missing = n - jm_survey_follow (survey, persona).n;

      if (n > 1 && 2 * missing > n)
        jm_survey_tell (survey, persona,
                        g_strdup_printf (ngettext ("At %u of %u touchpoints it is not said how this persona feels.",
                                                   "At %u of %u touchpoints it is not said how this persona feels.",
                                                   missing), missing, n));
    }
}

static void
tell_flat (JmSurvey *survey,
           JmItem   *persona)
{
  JmFeelings feelings = jm_survey_follow (survey, persona);

  if (feelings.n >= FEW_FEELINGS && feelings.strongest < STRONG)
    jm_survey_tell (survey, persona != NULL ? persona : survey->root,
                    g_strdup (_("The emotion curve is flat: no moment is good or bad. Which one do people tell at home?")));
}

void
jm_look_no_peak (JmSurvey *survey)
{
  JmItem *persona;
  guint cursor = 0;

  if (jm_item_get_first (survey->root, JM_KIND_PERSONA) == NULL)
    tell_flat (survey, NULL);

  while ((persona = jm_item_next (survey->root, JM_KIND_PERSONA, &cursor)) != NULL)
    tell_flat (survey, persona);
}

void
jm_look_no_end (JmSurvey *survey)
{
  guint cursor = 0, n = 0;
  JmItem *persona = jm_item_next (survey->root, JM_KIND_PERSONA, &cursor);

  do
    {
      JmFeelings feelings = jm_survey_follow (survey, persona);

      if (feelings.n > 0 && feelings.last != survey->last)
        n++;
    }
  while (persona != NULL && (persona = jm_item_next (survey->root, JM_KIND_PERSONA, &cursor)) != NULL);

  if (n > 0)
    jm_survey_tell (survey, survey->last,
                    g_strdup_printf (ngettext ("This is the end of the journey, and %u emotion curve stops before it.",
                                               "This is the end of the journey, and %u emotion curves stop before it.", n),
                                     n));
}

void
jm_look_no_moment_of_truth (JmSurvey *survey)
{
  JmWalk walk = { 0 };
  JmItem *touchpoint;

  while ((touchpoint = jm_survey_walk (survey, &walk)) != NULL)
    if (jm_item_get_boolean (touchpoint, JM_ATTR_MOMENT_OF_TRUTH))
      return;

  if (survey->n_touchpoints > 0)
    jm_survey_tell (survey, survey->root,
                    g_strdup (_("Which moment decides? No touchpoint is marked as a moment of truth.")));
}

/* Evidence */

static guint
count_evidence (JmSurvey   *survey,
                const char *only)
{
  JmWalk walk = { 0 };
  JmItem *touchpoint;
  guint n = 0;

  while ((touchpoint = jm_survey_walk (survey, &walk)) != NULL)
    {
      const char *evidence = jm_item_get (touchpoint, JM_ATTR_EVIDENCE);

      if (evidence != NULL && (only == NULL || g_str_equal (evidence, only)))
        n++;
    }

  return n;
}

void
jm_look_no_evidence (JmSurvey *survey)
{
  if (!jm_survey_is_future (survey) && survey->n_touchpoints > 0 && count_evidence (survey, NULL) == 0)
    jm_survey_tell (survey, survey->root,
                    g_strdup (_("How is all this known? No touchpoint says whether it is assumed, observed or measured.")));
}

void
jm_look_only_assumed (JmSurvey *survey)
{
  guint n = count_evidence (survey, NULL);

  if (!jm_survey_is_future (survey) && n > 0 && count_evidence (survey, "assumed") == n)
    jm_survey_tell (survey, survey->root, g_strdup (_("All of it is assumed: nothing was observed or measured.")));
}
