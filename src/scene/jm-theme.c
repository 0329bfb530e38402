/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of a map. Tones of a phase are derived from its one colour, so that any #rrggbb gives readable text. */
#include "jm-theme.h"

#include <math.h>
#include <string.h>

#define RGB(hex) { ((hex) >> 16) & 0xff, ((hex) >> 8) & 0xff, (hex) & 0xff, 0xff }
#define RGBA(hex, a) { ((hex) >> 16) & 0xff, ((hex) >> 8) & 0xff, (hex) & 0xff, (a) }

/* Text asks for 4.5 : 1, marks for 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11); a little more, for rounding to 8 bits. */
#define TEXT_CONTRAST 4.6
#define MARK_CONTRAST 3.1

/* In high contrast: 7 : 1 for text (1.4.6), and for marks what text has otherwise. */
#define HIGH_TEXT_CONTRAST 7.1
#define HIGH_MARK_CONTRAST 4.6

static const JmTheme themes[JM_N_STYLES] = {
  [JM_STYLE_LIGHT] = {
    .style = JM_STYLE_LIGHT,
    .is_dark = FALSE, .text_contrast = TEXT_CONTRAST, .mark_contrast = MARK_CONTRAST,
    .tint = 0.06, .tint_of_badge = 0.16, .tint_of_band = 0.15,
    .page = RGB (0xfafafb), .card = RGB (0xffffff), .card_edge = RGB (0xe1e1e5), .card_shadow = RGB (0xebebee),
    .rule = RGB (0xe3e3e6), .level = RGB (0xd6d6dc), .level_zero = RGB (0xc4c4cb),
    .ink = RGB (0x1d1d20), .ink_soft = RGB (0x5e5c64), .ink_faint = RGB (0x6b6a70), .ink_lane = RGB (0x3d3846),
    .quote = RGB (0xb4b3bd), .chip = RGB (0xe3eefb), .chip_text = RGB (0x1a5fb4),
    .feeling = { RGB (0xd9161f), RGB (0xda5f0c), RGB (0xb07a00), RGB (0x3a944e), RGB (0x1c8f5a) },
    .feeling_text = { RGB (0xb5121a), RGB (0xa84300), RGB (0x805900), RGB (0x2b7139), RGB (0x14734a) },
    .face = RGB (0xffffff),
    .pain = RGB (0xfdebea), .pain_mark = RGB (0xd9161f), .pain_text = RGB (0x7a1016), .pain_off = RGB (0xf3c4c2),
    .idea = RGB (0xe6f5ea), .idea_mark = RGB (0x1f9560), .idea_icon = RGB (0x1b7d4d), .idea_text = RGB (0x0e4d2d),
    .vote = RGB (0x9141ac), .star = RGB (0xb07a00),
    .area = { RGBA (0x26a269, 0x38), RGBA (0xe5a50a, 0x0a), RGBA (0xe01b24, 0x33) },
  },
  [JM_STYLE_DARK] = {
    .style = JM_STYLE_DARK,
    .is_dark = TRUE, .text_contrast = TEXT_CONTRAST, .mark_contrast = MARK_CONTRAST,
    .tint = 0.09, .tint_of_badge = 0.22, .tint_of_band = 0.2,
    .page = RGB (0x1d1d20), .card = RGB (0x2c2b30), .card_edge = RGB (0x434248), .card_shadow = RGB (0x18181b),
    .rule = RGB (0x38373c), .level = RGB (0x45444b), .level_zero = RGB (0x5c5b63),
    .ink = RGB (0xffffff), .ink_soft = RGB (0xc4c3ca), .ink_faint = RGB (0xa3a2a9), .ink_lane = RGB (0xe4e3e8),
    .quote = RGB (0x77767f), .chip = RGB (0x1d3250), .chip_text = RGB (0x9cc6fb),
    .feeling = { RGB (0xff6b70), RGB (0xf99240), RGB (0xf0b42c), RGB (0x78c884), RGB (0x3fd08f) },
    .feeling_text = { RGB (0xff8a8e), RGB (0xffa866), RGB (0xf2c04b), RGB (0x8fd699), RGB (0x5bdca2) },
    .face = RGB (0x1d1d20),
    .pain = RGB (0x471a1e), .pain_mark = RGB (0xff6b70), .pain_text = RGB (0xffd9d9), .pain_off = RGB (0x7c4045),
    .idea = RGB (0x15382a), .idea_mark = RGB (0x3fd08f), .idea_icon = RGB (0x5bdca2), .idea_text = RGB (0xcdf5df),
    .vote = RGB (0xcf8fe4), .star = RGB (0xf0b42c),
    .area = { RGBA (0x3fd08f, 0x40), RGBA (0xf0b42c, 0x10), RGBA (0xff6b70, 0x40) },
  },
  [JM_STYLE_PRINT] = {
    .style = JM_STYLE_PRINT,
    .is_dark = FALSE, .text_contrast = TEXT_CONTRAST, .mark_contrast = MARK_CONTRAST,
    .tint = 0.045, .tint_of_badge = 0.16, .tint_of_band = 0.15,
    .page = RGB (0xffffff), .card = RGB (0xffffff), .card_edge = RGB (0xb9b9c0), .card_shadow = RGB (0xffffff),
    .rule = RGB (0xcfcfd4), .level = RGB (0xbcbcc3), .level_zero = RGB (0x8e8e96),
    .ink = RGB (0x000000), .ink_soft = RGB (0x3f3e44), .ink_faint = RGB (0x55545a), .ink_lane = RGB (0x1d1d20),
    .quote = RGB (0x8d8c96), .chip = RGB (0xeef4fc), .chip_text = RGB (0x164f96),
    .feeling = { RGB (0xc8141c), RGB (0xd2590a), RGB (0xa87500), RGB (0x388a4a), RGB (0x167c4d) },
    .feeling_text = { RGB (0xa51018), RGB (0x983c00), RGB (0x735000), RGB (0x246232), RGB (0x106540) },
    .face = RGB (0xffffff),
    .pain = RGB (0xfef3f2), .pain_mark = RGB (0xc8141c), .pain_text = RGB (0x5f0c11), .pain_off = RGB (0xf0bbb9),
    .idea = RGB (0xf0f9f2), .idea_mark = RGB (0x16804f), .idea_icon = RGB (0x166a41), .idea_text = RGB (0x0a3d24),
    .vote = RGB (0x7f3399), .star = RGB (0xa87300),
    .area = { RGBA (0x26a269, 0x30), RGBA (0xe5a50a, 0x08), RGBA (0xe01b24, 0x2b) },
  },
  [JM_STYLE_LIGHT_CONTRAST] = {
    .style = JM_STYLE_LIGHT_CONTRAST,
    .is_dark = FALSE, .text_contrast = HIGH_TEXT_CONTRAST, .mark_contrast = HIGH_MARK_CONTRAST,
    .tint = 0.03, .tint_of_badge = 0.08, .tint_of_band = 0.08,
    .page = RGB (0xffffff), .card = RGB (0xffffff), .card_edge = RGB (0x55545a), .card_shadow = RGB (0xffffff),
    .rule = RGB (0x77767f), .level = RGB (0x8d8c96), .level_zero = RGB (0x55545a),
    .ink = RGB (0x000000), .ink_soft = RGB (0x1d1d20), .ink_faint = RGB (0x3d3846), .ink_lane = RGB (0x000000),
    .quote = RGB (0x5e5c64), .chip = RGB (0xeef4fc), .chip_text = RGB (0x0d3f80),
    .feeling = { RGB (0xa30d14), RGB (0x9a4300), RGB (0x7a5500), RGB (0x25692f), RGB (0x0d6b40) },
    .feeling_text = { RGB (0x8a0a10), RGB (0x7a3300), RGB (0x5c4000), RGB (0x1b5224), RGB (0x0a5030) },
    .face = RGB (0xffffff),
    .pain = RGB (0xfff5f4), .pain_mark = RGB (0xa30d14), .pain_text = RGB (0x4a070b), .pain_off = RGB (0xd99a97),
    .idea = RGB (0xf2faf4), .idea_mark = RGB (0x0d6b40), .idea_icon = RGB (0x0d6b40), .idea_text = RGB (0x06301c),
    .vote = RGB (0x6d2786), .star = RGB (0x7a5500),
    .area = { RGBA (0x26a269, 0x38), RGBA (0xe5a50a, 0x0a), RGBA (0xe01b24, 0x33) },
  },
  [JM_STYLE_DARK_CONTRAST] = {
    .style = JM_STYLE_DARK_CONTRAST,
    .is_dark = TRUE, .text_contrast = HIGH_TEXT_CONTRAST, .mark_contrast = HIGH_MARK_CONTRAST,
    .tint = 0.06, .tint_of_badge = 0.14, .tint_of_band = 0.12,
    .page = RGB (0x000000), .card = RGB (0x0f0f11), .card_edge = RGB (0xb4b3bd), .card_shadow = RGB (0x000000),
    .rule = RGB (0x8d8c96), .level = RGB (0x77767f), .level_zero = RGB (0xa3a2a9),
    .ink = RGB (0xffffff), .ink_soft = RGB (0xf0f0f3), .ink_faint = RGB (0xd3d2d9), .ink_lane = RGB (0xffffff),
    .quote = RGB (0xb4b3bd), .chip = RGB (0x0f2038), .chip_text = RGB (0xbfdcff),
    .feeling = { RGB (0xff8a8e), RGB (0xffa866), RGB (0xf2c04b), RGB (0x8fd699), RGB (0x5bdca2) },
    .feeling_text = { RGB (0xffaaad), RGB (0xffbe8c), RGB (0xf6d27a), RGB (0xaee3b5), RGB (0x86e6bb) },
    .face = RGB (0x000000),
    .pain = RGB (0x2a0c0f), .pain_mark = RGB (0xff8a8e), .pain_text = RGB (0xffe8e8), .pain_off = RGB (0x8a4f54),
    .idea = RGB (0x08221a), .idea_mark = RGB (0x5bdca2), .idea_icon = RGB (0x86e6bb), .idea_text = RGB (0xe2fbee),
    .vote = RGB (0xe0b0f0), .star = RGB (0xf6d27a),
    .area = { RGBA (0x3fd08f, 0x48), RGBA (0xf0b42c, 0x14), RGBA (0xff6b70, 0x48) },
  },
};

static const char * const style_names[JM_N_STYLES] = { "light", "dark", "print", "light-contrast", "dark-contrast" };

static const struct
{
  const char *name;
  JmColor     color;
} palette[] = {
  { "blue",   RGB (0x3584e4) },
  { "teal",   RGB (0x2190a4) },
  { "green",  RGB (0x3a944a) },
  { "amber",  RGB (0xc88800) },
  { "orange", RGB (0xed5b00) },
  { "pink",   RGB (0xd56199) },
  { "purple", RGB (0x9141ac) },
  { "slate",  RGB (0x6f8396) },
};

/**
 * jm_theme_get:
 * @style: a style
 *
 * Returns: (transfer none): its colours
 */
const JmTheme *
jm_theme_get (JmStyle style)
{
  g_return_val_if_fail (style < JM_N_STYLES, &themes[0]);

  return &themes[style];
}

/**
 * jm_style_from_name:
 * @name: light, dark or print
 * @style: (out): the style
 *
 * Returns: whether there is such a style for exports
 */
gboolean
jm_style_from_name (const char *name,
                    JmStyle    *style)
{
  for (guint i = 0; i <= JM_STYLE_PRINT; i++)
    if (g_strcmp0 (name, style_names[i]) == 0)
      {
        *style = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * jm_style_get_name:
 * @style: a style
 *
 * Returns: its name, as on the command line
 */
const char *
jm_style_get_name (JmStyle style)
{
  g_return_val_if_fail (style < JM_N_STYLES, NULL);

  return style_names[style];
}

/**
 * jm_color_mix:
 * @a: a colour
 * @b: a colour
 * @share_of_b: from 0, all @a, to 1, all @b
 *
 * Returns: the two mixed, in sRGB, alpha as well
 */
JmColor
jm_color_mix (JmColor a,
              JmColor b,
              double  share_of_b)
{
  return (JmColor) { (guint8) lround (a.red + (b.red - a.red) * share_of_b),
                     (guint8) lround (a.green + (b.green - a.green) * share_of_b),
                     (guint8) lround (a.blue + (b.blue - a.blue) * share_of_b),
                     (guint8) lround (a.alpha + (b.alpha - a.alpha) * share_of_b) };
}

/**
 * jm_color_parse:
 * @text: (nullable): a palette name or #rrggbb
 * @color: (out): the colour
 *
 * Returns: whether @text names a colour
 */
gboolean
jm_color_parse (const char *text,
                JmColor    *color)
{
  guint32 value = 0;

  if (text == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (palette); i++)
    if (strcmp (text, palette[i].name) == 0)
      {
        *color = palette[i].color;
        return TRUE;
      }

  if (text[0] != '#' || strlen (text) != 7)
    return FALSE;
  for (guint i = 1; i < 7; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);
      if (digit < 0)
        return FALSE;
      value = value << 4 | digit;
    }
  *color = (JmColor) RGB (value);

  return TRUE;
}

static double
luminance (JmColor color)
{
  double parts[3] = { color.red / 255.0, color.green / 255.0, color.blue / 255.0 };

  for (guint i = 0; i < 3; i++)
    parts[i] = parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4);

  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

/**
 * jm_color_contrast:
 * @a: an opaque colour
 * @b: an opaque colour
 *
 * Returns: their contrast ratio, from 1 to 21, as WCAG 2 defines it
 */
double
jm_color_contrast (JmColor a,
                   JmColor b)
{
  double one = luminance (a);
  double other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

/* The colour nearest to base, on the way to towards, that stands out from both grounds. */
static JmColor
stand_out (JmColor base,
           JmColor towards,
           JmColor ground,
           JmColor other_ground,
           double  contrast)
{
  for (int step = 0; step < 40; step++)
    {
      JmColor color = jm_color_mix (base, towards, step / 40.0);
      if (jm_color_contrast (color, ground) >= contrast && jm_color_contrast (color, other_ground) >= contrast)
        return color;
    }

  return towards;
}

/**
 * jm_theme_get_tones:
 * @theme: a theme
 * @color: (nullable): a palette name or #rrggbb; anything else is slate
 *
 * Derives the tones in which a phase or a persona is drawn. Text tones reach 4.5 : 1, marks 3 : 1, whatever the colour;
 * in high contrast 7 : 1 and 4.5 : 1.
 *
 * Returns: the tones
 */
JmTones
jm_theme_get_tones (const JmTheme *theme,
                    const char    *color)
{
  const JmColor white = RGB (0xffffff);
  const JmColor black = RGB (0x000000);
  JmColor away = theme->is_dark ? white : black;
  JmColor base = palette[G_N_ELEMENTS (palette) - 1].color;
  double text = theme->text_contrast;
  double mark = theme->mark_contrast;
  JmTones tones;

  jm_color_parse (color, &base);

  tones.heading = stand_out (base, black, white, white, text);
  tones.heading_text = white;
  tones.heading_faint = white;
  tones.column = jm_color_mix (theme->page, base, theme->tint);
  tones.band = jm_color_mix (theme->page, base, theme->tint_of_band);
  tones.badge = jm_color_mix (theme->card, base, theme->tint_of_badge);
  tones.mark = stand_out (base, away, theme->card, tones.badge, mark);
  tones.mark = stand_out (tones.mark, away, tones.column, tones.column, mark);
  /* In high contrast an edge is as plain to see as a sign. */
  tones.outline = mark > MARK_CONTRAST ? tones.mark : jm_color_mix (theme->card, base, theme->is_dark ? 0.6 : 0.45);
  tones.text = stand_out (base, away, theme->card, tones.column, text);
  tones.text = stand_out (tones.text, away, tones.band, tones.band, text);

  return tones;
}

/**
 * jm_theme_get_feeling:
 * @theme: a theme
 * @value: from -2 to 2
 *
 * Returns: the colour of that feeling, those between two faces mixed
 */
JmColor
jm_theme_get_feeling (const JmTheme *theme,
                      double         value)
{
  double place = CLAMP (value, -2, 2) + 2;
  int below = MIN ((int) place, 3);

  return jm_color_mix (theme->feeling[below], theme->feeling[below + 1], place - below);
}
