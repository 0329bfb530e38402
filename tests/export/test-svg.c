/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scene as SVG: what is in the file, and what never is. */
#include "scenes.h"
#include "svg-checks.h"

#include "export/jm-raster.h"
#include "export/jm-svg.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static GBytes *
write_scene (JmScene  *scene,
             gboolean  outlines)
{
  JmSvgOptions        options = { .outlines = outlines };
  g_autoptr (GError)  error = NULL;
  GBytes             *svg = jm_svg_write (scene, &options, &error);

  g_assert_no_error (error);

  return svg;
}

/* What differs is left behind, for whoever must decide which of the two is right. */
static void
test_golden (gconstpointer data)
{
  const NamedScene   *named = data;
  g_autoptr (JmScene) scene = named->make ();
  g_autoptr (GBytes)  svg = write_scene (scene, FALSE);
  g_autofree char    *file = g_strconcat (named->name, ".svg", NULL);
  g_autofree char    *expected_path = g_test_build_filename (G_TEST_DIST, "export", "golden", file, NULL);
  g_autofree char    *folder = g_test_build_filename (G_TEST_BUILT, "export", "golden", NULL);
  g_autofree char    *actual_path = g_build_filename (folder, file, NULL);
  g_autofree char    *expected = NULL;
  gsize               expected_length = 0;
  gsize               length;
  const char         *actual = g_bytes_get_data (svg, &length);

  if (g_file_get_contents (expected_path, &expected, &expected_length, NULL) &&
      length == expected_length && memcmp (actual, expected, length) == 0)
    {
      g_remove (actual_path);
      return;
    }

  g_assert_cmpint (g_mkdir_with_parents (folder, 0777), ==, 0);
  g_assert_true (g_file_set_contents (actual_path, actual, (gssize) length, NULL));
  g_test_message ("compare: diff -u %s %s", expected_path, actual_path);
  g_test_fail ();
}

static void
test_sound (gconstpointer data)
{
  const NamedScene *named = data;

  for (int outlines = 0; outlines < 2; outlines++)
    {
      g_autoptr (JmScene)      scene = named->make ();
      g_autoptr (GBytes)       svg = write_scene (scene, outlines);
      g_autoptr (SvgDocument)  document = svg_parse (svg);

      svg_assert_sound (document);
      if (outlines)
        g_assert_cmpuint (svg_count (document, "text"), ==, 0);
    }
}

static void
assert_words (const char *text,
              const char *expected)
{
  g_autoptr (JmScene)      scene = scene_with_body (group_with_text (text, 10, 100, FALSE));
  g_autoptr (GBytes)       svg = write_scene (scene, FALSE);
  g_autoptr (SvgDocument)  document = svg_parse (svg);
  xmlNode                 *node = xmlDocGetRootElement (document)->last;
  char                    *content;

  while (node->type != XML_ELEMENT_NODE)
    node = node->prev;
  g_assert_cmpstr ((const char *) node->name, ==, "text");
  content = (char *) xmlNodeGetContent (node);
  g_assert_cmpstr (content, ==, expected);
  xmlFree (content);
}

static void
test_text (void)
{
  /* To the character, whatever it means to XML. */
  assert_words ("<b>&amp;</b> \"'", "<b>&amp;</b> \"'");
  assert_words (" two  blanks ", " two  blanks ");
  assert_words ("one\ttwo\nthree\rfour", "one\ttwo\nthree\rfour");
  assert_words ("日本語 🙂 ﷽", "日本語 🙂 ﷽");
  /* But for what XML cannot hold. */
  assert_words ("a\x01" "b\x0b" "c\xef\xbf\xbe" "d\xef\xbf\xbd", "abcd\xef\xbf\xbd");
  /* A change of direction ends with the text that began it. */
  assert_words ("\xe2\x80\xae" "abc", "\xe2\x80\xae" "abc\xe2\x80\xac");
  assert_words ("\xe2\x81\xa8" "abc", "\xe2\x81\xa8" "abc\xe2\x81\xa9");
  assert_words ("\xe2\x81\xa8" "abc\xe2\x81\xa9", "\xe2\x81\xa8" "abc\xe2\x81\xa9");
  assert_words ("\xe2\x80\xab\xe2\x81\xa6" "abc\xe2\x80\xac", "\xe2\x80\xab\xe2\x81\xa6" "abc\xe2\x80\xac\xe2\x81\xa9\xe2\x80\xac");
  assert_words ("…\xe2\x82\xac", "…\xe2\x82\xac");
}

static void
test_many_directions (void)
{
  GString             *text = g_string_new (NULL);
  g_autofree char     *expected = NULL;

  /* Deeper than the algorithm goes: closed as deep as it goes. */
  for (int i = 0; i < 1000; i++)
    g_string_append (text, "\xe2\x80\xaa");
  expected = g_strdup (text->str);
  for (int i = 0; i < 125; i++)
    {
      g_autofree char *before = g_steal_pointer (&expected);

      expected = g_strconcat (before, "\xe2\x80\xac", NULL);
    }
  assert_words (text->str, expected);
  g_string_free (text, TRUE);
}

static void
assert_number (double      number,
               const char *expected)
{
  JmGroupBuilder      *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  g_autoptr (JmScene)  scene = NULL;
  g_autoptr (GBytes)   svg = NULL;
  g_autofree char     *attribute = g_strdup_printf (" font-size=\"%s\"", expected);

  jm_group_builder_add_text (builder, "x", -1, (JmFont) { (float) number, 400, FALSE }, (JmColor) { 0, 0, 0, 255 },
                             number, 0, 10, FALSE);
  scene = scene_with_body (jm_group_builder_end (builder));
  svg = write_scene (scene, FALSE);
  if (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), attribute) == NULL)
    g_error ("%g is not written as %s: %.*s", number, expected,
             (int) g_bytes_get_size (svg), (const char *) g_bytes_get_data (svg, NULL));
}

static void
test_numbers (void)
{
  assert_number (12, "12");
  assert_number (12.5, "12.5");
  assert_number (12.25, "12.25");
  assert_number (0.5, ".5");
  assert_number (0.06, ".06");
  assert_number (-0.5, "-.5");
  assert_number (1234567, "1234567");
  assert_number (11.999, "12");
  assert_number (-0.001, "0");
  assert_number (NAN, "0");
  assert_number (INFINITY, "0");
}

/* The ink of a text must lie where the scene says: x to x + width, whichever way it runs. */
static void
assert_ink_in_box (const char *text,
                   gboolean    rtl)
{
  g_autoptr (JmType)   type = jm_type_new ();
  JmFont               font = { 20, 400, FALSE };
  double               width = jm_type_measure (type, font, text);
  g_autoptr (JmScene)  scene = scene_with_body (group_with_text (text, 100, width, rtl));
  g_autoptr (GBytes)   svg = write_scene (scene, FALSE);
  g_autoptr (GError)   error = NULL;
  cairo_surface_t     *surface = jm_raster_thumbnail (svg, 400, 200, &error);
  const guchar        *data;
  int                  stride, left = 400, right = 0;

  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 400);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < 200; y++)
    {
      for (int x = 0; x < 400; x++)
        {
          guint32 pixel;

          memcpy (&pixel, data + y * stride + x * 4, 4);
          if ((pixel & 0xff) < 128)
            {
              left = MIN (left, x);
              right = MAX (right, x);
            }
        }
    }
  cairo_surface_destroy (surface);

  g_assert_cmpint (abs (left - 100), <=, 4);
  g_assert_cmpfloat (fabs (right + 1 - (100 + width)), <=, 4);
}

static void
test_direction (void)
{
  assert_ink_in_box ("Hello (abc)", FALSE);
  assert_ink_in_box ("שלום עולם (abc)", TRUE);
  assert_ink_in_box ("مرحبا بالعالم", TRUE);
  /* A paragraph of the other direction than its letters. */
  assert_ink_in_box ("abc", TRUE);
}

/* How far two pictures of a scene lie apart on average, in levels of a channel. Large, because cairo puts glyphs at whole
 * pixels and outlines where they are. */
static double
compare (GBytes *a,
         GBytes *b)
{
  cairo_surface_t *one = jm_raster_thumbnail (a, 3200, 1600, NULL);
  cairo_surface_t *other = jm_raster_thumbnail (b, 3200, 1600, NULL);
  gsize            length;
  const guchar    *one_data, *other_data;
  double           sum = 0;

  g_assert_true (one != NULL && other != NULL);
  length = (gsize) cairo_image_surface_get_stride (one) * 1600;
  one_data = cairo_image_surface_get_data (one);
  other_data = cairo_image_surface_get_data (other);
  for (gsize i = 0; i < length; i++)
    sum += abs (one_data[i] - other_data[i]);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);

  return sum / length;
}

static void
test_outlines (void)
{
  const struct
  {
    const char *text;
    gboolean    rtl;
  } lines[] = {
    { "Stoel uitproberen: & \"meer\"", FALSE },
    { "שלום (abc).", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (JmType)       type = jm_type_new ();
      double                   width = jm_type_measure (type, (JmFont) { 20, 400, FALSE }, lines[i].text);
      g_autoptr (JmScene)      scene = scene_with_body (group_with_text (lines[i].text, 20, width, lines[i].rtl));
      g_autoptr (JmScene)      empty = scene_with_body (group_with_text (" ", 20, 5, FALSE));
      g_autoptr (GBytes)       with_text = write_scene (scene, FALSE);
      g_autoptr (GBytes)       with_outlines = write_scene (scene, TRUE);
      g_autoptr (GBytes)       with_nothing = write_scene (empty, FALSE);
      g_autoptr (SvgDocument)  document = svg_parse (with_outlines);
      g_autofree char         *words = svg_get_words (document);
      g_autofree char         *expected = without_space (lines[i].text);

      g_assert_cmpuint (svg_count (document, "text"), ==, 0);
      g_assert_cmpstr (words, ==, expected);
      /* Not the same renderer, so not the same edges; but the same shapes in the same places. */
      g_assert_cmpfloat (compare (with_text, with_outlines), <, 0.1 * compare (with_text, with_nothing));
    }
}

/* 1 by 1 pixel, red. */
#define TINY_PNG \
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"

static JmScene *
scene_with_picture (const char *media_type,
                    const char *base64)
{
  JmGroupBuilder    *builder = jm_group_builder_new (JM_ROLE_PICTURE, "pic1", NULL);
  g_autoptr (JmItem) picture = jm_item_new_text (JM_KIND_PICTURE, base64);

  if (media_type != NULL)
    jm_item_set (picture, JM_ATTR_MEDIA_TYPE, media_type);
  jm_item_set (picture, JM_ATTR_ALT, "The chair by the window");
  jm_item_seal (picture);
  jm_group_builder_set_label (builder, "Picture, The chair by the window", NULL);
  jm_group_builder_add_picture (builder, picture, jm_rect (20, 20, 200, 100), 8, TRUE);

  return scene_with_body (jm_group_builder_end (builder));
}

static void
test_picture (void)
{
  g_autoptr (JmScene)      scene = scene_with_picture ("image/png", "\n  " TINY_PNG "\n");
  g_autoptr (GBytes)       svg = write_scene (scene, FALSE);
  g_autoptr (SvgDocument)  document = svg_parse (svg);
  g_autoptr (GError)       error = NULL;
  cairo_surface_t         *surface;
  guint32                  pixel;

  svg_assert_sound (document);
  g_assert_cmpuint (svg_count (document, "image"), ==, 1);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg),
                                  "\"data:image/png;base64," TINY_PNG "\""));

  surface = jm_raster_thumbnail (svg, 400, 200, &error);
  g_assert_no_error (error);
  memcpy (&pixel, cairo_image_surface_get_data (surface) + 70 * cairo_image_surface_get_stride (surface) + 4 * 120, 4);
  g_assert_cmphex (pixel, ==, 0xffff0000);
  cairo_surface_destroy (surface);
}

/* What may not be decoded is not in the file at all; its words are. */
static void
test_refused_picture (void)
{
  const struct
  {
    const char *media_type;
    const char *base64;
  } pictures[] = {
    { NULL, TINY_PNG },
    { "text/html", TINY_PNG },
    { "image/png\" onload=\"alert(1)", TINY_PNG },
    { "image/png", "not base64 at all" },
    { "image/png", "" },
    { "image/svg+xml", "PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (JmScene)      scene = scene_with_picture (pictures[i].media_type, pictures[i].base64);
      g_autoptr (GBytes)       svg = write_scene (scene, FALSE);
      g_autoptr (SvgDocument)  document = svg_parse (svg);
      g_autofree char         *words = svg_get_words (document);

      svg_assert_sound (document);
      g_assert_cmpuint (svg_count (document, "image"), ==, 0);
      g_assert_cmpstr (words, ==, "Thechairbythewindow");
    }
}

static void
test_same_bytes (void)
{
  for (gsize i = 0; i < n_named_scenes; i++)
    {
      g_autoptr (JmScene)  one = named_scenes[i].make ();
      g_autoptr (JmScene)  other = named_scenes[i].make ();
      g_autoptr (GBytes)   one_svg = write_scene (one, FALSE);
      g_autoptr (GBytes)   other_svg = write_scene (other, FALSE);

      g_assert_true (g_bytes_equal (one_svg, other_svg));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < n_named_scenes; i++)
    {
      g_autofree char *golden = g_strconcat ("/svg/golden/", named_scenes[i].name, NULL);
      g_autofree char *sound = g_strconcat ("/svg/sound/", named_scenes[i].name, NULL);

      g_test_add_data_func (golden, &named_scenes[i], test_golden);
      g_test_add_data_func (sound, &named_scenes[i], test_sound);
    }
  g_test_add_func ("/svg/text", test_text);
  g_test_add_func ("/svg/many-directions", test_many_directions);
  g_test_add_func ("/svg/numbers", test_numbers);
  g_test_add_func ("/svg/direction", test_direction);
  g_test_add_func ("/svg/outlines", test_outlines);
  g_test_add_func ("/svg/picture", test_picture);
  g_test_add_func ("/svg/refused-picture", test_refused_picture);
  g_test_add_func ("/svg/same-bytes", test_same_bytes);

  return g_test_run ();
}
