/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person can do: given this map and this selection, after this command, this is the map and this is selected. */
#include "canvas/jm-commands.h"

#include <string.h>

#include "jm-story.h"

static void
test_new_touchpoint (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autofree char *id = NULL;
  g_autofree char *expected = NULL;

  jm_session_select (session, "find");
  g_assert_true (jm_command_new (session, JM_KIND_TOUCHPOINT, &id, NULL));
  expected = g_strdup_printf ("park enter | find %s forgot try | pay", id);
  assert_order (session, expected);
  assert_focus (session, id);
  g_assert_cmpstr (jm_session_get_undo_label (session), ==, "New touchpoint");

  jm_session_undo (session);
  assert_order (session, "park enter | find forgot try | pay");
  assert_focus (session, "find");
}

/* What is typed into something new belongs to making it. */
static void
test_new_and_typed_is_one_step (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autofree char *id = NULL;

  jm_session_select (session, "pay");
  g_assert_true (jm_command_new (session, JM_KIND_TOUCHPOINT, &id, NULL));
  g_assert_true (jm_command_type_text (session, id, JM_KIND_TITLE, "I", NULL));
  g_assert_true (jm_command_type_text (session, id, JM_KIND_TITLE, "IJsje", NULL));
  g_assert_cmpstr (jm_item_get_part (story_find (session, id), JM_KIND_TITLE), ==, "IJsje");
  g_assert_cmpstr (jm_session_get_undo_label (session), ==, "New touchpoint");

  jm_session_undo (session);
  assert_order (session, "park enter | find forgot try | pay");
  g_assert_false (jm_session_get_can_undo (session));
}

/* A row of new phases is told apart at a glance, and one in between differs from both beside it. */
static void
test_new_phases_have_colors (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *between = NULL;
  const char *colors[3];

  jm_session_select (session, "till");
  g_assert_true (jm_command_new (session, JM_KIND_PHASE, &first, NULL));
  g_assert_true (jm_command_new (session, JM_KIND_PHASE, &second, NULL));
  jm_session_select (session, first);
  g_assert_true (jm_command_new (session, JM_KIND_PHASE, &between, NULL));

  colors[0] = jm_item_get (story_find (session, first), JM_ATTR_COLOR);
  colors[1] = jm_item_get (story_find (session, between), JM_ATTR_COLOR);
  colors[2] = jm_item_get (story_find (session, second), JM_ATTR_COLOR);
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (colors[i]);
  g_assert_cmpstr (colors[0], !=, colors[1]);
  g_assert_cmpstr (colors[1], !=, colors[2]);
}

static void
test_new_without_focus (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  /* A touchpoint goes to the end of the map … */
  g_assert_true (jm_command_new (session, JM_KIND_TOUCHPOINT, &id, NULL));
  g_assert_cmpstr (story_get_parent (session, id), ==, "till");

  /* … but a pain point belongs to a touchpoint. */
  jm_session_unselect (session);
  g_assert_false (jm_command_new (session, JM_KIND_PAIN_POINT, NULL, &error));
  g_assert_error (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE);
  g_assert_cmpstr (error->message, ==, "Select the touchpoint that this belongs to first.");
}

static void
test_new_in_touchpoint (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autofree char *pain = NULL;
  g_autofree char *next = NULL;
  JmPlace place;

  jm_session_select (session, "forgot");
  g_assert_true (jm_command_new (session, JM_KIND_PAIN_POINT, &pain, NULL));
  g_assert_cmpstr (story_get_parent (session, pain), ==, "forgot");

  /* Beside the one in focus, not at the end. */
  jm_session_select (session, "nocarts");
  g_assert_true (jm_command_new (session, JM_KIND_PAIN_POINT, &next, NULL));
  g_assert_true (jm_map_locate (jm_session_get_map (session), next, &place));
  g_assert_cmpuint (place.position, ==, 1);
}

static void
test_opportunity_answers_pain_point (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autofree char *id = NULL;

  jm_session_select (session, "nocarts");
  g_assert_true (jm_command_new (session, JM_KIND_OPPORTUNITY, &id, NULL));
  g_assert_cmpstr (jm_item_get (story_find (session, id), JM_ATTR_RESOLVES), ==, "nocarts");
}

static void
test_note_makes_its_lane (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autofree char *id = NULL;
  const char *lane;

  jm_session_select (session, "park");
  g_assert_true (jm_command_new (session, JM_KIND_NOTE, &id, NULL));
  lane = jm_item_get (story_find (session, id), JM_ATTR_LANE);
  g_assert_nonnull (lane);
  g_assert_cmpstr (jm_item_get (story_find (session, lane), JM_ATTR_KIND), ==, "notes");

  jm_session_undo (session);
  g_assert_false (jm_session_get_can_undo (session));
}

static void
test_delete_selects_neighbour (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autofree char *message = NULL;

  jm_session_select (session, "forgot");
  g_assert_cmpuint (jm_command_delete (session, &message), ==, 1);
  assert_order (session, "park enter | find try | pay");
  assert_focus (session, "try");
  g_assert_cmpstr (message, ==, "Deleted touchpoint “Kar vergeten”");

  g_assert_cmpuint (jm_command_delete (session, NULL), ==, 1);
  assert_focus (session, "find");
  g_assert_cmpuint (jm_command_delete (session, NULL), ==, 1);
  assert_focus (session, "store");
  g_assert_cmpuint (jm_command_delete (session, NULL), ==, 1);
  assert_order (session, "park enter | pay");
  assert_focus (session, "till");
}

static void
test_delete_several (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  const char *ids[] = { "find", "nocarts", "try", NULL };
  const char *touchpoints[] = { "park", "enter", NULL };
  g_autofree char *message = NULL;
  g_autofree char *second = NULL;

  jm_session_select_many (session, ids);
  g_assert_cmpuint (jm_command_delete (session, &message), ==, 3);
  g_assert_cmpstr (message, ==, "Deleted 3 items");
  assert_order (session, "park enter | forgot | pay");
  g_assert_null (jm_map_find (jm_session_get_map (session), "nocarts"));

  jm_session_undo (session);
  jm_session_select_many (session, touchpoints);
  g_assert_cmpuint (jm_command_delete (session, &second), ==, 2);
  g_assert_cmpstr (second, ==, "Deleted 2 touchpoints");
  assert_focus (session, "arrival");
}

static void
test_delete_feeling (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);

  jm_session_select (session, "forgot@sanne");
  g_assert_cmpuint (jm_command_delete (session, NULL), ==, 1);
  g_assert_null (jm_map_get_emotion (jm_session_get_map (session), story_find (session, "forgot"), NULL));
  assert_focus (session, "forgot");
}

static void
test_delete_nothing (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);

  g_assert_cmpuint (jm_command_delete (session, NULL), ==, 0);
  g_assert_false (jm_session_get_can_undo (session));
}

static void
test_duplicate (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  const char *copy;

  jm_session_select (session, "forgot");
  g_assert_true (jm_command_duplicate (session, NULL));
  copy = jm_session_get_focus (session);
  g_assert_cmpstr (copy, !=, "forgot");
  g_assert_cmpstr (jm_item_get_part (story_find (session, copy), JM_KIND_TITLE), ==, "Kar vergeten");
  g_assert_cmpuint (jm_item_count (story_find (session, copy), JM_KIND_PAIN_POINT), ==, 1);
  g_assert_cmpuint (jm_item_count (story_find (session, "store"), JM_KIND_TOUCHPOINT), ==, 4);
}

static void
test_move_touchpoint_across_phases (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);

  jm_session_select (session, "forgot");
  g_assert_true (jm_command_move_by (session, 1));
  assert_order (session, "park enter | find try forgot | pay");
  g_assert_true (jm_command_move_by (session, 1));
  assert_order (session, "park enter | find try | forgot pay");
  g_assert_true (jm_command_move_by (session, 1));
  assert_order (session, "park enter | find try | pay forgot");
  g_assert_false (jm_command_move_by (session, 1));
  g_assert_true (jm_command_move_by (session, -1));
  g_assert_true (jm_command_move_by (session, -1));
  assert_order (session, "park enter | find try forgot | pay");
  assert_focus (session, "forgot");
}

static void
test_move_several (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  const char *ids[] = { "try", "find", NULL };

  jm_session_select_many (session, ids);
  g_assert_true (jm_command_move_by (session, 1));
  assert_order (session, "park enter | forgot find | try pay");

  /* None passes another one at the end of the map. */
  g_assert_true (jm_command_move_by (session, 1));
  assert_order (session, "park enter | forgot | find pay try");
  g_assert_false (jm_command_move_by (session, 1));
  assert_order (session, "park enter | forgot | find pay try");
}

static void
test_move_phase_and_what_belongs (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);

  jm_session_select (session, "store");
  g_assert_true (jm_command_move_by (session, -1));
  assert_order (session, "find forgot try | park enter | pay");
  g_assert_false (jm_command_move_by (session, -1));

  jm_session_select (session, "nocarts");
  g_assert_true (jm_command_move_by (session, 1));
  g_assert_cmpstr (story_get_parent (session, "nocarts"), ==, "try");
  g_assert_true (jm_command_move_by (session, 1));
  g_assert_cmpstr (story_get_parent (session, "nocarts"), ==, "park");
}

static void
test_feelings (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  const char *ids[] = { "find", "try", NULL };
  g_autoptr(GError) error = NULL;

  jm_session_select_many (session, ids);
  g_assert_true (jm_command_set_feeling (session, NULL, NULL, 1, NULL));
  g_assert_cmpfloat (story_get_feeling (session, "find"), ==, 1);
  g_assert_cmpfloat (story_get_feeling (session, "try"), ==, 1);
  jm_session_undo (session);
  g_assert_false (jm_session_get_can_undo (session));

  jm_session_select (session, "forgot@sanne");
  g_assert_true (jm_command_step_feeling (session, NULL, 0.5, NULL));
  g_assert_cmpfloat (story_get_feeling (session, "forgot"), ==, -1.5);
  g_assert_true (jm_command_clear_feeling (session, NULL, NULL, NULL));
  assert_focus (session, "forgot");

  /* From neutral where nothing was said, and never beyond the ends. */
  g_assert_true (jm_command_step_feeling (session, NULL, -0.5, NULL));
  g_assert_cmpfloat (story_get_feeling (session, "forgot"), ==, -0.5);
  g_assert_true (jm_command_set_feeling (session, "forgot", NULL, 2, NULL));
  g_assert_false (jm_command_step_feeling (session, NULL, 0.5, NULL));
  g_assert_cmpfloat (story_get_feeling (session, "forgot"), ==, 2);

  jm_session_unselect (session);
  g_assert_false (jm_command_set_feeling (session, NULL, NULL, 1, &error));
  g_assert_cmpstr (error->message, ==, "Select a touchpoint first.");
}

static void
test_weights (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autoptr(GError) error = NULL;

  jm_session_select (session, "nocarts");
  g_assert_false (jm_command_step_weight (session, NULL, 1, NULL));
  g_assert_true (jm_command_step_weight (session, NULL, -1, NULL));
  g_assert_cmpint (jm_item_get_integer (story_find (session, "nocarts"), JM_ATTR_SEVERITY, 0), ==, 2);

  g_assert_true (jm_command_step_weight (session, "sign", 1, NULL));
  g_assert_cmpint (jm_item_get_integer (story_find (session, "sign"), JM_ATTR_VOTES, 0), ==, 3);

  g_assert_false (jm_command_step_weight (session, "park", 1, &error));
  g_assert_nonnull (error);
}

static void
test_moment_of_truth (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  const char *ids[] = { "find", "try", NULL };

  jm_session_select (session, "find");
  g_assert_true (jm_command_toggle_moment_of_truth (session, NULL, NULL));
  g_assert_true (jm_item_get_boolean (story_find (session, "find"), JM_ATTR_MOMENT_OF_TRUTH));

  /* One of two has it: then both get it, and both lose it. */
  jm_session_select_many (session, ids);
  g_assert_true (jm_command_toggle_moment_of_truth (session, NULL, NULL));
  g_assert_true (jm_item_get_boolean (story_find (session, "try"), JM_ATTR_MOMENT_OF_TRUTH));
  g_assert_true (jm_command_toggle_moment_of_truth (session, NULL, NULL));
  g_assert_false (jm_item_get_boolean (story_find (session, "find"), JM_ATTR_MOMENT_OF_TRUTH));
  g_assert_false (jm_item_get_boolean (story_find (session, "try"), JM_ATTR_MOMENT_OF_TRUTH));
}

static void
test_add_picture (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autoptr(JmItem) picture = jm_item_new (JM_KIND_PICTURE, NULL);
  JmItem *lane;

  jm_item_set (picture, JM_ATTR_MEDIA_TYPE, "image/png");
  jm_item_set_text (picture, "AAAA");
  jm_item_seal (picture);

  /* At a touchpoint it is to be seen: its lane comes along, in the same step. */
  g_assert_true (jm_command_add_picture (session, "park", picture, NULL));
  g_assert_cmpuint (jm_item_count (story_find (session, "park"), JM_KIND_PICTURE), ==, 1);
  lane = jm_map_get_lane (jm_session_get_map (session), "pictures");
  g_assert_nonnull (lane);
  jm_session_undo (session);
  g_assert_false (jm_session_get_can_undo (session));

  /* A persona has it on its card. */
  g_assert_true (jm_command_add_picture (session, "sanne", picture, NULL));
  g_assert_cmpuint (jm_item_count (story_find (session, "sanne"), JM_KIND_PICTURE), ==, 1);
  g_assert_null (jm_map_get_lane (jm_session_get_map (session), "pictures"));
}

static void
test_select_all (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);

  jm_command_select_all (session);
  g_assert_cmpuint (g_strv_length ((char **) jm_session_get_selection (session)), ==, 6);
}

/* Lanes and colours */

/* "steps channels feeling pains thoughts ideas", those that are hidden in brackets. */
static char *
get_lanes (JmSession *session)
{
  GString *lanes = g_string_new (NULL);
  JmItem *lane;
  guint cursor = 0;

  while ((lane = jm_item_next (jm_map_get_root (jm_session_get_map (session)), JM_KIND_LANE, &cursor)) != NULL)
    g_string_append_printf (lanes, jm_item_get_boolean (lane, JM_ATTR_HIDDEN) ? "%s(%s)" : "%s%s", lanes->len > 0 ? " " : "",
                            jm_item_get_id (lane));

  return g_string_free (lanes, FALSE);
}

#define assert_lanes(session, expected) \
  G_STMT_START { \
    g_autofree char *lanes_ = get_lanes (session); \
    g_assert_cmpstr (lanes_, ==, expected); \
  } G_STMT_END

static void
test_lanes (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autofree char *message = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  /* What is hidden is left out of the way, and the one beside it is where the eye is. */
  jm_session_select (session, "pains");
  g_assert_true (jm_command_hide (session, "pains", &message, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (message, "Pijnpunten"));
  assert_lanes (session, "steps channels feeling (pains) thoughts ideas");
  assert_focus (session, "thoughts");

  g_assert_true (jm_command_move_lane (session, "thoughts", -1, TRUE));
  assert_lanes (session, "steps channels thoughts feeling (pains) ideas");
  g_assert_true (jm_command_move_lane (session, "ideas", -1, FALSE));
  assert_lanes (session, "steps channels thoughts feeling ideas (pains)");
  g_assert_false (jm_command_move_lane (session, "steps", -1, TRUE));
  g_assert_false (jm_command_move_lane (session, "ideas", 1, TRUE));

  g_assert_true (jm_command_show (session, "pains", &error));
  assert_lanes (session, "steps channels thoughts feeling ideas pains");
  assert_focus (session, "pains");

  g_assert_true (jm_command_new_lane (session, "notes", 1, &id, &error));
  g_assert_cmpstr (jm_item_get (story_find (session, id), JM_ATTR_KIND), ==, "notes");
  g_assert_cmpstr (jm_session_get_undo_label (session), ==, "New lane");
  jm_session_undo (session);
  assert_lanes (session, "steps channels thoughts feeling ideas pains");
}

/* All that is selected and has a colour, in one step. */
static void
test_color (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  const char * const selection[] = { "arrival", "park", "till", NULL };

  jm_session_select_many (session, selection);
  g_assert_true (jm_command_set_color (session, "pink"));
  g_assert_cmpstr (jm_item_get (story_find (session, "arrival"), JM_ATTR_COLOR), ==, "pink");
  g_assert_cmpstr (jm_item_get (story_find (session, "till"), JM_ATTR_COLOR), ==, "pink");
  g_assert_null (jm_item_get (story_find (session, "store"), JM_ATTR_COLOR));
  jm_session_undo (session);
  g_assert_null (jm_item_get (story_find (session, "arrival"), JM_ATTR_COLOR));
  g_assert_null (jm_item_get (story_find (session, "till"), JM_ATTR_COLOR));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/commands/new-touchpoint", test_new_touchpoint);
  g_test_add_func ("/commands/new-and-typed-is-one-step", test_new_and_typed_is_one_step);
  g_test_add_func ("/commands/new-phases-have-colours", test_new_phases_have_colors);
  g_test_add_func ("/commands/new-without-focus", test_new_without_focus);
  g_test_add_func ("/commands/new-in-touchpoint", test_new_in_touchpoint);
  g_test_add_func ("/commands/opportunity-answers-pain-point", test_opportunity_answers_pain_point);
  g_test_add_func ("/commands/note-makes-its-lane", test_note_makes_its_lane);
  g_test_add_func ("/commands/delete-selects-neighbour", test_delete_selects_neighbour);
  g_test_add_func ("/commands/delete-several", test_delete_several);
  g_test_add_func ("/commands/delete-feeling", test_delete_feeling);
  g_test_add_func ("/commands/delete-nothing", test_delete_nothing);
  g_test_add_func ("/commands/duplicate", test_duplicate);
  g_test_add_func ("/commands/move-touchpoint-across-phases", test_move_touchpoint_across_phases);
  g_test_add_func ("/commands/move-several", test_move_several);
  g_test_add_func ("/commands/move-phase-and-what-belongs", test_move_phase_and_what_belongs);
  g_test_add_func ("/commands/feelings", test_feelings);
  g_test_add_func ("/commands/weights", test_weights);
  g_test_add_func ("/commands/moment-of-truth", test_moment_of_truth);
  g_test_add_func ("/commands/add-picture", test_add_picture);
  g_test_add_func ("/commands/select-all", test_select_all);
  g_test_add_func ("/commands/lanes", test_lanes);
  g_test_add_func ("/commands/color", test_color);

  return g_test_run ();
}
