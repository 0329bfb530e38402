/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which channel serves where, how often and how that feels. */
#include "sample.h"

#include "model/jm-channel-use.h"
#include "model/jm-edit.h"

static const JmChannelUse *
get_use (JmChannelView *view,
         guint          nth)
{
  return g_ptr_array_index (view->uses, nth);
}

static const JmPhaseService *
get_phase (const JmChannelUse *use,
           guint               nth)
{
  g_assert_cmpuint (nth, <, use->phases->len);
  return &g_array_index (use->phases, JmPhaseService, nth);
}

static void
test_uses (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(JmChannelView) view = NULL;

  sample_take (&map, jm_map_set (map, "t4", JM_ATTR_CHANNEL, "web", NULL));
  sample_take (&map, jm_map_set (map, "t2", JM_ATTR_CHANNEL, "web", NULL));
  view = jm_map_get_channel_view (map);

  g_assert_cmpuint (view->uses->len, ==, 2);
  g_assert_cmpstr (jm_item_get_id (get_use (view, 0)->channel), ==, "web");

  /* t1: 1.5 and -1, t2: 2; t4: nothing said. */
  g_assert_cmpuint (get_use (view, 0)->phases->len, ==, 2);
  g_assert_cmpuint (get_phase (get_use (view, 0), 0)->service.n, ==, 2);
  g_assert_cmpuint (get_phase (get_use (view, 0), 0)->service.n_felt, ==, 3);
  g_assert_cmpfloat_with_epsilon (get_phase (get_use (view, 0), 0)->service.mean, 2.5 / 3, 1e-9);
  g_assert_cmpuint (get_phase (get_use (view, 0), 1)->nth, ==, 1);
  g_assert_cmpuint (get_phase (get_use (view, 0), 1)->service.n_felt, ==, 0);
  g_assert_cmpuint (get_use (view, 0)->total.n, ==, 3);

  g_assert_cmpuint (get_use (view, 1)->phases->len, ==, 1);
  g_assert_cmpstr (jm_item_get_id (get_phase (get_use (view, 1), 0)->phase), ==, "one");
}

static void
test_reach (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(JmChannelView) view = NULL;

  sample_take (&map, jm_map_set (map, "web", JM_ATTR_REACH, "online", NULL));
  sample_take (&map, jm_map_set (map, "shop", JM_ATTR_REACH, "both", NULL));
  view = jm_map_get_channel_view (map);

  g_assert_cmpuint (view->online.n, ==, 1);
  g_assert_cmpfloat_with_epsilon (view->online.mean, 0.25, 1e-9);
  g_assert_cmpuint (view->both.n, ==, 1);
  g_assert_cmpuint (view->both.n_felt, ==, 0);
  g_assert_cmpuint (view->offline.n, ==, 0);
  g_assert_cmpuint (view->not_said.n, ==, 2);
}

static void
test_unused (void)
{
  g_autoptr(JmMap) map = sample_map ();
  g_autoptr(JmMap) empty = jm_map_new_empty ("en");
  g_autoptr(JmChannelView) view = NULL;
  g_autoptr(JmChannelView) nothing = jm_map_get_channel_view (empty);

  sample_take (&map, jm_map_set (map, "t3", JM_ATTR_CHANNEL, NULL, NULL));
  view = jm_map_get_channel_view (map);
  g_assert_cmpuint (get_use (view, 1)->phases->len, ==, 0);
  g_assert_cmpuint (get_use (view, 1)->total.n, ==, 0);

  g_assert_cmpuint (nothing->uses->len, ==, 0);
  g_assert_cmpuint (nothing->not_said.n, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/channel-use/by-phase", test_uses);
  g_test_add_func ("/channel-use/by-reach", test_reach);
  g_test_add_func ("/channel-use/unused", test_unused);

  return g_test_run ();
}
