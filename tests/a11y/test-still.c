/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person who wants nothing to move: what comes, goes or changes its place in the window does so in one frame. The same
 * with movement shows that the test would see it. */
#include "config.h"

#include "app/jm-application.h"
#include "app/jm-window-private.h"

/* What gives way once something has its place does so in the frames after: that of the window, and that of the map. */
#define MOST_PLACES 4

/* So many milliseconds without anything left to do, and a window is as it stays. */
#define REST 400

/* Of the headers that are made with the resources. */
GResource *jm_get_resource (void);
GResource *jm_help_get_resource (void);

static GtkWindow *window;
static guint last_places;
static guint n_places;

static gboolean
flag_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
rest (void)
{
  gboolean done = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW + 100, REST, flag_cb, &done, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* Of where everything in the window is now, and how far the map is scrolled and zoomed. */
static guint
hash_places (GtkWidget *widget,
             guint      hash)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget))
    return hash;

  if (gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds))
    {
      hash = hash * 31 + (guint) (gint) (bounds.origin.x * 4);
      hash = hash * 31 + (guint) (gint) (bounds.origin.y * 4);
      hash = hash * 31 + (guint) (gint) (bounds.size.width * 4);
      hash = hash * 31 + (guint) (gint) (bounds.size.height * 4);
      hash = hash * 31 + (guint) (gtk_widget_get_opacity (widget) * 255);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    hash = hash_places (child, hash);

  return hash;
}

static void
after_paint_cb (void)
{
  guint places = hash_places (GTK_WIDGET (window), 0);

  if (places != last_places)
    n_places++;
  last_places = places;
}

/* In how many steps all comes to its place. */
static guint
count_places (const char *action)
{
  rest ();
  last_places = hash_places (GTK_WIDGET (window), 0);
  n_places = 0;
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
  rest ();

  return n_places;
}

static void
set_movement (gboolean moves)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", moves, NULL);
}

static void
test_still (gconstpointer data)
{
  const char *action = data;

  set_movement (FALSE);
  g_assert_cmpuint (count_places (action), >=, 1);
  g_assert_cmpuint (n_places, <=, MOST_PLACES);

  /* What came goes; what cannot go stays. */
  g_assert_cmpuint (count_places (action), <=, MOST_PLACES);
}

static void
test_message (void)
{
  set_movement (FALSE);
  rest ();
  last_places = hash_places (GTK_WIDGET (window), 0);
  n_places = 0;
  jm_window_toast (JM_WINDOW (window), "Said in passing", TRUE);
  rest ();
  g_assert_cmpuint (n_places, ==, 1);
}

static void
test_moves (void)
{
  guint most = 0;

  set_movement (TRUE);
  /* A busy machine may miss the frames between once, but not again and again. */
  for (guint i = 0; i < 10 && most <= MOST_PLACES; i++)
    most = MAX (most, count_places ("inspector"));
  set_movement (FALSE);

  g_assert_cmpuint (most, >, MOST_PLACES);
}

int
main (int   argc,
      char *argv[])
{
  static const char * const actions[] = { "inspector", "find", "check", "zoom-in", "zoom-fit" };
  g_autoptr(JmApplication) application = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("JM_DATADIR"), "examples", "ikea.en.cjm", NULL);

  gtk_test_init (&argc, &argv, NULL);
  g_resources_register (jm_get_resource ());
  g_resources_register (jm_help_get_resource ());

  application = jm_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);

  file = g_file_new_for_path (path);
  jm_application_open_file (application, NULL, file);
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (application))) == NULL ||
         jm_window_get_document (JM_WINDOW (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  rest ();
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (after_paint_cb), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strdup_printf ("/still/%s", actions[i]);

      g_test_add_data_func (name, actions[i], test_still);
    }
  g_test_add_func ("/still/message", test_message);
  g_test_add_func ("/still/moves-otherwise", test_moves);

  return g_test_run ();
}
