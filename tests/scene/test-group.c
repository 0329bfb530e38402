/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups that are shown taller than they were drawn. */
#include "scene/jm-scene.h"

#define TALLER 30.0

static const JmColor ink = { 1, 2, 3, 255 };

/* A card with a ground, a dot and a word at its top, and a dot and a word at its foot. */
static JmGroup *
make_card (void)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NOTE, "n1", "notes");
  const JmFont font = { 12, 400, FALSE };
  JmTextSlot slot = { .part = JM_KIND_NONE, .box = { 10, 10, 80, 16 } };

  jm_group_builder_set_box (builder, jm_rect (0, 0, 100, 60));
  jm_group_builder_set_hold (builder, JM_HOLD_BOTH);
  jm_group_builder_add_rect (builder, jm_rect (0, 2, 100, 60), 8, jm_paint (ink), jm_paint_none (), 0);
  jm_group_builder_set_hold (builder, JM_HOLD_TOP);
  jm_group_builder_add_rect (builder, jm_rect (5, 5, 4, 4), 2, jm_paint (ink), jm_paint_none (), 0);
  jm_group_builder_add_text (builder, "above", -1, font, ink, 10, 20, 40, FALSE);
  jm_group_builder_set_hold (builder, JM_HOLD_BOTTOM);
  jm_group_builder_add_rect (builder, jm_rect (90, 50, 4, 4), 2, jm_paint (ink), jm_paint_none (), 0);
  jm_group_builder_add_text (builder, "below", -1, font, ink, 10, 55, 40, FALSE);
  jm_group_builder_add_slot (builder, slot);

  return jm_group_builder_end (builder);
}

static JmGroup *
place (double taller)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_CELL, "p1", "notes");

  jm_group_builder_add_taller (builder, make_card (), 7, 11, taller);
  return jm_group_builder_end (builder);
}

static void
test_parts (void)
{
  g_autoptr(JmGroup) cell = place (TALLER);
  JmGroup *drawn = cell->children[0].drawn;
  JmGroup *shown = jm_placed_get_group (&cell->children[0]);

  g_assert_cmpfloat (shown->box.height, ==, 60 + TALLER);
  g_assert_cmpfloat (shown->bounds.height, ==, 62 + TALLER);
  g_assert_cmpfloat (cell->bounds.height, ==, 62 + TALLER);

  g_assert_cmpuint (shown->n_ops, ==, drawn->n_ops);
  g_assert_true (jm_rect_equal (shown->ops[0].rect.box, jm_rect (0, 2, 100, 60 + TALLER)));
  g_assert_true (jm_rect_equal (shown->ops[1].rect.box, drawn->ops[1].rect.box));
  g_assert_cmpfloat (shown->ops[2].text.baseline, ==, 20);
  g_assert_true (jm_rect_equal (shown->ops[3].rect.box, jm_rect (90, 50 + TALLER, 4, 4)));
  g_assert_cmpfloat (shown->ops[4].text.baseline, ==, 55 + TALLER);
  g_assert_cmpstr (shown->ops[4].text.text, ==, "below");
  g_assert_cmpstr (shown->id, ==, "n1");
  g_assert_cmpuint (shown->n_slots, ==, 1);
  g_assert_cmpfloat (shown->slots[0].box.y, ==, 10);

  /* What was drawn stays as it was, for those who have it elsewhere. */
  g_assert_cmpfloat (drawn->box.height, ==, 60);
  g_assert_cmpfloat (drawn->ops[4].text.baseline, ==, 55);
}

static void
test_as_tall (void)
{
  g_autoptr(JmGroup) cell = place (0);

  g_assert_true (jm_placed_get_group (&cell->children[0]) == cell->children[0].drawn);
}

static void
test_outlives (void)
{
  JmGroup *cell = place (TALLER);
  g_autoptr(JmGroup) shown = jm_group_ref (jm_placed_get_group (&cell->children[0]));

  jm_group_unref (cell);
  g_assert_cmpstr (shown->ops[2].text.text, ==, "above");
  g_assert_cmpstr (shown->lane_id, ==, "notes");
}

static gboolean
count_visited (JmGroup  *group,
               double    x,
               double    y,
               gpointer  user_data)
{
  if (group->role == JM_ROLE_NOTE)
    {
      g_assert_cmpfloat (group->box.height, ==, 60 + TALLER);
      g_assert_cmpfloat (y, ==, 11);
      ++*(guint *) user_data;
    }

  return TRUE;
}

/* Only what is looked at is made, and what is looked at counts as tall as it is shown. */
static void
test_visit (void)
{
  g_autoptr(JmGroup) cell = place (TALLER);
  guint n = 0;

  jm_group_visit (cell, 0, 0, jm_rect (200, 0, 10, 10), count_visited, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (cell->children[0].shown);

  jm_group_visit (cell, 0, 0, jm_rect (0, 11 + 60 + TALLER - 1, 10, 1), count_visited, &n);
  g_assert_cmpuint (n, ==, 1);
}

static gpointer
look (gpointer data)
{
  return jm_placed_get_group (data);
}

/* Whoever looks first makes it, on whichever thread. */
static void
test_threads (void)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr(JmGroup) cell = place (TALLER);
      GThread *threads[4];
      gpointer seen[4];

      for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
        threads[t] = g_thread_new ("look", look, (gpointer) &cell->children[0]);
      for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
        seen[t] = g_thread_join (threads[t]);
      for (guint t = 1; t < G_N_ELEMENTS (threads); t++)
        g_assert_true (seen[t] == seen[0]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/group/taller/parts", test_parts);
  g_test_add_func ("/group/taller/as-tall", test_as_tall);
  g_test_add_func ("/group/taller/outlives", test_outlives);
  g_test_add_func ("/group/taller/visit", test_visit);
  g_test_add_func ("/group/taller/threads", test_threads);

  return g_test_run ();
}
