/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of the format holds together, and values are read and written as the format says. */
#include "model/jm-kind.h"

#include "model/jm-item.h"

#include <math.h>
#include <string.h>

static void
test_table (void)
{
  for (guint kind = JM_KIND_MAP; kind < JM_KIND_FOREIGN; kind++)
    {
      const JmKindRule *rule = jm_kind_get_rule (kind);

      g_assert_cmpint (rule->kind, ==, kind);
      g_assert_cmpint (jm_kind_from_element (rule->element), ==, kind);
      g_assert_true (!rule->has_text || rule->n_children == 0);
      g_assert_true ((jm_kind_get_attr_rule (kind, JM_ATTR_ID) != NULL) == rule->has_id);

      for (guint i = 0; i < rule->n_children; i++)
        {
          g_assert_true (jm_kind_may_contain (kind, rule->children[i]));
          g_assert_cmpuint (jm_kind_child_order (kind, rule->children[i]), ==, i);
        }
      for (guint i = 0; i < rule->n_attrs; i++)
        {
          const JmAttrRule *attr = &rule->attrs[i];

          g_assert_true (jm_kind_get_attr_rule (kind, attr->attr) == attr);
          g_assert_true (attr->fallback == NULL || jm_value_is_valid (attr, attr->fallback));
          g_assert_true ((attr->type == JM_VALUE_CHOICE) == (attr->choices != NULL));
          g_assert_true ((attr->type != JM_VALUE_INTEGER && attr->type != JM_VALUE_NUMBER) ||
                         attr->minimum < attr->maximum);
        }
    }

  for (guint attr = JM_ATTR_ID; attr < JM_N_ATTRS; attr++)
    g_assert_cmpint (jm_attr_from_name (jm_attr_get_name (attr)), ==, attr);

  g_assert_cmpint (jm_kind_from_element ("painpoint"), ==, JM_KIND_NONE);
  g_assert_cmpint (jm_kind_from_element (""), ==, JM_KIND_NONE);
  g_assert_cmpint (jm_attr_from_name ("lang"), ==, JM_ATTR_NONE);
  g_assert_cmpint (jm_attr_from_name (""), ==, JM_ATTR_NONE);
}

static void
test_places (void)
{
  g_assert_true (jm_kind_may_contain (JM_KIND_TOUCHPOINT, JM_KIND_PAIN_POINT));
  g_assert_true (jm_kind_may_contain (JM_KIND_PHASE, JM_KIND_NOTE));
  g_assert_true (jm_kind_may_contain (JM_KIND_PERSONA, JM_KIND_PICTURE));
  g_assert_false (jm_kind_may_contain (JM_KIND_PHASE, JM_KIND_PAIN_POINT));
  g_assert_false (jm_kind_may_contain (JM_KIND_MAP, JM_KIND_TOUCHPOINT));
  g_assert_false (jm_kind_may_contain (JM_KIND_PHASE, JM_KIND_PHASE));

  /* What is kept as found stands anywhere, but a text has no loose text beside it. */
  g_assert_true (jm_kind_may_contain (JM_KIND_PHASE, JM_KIND_FOREIGN));
  g_assert_true (jm_kind_may_contain (JM_KIND_TITLE, JM_KIND_COMMENT));
  g_assert_true (jm_kind_may_contain (JM_KIND_FOREIGN, JM_KIND_TEXT));
  g_assert_false (jm_kind_may_contain (JM_KIND_TITLE, JM_KIND_TEXT));
  g_assert_false (jm_kind_may_contain (JM_KIND_COMMENT, JM_KIND_COMMENT));
}

static void
test_numbers (void)
{
  static const struct { double number; const char *text; } written[] = {
    { 0, "0" }, { -0.0, "0" }, { 1, "1" }, { -1.5, "-1.5" }, { 0.1, "0.1" }, { 1e21, "1000000000000000000000" },
    { 1e-7, "0.0000001" }, { 1234567.25, "1234567.25" }, { 100, "100" }, { 2.0 / 3, "0.6666666666666666" }, { 120.5, "120.5" },
  };
  static const char * const refused[] = {
    "", " 1", "1 ", "1e3", "0x10", "inf", "nan", "1,5", "--1", "1.2.3", ".", "-", "+", "1-", "٣"
  };
  double number;

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *text = jm_number_format (written[i].number);

      g_assert_cmpstr (text, ==, written[i].text);
      g_assert_true (jm_number_parse (text, &number));
      g_assert_cmpfloat (number, ==, written[i].number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (jm_number_parse (refused[i], &number));

  g_assert_false (jm_number_parse (NULL, &number));
  g_assert_true (jm_number_parse ("+1", &number));
  g_assert_true (jm_number_parse (".5", NULL));
}

static void
test_any_number_comes_back (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double number = g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (-20, 20));
      g_autofree char *text = jm_number_format (number);
      double back;

      g_assert_true (jm_number_parse (text, &back));
      g_assert_cmpfloat (back, ==, number);
    }
}

static void
test_durations (void)
{
  static const struct { const char *text; double seconds; } read[] = {
    { "PT1H30M", 5400 }, { "PT40M", 2400 }, { "P2D", 172800 }, { "P3W", 1814400 }, { "P1DT12H", 129600 },
    { "PT0.5S", 0.5 }, { "PT0S", 0 }, { "P1M", 2592000 }, { "P1Y", 31536000 }, { "PT90M", 5400 },
    { "P1Y2M3DT4H5M6.25S", 31536000 + 2 * 2592000 + 3 * 86400 + 4 * 3600 + 5 * 60 + 6.25 },
  };
  static const char * const refused[] = {
    "", "P", "PT", "1H", "PT1H30", "-PT1H", "PT-1H", "PT1.5H", "PT1M1H", "P1DT", "P1H", "PT1D", "P1W2D", "PT1,5S", "PT.5S",
    "PT5.S", "PT1S1S", "PT 1S", " PT1S", "PT1S ", "pt1s", "P1YT1YT1S", "PTT1S", "P1Y1W", "PT1234567890S"
  };
  static const struct { double seconds; const char *text; } written[] = {
    { 0, "PT0S" }, { 5400, "PT1H30M" }, { 86400, "P1D" }, { 129600, "P1DT12H" }, { 0.5, "PT0.5S" }, { 61.25, "PT1M1.25S" },
    { 59.9996, "PT1M" },
  };
  double seconds;

  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    {
      g_assert_true (jm_duration_parse (read[i].text, &seconds));
      g_assert_cmpfloat (seconds, ==, read[i].seconds);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (jm_duration_parse (refused[i], &seconds))
      g_error ("“%s” was taken for a duration", refused[i]);
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *text = jm_duration_format (written[i].seconds);

      g_assert_cmpstr (text, ==, written[i].text);
    }
}

static void
test_ids (void)
{
  g_assert_true (jm_id_is_valid ("t1"));
  g_assert_true (jm_id_is_valid ("_a.b-c"));
  g_assert_true (jm_id_is_valid ("été"));
  g_assert_false (jm_id_is_valid (NULL));
  g_assert_false (jm_id_is_valid (""));
  g_assert_false (jm_id_is_valid ("1t"));
  g_assert_false (jm_id_is_valid ("-t"));
  g_assert_false (jm_id_is_valid ("a:b"));
  g_assert_false (jm_id_is_valid ("a b"));
  g_assert_false (jm_id_is_valid ("t1@anna"));
  g_assert_false (jm_id_is_valid ("a\xFF"));
}

/* Each row: where, what is written, whether it is good, what is used. */
static void
test_values (void)
{
  static const struct { JmKind kind; JmAttr attr; const char *value; gboolean valid; const char *nearest; } rows[] = {
    { JM_KIND_EMOTION, JM_ATTR_VALUE, "-1.5", TRUE, "-1.5" },
    { JM_KIND_EMOTION, JM_ATTR_VALUE, "3", FALSE, "2" },
    { JM_KIND_EMOTION, JM_ATTR_VALUE, "-2.01", FALSE, "-2" },
    { JM_KIND_EMOTION, JM_ATTR_VALUE, "happy", FALSE, "0" },
    { JM_KIND_EMOTION, JM_ATTR_VALUE, " 1 ", FALSE, "1" },
    { JM_KIND_PAIN_POINT, JM_ATTR_SEVERITY, "3", TRUE, "3" },
    { JM_KIND_PAIN_POINT, JM_ATTR_SEVERITY, "9", FALSE, "3" },
    { JM_KIND_PAIN_POINT, JM_ATTR_SEVERITY, "0", FALSE, "1" },
    { JM_KIND_PAIN_POINT, JM_ATTR_SEVERITY, "2.4", FALSE, "2" },
    { JM_KIND_PAIN_POINT, JM_ATTR_SEVERITY, "", FALSE, "1" },
    { JM_KIND_PAIN_POINT, JM_ATTR_VOTES, "-4", FALSE, "0" },
    { JM_KIND_PAIN_POINT, JM_ATTR_VOTES, "99999999999999999999", FALSE, "1000000" },
    { JM_KIND_OPPORTUNITY, JM_ATTR_EFFORT, "hard", FALSE, NULL },
    { JM_KIND_OPPORTUNITY, JM_ATTR_RESOLVES, "p1 p2", TRUE, "p1 p2" },
    { JM_KIND_OPPORTUNITY, JM_ATTR_RESOLVES, "p1, 2, p3", FALSE, "p1 p3" },
    { JM_KIND_OPPORTUNITY, JM_ATTR_RESOLVES, "", FALSE, NULL },
    { JM_KIND_LANE, JM_ATTR_HIDDEN, "true", TRUE, "true" },
    { JM_KIND_LANE, JM_ATTR_HIDDEN, "TRUE", FALSE, "true" },
    { JM_KIND_LANE, JM_ATTR_HIDDEN, "1", FALSE, "true" },
    { JM_KIND_LANE, JM_ATTR_HIDDEN, "maybe", FALSE, "false" },
    { JM_KIND_LANE, JM_ATTR_KIND, "Notes", FALSE, "notes" },
    { JM_KIND_LANE, JM_ATTR_KIND, "weather", FALSE, NULL },
    { JM_KIND_MAP, JM_ATTR_KIND, "past-state", FALSE, NULL },
    { JM_KIND_MAP, JM_ATTR_AXIS, "logarithmic", FALSE, "equal" },
    { JM_KIND_MAP, JM_ATTR_DATE, "2026-02-28", TRUE, "2026-02-28" },
    { JM_KIND_MAP, JM_ATTR_DATE, "2026-02-29", FALSE, NULL },
    { JM_KIND_MAP, JM_ATTR_DATE, "28-02-2026", FALSE, NULL },
    { JM_KIND_MAP, JM_ATTR_VERSION, "1.12", TRUE, "1.12" },
    { JM_KIND_MAP, JM_ATTR_VERSION, "one", FALSE, "1.0" },
    { JM_KIND_TOUCHPOINT, JM_ATTR_EVIDENCE, "guessed", FALSE, NULL },
    { JM_KIND_TOUCHPOINT, JM_ATTR_AT, "PT40M", TRUE, "PT40M" },
    { JM_KIND_TOUCHPOINT, JM_ATTR_AT, "forty minutes", FALSE, NULL },
    { JM_KIND_PHASE, JM_ATTR_COLOR, "amber", TRUE, "amber" },
    { JM_KIND_PHASE, JM_ATTR_COLOR, "#3584e4", TRUE, "#3584e4" },
    { JM_KIND_PHASE, JM_ATTR_COLOR, "#abc", FALSE, "#aabbcc" },
    { JM_KIND_PHASE, JM_ATTR_COLOR, "Blue", FALSE, "blue" },
    { JM_KIND_PHASE, JM_ATTR_COLOR, "red", FALSE, NULL },
    { JM_KIND_PHASE, JM_ATTR_COLOR, "#12345", FALSE, NULL },
    { JM_KIND_PHASE, JM_ATTR_START, "23:59", TRUE, "23:59" },
    { JM_KIND_PHASE, JM_ATTR_START, "9:30", FALSE, "09:30" },
    { JM_KIND_PHASE, JM_ATTR_START, "24:00", FALSE, NULL },
    { JM_KIND_PHASE, JM_ATTR_WIDTH, "-5", FALSE, "0" },
    { JM_KIND_MEASURE, JM_ATTR_VALUE, "-123456.75", TRUE, "-123456.75" },
    { JM_KIND_MEASURE, JM_ATTR_VALUE, "a lot", FALSE, NULL },
    { JM_KIND_NOTE, JM_ATTR_LANE, "a lane", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const JmAttrRule *rule = jm_kind_get_attr_rule (rows[i].kind, rows[i].attr);
      g_autofree char *nearest = jm_value_nearest (rule, rows[i].value);

      g_test_message ("%s=\"%s\"", jm_attr_get_name (rows[i].attr), rows[i].value);
      g_assert_cmpint (jm_value_is_valid (rule, rows[i].value), ==, rows[i].valid);
      g_assert_cmpstr (nearest, ==, rows[i].nearest);
      g_assert_true (nearest == NULL || jm_value_is_valid (rule, nearest));
    }
}

static void
test_clean_text (void)
{
  static const struct { const char *text; const char *clean; } rows[] = {
    { "", "" },
    { "plain", "plain" },
    { "a\r\nb\rc\nd", "a\nb\nc\nd" },
    { "tab\tstays", "tab\tstays" },
    { "no\x0B\x0C\x01\x1F more", "no more" },
    { "\xEF\xBF\xBE\xEF\xBF\xBFgone", "gone" },
    { "bad \xFF byte", "bad \xEF\xBF\xBD byte" },
    { "  blanks  ", "  blanks  " },
    { "👩‍👩‍👧", "👩‍👩‍👧" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = jm_text_clean (rows[i].text, -1);

      g_assert_cmpstr (clean, ==, rows[i].clean);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kind/table", test_table);
  g_test_add_func ("/kind/places", test_places);
  g_test_add_func ("/value/numbers", test_numbers);
  g_test_add_func ("/value/any-number-comes-back", test_any_number_comes_back);
  g_test_add_func ("/value/durations", test_durations);
  g_test_add_func ("/value/ids", test_ids);
  g_test_add_func ("/value/values", test_values);
  g_test_add_func ("/value/clean-text", test_clean_text);

  return g_test_run ();
}
