/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-stream.h"

#include "config.h"

#include <glib/gi18n.h>

#define CHUNK (256 * 1024)

typedef struct
{
  GByteArray *data;
  gsize       most;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->data, g_byte_array_unref);
  g_free (reading);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize size;

  if (chunk == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  size = g_bytes_get_size (chunk);
  if (size == 0)
    {
      g_task_return_pointer (task, g_byte_array_free_to_bytes (g_steal_pointer (&reading->data)),
                             (GDestroyNotify) g_bytes_unref);
      return;
    }
  if (reading->data->len + size > reading->most)
    {
      g_autofree char *most = g_format_size_full (reading->most, G_FORMAT_SIZE_IEC_UNITS);

      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                               _("This is more than %s, and more than a map can hold. Nothing was pasted."), most);
      return;
    }

  g_byte_array_append (reading->data, g_bytes_get_data (chunk, NULL), (guint) size);
  g_input_stream_read_bytes_async (G_INPUT_STREAM (source), CHUNK, G_PRIORITY_DEFAULT, NULL, read_cb,
                                   g_steal_pointer (&task));
}

/**
 * jm_stream_read_async:
 * @stream: a stream
 * @most: at most so many bytes
 * @callback: called when all is read, or when it was too much
 * @user_data: for @callback
 *
 * Reads a stream to its end.
 */
void
jm_stream_read_async (GInputStream        *stream,
                      gsize                most,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Reading *reading;
  GTask *task;

  g_return_if_fail (G_IS_INPUT_STREAM (stream) && most < G_MAXUINT);

  task = g_task_new (stream, NULL, callback, user_data);
  reading = g_new0 (Reading, 1);
  reading->data = g_byte_array_new ();
  reading->most = most;
  g_task_set_task_data (task, reading, reading_free);
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, NULL, read_cb, task);
}

/**
 * jm_stream_read_finish:
 * @result: what the callback got
 * @error: return location for a #GError, in words for people
 *
 * Returns: (transfer full) (nullable): all that was in the stream
 */
GBytes *
jm_stream_read_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
