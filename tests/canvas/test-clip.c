/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying items and pasting them, within a map and into another one, and pasting text. */
#include "canvas/jm-clip.h"
#include "format/jm-read.h"
#include "format/jm-same.h"
#include "format/jm-write.h"
#include "model/jm-edit.h"

#include <string.h>

#include "jm-story.h"

static void
test_touchpoint_with_all_in_it (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autoptr(GBytes) clip = NULL;
  g_autofree char *text = NULL;
  const char *copy;

  jm_session_select (session, "forgot");
  clip = jm_clip_copy (session, &text);
  g_assert_nonnull (clip);
  g_assert_cmpstr (text, ==, "Kar vergeten");

  jm_session_select (session, "park");
  g_assert_cmpuint (jm_clip_paste (session, clip, NULL), ==, 1);
  copy = jm_session_get_focus (session);
  g_assert_cmpstr (story_get_parent (session, copy), ==, "arrival");
  g_assert_true (jm_item_get_nth (story_find (session, "arrival"), JM_KIND_TOUCHPOINT, 1) == story_find (session, copy));
  g_assert_cmpuint (jm_item_count (story_find (session, copy), JM_KIND_PAIN_POINT), ==, 1);
  g_assert_cmpfloat (story_get_feeling (session, copy), ==, -2);

  jm_session_undo (session);
  assert_order (session, "park enter | find forgot try | pay");
}

static void
test_mixed_into_another_map (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autoptr(JmSession) other = story_session_new (STORY);
  const char *ids[] = { "till", "try", "nocarts", "pay", NULL };
  g_autoptr(GBytes) clip = NULL;
  g_autofree char *text = NULL;

  /* pay goes along with till, and is not copied twice. */
  jm_session_select_many (session, ids);
  clip = jm_clip_copy (session, &text);
  g_assert_cmpstr (text, ==, "Kassa\nStoel gevonden\nGeen karren");

  jm_session_select (other, "park");
  g_assert_cmpuint (jm_clip_paste (other, clip, NULL), ==, 3);
  g_assert_cmpuint (jm_item_count (jm_map_get_root (jm_session_get_map (other)), JM_KIND_PHASE), ==, 4);
  g_assert_cmpuint (jm_item_count (story_find (other, "arrival"), JM_KIND_TOUCHPOINT), ==, 3);
  g_assert_cmpuint (jm_item_count (story_find (other, "park"), JM_KIND_PAIN_POINT), ==, 1);
  g_assert_cmpuint (g_strv_length ((char **) jm_session_get_selection (other)), ==, 3);
}

static void
test_nothing_to_copy (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autofree char *text = NULL;

  g_assert_null (jm_clip_copy (session, &text));
  jm_session_select (session, "feeling");
  g_assert_null (jm_clip_copy (session, &text));
}

static void
test_nowhere_to_paste (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autoptr(GBytes) clip = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  jm_session_select (session, "nocarts");
  clip = jm_clip_copy (session, &text);
  jm_session_select (session, "till");
  g_assert_cmpuint (jm_clip_paste (session, clip, &error), ==, 0);
  g_assert_cmpstr (error->message, ==, "Select the touchpoint that this belongs to first.");
  g_assert_false (jm_session_get_can_undo (session));
}

/* What only a newer version of the program knows cannot come into a map of this one, which could not be saved any more. */
static void
test_from_newer_version (void)
{
  static const char newer[] =
    "<journey-map xmlns=\"" JM_NAMESPACE "\" version=\"2.0\" kind=\"current-state\">"
    "<lane id=\"l\" kind=\"touchpoints\"/><phase id=\"p\"><touchpoint id=\"t\" evidence=\"dreamt\"><title>Later</title>"
    "</touchpoint></phase></journey-map>";
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autoptr(GBytes) clip = g_bytes_new_static (newer, strlen (newer));
  g_autoptr(GBytes) written = NULL;
  g_autoptr(JmMap) read_back = NULL;

  jm_session_select (session, "arrival");
  g_assert_cmpuint (jm_clip_paste (session, clip, NULL), >, 0);
  written = jm_write_bytes (jm_session_get_map (session), NULL);
  g_assert_nonnull (strstr (g_bytes_get_data (written, NULL), "Later"));
  read_back = jm_read_bytes (written, "map.cjm", NULL, NULL);
  g_assert_true (jm_map_survived (jm_session_get_map (session), read_back));
}

/* A clipboard may hold anything. */
static void
test_no_map (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autoptr(GBytes) clip = g_bytes_new_static ("<html/>", 7);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (jm_clip_paste (session, clip, &error), ==, 0);
  g_assert_nonnull (error);
}

static void
test_text (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  JmItem *arrival;

  /* Lines become touchpoints, cells of a table too … */
  jm_session_select (session, "park");
  g_assert_cmpuint (jm_clip_paste_text (session, "Lopen\r\n\n  Zoeken\tVinden \n", NULL), ==, 3);
  arrival = story_find (session, "arrival");
  g_assert_cmpstr (jm_item_get_label (jm_item_get_nth (arrival, JM_KIND_TOUCHPOINT, 1)), ==, "Lopen");
  g_assert_cmpstr (jm_item_get_label (jm_item_get_nth (arrival, JM_KIND_TOUCHPOINT, 2)), ==, "Zoeken");
  g_assert_cmpstr (jm_item_get_label (jm_item_get_nth (arrival, JM_KIND_TOUCHPOINT, 3)), ==, "Vinden");
  g_assert_cmpstr (jm_item_get_label (jm_item_get_nth (arrival, JM_KIND_TOUCHPOINT, 4)), ==, "Binnenkomen");

  /* … and pain points at a pain point. */
  jm_session_select (session, "nocarts");
  g_assert_cmpuint (jm_clip_paste_text (session, "Te zwaar\nTe ver", NULL), ==, 2);
  g_assert_cmpuint (jm_item_count (story_find (session, "forgot"), JM_KIND_PAIN_POINT), ==, 3);
  jm_session_undo (session);
  jm_session_undo (session);
  g_assert_false (jm_session_get_can_undo (session));
}

/* What cannot be copied is not cut either; a measure travels as what is in a touchpoint does. */
static void
test_measure_and_persona (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autoptr(JmMap) with = NULL;
  g_autoptr(GBytes) clip = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  const char *ids[] = { NULL, "sanne", "park", NULL };

  with = jm_map_add (jm_session_get_map (session), JM_KIND_MEASURE, "arrival", -1, "4 uit 5", &id, &error);
  g_assert_no_error (error);
  jm_session_apply (session, with, "Measure");
  ids[0] = id;
  jm_session_select_many (session, ids);
  clip = jm_clip_copy (session, &text);
  g_assert_nonnull (clip);
  jm_clip_select_copied (session);
  g_assert_cmpuint (g_strv_length ((char **) jm_session_get_selection (session)), ==, 2);
  g_assert_false (jm_session_is_selected (session, "sanne"));

  jm_session_select (session, "pay");
  g_assert_cmpuint (jm_clip_paste (session, clip, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpuint (jm_item_count (story_find (session, "till"), JM_KIND_MEASURE), ==, 1);
  g_assert_cmpuint (jm_item_count (story_find (session, "till"), JM_KIND_TOUCHPOINT), ==, 2);
}

/* Pictures that are dropped on a phase become touchpoints at its end, wherever the focus is. */
static void
test_pictures_into_phase (void)
{
  g_autoptr(JmSession) session = story_session_new (STORY);
  g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_item_unref);
  g_autoptr(GError) error = NULL;
  const char * const *ids;

  for (guint i = 0; i < 2; i++)
    {
      JmItem *picture = jm_item_new (JM_KIND_PICTURE, NULL);

      jm_item_set (picture, JM_ATTR_MEDIA_TYPE, "image/png");
      jm_item_set_text (picture, "iVBORw0KGgo=");
      g_ptr_array_add (pictures, picture);
    }

  jm_session_select (session, "park");
  g_assert_true (jm_clip_add_pictures (session, NULL, "store", pictures, NULL, &error));
  g_assert_no_error (error);
  ids = jm_session_get_selection (session);
  g_assert_cmpuint (g_strv_length ((char **) ids), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (jm_item_get_nth (story_find (session, "store"), JM_KIND_TOUCHPOINT, 3 + i) == story_find (session, ids[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clip/touchpoint-with-all-in-it", test_touchpoint_with_all_in_it);
  g_test_add_func ("/clip/mixed-into-another-map", test_mixed_into_another_map);
  g_test_add_func ("/clip/nothing-to-copy", test_nothing_to_copy);
  g_test_add_func ("/clip/nowhere-to-paste", test_nowhere_to_paste);
  g_test_add_func ("/clip/from-newer-version", test_from_newer_version);
  g_test_add_func ("/clip/no-map", test_no_map);
  g_test_add_func ("/clip/text", test_text);
  g_test_add_func ("/clip/measure-and-persona", test_measure_and_persona);
  g_test_add_func ("/clip/pictures-into-phase", test_pictures_into_phase);

  return g_test_run ();
}
