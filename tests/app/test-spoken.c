/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type is understood: durations, numbers and times as they are said. */
#include "app/jm-spoken.h"

#include <locale.h>

static void
test_durations (void)
{
  const struct
  {
    const char *typed;
    const char *value;
  } cases[] = {
    { "15 min", "PT15M" },
    { "15", "PT15M" },
    { "1,5 uur", "PT1H30M" },
    { "1.5 hours", "PT1H30M" },
    { "1 h 30", "PT1H30M" },
    { "1:30", "PT1H30M" },
    { "1u30", "PT1H30M" },
    { "45 s", "PT45S" },
    { "2 dagen", "P2D" },
    { "1 day 2 hours", "P1DT2H" },
    { "PT25M", "PT25M" },
    { "soon", NULL },
    { "15 parsecs", NULL },
    { "min 15", NULL },
    { "-5 min", NULL },
    { "5 min 3 min 1 2", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = jm_spoken_read_duration (cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

/* What is shown can be typed back: leaving a field never changes what is in it. */
static void
test_durations_there_and_back (void)
{
  const char * const values[] = { "PT15M", "PT1H30M", "PT2H", "P2D", "PT45S", "P1W" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *words = jm_spoken_duration (values[i]);
      g_autofree char *read = jm_spoken_read_duration (words);
      g_autofree char *again = read == NULL ? NULL : jm_spoken_duration (read);

      g_test_message ("%s: %s", values[i], words);
      g_assert_cmpstr (again, ==, words);
    }
}

static void
test_clock (void)
{
  const struct
  {
    const char *typed;
    const char *value;
  } cases[] = {
    { "9", "09:00" },
    { "9:30", "09:30" },
    { "09.05", "09:05" },
    { "14u15", "14:15" },
    { " 23:59 ", "23:59" },
    { "24:00", NULL },
    { "9:60", NULL },
    { "noon", NULL },
    { "9:30 pm", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = jm_spoken_read_clock (cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_numbers (void)
{
  g_autofree char *comma = jm_spoken_read_number (" 1,5 ");
  g_autofree char *minus = jm_spoken_read_number ("-2");
  g_autofree char *nothing = jm_spoken_read_number ("many");

  g_assert_cmpstr (comma, ==, "1.5");
  g_assert_cmpstr (minus, ==, "-2");
  g_assert_null (nothing);
}

static void
test_when (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autoptr(GDateTime) long_ago = g_date_time_new_local (2019, 11, 12, 10, 0, 0);
  g_autofree char *today_words = jm_spoken_when (g_date_time_to_unix (now));
  g_autofree char *yesterday_words = jm_spoken_when (g_date_time_to_unix (yesterday));
  g_autofree char *long_ago_words = jm_spoken_when (g_date_time_to_unix (long_ago));

  g_assert_true (g_str_has_prefix (today_words, "today, "));
  g_assert_cmpstr (yesterday_words, ==, "yesterday");
  g_assert_cmpstr (long_ago_words, ==, "12 November 2019");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/spoken/durations", test_durations);
  g_test_add_func ("/app/spoken/durations/there-and-back", test_durations_there_and_back);
  g_test_add_func ("/app/spoken/clock", test_clock);
  g_test_add_func ("/app/spoken/numbers", test_numbers);
  g_test_add_func ("/app/spoken/when", test_when);

  return g_test_run ();
}
