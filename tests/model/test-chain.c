/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chains of measures: shares, the weakest step, values that are not there. */
#include "model/jm-chain.h"
#include "model/jm-edit.h"

static JmMap *
add_measure (JmMap      *map,
             const char *phase_id,
             const char *value,
             const char *chain,
             const char *unit)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  JmMap *next = jm_map_add (map, JM_KIND_MEASURE, phase_id, -1, "Bezoekers", &id, &error);
  const struct { JmAttr attr; const char *value; } attrs[] = {
    { JM_ATTR_VALUE, value }, { JM_ATTR_CHAIN, chain }, { JM_ATTR_UNIT, unit }
  };

  g_assert_no_error (error);
  jm_map_unref (map);
  for (guint i = 0; i < G_N_ELEMENTS (attrs); i++)
    if (attrs[i].value != NULL)
      {
        JmMap *set = jm_map_set (next, id, attrs[i].attr, attrs[i].value, &error);
        g_assert_no_error (error);
        jm_map_unref (next);
        next = set;
      }

  return next;
}

static JmMap *
make_map (char **ids,
          guint  n)
{
  JmMap *map = jm_map_new_empty ("nl");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      JmMap *next = jm_map_add (map, JM_KIND_PHASE, NULL, -1, "Fase", &ids[i], &error);
      g_assert_no_error (error);
      jm_map_unref (map);
      map = next;
    }

  return map;
}

static void
test_shares (void)
{
  char *ids[4];
  JmMap *map = make_map (ids, 4);
  g_autoptr(GPtrArray) chains = NULL;
  const JmChain *chain;

  map = add_measure (map, ids[0], "820000", NULL, NULL);
  map = add_measure (map, ids[1], "36900", NULL, NULL);
  map = add_measure (map, ids[2], "1290", NULL, NULL);
  map = add_measure (map, ids[3], "402", NULL, NULL);
  chains = jm_map_get_chains (map);

  g_assert_cmpuint (chains->len, ==, 1);
  chain = g_ptr_array_index (chains, 0);
  g_assert_cmpuint (chain->steps->len, ==, 4);
  g_assert_false (g_array_index (chain->steps, JmStep, 0).has_ratio);
  g_assert_cmpfloat_with_epsilon (g_array_index (chain->steps, JmStep, 1).ratio, 0.045, 1e-9);
  g_assert_false (g_array_index (chain->steps, JmStep, 1).weakest);
  g_assert_true (g_array_index (chain->steps, JmStep, 2).weakest);
  g_assert_cmpfloat_with_epsilon (chain->total, 402.0 / 820000, 1e-12);
  g_assert_cmpfloat (chain->largest, ==, 820000);

  for (guint i = 0; i < 4; i++)
    g_free (ids[i]);
  jm_map_unref (map);
}

static void
test_missing_is_no_zero (void)
{
  char *ids[3];
  JmMap *map = make_map (ids, 3);
  g_autoptr(GPtrArray) chains = NULL;
  const JmChain *chain;

  map = add_measure (map, ids[0], "100", NULL, NULL);
  map = add_measure (map, ids[1], NULL, NULL, NULL);
  map = add_measure (map, ids[2], "50", NULL, NULL);
  chains = jm_map_get_chains (map);
  chain = g_ptr_array_index (chains, 0);

  g_assert_false (g_array_index (chain->steps, JmStep, 1).has_value);
  g_assert_false (g_array_index (chain->steps, JmStep, 1).has_ratio);
  g_assert_cmpfloat (g_array_index (chain->steps, JmStep, 2).ratio, ==, 0.5);
  /* One share has nothing to be weaker than. */
  g_assert_false (g_array_index (chain->steps, JmStep, 2).weakest);

  for (guint i = 0; i < 3; i++)
    g_free (ids[i]);
  jm_map_unref (map);
}

static void
test_zero_negative_and_percent (void)
{
  char *ids[1];
  JmMap *map = make_map (ids, 1);
  g_autoptr(GPtrArray) chains = NULL;
  const JmChain *chain;

  map = add_measure (map, ids[0], "0", NULL, NULL);
  map = add_measure (map, ids[0], "7", NULL, NULL);
  map = add_measure (map, ids[0], "-3", NULL, NULL);
  map = add_measure (map, ids[0], "40", NULL, "%");
  chains = jm_map_get_chains (map);
  chain = g_ptr_array_index (chains, 0);

  for (guint i = 0; i < chain->steps->len; i++)
    g_assert_false (g_array_index (chain->steps, JmStep, i).has_ratio);
  g_assert_false (chain->has_total);

  g_free (ids[0]);
  jm_map_unref (map);
}

static void
test_named_chains (void)
{
  char *ids[1];
  JmMap *map = make_map (ids, 1);
  g_autoptr(GPtrArray) chains = NULL;

  map = add_measure (map, ids[0], "9", "none", NULL);
  map = add_measure (map, ids[0], "9", "app", NULL);
  map = add_measure (map, ids[0], "9", NULL, NULL);
  map = add_measure (map, ids[0], "3", "app", NULL);
  chains = jm_map_get_chains (map);

  g_assert_cmpuint (chains->len, ==, 2);
  g_assert_cmpstr (((JmChain *) g_ptr_array_index (chains, 0))->name, ==, "app");
  g_assert_cmpuint (((JmChain *) g_ptr_array_index (chains, 0))->steps->len, ==, 2);
  g_assert_cmpstr (((JmChain *) g_ptr_array_index (chains, 1))->name, ==, "");

  g_free (ids[0]);
  jm_map_unref (map);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chain/shares-and-the-weakest-step", test_shares);
  g_test_add_func ("/chain/a-missing-value-is-no-zero", test_missing_is_no_zero);
  g_test_add_func ("/chain/zero-negative-and-per-cent-have-no-share", test_zero_negative_and_percent);
  g_test_add_func ("/chain/named-chains-stand-alone", test_named_chains);

  return g_test_run ();
}
