/* SPDX-License-Identifier: GPL-3.0-or-later */
/* True to time as far as it can be read: a minute beside a hundred years keeps its card, and the hundred years end at a
 * width that still can be scrolled. */
#include "jm-axis.h"

#include <math.h>
#include <stdio.h>

#define SLOT 168.0

/* A phase is stretched by time to at most so much more than its cards need. */
#define MOST_STRETCH 2400.0

/* A gap narrower than this is not worth a word. */
#define LEAST_WAIT 72.0

static gboolean
is_true_to_time (JmMap *map)
{
  return g_strcmp0 (jm_item_get (jm_map_get_root (map), JM_ATTR_AXIS), "time") == 0;
}

/**
 * jm_axis_get_scale:
 * @map: a map
 *
 * Chooses how wide a second is, so that a map becomes about half as wide again as its cards alone would be.
 *
 * Returns: map units a second; 0 when the axis is not one of time
 */
double
jm_axis_get_scale (JmMap *map)
{
  JmItem *root = jm_map_get_root (map);
  double total = 0;
  guint n_touchpoints = 0, cursor = 0;
  JmItem *phase;

  if (!is_true_to_time (map))
    return 0;
  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      double seconds;

      n_touchpoints += MAX (1, jm_item_count (phase, JM_KIND_TOUCHPOINT));
      if (jm_item_get_duration (phase, JM_ATTR_DURATION, &seconds))
        total += seconds;
    }

  return total > 0 ? 1.6 * n_touchpoints * SLOT / total : 0;
}

/* On an equal axis what a phase has left over goes to its cards. */
static double
place_equally (guint   n,
               double  content,
               double  width,
               double *widths,
               double *lefts)
{
  double all = MAX (content, width);
  double at = 0;

  for (guint i = 0; i < n; i++)
    {
      widths[i] += (all - content) / n;
      lefts[i] = at;
      at += widths[i];
    }

  return all;
}

static void
note_wait (GArray *waits,
           double  left,
           double  right,
           double  seconds)
{
  JmWait wait = { left, right, seconds };

  if (right - left >= LEAST_WAIT && seconds > 0)
    g_array_append_val (waits, wait);
}

/**
 * jm_axis_place:
 * @phase: a phase
 * @scale: from jm_axis_get_scale()
 * @width: that the phase is to have at least
 * @widths: (inout) (array): what each touchpoint needs; what it gets
 * @lefts: (out caller-allocates) (array): where each touchpoint begins, from the left edge of the phase
 * @waits: (element-type JmWait): to which gaps are added
 *
 * Places the touchpoints of a phase in reading order from the left. With a scale, each goes where its time says, unless
 * the one before it is still there; those without a time follow on.
 *
 * Returns: the width of the phase
 */
double
jm_axis_place (JmItem *phase,
               double  scale,
               double  width,
               double *widths,
               double *lefts,
               GArray *waits)
{
  guint n = jm_item_count (phase, JM_KIND_TOUCHPOINT);
  guint cursor = 0;
  double content = 0, duration, own_scale, at = 0, all, before = 0;

  for (guint i = 0; i < n; i++)
    content += widths[i];
  if (scale <= 0 || !jm_item_get_duration (phase, JM_ATTR_DURATION, &duration) || duration <= 0)
    return place_equally (n, content, width, widths, lefts);

  all = MAX (MAX (content, width), MIN (duration * scale, content + MOST_STRETCH));
  own_scale = all / duration;

  for (guint i = 0; i < n; i++)
    {
      JmItem *touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor);
      double seconds;

      lefts[i] = at;
      if (jm_item_get_duration (touchpoint, JM_ATTR_AT, &seconds))
        lefts[i] = MAX (at, MIN (seconds, duration) * own_scale);
      at = lefts[i] + widths[i];
    }
  /* Those that stick out at the end move back, as far as those before them let them. */
  at = all;
  for (guint i = n; i > 0; i--)
    {
      lefts[i - 1] = MIN (lefts[i - 1], at - widths[i - 1]);
      at = lefts[i - 1];
    }

  /* How long it is from one to the next is what their times say, not what the gap between their cards measures. */
  at = 0;
  cursor = 0;
  for (guint i = 0; i < n; i++)
    {
      JmItem *touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor);
      double seconds;

      if (jm_item_get_duration (touchpoint, JM_ATTR_AT, &seconds))
        {
          note_wait (waits, at, lefts[i], seconds - before);
          before = seconds;
        }
      at = lefts[i] + widths[i];
    }
  if (n > 0)
    note_wait (waits, at, all, duration - before);

  return all;
}

/**
 * jm_axis_shows_times:
 * @map: a map
 *
 * Returns: whether touchpoints say when they are: on an axis of time, and in a day in the life
 */
gboolean
jm_axis_shows_times (JmMap *map)
{
  return is_true_to_time (map) ||
         g_strcmp0 (jm_item_get (jm_map_get_root (map), JM_ATTR_KIND), "day-in-the-life") == 0;
}

static gboolean
parse_clock (const char *clock,
             int        *minutes)
{
  int hour, minute;

  if (clock == NULL || sscanf (clock, "%2d:%2d", &hour, &minute) != 2)
    return FALSE;
  *minutes = hour * 60 + minute;

  return TRUE;
}

/**
 * jm_axis_say_time:
 * @words: the words of the map
 * @phase: a phase
 * @touchpoint: a touchpoint in it
 *
 * Returns: (transfer full) (nullable): when it is: by the clock if the phase has a time of day, else from its start
 */
char *
jm_axis_say_time (const JmWords *words,
                  JmItem        *phase,
                  JmItem        *touchpoint)
{
  double seconds;
  int start;
  g_autofree char *after = NULL;

  if (!jm_item_get_duration (touchpoint, JM_ATTR_AT, &seconds))
    return NULL;
  if (parse_clock (jm_item_get (phase, JM_ATTR_START), &start))
    {
      int minutes = (int) fmod (start + floor (seconds / 60), 24 * 60);
      return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
    }
  after = jm_words_duration (words, seconds);

  return g_strdup_printf ("+\302\240%s", after);
}

/**
 * jm_axis_say_phase:
 * @words: the words of the map
 * @phase: a phase
 *
 * Returns: (transfer full) (nullable): when it begins and how long it takes, as far as that is known
 */
char *
jm_axis_say_phase (const JmWords *words,
                   JmItem        *phase)
{
  const char *start = jm_item_get (phase, JM_ATTR_START);
  g_autofree char *duration = NULL;
  double seconds;

  if (jm_item_get_duration (phase, JM_ATTR_DURATION, &seconds))
    duration = jm_words_duration (words, seconds);
  if (start != NULL && duration != NULL)
    return g_strdup_printf ("%s · %s", start, duration);

  return start != NULL ? g_strdup (start) : g_steal_pointer (&duration);
}
