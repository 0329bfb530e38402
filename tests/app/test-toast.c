/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says in passing: the newest message, until it is taken back, used or past. */
#include "app/jm-toast.h"

#include <locale.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *toast;
  guint      done; /* how often the action of a message was called */
} Fixture;

static void
done_cb (Fixture *fixture)
{
  fixture->done++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *overlay = gtk_overlay_new ();
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = g_simple_action_new ("undo", NULL);

  g_signal_connect_swapped (action, "activate", G_CALLBACK (done_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  fixture->toast = jm_toast_new ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), gtk_button_new_with_label ("A map"));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), fixture->toast);
  fixture->window = gtk_window_new ();
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (overlay))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* The button or label that is seen with that text, in any depth; NULL for none. */
static GtkWidget *
find (GtkWidget  *root,
      const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), text))
    return root;
  if (GTK_IS_BUTTON (root)
      && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), text) == 0
          || g_strcmp0 (gtk_widget_get_tooltip_text (root), text) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
wait_for (Fixture    *fixture,
          const char *text)
{
  GtkWidget *found;

  while ((found = find (fixture->toast, text)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return found;
}

static void
wait_for_nothing (Fixture *fixture)
{
  while (gtk_widget_get_visible (fixture->toast))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_take_back (Fixture       *fixture,
                gconstpointer  data)
{
  JmToast *toast = JM_TOAST (fixture->toast);
  guint first, second;

  g_assert_false (gtk_widget_get_visible (fixture->toast));
  first = jm_toast_say (toast, "Deleted <3> touchpoints", NULL, NULL, NULL);
  wait_for (fixture, "Deleted <3> touchpoints");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (toast), GTK_ACCESSIBLE_PROPERTY_LABEL, "Deleted <3> touchpoints");
  second = jm_toast_say (toast, "Deleted a phase", NULL, NULL, NULL);
  wait_for (fixture, "Deleted a phase");
  g_assert_null (find (fixture->toast, "Deleted <3> touchpoints"));

  /* The first is past: taking it back leaves the second. */
  jm_toast_dismiss (toast, first);
  g_assert_true (jm_toast_clear (toast));
  jm_toast_dismiss (toast, second);
  g_assert_false (jm_toast_clear (toast));
  wait_for_nothing (fixture);
}

static void
test_use (Fixture       *fixture,
          gconstpointer  data)
{
  JmToast *toast = JM_TOAST (fixture->toast);

  jm_toast_say (toast, "Deleted a phase", "Undo", "win.undo", NULL);
  g_signal_emit_by_name (wait_for (fixture, "Undo"), "clicked");
  g_assert_cmpuint (fixture->done, ==, 1);
  wait_for_nothing (fixture);

  /* What cannot be undone has no button left from before. */
  jm_toast_say (toast, "Nothing to paste", NULL, NULL, NULL);
  wait_for (fixture, "Nothing to paste");
  g_assert_null (find (fixture->toast, "Undo"));
  g_signal_emit_by_name (wait_for (fixture, "Close"), "clicked");
  wait_for_nothing (fixture);
  g_assert_cmpuint (fixture->done, ==, 1);
}

/* However quickly they come and go: memory that was given back is overwritten while the tests run. */
static void
test_haste (Fixture       *fixture,
            gconstpointer  data)
{
  JmToast *toast = JM_TOAST (fixture->toast);

  for (int i = 0; i < 300; i++)
    {
      guint message = jm_toast_say (toast, i % 2 == 0 ? "Even" : "Odd", i % 3 == 0 ? "Undo" : NULL,
                                    i % 3 == 0 ? "win.undo" : NULL, NULL);

      if (i % 5 != 0)
        jm_toast_dismiss (toast, message);
      g_main_context_iteration (NULL, FALSE);
    }
  jm_toast_clear (toast);
  wait_for_nothing (fixture);
}

static void
test_goes_by_itself (Fixture       *fixture,
                     gconstpointer  data)
{
  jm_toast_say (JM_TOAST (fixture->toast), "Saved", NULL, NULL, NULL);
  wait_for (fixture, "Saved");
  wait_for_nothing (fixture);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/app/toast/take-back", test_take_back);
  ADD ("/app/toast/use", test_use);
  ADD ("/app/toast/haste", test_haste);
  ADD ("/app/toast/goes-by-itself", test_goes_by_itself);
#undef ADD

  return g_test_run ();
}
