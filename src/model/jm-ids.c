/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fresh ids: short, without a meaning, and never the same twice. */
#include "jm-edit.h"

#include "jm-edit-private.h"

#define RANDOM_CHARACTERS 6

static GMutex mutex;
static GRand *generator;   /* under the mutex */

/* So that someone who reads the file sees what an id is of. */
static const char *
get_prefix (JmKind kind)
{
  switch ((int) kind)
    {
    case JM_KIND_PERSONA:
      return "a";
    case JM_KIND_CHANNEL:
      return "c";
    case JM_KIND_LANE:
      return "l";
    case JM_KIND_PHASE:
      return "f";
    case JM_KIND_MEASURE:
      return "m";
    case JM_KIND_NOTE:
      return "n";
    case JM_KIND_TOUCHPOINT:
      return "t";
    case JM_KIND_PAIN_POINT:
      return "p";
    case JM_KIND_OPPORTUNITY:
      return "o";
    case JM_KIND_THOUGHT:
      return "q";
    case JM_KIND_PICTURE:
      return "i";
    case JM_KIND_TRANSITION:
      return "x";
    default:
      g_return_val_if_reached ("z");
    }
}

/* With the mutex held. */
static GRand *
ensure_generator (void)
{
  if (generator == NULL)
    {
      const char *seed = g_getenv ("JOURNEYMAP_SEED");

      if (seed != NULL)
        generator = g_rand_new_with_seed ((guint32) g_ascii_strtoull (seed, NULL, 10));
      else
        generator = g_rand_new ();
    }

  return generator;
}

/**
 * jm_ids_seed:
 * @seed: any number
 *
 * Makes the ids that follow the same each time, for tests. The environment variable `JOURNEYMAP_SEED` does so from the
 * start; without either they are drawn from what the system has for randomness.
 */
void
jm_ids_seed (guint64 seed)
{
  guint32 words[2] = { (guint32) seed, (guint32) (seed >> 32) };

  g_mutex_lock (&mutex);
  g_rand_set_seed_array (ensure_generator (), words, G_N_ELEMENTS (words));
  g_mutex_unlock (&mutex);
}

/* An id such as "t-k3v9qa"; the alphabet is Crockford's base 32, which has no letters that look alike. */
static char *
draw_id (JmKind kind)
{
  static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
  char characters[RANDOM_CHARACTERS + 1];
  guint32 bits;

  g_mutex_lock (&mutex);
  bits = g_rand_int (ensure_generator ());
  g_mutex_unlock (&mutex);

  for (guint i = 0; i < RANDOM_CHARACTERS; i++)
    {
      characters[i] = alphabet[bits & 31];
      bits >>= 5;
    }
  characters[RANDOM_CHARACTERS] = '\0';

  return g_strconcat (get_prefix (kind), "-", characters, NULL);
}

/**
 * jm_map_fresh_id:
 * @map: a map
 * @kind: a kind that has ids
 *
 * Draws an id that is not in @map. Safe from any thread.
 *
 * Returns: (transfer full): for example "t-k3v9qa"
 */
char *
jm_map_fresh_id (JmMap  *map,
                 JmKind  kind)
{
  char *id;

  g_return_val_if_fail (map != NULL && jm_kind_get_rule (kind)->has_id, NULL);

  for (id = draw_id (kind); jm_map_find (map, id) != NULL; id = draw_id (kind))
    g_free (id);

  return id;
}
