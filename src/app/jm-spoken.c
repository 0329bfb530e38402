/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-spoken.h"

#include "model/jm-kind.h"
#include "scene/jm-words.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static const JmWords *
get_words (void)
{
  return jm_words_get (g_get_language_names ()[0]);
}

/**
 * jm_spoken_duration:
 * @value: an ISO 8601 duration, or ""
 *
 * Returns: (transfer full): the duration in words, such as "1.5 hours"; @value itself when it is no duration
 */
char *
jm_spoken_duration (const char *value)
{
  double seconds;

  if (!jm_duration_parse (value, &seconds))
    return g_strdup (value);

  return jm_words_duration (get_words (), seconds);
}

/* One unit's words; the first letters decide, so that "minuten", "min" and "m" are all minutes. */
static double
unit_to_seconds (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (g_str_has_prefix (folded, "mo") || g_str_has_prefix (folded, "maand"))
    return 30 * 86400.0;
  if (g_str_has_prefix (folded, "m"))
    return 60;
  if (g_str_has_prefix (folded, "s"))
    return 1;
  if (g_str_has_prefix (folded, "h") || g_str_has_prefix (folded, "u"))
    return 3600;
  if (g_str_has_prefix (folded, "d"))
    return 86400;
  if (g_str_has_prefix (folded, "w"))
    return 7 * 86400.0;

  return 0;
}

/* Between a number and its unit stands a space that does not break. */
static const char *
skip_spaces (const char *p)
{
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/**
 * jm_spoken_read_duration:
 * @text: what someone typed: "15 min", "1,5 uur", "1 h 30", "1:30", "2 days"
 *
 * A number without a unit is in minutes, or in the next smaller unit after another one.
 *
 * Returns: (transfer full) (nullable): the ISO 8601 duration, %NULL when it makes no sense
 */
char *
jm_spoken_read_duration (const char *text)
{
  double total = 0, previous = 0, seconds;
  const char *p = text;
  guint n_parts = 0;

  if (jm_duration_parse (text, &seconds))
    return g_strdup (text);

  while (TRUE)
    {
      g_autofree char *word = NULL;
      double number = 0, fraction = 1, unit;
      const char *start;
      gboolean clock = FALSE;

      p = skip_spaces (p);
      if (*p == '\0')
        break;
      if (!g_ascii_isdigit (*p))
        return NULL;

      for (; g_ascii_isdigit (*p); p++)
        number = number * 10 + (*p - '0');
      if ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1]))
        {
          for (p++; g_ascii_isdigit (*p); p++)
            {
              fraction /= 10;
              number += (*p - '0') * fraction;
            }
        }
      else if (*p == ':')
        {
          clock = TRUE;
          p++;
        }

      p = skip_spaces (p);
      for (start = p; *p != '\0' && g_unichar_isalpha (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        ;
      word = g_strndup (start, p - start);
      if (*p == '.')
        p++;

      if (clock)
        unit = previous == 3600 ? 60 : 3600;
      else if (*word != '\0')
        unit = unit_to_seconds (word);
      else if (previous == 0 || previous == 3600)
        unit = 60;
      else if (previous == 60)
        unit = 1;
      else
        unit = 0;

      if (unit == 0 || number > 1e6)
        return NULL;
      total += number * unit;
      previous = unit;
      n_parts++;
    }

  return n_parts > 0 ? jm_duration_format (round (total)) : NULL;
}

/**
 * jm_spoken_number:
 * @value: a decimal number as in the file, or ""
 *
 * Returns: (transfer full): the number with the decimal sign of the person's language
 */
char *
jm_spoken_number (const char *value)
{
  char *text = g_strdup (value);
  char *point = strchr (text, '.');
  struct lconv *conventions = localeconv ();

  if (point != NULL && strlen (conventions->decimal_point) == 1)
    *point = *conventions->decimal_point;

  return text;
}

/**
 * jm_spoken_read_number:
 * @text: what someone typed, with a point or a comma
 *
 * Returns: (transfer full) (nullable): the number as in the file, %NULL when it is none
 */
char *
jm_spoken_read_number (const char *text)
{
  g_autofree char *number = g_strstrip (g_strdup (text));
  double parsed;

  g_strdelimit (number, ",", '.');
  if (!jm_number_parse (number, &parsed))
    return NULL;

  return jm_number_format (parsed);
}

/**
 * jm_spoken_clock:
 * @value: a time of the day as in the file, such as "14:30"
 *
 * Returns: (transfer full): it as people write it here
 */
char *
jm_spoken_clock (const char *value)
{
  return g_strdup (value);
}

/**
 * jm_spoken_read_clock:
 * @text: what someone typed: "9", "9:30", "09.30", "9u30"
 *
 * Returns: (transfer full) (nullable): the time as HH:MM, %NULL when it is none
 */
char *
jm_spoken_read_clock (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char *p = stripped;
  guint64 hour, minute = 0;

  if (!g_ascii_isdigit (*p))
    return NULL;
  hour = g_ascii_strtoull (p, &p, 10);
  if (*p != '\0')
    {
      if (strchr (":.uh ", *p) == NULL)
        return NULL;
      p++;
      if (g_ascii_isdigit (*p))
        minute = g_ascii_strtoull (p, &p, 10);
      if (*p != '\0')
        return NULL;
    }
  if (hour > 23 || minute > 59)
    return NULL;

  return g_strdup_printf ("%02u:%02u", (guint) hour, (guint) minute);
}

/**
 * jm_spoken_date:
 * @value: a date as YYYY-MM-DD, or ""
 *
 * Returns: (transfer full): the date in words
 */
char *
jm_spoken_date (const char *value)
{
  return jm_words_date (get_words (), value);
}

/* "yesterday", "12 November", "12 November 2025"; NULL for a time of today. */
static char *
describe_day (GDateTime *then)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  GDate day_then, day_now;
  int days;

  g_date_clear (&day_then, 1);
  g_date_clear (&day_now, 1);
  g_date_set_dmy (&day_then, g_date_time_get_day_of_month (then), g_date_time_get_month (then),
                  g_date_time_get_year (then));
  g_date_set_dmy (&day_now, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
  days = g_date_days_between (&day_then, &day_now);

  if (days == 0)
    return NULL;
  if (days == 1)
    return g_strdup (_("yesterday"));

  /* Translators: a date of this year, as strftime() writes it */
  if (g_date_time_get_year (then) == g_date_time_get_year (now))
    return g_date_time_format (then, _("%-d %B"));

  /* Translators: a date of another year, as strftime() writes it */
  return g_date_time_format (then, _("%-d %B %Y"));
}

/**
 * jm_spoken_when:
 * @unix_time: seconds since 1970
 *
 * Returns: (transfer full): when that was, as one says it: "today, 14:02", "yesterday", "12 November"
 */
char *
jm_spoken_when (gint64 unix_time)
{
  g_autoptr(GDateTime) then = g_date_time_new_from_unix_local (unix_time);
  g_autofree char *clock = NULL;
  char *day;

  if (then == NULL)
    return g_strdup ("");

  day = describe_day (then);
  if (day != NULL)
    return day;

  clock = g_date_time_format (then, "%H:%M");

  /* Translators: %s is a time of the day, such as 14:02 */
  return g_strdup_printf (_("today, %s"), clock);
}

/**
 * jm_spoken_time_or_day:
 * @unix_time: seconds since 1970
 *
 * Returns: (transfer full): the time of the day when it was today, otherwise the day: "14:02", "yesterday"
 */
char *
jm_spoken_time_or_day (gint64 unix_time)
{
  g_autoptr(GDateTime) then = g_date_time_new_from_unix_local (unix_time);
  char *day;

  if (then == NULL)
    return g_strdup ("");

  day = describe_day (then);

  return day != NULL ? day : g_date_time_format (then, "%H:%M");
}
