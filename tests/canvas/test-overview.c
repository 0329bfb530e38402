/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview beside a canvas in a window: when it is needed, and that it moves the view. */
#include "canvas/jm-overview-picture.h"
#include "canvas/jm-overview.h"

#include "generate/jm-generate.h"
#include "jm-story-window.h"
#include "jm-story.h"
#include "scene/jm-composer.h"

typedef struct
{
  GtkWidget *window;
  JmCanvas  *canvas;
  GtkWidget *overview;
  JmSession *session;
} Fixture;

static void
settle (Fixture *fixture)
{
  while (gtk_widget_get_width (GTK_WIDGET (fixture->canvas)) == 0)
    g_main_context_iteration (NULL, TRUE);
  jm_viewport_settle (JM_VIEWPORT (fixture->canvas));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(JmMap) map = jm_generate_map (GPOINTER_TO_UINT (data), 1);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->session = jm_session_new (map);
  fixture->canvas = JM_CANVAS (jm_canvas_new ());
  fixture->overview = jm_overview_new ();
  jm_overview_set_canvas (JM_OVERVIEW (fixture->overview), fixture->canvas);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->canvas));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), fixture->overview);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  jm_canvas_set_session (fixture->canvas, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  story_window_destroy (fixture->window);
  g_object_unref (fixture->session);
}

static void
wait_for_need (Fixture  *fixture,
               gboolean  needed)
{
  while (jm_overview_get_needed (JM_OVERVIEW (fixture->overview)) != needed)
    g_main_context_iteration (NULL, TRUE);
}

/* Many times the window: needed; as soon as the whole map is in view: not. */
static void
test_needed (Fixture       *fixture,
             gconstpointer  data)
{
  wait_for_need (fixture, TRUE);
  jm_canvas_set_session (fixture->canvas, NULL);
  wait_for_need (fixture, FALSE);
  jm_canvas_set_session (fixture->canvas, fixture->session);
  settle (fixture);
  wait_for_need (fixture, TRUE);
}

static void
test_not_needed (Fixture       *fixture,
                 gconstpointer  data)
{
  JmViewport *viewport = JM_VIEWPORT (fixture->canvas);

  jm_viewport_zoom_to_fit (viewport);
  settle (fixture);
  wait_for_need (fixture, FALSE);
  jm_viewport_set_zoom (viewport, 3);
  wait_for_need (fixture, TRUE);
}

static void
wait_for_picture (Fixture *fixture)
{
  int natural = 0;

  while (natural < 40)
    {
      g_main_context_iteration (NULL, TRUE);
      gtk_widget_measure (fixture->overview, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
    }
}

static JmPoint
press_at (Fixture *fixture,
          double   x,
          double   y)
{
  GListModel *controllers = gtk_widget_observe_controllers (fixture->overview);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        g_signal_emit_by_name (controller, "drag-begin", x, y);
    }
  g_object_unref (controllers);
  settle (fixture);

  return jm_viewport_get_scrolled (JM_VIEWPORT (fixture->canvas));
}

/* A press brings what is there into the middle; at the edges the map ends. */
static void
test_moves_the_view (Fixture       *fixture,
                     gconstpointer  data)
{
  JmPoint scrolled;
  JmRect area;
  double width;
  int picture_width, picture_height;

  wait_for_need (fixture, TRUE);
  wait_for_picture (fixture);
  jm_overview_picture_measure (jm_canvas_get_scene (fixture->canvas), &picture_width, &picture_height);
  width = jm_scene_get_width (jm_canvas_get_scene (fixture->canvas));

  press_at (fixture, picture_width / 2.0, picture_height / 2.0);
  area = jm_viewport_get_area (JM_VIEWPORT (fixture->canvas), 0);
  g_assert_cmpfloat_with_epsilon (area.x + area.width / 2, width / 2, 2);

  scrolled = press_at (fixture, 0, 0);
  g_assert_cmpfloat (scrolled.x, ==, 0);
}

/* A map as wide as a street can be made out. */
static void
test_picture (void)
{
  g_autoptr(JmMap) map = jm_generate_map (10000, 1);
  JmComposeOptions options = { JM_STYLE_LIGHT };
  JmComposer *composer = jm_composer_new (&options);
  JmScene *scene = jm_composer_compose (composer, map);
  g_autoptr(GdkTexture) texture = NULL;
  guint32 *pixels;
  guint n_drawn = 0;
  int width, height;
  gint64 start;

  jm_overview_picture_measure (scene, &width, &height);
  g_assert_cmpint (width, <=, JM_OVERVIEW_WIDTH);
  g_assert_cmpint (height, >=, 24);
  g_assert_cmpint (height, <=, JM_OVERVIEW_HEIGHT);

  start = g_get_monotonic_time ();
  texture = jm_overview_picture_new (scene, width, height, 1);
  g_test_message ("10,000 touchpoints: %.1f ms", (g_get_monotonic_time () - start) / 1000.0);

  pixels = g_new (guint32, (gsize) width * height);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int i = 0; i < width * height; i++)
    n_drawn += pixels[i] != pixels[0];
  g_assert_cmpuint (n_drawn, >, (guint) (width * height) / 10);

  g_free (pixels);
  jm_scene_unref (scene);
  jm_composer_free (composer);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/overview/needed", Fixture, GUINT_TO_POINTER (400), set_up, test_needed, tear_down);
  g_test_add ("/overview/not-needed", Fixture, GUINT_TO_POINTER (6), set_up, test_not_needed, tear_down);
  g_test_add ("/overview/moves-the-view", Fixture, GUINT_TO_POINTER (400), set_up, test_moves_the_view, tear_down);
  g_test_add_func ("/overview/picture", test_picture);

  return g_test_run ();
}
