/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes from elsewhere, by the clipboard or by drag and drop: items of a map, files, text or a picture, whichever of
 * what is offered says most. Read without more being believed than was looked at, and told when it cannot be taken. */
#include "jm-canvas-private.h"

#include "jm-clip.h"
#include "jm-paste.h"
#include "jm-stream.h"

#include "format/jm-picture-file.h"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

/* More than this is no part of a map. */
#define MAX_BYTES (64 * 1024 * 1024)

static const char *map_types[] = { JM_CLIP_MIME_TYPE, NULL };
static const char *text_types[] = { "text/plain;charset=utf-8", "text/plain", NULL };
static const char *picture_types[] = { "image/svg+xml", "image/png", "image/jpeg", NULL };

/* Where it goes, as it was when it was asked for: the canvas may show another map by the time it is there. */
typedef struct
{
  JmCanvas       *canvas;
  JmSession      *session;
  GObject        *source;      /* a GdkClipboard or a GdkDrop */
  JmArrivalPlace  place;
  GtkWidget      *text_view;   /* the text that it goes into, or NULL */
  gboolean        has_text;
} Arrival;

static void
arrival_free (Arrival *self)
{
  if (GDK_IS_DROP (self->source))
    gdk_drop_finish (GDK_DROP (self->source), GDK_ACTION_COPY);

  g_clear_object (&self->text_view);
  g_object_unref (self->canvas);
  g_object_unref (self->session);
  g_object_unref (self->source);
  g_free (self->place.touchpoint);
  g_free (self->place.phase);
  g_free (self->place.focus);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arrival, arrival_free)

/* Whether the canvas is still as it was when this was asked for. */
static gboolean
can_take (Arrival *self)
{
  JmCanvas *canvas = self->canvas;

  return canvas->session == self->session && !canvas->read_only && canvas->editor == NULL &&
         !jm_session_in_draft (self->session);
}

static void
say (Arrival *self,
     GError  *error)
{
  jm_canvas_emit_error (self->canvas, error);
}

static void
show (Arrival *self)
{
  if (jm_session_get_focus (self->session) != NULL)
    jm_canvas_reveal (self->canvas, jm_session_get_focus (self->session));
}

/* Text */

static void
insert_into_editor (Arrival    *self,
                    const char *text)
{
  GtkTextView *view = jm_canvas_get_text_editor (self->canvas);
  g_autofree char *clean = NULL;
  GtkTextBuffer *buffer;

  if (view == NULL || GTK_WIDGET (view) != self->text_view)
    return;

  clean = jm_text_clean (text, -1);
  buffer = gtk_text_view_get_buffer (view);
  if (gtk_text_buffer_get_char_count (buffer) + g_utf8_strlen (clean, -1) > JM_PASTE_MAX_CHARACTERS)
    {
      g_autofree char *message = g_strdup_printf (_("This text is too long: a card takes at most %d characters. "
                                                    "Nothing was pasted."), JM_PASTE_MAX_CHARACTERS);

      jm_canvas_emit_message (self->canvas, message, FALSE);
      return;
    }

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, clean, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static void
take_text (Arrival *self,
           GBytes  *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;
  g_autoptr(JmPaste) paste = NULL;
  GError *error = NULL;

  if (size > JM_PASTE_MAX_BYTES)
    {
      jm_paste_refuse_size (size, &error);
      say (self, error);
      return;
    }

  /* Some programs say UTF-8 and are not. */
  text = g_utf8_make_valid (data != NULL ? data : "", (gssize) size);
  if (self->text_view != NULL)
    {
      insert_into_editor (self, text);
      return;
    }
  if (!can_take (self))
    return;

  if (self->place.focus != NULL)
    jm_session_select (self->session, self->place.focus);
  paste = jm_paste_new (self->session, text, self->place.kind, &error);
  if (paste == NULL)
    say (self, error);
  else
    jm_canvas_offer_paste (self->canvas, g_steal_pointer (&paste));
}

/* Pictures */

/* What was read of some files, for the thread that does it. */
typedef struct
{
  GPtrArray *files;      /* of GFile */
  GPtrArray *pictures;   /* of JmItem */
  GPtrArray *titles;     /* of char *: what each file is called */
  GError    *error;      /* why one of them was left out */
} Pictures;

static void
pictures_free (gpointer data)
{
  Pictures *pictures = data;

  g_clear_pointer (&pictures->files, g_ptr_array_unref);
  g_ptr_array_unref (pictures->pictures);
  g_ptr_array_unref (pictures->titles);
  g_clear_error (&pictures->error);
  g_free (pictures);
}

static Pictures *
pictures_new (void)
{
  Pictures *pictures = g_new0 (Pictures, 1);

  pictures->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_item_unref);
  pictures->titles = g_ptr_array_new_with_free_func (g_free);

  return pictures;
}

/* "Shop window" of "Shop window.jpg". */
static char *
get_title (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *clean = jm_text_clean (name, -1);
  char *dot = strrchr (clean, '.');

  if (dot != NULL && dot != clean)
    *dot = '\0';

  return g_steal_pointer (&clean);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Pictures *pictures = task_data;

  for (guint i = 0; i < pictures->files->len; i++)
    {
      GFile *file = g_ptr_array_index (pictures->files, i);
      g_autoptr(GError) error = NULL;
      JmItem *picture = jm_picture_read_file (file, &error);

      if (picture != NULL)
        {
          g_ptr_array_add (pictures->pictures, picture);
          g_ptr_array_add (pictures->titles, get_title (file));
        }
      else if (pictures->error == NULL)
        {
          g_autofree char *title = get_title (file);

          /* Translators: the name of a file, and why it is no picture for a map */
          pictures->error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, _("%s: %s"), title, error->message);
        }
    }

  g_task_return_boolean (task, TRUE);
}

static void
take_pictures (Arrival  *self,
               Pictures *pictures)
{
  JmArrivalPlace *place = &self->place;
  GError *error = NULL;

  if (pictures->pictures->len > 0 && can_take (self))
    {
      if (place->touchpoint == NULL && place->phase == NULL)
        g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED,
                             _("Select the touchpoint that the picture belongs to first."));
      else if (jm_clip_add_pictures (self->session, place->touchpoint, place->phase, pictures->pictures,
                                     pictures->titles, &error))
        show (self);
    }

  say (self, error != NULL ? error : g_steal_pointer (&pictures->error));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Arrival) self = user_data;

  take_pictures (self, g_task_get_task_data (G_TASK (result)));
}

static void
take_picture (Arrival *self,
              GBytes  *bytes)
{
  Pictures *pictures = pictures_new ();
  JmItem *picture = jm_picture_read_bytes (bytes, &pictures->error);

  if (picture != NULL)
    {
      g_ptr_array_add (pictures->pictures, picture);
      g_ptr_array_add (pictures->titles, NULL);
    }
  take_pictures (self, pictures);
  pictures_free (pictures);
}

/* Items */

static void
take_map (Arrival *self,
          GBytes  *bytes)
{
  GError *error = NULL;

  if (!can_take (self))
    return;

  if (self->place.focus != NULL)
    jm_session_select (self->session, self->place.focus);
  if (jm_clip_paste (self->session, bytes, &error) > 0)
    show (self);
  else if (error != NULL)
    g_prefix_error_literal (&error, _("Nothing was pasted. "));
  say (self, error);
}

/* Reading */

static void
bytes_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Arrival) self = user_data;
  GError *error = NULL;
  g_autoptr(GBytes) bytes = jm_stream_read_finish (result, &error);
  const char *type = g_object_get_data (source, "jm-type");

  if (bytes == NULL)
    say (self, error);
  else if (g_strv_contains (map_types, type))
    take_map (self, bytes);
  else if (g_strv_contains (picture_types, type))
    take_picture (self, bytes);
  else
    take_text (self, bytes);
}

static void
stream_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Arrival) self = user_data;
  g_autoptr(GInputStream) stream = NULL;
  const char *type = NULL;
  GError *error = NULL;

  if (GDK_IS_DROP (source))
    stream = gdk_drop_read_finish (GDK_DROP (source), result, &type, &error);
  else
    stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, &error);
  if (stream == NULL)
    {
      say (self, error);
      return;
    }

  /* An interned string, as all names of formats are in GDK. */
  g_object_set_data (G_OBJECT (stream), "jm-type", (gpointer) type);
  jm_stream_read_async (stream, MAX_BYTES, bytes_cb, g_steal_pointer (&self));
}

static void
read_bytes (Arrival     *self,
            const char **types)
{
  if (GDK_IS_DROP (self->source))
    gdk_drop_read_async (GDK_DROP (self->source), types, G_PRIORITY_DEFAULT, NULL, stream_cb, self);
  else
    gdk_clipboard_read_async (GDK_CLIPBOARD (self->source), types, G_PRIORITY_DEFAULT, NULL, stream_cb, self);
}

static void
files_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Arrival) self = user_data;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GTask) task = NULL;
  const GValue *value;
  GError *error = NULL;
  Pictures *pictures;

  if (GDK_IS_DROP (source))
    value = gdk_drop_read_value_finish (GDK_DROP (source), result, &error);
  else
    value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);
  for (GSList *l = value != NULL ? g_value_get_boxed (value) : NULL; l != NULL; l = l->next)
    if (g_file_peek_path (l->data) != NULL)
      g_ptr_array_add (files, g_object_ref (l->data));

  /* An address of the web is text. Nothing is fetched from there. */
  if (files->len == 0 && self->has_text)
    {
      g_clear_error (&error);
      read_bytes (g_steal_pointer (&self), text_types);
      return;
    }
  if (files->len == 0)
    {
      if (error == NULL)
        g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED,
                             _("Only files of this computer can be put into a map. Save the picture first."));
      say (self, error);
      return;
    }

  pictures = pictures_new ();
  pictures->files = g_steal_pointer (&files);
  task = g_task_new (self->canvas, NULL, read_cb, self);
  g_task_set_task_data (task, pictures, pictures_free);
  g_task_run_in_thread (task, read_thread);
  self = NULL;
}

static gboolean
has_any (GdkContentFormats  *formats,
         const char        **types)
{
  for (guint i = 0; types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, types[i]))
      return TRUE;

  return FALSE;
}

/* Whether a picture is offered, of whatever kind. */
static gboolean
has_some_picture (GdkContentFormats *formats)
{
  gsize n;
  const char * const *types = gdk_content_formats_get_mime_types (formats, &n);

  for (gsize i = 0; i < n; i++)
    if (g_str_has_prefix (types[i], "image/"))
      return TRUE;

  return FALSE;
}

/* What others offer. What this program itself copied can be had as what it can be written as, too. */
static GdkContentFormats *
get_formats (GObject *source)
{
  gboolean is_own = GDK_IS_DROP (source) ? gdk_drop_get_drag (GDK_DROP (source)) != NULL
                                         : gdk_clipboard_is_local (GDK_CLIPBOARD (source));
  GdkContentFormats *formats = GDK_IS_DROP (source) ? gdk_drop_get_formats (GDK_DROP (source))
                                                    : gdk_clipboard_get_formats (GDK_CLIPBOARD (source));

  gdk_content_formats_ref (formats);
  return is_own ? gdk_content_formats_union_serialize_mime_types (formats) : formats;
}

/* Takes what a clipboard or a drop offers, to a place whose strings are taken over. Text goes into text_view when there is
 * one, and nothing else does. */
void
jm_canvas_arrive (JmCanvas       *self,
                  GObject        *source,
                  JmArrivalPlace  place,
                  GtkWidget      *text_view)
{
  g_autoptr(GdkContentFormats) formats = NULL;
  Arrival *arrival = g_new0 (Arrival, 1);

  formats = get_formats (source);
  arrival->canvas = g_object_ref (self);
  arrival->session = g_object_ref (self->session);
  arrival->source = g_object_ref (source);
  arrival->place = place;
  arrival->text_view = text_view != NULL ? g_object_ref (text_view) : NULL;
  arrival->has_text = has_any (formats, text_types);

  if (text_view != NULL && arrival->has_text)
    {
      read_bytes (arrival, text_types);
    }
  else if (text_view != NULL)
    {
      jm_canvas_emit_message (self, _("There is no text to paste."), FALSE);
      arrival_free (arrival);
    }
  else if (has_any (formats, map_types))
    {
      read_bytes (arrival, map_types);
    }
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
           gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    {
      if (GDK_IS_DROP (source))
        gdk_drop_read_value_async (GDK_DROP (source), GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_cb, arrival);
      else
        gdk_clipboard_read_value_async (GDK_CLIPBOARD (source), GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_cb,
                                        arrival);
    }
  /* A spreadsheet offers its cells as a picture, too: text comes first. */
  else if (arrival->has_text)
    {
      read_bytes (arrival, text_types);
    }
  else if (has_any (formats, picture_types))
    {
      read_bytes (arrival, picture_types);
    }
  else
    {
      jm_canvas_emit_message (self, has_some_picture (formats)
                                      ? _("A picture must be a PNG, JPEG or SVG file.")
                                      : _("There is nothing on the clipboard that fits into a map."), FALSE);
      arrival_free (arrival);
    }
}

/* What a drop may offer. */
GdkContentFormats *
jm_canvas_arrival_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();
  const char **all[] = { map_types, text_types, picture_types };

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_mime_type (builder, "text/uri-list");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint j = 0; all[i][j] != NULL; j++)
      gdk_content_formats_builder_add_mime_type (builder, all[i][j]);

  return gdk_content_formats_builder_free_to_formats (builder);
}

/* Asking first */

/* Pastes what everybody expects, and asks about everything else. Takes paste. */
void
jm_canvas_offer_paste (JmCanvas *self,
                       JmPaste  *paste)
{
  g_clear_pointer (&self->offered, jm_paste_free);
  self->offered = paste;

  if (jm_paste_is_obvious (paste))
    {
      jm_canvas_answer_paste (self, TRUE);
    }
  else
    {
      g_autofree char *heading = jm_paste_get_heading (paste);
      g_autofree char *body = jm_paste_get_body (paste);

      jm_canvas_emit_paste_offered (self, heading, body);
    }
}

/**
 * jm_canvas_answer_paste:
 * @self: a canvas
 * @accept: whether it is to be done
 *
 * Says whether to paste what #JmCanvas::paste-offered told of.
 */
void
jm_canvas_answer_paste (JmCanvas *self,
                        gboolean  accept)
{
  g_autoptr(JmPaste) paste = NULL;
  GError *error = NULL;

  g_return_if_fail (JM_IS_CANVAS (self));

  paste = g_steal_pointer (&self->offered);
  if (!accept || paste == NULL || self->session == NULL || self->read_only || jm_session_in_draft (self->session))
    return;

  jm_canvas_commit_editing (self);
  if (jm_paste_apply (paste, self->session, &error) > 0 && jm_session_get_focus (self->session) != NULL)
    jm_canvas_reveal (self, jm_session_get_focus (self->session));
  jm_canvas_emit_error (self, error);
}
