/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures in document order form a chain, from the first contact to the goal. A measure that has no value yet is no zero:
 * it is passed over. A share of something in per cent, or of nothing, says nothing and is left out. */
#include "jm-chain.h"

#include "jm-hash.h"

#include <string.h>

static void
chain_free (gpointer data)
{
  JmChain *chain = data;

  g_free (chain->name);
  g_array_unref (chain->steps);
  g_free (chain);
}

static JmChain *
find_chain (GPtrArray  *chains,
            GHashTable *by_name,
            const char *name)
{
  JmChain *chain = g_hash_table_lookup (by_name, name);

  if (chain != NULL)
    return chain;

  chain = g_new0 (JmChain, 1);
  chain->name = g_strdup (name);
  chain->steps = g_array_new (FALSE, TRUE, sizeof (JmStep));
  g_ptr_array_add (chains, chain);
  g_hash_table_insert (by_name, chain->name, chain);

  return chain;
}

static gboolean
counts_things (JmItem *measure)
{
  const char *unit = jm_item_get (measure, JM_ATTR_UNIT);

  return unit == NULL || strchr (unit, '%') == NULL;
}

static void
link_steps (JmChain *chain)
{
  JmStep *first = NULL, *before = NULL, *weakest = NULL;
  guint n_ratios = 0;

  for (guint i = 0; i < chain->steps->len; i++)
    {
      JmStep *step = &g_array_index (chain->steps, JmStep, i);

      if (!step->has_value)
        continue;
      chain->largest = MAX (chain->largest, step->value);
      if (!step->counts)
        continue;
      if (before != NULL && before->value > 0 && step->value >= 0)
        {
          step->has_ratio = TRUE;
          step->ratio = step->value / before->value;
          n_ratios++;
          if (weakest == NULL || step->ratio < weakest->ratio)
            weakest = step;
        }
      if (first == NULL)
        first = step;
      before = step;
    }

  if (n_ratios >= 2)
    weakest->weakest = TRUE;
  if (first != before && first->value > 0 && before->value >= 0)
    {
      chain->has_total = TRUE;
      chain->total = before->value / first->value;
    }
}

/**
 * jm_map_get_chains:
 * @map: a map
 *
 * Links the measures of a map into chains.
 *
 * Returns: (transfer full) (element-type JmChain): the chains, in the order in which they begin
 */
GPtrArray *
jm_map_get_chains (JmMap *map)
{
  GPtrArray *chains = g_ptr_array_new_with_free_func (chain_free);
  g_autoptr(GHashTable) by_name = g_hash_table_new (jm_text_hash, g_str_equal);
  JmItem *root = jm_map_get_root (map);
  guint at_phase = 0;
  JmItem *phase, *measure;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &at_phase)) != NULL)
    {
      guint at_measure = 0;

      while ((measure = jm_item_next (phase, JM_KIND_MEASURE, &at_measure)) != NULL)
        {
          const char *name = jm_item_get (measure, JM_ATTR_CHAIN);
          JmStep step = { measure, phase };

          if (g_strcmp0 (name, "none") == 0)
            continue;
          step.has_value = jm_item_get_number (measure, JM_ATTR_VALUE, &step.value);
          step.counts = counts_things (measure);
          g_array_append_val (find_chain (chains, by_name, name != NULL ? name : "")->steps, step);
        }
    }

  for (guint i = 0; i < chains->len; i++)
    link_steps (g_ptr_array_index (chains, i));

  return chains;
}
