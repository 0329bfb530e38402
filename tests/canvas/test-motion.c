/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes places is seen to go there, and is there at last; at once when nothing is to move. */
#include "canvas/jm-canvas-private.h"
#include "model/jm-edit.h"

#include "jm-story-canvas.h"
#include "jm-story-window.h"
#include "jm-story.h"

#define SECOND G_USEC_PER_SEC

/* Between two scenes, without a display. */

static JmScene *
compose (JmMap *map)
{
  return jm_scene_new (map, NULL);
}

static JmMap *
move (JmMap      *map,
      const char *id,
      const char *parent,
      int         position)
{
  g_autoptr(GError) error = NULL;
  JmMap *moved = jm_map_move (map, id, parent, position, &error);

  g_assert_no_error (error);
  return moved;
}

/* Where an item of a scene is seen. */
static JmPoint
see (JmMotion   *motion,
     JmScene    *scene,
     const char *id,
     JmRole      role,
     float      *seen)
{
  JmPoint at;
  JmGroup *group = jm_scene_find (scene, id, role, &at);
  float part;

  g_assert_nonnull (group);
  part = motion != NULL ? jm_motion_look_up (motion, group, &at.x, &at.y) : 1;
  if (seen != NULL)
    *seen = part;

  return at;
}

static JmRect
get_all (JmScene *scene)
{
  return jm_rect (0, 0, jm_scene_get_width (scene), jm_scene_get_height (scene));
}

static void
assert_at (JmPoint one,
           JmPoint other)
{
  g_assert_cmpfloat_with_epsilon (one.x, other.x, 0.001);
  g_assert_cmpfloat_with_epsilon (one.y, other.y, 0.001);
}

static void
test_way (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  JmMap *map = jm_session_get_map (session);
  g_autoptr(JmMap) moved = move (map, "find", "store", 2);
  g_autoptr(JmScene) before = compose (map);
  g_autoptr(JmScene) after = compose (moved);
  g_autoptr(JmMotion) motion = jm_motion_new (before, after, get_all (after), NULL, 0);
  JmPoint from = see (NULL, before, "find", JM_ROLE_TOUCHPOINT, NULL);
  JmPoint to = see (NULL, after, "find", JM_ROLE_TOUCHPOINT, NULL);
  JmPoint still = see (NULL, before, "park", JM_ROLE_TOUCHPOINT, NULL);
  double last = from.x;

  g_assert_nonnull (motion);
  g_assert_cmpfloat (to.x, >, from.x);
  assert_at (see (motion, after, "find", JM_ROLE_TOUCHPOINT, NULL), from);
  assert_at (see (motion, after, "forgot", JM_ROLE_TOUCHPOINT, NULL), see (NULL, before, "forgot", JM_ROLE_TOUCHPOINT, NULL));
  assert_at (see (motion, after, "park", JM_ROLE_TOUCHPOINT, NULL), still);
  /* What hangs on it comes along. */
  assert_at (see (motion, after, "sign", JM_ROLE_OPPORTUNITY, NULL), see (NULL, before, "sign", JM_ROLE_OPPORTUNITY, NULL));

  for (gint64 now = SECOND / 100; jm_motion_advance (motion, now); now += SECOND / 100)
    {
      JmPoint at = see (motion, after, "find", JM_ROLE_TOUCHPOINT, NULL);

      g_assert_cmpfloat (at.x, >, last);
      g_assert_cmpfloat (at.x, <=, to.x);
      g_assert_cmpint (now, <, SECOND / 4);
      last = at.x;
    }
  assert_at (see (motion, after, "find", JM_ROLE_TOUCHPOINT, NULL), to);
}

/* Another change on the way: from where it is seen. */
static void
test_interrupted (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  JmMap *map = jm_session_get_map (session);
  g_autoptr(JmMap) moved = move (map, "find", "store", 2);
  g_autoptr(JmScene) before = compose (map);
  g_autoptr(JmScene) after = compose (moved);
  g_autoptr(JmScene) back = compose (map);
  g_autoptr(JmMotion) motion = jm_motion_new (before, after, get_all (after), NULL, 0);
  g_autoptr(JmMotion) other = NULL;
  JmPoint at;

  jm_motion_advance (motion, SECOND / 20);
  at = see (motion, after, "find", JM_ROLE_TOUCHPOINT, NULL);
  other = jm_motion_new (after, back, get_all (back), motion, SECOND / 20);
  g_assert_nonnull (other);
  assert_at (see (other, back, "find", JM_ROLE_TOUCHPOINT, NULL), at);
  g_assert_false (jm_motion_advance (other, SECOND));
  assert_at (see (other, back, "find", JM_ROLE_TOUCHPOINT, NULL), see (NULL, before, "find", JM_ROLE_TOUCHPOINT, NULL));
}

static void
count_gone (JmGroup  *group,
            double    x,
            double    y,
            float     seen,
            gpointer  user_data)
{
  if (g_strcmp0 (group->id, "find") == 0)
    ++*(guint *) user_data;
}

/* What is new appears where it is, and what is gone disappears where it was. */
static void
test_new_and_gone (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  JmMap *map = jm_session_get_map (session);
  const char *ids[] = { "find", NULL };
  g_autoptr(JmMap) without = jm_map_remove (map, ids, NULL);
  g_autoptr(JmScene) all = compose (map);
  g_autoptr(JmScene) less = compose (without);
  g_autoptr(JmMotion) coming = jm_motion_new (less, all, get_all (all), NULL, 0);
  g_autoptr(JmMotion) going = jm_motion_new (all, less, get_all (all), NULL, 0);
  guint n_gone = 0;
  float seen;

  assert_at (see (coming, all, "find", JM_ROLE_TOUCHPOINT, &seen), see (NULL, all, "find", JM_ROLE_TOUCHPOINT, NULL));
  g_assert_cmpfloat (seen, ==, 0);
  jm_motion_advance (coming, SECOND / 10);
  see (coming, all, "find", JM_ROLE_TOUCHPOINT, &seen);
  g_assert_cmpfloat (seen, >, 0);
  g_assert_cmpfloat (seen, <, 1);
  see (coming, all, "park", JM_ROLE_TOUCHPOINT, &seen);
  g_assert_cmpfloat (seen, ==, 1);

  jm_motion_foreach_gone (going, JM_LAYER_BODY, count_gone, &n_gone);
  g_assert_cmpuint (n_gone, ==, 1);
}

/* The same map, and one of which only something far away is different. */
static void
test_nothing (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  JmMap *map = jm_session_get_map (session);
  g_autoptr(JmMap) moved = move (map, "find", "store", 2);
  g_autoptr(JmScene) before = compose (map);
  g_autoptr(JmScene) same = compose (map);
  g_autoptr(JmScene) after = compose (moved);

  g_assert_null (jm_motion_new (before, same, get_all (same), NULL, 0));
  g_assert_null (jm_motion_new (before, after, jm_rect (-5000, -5000, 10, 10), NULL, 0));
}

/* A map from right to left grows on its left: what is on the right of that stays where it is seen. */
static void
test_right_to_left (void)
{
  g_autoptr(GString) text = g_string_new (STORY);
  g_autoptr(JmSession) session = NULL;
  g_autoptr(JmMap) copied = NULL;
  g_autoptr(JmScene) before = NULL;
  g_autoptr(JmScene) after = NULL;
  g_autoptr(JmMotion) motion = NULL;
  JmPoint at;

  g_string_replace (text, "xml:lang='nl'", "xml:lang='ar'", 1);
  session = story_session_new (text->str);
  copied = jm_map_duplicate (jm_session_get_map (session), "store", NULL, -1, NULL, NULL);
  before = compose (jm_session_get_map (session));
  after = compose (copied);
  g_assert_cmpfloat (jm_scene_get_width (after), >, jm_scene_get_width (before));

  motion = jm_motion_new (before, after, get_all (before), NULL, 0);
  g_assert_nonnull (motion);
  at = see (NULL, after, "park", JM_ROLE_TOUCHPOINT, NULL);
  assert_at (see (motion, after, "park", JM_ROLE_TOUCHPOINT, NULL), at);
  g_assert_cmpfloat (at.x, >, see (NULL, before, "park", JM_ROLE_TOUCHPOINT, NULL).x);
}

/* In a window */

typedef struct
{
  GtkWidget *window;
  JmCanvas  *canvas;
  JmSession *session;
} Fixture;

static void
set_animations (gboolean animations)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animations, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_animations (data != NULL);
  fixture->session = story_session_new (STORY);
  fixture->canvas = JM_CANVAS (jm_canvas_new ());
  fixture->window = story_window_new (GTK_WIDGET (fixture->canvas), 1200, 800);
  jm_canvas_set_session (fixture->canvas, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  story_canvas_settle (fixture->canvas);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  story_window_destroy (fixture->window);
  g_object_unref (fixture->session);
}

static void
swap (Fixture *fixture)
{
  g_autoptr(JmMap) moved = move (jm_session_get_map (fixture->session), "find", "store", 2);

  jm_session_apply (fixture->session, moved, "Move");
  jm_canvas_get_scene (fixture->canvas);
}

/* It waits for the end, however long a loaded machine takes. */
static void
test_goes_there (Fixture       *fixture,
                 gconstpointer  data)
{
  JmScene *scene = jm_scene_ref (jm_canvas_get_scene (fixture->canvas));
  JmPoint from = see (NULL, scene, "find", JM_ROLE_TOUCHPOINT, NULL);
  JmRect rect;

  jm_scene_unref (scene);
  swap (fixture);
  scene = fixture->canvas->scene;
  g_assert_nonnull (fixture->canvas->motion);
  assert_at (see (fixture->canvas->motion, scene, "find", JM_ROLE_TOUCHPOINT, NULL), from);

  /* A click finds it where it will be. */
  jm_canvas_get_item_rect (fixture->canvas, "find", JM_ROLE_TOUCHPOINT, &rect);
  g_assert_cmpstr (jm_canvas_pick (fixture->canvas, jm_point (rect.x + 20, rect.y + 20)).group->id, ==, "find");

  while (fixture->canvas->motion != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->canvas->motion_tick, ==, 0);
}

static void
test_is_there (Fixture       *fixture,
               gconstpointer  data)
{
  swap (fixture);
  g_assert_null (fixture->canvas->motion);

  /* A person may want it otherwise while the program runs. */
  set_animations (TRUE);
  jm_session_undo (fixture->session);
  jm_canvas_get_scene (fixture->canvas);
  g_assert_nonnull (fixture->canvas->motion);
  set_animations (FALSE);
  swap (fixture);
  g_assert_null (fixture->canvas->motion);
}

/* While somebody types all stands still, and what was on its way is there. */
static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  swap (fixture);
  g_assert_nonnull (fixture->canvas->motion);
  g_assert_true (jm_canvas_start_editing (fixture->canvas, "park", JM_KIND_TITLE));
  while (fixture->canvas->motion != NULL)
    g_main_context_iteration (NULL, TRUE);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (jm_canvas_get_text_editor (fixture->canvas)),
                            "Een plek zoeken, heel lang, op een zaterdagmiddag, en dan ver weg staan van de ingang", -1);
  jm_canvas_get_scene (fixture->canvas);
  g_assert_null (fixture->canvas->motion);
}

/* What is let go of comes from under the pointer; a feeling that is dragged is where the pointer is. */
static void
test_gestures (Fixture       *fixture,
               gconstpointer  data)
{
  JmCanvas *canvas = fixture->canvas;
  JmRect rect;
  JmPoint at;
  JmHit hit;

  jm_canvas_get_item_rect (canvas, "find", JM_ROLE_TOUCHPOINT, &rect);
  at = jm_point (rect.x + rect.width / 2, rect.y + rect.height / 2);
  hit = jm_canvas_pick (canvas, at);
  canvas->gesture = jm_gesture_arrange_new (canvas, &hit);
  canvas->gesture->klass->update (canvas->gesture, jm_point (at.x, at.y + 300), FALSE, FALSE);
  jm_canvas_pointer_cancel (canvas);
  g_assert_nonnull (canvas->motion);
  at = see (NULL, canvas->scene, "find", JM_ROLE_TOUCHPOINT, NULL);
  g_assert_cmpfloat (see (canvas->motion, canvas->scene, "find", JM_ROLE_TOUCHPOINT, NULL).y, >, at.y + 200);
  while (canvas->motion != NULL)
    g_main_context_iteration (NULL, TRUE);

  jm_canvas_get_item_rect (canvas, "forgot@sanne", JM_ROLE_EMOTION, &rect);
  at = jm_point (rect.x + rect.width / 2, rect.y + rect.height / 2);
  hit = jm_canvas_pick (canvas, at);
  g_assert_cmpint (hit.group->role, ==, JM_ROLE_EMOTION);
  canvas->gesture = jm_gesture_emotion_new (canvas, &hit);
  canvas->gesture->klass->update (canvas->gesture, jm_point (at.x, at.y - 100), FALSE, FALSE);
  jm_canvas_get_scene (canvas);
  g_assert_null (canvas->motion);
  jm_canvas_pointer_cancel (canvas);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/motion/way", test_way);
  g_test_add_func ("/motion/interrupted", test_interrupted);
  g_test_add_func ("/motion/new-and-gone", test_new_and_gone);
  g_test_add_func ("/motion/nothing", test_nothing);
  g_test_add_func ("/motion/right-to-left", test_right_to_left);
  g_test_add ("/motion/goes-there", Fixture, "animated", set_up, test_goes_there, tear_down);
  g_test_add ("/motion/is-there", Fixture, NULL, set_up, test_is_there, tear_down);
  g_test_add ("/motion/typing", Fixture, "animated", set_up, test_typing, tear_down);
  g_test_add ("/motion/gestures", Fixture, "animated", set_up, test_gestures, tear_down);

  return g_test_run ();
}
