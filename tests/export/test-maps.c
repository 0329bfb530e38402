/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every example and template as SVG, in every style: sound, complete, and the same each time. */
#include "svg-checks.h"

#include "export/jm-export.h"
#include "export/jm-svg.h"
#include "format/jm-read.h"
#include "scene/jm-composer.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char    *path;
  JmStyle  style;
} Case;

static void
free_case (gpointer data)
{
  Case *self = data;

  g_free (self->path);
  g_free (self);
}

static JmMap *
read_map (const Case *self)
{
  g_autoptr (GError)  error = NULL;
  JmMap              *map = jm_read_file (self->path, NULL, &error);

  g_assert_no_error (error);

  return map;
}

static GBytes *
export (const Case *self,
        JmMap      *map,
        gboolean    outlines)
{
  JmComposeOptions     compose_options = { .style = self->style };
  JmSvgOptions         options = { .outlines = outlines };
  g_autoptr (JmScene)  scene = jm_scene_new (map, &compose_options);
  g_autoptr (GError)   error = NULL;
  GBytes              *svg = jm_svg_write (scene, &options, &error);

  g_assert_no_error (error);

  return svg;
}

static void
test_sound (gconstpointer data)
{
  const Case               *self = data;
  g_autoptr (JmMap)         map = read_map (self);
  g_autoptr (GBytes)        svg = export (self, map, FALSE);
  g_autoptr (SvgDocument)   document = svg_parse (svg);

  svg_assert_sound (document);
}

/* A lane that is drawn, by its kind or by its id. */
static gboolean
shows (JmMap      *map,
       const char *name)
{
  JmItem *root = jm_map_get_root (map);
  JmItem *lane;
  guint   cursor = 0;

  while ((lane = jm_item_next (root, JM_KIND_LANE, &cursor)) != NULL)
    {
      if (g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), name) == 0 || g_strcmp0 (jm_item_get_id (lane), name) == 0)
        return !jm_item_get_boolean (lane, JM_ATTR_HIDDEN);
    }

  return FALSE;
}

static void
assert_words (const char *words,
              const char *text)
{
  g_autofree char *expected = without_space (text);

  if (strstr (words, expected) == NULL)
    g_error ("“%s” is not in the picture: %s", text, words);
}

static void
assert_children (const char *words,
                 JmItem     *parent,
                 JmKind      kind)
{
  JmItem *item;
  guint   cursor = 0;

  while ((item = jm_item_next (parent, kind, &cursor)) != NULL)
    assert_words (words, jm_item_get_text (item));
}

static void
assert_notes (const char *words,
              JmMap      *map,
              JmItem     *parent)
{
  JmItem *note;
  guint   cursor = 0;

  while ((note = jm_item_next (parent, JM_KIND_NOTE, &cursor)) != NULL)
    {
      if (shows (map, jm_item_get (note, JM_ATTR_LANE)))
        assert_words (words, jm_item_get_text (note));
    }
}

static void
assert_touchpoint (const char *words,
                   JmMap      *map,
                   JmItem     *touchpoint)
{
  assert_words (words, jm_item_get_part (touchpoint, JM_KIND_TITLE));
  assert_words (words, jm_item_get_part (touchpoint, JM_KIND_DESCRIPTION));
  assert_notes (words, map, touchpoint);
  if (shows (map, "emotion"))
    assert_children (words, touchpoint, JM_KIND_EMOTION);
  if (shows (map, "pain-points"))
    assert_children (words, touchpoint, JM_KIND_PAIN_POINT);
  if (shows (map, "opportunities"))
    assert_children (words, touchpoint, JM_KIND_OPPORTUNITY);
  if (shows (map, "thoughts"))
    assert_children (words, touchpoint, JM_KIND_THOUGHT);
  if (shows (map, "channels") && jm_item_get (touchpoint, JM_ATTR_CHANNEL) != NULL)
    assert_words (words, jm_item_get_part (jm_map_find (map, jm_item_get (touchpoint, JM_ATTR_CHANNEL)), JM_KIND_TITLE));
}

/* Nothing that someone wrote is missing from the picture, however its lines were broken. */
static void
test_complete (gconstpointer data)
{
  const Case               *self = data;
  g_autoptr (JmMap)         map = read_map (self);
  g_autoptr (GBytes)        svg = export (self, map, FALSE);
  g_autoptr (SvgDocument)   document = svg_parse (svg);
  g_autofree char          *words = svg_get_words (document);
  JmItem                   *root = jm_map_get_root (map);
  JmItem                   *item;
  guint                     cursor = 0;

  assert_words (words, jm_item_get_part (root, JM_KIND_TITLE));
  assert_words (words, jm_item_get_part (root, JM_KIND_SCENARIO));

  while ((item = jm_item_next (root, JM_KIND_PERSONA, &cursor)) != NULL)
    assert_words (words, jm_item_get_part (item, JM_KIND_NAME));

  cursor = 0;
  while ((item = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      JmItem *touchpoint;
      guint   inner = 0;

      assert_words (words, jm_item_get_part (item, JM_KIND_TITLE));
      assert_notes (words, map, item);
      if (shows (map, "measures"))
        assert_children (words, item, JM_KIND_MEASURE);
      while ((touchpoint = jm_item_next (item, JM_KIND_TOUCHPOINT, &inner)) != NULL)
        assert_touchpoint (words, map, touchpoint);
    }
}

static void
test_outlines (gconstpointer data)
{
  const Case               *self = data;
  g_autoptr (JmMap)         map = read_map (self);
  g_autoptr (GBytes)        text_svg = export (self, map, FALSE);
  g_autoptr (GBytes)        outlines_svg = export (self, map, TRUE);
  g_autoptr (SvgDocument)   text = svg_parse (text_svg);
  g_autoptr (SvgDocument)   outlines = svg_parse (outlines_svg);
  g_autofree char          *text_words = svg_get_words (text);
  g_autofree char          *outlines_words = svg_get_words (outlines);

  svg_assert_sound (outlines);
  g_assert_cmpuint (svg_count (outlines, "text"), ==, 0);
  g_assert_cmpstr (outlines_words, ==, text_words);
}

static void
test_same_bytes (gconstpointer data)
{
  const Case         *self = data;
  g_autoptr (JmMap)   one = read_map (self);
  g_autoptr (JmMap)   other = read_map (self);
  g_autoptr (GBytes)  one_svg = export (self, one, FALSE);
  g_autoptr (GBytes)  other_svg = export (self, other, FALSE);

  g_assert_true (g_bytes_equal (one_svg, other_svg));
}

/* As pixels and as pages, too: of the size of the map, at half of it for the pixels, which takes less time. */
static void
test_drawn (gconstpointer data)
{
  const Case          *self = data;
  g_autoptr (JmMap)    map = read_map (self);
  JmExportOptions      options = { .style = self->style, .scale = 0.5 };
  JmComposeOptions     compose_options = { .style = self->style };
  g_autoptr (JmScene)  scene = jm_scene_new (map, &compose_options);
  g_autoptr (GError)   error = NULL;
  g_autoptr (GBytes)   png = jm_export_bytes (map, jm_export_format_from_id ("png"), &options, &error);
  g_autoptr (GBytes)   pdf = jm_export_bytes (map, jm_export_format_from_id ("pdf"), &options, &error);
  const guint8        *pixels, *page;
  gsize                length;
  guint                width;

  g_assert_no_error (error);
  pixels = g_bytes_get_data (png, &length);
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (pixels, 8, "\x89PNG\r\n\x1a\n", 8);
  width = (guint) pixels[16] << 24 | (guint) pixels[17] << 16 | (guint) pixels[18] << 8 | pixels[19];
  g_assert_cmpfloat (fabs (width - jm_scene_get_width (scene) / 2), <=, 1);

  page = g_bytes_get_data (pdf, &length);
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (page, 5, "%PDF-", 5);
}

static void
add_case (const char    *test,
          const char    *name,
          const char    *path,
          JmStyle        style,
          GTestDataFunc  func)
{
  Case            *self = g_new0 (Case, 1);
  g_autofree char *full = g_strdup_printf ("/maps/%s/%s/%s", test, jm_style_get_name (style), name);

  self->path = g_strdup (path);
  self->style = style;
  g_test_add_data_func_full (full, self, func, free_case);
}

static void
add_folder (const char *shelf)
{
  g_autofree char   *folder = g_build_filename (g_getenv ("JM_DATADIR"), shelf, NULL);
  g_autoptr (GDir)   dir = g_dir_open (folder, 0, NULL);
  const char        *name;

  if (dir == NULL)
    g_error ("there is no folder %s", folder);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, ".cjm"))
        continue;

      for (JmStyle style = 0; style <= JM_STYLE_PRINT; style++)
        add_case ("sound", name, path, style, test_sound);
      add_case ("drawn", name, path, JM_STYLE_LIGHT, test_drawn);
      add_case ("drawn", name, path, JM_STYLE_DARK, test_drawn);
      add_case ("complete", name, path, JM_STYLE_LIGHT, test_complete);
      add_case ("outlines", name, path, JM_STYLE_LIGHT, test_outlines);
      add_case ("same-bytes", name, path, JM_STYLE_LIGHT, test_same_bytes);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_folder ("examples");
  add_folder ("templates");

  return g_test_run ();
}
