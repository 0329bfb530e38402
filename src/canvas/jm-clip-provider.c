/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-clip-provider.h"

#include "jm-clip.h"

#include "export/jm-export.h"

/* A picture for a slide is looked at on a large screen. */
#define PICTURE_SCALE 2

#define JM_TYPE_CLIP_PICTURE (jm_clip_picture_get_type ())
G_DECLARE_FINAL_TYPE (JmClipPicture, jm_clip_picture, JM, CLIP_PICTURE, GdkContentProvider)

/* The part that is a picture. */
struct _JmClipPicture
{
  GdkContentProvider parent_instance;

  JmMap             *map;
};

G_DEFINE_FINAL_TYPE (JmClipPicture, jm_clip_picture, GDK_TYPE_CONTENT_PROVIDER)

static const char * const formats[] = { "svg", "png" };

static GdkContentFormats *
jm_clip_picture_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  /* The better one first. */
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gdk_content_formats_builder_add_mime_type (builder, jm_export_format_from_id (formats[i])->media_type);

  return gdk_content_formats_builder_free_to_formats (builder);
}

/* What is written, for the thread that does it. */
typedef struct
{
  JmMap                *map;
  const JmExportFormat *format;
  GOutputStream        *stream;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  jm_map_unref (writing->map);
  g_object_unref (writing->stream);
  g_free (writing);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Writing *writing = task_data;
  JmExportOptions options = { .style = JM_STYLE_LIGHT, .scale = PICTURE_SCALE };
  GError *error = NULL;
  GBytes *bytes = jm_export_bytes (writing->map, writing->format, &options, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/* Drawn on a thread of its own; the stream belongs to this one. */
static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Writing *writing = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (writing->stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   g_task_get_priority (task), g_task_get_cancellable (task), written_cb, task);
}

static void
jm_clip_picture_write_mime_type_async (GdkContentProvider  *provider,
                                       const char          *mime_type,
                                       GOutputStream       *stream,
                                       int                  io_priority,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  JmClipPicture *self = JM_CLIP_PICTURE (provider);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GTask) drawing = NULL;
  Writing *writing;

  g_task_set_priority (task, io_priority);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const JmExportFormat *format = jm_export_format_from_id (formats[i]);

      if (g_strcmp0 (format->media_type, mime_type) != 0)
        continue;

      writing = g_new0 (Writing, 1);
      writing->map = jm_map_ref (self->map);
      writing->format = format;
      writing->stream = g_object_ref (stream);
      drawing = g_task_new (self, cancellable, drawn_cb, task);
      g_task_set_task_data (drawing, writing, writing_free);
      g_task_run_in_thread (drawing, draw_thread);
      return;
    }

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s", mime_type);
  g_object_unref (task);
}

static gboolean
jm_clip_picture_write_mime_type_finish (GdkContentProvider  *provider,
                                        GAsyncResult        *result,
                                        GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
jm_clip_picture_finalize (GObject *object)
{
  jm_map_unref (JM_CLIP_PICTURE (object)->map);

  G_OBJECT_CLASS (jm_clip_picture_parent_class)->finalize (object);
}

static void
jm_clip_picture_class_init (JmClipPictureClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jm_clip_picture_finalize;
  provider_class->ref_formats = jm_clip_picture_ref_formats;
  provider_class->write_mime_type_async = jm_clip_picture_write_mime_type_async;
  provider_class->write_mime_type_finish = jm_clip_picture_write_mime_type_finish;
}

static void
jm_clip_picture_init (JmClipPicture *self)
{
}

/**
 * jm_clip_provider_new:
 * @clip: (nullable): items in the format of files
 * @text: (nullable): the same in words
 * @picture: a map to make a picture of
 *
 * Returns: (transfer full): all of that for the clipboard; the picture is drawn when somebody asks for it, as SVG or as PNG
 */
GdkContentProvider *
jm_clip_provider_new (GBytes     *clip,
                      const char *text,
                      JmMap      *picture)
{
  GdkContentProvider *providers[3];
  JmClipPicture *drawn = g_object_new (JM_TYPE_CLIP_PICTURE, NULL);
  gsize n = 0;

  drawn->map = jm_map_ref (picture);
  if (clip != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes (JM_CLIP_MIME_TYPE, clip);
  if (text != NULL)
    providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  providers[n++] = GDK_CONTENT_PROVIDER (drawn);

  return gdk_content_provider_new_union (providers, n);
}
