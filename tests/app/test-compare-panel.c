/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of differences beside the map: what it says, where it leads, and that it keeps up with the work. */
#include "app/jm-compare-panel.h"
#include "format/jm-read.h"
#include "model/jm-compare.h"
#include "model/jm-edit.h"

#include <locale.h>

#include "jm-look.h"

#define MAP \
  "<journey-map xmlns='https://example.com/ns/cjm/1' version='1.0' xml:lang='en' kind='current-state'>" \
  "<title>Chair</title><phase id='one'><title>One</title>" \
  "<touchpoint id='park'><title>Parking</title><emotion value='-1'/></touchpoint>" \
  "<touchpoint id='pay'><title>Paying</title></touchpoint></phase></journey-map>"

typedef struct
{
  JmSession      *session;
  JmMap          *before;
  GtkWidget      *window;
  JmComparePanel *panel;
  GtkListBox     *list;
  char           *gone_to;
} Fixture;

static void
go_cb (JmComparePanel *panel,
       const char     *id,
       gboolean        edit,
       Fixture        *fixture)
{
  g_free (fixture->gone_to);
  fixture->gone_to = g_strdup (id);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (MAP, strlen (MAP));
  g_autoptr(GError) error = NULL;

  fixture->before = jm_read_bytes (bytes, "map", NULL, &error);
  g_assert_no_error (error);
  fixture->session = jm_session_new (fixture->before);
  fixture->panel = JM_COMPARE_PANEL (jm_compare_panel_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->panel));
  g_signal_connect (fixture->panel, "go", G_CALLBACK (go_cb), fixture);
  fixture->list = GTK_LIST_BOX (look_for_type (GTK_WIDGET (fixture->panel), GTK_TYPE_LIST_BOX, NULL));
  jm_compare_panel_set_session (fixture->panel, fixture->session);
  jm_compare_panel_set_other (fixture->panel, fixture->before, "Chair");
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_free (fixture->gone_to);
  jm_map_unref (fixture->before);
  g_assert_finalize_object (g_steal_pointer (&fixture->session));
}

static void
test_keeps_up (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(JmMap) felt = NULL;
  g_autoptr(JmMap) longer = NULL;
  g_autofree char *id = NULL;
  const char *park[] = { "park", NULL };
  g_autoptr(JmMap) shorter = NULL;

  g_assert_null (gtk_list_box_get_row_at_index (fixture->list, 0));

  felt = jm_map_set_emotion (jm_session_get_map (fixture->session), "park", NULL, 2, NULL);
  jm_session_apply (fixture->session, felt, "Feel");
  while (look_for_row (fixture->list, "Parking") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (fixture->list, "row-activated", look_for_row (fixture->list, "Parking"));
  g_assert_cmpstr (fixture->gone_to, ==, "park");

  longer = jm_map_add (felt, JM_KIND_TOUCHPOINT, "one", -1, "Leaving", &id, NULL);
  jm_session_apply (fixture->session, longer, "Add");
  while (look_for_row (fixture->list, "Leaving") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (fixture->list, "row-activated", look_for_row (fixture->list, "Leaving"));
  g_assert_cmpstr (fixture->gone_to, ==, id);

  /* What is gone is told, and there is nowhere to go to. */
  shorter = jm_map_remove (longer, park, NULL);
  jm_session_apply (fixture->session, shorter, "Remove");
  while (look_for_row (fixture->list, "Parking") == NULL ||
         gtk_list_box_row_get_activatable (look_for_row (fixture->list, "Parking")))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (fixture->list, "row-activated", look_for_row (fixture->list, "Parking"));
  g_assert_cmpstr (fixture->gone_to, ==, id);

  jm_session_undo (fixture->session);
  jm_session_undo (fixture->session);
  jm_session_undo (fixture->session);
  while (gtk_list_box_get_row_at_index (fixture->list, 0) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_future (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(JmMap) future = jm_map_make_future (jm_session_get_map (fixture->session));
  GtkListBoxRow *row;

  jm_session_apply (fixture->session, future, "Future");
  while ((row = gtk_list_box_get_row_at_index (fixture->list, 0)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  /* It is about the map itself. */
  g_free (fixture->gone_to);
  fixture->gone_to = g_strdup ("somewhere");
  g_signal_emit_by_name (fixture->list, "row-activated", row);
  g_assert_null (fixture->gone_to);

  jm_compare_panel_set_other (fixture->panel, NULL, NULL);
  g_assert_null (gtk_list_box_get_row_at_index (fixture->list, 0));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/app/compare-panel/keeps-up", Fixture, NULL, set_up, test_keeps_up, tear_down);
  g_test_add ("/app/compare-panel/future", Fixture, NULL, set_up, test_future, tear_down);

  return g_test_run ();
}
