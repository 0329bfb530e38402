/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is under the pointer, what lies below it, which lane name stays in view, and what a beginner is told. */
#include "jm-story-canvas.h"
#include "jm-story-window.h"
#include "jm-story.h"

#define TWO_PEOPLE \
  "<?xml version='1.0' encoding='UTF-8'?>" \
  "<journey-map xmlns='https://example.com/ns/cjm/1' version='1.0' xml:lang='nl' kind='current-state'>" \
  "<persona id='anna'><name>Anna</name></persona><persona id='bert'><name>Bert</name></persona>" \
  "<lane id='steps' kind='touchpoints'/><lane id='feeling' kind='emotion'/>" \
  "<phase id='p'><title>Fase</title><touchpoint id='t'><title>Wachten</title>" \
  "<emotion persona='anna' value='1'/><emotion persona='bert' value='1'/></touchpoint></phase></journey-map>"

#define EMPTY \
  "<?xml version='1.0' encoding='UTF-8'?>" \
  "<journey-map xmlns='https://example.com/ns/cjm/1' version='1.0' xml:lang='nl' kind='current-state'>" \
  "<lane id='steps' kind='touchpoints'/><lane id='feeling' kind='emotion'/><lane id='pains' kind='pain-points'/>" \
  "</journey-map>"

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
  fixture->session = story_session_new (data);
  fixture->canvas = JM_CANVAS (jm_canvas_new ());
  fixture->window = story_window_new (GTK_WIDGET (fixture->canvas), 900, 500);
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

static JmRect
get_rect (Fixture    *fixture,
          const char *id,
          JmRole      role)
{
  JmRect rect;

  g_assert_true (jm_canvas_get_item_rect (fixture->canvas, id, role, &rect));
  return rect;
}

static const char *
pick (Fixture *fixture,
      double   x,
      double   y)
{
  JmHit hit = jm_canvas_pick (fixture->canvas, jm_point (x, y));

  return hit.group != NULL ? hit.group->id : NULL;
}

/* A feeling, which is the smallest of all, can be hit within 24 by 24 pixels at every zoom at which nothing else is as near;
 * and whatever it is, its own middle is its own. */
static void
test_hit_areas (Fixture       *fixture,
                gconstpointer  data)
{
  static const double zooms[] = { 0.1, 0.15, 0.25, 0.4, 0.66, 1, 2, 4 };
  static const char * const ids[] = { "arrival", "store", "till", "park", "enter", "forgot", "pay", "nocarts", "sign" };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      jm_viewport_set_zoom (JM_VIEWPORT (fixture->canvas), zooms[i]);
      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        {
          JmRect rect;

          jm_canvas_reveal (fixture->canvas, ids[j]);
          story_canvas_settle (fixture->canvas);
          rect = get_rect (fixture, ids[j], JM_ROLE_NONE);
          g_assert_cmpstr (pick (fixture, rect.x + MIN (rect.width, 40) / 2, rect.y + MIN (rect.height, 30) / 2), ==,
                           ids[j]);
        }

      if (zooms[i] >= 0.25)
        {
          static const double beside[][2] = { { -11.5, 0 }, { 11.5, 0 }, { 0, -11.5 }, { 0, 11.5 }, { 11, 11 }, { -11, 11 } };
          JmRect rect;

          jm_canvas_reveal (fixture->canvas, "park@sanne");
          story_canvas_settle (fixture->canvas);
          rect = get_rect (fixture, "park@sanne", JM_ROLE_EMOTION);
          for (guint j = 0; j < G_N_ELEMENTS (beside); j++)
            g_assert_cmpstr (pick (fixture, rect.x + rect.width / 2 + beside[j][0], rect.y + rect.height / 2 + beside[j][1]),
                             ==, "park@sanne");
        }
    }
}

/* Far from everything there is nothing: room around an item ends somewhere. */
static void
test_room_ends (Fixture       *fixture,
                gconstpointer  data)
{
  JmRect rect = get_rect (fixture, "park@sanne", JM_ROLE_EMOTION);
  JmHit hit = jm_canvas_pick (fixture->canvas, jm_point (rect.x + rect.width / 2 + 20, rect.y + rect.height / 2 - 20));

  g_assert_true (hit.group == NULL || hit.group->role == JM_ROLE_CELL);
}

/* A press and a release at a place, as the pointer makes them. */
static void
click (Fixture *fixture,
       JmPoint  at)
{
  JmCanvas *canvas = fixture->canvas;

  canvas->n_press = 1;
  g_signal_emit_by_name (canvas->drag, "drag-begin", at.x, at.y);
  g_signal_emit_by_name (canvas->drag, "drag-end", 0.0, 0.0);
  story_canvas_settle (fixture->canvas);
}

static void
test_click_through (Fixture       *fixture,
                    gconstpointer  data)
{
  JmRect rect = get_rect (fixture, "t@anna", JM_ROLE_EMOTION);
  JmPoint at = jm_point (rect.x + rect.width / 2, rect.y + rect.height / 2);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  click (fixture, at);
  first = g_strdup (jm_session_get_focus (fixture->session));
  g_assert_nonnull (first);
  click (fixture, at);
  second = g_strdup (jm_session_get_focus (fixture->session));
  g_assert_cmpstr (first, !=, second);
  g_assert_true (g_str_has_prefix (first, "t@") && g_str_has_prefix (second, "t@"));
  click (fixture, at);
  assert_focus (fixture->session, first);

  /* What lies alone stays selected. */
  rect = get_rect (fixture, "t", JM_ROLE_TOUCHPOINT);
  at = jm_point (rect.x + rect.width / 2, rect.y + rect.height / 2);
  click (fixture, at);
  click (fixture, at);
  assert_focus (fixture->session, "t");
}

/* The emotion lane is higher than what is left of a low window: its name slides along, and stops at the end of the row. */
static void
test_lane_name_slides (Fixture       *fixture,
                       gconstpointer  data)
{
  JmViewport *viewport = JM_VIEWPORT (fixture->canvas);
  JmHiddenText hidden;
  JmRect row;
  double top, far;

  jm_viewport_set_zoom (viewport, 2);
  jm_viewport_scroll_to (viewport, jm_point (0, 0));
  story_canvas_settle (fixture->canvas);
  g_assert_false (jm_canvas_lane_name_get_hidden (fixture->canvas, &hidden));

  row = get_rect (fixture, "feeling", JM_ROLE_LANE);
  top = fixture->canvas->pins.headings ? fixture->canvas->pins.headings_end : 0;
  jm_viewport_scroll_by (viewport, 0, row.y - top + row.height / 2);
  story_canvas_settle (fixture->canvas);
  g_assert_true (jm_canvas_lane_name_get_hidden (fixture->canvas, &hidden));
  g_assert_cmpstr (hidden.id, ==, "feeling");
  row = jm_rect_offset (jm_viewport_place (viewport, fixture->canvas->sliding.name), 0, fixture->canvas->sliding.dy);
  g_assert_cmpfloat (row.y, >=, fixture->canvas->pins.headings ? fixture->canvas->pins.headings_end : 0);
  g_assert_cmpfloat (row.y, <, 250);

  row = get_rect (fixture, "feeling", JM_ROLE_LANE);
  far = row.y + row.height - (fixture->canvas->pins.headings ? fixture->canvas->pins.headings_end : 0);
  jm_viewport_scroll_by (viewport, 0, far - 4);
  story_canvas_settle (fixture->canvas);
  row = get_rect (fixture, "feeling", JM_ROLE_LANE);
  if (jm_canvas_lane_name_get_hidden (fixture->canvas, &hidden) && g_str_equal (hidden.id, "feeling"))
    {
      JmRect name = jm_viewport_place (viewport, fixture->canvas->sliding.name);

      g_assert_cmpfloat (name.y + name.height + fixture->canvas->sliding.dy, <=, row.y + row.height + 1);
    }
}

static void
test_what_next (Fixture       *fixture,
                gconstpointer  data)
{
  GtkAccessible *canvas = GTK_ACCESSIBLE (fixture->canvas);
  g_autofree char *phase = NULL;
  g_autofree char *touchpoint = NULL;

#define assert_told(words) gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words)
  assert_told ("Press F for the first phase");
  g_assert_true (jm_command_new (fixture->session, JM_KIND_PHASE, &phase, NULL));
  assert_told ("Press T for the first touchpoint");
  g_assert_true (jm_command_new (fixture->session, JM_KIND_TOUCHPOINT, &touchpoint, NULL));
  assert_told ("Press Enter and type what happens here");
  g_assert_true (jm_command_type_text (fixture->session, touchpoint, JM_KIND_TITLE, "Binnenkomen", NULL));
  assert_told ("Press 1 to 5: how does it feel?");
  g_assert_true (jm_command_set_feeling (fixture->session, touchpoint, NULL, 1, NULL));
  assert_told ("Press P for what hurts, T for the next touchpoint");
  g_assert_true (jm_command_new (fixture->session, JM_KIND_PAIN_POINT, NULL, NULL));
  assert_told ("");
  jm_session_undo (fixture->session);
  assert_told ("Press P for what hurts, T for the next touchpoint");
#undef assert_told
  story_canvas_settle (fixture->canvas);
}

static void
test_next_part (Fixture       *fixture,
                gconstpointer  data)
{
  char *id;
  JmKind kind, part;

  g_assert_true (jm_command_type_text (fixture->session, "park", JM_KIND_DESCRIPTION, "Vlak bij de ingang", NULL));
  story_canvas_settle (fixture->canvas);
  g_assert_true (jm_canvas_start_editing (fixture->canvas, "park", JM_KIND_TITLE));
  jm_canvas_editor_go_to_part (fixture->canvas);
  jm_canvas_editor_get_field (fixture->canvas, &id, &kind, &part);
  g_assert_cmpstr (id, ==, "park");
  g_assert_cmpint (part, ==, JM_KIND_DESCRIPTION);
  g_free (id);
  jm_canvas_editor_go_to_part (fixture->canvas);
  jm_canvas_editor_get_field (fixture->canvas, &id, &kind, &part);
  g_assert_cmpint (part, ==, JM_KIND_TITLE);
  g_free (id);
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

#define add(name, func, map) g_test_add ("/pick/" name, Fixture, map, set_up, func, tear_down)
  add ("hit-areas", test_hit_areas, STORY);
  add ("room-ends", test_room_ends, STORY);
  add ("click-through", test_click_through, TWO_PEOPLE);
  add ("lane-name-slides", test_lane_name_slides, STORY);
  add ("what-next", test_what_next, EMPTY);
  add ("next-part", test_next_part, STORY);
#undef add

  return g_test_run ();
}
