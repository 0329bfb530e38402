/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words on the map. They follow xml:lang of the map and not the program's language, so that a Dutch map is Dutch on
 * every laptop; that is why they are not gettext's. */
#include "jm-words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct _JmWords
{
  const char *language;
  const char *words[JM_N_WORDS];
  const char *units[6][2];   /* seconds, minutes, hours, days, weeks, years: one, many */
  const char *months[12];
  const char *percent;
  char        decimal;
  const char *thousands;
};

static const JmWords languages[] = {
  {
    .language = "en",
    .words = {
      [JM_WORD_UNTITLED] = "Untitled map",
      [JM_WORD_CURRENT_STATE] = "Current state",
      [JM_WORD_FUTURE_STATE] = "Future state",
      [JM_WORD_DAY_IN_THE_LIFE] = "A day in the life",
      [JM_WORD_SERVICE_BLUEPRINT] = "Service blueprint",
      [JM_WORD_TOUCHPOINTS] = "Touchpoints",
      [JM_WORD_CHANNELS] = "Channel",
      [JM_WORD_DEVICES] = "Device",
      [JM_WORD_EMOTION] = "Emotion",
      [JM_WORD_PAIN_POINTS] = "Pain points",
      [JM_WORD_OPPORTUNITIES] = "Opportunities",
      [JM_WORD_THOUGHTS] = "Thoughts",
      [JM_WORD_MEASURES] = "Measures",
      [JM_WORD_PICTURES] = "Pictures",
      [JM_WORD_NOTES] = "Notes",
      [JM_WORD_LINE] = "Line",
      [JM_WORD_LEGEND_SEVERITY] = "severity of the pain point",
      [JM_WORD_LEGEND_VOTE] = "vote from the group",
      [JM_WORD_LEGEND_MOMENT] = "moment of truth",
      [JM_WORD_LEGEND_ASSUMED] = "assumed, not observed",
      [JM_WORD_LEGEND_MEASURED] = "measured",
      [JM_WORD_PEAK] = "Peak",
      [JM_WORD_LOW] = "Low point",
      [JM_WORD_END] = "End",
      [JM_WORD_PERSONA] = "Persona",
      [JM_WORD_PHASE] = "Phase",
      [JM_WORD_TOUCHPOINT] = "Touchpoint",
      [JM_WORD_PAIN_POINT] = "Pain point",
      [JM_WORD_OPPORTUNITY] = "Opportunity",
      [JM_WORD_THOUGHT] = "Thought",
      [JM_WORD_NOTE] = "Note",
      [JM_WORD_MEASURE] = "Measure",
      [JM_WORD_CHANNEL] = "Channel",
      [JM_WORD_DEVICE] = "Device",
      [JM_WORD_PICTURE] = "Picture",
      [JM_WORD_TITLE] = "Title",
      [JM_WORD_SCENARIO] = "Whose journey, and when?",
      [JM_WORD_TARGET] = "target",
      [JM_WORD_WEAKEST] = "weakest step",
      [JM_WORD_TOTAL] = "remain",
      [JM_WORD_VIEW_MATRIX] = "Opportunities by effort and impact",
      [JM_WORD_VIEW_RANKING] = "What to take up first",
      [JM_WORD_VIEW_CHANNELS] = "Channels by phase",
      [JM_WORD_EFFORT] = "Effort",
      [JM_WORD_IMPACT] = "Impact",
      [JM_WORD_LITTLE] = "little",
      [JM_WORD_SOME] = "some",
      [JM_WORD_MUCH] = "much",
      [JM_WORD_NOT_ESTIMATED] = "Not estimated yet",
      [JM_WORD_PAINS_BY_SEVERITY] = "Pain points by severity",
      [JM_WORD_IDEAS_BY_VOTES] = "Opportunities by votes",
      [JM_WORD_IDEAS_BY_GAIN] = "Opportunities by impact for effort",
      [JM_WORD_PAINS_ALONG] = "Pain points along the journey",
      [JM_WORD_IDEAS_ALONG] = "Opportunities along the journey",
      [JM_WORD_NONE_YET] = "None yet",
      [JM_WORD_ONLINE] = "online",
      [JM_WORD_OFFLINE] = "offline",
      [JM_WORD_ONLINE_AND_OFFLINE] = "online and offline",
      [JM_WORD_NEVER_USED] = "not used",
      [JM_WORD_ONLY_IN] = "only in",
      [JM_WORD_NEW] = "new",
      [JM_WORD_GONE] = "gone",
      [JM_WORD_MOVED] = "moved",
      [JM_WORD_CHANGED] = "changed",
      [JM_WORD_BETTER] = "better",
      [JM_WORD_WORSE] = "worse",
      [JM_WORD_NO_DIFFERENCES] = "no differences",
      [JM_WORD_VIEW_COMPARE] = "Both maps",
      [JM_WORD_LEGEND_FADED] = "faded: known in another way",
      [JM_WORD_LEGEND_BASELINE] = "the map it is compared with",
      [JM_WORD_VERY_BAD] = "very bad",
      [JM_WORD_BAD] = "bad",
      [JM_WORD_NEUTRAL] = "neutral",
      [JM_WORD_GOOD] = "good",
      [JM_WORD_VERY_GOOD] = "very good",
    },
    .units = { { "s", "s" }, { "min", "min" }, { "hour", "hours" }, { "day", "days" }, { "week", "weeks" },
               { "year", "years" } },
    .months = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December" },
    .percent = "%",
    .decimal = '.',
    .thousands = ",",
  },
  {
    .language = "nl",
    .words = {
      [JM_WORD_UNTITLED] = "Kaart zonder titel",
      [JM_WORD_CURRENT_STATE] = "Huidige situatie",
      [JM_WORD_FUTURE_STATE] = "Toekomstige situatie",
      [JM_WORD_DAY_IN_THE_LIFE] = "Een dag uit het leven",
      [JM_WORD_SERVICE_BLUEPRINT] = "Service blueprint",
      [JM_WORD_TOUCHPOINTS] = "Contactmomenten",
      [JM_WORD_CHANNELS] = "Kanaal",
      [JM_WORD_DEVICES] = "Apparaat",
      [JM_WORD_EMOTION] = "Emotie",
      [JM_WORD_PAIN_POINTS] = "Pijnpunten",
      [JM_WORD_OPPORTUNITIES] = "Kansen",
      [JM_WORD_THOUGHTS] = "Gedachten",
      [JM_WORD_MEASURES] = "Metingen",
      [JM_WORD_PICTURES] = "Afbeeldingen",
      [JM_WORD_NOTES] = "Notities",
      [JM_WORD_LINE] = "Lijn",
      [JM_WORD_LEGEND_SEVERITY] = "ernst van het pijnpunt",
      [JM_WORD_LEGEND_VOTE] = "stem uit de groep",
      [JM_WORD_LEGEND_MOMENT] = "moment van de waarheid",
      [JM_WORD_LEGEND_ASSUMED] = "aangenomen, niet waargenomen",
      [JM_WORD_LEGEND_MEASURED] = "gemeten",
      [JM_WORD_PEAK] = "Hoogtepunt",
      [JM_WORD_LOW] = "Dieptepunt",
      [JM_WORD_END] = "Einde",
      [JM_WORD_PERSONA] = "Persona",
      [JM_WORD_PHASE] = "Fase",
      [JM_WORD_TOUCHPOINT] = "Contactmoment",
      [JM_WORD_PAIN_POINT] = "Pijnpunt",
      [JM_WORD_OPPORTUNITY] = "Kans",
      [JM_WORD_THOUGHT] = "Gedachte",
      [JM_WORD_NOTE] = "Notitie",
      [JM_WORD_MEASURE] = "Meting",
      [JM_WORD_CHANNEL] = "Kanaal",
      [JM_WORD_DEVICE] = "Apparaat",
      [JM_WORD_PICTURE] = "Afbeelding",
      [JM_WORD_TITLE] = "Titel",
      [JM_WORD_SCENARIO] = "Wiens reis, en wanneer?",
      [JM_WORD_TARGET] = "doel",
      [JM_WORD_WEAKEST] = "zwakste stap",
      [JM_WORD_TOTAL] = "blijft over",
      [JM_WORD_VIEW_MATRIX] = "Kansen naar moeite en effect",
      [JM_WORD_VIEW_RANKING] = "Wat eerst aanpakken",
      [JM_WORD_VIEW_CHANNELS] = "Kanalen per fase",
      [JM_WORD_EFFORT] = "Moeite",
      [JM_WORD_IMPACT] = "Effect",
      [JM_WORD_LITTLE] = "weinig",
      [JM_WORD_SOME] = "gemiddeld",
      [JM_WORD_MUCH] = "veel",
      [JM_WORD_NOT_ESTIMATED] = "Nog niet geschat",
      [JM_WORD_PAINS_BY_SEVERITY] = "Pijnpunten naar ernst",
      [JM_WORD_IDEAS_BY_VOTES] = "Kansen naar stemmen",
      [JM_WORD_IDEAS_BY_GAIN] = "Kansen naar effect voor de moeite",
      [JM_WORD_PAINS_ALONG] = "Pijnpunten in de loop van de reis",
      [JM_WORD_IDEAS_ALONG] = "Kansen in de loop van de reis",
      [JM_WORD_NONE_YET] = "Nog geen",
      [JM_WORD_ONLINE] = "online",
      [JM_WORD_OFFLINE] = "offline",
      [JM_WORD_ONLINE_AND_OFFLINE] = "online en offline",
      [JM_WORD_NEVER_USED] = "niet gebruikt",
      [JM_WORD_ONLY_IN] = "alleen in",
      [JM_WORD_NEW] = "nieuw",
      [JM_WORD_GONE] = "vervallen",
      [JM_WORD_MOVED] = "verplaatst",
      [JM_WORD_CHANGED] = "gewijzigd",
      [JM_WORD_BETTER] = "beter",
      [JM_WORD_WORSE] = "slechter",
      [JM_WORD_NO_DIFFERENCES] = "geen verschillen",
      [JM_WORD_VIEW_COMPARE] = "Beide kaarten",
      [JM_WORD_LEGEND_FADED] = "vaag: op een andere manier bekend",
      [JM_WORD_LEGEND_BASELINE] = "de kaart waarmee is vergeleken",
      [JM_WORD_VERY_BAD] = "heel slecht",
      [JM_WORD_BAD] = "slecht",
      [JM_WORD_NEUTRAL] = "neutraal",
      [JM_WORD_GOOD] = "goed",
      [JM_WORD_VERY_GOOD] = "heel goed",
    },
    .units = { { "s", "s" }, { "min", "min" }, { "uur", "uur" }, { "dag", "dagen" }, { "week", "weken" },
               { "jaar", "jaar" } },
    .months = { "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                "november", "december" },
    .percent = "\302\240%",
    .decimal = ',',
    .thousands = ".",
  },
};

/**
 * jm_words_get:
 * @language: (nullable): a language tag, as in xml:lang
 *
 * Returns: (transfer none): the words of that language, or English ones
 */
const JmWords *
jm_words_get (const char *language)
{
  if (language != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
      {
        gsize length = strlen (languages[i].language);
        if (g_ascii_strncasecmp (language, languages[i].language, length) == 0 &&
            (language[length] == '\0' || language[length] == '-' || language[length] == '_'))
          return &languages[i];
      }

  return &languages[0];
}

/**
 * jm_words_say:
 * @words: a language's words
 * @word: which
 *
 * Returns: the word
 */
const char *
jm_words_say (const JmWords *words,
              JmWord         word)
{
  g_return_val_if_fail (word < JM_N_WORDS, "");

  return words->words[word];
}

/**
 * jm_words_number:
 * @words: a language's words
 * @number: a number
 *
 * Returns: (transfer full): the number with at most two decimals, as the language writes it: 36.900 and 1,5 in Dutch
 */
char *
jm_words_number (const JmWords *words,
                 double         number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  GString *text = g_string_new (NULL);
  double shown = round (number * 100) / 100;
  const char *point;
  gsize whole;

  /* What is too large to be read, or so small that it would look like nothing. */
  if (fabs (shown) >= 1e15 || (shown == 0 && number != 0))
    {
      g_ascii_formatd (digits, sizeof digits, "%.2g", fabs (number));
      g_strdelimit (digits, ".", words->decimal);
      g_string_append_printf (text, "%s%s", number < 0 ? "−" : "", digits);
      return g_string_free (text, FALSE);
    }

  g_ascii_formatd (digits, sizeof digits, "%.2f", fabs (shown));
  point = strchr (digits, '.');
  whole = point - digits;
  if (shown < 0)
    g_string_append (text, "−");
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0 && whole > 3)
        g_string_append (text, words->thousands);
      g_string_append_c (text, digits[i]);
    }
  if (strcmp (point, ".00") != 0)
    {
      g_string_append_c (text, words->decimal);
      g_string_append_c (text, point[1]);
      if (point[2] != '0')
        g_string_append_c (text, point[2]);
    }

  return g_string_free (text, FALSE);
}

/**
 * jm_words_percent:
 * @words: a language's words
 * @ratio: a share, 1 being all
 *
 * Returns: (transfer full): the share in per cent, with as many decimals as it takes to tell it from nothing
 */
char *
jm_words_percent (const JmWords *words,
                  double         ratio)
{
  double percent = ratio * 100;
  double step = fabs (percent) >= 100 ? 1 : fabs (percent) >= 1 ? 0.1 : 0.01;
  double shown = round (percent / step) * step;
  g_autofree char *number = jm_words_number (words, shown != 0 ? shown : percent);

  return g_strconcat (number, words->percent, NULL);
}

/**
 * jm_words_duration:
 * @words: a language's words
 * @seconds: a length of time
 *
 * Says it in the unit people would use: "15 min", "1,5 uur", "3 weken"; two units where one would round too much.
 *
 * Returns: (transfer full): the duration in words
 */
char *
jm_words_duration (const JmWords *words,
                   double         seconds)
{
  static const double lengths[6] = { 1, 60, 3600, 86400, 604800, 365 * 86400 };
  int unit = 5;

  while (unit > 0 && seconds < lengths[unit])
    unit--;
  /* Ten days are ten days and not 1.43 weeks. */
  if (unit == 4 && fmod (seconds, lengths[4]) != 0 && seconds < 10 * lengths[4])
    unit = 3;

  for (;; unit--)
    {
      double amount = seconds / lengths[unit];

      /* Halves are said, other fractions go to the smaller unit. */
      if (unit == 0 || fabs (amount * 2 - round (amount * 2)) < 1e-9 || amount >= 100)
        {
          double shown = unit == 0 ? amount : amount >= 100 ? round (amount) : round (amount * 2) / 2;
          g_autofree char *number = jm_words_number (words, shown);

          return g_strdup_printf ("%s\302\240%s", number, words->units[unit][shown > 1 ? 1 : 0]);
        }

      if (amount > 1)
        {
          double whole = floor (amount);
          double rest = round ((seconds - whole * lengths[unit]) / lengths[unit - 1]);
          g_autofree char *first = NULL;
          g_autofree char *second = NULL;

          /* Sixty minutes are an hour: an hour and 59 minutes and 40 seconds are two. */
          if (rest * lengths[unit - 1] >= lengths[unit])
            return jm_words_duration (words, (whole + 1) * lengths[unit]);

          first = jm_words_number (words, whole);
          second = jm_words_number (words, rest);

          if (rest >= 1)
            return g_strdup_printf ("%s\302\240%s %s\302\240%s",
                                    first, words->units[unit][whole > 1 ? 1 : 0],
                                    second, words->units[unit - 1][rest > 1 ? 1 : 0]);
        }
    }
}

/**
 * jm_words_date:
 * @words: a language's words
 * @date: YYYY-MM-DD
 *
 * Returns: (transfer full): the day in words, or @date as it is when it is none
 */
char *
jm_words_date (const JmWords *words,
               const char    *date)
{
  int year, month, day;

  if (sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3 || month < 1 || month > 12)
    return g_strdup (date);

  return g_strdup_printf ("%d %s %d", day, words->months[month - 1], year);
}

/**
 * jm_words_lane:
 * @words: a language's words
 * @lane: a lane
 *
 * Returns: the lane's title, or what lanes of its kind are called
 */
const char *
jm_words_lane (const JmWords *words,
               JmItem        *lane)
{
  static const struct { const char *kind; JmWord word; } kinds[] = {
    { "touchpoints", JM_WORD_TOUCHPOINTS },
    { "channels", JM_WORD_CHANNELS },
    { "devices", JM_WORD_DEVICES },
    { "emotion", JM_WORD_EMOTION },
    { "pain-points", JM_WORD_PAIN_POINTS },
    { "thoughts", JM_WORD_THOUGHTS },
    { "opportunities", JM_WORD_OPPORTUNITIES },
    { "measures", JM_WORD_MEASURES },
    { "pictures", JM_WORD_PICTURES },
    { "notes", JM_WORD_NOTES },
    { "line", JM_WORD_LINE },
  };
  const char *title = jm_item_get_part (lane, JM_KIND_TITLE);
  const char *kind = jm_item_get (lane, JM_ATTR_KIND);

  if (*title != '\0')
    return title;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kind, kinds[i].kind) == 0)
      return words->words[kinds[i].word];

  return kind != NULL ? kind : "";
}

/**
 * jm_words_device:
 * @words: a language's words
 * @device: a device, as in the file
 *
 * Says the devices that the program offers in the language of the map; whatever else people wrote stays as it is.
 *
 * Returns: the device in words
 */
const char *
jm_words_device (const JmWords *words,
                 const char    *device)
{
  static const struct { const char *device; const char *dutch; } devices[] = {
    { "phone", "telefoon" }, { "desktop", "computer" }, { "tv", "televisie" }, { "watch", "horloge" },
    { "paper", "papier" }, { "kiosk", "zuil" },
  };

  if (strcmp (words->language, "nl") == 0)
    for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
      if (g_strcmp0 (device, devices[i].device) == 0)
        return devices[i].dutch;

  return device;
}

/**
 * jm_words_feeling:
 * @words: a language's words
 * @value: from -2 to 2
 *
 * Returns: the feeling in words, the nearest of five
 */
const char *
jm_words_feeling (const JmWords *words,
                  double         value)
{
  return words->words[JM_WORD_VERY_BAD + (int) lround (CLAMP (value, -2, 2)) + 2];
}

/**
 * jm_language_is_rtl:
 * @language: (nullable): a language tag
 *
 * Returns: whether that language is written from right to left
 */
gboolean
jm_language_is_rtl (const char *language)
{
  static const char * const rtl[] = { "ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb" };

  if (language == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rtl); i++)
    {
      gsize length = strlen (rtl[i]);
      if (g_ascii_strncasecmp (language, rtl[i], length) == 0 &&
          (language[length] == '\0' || language[length] == '-' || language[length] == '_'))
        return TRUE;
    }

  return FALSE;
}
