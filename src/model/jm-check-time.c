/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of time and order: clocks, lengths, and transitions that lead somewhere odd. */
#include "jm-check-private.h"

#include "jm-hash.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of two phases of which one lasts this many times longer, the shorter one is not to be seen on a true axis. */
#define LENGTHS_APART 10000.0

/* Minutes since midnight of a clock time HH:MM that the format has let through, -1 if there is none. */
static int
get_clock (JmItem *phase)
{
  const char *start = jm_item_get (phase, JM_ATTR_START);

  if (start == NULL || strlen (start) != 5)
    return -1;

  return ((start[0] - '0') * 10 + start[1] - '0') * 60 + (start[3] - '0') * 10 + start[4] - '0';
}

void
jm_look_day_without_clock (JmSurvey *survey)
{
  JmItem *phase;
  guint cursor = 0;

  if (g_strcmp0 (jm_item_get_or_default (survey->root, JM_ATTR_KIND), "day-in-the-life") != 0)
    return;

  while ((phase = jm_item_next (survey->root, JM_KIND_PHASE, &cursor)) != NULL)
    if (get_clock (phase) < 0)
      jm_survey_tell (survey, phase, g_strdup (_("At what time of the day does this begin?")));
}

void
jm_look_clock_runs_back (JmSurvey *survey)
{
  JmItem *phase;
  guint cursor = 0;
  int before = -1;

  while ((phase = jm_item_next (survey->root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      int clock = get_clock (phase);

      if (clock < 0)
        continue;
      if (clock < before)
        jm_survey_tell (survey, phase, g_strdup (_("This begins earlier on the clock than what comes before it.")));
      before = clock;
    }
}

void
jm_look_after_its_phase (JmSurvey *survey)
{
  JmWalk walk = { 0 };
  JmItem *touchpoint;
  double at, duration;

  while ((touchpoint = jm_survey_walk (survey, &walk)) != NULL)
    if (jm_item_get_duration (touchpoint, JM_ATTR_AT, &at) &&
        jm_item_get_duration (walk.phase, JM_ATTR_DURATION, &duration) && at > duration)
      jm_survey_tell (survey, touchpoint, g_strdup (_("This happens when its phase is over.")));
}

void
jm_look_time_runs_back (JmSurvey *survey)
{
  JmItem *phase, *touchpoint;
  guint at_phase = 0;

  while ((phase = jm_item_next (survey->root, JM_KIND_PHASE, &at_phase)) != NULL)
    {
      guint at_touchpoint = 0;
      double before = 0, at;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &at_touchpoint)) != NULL)
        {
          if (!jm_item_get_duration (touchpoint, JM_ATTR_AT, &at))
            continue;
          if (at < before)
            jm_survey_tell (survey, touchpoint, g_strdup (_("By its time this happens before the touchpoint left of it.")));
          before = at;
        }
    }
}

void
jm_look_lengths_apart (JmSurvey *survey)
{
  double longest = 0, shortest = G_MAXDOUBLE, duration;
  JmItem *longest_phase = NULL, *shortest_phase = NULL, *phase;
  guint cursor = 0;

  while ((phase = jm_item_next (survey->root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      if (!jm_item_get_duration (phase, JM_ATTR_DURATION, &duration) || duration <= 0)
        continue;
      if (duration > longest)
        {
          longest = duration;
          longest_phase = phase;
        }
      if (duration < shortest)
        {
          shortest = duration;
          shortest_phase = phase;
        }
    }

  if (longest_phase != NULL && longest / shortest >= LENGTHS_APART)
    {
      g_autofree char *title = jm_survey_name (survey, longest_phase);

      jm_survey_tell (survey, shortest_phase,
                      /* Translators: the title of a phase that lasts much longer than the one this is about. */
                      g_strdup_printf (_("This phase is over in no time beside “%s”. Is its duration right?"), title));
    }
}

/* Transitions */

void
jm_look_transition_to_nothing (JmSurvey *survey)
{
  JmItem *transition;
  guint cursor = 0;

  while ((transition = jm_item_next (survey->root, JM_KIND_TRANSITION, &cursor)) != NULL)
    {
      gboolean has_from = jm_survey_has (survey, jm_item_get (transition, JM_ATTR_FROM), JM_KIND_NONE);
      gboolean has_to = jm_survey_has (survey, jm_item_get (transition, JM_ATTR_TO), JM_KIND_NONE);

      if (!has_from && !has_to)
        jm_survey_tell (survey, transition, g_strdup (_("What this transition leads from and to is not on the map.")));
      else if (!has_from)
        jm_survey_tell (survey, transition, g_strdup (_("What this transition leads from is not on the map.")));
      else if (!has_to)
        jm_survey_tell (survey, transition, g_strdup (_("What this transition leads to is not on the map.")));
    }
}

void
jm_look_transition_to_itself (JmSurvey *survey)
{
  JmItem *transition;
  guint cursor = 0;

  while ((transition = jm_item_next (survey->root, JM_KIND_TRANSITION, &cursor)) != NULL)
    if (jm_item_get (transition, JM_ATTR_FROM) != NULL &&
        g_strcmp0 (jm_item_get (transition, JM_ATTR_FROM), jm_item_get (transition, JM_ATTR_TO)) == 0)
      jm_survey_tell (survey, transition, g_strdup (_("This transition leads from a touchpoint to itself.")));
}

/* What leads back on purpose is part of no circle, nor is what leads to itself, which is told of already. */
static gboolean
leads_on (JmItem *transition)
{
  const char *kind = jm_item_get (transition, JM_ATTR_KIND);
  const char *from = jm_item_get (transition, JM_ATTR_FROM);
  const char *to = jm_item_get (transition, JM_ATTR_TO);

  return g_strcmp0 (kind, "feedback") != 0 && g_strcmp0 (kind, "loop") != 0 &&
         from != NULL && to != NULL && strcmp (from, to) != 0;
}

/* Takes away what only begins (or, the other way round, only ends) chains of transitions, until nothing is left to take:
 * Kahn's way of sorting a graph, 1962. What is left is in a circle or between two. */
static void
peel (GPtrArray *transitions,
      JmAttr     start,
      JmAttr     end)
{
  g_autoptr(GHashTable) n_into = g_hash_table_new (jm_text_hash, g_str_equal);
  g_autoptr(GHashTable) out_of = g_hash_table_new_full (jm_text_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GPtrArray) loose = g_ptr_array_new ();
  g_autoptr(GHashTable) gone = g_hash_table_new (NULL, NULL);
  guint n_kept = 0;

  for (guint i = 0; i < transitions->len; i++)
    {
      gpointer from = (gpointer) jm_item_get (transitions->pdata[i], start);
      gpointer to = (gpointer) jm_item_get (transitions->pdata[i], end);
      GPtrArray *outward = g_hash_table_lookup (out_of, from);

      if (outward == NULL)
        {
          outward = g_ptr_array_new ();
          g_hash_table_insert (out_of, from, outward);
        }
      g_ptr_array_add (outward, transitions->pdata[i]);
      g_hash_table_insert (n_into, to, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (n_into, to)) + 1));
    }

  for (guint i = 0; i < transitions->len; i++)
    if (!g_hash_table_contains (n_into, jm_item_get (transitions->pdata[i], start)))
      g_ptr_array_add (loose, transitions->pdata[i]);

  for (guint i = 0; i < loose->len; i++)
    {
      gpointer to = (gpointer) jm_item_get (loose->pdata[i], end);
      guint n_left = GPOINTER_TO_UINT (g_hash_table_lookup (n_into, to)) - 1;
      GPtrArray *outward = n_left == 0 ? g_hash_table_lookup (out_of, to) : NULL;

      g_hash_table_add (gone, loose->pdata[i]);
      g_hash_table_insert (n_into, to, GUINT_TO_POINTER (n_left));
      for (guint j = 0; outward != NULL && j < outward->len; j++)
        g_ptr_array_add (loose, outward->pdata[j]);
    }

  for (guint i = 0; i < transitions->len; i++)
    if (!g_hash_table_contains (gone, transitions->pdata[i]))
      transitions->pdata[n_kept++] = transitions->pdata[i];
  g_ptr_array_set_size (transitions, n_kept);
}

void
jm_look_transitions_in_a_circle (JmSurvey *survey)
{
  g_autoptr(GPtrArray) transitions = g_ptr_array_new ();
  JmItem *transition;
  guint cursor = 0;

  while ((transition = jm_item_next (survey->root, JM_KIND_TRANSITION, &cursor)) != NULL)
    if (leads_on (transition))
      g_ptr_array_add (transitions, transition);

  peel (transitions, JM_ATTR_FROM, JM_ATTR_TO);
  peel (transitions, JM_ATTR_TO, JM_ATTR_FROM);

  if (transitions->len > 0)
    jm_survey_tell (survey, transitions->pdata[0],
                    g_strdup_printf (ngettext ("%u transition leads round in a circle.",
                                               "%u transitions lead round in a circle.", transitions->len),
                                     transitions->len));
}
