/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictograms: the table is in order, every drawing keeps to the style, and titles find theirs. */

#include "scene/jm-pictogram.h"

#include <string.h>

static void
test_order (void)
{
  guint n;
  const JmPictogram *all = jm_pictogram_get_all (&n);

  g_assert_cmpuint (n, >=, 60);

  for (guint i = 1; i < n; i++)
    g_assert_cmpstr (all[i - 1].name, <, all[i].name);
}

static void
test_find (void)
{
  guint n;
  const JmPictogram *all = jm_pictogram_get_all (&n);

  for (guint i = 0; i < n; i++)
    g_assert_true (jm_pictogram_find (all[i].name) == &all[i]);

  /* What every unknown name falls back on. */
  g_assert_nonnull (jm_pictogram_find ("general"));

  g_assert_null (jm_pictogram_find ("aardvark"));
  g_assert_null (jm_pictogram_find ("zzz"));
  g_assert_null (jm_pictogram_find ("Car"));
  g_assert_null (jm_pictogram_find (""));
  g_assert_null (jm_pictogram_find (NULL));
}

/* Files and their authors write these; each must stay. */
static void
test_names (void)
{
  const char *names[] = {
    "general", "car", "train", "bus", "bicycle", "walk", "plane", "door", "store", "shop-window", "restaurant",
    "ice-cream", "chair", "box", "parcel", "truck", "warehouse", "search", "cart", "basket", "card", "cash",
    "receipt", "ticket", "phone", "laptop", "tablet", "desktop", "watch", "tv", "radio", "app", "website",
    "email", "chat", "social", "letter", "newspaper", "billboard", "banner", "advert", "video", "photo", "map",
    "pin", "calendar", "clock", "person", "people", "desk", "service", "headset", "call", "form", "contract",
    "key", "lock", "heart", "star", "gift", "medal", "handshake", "tools", "wrench", "house", "hospital", "pill",
    "stethoscope", "school", "book", "question", "idea", "warning", "loyalty-card", "barcode", "qr-code", "scan",
    "delivery", "return", "table-compare", "blog",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (jm_pictogram_find (names[i]) == NULL)
      g_error ("there is no pictogram \"%s\"", names[i]);
}

static void
test_drawings (void)
{
  guint n;
  const JmPictogram *all = jm_pictogram_get_all (&n);

  for (guint i = 0; i < n; i++)
    {
      JmPath *path = jm_pictogram_get_path (&all[i]);
      JmRect bounds;

      if (path == NULL)
        g_error ("the path of \"%s\" is not path data", all[i].name);
      g_assert_true (path == jm_pictogram_get_path (&all[i]));

      bounds = jm_rect_expand (jm_path_get_bounds (path), JM_PICTOGRAM_STROKE / 2);

      /* Within the box with its stroke, as large as its neighbours and in the middle. */
      if (bounds.x < 0.75 || bounds.y < 0.75 || bounds.x + bounds.width > 23.25 || bounds.y + bounds.height > 23.25)
        g_error ("\"%s\" leaves its box", all[i].name);
      if (MAX (bounds.width, bounds.height) < 16)
        g_error ("\"%s\" is too small", all[i].name);
      if (ABS (bounds.x + bounds.width / 2 - 12) > 1.1 || ABS (bounds.y + bounds.height / 2 - 12) > 1.1)
        g_error ("\"%s\" is off centre: %g %g", all[i].name,
                 bounds.x + bounds.width / 2 - 12, bounds.y + bounds.height / 2 - 12);

      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (all[i].path, !=, all[j].path);
    }
}

static void
test_words (void)
{
  guint n;
  const JmPictogram *all = jm_pictogram_get_all (&n);
  g_autoptr(GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_auto(GStrv) words = g_strsplit (all[i].words, " ", -1);

      if (all[i].words[0] == '\0')
        continue;

      for (guint j = 0; words[j] != NULL; j++)
        {
          gsize length = strspn (words[j], "abcdefghijklmnopqrstuvwxyz0123456789");
          g_autofree char *stem = g_strndup (words[j], length);
          const char *owner = g_hash_table_lookup (owners, stem);

          if (length < 2 || strlen (words[j] + length) > 1 || strspn (words[j] + length, "=~") != strlen (words[j] + length))
            g_error ("\"%s\" of \"%s\" is no stem", words[j], all[i].name);
          if (owner != NULL)
            g_error ("\"%s\" belongs to both \"%s\" and \"%s\"", stem, owner, all[i].name);

          g_hash_table_insert (owners, g_steal_pointer (&stem), (gpointer) all[i].name);
        }
    }
}

static void
test_guess (void)
{
  const struct
  {
    const char *title;
    const char *name;
  } titles[] = {
    { "Parkeren", "car" },
    { "PARKEREN", "car" },
    { "Binnenkomen", "door" },
    { "Stoel uitproberen", "chair" },
    { "Zweedse balletjes", "restaurant" },
    { "Vak opzoeken", "search" },
    { "Kar vergeten", "cart" },
    { "Afrekenen", "card" },
    { "IJsje", "ice-cream" },
    { "Zoekt op naam", "search" },
    { "Vergelijkt vluchten", "table-compare" },
    { "Vlucht vertraagd", "plane" },
    { "Servicedesk", "service" },
    { "Boekt en betaalt", "calendar" },
    { "Een e-mail met de bevestiging", "email" },
    { "Foto's bekijken", "photo" },
    { "Foto\xe2\x80\x99s", "photo" },
    { "Cafe\xcc\x81", "coffee" },
    { "Caf\xc3\xa9", "coffee" },
    { "Wachten", "wait" },
    { "Wachtwoord vergeten", "key" },
    { "Klantenservice bellen", "headset" },
    { "Check-in", "login" },
    { "Parking the car", "car" },
    { "Waiting in line", "wait" },
    { "Paying at the till", "card" },
    { "Ice cream", "ice-cream" },
    { "Looking up the aisle", "warehouse" },
    { "Delivery at home", "delivery" },
    { "Reading reviews", "review" },
    { "Looking for the right chair", "chair" },
    { "Front door", "door" },
    /* A small word is heard only when it is alone. */
    { "Door de toonzaal", "shop-window" },
    { "Kiest stoelen", "chair" },
    { "Kiezen", "scales" },
    { "Samen eten", "restaurant" },
    { "Stoel gevonden", "chair" },
    { "Gevonden!", "search" },
    /* Whole words only: an apple is no app, business is no bus. */
    { "Business case", NULL },
    { "Appel", NULL },
    { "Carpet", NULL },
    { "Xyzzy", NULL },
    { "", NULL },
    { "  … — ", NULL },
    { "\xe5\x81\x9c\xe8\xbb\x8a", NULL },
    /* And only where a word begins. */
    { "Inparkeren", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const char *name = jm_pictogram_guess (titles[i].title);

      if (g_strcmp0 (name, titles[i].name) != 0)
        g_error ("\"%s\" gets %s and not %s", titles[i].title, name ? name : "none",
                 titles[i].name ? titles[i].name : "none");
    }
}

/* A word as long as a text may be takes no longer than many words: it took a quarter of an hour. */
static void
test_long_word (void)
{
  g_autofree char *word = g_strnfill (1024 * 1024, 'x');
  gint64 begin = g_get_monotonic_time ();

  memcpy (word, "parkeer", strlen ("parkeer"));
  g_assert_cmpstr (jm_pictogram_guess (word), ==, jm_pictogram_guess ("parkeerx"));
  memcpy (word, "xyz", strlen ("xyz"));
  g_assert_null (jm_pictogram_guess (word));
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 30 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pictogram/order", test_order);
  g_test_add_func ("/pictogram/find", test_find);
  g_test_add_func ("/pictogram/names", test_names);
  g_test_add_func ("/pictogram/drawings", test_drawings);
  g_test_add_func ("/pictogram/words", test_words);
  g_test_add_func ("/pictogram/guess", test_guess);
  g_test_add_func ("/pictogram/long-word", test_long_word);

  return g_test_run ();
}
