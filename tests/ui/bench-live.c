/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the picture is behind the hand, in the program itself with a map of 10,000 touchpoints, at 1280 x 800: typed at
 * 40 keys a second, from the moment that a key goes down to the end of the frame that shows its letter; and a card dragged
 * across the map, from frame to frame. The keys and the pointer are real, by XTEST, from a thread of their own. */
#include "app/jm-application.h"
#include "app/jm-window.h"
#include "canvas/jm-canvas.h"
#include "format/jm-write.h"
#include "generate/jm-generate.h"

#include <dlfcn.h>
#include <glib/gstdio.h>
#include <math.h>

#define TOUCHPOINTS 10000
#define N_KEYS      400
#define KEY_PAUSE   (G_USEC_PER_SEC / 40)
#define N_MOVES     600
#define MOVE_PAUSE  (G_USEC_PER_SEC / 125)   /* as often as a mouse says where it is */
#define FRAME       (1000 / 60.0)

/* Made by the build, out of the way of the headers here. */
GResource *jm_get_resource      (void);
GResource *jm_help_get_resource (void);

/* The hand */

static struct
{
  void          *display;
  int           (* key)    (void *, unsigned, int, unsigned long);
  int           (* button) (void *, unsigned, int, unsigned long);
  int           (* motion) (void *, int, int, int, unsigned long);
  int           (* sync)   (void *, int);
  unsigned char (* code)   (void *, unsigned long);
} hand;

static gboolean
hand_init (void)
{
  void *x11 = dlopen ("libX11.so.6", RTLD_NOW);
  void *xtst = dlopen ("libXtst.so.6", RTLD_NOW);
  void *(* open_display) (const char *);

  if (x11 == NULL || xtst == NULL)
    return FALSE;

  *(void **) &open_display = dlsym (x11, "XOpenDisplay");
  *(void **) &hand.sync = dlsym (x11, "XSync");
  *(void **) &hand.code = dlsym (x11, "XKeysymToKeycode");
  *(void **) &hand.key = dlsym (xtst, "XTestFakeKeyEvent");
  *(void **) &hand.button = dlsym (xtst, "XTestFakeButtonEvent");
  *(void **) &hand.motion = dlsym (xtst, "XTestFakeMotionEvent");
  hand.display = open_display (NULL);

  return hand.display != NULL;
}

/* What is measured; times in microseconds. */
static struct
{
  JmApplication *application;
  char          *path;
  JmCanvas      *canvas;
  gint64         sent[N_KEYS];
  int            n_shown;
  int            n_before;       /* characters that were there */
  GArray        *behind;         /* of double, milliseconds */
  GArray        *frames;         /* of double: from the end of a frame to that of the next */
  gint64         last_frame;
  gboolean       is_dragging;
  gboolean       has_ended;      /* the hand did all */
  JmPoint        card;           /* on the screen */
} bench;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
get_nth (GArray *times,
         double  part)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, (guint) floor ((times->len - 1) * part));
}

static gboolean
end_cb (gpointer data)
{
  guint n_missed = 0, n_late = 0;

  for (guint i = 0; i < bench.behind->len; i++)
    n_late += g_array_index (bench.behind, double, i) > 50;
  for (guint i = 0; i < bench.frames->len; i++)
    n_missed += (guint) MAX (floor (g_array_index (bench.frames, double, i) / FRAME + 0.5) - 1, 0);

  g_print ("typed at 40 keys a second into %d touchpoints: %u letters seen, behind by %.1f ms (median), %.1f ms (95 %%), "
           "%.1f ms (worst); %u by more than 50 ms\n",
           TOUCHPOINTS, bench.behind->len, get_nth (bench.behind, 0.5), get_nth (bench.behind, 0.95),
           get_nth (bench.behind, 1), n_late);
  g_print ("a card dragged across it: %u frames, %.1f ms from one to the next (median), %.1f ms (95 %%), %.1f ms (worst); "
           "%u frames of 60 a second missed, %.1f %%\n",
           bench.frames->len, get_nth (bench.frames, 0.5), get_nth (bench.frames, 0.95), get_nth (bench.frames, 1),
           n_missed, 100.0 * n_missed / MAX (bench.frames->len + n_missed, 1));
  g_application_quit (G_APPLICATION (bench.application));

  return G_SOURCE_REMOVE;
}

/* The hand has let go. It is over with the frame after what that leads to. */
static gboolean
dragged_cb (gpointer data)
{
  bench.has_ended = TRUE;
  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (GTK_WIDGET (bench.canvas)), GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);

  return G_SOURCE_REMOVE;
}

static gpointer
drag_thread (gpointer data)
{
  gint64 next = g_get_monotonic_time ();
  int x = (int) bench.card.x, y = (int) bench.card.y;

  hand.motion (hand.display, -1, x, y, 0);
  hand.button (hand.display, 1, 1, 0);
  hand.sync (hand.display, 0);
  for (int i = 0; i < N_MOVES; i++)
    {
      next += MOVE_PAUSE;
      g_usleep ((gulong) MAX (next - g_get_monotonic_time (), 0));
      /* To and fro over the cards in view, not so near the border that the view scrolls. */
      hand.motion (hand.display, -1, 500 + (int) (320 * sin (i / 60.0)), y + (int) (10 * sin (i / 9.0)), 0);
      hand.sync (hand.display, 0);
      bench.is_dragging = i > 10;
    }
  bench.is_dragging = FALSE;
  hand.key (hand.display, hand.code (hand.display, 0xff1b), 1, 0);
  hand.key (hand.display, hand.code (hand.display, 0xff1b), 0, 0);
  hand.button (hand.display, 1, 0, 0);
  hand.sync (hand.display, 0);
  g_idle_add (dragged_cb, NULL);

  return NULL;
}

static gboolean
drag_cb (gpointer data)
{
  g_thread_unref (g_thread_new ("drag", drag_thread, NULL));
  return G_SOURCE_REMOVE;
}

static gpointer
type_thread (gpointer data)
{
  gint64 next = g_get_monotonic_time ();

  for (int i = 0; i < N_KEYS; i++)
    {
      /* Words: a card grows by them. */
      unsigned code = hand.code (hand.display, i % 7 == 6 ? ' ' : 'a' + i % 7);

      next += KEY_PAUSE;
      g_usleep ((gulong) MAX (next - g_get_monotonic_time (), 0));
      bench.sent[i] = g_get_monotonic_time ();
      hand.key (hand.display, code, 1, 0);
      hand.key (hand.display, code, 0, 0);
      hand.sync (hand.display, 0);
    }

  return NULL;
}

/* When the last letter has been seen the dragging begins. */
static void
go_on (GdkFrameClock *clock)
{
  static gboolean has_dragged;

  if (bench.n_shown == N_KEYS && !has_dragged)
    {
      has_dragged = TRUE;
      g_idle_add (drag_cb, NULL);
    }

  if (!bench.has_ended)
    return;
  if (jm_session_in_draft (jm_canvas_get_session (bench.canvas)))
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
      return;
    }
  bench.has_ended = FALSE;
  g_idle_add (end_cb, NULL);
}

static void
after_paint_cb (GdkFrameClock *clock)
{
  GtkTextView *view = jm_canvas_get_text_editor (bench.canvas);
  gint64 now = g_get_monotonic_time ();
  double interval = (double) (now - bench.last_frame) / 1000;

  if (view != NULL)
    {
      int n = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)) - bench.n_before;

      for (; bench.n_shown < MIN (n, N_KEYS); bench.n_shown++)
        {
          double behind = (double) (now - bench.sent[bench.n_shown]) / 1000;

          g_array_append_val (bench.behind, behind);
        }
    }

  if (bench.is_dragging && bench.last_frame != 0)
    g_array_append_val (bench.frames, interval);
  bench.last_frame = bench.is_dragging ? now : 0;
  go_on (clock);
}

static JmCanvas *
find_canvas (GtkWidget *widget)
{
  if (JM_IS_CANVAS (widget))
    return JM_CANVAS (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      JmCanvas *canvas = find_canvas (child);

      if (canvas != NULL)
        return canvas;
    }

  return NULL;
}

/* When the map is there and in view, a text of it is edited and the typing begins. */
static gboolean
begin_cb (gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (bench.application));
  JmCanvas *canvas = window != NULL ? find_canvas (GTK_WIDGET (window)) : NULL;
  JmSession *session = canvas != NULL ? jm_canvas_get_session (canvas) : NULL;
  GtkTextBuffer *buffer;
  JmItem *phase, *touchpoint;
  graphene_point_t at;
  JmRect rect;

  if (session == NULL || gtk_widget_get_width (GTK_WIDGET (canvas)) == 0)
    return G_SOURCE_CONTINUE;

  phase = jm_item_get_first (jm_map_get_root (jm_session_get_map (session)), JM_KIND_PHASE);
  if (phase == NULL || jm_item_count (phase, JM_KIND_TOUCHPOINT) < 2)
    return G_SOURCE_CONTINUE;
  touchpoint = jm_item_get_nth (phase, JM_KIND_TOUCHPOINT, 1);
  if (!jm_canvas_get_item_rect (canvas, jm_item_get_id (touchpoint), JM_ROLE_TOUCHPOINT, &rect) ||
      !gtk_widget_compute_point (GTK_WIDGET (canvas), GTK_WIDGET (window),
                                 &GRAPHENE_POINT_INIT ((float) (rect.x + rect.width / 2), (float) rect.y + 14), &at) ||
      !jm_canvas_start_editing (canvas, jm_item_get_id (touchpoint), JM_KIND_TITLE))
    return G_SOURCE_CONTINUE;

  buffer = gtk_text_view_get_buffer (jm_canvas_get_text_editor (canvas));
  bench.canvas = canvas;
  bench.card = jm_point (at.x, at.y);
  gtk_text_buffer_set_text (buffer, "", -1);
  bench.n_before = gtk_text_buffer_get_char_count (buffer);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (canvas)), "after-paint", G_CALLBACK (after_paint_cb), NULL);

  hand.motion (hand.display, -1, 640, 400, 0);
  hand.sync (hand.display, 0);
  g_thread_unref (g_thread_new ("type", type_thread, NULL));

  return G_SOURCE_REMOVE;
}

static void
activate_cb (GApplication *application)
{
  g_timeout_add (500, begin_cb, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(JmMap) map = jm_generate_map (TOUCHPOINTS, 7);
  g_autoptr(GBytes) bytes = jm_write_bytes (map, NULL);
  g_autofree char *folder = g_dir_make_tmp ("journeymap-bench-XXXXXX", NULL);
  char *arguments[3] = { argv[0], NULL, NULL };
  int status;

  if (!hand_init ())
    {
      g_printerr ("No display with XTEST: run this on one, such as Xvfb.\n");
      return 77;
    }

  bench.path = g_build_filename (folder, "large.cjm", NULL);
  g_file_set_contents (bench.path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
  bench.behind = g_array_new (FALSE, FALSE, sizeof (double));
  bench.frames = g_array_new (FALSE, FALSE, sizeof (double));

  g_resources_register (jm_get_resource ());
  g_resources_register (jm_help_get_resource ());
  bench.application = jm_application_new ();
  g_signal_connect_after (bench.application, "startup", G_CALLBACK (activate_cb), NULL);
  arguments[1] = bench.path;
  status = g_application_run (G_APPLICATION (bench.application), 2, arguments);

  g_unlink (bench.path);
  g_rmdir (folder);
  return status;
}
