/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas in a window: its items with their roles and names, gestures from press to release, text in place. */
#include "canvas/jm-canvas-item.h"

#include <string.h>

#include "jm-story-canvas.h"
#include "jm-story-window.h"
#include "jm-story.h"

typedef struct
{
  GtkWidget *window;
  JmCanvas  *canvas;
  JmSession *session;
  char      *message;
  guint      n_messages;
} Fixture;

static void
message_cb (JmCanvas   *canvas,
            const char *text,
            gboolean    undoable,
            Fixture    *fixture)
{
  g_free (fixture->message);
  fixture->message = g_strdup (text);
  fixture->n_messages++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->session = story_session_new (data != NULL ? data : STORY);
  fixture->canvas = JM_CANVAS (jm_canvas_new ());
  fixture->window = story_window_new (GTK_WIDGET (fixture->canvas), 1200, 800);
  g_signal_connect (fixture->canvas, "message", G_CALLBACK (message_cb), fixture);
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
  g_free (fixture->message);
}

static GtkWidget *
find_item (Fixture    *fixture,
           const char *id,
           JmRole      role)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (JM_IS_CANVAS_ITEM (child) && jm_canvas_item_get_role (JM_CANVAS_ITEM (child)) == role &&
          g_strcmp0 (jm_canvas_item_get_id (JM_CANVAS_ITEM (child)), id) == 0)
        return child;
    }

  return NULL;
}

static JmPoint
get_middle (Fixture    *fixture,
            const char *id,
            JmRole      role)
{
  JmRect rect;

  g_assert_true (jm_canvas_get_item_rect (fixture->canvas, id, role, &rect));
  return jm_point (rect.x + rect.width / 2, rect.y + rect.height / 2);
}

/* Items */

static void
test_roles_and_names (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *touchpoint = find_item (fixture, "forgot", JM_ROLE_TOUCHPOINT);
  GtkWidget *phase = find_item (fixture, "store", JM_ROLE_PHASE);
  GtkWidget *feeling = find_item (fixture, "forgot@sanne", JM_ROLE_EMOTION);
  GtkWidget *pain = find_item (fixture, "nocarts", JM_ROLE_PAIN_POINT);

  g_assert_nonnull (touchpoint);
  g_assert_nonnull (phase);
  g_assert_nonnull (feeling);
  g_assert_nonnull (pain);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (touchpoint), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (phase), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (feeling), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (touchpoint), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Touchpoint, Kar vergeten, phase Magazijn, 2 of 3, feeling very bad, "
                                       "1 pain point");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pain), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Pain point, Geen karren, severity 3 of 3, touchpoint Kar vergeten");
}

static void
test_names_follow_edits (Fixture       *fixture,
                         gconstpointer  data)
{
  g_assert_true (jm_command_type_text (fixture->session, "forgot", JM_KIND_TITLE, "Kar kwijt", NULL));
  g_assert_true (jm_command_set_feeling (fixture->session, "forgot", NULL, 1, NULL));
  story_canvas_settle (fixture->canvas);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_item (fixture, "forgot", JM_ROLE_TOUCHPOINT)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Touchpoint, Kar kwijt, phase Magazijn, 2 of 3, feeling good, 1 pain point");

  jm_session_select (fixture->session, "forgot");
  g_assert_cmpuint (jm_command_delete (fixture->session, NULL), ==, 1);
  story_canvas_settle (fixture->canvas);
  g_assert_null (find_item (fixture, "forgot", JM_ROLE_TOUCHPOINT));
  g_assert_null (find_item (fixture, "nocarts", JM_ROLE_PAIN_POINT));
}

/* What a screen reader comes to, one after the other. */
static void
assert_reads (Fixture    *fixture,
              const char *expected)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *id = jm_canvas_item_get_id (JM_CANVAS_ITEM (child));

      if (jm_canvas_item_get_role (JM_CANVAS_ITEM (child)) != JM_ROLE_LANE)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id != NULL ? id : "map");
    }

  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_reading_order (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_reads (fixture, "map sanne arrival park park@sanne enter store find forgot forgot@sanne nocarts try sign "
                         "till pay");

  jm_session_select (fixture->session, "forgot");
  g_assert_true (jm_command_move_by (fixture->session, 1));
  story_canvas_settle (fixture->canvas);
  assert_reads (fixture, "map sanne arrival park park@sanne enter store find try sign forgot forgot@sanne nocarts "
                         "till pay");
}

static void
test_focus_follows_selection (Fixture       *fixture,
                              gconstpointer  data)
{
  GtkWidget *item;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  jm_session_select (fixture->session, "pay");
  story_canvas_settle (fixture->canvas);

  item = find_item (fixture, "pay", JM_ROLE_TOUCHPOINT);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == item);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

/* Moving about */

static void
assert_goes (Fixture          *fixture,
             const char       *from,
             GtkDirectionType  direction,
             const char       *to)
{
  g_autofree char *id = jm_places_navigate (jm_canvas_get_scene (fixture->canvas), from, direction);

  g_assert_cmpstr (id, ==, to);
}

static void
test_arrows (Fixture       *fixture,
             gconstpointer  data)
{
  assert_goes (fixture, NULL, GTK_DIR_RIGHT, "park");
  assert_goes (fixture, "enter", GTK_DIR_RIGHT, "find");
  assert_goes (fixture, "find", GTK_DIR_LEFT, "enter");
  assert_goes (fixture, "park", GTK_DIR_LEFT, NULL);
  assert_goes (fixture, "forgot", GTK_DIR_UP, "store");
  assert_goes (fixture, "forgot", GTK_DIR_DOWN, "forgot@sanne");
  assert_goes (fixture, "forgot@sanne", GTK_DIR_DOWN, "nocarts");
  assert_goes (fixture, "nocarts", GTK_DIR_UP, "forgot@sanne");
  assert_goes (fixture, "park@sanne", GTK_DIR_RIGHT, "forgot@sanne");
  assert_goes (fixture, "store", GTK_DIR_RIGHT, "till");
}

static void
test_zoom_keeps_the_place (Fixture       *fixture,
                           gconstpointer  data)
{
  JmPoint before, after;

  jm_viewport_zoom_at (JM_VIEWPORT (fixture->canvas), 2, 0, 0);
  story_canvas_settle (fixture->canvas);
  before = jm_viewport_to_scene (JM_VIEWPORT (fixture->canvas), jm_point (500, 400));
  jm_viewport_zoom_at (JM_VIEWPORT (fixture->canvas), 3, 500, 400);
  story_canvas_settle (fixture->canvas);
  after = jm_viewport_to_scene (JM_VIEWPORT (fixture->canvas), jm_point (500, 400));
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 0.5);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 0.5);

  jm_viewport_set_zoom (JM_VIEWPORT (fixture->canvas), 100);
  g_assert_cmpfloat (jm_viewport_get_zoom (JM_VIEWPORT (fixture->canvas)), ==, JM_ZOOM_MAX);
}

static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  JmRect rect;

  jm_viewport_zoom_at (JM_VIEWPORT (fixture->canvas), 3, 0, 0);
  story_canvas_settle (fixture->canvas);
  g_assert_true (jm_canvas_get_item_rect (fixture->canvas, "pay", JM_ROLE_NONE, &rect));
  g_assert_cmpfloat (rect.x, >, 1200);

  jm_canvas_reveal (fixture->canvas, "pay");
  story_canvas_settle (fixture->canvas);
  g_assert_true (jm_canvas_get_item_rect (fixture->canvas, "pay", JM_ROLE_NONE, &rect));
  g_assert_cmpfloat (rect.x, >, 0);
  g_assert_cmpfloat (rect.x + rect.width, <, 1200);
}

/* The headings and lane names stay in view. */
static void
test_pins (Fixture       *fixture,
           gconstpointer  data)
{
  JmRect heading, lane;
  JmHit hit;

  jm_viewport_zoom_at (JM_VIEWPORT (fixture->canvas), 1.6, 0, 0);
  story_canvas_settle (fixture->canvas);
  jm_viewport_scroll_by (JM_VIEWPORT (fixture->canvas), 300, 400);
  story_canvas_settle (fixture->canvas);

  g_assert_true (jm_canvas_get_item_rect (fixture->canvas, "store", JM_ROLE_PHASE, &heading));
  g_assert_true (jm_canvas_get_item_rect (fixture->canvas, "pains", JM_ROLE_LANE, &lane));
  g_assert_cmpfloat (heading.y, >=, 0);
  g_assert_cmpfloat (heading.y, <, 40);
  g_assert_cmpfloat (lane.x, >=, 0);
  g_assert_cmpfloat (lane.x, <, 40);

  /* And can be taken there. */
  hit = jm_canvas_pick (fixture->canvas, jm_point (heading.x + heading.width / 2, heading.y + heading.height / 2));
  g_assert_nonnull (hit.group);
  g_assert_cmpstr (hit.group->id, ==, "store");
}

/* Gestures: begun, moved to a place, and then let go, or given up with Escape */

typedef JmGesture *(* NewGesture) (JmCanvas    *canvas,
                                   const JmHit *hit);

static void
begin (Fixture    *fixture,
       NewGesture  new_gesture,
       JmPoint     from)
{
  JmHit hit = jm_canvas_pick (fixture->canvas, from);

  fixture->canvas->press = from;
  fixture->canvas->gesture = new_gesture (fixture->canvas, &hit);
  g_assert_nonnull (fixture->canvas->gesture);
}

static void
move (Fixture *fixture,
      JmPoint  to,
      gboolean alt)
{
  fixture->canvas->gesture->klass->update (fixture->canvas->gesture, to, alt, FALSE);
  story_canvas_settle (fixture->canvas);
}

static void
let_go (Fixture *fixture)
{
  JmGesture *gesture = g_steal_pointer (&fixture->canvas->gesture);

  gesture->klass->commit (gesture);
  gesture->klass->free (gesture);
  story_canvas_settle (fixture->canvas);
}

static void
test_drag_touchpoint (Fixture       *fixture,
                      gconstpointer  data)
{
  JmPoint from = get_middle (fixture, "forgot", JM_ROLE_TOUCHPOINT);
  JmPoint to = get_middle (fixture, "park", JM_ROLE_TOUCHPOINT);

  begin (fixture, jm_gesture_arrange_new, from);
  move (fixture, jm_point (to.x + 20, to.y), FALSE);
  assert_order (fixture->session, "park forgot enter | find try | pay");
  g_assert_false (jm_session_get_can_undo (fixture->session));

  let_go (fixture);
  assert_order (fixture->session, "park forgot enter | find try | pay");
  assert_focus (fixture->session, "forgot");
  g_assert_cmpstr (jm_session_get_undo_label (fixture->session), ==, "Move touchpoint");
  jm_session_undo (fixture->session);
  assert_order (fixture->session, "park enter | find forgot try | pay");
  g_assert_false (jm_session_get_can_undo (fixture->session));
}

static void
test_escape_gives_a_drag_up (Fixture       *fixture,
                             gconstpointer  data)
{
  JmMap *before = jm_session_get_map (fixture->session);

  begin (fixture, jm_gesture_arrange_new, get_middle (fixture, "forgot", JM_ROLE_TOUCHPOINT));
  move (fixture, get_middle (fixture, "pay", JM_ROLE_TOUCHPOINT), FALSE);
  g_assert_true (jm_session_get_map (fixture->session) != before);

  g_assert_true (jm_canvas_pointer_cancel (fixture->canvas));
  g_assert_true (jm_session_get_map (fixture->session) == before);
  g_assert_false (jm_session_in_draft (fixture->session));
  g_assert_false (jm_session_get_can_undo (fixture->session));
}

/* The map is another one before the button is let go: nothing is done, and nothing breaks. */
static void
test_map_replaced_in_a_drag (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(JmSession) other = story_session_new (STORY);

  begin (fixture, jm_gesture_arrange_new, get_middle (fixture, "forgot", JM_ROLE_TOUCHPOINT));
  move (fixture, get_middle (fixture, "pay", JM_ROLE_TOUCHPOINT), FALSE);
  jm_session_replace (fixture->session, jm_session_get_map (other));
  story_canvas_settle (fixture->canvas);
  g_assert_true (jm_canvas_pointer_cancel (fixture->canvas));
  assert_order (fixture->session, "park enter | find forgot try | pay");
  g_assert_cmpstr (fixture->message, ==, "The map changed meanwhile.");
}

/* Nor can anything else be done while it lasts. */
static void
test_commands_in_a_drag (Fixture       *fixture,
                         gconstpointer  data)
{
  jm_session_select (fixture->session, "forgot");
  begin (fixture, jm_gesture_arrange_new, get_middle (fixture, "forgot", JM_ROLE_TOUCHPOINT));
  g_assert_cmpuint (jm_command_delete (fixture->session, NULL), ==, 0);
  g_assert_false (jm_command_duplicate (fixture->session, NULL));
  g_assert_false (jm_command_set_feeling (fixture->session, NULL, NULL, 1, NULL));
  g_assert_false (jm_command_type_text (fixture->session, "forgot", JM_KIND_TITLE, "Weg", NULL));
  g_assert_false (jm_command_new (fixture->session, JM_KIND_TOUCHPOINT, NULL, NULL));
  let_go (fixture);
  g_assert_false (jm_session_get_can_undo (fixture->session));
}

static void
test_drag_back_is_no_step (Fixture       *fixture,
                           gconstpointer  data)
{
  JmPoint from = get_middle (fixture, "forgot", JM_ROLE_TOUCHPOINT);

  begin (fixture, jm_gesture_arrange_new, from);
  move (fixture, get_middle (fixture, "pay", JM_ROLE_TOUCHPOINT), FALSE);
  move (fixture, from, FALSE);
  let_go (fixture);
  assert_order (fixture->session, "park enter | find forgot try | pay");
  g_assert_false (jm_session_get_can_undo (fixture->session));
}

static void
test_drag_several_and_copy (Fixture       *fixture,
                            gconstpointer  data)
{
  const char *ids[] = { "try", "find", NULL };
  JmPoint to;

  jm_session_select_many (fixture->session, ids);
  begin (fixture, jm_gesture_arrange_new, get_middle (fixture, "try", JM_ROLE_TOUCHPOINT));
  to = get_middle (fixture, "park", JM_ROLE_TOUCHPOINT);
  move (fixture, jm_point (to.x - 40, to.y), FALSE);
  let_go (fixture);
  assert_order (fixture->session, "find try park enter | forgot | pay");

  jm_session_select (fixture->session, "pay");
  begin (fixture, jm_gesture_arrange_new, get_middle (fixture, "pay", JM_ROLE_TOUCHPOINT));
  move (fixture, get_middle (fixture, "park", JM_ROLE_TOUCHPOINT), TRUE);
  let_go (fixture);
  g_assert_cmpuint (jm_item_count (story_find (fixture->session, "arrival"), JM_KIND_TOUCHPOINT), ==, 5);
  g_assert_cmpstr (story_get_parent (fixture->session, "pay"), ==, "till");
  g_assert_cmpstr (jm_session_get_focus (fixture->session), !=, "pay");
}

static void
test_drag_pain_point (Fixture       *fixture,
                      gconstpointer  data)
{
  JmPoint from = get_middle (fixture, "nocarts", JM_ROLE_PAIN_POINT);
  JmPoint to = get_middle (fixture, "pay", JM_ROLE_TOUCHPOINT);

  begin (fixture, jm_gesture_arrange_new, from);
  move (fixture, jm_point (to.x, from.y), FALSE);
  let_go (fixture);
  g_assert_cmpstr (story_get_parent (fixture->session, "nocarts"), ==, "pay");
  g_assert_cmpstr (jm_session_get_undo_label (fixture->session), ==, "Move pain point");
}

static void
test_drag_phase (Fixture       *fixture,
                 gconstpointer  data)
{
  JmPoint to = get_middle (fixture, "arrival", JM_ROLE_PHASE);

  begin (fixture, jm_gesture_order_new, get_middle (fixture, "till", JM_ROLE_PHASE));
  move (fixture, jm_point (to.x - 60, to.y), FALSE);
  let_go (fixture);
  assert_order (fixture->session, "pay | park enter | find forgot try");
  g_assert_cmpstr (jm_session_get_undo_label (fixture->session), ==, "Move phase");
}

static void
test_drag_edge_of_phase (Fixture       *fixture,
                         gconstpointer  data)
{
  double zoom = jm_viewport_get_zoom (JM_VIEWPORT (fixture->canvas));
  JmRect before, after;
  JmPoint edge;

  g_assert_true (jm_canvas_get_item_rect (fixture->canvas, "till", JM_ROLE_PHASE, &before));
  edge = jm_point (before.x + before.width - 2, before.y + before.height / 2);
  begin (fixture, jm_tool_select_drag, edge);
  move (fixture, jm_point (edge.x + 100 * zoom, edge.y), FALSE);
  let_go (fixture);
  g_assert_true (jm_canvas_get_item_rect (fixture->canvas, "till", JM_ROLE_PHASE, &after));
  g_assert_cmpfloat_with_epsilon (after.width, before.width + 100 * zoom, 2);
  g_assert_cmpstr (jm_session_get_undo_label (fixture->session), ==, "Change width");

  /* As narrow as can be: then nothing is said about it any more. */
  edge = jm_point (after.x + after.width - 2, after.y + after.height / 2);
  begin (fixture, jm_tool_select_drag, edge);
  move (fixture, jm_point (before.x + 5, edge.y), FALSE);
  let_go (fixture);
  g_assert_null (jm_item_get (story_find (fixture->session, "till"), JM_ATTR_WIDTH));
  g_assert_true (jm_canvas_get_item_rect (fixture->canvas, "till", JM_ROLE_PHASE, &after));
  g_assert_cmpfloat_with_epsilon (after.width, before.width, 1);
}

static void
test_lift_feeling (Fixture       *fixture,
                   gconstpointer  data)
{
  JmScene *scene = jm_canvas_get_scene (fixture->canvas);
  JmPoint from = get_middle (fixture, "forgot@sanne", JM_ROLE_EMOTION);
  double zoom = jm_viewport_get_zoom (JM_VIEWPORT (fixture->canvas));
  double step = (jm_scene_get_emotion_y (scene, "feeling", 0) - jm_scene_get_emotion_y (scene, "feeling", 1)) * zoom;

  /* Two and a bit up: it stops at half steps. */
  begin (fixture, jm_gesture_emotion_new, from);
  move (fixture, jm_point (from.x, from.y - 2.6 * step), FALSE);
  g_assert_cmpfloat (story_get_feeling (fixture->session, "forgot"), ==, 0.5);
  move (fixture, jm_point (from.x + 300, from.y - 40 * step), FALSE);
  g_assert_cmpfloat (story_get_feeling (fixture->session, "forgot"), ==, 2);
  let_go (fixture);
  assert_focus (fixture->session, "forgot@sanne");
  g_assert_cmpstr (jm_session_get_undo_label (fixture->session), ==, "Set feeling");
}

static void
test_draw_curve (Fixture       *fixture,
                 gconstpointer  data)
{
  JmScene *scene = jm_canvas_get_scene (fixture->canvas);
  double y = jm_scene_get_emotion_y (scene, "feeling", 1);
  JmPoint first = get_middle (fixture, "park", JM_ROLE_TOUCHPOINT);
  JmPoint last = get_middle (fixture, "try", JM_ROLE_TOUCHPOINT);
  double height = jm_viewport_from_scene (JM_VIEWPORT (fixture->canvas), jm_point (0, y)).y;

  begin (fixture, jm_gesture_stroke_new, jm_point (first.x - 10, height));
  move (fixture, jm_point ((first.x + last.x) / 2, height), FALSE);
  move (fixture, jm_point (last.x + 10, height), FALSE);
  let_go (fixture);
  g_assert_cmpfloat (story_get_feeling (fixture->session, "park"), ==, 1);
  g_assert_cmpfloat (story_get_feeling (fixture->session, "find"), ==, 1);
  g_assert_cmpfloat (story_get_feeling (fixture->session, "try"), ==, 1);
  g_assert_null (jm_map_get_emotion (jm_session_get_map (fixture->session), story_find (fixture->session, "pay"), NULL));
  jm_session_undo (fixture->session);
  g_assert_false (jm_session_get_can_undo (fixture->session));
}

static void
test_rubber_band (Fixture       *fixture,
                  gconstpointer  data)
{
  JmPoint from = get_middle (fixture, "find", JM_ROLE_TOUCHPOINT);
  JmPoint to = get_middle (fixture, "forgot", JM_ROLE_TOUCHPOINT);

  begin (fixture, jm_gesture_band_new, jm_point (from.x, from.y - 8));
  move (fixture, to, FALSE);
  g_assert_true (jm_session_is_selected (fixture->session, "find"));
  g_assert_true (jm_session_is_selected (fixture->session, "forgot"));
  g_assert_false (jm_session_is_selected (fixture->session, "try"));
  let_go (fixture);
  g_assert_cmpuint (g_strv_length ((char **) jm_session_get_selection (fixture->session)), ==, 2);
}

/* Tools */

static void
click (Fixture *fixture,
       JmTool   tool,
       JmPoint  at)
{
  const JmToolClass *klass = jm_tool_get_class (tool);
  JmHit hit = jm_canvas_pick (fixture->canvas, at);

  jm_canvas_set_tool (fixture->canvas, tool);
  klass->click (fixture->canvas, klass, &hit, 0, 1);
  story_canvas_settle (fixture->canvas);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  GtkTextView *view = jm_canvas_get_text_editor (fixture->canvas);

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
  story_canvas_settle (fixture->canvas);
}

static void
test_tools_make (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *pain = NULL;

  click (fixture, JM_TOOL_PAIN_POINT, get_middle (fixture, "try", JM_ROLE_TOUCHPOINT));
  g_assert_cmpint (jm_canvas_get_tool (fixture->canvas), ==, JM_TOOL_SELECT);
  g_assert_true (jm_canvas_get_editing (fixture->canvas));
  pain = g_strdup (jm_session_get_focus (fixture->session));
  type (fixture, "Te zwaar");
  jm_canvas_commit_editing (fixture->canvas);
  g_assert_cmpstr (story_get_parent (fixture->session, pain), ==, "try");
  g_assert_cmpstr (jm_item_get_text (story_find (fixture->session, pain)), ==, "Te zwaar");
  g_assert_cmpstr (jm_session_get_undo_label (fixture->session), ==, "New pain point");

  click (fixture, JM_TOOL_VOTE, get_middle (fixture, "sign", JM_ROLE_OPPORTUNITY));
  g_assert_cmpint (jm_item_get_integer (story_find (fixture->session, "sign"), JM_ATTR_VOTES, 0), ==, 3);
  g_assert_cmpint (jm_canvas_get_tool (fixture->canvas), ==, JM_TOOL_VOTE);

  /* Nothing to vote for: it says so. */
  click (fixture, JM_TOOL_VOTE, get_middle (fixture, "pay", JM_ROLE_TOUCHPOINT));
  g_assert_cmpuint (fixture->n_messages, ==, 1);
}

/* Text in place */

static void
test_edit_text (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_true (jm_canvas_start_editing (fixture->canvas, "forgot", JM_KIND_TITLE));
  type (fixture, "Kar k");
  type (fixture, "Kar kwijt");
  g_assert_cmpstr (jm_item_get_part (story_find (fixture->session, "forgot"), JM_KIND_TITLE), ==, "Kar kwijt");
  jm_canvas_commit_editing (fixture->canvas);
  g_assert_false (jm_canvas_get_editing (fixture->canvas));

  jm_session_undo (fixture->session);
  g_assert_cmpstr (jm_item_get_part (story_find (fixture->session, "forgot"), JM_KIND_TITLE), ==, "Kar vergeten");
  g_assert_false (jm_session_get_can_undo (fixture->session));
}

static void
test_escape_puts_text_back (Fixture       *fixture,
                            gconstpointer  data)
{
  g_assert_true (jm_canvas_start_editing (fixture->canvas, "forgot", JM_KIND_TITLE));
  type (fixture, "Kar kwijt");
  jm_canvas_editor_end (fixture->canvas, FALSE);
  g_assert_cmpstr (jm_item_get_part (story_find (fixture->session, "forgot"), JM_KIND_TITLE), ==, "Kar vergeten");
  g_assert_false (jm_session_get_can_undo (fixture->session));
  g_assert_true (jm_session_get_saved (fixture->session));
}

static void
test_new_and_left_empty (Fixture       *fixture,
                         gconstpointer  data)
{
  JmMap *before = jm_session_get_map (fixture->session);

  jm_session_select (fixture->session, "forgot");
  g_assert_true (jm_canvas_new_item (fixture->canvas, JM_KIND_PAIN_POINT));
  story_canvas_settle (fixture->canvas);
  g_assert_true (jm_session_get_map (fixture->session) != before);
  jm_canvas_commit_editing (fixture->canvas);

  /* As if nothing had been: no step, and the focus where it was. */
  g_assert_true (jm_session_get_map (fixture->session) == before);
  g_assert_false (jm_session_get_can_undo (fixture->session));
  assert_focus (fixture->session, "forgot");
}

static void
test_new_without_place (Fixture       *fixture,
                        gconstpointer  data)
{
  jm_session_unselect (fixture->session);
  g_assert_false (jm_canvas_new_item (fixture->canvas, JM_KIND_PAIN_POINT));
  g_assert_cmpstr (fixture->message, ==, "Select the touchpoint that this belongs to first.");
}

static void
test_card_grows (Fixture       *fixture,
                 gconstpointer  data)
{
  JmRect before, after;

  g_assert_true (jm_canvas_get_item_rect (fixture->canvas, "forgot", JM_ROLE_TOUCHPOINT, &before));
  g_assert_true (jm_canvas_start_editing (fixture->canvas, "forgot", JM_KIND_TITLE));
  type (fixture, "Een kar vergeten te pakken bij de ingang en dus de hele weg weer terug door het magazijn gelopen");
  g_assert_true (jm_canvas_get_item_rect (fixture->canvas, "forgot", JM_ROLE_TOUCHPOINT, &after));
  g_assert_cmpfloat (after.height, >, before.height + 10);
  jm_canvas_commit_editing (fixture->canvas);
}

static void
test_undo_in_text_first (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkTextBuffer *buffer;

  jm_session_select (fixture->session, "pay");
  g_assert_true (jm_command_set_feeling (fixture->session, NULL, NULL, 2, NULL));
  g_assert_true (jm_canvas_start_editing (fixture->canvas, "pay", JM_KIND_TITLE));
  buffer = gtk_text_view_get_buffer (jm_canvas_get_text_editor (fixture->canvas));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "Z", -1);
  gtk_text_buffer_end_user_action (buffer);

  jm_canvas_undo (fixture->canvas);
  g_assert_true (jm_canvas_get_editing (fixture->canvas));
  g_assert_cmpstr (jm_item_get_part (story_find (fixture->session, "pay"), JM_KIND_TITLE), ==, "Afrekenen");

  jm_canvas_undo (fixture->canvas);
  g_assert_false (jm_canvas_get_editing (fixture->canvas));
  g_assert_null (jm_map_get_emotion (jm_session_get_map (fixture->session), story_find (fixture->session, "pay"), NULL));
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  jm_canvas_set_read_only (fixture->canvas, TRUE);
  jm_session_select (fixture->session, "forgot");
  g_assert_false (jm_canvas_new_item (fixture->canvas, JM_KIND_PAIN_POINT));
  g_assert_false (jm_canvas_start_editing (fixture->canvas, "forgot", JM_KIND_TITLE));
  g_assert_false (jm_session_get_can_undo (fixture->session));

  /* What was done before it was shown is not taken back while it is. */
  g_assert_true (jm_command_new (fixture->session, JM_KIND_PAIN_POINT, NULL, NULL));
  jm_canvas_undo (fixture->canvas);
  g_assert_true (jm_session_get_can_undo (fixture->session));
  jm_session_undo (fixture->session);
  jm_canvas_redo (fixture->canvas);
  g_assert_true (jm_session_get_can_redo (fixture->session));
}

/* A map that is edited while it is shown in every way at once must not leave anything behind. */
static void
test_other_session (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(JmSession) other = story_session_new (STORY);

  g_assert_true (jm_canvas_start_editing (fixture->canvas, "pay", JM_KIND_TITLE));
  type (fixture, "Betalen");
  jm_session_select (fixture->session, "park");
  g_assert_true (jm_canvas_link_begin (fixture->canvas));
  jm_canvas_set_session (fixture->canvas, other);
  story_canvas_settle (fixture->canvas);
  g_assert_false (jm_canvas_get_editing (fixture->canvas));
  g_assert_false (jm_canvas_link_cancel (fixture->canvas));
  g_assert_cmpstr (jm_item_get_part (story_find (fixture->session, "pay"), JM_KIND_TITLE), ==, "Betalen");
  g_assert_cmpstr (jm_item_get_part (story_find (other, "pay"), JM_KIND_TITLE), ==, "Afrekenen");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

#define add(name, func) g_test_add ("/canvas/" name, Fixture, NULL, set_up, func, tear_down)
  add ("roles-and-names", test_roles_and_names);
  add ("names-follow-edits", test_names_follow_edits);
  add ("reading-order", test_reading_order);
  add ("focus-follows-selection", test_focus_follows_selection);
  add ("arrows", test_arrows);
  add ("zoom-keeps-the-place", test_zoom_keeps_the_place);
  add ("reveal", test_reveal);
  add ("pins", test_pins);
  add ("drag-touchpoint", test_drag_touchpoint);
  add ("escape-gives-a-drag-up", test_escape_gives_a_drag_up);
  add ("map-replaced-in-a-drag", test_map_replaced_in_a_drag);
  add ("commands-in-a-drag", test_commands_in_a_drag);
  add ("drag-back-is-no-step", test_drag_back_is_no_step);
  add ("drag-several-and-copy", test_drag_several_and_copy);
  add ("drag-pain-point", test_drag_pain_point);
  add ("drag-phase", test_drag_phase);
  add ("drag-edge-of-phase", test_drag_edge_of_phase);
  add ("lift-feeling", test_lift_feeling);
  add ("draw-curve", test_draw_curve);
  add ("rubber-band", test_rubber_band);
  add ("tools-make", test_tools_make);
  add ("edit-text", test_edit_text);
  add ("escape-puts-text-back", test_escape_puts_text_back);
  add ("new-and-left-empty", test_new_and_left_empty);
  add ("new-without-place", test_new_without_place);
  add ("card-grows", test_card_grows);
  add ("undo-in-text-first", test_undo_in_text_first);
  add ("read-only", test_read_only);
  add ("other-session", test_other_session);
#undef add

  return g_test_run ();
}
