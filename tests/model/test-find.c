/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding: in every text, whatever its case and accents, in every script, in the order of reading. */
#include "model/jm-edit.h"
#include "model/jm-find.h"

#include "generate/jm-generate.h"
#include "sample.h"

#include <string.h>

static char *
find (JmFinder   *finder,
      JmMap      *map,
      const char *query)
{
  g_autoptr(GPtrArray) found = jm_finder_find (finder, map, query, NULL, NULL);

  g_ptr_array_add (found, NULL);
  return g_strjoinv (" ", (char **) found->pdata);
}

#define assert_found(finder, map, query, expected) \
  G_STMT_START { \
    g_autofree char *found_ = find (finder, map, query); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

static const char *
call_lane (JmItem *root,
           JmItem *item)
{
  if (jm_item_get_kind (item) != JM_KIND_LANE)
    return NULL;

  return g_strcmp0 (jm_item_get (root, JM_ATTR_LANG), "nl") == 0 ? "Pijnpunten" : "Pain points";
}

static void
add_part (JmItem     *parent,
          JmKind      kind,
          const char *text)
{
  jm_item_append (parent, jm_item_new_text (kind, text));
}

static JmItem *
new_item (JmKind      kind,
          const char *id,
          const char *text)
{
  JmItem *item = jm_item_new (kind, id);

  if (text != NULL)
    jm_item_set_text (item, text);
  return item;
}

/* One of everything, each with a word of its own. */
static JmMap *
new_map (void)
{
  JmItem *root = jm_item_new (JM_KIND_MAP, NULL);
  JmItem *persona = new_item (JM_KIND_PERSONA, "sanne", NULL);
  JmItem *channel = new_item (JM_KIND_CHANNEL, "app", NULL);
  JmItem *lane = new_item (JM_KIND_LANE, "pains", NULL);
  JmItem *phase = new_item (JM_KIND_PHASE, "shop", NULL);
  JmItem *touchpoint = new_item (JM_KIND_TOUCHPOINT, "try", NULL);
  JmItem *emotion = new_item (JM_KIND_EMOTION, NULL, "Heerlijk");
  JmItem *pain = new_item (JM_KIND_PAIN_POINT, "p1", "Prijskaartje hangt\nachter de stoel");
  JmItem *idea = new_item (JM_KIND_OPPORTUNITY, "o1", "Kaartje aan de armleuning");
  JmItem *thought = new_item (JM_KIND_THOUGHT, "t1", "Past die in de auto?");
  JmItem *note = new_item (JM_KIND_NOTE, "n1", "Vraag de crème brûlée");
  JmItem *picture = new_item (JM_KIND_PICTURE, "pic", "heerlijkBASE64");
  JmItem *reference = new_item (JM_KIND_REFERENCE, NULL, "Productpagina");
  JmItem *measure = new_item (JM_KIND_MEASURE, "m1", "Bezoekers");
  JmItem *transition = new_item (JM_KIND_TRANSITION, "x1", "Naar de laptop");

  jm_item_set (root, JM_ATTR_LANG, "nl");
  add_part (root, JM_KIND_TITLE, "Een middag naar IKEA");
  add_part (root, JM_KIND_SCENARIO, "Een stel zoekt een leesstoel");
  add_part (persona, JM_KIND_NAME, "Sanne en Bas");
  add_part (persona, JM_KIND_QUOTE, "Vandaag nog mee naar huis");
  jm_item_append (root, persona);
  add_part (channel, JM_KIND_TITLE, "Telefoon");
  jm_item_append (root, channel);
  jm_item_set (lane, JM_ATTR_KIND, "pain-points");
  jm_item_append (root, lane);
  add_part (phase, JM_KIND_TITLE, "Winkel");
  add_part (phase, JM_KIND_GOAL, "De stoel vinden");
  jm_item_set (measure, JM_ATTR_UNIT, "mensen per uur");
  jm_item_append (phase, measure);
  jm_item_set (touchpoint, JM_ATTR_CHANNEL, "app");
  jm_item_set (touchpoint, JM_ATTR_OWNER, "Winkelteam");
  add_part (touchpoint, JM_KIND_TITLE, "Stoel uitproberen");
  add_part (touchpoint, JM_KIND_DESCRIPTION, "Rustig zitten");
  jm_item_set (emotion, JM_ATTR_VALUE, "2");
  jm_item_set (picture, JM_ATTR_ALT, "De stoel bij het raam");
  jm_item_set (reference, JM_ATTR_HREF, "https://example.com/poang");
  jm_item_append (touchpoint, emotion);
  jm_item_append (touchpoint, pain);
  jm_item_append (touchpoint, idea);
  jm_item_append (touchpoint, thought);
  jm_item_append (touchpoint, note);
  jm_item_append (touchpoint, picture);
  jm_item_append (touchpoint, reference);
  jm_item_append (phase, touchpoint);
  jm_item_append (root, phase);
  jm_item_set (transition, JM_ATTR_FROM, "try");
  jm_item_set (transition, JM_ATTR_TO, "try");
  jm_item_append (root, transition);

  return jm_map_new (root);
}

static void
test_every_text (void)
{
  g_autoptr(JmFinder) finder = jm_finder_new (call_lane);
  g_autoptr(JmMap) map = new_map ();

  assert_found (finder, map, "ikea", "");
  assert_found (finder, map, "leesstoel", "");
  assert_found (finder, map, "bas", "sanne");
  assert_found (finder, map, "naar huis", "sanne");
  assert_found (finder, map, "pijnpunten", "pains");
  assert_found (finder, map, "stoel vinden", "shop");
  assert_found (finder, map, "per uur", "m1");
  assert_found (finder, map, "uitproberen", "try");
  assert_found (finder, map, "rustig", "try");
  assert_found (finder, map, "winkelteam", "try");
  assert_found (finder, map, "telefoon", "try");
  assert_found (finder, map, "productpagina", "try");
  assert_found (finder, map, "poang", "try");
  assert_found (finder, map, "heerlijk", "try@sanne");
  assert_found (finder, map, "armleuning", "o1");
  assert_found (finder, map, "auto?", "t1");
  assert_found (finder, map, "bij het raam", "pic");
  assert_found (finder, map, "laptop", "x1");
  assert_found (finder, map, "nergens", "");
}

/* The order in which a map is read, each item once however often it says it. */
static void
test_order (void)
{
  g_autoptr(JmFinder) finder = jm_finder_new (NULL);
  g_autoptr(JmMap) map = new_map ();
  guint nearest;

  assert_found (finder, map, "stoel", " shop try p1 pic");

  g_ptr_array_unref (jm_finder_find (finder, map, "stoel", "t1", &nearest));
  g_assert_cmpuint (nearest, ==, 4);
  g_ptr_array_unref (jm_finder_find (finder, map, "stoel", "try", &nearest));
  g_assert_cmpuint (nearest, ==, 2);
  /* Nothing comes after it: round to the first. */
  g_ptr_array_unref (jm_finder_find (finder, map, "stoel", "x1", &nearest));
  g_assert_cmpuint (nearest, ==, 0);
}

static void
test_case_and_accents (void)
{
  g_autoptr(JmFinder) finder = jm_finder_new (NULL);
  g_autoptr(JmMap) map = new_map ();

  assert_found (finder, map, "creme brulee", "n1");
  assert_found (finder, map, "CRÈME BRÛLÉE", "n1");
  assert_found (finder, map, "cre\xcc\x80me", "n1");
  assert_found (finder, map, "hangt achter", "p1");
  assert_found (finder, map, "  hangt \t achter", "p1");
  assert_found (finder, map, " ", "");
}

static void
test_scripts (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    gboolean    same;
  } cases[] = {
    { "Straße", "STRASSE", TRUE },
    { "Ødegård", "odegard", TRUE },
    { "œuvre", "OEUVRE", TRUE },
    { "Łódź", "lodz", TRUE },
    { "ΑΘΗΝΑ", "αθήνα", TRUE },
    { "Йод", "иод", TRUE },
    { "İstanbul", "istanbul", TRUE },
    { "مُحَمَّد", "محمد", TRUE },
    { "שָׁלוֹם", "שלום", TRUE },
    { "東京駅", "京", TRUE },
    { "ﬁets", "fiets", TRUE },
    { "ＡＢＣ", "abc", TRUE },
    { "zo’n", "zo'n", TRUE },
    { "한국", "한국", TRUE },
    { "e\xcc\x81\xcc\xa7", "e", TRUE },
    /* Another vowel or another voice is another word. */
    { "हिन्दी", "हन्द", FALSE },
    { "かき", "かぎ", FALSE },
    { "กา", "กิ", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = jm_find_fold (cases[i].text);
      g_autofree char *query = jm_find_fold (cases[i].query);

      if ((strstr (text, query) != NULL) != cases[i].same)
        g_error ("“%s” in “%s”: expected %s (“%s” in “%s”)", cases[i].query, cases[i].text,
                 cases[i].same ? "to be found" : "not to be found", query, text);
    }
}

/* Where the words stand: letters that fold to none, to two and to several bytes, blanks, and words over the end of a line. */
static void
test_places (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    const char *places;   /* with a bar around each */
  } cases[] = {
    { "Karren bij de karren", "KARR", "|Karr|en bij de |karr|en" },
    { "Café, cafe\314\201 en CAFE", "cafe", "|Café|, |cafe\314\201| en |CAFE|" },
    { "Straße und STRASSE", "strasse", "|Straße| und |STRASSE|" },
    { "een  lege\nkar", "lege kar", "een  |lege\nkar|" },
    { "œuvre", "oeu", "|œu|vre" },
    { "aaaa", "aa", "|aa||aa|" },
    { "niets", "iets anders", "niets" },
    { "niets", "", "niets" },
    { "שלום", "לו", "ש|לו|ם" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) matches = jm_find_match (cases[i].text, cases[i].query);
      g_autoptr(GString) places = g_string_new (cases[i].text);

      for (guint k = matches->len; k-- > 0;)
        {
          const JmMatch *match = &g_array_index (matches, JmMatch, k);

          g_assert_cmpuint (match->start, <, match->end);
          g_string_insert_c (places, match->end, '|');
          g_string_insert_c (places, match->start, '|');
        }
      g_assert_cmpstr (places->str, ==, cases[i].places);
    }
}

/* What is kept from the last time is of the map as it was. */
static void
test_follows_edits (void)
{
  g_autoptr(JmFinder) finder = jm_finder_new (call_lane);
  g_autoptr(JmMap) map = new_map ();
  g_autoptr(GError) error = NULL;

  assert_found (finder, map, "kaartje", "p1 o1");
  sample_take (&map, jm_map_set_text (map, "p1", JM_KIND_NONE, "Geen prijs te zien", &error));
  g_assert_no_error (error);
  assert_found (finder, map, "kaartje", "o1");
  assert_found (finder, map, "geen prijs", "p1");

  sample_take (&map, jm_map_set_text (map, "app", JM_KIND_TITLE, "Website", &error));
  assert_found (finder, map, "website", "try");
  assert_found (finder, map, "telefoon", "");

  sample_take (&map, jm_map_set (map, NULL, JM_ATTR_LANG, "en", &error));
  assert_found (finder, map, "pain points", "pains");
  assert_found (finder, map, "pijnpunten", "");
}

/* A keystroke in a large map costs no more than a frame: at most a fifth of the time that the first one takes. */
static void
test_large (void)
{
  g_autoptr(JmFinder) finder = jm_finder_new (NULL);
  g_autoptr(JmMap) map = jm_generate_map (10000, 1);
  g_autoptr(GPtrArray) found = NULL;
  gint64 first, later;

  first = g_get_monotonic_time ();
  g_ptr_array_unref (jm_finder_find (finder, map, "a", NULL, NULL));
  first = g_get_monotonic_time () - first;

  later = g_get_monotonic_time ();
  found = jm_finder_find (finder, map, "an", NULL, NULL);
  later = g_get_monotonic_time () - later;

  g_test_message ("10,000 touchpoints: first %.1f ms, then %.1f ms", first / 1000.0, later / 1000.0);
  g_assert_cmpuint (found->len, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/find/every-text", test_every_text);
  g_test_add_func ("/find/order", test_order);
  g_test_add_func ("/find/case-and-accents", test_case_and_accents);
  g_test_add_func ("/find/scripts", test_scripts);
  g_test_add_func ("/find/places", test_places);
  g_test_add_func ("/find/follows-edits", test_follows_edits);
  g_test_add_func ("/find/large", test_large);

  return g_test_run ();
}
