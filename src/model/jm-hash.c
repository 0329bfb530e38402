/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash of text for tables that are filled from files. */
#include "jm-hash.h"

#include <string.h>

static guint32
get_seed (void)
{
  static gsize seed = 0;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, g_random_int () | 1);

  return (guint32) seed;
}

/**
 * jm_bytes_hash:
 * @bytes: (array length=length): bytes
 * @length: how many
 *
 * A hash to be used wherever what is hashed comes from a file, which may be hostile: strings that collide in g_str_hash()
 * can be made by hand, and a table of them is a list. This one starts from a number that differs in each run, and mixes as
 * MurmurHash2 does (Austin Appleby, public domain).
 *
 * Returns: the hash of @bytes, the same within one run only
 */
guint
jm_bytes_hash (const char *bytes,
               gsize       length)
{
  const guint32 factor = 0x5bd1e995;
  const char *at = bytes;
  gsize left = length;
  guint32 hash = get_seed () ^ (guint32) left;

  for (; left >= 4; at += 4, left -= 4)
    {
      guint32 word;

      memcpy (&word, at, 4);
      word *= factor;
      word ^= word >> 24;
      word *= factor;
      hash *= factor;
      hash ^= word;
    }
  for (; left > 0; at++, left--)
    {
      hash ^= (guchar) *at;
      hash *= factor;
    }
  hash ^= hash >> 13;
  hash *= factor;
  hash ^= hash >> 15;

  return hash;
}

/**
 * jm_text_hash:
 * @text: (type utf8): text
 *
 * jm_bytes_hash() as a hash function for g_hash_table_new().
 *
 * Returns: the hash of @text, the same within one run only
 */
guint
jm_text_hash (gconstpointer text)
{
  return jm_bytes_hash (text, strlen (text));
}
