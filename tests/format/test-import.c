/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps from tables, lists and diagrams: what becomes of them, and what is told of what could not be read. */
#include "format/jm-import.h"
#include "format/jm-write.h"

#include <string.h>

static JmMap *
import (const char  *extension,
        const char  *text,
        const char  *language,
        GPtrArray  **notices)
{
  g_autofree char *name = g_strconcat ("file.", extension, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  JmMap *map = jm_import_bytes (bytes, name, jm_import_format_from_path (name), language, notices, &error);

  g_assert_no_error (error);

  return map;
}

/* The map as it is written, without what all maps begin with and without the lanes. */
static char *
spell (JmMap *map)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = jm_write_bytes (map, &error);
  g_autoptr(GBytes) again = NULL;
  g_autoptr(JmMap) back = NULL;
  g_autoptr(GPtrArray) notices = NULL;
  g_auto(GStrv) lines = NULL;
  g_autofree char *text = NULL;
  GString *spelled = g_string_new (NULL);

  g_assert_no_error (error);
  /* Nothing is odd about it, and nothing of it gets lost. */
  back = jm_read_bytes (bytes, "map", &notices, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (notices->len, ==, 0);
  g_assert_true (jm_map_equal (map, back));

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 2; lines[i] != NULL && !g_str_has_prefix (lines[i], "</journey-map>"); i++)
    {
      const char *start = lines[i] + strspn (lines[i], " ");

      if (g_str_has_prefix (start, "<lane") && g_str_has_suffix (start, "/>"))
        continue;
      g_string_append (spelled, start);
      g_string_append_c (spelled, '\n');
    }

  return g_string_free (spelled, FALSE);
}

static void
assert_import (const char *extension,
               const char *text,
               const char *expected)
{
  g_autoptr(GPtrArray) notices = NULL;
  g_autoptr(JmMap) map = import (extension, text, NULL, &notices);
  g_autofree char *spelled = spell (map);

  g_assert_cmpstr (spelled, ==, expected);
  for (guint i = 0; i < notices->len; i++)
    g_error ("told: %s", ((JmNotice *) notices->pdata[i])->message);
}

static void
assert_refused (const char *extension,
                const char *text,
                gssize      length,
                const char *place)
{
  g_autofree char *name = g_strconcat ("file.", extension, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) notices = NULL;
  g_autofree char *beginning = g_strconcat (name, ":", place, ": ", NULL);

  g_assert_null (jm_import_bytes (bytes, name, jm_import_format_from_path (name), NULL, &notices, &error));
  g_assert_error (error, JM_READ_ERROR, error->code);
  g_assert_cmpuint (notices->len, >, 0);
  if (!g_str_has_prefix (error->message, beginning))
    g_error ("does not begin with %s: %s", beginning, error->message);
}

static const char one_step[] =
  "<phase id=\"phase-1\" color=\"slate\">\n"
  "<title>Winkel</title>\n"
  "<touchpoint id=\"touchpoint-1\">\n"
  "<title>Zoeken</title>\n"
  "</touchpoint>\n"
  "</phase>\n";

/* Any separator, any line end, with a byte order mark or without. */
static void
test_table_dialects (void)
{
  assert_import ("csv", "Fase,Contactmoment\nWinkel,Zoeken\n", one_step);
  assert_import ("csv", "\357\273\277Fase;Contactmoment\r\nWinkel;Zoeken\r\n", one_step);
  assert_import ("tsv", "Fase\tContactmoment\rWinkel\tZoeken", one_step);
  assert_import ("csv", "contactmoment,FASE \n\"Zoeken\",Winkel\n,\n\n", one_step);
  assert_import ("csv", "Stage,Step\nWinkel,Zoeken\n", one_step);
}

static void
test_table_cells (void)
{
  assert_import ("csv",
                 "Phase,Touchpoint,Description,Channel,Device,Emotion,Pain points,Severity,Opportunities,Votes,Who?\n"
                 "Shop,\"Search, \"\"find\"\"\",'=1+1,Web,Phone,-1.5,\"Slow\nUgly\",\"3\n1\",Faster,7,\"Tim\nAnn\"\n"
                 ",Pay,,WEB ,,\"0,5\",,,,,\n",
                 "<channel id=\"channel-1\">\n<title>Web</title>\n</channel>\n"
                 "<lane id=\"lane-1\" kind=\"notes\">\n<title>Who?</title>\n</lane>\n"
                 "<phase id=\"phase-1\" color=\"slate\">\n<title>Shop</title>\n"
                 "<touchpoint id=\"touchpoint-1\" channel=\"channel-1\" device=\"phone\">\n"
                 "<title>Search, \"find\"</title>\n<description>=1+1</description>\n<emotion value=\"-1.5\"/>\n"
                 "<pain-point id=\"pain-point-1\" severity=\"3\">Slow</pain-point>\n"
                 "<pain-point id=\"pain-point-2\">Ugly</pain-point>\n"
                 "<opportunity id=\"opportunity-1\" votes=\"7\">Faster</opportunity>\n"
                 "<note id=\"note-1\" lane=\"lane-1\">Tim</note>\n<note id=\"note-2\" lane=\"lane-1\">Ann</note>\n"
                 "</touchpoint>\n"
                 "<touchpoint id=\"touchpoint-2\" channel=\"channel-1\">\n<title>Pay</title>\n<emotion value=\"0.5\"/>\n"
                 "</touchpoint>\n</phase>\n");
}

/* A row without a touchpoint is about its phase; feelings go by whichever scale their numbers are of. */
static void
test_table_phases_and_scales (void)
{
  assert_import ("csv",
                 "Fase,Doel,Duur,Contactmoment,Emotie: Anna,Emotie: Bert,Gedachten: Bert,Metingen,Waarde\n"
                 "Winkel,Vinden,1:30,,,,,Bezoekers,1200\n"
                 "Winkel,,,Zoeken,5,goed,Hm,,\n"
                 "Winkel,,,Vinden,1,,,,\n",
                 "<persona id=\"persona-1\" color=\"purple\">\n<name>Anna</name>\n</persona>\n"
                 "<persona id=\"persona-2\" color=\"teal\">\n<name>Bert</name>\n</persona>\n"
                 "<phase id=\"phase-1\" color=\"slate\" duration=\"PT1H30M\">\n<title>Winkel</title>\n<goal>Vinden</goal>\n"
                 "<measure id=\"measure-1\" value=\"1200\">Bezoekers</measure>\n"
                 "<touchpoint id=\"touchpoint-1\">\n<title>Zoeken</title>\n<emotion persona=\"persona-1\" value=\"2\"/>\n"
                 "<emotion persona=\"persona-2\" value=\"1\"/>\n"
                 "<thought id=\"thought-1\" persona=\"persona-2\">Hm</thought>\n</touchpoint>\n"
                 "<touchpoint id=\"touchpoint-2\">\n<title>Vinden</title>\n<emotion persona=\"persona-1\" value=\"-2\"/>\n"
                 "</touchpoint>\n</phase>\n");
}

static void
test_table_problems (void)
{
  g_autoptr(GPtrArray) notices = NULL;
  g_autoptr(JmMap) map = import ("csv", "Touchpoint,Emotion,Severity,Pain points\nOne,awful,9,Slow\n", NULL, &notices);

  g_assert_cmpuint (notices->len, ==, 2);
  g_assert_cmpint (((JmNotice *) notices->pdata[0])->line, ==, 2);
  g_assert_nonnull (strstr (((JmNotice *) notices->pdata[0])->message, "“awful”"));
  g_assert_cmpstr (jm_item_get (jm_map_find (map, "pain-point-1"), JM_ATTR_SEVERITY), ==, "3");

  /* What has no heading is told of, once a row. */
  g_clear_pointer (&notices, g_ptr_array_unref);
  jm_map_unref (import ("csv", "Phase,Touchpoint,\nShop,One,lost, ,lost\nShop,Two,, ,\nShop,Three,,,lost\n", NULL, &notices));
  g_assert_cmpuint (notices->len, ==, 2);
  g_assert_cmpint (((JmNotice *) notices->pdata[0])->line, ==, 2);
  g_assert_cmpint (((JmNotice *) notices->pdata[1])->line, ==, 4);
  g_assert_nonnull (strstr (((JmNotice *) notices->pdata[1])->message, "“lost”"));

  assert_refused ("csv", "A,B\n1,2\n", -1, "1:1");
  assert_refused ("csv", "", -1, "1:1");
  assert_refused ("csv", "Phase,Touchpoint\nShop,\"never ends\n\n", -1, "2:1");
  assert_refused ("csv", "Phase\nb\351ziers\n", -1, "2:2");
  assert_refused ("csv", "Phase\nShop\0\n", 12, "2:5");
}

/* A title of several lines stays whole, as this program writes it. */
static void
test_table_titles (void)
{
  assert_import ("csv",
                 "Phase,Touchpoint\n\"In the\nshop\",\"Try\nthe chair\"\n\"In the\nshop\",Pay\n",
                 "<phase id=\"phase-1\" color=\"slate\">\n<title>In the\nshop</title>\n"
                 "<touchpoint id=\"touchpoint-1\">\n<title>Try\nthe chair</title>\n</touchpoint>\n"
                 "<touchpoint id=\"touchpoint-2\">\n<title>Pay</title>\n</touchpoint>\n</phase>\n");
}

/* Of two feelings of one persona the first counts; what stands first of nobody is the first persona's. */
static void
test_one_feeling (void)
{
  g_autoptr(GPtrArray) notices = NULL;
  g_autoptr(JmMap) map = import ("csv", "Touchpoint,Emotion: Ann,Emotion,Emotion: Bob\nOne,5,1,2\n", NULL, &notices);
  g_autofree char *spelled = spell (map);

  g_assert_cmpuint (notices->len, ==, 1);
  g_assert_nonnull (strstr (spelled, "<emotion persona=\"persona-1\" value=\"2\"/>\n<emotion persona=\"persona-2\" value=\"-1\"/>\n"));
}

/* Three ways in which people type the same. */
static void
test_outline_shapes (void)
{
  assert_import ("txt", "Winkel\n  Zoeken\n", one_step);
  assert_import ("txt", "Winkel:\n- Zoeken\n", one_step);
  assert_import ("txt", "- Winkel\n\t* Zoeken\r\n", one_step);
  assert_import ("txt", "1. Winkel\n   1.1 Zoeken\n", one_step);
  assert_import ("txt", "## Winkel\n\n- Zoeken\n", one_step);
}

static void
test_outline_details (void)
{
  assert_import ("txt",
                 "Moving house\n"
                 "Someone moves to another town\n"
                 "\n"
                 "Report\n"
                 "  Goal: Be registered\n"
                 "  - Look it up\n"
                 "      on the train\n"
                 "      Channel: Website\n"
                 "      Emotion: bad — Where is it?\n"
                 "      Pain points:\n"
                 "        - Too long (severity: 2)\n"
                 "        - Too (very) slow\n"
                 "      Opportunities: Shorter (votes: 3; → Too long)\n"
                 "      Who helps: Ann\n"
                 "      More: https://example.com/\n"
                 "  - Call\n",
                 "<title>Moving house</title>\n<scenario>Someone moves to another town</scenario>\n"
                 "<channel id=\"channel-1\">\n<title>Website</title>\n</channel>\n"
                 "<lane id=\"lane-1\" kind=\"notes\">\n<title>Who helps</title>\n</lane>\n"
                 "<phase id=\"phase-1\" color=\"slate\">\n<title>Report</title>\n<goal>Be registered</goal>\n"
                 "<touchpoint id=\"touchpoint-1\" channel=\"channel-1\">\n<title>Look it up</title>\n"
                 "<description>on the train</description>\n<emotion value=\"-1\">Where is it?</emotion>\n"
                 "<pain-point id=\"pain-point-1\" severity=\"2\">Too long</pain-point>\n"
                 "<pain-point id=\"pain-point-2\">Too (very) slow</pain-point>\n"
                 "<opportunity id=\"opportunity-1\" resolves=\"pain-point-1\" votes=\"3\">Shorter</opportunity>\n"
                 "<note id=\"note-1\" lane=\"lane-1\">Ann</note>\n"
                 "<reference href=\"https://example.com/\">More</reference>\n</touchpoint>\n"
                 "<touchpoint id=\"touchpoint-2\">\n<title>Call</title>\n</touchpoint>\n</phase>\n");
}

/* What an opportunity resolves may stand further on; what is nowhere is told of, and what is no link stays a text. */
static void
test_outline_links (void)
{
  g_autoptr(GPtrArray) notices = NULL;
  g_autoptr(JmMap) map = import ("txt",
                                 "## Shop\n"
                                 "- Look\n"
                                 "    Opportunities: Faster (votes: 2; → Slow; → Near; → Nowhere)\n"
                                 "    Pain points: Near\n"
                                 "    Pain points: Dear (→ see the list)\n"
                                 "- Pay\n"
                                 "    Pain points: Slow (severity: 1)\n", NULL, &notices);
  g_autofree char *spelled = spell (map);

  g_assert_cmpstr (jm_item_get (jm_map_find (map, "opportunity-1"), JM_ATTR_RESOLVES), ==, "pain-point-3 pain-point-1");
  g_assert_cmpstr (jm_item_get (jm_map_find (map, "opportunity-1"), JM_ATTR_VOTES), ==, "2");
  g_assert_cmpstr (jm_item_get_text (jm_map_find (map, "pain-point-2")), ==, "Dear (→ see the list)");
  g_assert_cmpuint (notices->len, ==, 1);
  g_assert_cmpint (((JmNotice *) notices->pdata[0])->line, ==, 3);
  g_assert_nonnull (strstr (((JmNotice *) notices->pdata[0])->message, "“Nowhere”"));
}

/* Lengths of time as people and this program write them. */
static void
test_outline_durations (void)
{
  static const struct { const char *words; const char *duration; } cases[] = {
    { "15 min", "PT15M" }, { "15min", "PT15M" }, { "1,5 uur", "PT1H30M" }, { "4 uur 15 min", "PT4H15M" },
    { "4\302\240hours 15\302\240min", "PT4H15M" }, { "2 weken 1 dag", "P15D" }, { "1:30", "PT1H30M" }, { "PT5M", "PT5M" },
    { "1.200 jaar", "P438000D" }, { "1,200 hours", "P50D" }, { "1.250.000 s", "P14DT11H13M20S" }, { "1.25 hours", "PT1H15M" },
    { "0.500 uur", "PT30M" }, { "1.2.3 uur", NULL }, { "0 min", "PT0S" }, { "uur", NULL }, { "4 uur en 15 min", NULL }, { "4 ezels", NULL }, { "1:2:3:4", NULL }, { "12", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("## A\n  Duration: %s\n- B\n", cases[i].words);
      g_autoptr(GPtrArray) notices = NULL;
      g_autoptr(JmMap) map = import ("txt", text, NULL, &notices);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (jm_item_get (jm_map_find (map, "phase-1"), JM_ATTR_DURATION), ==, cases[i].duration);
      g_assert_cmpuint (notices->len, ==, cases[i].duration != NULL ? 0 : 1);
    }
}

static void
test_outline_feelings (void)
{
  assert_import ("txt",
                 "Shop\n  - One\n      Emotion: bad: where is it?\n  - Two\n      Emotion: Ann: 5 — Lovely: at last\n"
                 "  - Three\n      Emotion: good\n",
                 "<persona id=\"persona-1\" color=\"purple\">\n<name>Ann</name>\n</persona>\n"
                 "<phase id=\"phase-1\" color=\"slate\">\n<title>Shop</title>\n"
                 "<touchpoint id=\"touchpoint-1\">\n<title>One</title>\n<emotion value=\"-1\">where is it?</emotion>\n"
                 "</touchpoint>\n<touchpoint id=\"touchpoint-2\">\n<title>Two</title>\n"
                 "<emotion persona=\"persona-1\" value=\"2\">Lovely: at last</emotion>\n</touchpoint>\n"
                 "<touchpoint id=\"touchpoint-3\">\n<title>Three</title>\n<emotion value=\"1\"/>\n</touchpoint>\n</phase>\n");
}

/* A list of one level is one phase. */
static void
test_outline_flat (void)
{
  g_autoptr(JmMap) map = import ("txt", "Search\nFind\nPay\n", NULL, NULL);

  g_assert_cmpuint (jm_item_count (jm_map_get_root (map), JM_KIND_PHASE), ==, 1);
  g_assert_cmpstr (jm_item_get_label (jm_map_find (map, "touchpoint-3")), ==, "Pay");
  assert_refused ("txt", "\n  \n====\n", -1, "1:1");
}

static void
test_mermaid (void)
{
  assert_import ("mmd",
                 "---\ntitle: A day\n---\n"
                 "%% how it goes\n"
                 "journey\n"
                 "  accTitle: left out\n"
                 "  accDescr {\n    left: 1: out\n  }\n"
                 "  section Go\n"
                 "    Make tea: green: 5: Me, Cat, Me\n"
                 "  section Work\n"
                 "    Type: 2\n",
                 "<title>A day</title>\n"
                 "<persona id=\"persona-1\" color=\"purple\">\n<name>Me</name>\n</persona>\n"
                 "<persona id=\"persona-2\" color=\"teal\">\n<name>Cat</name>\n</persona>\n"
                 "<phase id=\"phase-1\" color=\"slate\">\n<title>Go</title>\n<touchpoint id=\"touchpoint-1\">\n"
                 "<title>Make tea: green</title>\n<emotion persona=\"persona-1\" value=\"2\"/>\n"
                 "<emotion persona=\"persona-2\" value=\"2\"/>\n</touchpoint>\n</phase>\n"
                 "<phase id=\"phase-2\" color=\"blue\">\n<title>Work</title>\n<touchpoint id=\"touchpoint-2\">\n"
                 "<title>Type</title>\n<emotion value=\"-1\"/>\n</touchpoint>\n</phase>\n");

  /* Settings of several lines, and line ends of any kind. */
  assert_import ("mmd",
                 "%%{init: {\r  'theme': 'base'\r}}%%\rjourney\rtitle Day\r\nsection Go\rTea: 3\r",
                 "<title>Day</title>\n<phase id=\"phase-1\" color=\"slate\">\n<title>Go</title>\n"
                 "<touchpoint id=\"touchpoint-1\">\n<title>Tea</title>\n<emotion value=\"0\"/>\n</touchpoint>\n</phase>\n");

  assert_refused ("mmd", "flowchart LR\n  a --> b\n", -1, "1:1");
  assert_refused ("mmd", "", -1, "1:1");
}

static void
test_mermaid_problems (void)
{
  g_autoptr(GPtrArray) notices = NULL;
  g_autoptr(JmMap) map = import ("mmd", "journey\ntitle Day\nTea: 9: Me\nSleep\n", NULL, &notices);

  g_assert_cmpuint (notices->len, ==, 2);
  g_assert_cmpint (((JmNotice *) notices->pdata[0])->line, ==, 3);
  g_assert_cmpint (((JmNotice *) notices->pdata[1])->line, ==, 4);
  g_assert_cmpstr (jm_item_get_label (jm_map_find (map, "touchpoint-2")), ==, "Sleep");
}

static void
test_map_itself (void)
{
  g_autoptr(JmMap) map = import ("xml",
                                 "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" kind=\"future-state\">"
                                 "<title>Kept</title></journey-map>", NULL, NULL);

  g_assert_cmpstr (jm_item_get_part (jm_map_get_root (map), JM_KIND_TITLE), ==, "Kept");
  g_assert_null (jm_import_format_from_path ("map.docx"));
  assert_refused ("xml", "<html/>", -1, "1:1");
}

static const char *
get_language (JmMap *map)
{
  return jm_item_get (jm_map_get_root (map), JM_ATTR_LANG);
}

static void
test_language (void)
{
  g_autoptr(JmMap) dutch = import ("csv", "Fase,Contactmoment\nA,B\n", NULL, NULL);
  g_autoptr(JmMap) english = import ("csv", "Phase,Touchpoint\nA,B\n", NULL, NULL);
  g_autoptr(JmMap) said = import ("csv", "Phase,Touchpoint\nA,B\n", "nl", NULL);

  g_assert_cmpstr (get_language (dutch), ==, "nl");
  g_assert_cmpstr (get_language (english), ==, "en");
  g_assert_cmpstr (get_language (said), ==, "nl");
}

/* What cannot be in a map is not in it; what is longer or more than a map may hold is refused. */
static void
test_limits (void)
{
  g_autoptr(JmMap) clean = import ("csv", "Phase\nA\013\357\277\276B\n", NULL, NULL);
  g_autofree char *long_text = g_strnfill (1024 * 1024 + 1, 'a');
  g_autofree char *table = g_strconcat ("Phase,Description,Touchpoint\nA,", long_text, ",B\n", NULL);
  g_autofree char *list = g_strconcat ("A\n B\n  ", long_text, "\n", NULL);
  g_autofree char *title = g_strconcat ("# ", long_text, "\n## A\n- B\n", NULL);
  g_autofree char *scenario = g_strconcat ("# T\n", long_text, "\n## A\n- B\n", NULL);
  g_autofree char *diagram = g_strconcat ("journey\ntitle ", long_text, "\nsection A\nB: 1\n", NULL);
  GString *many = g_string_new ("journey\n");
  guint depth;

  g_assert_cmpstr (jm_item_get_label (jm_map_find (clean, "phase-1")), ==, "AB");
  assert_refused ("csv", table, -1, "1:1");
  assert_refused ("txt", list, -1, "1:1");
  assert_refused ("txt", title, -1, "1:1");
  assert_refused ("txt", scenario, -1, "1:1");
  assert_refused ("mmd", diagram, -1, "1:1");

  for (guint i = 0; i < 100001; i++)
    g_string_append (many, "a: 1\n");
  assert_refused ("mmd", many->str, -1, "1:1");

  g_string_truncate (many, 0);
  for (guint i = 0; i < 200001; i++)
    g_string_append (many, "a\n");
  assert_refused ("txt", many->str, -1, "200001:1");

  /* Deeper than anybody indents is not deeper in the program. */
  g_string_truncate (many, 0);
  for (depth = 0; depth < 2000; depth++)
    g_string_append_printf (many, "%*sa\n", (int) depth, "");
  jm_map_unref (import ("txt", many->str, NULL, NULL));
  g_string_free (many, TRUE);
}

/* The same each time; so a table that grew can be imported anew and compared. */
static void
test_repeatable (void)
{
  static const char table[] = "Phase,Touchpoint,Notes\nA,B,C\nD,E,F\n";
  g_autoptr(JmMap) one = import ("csv", table, NULL, NULL);
  g_autoptr(JmMap) other = import ("csv", table, NULL, NULL);

  g_assert_true (jm_map_equal (one, other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/table/dialects", test_table_dialects);
  g_test_add_func ("/import/table/cells", test_table_cells);
  g_test_add_func ("/import/table/phases-and-scales", test_table_phases_and_scales);
  g_test_add_func ("/import/table/problems", test_table_problems);
  g_test_add_func ("/import/table/titles", test_table_titles);
  g_test_add_func ("/import/table/one-feeling-each", test_one_feeling);
  g_test_add_func ("/import/outline/shapes", test_outline_shapes);
  g_test_add_func ("/import/outline/details", test_outline_details);
  g_test_add_func ("/import/outline/links", test_outline_links);
  g_test_add_func ("/import/outline/durations", test_outline_durations);
  g_test_add_func ("/import/outline/feelings", test_outline_feelings);
  g_test_add_func ("/import/outline/flat", test_outline_flat);
  g_test_add_func ("/import/mermaid", test_mermaid);
  g_test_add_func ("/import/mermaid/problems", test_mermaid_problems);
  g_test_add_func ("/import/a-map-itself", test_map_itself);
  g_test_add_func ("/import/language", test_language);
  g_test_add_func ("/import/limits", test_limits);
  g_test_add_func ("/import/the-same-each-time", test_repeatable);

  return g_test_run ();
}
