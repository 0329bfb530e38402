/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing an SVG: sizes, what the files say about themselves, and what is said when it cannot be done. */
#include "export/jm-export.h"
#include "export/jm-raster.h"

#include <string.h>

/* A picture of 30 by 20.5 units, red on the left and blue on the right, with a word in it. */
#define HEAD "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20.5' font-family='sans-serif'>"
#define FULL HEAD "<rect width='15' height='20.5' fill='#f00'/><rect x='15' width='15' height='20.5' fill='#00f'/>" \
  "<text x='2' y='10' font-size='4' fill='#fff'>Reis</text></svg>"

static GBytes *
svg_from (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static guint32
read_big_endian (const guchar *at)
{
  guint32 number;

  memcpy (&number, at, 4);

  return GUINT32_FROM_BE (number);
}

/* The data of the first chunk of this type. */
static const guchar *
find_chunk (GBytes     *png,
            const char *type,
            guint32    *chunk_length)
{
  gsize         length;
  const guchar *data = g_bytes_get_data (png, &length);

  g_assert_cmpuint (length, >, 8);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);

  for (gsize at = 8; at + 12 <= length; at += *chunk_length + 12)
    {
      *chunk_length = read_big_endian (data + at);
      if (memcmp (data + at + 4, type, 4) == 0)
        return data + at + 8;
    }

  return NULL;
}

static GBytes *
make_png (const char *text,
          double      scale)
{
  g_autoptr (GBytes)  svg = svg_from (text);
  g_autoptr (GError)  error = NULL;
  GBytes             *png = jm_raster_png (svg, "Reis – 旅", scale, &error);

  g_assert_no_error (error);

  return png;
}

typedef struct
{
  GBytes *bytes;
  gsize   at;
} Reader;

static cairo_status_t
read_cb (void          *closure,
         unsigned char *to,
         unsigned int   length)
{
  Reader *reader = closure;

  if (reader->at + length > g_bytes_get_size (reader->bytes))
    return CAIRO_STATUS_READ_ERROR;

  memcpy (to, (const guchar *) g_bytes_get_data (reader->bytes, NULL) + reader->at, length);
  reader->at += length;

  return CAIRO_STATUS_SUCCESS;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  guint32 pixel;

  memcpy (&pixel, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x, 4);

  return pixel;
}

static void
test_png (void)
{
  g_autoptr (GBytes)  png = make_png (FULL, 2);
  Reader              reader = { png, 0 };
  cairo_surface_t    *surface;
  const guchar       *chunk;
  guint32             length;

  chunk = find_chunk (png, "IHDR", &length);
  g_assert_cmpuint (read_big_endian (chunk), ==, 60);
  g_assert_cmpuint (read_big_endian (chunk + 4), ==, 41);
  /* Eight bits of red, green and blue: a picture that covers everything has no alpha. */
  g_assert_cmpuint (chunk[8], ==, 8);
  g_assert_cmpuint (chunk[9], ==, 2);

  /* Twice as sharp, not twice as large: 192 pixels an inch. */
  chunk = find_chunk (png, "pHYs", &length);
  g_assert_nonnull (chunk);
  g_assert_cmpuint (read_big_endian (chunk), ==, 7559);
  g_assert_cmpuint (chunk[8], ==, 1);

  chunk = find_chunk (png, "iTXt", &length);
  g_assert_nonnull (chunk);
  g_assert_nonnull (g_strstr_len ((const char *) chunk + 10, length - 10, "Reis – 旅"));

  surface = cairo_image_surface_create_from_png_stream (read_cb, &reader);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmphex (get_pixel (surface, 1, 1) & 0xffffff, ==, 0xff0000);
  g_assert_cmphex (get_pixel (surface, 58, 39) & 0xffffff, ==, 0x0000ff);
  cairo_surface_destroy (surface);
}

/* A map that is half a pixel higher fills that pixel. */
static void
test_png_edge (void)
{
  g_autoptr (GBytes)  png = make_png (FULL, 1);
  Reader              reader = { png, 0 };
  cairo_surface_t    *surface = cairo_image_surface_create_from_png_stream (read_cb, &reader);

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 30);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 21);
  g_assert_cmphex (get_pixel (surface, 1, 20), ==, 0xffff0000);
  cairo_surface_destroy (surface);
}

static void
test_png_translucent (void)
{
  g_autoptr (GBytes)  png = make_png (HEAD "<rect width='15' height='21' fill='#f80' fill-opacity='.5'/></svg>", 1);
  Reader              reader = { png, 0 };
  cairo_surface_t    *surface = cairo_image_surface_create_from_png_stream (read_cb, &reader);
  const guchar       *chunk;
  guint32             length;

  chunk = find_chunk (png, "IHDR", &length);
  g_assert_cmpuint (chunk[9], ==, 6);
  g_assert_cmphex (get_pixel (surface, 1, 1), ==, 0x80804400);
  g_assert_cmphex (get_pixel (surface, 20, 1), ==, 0);
  cairo_surface_destroy (surface);
}

static void
assert_refused (const char *text,
                double      scale,
                int         code,
                const char *part)
{
  g_autoptr (GBytes)  svg = svg_from (text);
  g_autoptr (GError)  error = NULL;
  g_autoptr (GBytes)  png = jm_raster_png (svg, NULL, scale, &error);

  g_assert_null (png);
  g_assert_error (error, JM_EXPORT_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in: %s", part, error->message);
}

static void
test_refused (void)
{
  const char *long_map = "<svg xmlns='http://www.w3.org/2000/svg' width='1680000' height='900'/>";
  const char *large_map = "<svg xmlns='http://www.w3.org/2000/svg' width='20000' height='20000'/>";
  g_autoptr (GBytes) fits = NULL;

  /* The scale that is offered is one that works. */
  assert_refused (long_map, 1, JM_EXPORT_ERROR_TOO_LARGE, "1680000 × 900 pixels");
  assert_refused (long_map, 1, JM_EXPORT_ERROR_TOO_LARGE, "at most 0.019,");
  fits = make_png (long_map, 0.019);
  assert_refused (long_map, 0.02, JM_EXPORT_ERROR_TOO_LARGE, "at most 0.019,");
  assert_refused (FULL, 1100, JM_EXPORT_ERROR_TOO_LARGE, "at most 660,");
  assert_refused (large_map, 1, JM_EXPORT_ERROR_TOO_LARGE, "at most 0.81,");
  assert_refused (FULL, 1e300, JM_EXPORT_ERROR_TOO_LARGE, "at most 660,");

  assert_refused (FULL, 0, JM_EXPORT_ERROR_FAILED, "must be more than 0");
  assert_refused (FULL, -1, JM_EXPORT_ERROR_FAILED, "must be more than 0");
  assert_refused ("no svg", 1, JM_EXPORT_ERROR_FAILED, "could not be drawn");
  assert_refused ("<svg xmlns='http://www.w3.org/2000/svg'>", 1, JM_EXPORT_ERROR_FAILED, "could not be drawn");
}

static gboolean
holds (GBytes     *bytes,
       const char *part)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, part, strlen (part)) != NULL;
}

static void
test_pdf (void)
{
  g_autoptr (GBytes)  svg = svg_from (FULL);
  g_autoptr (GError)  error = NULL;
  g_autoptr (GBytes)  pdf = jm_raster_pdf (svg, "Een reis", &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));
  /* A unit is 0.75 point. */
  g_assert_true (holds (pdf, "/MediaBox [ 0 0 22.5 15.375 ]"));
  g_assert_true (holds (pdf, "/Title (Een reis)"));
  g_assert_true (holds (pdf, "/Creator (JourneyMap "));
  /* Letters with a way back to text: it can be selected, searched and read aloud. */
  g_assert_true (holds (pdf, "/ToUnicode"));
}

/* 500 phases side by side: a page that every reader of PDF can show. */
static void
test_pdf_long (void)
{
  g_autoptr (GBytes)  svg = svg_from ("<svg xmlns='http://www.w3.org/2000/svg' width='1680000' height='840'/>");
  g_autoptr (GError)  error = NULL;
  g_autoptr (GBytes)  pdf = jm_raster_pdf (svg, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (holds (pdf, "/MediaBox [ 0 0 14400 7.2 ]"));
}

static void
assert_thumbnail (int width,
                  int height,
                  int expected_width,
                  int expected_height)
{
  g_autoptr (GBytes)  svg = svg_from (FULL);
  g_autoptr (GError)  error = NULL;
  cairo_surface_t    *surface = jm_raster_thumbnail (svg, width, height, &error);

  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, expected_width);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, expected_height);
  /* All of it is picture, up to the edges. */
  if (expected_width > 1)
    {
      g_assert_cmphex (get_pixel (surface, 0, 0), ==, 0xffff0000);
      g_assert_cmphex (get_pixel (surface, expected_width - 1, expected_height - 1), ==, 0xff0000ff);
    }
  cairo_surface_destroy (surface);
}

static void
test_thumbnail (void)
{
  assert_thumbnail (300, 300, 300, 205);
  assert_thumbnail (300, 41, 60, 41);
  assert_thumbnail (15, 100, 15, 10);
  assert_thumbnail (2, 1, 1, 1);
}

static void
test_draw (void)
{
  g_autoptr (GBytes)  svg = svg_from (FULL);
  g_autoptr (GError)  error = NULL;
  cairo_surface_t    *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
  cairo_t            *cr = cairo_create (surface);

  g_assert_true (jm_raster_draw (svg, cr, jm_rect (10, 20, 60, 61), &error));
  g_assert_no_error (error);
  /* In the middle, not stretched: 41 high in 61. */
  g_assert_cmphex (get_pixel (surface, 12, 28), ==, 0);
  g_assert_cmphex (get_pixel (surface, 12, 32), ==, 0xffff0000);
  g_assert_cmphex (get_pixel (surface, 68, 69), ==, 0xff0000ff);
  g_assert_cmphex (get_pixel (surface, 68, 72), ==, 0);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/raster/png", test_png);
  g_test_add_func ("/raster/png-edge", test_png_edge);
  g_test_add_func ("/raster/png-translucent", test_png_translucent);
  g_test_add_func ("/raster/refused", test_refused);
  g_test_add_func ("/raster/pdf", test_pdf);
  g_test_add_func ("/raster/pdf-long", test_pdf_long);
  g_test_add_func ("/raster/thumbnail", test_thumbnail);
  g_test_add_func ("/raster/draw", test_draw);

  return g_test_run ();
}
