/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another program that copies and pastes, for the tests: one that offers any bytes under any name.
 *
 *   clipboard offer MEDIA-TYPE=FILE…   owns the clipboard until somebody else does; says "ready" when it does
 *   clipboard drag MEDIA-TYPE=FILE…    has a window from which the same can be dragged
 *   clipboard read MEDIA-TYPE          writes what is on the clipboard to standard output
 *   clipboard formats                  writes what it can be had as, a line each */

#include <gtk/gtk.h>
#include <stdio.h>
#include <string.h>

static GMainLoop *loop;
static int status = 1;

static void
owner_changed_cb (GdkClipboard *clipboard)
{
  if (!gdk_clipboard_is_local (clipboard))
    g_main_loop_quit (loop);
}

/* What the arguments name; NULL when a file cannot be read. */
static GdkContentProvider *
read_offers (int    n,
             char **offers)
{
  GdkContentProvider **providers = g_new0 (GdkContentProvider *, n);

  for (int i = 0; i < n; i++)
    {
      /* A media type may hold a "=" of its own: the file is behind the last one. */
      char *file = strrchr (offers[i], '=');
      char *content = NULL;
      gsize length;

      if (file == NULL || !g_file_get_contents (file + 1, &content, &length, NULL))
        return NULL;
      *file = '\0';
      providers[i] = gdk_content_provider_new_for_bytes (offers[i], g_bytes_new_take (content, length));
    }

  return gdk_content_provider_new_union (providers, n);
}

static int
offer (GdkClipboard       *clipboard,
       GdkContentProvider *content)
{
  if (content == NULL || !gdk_clipboard_set_content (clipboard, content))
    return 1;

  puts ("ready");
  fflush (stdout);
  g_signal_connect (clipboard, "changed", G_CALLBACK (owner_changed_cb), NULL);
  g_main_loop_run (loop);
  return 0;
}

static void
mapped_cb (GtkWidget *window)
{
  puts ("ready");
  fflush (stdout);
}

static int
drag (GdkContentProvider *content)
{
  GtkWidget *window = gtk_window_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  if (content == NULL)
    return 1;

  gtk_window_set_title (GTK_WINDOW (window), "Something to drag");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 60, 40);
  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_after (window, "map", G_CALLBACK (mapped_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);
  return 0;
}

static void
splice_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GBytes *bytes;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    {
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
      fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
      g_bytes_unref (bytes);
      status = 0;
    }
  g_main_loop_quit (loop);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GInputStream *stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);

  if (stream == NULL)
    {
      g_main_loop_quit (loop);
      return;
    }

  g_output_stream_splice_async (g_memory_output_stream_new_resizable (), stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, splice_cb, NULL);
}

/* What others offer is not known at once. */
static void
wait_for_formats (GdkClipboard *clipboard,
                  const char   *media_type)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    {
      GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
      gsize n;

      gdk_content_formats_get_mime_types (formats, &n);
      if (media_type != NULL ? gdk_content_formats_contain_mime_type (formats, media_type) : n > 0)
        return;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

int
main (int    argc,
      char **argv)
{
  GdkClipboard *clipboard;

  gtk_init ();
  loop = g_main_loop_new (NULL, FALSE);
  clipboard = gdk_display_get_clipboard (gdk_display_get_default ());

  if (argc > 2 && g_str_equal (argv[1], "offer"))
    return offer (clipboard, read_offers (argc - 2, argv + 2));
  if (argc > 2 && g_str_equal (argv[1], "drag"))
    return drag (read_offers (argc - 2, argv + 2));

  if (argc == 3 && g_str_equal (argv[1], "read"))
    {
      const char *types[] = { argv[2], NULL };

      wait_for_formats (clipboard, argv[2]);
      gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, read_cb, NULL);
      g_main_loop_run (loop);
      return status;
    }

  if (argc == 2 && g_str_equal (argv[1], "formats"))
    {
      const char * const *types;
      gsize n;

      wait_for_formats (clipboard, NULL);
      types = gdk_content_formats_get_mime_types (gdk_clipboard_get_formats (clipboard), &n);
      for (gsize i = 0; i < n; i++)
        puts (types[i]);
      return 0;
    }

  fprintf (stderr, "Usage: clipboard offer|drag MEDIA-TYPE=FILE… | read MEDIA-TYPE | formats\n");
  return 2;
}
