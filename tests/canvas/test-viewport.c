/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A canvas settles what is in view while it is laid out, and tells others of it afterwards. */
#include "jm-story-canvas.h"
#include "jm-story-window.h"
#include "jm-story.h"

typedef struct
{
  GtkWidget     *window;
  JmCanvas      *canvas;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  guint          n_told;
} Fixture;

static void
told_cb (Fixture *fixture)
{
  fixture->n_told++;
}

static void
watch (Fixture       *fixture,
       GtkAdjustment *adjustment)
{
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (told_cb), fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(JmSession) session = story_session_new (STORY);

  fixture->canvas = JM_CANVAS (jm_canvas_new ());
  fixture->window = story_window_new (GTK_WIDGET (fixture->canvas), 700, 300);
  story_window_show (fixture->window, GTK_WIDGET (fixture->canvas));
  g_object_get (fixture->canvas, "hadjustment", &fixture->hadjustment, "vadjustment", &fixture->vadjustment, NULL);
  jm_canvas_set_session (fixture->canvas, session);
  watch (fixture, fixture->hadjustment);
  watch (fixture, fixture->vadjustment);
  g_signal_connect_swapped (fixture->canvas, "notify::zoom", G_CALLBACK (told_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (fixture->hadjustment, fixture);
  g_signal_handlers_disconnect_by_data (fixture->vadjustment, fixture);
  g_object_unref (fixture->hadjustment);
  g_object_unref (fixture->vadjustment);
  story_window_destroy (fixture->window);
}

static void
lay_out (Fixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);

  GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, gtk_widget_get_width (widget), gtk_widget_get_height (widget), -1);
}

static void
test_first_view (Fixture       *fixture,
                 gconstpointer  data)
{
  JmViewport *viewport = JM_VIEWPORT (fixture->canvas);
  JmPoint origin;
  double zoom;

  lay_out (fixture);
  g_assert_cmpuint (fixture->n_told, ==, 0);
  zoom = jm_viewport_get_zoom (viewport);
  origin = jm_viewport_get_origin (viewport);
  g_assert_cmpfloat (zoom, !=, 1);

  /* Others hear of it soon, and then it is as it was settled. */
  while (gtk_adjustment_get_upper (fixture->vadjustment) <= gtk_adjustment_get_page_size (fixture->vadjustment))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_told, >, 0);
  g_assert_cmpfloat (jm_viewport_get_zoom (viewport), ==, zoom);
  g_assert_cmpfloat (jm_viewport_get_origin (viewport).x, ==, origin.x);
  g_assert_cmpfloat (jm_viewport_get_origin (viewport).y, ==, origin.y);
}

/* An item is brought into view while the canvas is laid out; that counts at once for all that asks where things are. */
static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  JmViewport *viewport = JM_VIEWPORT (fixture->canvas);
  JmPoint scrolled;
  guint n_told;

  story_canvas_settle (fixture->canvas);
  while (gtk_adjustment_get_upper (fixture->vadjustment) <= gtk_adjustment_get_page_size (fixture->vadjustment))
    g_main_context_iteration (NULL, TRUE);

  jm_canvas_reveal (fixture->canvas, "sign");
  n_told = fixture->n_told;
  lay_out (fixture);
  scrolled = jm_viewport_get_scrolled (viewport);
  g_assert_cmpfloat (scrolled.y, >, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->vadjustment), ==, 0);
  g_assert_cmpuint (fixture->n_told, ==, n_told);

  while (gtk_adjustment_get_value (fixture->vadjustment) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->vadjustment), ==, scrolled.y);
}

/* Who scrolls before the adjustments were told does not lose that. */
static void
test_scrolled_meanwhile (Fixture       *fixture,
                         gconstpointer  data)
{
  JmViewport *viewport = JM_VIEWPORT (fixture->canvas);

  lay_out (fixture);
  jm_viewport_scroll_to (viewport, jm_point (0, 40));
  g_assert_cmpfloat (jm_viewport_get_scrolled (viewport).y, ==, 40);
  story_canvas_settle (fixture->canvas);
  g_assert_cmpfloat (jm_viewport_get_scrolled (viewport).y, ==, 40);
}

/* Who works has the map at the top; who only looks has a low one in the middle, and a high one as ever. */
static void
test_centered (Fixture       *fixture,
               gconstpointer  data)
{
  JmViewport *viewport = JM_VIEWPORT (fixture->canvas);
  GtkWidget *widget = GTK_WIDGET (fixture->canvas);
  double top, height, room;

  story_canvas_settle (fixture->canvas);
  jm_viewport_zoom_at (viewport, 0.2, 0, 0);
  story_canvas_settle (fixture->canvas);
  top = jm_viewport_get_origin (viewport).y;
  height = jm_scene_get_height (jm_canvas_get_scene (fixture->canvas)) * jm_viewport_get_zoom (viewport);
  room = gtk_widget_get_height (widget) - height;
  g_assert_cmpfloat (room, >, 60);
  g_assert_cmpfloat (top, <, 20);

  jm_viewport_set_centered (viewport, TRUE);
  story_canvas_settle (fixture->canvas);
  g_assert_cmpfloat_with_epsilon (jm_viewport_get_origin (viewport).y, room / 2, 1);

  jm_viewport_zoom_at (viewport, 2, 0, 0);
  story_canvas_settle (fixture->canvas);
  jm_viewport_scroll_to (viewport, jm_point (0, 0));
  story_canvas_settle (fixture->canvas);
  g_assert_cmpfloat (jm_viewport_get_origin (viewport).y, ==, top);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add ("/viewport/first-view", Fixture, NULL, set_up, test_first_view, tear_down);
  g_test_add ("/viewport/reveal", Fixture, NULL, set_up, test_reveal, tear_down);
  g_test_add ("/viewport/scrolled-meanwhile", Fixture, NULL, set_up, test_scrolled_meanwhile, tear_down);
  g_test_add ("/viewport/centered", Fixture, NULL, set_up, test_centered, tear_down);

  return g_test_run ();
}
