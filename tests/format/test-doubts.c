/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table "Where doubt could arise" of the format, row by row: what is told, to the letter, and what comes of the map. */

#include "fixtures.h"

#include <string.h>

/* told is every notice with its level; kept is something that must still be in the map when it is written. */
typedef struct
{
  const char *name;
  const char *text;
  const char *told;
  const char *kept;
} Doubt;

#define OTHER_MAP(attributes) \
  "<journey-map xmlns=\"https://example.com/ns/cjm/1\" " attributes ">\n" LANE "</journey-map>\n"

static const Doubt doubts[] = {
  { "fine", TOUCHPOINT (""), "", "<touchpoint id=\"try\"/>" },

  /* Refused: it is no map, or not one that can be read. */
  { "wrong-root", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "refused x.cjm:1:1: This is not a journey map: it begins with <svg> instead of <journey-map>. Choose a file that ends in "
    ".cjm." },
  { "not-xml", "Dear all,\n",
    "refused x.cjm:1:1: This is not a journey map: the file does not begin with a tag. Choose a file that ends in .cjm." },
  { "empty", "",
    "refused x.cjm:1:1: The file is empty. If it was copied or downloaded, that has probably failed: fetch it once more." },
  { "no-namespace", "<journey-map version=\"1.0\"/>",
    "refused x.cjm:1:1: The map does not say to which format it belongs. Write xmlns=\"https://example.com/ns/cjm/1\" there." },
  { "wrong-namespace", "<journey-map xmlns=\"https://example.com/ns/cjm/2\" version=\"1.0\"/>",
    "refused x.cjm:1:1: The map belongs to another format. If it is a journey map after all, write "
    "xmlns=\"https://example.com/ns/cjm/1\" there." },
  { "no-version", OTHER_MAP ("kind=\"current-state\""),
    "refused x.cjm:1:1: The map does not say which version of the format it has. Write version=\"1.0\" there." },
  { "version-that-is-none", OTHER_MAP ("version=\"latest\""),
    "refused x.cjm:1:1: “latest” is no version of the format. Write version=\"1.0\" there." },
  { "version-zero", OTHER_MAP ("version=\"0.9\""),
    "refused x.cjm:1:1: “0.9” is no version of the format. Write version=\"1.0\" there." },
  { "doctype", "<?xml version=\"1.0\"?>\n<!DOCTYPE journey-map SYSTEM \"map.dtd\">\n<journey-map/>",
    "refused x.cjm:2:1: The file has a DOCTYPE, which a map never has, because it could make the program read other files. If "
    "you trust the file, remove everything from “<!DOCTYPE” up to its “>”." },
  { "encoding", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<journey-map/>",
    "refused x.cjm:1:1: The first line says that the file is written in ISO-8859-1, and a map is read as UTF-8 only. Save it "
    "as UTF-8 in a text editor." },
  { "not-utf-8", MAP ("  <title>Caf\xe9</title>\n"),
    "refused x.cjm:3:13: The text from here on is not UTF-8. Save the file as UTF-8 in a text editor, or restore it from a "
    "copy." },
  { "wrong-end-tag", MAP ("  <title>Winkel</titel>\n"),
    "refused x.cjm:3:16: “</titel>” stands here, but “<title>” of line 3 is still open. Close “title” first." },
  { "cut-off", "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" kind=\"current-state\">\n  <phase>\n",
    "refused x.cjm:3:1: The file ends here, but “<phase>” of line 2 is still open. It was probably cut off: fetch it once more, "
    "or restore it from a copy." },
  { "cut-off-in-tag",
    "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" kind=\"current-state\">\n  <phase id=\"",
    "refused x.cjm:2:3: The file ends within what begins here. It was probably cut off: fetch it once more, or restore it from "
    "a copy." },
  { "ampersand", MAP ("  <title>Wonen & slapen</title>\n"),
    "refused x.cjm:3:16: This “&” stands for nothing that a map knows. Write “&amp;” where the sign itself is meant." },
  { "entity", MAP ("  <title>Wonen &nbsp; slapen</title>\n"),
    "refused x.cjm:3:16: This “&” stands for nothing that a map knows. Write “&amp;” where the sign itself is meant." },
  { "entity-in-attribute", MAP ("  <phase id=\"a\" color=\"&eacute;\"/>\n"),
    "refused x.cjm:3:24: This “&” stands for nothing that a map knows. Write “&amp;” where the sign itself is meant." },
  { "attribute-twice", MAP ("  <phase id=\"a\" id=\"b\"/>\n"),
    "refused x.cjm:3:3: This tag has one attribute twice. Remove one of the two." },
  { "unquoted", MAP ("  <phase id=a/>\n"),
    "refused x.cjm:3:3: This tag is not written as a tag must be: each attribute has the form name=\"value\", with a blank "
    "before it. Correct it in a text editor." },
  { "unclosed-quote", MAP ("  <phase id=\"a>\n    <title/>\n  </phase>\n"),
    "refused x.cjm:3:3: A value in this tag has no closing quotation mark, or holds a “<”. Close it, or write “&lt;”." },
  { "undeclared-prefix", MAP ("  <x:phase/>\n"),
    "refused x.cjm:3:3: A name here has a prefix that is not declared. Declare it with xmlns:prefix=\"…\", or leave the prefix "
    "out." },
  { "control-character", MAP ("  <title>a\x0b</title>\n"),
    "refused x.cjm:3:11: There is a control character here, which a map cannot hold. Remove it in a text editor." },
  { "two-roots", MAP ("") "<journey-map/>",
    "refused x.cjm:4:1: A second map begins here, and a file holds one. Move it to a file of its own." },
  { "text-after", MAP ("") "and more",
    "refused x.cjm:4:1: There is text here, outside of the map. Remove it, or restore the file from a copy." },
  { "first-of-two-errors", MAP ("  <title>&nbsp;</title>\n  <phase></title>\n"),
    "refused x.cjm:3:10: This “&” stands for nothing that a map knows. Write “&amp;” where the sign itself is meant." },
  { "wrong-root-before-wrong-end", "<html>\n<br></html>",
    "refused x.cjm:1:1: This is not a journey map: it begins with <html> instead of <journey-map>. Choose a file that ends in "
    ".cjm." },

  /* Refused: it could not be understood. */
  { "unknown-kind-of-map", OTHER_MAP ("version=\"1.0\" kind=\"next-year\""),
    "refused x.cjm:1:1: A map cannot be of the kind “next-year”. Write one of: current-state, future-state, day-in-the-life, "
    "service-blueprint." },
  { "unknown-kind-of-lane", MAP ("  <lane id=\"a\" kind=\"smells\"/>\n"),
    "refused x.cjm:3:3: A lane cannot be of the kind “smells”. Write one of: touchpoints, channels, devices, emotion, "
    "pain-points, thoughts, opportunities, measures, pictures, notes, line." },
  { "second-touchpoints-lane", MAP (LANE "  <lane id=\"more\" kind=\"touchpoints\"/>\n"),
    "refused x.cjm:4:3: There is a second lane for touchpoints, and a map has one. Remove one of the two." },
  { "same-id", MAP (LANE "  <phase id=\"a\"/>\n  <phase id=\"a\"/>\n"),
    "refused x.cjm:5:3: The id “a” is there twice; the first is in line 4. Which one is meant cannot be known: give one of them "
    "another id." },
  { "id-that-is-none", MAP (LANE "  <phase id=\"the shop\"/>\n"),
    "refused x.cjm:4:3: The id “the shop” cannot be an id: it must begin with a letter and have no blanks or colons. Write "
    "another one." },

  /* Later versions. */
  { "kinds-of-1.1", OTHER_MAP ("version=\"1.1\" kind=\"next-year\""),
    "remark x.cjm:1:1: The kind “next-year” is not known to this version of the program. It is kept, and not drawn. Nothing "
    "needs to be done.",
    "version=\"1.1\" kind=\"next-year\"" },
  { "lanes-of-1.1",
    "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.1\" kind=\"current-state\">\n" LANE
    "  <lane id=\"s\" kind=\"smells\" strength=\"2\"/>\n  <lane id=\"more\" kind=\"touchpoints\"/>\n  <season/>\n</journey-map>\n",
    "remark x.cjm:3:3: The kind “smells” is not known to this version of the program. It is kept, and not drawn. Nothing needs "
    "to be done.\n"
    "remark x.cjm:4:3: There is a second lane for touchpoints. It is kept, and not drawn. Nothing needs to be done.",
    "<lane id=\"s\" kind=\"smells\" strength=\"2\"/>\n  <lane id=\"more\" kind=\"touchpoints\"/>\n  <season/>" },
  { "version-2", OTHER_MAP ("version=\"2.0\" kind=\"current-state\""),
    "remark x.cjm:1:1: This map has version 2.0 of the format, which is newer than this program. It opens as far as it is "
    "understood. Update the program before you save it.",
    "version=\"2.0\"" },

  /* Odd: read otherwise than written. */
  { "feeling-out-of-range", TOUCHPOINT ("      <emotion value=\"3\"/>\n"),
    "odd x.cjm:6:7: value=\"3\" cannot be; “2” is used instead. Write a number from -2 to 2.",
    "<emotion value=\"2\"/>" },
  { "feeling-without-value", TOUCHPOINT ("      <emotion/>\n"),
    "odd x.cjm:6:7: <emotion> has no “value”; “0” is used. Write it there.",
    "<emotion value=\"0\"/>" },
  { "severity-out-of-range", TOUCHPOINT ("      <pain-point id=\"p\" severity=\"9\"/>\n"),
    "odd x.cjm:6:7: severity=\"9\" cannot be; “3” is used instead. Write a whole number from 1 to 3.",
    "<pain-point id=\"p\" severity=\"3\"/>" },
  { "malformed-duration", MAP (LANE "  <phase id=\"a\" duration=\"an hour\"/>\n"),
    "odd x.cjm:4:3: duration=\"an hour\" cannot be, and is left out. Write a duration such as PT1H30M, PT45M or P3D.",
    "<phase id=\"a\"/>" },
  { "malformed-colour", MAP (LANE "  <phase id=\"a\" color=\"rosy\"/>\n"),
    "odd x.cjm:4:3: color=\"rosy\" cannot be, and is left out. Write blue, teal, green, amber, orange, pink, purple, slate, or a "
    "colour such as #3a86ff.",
    "<phase id=\"a\"/>" },
  { "malformed-boolean", MAP ("  <lane id=\"steps\" kind=\"touchpoints\" hidden=\"perhaps\"/>\n"),
    "odd x.cjm:3:3: hidden=\"perhaps\" cannot be; “false” is used instead. Write true or false.",
    "<lane id=\"steps\" kind=\"touchpoints\"/>" },
  { "second-feeling",
    MAP ("  <persona id=\"sanne\"/>\n" LANE "  <phase id=\"a\">\n    <touchpoint id=\"t\">\n"
         "      <emotion persona=\"sanne\" value=\"1\"/>\n      <emotion value=\"2\"/>\n    </touchpoint>\n  </phase>\n"),
    "odd x.cjm:8:7: This touchpoint has a second feeling of the same persona. The first one counts, and both are kept. Remove "
    "one.",
    "<emotion persona=\"sanne\" value=\"1\"/>\n      <emotion value=\"2\"/>" },
  { "picture-of-unknown-type", TOUCHPOINT ("      <picture id=\"p\" media-type=\"image/tiff\">AAAA</picture>\n"),
    "odd x.cjm:6:7: This picture is neither PNG, JPEG nor SVG by its media-type. A placeholder is drawn, and the data is kept. "
    "Put it in once more as one of these.",
    "media-type=\"image/tiff\">AAAA</picture>" },
  { "malformed-picture", TOUCHPOINT ("      <picture id=\"p\" media-type=\"image/png\">not*base64</picture>\n"),
    "odd x.cjm:6:7: The data of this picture is damaged. A placeholder is drawn, and the data is kept. Put the picture in once "
    "more.",
    ">not*base64</picture>" },
  { "lanes-without-touchpoints", MAP ("  <lane id=\"touchpoints\" kind=\"notes\"/>\n"),
    "odd x.cjm:2:1: No lane of this map is for its touchpoints, so one is put before the others. Save the map to keep it.",
    "<lane id=\"touchpoints-2\" kind=\"touchpoints\"/>\n  <lane id=\"touchpoints\" kind=\"notes\"/>" },

  /* Remarks: read as written. */
  { "broken-references",
    MAP (LANE "  <phase id=\"a\">\n    <note id=\"n\" lane=\"gone\"/>\n    <touchpoint id=\"t\" channel=\"gone\">\n"
         "      <emotion persona=\"gone\" value=\"1\"/>\n      <opportunity id=\"o\" resolves=\"t gone\"/>\n"
         "    </touchpoint>\n  </phase>\n  <transition id=\"x\" from=\"t\" to=\"gone\"/>\n"),
    "remark x.cjm:5:5: There is no lane “gone”. Correct the id, or add the lane.\n"
    "remark x.cjm:6:5: There is no channel “gone”. Correct the id, or add the channel.\n"
    "remark x.cjm:7:7: There is no persona “gone”. Correct the id, or add the persona.\n"
    "remark x.cjm:8:7: There is no pain point “t” that this could resolve. Correct the id, or take it out.\n"
    "remark x.cjm:8:7: There is no pain point “gone” that this could resolve. Correct the id, or take it out.\n"
    "remark x.cjm:11:3: There is nothing with the id “gone” to go from or to. Correct the id, or remove the transition.",
    "<opportunity id=\"o\" resolves=\"t gone\"/>" },
  { "another-order", MAP (LANE "  <title>Winkel</title>\n  <scenario>Stoel</scenario>\n"),
    "remark x.cjm:4:3: <title> stands later in <journey-map> than usual. It stays there, and means the same. Move it up if you "
    "like.",
    LANE "  <title>Winkel</title>" },
  { "wrong-place", MAP (LANE "  <touchpoint id=\"t\">\n     <title>Kassa</title></touchpoint>\n"),
    "remark x.cjm:4:3: <touchpoint> has no place in <journey-map>. It is kept, and not drawn. Move it to where it belongs.",
    "  <touchpoint id=\"t\">\n     <title>Kassa</title></touchpoint>\n" },
  { "loose-text", MAP (LANE "  <phase id=\"a\">\n\n      winkel &amp;\n  meer\n    <goal/>\n  </phase>\n"),
    "remark x.cjm:6:7: There is text directly in <phase>, where none is expected. It is kept, and not drawn. Put it into an "
    "element, such as <title>.",
    "<phase id=\"a\">\n    winkel &amp;\n  meer\n    <goal/>\n  </phase>" },
  { "unknown-element", MAP (LANE "  <weather  wind='4'>rain</weather>\n"),
    "remark x.cjm:4:3: <weather> is an element that the format does not know. It is kept, and not drawn. Look whether the name "
    "is right.",
    "  <weather wind=\"4\">rain</weather>\n" },
  { "unknown-attribute", MAP (LANE "  <phase id=\"a\" colour=\"blue\"/>\n"),
    "remark x.cjm:4:3: <phase> has an attribute “colour” that the format does not know. It is kept. Look whether the name is "
    "right.",
    "<phase id=\"a\" colour=\"blue\"/>" },
  { "two-titles", MAP ("  <title>A</title>\n  <title>B</title>\n" LANE),
    "remark x.cjm:4:3: There is a second <title> in this <journey-map>. The first one counts, and both are kept. Remove one.",
    "<title>A</title>\n  <title>B</title>" },
  { "no-kind-of-map", OTHER_MAP ("version=\"1.0\""),
    "remark x.cjm:1:1: <journey-map> has no “kind”; “current-state” is used. Write it there.",
    "version=\"1.0\" kind=\"current-state\"" },

  /* Nothing to tell. */
  { "missing-ids",
    MAP (LANE "  <phase>\n    <touchpoint/>\n  </phase>\n  <phase id=\"phase-1\">\n    <touchpoint id=\"t\"/>\n    <touchpoint/>\n"
         "  </phase>\n"),
    "",
    "<phase id=\"phase-1-2\">\n    <touchpoint id=\"touchpoint-1\"/>\n  </phase>\n  <phase id=\"phase-1\">\n"
    "    <touchpoint id=\"t\"/>\n    <touchpoint id=\"touchpoint-3\"/>" },
  { "no-lanes", MAP ("  <title>A</title>\n  <!-- x -->\n  <phase id=\"channels\"/>\n"),
    "",
    "  <title>A</title>\n  <lane id=\"touchpoints\" kind=\"touchpoints\"/>\n  <lane id=\"channels-2\" kind=\"channels\"/>\n"
    "  <lane id=\"emotion\" kind=\"emotion\"/>\n  <lane id=\"pain-points\" kind=\"pain-points\"/>\n"
    "  <lane id=\"opportunities\" kind=\"opportunities\"/>\n  <!-- x -->\n" },
  { "several-lanes-of-a-kind", MAP (LANE "  <lane id=\"a\" kind=\"emotion\"/>\n  <lane id=\"b\" kind=\"emotion\"/>\n"),
    "", "<lane id=\"b\" kind=\"emotion\"/>" },
  { "defaults",
    TOUCHPOINT ("      <pain-point id=\"p\" severity=\"1\" votes=\"0\" owner=\"\"/>\n"),
    "", "<pain-point id=\"p\" owner=\"\"/>" },
};

static void
test_doubt (gconstpointer data)
{
  const Doubt *doubt = data;
  g_autoptr (GBytes) bytes = fixtures_bytes (doubt->text);
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = jm_read_bytes (bytes, "x.cjm", &notices, &error);
  g_autofree char *told = fixtures_tell (notices);
  gboolean refused = strncmp (doubt->told, "refused", 7) == 0;
  g_autofree char *written = NULL;

  g_assert_cmpstr (told, ==, doubt->told);
  g_assert_cmpint (map == NULL, ==, refused);

  if (map == NULL)
    {
      g_assert_cmpint (error->domain, ==, JM_READ_ERROR);
      g_assert_cmpstr (error->message, ==, doubt->told + strlen ("refused "));
      return;
    }

  g_assert_no_error (error);
  written = fixtures_write (map);
  if (strstr (written, doubt->kept) == NULL)
    {
      g_test_message ("%s", written);
      g_test_fail_printf ("what should be kept is not there: %s", doubt->kept);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    {
      g_autofree char *path = g_strconcat ("/format/doubts/", doubts[i].name, NULL);

      g_test_add_data_func (path, &doubts[i], test_doubt);
    }

  return g_test_run ();
}
