/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Line breaking: nothing lost, nothing too wide, and the quick way gives what Pango gives. */
#include "scene/jm-type.h"

#include <string.h>

static const JmFont font = { 13, 600, FALSE };

static const char * const samples[] = {
  "",
  " ",
  "Parkeren",
  "De route is lang en het is druk",
  "Arbeidsongeschiktheidsverzekeringsmaatschappij",
  "twee  blanks   between words ",
  " begins with a blank",
  "well-known e-mail and/or telephone–fax",
  "first\nsecond line that is a good deal longer\n\nfourth",
  "Ελληνικά γράμματα και Кириллица рядом",
  "東京で新しい椅子を買いました。とても良いです。",
  "שלום עולם זה טקסט ארוך יותר",
  "مرحبا بالعالم هذا نص أطول",
  "emoji 🛒🛍️👩‍👩‍👧 and combining e\314\201 marks",
  "a\302\240b stays together",
};

/* The text without blanks and newlines, which is what lines may lose. */
static char *
squeeze (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text != ' ' && *text != '\n')
      g_string_append_c (kept, *text);

  return g_string_free (kept, FALSE);
}

static void
test_nothing_lost (void)
{
  g_autoptr(JmType) type = jm_type_new ();
  static const double widths[] = { -1, 400, 100, 40, 8, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      {
        g_autoptr(GArray) lines = jm_type_break (type, font, samples[i], widths[w]);
        g_autoptr(GString) joined = g_string_new (NULL);
        g_autofree char *expected = squeeze (samples[i]);
        g_autofree char *actual = NULL;
        guint end = 0;

        g_test_message ("\"%s\" at %g", samples[i], widths[w]);
        g_assert_cmpuint (lines->len, >=, 1);
        for (guint l = 0; l < lines->len; l++)
          {
            const JmLine *line = &g_array_index (lines, JmLine, l);

            g_assert_cmpuint (line->start, >=, end);
            g_assert_true (g_utf8_validate (samples[i] + line->start, line->length, NULL));
            g_string_append_len (joined, samples[i] + line->start, line->length);
            end = line->start + line->length;
          }
        actual = squeeze (joined->str);
        g_assert_cmpstr (actual, ==, expected);
      }
}

static void
test_nothing_too_wide (void)
{
  g_autoptr(JmType) type = jm_type_new ();

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (double width = 60; width < 300; width += 17)
      {
        g_autoptr(GArray) lines = jm_type_break (type, font, samples[i], width);

        for (guint l = 0; l < lines->len; l++)
          {
            const JmLine *line = &g_array_index (lines, JmLine, l);
            g_autofree char *text = g_strndup (samples[i] + line->start, line->length);
            g_autoptr(PangoLayout) layout = jm_type_shape_line (type, font, text, line->rtl);
            PangoRectangle logical;

            pango_layout_get_extents (layout, NULL, &logical);
            g_assert_cmpfloat (line->width, <=, width + 0.01);
            /* Kerning over a blank is all that the quick way leaves out. */
            g_assert_cmpfloat_with_epsilon ((double) logical.width / PANGO_SCALE, line->width, 1.5);
          }
      }
}

static void
test_newlines (void)
{
  g_autoptr(JmType) type = jm_type_new ();
  g_autoptr(GArray) lines = jm_type_break (type, font, "a\n\nb", 100);

  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_cmpuint (g_array_index (lines, JmLine, 1).length, ==, 0);
}

static void
test_widest (void)
{
  g_autoptr(JmType) type = jm_type_new ();
  double widest = jm_type_get_widest (type, font, "een tegemoetkoming per e-mail");

  g_assert_cmpfloat_with_epsilon (widest, jm_type_measure (type, font, "tegemoetkoming"), 0.01);
}

static void
test_direction (void)
{
  g_autoptr(JmType) type = jm_type_new ();
  g_autoptr(GArray) hebrew = jm_type_break (type, font, "שלום", 100);
  g_autoptr(GArray) dutch = jm_type_break (type, font, "hallo", 100);

  g_assert_true (g_array_index (hebrew, JmLine, 0).rtl);
  g_assert_false (g_array_index (dutch, JmLine, 0).rtl);
}

static void
test_size_is_in_map_units (void)
{
  g_autoptr(JmType) type = jm_type_new ();
  JmFont small = { 10, 400, FALSE };
  JmFont large = { 40, 400, FALSE };

  double ratio = jm_type_measure (type, large, "emotion") / jm_type_measure (type, small, "emotion");

  /* Unhinted, so four times the size is four times the width; a font with optical sizes sets large letters closer. */
  g_assert_cmpfloat (ratio, <, 4.02);
  g_assert_cmpfloat (ratio, >, 3.6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/type/nothing-is-lost", test_nothing_lost);
  g_test_add_func ("/type/nothing-is-too-wide", test_nothing_too_wide);
  g_test_add_func ("/type/newlines-end-lines", test_newlines);
  g_test_add_func ("/type/widest-word", test_widest);
  g_test_add_func ("/type/direction-of-a-paragraph", test_direction);
  g_test_add_func ("/type/sizes-are-in-map-units", test_size_is_in_map_units);

  return g_test_run ();
}
