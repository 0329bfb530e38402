/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The system lets go of a lock when the program that holds it ends, in whatever way. Some file systems, mostly of networks,
 * have no locks. There each owner writes down who it is, in a file whose number is one more than that of the owner before:
 * of those who want to take over from one that is dead, only one can make that file. The owner with the highest number is
 * the one that counts.
 */

#include "config.h"

#include "jm-recovery-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Who has made its file and not yet written in it is at it just now, or died there. In seconds. */
#define BLINK 60

/* The longest name of an owner is far shorter. */
#define MAX_NAME 256

/* Owners */

/* One word for the program with this number, which no other has had since the machine was started: "BOOT NAMESPACE PID
 * BEGINNING". NULL when there is no such program, as far as can be known.
 */
static char *
name_process (int pid)
{
  g_autofree char *stat_path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *boot = NULL;
  g_autofree char *space = g_file_read_link ("/proc/self/ns/pid", NULL);
  g_autofree char *stat = NULL;
  const char *beginning = "?";
  g_auto (GStrv) fields = NULL;

  if (kill (pid, 0) != 0 && errno == ESRCH)
    return NULL;

  if (g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL))
    g_strstrip (boot);

  /* The second field is the name of the program in parentheses, in which anything may stand; the 22nd is the beginning. */
  if (g_file_get_contents (stat_path, &stat, NULL, NULL) && strrchr (stat, ')') != NULL)
    {
      fields = g_strsplit (strrchr (stat, ')') + 1, " ", -1);
      if (g_strv_length (fields) > 20)
        beginning = fields[20];
    }

  return g_strdup_printf ("%s %s %d %s", boot != NULL ? boot : "?", space != NULL ? space : "?", pid, beginning);
}

/* What cannot be known counts as alive: two that write in one folder would spoil what the other keeps. */
static gboolean
is_alive (const char *name)
{
  g_autofree char *own = name_process (getpid ());
  g_auto (GStrv) theirs = g_strsplit (name, " ", -1);
  g_auto (GStrv) ours = g_strsplit (own, " ", -1);
  g_autofree char *now = NULL;
  gint64 pid;

  if (g_strv_length (theirs) != 4 || !g_ascii_string_to_signed (theirs[2], 10, 1, G_MAXINT, &pid, NULL))
    return TRUE;
  if (strcmp (theirs[0], ours[0]) != 0)
    return FALSE;
  /* A program in another sandbox is not seen from this one. */
  if (strcmp (theirs[1], ours[1]) != 0)
    return TRUE;

  now = name_process ((int) pid);

  return g_strcmp0 (now, name) == 0;
}

static char *
get_owner_path (const char *folder,
                guint       turn)
{
  g_autofree char *file = g_strdup_printf (JM_RECOVERY_OWNER "%u", turn);

  return g_build_filename (folder, file, NULL);
}

/* 0 for none. */
static guint
find_last_turn (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *file;
  guint last = 0;

  if (dir == NULL)
    return 0;

  while ((file = g_dir_read_name (dir)) != NULL)
    {
      guint64 turn;

      if (g_str_has_prefix (file, JM_RECOVERY_OWNER) &&
          g_ascii_string_to_unsigned (file + strlen (JM_RECOVERY_OWNER), 10, 1, G_MAXUINT - 1, &turn, NULL))
        last = MAX (last, (guint) turn);
    }
  g_dir_close (dir);

  return last;
}

static gboolean
is_owned (const char *folder,
          guint       turn)
{
  g_autofree char *path = get_owner_path (folder, turn);
  char name[MAX_NAME + 1] = "";
  struct stat info;
  gssize length;
  int fd;

  fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    return errno != ENOENT;

  length = read (fd, name, MAX_NAME);
  if (length > 0)
    name[length] = '\0';
  if (length == 0 && fstat (fd, &info) == 0 && info.st_mtime + BLINK < g_get_real_time () / G_USEC_PER_SEC)
    {
      close (fd);
      return FALSE;
    }
  close (fd);

  return length <= 0 || is_alive (name);
}

/* Returns 0 or an errno. */
static int
become_owner (JmRecoveryLock *lock,
              const char     *folder)
{
  g_autofree char *name = name_process (getpid ());
  g_autofree char *path = NULL;
  guint last = find_last_turn (folder);
  gboolean written;
  int fd, code;

  if (last > 0 && is_owned (folder, last))
    return EWOULDBLOCK;

  path = get_owner_path (folder, last + 1);
  do
    fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  while (fd < 0 && errno == EINTR);
  if (fd < 0)
    return errno == EEXIST ? EWOULDBLOCK : errno;

  errno = EIO;
  written = write (fd, name, strlen (name)) == (gssize) strlen (name);
  code = errno;
  close (fd);
  if (!written)
    {
      unlink (path);
      return code;
    }

  lock->turn = last + 1;

  return 0;
}

/* Locks */

static gboolean
has_no_locks (int code)
{
  return code == ENOSYS || code == EOPNOTSUPP || code == ENOLCK || code == EINVAL;
}

/* Returns 0 or an errno. */
static int
lock_file (int fd)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int code = 0;

  while (flock (fd, LOCK_EX | LOCK_NB) != 0)
    if (errno != EINTR)
      {
        code = errno;
        break;
      }
  if (!has_no_locks (code))
    return code;

  /* Some network file systems know only the other kind. */
  while (fcntl (fd, F_OFD_SETLK, &whole) != 0)
    if (errno != EINTR)
      return errno == EACCES || errno == EAGAIN ? EWOULDBLOCK : errno;

  return 0;
}

/**
 * jm_recovery_lock_take:
 * @lock: (inout): a lock that is none
 * @folder: a folder of the recovery
 *
 * Takes over a folder that no living program works in.
 *
 * Returns: 0; %EWOULDBLOCK when another program, or this one, has it; or another errno
 */
int
jm_recovery_lock_take (JmRecoveryLock *lock,
                       const char     *folder)
{
  g_autofree char *path = g_build_filename (folder, JM_RECOVERY_LOCK, NULL);
  struct stat info;
  int code;
  int fd;

  /* It is missing when a program died while it removed the folder, or a person brought the folder back from a backup. */
  do
    fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  while (fd < 0 && errno == EINTR);
  if (fd < 0)
    return errno;

  code = lock_file (fd);
  if (has_no_locks (code))
    code = become_owner (lock, folder);

  /* Between the opening and the locking the folder may have been removed. */
  if (code == 0 && fstat (fd, &info) != 0)
    code = errno;
  else if (code == 0 && info.st_nlink == 0)
    code = ENOENT;

  lock->fd = fd;
  if (code != 0)
    jm_recovery_lock_release (lock, folder);

  return code;
}

/**
 * jm_recovery_lock_release:
 * @lock: (inout): a lock
 * @folder: (nullable): its folder, where that is now
 *
 * Lets go of it.
 */
void
jm_recovery_lock_release (JmRecoveryLock *lock,
                          const char     *folder)
{
  if (lock->turn > 0 && folder != NULL)
    {
      g_autofree char *path = get_owner_path (folder, lock->turn);

      unlink (path);
    }
  if (lock->fd >= 0)
    close (lock->fd);

  lock->turn = 0;
  lock->fd = -1;
}

/**
 * jm_recovery_lock_remove:
 * @folder: a folder of the recovery that is about to be removed
 *
 * Removes what locking has left there.
 */
void
jm_recovery_lock_remove (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, JM_RECOVERY_LOCK, NULL);

  for (guint turn = find_last_turn (folder); turn > 0; turn = find_last_turn (folder))
    {
      g_autofree char *owner = get_owner_path (folder, turn);

      if (unlink (owner) != 0)
        break;
    }
  unlink (path);
}
