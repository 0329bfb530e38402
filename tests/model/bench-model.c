/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long edits, finding things and the differences take in maps of 100, 1,000 and 10,000 touchpoints, and what they weigh. */
#include "generate/jm-generate.h"
#include "model/jm-diff.h"
#include "model/jm-edit.h"

#include <malloc.h>
#include <stdio.h>

#define N_EDITS 2000

static char *
random_id (GRand      *rand,
           const char *prefix,
           guint       n)
{
  return g_strdup_printf ("%s%d", prefix, g_rand_int_range (rand, 0, (gint32) n));
}

/* The edit number i of a kind, on a map whose phases have all been indexed. */
typedef JmMap *(* Edit) (JmMap *map,
                         GRand *rand,
                         guint  n);

static JmMap *
lift_feeling (JmMap *map,
              GRand *rand,
              guint  n)
{
  g_autofree char *id = random_id (rand, "t", n);

  return jm_map_set_emotion (map, id, "persona0", g_rand_double_range (rand, -2, 2), NULL);
}

static JmMap *
rename_touchpoint (JmMap *map,
                   GRand *rand,
                   guint  n)
{
  g_autofree char *id = random_id (rand, "t", n);
  g_autofree char *text = jm_generate_text (rand, 2);

  return jm_map_set_text (map, id, JM_KIND_TITLE, text, NULL);
}

static JmMap *
move_touchpoint (JmMap *map,
                 GRand *rand,
                 guint  n)
{
  g_autofree char *id = random_id (rand, "t", n);
  g_autofree char *phase = random_id (rand, "phase", (n + 19) / 20);

  return jm_map_move (map, id, phase, 0, NULL);
}

static JmMap *
add_pain_point (JmMap *map,
                GRand *rand,
                guint  n)
{
  g_autofree char *id = random_id (rand, "t", n);

  return jm_map_add (map, JM_KIND_PAIN_POINT, id, -1, "Te lang wachten", NULL, NULL);
}

static JmMap *
duplicate_touchpoint (JmMap *map,
                      GRand *rand,
                      guint  n)
{
  g_autofree char *id = random_id (rand, "t", n);

  return jm_map_duplicate (map, id, NULL, 0, NULL, NULL);
}

static JmMap *
remove_touchpoint (JmMap *map,
                   GRand *rand,
                   guint  n)
{
  g_autofree char *id = random_id (rand, "t", n);
  const char *ids[] = { id, NULL };

  return jm_map_remove (map, ids, NULL);
}

static double
time_edits (JmMap *map,
            Edit   edit,
            guint  n,
            guint  n_edits)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_map_unref);
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < n_edits; i++)
    g_ptr_array_add (results, edit (map, rand, n));

  return (double) (g_get_monotonic_time () - begin) / n_edits;
}

/* The next id is asked of the map that the last edit made, as in an editor. */
static double
time_edits_in_a_row (JmMap *map,
                     guint  n)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (2);
  g_autoptr(JmMap) present = jm_map_ref (map);
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < N_EDITS; i++)
    {
      JmMap *next = lift_feeling (present, rand, n);

      jm_map_unref (present);
      present = next;
    }

  return (double) (g_get_monotonic_time () - begin) / N_EDITS;
}

static double
time_locate (JmMap *map,
             guint  n)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  g_autofree char **ids = g_new (char *, N_EDITS);
  gint64 begin, end;

  for (guint i = 0; i < N_EDITS; i++)
    ids[i] = random_id (rand, "t", n);
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < N_EDITS; i++)
    g_assert_nonnull (jm_map_find (map, ids[i]));
  end = g_get_monotonic_time ();
  for (guint i = 0; i < N_EDITS; i++)
    g_free (ids[i]);

  return (double) (end - begin) / N_EDITS;
}

static double
time_diff (JmMap *map,
           guint  n)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (4);
  g_autoptr(JmMap) next = move_touchpoint (map, rand, n);
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(GPtrArray) changes = jm_map_diff (map, next);

      g_assert_cmpuint (changes->len, >, 0);
    }

  return (double) (g_get_monotonic_time () - begin) / 200;
}

static void
measure (guint n)
{
  gsize before = mallinfo2 ().uordblks;
  g_autoptr(JmMap) map = jm_generate_map (n, 1);
  gsize after = mallinfo2 ().uordblks;
  gint64 begin;
  double first;

  begin = g_get_monotonic_time ();
  g_assert_nonnull (jm_map_find (map, "t0"));
  g_assert_null (jm_map_find (map, "nowhere"));
  first = (double) (g_get_monotonic_time () - begin);

  printf ("# %u touchpoints, in microseconds unless said otherwise\n", n);
  printf ("#   memory (MiB)                %8.2f, with the ids indexed %.2f\n",
          (double) (after - before) / (1 << 20), (double) (mallinfo2 ().uordblks - before) / (1 << 20));
  printf ("#   indexing all ids            %8.1f\n", first);
  printf ("#   finding an item             %8.2f\n", time_locate (map, n));
  printf ("#   lifting a feeling           %8.2f\n", time_edits (map, lift_feeling, n, N_EDITS));
  printf ("#   lifting feelings in a row   %8.2f\n", time_edits_in_a_row (map, n));
  printf ("#   renaming a touchpoint       %8.2f\n", time_edits (map, rename_touchpoint, n, N_EDITS));
  printf ("#   moving a touchpoint         %8.2f\n", time_edits (map, move_touchpoint, n, N_EDITS));
  printf ("#   adding a pain point         %8.2f\n", time_edits (map, add_pain_point, n, N_EDITS));
  printf ("#   duplicating a touchpoint    %8.2f\n", time_edits (map, duplicate_touchpoint, n, N_EDITS));
  printf ("#   removing a touchpoint       %8.2f\n", time_edits (map, remove_touchpoint, n, N_EDITS / 10));
  printf ("#   differences after a move    %8.2f\n", time_diff (map, n));
}

int
main (void)
{
  static const guint sizes[] = { 100, 1000, 10000 };

  printf ("1..%u\n", (guint) G_N_ELEMENTS (sizes));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      measure (sizes[i]);
      printf ("ok %u - %u touchpoints\n", i + 1, sizes[i]);
    }

  return 0;
}
