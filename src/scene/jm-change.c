/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mark is a sign, a word and a colour, so that none of them has to be told from another by its colour alone. */
#include "jm-change.h"

#include "model/jm-compare.h"
#include "model/jm-hash.h"

static const JmFont mark_font = { 10.5f, 600, FALSE };

#define PADDING 6.0
#define BETWEEN 4.0

typedef enum
{
  TONE_GOOD,
  TONE_BAD,
  TONE_PLAIN
} Tone;

static const struct
{
  JmChangeMarks  mark;
  const char    *sign;
  JmWord         word;
  Tone           tone;
} signs[] = {
  { JM_CHANGE_MARK_NEW, "+", JM_WORD_NEW, TONE_GOOD },
  { JM_CHANGE_MARK_GONE, "−", JM_WORD_GONE, TONE_BAD },
  { JM_CHANGE_MARK_MOVED, "↔", JM_WORD_MOVED, TONE_PLAIN },
  { JM_CHANGE_MARK_BETTER, "▲", JM_WORD_BETTER, TONE_GOOD },
  { JM_CHANGE_MARK_WORSE, "▼", JM_WORD_WORSE, TONE_BAD },
  { JM_CHANGE_MARK_CHANGED, "≠", JM_WORD_CHANGED, TONE_PLAIN },
};

static JmChangeMarks
mark_of (JmDifferenceType type)
{
  switch (type)
    {
    case JM_DIFFERENCE_NEW: return JM_CHANGE_MARK_NEW;
    case JM_DIFFERENCE_GONE: return JM_CHANGE_MARK_GONE;
    case JM_DIFFERENCE_MOVED: return JM_CHANGE_MARK_MOVED;
    case JM_DIFFERENCE_BETTER: return JM_CHANGE_MARK_BETTER;
    case JM_DIFFERENCE_WORSE: return JM_CHANGE_MARK_WORSE;
    case JM_DIFFERENCE_RETITLED: return JM_CHANGE_MARK_CHANGED;
    case JM_DIFFERENCE_CHANGED:   /* a detail, which is for the list */
    default: return JM_CHANGE_MARK_NONE;
    }
}

static void
add_mark (GHashTable    *changes,
          const char    *id,
          JmChangeMarks  mark)
{
  guint marks = GPOINTER_TO_UINT (g_hash_table_lookup (changes, id)) | mark;

  g_hash_table_insert (changes, (char *) id, GUINT_TO_POINTER (marks));
}

/**
 * jm_change_find_all:
 * @before: a map
 * @after: another map of the same journey
 *
 * Returns: (transfer full): the #JmChangeMarks of the ids of what is different; both maps must outlive it
 */
GHashTable *
jm_change_find_all (JmMap *before,
                    JmMap *after)
{
  GHashTable *changes = g_hash_table_new (jm_text_hash, g_str_equal);
  g_autoptr(GPtrArray) differences = jm_map_compare (before, after);

  for (guint i = 0; i < differences->len; i++)
    {
      const JmDifference *difference = g_ptr_array_index (differences, i);
      guint cursor = 0;
      JmItem *touchpoint;

      if (difference->id == NULL || mark_of (difference->type) == JM_CHANGE_MARK_NONE)
        continue;
      add_mark (changes, difference->id, mark_of (difference->type));

      /* Of a phase that is new or gone the list says no more; its touchpoints are what is seen. */
      if (difference->kind != JM_KIND_PHASE ||
          (difference->type != JM_DIFFERENCE_NEW && difference->type != JM_DIFFERENCE_GONE))
        continue;
      while ((touchpoint = jm_item_next (difference->item, JM_KIND_TOUCHPOINT, &cursor)) != NULL)
        if (jm_item_get_id (touchpoint) != NULL &&
            jm_map_find (difference->type == JM_DIFFERENCE_NEW ? before : after, jm_item_get_id (touchpoint)) == NULL)
          add_mark (changes, jm_item_get_id (touchpoint), mark_of (difference->type));
    }

  return changes;
}

/**
 * jm_change_of:
 * @draw: what is being drawn
 * @item: something on the map
 *
 * Returns: what is different about it, nothing where no maps are compared
 */
JmChangeMarks
jm_change_of (JmDraw *draw,
              JmItem *item)
{
  const char *id = jm_item_get_id (item);
  JmChangeMarks marks;

  if (draw->changes == NULL || id == NULL)
    return JM_CHANGE_MARK_NONE;

  marks = GPOINTER_TO_UINT (g_hash_table_lookup (draw->changes, id));
  /* That it says something else as well is for the list. */
  if (marks & ~JM_CHANGE_MARK_CHANGED)
    marks &= ~JM_CHANGE_MARK_CHANGED;
  /* In the earlier map that is all there is to say of it: how it feels and what it says later is marked there. */
  return draw->looks_ahead ? marks & (JM_CHANGE_MARK_GONE | JM_CHANGE_MARK_MOVED) : marks;
}

/**
 * jm_change_say:
 * @draw: what is being drawn
 * @marks: what is different
 *
 * Returns: (transfer full) (nullable): that in words, %NULL for nothing
 */
char *
jm_change_say (JmDraw        *draw,
               JmChangeMarks  marks)
{
  GString *text;

  if (marks == JM_CHANGE_MARK_NONE)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (marks & signs[i].mark)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", jm_words_say (draw->words, signs[i].word));

  return g_string_free (text, FALSE);
}

/**
 * jm_change_summarize:
 * @draw: what is being drawn
 * @changes: of jm_change_find_all()
 *
 * Returns: (transfer full): how many are new, gone and so on: "3 new · 1 gone"; "no differences" for none
 */
char *
jm_change_summarize (JmDraw     *draw,
                     GHashTable *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      GHashTableIter iter;
      gpointer marks;
      guint n = 0;

      g_hash_table_iter_init (&iter, changes);
      while (g_hash_table_iter_next (&iter, NULL, &marks))
        n += (GPOINTER_TO_UINT (marks) & signs[i].mark) != 0;
      if (n > 0)
        g_string_append_printf (text, "%s%s\302\240%u\302\240%s", text->len > 0 ? "   " : "", signs[i].sign, n,
                                jm_words_say (draw->words, signs[i].word));
    }
  if (text->len == 0)
    g_string_append (text, jm_words_say (draw->words, JM_WORD_NO_DIFFERENCES));

  return g_string_free (text, FALSE);
}

/**
 * jm_change_draw:
 * @draw: what is being drawn
 * @builder: the card
 * @marks: what is different about it
 * @whole: width of the card
 * @x: left edge of the marks, from the side where reading begins
 * @y: their top
 * @room: how wide they may be; where the words do not fit, the signs remain
 *
 * Draws marks in a row.
 */
void
jm_change_draw (JmDraw         *draw,
                JmGroupBuilder *builder,
                JmChangeMarks   marks,
                double          whole,
                double          x,
                double          y,
                double          room)
{
  const JmTheme *theme = draw->theme;
  double needed = 0;
  gboolean in_words;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (marks & signs[i].mark)
      needed += jm_type_measure (draw->type, mark_font, signs[i].sign) + 3 +
                jm_type_measure (draw->type, mark_font, jm_words_say (draw->words, signs[i].word)) + 2 * PADDING + BETWEEN;
  in_words = needed - BETWEEN <= room;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      JmColor ground = signs[i].tone == TONE_GOOD ? theme->idea : signs[i].tone == TONE_BAD ? theme->pain : theme->chip;
      JmColor ink = signs[i].tone == TONE_GOOD ? theme->idea_text
                    : signs[i].tone == TONE_BAD ? theme->pain_text : theme->chip_text;
      double sign_width = jm_type_measure (draw->type, mark_font, signs[i].sign);
      const char *word = in_words ? jm_words_say (draw->words, signs[i].word) : "";
      double word_width = in_words ? jm_type_measure (draw->type, mark_font, word) + 3 : 0;
      double width = sign_width + word_width + 2 * PADDING;
      double left = jm_draw_side (draw, whole, x, width);

      if ((marks & signs[i].mark) == 0)
        continue;
      jm_group_builder_add_rect (builder, jm_rect (left, y, width, JM_CHANGE_HEIGHT), 9, jm_paint (ground),
                                 jm_paint (ink), 1);
      jm_draw_text (draw, builder, mark_font, ink, JM_ALIGN_START,
                    left + jm_draw_side (draw, width, PADDING, sign_width), y + 12.8, signs[i].sign);
      if (in_words)
        jm_draw_text (draw, builder, mark_font, ink, JM_ALIGN_START,
                      left + jm_draw_side (draw, width, PADDING + sign_width + 3, word_width - 3), y + 12.8, word);
      x += width + BETWEEN;
    }
}
