/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-kept.h"

#include <glib/gstdio.h>
#include <string.h>

/* One earlier version of some map. The name begins with when it was kept, padded. */
typedef struct
{
  char     *path;
  guint64   size;
  gboolean  is_last;  /* of its map */
} Kept;

static void
kept_free (Kept *kept)
{
  g_free (kept->path);
  g_free (kept);
}

static int
compare_ages (gconstpointer a,
              gconstpointer b)
{
  const char *one = (*(Kept * const *) a)->path;
  const char *other = (*(Kept * const *) b)->path;

  return strcmp (strrchr (one, G_DIR_SEPARATOR), strrchr (other, G_DIR_SEPARATOR));
}

/* Adds the versions of one map. */
static void
add_folder (GPtrArray  *all,
            const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;
  Kept *last = NULL;

  if (dir == NULL)
    return;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;
      Kept *kept;

      if (!g_str_has_suffix (name, ".cjm") || g_lstat (path, &info) != 0 || !S_ISREG (info.st_mode))
        continue;

      kept = g_new0 (Kept, 1);
      kept->path = g_steal_pointer (&path);
      kept->size = info.st_size;
      g_ptr_array_add (all, kept);
      if (last == NULL || compare_ages (&last, &kept) < 0)
        last = kept;
    }
  g_dir_close (dir);

  if (last != NULL)
    last->is_last = TRUE;
}

/* The versions of all maps, the oldest first. */
static GPtrArray *
list_all (guint64 *total)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) kept_free);
  g_autofree char *versions = g_build_filename (g_get_user_data_dir (), "journeymap", "versions", NULL);
  GDir *dir = g_dir_open (versions, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (versions, name, NULL);

      add_folder (all, folder);
    }
  g_clear_pointer (&dir, g_dir_close);

  *total = 0;
  for (guint i = 0; i < all->len; i++)
    *total += ((Kept *) g_ptr_array_index (all, i))->size;
  g_ptr_array_sort (all, compare_ages);

  return all;
}

/**
 * jm_kept_measure:
 *
 * Safe from any thread; it asks the disk.
 *
 * Returns: how many bytes the earlier versions of all maps take
 */
guint64
jm_kept_measure (void)
{
  guint64 total;
  G_GNUC_UNUSED g_autoptr(GPtrArray) all = list_all (&total);

  return total;
}

/**
 * jm_kept_limit:
 * @most: in bytes
 *
 * Lets the oldest earlier versions go until the others take no more than @most. The last one of a map stays whatever it
 * takes: it is what there is when a save went wrong unnoticed. Unsaved work is not counted and never goes by this. Safe
 * from any thread; it asks the disk.
 *
 * Returns: how many bytes are left
 */
guint64
jm_kept_limit (guint64 most)
{
  guint64 total;
  G_GNUC_UNUSED g_autoptr(GPtrArray) all = list_all (&total);

  for (guint i = 0; i < all->len && total > most; i++)
    {
      const Kept *kept = g_ptr_array_index (all, i);

      if (!kept->is_last && g_unlink (kept->path) == 0)
        total -= kept->size;
    }

  return total;
}
