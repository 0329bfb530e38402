/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says in passing comes and goes without a crash, however quickly: memory that was given back is
 * overwritten while the tests run (MALLOC_PERTURB_). */
#include "app/jm-toasts.h"

#include <locale.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *overlay;
  GtkWidget *button;
  JmToasts  *toasts;
  guint      gone;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = gtk_window_new ();
  fixture->overlay = adw_toast_overlay_new ();
  fixture->button = gtk_button_new_with_label ("A map");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), fixture->button);
  fixture->toasts = jm_toasts_new (ADW_TOAST_OVERLAY (fixture->overlay));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (fixture->button))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (g_steal_pointer (&fixture->toasts));
}

static void
dismissed_cb (Fixture *fixture)
{
  fixture->gone++;
}

static AdwToast *
say (Fixture    *fixture,
     const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (dismissed_cb), fixture);
  jm_toasts_show (fixture->toasts, toast);

  return toast;
}

/* How many toasts are on the overlay, sliding or still. */
static guint
count_shown (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->overlay); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n - 1;
}

static void
wait_for_gone (Fixture *fixture,
               guint    n)
{
  while (fixture->gone < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_shown (Fixture *fixture,
                guint    n)
{
  while (count_shown (fixture) != n)
    g_main_context_iteration (NULL, TRUE);
}

/* The second slides in longer than it slides out: let go at once, it would be given back while it still comes. */
static void
test_dismiss_while_sliding (Fixture       *fixture,
                            gconstpointer  data)
{
  AdwToast *second;

  say (fixture, "Deleted 3 touchpoints");
  second = say (fixture, "Deleted 4 touchpoints");
  wait_for_gone (fixture, 1);
  jm_toasts_dismiss (fixture->toasts, second);
  wait_for_gone (fixture, 2);
  wait_for_shown (fixture, 0);
}

static void
test_newest_stays (Fixture       *fixture,
                   gconstpointer  data)
{
  AdwToast *last;

  say (fixture, "First");
  say (fixture, "Second");
  last = say (fixture, "Third");
  g_object_add_weak_pointer (G_OBJECT (last), (gpointer *) &last);

  /* The first goes; the second was never shown, and no one waits for it. */
  wait_for_gone (fixture, 1);
  wait_for_shown (fixture, 1);
  g_assert_nonnull (last);
  jm_toasts_dismiss (fixture->toasts, last);
  wait_for_shown (fixture, 0);
  g_assert_cmpuint (fixture->gone, ==, 2);
  g_assert_null (last);
}

static void
test_take_back_before_shown (Fixture       *fixture,
                             gconstpointer  data)
{
  AdwToast *first = say (fixture, "First");
  AdwToast *second = say (fixture, "Second");

  jm_toasts_dismiss (fixture->toasts, second);
  wait_for_gone (fixture, 1);
  wait_for_shown (fixture, 0);
  /* What is gone may be taken back again: nothing happens. */
  jm_toasts_dismiss (fixture->toasts, first);
  g_assert_cmpuint (fixture->gone, ==, 1);
}

static void
test_close_while_sliding (Fixture       *fixture,
                          gconstpointer  data)
{
  say (fixture, "First");
  say (fixture, "Second");
  wait_for_gone (fixture, 1);
  gtk_widget_set_visible (fixture->window, FALSE);
  g_assert_cmpuint (count_shown (fixture), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/app/toasts/dismiss-while-sliding", test_dismiss_while_sliding);
  ADD ("/app/toasts/newest-stays", test_newest_stays);
  ADD ("/app/toasts/take-back-before-shown", test_take_back_before_shown);
  ADD ("/app/toasts/close-while-sliding", test_close_while_sliding);
#undef ADD

  return g_test_run ();
}
