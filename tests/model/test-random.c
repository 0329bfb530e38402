/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hundred thousand random edits: every map stays whole and as it was, undo and redo lead back to the very same ones, and
 * the differences are those that are there. */
#include "generate/jm-generate.h"
#include "generate/jm-random-edit.h"
#include "model/jm-diff.h"
#include "model/jm-edit.h"
#include "model/jm-session.h"

#include <string.h>

#define N_MAPS         10
#define EDITS_A_MAP    10000
/* Looking at the whole map costs a hundred times what an edit does. */
#define LOOK_EVERY     25

/* A sum over all that is in an item, to see whether an item that should be immutable is. */
static guint64
sum_up (JmItem *item)
{
  guint64 sum = 14695981039346656037u;
  const JmKindRule *rule = jm_kind_get_rule (jm_item_get_kind (item));

#define MIX(number) (sum = (sum ^ (guint64) (number)) * 1099511628211u)
  MIX (jm_item_get_kind (item));
  MIX (g_str_hash (jm_item_get_text (item)));
  MIX (jm_item_get_text_offset (item));
  for (guint i = 0; i < rule->n_attrs; i++)
    {
      const char *value = jm_item_get (item, rule->attrs[i].attr);

      MIX (value != NULL ? g_str_hash (value) : 1);
    }
  for (guint i = 0; i < jm_item_get_n_foreign (item); i++)
    MIX (g_str_hash (jm_item_get_foreign (item, i)->value));
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    MIX (sum_up (jm_item_get_child (item, i)));
#undef MIX

  return sum;
}

/* Differences, found the long way */

typedef struct
{
  JmItem     *item;
  const char *parent;
} Known;

static void
learn (GHashTable *known,
       JmItem     *item,
       const char *parent)
{
  const char *id = jm_item_get_kind (item) == JM_KIND_MAP ? "@map" : jm_item_get_id (item);

  if (id != NULL)
    {
      Known *entry = g_new (Known, 1);

      *entry = (Known) { item, parent };
      g_hash_table_insert (known, (gpointer) id, entry);
      parent = id;
    }
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    learn (known, jm_item_get_child (item, i), parent);
}

/* Whether an item says the same, apart from the items in it that have ids and from feelings. */
static gboolean
says_the_same (JmItem *a,
               JmItem *b)
{
  g_autoptr(JmItem) bare_a = jm_item_copy (a);
  g_autoptr(JmItem) bare_b = jm_item_copy (b);
  JmItem *bare[] = { bare_a, bare_b };

  for (guint i = 0; i < G_N_ELEMENTS (bare); i++)
    for (guint j = jm_item_get_n_children (bare[i]); j-- > 0;)
      if (jm_item_get_id (jm_item_get_child (bare[i], j)) != NULL ||
          jm_item_get_kind (jm_item_get_child (bare[i], j)) == JM_KIND_EMOTION)
        jm_item_remove (bare[i], j);

  return jm_item_equal (bare_a, bare_b);
}

static void
check_diff (JmMap *old_map,
            JmMap *new_map)
{
  g_autoptr(GPtrArray) changes = jm_map_diff (old_map, new_map);
  g_autoptr(GHashTable) was = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr(GHashTable) is = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GHashTable *told[4];
  GHashTableIter iter;
  gpointer id, value;

  g_assert_cmpint (changes->len == 0, ==, jm_map_equal (old_map, new_map));

  learn (was, jm_map_get_root (old_map), NULL);
  learn (is, jm_map_get_root (new_map), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    told[i] = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < changes->len; i++)
    {
      const JmChange *change = changes->pdata[i];
      JmItem *item = change->new_item != NULL ? change->new_item : change->old_item;
      const char *key = jm_item_get_kind (item) == JM_KIND_MAP ? "@map" : jm_item_get_id (item);

      if (key != NULL)
        g_assert_true (g_hash_table_add (told[change->type], (gpointer) key));
    }

  g_hash_table_iter_init (&iter, is);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const Known *now = value;
      const Known *then = g_hash_table_lookup (was, id);

      g_assert_cmpint (g_hash_table_contains (told[JM_CHANGE_ADDED], id), ==, then == NULL);
      if (then == NULL)
        continue;
      if (g_strcmp0 (then->parent, now->parent) != 0)
        g_assert_true (g_hash_table_contains (told[JM_CHANGE_MOVED], id));
      /* One may also be told to be edited because things in it were arranged anew. */
      if (!says_the_same (then->item, now->item))
        g_assert_true (g_hash_table_contains (told[JM_CHANGE_EDITED], id));
      else if (then->item == now->item)
        g_assert_false (g_hash_table_contains (told[JM_CHANGE_EDITED], id));
    }

  g_hash_table_iter_init (&iter, was);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_cmpint (g_hash_table_contains (told[JM_CHANGE_REMOVED], id), ==, !g_hash_table_contains (is, id));

  /* What did not move is in the order in which it was. */
  g_hash_table_iter_init (&iter, is);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const Known *now = value;
      const Known *then = g_hash_table_lookup (was, id);
      GPtrArray *orders[2];

      if (then == NULL || then->item == now->item)
        continue;
      for (guint side = 0; side < 2; side++)
        {
          JmItem *parent = side == 0 ? then->item : now->item;
          GHashTable *others = side == 0 ? is : was;

          orders[side] = g_ptr_array_new ();
          for (guint kind = JM_KIND_MAP; kind < JM_KIND_FOREIGN; kind++)
            for (guint i = 0; i < jm_item_get_n_children (parent); i++)
              {
                JmItem *child = jm_item_get_child (parent, i);
                const char *child_id = jm_item_get_id (child);
                const Known *other = child_id != NULL ? g_hash_table_lookup (others, child_id) : NULL;

                if (jm_item_get_kind (child) == kind && other != NULL && g_strcmp0 (other->parent, id) == 0 &&
                    !g_hash_table_contains (told[JM_CHANGE_MOVED], child_id))
                  g_ptr_array_add (orders[side], (gpointer) child_id);
              }
        }
      g_assert_cmpuint (orders[0]->len, ==, orders[1]->len);
      for (guint i = 0; i < orders[0]->len; i++)
        g_assert_cmpstr (orders[0]->pdata[i], ==, orders[1]->pdata[i]);
      for (guint side = 0; side < 2; side++)
        g_ptr_array_unref (orders[side]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_hash_table_unref (told[i]);
}

static void
test_edits (gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data);
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(JmMap) first = jm_generate_map (8 + 5 * seed, seed);
  g_autoptr(JmSession) session = jm_session_new (first);
  g_autoptr(GPtrArray) maps = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_map_unref);
  g_autofree guint64 *sums = g_new0 (guint64, EDITS_A_MAP / LOOK_EVERY + 1);
  g_autoptr(JmMap) last_seen = jm_map_ref (first);

  jm_ids_seed (seed);
  g_ptr_array_add (maps, jm_map_ref (first));
  sums[0] = sum_up (jm_map_get_root (first));

  for (guint i = 1; i <= EDITS_A_MAP; i++)
    {
      JmMap *present = jm_session_get_map (session);
      const char *label = NULL;
      g_autoptr(JmMap) next = jm_random_edit (present, rand, &label);

      if (!jm_session_apply (session, next, label))
        {
          i--;
          continue;
        }
      g_ptr_array_add (maps, jm_map_ref (next));

      if (i % LOOK_EVERY == 0)
        {
          jm_random_check_map (next);
          check_diff (present, next);
          check_diff (last_seen, next);
          jm_map_unref (last_seen);
          last_seen = jm_map_ref (next);
          sums[i / LOOK_EVERY] = sum_up (jm_map_get_root (next));
        }
    }

  for (guint i = EDITS_A_MAP; i > 0; i--)
    {
      g_assert_true (jm_session_get_map (session) == maps->pdata[i]);
      jm_session_undo (session);
    }
  g_assert_true (jm_session_get_map (session) == first);
  g_assert_false (jm_session_get_can_undo (session));
  g_assert_true (jm_session_get_saved (session));

  for (guint i = 1; i <= EDITS_A_MAP; i++)
    {
      jm_session_redo (session);
      g_assert_true (jm_session_get_map (session) == maps->pdata[i]);
    }
  g_assert_false (jm_session_get_can_redo (session));

  for (guint i = 0; i <= EDITS_A_MAP; i += LOOK_EVERY)
    g_assert_cmpuint (sum_up (jm_map_get_root (maps->pdata[i])), ==, sums[i / LOOK_EVERY]);
}

/* The same seeds lead to the same map. */
static void
test_seeds (void)
{
  JmMap *results[2];

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (5);

      jm_ids_seed (5);
      results[round] = jm_generate_map (20, 5);
      for (guint i = 0; i < 2000; i++)
        {
          const char *label = NULL;
          JmMap *next = jm_random_edit (results[round], rand, &label);

          jm_map_unref (results[round]);
          results[round] = next;
        }
    }

  g_assert_true (results[0] != results[1]);
  g_assert_true (jm_map_equal (results[0], results[1]));
  jm_map_unref (results[0]);
  jm_map_unref (results[1]);
}

static void
test_generated (void)
{
  static const guint sizes[] = { 0, 1, 20, 21, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(JmMap) map = jm_generate_map (sizes[i], 1);
      JmItem *root = jm_map_get_root (map);
      guint n_phases = jm_item_count (root, JM_KIND_PHASE);
      guint n = 0;

      for (guint j = 0; j < n_phases; j++)
        n += jm_item_count (jm_item_get_nth (root, JM_KIND_PHASE, j), JM_KIND_TOUCHPOINT);
      g_assert_cmpuint (n, ==, sizes[i]);
      g_assert_cmpuint (n_phases, ==, (sizes[i] + 19) / 20);
      jm_random_check_map (map);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/random/generated", test_generated);
  g_test_add_func ("/random/seeds", test_seeds);
  for (guint seed = 0; seed < N_MAPS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/random/edits/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_edits);
    }

  return g_test_run ();
}
