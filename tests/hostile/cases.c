/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Made by a program, the same from the same seed, so that a thousand files need not lie in the repository. Each family has
 * one way of doing harm, and goes through its variants and around its limits.
 */

#include "cases.h"

#include <string.h>

#define BEGINNING "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ROOT      "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" kind=\"current-state\">\n"
#define LANE      "  <lane id=\"steps\" kind=\"touchpoints\"/>\n"
#define END       "</journey-map>\n"

typedef struct
{
  GPtrArray *cases;
  GRand     *rand;
  char      *family;
} Maker;

void
case_free (Case *self)
{
  g_free (self->name);
  g_string_free (self->bytes, TRUE);
  g_free (self->phrase);
  g_free (self);
}

static GString *
begin (void)
{
  return g_string_new (BEGINNING ROOT LANE);
}

/* Takes bytes. */
static void
add (Maker      *maker,
     GString    *bytes,
     gboolean    refused,
     const char *phrase,
     gssize      offset)
{
  Case *made = g_new0 (Case, 1);

  made->name = g_strdup_printf ("%s-%u", maker->family, maker->cases->len);
  made->bytes = bytes;
  made->refused = refused;
  made->phrase = g_strdup (phrase);
  made->offset = offset;
  g_ptr_array_add (maker->cases, made);
}

static void
refuse_at (Maker      *maker,
           GString    *bytes,
           gssize      offset,
           const char *phrase)
{
  add (maker, bytes, TRUE, phrase, offset);
}

static void
open_all_the_same (Maker      *maker,
                   GString    *bytes,
                   const char *phrase)
{
  add (maker, bytes, FALSE, phrase, -1);
}

/* Something between two names, by chance. */
static char *
make_name (Maker *maker)
{
  char *name = g_strdup ("abcdefgh");

  for (char *at = name; *at != '\0'; at++)
    *at = (char) g_rand_int_range (maker->rand, 'a', 'z' + 1);

  return name;
}

/* Families */

/* Entities, from laughs to files of the system, wherever a DOCTYPE can be tried. */
static void
make_doctypes (Maker *maker)
{
  static const char * const bodies[] = {
    "",
    " SYSTEM \"file:///etc/passwd\"",
    " SYSTEM \"http://127.0.0.1/evil.dtd\"",
    " PUBLIC \"-//x//y\" \"http://127.0.0.1/evil.dtd\"",
    " [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]",
    " [<!ENTITY x SYSTEM \"file:///dev/zero\">]",
    " [<!ENTITY % p SYSTEM \"http://127.0.0.1/p\">%p;]",
    " [<!ATTLIST touchpoint id CDATA \"same\">]",
    " [<!ELEMENT journey-map ANY>]",
    " [<!NOTATION n SYSTEM \"/bin/sh\">]",
    " [<!-- ]> -->]",
    " [<!ENTITY a \"&a;\">]",
  };
  static const char * const names[] = { "journey-map", "x", "a:b", "html" };

  for (guint body = 0; body < G_N_ELEMENTS (bodies); body++)
    for (guint name = 0; name < G_N_ELEMENTS (names); name++)
      {
        GString *bytes = g_string_new (BEGINNING);
        gsize offset = bytes->len;

        g_string_append_printf (bytes, "<!DOCTYPE %s%s>\n" ROOT LANE "<title>&c;&x;</title>" END, names[name], bodies[body]);
        refuse_at (maker, bytes, offset, "DOCTYPE");

        bytes = g_string_new ("<!-- first -->\n<?pi?>\n");
        offset = bytes->len;
        g_string_append_printf (bytes, "<!DOCTYPE %s%s>\n" ROOT LANE END, names[name], bodies[body]);
        refuse_at (maker, bytes, offset, "DOCTYPE");
      }
}

static void
make_entities (Maker *maker)
{
  for (guint n = 0; n < 60; n++)
    {
      g_autofree char *name = make_name (maker);
      GString *bytes = begin ();

      if (n % 2 == 0)
        g_string_append_printf (bytes, "  <title>before &%s; after</title>\n" END, name);
      else
        g_string_append_printf (bytes, "  <phase id=\"p\" color=\"&%s;\"/>\n" END, name);
      refuse_at (maker, bytes, -1, "&");
    }
}

/* Control characters, as they are and as references; what no Unicode has. */
static void
make_characters (Maker *maker)
{
  for (guint c = 0; c < 32; c++)
    {
      gboolean allowed = c == '\t' || c == '\n' || c == '\r';
      gsize offset;
      GString *bytes;

      bytes = begin ();
      g_string_append (bytes, "  <title>here ");
      offset = bytes->len;
      g_string_append_c (bytes, (char) c);
      g_string_append (bytes, "</title>\n" END);
      if (allowed)
        open_all_the_same (maker, bytes, "");
      else
        refuse_at (maker, bytes, offset, c == 0 ? "zero byte" : "control character");

      bytes = begin ();
      g_string_append (bytes, "  <title>here ");
      offset = bytes->len;
      g_string_append_printf (bytes, c % 2 == 0 ? "&#%u;</title>\n" END : "&#x%x;</title>\n" END, c);
      if (allowed)
        open_all_the_same (maker, bytes, "");
      else
        refuse_at (maker, bytes, offset, "&#");
    }

  for (guint n = 0; n < 40; n++)
    {
      static const guint32 impossible[] = { 0xfffe, 0xffff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0x110000, 0x7fffffff };
      GString *bytes = begin ();
      gsize offset;

      g_string_append_printf (bytes, "  <title>%*s", (int) n, "");
      offset = bytes->len;
      g_string_append_printf (bytes, "&#x%x;</title>\n" END, impossible[n % G_N_ELEMENTS (impossible)]);
      refuse_at (maker, bytes, offset, "&#");
    }
}

static void
make_encodings (Maker *maker)
{
  /* Over-long, halves of pairs, beyond the last, cut off, alone. */
  static const char * const wrong[] = {
    "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xed\xa0\x80",
    "\xed\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf8\x88\x80\x80\x80", "\xfc\x84\x80\x80\x80\x80", "\xfe",
    "\xff", "\x80", "\xbf", "\xc3", "\xe2\x82", "\xf0\x9f\x98", "\xe9t\xe9",
  };
  static const char * const declared[] = {
    "ISO-8859-1", "windows-1252", "UTF-16", "UTF-7", "US-ASCII", "EBCDIC-CP-NL", "UCS-4", "Shift_JIS", "GB18030", "x-none",
  };
  static const char * const marks[] = { "\xff\xfe", "\xfe\xff", "\x1f\x8b", "PK\x03\x04", "%PDF-1.7", "GIF89a", "\x7f" "ELF" };

  for (guint place = 0; place < 4; place++)
    for (guint n = 0; n < G_N_ELEMENTS (wrong); n++)
      {
        GString *bytes = begin ();
        gsize offset;

        g_string_append (bytes, place == 0 ? "<title>" : place == 1 ? "<!-- " : place == 2 ? "<phase id=\"p\" x=\"" : "<");
        offset = bytes->len;
        g_string_append (bytes, wrong[n]);
        g_string_append (bytes, place == 0 ? "</title>" : place == 1 ? " -->" : place == 2 ? "\"/>" : "/>");
        g_string_append (bytes, "\n" END);
        refuse_at (maker, bytes, offset, "not UTF-8");
      }

  for (guint n = 0; n < G_N_ELEMENTS (declared); n++)
    {
      GString *bytes = g_string_new (NULL);

      g_string_append_printf (bytes, "<?xml version=\"1.0\" encoding=\"%s\"?>\n" ROOT LANE END, declared[n]);
      refuse_at (maker, bytes, -1, declared[n]);
    }

  for (guint n = 0; n < G_N_ELEMENTS (marks); n++)
    {
      GString *bytes = g_string_new (marks[n]);

      for (guint more = 0; more < 200; more++)
        g_string_append_c (bytes, (char) g_rand_int_range (maker->rand, 0, 256));
      refuse_at (maker, bytes, 0, "");
    }
}

/* On both sides of each limit. */
static void
make_limits (Maker *maker)
{
  for (guint depth = 60; depth <= 70; depth++)
    {
      GString *bytes = begin ();
      gsize offset = 0;

      /* The root is the first. */
      for (guint n = 2; n <= depth; n++)
        {
          if (n == 65)
            offset = bytes->len;
          g_string_append (bytes, "<x>");
        }
      for (guint n = 2; n <= depth; n++)
        g_string_append (bytes, "</x>");
      g_string_append (bytes, END);
      if (depth > 64)
        refuse_at (maker, bytes, offset, "deep");
      else
        open_all_the_same (maker, bytes, "");
    }

  for (guint n_attributes = 60; n_attributes <= 70; n_attributes++)
    {
      GString *bytes = begin ();
      gsize offset = bytes->len;

      g_string_append (bytes, "<x");
      for (guint n = 0; n < n_attributes; n++)
        g_string_append_printf (bytes, " a%u=\"\"", n);
      g_string_append (bytes, "/>" END);
      if (n_attributes > 64)
        refuse_at (maker, bytes, offset, "attributes");
      else
        open_all_the_same (maker, bytes, "");
    }

  for (int more = -3; more <= 3; more++)
    {
      GString *bytes = begin ();
      gsize offset = bytes->len;
      g_autofree char *value = g_strnfill (64 * 1024 + more - strlen ("<x a=\"\"/>"), 'v');

      g_string_append_printf (bytes, "<x a=\"%s\"/>" END, value);
      if (more > 0)
        refuse_at (maker, bytes, offset, "KiB");
      else
        open_all_the_same (maker, bytes, "");
    }

  for (int more = -2; more <= 2; more++)
    {
      GString *bytes = begin ();
      gsize offset = bytes->len;
      g_autofree char *text = g_strnfill (1024 * 1024 + more, 't');

      g_string_append_printf (bytes, "<title>%s</title>" END, text);
      if (more > 0)
        refuse_at (maker, bytes, offset, "longer than");
      else
        open_all_the_same (maker, bytes, "");
    }

  /* With the root, the lane and the phase. */
  for (int more = -1; more <= 1; more++)
    {
      GString *bytes = begin ();
      gsize offset = 0;

      g_string_append (bytes, "<phase id=\"p\">");
      for (int n = 0; n < 200000 - 3 + more; n++)
        {
          offset = bytes->len;
          g_string_append (bytes, "<x/>");
        }
      g_string_append (bytes, "</phase>" END);
      if (more > 0)
        refuse_at (maker, bytes, offset, "elements");
      else
        open_all_the_same (maker, bytes, "");
    }
}

/* What is known to make parsers slow. */
static void
make_slow (Maker *maker)
{
  static const struct { const char *before; const char *again; guint times; const char *after; } bodies[] = {
    { "<x", " a=\"\"", 400000, "/>" },
    { "<x ", "a", 3000000, "=\"\"/>" },
    { "<", "x", 3000000, "/>" },
    { "", "<x>", 150000, "" },
    { "", "</x>", 300000, "" },
    { "<!--", "-", 3000000, "-->" },
    { "<!--", " x", 8000000, "-->" },
    { "<title>", "<![CDATA[x]]>", 60000, "</title>" },
    { "<title>", "&amp;", 200000, "</title>" },
    { "<title>", "&#38;#38;", 100000, "</title>" },
    { "<title>", "]]", 500000, "</title>" },
    { "", "<?x y?>", 300000, "" },
    { "<x a=\"", "\n", 60000, "\"/>" },
    { "<x a=\"", "&lt;", 16000, "\"/>" },
    { "", "<!DOCTYPE", 300000, "" },
    { "", "<![", 900000, "" },
    { "", "&", 3000000, "" },
    { "<x xmlns:a=\"u\">", "<a:b/>", 100000, "</x>" },
    { "", "\n", 20000000, "" },
    { "<title>", "\xf0\x9f\x98\x80", 262144, "</title>" },
  };

  for (guint n = 0; n < G_N_ELEMENTS (bodies); n++)
    {
      GString *bytes = begin ();
      Case *made;

      g_string_append (bytes, bodies[n].before);
      for (guint again = 0; again < bodies[n].times; again++)
        g_string_append (bytes, bodies[n].again);
      g_string_append (bytes, bodies[n].after);
      g_string_append (bytes, "\n" END);

      /* That it ends in time is all that is asked; both ends are good. */
      open_all_the_same (maker, bytes, NULL);
      made = g_ptr_array_index (maker->cases, maker->cases->len - 1);
      made->offset = -1;
    }

  /* Ten thousand names, all different, in every element. */
  {
    GString *bytes = begin ();

    for (guint n = 0; n < 100000; n++)
      g_string_append_printf (bytes, "<x%u a%u=\"\"/>", n, n);
    g_string_append (bytes, END);
    open_all_the_same (maker, bytes, NULL);
  }

  /* Declarations of namespaces, which libxml2 looks through one by one. */
  {
    GString *bytes = begin ();

    for (guint n = 0; n < 60; n++)
      {
        g_string_append (bytes, "<x");
        for (guint prefix = 0; prefix < 60; prefix++)
          g_string_append_printf (bytes, " xmlns:p%u-%u=\"u%u\"", n, prefix, prefix);
        g_string_append (bytes, ">");
      }
    for (guint n = 0; n < 20000; n++)
      g_string_append (bytes, "<p0-0:y/>");
    for (guint n = 0; n < 60; n++)
      g_string_append (bytes, "</x>");
    g_string_append (bytes, END);
    open_all_the_same (maker, bytes, NULL);
  }
}

/* Tags that do not fit together. */
static void
make_torn_tags (Maker *maker)
{
  static const char * const wrong[] = {
    "<title>one<title>", "<phase id=\"p\"></touchpoint>", "<title>a</Title>", "<title a=b>x</title>", "<title a>x</title>",
    "<title a='x\">x</title>", "<title a=\"<\">x</title>", "<ti<tle>x</title>", "<title>x</title", "< title>x</title>",
    "<title>x</ title>", "<title/ >", "<1title>x</1title>", "<title a=\"1\" a=\"2\"/>", "<title a=\"1\"b=\"2\"/>",
    "<x:title>y</x:title>", "<title x:a=\"\"/>", "<x::y/>", "<:y/>", "<title>]]></title>", "<!-- a -- b -->",
    "<?xml version=\"1.0\"?>", "<? x?>", "<![CDATA[x", "<!ELEMENT x ANY>", "<title>&</title>", "<title>&;</title>",
    "<title>&#;</title>", "<title>&#x;</title>", "<title>&#99999999999;</title>", "<title>&lt</title>", "<>", "</>", "<!>",
    "<x xmlns:a=\"\"/>", "<x xmlns:xml=\"u\"/>", "<x xmlns:xmlns=\"u\"/>", "<x xmlns=\"http://www.w3.org/2000/xmlns/\"/>",
  };

  for (guint n = 0; n < G_N_ELEMENTS (wrong); n++)
    for (guint place = 0; place < 3; place++)
      {
        GString *bytes = begin ();

        if (place == 1)
          g_string_append (bytes, "<phase id=\"q\"><touchpoint id=\"t\">");
        if (place == 2)
          g_string_append (bytes, "<unknown xmlns=\"https://example.org/other\">");
        g_string_append (bytes, wrong[n]);
        if (place == 1)
          g_string_append (bytes, "</touchpoint></phase>");
        if (place == 2)
          g_string_append (bytes, "</unknown>");
        g_string_append (bytes, "\n" END);
        refuse_at (maker, bytes, -1, "");
      }
}

/* Cut off at some place before the end of the root. */
static void
make_cuts (Maker *maker)
{
  for (guint n = 0; n < 100; n++)
    {
      GString *bytes = begin ();

      g_string_append (bytes, "<title>Kassa &amp; ijs</title>\n<!-- x -->\n<phase id=\"p\"><touchpoint id=\"t\"/></phase>" END);
      g_string_truncate (bytes, (gsize) g_rand_int_range (maker->rand, 0, (int) bytes->len - 2));
      refuse_at (maker, bytes, -1, "");
    }
}

static void
make_roots (Maker *maker)
{
  static const char * const files[] = {
    "<journey-map/>", "<journey-map version=\"1.0\"/>", "<html><body/></html>", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "<journey-map xmlns=\"https://example.com/ns/cjm/2\" version=\"1.0\"/>",
    "<journey-map xmlns=\"https://example.com/ns/cjm/1\"/>",
    "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"\"/>",
    "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"-1\"/>",
    "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0.0.0\"/>",
    "<Journey-Map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\"/>",
    "<x:journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\"/>",
    ROOT LANE END ROOT LANE END, ROOT LANE END "text", "text" ROOT LANE END, ROOT LANE END "<x/>", "", " ", "\n\n\n",
    "{\"a\": 1}", "title;phase\n1;2\n", "<", "<?", "<!", "<!-", "<!--", "&", ">", "\xef\xbb\xbf", "\xef\xbb\xbf<",
  };

  for (guint n = 0; n < G_N_ELEMENTS (files); n++)
    refuse_at (maker, g_string_new (files[n]), -1, "");
}

/* Ids and references that lead nowhere, to themselves, to each other, to something else. */
static void
make_references (Maker *maker)
{
  for (guint n = 0; n < 60; n++)
    {
      GString *bytes = begin ();
      g_autofree char *name = make_name (maker);

      switch (n % 6)
        {
        case 0:
          g_string_append_printf (bytes, "<phase id=\"%s\"/>\n<phase id=\"%s\"/>\n" END, name, name);
          refuse_at (maker, bytes, -1, name);
          break;

        case 1:
          g_string_append_printf (bytes, "<phase id=\"p\"><touchpoint id=\"t\" channel=\"%s\"/></phase>\n" END, name);
          open_all_the_same (maker, bytes, name);
          break;

        case 2:
          g_string_append_printf (bytes, "<phase id=\"%u%s\"/>\n" END, n, name);
          refuse_at (maker, bytes, -1, name);
          break;

        case 3:
          g_string_append_printf (bytes, "<phase id=\"p\"><touchpoint id=\"t\"><emotion persona=\"%s\" value=\"1\"/>"
                                         "</touchpoint></phase>\n" END, name);
          open_all_the_same (maker, bytes, name);
          break;

        case 4:
          g_string_append_printf (bytes, "<phase id=\"%s\"><touchpoint id=\"t\" channel=\"%s\"/></phase>\n" END, name, name);
          open_all_the_same (maker, bytes, name);
          break;

        default:
          g_string_append_printf (bytes, "<phase id=\"p\" duration=\"%s\" color=\"%s\" width=\"%s\"/>\n" END, name, name, name);
          open_all_the_same (maker, bytes, name);
          break;
        }
    }
}

/* Numbers at and beyond what they may be. */
static void
make_numbers (Maker *maker)
{
  static const char * const numbers[] = {
    "nan", "inf", "-inf", "1e999", "-1e999", "99999999999999999999", "-0", "0x10", "1,5", "1.5.5", "", " ", "+", "-", ".", "1e",
    "2.0000000000000000000001", "\xe2\x88\x92" "1", "\xd9\xa1", "1 2", "1\xc2\xa0",
  };

  for (guint n = 0; n < G_N_ELEMENTS (numbers); n++)
    {
      GString *bytes = begin ();

      g_string_append_printf (bytes, "<phase id=\"p\"><touchpoint id=\"t\"><emotion value=\"%s\"/></touchpoint></phase>" END,
                              numbers[n]);
      open_all_the_same (maker, bytes, "");

      bytes = begin ();
      g_string_append_printf (bytes, "<phase id=\"p\"><touchpoint id=\"t\"><pain-point id=\"q\" severity=\"%s\" votes=\"%s\"/>"
                                     "</touchpoint></phase>" END, numbers[n], numbers[n]);
      open_all_the_same (maker, bytes, "");

      bytes = begin ();
      g_string_append_printf (bytes, "<phase id=\"p\" width=\"%s\" duration=\"P%sD\"/>" END, numbers[n], numbers[n]);
      open_all_the_same (maker, bytes, "");
    }
}

/* Pictures. */

static void
add_picture (Maker      *maker,
             const char *media_type,
             const void *data,
             gsize       length,
             const char *phrase)
{
  g_autofree char *base64 = g_base64_encode (data, length);
  GString *bytes = begin ();

  g_string_append_printf (bytes, "<phase id=\"p\"><touchpoint id=\"t\"><picture id=\"i\" media-type=\"%s\">%s</picture>"
                                 "</touchpoint></phase>\n" END, media_type, base64);
  open_all_the_same (maker, bytes, phrase);
}

static void
put_32 (guint8  *at,
        guint32  value)
{
  value = GUINT32_TO_BE (value);
  memcpy (at, &value, 4);
}

/* A header that promises a picture of any size; nothing after it. */
static void
make_rasters (Maker *maker)
{
  static const guint32 sides[][2] = {
    { 60000, 60000 }, { 8193, 1 }, { 1, 8193 }, { 8192, 8192 }, { 5001, 5000 }, { 0, 1 }, { 1, 0 }, { 0x7fffffff, 0x7fffffff },
    { 0xffffffff, 0xffffffff }, { 0x80000000, 2 }, { 65536, 65536 }, { 0x10000, 0x10000 },
  };

  for (guint n = 0; n < G_N_ELEMENTS (sides); n++)
    {
      guint8 png[33] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' };
      guint8 jpeg[] = { 0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0, 0xff, 0xd9 };

      put_32 (png + 16, sides[n][0]);
      put_32 (png + 20, sides[n][1]);
      png[24] = 8;
      add_picture (maker, "image/png", png, sizeof png, "A placeholder is drawn");

      jpeg[7] = 0xff;
      jpeg[8] = 0xff;
      jpeg[9] = (guint8) (sides[n][0] >> 8);
      jpeg[10] = (guint8) sides[n][0];
      add_picture (maker, "image/jpeg", jpeg, sizeof jpeg, "A placeholder is drawn");
    }

  for (guint n = 0; n < 60; n++)
    {
      guint8 noise[64];
      guint length = (guint) g_rand_int_range (maker->rand, 0, sizeof noise);

      for (guint at = 0; at < sizeof noise; at++)
        noise[at] = (guint8) g_rand_int_range (maker->rand, 0, 256);
      if (n % 3 == 0)
        memcpy (noise, "\x89PNG\r\n\x1a\n", 8);
      else if (n % 3 == 1)
        memcpy (noise, "\xff\xd8\xff", 3);
      add_picture (maker, n % 3 == 0 ? "image/png" : n % 3 == 1 ? "image/jpeg" : "image/gif", noise, length,
                   "A placeholder is drawn");
    }
}

static void
make_svgs (Maker *maker)
{
  static const char * const bodies[] = {
    "<script>alert(1)</script>", "<image href=\"file:///etc/passwd\"/>", "<image href=\"data:image/png;base64,AAAA\"/>",
    "<use href=\"http://127.0.0.1/x.svg#a\"/>", "<filter id=\"f\"><feGaussianBlur stdDeviation=\"99999\"/></filter>",
    "<style>@import url(http://127.0.0.1/x.css);</style>", "<foreignObject><body/></foreignObject>",
    "<rect fill=\"url(http://127.0.0.1/x#y)\"/>", "<a href=\"javascript:alert(1)\"><rect/></a>", "<animate/>", "<set/>",
    "<rect style=\"fill:url(file:///etc/passwd)\"/>", "<feImage href=\"file:///etc/passwd\"/>", "<iframe/>", "<audio/>",
    "<rect onload=\"alert(1)\"/>", "<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>", "<SCRIPT/>",
  };
  static const char * const before[] = { "", "<?xml version=\"1.0\"?>", "<!-- x -->", "\xef\xbb\xbf" };

  for (guint n = 0; n < G_N_ELEMENTS (bodies); n++)
    for (guint at = 0; at < G_N_ELEMENTS (before); at++)
      {
        g_autofree char *svg = g_strdup_printf ("%s<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">%s</svg>",
                                                before[at], bodies[n]);

        add_picture (maker, "image/svg+xml", svg, strlen (svg), "A placeholder is drawn");
      }

  {
    static const char * const wholes[] = {
      "<!DOCTYPE svg [<!ENTITY a \"x\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "<!DOCTYPE svg SYSTEM \"http://127.0.0.1/svg.dtd\"><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "<?xml-stylesheet href=\"http://127.0.0.1/x.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "<svg", "", "<html/>", "<svg/>", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1e9\" height=\"1e9\"/>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"-5\" height=\"5\"/>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"nan\" height=\"5\"/>",
    };

    for (guint n = 0; n < G_N_ELEMENTS (wholes); n++)
      add_picture (maker, "image/svg+xml", wholes[n], strlen (wholes[n]), NULL);
  }
}

static void
make_base64 (Maker *maker)
{
  static const char * const texts[] = { "A", "AA=A", "====", "A===", "!!!!", "iVBOR", "AAAA=", "AB==CD==", "&#0;", "\xc3\xa9" };

  for (guint n = 0; n < G_N_ELEMENTS (texts); n++)
    {
      GString *bytes = begin ();

      g_string_append_printf (bytes, "<phase id=\"p\"><touchpoint id=\"t\"><picture id=\"i\" media-type=\"image/png\">%s"
                                     "</picture></touchpoint></phase>\n" END, texts[n]);
      if (strchr (texts[n], '&') != NULL)
        refuse_at (maker, bytes, -1, "&#");
      else
        open_all_the_same (maker, bytes, "A placeholder is drawn");
    }
}

/* Elements of ours in every place where they do not belong. */
static void
make_misplaced (Maker *maker)
{
  static const char * const elements[] = {
    "journey-map", "title", "scenario", "persona", "quote", "goal", "channel", "lane", "phase", "touchpoint", "emotion",
    "pain-point", "opportunity", "thought", "note", "measure", "transition", "picture", "description", "dismissed",
  };

  for (guint outer = 0; outer < G_N_ELEMENTS (elements); outer++)
    for (guint inner = 0; inner < 8; inner++)
      {
        const char *name = elements[g_rand_int_range (maker->rand, 0, G_N_ELEMENTS (elements))];
        GString *bytes = begin ();

        g_string_append_printf (bytes, "<phase id=\"zz\"><%s><%s/>text<%s>x</%s></%s></phase>\n" END, elements[outer], name, name,
                                name, elements[outer]);
        open_all_the_same (maker, bytes, NULL);
      }
}

/**
 * cases_make:
 * @seed: what chance begins with
 *
 * Returns: (transfer full) (element-type Case): the files
 */
GPtrArray *
cases_make (guint32 seed)
{
  static const struct
  {
    const char *name;
    void      (*make) (Maker *maker);
  } families[] = {
    { "doctype", make_doctypes }, { "entity", make_entities }, { "character", make_characters },
    { "encoding", make_encodings }, { "limit", make_limits }, { "slow", make_slow }, { "torn-tag", make_torn_tags },
    { "cut", make_cuts }, { "root", make_roots }, { "reference", make_references }, { "number", make_numbers },
    { "raster", make_rasters }, { "svg", make_svgs }, { "base64", make_base64 }, { "misplaced", make_misplaced },
  };
  Maker maker = { .rand = g_rand_new_with_seed (seed) };

  maker.cases = g_ptr_array_new_with_free_func ((GDestroyNotify) case_free);
  for (guint n = 0; n < G_N_ELEMENTS (families); n++)
    {
      maker.family = (char *) families[n].name;
      families[n].make (&maker);
    }
  g_rand_free (maker.rand);

  return maker.cases;
}
