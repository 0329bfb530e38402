/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a file through scan, parser and builder, and how it ends: with a map, or with the reason why not. */

#include "config.h"

#include "jm-read.h"

#include "jm-build.h"
#include "jm-parse.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (jm-read-error-quark, jm_read_error)

/* Outcome */

static void
set_refused (GPtrArray   *notices,
             const char  *file,
             int          line,
             int          column,
             JmReadError  code,
             const char  *message,
             GError     **error)
{
  JmNotice *notice = jm_notice_new (JM_NOTICE_REFUSED, file, line, column, message, NULL);
  g_autofree char *formatted = jm_notice_format (notice);

  g_ptr_array_add (notices, notice);
  g_set_error_literal (error, JM_READ_ERROR, code, formatted);
}

static JmMap *
build (JmScan     *scan,
       gsize       length,
       JmReport  **report,
       JmProblem  *problem)
{
  g_autoptr (JmIdTable) ids = jm_id_table_new (NULL);
  g_autoptr (JmMap) map = NULL;

  *report = jm_report_new ();
  map = jm_build_map (scan, length, *report, ids, problem);

  /* An id that was given stands in the file further on: now that all of them are known, give others. */
  if (map != NULL && jm_id_table_has_clash (ids))
    {
      g_autoptr (JmIdTable) more_ids = jm_id_table_new (ids);

      g_clear_pointer (&map, jm_map_unref);
      jm_report_free (*report);
      *report = jm_report_new ();

      return jm_build_map (scan, length, *report, more_ids, problem);
    }

  return g_steal_pointer (&map);
}

/* The scan stopped at what a parser must not see. What a person is to hear of is what is wrong first, so everything
 * before that place is read all the same; that it ends there is no news.
 */
static void
find_first_problem (JmScan     *scan,
                    JmReport  **report,
                    JmProblem  *problem)
{
  gsize limit = scan->problem.offset;

  *report = NULL;
  if (scan->marks->len > 0)
    {
      JmMap *map = build (scan, limit, report, problem);

      g_clear_pointer (&map, jm_map_unref);
      if (problem->message != NULL && problem->offset < limit)
        return;
    }

  jm_problem_clear (problem);
  *problem = scan->problem;
  scan->problem.message = NULL;
}

/**
 * jm_read_bytes:
 * @bytes: the content of a .cjm file
 * @display_name: what the person calls the file, in UTF-8
 * @notices: (out) (optional) (transfer full) (element-type JmNotice): everything to be told about the file, in its order;
 *   set also when the map cannot be opened, and then the last one says why
 * @error: return location for an error of the domain %JM_READ_ERROR
 *
 * Reads a map. What is odd in it is put right as the notices say; what the program does not know is kept in its place.
 * The same bytes give the same map each time. Costs O(n); safe from any thread.
 *
 * Returns: (transfer full) (nullable): the map; %NULL with @error set, the message of which is the last notice
 */
JmMap *
jm_read_bytes (GBytes      *bytes,
               const char  *display_name,
               GPtrArray  **notices,
               GError     **error)
{
  g_autoptr (JmReport) report = NULL;
  g_autoptr (GPtrArray) told = NULL;
  g_autoptr (JmMap) map = NULL;
  JmProblem problem = { 0 };
  const char *data;
  gsize length;
  JmScan scan;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (display_name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  jm_scan_init (&scan, data != NULL ? data : "", length);

  if (jm_scan_run (&scan))
    map = build (&scan, scan.length, &report, &problem);
  else
    find_first_problem (&scan, &report, &problem);

  if (report == NULL)
    report = jm_report_new ();
  told = jm_report_tell (report, &scan, display_name);
  if (map == NULL)
    {
      int line, column;

      jm_scan_locate (&scan, problem.offset, &line, &column);
      set_refused (told, display_name, line, column, problem.code, problem.message, error);
    }

  if (notices != NULL)
    *notices = g_steal_pointer (&told);

  jm_problem_clear (&problem);
  jm_scan_clear (&scan);

  return g_steal_pointer (&map);
}

/* Files */

static const char *
explain_unreadable (int code)
{
  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      return _("There is no such file. It may have been moved, renamed or deleted: choose it where it is now.");

    case EACCES:
    case EPERM:
      return _("You are not allowed to read this file. Ask its owner, or choose another one.");

    case EISDIR:
      return _("This is a folder. Choose a file that ends in .cjm.");

    case EIO:
      return _("The disk failed while the file was read. Restore it from a copy.");

    default:
      return NULL;
    }
}

static char *
tell_unreadable (int code)
{
  const char *known = explain_unreadable (code);

  if (known != NULL)
    return g_strdup (known);

  /* Translators: %s is the system's own word for what went wrong. */
  return g_strdup_printf (_("The file cannot be read: %s. Choose another one."), g_strerror (code));
}

/* At most one byte more than a map may have, so that a larger one can be told from one that just fits. */
static GBytes *
read_all (int    fd,
          gsize  expected,
          int   *code)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gsize length = 0;

  g_byte_array_set_size (content, MIN (expected, JM_MAX_FILE) + 1);

  while (length <= JM_MAX_FILE)
    {
      gssize n;

      if (length == content->len)
        g_byte_array_set_size (content, MIN (2 * length, JM_MAX_FILE + 1));

      n = read (fd, content->data + length, content->len - length);
      if (n == 0)
        break;
      if (n < 0)
        {
          if (errno == EINTR)
            continue;
          *code = errno;
          return NULL;
        }
      length += n;
    }

  g_byte_array_set_size (content, length);

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static GBytes *
load (const char   *path,
      JmStamp      *stamp,
      JmReadError  *code,
      char        **message)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat info;
  int failure = 0;
  int fd;

  *code = JM_READ_ERROR_UNREADABLE;

  /* Without blocking, so that a pipe with nobody at its other end does not hold the program up. */
  do
    fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  while (fd < 0 && errno == EINTR);

  if (fd < 0)
    {
      *message = tell_unreadable (errno);
      return NULL;
    }

  if (fstat (fd, &info) != 0)
    {
      *message = tell_unreadable (errno);
    }
  else if (S_ISDIR (info.st_mode))
    {
      *message = tell_unreadable (EISDIR);
    }
  else if (!S_ISREG (info.st_mode))
    {
      *message = g_strdup (_("This is a device or a pipe, not a file. Choose a file that ends in .cjm."));
    }
  else if (info.st_size > JM_MAX_FILE)
    {
      *code = JM_READ_ERROR_LIMIT;
      *message = jm_scan_tell_too_large ();
    }
  else
    {
      bytes = read_all (fd, info.st_size, &failure);
      if (bytes == NULL)
        *message = tell_unreadable (failure);
      else if (stamp != NULL)
        jm_stamp_set (stamp, &info, bytes);
    }

  close (fd);

  return g_steal_pointer (&bytes);
}

static GBytes *
load_or_tell (const char  *path,
              JmStamp     *stamp,
              GPtrArray  **notices,
              GError     **error)
{
  g_autofree char *message = NULL;
  JmReadError code;
  GBytes *bytes = load (path, stamp, &code, &message);

  if (bytes == NULL)
    {
      g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_notice_unref);
      g_autofree char *display_name = g_filename_display_name (path);

      set_refused (told, display_name, 1, 1, code, message, error);
      if (notices != NULL)
        *notices = g_steal_pointer (&told);
    }

  return bytes;
}

/**
 * jm_read_content:
 * @path: the path of a file, in the encoding of file names
 * @notices: (out) (optional) (transfer full) (element-type JmNotice): why it cannot be read; set only then
 * @error: return location for an error of the domain %JM_READ_ERROR
 *
 * Reads a regular file of at most 64 MiB, whatever is in it. Blocks while the disk is read; safe from any thread.
 *
 * Returns: (transfer full) (nullable): its content; %NULL with @error set
 */
GBytes *
jm_read_content (const char  *path,
                 GPtrArray  **notices,
                 GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return load_or_tell (path, NULL, notices, error);
}

/**
 * jm_read_file:
 * @path: the path of a file, in the encoding of file names
 * @notices: (out) (optional) (transfer full) (element-type JmNotice): as in jm_read_bytes()
 * @error: return location for an error of the domain %JM_READ_ERROR
 *
 * Reads a map from a regular file of at most 64 MiB. See jm_read_bytes(). Blocks while the disk is read; safe from any
 * thread.
 *
 * Returns: (transfer full) (nullable): the map; %NULL with @error set
 */
JmMap *
jm_read_file (const char  *path,
              GPtrArray  **notices,
              GError     **error)
{
  return jm_read_document (path, NULL, notices, error);
}

/**
 * jm_read_document:
 * @path: the path of a file, in the encoding of file names
 * @stamp: (out) (optional): what the file was when it was read; set when a map is returned
 * @notices: (out) (optional) (transfer full) (element-type JmNotice): as in jm_read_bytes()
 * @error: return location for an error of the domain %JM_READ_ERROR
 *
 * Reads as jm_read_file() does, for somebody who will save to the same file and wants to know whether it is still the same.
 *
 * Returns: (transfer full) (nullable): the map; %NULL with @error set
 */
JmMap *
jm_read_document (const char  *path,
                  JmStamp     *stamp,
                  GPtrArray  **notices,
                  GError     **error)
{
  g_autofree char *display_name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = load_or_tell (path, stamp, notices, error);
  if (bytes == NULL)
    return NULL;

  display_name = g_filename_display_name (path);

  return jm_read_bytes (bytes, display_name, notices, error);
}
