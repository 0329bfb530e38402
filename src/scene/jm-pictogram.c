/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a pictogram by name or by the words of a title. */

#include "jm-pictogram.h"

#include "jm-pictogram-data.h"

#include <stdlib.h>
#include <string.h>

static int
compare_name (const void *name,
              const void *pictogram)
{
  return strcmp (name, ((const JmPictogram *) pictogram)->name);
}

/**
 * jm_pictogram_find:
 * @name: (nullable): the name of a pictogram
 *
 * Which names exist is open: a file may hold one that a later version draws. The caller then draws
 * "general", which is always there, and leaves the file as it is. O(log n).
 *
 * Returns: (nullable): the pictogram, or %NULL if there is none of that name
 */
const JmPictogram *
jm_pictogram_find (const char *name)
{
  if (name == NULL)
    return NULL;

  return bsearch (name, jm_pictogram_data, jm_pictogram_data_length, sizeof (JmPictogram), compare_name);
}

/**
 * jm_pictogram_get_all:
 * @n: (out): how many there are
 *
 * Returns: (array length=n) (transfer none): all pictograms, sorted by name
 */
const JmPictogram *
jm_pictogram_get_all (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = jm_pictogram_data_length;

  return jm_pictogram_data;
}

/**
 * jm_pictogram_get_path:
 * @pictogram: a pictogram from this table
 *
 * The path data of a pictogram, read the first time it is asked for and kept. Safe from any thread.
 *
 * Returns: (transfer none): the path, in a box of %JM_PICTOGRAM_SIZE
 */
JmPath *
jm_pictogram_get_path (const JmPictogram *pictogram)
{
  static JmPath **paths = NULL;
  gsize i;

  g_return_val_if_fail (pictogram >= jm_pictogram_data &&
                        pictogram < jm_pictogram_data + jm_pictogram_data_length, NULL);

  if (g_once_init_enter (&paths))
    g_once_init_leave (&paths, g_new0 (JmPath *, jm_pictogram_data_length));

  i = pictogram - jm_pictogram_data;
  if (g_once_init_enter (&paths[i]))
    g_once_init_leave (&paths[i], jm_path_new_from_svg (pictogram->path));

  return paths[i];
}

/* A pictogram in a place and a size: on all cards of a kind the same. */
typedef struct
{
  const JmPictogram *pictogram;
  double             x;
  double             y;
  double             size;
  JmPath            *path;
} Placed;

/* In a map from right to left the place depends on the width of the card; those are not worth being kept for ever. */
#define MOST_PLACED 512

static guint
hash_placed (gconstpointer key)
{
  const Placed *placed = key;

  return g_direct_hash (placed->pictogram) ^ g_double_hash (&placed->x) ^ g_double_hash (&placed->y) ^
         g_double_hash (&placed->size);
}

static gboolean
equal_placed (gconstpointer a,
              gconstpointer b)
{
  const Placed *one = a;
  const Placed *other = b;

  return one->pictogram == other->pictogram && one->x == other->x && one->y == other->y && one->size == other->size;
}

static void
free_placed (gpointer data)
{
  jm_path_unref (((Placed *) data)->path);
  g_free (data);
}

/**
 * jm_pictogram_place:
 * @pictogram: a pictogram from this table
 * @cx: its middle
 * @cy: its middle
 * @size: of its box, in map units
 *
 * A map of 10,000 touchpoints has as many pictograms, most of them in the same place of their card: they share one path.
 * Safe from any thread.
 *
 * Returns: (transfer full): its path, placed
 */
JmPath *
jm_pictogram_place (const JmPictogram *pictogram,
                    double             cx,
                    double             cy,
                    double             size)
{
  static GMutex mutex;
  static GHashTable *kept = NULL;
  Placed wanted = { pictogram, cx, cy, size, NULL };
  Placed *placed;
  JmPath *path;

  g_mutex_lock (&mutex);
  if (kept == NULL)
    kept = g_hash_table_new_full (hash_placed, equal_placed, free_placed, NULL);
  placed = g_hash_table_lookup (kept, &wanted);
  if (placed == NULL)
    {
      if (g_hash_table_size (kept) >= MOST_PLACED)
        g_hash_table_remove_all (kept);
      wanted.path = jm_path_new_placed (jm_pictogram_get_path (pictogram), size / JM_PICTOGRAM_SIZE, cx - size / 2,
                                        cy - size / 2);
      placed = g_memdup2 (&wanted, sizeof wanted);
      g_hash_table_add (kept, placed);
    }
  path = jm_path_ref (placed->path);
  g_mutex_unlock (&mutex);

  return path;
}

/* The words of all pictograms, as they stand in the table, and whose they are; and how long the longest is. */
static GHashTable *
get_stems (gsize *longest)
{
  static GHashTable *stems = NULL;
  static gsize most = 0;

  if (g_once_init_enter (&stems))
    {
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < jm_pictogram_data_length; i++)
        {
          g_auto(GStrv) words = g_strsplit (jm_pictogram_data[i].words, " ", -1);

          for (guint j = 0; words[j] != NULL; j++)
            {
              most = MAX (most, strlen (words[j]));
              g_hash_table_insert (table, g_strdup (words[j]), (gpointer) &jm_pictogram_data[i]);
            }
        }

      g_once_init_leave (&stems, table);
    }

  *longest = most;
  return stems;
}

/* Finds whose word this is, by the whole of it or else by its longest stem; shortens it meanwhile. */
static const JmPictogram *
match_word (GString  *word,
            gboolean *weak)
{
  gsize longest;
  GHashTable *stems = get_stems (&longest);
  gsize length = word->len;
  const JmPictogram *pictogram;

  *weak = FALSE;

  if (length == 0)
    return NULL;

  g_string_append_c (word, '=');
  pictogram = g_hash_table_lookup (stems, word->str);
  if (pictogram != NULL)
    return pictogram;

  word->str[length] = '~';
  pictogram = g_hash_table_lookup (stems, word->str);
  if (pictogram != NULL)
    {
      *weak = TRUE;
      return pictogram;
    }

  /* No text is so long that it is worth trying more than there are. */
  for (length = MIN (length, longest); length > 0 && pictogram == NULL; length--)
    {
      g_string_truncate (word, length);
      pictogram = g_hash_table_lookup (stems, word->str);
    }

  return pictogram;
}

/**
 * jm_pictogram_guess:
 * @text: the title of a touchpoint, in Dutch or in English
 *
 * Compares the words of a title with the stems in the table, without regard to case and accents; hyphens
 * within a word are passed over, so that "check-in" is "checkin". The first word that says something wins,
 * because that is what a title is about: "Vlucht vertraagd" is about the flight. O(length of @text), a few
 * microseconds for a title.
 *
 * Returns: (nullable): the name of a pictogram, or %NULL if no word suggests one
 */
const char *
jm_pictogram_guess (const char *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *plain = NULL;
  g_autoptr(GString) word = NULL;
  const char *hint = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_utf8_casefold (text, -1);
  plain = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  if (plain == NULL)
    return NULL;

  word = g_string_new (NULL);
  for (const char *p = plain; ; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        {
          g_string_append_unichar (word, c);
        }
      else if (c == '-' || c == '\'' || c == 0x2019 || c == 0x2010 || c == 0x2011 ||
               g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        {
          /* Accents, soft hyphens and the like do not end a word. */
        }
      else
        {
          gboolean weak;
          const JmPictogram *pictogram = match_word (word, &weak);

          if (pictogram != NULL && !weak)
            return pictogram->name;
          if (pictogram != NULL && hint == NULL)
            hint = pictogram->name;
          if (c == 0)
            return hint;

          g_string_truncate (word, 0);
        }
    }
}
