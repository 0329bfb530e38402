/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What programs that are no more have left, and what a person threw away. Taking over leaves everything where it is until
 * the map is saved or thrown away, so that whoever stops in the midst of it loses nothing. What cannot be read stays, too,
 * and is told of: a newer version of the program, or a person with a text editor, may be able to.
 */

#include "config.h"

#include "jm-recovery-private.h"

#include "jm-read.h"
#include "jm-recovery-pictures.h"
#include "jm-recovery-slot.h"
#include "jm-write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* A folder that is being made is ready in a blink. */
#define HALF_MADE_AFTER (24 * 60 * 60)

/**
 * jm_recovered_free:
 * @recovered: (transfer full): what was found
 *
 * Frees it; a place that was not taken out of it can be found again.
 */
void
jm_recovered_free (JmRecovered *recovered)
{
  g_clear_pointer (&recovered->recovery, jm_recovery_free);
  g_clear_pointer (&recovered->map, jm_map_unref);
  g_clear_pointer (&recovered->kept_at, g_date_time_unref);
  g_free (recovered);
}

/**
 * jm_discarded_free:
 * @discarded: (transfer full): what was thrown away
 */
void
jm_discarded_free (JmDiscarded *discarded)
{
  g_free (discarded->folder);
  g_free (discarded->path);
  g_free (discarded->title);
  g_clear_pointer (&discarded->kept_at, g_date_time_unref);
  g_free (discarded);
}

/**
 * jm_refused_free:
 * @refused: (transfer full): what could not be brought back
 */
void
jm_refused_free (JmRefused *refused)
{
  g_free (refused->folder);
  g_free (refused->title);
  g_free (refused->reason);
  g_free (refused);
}

/* Whether the file holds what the snapshot does: the program stopped after a save, before it could tidy up. */
static gboolean
is_saved (JmRecovery *self,
          JmMap      *map)
{
  struct stat nothing = { 0 };
  g_autoptr (GBytes) content = NULL;
  JmStamp kept, found;

  if (self->path == NULL || jm_stamp_take (&found, self->path, NULL) != 0 || !found.exists)
    return FALSE;

  content = jm_write_bytes (map, NULL);
  if (content == NULL)
    return FALSE;

  jm_stamp_set (&kept, &nothing, content);

  return jm_stamp_same_content (&kept, &found);
}

/* A folder that is being taken over. */
typedef struct
{
  JmRecovery     *place;
  JmRecoverySlot  slots[JM_RECOVERY_N_SLOTS];
  char           *reason;    /* why some of it could not be read; NULL when all could */
} Finding;

/* The first reason is told: it is about what was kept last. */
static void
refuse (Finding    *self,
        const char *reason)
{
  self->place->must_stay = TRUE;
  if (self->reason == NULL)
    self->reason = g_strdup (reason);
}

/* NULL with a reason when it cannot be read, now or at all. What the reader says of one that is not whole is no news. */
static JmMap *
read_snapshot (Finding  *self,
               GBytes   *bytes,
               gboolean  whole)
{
  const char *title = self->place->title;
  g_autoptr (JmMap) marked = NULL;
  g_autoptr (GError) error = NULL;
  JmMap *map;

  marked = jm_read_bytes (bytes, title != NULL && *title != '\0' ? title : _("Untitled Map"), NULL, &error);
  if (marked == NULL)
    {
      refuse (self, whole ? error->message : _("It is damaged."));
      return NULL;
    }

  map = jm_recovery_pictures_get (self->place->folder, marked);
  if (map == NULL)
    refuse (self, _("A picture in it cannot be read from the disk."));

  return map;
}

static JmRecovered *
new_recovered (Finding *self,
               int      slot,
               JmMap   *map)
{
  JmRecovered *recovered = g_new0 (JmRecovered, 1);

  recovered->map = jm_map_ref (map);
  recovered->kept_at = g_date_time_new_from_unix_local (self->slots[slot].modified / G_GINT64_CONSTANT (1000000000));
  recovered->recovery = self->place;
  self->place->latest = slot;
  for (int n = 0; n < JM_RECOVERY_N_SLOTS; n++)
    if (self->slots[n].content != NULL)
      self->place->number = MAX (self->place->number, self->slots[n].number);

  return recovered;
}

/* One after the other, the latest first. */
static JmRecovered *
recover_whole (Finding *self)
{
  JmRecoverySlot *slots = self->slots;
  gboolean second_first = slots[1].content != NULL && (slots[0].content == NULL || slots[1].number > slots[0].number);

  for (int n = 0; n < JM_RECOVERY_N_SLOTS; n++)
    {
      int slot = second_first ? 1 - n : n;
      g_autoptr (JmMap) map = NULL;

      if (slots[slot].content == NULL)
        continue;

      map = read_snapshot (self, slots[slot].content, TRUE);
      if (map == NULL)
        {
          self->place->refused |= 1u << slot;
          continue;
        }
      if (n == 0 && is_saved (self->place, map))
        return NULL;

      return new_recovered (self, slot, map);
    }

  return NULL;
}

/* None is whole. One that was cut short at the very first is no more than what is always lost; any other was whole once,
 * and is damaged. It may be a map all the same.
 */
static JmRecovered *
recover_damaged (Finding *self)
{
  JmRecoverySlot *slots = self->slots;

  for (int slot = 0; slot < JM_RECOVERY_N_SLOTS; slot++)
    {
      g_autoptr (JmMap) map = NULL;

      if (!jm_recovery_slot_was_whole (&slots[slot]) && (slots[0].bytes == NULL || slots[1].bytes == NULL))
        continue;

      if (slots[slot].bytes != NULL)
        map = read_snapshot (self, slots[slot].bytes, FALSE);
      if (map != NULL)
        return new_recovered (self, slot, map);
    }

  return NULL;
}

/* With the lock of its folder. NULL when there is nothing to recover. */
static JmRecovered *
recover (Finding *self)
{
  JmRecovered *recovered;
  gboolean some_whole = FALSE;

  jm_recovery_read_about (self->place);
  if (jm_recovery_slot_has_aside (self->place->folder))
    refuse (self, _("It is no map that this version of the program can read."));

  for (int slot = 0; slot < JM_RECOVERY_N_SLOTS; slot++)
    {
      jm_recovery_slot_look (&self->slots[slot], self->place->folder, slot);
      some_whole = some_whole || self->slots[slot].content != NULL;
      /* The other one is not all there is. */
      if (self->slots[slot].code != 0)
        {
          refuse (self, g_strerror (self->slots[slot].code));
          self->place->refused |= 1u << slot;
        }
    }

  recovered = some_whole ? recover_whole (self) : recover_damaged (self);

  for (int slot = 0; slot < JM_RECOVERY_N_SLOTS; slot++)
    jm_recovery_slot_clear (&self->slots[slot]);

  return recovered;
}

/* Takes over a folder whose program is no more. NULL for one that is still worked on, or that holds nothing; what could not
 * be brought back is added to refused, which may be NULL.
 */
static JmRecovered *
adopt (const char *folder,
       GPtrArray  *refused)
{
  g_autoptr (JmRecovery) place = jm_recovery_new ();
  Finding finding = { .place = place };
  JmRecovered *recovered = NULL;
  int code = jm_recovery_lock_take (&place->lock, folder);

  if (code == EWOULDBLOCK || code == ENOENT || code == ENOTDIR)
    return NULL;

  if (code == 0)
    {
      place->folder = g_strdup (folder);
      recovered = recover (&finding);
    }
  else
    {
      finding.reason = g_strdup (g_strerror (code));
    }

  if (finding.reason != NULL && refused != NULL)
    {
      JmRefused *told = g_new0 (JmRefused, 1);

      told->folder = g_strdup (folder);
      told->title = g_strdup (place->title != NULL ? place->title : "");
      told->reason = g_strdup (finding.reason);
      g_ptr_array_add (refused, told);
    }
  g_free (finding.reason);

  /* Otherwise it is removed on the way out, unless it must stay. */
  if (recovered != NULL)
    g_steal_pointer (&place);

  return recovered;
}

/* Removes what nobody wants any more, unless somebody is at work in it. */
static void
remove_when_older (const char *folder,
                   gint64      seconds)
{
  JmRecoveryLock lock = JM_RECOVERY_LOCK_NONE;
  GStatBuf info;

  if (g_stat (folder, &info) != 0 || info.st_mtim.tv_sec + seconds >= g_get_real_time () / G_USEC_PER_SEC)
    return;

  if (jm_recovery_lock_take (&lock, folder) != 0)
    return;

  jm_recovery_remove_folder (folder);
  jm_recovery_lock_release (&lock, NULL);
}

/**
 * jm_recovery_adopt_all:
 * @refused: (out) (optional) (transfer full) (element-type JmRefused): what could not be brought back, all or in part
 *
 * Takes over all unsaved work of programs that are no more, and tidies up what was thrown away long ago. What another
 * program works on is left to that one; of two that ask at the same time, one gets it. The snapshots stay where they are
 * until the map is saved or thrown away, so that stopping again loses nothing. Costs O(n) of all that is found; safe from
 * any thread.
 *
 * Returns: (transfer full) (element-type JmRecovered): what was found
 */
GPtrArray *
jm_recovery_adopt_all (GPtrArray **refused)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_recovered_free);
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_refused_free);
  g_autofree char *root = jm_recovery_get_root ();
  g_autoptr (GError) error = NULL;
  GDir *dir = g_dir_open (root, 0, &error);
  const char *name;

  if (dir == NULL && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      JmRefused *told = g_new0 (JmRefused, 1);

      told->folder = g_strdup (root);
      told->title = g_strdup ("");
      told->reason = g_strdup (error->message);
      g_ptr_array_add (left, told);
    }

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);
      JmRecovered *recovered = NULL;

      if (g_str_has_suffix (name, JM_RECOVERY_DISCARDED))
        remove_when_older (folder, G_GINT64_CONSTANT (86400) * JM_RECOVERY_DAYS);
      else if (*name == '.')
        remove_when_older (folder, HALF_MADE_AFTER);
      else
        recovered = adopt (folder, left);

      if (recovered != NULL)
        g_ptr_array_add (found, recovered);
    }
  g_clear_pointer (&dir, g_dir_close);

  if (refused != NULL)
    *refused = g_steal_pointer (&left);

  return found;
}

/**
 * jm_recovery_give_up:
 * @folder: the folder of a #JmRefused
 *
 * Counts it among what was thrown away, because a person does not want to hear of it any more. Safe from any thread.
 */
void
jm_recovery_give_up (const char *folder)
{
  g_autoptr (JmRecovery) place = jm_recovery_new ();

  g_return_if_fail (folder != NULL);

  if (g_str_has_suffix (folder, JM_RECOVERY_DISCARDED) || jm_recovery_lock_take (&place->lock, folder) != 0)
    return;

  place->folder = g_strdup (folder);
  place->must_stay = TRUE;
  jm_recovery_discard (place);
}

static int
compare_discarded (gconstpointer a,
                   gconstpointer b)
{
  const JmDiscarded *first = *(const JmDiscarded * const *) a;
  const JmDiscarded *second = *(const JmDiscarded * const *) b;

  return g_date_time_compare (second->kept_at, first->kept_at);
}

/**
 * jm_recovery_list_discarded:
 *
 * Safe from any thread.
 *
 * Returns: (transfer full) (element-type JmDiscarded): what was thrown away and is still there, the latest first
 */
GPtrArray *
jm_recovery_list_discarded (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_discarded_free);
  g_autofree char *root = jm_recovery_get_root ();
  GDir *dir = g_dir_open (root, 0, NULL);
  const char *name;

  if (dir == NULL)
    return list;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (JmRecovery) place = NULL;
      g_autofree char *folder = NULL;
      JmDiscarded *discarded;
      GStatBuf info;

      if (*name == '.' || !g_str_has_suffix (name, JM_RECOVERY_DISCARDED))
        continue;

      folder = g_build_filename (root, name, NULL);
      if (g_stat (folder, &info) != 0)
        continue;

      place = jm_recovery_new ();
      place->folder = g_strdup (folder);
      jm_recovery_read_about (place);
      discarded = g_new0 (JmDiscarded, 1);
      discarded->folder = g_steal_pointer (&folder);
      discarded->path = g_steal_pointer (&place->path);
      discarded->title = place->title != NULL ? g_steal_pointer (&place->title) : g_strdup ("");
      discarded->kept_at = g_date_time_new_from_unix_local (info.st_mtim.tv_sec);
      g_ptr_array_add (list, discarded);
      jm_recovery_let_go (place);
    }
  g_dir_close (dir);
  g_ptr_array_sort (list, compare_discarded);

  return list;
}

/**
 * jm_recovery_restore:
 * @folder: the folder of a #JmDiscarded
 *
 * Takes back what was thrown away. Costs O(n); safe from any thread.
 *
 * Returns: (transfer full) (nullable): the map and its place; %NULL when it is not there any more
 */
JmRecovered *
jm_recovery_restore (const char *folder)
{
  JmRecovered *recovered;
  g_autofree char *back = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (g_str_has_suffix (folder, JM_RECOVERY_DISCARDED), NULL);

  recovered = adopt (folder, NULL);
  if (recovered == NULL)
    return NULL;

  /* Where that fails it stays among the discarded ones, and is worked on there. */
  back = g_strndup (folder, strlen (folder) - strlen (JM_RECOVERY_DISCARDED));
  if (g_rename (folder, back) == 0)
    {
      g_free (recovered->recovery->folder);
      recovered->recovery->folder = g_steal_pointer (&back);
    }

  return recovered;
}
