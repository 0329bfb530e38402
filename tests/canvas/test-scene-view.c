/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other pictures of a map in a window: their items with roles and names, where they lead, and that they keep up. */
#include "canvas/jm-canvas-item.h"
#include "canvas/jm-scene-view.h"
#include "model/jm-edit.h"

#include <string.h>

#include "jm-story-window.h"
#include "jm-story.h"

typedef struct
{
  GtkWidget   *window;
  JmSceneView *view;
  JmSession   *session;
  char        *activated;
} Fixture;

static void
activate_cb (JmSceneView *view,
             const char  *id,
             Fixture     *fixture)
{
  g_free (fixture->activated);
  fixture->activated = g_strdup (id);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->session = story_session_new (STORY);
  fixture->view = JM_SCENE_VIEW (jm_scene_view_new ());
  fixture->window = story_window_new (GTK_WIDGET (fixture->view), 1000, 700);
  g_signal_connect (fixture->view, "activate", G_CALLBACK (activate_cb), fixture);
  jm_scene_view_set_view (fixture->view, JM_VIEW_RANKING);
  jm_scene_view_set_session (fixture->view, fixture->session);
  story_window_show (fixture->window, GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  story_window_destroy (fixture->window);
  g_clear_pointer (&fixture->activated, g_free);
  g_assert_finalize_object (g_steal_pointer (&fixture->session));
}

static JmCanvasItem *
find_item (Fixture    *fixture,
           const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_strcmp0 (jm_canvas_item_get_id (JM_CANVAS_ITEM (child)), id) == 0)
        return JM_CANVAS_ITEM (child);
    }

  return NULL;
}

static void
test_items (Fixture       *fixture,
            gconstpointer  data)
{
  JmCanvasItem *item = find_item (fixture, "nocarts");

  g_assert_nonnull (item);
  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_nonnull (strstr (jm_canvas_item_get_name (item), "Geen karren"));
  g_assert_nonnull (find_item (fixture, "sign"));

  /* Pain points are no part of the opportunities by effort and impact. */
  jm_scene_view_set_view (fixture->view, JM_VIEW_MATRIX);
  g_assert_nonnull (find_item (fixture, "sign"));
  g_assert_null (find_item (fixture, "nocarts"));
}

static void
test_keeps_up (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(JmMap) next = NULL;
  g_autofree char *id = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (find_item (fixture, "sign")));
  next = jm_map_add (jm_session_get_map (fixture->session), JM_KIND_OPPORTUNITY, "pay", -1, "Faster", &id, NULL);
  jm_session_apply (fixture->session, next, "New");
  g_assert_nonnull (find_item (fixture, id));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (find_item (fixture, "sign"))));

  jm_session_undo (fixture->session);
  g_assert_null (find_item (fixture, id));
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  JmViewport *viewport = JM_VIEWPORT (fixture->view);
  JmScene *scene = jm_scene_view_get_scene (fixture->view);
  double before = jm_viewport_get_zoom (viewport);
  JmPoint at;

  /* It fills the width at first. */
  g_assert_cmpfloat_with_epsilon (before * jm_scene_get_width (scene), gtk_widget_get_width (GTK_WIDGET (viewport)), 1);

  /* What is under the pointer stays there, where the edges of the scene allow it. */
  at = jm_viewport_to_scene (viewport, jm_point (500, 20));
  jm_viewport_zoom_at (viewport, before * 4, 500, 20);
  g_assert_cmpfloat (jm_viewport_get_zoom (viewport), ==, before * 4);
  g_assert_cmpfloat_with_epsilon (jm_viewport_to_scene (viewport, jm_point (500, 20)).x, at.x, 1);
  g_assert_cmpfloat_with_epsilon (jm_viewport_to_scene (viewport, jm_point (500, 20)).y, at.y, 1);

  jm_viewport_zoom_to_fit (viewport);
  g_assert_cmpfloat (jm_viewport_get_zoom (viewport) * jm_scene_get_width (scene), <=,
                     gtk_widget_get_width (GTK_WIDGET (viewport)));
  g_assert_cmpfloat (jm_viewport_get_zoom (viewport) * jm_scene_get_height (scene), <=,
                     gtk_widget_get_height (GTK_WIDGET (viewport)));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/canvas/scene-view/items", Fixture, NULL, set_up, test_items, tear_down);
  g_test_add ("/canvas/scene-view/keeps-up", Fixture, NULL, set_up, test_keeps_up, tear_down);
  g_test_add ("/canvas/scene-view/zoom", Fixture, NULL, set_up, test_zoom, tear_down);

  return g_test_run ();
}
