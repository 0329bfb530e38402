/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typesetter. Words of scripts whose letters do not join are measured once and remembered, which breaks a paragraph
 * at a tenth of the cost of shaping it; everything else goes through Pango's own line breaking. */
#include "jm-type.h"

#include "model/jm-hash.h"

#include <math.h>
#include <string.h>

/* More measured words than one map holds; beyond, the memory starts anew. */
#define MAX_WORDS 100000

typedef struct
{
  JmFont                font;
  PangoFontDescription *description;
} KnownFont;

typedef struct
{
  guint       font;
  guint       length;
  const char *text;
  float       width;
} Word;

struct _JmType
{
  PangoContext *ltr;
  PangoContext *rtl;
  PangoLayout  *scratch;
  GArray       *fonts;
  GHashTable   *words;
};

static guint
word_hash (gconstpointer data)
{
  const Word *word = data;

  return jm_bytes_hash (word->text, word->length) + word->font;
}

static gboolean
word_equal (gconstpointer a,
            gconstpointer b)
{
  const Word *one = a;
  const Word *other = b;

  return one->font == other->font && one->length == other->length &&
         memcmp (one->text, other->text, one->length) == 0;
}

static void
clear_font (gpointer data)
{
  pango_font_description_free (((KnownFont *) data)->description);
}

static PangoContext *
make_context (PangoDirection direction)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Positions that do not depend on a screen or a zoom: no hinting, no rounding. Sizes are absolute, so the resolution
   * only tells a font with optical sizes what a point is: a map unit, as for librsvg and for browsers.
   */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, direction);
  cairo_font_options_destroy (options);

  return context;
}

/**
 * jm_type_new:
 *
 * Makes a typesetter for this thread; it may not be shared with another. Loading the first font takes some 6 ms.
 *
 * Returns: (transfer full): the typesetter
 */
JmType *
jm_type_new (void)
{
  JmType *self = g_new0 (JmType, 1);

  self->ltr = make_context (PANGO_DIRECTION_LTR);
  self->rtl = make_context (PANGO_DIRECTION_RTL);
  self->scratch = pango_layout_new (self->ltr);
  self->fonts = g_array_new (FALSE, FALSE, sizeof (KnownFont));
  g_array_set_clear_func (self->fonts, clear_font);
  self->words = g_hash_table_new_full (word_hash, word_equal, g_free, NULL);

  return self;
}

/**
 * jm_type_free:
 * @self: (transfer full): a typesetter
 */
void
jm_type_free (JmType *self)
{
  g_hash_table_unref (self->words);
  g_array_unref (self->fonts);
  g_object_unref (self->scratch);
  g_object_unref (self->rtl);
  g_object_unref (self->ltr);
  g_free (self);
}

/**
 * jm_font_describe:
 * @font: a font
 * @scale: by which to enlarge it, 1 for map units
 *
 * Returns: (transfer full): the font for Pango
 */
PangoFontDescription *
jm_font_describe (JmFont font,
                  double scale)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, JM_FONT_STACK);
  pango_font_description_set_absolute_size (description, font.size * scale * PANGO_SCALE);
  pango_font_description_set_weight (description, font.weight);
  pango_font_description_set_style (description, font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);

  return description;
}

static guint
know_font (JmType *self,
           JmFont  font)
{
  KnownFont known;

  for (guint i = 0; i < self->fonts->len; i++)
    {
      const JmFont *other = &g_array_index (self->fonts, KnownFont, i).font;
      if (other->size == font.size && other->weight == font.weight && other->italic == font.italic)
        return i;
    }

  known.font = font;
  known.description = jm_font_describe (font, 1);
  g_array_append_val (self->fonts, known);

  return self->fonts->len - 1;
}

static const PangoFontDescription *
describe (JmType *self,
          guint   font)
{
  return g_array_index (self->fonts, KnownFont, font).description;
}

/* The width of a run of letters, from memory where it was measured before. */
static double
measure_word (JmType     *self,
              guint       font,
              const char *text,
              guint       length)
{
  Word probe = { font, length, text, 0 };
  const Word *found;
  Word *word;
  PangoRectangle logical;

  if (length == 0)
    return 0;

  found = g_hash_table_lookup (self->words, &probe);
  if (found != NULL)
    return found->width;

  pango_layout_set_font_description (self->scratch, describe (self, font));
  pango_layout_set_width (self->scratch, -1);
  pango_layout_set_text (self->scratch, text, length);
  pango_layout_get_extents (self->scratch, NULL, &logical);

  if (g_hash_table_size (self->words) >= MAX_WORDS)
    g_hash_table_remove_all (self->words);
  word = g_malloc (sizeof (Word) + length);
  *word = probe;
  memcpy (word + 1, text, length);
  word->text = (const char *) (word + 1);
  word->width = (float) logical.width / PANGO_SCALE;
  g_hash_table_add (self->words, word);

  return word->width;
}

/* Whether letters stand side by side as they come: Latin, Greek, Cyrillic and common punctuation, nothing that combines. */
static gboolean
is_simple (const char *text,
           gsize       length)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c;

      if ((guchar) *p < 0x80)
        {
          if (*p == '\t')
            return FALSE;
          continue;
        }
      c = g_utf8_get_char (p);
      if (!((c >= 0xa1 && c <= 0x24f && c != 0xad) || (c >= 0x384 && c <= 0x3ff) || (c >= 0x400 && c <= 0x482) ||
            (c >= 0x48a && c <= 0x52f) || (c >= 0x2013 && c <= 0x2026) || (c >= 0x20a0 && c <= 0x20bf) || c == 0xa0))
        return FALSE;
    }

  return TRUE;
}

static void
add_line (GArray   *lines,
          gsize     start,
          gsize     end,
          double    width,
          gboolean  rtl)
{
  JmLine line = { start, end - start, width, rtl };

  g_array_append_val (lines, line);
}

/* Cuts a word that is wider than a line between letters; the last piece is left for the caller to go on from. */
static gsize
cut_word (JmType     *self,
          guint       font,
          const char *text,
          gsize       start,
          gsize       end,
          double      width,
          GArray     *lines)
{
  while (start < end)
    {
      gsize fits = start;
      double fitting = 0;

      for (gsize next = start; next < end; )
        {
          double w;

          next = g_utf8_next_char (text + next) - text;
          w = measure_word (self, font, text + start, next - start);
          if (w > width && fits > start)
            break;
          fits = next;
          fitting = w;
        }
      if (fits >= end)
        return start;
      add_line (lines, start, fits, fitting, FALSE);
      start = fits;
    }

  return start;
}

/* Where the next piece that stays together ends: at a blank, or after a hyphen, dash or slash inside a word. */
static gsize
end_of_piece (const char *text,
              gsize       start,
              gsize       end)
{
  gsize i = start;

  while (i < end && text[i] != ' ')
    {
      gunichar c = g_utf8_get_char (text + i);

      i = g_utf8_next_char (text + i) - text;
      if ((c == '-' || c == '/' || c == 0x2013 || c == 0x2014) && i - start > 1 && i < end && text[i] != ' ')
        break;
    }

  return i;
}

static void
break_simple (JmType     *self,
              guint       font,
              const char *text,
              gsize       start,
              gsize       end,
              double      width,
              GArray     *lines)
{
  double blank = measure_word (self, font, " ", 1);
  gsize line_start = start;
  gsize line_end = start;
  double line_width = 0;
  gsize at = start;

  while (at < end)
    {
      gsize word_start = at;
      gsize word_end;
      double gap, word_width;

      while (word_start < end && text[word_start] == ' ')
        word_start++;
      if (word_start >= end)
        break;
      word_end = end_of_piece (text, word_start, end);
      gap = (word_start - line_end) * blank;
      word_width = measure_word (self, font, text + word_start, word_end - word_start);

      if (line_end > line_start && line_width + gap + word_width > width)
        {
          add_line (lines, line_start, line_end, line_width, FALSE);
          line_start = word_start;
          line_width = 0;
          gap = 0;
        }
      else if (line_end == line_start && lines->len > 0 && word_start > start)
        {
          line_start = word_start;
          gap = 0;
        }
      if (word_width > width && line_width == 0)
        {
          line_start = cut_word (self, font, text, word_start, word_end, width, lines);
          word_width = measure_word (self, font, text + line_start, word_end - line_start);
          gap = 0;
        }
      line_width += gap + word_width;
      line_end = word_end;
      at = word_end;
    }

  add_line (lines, line_start, MAX (line_end, line_start), line_width, FALSE);
}

static void
break_with_pango (JmType     *self,
                  guint       font,
                  const char *text,
                  gsize       start,
                  gsize       end,
                  double      width,
                  GArray     *lines)
{
  PangoLayout *layout = pango_layout_new (self->ltr);
  gboolean rtl;

  pango_layout_set_font_description (layout, describe (self, font));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) floor (width * PANGO_SCALE));
  pango_layout_set_text (layout, text + start, end - start);
  rtl = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;
      gsize from = start + line->start_index;
      gsize to = from + line->length;

      /* The blank at which a line was broken hangs over; it is no part of it. */
      while (to > from && text[to - 1] == ' ')
        to--;
      /* Measured alone, because letters take other forms where a word was cut. */
      add_line (lines, from, to, measure_word (self, font, text + from, to - from), rtl);
    }

  g_object_unref (layout);
}

/**
 * jm_type_break:
 * @self: a typesetter
 * @font: the font
 * @text: UTF-8; every newline ends a line
 * @width: of a line, in map units; negative to break at newlines only
 *
 * Breaks text into lines none of which is wider than @width, unless a single letter is. Words that do not fit are cut.
 *
 * Returns: (transfer full) (element-type JmLine): at least one line, without the blanks at which it was broken
 */
GArray *
jm_type_break (JmType     *self,
               JmFont      font,
               const char *text,
               double      width)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (JmLine));
  guint known = know_font (self, font);
  const char *p = text;

  for (;;)
    {
      const char *newline = strchr (p, '\n');
      gsize start = p - text;
      gsize end = newline != NULL ? (gsize) (newline - text) : start + strlen (p);

      if (is_simple (text + start, end - start))
        {
          GArray *own = g_array_new (FALSE, FALSE, sizeof (JmLine));

          break_simple (self, known, text, start, end, width < 0 ? G_MAXDOUBLE : width, own);
          g_array_append_vals (lines, own->data, own->len);
          g_array_unref (own);
        }
      else
        break_with_pango (self, known, text, start, end, width, lines);

      if (newline == NULL)
        break;
      p = newline + 1;
    }

  return lines;
}

/**
 * jm_type_measure:
 * @self: a typesetter
 * @font: the font
 * @text: UTF-8
 *
 * Returns: the width of the widest line of @text, unbroken, in map units
 */
double
jm_type_measure (JmType     *self,
                 JmFont      font,
                 const char *text)
{
  g_autoptr(GArray) lines = jm_type_break (self, font, text, -1);
  double width = 0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, g_array_index (lines, JmLine, i).width);

  return width;
}

/**
 * jm_type_get_widest:
 * @self: a typesetter
 * @font: the font
 * @text: UTF-8
 *
 * Returns: the width of the widest word of @text: the narrowest line in which no word has to be cut
 */
double
jm_type_get_widest (JmType     *self,
                    JmFont      font,
                    const char *text)
{
  guint known = know_font (self, font);
  double widest = 0;
  const char *p = text;

  while (*p != '\0')
    {
      gsize length = strcspn (p, " \n");

      if (is_simple (p, length))
        for (gsize at = 0; at < length; )
          {
            gsize end = end_of_piece (p, at, length);
            widest = MAX (widest, measure_word (self, known, p + at, end - at));
            at = end;
          }
      p += length;
      p += strspn (p, " \n");
    }

  return widest;
}

/**
 * jm_type_shape_line:
 * @self: a typesetter
 * @font: the font
 * @text: one line, as jm_type_break() made it
 * @rtl: the direction of its paragraph
 *
 * Shapes a line for painting; 11 to 18 µs, so keep what is in view.
 *
 * Returns: (transfer full): a layout of one line; its own baseline says where to put it
 */
PangoLayout *
jm_type_shape_line (JmType     *self,
                    JmFont      font,
                    const char *text,
                    gboolean    rtl)
{
  PangoLayout *layout = pango_layout_new (rtl ? self->rtl : self->ltr);

  pango_layout_set_font_description (layout, describe (self, know_font (self, font)));
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);

  return layout;
}
