/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every text and every mark can be read, in every style and on a phase of any colour. */
#include "model/jm-kind.h"
#include "scene/jm-theme.h"

/* The lowest that were found, of text and of marks. */
static double lowest_text, lowest_mark;

/* At least 4.5 for text, 3 for marks; where high contrast is asked for, 7 and 4.5. */
static void
assert_contrast (const JmTheme *theme,
                 const char    *what,
                 JmColor        ink,
                 JmColor        ground,
                 double         least)
{
  double contrast = jm_color_contrast (ink, ground);
  gboolean is_text = least > 4;

  if (theme->style >= JM_STYLE_LIGHT_CONTRAST)
    least = is_text ? 7 : 4.5;
  if (contrast < least)
    g_test_message ("%s: %.2f : 1", what, contrast);
  g_assert_cmpfloat (contrast, >=, least);

  if (is_text)
    lowest_text = MIN (lowest_text, contrast);
  else
    lowest_mark = MIN (lowest_mark, contrast);
}

static void
tell_lowest (const JmTheme *theme)
{
  g_test_message ("lowest contrast in %s: text %.2f, marks %.2f", jm_style_get_name (theme->style), lowest_text,
                  lowest_mark);
}

static void
test_theme (gconstpointer data)
{
  const JmTheme *theme = jm_theme_get (GPOINTER_TO_INT (data));

  lowest_text = lowest_mark = 21;
  assert_contrast (theme, "title on page", theme->ink, theme->page, 4.5);
  assert_contrast (theme, "title on card", theme->ink, theme->card, 4.5);
  assert_contrast (theme, "description on card", theme->ink_soft, theme->card, 4.5);
  assert_contrast (theme, "scenario on page", theme->ink_soft, theme->page, 4.5);
  assert_contrast (theme, "footer", theme->ink_faint, theme->page, 4.5);
  assert_contrast (theme, "stand-in on card", theme->ink_faint, theme->card, 4.5);
  assert_contrast (theme, "lane name", theme->ink_lane, theme->page, 4.5);
  assert_contrast (theme, "kind of map", theme->chip_text, theme->chip, 4.5);
  assert_contrast (theme, "pain point", theme->pain_text, theme->pain, 4.5);
  assert_contrast (theme, "opportunity", theme->idea_text, theme->idea, 4.5);
  assert_contrast (theme, "severity", theme->pain_mark, theme->pain, 3);
  assert_contrast (theme, "bulb", theme->idea_icon, theme->idea, 3);
  assert_contrast (theme, "bar of an opportunity", theme->idea_mark, theme->idea, 3);
  assert_contrast (theme, "vote", theme->vote, theme->idea, 3);
  assert_contrast (theme, "moment of truth", theme->star, theme->page, 3);
  for (int i = 0; i < 5; i++)
    {
      assert_contrast (theme, "face on page", theme->feeling[i], theme->page, 3);
      assert_contrast (theme, "eyes of a face", theme->face, theme->feeling[i], 3);
    }
  tell_lowest (theme);
}

static void
test_tones (gconstpointer data)
{
  const JmTheme *theme = jm_theme_get (GPOINTER_TO_INT (data));
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  g_autoptr(GPtrArray) colors = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; jm_palette_names[i] != NULL; i++)
    g_ptr_array_add (colors, g_strdup (jm_palette_names[i]));
  lowest_text = lowest_mark = 21;
  g_ptr_array_add (colors, g_strdup ("#ffffff"));
  g_ptr_array_add (colors, g_strdup ("#000000"));
  g_ptr_array_add (colors, g_strdup ("#ffff00"));
  for (guint i = 0; i < 500; i++)
    g_ptr_array_add (colors, g_strdup_printf ("#%06x", g_rand_int_range (random, 0, 0x1000000)));

  for (guint i = 0; i < colors->len; i++)
    {
      const char *color = g_ptr_array_index (colors, i);
      JmTones tones = jm_theme_get_tones (theme, color);

      g_test_message ("%s", color);
      assert_contrast (theme, "heading", tones.heading_text, tones.heading, 4.5);
      assert_contrast (theme, "duration in a heading", tones.heading_faint, tones.heading, 4.5);
      assert_contrast (theme, "channel", tones.text, theme->card, 4.5);
      assert_contrast (theme, "coloured text on a phase", tones.text, tones.column, 4.5);
      assert_contrast (theme, "count in a funnel", tones.text, tones.band, 4.5);
      assert_contrast (theme, "pictogram", tones.mark, tones.badge, 3);
      assert_contrast (theme, "curve", tones.mark, tones.column, 3);
      for (int f = 0; f < 5; f++)
        {
          if (i < 8)
            assert_contrast (theme, "label of a feeling", theme->feeling_text[f], tones.column, 4.5);
          if (i < 8)
            assert_contrast (theme, "curve in the feeling's colour", theme->feeling[f], tones.column, 3);
        }
      if (i < 8)
        {
          assert_contrast (theme, "thought on a phase", theme->ink_lane, tones.column, 4.5);
          assert_contrast (theme, "hint on a phase", theme->ink_faint, tones.column, 4.5);
          assert_contrast (theme, "moment of truth on a phase", theme->star, tones.column, 3);
        }
    }
  tell_lowest (theme);
}

static void
test_parse (void)
{
  JmColor color;

  g_assert_true (jm_color_parse ("blue", &color));
  g_assert_true (jm_color_parse ("#0A0b0C", &color));
  g_assert_cmpint (color.red, ==, 10);
  g_assert_cmpint (color.green, ==, 11);
  g_assert_cmpint (color.blue, ==, 12);
  g_assert_cmpint (color.alpha, ==, 255);
  g_assert_false (jm_color_parse ("#12345", &color));
  g_assert_false (jm_color_parse ("#12345g", &color));
  g_assert_false (jm_color_parse ("Blue", &color));
  g_assert_false (jm_color_parse (NULL, &color));
}

static void
test_feelings (void)
{
  const JmTheme *theme = jm_theme_get (JM_STYLE_LIGHT);

  g_assert_true (jm_color_equal (jm_theme_get_feeling (theme, -2), theme->feeling[0]));
  g_assert_true (jm_color_equal (jm_theme_get_feeling (theme, 2), theme->feeling[4]));
  g_assert_true (jm_color_equal (jm_theme_get_feeling (theme, 9), theme->feeling[4]));
  g_assert_false (jm_color_equal (jm_theme_get_feeling (theme, 0.5), theme->feeling[2]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (int style = 0; style < JM_N_STYLES; style++)
    {
      g_autofree char *one = g_strdup_printf ("/theme/%s/contrast", jm_style_get_name (style));
      g_autofree char *other = g_strdup_printf ("/theme/%s/contrast-on-any-phase", jm_style_get_name (style));

      g_test_add_data_func (one, GINT_TO_POINTER (style), test_theme);
      g_test_add_data_func (other, GINT_TO_POINTER (style), test_tones);
    }
  g_test_add_func ("/theme/colours-are-parsed", test_parse);
  g_test_add_func ("/theme/feelings-blend", test_feelings);

  return g_test_run ();
}
