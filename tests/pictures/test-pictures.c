/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on the canvas is what is exported: every map, painted by the canvas and drawn from our SVG, side by side. */
#include "compare.h"

#include "canvas/jm-painter.h"
#include "export/jm-raster.h"
#include "export/jm-svg.h"
#include "format/jm-read.h"
#include "scene/jm-composer.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <math.h>

#define SCALE      2
#define MOST_APART 0.005

typedef struct
{
  char    *path;
  char    *name;
  JmStyle  style;
} Case;

static void
free_case (gpointer data)
{
  Case *self = data;

  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

static cairo_surface_t *
make_surface (JmScene *scene)
{
  cairo_surface_t *surface;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                        (int) ceil (jm_scene_get_width (scene) * SCALE),
                                        (int) ceil (jm_scene_get_height (scene) * SCALE));
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);

  return surface;
}

static cairo_surface_t *
paint (JmScene *scene)
{
  g_autoptr (JmPainter)  painter = jm_painter_new ();
  GskRenderNode         *node = jm_painter_paint_scene (painter, scene);
  cairo_surface_t       *surface = make_surface (scene);
  cairo_t               *cr = cairo_create (surface);

  cairo_scale (cr, SCALE, SCALE);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  gsk_render_node_unref (node);

  return surface;
}

static cairo_surface_t *
export (JmScene *scene)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (GBytes)  svg = jm_svg_write (scene, NULL, &error);
  cairo_surface_t    *surface;
  cairo_t            *cr;

  g_assert_no_error (error);
  surface = make_surface (scene);
  cr = cairo_create (surface);
  jm_raster_draw (svg, cr, jm_rect (0, 0, jm_scene_get_width (scene) * SCALE, jm_scene_get_height (scene) * SCALE),
                  &error);
  g_assert_no_error (error);
  cairo_destroy (cr);

  return surface;
}

static void
leave_behind (const char      *name,
              const char      *what,
              cairo_surface_t *surface)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "pictures", "differences", NULL);
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, what);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0777), ==, 0);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  g_test_message ("  %s: %s", what, path);
}

static void
test_alike (gconstpointer data)
{
  const Case           *self = data;
  JmComposeOptions      options = { .style = self->style };
  g_autoptr (GError)    error = NULL;
  g_autoptr (JmMap)     map = jm_read_file (self->path, NULL, &error);
  g_autoptr (JmScene)   scene = NULL;
  cairo_surface_t      *painted, *exported, *difference;
  double                apart;

  g_assert_no_error (error);
  scene = jm_scene_new (map, &options);
  painted = paint (scene);
  exported = export (scene);
  apart = compare_surfaces (painted, exported, &difference);

  g_test_message ("%.4f %% of the pixels differ", apart * 100);
  if (apart > MOST_APART)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", self->name, jm_style_get_name (self->style));

      leave_behind (name, "canvas", painted);
      leave_behind (name, "export", exported);
      leave_behind (name, "difference", difference);
      g_test_fail ();
    }

  cairo_surface_destroy (painted);
  cairo_surface_destroy (exported);
  cairo_surface_destroy (difference);
}

/* The ruler itself: it must see what a person sees, and only that. */
static void
test_ruler (void)
{
  cairo_surface_t *one = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 100);
  cairo_surface_t *other = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 100);
  cairo_surface_t *difference;
  cairo_t         *cr = cairo_create (other);

  g_assert_cmpfloat (compare_surfaces (one, other, &difference), ==, 0);
  cairo_surface_destroy (difference);

  /* A line as thin as the edge of a letter disappears. */
  cairo_set_source_rgba (cr, 0, 0, 0, 0.3);
  cairo_rectangle (cr, 20, 0, 1, 100);
  cairo_fill (cr);
  g_assert_cmpfloat (compare_surfaces (one, other, &difference), ==, 0);
  cairo_surface_destroy (difference);

  /* A square of 20 by 20 does not, but grows by the two pixels that it is blurred over on every side. */
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_rectangle (cr, 100, 40, 20, 20);
  cairo_fill (cr);
  g_assert_cmpfloat_with_epsilon (compare_surfaces (one, other, &difference), 24.0 * 24.0 / (200 * 100), 0.002);
  cairo_surface_destroy (difference);

  cairo_destroy (cr);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

static void
add_folder (char *folder)
{
  g_autoptr (GDir)   dir = g_dir_open (folder, 0, NULL);
  const char        *name;
  guint              n_maps = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_suffix (name, ".cjm"))
        continue;

      for (JmStyle style = JM_STYLE_LIGHT; style <= JM_STYLE_DARK; style++)
        {
          Case            *self = g_new0 (Case, 1);
          g_autofree char *test = NULL;

          self->path = g_build_filename (folder, name, NULL);
          self->name = g_strndup (name, strlen (name) - strlen (".cjm"));
          self->style = style;
          test = g_strdup_printf ("/pictures/%s/%s", jm_style_get_name (style), self->name);
          g_test_add_data_func_full (test, self, test_alike, free_case);
        }
      n_maps++;
    }

  if (n_maps == 0)
    g_error ("there are no maps in %s", folder);
  g_free (folder);
}

int
main (int    argc,
      char **argv)
{
  /* GSK wants GTK to have been set up, with a display or without. */
  gtk_init_check ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pictures/ruler", test_ruler);
  add_folder (g_build_filename (g_getenv ("JM_DATADIR"), "examples", NULL));
  add_folder (g_build_filename (g_getenv ("JM_DATADIR"), "templates", NULL));
  add_folder (g_test_build_filename (G_TEST_DIST, "pictures", "maps", NULL));

  return g_test_run ();
}
