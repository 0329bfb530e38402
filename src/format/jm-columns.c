/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of columns. They follow the language of the map and not that of the program, as all words on a map do; what
 * people call them in tables of their own is in the list as well. */
#include "jm-columns.h"

#include <string.h>

/* The first name is the one that is written. */
typedef struct
{
  const char *english[8];
  const char *dutch[8];
} Names;

static const Names names[JM_N_COLUMNS] = {
  [JM_COLUMN_PHASE] = { { "Phase", "Stage", "Section" }, { "Fase", "Stadium", "Onderdeel" } },
  [JM_COLUMN_GOAL] = { { "Goal", "Goal of the phase" }, { "Doel", "Doel van de fase" } },
  [JM_COLUMN_START] = { { "Begins at", "Clock" }, { "Begint om", "Kloktijd" } },
  [JM_COLUMN_DURATION] = { { "Duration" }, { "Duur" } },
  [JM_COLUMN_TOUCHPOINT] = { { "Touchpoint", "Touch point", "Step", "Moment", "Action", "Activity", "Task" },
                             { "Contactmoment", "Stap", "Moment", "Actie", "Activiteit", "Handeling", "Taak" } },
  [JM_COLUMN_DESCRIPTION] = { { "Description", "Details" }, { "Omschrijving", "Beschrijving", "Toelichting" } },
  [JM_COLUMN_CHANNEL] = { { "Channel", "Channels" }, { "Kanaal", "Kanalen" } },
  [JM_COLUMN_DEVICE] = { { "Device", "Devices" }, { "Apparaat", "Apparaten" } },
  [JM_COLUMN_TIME] = { { "Time into the phase", "Time" }, { "Tijd in de fase", "Tijdstip", "Tijd" } },
  [JM_COLUMN_MOMENT_OF_TRUTH] = { { "Moment of truth" }, { "Moment van de waarheid" } },
  [JM_COLUMN_EVIDENCE] = { { "Evidence" }, { "Herkomst", "Bewijs" } },
  [JM_COLUMN_OWNER] = { { "Owner" }, { "Eigenaar" } },
  [JM_COLUMN_EMOTION] = { { "Emotion 1–5", "Emotion", "Feeling", "Score", "Emotion 1-5" },
                          { "Emotie 1–5", "Emotie", "Gevoel", "Beleving", "Emotie 1-5" } },
  [JM_COLUMN_SAID] = { { "At the emotion curve" }, { "Bij de emotielijn" } },
  [JM_COLUMN_PAIN_POINTS] = { { "Pain points", "Pain point", "Pains", "Problems" },
                              { "Pijnpunten", "Pijnpunt", "Knelpunten", "Problemen" } },
  [JM_COLUMN_SEVERITY] = { { "Severity" }, { "Ernst" } },
  [JM_COLUMN_OPPORTUNITIES] = { { "Opportunities", "Opportunity", "Ideas", "Improvements" },
                                { "Kansen", "Kans", "Ideeën", "Verbeteringen" } },
  [JM_COLUMN_VOTES] = { { "Votes" }, { "Stemmen" } },
  [JM_COLUMN_EFFORT] = { { "Effort" }, { "Moeite" } },
  [JM_COLUMN_IMPACT] = { { "Impact" }, { "Opbrengst" } },
  [JM_COLUMN_TAKEN_UP_BY] = { { "Taken up by" }, { "Opgepakt door" } },
  [JM_COLUMN_THOUGHTS] = { { "Thoughts", "Thought" }, { "Gedachten", "Gedachte" } },
  [JM_COLUMN_MEASURES] = { { "Measures", "Measure", "KPI", "KPIs" }, { "Metingen", "Meting", "KPI", "KPI’s" } },
  [JM_COLUMN_VALUE] = { { "Value" }, { "Waarde" } },
  [JM_COLUMN_TARGET] = { { "Target" }, { "Streefwaarde" } },
  [JM_COLUMN_UNIT] = { { "Unit" }, { "Eenheid" } },
};

static const struct { JmColumn column; const char *value; const char *english; const char *dutch; } values[] = {
  { JM_COLUMN_MOMENT_OF_TRUTH, "true", "yes", "ja" },
  { JM_COLUMN_EVIDENCE, "assumed", "assumed", "aangenomen" },
  { JM_COLUMN_EVIDENCE, "observed", "observed", "waargenomen" },
  { JM_COLUMN_EVIDENCE, "measured", "measured", "gemeten" },
  { JM_COLUMN_DEVICE, "phone", "phone", "telefoon" },
  { JM_COLUMN_DEVICE, "desktop", "desktop", "computer" },
  { JM_COLUMN_DEVICE, "tv", "tv", "televisie" },
  { JM_COLUMN_DEVICE, "watch", "watch", "horloge" },
  { JM_COLUMN_DEVICE, "paper", "paper", "papier" },
  { JM_COLUMN_DEVICE, "kiosk", "kiosk", "zuil" },
};

static gboolean
is_dutch (const char *language)
{
  return language != NULL && g_ascii_strncasecmp (language, "nl", 2) == 0 && !g_ascii_isalnum (language[2]);
}

/* Capitals and blanks around a word do not matter to a person. */
static char *
fold (const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);

  return g_strdup (g_strstrip (folded));
}

static gboolean
same_words (const char *a,
            const char *b)
{
  g_autofree char *one = fold (a);
  g_autofree char *other = fold (b);

  return strcmp (one, other) == 0;
}

#define IS_DUTCH   0x100u
#define IS_ENGLISH 0x200u

static void
enter (GHashTable *table,
       const char *name,
       guint       column,
       guint       language)
{
  g_autofree char *key = fold (name);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_hash_table_insert (table, g_steal_pointer (&key), GUINT_TO_POINTER (before != 0 ? before | language
                                                                                    : (column + 1) | language));
}

/* The column of that name, and the languages in which it is called so; 0 for none. */
static guint
look_up (const char *heading)
{
  static GHashTable *by_name;
  g_autofree char *key = fold (heading);

  if (g_once_init_enter (&by_name))
    {
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < JM_N_COLUMNS; i++)
        for (guint j = 0; j < G_N_ELEMENTS (names[i].english); j++)
          {
            if (names[i].english[j] != NULL)
              enter (table, names[i].english[j], i, IS_ENGLISH);
            if (names[i].dutch[j] != NULL)
              enter (table, names[i].dutch[j], i, IS_DUTCH);
          }
      g_once_init_leave (&by_name, table);
    }

  return GPOINTER_TO_UINT (g_hash_table_lookup (by_name, key));
}

/**
 * jm_column_get_name:
 * @column: a column
 * @language: (nullable): a language tag, as in xml:lang
 *
 * Returns: (transfer none): what it is called in a table of a map in that language; in English in any but Dutch
 */
const char *
jm_column_get_name (JmColumn    column,
                    const char *language)
{
  g_return_val_if_fail (column < JM_N_COLUMNS, "");

  return is_dutch (language) ? names[column].dutch[0] : names[column].english[0];
}

/**
 * jm_column_find:
 * @name: the heading of a column, in Dutch or English
 * @column: (out): which one that is
 * @whose: (out) (transfer full) (nullable): what follows a colon: the name of a persona
 *
 * Returns: %FALSE if it is none that a table of a map has
 */
gboolean
jm_column_find (const char  *name,
                JmColumn    *column,
                char       **whose)
{
  g_autofree char *heading = NULL;
  const char *colon;
  guint found;

  g_return_val_if_fail (name != NULL, FALSE);

  colon = strchr (name, ':');
  heading = colon != NULL ? g_strndup (name, colon - name) : g_strdup (name);
  *whose = NULL;
  found = look_up (heading);
  if (found == 0)
    return FALSE;

  *column = (found & 0xff) - 1;
  if (colon != NULL && colon[1] != '\0')
    *whose = g_strstrip (g_strdup (colon + 1));

  return TRUE;
}

/**
 * jm_column_guess_language:
 * @name: the heading of a column
 *
 * Returns: (transfer none) (nullable): the language in which a column is called so; %NULL when it is in both or in neither
 */
const char *
jm_column_guess_language (const char *name)
{
  g_autofree char *heading = NULL;
  guint found;

  g_return_val_if_fail (name != NULL, NULL);

  heading = g_strndup (name, strcspn (name, ":"));
  found = look_up (heading) & (IS_DUTCH | IS_ENGLISH);

  return found == IS_DUTCH ? "nl" : found == IS_ENGLISH ? "en" : NULL;
}

/**
 * jm_column_say:
 * @column: a column
 * @value: a word of the format
 * @language: (nullable): a language tag
 *
 * Returns: (transfer none): the word of that language; @value itself where there is none
 */
const char *
jm_column_say (JmColumn    column,
               const char *value,
               const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].column == column && strcmp (values[i].value, value) == 0)
      return is_dutch (language) ? values[i].dutch : values[i].english;

  return value;
}

/**
 * jm_column_read:
 * @column: a column
 * @words: what stands in it, in Dutch or English
 *
 * Returns: (transfer none): the word of the format; @words itself where there is none
 */
const char *
jm_column_read (JmColumn    column,
                const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].column == column &&
        (same_words (values[i].value, words) || same_words (values[i].english, words) ||
         same_words (values[i].dutch, words)))
      return values[i].value;

  return words;
}

/**
 * jm_column_looks_like_formula:
 * @cell: what stands in a cell
 *
 * A spreadsheet takes a cell that begins like this for a formula, and does what it says; where wide letters are usual, also
 * one that begins with a wide sign. Apostrophes in front, which keep it from doing so, are passed over.
 *
 * Returns: whether @cell begins like a formula
 */
gboolean
jm_column_looks_like_formula (const char *cell)
{
  gunichar first;

  cell += strspn (cell, "'");
  if (*cell == '\0')
    return FALSE;

  /* Full-width equals, plus, hyphen-minus and at. */
  first = g_utf8_get_char_validated (cell, -1);

  return strchr ("=+-@\t\r\n", *cell) != NULL || first == 0xff1d || first == 0xff0b || first == 0xff0d || first == 0xff20;
}
