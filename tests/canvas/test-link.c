/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transitions as a person makes them: as a command, and with the question that the canvas asks. */
#include "canvas/jm-canvas-private.h"
#include "model/jm-edit.h"

#include "jm-story-window.h"
#include "jm-story.h"

typedef struct
{
  GtkWidget *window;
  JmCanvas  *canvas;
  JmSession *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->session = story_session_new (STORY);
  fixture->canvas = JM_CANVAS (jm_canvas_new ());
  fixture->window = story_window_new (GTK_WIDGET (fixture->canvas), 1200, 800);
  jm_canvas_set_session (fixture->canvas, fixture->session);
  story_window_show (fixture->window, GTK_WIDGET (fixture->canvas));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  story_window_destroy (fixture->window);
  g_object_unref (fixture->session);
}

static JmItem *
get_transition (JmSession *session)
{
  return jm_item_get_first (jm_map_get_root (jm_session_get_map (session)), JM_KIND_TRANSITION);
}

static void
test_command (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  JmItem *transition;

  g_assert_true (jm_command_link (session, "park", "pay", &id, &error));
  g_assert_no_error (error);
  transition = get_transition (session);
  g_assert_cmpstr (jm_item_get_id (transition), ==, id);
  g_assert_cmpstr (jm_item_get (transition, JM_ATTR_FROM), ==, "park");
  g_assert_cmpstr (jm_item_get (transition, JM_ATTR_TO), ==, "pay");
  g_assert_null (jm_item_get (transition, JM_ATTR_KIND));

  /* One arrow is enough, and none leads to where it begins. */
  g_assert_false (jm_command_link (session, "park", "pay", NULL, &error));
  g_assert_error (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE);
  g_clear_error (&error);
  g_assert_false (jm_command_link (session, "pay", "pay", NULL, &error));
  g_assert_error (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE);
  g_clear_error (&error);
  g_assert_false (jm_command_link (session, "pay", "nocarts", NULL, &error));
  g_assert_error (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE);

  jm_session_undo (session);
  g_assert_null (get_transition (session));
}

static void
test_kind_is_guessed (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  JmItem *transition;

  g_assert_true (jm_command_set (session, "park", JM_ATTR_DEVICE, "phone", NULL));
  g_assert_true (jm_command_set (session, "pay", JM_ATTR_DEVICE, "laptop", NULL));
  g_assert_true (jm_command_link (session, "park", "pay", NULL, NULL));
  transition = get_transition (session);
  g_assert_cmpstr (jm_item_get (transition, JM_ATTR_KIND), ==, "device");

  /* In another phase, and in the same one. */
  jm_session_undo (session);
  g_assert_true (jm_command_link (session, "pay", "park", NULL, NULL));
  g_assert_cmpstr (jm_item_get (get_transition (session), JM_ATTR_KIND), ==, "loop");
  jm_session_undo (session);
  g_assert_true (jm_command_link (session, "try", "find", NULL, NULL));
  g_assert_cmpstr (jm_item_get (get_transition (session), JM_ATTR_KIND), ==, "loop");

  /* A phase begins where its first touchpoint does. */
  jm_session_undo (session);
  g_assert_true (jm_command_link (session, "till", "pay", NULL, NULL));
  g_assert_null (jm_item_get (get_transition (session), JM_ATTR_KIND));
  jm_session_undo (session);
  g_assert_true (jm_command_link (session, "forgot", "store", NULL, NULL));
  g_assert_cmpstr (jm_item_get (get_transition (session), JM_ATTR_KIND), ==, "loop");
}

static void
test_question (Fixture       *fixture,
               gconstpointer  data)
{
  JmItem *transition;

  g_assert_false (jm_canvas_link_begin (fixture->canvas));

  /* From what hangs on a touchpoint, it is the touchpoint that leads on. */
  jm_session_select (fixture->session, "nocarts");
  g_assert_true (jm_canvas_link_begin (fixture->canvas));
  assert_focus (fixture->session, "forgot");
  g_assert_false (jm_canvas_link_key (fixture->canvas, GDK_KEY_Right));

  /* To itself it does not; the question stays. */
  g_assert_true (jm_canvas_link_key (fixture->canvas, GDK_KEY_Return));
  g_assert_null (get_transition (fixture->session));

  jm_session_select (fixture->session, "pay");
  g_assert_true (jm_canvas_link_key (fixture->canvas, GDK_KEY_Return));
  transition = get_transition (fixture->session);
  g_assert_nonnull (transition);
  g_assert_cmpstr (jm_item_get (transition, JM_ATTR_FROM), ==, "forgot");
  g_assert_cmpstr (jm_item_get (transition, JM_ATTR_TO), ==, "pay");
  assert_focus (fixture->session, jm_item_get_id (transition));

  /* It is an item like the others, and goes like them. */
  g_assert_cmpuint (jm_command_delete (fixture->session, NULL), ==, 1);
  g_assert_null (get_transition (fixture->session));
}

static void
test_given_up (Fixture       *fixture,
               gconstpointer  data)
{
  jm_session_select (fixture->session, "forgot");
  g_assert_true (jm_canvas_link_begin (fixture->canvas));
  jm_session_select (fixture->session, "pay");
  g_assert_true (jm_canvas_link_key (fixture->canvas, GDK_KEY_Escape));
  assert_focus (fixture->session, "forgot");
  g_assert_false (jm_canvas_link_key (fixture->canvas, GDK_KEY_Return));
  g_assert_false (jm_canvas_link_to (fixture->canvas, "pay"));

  /* Whoever does something else has given it up as well. */
  g_assert_true (jm_canvas_link_begin (fixture->canvas));
  g_assert_false (jm_canvas_link_key (fixture->canvas, GDK_KEY_5));
  g_assert_false (jm_canvas_link_to (fixture->canvas, "pay"));
  g_assert_null (get_transition (fixture->session));
}

static void
test_drag (Fixture       *fixture,
           gconstpointer  data)
{
  JmGesture *gesture;
  JmPoint origin, to, away;
  JmGroup *group;

  jm_session_select (fixture->session, "park");
  g_assert_nonnull (jm_canvas_get_scene (fixture->canvas));
  group = jm_scene_find (fixture->canvas->scene, "pay", JM_ROLE_TOUCHPOINT, &origin);
  to = jm_viewport_from_scene (JM_VIEWPORT (fixture->canvas),
                               jm_point (origin.x + group->box.x + 20, origin.y + group->box.y + 20));
  away = jm_viewport_from_scene (JM_VIEWPORT (fixture->canvas), jm_point (origin.x, -50));

  /* Let go beside the map: nothing. */
  gesture = jm_gesture_link_new (fixture->canvas);
  gesture->klass->update (gesture, to, FALSE, FALSE);
  gesture->klass->update (gesture, away, FALSE, FALSE);
  gesture->klass->commit (gesture);
  gesture->klass->free (gesture);
  g_assert_null (get_transition (fixture->session));

  gesture = jm_gesture_link_new (fixture->canvas);
  gesture->klass->update (gesture, to, FALSE, FALSE);
  gesture->klass->commit (gesture);
  gesture->klass->free (gesture);
  g_assert_nonnull (get_transition (fixture->session));
  g_assert_cmpstr (jm_item_get (get_transition (fixture->session), JM_ATTR_FROM), ==, "park");
  g_assert_cmpstr (jm_item_get (get_transition (fixture->session), JM_ATTR_TO), ==, "pay");
  g_assert_cmpstr (jm_session_get_undo_label (fixture->session), ==, "New transition");
}

/* Feedback runs from phase to phase: asked from a heading, answered with one, and drawn. */
static void
test_phases (Fixture       *fixture,
             gconstpointer  data)
{
  JmItem *root = jm_map_get_root (jm_session_get_map (fixture->session));
  g_autofree char *first = g_strdup (jm_item_get_id (jm_item_get_nth (root, JM_KIND_PHASE, 0)));
  g_autofree char *last = g_strdup (jm_item_get_id (jm_item_get_nth (root, JM_KIND_PHASE, jm_item_count (root, JM_KIND_PHASE) - 1)));
  JmItem *transition;
  JmGesture *gesture;
  JmGroup *group;
  JmPoint origin, to;

  jm_session_select (fixture->session, last);
  g_assert_true (jm_canvas_link_begin (fixture->canvas));
  assert_focus (fixture->session, last);
  jm_session_select (fixture->session, first);
  g_assert_true (jm_canvas_link_key (fixture->canvas, GDK_KEY_Return));
  transition = get_transition (fixture->session);
  g_assert_nonnull (transition);
  g_assert_cmpstr (jm_item_get (transition, JM_ATTR_FROM), ==, last);
  g_assert_cmpstr (jm_item_get (transition, JM_ATTR_TO), ==, first);
  g_assert_cmpstr (jm_item_get (transition, JM_ATTR_KIND), ==, "feedback");
  g_assert_nonnull (jm_scene_find (jm_canvas_get_scene (fixture->canvas), jm_item_get_id (transition), JM_ROLE_TRANSITION,
                                   NULL));
  g_assert_cmpuint (jm_command_delete (fixture->session, NULL), ==, 1);

  /* And by dragging from the one heading to the other. */
  jm_session_select (fixture->session, last);
  group = jm_scene_find (jm_canvas_get_scene (fixture->canvas), first, JM_ROLE_PHASE, &origin);
  to = jm_viewport_from_scene (JM_VIEWPORT (fixture->canvas),
                               jm_point (origin.x + group->box.x + 30, origin.y + group->box.y + 12));
  gesture = jm_gesture_link_new (fixture->canvas);
  gesture->klass->update (gesture, to, FALSE, FALSE);
  gesture->klass->commit (gesture);
  gesture->klass->free (gesture);
  g_assert_nonnull (get_transition (fixture->session));
  g_assert_cmpstr (jm_item_get (get_transition (fixture->session), JM_ATTR_TO), ==, first);
}

static void
test_measures_are_seen (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autofree char *id = NULL;
  JmItem *lane;

  g_assert_null (jm_map_get_lane (jm_session_get_map (session), "measures"));
  g_assert_true (jm_command_new_at (session, JM_KIND_MEASURE, "store", -1, NULL, &id, NULL));
  lane = jm_map_get_lane (jm_session_get_map (session), "measures");
  g_assert_nonnull (lane);
  g_assert_true (jm_command_set (session, jm_item_get_id (lane), JM_ATTR_HIDDEN, "true", NULL));
  g_assert_true (jm_command_new_at (session, JM_KIND_MEASURE, "store", -1, NULL, NULL, NULL));
  g_assert_false (jm_item_get_boolean (jm_map_get_lane (jm_session_get_map (session), "measures"), JM_ATTR_HIDDEN));
  g_assert_cmpuint (jm_item_count (story_find (session, "store"), JM_KIND_MEASURE), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/canvas/link/command", test_command);
  g_test_add_func ("/canvas/link/kind-is-guessed", test_kind_is_guessed);
  g_test_add ("/canvas/link/question", Fixture, NULL, set_up, test_question, tear_down);
  g_test_add ("/canvas/link/given-up", Fixture, NULL, set_up, test_given_up, tear_down);
  g_test_add ("/canvas/link/phases", Fixture, NULL, set_up, test_phases, tear_down);
  g_test_add ("/canvas/link/drag", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add_func ("/canvas/measures-are-seen", test_measures_are_seen);

  return g_test_run ();
}
