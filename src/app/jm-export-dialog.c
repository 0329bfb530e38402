/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-export-dialog.h"

#include "jm-choose-file.h"
#include "jm-describe.h"
#include "jm-sheet.h"
#include "jm-window-private.h"

#include "export/jm-export.h"

#include <glib/gi18n.h>

struct _JmExportDialog
{
  AdwBin      parent_instance;

  JmWindow   *window;         /* the one it belongs to; held as long as it is open */
  GtkWidget  *format_row;
  GtkWidget  *view_row;
  GtkWidget  *style_row;
  GtkWidget  *scale_row;
  GtkWidget  *outlines_row;
  GtkWidget  *outlines;
  GtkWidget  *export_button;
};

G_DEFINE_FINAL_TYPE (JmExportDialog, jm_export_dialog, ADW_TYPE_BIN)

/* In the order of the rows of the dialog. */
static const JmStyle styles[] = { JM_STYLE_LIGHT, JM_STYLE_DARK, JM_STYLE_PRINT };
static const double scales[] = { 1, 2, 3, 4 };

/* What is exported, for the thread that does it. */
typedef struct
{
  JmMap                *map;
  const JmExportFormat *format;
  JmExportOptions       options;
  GFile                *file;
} Export;

static void
export_free (Export *export)
{
  g_clear_pointer (&export->map, jm_map_unref);
  g_clear_pointer (&export->options.baseline, jm_map_unref);
  g_clear_object (&export->file);
  g_free (export);
}

static const JmExportFormat *
get_format (JmExportDialog *self)
{
  gsize n_formats;
  const JmExportFormat *formats = jm_export_get_formats (&n_formats);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->format_row));

  return &formats[selected < n_formats ? selected : 0];
}

/* Writing */

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Export *export = task_data;
  g_autofree char *path = g_file_get_path (export->file);
  GError *error = NULL;

  if (path == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                             _("Exports can only be written on this computer. Choose a folder of this computer."));
  else if (jm_export_file (export->map, export->format, &export->options, path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  JmWindow *window = JM_WINDOW (source);
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;
  g_autofree char *uri = NULL;

  if (window->toast == NULL)
    return;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      jm_window_tell (window, _("The Map Is Not Exported"), error->message);
      return;
    }

  name = g_file_get_basename (export->file);
  shown = g_filename_display_name (name);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("Exported as %s"), shown);
  uri = g_file_get_uri (export->file);
  jm_toast_say (JM_TOAST (window->toast), text, _("Show"), "app.show-file", g_variant_new_string (uri));
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  JmWindow *window = JM_WINDOW (source);
  Export *export = user_data;

  export->file = jm_choose_file_finish (result);
  if (export->file != NULL)
    {
      g_autoptr(GTask) task = g_task_new (window, NULL, exported_cb, NULL);
      g_autoptr(GFile) folder = g_file_get_parent (export->file);

      if (window->settings != NULL && folder != NULL)
        {
          g_autofree char *uri = g_file_get_uri (folder);

          g_settings_set_string (window->settings, "export-folder", uri);
        }
      g_task_set_task_data (task, export, (GDestroyNotify) export_free);
      g_task_run_in_thread (task, export_thread);
    }
  else
    {
      export_free (export);
    }
}

/* Where the last export went, or else where the map is. */
static GFile *
get_folder (JmWindow *window)
{
  g_autofree char *uri = window->settings == NULL ? NULL : g_settings_get_string (window->settings, "export-folder");
  g_autoptr(GFile) folder = NULL;
  GFile *file = jm_document_get_file (window->document);

  if (uri != NULL && *uri != '\0')
    folder = g_file_new_for_uri (uri);
  if (folder != NULL && g_file_query_exists (folder, NULL))
    return g_steal_pointer (&folder);

  return file != NULL ? g_file_get_parent (file) : NULL;
}

static void
export_clicked_cb (JmExportDialog *self)
{
  JmWindow *window = self->window;
  const JmExportFormat *format = get_format (self);
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr(GFile) folder = get_folder (window);
  g_autofree char *name = jm_document_get_suggested_name (window->document, format->extension);
  Export *export = g_new0 (Export, 1);

  export->map = jm_map_ref (jm_session_get_committed_map (jm_document_get_session (window->document)));
  export->format = format;
  export->options.style = styles[adw_combo_row_get_selected (ADW_COMBO_ROW (self->style_row)) % G_N_ELEMENTS (styles)];
  export->options.scale = scales[adw_combo_row_get_selected (ADW_COMBO_ROW (self->scale_row)) % G_N_ELEMENTS (scales)];
  if (format->has_views)
    export->options.view = adw_combo_row_get_selected (ADW_COMBO_ROW (self->view_row)) % JM_N_VIEWS;
  /* What is seen on the map is what is exported. */
  if (format->has_views && jm_canvas_get_baseline (JM_CANVAS (window->canvas)) != NULL)
    export->options.baseline = jm_map_ref (jm_canvas_get_baseline (JM_CANVAS (window->canvas)));
  export->options.evidence = jm_canvas_get_evidence (JM_CANVAS (window->canvas));
  export->options.order = jm_scene_view_get_order (JM_SCENE_VIEW (window->scene_view));
  export->options.outlines = format->has_outlines && gtk_switch_get_active (GTK_SWITCH (self->outlines));

  gtk_file_filter_set_name (filter, jm_export_format_get_name (format));
  gtk_file_filter_add_mime_type (filter, format->media_type);
  g_list_store_append (filters, filter);

  gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
  jm_choose_file (GTK_WINDOW (window), JM_CHOOSE_TO_SAVE, _("Export the Map"), NULL, G_LIST_MODEL (filters), folder, name,
                  place_chosen_cb, export);
}

/* The dialog */

static void
format_changed_cb (JmExportDialog *self)
{
  const JmExportFormat *format = get_format (self);

  gtk_widget_set_visible (self->view_row, format->has_views);
  gtk_widget_set_visible (self->scale_row, format->has_scale);
  gtk_widget_set_visible (self->outlines_row, format->has_outlines);
  if (jm_sheet_find (GTK_WIDGET (self)) != NULL)
    jm_sheet_fit (jm_sheet_find (GTK_WIDGET (self)));
}

static void
jm_export_dialog_dispose (GObject *object)
{
  JmExportDialog *self = JM_EXPORT_DIALOG (object);

  g_clear_object (&self->window);
  gtk_widget_dispose_template (GTK_WIDGET (self), JM_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (jm_export_dialog_parent_class)->dispose (object);
}

static void
jm_export_dialog_class_init (JmExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jm_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/JourneyMap/jm-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JmExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, JmExportDialog, view_row);
  gtk_widget_class_bind_template_child (widget_class, JmExportDialog, style_row);
  gtk_widget_class_bind_template_child (widget_class, JmExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, JmExportDialog, outlines_row);
  gtk_widget_class_bind_template_child (widget_class, JmExportDialog, outlines);
  gtk_widget_class_bind_template_child (widget_class, JmExportDialog, export_button);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_changed_cb);
}

static void
jm_export_dialog_init (JmExportDialog *self)
{
  gsize n_formats;
  const JmExportFormat *formats = jm_export_get_formats (&n_formats);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) sizes = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < n_formats; i++)
    gtk_string_list_append (names, jm_export_format_get_name (&formats[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->format_row), G_LIST_MODEL (names));

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *size = g_strdup_printf ("%d ×", (int) scales[i]);

      gtk_string_list_append (sizes, size);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->scale_row), G_LIST_MODEL (sizes));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->scale_row), 1);

  format_changed_cb (self);
}

/**
 * jm_export_dialog_present:
 * @window: a window with a map
 * @format_id: (nullable): the format to begin with, as in the table of formats
 *
 * Asks how to export the map, then where to, and does it on another thread.
 */
void
jm_export_dialog_present (JmWindow   *window,
                          const char *format_id)
{
  JmExportDialog *self;
  GtkWidget *sheet;
  gsize n_formats;
  const JmExportFormat *formats = jm_export_get_formats (&n_formats);
  g_autoptr(GtkStringList) views = gtk_string_list_new (NULL);

  g_return_if_fail (JM_IS_WINDOW (window));
  g_return_if_fail (jm_window_get_document (window) != NULL);

  self = g_object_new (JM_TYPE_EXPORT_DIALOG, NULL);
  self->window = g_object_ref (window);
  /* That of both maps is the last one, and there only while there are two. */
  for (JmView view = 0; view < JM_N_VIEWS && jm_window_has_view (window, view); view++)
    gtk_string_list_append (views, jm_window_name_view (view));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->view_row), G_LIST_MODEL (views));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->view_row), jm_window_get_view (window));
  for (gsize i = 0; format_id != NULL && i < n_formats; i++)
    {
      if (g_strcmp0 (formats[i].id, format_id) == 0)
        adw_combo_row_set_selected (ADW_COMBO_ROW (self->format_row), i);
    }

  jm_describe_rows (GTK_WIDGET (self));
  sheet = jm_sheet_new (_("Export"), GTK_WIDGET (self), 440, -1);
  jm_sheet_set_default (sheet, self->export_button);
  jm_sheet_present (sheet, GTK_WINDOW (window));
}
