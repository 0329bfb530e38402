/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cut, copy and paste: items within and between windows, and text from anywhere. */
#include "jm-canvas-private.h"
#include "jm-clip.h"

/* More than this is no part of a map. */
#define MAX_BYTES (64 * 1024 * 1024)

/**
 * jm_canvas_copy:
 * @self: a canvas
 *
 * Copies what is selected, as items for a map and as text for everything else. While a text is being edited, what is
 * selected in the text.
 *
 * Returns: whether there was something to copy
 */
gboolean
jm_canvas_copy (JmCanvas *self)
{
  GdkClipboard *clipboard;
  GdkContentProvider *providers[2];
  g_autoptr(GdkContentProvider) all = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  GtkTextView *view;

  g_return_val_if_fail (JM_IS_CANVAS (self), FALSE);

  view = jm_canvas_get_text_editor (self);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  if (view != NULL)
    {
      gtk_text_buffer_copy_clipboard (gtk_text_view_get_buffer (view), clipboard);
      return TRUE;
    }

  bytes = self->session != NULL ? jm_clip_copy (self->session, &text) : NULL;
  if (bytes == NULL)
    return FALSE;

  providers[0] = gdk_content_provider_new_for_bytes (JM_CLIP_MIME_TYPE, bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  return gdk_clipboard_set_content (clipboard, all);
}

/**
 * jm_canvas_cut:
 * @self: a canvas
 *
 * Copies what is selected and deletes it.
 */
void
jm_canvas_cut (JmCanvas *self)
{
  g_autofree char *message = NULL;
  GtkTextView *view;

  g_return_if_fail (JM_IS_CANVAS (self));

  if (self->read_only)
    return;

  view = jm_canvas_get_text_editor (self);
  if (view != NULL)
    {
      gtk_text_buffer_cut_clipboard (gtk_text_view_get_buffer (view), gtk_widget_get_clipboard (GTK_WIDGET (self)),
                                     TRUE);
      return;
    }

  if (jm_canvas_copy (self) && jm_command_delete (self->session, &message) > 0)
    jm_canvas_emit_message (self, message, TRUE);
}

/* Whether the canvas is still as it was when the clipboard was asked. */
static gboolean
can_paste (JmCanvas *self)
{
  return self->session != NULL && !self->read_only && self->editor == NULL && !jm_session_in_draft (self->session);
}

static void
finish (JmCanvas *self,
        guint     n_pasted,
        GError   *error)
{
  jm_canvas_emit_error (self, error);
  if (n_pasted > 0 && jm_session_get_focus (self->session) != NULL)
    jm_canvas_reveal (self, jm_session_get_focus (self->session));
}

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(JmCanvas) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GError *error = NULL;

  if (text != NULL && can_paste (self))
    finish (self, jm_clip_paste_text (self->session, text, &error), error);
}

static void
splice_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr(JmCanvas) self = user_data;
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;
  gssize size = g_output_stream_splice_finish (G_OUTPUT_STREAM (memory), result, NULL);

  if (size <= 0 || size > MAX_BYTES || !can_paste (self))
    return;

  bytes = g_memory_output_stream_steal_as_bytes (memory);
  finish (self, jm_clip_paste (self->session, bytes, &error), error);
}

static void
stream_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(JmCanvas) self = user_data;
  g_autoptr(GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr(GOutputStream) memory = NULL;

  if (stream == NULL)
    return;

  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, splice_cb, g_object_ref (self));
}

/**
 * jm_canvas_paste:
 * @self: a canvas
 *
 * Pastes items where the focus is, or makes an item of each line of text. While a text is being edited, into the text.
 */
void
jm_canvas_paste (JmCanvas *self)
{
  static const char *types[] = { JM_CLIP_MIME_TYPE, NULL };
  GdkClipboard *clipboard;
  GtkTextView *view;

  g_return_if_fail (JM_IS_CANVAS (self));

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  view = jm_canvas_get_text_editor (self);
  if (view != NULL)
    gtk_text_buffer_paste_clipboard (gtk_text_view_get_buffer (view), clipboard, NULL, TRUE);
  else if (!can_paste (self))
    return;
  else if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), JM_CLIP_MIME_TYPE))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, stream_cb, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_cb, g_object_ref (self));
}
