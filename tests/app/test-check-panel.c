/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklist beside the map: what it lists, where its rows lead, and that its answers can be undone. */
#include "app/jm-check-panel.h"
#include "format/jm-read.h"
#include "model/jm-edit.h"

#include <locale.h>

#include "jm-look.h"

#define START \
  "<?xml version='1.0' encoding='UTF-8'?>" \
  "<journey-map xmlns='https://example.com/ns/cjm/1' version='1.0' xml:lang='en' kind='current-state' date='2026-01-02'>" \
  "<title>Chair</title><scenario>A chair is bought</scenario>"

/* Nothing to ask but for a phase without a touchpoint and one without a goal. */
#define MAP START "<phase id='p1'><title>First</title></phase></journey-map>"

typedef struct
{
  JmSession    *session;
  GtkWidget    *window;
  JmCheckPanel *panel;
  GtkListBox   *list;
  char         *gone_to;
  gboolean      edits;
  guint         n_gone;
} Fixture;

static void
go_cb (JmCheckPanel *panel,
       const char   *id,
       gboolean      edit,
       Fixture      *fixture)
{
  g_free (fixture->gone_to);
  fixture->gone_to = g_strdup (id);
  fixture->edits = edit;
  fixture->n_gone++;
}

static void
wait_for_row (Fixture    *fixture,
              const char *words,
              gboolean    is_there)
{
  while ((look_for_row (fixture->list, words) != NULL) != is_there)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *text = data != NULL ? data : MAP;
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(JmMap) map = jm_read_bytes (bytes, "map", NULL, &error);

  g_assert_no_error (error);
  fixture->session = jm_session_new (map);
  fixture->panel = JM_CHECK_PANEL (jm_check_panel_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 316, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->panel));
  g_signal_connect (fixture->panel, "go", G_CALLBACK (go_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  jm_check_panel_set_session (fixture->panel, fixture->session);
  fixture->list = GTK_LIST_BOX (look_for_type (GTK_WIDGET (fixture->panel), GTK_TYPE_LIST_BOX, NULL));
  while (jm_check_panel_get_count (fixture->panel) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_pointer (&fixture->gone_to, g_free);
  g_object_unref (fixture->session);
}

static void
test_rows_lead_to_items (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkListBoxRow *row = look_for_row (fixture->list, "phase-without-touchpoint");

  g_assert_nonnull (row);
  g_signal_emit_by_name (fixture->list, "row-activated", row);
  g_assert_cmpuint (fixture->n_gone, ==, 1);
  g_assert_cmpstr (fixture->gone_to, ==, "p1");
  g_assert_false (fixture->edits);

  row = look_for_row (fixture->list, "no-persona");
  g_assert_nonnull (row);
  g_signal_emit_by_name (fixture->list, "row-activated", row);
  g_assert_cmpuint (fixture->n_gone, ==, 2);
  g_assert_null (fixture->gone_to);
}

static void
test_fix (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(JmMap) before = jm_map_ref (jm_session_get_map (fixture->session));
  GtkListBoxRow *row = look_for_row (fixture->list, "phase-without-touchpoint");
  GtkWidget *button = look_for_type (GTK_WIDGET (row), GTK_TYPE_BUTTON, "fix");
  JmItem *phase;

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  phase = jm_map_find (jm_session_get_map (fixture->session), "p1");
  g_assert_cmpuint (jm_item_count (phase, JM_KIND_TOUCHPOINT), ==, 1);
  g_assert_cmpstr (fixture->gone_to, ==, jm_item_get_id (jm_item_get_first (phase, JM_KIND_TOUCHPOINT)));
  g_assert_true (fixture->edits);
  g_assert_cmpstr (jm_session_get_undo_label (fixture->session), ==, "Add a touchpoint");
  wait_for_row (fixture, "phase-without-touchpoint", FALSE);

  jm_session_undo (fixture->session);
  g_assert_true (jm_map_equal (jm_session_get_map (fixture->session), before));
  wait_for_row (fixture, "phase-without-touchpoint", TRUE);
}

static void
test_dismiss (Fixture       *fixture,
              gconstpointer  data)
{
  guint count = jm_check_panel_get_count (fixture->panel);
  GtkListBoxRow *row = look_for_row (fixture->list, "phase-without-goal");
  GtkWidget *button = look_for_type (GTK_WIDGET (row), GTK_TYPE_BUTTON, "dismiss");
  GtkWidget *toggle;
  JmItem *dismissed;

  g_signal_emit_by_name (button, "clicked");
  dismissed = jm_item_get_first (jm_map_get_root (jm_session_get_map (fixture->session)), JM_KIND_DISMISSED);
  g_assert_nonnull (dismissed);
  g_assert_cmpstr (jm_item_get (dismissed, JM_ATTR_CHECK), ==, "phase-without-goal");
  g_assert_cmpstr (jm_item_get (dismissed, JM_ATTR_ITEM), ==, "p1");
  wait_for_row (fixture, "phase-without-goal", FALSE);
  g_assert_cmpuint (jm_check_panel_get_count (fixture->panel), ==, count - 1);

  /* What was left out can be seen, and brought back. */
  toggle = look_for_type (GTK_WIDGET (fixture->panel), GTK_TYPE_TOGGLE_BUTTON, NULL);
  g_assert_true (gtk_widget_get_visible (toggle));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  row = look_for_row (fixture->list, "phase-without-goal");
  g_assert_nonnull (row);
  g_signal_emit_by_name (look_for_type (GTK_WIDGET (row), GTK_TYPE_BUTTON, "dismiss"), "clicked");
  while (jm_check_panel_get_count (fixture->panel) != count)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (toggle));
}

/* The rows that stay are the same widgets: an answer to one does not take the focus from another. */
static void
test_rows_stay (Fixture       *fixture,
                gconstpointer  data)
{
  GtkListBoxRow *row = look_for_row (fixture->list, "no-persona");
  g_autoptr(JmMap) next = jm_map_set_text (jm_session_get_map (fixture->session), "p1", JM_KIND_GOAL, "A chair", NULL);

  gtk_widget_grab_focus (GTK_WIDGET (row));
  jm_session_apply (fixture->session, next, "Goal");
  wait_for_row (fixture, "phase-without-goal", FALSE);
  g_assert_true (look_for_row (fixture->list, "no-persona") == row);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (row)));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, data, func) g_test_add ("/app/check-panel/" path, Fixture, data, set_up, func, tear_down)
  ADD ("rows-lead-to-items", NULL, test_rows_lead_to_items);
  ADD ("fix", NULL, test_fix);
  ADD ("dismiss", NULL, test_dismiss);
  ADD ("rows-stay", NULL, test_rows_stay);
#undef ADD

  return g_test_run ();
}
