/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exports that are words: tables, plain text and the web page. */
#include "export/jm-export.h"
#include "format/jm-read.h"

#include <string.h>

#define BOM "\357\273\277"

static JmMap *
read_map (const char *attributes,
          const char *content)
{
  g_autofree char    *text = NULL;
  g_autoptr (GBytes)  bytes = NULL;
  g_autoptr (GError)  error = NULL;
  JmMap              *map;

  text = g_strdup_printf ("<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" kind=\"current-state\" %s>\n"
                          "%s</journey-map>\n", attributes, content);
  bytes = g_bytes_new (text, strlen (text));
  map = jm_read_bytes (bytes, "map", NULL, &error);
  g_assert_no_error (error);

  return map;
}

static char *
export (JmMap                 *map,
        const char            *format,
        const JmExportOptions *options)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (GBytes)  bytes = jm_export_bytes (map, jm_export_format_from_id (format), options, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static const char visit[] =
  "<title>Een bezoek</title>\n"
  "<scenario>Van deur tot deur</scenario>\n"
  "<persona id=\"anna\"><name>Anna</name><quote>Snel.</quote></persona>\n"
  "<persona id=\"bert\"><name>Bert</name></persona>\n"
  "<channel id=\"web\"><title>Website</title></channel>\n"
  "<lane id=\"steps\" kind=\"touchpoints\"/>\n"
  "<lane id=\"channels\" kind=\"channels\"/>\n"
  "<lane id=\"devices\" kind=\"devices\"/>\n"
  "<lane id=\"feeling\" kind=\"emotion\"/>\n"
  "<lane id=\"pains\" kind=\"pain-points\"/>\n"
  "<lane id=\"ideas\" kind=\"opportunities\"/>\n"
  "<lane id=\"thoughts\" kind=\"thoughts\" hidden=\"true\"/>\n"
  "<lane id=\"measures\" kind=\"measures\"/>\n"
  "<lane id=\"questions\" kind=\"notes\"><title>Vragen</title></lane>\n"
  "<phase id=\"one\" duration=\"PT1H30M\">\n"
  "  <title>Winkel</title><goal>Iets vinden</goal>\n"
  "  <measure id=\"m\" value=\"1200\" target=\"1500\" unit=\"mensen\">Bezoekers</measure>\n"
  "  <note id=\"n\" lane=\"questions\">Waar?</note>\n"
  "  <touchpoint id=\"t\" channel=\"web\" device=\"phone\" at=\"PT5M\" moment-of-truth=\"true\" evidence=\"observed\">\n"
  "    <title>Zoeken, en \"vinden\"</title>\n"
  "    <emotion persona=\"anna\" value=\"-1.5\">Au</emotion>\n"
  "    <emotion persona=\"bert\" value=\"2\"/>\n"
  "    <pain-point id=\"p\" severity=\"3\">Te druk</pain-point>\n"
  "    <pain-point id=\"q\">Te\nver</pain-point>\n"
  "    <opportunity id=\"o\" resolves=\"p\" votes=\"4\" owner=\"Team\" effort=\"1\">Deur</opportunity>\n"
  "    <thought id=\"h\" persona=\"bert\">Hm</thought>\n"
  "    <reference href=\"https://example.com/a?b&amp;c\">Meer</reference>\n"
  "    <reference href=\"javascript:alert(1)\">Minder</reference>\n"
  "  </touchpoint>\n"
  "</phase>\n"
  "<phase id=\"two\"><title>Thuis</title></phase>\n";

static const char csv[] =
  BOM
  "Fase,Doel,Begint om,Duur,Contactmoment,Omschrijving,Kanaal,Apparaat,Tijd in de fase,Moment van de waarheid,Herkomst,"
  "Eigenaar,Emotie 1–5: Anna,Emotie 1–5: Bert,Bij de emotielijn: Anna,Bij de emotielijn: Bert,Pijnpunten,Ernst,Kansen,"
  "Stemmen,Moeite,Opbrengst,Opgepakt door,Metingen,Waarde,Streefwaarde,Eenheid,Vragen\r\n"
  "Winkel,Iets vinden,,1:30,,,,,,,,,,,,,,,,,,,,Bezoekers,1200,1500,mensen,Waar?\r\n"
  "Winkel,,,,\"Zoeken, en \"\"vinden\"\"\",,Website,telefoon,0:05,ja,waargenomen,,1.5,5,Au,,"
  "\"Te druk\nTe ver\",\"3\n1\",Deur,4,1,,Team,,,,,\r\n"
  "Thuis,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n";

static void
test_csv (void)
{
  g_autoptr (JmMap)  map = read_map ("xml:lang=\"nl\"", visit);
  g_autofree char   *written = export (map, "csv", NULL);

  g_assert_cmpstr (written, ==, csv);
}

/* The same with tabs; only a cell with a tab in it has to be quoted for that, not one with a comma. */
static void
test_tsv (void)
{
  g_autoptr (JmMap)  map = NULL;
  const char * const only[] = { "touchpoints", NULL };
  JmExportOptions    options = { .lanes = only };
  g_autofree char   *written = NULL;

  map = read_map ("xml:lang=\"en\"",
                  "<lane id=\"steps\" kind=\"touchpoints\"/><lane id=\"feeling\" kind=\"emotion\"/>"
                  "<phase id=\"a\"><title>One, two</title></phase><phase id=\"b\"><title>Three&#9;four</title></phase>");
  written = export (map, "tsv", &options);
  g_assert_true (g_str_has_prefix (written, "Phase\tGoal\tBegins at\tDuration\tTouchpoint\tDescription\tTime into the phase\t"
                                            "Moment of truth\tEvidence\tOwner\r\nOne, two\t"));
  g_assert_nonnull (strstr (written, "\r\n\"Three\tfour\"\t"));
}

/* No cell is a formula, whichever way it begins. */
static void
test_formulas (void)
{
  static const struct { const char *text; const char *cell; } cells[] = {
    { "=1+1", "'=1+1" }, { "＝1＋1", "'＝1＋1" }, { "＠a", "'＠a" },
    { "+31 20", "'+31 20" }, { "-1", "'-1" }, { "@SUM(A1)", "'@SUM(A1)" },
    { "&#9;=1", "\"'\t=1\"" }, { "&#13;=1", NULL }, { "'=1", "''=1" }, { "a=1", "a=1" },
    { "=HYPERLINK(&quot;https://example.com&quot;)", "\"'=HYPERLINK(\"\"https://example.com\"\")\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char   *content = g_strdup_printf ("<phase id=\"a\"><title>%s</title></phase>", cells[i].text);
      g_autoptr (JmMap)  map = read_map ("xml:lang=\"en\"", content);
      g_autofree char   *written = export (map, "csv", NULL);
      const char        *cell = strstr (written, "\r\n") + 2;

      g_assert_null (strchr ("=+-@\t\r", *cell));
      if (cells[i].cell != NULL)
        g_assert_true (g_str_has_prefix (cell, cells[i].cell));
    }
}

static const char outline[] =
  "# Een bezoek\n"
  "Van deur tot deur\n"
  "Huidige situatie, 21 november 2026\n"
  "\n"
  "Persona: Anna\n"
  "  “Snel.”\n"
  "\n"
  "Persona: Bert\n"
  "\n"
  "## Winkel\n"
  "    Duur: 1,5\302\240uur\n"
  "    Doel: Iets vinden\n"
  "    Metingen: Bezoekers: 1.200 mensen (doel 1.500)\n"
  "    Vragen: Waar?\n"
  "\n"
  "  - Zoeken, en \"vinden\"\n"
  "    Kanaal: Website\n"
  "    Apparaat: telefoon\n"
  "    Emotie: Anna: heel slecht — Au\n"
  "    Emotie: Bert: heel goed\n"
  "    Pijnpunten: Te druk (ernst: 3)\n"
  "    Pijnpunten: Te\n"
  "      ver (ernst: 1)\n"
  "    Kansen: Deur (stemmen: 4; eigenaar: Team; moeite: 1; → Te druk)\n"
  "    Moment van de waarheid: ja\n"
  "    Herkomst: waargenomen\n"
  "    Meer: https://example.com/a?b&c\n"
  "    Minder: javascript:alert(1)\n"
  "\n"
  "## Thuis\n";

/* A persona who is hidden is in no table and in no text, and neither is what they feel and think. */
static void
test_hidden_persona (void)
{
  g_auto (GStrv)     parts = g_strsplit (visit, "<persona id=\"bert\"", -1);
  g_autofree char   *hiding = g_strjoinv ("<persona id=\"bert\" hidden=\"true\"", parts);
  const char * const lanes[] = { "touchpoints", "emotion", "thoughts", NULL };
  JmExportOptions    options = { .lanes = lanes };
  g_autoptr (JmMap)  map = read_map ("xml:lang=\"nl\"", hiding);
  g_autofree char   *table = export (map, "csv", &options);
  g_autofree char   *text = export (map, "txt", &options);
  g_autofree char   *page = export (map, "html", &options);
  const char * const written[] = { table, text, page };

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_assert_nonnull (strstr (written[i], "Au"));
      g_assert_null (strstr (written[i], "Bert"));
      g_assert_null (strstr (written[i], "Hm"));
    }
}

/* Where a touchpoint leads to is told with it. */
static void
test_transitions (void)
{
  g_autoptr (JmMap)  map = read_map ("xml:lang=\"en\"",
                                     "<lane id=\"steps\" kind=\"touchpoints\"/>"
                                     "<phase id=\"a\"><title>One</title><touchpoint id=\"t\"><title>Look</title></touchpoint>"
                                     "<touchpoint id=\"u\"><title>Buy</title></touchpoint></phase>"
                                     "<transition id=\"x\" from=\"t\" to=\"u\">From phone to laptop</transition>"
                                     "<transition id=\"y\" from=\"u\" to=\"a\"/>"
                                     "<transition id=\"z\" from=\"u\" to=\"gone\"/>");
  g_autofree char   *written = export (map, "txt", NULL);

  g_assert_nonnull (strstr (written, "  - Look\n    → Buy (From phone to laptop)\n"));
  g_assert_nonnull (strstr (written, "  - Buy\n    → One\n"));
}

/* Each touchpoint of a large map leads somewhere: looking through all of them for each took minutes. */
static void
test_many_transitions (void)
{
  const guint          n = 10000;
  JmItem              *root = jm_item_new (JM_KIND_MAP, NULL);
  JmItem              *phase = jm_item_new (JM_KIND_PHASE, "f");
  g_autoptr (GPtrArray) transitions = g_ptr_array_new ();
  g_autoptr (JmMap)    map = NULL;
  g_autofree char     *written = NULL;
  gint64               begin;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      g_autofree char *next = g_strdup_printf ("t%u", (i + 1) % n);
      g_autofree char *own = g_strdup_printf ("x%u", i);
      JmItem          *touchpoint = jm_item_new (JM_KIND_TOUCHPOINT, id);
      JmItem          *transition = jm_item_new (JM_KIND_TRANSITION, own);

      jm_item_set_part (touchpoint, JM_KIND_TITLE, id);
      jm_item_append (phase, touchpoint);
      jm_item_set (transition, JM_ATTR_FROM, id);
      jm_item_set (transition, JM_ATTR_TO, next);
      g_ptr_array_add (transitions, transition);
    }
  jm_item_append (root, phase);
  for (guint i = 0; i < n; i++)
    jm_item_append (root, transitions->pdata[i]);
  map = jm_map_new (root);

  begin = g_get_monotonic_time ();
  written = export (map, "txt", NULL);
  g_assert_nonnull (strstr (written, "  - t9999\n    → t0\n"));
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 15 * G_USEC_PER_SEC);
}

static void
test_outline (void)
{
  g_autoptr (JmMap)  map = read_map ("xml:lang=\"nl\" date=\"2026-11-21\"", visit);
  g_autofree char   *written = export (map, "txt", NULL);

  g_assert_cmpstr (written, ==, outline);
}

static char *
between (const char *text,
         const char *before,
         const char *after)
{
  const char *start = strstr (text, before);
  const char *end;

  g_assert_nonnull (start);
  start += strlen (before);
  end = strstr (start, after);
  g_assert_nonnull (end);

  return g_strndup (start, (gsize) (end - start));
}

/* A browser runs no style sheet but the one whose hash the page names. */
static void
test_page_policy (void)
{
  g_autoptr (JmMap)      map = read_map ("xml:lang=\"nl\"", visit);
  g_autofree char       *page = export (map, "html", NULL);
  g_autofree char       *style = between (page, "<style>", "</style>");
  g_autofree char       *hash = between (page, "style-src 'sha256-", "'");
  g_autoptr (GChecksum)  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char       *expected = NULL;
  guint8                 digest[32];
  gsize                  length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) style, (gssize) strlen (style));
  g_checksum_get_digest (checksum, digest, &length);
  expected = g_base64_encode (digest, length);
  g_assert_cmpstr (hash, ==, expected);

  g_assert_nonnull (strstr (page, "default-src 'none'"));
  g_assert_null (strstr (page, "unsafe"));
  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, " style=\""));
  g_assert_null (strstr (page, "<?xml"));
}

static void
test_page_words (void)
{
  g_autoptr (JmMap)  map = read_map ("xml:lang=\"nl\"", visit);
  g_autofree char   *page = export (map, "html", NULL);

  g_assert_nonnull (strstr (page, "<html lang=\"nl\">"));
  g_assert_nonnull (strstr (page, "<h1><bdi>Een bezoek</bdi></h1>"));
  g_assert_nonnull (strstr (page, "<svg xmlns="));
  g_assert_nonnull (strstr (page, "<th scope=\"rowgroup\"><bdi>Winkel</bdi>"));
  g_assert_nonnull (strstr (page, "<th scope=\"row\"><bdi>Zoeken, en &quot;vinden&quot;</bdi><p>Moment van de waarheid</p>"));
  g_assert_nonnull (strstr (page, "<li><bdi>Anna: heel slecht — Au</bdi></li>"));
  /* A hidden lane is not in the words either. */
  g_assert_null (strstr (page, ">Hm<"));
  /* Only addresses that run nothing are links. */
  g_assert_nonnull (strstr (page, "href=\"https://example.com/a?b&amp;c\"><bdi>Meer</bdi></a>"));
  g_assert_nonnull (strstr (page, "<li><bdi>Minder</bdi></li>"));
  g_assert_null (strstr (page, "javascript:"));
}

/* Markup is text, and what turns the direction of reading is closed where it began. */
static void
test_hostile (void)
{
  static const char  content[] = "<title>&lt;/title>&lt;script>alert(1)&lt;/script></title>"
                                 "<phase id=\"a\"><title>\342\200\256evil</title>"
                                 "<touchpoint id=\"t\"><title>\"&lt;b>&amp;</title></touchpoint></phase>";
  g_autoptr (JmMap)  map = read_map ("xml:lang=\"en\"", content);
  g_autofree char   *page = export (map, "html", NULL);
  g_autofree char   *text = export (map, "txt", NULL);
  g_autofree char   *table = export (map, "csv", NULL);

  g_assert_null (strstr (page, "<script"));
  g_assert_nonnull (strstr (page, "<bdi>&quot;&lt;b&gt;&amp;</bdi>"));
  g_assert_nonnull (strstr (page, "<bdi>\342\200\256evil\342\200\254</bdi>"));
  g_assert_nonnull (strstr (text, "## \342\200\256evil\342\200\254\n"));
  g_assert_nonnull (strstr (table, "\342\200\256evil\342\200\254,"));
}

static void
test_empty (void)
{
  static const char * const formats[] = { "csv", "tsv", "txt", "html" };
  g_autoptr (JmMap)         map = jm_map_new (jm_item_new (JM_KIND_MAP, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *written = export (map, formats[i], NULL);

      g_assert_cmpstr (written, !=, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/csv", test_csv);
  g_test_add_func ("/words/tsv", test_tsv);
  g_test_add_func ("/words/no-cell-is-a-formula", test_formulas);
  g_test_add_func ("/words/outline", test_outline);
  g_test_add_func ("/words/hidden-persona", test_hidden_persona);
  g_test_add_func ("/words/transitions", test_transitions);
  g_test_add_func ("/words/many-transitions", test_many_transitions);
  g_test_add_func ("/words/page-allows-itself-nothing", test_page_policy);
  g_test_add_func ("/words/page", test_page_words);
  g_test_add_func ("/words/hostile-text", test_hostile);
  g_test_add_func ("/words/an-empty-map", test_empty);

  return g_test_run ();
}
