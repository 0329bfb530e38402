/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a frame takes while the map is panned and while a card is dragged, for maps of three sizes: our own work (layout,
 * items, render nodes) and the cairo renderer's. At the same zoom, so that the same number of cards is in view. */
#include "canvas/jm-canvas-private.h"
#include "generate/jm-generate.h"

#define WIDTH  1440
#define HEIGHT 900
#define ZOOM   0.5
#define FRAMES 240
#define ROUNDS 4

typedef struct
{
  double own;      /* milliseconds, the median */
  double drawn;
} Frame;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
get_median (GArray *times)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, times->len / 2);
}

static void
count_card (JmGroup  *group,
            JmRect    rect,
            gpointer  user_data)
{
  guint *n_cards = user_data;

  if (group->role != JM_ROLE_LANE && group->role != JM_ROLE_TITLE)
    (*n_cards)++;
}

/* What GTK does for a frame, without the display: allocate, snapshot, draw. */
static void
make_frame (GtkWidget       *canvas,
            cairo_surface_t *surface,
            double          *own,
            double          *drawn)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (canvas);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gint64 begin = g_get_monotonic_time (), middle, end;
  GskRenderNode *node;
  cairo_t *cr;

  if (JM_CANVAS (canvas)->items_tick != 0)
    jm_canvas_items_catch_up (JM_CANVAS (canvas));
  klass->size_allocate (canvas, WIDTH, HEIGHT, -1);
  klass->snapshot (canvas, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  middle = g_get_monotonic_time ();

  cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  end = g_get_monotonic_time ();
  gsk_render_node_unref (node);

  *own += (middle - begin) / 1000.0;
  *drawn += (end - middle) / 1000.0;
}

static Frame
measure_pan (JmCanvas        *canvas,
             cairo_surface_t *surface)
{
  g_autoptr(GArray) own = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) drawn = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < FRAMES; i++)
    {
      double frame_own = 0, frame_drawn = 0;

      jm_viewport_scroll_by (JM_VIEWPORT (canvas), i < FRAMES / 2 ? 9 : -9, 0);
      make_frame (GTK_WIDGET (canvas), surface, &frame_own, &frame_drawn);
      g_array_append_val (own, frame_own);
      g_array_append_val (drawn, frame_drawn);
    }

  return (Frame) { get_median (own), get_median (drawn) };
}

/* A touchpoint is dragged along its phase and back, six pixels a frame: now and then the others make room. */
static Frame
measure_drag (JmCanvas        *canvas,
              cairo_surface_t *surface,
              double          *making_room)
{
  g_autoptr(GArray) own = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) drawn = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) moved = g_array_new (FALSE, FALSE, sizeof (double));
  JmSession *session = jm_canvas_get_session (canvas);
  JmItem *phase = jm_item_get_first (jm_map_get_root (jm_session_get_map (session)), JM_KIND_PHASE);
  JmItem *touchpoint = jm_item_get_nth (phase, JM_KIND_TOUCHPOINT, 3);
  JmRect rect;
  JmPoint at;
  JmHit hit;

  jm_canvas_get_item_rect (canvas, jm_item_get_id (touchpoint), JM_ROLE_TOUCHPOINT, &rect);
  at = jm_point (rect.x + rect.width / 2, rect.y + rect.height / 2);
  hit = jm_canvas_pick (canvas, at);
  canvas->gesture = jm_gesture_arrange_new (canvas, &hit);

  for (guint i = 0; i < FRAMES; i++)
    {
      double frame_own = 0, frame_drawn = 0;
      gint64 begin = g_get_monotonic_time ();
      JmMap *before = jm_session_get_map (session);

      at.x += i < FRAMES / 2 ? 6 : -6;
      canvas->gesture->klass->update (canvas->gesture, at, FALSE, FALSE);
      frame_own = (g_get_monotonic_time () - begin) / 1000.0;
      make_frame (GTK_WIDGET (canvas), surface, &frame_own, &frame_drawn);
      if (jm_session_get_map (session) != before)
        {
          double both = frame_own + frame_drawn;

          g_array_append_val (moved, both);
        }
      g_array_append_val (own, frame_own);
      g_array_append_val (drawn, frame_drawn);
    }
  jm_canvas_pointer_cancel (canvas);
  *making_room = moved->len > 0 ? get_median (moved) : 0;

  return (Frame) { get_median (own), get_median (drawn) };
}

/* A window with a map of one size. */
typedef struct
{
  guint      n_touchpoints;
  GtkWidget *window;
  JmCanvas  *canvas;
  guint      n_cards;
  Frame      pan;           /* the best of all rounds */
  Frame      drag;
  double     making_room;
} Subject;

static void
set_up (Subject         *subject,
        guint            n_touchpoints,
        cairo_surface_t *surface)
{
  g_autoptr(JmMap) map = jm_generate_map (n_touchpoints, 7);
  g_autoptr(JmSession) session = jm_session_new (map);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *canvas = jm_canvas_new ();
  double own = 0, drawn = 0;

  *subject = (Subject) { n_touchpoints, gtk_window_new (), JM_CANVAS (canvas) };
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), canvas);
  gtk_window_set_child (GTK_WINDOW (subject->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (subject->window), WIDTH, HEIGHT);
  jm_canvas_set_session (subject->canvas, session);
  gtk_window_present (GTK_WINDOW (subject->window));
  while (gtk_widget_get_width (canvas) == 0)
    g_main_context_iteration (NULL, TRUE);

  jm_viewport_zoom_at (JM_VIEWPORT (subject->canvas), ZOOM, 0, 0);
  make_frame (canvas, surface, &own, &drawn);
  make_frame (canvas, surface, &own, &drawn);
  jm_canvas_items_foreach (subject->canvas, count_card, &subject->n_cards);
}

static double
get_total (Frame frame)
{
  return frame.own + frame.drawn;
}

static void
keep_best (Frame *best,
           Frame  frame)
{
  if (get_total (*best) == 0 || get_total (frame) < get_total (*best))
    *best = frame;
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 100, 1000, 10000 };
  Subject subjects[G_N_ELEMENTS (sizes)];
  cairo_surface_t *surface;

  if (!gtk_init_check ())
    {
      g_printerr ("No display: run this on one, such as Xvfb.\n");
      return 77;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    set_up (&subjects[i], sizes[i], surface);

  /* In turns, so that whatever else the machine does weighs on all of them alike. */
  for (guint round = 0; round < ROUNDS; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
        {
          double making_room;

          keep_best (&subjects[i].pan, measure_pan (subjects[i].canvas, surface));
          keep_best (&subjects[i].drag, measure_drag (subjects[i].canvas, surface, &making_room));
          if (round == 0 || making_room < subjects[i].making_room)
            subjects[i].making_room = making_room;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      const Subject *subject = &subjects[i];

      g_print ("%5u touchpoints, %u items with a widget: pan %.2f ms (own %.2f, cairo %.2f), %.2f times that at 100; "
               "drag %.2f ms (own %.2f, cairo %.2f), %.2f times, %.2f ms when the others make room\n",
               subject->n_touchpoints, subject->n_cards,
               get_total (subject->pan), subject->pan.own, subject->pan.drawn,
               get_total (subject->pan) / get_total (subjects[0].pan),
               get_total (subject->drag), subject->drag.own, subject->drag.drawn,
               get_total (subject->drag) / get_total (subjects[0].drag), subject->making_room);
      gtk_window_destroy (GTK_WINDOW (subject->window));
    }
  cairo_surface_destroy (surface);

  return 0;
}
