/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes maps of any size that look like those of a workshop, the same from the same seed. */
#include "jm-generate.h"

#include "model/jm-edit.h"

#define TOUCHPOINTS_A_PHASE 20

static const char * const words[] = {
  "klant", "winkel", "zoekt", "de", "het", "een", "kassa", "wachten", "balie", "folder", "website", "bestelt", "levering",
  "parkeren", "vraagt", "collega", "uitleg", "formulier", "betalen", "terug", "naar", "huis", "en", "maar", "nog", "niet",
  "duidelijk", "gang", "vak", "kaartje", "prijs", "korting", "app", "telefoon", "e-mail", "bevestiging", "afspraak",
  "ziekenhuisopname", "verzekeringsmaatschappij", "ontvangst", "koffie", "rij", "lang", "vriendelijk", "medewerker",
  "Gelderland", "überhaupt", "garantie", "ruilen", "bon", "pakket", "bezorger", "buurvrouw", "zaterdag", "druk", "rustig",
};

static gboolean
chance (GRand  *rand,
        double  probability)
{
  return g_rand_double (rand) < probability;
}

static const char *
one_of (GRand              *rand,
        const char * const *choices,
        guint               n_choices)
{
  return choices[g_rand_int_range (rand, 0, (gint32) n_choices)];
}

/**
 * jm_generate_text:
 * @rand: where chance comes from
 * @n_words: how many words
 *
 * Returns: (transfer full): words of the kind that are on a card, with a capital
 */
char *
jm_generate_text (GRand *rand,
                  guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, one_of (rand, words, G_N_ELEMENTS (words)));
    }
  if (text->len > 0 && g_ascii_islower (text->str[0]))
    text->str[0] = g_ascii_toupper (text->str[0]);

  return g_string_free (text, FALSE);
}

static char *
some_words (GRand *rand,
            int    least,
            int    most)
{
  return jm_generate_text (rand, (guint) g_rand_int_range (rand, least, most + 1));
}

static JmItem *
new_numbered (JmKind      kind,
              const char *prefix,
              guint       number)
{
  g_autofree char *id = g_strdup_printf ("%s%u", prefix, number);

  return jm_item_new (kind, id);
}

static void
set_number (JmItem *item,
            JmAttr  attr,
            double  value)
{
  g_autofree char *text = jm_number_format (value);

  jm_item_set (item, attr, text);
}

static void
add_people_and_channels (JmItem *root,
                         GRand  *rand)
{
  static const char * const names[] = { "Sanne", "Joris" };
  static const char * const channels[][3] = {
    { "Winkel", "offline", "store" }, { "Website", "online", "globe" }, { "App", "online", "app" },
    { "Telefoon", "both", "phone" }, { "E-mail", "online", "email" }, { "Balie", "offline", "service" },
    { "Post", "offline", "letter" }, { "Sociale media", "online", "chat" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JmItem *persona = new_numbered (JM_KIND_PERSONA, "persona", i);
      g_autofree char *quote = some_words (rand, 3, 6);
      g_autofree char *goal = some_words (rand, 5, 10);

      jm_item_set (persona, JM_ATTR_COLOR, i == 0 ? "purple" : "teal");
      jm_item_set_part (persona, JM_KIND_NAME, names[i]);
      jm_item_set_part (persona, JM_KIND_QUOTE, quote);
      jm_item_set_part (persona, JM_KIND_GOAL, goal);
      jm_item_append (root, persona);
    }

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      JmItem *channel = new_numbered (JM_KIND_CHANNEL, "channel", i);

      jm_item_set (channel, JM_ATTR_REACH, channels[i][1]);
      jm_item_set (channel, JM_ATTR_ICON, channels[i][2]);
      jm_item_set_part (channel, JM_KIND_TITLE, channels[i][0]);
      jm_item_append (root, channel);
    }
}

static void
add_lanes (JmItem *root)
{
  static const char * const lanes[][3] = {
    { "steps", "touchpoints", NULL }, { "channels", "channels", NULL }, { "devices", "devices", NULL },
    { "feeling", "emotion", NULL }, { "pains", "pain-points", NULL }, { "thoughts", "thoughts", NULL },
    { "ideas", "opportunities", NULL }, { "visibility", "line", "Zichtlijn" }, { "backstage", "notes", "Achter de schermen" },
    { "questions", "notes", "Vragen" }, { "pictures", "pictures", NULL }, { "measures", "measures", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      JmItem *lane = jm_item_new (JM_KIND_LANE, lanes[i][0]);

      jm_item_set (lane, JM_ATTR_KIND, lanes[i][1]);
      jm_item_set_part (lane, JM_KIND_TITLE, lanes[i][2]);
      jm_item_append (root, lane);
    }
}

static JmItem *
make_emotion (GRand      *rand,
              const char *persona,
              double      mood)
{
  JmItem *emotion = jm_item_new (JM_KIND_EMOTION, NULL);

  jm_item_set (emotion, JM_ATTR_PERSONA, persona);
  set_number (emotion, JM_ATTR_VALUE, CLAMP ((int) (mood * 2) / 2.0, -2, 2));
  if (chance (rand, 0.2))
    {
      g_autofree char *text = some_words (rand, 1, 3);

      jm_item_set_text (emotion, text);
    }

  return emotion;
}

static JmItem *
make_touchpoint (GRand *rand,
                 guint  number,
                 double mood)
{
  static const char * const devices[] = { "phone", "laptop", "tablet" };
  static const char * const evidence[] = { "assumed", "observed", "measured" };
  JmItem *touchpoint = new_numbered (JM_KIND_TOUCHPOINT, "t", number);
  g_autofree char *title = some_words (rand, 1, 3);
  g_autofree char *description = some_words (rand, 3, 9);
  g_autofree char *channel = g_strdup_printf ("channel%d", g_rand_int_range (rand, 0, 8));
  gboolean has_pain = chance (rand, 0.3);

  jm_item_set (touchpoint, JM_ATTR_CHANNEL, channel);
  if (chance (rand, 0.3))
    jm_item_set (touchpoint, JM_ATTR_DEVICE, one_of (rand, devices, G_N_ELEMENTS (devices)));
  if (chance (rand, 0.05))
    jm_item_set (touchpoint, JM_ATTR_MOMENT_OF_TRUTH, "true");
  if (chance (rand, 0.4))
    jm_item_set (touchpoint, JM_ATTR_EVIDENCE, one_of (rand, evidence, G_N_ELEMENTS (evidence)));
  if (chance (rand, 0.2))
    jm_item_set (touchpoint, JM_ATTR_OWNER, "Winkelteam");

  jm_item_set_part (touchpoint, JM_KIND_TITLE, title);
  jm_item_set_part (touchpoint, JM_KIND_DESCRIPTION, description);
  jm_item_append (touchpoint, make_emotion (rand, "persona0", mood));
  if (chance (rand, 0.3))
    jm_item_append (touchpoint, make_emotion (rand, "persona1", mood + g_rand_double_range (rand, -1, 1)));

  if (has_pain)
    {
      JmItem *pain = new_numbered (JM_KIND_PAIN_POINT, "p", number);
      g_autofree char *text = some_words (rand, 3, 7);

      jm_item_set_text (pain, text);
      set_number (pain, JM_ATTR_SEVERITY, g_rand_int_range (rand, 1, 4));
      set_number (pain, JM_ATTR_VOTES, g_rand_int_range (rand, 0, 5));
      jm_item_append (touchpoint, pain);
    }
  if (chance (rand, 0.2))
    {
      JmItem *opportunity = new_numbered (JM_KIND_OPPORTUNITY, "o", number);
      g_autofree char *text = some_words (rand, 3, 8);
      g_autofree char *pain = g_strdup_printf ("p%u", number);

      jm_item_set_text (opportunity, text);
      jm_item_set (opportunity, JM_ATTR_RESOLVES, has_pain ? pain : NULL);
      set_number (opportunity, JM_ATTR_VOTES, g_rand_int_range (rand, 0, 9));
      set_number (opportunity, JM_ATTR_EFFORT, g_rand_int_range (rand, 1, 4));
      set_number (opportunity, JM_ATTR_IMPACT, g_rand_int_range (rand, 1, 4));
      jm_item_append (touchpoint, opportunity);
    }
  if (chance (rand, 0.3))
    {
      JmItem *thought = new_numbered (JM_KIND_THOUGHT, "q", number);
      g_autofree char *text = some_words (rand, 3, 8);

      jm_item_set_text (thought, text);
      jm_item_set (thought, JM_ATTR_PERSONA, chance (rand, 0.8) ? "persona0" : "persona1");
      jm_item_append (touchpoint, thought);
    }
  if (chance (rand, 0.15))
    {
      JmItem *note = new_numbered (JM_KIND_NOTE, "n", number);
      g_autofree char *text = some_words (rand, 2, 6);

      jm_item_set_text (note, text);
      jm_item_set (note, JM_ATTR_LANE, chance (rand, 0.5) ? "questions" : "backstage");
      jm_item_append (touchpoint, note);
    }
  if (chance (rand, 0.02))
    {
      JmItem *reference = jm_item_new (JM_KIND_REFERENCE, NULL);

      jm_item_set (reference, JM_ATTR_HREF, "https://example.com/onderzoek?jaar=2026&deel=3");
      jm_item_set_text (reference, "Onderzoek");
      jm_item_append (touchpoint, reference);
    }

  return touchpoint;
}

static JmItem *
make_phase (GRand *rand,
            guint  number)
{
  JmItem *phase = new_numbered (JM_KIND_PHASE, "phase", number);
  JmItem *measure = new_numbered (JM_KIND_MEASURE, "m", number);
  JmItem *note = new_numbered (JM_KIND_NOTE, "pn", number);
  g_autofree char *title = some_words (rand, 1, 2);
  g_autofree char *goal = some_words (rand, 3, 7);
  g_autofree char *name = some_words (rand, 2, 4);
  g_autofree char *text = some_words (rand, 4, 12);
  g_autofree char *duration = jm_duration_format (300 * g_rand_int_range (rand, 1, 30));

  jm_item_set (phase, JM_ATTR_COLOR, jm_palette_names[number % 8]);
  jm_item_set (phase, JM_ATTR_DURATION, duration);
  jm_item_set_part (phase, JM_KIND_TITLE, title);
  jm_item_set_part (phase, JM_KIND_GOAL, goal);

  jm_item_set_text (measure, name);
  set_number (measure, JM_ATTR_VALUE, g_rand_int_range (rand, 10, 5000));
  set_number (measure, JM_ATTR_TARGET, g_rand_int_range (rand, 10, 5000));
  jm_item_set (measure, JM_ATTR_UNIT, "bezoekers");
  jm_item_append (phase, measure);

  jm_item_set_text (note, text);
  jm_item_set (note, JM_ATTR_LANE, "backstage");
  jm_item_append (phase, note);

  return phase;
}

/**
 * jm_generate_map:
 * @n_touchpoints: how many touchpoints
 * @seed: which map of that size
 *
 * Makes a map with phases of 20 touchpoints, two personas, eight channels and lanes of every kind. Each touchpoint has
 * a feeling; three in ten have a pain point, two an opportunity, three a thought.
 *
 * Returns: (transfer full): a new map
 */
JmMap *
jm_generate_map (guint   n_touchpoints,
                 guint32 seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  JmItem *root = jm_item_new (JM_KIND_MAP, NULL);
  JmItem *phase = NULL;
  double mood = 0;
  guint n_phases = 0;

  jm_item_set (root, JM_ATTR_LANG, "nl");
  jm_item_set (root, JM_ATTR_DATE, "2026-11-21");
  jm_item_set_part (root, JM_KIND_TITLE, "Een reis om te meten");
  jm_item_set_part (root, JM_KIND_SCENARIO, "Hoe groot een kaart mag worden");
  add_people_and_channels (root, rand);
  add_lanes (root);

  for (guint i = 0; i < n_touchpoints; i++)
    {
      if (i % TOUCHPOINTS_A_PHASE == 0)
        {
          if (phase != NULL)
            jm_item_append (root, phase);
          phase = make_phase (rand, n_phases++);
        }
      mood = CLAMP (mood + g_rand_double_range (rand, -1.2, 1.2), -2, 2);
      jm_item_append (phase, make_touchpoint (rand, i, mood));
    }
  if (phase != NULL)
    jm_item_append (root, phase);

  for (guint i = 0; i + 1 < n_phases; i += 4)
    {
      JmItem *transition = new_numbered (JM_KIND_TRANSITION, "x", i);
      g_autofree char *from = g_strdup_printf ("t%u", i * TOUCHPOINTS_A_PHASE + 3);
      g_autofree char *to = g_strdup_printf ("t%u", i * TOUCHPOINTS_A_PHASE + 4);

      jm_item_set (transition, JM_ATTR_FROM, from);
      jm_item_set (transition, JM_ATTR_TO, to);
      jm_item_set (transition, JM_ATTR_KIND, "device");
      jm_item_set_text (transition, "Van telefoon naar laptop");
      jm_item_append (root, transition);
    }

  return jm_map_new (root);
}
