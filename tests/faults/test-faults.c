/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that keeps a map, ended or failed at every system call it makes: after each, the file is the old map or the
 * new one, to the byte, what was to be kept is there, and the program has said the truth.
 *
 * test-faults [--in FOLDER]
 * With a folder only a plain file in it is tried, which is how it is done on other file systems.
 */

#include "tracer.h"

#include "format/jm-presence.h"
#include "format/jm-read.h"
#include "format/jm-recovery.h"
#include "format/jm-save.h"
#include "format/jm-versions.h"
#include "format/jm-write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

/* With the sanitizer each run takes ten times as long, and goes the same ways. */
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 5
#else
#define STRIDE 1
#endif

/* What is tried on every call. */
static const int codes[] = { ENOSPC, EIO, EDQUOT, EACCES, EROFS, EXDEV, EINTR };
static const int lasting_codes[] = { ENOSPC, EIO, EROFS };

typedef enum
{
  SAID_NOTHING,
  SAID_DONE,
  SAID_FAILED,
  SAID_NOT_CERTAIN
} Said;

/* What the watched process says, in memory that both see. */
typedef struct
{
  Said     said;
  gboolean remarked;
  guint    n_found;
  char     title[32];
  char     message[1024];
} Report;

/* How the file lies there. */
typedef enum
{
  FILE_PLAIN,
  FILE_NEW,         /* not there yet */
  FILE_LINK,        /* opened through a symbolic link */
  FILE_HARD_LINK,   /* has another name */
  FILE_LONG_NAME,   /* of 255 bytes */
  FILE_DRESSED,     /* with a mode and extended attributes */
  N_FILES
} FileKind;

static const char * const file_names[] = { "plain", "new", "link", "hard-link", "long-name", "dressed" };

typedef struct _Scene Scene;

struct _Scene
{
  FileKind  file;
  char     *folder;    /* of the document */
  char     *path;      /* what is saved to */
  char     *target;    /* the file itself */
  char     *other;     /* another name of it, or NULL */
  JmStamp   stamp;
};

static struct
{
  char    *root;
  gboolean is_given;   /* the root, by who runs this */
  JmMap   *old_map;
  JmMap   *new_map;
  GBytes  *old_bytes;
  GBytes  *new_bytes;
  Report  *report;
  guint    n_kills;
  guint    n_faults;
  guint    n_runs;
} desk;

/* Folders */

/* What does not go is told at once, and not by what comes after it and finds it there. The document portal forgets a file
 * only when the process that had it open is gone altogether, which may be a moment after that was killed.
 */
static void
remove_or_tell (const char *path,
                gboolean    is_folder)
{
  for (guint turn = 0; turn < 200; turn++)
    {
      if ((is_folder ? g_rmdir (path) : g_unlink (path)) == 0 || errno == ENOENT)
        return;
      if (errno != EBUSY && errno != ENOTEMPTY && errno != EINTR)
        break;
      g_usleep (10000);
    }

  g_error ("%s cannot be removed: %s", path, g_strerror (errno));
}

static void
empty_folder (const char *folder)
{
  GError *error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_error ("%s cannot be emptied: %s", folder, error->message);
  g_clear_error (&error);

  /* All of them before the first goes: a folder that changes while it is read may keep some to itself. */
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));

  for (guint n = 0; n < names->len; n++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, n), NULL);
      GStatBuf info;
      gboolean is_folder = g_lstat (path, &info) == 0 && S_ISDIR (info.st_mode);

      if (is_folder)
        empty_folder (path);
      remove_or_tell (path, is_folder);
    }
}

static void
empty_data (void)
{
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "journeymap", NULL);

  empty_folder (data);
}

static void
put (const char *path,
     GBytes     *bytes)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL, 0644);

  if (fd < 0)
    {
      int code = errno;
      g_autofree char *folder = g_path_get_dirname (path);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        fprintf (stderr, "# there is: %s\n", name);
      g_error ("%s cannot be made: %s", path, g_strerror (code));
    }
  g_assert_cmpint (write (fd, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), ==, g_bytes_get_size (bytes));
  close (fd);
}

static gboolean
holds (const char *path,
       GBytes     *bytes)
{
  g_autofree char *data = NULL;
  gsize length;

  return g_file_get_contents (path, &data, &length, NULL) && length == g_bytes_get_size (bytes) &&
         memcmp (data, g_bytes_get_data (bytes, NULL), length) == 0;
}

static void
scene_set_up (Scene      *scene,
              FileKind    file,
              const char *folder)
{
  g_autofree char *long_name = g_strnfill (255, 'n');

  memset (scene, 0, sizeof *scene);
  scene->file = file;
  scene->folder = g_strdup (folder);
  empty_folder (folder);
  empty_data ();

  memcpy (long_name + 251, ".cjm", 4);
  scene->target = g_build_filename (folder, file == FILE_LONG_NAME ? long_name : "map.cjm", NULL);
  scene->path = file == FILE_LINK ? g_build_filename (folder, "link.cjm", NULL) : g_strdup (scene->target);
  if (file != FILE_NEW)
    put (scene->target, desk.old_bytes);
  if (file == FILE_LINK)
    g_assert_cmpint (symlink ("map.cjm", scene->path), ==, 0);
  if (file == FILE_HARD_LINK)
    {
      scene->other = g_build_filename (folder, "other.cjm", NULL);
      g_assert_cmpint (link (scene->target, scene->other), ==, 0);
    }
  if (file == FILE_DRESSED)
    {
      g_assert_cmpint (chmod (scene->target, 0640), ==, 0);
      /* Not every file system has them. */
      if (setxattr (scene->target, "user.colour", "green", 5, 0) != 0)
        g_assert_cmpint (errno, ==, ENOTSUP);
    }

  g_assert_cmpint (jm_stamp_take (&scene->stamp, scene->path, NULL), ==, 0);
  memset (desk.report, 0, sizeof *desk.report);
}

static void
scene_tear_down (Scene *scene)
{
  g_free (scene->folder);
  g_free (scene->path);
  g_free (scene->target);
  g_free (scene->other);
}

/* What is watched. What is said is said by the watched process, outside of the watched part. */

static void
say (Said        said,
     const char *message)
{
  desk.report->said = said;
  g_strlcpy (desk.report->message, message != NULL ? message : "", sizeof desk.report->message);
}

static void
say_saved (gboolean      saved,
           const char   *remark,
           const GError *error)
{
  desk.report->remarked = remark != NULL;
  if (saved)
    say (SAID_DONE, remark);
  else
    say (g_error_matches (error, JM_SAVE_ERROR, JM_SAVE_ERROR_NOT_CERTAIN) ? SAID_NOT_CERTAIN : SAID_FAILED,
         error->message);
}

static void
watch_save (gpointer data)
{
  Scene *scene = data;
  JmSaveTerms terms = { .expected = &scene->stamp, .keep_version = TRUE };
  g_autoptr (GError) error = NULL;
  g_autofree char *remark = NULL;
  JmStamp stamp;
  gboolean saved;

  tracer_begin ();
  saved = jm_save_document (desk.new_map, scene->path, &terms, &stamp, &remark, &error);
  tracer_end ();
  say_saved (saved, remark, error);
}

static void
watch_open (gpointer data)
{
  Scene *scene = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = NULL;
  JmStamp stamp;

  tracer_begin ();
  map = jm_read_document (scene->path, &stamp, NULL, &error);
  tracer_end ();

  if (map == NULL)
    say (SAID_FAILED, error->message);
  else
    say (jm_map_equal (map, desk.old_map) && jm_stamp_same_content (&stamp, &scene->stamp) ? SAID_DONE : SAID_NOTHING, NULL);
}

/* Tells others that the map is open, looks who else has it open, and closes it. */
static void
watch_tell (gpointer data)
{
  Scene *scene = data;
  JmPresence *presence;
  gboolean told;

  tracer_begin ();
  presence = jm_presence_new ();
  told = jm_presence_tell (presence, scene->path);
  jm_presence_find (scene->path);
  jm_presence_free (presence);
  tracer_end ();
  say (told ? SAID_DONE : SAID_FAILED, NULL);
}

static void
snapshot (JmRecovery *recovery,
          JmMap      *map)
{
  g_autoptr (GError) error = NULL;

  if (!jm_recovery_snapshot (recovery, map, &error))
    g_error ("%s", error->message);
}

static void
watch_first_snapshot (gpointer data)
{
  Scene *scene = data;
  JmRecovery *recovery = jm_recovery_new ();
  g_autoptr (GError) error = NULL;
  gboolean kept;

  jm_recovery_set_file (recovery, scene->path, &scene->stamp);
  tracer_begin ();
  kept = jm_recovery_snapshot (recovery, desk.new_map, &error);
  tracer_end ();
  say (kept ? SAID_DONE : SAID_FAILED, kept ? NULL : error->message);
}

static void
watch_next_snapshot (gpointer data)
{
  Scene *scene = data;
  JmRecovery *recovery = jm_recovery_new ();
  g_autoptr (GError) error = NULL;
  gboolean kept;

  jm_recovery_set_file (recovery, scene->path, &scene->stamp);
  snapshot (recovery, desk.old_map);
  snapshot (recovery, desk.old_map);
  tracer_begin ();
  kept = jm_recovery_snapshot (recovery, desk.new_map, &error);
  tracer_end ();
  say (kept ? SAID_DONE : SAID_FAILED, kept ? NULL : error->message);
}

/* A new file that the recovery knows of is saved, and the snapshots go. */
static void
watch_save_and_clear (gpointer data)
{
  Scene *scene = data;
  JmRecovery *recovery = jm_recovery_new ();
  JmSaveTerms terms = { .expected = &scene->stamp, .keep_version = TRUE };
  g_autoptr (GError) error = NULL;
  g_autofree char *remark = NULL;
  JmStamp stamp;
  gboolean saved;

  jm_recovery_set_file (recovery, scene->path, &scene->stamp);
  snapshot (recovery, desk.new_map);
  tracer_begin ();
  saved = jm_save_document (desk.new_map, scene->path, &terms, &stamp, &remark, &error);
  if (saved)
    {
      jm_recovery_clear (recovery);
      jm_recovery_free (recovery);
    }
  tracer_end ();
  say_saved (saved, remark, error);
}

static void
watch_discard (gpointer data)
{
  Scene *scene = data;
  JmRecovery *recovery = jm_recovery_new ();

  jm_recovery_set_file (recovery, scene->path, &scene->stamp);
  snapshot (recovery, desk.new_map);
  tracer_begin ();
  jm_recovery_discard (recovery);
  jm_recovery_free (recovery);
  tracer_end ();
  say (SAID_DONE, NULL);
}

static void
watch_recover (gpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  tracer_begin ();
  found = jm_recovery_adopt_all (NULL);
  tracer_end ();

  desk.report->n_found = found->len;
  if (found->len > 0)
    {
      JmRecovered *recovered = g_ptr_array_index (found, 0);

      if (jm_map_equal (recovered->map, desk.new_map))
        say (SAID_DONE, "the new map");
      else if (jm_map_equal (recovered->map, desk.old_map))
        say (SAID_DONE, "the old map");
      else
        say (SAID_NOTHING, "no map of ours");
    }
  else
    {
      say (SAID_FAILED, "nothing");
    }
}

static void
watch_restore (gpointer data)
{
  g_autoptr (GPtrArray) list = jm_recovery_list_discarded ();
  JmDiscarded *discarded = g_ptr_array_index (list, 0);
  g_autoptr (JmRecovered) recovered = NULL;

  tracer_begin ();
  recovered = jm_recovery_restore (discarded->folder);
  tracer_end ();
  say (recovered != NULL ? SAID_DONE : SAID_FAILED, NULL);
}

/* Runs in a process of its own, which leaves what it leaves. */
static void
live_and_die (Watched  watched,
              gpointer data)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      watched (data);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
leave_orphan (gpointer data)
{
  Scene *scene = data;
  JmRecovery *recovery = jm_recovery_new ();

  jm_recovery_set_file (recovery, scene->path, &scene->stamp);
  snapshot (recovery, desk.old_map);
  snapshot (recovery, desk.new_map);
}

static void
leave_discarded (gpointer data)
{
  JmRecovery *recovery = jm_recovery_new ();

  snapshot (recovery, desk.new_map);
  jm_recovery_discard (recovery);
}

/* What must be so afterwards */

/* No more than what could not be tidied up any more; whatever else lies there, came from us. */
static void
assert_tidy (Scene    *scene,
             gboolean  may_leave)
{
  g_autoptr (GDir) dir = g_dir_open (scene->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (scene->folder, name, NULL);

      if (strcmp (path, scene->path) == 0 || strcmp (path, scene->target) == 0 || g_strcmp0 (path, scene->other) == 0)
        continue;
      if (!may_leave || !g_str_has_prefix (name, ".cjm-"))
        g_error ("%s was left.", path);
    }
}

static void
assert_versions (Scene    *scene,
                 gboolean  must_be_there)
{
  g_autoptr (GPtrArray) versions = jm_versions_list (scene->path);

  g_assert_cmpuint (versions->len, <=, 1);
  if (versions->len > 0)
    g_assert_true (holds (((JmVersion *) g_ptr_array_index (versions, 0))->path, desk.old_bytes));
  else
    g_assert_false (must_be_there);
}

static void
assert_dressed (Scene *scene)
{
  GStatBuf info;
  char value[16];

  g_assert_cmpint (g_stat (scene->target, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  if (getxattr (scene->target, "user.colour", value, sizeof value) != 5)
    g_assert_cmpint (errno, ==, ENOTSUP);
}

static void
check_save (Scene       *scene,
            const Trace *trace,
            const Fault *fault)
{
  Report *report = desk.report;
  gboolean is_old = scene->file == FILE_NEW ? !g_file_test (scene->target, G_FILE_TEST_EXISTS)
                                            : holds (scene->target, desk.old_bytes);
  gboolean is_new = holds (scene->target, desk.new_bytes);
  const char *unlinked = tracer_name_call (trace->call);

  g_assert_true (is_old || is_new);
  if (trace->end == TRACE_ENDED)
    {
      g_assert_cmpint (trace->status, ==, 0);
      g_assert_cmpint (report->said, !=, SAID_NOTHING);
      g_assert_true (report->said == SAID_FAILED ? is_old : is_new);
      if (report->said != SAID_DONE)
        g_assert_nonnull (strstr (report->message, "“"));
    }

  assert_tidy (scene, trace->end == TRACE_KILLED || strcmp (unlinked, "unlink") == 0);
  if (scene->file != FILE_NEW)
    assert_versions (scene, is_new && !report->remarked);
  if (scene->file == FILE_LINK)
    g_assert_true (g_file_test (scene->path, G_FILE_TEST_IS_SYMLINK));
  if (scene->file == FILE_HARD_LINK)
    g_assert_true (holds (scene->other, desk.old_bytes));
  if (scene->file == FILE_DRESSED && trace->end == TRACE_KILLED)
    assert_dressed (scene);
}

static void
check_open (Scene       *scene,
            const Trace *trace,
            const Fault *fault)
{
  g_assert_true (holds (scene->path, desk.old_bytes));
  if (trace->end != TRACE_ENDED)
    return;

  g_assert_cmpint (trace->status, ==, 0);
  g_assert_cmpint (desk.report->said, !=, SAID_NOTHING);
  if (desk.report->said == SAID_FAILED)
    g_assert_cmpuint (strlen (desk.report->message), >, 20);
}

/* Whoever is no more has nothing open, whatever it left. */
static void
check_tell (Scene       *scene,
            const Trace *trace,
            const Fault *fault)
{
  g_assert_true (holds (scene->path, desk.old_bytes));
  g_assert_cmpint (jm_presence_find (scene->path), ==, 0);
  if (trace->end == TRACE_ENDED)
    g_assert_cmpint (trace->status, ==, 0);
}

/* NULL when there is nothing. */
static JmRecovered *
adopt_one (void)
{
  g_autoptr (GPtrArray) found = jm_recovery_adopt_all (NULL);

  g_assert_cmpuint (found->len, <=, 1);

  return found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

static void
check_first_snapshot (Scene       *scene,
                      const Trace *trace,
                      const Fault *fault)
{
  g_autoptr (JmRecovered) recovered = adopt_one ();

  if (trace->end == TRACE_ENDED)
    g_assert_cmpint (desk.report->said, !=, SAID_NOTHING);
  if (recovered != NULL)
    g_assert_true (jm_map_equal (recovered->map, desk.new_map));
  else
    g_assert_cmpint (desk.report->said, !=, SAID_DONE);
}

static void
check_next_snapshot (Scene       *scene,
                     const Trace *trace,
                     const Fault *fault)
{
  g_autoptr (JmRecovered) recovered = adopt_one ();
  gboolean is_new;

  /* The old map is saved, so that it need not be recovered. */
  is_new = recovered != NULL && jm_map_equal (recovered->map, desk.new_map);
  if (trace->end == TRACE_ENDED)
    g_assert_cmpint (desk.report->said, !=, SAID_NOTHING);
  if (desk.report->said == SAID_DONE)
    g_assert_true (is_new);
  g_assert_true (recovered == NULL || is_new || jm_map_equal (recovered->map, desk.old_map));
  if (recovered == NULL)
    g_assert_true (holds (scene->path, desk.old_bytes));
  else if (is_new)
    g_assert_cmpstr (jm_recovery_get_path (recovered->recovery), ==, scene->path);
}

/* In the file or in the recovery: somewhere it is at every moment. */
static void
check_save_and_clear (Scene       *scene,
                      const Trace *trace,
                      const Fault *fault)
{
  gboolean is_new = holds (scene->target, desk.new_bytes);
  g_autoptr (JmRecovered) recovered = adopt_one ();

  g_assert_true (is_new || holds (scene->target, desk.old_bytes));
  g_assert_true (is_new || (recovered != NULL && jm_map_equal (recovered->map, desk.new_map)));
  if (desk.report->said == SAID_DONE)
    g_assert_true (is_new);
}

static void
check_discard (Scene       *scene,
               const Trace *trace,
               const Fault *fault)
{
  g_autoptr (JmRecovered) recovered = adopt_one ();
  g_autoptr (GPtrArray) list = jm_recovery_list_discarded ();

  g_assert_cmpuint (list->len + (recovered != NULL ? 1 : 0), ==, 1);
  if (recovered != NULL)
    g_assert_true (jm_map_equal (recovered->map, desk.new_map));
}

/* Whoever tried before, it is all there for the next one. */
static void
check_recover (Scene       *scene,
               const Trace *trace,
               const Fault *fault)
{
  g_autoptr (JmRecovered) recovered = NULL;

  if (trace->end == TRACE_ENDED)
    {
      g_assert_cmpint (trace->status, ==, 0);
      g_assert_cmpint (desk.report->said, !=, SAID_NOTHING);
    }
  g_assert_true (holds (scene->path, desk.old_bytes));
  recovered = adopt_one ();
  g_assert_nonnull (recovered);
  g_assert_true (jm_map_equal (recovered->map, desk.new_map));
}

static void
check_restore (Scene       *scene,
               const Trace *trace,
               const Fault *fault)
{
  check_discard (scene, trace, fault);
}

/* The stage */

typedef struct
{
  const char *name;
  void      (*prepare) (gpointer data);
  Watched     watch;
  void      (*check)   (Scene       *scene,
                        const Trace *trace,
                        const Fault *fault);
  guint       files;   /* in which ways the file may lie there, as bits */
} Play;

static const Play plays[] = {
  { "save", NULL, watch_save, check_save, (1 << N_FILES) - 1 },
  { "save-and-clear", NULL, watch_save_and_clear, check_save_and_clear, 1 << FILE_PLAIN | 1 << FILE_LINK },
  { "open", NULL, watch_open, check_open, 1 << FILE_PLAIN | 1 << FILE_LINK | 1 << FILE_LONG_NAME },
  { "tell-others", NULL, watch_tell, check_tell, 1 << FILE_PLAIN },
  { "first-snapshot", NULL, watch_first_snapshot, check_first_snapshot, 1 << FILE_PLAIN },
  { "next-snapshot", NULL, watch_next_snapshot, check_next_snapshot, 1 << FILE_PLAIN },
  { "discard", NULL, watch_discard, check_discard, 1 << FILE_PLAIN },
  { "recover", leave_orphan, watch_recover, check_recover, 1 << FILE_PLAIN },
  { "restore", leave_discarded, watch_restore, check_restore, 1 << FILE_PLAIN },
};

typedef struct
{
  const Play *play;
  FileKind    file;
  FaultKind   kind;
  const int  *codes;
  guint       n_codes;
} Act;

/* Which of the faults is at work, told when a check fails. */
static void
tell (const Act   *act,
      const Fault *fault,
      const Trace *trace)
{
  if (g_test_verbose ())
    g_test_message ("%s, %s: call %u (%s), %s", act->play->name, file_names[act->file], fault->at,
                    tracer_name_call (trace->call), fault->code != 0 ? g_strerror (fault->code) : "");
}

static char *last_words;

static void
note (const Act   *act,
      const Fault *fault,
      const Trace *trace)
{
  g_free (last_words);
  last_words = g_strdup_printf ("kind %d at call %u (%s) with %s; it said: %d %s", (int) fault->kind,
                                fault->at, tracer_name_call (trace->call),
                                fault->code != 0 ? g_strerror (fault->code) : "nothing", (int) desk.report->said,
                                desk.report->message);
}

/* Returns FALSE when the watched part has no such call. */
static gboolean
play_fault (const Act   *act,
            const Fault *fault)
{
  Scene scene;
  Trace trace;

  scene_set_up (&scene, act->file, desk.root);
  if (act->play->prepare != NULL)
    live_and_die (act->play->prepare, &scene);

  trace = tracer_run (act->play->watch, &scene, fault);
  tell (act, fault, &trace);
  note (act, fault, &trace);
  if (trace.end == TRACE_KILLED || trace.end == TRACE_ENDED)
    {
      act->play->check (&scene, &trace, fault);
      if (trace.end == TRACE_KILLED)
        desk.n_kills++;
      else
        desk.n_faults++;
    }
  scene_tear_down (&scene);

  return trace.end != TRACE_OVER;
}

static void
test_act (gconstpointer data)
{
  const Act *act = data;
  guint n_before = desk.n_kills + desk.n_faults;
  guint n_calls = 0;

  for (guint n = 0; n < act->n_codes; n++)
    {
      Fault fault = { .kind = act->kind, .code = act->codes[n], .at = 1 + desk.n_runs++ % STRIDE };

      while (play_fault (act, &fault))
        {
          n_calls = MAX (n_calls, fault.at);
          fault.at += STRIDE;
        }
    }

  g_test_message ("%u faults, in a part of about %u calls", desk.n_kills + desk.n_faults - n_before, n_calls);
}

/* Without a fault it works, and nothing of it is left undone. */
static void
test_undisturbed (gconstpointer data)
{
  const Act *act = data;
  Fault fault = { .kind = FAULT_KILL, .at = G_MAXUINT };
  Trace trace;
  Scene scene;

  scene_set_up (&scene, act->file, desk.root);
  if (act->play->prepare != NULL)
    live_and_die (act->play->prepare, &scene);
  trace = tracer_run (act->play->watch, &scene, &fault);
  g_assert_cmpint (trace.end, ==, TRACE_OVER);
  g_assert_cmpint (desk.report->said, ==, SAID_DONE);
  trace.end = TRACE_ENDED;
  act->play->check (&scene, &trace, &fault);
  scene_tear_down (&scene);
}

/* A disk that is full in earnest, with ever more room left, until there is enough. */
static void
test_full_disk (void)
{
  g_autofree char *small = g_build_filename (desk.root, "small", NULL);
  guint n_failed = 0;
  guint n_saved = 0;
  Report *report = desk.report;

  empty_folder (desk.root);
  g_mkdir (small, 0700);
  if (mount ("none", small, "tmpfs", 0, "size=512k") != 0)
    {
      g_test_skip ("no right to mount a small disk here");
      g_rmdir (small);
      return;
    }

  for (gsize room = 0; room < 400 * 1024; room += 8192)
    {
      Scene scene;
      g_autofree char *ballast = g_build_filename (small, "ballast", NULL);
      g_autofree char *block = g_malloc0 (4096);
      int fd;

      scene_set_up (&scene, FILE_PLAIN, small);
      fd = open (ballast, O_WRONLY | O_CREAT, 0600);
      while (write (fd, block, 4096) == 4096)
        continue;
      g_assert_cmpint (ftruncate (fd, MAX (lseek (fd, 0, SEEK_END) - (off_t) room, 0)), ==, 0);
      close (fd);

      watch_save (&scene);
      g_unlink (ballast);
      if (report->said == SAID_DONE)
        n_saved++;
      else
        n_failed++;
      g_assert_true (holds (scene.path, report->said == SAID_DONE ? desk.new_bytes : desk.old_bytes));
      if (report->said != SAID_DONE)
        g_assert_nonnull (strstr (report->message, "the disk is full"));
      assert_tidy (&scene, FALSE);
      desk.n_faults++;
      scene_tear_down (&scene);
    }

  g_assert_cmpint (umount (small), ==, 0);
  g_rmdir (small);
  g_assert_cmpuint (n_failed, >, 0);
  g_assert_cmpuint (n_saved, >, 0);
}

static void
test_read_only (void)
{
  Scene scene;

  scene_set_up (&scene, FILE_PLAIN, desk.root);
  g_assert_cmpint (chmod (scene.folder, 0500), ==, 0);
  watch_save (&scene);
  g_assert_cmpint (chmod (scene.folder, 0700), ==, 0);
  g_assert_cmpint (desk.report->said, ==, SAID_FAILED);
  g_assert_true (holds (scene.path, desk.old_bytes));
  assert_tidy (&scene, FALSE);

  g_assert_cmpint (chmod (scene.path, 0400), ==, 0);
  g_assert_cmpint (jm_stamp_take (&scene.stamp, scene.path, NULL), ==, 0);
  watch_save (&scene);
  g_assert_cmpint (desk.report->said, ==, SAID_FAILED);
  g_assert_true (holds (scene.path, desk.old_bytes));
  assert_tidy (&scene, FALSE);
  scene_tear_down (&scene);
}

/* The recovery's own disk is full: what was kept stays, and is written to again when there is room. */
static void
test_full_recovery (void)
{
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "journeymap", NULL);
  g_autofree char *ballast = g_build_filename (data, "ballast", NULL);
  g_autofree char *block = g_malloc0 (4096);
  g_autoptr (GError) error = NULL;
  JmRecovery *recovery;
  JmRecovered *recovered;
  int fd;

  empty_data ();
  g_mkdir_with_parents (data, 0700);
  if (mount ("none", data, "tmpfs", 0, "size=512k") != 0)
    {
      g_test_skip ("no right to mount a small disk here");
      return;
    }

  recovery = jm_recovery_new ();
  snapshot (recovery, desk.old_map);
  fd = open (ballast, O_WRONLY | O_CREAT, 0600);
  while (write (fd, block, 4096) == 4096)
    continue;
  close (fd);

  g_assert_false (jm_recovery_snapshot (recovery, desk.new_map, &error));
  g_assert_nonnull (strstr (error->message, "Save your map"));
  g_assert_false (jm_recovery_snapshot (recovery, desk.new_map, NULL));
  jm_recovery_free (recovery);

  recovered = adopt_one ();
  g_assert_nonnull (recovered);
  g_assert_true (jm_map_equal (recovered->map, desk.old_map));
  g_unlink (ballast);
  snapshot (recovered->recovery, desk.new_map);
  jm_recovered_free (recovered);
  recovered = adopt_one ();
  g_assert_nonnull (recovered);
  g_assert_true (jm_map_equal (recovered->map, desk.new_map));
  jm_recovery_clear (recovered->recovery);
  jm_recovered_free (recovered);
  g_assert_cmpint (umount (data), ==, 0);
}

static void
add (const char   *name,
     const Play   *play,
     FileKind      file,
     FaultKind     kind,
     const int    *kind_codes,
     guint         n_codes,
     GTestDataFunc run)
{
  g_autofree char *path = g_strdup_printf ("/%s/%s/%s", play->name, file_names[file], name);
  Act *act = g_new0 (Act, 1);

  act->play = play;
  act->file = file;
  act->kind = kind;
  act->codes = kind_codes;
  act->n_codes = n_codes;
  g_test_add_data_func_full (path, act, run, g_free);
}

static void
add_play (const Play *play)
{
  static const int no_code[] = { 0 };

  for (FileKind file = 0; file < N_FILES; file++)
    {
      if ((play->files & 1 << file) == 0 || (desk.is_given && file != FILE_PLAIN))
        continue;

      add ("undisturbed", play, file, FAULT_KILL, no_code, 1, test_undisturbed);
      add ("killed", play, file, FAULT_KILL, no_code, 1, test_act);
      add ("torn", play, file, FAULT_TORN, no_code, 1, test_act);
      add ("cut-short", play, file, FAULT_SHORT, no_code, 1, test_act);
      add ("failed", play, file, FAULT_ERROR, codes, G_N_ELEMENTS (codes), test_act);
      add ("failed-for-good", play, file, FAULT_ERROR_STAYS, lasting_codes, G_N_ELEMENTS (lasting_codes), test_act);
    }
}

static JmMap *
make_map (const char *title,
          guint       n_touchpoints)
{
  g_autofree char *picture = g_strnfill (72 * 1024, *title);
  g_autoptr (GString) text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                           "<journey-map xmlns=\"" JM_NAMESPACE "\" version=\"1.0\" kind=\"current-state\">\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  JmMap *map;

  g_string_append_printf (text, "<title>%s</title><lane id=\"l\" kind=\"touchpoints\"/><phase id=\"p\">", title);
  for (guint n = 0; n < n_touchpoints; n++)
    g_string_append_printf (text, "<touchpoint id=\"t%u\"><title>%s %u</title></touchpoint>", n, title, n);
  g_string_append_printf (text, "<touchpoint id=\"seen\"><picture id=\"i\" media-type=\"image/png\">%s</picture></touchpoint>"
                          "</phase></journey-map>", picture);

  bytes = g_bytes_new (text->str, text->len);
  map = jm_read_bytes (bytes, "map.cjm", NULL, &error);
  g_assert_no_error (error);

  return map;
}

/* On a failed check, which fault it was is what one wants to know. */
static void
print_last_words (int number)
{
  if (last_words != NULL)
    fprintf (stderr, "# the last fault: %s\n", last_words);
  signal (number, SIG_DFL);
  raise (number);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = NULL;
  int status;

  /* In memory where that can be: it is the calls that count, not the disk. */
  home = g_strdup ("/dev/shm/journeymap-faults-XXXXXX");
  if (g_mkdtemp (home) == NULL)
    {
      g_free (home);
      home = g_dir_make_tmp ("journeymap-faults-XXXXXX", NULL);
    }
  desk.is_given = argc == 3 && strcmp (argv[1], "--in") == 0;
  desk.root = desk.is_given ? g_strdup (argv[2]) : g_strconcat (home, "-maps", NULL);
  if (!desk.is_given)
    g_assert_cmpint (g_mkdir (desk.root, 0700), ==, 0);
  g_setenv ("XDG_DATA_HOME", home, TRUE);

  g_test_init (&argc, &argv, NULL);
  if (!tracer_works ())
    {
      g_print ("1..0 # SKIP no system calls can be watched here\n");
      if (!desk.is_given)
        g_rmdir (desk.root);
      g_rmdir (home);
      return 0;
    }
  signal (SIGABRT, print_last_words);

  desk.old_map = make_map ("old", 40);
  desk.new_map = make_map ("new and longer", 90);
  desk.old_bytes = jm_write_bytes (desk.old_map, NULL);
  desk.new_bytes = jm_write_bytes (desk.new_map, NULL);
  desk.report = mmap (NULL, sizeof *desk.report, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (desk.report != MAP_FAILED);

  for (guint n = 0; n < G_N_ELEMENTS (plays); n++)
    add_play (&plays[n]);
  if (!desk.is_given)
    {
      g_test_add_func ("/save/full-disk", test_full_disk);
      g_test_add_func ("/save/read-only", test_read_only);
      g_test_add_func ("/recovery/full-disk", test_full_recovery);
    }
  status = g_test_run ();

  g_print ("# %u times killed, %u faults\n", desk.n_kills, desk.n_faults);
  empty_folder (desk.root);
  if (!desk.is_given)
    g_rmdir (desk.root);
  empty_folder (home);
  g_rmdir (home);

  return status;
}
