/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each operation of the display list as render nodes: given this group, this is what is seen. */
#include "canvas/jm-painter.h"
#include "scene/jm-composer.h"

#include <string.h>

#include "jm-story.h"

static const JmColor red = { 255, 0, 0, 255 };
static const JmColor green = { 0, 255, 0, 255 };
static const JmColor none = { 0, 0, 0, 0 };

/* Draws a group on white, one pixel a map unit, and takes it. */
static cairo_surface_t *
draw_group (JmGroup *group)
{
  JmPainter *painter = jm_painter_new ();
  GskRenderNode *node = jm_painter_paint_group (painter, group);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 64);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  jm_group_unref (group);
  jm_painter_free (painter);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

#define assert_pixel(surface, x, y, color) g_assert_cmphex (get_pixel (surface, x, y), ==, color)

static void
test_rect (void)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  cairo_surface_t *surface;

  jm_group_builder_add_rect (builder, jm_rect (10, 10, 20, 20), 0, jm_paint (red), jm_paint_none (), 0);
  surface = draw_group (jm_group_builder_end (builder));

  assert_pixel (surface, 10, 10, 0xff0000);
  assert_pixel (surface, 29, 29, 0xff0000);
  assert_pixel (surface, 30, 30, 0xffffff);
  assert_pixel (surface, 9, 20, 0xffffff);
  cairo_surface_destroy (surface);
}

/* The corners are cut, and the stroke lies half inside and half outside of the edge. */
static void
test_rounded_rect_with_stroke (void)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  cairo_surface_t *surface;

  jm_group_builder_add_rect (builder, jm_rect (10, 10, 40, 40), 12, jm_paint (red), jm_paint (green), 4);
  surface = draw_group (jm_group_builder_end (builder));

  assert_pixel (surface, 30, 30, 0xff0000);
  assert_pixel (surface, 30, 8, 0x00ff00);
  assert_pixel (surface, 30, 11, 0x00ff00);
  assert_pixel (surface, 30, 13, 0xff0000);
  assert_pixel (surface, 30, 6, 0xffffff);
  assert_pixel (surface, 10, 10, 0xffffff);
  cairo_surface_destroy (surface);
}

static void
test_gradient (void)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  JmGradient *gradient = jm_group_builder_add_gradient (builder, 0, 64);
  cairo_surface_t *surface;

  gradient->n_stops = 2;
  gradient->offset[0] = 0;
  gradient->color[0] = red;
  gradient->offset[1] = 1;
  gradient->color[1] = green;
  jm_group_builder_add_rect (builder, jm_rect (0, 0, 64, 64), 0, jm_paint_gradient (gradient), jm_paint_none (), 0);
  surface = draw_group (jm_group_builder_end (builder));

  g_assert_cmphex (get_pixel (surface, 32, 1) >> 16, >, 240);
  g_assert_cmphex (get_pixel (surface, 32, 62) >> 16, <, 15);
  g_assert_cmphex ((get_pixel (surface, 32, 62) >> 8) & 0xff, >, 240);
  cairo_surface_destroy (surface);
}

static void
test_path (void)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  g_autoptr(JmPath) triangle = jm_path_new_from_svg ("M10 50 L32 10 L54 50 Z");
  g_autoptr(JmPath) line = jm_path_new_from_svg ("M4 60 H60");
  cairo_surface_t *surface;

  jm_group_builder_add_path (builder, triangle, jm_paint (red), jm_paint_none (), 0, 0, 0);
  jm_group_builder_add_path (builder, line, jm_paint_none (), jm_paint (green), 4, 0, 0);
  surface = draw_group (jm_group_builder_end (builder));

  assert_pixel (surface, 32, 40, 0xff0000);
  assert_pixel (surface, 12, 20, 0xffffff);
  assert_pixel (surface, 30, 60, 0x00ff00);
  assert_pixel (surface, 30, 56, 0xffffff);
  cairo_surface_destroy (surface);
}

static void
test_dashes (void)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  g_autoptr(JmPath) line = jm_path_new_from_svg ("M0 32 H64");
  cairo_surface_t *surface;

  jm_group_builder_add_path (builder, line, jm_paint_none (), jm_paint (red), 2, 8, 24);
  surface = draw_group (jm_group_builder_end (builder));

  assert_pixel (surface, 4, 32, 0xff0000);
  assert_pixel (surface, 20, 32, 0xffffff);
  assert_pixel (surface, 36, 32, 0xff0000);
  cairo_surface_destroy (surface);
}

/* Ink between the ends of the line and above its baseline, and nowhere else. */
static void
test_text (void)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  JmFont font = { 20, 700, FALSE };
  cairo_surface_t *surface;
  guint n_inside = 0, n_outside = 0;

  jm_group_builder_add_text (builder, "HHH", -1, font, red, 8, 40, 44, FALSE);
  surface = draw_group (jm_group_builder_end (builder));

  for (int y = 0; y < 64; y++)
    {
      for (int x = 0; x < 64; x++)
        {
          if (get_pixel (surface, x, y) == 0xffffff)
            continue;
          if (x >= 8 && x < 60 && y >= 22 && y < 41)
            n_inside++;
          else
            n_outside++;
        }
    }

  g_assert_cmpuint (n_inside, >, 100);
  g_assert_cmpuint (n_outside, ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_children_and_clip (void)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  JmGroupBuilder *inner = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  cairo_surface_t *surface;

  jm_group_builder_add_rect (inner, jm_rect (0, 0, 64, 64), 0, jm_paint (green), jm_paint_none (), 0);
  jm_group_builder_set_box (builder, jm_rect (8, 8, 32, 32));
  jm_group_builder_set_clip (builder, 0);
  jm_group_builder_add_rect (builder, jm_rect (0, 0, 64, 64), 0, jm_paint (red), jm_paint_none (), 0);
  jm_group_builder_add_child (builder, jm_group_builder_end (inner), 20, 20);
  surface = draw_group (jm_group_builder_end (builder));

  assert_pixel (surface, 4, 4, 0xffffff);
  assert_pixel (surface, 12, 12, 0xff0000);
  assert_pixel (surface, 30, 30, 0x00ff00);
  assert_pixel (surface, 50, 50, 0xffffff);
  cairo_surface_destroy (surface);
}

/* One red pixel, as PNG. */
#define RED_PNG "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"

static cairo_surface_t *
draw_picture (const char *media_type,
              const char *base64)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_PICTURE, "pic", NULL);
  g_autoptr(JmItem) picture = jm_item_new (JM_KIND_PICTURE, "pic");

  jm_item_set (picture, JM_ATTR_MEDIA_TYPE, media_type);
  jm_item_set_text (picture, base64);
  jm_item_seal (picture);
  jm_group_builder_add_picture (builder, picture, jm_rect (10, 10, 40, 40), 0, TRUE);

  return draw_group (jm_group_builder_end (builder));
}

static void
test_picture (void)
{
  cairo_surface_t *surface = draw_picture ("image/png", RED_PNG);

  assert_pixel (surface, 30, 30, 0xff0000);
  assert_pixel (surface, 5, 5, 0xffffff);
  cairo_surface_destroy (surface);
}

/* What is no picture is never decoded: a dashed box stands in its place. */
static void
test_refused_picture (void)
{
  cairo_surface_t *surface = draw_picture ("image/png", "bm8gcGljdHVyZQ==");
  guint n_ink = 0;

  for (int x = 10; x < 50; x++)
    n_ink += get_pixel (surface, x, 10) != 0xffffff;
  g_assert_cmpuint (n_ink, >, 10);
  cairo_surface_destroy (surface);
}

static void
test_nothing (void)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  cairo_surface_t *surface;

  jm_group_builder_add_rect (builder, jm_rect (0, 0, 64, 64), 0, jm_paint (none), jm_paint_none (), 0);
  surface = draw_group (jm_group_builder_end (builder));
  assert_pixel (surface, 30, 30, 0xffffff);
  cairo_surface_destroy (surface);
}

/* What the canvas shows, in tiles, and what the tests compare with the exports, in one go, are the same picture. */
static cairo_surface_t *
draw_node (GskRenderNode *node,
           int            width,
           int            height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  gsk_render_node_unref (node);

  return surface;
}

static cairo_surface_t *
draw_view (JmPainter           *painter,
           JmScene             *scene,
           const JmPainterView *view)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  jm_painter_snapshot_area (painter, snapshot, scene, view);
  return draw_node (gtk_snapshot_free_to_node (snapshot), (int) view->area.width, (int) view->area.height);
}

/* How many pixels in a thousand differ by more than 32 in a channel. */
static double
compare (cairo_surface_t *a,
         cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  guint n_different = 0;

  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        {
          guint32 first = get_pixel (a, x, y), second = get_pixel (b, x, y);

          for (guint shift = 0; shift < 24; shift += 8)
            {
              if (ABS ((int) (first >> shift & 0xff) - (int) (second >> shift & 0xff)) > 32)
                {
                  n_different++;
                  break;
                }
            }
        }
    }

  return 1000.0 * n_different / (width * height);
}

static JmScene *
compose_story (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  JmComposeOptions options = { JM_STYLE_LIGHT, FALSE, NULL };

  return jm_scene_new (jm_session_get_map (session), &options);
}

static void
test_tiles_are_the_picture (void)
{
  g_autoptr(JmScene) scene = compose_story ();
  g_autoptr(JmPainter) painter = jm_painter_new ();
  int width = (int) jm_scene_get_width (scene), height = (int) jm_scene_get_height (scene);
  cairo_surface_t *expected = draw_node (jm_painter_paint_scene (painter, scene), width, height);

  for (guint i = 0; i < 2; i++)
    {
      JmPainterView view = { jm_rect (0, 0, width, height), jm_point (0, 0), 1, 1, i == 0, NULL };
      cairo_surface_t *first = draw_view (painter, scene, &view);
      cairo_surface_t *again = draw_view (painter, scene, &view);

      /* Groups stand on whole pixels, which moves edges by half a one at most. */
      g_assert_cmpfloat (compare (first, expected), <, 10);
      g_assert_cmpfloat (compare (first, again), ==, 0);
      cairo_surface_destroy (first);
      cairo_surface_destroy (again);
    }
  cairo_surface_destroy (expected);
}

/* Only what is edited is left out, and only there. */
static void
test_hidden_text (void)
{
  g_autoptr(JmScene) scene = compose_story ();
  g_autoptr(JmPainter) painter = jm_painter_new ();
  JmHiddenText hidden = { "forgot", JM_ROLE_TOUCHPOINT, JM_KIND_TITLE };
  JmPainterView view = { jm_rect (0, 0, jm_scene_get_width (scene), jm_scene_get_height (scene)),
                         jm_point (0, 0), 1, 1, TRUE, NULL };
  cairo_surface_t *shown = draw_view (painter, scene, &view);
  cairo_surface_t *edited;
  JmPoint origin;
  JmGroup *group = jm_scene_find (scene, "forgot", JM_ROLE_TOUCHPOINT, &origin);
  JmRect box = jm_rect_offset (group->slots[0].box, origin.x, origin.y);
  guint n_inside = 0, n_outside = 0;

  view.hidden = &hidden;
  edited = draw_view (painter, scene, &view);
  for (int y = 0; y < (int) view.area.height; y++)
    {
      for (int x = 0; x < (int) view.area.width; x++)
        {
          if (get_pixel (shown, x, y) == get_pixel (edited, x, y))
            continue;
          if (jm_rect_contains (jm_rect_expand (box, 2), x, y))
            n_inside++;
          else
            n_outside++;
        }
    }

  g_assert_cmpuint (n_inside, >, 50);
  g_assert_cmpuint (n_outside, ==, 0);
  cairo_surface_destroy (shown);
  cairo_surface_destroy (edited);
}

/* Zoomed out, a line of text is a bar: something is there, but no letters are shaped. */
static void
test_far_away (void)
{
  g_autoptr(JmScene) scene = compose_story ();
  g_autoptr(JmPainter) painter = jm_painter_new ();
  JmPainterView view = { jm_rect (0, 0, jm_scene_get_width (scene), jm_scene_get_height (scene)),
                         jm_point (0, 0), 0.1, 1, TRUE, NULL };
  cairo_surface_t *surface = draw_view (painter, scene, &view);
  JmPoint origin;
  JmGroup *group = jm_scene_find (scene, "store", JM_ROLE_PHASE, &origin);

  g_assert_cmphex (get_pixel (surface, (int) ((origin.x + group->box.x + group->box.width / 2) * 0.1),
                              (int) ((origin.y + group->box.y + group->box.height / 2) * 0.1)), !=, 0xffffff);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* GSK wants to be initialised; it needs no display for this. */
  gtk_init_check ();

  g_test_add_func ("/painter/rect", test_rect);
  g_test_add_func ("/painter/rounded-rect-with-stroke", test_rounded_rect_with_stroke);
  g_test_add_func ("/painter/gradient", test_gradient);
  g_test_add_func ("/painter/path", test_path);
  g_test_add_func ("/painter/dashes", test_dashes);
  g_test_add_func ("/painter/text", test_text);
  g_test_add_func ("/painter/children-and-clip", test_children_and_clip);
  g_test_add_func ("/painter/picture", test_picture);
  g_test_add_func ("/painter/refused-picture", test_refused_picture);
  g_test_add_func ("/painter/nothing", test_nothing);
  g_test_add_func ("/painter/tiles-are-the-picture", test_tiles_are_the_picture);
  g_test_add_func ("/painter/hidden-text", test_hidden_text);
  g_test_add_func ("/painter/far-away", test_far_away);

  return g_test_run ();
}
