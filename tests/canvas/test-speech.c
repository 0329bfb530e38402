/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader says of the items of a map. */
#include "canvas/jm-commands.h"
#include "canvas/jm-speech.h"

#include <string.h>

#include "jm-story.h"

static void
assert_says (JmSession  *session,
             const char *id,
             const char *expected)
{
  g_autofree char *said = jm_speech_for_item (jm_session_get_map (session), id);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_items (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autofree char *id = NULL;
  g_autofree char *measure = NULL;

  assert_says (session, "forgot",
               "Touchpoint, Kar vergeten, phase Magazijn, 2 of 3, feeling very bad, 1 pain point");
  assert_says (session, "pay", "Touchpoint, Afrekenen, phase Kassa");
  assert_says (session, "store", "Phase, Magazijn, 2 of 3, 3 touchpoints");
  g_assert_true (jm_command_type_text (session, "till", JM_KIND_TITLE, "", NULL));
  assert_says (session, "pay", "Touchpoint, Afrekenen");
  jm_session_undo (session);
  assert_says (session, "nocarts", "Pain point, Geen karren, severity 3 of 3, touchpoint Kar vergeten");
  assert_says (session, "sign", "Opportunity, Bordje, 2 votes, touchpoint Stoel gevonden");
  assert_says (session, "forgot@sanne", "Feeling, very bad, touchpoint Kar vergeten");
  assert_says (session, "sanne", "Persona, Sanne");
  assert_says (session, "nobody", NULL);

  g_assert_true (jm_command_link (session, "park", "pay", &id, NULL));
  assert_says (session, id, "Transition, from Parkeren to Afrekenen");
  g_assert_true (jm_command_type_text (session, id, JM_KIND_NONE, "Meteen", NULL));
  assert_says (session, id, "Transition, Meteen, from Parkeren to Afrekenen");

  g_assert_true (jm_command_new_at (session, JM_KIND_MEASURE, "till", -1, NULL, &measure, NULL));
  g_assert_true (jm_command_type_text (session, measure, JM_KIND_NONE, "Wachten", NULL));
  assert_says (session, measure, "Measure, Wachten, phase Kassa");
  g_assert_true (jm_command_set (session, measure, JM_ATTR_VALUE, "12", NULL));
  assert_says (session, measure, "Measure, Wachten, 12, phase Kassa");
  g_assert_true (jm_command_set (session, measure, JM_ATTR_UNIT, "minuten", NULL));
  assert_says (session, measure, "Measure, Wachten, 12 minuten, phase Kassa");
}

/* The faces stand at whole steps: what is between belongs to the nearer one. */
static void
test_feelings (void)
{
  g_assert_cmpstr (jm_speech_for_feeling (-2), ==, "very bad");
  g_assert_cmpstr (jm_speech_for_feeling (-1.5), ==, "very bad");
  g_assert_cmpstr (jm_speech_for_feeling (-1), ==, "bad");
  g_assert_cmpstr (jm_speech_for_feeling (0), ==, "neutral");
  g_assert_cmpstr (jm_speech_for_feeling (0.5), ==, "good");
  g_assert_cmpstr (jm_speech_for_feeling (2), ==, "very good");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/speech/items", test_items);
  g_test_add_func ("/speech/feelings", test_feelings);

  return g_test_run ();
}
