/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of a map as textures, decoded off the main thread once they have passed the gate of the format. */
#include "jm-painter-private.h"

#include "export/jm-raster.h"
#include "format/jm-picture.h"

/* A picture on a map is some 150 units wide: at the largest zoom on a dense screen this is enough. */
#define MAX_SIDE 1280

/* That decode at the same time. */
#define MAX_THREADS 2

typedef struct
{
  JmPictureState state;
  GdkTexture    *texture;
} Entry;

struct _JmPictures
{
  GHashTable   *entries;   /* JmItem to Entry */
  GCancellable *gone;
  GFunc         on_done;
  gpointer      user_data;
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->texture);
  g_free (entry);
}

JmPictures *
jm_pictures_new (void)
{
  JmPictures *self = g_new0 (JmPictures, 1);

  self->entries = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) jm_item_unref, free_entry);
  self->gone = g_cancellable_new ();

  return self;
}

void
jm_pictures_free (JmPictures *self)
{
  g_cancellable_cancel (self->gone);
  g_object_unref (self->gone);
  g_hash_table_unref (self->entries);
  g_free (self);
}

void
jm_pictures_set_on_done (JmPictures *self,
                         GFunc       func,
                         gpointer    user_data)
{
  self->on_done = func;
  self->user_data = user_data;
}

static GdkTexture *
texture_from_surface (cairo_surface_t *surface)
{
  g_autoptr(GBytes) bytes = NULL;
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * height);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
draw_svg (GBytes *svg,
          int     width,
          int     height)
{
  double scale = MIN (1.0 * MAX_SIDE / width, 1.0 * MAX_SIDE / height);
  cairo_surface_t *surface;
  cairo_t *cr;
  GdkTexture *texture = NULL;

  width = MAX ((int) (width * scale), 1);
  height = MAX ((int) (height * scale), 1);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  if (jm_raster_draw (svg, cr, jm_rect (0, 0, width, height), NULL))
    texture = texture_from_surface (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return texture;
}

/* Keeps no more pixels than can be seen. */
static GdkTexture *
shrink (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  double scale = MIN (1.0 * MAX_SIDE / width, 1.0 * MAX_SIDE / height);
  cairo_surface_t *full, *small;
  GdkTexture *shrunk;
  cairo_t *cr;

  if (scale >= 1)
    return texture;

  full = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gdk_texture_download (texture, cairo_image_surface_get_data (full), cairo_image_surface_get_stride (full));
  cairo_surface_mark_dirty (full);
  g_object_unref (texture);

  small = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                      MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
  cr = cairo_create (small);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, full, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  shrunk = texture_from_surface (small);
  cairo_surface_destroy (small);
  cairo_surface_destroy (full);

  return shrunk;
}

/* Any thread: an item is immutable. NULL when the picture must not or cannot be decoded. */
static GdkTexture *
decode (JmItem *picture)
{
  const char *media_type = jm_item_get (picture, JM_ATTR_MEDIA_TYPE);
  g_autoptr(GBytes) bytes = NULL;
  GdkTexture *texture;
  int width, height;

  bytes = jm_picture_decode (media_type, jm_item_get_text (picture), &width, &height, NULL);
  if (bytes == NULL || width < 1 || height < 1)
    return NULL;

  if (g_strcmp0 (media_type, "image/svg+xml") == 0)
    return draw_svg (bytes, width, height);

  texture = gdk_texture_new_from_bytes (bytes, NULL);

  return texture != NULL ? shrink (texture) : NULL;
}

static void
decode_in_thread (gpointer data,
                  gpointer user_data)
{
  g_autoptr(GTask) task = data;

  /* Nobody waits for it any more. */
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, decode (g_task_get_task_data (task)), g_object_unref);
}

/* Threads of their own: however long pictures take, a save or a snapshot never waits for them. */
static GThreadPool *
get_pool (void)
{
  static gsize pool = 0;

  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, (gsize) g_thread_pool_new (decode_in_thread, NULL, MAX_THREADS, FALSE, NULL));

  return (GThreadPool *) pool;
}

static void
settle (Entry      *entry,
        GdkTexture *texture)
{
  entry->state = texture != NULL ? JM_PICTURE_READY : JM_PICTURE_REFUSED;
  entry->texture = texture;
}

static void
on_decoded (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  JmPictures *self = user_data;
  g_autoptr(GError) error = NULL;
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), &error);
  Entry *entry;

  /* Then there is no self any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  entry = g_hash_table_lookup (self->entries, g_task_get_task_data (G_TASK (result)));
  if (entry == NULL || entry->state != JM_PICTURE_PENDING)
    {
      g_clear_object (&texture);
      return;
    }

  settle (entry, texture);
  if (self->on_done != NULL)
    self->on_done (NULL, self->user_data);
}

/* Gets the texture of a picture, or has it made; texture is borrowed, NULL unless ready. */
JmPictureState
jm_pictures_look_up (JmPictures  *self,
                     JmItem      *picture,
                     gboolean     wait,
                     GdkTexture **texture)
{
  Entry *entry = g_hash_table_lookup (self->entries, picture);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      g_hash_table_insert (self->entries, jm_item_ref (picture), entry);

      if (!wait)
        {
          GTask *task = g_task_new (NULL, self->gone, on_decoded, self);

          g_task_set_task_data (task, jm_item_ref (picture), (GDestroyNotify) jm_item_unref);
          g_thread_pool_push (get_pool (), task, NULL);
        }
    }

  if (wait && entry->state == JM_PICTURE_PENDING)
    settle (entry, decode (picture));

  *texture = entry->texture;
  return entry->state;
}
