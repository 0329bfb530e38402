/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-import-words.h"

#include "model/jm-map.h"

#include <string.h>

/* Nobody writes a longer number, or a longer word for a feeling. */
#define MAX_NUMBER 40
/* Seconds; longer than any journey. */
#define MAX_DURATION 1e12

/**
 * jm_import_cite:
 * @text: what stands in a file
 *
 * Returns: (transfer full): as much of it as fits into a message, on one line
 */
char *
jm_import_cite (const char *text)
{
  g_autofree char *start = g_utf8_strlen (text, -1) > MAX_NUMBER ? g_utf8_substring (text, 0, MAX_NUMBER) : g_strdup (text);

  g_strdelimit (start, "\r\n\t", ' ');

  return g_strconcat (start, strlen (start) < strlen (text) ? "…" : "", NULL);
}

/**
 * jm_import_read_number:
 * @text: a number, with a point or a comma before its decimals
 * @number: (out): that number
 *
 * Returns: %FALSE if it is no number
 */
gboolean
jm_import_read_number (const char *text,
                       double     *number)
{
  char buffer[MAX_NUMBER + 1];
  char *plain = buffer;
  char *comma;

  /* Looked at often, and seldom a number. */
  if (g_strlcpy (buffer, text, sizeof buffer) > MAX_NUMBER)
    return FALSE;
  g_strstrip (plain);
  comma = strchr (plain, ',');

  if (comma != NULL && strchr (plain, '.') == NULL && strchr (comma + 1, ',') == NULL)
    *comma = '.';
  /* The sign of typesetters. */
  if (g_str_has_prefix (plain, "−"))
    {
      char *minus = plain + strlen ("−") - 1;

      *minus = '-';
      return jm_number_parse (minus, number);
    }

  return jm_number_parse (*plain == '+' ? plain + 1 : plain, number);
}

/**
 * jm_import_read_feeling:
 * @words: a feeling in words, in Dutch or English
 * @value: (out): -2 to 2
 *
 * Returns: %FALSE if these are no words of a feeling
 */
gboolean
jm_import_read_feeling (const char *words,
                        double     *value)
{
  static const struct { const char *words; int value; } feelings[] = {
    { "very bad", -2 }, { "bad", -1 }, { "neutral", 0 }, { "good", 1 }, { "very good", 2 },
    { "heel slecht", -2 }, { "slecht", -1 }, { "neutraal", 0 }, { "goed", 1 }, { "heel goed", 2 },
    { "very negative", -2 }, { "negative", -1 }, { "positive", 1 }, { "very positive", 2 },
    { "heel negatief", -2 }, { "negatief", -1 }, { "positief", 1 }, { "heel positief", 2 },
    { "😡", -2 }, { "🙁", -1 }, { "😐", 0 }, { "🙂", 1 }, { "😀", 2 },
  };
  g_autofree char *folded = NULL;

  if (strlen (words) > MAX_NUMBER)
    return FALSE;

  folded = g_utf8_casefold (words, -1);
  g_strstrip (folded);
  for (guint i = 0; i < G_N_ELEMENTS (feelings); i++)
    if (strcmp (folded, feelings[i].words) == 0)
      {
        *value = feelings[i].value;
        return TRUE;
      }

  return FALSE;
}

/* The seconds that a unit has, by its name in small letters; 0 for none. */
static double
find_unit (const char *name,
           gsize       length)
{
  static const struct { const char *unit; double seconds; } units[] = {
    { "s", 1 }, { "sec", 1 }, { "min", 60 }, { "minute", 60 }, { "minutes", 60 }, { "minuut", 60 }, { "minuten", 60 },
    { "hour", 3600 }, { "hours", 3600 }, { "h", 3600 }, { "uur", 3600 }, { "day", 86400 }, { "days", 86400 },
    { "dag", 86400 }, { "dagen", 86400 }, { "week", 604800 }, { "weeks", 604800 }, { "weken", 604800 },
    { "year", 31536000 }, { "years", 31536000 }, { "jaar", 31536000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strlen (units[i].unit) == length && memcmp (units[i].unit, name, length) == 0)
      return units[i].seconds;

  return 0;
}

/* "1.200" and "1,200" beside a unit are twelve hundred: nobody tells time to the thousandth. */
static void
join_thousands (char *number)
{
  gsize first = strspn (number, "0123456789");
  char separator = number[first];
  gsize at = first;

  if (first == 0 || first > 3 || *number == '0')
    return;
  while (number[at] == separator && separator != '\0' && strspn (number + at + 1, "0123456789") == 3)
    at += 4;
  if (number[at] != '\0')
    return;

  for (char *out = number; ; number++)
    if (*number != separator || *number == '\0')
      {
        *out++ = *number;
        if (*number == '\0')
          return;
      }
}

/* "15 min", "1,5 uur", "4 hours 15 min": numbers with their units, in small letters. Negative for what is none of these. */
static double
add_up (char *text)
{
  double sum = 0;

  /* The blank that does not break a line. */
  for (char *at = strstr (text, "\302\240"); at != NULL; at = strstr (at, "\302\240"))
    memcpy (at, "  ", 2);

  for (char *at = text + strspn (text, " "); *at != '\0'; at += strspn (at, " "))
    {
      gsize digits = strspn (at, "0123456789.,");
      g_autofree char *number = g_strndup (at, digits);
      double amount, unit;
      gsize letters;

      join_thousands (number);
      at += digits;
      at += strspn (at, " ");
      letters = strcspn (at, " 0123456789.,");
      unit = find_unit (at, letters);
      if (unit == 0 || !jm_import_read_number (number, &amount))
        return -1;
      sum += amount * unit;
      at += letters;
    }

  return sum;
}

/**
 * jm_import_read_duration:
 * @text: a length of time: "PT5M", "1:30" (hours and minutes), "15 min", "2 weken", "4 uur 15 min"
 *
 * Returns: (transfer full) (nullable): it as the format has it; %NULL if it is none
 */
char *
jm_import_read_duration (const char *text)
{
  g_autofree char *plain = NULL;
  g_auto(GStrv) parts = NULL;
  double seconds;

  if (jm_duration_parse (text, &seconds))
    return g_strdup (text);
  /* Looked at often, and seldom a time. */
  if (strlen (text) > 2 * MAX_NUMBER)
    return NULL;

  plain = g_strstrip (g_utf8_strdown (text, -1));
  if (*plain == '\0')
    return NULL;

  if (strspn (plain, "0123456789:") == strlen (plain) && strchr (plain, ':') != NULL)
    {
      parts = g_strsplit (plain, ":", 4);
      if (g_strv_length (parts) > 3)
        return NULL;
      seconds = g_ascii_strtod (parts[0], NULL) * 3600 + g_ascii_strtod (parts[1], NULL) * 60;
      if (parts[2] != NULL)
        seconds += g_ascii_strtod (parts[2], NULL);
    }
  else
    seconds = add_up (plain);

  return seconds >= 0 && seconds < MAX_DURATION ? jm_duration_format (seconds) : NULL;
}
