/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cut, copy and paste: items within and between windows, text and pictures from anywhere and for everyone. */
#include "jm-canvas-private.h"
#include "jm-clip-provider.h"
#include "jm-clip.h"

#include "config.h"

#include <glib/gi18n.h>

/**
 * jm_canvas_copy:
 * @self: a canvas
 *
 * Copies what is selected: as items for a map, as text, and as a picture for everything else. Of what no map can take
 * over, such as the title, and when nothing is selected, it is a picture of the whole map. While a text is being edited,
 * what is selected in the text.
 *
 * Returns: whether there were items to copy
 */
gboolean
jm_canvas_copy (JmCanvas *self)
{
  g_autoptr(GdkContentProvider) provider = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JmMap) picture = NULL;
  g_autofree char *text = NULL;
  GdkClipboard *clipboard;
  GtkTextView *view;

  g_return_val_if_fail (JM_IS_CANVAS (self), FALSE);

  view = jm_canvas_get_text_editor (self);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  if (view != NULL)
    {
      gtk_text_buffer_copy_clipboard (gtk_text_view_get_buffer (view), clipboard);
      return TRUE;
    }

  if (self->session == NULL)
    return FALSE;

  bytes = jm_clip_copy (self->session, &text);
  picture = jm_clip_make_picture (self->session);
  provider = jm_clip_provider_new (bytes, text, picture);
  if (!gdk_clipboard_set_content (clipboard, provider))
    return FALSE;
  if (bytes == NULL)
    jm_canvas_emit_message (self, picture == jm_session_get_map (self->session) ? _("Copied the whole map as a picture")
                                                                                : _("Copied as a picture"), FALSE);

  return bytes != NULL;
}

/**
 * jm_canvas_cut:
 * @self: a canvas
 *
 * Copies what is selected and deletes it; not what could not be copied.
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

  if (self->session == NULL || jm_session_get_focus (self->session) == NULL || jm_session_in_draft (self->session))
    return;

  if (!jm_canvas_copy (self))
    return;

  jm_clip_select_copied (self->session);
  if (jm_command_delete (self->session, &message) > 0)
    jm_canvas_emit_message (self, message, TRUE);
}

/**
 * jm_canvas_paste:
 * @self: a canvas
 *
 * Pastes items where the focus is, makes an item of each line of text, or adds a picture to the touchpoint. What is not
 * obvious is told first: #JmCanvas::paste-offered. While a text is being edited, into the text.
 */
void
jm_canvas_paste (JmCanvas *self)
{
  GObject *clipboard;
  GtkTextView *view;
  JmArrivalPlace place = { 0 };

  g_return_if_fail (JM_IS_CANVAS (self));

  if (self->session == NULL || self->read_only || jm_session_in_draft (self->session))
    return;

  clipboard = G_OBJECT (gtk_widget_get_clipboard (GTK_WIDGET (self)));
  view = jm_canvas_get_text_editor (self);
  if (view == NULL)
    place.touchpoint = g_strdup (jm_command_get_touchpoint (self->session));
  jm_canvas_arrive (self, clipboard, place, GTK_WIDGET (view));
}
