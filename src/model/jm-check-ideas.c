/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of what hurts, what is to be done about it, and how one would know that it helped. */
#include "jm-check-private.h"

#include "jm-chain.h"

#include <glib/gi18n.h>
#include <string.h>

#define SEVERE 3

/* Calls @look with every item of @kind at a touchpoint. */
static void
look_at_each (JmSurvey *survey,
              JmKind    kind,
              void   (* look) (JmSurvey *survey,
                               JmItem   *item))
{
  JmWalk walk = { 0 };
  JmItem *touchpoint, *item;

  while ((touchpoint = jm_survey_walk (survey, &walk)) != NULL)
    {
      guint cursor = 0;

      while ((item = jm_item_next (touchpoint, kind, &cursor)) != NULL)
        look (survey, item);
    }
}

/* Pain points and opportunities */

static gboolean
is_resolved (JmSurvey *survey,
             JmItem   *pain_point)
{
  return g_hash_table_contains (survey->resolved, jm_item_get_id (pain_point));
}

static void
look_severe (JmSurvey *survey,
             JmItem   *pain_point)
{
  if (jm_item_get_integer (pain_point, JM_ATTR_SEVERITY, 1) >= SEVERE && !is_resolved (survey, pain_point))
    jm_survey_tell (survey, pain_point, g_strdup (_("This hurts most of all, and no opportunity resolves it.")));
}

void
jm_look_severe_not_resolved (JmSurvey *survey)
{
  look_at_each (survey, JM_KIND_PAIN_POINT, look_severe);
}

static void
look_milder (JmSurvey *survey,
             JmItem   *pain_point)
{
  if (jm_item_get_integer (pain_point, JM_ATTR_SEVERITY, 1) < SEVERE && !is_resolved (survey, pain_point))
    jm_survey_tell (survey, pain_point, g_strdup (_("No opportunity resolves this pain point.")));
}

void
jm_look_not_resolved (JmSurvey *survey)
{
  look_at_each (survey, JM_KIND_PAIN_POINT, look_milder);
}

static void
look_owner (JmSurvey *survey,
            JmItem   *opportunity)
{
  if (jm_text_is_empty (jm_item_get (opportunity, JM_ATTR_OWNER)))
    jm_survey_tell (survey, opportunity, g_strdup (_("Who takes this up? The opportunity has no owner.")));
}

void
jm_look_opportunity_without_owner (JmSurvey *survey)
{
  look_at_each (survey, JM_KIND_OPPORTUNITY, look_owner);
}

static void
look_weighed (JmSurvey *survey,
              JmItem   *opportunity)
{
  gboolean has_effort = jm_item_get (opportunity, JM_ATTR_EFFORT) != NULL;
  gboolean has_impact = jm_item_get (opportunity, JM_ATTR_IMPACT) != NULL;

  if (has_effort && has_impact)
    return;

  if (has_effort)
    jm_survey_tell (survey, opportunity, g_strdup (_("How much would it help? The impact is not said.")));
  else if (has_impact)
    jm_survey_tell (survey, opportunity, g_strdup (_("How much work would it be? The effort is not said.")));
  else
    jm_survey_tell (survey, opportunity, g_strdup (_("What does it take and what does it bring? Effort and impact are not said.")));
}

void
jm_look_opportunity_not_weighed (JmSurvey *survey)
{
  look_at_each (survey, JM_KIND_OPPORTUNITY, look_weighed);
}

static void
look_for_nothing (JmSurvey *survey,
                  JmItem   *opportunity)
{
  if (jm_text_is_empty (jm_item_get (opportunity, JM_ATTR_RESOLVES)))
    jm_survey_tell (survey, opportunity, g_strdup (_("This opportunity is linked to no pain point.")));
}

void
jm_look_opportunity_for_nothing (JmSurvey *survey)
{
  look_at_each (survey, JM_KIND_OPPORTUNITY, look_for_nothing);
}

static void
look_links (JmSurvey *survey,
            JmItem   *opportunity)
{
  const char *resolves = jm_item_get (opportunity, JM_ATTR_RESOLVES);
  g_auto(GStrv) ids = g_strsplit_set (resolves != NULL ? resolves : "", " \t\n\r", -1);
  guint n = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0' && !jm_survey_has (survey, ids[i], JM_KIND_PAIN_POINT))
      n++;

  if (n > 0)
    jm_survey_tell (survey, opportunity,
                    g_strdup_printf (ngettext ("This resolves %u pain point that is not on the map.",
                                               "This resolves %u pain points that are not on the map.", n), n));
}

void
jm_look_resolves_to_nothing (JmSurvey *survey)
{
  look_at_each (survey, JM_KIND_OPPORTUNITY, look_links);
}

void
jm_look_no_pain_point (JmSurvey *survey)
{
  if (!survey->present[JM_KIND_PAIN_POINT] && survey->n_touchpoints > 0 && jm_survey_shows (survey, "pain-points") &&
      !jm_survey_is_future (survey))
    jm_survey_tell (survey, survey->root, g_strdup (_("Where does it hurt? There is no pain point yet.")));
}

/* Measures */

void
jm_look_phase_without_measure (JmSurvey *survey)
{
  JmItem *phase;
  guint cursor = 0;

  while ((phase = jm_item_next (survey->root, JM_KIND_PHASE, &cursor)) != NULL)
    if (jm_item_get_first (phase, JM_KIND_MEASURE) == NULL)
      jm_survey_tell (survey, phase, g_strdup (_("How would you see that this phase goes well? It has no measure.")));
}

static void
look_at_each_measure (JmSurvey *survey,
                      void   (* look) (JmSurvey *survey,
                                       JmItem   *measure))
{
  JmItem *phase, *measure;
  guint at_phase = 0;

  while ((phase = jm_item_next (survey->root, JM_KIND_PHASE, &at_phase)) != NULL)
    {
      guint at_measure = 0;

      while ((measure = jm_item_next (phase, JM_KIND_MEASURE, &at_measure)) != NULL)
        look (survey, measure);
    }
}

static void
look_value (JmSurvey *survey,
            JmItem   *measure)
{
  double value;

  if (!jm_item_get_number (measure, JM_ATTR_VALUE, &value))
    jm_survey_tell (survey, measure, g_strdup (_("This measure has no value yet.")));
}

void
jm_look_measure_without_value (JmSurvey *survey)
{
  look_at_each_measure (survey, look_value);
}

static void
look_target (JmSurvey *survey,
             JmItem   *measure)
{
  double value, target;

  /* One thing at a time: first the value. That of a future map is its target. */
  if (!jm_survey_is_future (survey) && jm_item_get_number (measure, JM_ATTR_VALUE, &value) && !jm_item_get_number (measure, JM_ATTR_TARGET, &target))
    jm_survey_tell (survey, measure, g_strdup (_("What would be good? This measure has no target.")));
}

void
jm_look_measure_without_target (JmSurvey *survey)
{
  look_at_each_measure (survey, look_target);
}

void
jm_look_measure_not_above_zero (JmSurvey *survey)
{
  g_autoptr(GPtrArray) chains = jm_map_get_chains (survey->map);

  for (guint i = 0; i < chains->len; i++)
    {
      const JmChain *chain = g_ptr_array_index (chains, i);

      for (guint j = 0; j < chain->steps->len && chain->steps->len > 1; j++)
        {
          const JmStep *step = &g_array_index (chain->steps, JmStep, j);

          if (step->has_value && step->counts && step->value <= 0)
            jm_survey_tell (survey, step->measure,
                            g_strdup (step->value < 0 ? _("In a chain of measures this one is less than nothing.")
                                                      : _("In a chain of measures this one is zero.")));
        }
    }
}
