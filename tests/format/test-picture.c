/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The gate for pictures: what a decoder gets to see, and why it does not. */

#include "format/jm-picture-file.h"
#include "format/jm-picture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAMAGED \
  "The data of this picture is damaged. A placeholder is drawn, and the data is kept. Put the picture in once more."
#define NOT_SAFE \
  "This SVG holds something that is not drawn for safety, such as an image, a filter, a script, a link outwards or more " \
  "than can be drawn in a moment. A placeholder is drawn, and the data is kept. Put it in as PNG."

static char *
encode (gconstpointer data,
        gsize         length)
{
  return g_base64_encode (data, length);
}

/* The header of a PNG, which is all that is looked at. */
static char *
make_png (guint32 width,
          guint32 height)
{
  guint8 bytes[33] = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR";
  guint32 w = GUINT32_TO_BE (width);
  guint32 h = GUINT32_TO_BE (height);

  memcpy (bytes + 16, &w, 4);
  memcpy (bytes + 20, &h, 4);
  bytes[24] = 8;
  bytes[25] = 6;

  return encode (bytes, sizeof bytes);
}

/* A JPEG up to its frame, with a long APP1 before it as cameras write it. */
static char *
make_jpeg (guint   width,
           guint   height,
           guint8  frame)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 head[] = { 0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff };
  guint8 tail[] = { 0xff, 0xff, frame, 0, 17, 8, height >> 8, height, width >> 8, width, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1 };

  g_byte_array_append (bytes, head, sizeof head);
  g_byte_array_set_size (bytes, sizeof head + 65533);
  memset (bytes->data + sizeof head, 0xff, 65533);
  g_byte_array_append (bytes, tail, sizeof tail);

  return encode (bytes->data, bytes->len);
}

static void
check_passes (const char *media_type,
              const char *base64,
              int         expected_width,
              int         expected_height)
{
  g_autofree char *reason = NULL;
  int width = 0;
  int height = 0;
  gboolean passes = jm_picture_check (media_type, base64, &width, &height, &reason);

  g_assert_cmpstr (reason, ==, NULL);
  g_assert_true (passes);
  g_assert_cmpint (width, ==, expected_width);
  g_assert_cmpint (height, ==, expected_height);
}

static void
check_stopped (const char *media_type,
               const char *base64,
               const char *expected)
{
  g_autofree char *reason = NULL;

  g_assert_false (jm_picture_check (media_type, base64, NULL, NULL, &reason));
  g_assert_cmpstr (reason, ==, expected);
  g_assert_false (jm_picture_check (media_type, base64, NULL, NULL, NULL));
}

static void
test_png (void)
{
  g_autofree char *fine = make_png (640, 480);
  g_autofree char *widest = make_png (8192, 3051);
  g_autofree char *too_wide = make_png (8193, 1);
  g_autofree char *too_many = make_png (5001, 5000);
  g_autofree char *bomb = make_png (60000, 60000);
  g_autofree char *negative = make_png (0xffffffff, 1);
  g_autofree char *nothing = make_png (0, 10);
  g_autofree char *cut = g_strndup (fine, 24);

  check_passes ("image/png", fine, 640, 480);
  check_passes ("image/png", widest, 8192, 3051);
  check_stopped ("image/png", too_wide,
                 "This picture is 8193 × 1 pixels, and at most 8192 on a side and 25 million in all are drawn. A placeholder is "
                 "drawn, and the data is kept. Put in a smaller one.");
  check_stopped ("image/png", too_many,
                 "This picture is 5001 × 5000 pixels, and at most 8192 on a side and 25 million in all are drawn. A placeholder "
                 "is drawn, and the data is kept. Put in a smaller one.");
  check_stopped ("image/png", bomb,
                 "This picture is 60000 × 60000 pixels, and at most 8192 on a side and 25 million in all are drawn. A placeholder "
                 "is drawn, and the data is kept. Put in a smaller one.");
  check_stopped ("image/png", negative,
                 "This picture is 4294967295 × 1 pixels, and at most 8192 on a side and 25 million in all are drawn. A "
                 "placeholder is drawn, and the data is kept. Put in a smaller one.");
  check_stopped ("image/png", nothing, DAMAGED);
  check_stopped ("image/png", cut, DAMAGED);
  check_stopped ("image/jpeg", fine, DAMAGED);
}

static void
test_jpeg (void)
{
  g_autofree char *baseline = make_jpeg (1200, 800, 0xc0);
  g_autofree char *progressive = make_jpeg (1200, 800, 0xc2);
  g_autofree char *tables_only = make_jpeg (1200, 800, 0xc4);
  g_autofree char *bomb = make_jpeg (65535, 65535, 0xc0);
  g_autofree char *cut = g_strndup (baseline, 87380);
  g_autofree char *only_start = encode ("\xff\xd8\xff", 3);
  g_autofree char *endless = encode ("\xff\xd8\xff\xe0\x00\x00\xff\xe0\x00\x00\xff\xe0\x00\x00", 14);

  check_passes ("image/jpeg", baseline, 1200, 800);
  check_passes ("image/jpeg", progressive, 1200, 800);
  check_stopped ("image/jpeg", tables_only, DAMAGED);
  check_stopped ("image/jpeg", cut, DAMAGED);
  check_stopped ("image/jpeg", only_start, DAMAGED);
  check_stopped ("image/jpeg", endless, DAMAGED);
  check_stopped ("image/jpeg", bomb,
                 "This picture is 65535 × 65535 pixels, and at most 8192 on a side and 25 million in all are drawn. A placeholder "
                 "is drawn, and the data is kept. Put in a smaller one.");
  check_stopped ("image/png", baseline, DAMAGED);
}

static void
test_base64 (void)
{
  g_autofree char *png = make_png (3, 2);
  g_autofree char *broken_over_lines = NULL;
  g_autofree char *padded_within = g_strconcat ("QQ==", png, NULL);
  g_autofree char *foreign = g_strconcat (png, "!", NULL);
  g_autofree char *too_long = g_strnfill (JM_PICTURE_MAX_ENCODED + 4, 'A');
  g_autofree char *longest = g_strnfill (JM_PICTURE_MAX_ENCODED - 44, 'A');
  g_autofree char *long_png = g_strconcat (png, longest, NULL);
  GString *lines = g_string_new ("\n  ");

  for (const char *at = png; *at != '\0'; at++)
    {
      g_string_append_c (lines, *at);
      g_string_append (lines, "\r\n\t ");
    }
  broken_over_lines = g_string_free (lines, FALSE);

  check_passes ("image/png", broken_over_lines, 3, 2);
  check_passes ("image/png", long_png, 3, 2);
  check_stopped ("image/png", "", DAMAGED);
  check_stopped ("image/png", "  ", DAMAGED);
  check_stopped ("image/png", "A", DAMAGED);
  check_stopped ("image/png", "AA=A", DAMAGED);
  check_stopped ("image/png", "====", DAMAGED);
  check_stopped ("image/png", padded_within, DAMAGED);
  check_stopped ("image/png", foreign, DAMAGED);
  check_stopped ("image/png", too_long,
                 "The data of this picture is larger than 6 MiB. A placeholder is drawn, and the data is kept. Put in a smaller "
                 "one.");
}

static void
test_media_type (void)
{
  g_autofree char *png = make_png (3, 2);
  const char *message =
    "This picture is neither PNG, JPEG nor SVG by its media-type. A placeholder is drawn, and the data is kept. Put it in once "
    "more as one of these.";

  check_stopped ("image/gif", png, message);
  check_stopped ("image/PNG", png, message);
  check_stopped ("", png, message);
  check_stopped (NULL, png, message);
}

typedef struct
{
  const char *name;
  const char *body;
  const char *reason;
} Svg;

static const Svg svgs[] = {
  { "shapes", "<g fill='url(#a)'><path d='M0 0'/><use href='#b' xlink:href='#b'/></g><style>path { fill: url( \"#c\" ) }</style>",
    NULL },
  { "drawing-program", "<i:view xmlns:i='urn:inkscape'><i:filter/></i:view><metadata><image/></metadata>", NULL },
  { "image", "<image href='data:image/png;base64,AAAA'/>", NOT_SAFE },
  { "filter", "<filter id='f'><feGaussianBlur stdDeviation='1e9'/></filter>", NOT_SAFE },
  { "filter-attribute", "<g filter='blur(1000px)'/>", NOT_SAFE },
  { "filter-in-style", "<g style='FILTER:blur(9px)'/>", NOT_SAFE },
  { "script", "<script>alert (1)</script>", NOT_SAFE },
  { "event", "<g onclick='alert (1)'/>", NOT_SAFE },
  { "foreign-object", "<foreignObject/>", NOT_SAFE },
  { "animation", "<rect><animate attributeName='x'/></rect>", NOT_SAFE },
  { "use-outwards", "<use href='other.svg#a'/>", NOT_SAFE },
  { "link-outwards", "<a href='https://example.com/'/>", NOT_SAFE },
  { "xlink-outwards", "<use xlink:href='file:///etc/passwd#x'/>", NOT_SAFE },
  { "paint-outwards", "<g fill='url(https://example.com/#a)'/>", NOT_SAFE },
  { "import", "<style>@IMPORT 'x.css';</style>", NOT_SAFE },
  { "import-in-cdata", "<style><![CDATA[@import 'x.css';]]></style>", NOT_SAFE },
  { "import-spelled-otherwise", "<style>@\\69mport 'x.css';</style>", NOT_SAFE },
  { "base", "<g xml:base='https://example.com/'/>", NOT_SAFE },
  { "malformed", "<g>", DAMAGED },
  { "entity", "<text>&x;</text>", DAMAGED },
};

static char *
make_svg (const char *before,
          const char *attributes,
          const char *body)
{
  g_autofree char *text =
    g_strdup_printf ("%s<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' %s>%s</svg>",
                     before, attributes, body);

  return encode (text, strlen (text));
}

static void
test_svg (gconstpointer data)
{
  const Svg *svg = data;
  g_autofree char *base64 = make_svg ("", "width='10' height='20'", svg->body);

  if (svg->reason != NULL)
    check_stopped ("image/svg+xml", base64, svg->reason);
  else
    check_passes ("image/svg+xml", base64, 10, 20);
}

static void
test_svg_size (void)
{
  g_autofree char *box = make_svg ("", "viewBox='0,0 24 12.5'", "");
  g_autofree char *units = make_svg ("", "width='1in' height='72pt'", "");
  g_autofree char *one = make_svg ("", "width='48' viewBox='0 0 24 12'", "");
  g_autofree char *none = make_svg ("", "", "");
  g_autofree char *huge = make_svg ("", "width='1e9' height='1'", "");
  g_autofree char *not_finite = make_svg ("", "width='nan' height='inf'", "");
  g_autofree char *html = encode ("<html/>", 7);

  check_passes ("image/svg+xml", box, 24, 13);
  check_passes ("image/svg+xml", units, 96, 96);
  check_passes ("image/svg+xml", one, 48, 24);
  check_stopped ("image/svg+xml", none, DAMAGED);
  check_stopped ("image/svg+xml", not_finite, DAMAGED);
  check_stopped ("image/svg+xml", html, DAMAGED);
  check_stopped ("image/svg+xml", huge,
                 "This picture is 1000000000 × 1 pixels, and at most 8192 on a side and 25 million in all are drawn. A "
                 "placeholder is drawn, and the data is kept. Put in a smaller one.");
}

static void
test_svg_limits (void)
{
  GString *elements = g_string_new (NULL);
  g_autofree char *blanks = g_strnfill (1024 * 1024, ' ');
  g_autofree char *doctype = make_svg ("<!DOCTYPE svg [<!ENTITY a 'b'>]>", "width='1' height='1'", "");
  g_autofree char *stylesheet = make_svg ("<?xml-stylesheet href='x.css'?>", "width='1' height='1'", "");
  g_autofree char *large = make_svg ("", "width='1' height='1'", blanks);
  g_autofree char *most = NULL;
  g_autofree char *one_more = NULL;

  for (guint i = 0; i < 19999; i++)
    g_string_append (elements, "<g/>");
  most = make_svg ("", "width='1' height='1'", elements->str);
  g_string_append (elements, "<g/>");
  one_more = make_svg ("", "width='1' height='1'", elements->str);
  g_string_free (elements, TRUE);

  check_passes ("image/svg+xml", most, 1, 1);
  check_stopped ("image/svg+xml", one_more, NOT_SAFE);
  check_stopped ("image/svg+xml", doctype, NOT_SAFE);
  check_stopped ("image/svg+xml", stylesheet, NOT_SAFE);
  check_stopped ("image/svg+xml", large,
                 "The data of this picture is larger than 1 MiB. A placeholder is drawn, and the data is kept. Put in a smaller "
                 "one.");
}

/* What takes longer than a moment, written small: each so often, in what is so often. */
static char *
make_bomb (const char *element,
           const char *attributes,
           const char *before,
           const char *after,
           guint       times,
           guint       deep)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint n = 0; n < deep; n++)
    {
      g_string_append_printf (body, "<%s id='a%u' %s>", element, n, attributes);
      for (guint i = 0; i < times; i++)
        if (n > 0)
          g_string_append_printf (body, "%s%u%s", before, n - 1, after);
        else
          g_string_append (body, "<rect width='9' height='9'/>");
      g_string_append_printf (body, "</%s>", element);
    }

  return g_string_free (g_steal_pointer (&body), FALSE);
}

static void
check_svg (const char *attributes,
           const char *body,
           gboolean    passes)
{
  g_autofree char *base64 = make_svg ("", attributes, body);
  g_autofree char *reason = NULL;

  g_assert_cmpint (jm_picture_check ("image/svg+xml", base64, NULL, NULL, &reason), ==, passes);
  if (!passes)
    g_assert_cmpstr (reason, ==, NOT_SAFE);
}

#define SMALL "width='100' height='100'"
#define LARGE "width='8000' height='3000'"

static void
test_svg_work (void)
{
  g_autofree char *uses = make_bomb ("g", "", "<use href='#a", "'/>", 10, 8);
  g_autofree char *few_uses = make_bomb ("g", "", "<use href='#a", "'/>", 10, 3);
  g_autofree char *masks = make_bomb ("mask", "", "<rect width='9' height='9' mask='url(#a", ")'/>", 2, 30);
  g_autofree char *mask_chain = make_bomb ("mask", "", "<rect width='9' height='9' mask=' url( \"#a", "\" )'/>", 1, 12);
  g_autofree char *patterns = make_bomb ("pattern", "width='1' height='1'", "<rect width='9' height='9' fill='url(#a", ")'/>", 4, 12);
  g_autofree char *clips = make_bomb ("clipPath", "", "<rect width='9' height='9' clip-path='url(#a", ")'/>", 3, 14);
  g_autofree char *styled = make_bomb ("mask", "", "<rect width='9' height='9' style='MASK: URL(#a", ")'/>", 2, 30);
  g_autofree char *layers = make_bomb ("g", "opacity='.9'", "<use href='#a", "'/>", 1, 50);
  g_autofree char *letters = g_strnfill (60000, 'x');
  g_autofree char *text = g_strconcat ("<text>", letters, "</text>", NULL);
  g_autofree char *blanks = g_strnfill (60000, ' ');
  g_autofree char *spaced = g_strconcat ("<text>", blanks, "</text>", NULL);
  g_autoptr (GString) families = g_string_new (NULL);
  g_autoptr (GString) points = g_string_new (NULL);
  g_autoptr (GString) sheet = g_string_new ("<style>");
  g_autofree char *markers = NULL;
  g_autofree char *sheeted = NULL;

  for (guint n = 0; n < 3000; n++)
    g_string_append_printf (families, "<text font-family='f%u'>a</text>", n);
  for (guint n = 0; n < 5000; n++)
    g_string_append (points, "1 1 2 2 ");
  markers = g_strdup_printf ("<marker id='m'>%s</marker><polyline marker-mid='url(#m)' points='%s'/>", few_uses, points->str);
  for (guint n = 0; n < 20000; n++)
    g_string_append_printf (sheet, "g~g~.a%u{fill:red}", n);
  g_string_append (sheet, "</style>");
  for (guint n = 0; n < 15000; n++)
    g_string_append (sheet, "<g/>");
  sheeted = g_strconcat ("<style>rect{mask:url(#a29)}</style>", masks, NULL);

  check_svg (SMALL, uses, FALSE);
  check_svg (SMALL, few_uses, TRUE);
  check_svg (SMALL, masks, FALSE);
  check_svg (SMALL, styled, FALSE);
  check_svg (SMALL, sheeted, FALSE);
  check_svg (SMALL, mask_chain, TRUE);
  check_svg (LARGE, mask_chain, FALSE);
  check_svg (SMALL, patterns, FALSE);
  check_svg (SMALL, clips, FALSE);
  check_svg (LARGE, layers, FALSE);
  check_svg (SMALL, text, FALSE);
  check_svg (SMALL, spaced, TRUE);
  check_svg (SMALL, families->str, FALSE);
  check_svg (SMALL, markers, FALSE);
  check_svg (SMALL, sheet->str, FALSE);
  check_svg (SMALL, "<path d='M0 0H99' stroke-dasharray='2 1'/>", TRUE);
  check_svg (SMALL, "<path d='M0 0H1e7' stroke-dasharray='1'/>", FALSE);
  check_svg (SMALL, "<g style='stroke-DASHARRAY:1px'><path d='M0 0H1e7'/></g>", FALSE);
  check_svg (SMALL, "<style>path{stroke-dasharray:.001,.001}</style><path d='M0 0H10000'/>", FALSE);
  check_svg (SMALL, "<path id='p' d='M0 0H1e7'/><use href='#p' stroke-dasharray='1'/>", FALSE);
  check_svg (SMALL, "<path stroke-dasharray='.01%' d='M0 0H1e5'/>", FALSE);
  /* Around in a circle, which librsvg notices. */
  check_svg (SMALL, "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>", TRUE);
}

/* A JPEG may be a hundred thousand scans over the same large picture, each of which takes a decoder as long as the first. */
static void
test_jpeg_scans (void)
{
  static const guint8 start[] = { 0xff, 0xd8, 0xff, 0xc2, 0, 8, 8, 0, 9, 0, 9, 1 };
  static const guint8 scan[] = { 0xff, 0xda, 0, 2, 0x55 };

  for (guint n_scans = 20; n_scans <= 2000; n_scans *= 100)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autofree char *base64 = NULL;

      g_byte_array_append (bytes, start, sizeof start);
      for (guint n = 0; n < n_scans; n++)
        g_byte_array_append (bytes, scan, sizeof scan);
      base64 = encode (bytes->data, bytes->len);
      if (n_scans == 20)
        check_passes ("image/jpeg", base64, 9, 9);
      else
        check_stopped ("image/jpeg", base64, DAMAGED);
    }
}

static void
check_file (GFile      *file,
            const char *message)
{
  g_autoptr (GError) error = NULL;
  JmItem *picture = jm_picture_read_file (file, &error);

  if (message == NULL)
    {
      g_assert_no_error (error);
      jm_item_unref (picture);
    }
  else
    {
      g_assert_null (picture);
      g_assert_cmpstr (error->message, ==, message);
    }
}

/* What is dropped may be a pipe that nobody ever writes to, or any file at all: none is waited for, or read to its end. */
static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("journeymap-picture-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "photo.png", NULL);
  g_autofree char *base64 = make_png (400, 300);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) in = g_file_new_for_path (folder);
  g_autofree guchar *data = NULL;
  gsize length;

  data = g_base64_decode (base64, &length);
  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) length, NULL));
  check_file (file, NULL);

  g_assert_cmpint (truncate (path, 5 * 1024 * 1024), ==, 0);
  check_file (file, "A picture may be 4.5 MB large. Make it smaller first, or take a photo of less detail.");

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  check_file (file, "A picture must be a PNG, JPEG or SVG file.");
  check_file (in, "A picture must be a PNG, JPEG or SVG file.");

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/picture/png", test_png);
  g_test_add_func ("/format/picture/jpeg", test_jpeg);
  g_test_add_func ("/format/picture/base64", test_base64);
  g_test_add_func ("/format/picture/media-type", test_media_type);
  g_test_add_func ("/format/picture/svg-size", test_svg_size);
  g_test_add_func ("/format/picture/svg-limits", test_svg_limits);
  g_test_add_func ("/format/picture/svg-work", test_svg_work);
  g_test_add_func ("/format/picture/jpeg-scans", test_jpeg_scans);
  g_test_add_func ("/format/picture/file", test_file);
  for (guint i = 0; i < G_N_ELEMENTS (svgs); i++)
    {
      g_autofree char *path = g_strconcat ("/format/picture/svg/", svgs[i].name, NULL);

      g_test_add_data_func (path, &svgs[i], test_svg);
    }

  return g_test_run ();
}
